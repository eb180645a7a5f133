"""How a thing is to be in the end: `upside down`, `leave it open`, `only fill it halfway`, `just two of them`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.things import noun_of
from heedful.agents.understanding.amounts import number, shares


def _of_object(m: Match, relation: str, **more: object) -> Part | None:
    thing = m.thing
    dialogue = m.dialogue
    if thing is not None and thing.how == "special":
        return None
    name = thing.name if thing is not None and thing.how not in ("it",) else _acted_on(dialogue, relation)
    return Part("goal", {"relation": relation, "reference": name, **more}) if name else None


def _acted_on(dialogue: Dialogue, relation: str) -> str | None:
    """What `it` is where it is opened, filled or lit: what can be."""
    if relation == "full" and dialogue.target:
        return dialogue.target
    if relation in ("open", "closed"):
        fit = [
            n
            for n in dialogue.bindings.values()
            if noun_of(n) in ("drawer", "door", "box", "lid", "cabinet", "cupboard", "fridge", "oven", "microwave", "window", "jar")
        ]
        return fit[0] if fit else dialogue.object
    return dialogue.object or dialogue.target


def _state(relation: str) -> Maker:
    return lambda m: _of_object(m, relation)


def _fill(m: Match) -> Part | None:
    if any(w in ("turn", "rotation", "twist", "spin", "circle", "revolution") for w in m.words[m.end : m.end + 3]):
        return None  # `a quarter turn`
    return (
        _of_object(m, "full", amount=round(m["part_of"], 3))
        if m.dialogue.running_skill in ("pour", "scoop", "place", "move") or "fill" in m.said or "full" in m.said
        else None
    )


_OPENING = frozenset({"open_drawer", "open_door", "open", "close_drawer", "close_door", "close", "pull", "push", "slide",
    "turn"})  # fmt: skip


def _opened(relation: str) -> Maker:
    def made(m: Match) -> Part | None:
        opening = m.dialogue.running_skill in _OPENING
        return (
            _of_object(m, relation, amount=round(m["part_of"], 3)) if opening or (m.thing is not None and m.thing.how == "named") else None
        )

    return made


_UP_TO = frozenset({"only", "just", "about", "around", "to about", "up to", "by", "to", "roughly", "until it is", "till it is", "only to",
    "at"})  # fmt: skip


def _part_of(reader: Reader, at: int) -> list[tuple[float, int]]:
    words = reader.words
    found = [(v, e) for v, e in shares(words, at)]
    for start in {
        at,
        *(at + len(p.split()) for p in _UP_TO if words[at : at + len(p.split())] == p.split()),
    }:
        for phrase, value in FRACTIONS.items():
            row = phrase.split()
            if words[start : start + len(row)] == row:
                found.append((value, start + len(row)))
        found += [(v / 100, e + 1) for v, e in number(words, start) if words[e : e + 1] == ["percent"]]
    return sorted(
        {
            (v, e + n)
            for v, e in found
            for n in (0, 1, 2, 3)
            if e + n <= len(words)
            if n == 0
            or list(words[e : e + n])
            in (["way"], ["full"], ["of", "it"], ["the", "way"], ["of", "the", "way"], ["way", "up"], ["way", "full"], ["open"], ["up"])
        },
        key=lambda f: -f[1],
    )


FRACTIONS = {"half": 0.5, "halfway": 0.5, "half way": 0.5, "a quarter": 0.25, "one quarter": 0.25, "three quarters": 0.75,
    "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3,
    "a fifth": 0.2, "one fifth": 0.2, "two fifths": 0.4, "a tenth": 0.1, "a half": 0.5, "half of it": 0.5, "part way": 0.5,
    "partway": 0.5, "quarter": 0.25, "three fourths": 0.75, "one half": 0.5}  # fmt: skip
SLOTS["part_of"] = _part_of


def _count(m: Match) -> Part | None:
    return Part(
        "goal",
        {"relation": "count", "reference": m.thing.head or m.dialogue.object, "count": int(m["num"])}
        if m.thing is not None and m.thing.names
        else {"relation": "count", "count": int(m["num"])},
    )


SLOTS["num"] = lambda reader, at: [
    (v, e) for v, e in number(reader.words, at) if float(v).is_integer() and reader.words[at] not in ("a", "an", "one")
]
g = GRAMMAR.add
g(
    _state("upside_down"),
    """
    [turn|flip|put|place|set|stand|leave|make|have] [it|that|this|{np}] [over|round|around] upside_down|on_its_head|the_wrong_way_up|\
        bottom_side_up|bottom_to_the_top|on_its_rim|with_the_bottom_up|\
        bottom_up|face_down|the_other_way_up|mouth_down [instead]
    turn|flip it|that|{np} over
    invert it|that|{np}
    it|that|this|{np} should|must|has_to|needs_to|goes|is_to|is_supposed_to [end_up|be|stand|lie|go] upside_down|on_its_head|\
        bottom_side_up|bottom_up|face_down|the_wrong_way_up|the_other_way_up|mouth_down|on_its_rim
""",
    cost=0.4,
)
g(
    _state("upright"),
    """
    [turn|put|place|set|stand|leave|have] [it|that|this|{np}] [back] upright|on_its_feet|the_right_way_up|right_side_up|standing_up|\
        standing [down]
    stand it|that|{np} up
    it should stand|be upright
""",
    cost=0.44,
)
g(
    _state("open"),
    """
    leave|have|keep|want|i_want|make|get [it|that|{np}] [wide|stay] open [please]
    make sure {np} is|stays open
    <dont> close|shut it|that|{np}
    pull|slide|push it|that|{np} [out|open] all_the_way|fully|completely|right_out
    open it|that|{np} [all_the_way|fully|completely|wide|instead|wider]
    {np} should|must be|stay open
    [all_the_way|wide|fully] open
""",
    cost=0.44,
)
g(
    _state("closed"),
    """
    leave|have|keep|want|i_want|get [it|that|{np}] closed|shut [please]
    make sure {np} is|stays closed|shut
    <dont> open it|that|{np}
    close|shut it|that|{np} [all_the_way|fully|completely|again|instead|properly]
    {np} should|must be|stay closed|shut
""",
    cost=0.44,
)
g(
    _state("lit"),
    """
    turn|switch|leave|keep|put [it|that|the_light|the_lamp|{np}] on [instead]
    turn|switch on it|the_light|the_lamp|{np}
    light on
""",
)
g(
    _state("unlit"),
    """
    turn|switch|leave|keep|put [it|that|the_light|the_lamp|{np}] off|out [instead]
    turn|switch off|out it|the_light|the_lamp|{np}
    light off
""",
)
g(
    _fill,
    """
    [only|just] fill [it|that|the_glass|{np}] [up] [only|just] {part_of} [please|full]
    [only|just] pour [it|in] {part_of} [please|full|of_it]
    [only|just|not_more_than|no_more_than] {part_of} [full|is_enough|is_plenty|will_do|is_fine|please|enough|of_it|is_all_i_need|\
        is_good|at_most]
    i|we [only] want|need|would_like {np} {part_of} [full]
    [make] {np} [only|just] {part_of}
    stop at|when_it_is {part_of} [full]
    <dont> fill it|that|{np} [up] more|further than {part_of}
    leave it|{np} {part_of} [full|empty]
    i|we [only] want|need|would_like [it] {part_of} [full]
""",
    cost=0.4,
)
g(
    _state("full"),
    """
    fill [it|that|{np}] [up] [to] [the] [top|brim|rim|completely|fully|all_the_way|full]
    [right] [up] to the brim|top|rim
    all the way up|full
    full to the brim
""",
    cost=0.42,
)
g(
    _opened("open"),
    """
    [only|just] open|pull|slide|push [it|that|{np}] [up|open|out] [only|just] {part_of} [open|please|out]
    [only|just] {part_of} [open|out|is_enough|will_do|is_fine|please]
    leave it|{np} {part_of} open
    <dont> open|pull it|{np} more than {part_of}
""",
    cost=0.41,
)
g(
    _count,
    """
    only|just|i_want|i_need|i_only_want|i_only_need|take|make_it|we_need|we_only_need|put [only|just] {num} [of_them|is_enough|\
        are_enough|will_do|pieces|of_those|is_plenty|would_do|of_these]
    {num} is_enough|are_enough|will_do|is_plenty|of_them|of_those
    only|just|i_want|i_only_want|i_need|make_it|put|take|we_only_need|we_need [only|just] {num} {np}
""",
    cost=0.7,
)
