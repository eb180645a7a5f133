"""Another place: `in the green bowl`, `between the other two`, `give it to me`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.corrections.dialogue import ALL, CENTRE, EDGE, PERSON, ROBOT, Dialogue
from heedful.agents.corrections.relations import relation_to
from heedful.agents.corrections.targets import another
from heedful.agents.corrections.things import VESSELS, Meant, alike, fits, noun_of, the_one


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


def give(m: Match) -> Part | None:
    """Of what is in hand; another thing is another matter."""
    thing = m.known
    if thing is not None and thing.how not in ("it", "special") and thing.name != m.dialogue.object:
        return None
    return Part("goal", {"relation": "held_by", "reference": PERSON})


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
    give,
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
