"""Another place or end state: `in the green bowl`, `between the other two`, `only fill it halfway`, `give it to me`."""

from __future__ import annotations

from heedful.agents.corrections.choosing import another
from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.dialogue import ALL, CENTRE, EDGE, FLOOR, PERSON, ROBOT, TABLE, Dialogue
from heedful.agents.corrections.things import VESSELS, Meant, alike, fits, noun_of, the_one
from heedful.agents.understanding.amounts import number, shares
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

RELATIONS: Table[str] = Table({
    **dict.fromkeys(ways("[back|right|straight|over|down] in|into|inside|inside_of|within|in_to"), "in"),
    **dict.fromkeys(ways("[back|right|over|down|up] on|onto|on_top_of|upon|on_to|atop|ontop_of|on_the_top_of", "over on"), "on"),
    **dict.fromkeys(ways("[right|down] under|underneath|beneath|below"), "under"),
    **dict.fromkeys(ways("[right|over|just] next_to|beside|by|near|alongside|close_to|besides|at_the_side_of|by_the_side_of|right_by|"
        "along_side|adjacent_to|close_by|near_to|next"), "next_to"),
    **dict.fromkeys(ways("[right|over|just] [to|on|at] the left of", "[on|to] the left hand_side|side of", "[just] left of", "to left of",
        "on left of", "leftwards of"), "left_of"),
    **dict.fromkeys(ways("[over|just] [to|on|at] the right of", "[on|to] the right hand_side|side of", "[just] right of", "to right of",
        "on right of"), "right_of"),
    **dict.fromkeys(ways("[right|over|just] behind|in_back_of|at_the_back_of|to_the_rear_of"), "behind"),
    **dict.fromkeys(ways("[right|over|just] in_front_of|before|at_the_front_of|in_the_front_of"), "in_front_of"),
    **dict.fromkeys(ways("[somewhere|right] between|in_between|in_the_middle_between|midway_between|halfway_between"), "between"),
    **dict.fromkeys(ways("far|well|a_long_way [away] from", "far off from", "as far [away] from", "away from"), "far_from"),
    **dict.fromkeys(ways("at"), "at"),
    **dict.fromkeys(ways("[over|back|across] to", "over at"), "to"),
})  # fmt: skip
"""Prepositions -> the relation; `to` leaves open which."""
INTO = frozenset({"bowl", "bin", "basket", "box", "drawer", "glass", "cup", "mug", "jar", "pot", "sink", "toolbox", "crate", "bucket",
    "bag",
    "container", "carton", "bottle", "cabinet", "cupboard", "pan", "jug", "vase", "case", "fridge", "oven", "dishwasher", "microwave",
    "can"})  # fmt: skip
"""What things go into rather than onto."""


def _rel(reader: Reader, at: int) -> list[tuple[str, int]]:
    return list(RELATIONS.at(reader.words, at))


def _refs(reader: Reader, at: int) -> list[tuple[list[Meant], int]]:
    """Two things, or several of a kind: `the kettle and the tray`, `the other two`."""
    found: list[tuple[list[Meant], int]] = []
    for first, end in reader.things.at(at):
        if reader.words[end : end + 1] == ["and"]:
            found += [([first, second], stop) for second, stop in reader.things.at(end + 1)]
        if first.plural and len(first.names) > 1:
            found.append(([first], end))
    for row in (["the", "other", "two"], ["the", "two", "others"], ["the", "other", "ones"]):
        if reader.words[at : at + len(row)] == row:
            object_ = reader.dialogue.object
            names = tuple(n for n in reader.dialogue.scene if object_ and n != object_ and alike(n, object_))
            found.append(([Meant(names, " ".join(row), plural=True, how="other")], at + len(row)))
    return sorted(found, key=lambda f: -f[1])


SLOTS["rel"] = _rel
SLOTS["pair"] = _refs


def relation_to(name: str, relation: str) -> str:
    """The relation that `to` leaves open."""
    if relation != "to":
        return relation
    return (
        "held_by"
        if name == PERSON
        else "in"
        if noun_of(name) in INTO
        else "on"
        if noun_of(name) in VESSELS or name in (TABLE, FLOOR, CENTRE)
        else "at"
    )


def goal(dialogue: Dialogue, relation: str, place: Meant, **more: object) -> Part | None:
    """Another place; a question where several are meant."""
    if place.name == PERSON and "side" in place.words.split():
        return None  # `onto my side` is a shift
    if not place.names or (place.how == "special" and place.name in (ROBOT, ALL, EDGE) and relation not in ("on", "at")):
        return None
    if place.how == "it":
        if place.words != "there" or dialogue.target is None:
            return None
        return None
    if place.how == "other":
        made = another(
            dialogue, place, dialogue.target if dialogue.target and (not place.head or fits(dialogue.target, place.head)) else None
        )
        if made is None:
            return None
        new = made.effect["new"]
        kind = relation_to(str(new), relation)
        return Part("goal", {"relation": kind, "reference": list(made.candidates) if made.ask else new, **more}, made.ask, made.candidates)
    names = tuple(n for n in place.names if n != dialogue.object) or place.names
    if place.how == "one" and len(names) > 1:
        names = tuple(n for n in names if dialogue.target and alike(n, dialogue.target) and n != dialogue.target) or tuple(
            n for n in names if noun_of(n) in VESSELS
        )
    if not names or (place.how == "one" and not place.told) or set(names) == {dialogue.object}:
        return None  # nothing is put on itself
    if relation == "on" and len(names) > 1 and dialogue.target in names:
        names = tuple(n for n in names if n != dialogue.target)
    if len(names) > 1:
        return Part("goal", {"relation": relation_to(names[0], relation), "reference": list(names), **more}, ask=True, candidates=names)
    relation = relation_to(names[0], relation)
    if names[0] == CENTRE and relation in ("in", "at"):
        relation = "on"
    if names[0] == PERSON and relation in ("in", "on", "to", "at"):
        relation = "held_by"
    return Part("goal", {"relation": relation, "reference": names[0], **more})


_WAYS = frozenset({"toss", "slide", "push", "roll", "drop", "slip", "shove", "throw"})
"""Verbs of moving that say another way of it, where the place is the one that was known."""


def _where(m: Match) -> Part | None:
    thing, place = m.get("it"), m["np"]
    dialogue = m.dialogue
    more: dict[str, object] = {}
    thing = thing and the_one(dialogue, thing)
    if thing is not None and thing.how not in ("it",):
        if thing.name is None or thing.how == "special":
            return None
        if thing.name != dialogue.object:
            return None
    if place.how == "it" and (other := m.get("not")) is not None:
        place = the_one(dialogue, other)  # `not in the bowl, next to it`
    if m.words[m.start] in _WAYS and the_one(dialogue, place).name == dialogue.target:
        return None
    if m["rel"] == "to" and place.name == PERSON:
        return Part("goal", {"relation": "held_by", "reference": PERSON})
    if m["rel"] == "to" and place.how == "special" and place.name == ROBOT:
        return None
    return goal(dialogue, m["rel"], place, **more)


def _bare_where(m: Match) -> Part | None:
    if m["rel"] in ("to", "at", "far_from") and m["np"].name in (PERSON, ROBOT):
        return Part("goal", {"relation": "held_by", "reference": PERSON}) if m["rel"] == "to" and m["np"].words == "me" else None
    return None if m["rel"] == "far_from" else _where(m)


def _between(m: Match) -> Part | None:
    meant: list[Meant] = m["pair"]
    names = [n for t in meant for n in (t.names if t.plural else t.names[:1] if t.name else ())]
    names = [n for n in dict.fromkeys(names) if n != m.dialogue.object]
    return Part("goal", {"relation": "between", "reference": names}) if len(names) >= 2 else None


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


def _opened(relation: str) -> Maker:
    def made(m: Match) -> Part | None:
        opening = m.dialogue.running_skill in (
            "open_drawer",
            "open_door",
            "open",
            "close_drawer",
            "close_door",
            "close",
            "pull",
            "push",
            "slide",
            "turn",
        )
        return (
            _of_object(m, relation, amount=round(m["part_of"], 3)) if opening or (m.thing is not None and m.thing.how == "named") else None
        )

    return made


def _part_of(reader: Reader, at: int) -> list[tuple[float, int]]:
    words = reader.words
    found = [(v, e) for v, e in shares(words, at)]
    for start in {
        at,
        *(
            at + len(p.split())
            for p in (
                "only",
                "just",
                "about",
                "around",
                "to about",
                "up to",
                "by",
                "to",
                "roughly",
                "until it is",
                "till it is",
                "only to",
                "at",
            )
            if words[at : at + len(p.split())] == p.split()
        ),
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


def _give(m: Match) -> Part | None:
    """Of what is in hand; another thing is another matter."""
    thing = m.known
    if thing is not None and thing.how not in ("it", "special") and thing.name != m.dialogue.object:
        return None
    return Part("goal", {"relation": "held_by", "reference": PERSON})


SLOTS["num"] = lambda reader, at: [
    (v, e) for v, e in number(reader.words, at) if float(v).is_integer() and reader.words[at] not in ("a", "an", "one")
]

# how it is done ----------------------------------------------------------------------------------------------------------------
g = GRAMMAR.add
g(
    _bare_where,
    """
    {rel} {np} [instead|rather|please|i_mean|i_said|i_meant|would_be_better|is_better|is_fine|then|better|this_time|would_be_nice|\
        would_be_best]
""",
    cost=0.48,
)
g(
    _where,
    """
    <put> [{np:it}] [back|down|over|up|straight|right|rather|instead] {rel} {np} [instead|rather|please|then|would_be_better|\
        this_time]
    i|we would|d rather|prefer|like [to] [have|see|get|put] [{np:it}] [to] [be|go|stand] [placed|put] {rel} {np}
    [{np:it}] should|must|needs|has|goes|belongs|wants|ought|is_supposed|is_meant|was_supposed|was_meant|can [to] [go|be|stand|\
        end_up] [to] [be|go] {rel} {np} [instead]
    there|here is better {rel} {np}
    not there|here [but] {rel} {np}
    somewhere {rel} {np}
    not {rel:no} {np:not} [,] [but] {rel} {np}
    {rel} {np} not {rel:no} {np:not}
    <put> {np:it} {rel} {np} not {rel:no} {np:not}
""",
    cost=0.42,
)
g(
    _between,
    """
    [<put>] [it|that|this|{np}] [right|down|somewhere] between|in_between|in_the_middle_of|midway_between|halfway_between {pair}
    [i|we] [would|want|like|rather] [like|rather|have] [to] [have] [it|that] between|in_between {pair}
    [it|that] should|goes|belongs|must [be|go|stand] between|in_between {pair}
""",
    cost=0.4,
)
g(
    _give,
    """
    [just] give|hand|pass|bring|deliver|offer|get|serve|slide [it|that|this|them|{np}] [over|back|straight|right|directly] [to] me|\
        us [instead|please|directly]
    give|hand|pass|bring me|us it|that|this|{np}
    i will|want_to|would_like_to|can take it|that|this|{np} [from_you|off_you|myself|now]
    put|place|lay|drop|leave [it|that|this|{np}] in|into|on|onto my hand|hands|palm
    in|into my hand|hands|palm
    to me instead
    let me have it|that|{np}
    can|could|may i have|get|hold it|that [please]
    hand it over [to_me]
    bring it here|to_me
    i want [to_have] it in my hand
    give it here
    it is for me
""",
    cost=0.4,
)
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
