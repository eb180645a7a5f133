"""Constructions of requests to legged bodies: feet, steps, hops, and what to keep away from."""

from __future__ import annotations

from heedful.agents.rewards import phrases_postures  # noqa: F401  its classes of words
from heedful.agents.rewards.phrases import LEGGED, act, said
from heedful.agents.rewards.postures import FRONT

g = LEGGED.add
g(act("lift"), """
    <lift> {feet} [<lifted>] [<lifted>]
    with|have {feet} <lifted> [<lifted>]
    {feet} <lifted>
    lift|raise [up] {feet} [up]
""", 0.45)  # fmt: skip
g(act("lift", feet=FRONT[1:]), """
    give [me|us] [a|your|the] paw|hand|five
    high five
    give me five
    shake hands|paws|a_paw|my_hand
    paw [please]
""", 0.45)  # fmt: skip
g(act("wave"), """
    wave [hello|goodbye] [at|to] [{np:to}]
    wave [hello|goodbye] [at|to] [{np:to}] with|using {feet}
    wave {feet} [at|to] [{np:to}]
""", 0.45)  # fmt: skip
g(act("reach_out"), """
    stretch|extend|reach|put|push|move|hold [out] {feet} [out|away|ahead]
    reach|stretch [out] [with] {feet} [out]
""", 0.5)  # fmt: skip
g(act("foot_near"), """
    touch|tap|poke|reach|nudge|press|paw|hit|kick {np:to} with|using {feet}
    put|place|rest|set|lay {feet} on|against|onto {np:to}
    with|using {feet} touch|tap|poke|reach {np:to}
""", 0.45)  # fmt: skip
g(said(), """
    [with] [a] step height|steps of {metres:swing}
    [with] {metres:swing} step_height|high_steps|of_step_height|of_foot_clearance|foot_clearance
    lifting|raising your|the feet|paws [by|to] {metres:swing}
""", 0.3)  # fmt: skip
g(said(sweep=0.12), """
    [with] [the|your] feet|legs [are|is] swing|swinging|swings|moving|move|sliding|slide [as_if] [they] [were|are|is] [moving|walking|\
going] forward|forwards
""", 0.3)  # fmt: skip
g(act("level"), """
    keep|keeping|hold|holding|with your|the|its body|back|torso|trunk level|flat|horizontal|even|parallel_to_the_ground
    stay|stand level|horizontal
""", 0.4)  # fmt: skip
g(act("level", straight=True), """
    keep|keeping|hold|holding|with your|the|its body|back|torso|trunk straight
""", 0.4)  # fmt: skip
g(act("step"), """
    step|stamp|tap|stomp|drum|paddle|stepping [with] {feet}
    move {feet} up_and_down
""", 0.5)  # fmt: skip
g(said(steps="high"), """
    lifting|raising|picking_up|with your|the feet|knees|legs|paws [up] [nice|really|very] high|up|raised [up]
    lift|raise your|the feet|knees|legs high
    with high steps|knees
    taking high|big steps
""", 0.35)  # fmt: skip
g(said(steps="low"), """
    with [small|low|flat|tiny|little] small|low|flat|tiny|little steps
    keep|keeping your feet low|close_to_the_ground
""", 0.35)  # fmt: skip
g(act("hop"), """
    hop|jump|bounce|leap|hopping|jumping|bouncing|bob|spring|skip [along|about|around] [like] [a_rabbit|a_bunny|a_kangaroo|a_frog|rabbits]
    bunny hop
    do|make|take a [little|small|big|high] hop|jump|leap|bounce
    do jumping_jacks|hops|jumps
""", 0.5)  # fmt: skip
g(said(), """
    up and down
    nice and springy|bouncy
    springily|bouncily
""", 0.3)  # fmt: skip
g(said(gait="walk"), """
    at|with [a] walking|walk pace|speed
""", 0.3)  # fmt: skip
g(act("go", gait="go"), """
    stay|keep|remain|be close|near [to] {np:to}
""", 0.4)  # fmt: skip
g(act("go", gait="march", place=True), """
    step in place
    step on the spot
""", 0.4)  # fmt: skip
g(act("keep_off"), """
    stay|keep|remain|be|get|steer|keep_your_distance|keep_yourself [well|far|at_least|a|clear] [away|off|clear|distance] from|of {np:off}
    stay|keep|remain|be [at] [least] {metres} [away|off|clear|distance] from|of {np:off}
    avoid {np:off}
    do_not|never come|go|get|be|move|step [any] closer|nearer than {metres} to|of|from|towards {np:off}
    do_not|never go|come|get [too|anywhere] near|close|close_to {np:off}
    keep your distance from {np:off}
""", 0.4)  # fmt: skip
