"""Another way of doing it: `push it, do not pick it up`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Match, Part
from heedful.agents.corrections.dialogue import ALL
from heedful.agents.corrections.magnitudes import amounts
from heedful.agents.understanding.tables import Table

_SKILL_VERBS = {
    "push": "push shove nudge_along push_on", "pull": "pull drag tug haul yank pull_on", "slide": "slide glide", "roll": "roll",
    "stack": "stack pile pile_up stack_up", "lift": "lift lift_up",
    "press": "press", "tap": "tap", "turn": "turn twist", "scoop": "scoop scoop_up spoon ladle", "throw": "throw toss chuck fling hurl "
    "lob", "drop": "drop", "hand_over": "hand_over hand_it_over", "pour": "pour pour_out tip_out",
    "wipe": "wipe scrub mop wipe_down", "place": "place put set_down put_down place_down lay_down set", "pick": "pick pick_up grab grasp",
    "follow": "follow", "navigate": "drive navigate", "look": "look", "move": "carry move",
}  # fmt: skip
SKILL_VERBS: Table[str] = Table({v.replace("_", " "): skill for skill, verbs in _SKILL_VERBS.items() for v in verbs.split()} | {
    v + "ing": s for v, s in (("push", "push"), ("pull", "pull"), ("roll", "roll"), ("stack", "stack"), ("lift", "lift"), ("press",
        "press"), ("turn", "turn"), ("scoop", "scoop"), ("throw", "throw"), ("pick", "pick"),
    ("drag", "pull"), ("toss", "throw"), ("lay", "place"), ("tap", "tap"), ("carry", "move"), ("grasp", "pick"), ("pour", "pour"))
} | {"sliding": "slide", "dropping": "drop", "placing": "place", "putting": "place", "wiping": "wipe", "shoving": "push",
    "moving": "move", "picking": "pick", "picking up": "pick", "grabbing": "pick", "pouring": "pour"})  # fmt: skip
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


def _shifts(m: Match) -> bool:
    """`pull back`, `push down a bit`: the arm goes there; nothing is named to be pulled, or it is told how far."""
    way = m.said.split()[-1] in ("up", "down", "back", "away", "over", "aside", "out", "in")
    bare = len(m.said.split()) == 2 and m["verb"] in ("pull", "push", "slide")
    near = next((a for a, _ in amounts(m.words, m.end)), None) or m.amount
    return way and (bare or (near is not None and near.unit in ("m", "word")))


def _plainly(m: Match) -> Part | None:
    """A verb with a pronoun: another way only if the verb is one of ways."""
    running = m.dialogue.running_skill or ""
    surface = m.get("surface")
    if surface is not None and not (surface.names and surface.determined and (surface.head or surface.how == "special")):
        return None
    if m["verb"] in ("pull", "push", "press", "slide", "drop") and _shifts(m):
        return None
    if running.startswith(("open", "close")) and m["verb"] in ("pull", "push", "slide"):
        return None  # how it is done anyway
    if m["verb"] in WEAK_VERBS or running.startswith(m["verb"]):
        return None
    return _skill(m)


def _given(m: Match) -> Part | None:
    """`give it a shove`: the noun is the verb."""
    thing = m.thing
    if thing is not None and thing.how != "it" and thing.name != m.dialogue.object:
        return None
    said = m.said.split()
    new = next((_GIVEN[w] for w in said[said.index("a") :] if w in _GIVEN), None)
    return None if new is None or new == m.dialogue.running_skill else Part("skill", {"new": new})


_GIVEN = {word: skill for skill, words in {"push": "push shove", "pull": "pull tug drag haul", "roll": "roll", "slide": "slide", "throw":
    "toss throw", "wipe": "wipe scrub", "tap": "tap", "press": "press", "scoop": "scoop", "lift": "lift"}.items()
    for word in words.split()}  # fmt: skip
CLASSES |= {
    "given": "push|shove|pull|tug|drag|haul|roll|slide|toss|throw|wipe|scrub|tap|press|scoop|lift",
    "instead": ("instead|rather|better|though|this_time"),
    "where": (
        "over|across|along|in|into_it|there|in_there|on|over_there|on_there|up|out|back|away|to_it|in_it|onto_it|down|off|down_there|"
        "over_to_it|here|over_here|inside|on_top|to_the_side|aside|open|shut|closed"
    ),
}
g = GRAMMAR.add
g(
    _skill,
    """
    <dont> {verb:no_verb} [it|that|this|them|{np}] [up|down|along|over|out] [,] [but|just|rather|instead|please] [just] {verb} [it|\
        that|this|them|{np}] [<where>] [<instead>]
    [just] {verb} [it|that|this|them|{np}] [<where>] [,] [and] <dont>|not|instead_of|rather_than|no_need_to|no {verb:no_verb} [it|\
        that|this|them|{np}] [up|down|along|over|in] [so_carefully|carefully|so_gently|down_gently]
    [just|could_you|can_you|would_you|will_you|can_not_you|why_do_not_you|could_not_you|better|try_to|can_you_not|you_could|why_not|\
        how_about|you_can|it_is_better_to|\
        it_would_be_better_to|rather|instead] [just] {verb} [it|that|this|them|{np}] [<where>] <instead>
    can_not_you|why_do_not_you|could_not_you|better|can_you_not|you_could_just|why_not|how_about|you_can_just|it_is_better_to|\
        it_would_be_better_to|rather|instead|would_not_it_be_better_to|is_it_not_easier_to|it_is_easier_to|try [just] {verb} [it|\
        that|this|them|{np}] [<where>]
    <instead> [of] {verb:no_verb} [it|that|this|them|{np}] [up|down] [,] {verb} [it|that|this|them|{np}] [<where>]
    better|easier|rather to {verb} [it|that|{np}] than [to] {verb:no_verb}
    no {verb:no_verb} [,] [just] {verb} [it|that|this|them|{np}] [<where>]
    not {verb:no_verb} [it|that|this|them|{np}] [up|down] [,] [but] {verb} [it|that|this|them|{np}] [<where>]
    {verb} not {verb:no_verb}
    i|we want|would_like|meant|said|asked you to {verb} [it|that|this|them|{np}] [<where>] [not|rather_than|instead_of] [to] \
        [{verb:no_verb}] [it|that|this|them|{np}] [up]
    by {verb} [it|that|this|them|{np}]
    do it by {verb} [it|that|this|them|{np}]
    {verb} would|is be|better|easier|fine [better]
    i|we said|meant|want [to] {verb} [not] [{verb:no_verb}]
""",
    cost=0.34,
)
g(
    _given,
    """
    [instead_of|rather_than] [{verb:no_verb}] [it|that|this|{np:x}] [up|down|around|about] [,] [just|better|rather|can_you|please|\
        why_not|you_could] give it|that|this|{np} a [good|little|gentle|quick|small|light|proper] <given> [<instead>|now] [instead_of|\
        rather_than|not|do_not] [{verb:no_verb2}] [it|that|this|{np:x2}] [up]
""",
    cost=0.33,
)
g(
    _plainly,
    """
    [just|simply|please|you_have_to|you_need_to|you_should|you_must|no_just] {verb} [it|that|this|them|{np}] [<where>]
    just {verb} [it|that|this|them|{np}] {rel} {np:place}
    [just|please|you_have_to|you_need_to] {verb} at|on it|that|this
    [just|please|you_have_to|you_need_to|you_can] {verb} [it|that|this|them|{np}] along|across|over|on|down [on|along|over] {np:surface}
    {verb} [it|that|this|them|{np}] {rel} {np:place} instead
""",
    cost=0.49,
)
