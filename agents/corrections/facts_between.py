"""Facts that relate a thing to another: where it is, whether it is in the hand, whose it is, whether it fits."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.dialogue import PERSON, ROBOT
from heedful.agents.corrections.facts import DENIED, about, fact
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table

_RELATED: Table[str] = Table({
    **dict.fromkeys(ways("[already|still] in|inside|inside_of"), "in"), **dict.fromkeys(ways("[already|still] on|on_top_of|sitting_on|"
        "standing_on|lying_on|resting_on"), "on"), **dict.fromkeys(ways("[already|still] under|underneath|beneath|below"), "under"),
    **dict.fromkeys(ways("[already|still] next_to|beside|by|near"), "next_to"),
})  # fmt: skip
SLOTS["related"] = lambda reader, at: list(_RELATED.at(reader.words, at))


def _where(m: Match) -> Part | None:
    name, place = about(m, "in"), m["place"]
    other = place.name or next((n for n in place.names if n == m.dialogue.target), None)
    if place.how == "it" or name is None or other is None or other == name or other in (PERSON, ROBOT):
        return None
    return fact(m["related"], [name, other], not DENIED & set(m.said.split()))


def _holding(value: bool) -> Maker:
    def made(m: Match) -> Part | None:
        thing = m.thing
        name = thing.name if thing is not None and thing.how not in ("it",) and thing.name else m.dialogue.object
        if name is None or (m.get("np") is not None and thing is not None and thing.how == "special"):
            return None
        return fact("holding", [ROBOT, name], value)

    return made


def _owned(m: Match) -> Part | None:
    name = about(m, "owned_by")
    if name is None:
        return None
    said = m.get("owner") or PERSON
    return fact("owned_by", [name, said], not DENIED & set(m.said.split()))


def _owner(reader: Reader, at: int) -> list[tuple[str, int]]:
    words = reader.words
    if words[at] in ("me", "us", "mine", "ours"):
        return [(PERSON, at + 1)]
    start = at + 1 if words[at] in ("my", "the", "our", "a") else at
    return (
        [(words[start], start + 1)]
        if start < len(words) and words[start].isalpha() and words[start] not in ("in", "on", "the", "there", "here", "to", "it")
        else []
    )


SLOTS["owner"] = _owner


def _fits(m: Match) -> Part | None:
    name, place = about(m, "fits"), m.get("place")
    other = (place.name or m.dialogue.target) if place is not None and place.how != "it" else m.dialogue.target
    value = not DENIED & set(m.said.split()) and not {"too", "small", "large", "big"} & set(m.said.split())
    return fact("fits", [name, other], value) if name and other and name != other else fact("fits", [name], value) if name else None


def _size_fact(m: Match) -> Part | None:
    """`it is too big for the bowl`."""
    name, place = about(m, "fits"), m.get("place")
    other = place.name if place is not None and place.how != "it" else m.dialogue.target
    return fact("fits", [name, other], False) if name and other and name != other else None


def _absent(m: Match) -> Part | None:
    thing = m.thing
    return fact("present", [thing.name], False) if thing is not None and thing.name and thing.how not in ("special",) else None


def _empty(m: Match) -> Part | None:
    thing = m.thing
    name = thing.name if thing is not None else None
    return fact("empty", [name], True) if name else None


g = GRAMMAR.add
g(
    _where,
    """
    [<think>] [,] {np} <is> [not|no_longer] [<already>] {related} {np:place} [already|now|still|any_more|anymore]
    [<think>] [,] there is already|still|still_a|already_a {np} {related} {np:place}
    {np} [<is>] [already] lies|stands|sits|lying|standing|sitting [already|still] {related} {np:place}
""",
    cost=0.45,
)
g(
    _holding(False),
    """
    [<think>] [,] you [have|just] dropped|lost|missed [it|that|{np}] [again|now|already|there]
    [<think>] [,] you do_not|are_not|no_longer|did_not|have_not|never [actually|even|really|have] have|holding|hold|got|get|grab|\
        grabbed|pick_up|picked_up|caught|gripped|gotten|grasped|catch|gripping|grip [hold_of] [it|that|{np}|anything|anymore] \
        [anymore|any_more|yet|properly|in_your_hand|at_all|now]
    it|that|{np} [has] [just] fell|fallen|slipped|dropped|came|fell_down [down|out|off|away|on_the_floor|to_the_floor|from_your_hand|\
        loose] [of] [your] [hand|gripper|again|fingers]
    your|the hand|gripper|claw|fingers is|are|s empty
    [there_is] nothing in your hand|gripper|fingers|grip|claw
    [it|that|{np}] is [no_longer|not] in your hand|gripper|grip|fingers [anymore|any_more]
    you are not holding|carrying anything|it|{np} [anymore|any_more|at_all]
    you [have] let it fall|drop|slip
    you are [grasping|holding|carrying|closing_on] [thin] air|nothing|empty_handed
""",
    cost=0.4,
)
g(
    _holding(True),
    """
    you [already|still|do] [already|still|do] have|hold|got|are_holding|have_got|are_carrying|are_still_holding it|that|{np} \
        [already|in_your_hand|now|in_your_gripper]
    [it|that|{np}] is [already|still] in your hand|gripper
    you are [already|still] holding it|that|{np}
""",
    cost=0.45,
)
g(
    _owned,
    """
    [<think>] [,] {np} is [not] mine|ours
    [<think>] [,] {np} [does_not] belongs|belong to {owner} [s]
    [<think>] [,] {np} is|s [not] {owner} s
    [<think>] [,] {np} is|s [not] my|our {owner} s
    that is my|our {np}
    {np} is [my] {owner} s property
""",
    cost=0.4,
)
g(
    _owned,
    """
    that|this|it is|s [not] mine|yours|ours
""",
    cost=0.4,
)
g(
    _fits,
    """
    [<think>] [,] {np} does|will|is|can|would|could [not|never] [going_to] fit|go|goes|fits [in|into|on|there|inside|onto|under|\
        through] [there|it|{np:place}]
    [<think>] [,] {np} fits [in|into|on|inside|under] [{np:place}]
    [<think>] [,] there is no|not room|space|enough_room|enough_space [left] [for] {np} [in|on] [there|{np:place}]
    {np} [will|does] not fit
""",
    cost=0.4,
)
g(
    _size_fact,
    """
    [<think>] [,] {np} is|s [far|way|much|a_bit] too big|large|wide|tall|long|fat|thick|high|bulky for|to_fit_in|to_fit_into|\
        to_go_in|to_go_into|to_fit_on|to_fit [{np:place}|there|in|in_there]
    {np} is too big|large|wide|fat|tall
""",
    cost=0.42,
)
g(
    _empty,
    """
    [<think>] [,] there is nothing|no_water|nothing_left|no_liquid|no_coffee [left] in {np} [any_more|anymore]
    [<think>] [,] {np} has nothing|nothing_left in it
""",
    cost=0.4,
)
g(
    _absent,
    """
    [<think>] [,] there is no {np} [here|there|any_more|anymore]
    [<think>] [,] there is not a|any {np} [here|there]
    i|somebody|someone|we [have] [already] took|taken|removed|moved {np} away
""",
)
g(
    lambda m: _reach(m),
    """
    [<think>] [,] you can not|never reach|get_to|get_at {np} [from_there|from_here|like_that]
""",
    cost=0.4,
)


def _reach(m: Match) -> Part | None:
    thing = m.thing
    return fact("reachable", [thing.name], False) if thing is not None and thing.name and thing.how != "special" else None
