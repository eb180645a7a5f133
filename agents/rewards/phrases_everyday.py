"""More that is said every day to a body on legs: steps that are counted, shares of a usual height, what is within how far."""

from __future__ import annotations

from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.rewards import phrases_feet, phrases_going  # noqa: F401  their classes of words
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, ASIDE, LEGGED, act, filled, mark, said
from heedful.agents.understanding.amounts import number

STEP = 0.25
"""A step, where the way is told in steps [m]."""
STANDING = 0.3
"""Usual height of the torso, of which shares are told [m]."""
_STEPS = frozenset({"step", "steps", "pace", "paces", "stride", "strides"})


def _counted(reader: Reader, at: int) -> list[tuple[float, int]]:
    """A way told in steps: `three steps`, `a couple of paces` [m]."""
    words = reader.words
    rough = {("a", "few"): 3, ("a", "couple", "of"): 2, ("some",): 3, ("several",): 4}
    found = [(n, at + len(w)) for w, n in rough.items() if tuple(words[at : at + len(w)]) == w] + list(number(words, at))
    return [(round(float(n) * STEP, 3), end + 1) for n, end in found if end < len(words) and words[end] in _STEPS]


SLOTS["counted"] = _counted
g = LEGGED.add
g(act("lift"), """
    give|lend|offer|show|hand [me|us] {feet}
    keep|hold|leave|have {feet} off|clear_of|above <ground> [as] [if] [it] [hurts|hurt|were_hurt] 
    take {feet} off <ground>
    <lift> {feet} clear [of] <ground>
""", 0.4)  # fmt: skip
g(mark(ASIDE), """
    as if|though it|you|they hurt|hurts|were_hurt|were_injured|is_hurt|is_injured|limped|were_lame
    as though it hurt
""", 0.2)  # fmt: skip


def _share_of_height(m: Match) -> Part:
    return Part(ACT, {"act": Act("body", {"to_length": round(STANDING * float(m["share"]), 3)})})


g(_share_of_height, """
    [crouch|squat|sink|rise|go|get] [down|up] [until] [<your>] <body> is|are|at|to [at|to] {share} [of] [<your>|its] usual|normal|\
standing|full height
    [crouch|squat|sink|go|get] [down] to {share} [of] [<your>] [usual|normal|standing|full] height
    [at|to] {share} [of] [<your>|its] usual|normal|standing|full height
""", 0.3)  # fmt: skip
g(act("keep_off"), """
    do_not|never get|come|go|be|move|walk|step [any] nearer|closer [to] {np:off} than {metres}
    do_not|never get|come|go|be|move|walk|step within {metres} of {np:off}
    stay|keep|remain outside|beyond [of] {metres} [of|from|around] {np:off}
    stay|keep|remain|be more_than|at_least|over|no_closer_than|no_nearer_than {metres} [away|off|clear] from|of|to {np:off}
    give {np:off} a wide berth
    leave|keep [at_least] {metres} [of_space|of_room|of_distance|of_clearance] to|between_you_and|from|around {np:off}
""", 0.3)  # fmt: skip
g(act("posture", name="stand"), """
    on|onto|to your feet|legs
    up you get|go|come
    up with_you [now]
    get|stand back up [again]
    upright|standing again
""", 0.15)  # fmt: skip
g(act("posture", name="lie"), """
    get|bring|put|press|push|lower|drop|lay|flatten|have <your> <body> [right|all_the_way|flat|down] down|to|onto|on|against|flat [to|\
onto|on|against] <ground>
    flatten yourself
    lie|be|get|go down [like_a_rug|like_a_mat]
""", 0.38)  # fmt: skip


def _meanwhile(m: Match) -> Part:
    return Part(ACT, {"act": Act("body", {"dir": "down", **filled(m)}), "how": "while"})


g(_meanwhile, """
    staying|remaining|going|being|keeping [down] [very|nice_and] low|down|small|down_low|close_to_the_ground|near_the_ground
    [keep|keeping|stay|staying] your head down
""", 0.42)  # fmt: skip
g(act("face"), """
    [with] [<your>|the] <front> [pointing|pointed|turned|facing] to|towards|toward|due|at {sky}
    [with] [<your>|the] <front> [pointing|pointed|turned|facing] to|towards|toward|at {np:to}
    take|have a look at {np:to}
    turn your attention|gaze|head|eyes to|towards {np:to}
""", 0.4)  # fmt: skip
g(act("turn", spins=True), """
    keep|go_on|carry_on going|running|walking|turning round|around|in_circles [and] [round|around]
    keep|go_on|carry_on spinning|turning|rotating|whirling|twirling
    go|run|walk|turn round and round
    round|around and round|around [you_go]
""", 0.38)  # fmt: skip
g(act("go", gait="go"), """
    take {counted:length} {way}
    {counted:length} {way}
    {way} {counted:length}
    walk|go|move|step {counted:length} {way}
    creep|sneak|steal|sidle up on|to|towards {np:to}
    make for|tracks_for|your_way_to {np:to}
    take yourself to {np:to}
    pop|nip|trundle|toddle|potter|head over|across|along to {np:to}
""", 0.36)  # fmt: skip
g(act("go", gait="creep"), """
    creep|sneak|steal|prowl up on|to|towards {np:to}
""", 0.35)  # fmt: skip
g(act("go", gait="walk"), """
    drift|glide|cruise|march_on|amble|trundle|potter|mosey [along]
""", 0.5)  # fmt: skip
g(act("go", gait="walk", sideways=True), """
    drift|glide|slide|shuffle sideways|sidewards
    crab|crabwalk
""", 0.42)  # fmt: skip
g(act("step"), """
    tap|pat|strike|drum|knock|stamp|beat|thump [on] <ground> [with|using] {feet}
    [with|using] {feet} tap|pat|strike|drum|knock|stamp [on] <ground>
    paw at|on <ground> with {feet}
""", 0.35)  # fmt: skip
g(act("wave"), """
    wave [hello|goodbye] [at|to] [us|me|them|everyone|the_people|the_camera] [with|using] {feet}
""", 0.35)  # fmt: skip
g(act("lean"), """
    lean|tilt|tip|list|bank|heel [over] [onto|on|to] [<your>|the] {way} side
    lean|tilt|tip|list|bank|heel [over] [onto|on|to] your {way} side
""", 0.35)  # fmt: skip
g(said(level="high"), """
    with your head|nose|chin held high|up
""", 0.6)  # fmt: skip
g(act("ends", end="front", dir="up"), """
    [with] your|the head|nose|chin|snout [held] [up] high|up
    chin|head|nose up [high]
    look up [at] [the] [sky|stars|ceiling|moon]
""", 0.36)  # fmt: skip
g(act("ends", end="front", dir="down"), """
    dip|drop|lower|sink|point|dig your|the <front> [down] [to|towards|toward|at|into] [<ground>]
""", 0.38)  # fmt: skip
g(said(circle=True), """
    in|along a|one [big|large|wide|small|tight|little] circle|ring|loop|arc
""", 0.3)  # fmt: skip
g(said(), """
    bearing|veering|curving|turning|bending [to] [the] {way}
""", 0.35)  # fmt: skip
