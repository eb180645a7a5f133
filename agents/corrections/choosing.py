"""Another thing, another place or end state, another way: `no, the striped one`, `in the green bowl`, `push it, don't pick it up`."""

from __future__ import annotations

from heedful.agents.corrections.classes import DIRECTIONS, GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Match, Part, Reader
from heedful.agents.corrections.dialogue import ALL, CENTRE, EDGE, FLOOR, PERSON, ROBOT, TABLE, Dialogue
from heedful.agents.corrections.things import VESSELS, Meant, akin, alike, canon, fits, noun_of, qualities, the_one
from heedful.agents.understanding.amounts import number, shares
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

CARRYING = frozenset({"place", "move", "pour", "stack", "drop", "throw", "hand_over", "navigate", "wipe"})
"""Skills in whose course the object is in hand already, so that another place is likelier meant than another thing."""


def role(dialogue: Dialogue, names: tuple[str, ...], head: str = "") -> str | None:
    """The role of the running skill that one of these things would take over."""
    bound = {r: n for r, n in dialogue.bindings.items() if r in ("object", "target")}
    if not bound:
        return None
    if len(bound) == 1:
        return next(iter(bound))
    for same in (
        lambda mine: bool(head) and fits(mine, head),
        lambda mine: bool(names) and all(alike(mine, n) for n in names),
        lambda mine: bool(names) and all(akin(mine, n) for n in names),
    ):
        found = [r for r, n in bound.items() if same(n)]
        if len(found) == 1:
            return found[0]
        if len(found) == 2:
            return "target" if dialogue.running_skill in CARRYING else "object"
    if names and all(noun_of(n) in VESSELS for n in names) and noun_of(bound["target"]) in VESSELS | {"table"}:
        return "target"
    return "object"


def target(dialogue: Dialogue, meant: Meant | None, exclude: Meant | None = None) -> Part | None:
    """Another thing in the role that it fits; a question where more than one may be meant."""
    bound = dialogue.bindings
    if exclude is not None:
        out = _excluded(dialogue, exclude)
    else:
        out = None
    if meant is None:
        return _other(dialogue, out, "") if out else None
    if meant.how == "special" or (meant.how == "it"):
        return None
    if meant.how == "other":
        return _another(dialogue, meant, out)
    names = tuple(n for n in meant.names if n != out)
    if not names or (out is None and len(names) > 1 and not meant.told and set(names) & set(bound.values())):
        return None  # `the cube`, of which one is in hand, is no other
    which = out or bound.get(role(dialogue, names, meant.head) or "")
    if which is None:
        return None
    rest = tuple(n for n in names if n not in bound.values()) or tuple(n for n in names if n != which)
    if meant.how == "one" and len(rest) > 1:
        near = tuple(n for n in rest if alike(n, which)) or tuple(n for n in rest if akin(n, which))
        if not near and (object_ := bound.get("object")) and which != object_:
            near = tuple(n for n in rest if alike(n, object_))
            which = object_ if near else which
        rest = near or rest
        if not meant.told:
            return None
    elif meant.how == "one" and len(rest) == 1 and which is not None and not alike(rest[0], which):
        better = [n for n in bound.values() if alike(n, rest[0])]
        which = better[0] if better and out is None else which
    if not rest:
        if meant.name is not None and meant.name in bound.values():
            return Part("confirm", {"value": True}, weak=True) if out is None else None
        return None
    if len(rest) > 1:
        return Part("target", {"new": None, "exclude": which}, ask=True, candidates=rest)
    return Part("target", {"new": rest[0], "exclude": which})


def _excluded(dialogue: Dialogue, meant: Meant) -> str | None:
    """The binding that is said not to be meant."""
    bound = dialogue.bindings
    if meant.how == "it" or meant.words in ("that one", "this one"):
        if dialogue.running_skill in CARRYING and "target" in bound and not _rivals(dialogue, bound.get("object")):
            return bound["target"] if _rivals(dialogue, bound["target"]) else bound.get("object")
        return bound.get("object") or bound.get("target")
    held = [n for n in bound.values() if n in meant.names]
    if len(held) == 1:
        return held[0]
    return bound.get(role(dialogue, meant.names, meant.head) or "") if not held else held[0]


def _rivals(dialogue: Dialogue, name: str | None) -> tuple[str, ...]:
    """Other things of the kind of one, which are not taken yet."""
    taken = set(dialogue.bindings.values())
    rest = tuple(n for n in dialogue.scene if n not in taken) if name else ()
    return tuple(n for n in rest if alike(n, name or "")) or tuple(n for n in rest if akin(n, name or ""))


def _other(dialogue: Dialogue, out: str | None, head: str) -> Part | None:
    """Another of the kind of what is given up: by its name where there is but one."""
    if out is None:
        return None
    rest = _rivals(dialogue, out)
    if head:
        rest = tuple(n for n in dialogue.scene if fits(n, head) and n not in dialogue.bindings.values()) or rest
    if len(rest) == 1:
        return Part("target", {"new": rest[0], "exclude": out})
    return Part("target", {"new": "other", "exclude": out}, ask=True, candidates=rest)


def _another(dialogue: Dialogue, meant: Meant, out: str | None) -> Part | None:
    bound = dialogue.bindings
    if meant.plural:
        return None
    if meant.how == "other" and meant.told:
        return target(dialogue, Meant(tuple(n for n in meant.names if n not in bound.values()), meant.words, meant.head, "named", told=True))
    if out is None and meant.head:
        out = next((n for n in bound.values() if fits(n, meant.head)), None) or bound.get(role(dialogue, meant.names, meant.head) or "")
    if out is None:
        rivals = {n: _rivals(dialogue, n) for n in bound.values()}
        open_ = [n for n, r in rivals.items() if r]
        if len(open_) == 2 and dialogue.running_skill in CARRYING:
            guess = {"new": "other", "exclude": bound["target"]}
            return Part("target", guess, ask=True, candidates=tuple(n for n in open_ for n in rivals[n]))
        out = open_[0] if open_ else bound.get("object") or bound.get("target")
    return _other(dialogue, out, meant.head)


def _take(m: Match) -> Part | None:
    thing = m.thing
    if thing is not None and (thing.how == "one" and not thing.told or thing.plural and thing.how == "named" and len(thing.names) > 1):
        return None
    return target(m.dialogue, thing, m.get("no"))


def _bare(m: Match) -> Part | None:
    made = _take(m)
    if made is None or m.thing is None:
        return None
    single = not m.thing.determined and m.thing.how == "named" and m.end - m.start == 1
    return Part(made.kind, made.effect, made.ask, made.candidates, weak=single)


def _quality(m: Match) -> Part | None:
    """`yellow`, `the middle`: which of the kind that is under way."""
    for which in m.dialogue.bindings.values():
        rest = tuple(n for n in m.dialogue.scene if n not in m.dialogue.bindings.values() and alike(n, which) and set(m["quality"]) <= qualities(n))
        if len(rest) == 1:
            return Part("target", {"new": rest[0], "exclude": which}, weak=True)
    return None


def _not_quality(m: Match) -> Part | None:
    """`not blue`: another of the kind."""
    out = next((n for n in m.dialogue.bindings.values() if set(m["quality"]) <= qualities(n)), None)
    return _other(m.dialogue, out, "") if out else None


def _qualities(reader: Reader, at: int) -> list[tuple[tuple[str, ...], int]]:
    """Adjectives alone that are no direction."""
    found: list[str] = []
    here = at + (reader.words[at] == "the")
    while here < len(reader.words) and reader.things.adjective(reader.words[here]) and reader.words[here] not in DIRECTIONS.entries and reader.words[here] not in ("small", "little", "tiny", "far", "high", "low", "long", "light", "close", "back", "front", "top", "bottom", "clean", "empty", "full", "hard", "soft", "open", "wide", "fast") or (
        here < len(reader.words) and reader.words[here] in ("top", "bottom") and reader.words[at] == "the"):  # fmt: skip
        found.append(canon(reader.words[here]))
        here += 1
    return [(tuple(found), here)] if found else []


SLOTS["quality"] = _qualities


def _not(m: Match) -> Part | None:
    """`not that one`, `wrong bowl`."""
    thing = m.thing or Meant((), "that one", how="it")
    if thing.how == "named" and " is not " in f" {m.said} " and thing.words.split()[0] not in ("the", "my", "your", "our", "this"):
        return None  # `that is not a hammer` tells what it is
    out = _excluded(m.dialogue, thing)
    if out is None or (thing.how != "it" and out not in thing.names):
        return None
    return _other(m.dialogue, out, thing.head)


# where it goes -----------------------------------------------------------------------------------------------------------------

RELATIONS: Table[str] = Table({
    **dict.fromkeys(ways("[back|right|straight|over|down] in|into|inside|inside_of|within|in_to"), "in"),
    **dict.fromkeys(ways("[back|right|over|down|up] on|onto|on_top_of|upon|on_to|atop|ontop_of|on_the_top_of", "over on"), "on"),
    **dict.fromkeys(ways("[right|down] under|underneath|beneath|below"), "under"),
    **dict.fromkeys(ways("[right|over|just] next_to|beside|by|near|alongside|close_to|besides|at_the_side_of|by_the_side_of|right_by|along_side|adjacent_to|close_by|near_to|next"), "next_to"),
    **dict.fromkeys(ways("[right|over|just] [to|on|at] the left of", "[on|to] the left hand_side|side of", "[just] left of", "to left of", "on left of", "leftwards of"), "left_of"),
    **dict.fromkeys(ways("[over|just] [to|on|at] the right of", "[on|to] the right hand_side|side of", "[just] right of", "to right of", "on right of"), "right_of"),
    **dict.fromkeys(ways("[right|over|just] behind|in_back_of|at_the_back_of|to_the_rear_of"), "behind"),
    **dict.fromkeys(ways("[right|over|just] in_front_of|before|at_the_front_of|in_the_front_of"), "in_front_of"),
    **dict.fromkeys(ways("[somewhere|right] between|in_between|in_the_middle_between|midway_between|halfway_between"), "between"),
    **dict.fromkeys(ways("far|well|a_long_way [away] from", "far off from", "as far [away] from", "away from"), "far_from"),
    **dict.fromkeys(ways("at"), "at"),
    **dict.fromkeys(ways("[over|back|across] to", "over at"), "to"),
})  # fmt: skip
"""Prepositions -> the relation; `to` leaves open which."""
INTO = frozenset({"bowl", "bin", "basket", "box", "drawer", "glass", "cup", "mug", "jar", "pot", "sink", "toolbox", "crate", "bucket", "bag",
    "container", "carton", "bottle", "cabinet", "cupboard", "pan", "jug", "vase", "case", "fridge", "oven", "dishwasher", "microwave", "can"})  # fmt: skip
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
    return "held_by" if name == PERSON else "in" if noun_of(name) in INTO else "on" if noun_of(name) in VESSELS or name in (TABLE, FLOOR, CENTRE) else "at"


def goal(dialogue: Dialogue, relation: str, place: Meant, **more: object) -> Part | None:
    """Another place; a question where several are meant."""
    if not place.names or place.how == "special" and place.name in (ROBOT, ALL, EDGE) and relation not in ("on", "at"):
        return None
    if place.how == "it":
        if place.words != "there" or dialogue.target is None:
            return None
        return None
    if place.how == "other":
        made = _another(dialogue, place, dialogue.target if dialogue.target and (not place.head or fits(dialogue.target, place.head)) else None)
        if made is None:
            return None
        new = made.effect["new"]
        kind = relation_to(str(new), relation)
        return Part("goal", {"relation": kind, "reference": list(made.candidates) if made.ask else new, **more}, made.ask, made.candidates)
    names = tuple(n for n in place.names if n != dialogue.object) or place.names
    if place.how == "one" and len(names) > 1:
        names = tuple(n for n in names if dialogue.target and alike(n, dialogue.target) and n != dialogue.target) or tuple(n for n in names if noun_of(n) in VESSELS)
    if not names or (place.how == "one" and not place.told):
        return None
    if relation == "on" and len(names) > 1 and dialogue.target in names:
        names = tuple(n for n in names if n != dialogue.target)
    if len(names) > 1:
        return Part("goal", {"relation": relation_to(names[0], relation), "reference": list(names), **more}, ask=True, candidates=names)
    relation = relation_to(names[0], relation)
    if names[0] == PERSON and relation in ("in", "on", "to", "at"):
        relation = "held_by"
    return Part("goal", {"relation": relation, "reference": names[0], **more})


_WAYS = frozenset({"toss", "slide", "push", "roll", "drop", "slip", "shove", "throw"})
"""Verbs of moving that say another way of it, where the place is the one that was known."""


def _where(m: Match) -> Part | None:
    thing, place = m.get("it"), m["np"]
    dialogue = m.dialogue
    more: dict[str, object] = {}
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
        fit = [n for n in dialogue.bindings.values() if noun_of(n) in ("drawer", "door", "box", "lid", "cabinet", "cupboard", "fridge", "oven", "microwave", "window", "jar")]
        return fit[0] if fit else dialogue.object
    return dialogue.object or dialogue.target


def _state(relation: str):  # type: ignore[no-untyped-def]
    return lambda m: _of_object(m, relation)


def _fill(m: Match) -> Part | None:
    return _of_object(m, "full", amount=round(m["part_of"], 3)) if m.dialogue.running_skill in ("pour", "scoop", "place", "move") or "fill" in m.said or "full" in m.said else None


def _opened(relation: str):  # type: ignore[no-untyped-def]
    def made(m: Match) -> Part | None:
        opening = m.dialogue.running_skill in ("open_drawer", "open_door", "open", "close_drawer", "close_door", "close", "pull", "push", "slide", "turn")
        return _of_object(m, relation, amount=round(m["part_of"], 3)) if opening or m.thing is not None and m.thing.how == "named" else None

    return made


def _part_of(reader: Reader, at: int) -> list[tuple[float, int]]:
    words = reader.words
    found = [(v, e) for v, e in shares(words, at)]
    for start in {at, *(at + len(p.split()) for p in ("only", "just", "about", "around", "to about", "up to", "by", "to", "roughly", "until it is", "till it is", "only to", "at") if words[at : at + len(p.split())] == p.split())}:
        for phrase, value in FRACTIONS.items():
            row = phrase.split()
            if words[start : start + len(row)] == row:
                found.append((value, start + len(row)))
        found += [(v / 100, e + 1) for v, e in number(words, start) if words[e : e + 1] == ["percent"]]
    return sorted({(v, e + n) for v, e in found for n in (0, 1, 2) if n == 0 or words[e : e + n] in (["way"], ["full"], ["of", "it"], ["the", "way"], ["way", "up"], ["way", "full"], ["open"], ["up"])}, key=lambda f: -f[1])


FRACTIONS = {"half": 0.5, "halfway": 0.5, "half way": 0.5, "a quarter": 0.25, "one quarter": 0.25, "three quarters": 0.75, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3,
    "a fifth": 0.2, "one fifth": 0.2, "two fifths": 0.4, "a tenth": 0.1, "a half": 0.5, "half of it": 0.5, "part way": 0.5, "partway": 0.5, "quarter": 0.25, "three fourths": 0.75, "one half": 0.5}  # fmt: skip
SLOTS["part_of"] = _part_of


def _count(m: Match) -> Part | None:
    return Part("goal", {"relation": "count", "reference": m.thing.head or m.dialogue.object, "count": int(m["num"])} if m.thing is not None and m.thing.names else {"relation": "count", "count": int(m["num"])})


def _give(m: Match) -> Part | None:
    """Of what is in hand; another thing is another matter."""
    thing = m.known
    if thing is not None and thing.how not in ("it", "special") and thing.name != m.dialogue.object:
        return None
    return Part("goal", {"relation": "held_by", "reference": PERSON})


SLOTS["num"] = lambda reader, at: [(v, e) for v, e in number(reader.words, at) if float(v).is_integer() and reader.words[at] not in ("a", "an", "one")]

# how it is done ----------------------------------------------------------------------------------------------------------------

_SKILL_VERBS = {
    "push": "push shove nudge_along push_on", "pull": "pull drag tug haul yank pull_on", "slide": "slide glide", "roll": "roll", "stack": "stack pile pile_up stack_up", "lift": "lift lift_up",
    "press": "press", "tap": "tap", "turn": "turn twist", "scoop": "scoop scoop_up spoon ladle", "throw": "throw toss chuck fling hurl lob", "drop": "drop", "hand_over": "hand_over hand_it_over", "pour": "pour pour_out tip_out",
    "wipe": "wipe scrub mop wipe_down", "place": "place put set_down put_down place_down lay_down set", "pick": "pick pick_up grab grasp", "follow": "follow", "navigate": "drive navigate", "look": "look", "move": "carry move",
}  # fmt: skip
SKILL_VERBS: Table[str] = Table({v.replace("_", " "): skill for skill, verbs in _SKILL_VERBS.items() for v in verbs.split()} | {
    v + "ing": s for v, s in (("push", "push"), ("pull", "pull"), ("roll", "roll"), ("stack", "stack"), ("lift", "lift"), ("press", "press"), ("turn", "turn"), ("scoop", "scoop"), ("throw", "throw"), ("pick", "pick"),
    ("drag", "pull"), ("toss", "throw"), ("lay", "place"), ("tap", "tap"), ("carry", "move"), ("grasp", "pick"), ("pour", "pour"))
} | {"sliding": "slide", "dropping": "drop", "placing": "place", "putting": "place", "wiping": "wipe", "shoving": "push", "moving": "move", "picking": "pick", "picking up": "pick", "grabbing": "pick", "pouring": "pour"})  # fmt: skip
"""Verbs -> the skill that they ask for."""
WEAK_VERBS = frozenset({"place", "move", "pick", "turn", "navigate", "look", "lift"})
"""Skills whose verbs are used for so much else that only `instead` and the like make them another way."""
SLOTS["verb"] = lambda reader, at: list(SKILL_VERBS.at(reader.words, at))


def _skill(m: Match) -> Part | None:
    new: str = m["verb"]
    if (new == m.dialogue.running_skill and m.get("no_verb") is None) or m.get("no_verb") == new:
        return None
    thing = m.thing
    if thing is not None and thing.how not in ("it",) and thing.name not in (m.dialogue.object, ALL) and not thing.plural:
        return None
    return Part("skill", {"new": new})


def _plainly(m: Match) -> Part | None:
    """A verb with a pronoun: another way only if the verb is one of ways."""
    running = m.dialogue.running_skill or ""
    if running.startswith(("open", "close")) and m["verb"] in ("pull", "push", "slide"):
        return None  # how it is done anyway
    if m["verb"] in WEAK_VERBS or running.startswith(m["verb"]):
        return None
    return _skill(m)


_OBJ = "it|that|this|them|{np}"
CLASSES |= {
    "instead": (
        "instead|rather|better|though|this_time"
    ),
    "where": (
        "over|across|along|in|into_it|there|in_there|on|over_there|on_there|up|out|back|away|to_it|in_it|onto_it|down|off|down_there|"
        "over_to_it|here|over_here|inside|on_top|to_the_side|aside|open|shut|closed"
    ),
}
g = GRAMMAR.add
g(_take, """
    wipe|open|close|push|pull|press|pour_from|fill|turn|drive_to|go_to|carry {np} instead|rather [please]
    [i|we|robot|you] <take> {np} [instead|rather|please|this_time|not_this|not_that|not_this_one|not_that_one|first]
    {np} is|would_be better|best|preferable [please]
    {np} instead|rather [please|of_that|of_this|of_it|of_that_one|of_this_one]
    {np} is|was the|what [one] [that] i [want|meant|mean|wanted|said|need|asked_for|was_talking_about|am_talking_about]
    {np} i|we said|meant|want|mean|wanted|asked_for|told_you|need|was_talking_about|was_thinking_of|would_like|prefer|was_after|\
        am_after|was_looking_for
    i [really] want|need|meant|said|wanted {np}
    it is|was [supposed|meant] [to_be] {np}
    not_quite|wrong {np:no} {np}
    <take> {np} instead|rather [of|than] {np:no}
    {np} instead|rather [of|than] {np:no}
    [<take>] {np} [,] [and|but] not {np:no}
    not {np:no} [,|but|,_but|i_meant|i_said|,_i_meant|,_i_said|,_take|take|,_i_want|,_get|,_the_one|,_it_is|,_rather|rather] {np}
    [that|it|this] is not {np:no} [,|but|,_but] [i_want|i_meant|take|get|i_said] {np}
    i do not want|need {np:no} [,|but|,_but] [i_want|i_need] {np}
    should be {np}
    how|what about {np}
    why not {np}
    the name is {np}
    swap|replace|exchange [it|{np:no}] for|with|by {np}
""")
g(_bare, """
    {np}
""", cost=0.6)
g(_quality, """
    {quality} [please|instead|i_said|i_meant|i_mean]
    i said|meant|mean {quality}
    {quality} [,] not|instead_of|rather_than|and_not {quality:no}
    not {quality:no} [,|but|,_but] {quality}
""", cost=0.7)
g(_not_quality, """
    not [the] {quality} [one]
""", cost=0.75)
g(_not, """
    not {np}
    wrong {np}
    [that|it|this|you|they] take|grab|pick|use|is|are|have|was|picked|took|got|grabbed|chose [not|got|taken|the|at|holding|picking|\
        going_for|grabbing] [the|at|for] wrong {np}
    [that|it|this] is not {np}
    <dont> <take> {np}
    not|anything|any|any_one|everything|whichever [one] but|except|other_than {np}
    [i] do_not want|mean {np}
    [i] did_not mean|say|want|ask_for {np}
    [that|it|this] is not the|what [one|thing] [that] i|we meant|mean|want|wanted|said|need|asked_for
    leave {np} and_take_another|take_another_one|use_another
    wrong
    another instead
""")
g(lambda m: _other(m.dialogue, _excluded(m.dialogue, Meant((), "that one", how="it")), ""), """
    wrong one|thing|object|item [altogether|entirely|there]
    [that|it|this|you] is|are|was|have [got|picked|taken] [the] wrong one|thing|object|item
    [that|it|this] is not it|the_one|that_one|the_right_one|what_i_meant|what_i_want|what_i_wanted|what_i_asked_for|the_one_i_meant|\
        the_one_i_want|the_one_i_wanted|what_i_said
    not that|this [one]
    not the one
    <dont> <take> that|this one
    you|it picked|took|grabbed|got|have|chose the wrong [one|thing]
    i did not mean|want that|this [one]
    [a] different|another one
    something else
    try|take|use|pick another [one]
    that was not it|the_one
    not it
""", cost=0.45)
g(_bare_where, """
    {rel} {np} [instead|rather|please|i_mean|i_said|i_meant|would_be_better|is_better|is_fine|then|better|this_time|would_be_nice|\
        would_be_best]
""", cost=0.48)
g(_where, """
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
""", cost=0.42)
g(_between, """
    [<put>] [it|that|this|{np}] [right|down|somewhere] between|in_between|in_the_middle_of|midway_between|halfway_between {pair}
    [i|we] [would|want|like|rather] [like|rather|have] [to] [have] [it|that] between|in_between {pair}
    [it|that] should|goes|belongs|must [be|go|stand] between|in_between {pair}
""", cost=0.4)
g(_give, """
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
""", cost=0.4)
g(_state("upside_down"), """
    [turn|flip|put|place|set|stand|leave|make|have] [it|that|this|{np}] [over|round|around] upside_down|on_its_head|the_wrong_way_up|\
        bottom_up|face_down|the_other_way_up|mouth_down [instead]
    turn|flip it|that|{np} over
    invert it|that|{np}
    it should be|stand|lie upside_down|on_its_head
""", cost=0.4)
g(_state("upright"), """
    [turn|put|place|set|stand|leave|have] [it|that|this|{np}] [back] upright|on_its_feet|the_right_way_up|right_side_up|standing_up|\
        standing [down]
    stand it|that|{np} up
    it should stand|be upright
""", cost=0.44)
g(_state("open"), """
    leave|have|keep|want|i_want|make|get [it|that|{np}] [wide|stay] open [please]
    make sure {np} is|stays open
    <dont> close|shut it|that|{np}
    pull|slide|push it|that|{np} [out|open] all_the_way|fully|completely|right_out
    open it|that|{np} [all_the_way|fully|completely|wide|instead|wider]
    {np} should|must be|stay open
    [all_the_way|wide|fully] open
""", cost=0.44)
g(_state("closed"), """
    leave|have|keep|want|i_want|get [it|that|{np}] closed|shut [please]
    make sure {np} is|stays closed|shut
    <dont> open it|that|{np}
    close|shut it|that|{np} [all_the_way|fully|completely|again|instead|properly]
    {np} should|must be|stay closed|shut
""", cost=0.44)
g(_state("lit"), """
    turn|switch|leave|keep|put [it|that|the_light|the_lamp|{np}] on [instead]
    turn|switch on it|the_light|the_lamp|{np}
    light on
""")
g(_state("unlit"), """
    turn|switch|leave|keep|put [it|that|the_light|the_lamp|{np}] off|out [instead]
    turn|switch off|out it|the_light|the_lamp|{np}
    light off
""")
g(_fill, """
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
""", cost=0.4)
g(_state("full"), """
    fill [it|that|{np}] [up] [to] [the] [top|brim|rim|completely|fully|all_the_way|full]
    [right] [up] to the brim|top|rim
    all the way up|full
    full to the brim
""", cost=0.42)
g(_opened("open"), """
    [only|just] open|pull|slide|push [it|that|{np}] [up|open|out] [only|just] {part_of} [open|please|out]
    [only|just] {part_of} [open|out|is_enough|will_do|is_fine|please]
    leave it|{np} {part_of} open
    <dont> open|pull it|{np} more than {part_of}
""", cost=0.41)
g(_count, """
    only|just|i_want|i_need|i_only_want|i_only_need|take|make_it|we_need|we_only_need|put [only|just] {num} [of_them|is_enough|\
        are_enough|will_do|pieces|of_those|is_plenty|would_do|of_these]
    {num} is_enough|are_enough|will_do|is_plenty|of_them|of_those
    only|just|i_want|i_only_want|i_need|make_it|put|take|we_only_need|we_need [only|just] {num} {np}
""", cost=0.7)
g(_skill, """
    <dont> {verb:no_verb} [it|that|this|them|{np}] [up|down|along|over|out] [,] [but|just|rather|instead|please] [just] {verb} [it|\
        that|this|them|{np}] [<where>] [<instead>]
    [just] {verb} [it|that|this|them|{np}] [<where>] [,] [and] <dont>|not|instead_of|rather_than|no_need_to|no {verb:no_verb} [it|\
        that|this|them|{np}] [up|down|along|over|in] [so_carefully|carefully|so_gently|down_gently]
    [just|can_not_you|why_do_not_you|could_not_you|better|try_to|can_you_not|you_could|why_not|how_about|you_can|it_is_better_to|\
        it_would_be_better_to|rather|instead] [just] {verb} [it|that|this|them|{np}] [<where>] <instead>
    can_not_you|why_do_not_you|could_not_you|better|can_you_not|you_could_just|why_not|how_about|you_can_just|it_is_better_to|\
        it_would_be_better_to|rather|instead|would_not_it_be_better_to|is_it_not_easier_to|it_is_easier_to|try [just] {verb} [it|\
        that|this|them|{np}] [<where>]
    <instead> [of] {verb:no_verb} [it|that|this|them|{np}] [up|down] [,] {verb} [it|that|this|them|{np}] [<where>]
    no {verb:no_verb} [,] [just] {verb} [it|that|this|them|{np}] [<where>]
    not {verb:no_verb} [it|that|this|them|{np}] [up|down] [,] [but] {verb} [it|that|this|them|{np}] [<where>]
    {verb} not {verb:no_verb}
    i|we want|would_like|meant|said|asked you to {verb} [it|that|this|them|{np}] [<where>] [not|rather_than|instead_of] [to] \
        [{verb:no_verb}] [it|that|this|them|{np}] [up]
    by {verb} [it|that|this|them|{np}]
    do it by {verb} [it|that|this|them|{np}]
    {verb} would|is be|better|easier|fine [better]
    i|we said|meant|want [to] {verb} [not] [{verb:no_verb}]
""", cost=0.34)
g(_plainly, """
    [just|simply|please|you_have_to|you_need_to|you_should|you_must|no_just] {verb} [it|that|this|them|{np}] [<where>]
    just {verb} [it|that|this|them|{np}] {rel} {np:place}
    {verb} [it|that|this|them|{np}] {rel} {np:place} instead
""", cost=0.49)
