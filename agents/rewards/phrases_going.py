"""Constructions of requests to legged bodies: going, turning, facing."""

from __future__ import annotations

from heedful.agents.corrections.constructions import Part
from heedful.agents.rewards import phrases_postures  # noqa: F401  its classes of words
from heedful.agents.rewards.phrases import LEGGED, WITH, act, said

g = LEGGED.add
LEGGED.classes["over_there"] = "over|on|along|there|out|straight"
for gait, verbs in {
    "go": "go|move|proceed|travel|advance|drive|going|moving|make_your_way|venture|come|coming|return|approach",
    "walk": "walk|stroll|amble|wander|walking|pad|saunter|stride|take_a_walk|ramble|hike|plod|strut",
    "run": "run|jog|sprint|dash|race|rush|running|charge|bolt|hurry|scamper|scurry",
    "trot": "trot|trotting", "gallop": "gallop|galloping|canter", "bound": "bound|bounding", "pace": "pace|pacing", "pronk": "pronk|"
    "pronking|stot",
    "creep": "creep|crawl|sneak|tiptoe|slink|stalk|inch|tip_toe|edge|shuffle|creeping|sneaking|crawling",
    "moonwalk": "moonwalk|do_the_moonwalk|do_a_moonwalk|moon_walk|do_the_moon_walk|do_a_moon_walk|moonwalking|perform_a_moonwalk",
    "march": "march|marching|stomp|goose_step",
}.items():  # fmt: skip
    g(act("go", gait=gait), f"""
    {verbs} [<over_there>] {"[like] [a_soldier|soldiers]" if gait == "march" else ""}
""", 0.5)  # fmt: skip
    if gait in ("walk", "trot", "gallop", "bound", "pace", "pronk"):
        g(said(gait=gait), f"""
    with|in|using a|the {verbs} [gait|style|pace|motion]
""", 0.3)  # fmt: skip
g(said(gait="pace"), """
    [with] [the|your] legs|feet|paws of|on each|the_same|either side [moving|going|stepping] together
    [with] [the|your] left and right legs|feet moving alternately
""", 0.3)  # fmt: skip
g(said(gait="trot"), """
    [with] diagonal|diagonally_opposite|opposite legs|feet|pairs [moving|going|stepping] together
""", 0.3)  # fmt: skip
g(act("go", gait="go"), """
    step|head|take_a_step|take_steps [to] [the] {way}
    head [over|back|straight] to|for|towards {np:toward}
""", 0.45)  # fmt: skip
g(act("go", gait="go", dir="backward"), """
    back|reverse|retreat|backing [up|away|off]
    walk|go|step in reverse
""", 0.45)  # fmt: skip
g(act("go", gait="walk", sideways=True), """
    strafe|sidestep|side_step
    walk|go|move|step|shuffle sideways
    crab_walk
    walk|go|move like a crab
""", 0.45)  # fmt: skip
g(said(place=True), """
    on|in the|this|one|your spot|place
    in place
    where you are|stand
    without going|moving|getting anywhere|forward|away
    without leaving the|your spot|place
    without moving from the spot
    around your own|vertical axis
    around yourself
""", 0.3)  # fmt: skip
g(said(circle=True), """
    in|around_in a|one circle|circles|ring
    in circles
    around|round in circles
    along a circle
    a circle
""", 0.35)  # fmt: skip
g(said(), """
    [all_the_way|right|up|over] to|up_to {np:to} [here]
    over|across to {np:to}
    next|close|near to {np:to}
""", 0.3)  # fmt: skip
g(lambda m: Part(WITH, {"has": {"to_person": True}}), """
    here|over_here|to_me|back_to_me
""", 0.3)  # fmt: skip
g(act("go", gait="go"), """
    approach|visit|reach|join|follow|get_to|get_over_to|get_close_to|get_near {np:to}
""", 0.45)  # fmt: skip
g(act("go", gait="go", to_person=True), """
    come [over|back|right] [here]
    come [over|back|right] here [to] [me]
    come to me|us
    come closer|nearer [to] [me|us]
""", 0.45)  # fmt: skip
g(said(), """
    towards|toward|in_the_direction_of|for {np:toward}
    [away] from {np:off}
    away|off from {np:off}
    [to|towards|toward|into|due|in_the_direction_of|in_direction] {sky}
    [in] [the] direction [of] {sky}
""", 0.3)  # fmt: skip
g(act("turn"), """
    <turn> [yourself]
    do|make|take|perform a [slow|quick|sharp] turn
    do|make|take|perform [a|another] {angle} [turn]
    turn|rotate|do|make {angle}
""")  # fmt: skip
g(act("turn", around=True), """
    <turn> [yourself] around|about|round
    do|make an|a about_turn|about_face|u_turn|one_eighty|180
    about turn|face
    look|face behind|backwards|the_other_way
    face the other|opposite way|direction
""", 0.45)  # fmt: skip
g(act("turn", spins=True), """
    <spin> [around|round]
    do|make|perform a|some spin|pirouette|spins|pirouettes|twirl [around]
    turn|rotate|go|run around|round and around|round
    <turn> continuously|constantly|without_stopping|endlessly|nonstop|forever|on_and_on
    keep [on] <turn>
""", 0.45)  # fmt: skip
g(act("face"), """
    <look> [yourself|your_nose|your_head] [straight|directly|over|back|right] [<at>] {np:to}
    <look> [yourself|your_nose|your_head] [straight|directly|right] [<at>] [the] [direction|of] {sky}
    <look> [in] [the] direction of {np:to}
    <look> [in] the direction [of] {sky}
    <turn> [yourself] [<at>] {np:to}
    <turn> [yourself] <at> {sky}
    <turn> [yourself] until you are looking|facing|pointing|look|face [at|towards|to] {np:to}
    <turn> [yourself] until you are looking|facing|pointing|look|face [at|towards|to|due] {sky}
    head <at> {sky}
    <look> [straight|directly|over] in|into|towards my|our direction
    keep|have your eyes|nose|gaze on|towards|at {np:to}
""", 0.4)  # fmt: skip
g(act("face"), """
    look|gaze|glance {way}
    face|look
""", 0.6)  # fmt: skip
g(act("face", back=True), """
    turn|show|have|keep|point your back|tail|bottom|rear [on|to|towards|at|toward] {np:to}
    face|look|turn away from {np:to}
    turn|stand with your back to {np:to}
    [<turn>] [yourself] [round|around] so|until [that] your|the back|tail|bottom|rear [is|s|faces|points] [to|towards|at] {np:to}
""", 0.35)  # fmt: skip
