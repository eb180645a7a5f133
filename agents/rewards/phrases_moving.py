"""More ways in which a body on legs is told every day how to hold itself and to move."""

from __future__ import annotations

from heedful.agents.rewards import phrases_everyday  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import ASIDE, LEGGED, act, mark, said

g = LEGGED.add
g(act("posture", name="stand", still=True), """
    be|stay|stand|hold|keep|remain as still|quiet|motionless|calm as possible|you_can|a_statue|a_mouse|a_stone
    stand|freeze|stay like a statue|stone|rock|tree
    come to a [gentle|full|complete|slow] halt|stop|standstill|rest
    do_not move a muscle|an_inch
    stay put|where_you_are|as_you_are
""", 0.34)  # fmt: skip
g(act("reach_out"), """
    put|stretch|extend|reach|push|move|stick|point|hold|bring {feet} [straight|right|well|further|far] forward|forwards|ahead|out_in_front|\
in_front_of_you|out_ahead|ahead_of_you|out_forward
""", 0.34)  # fmt: skip
g(said(steps="high"), """
    raise|lift|pick [up] [all] [of] your|the feet|legs|paws|knees [up] high|higher|more as|when|while you
    [with] high|big|exaggerated steps|knees
    raise|lift|pick [up] [all|all_of] your|the feet|legs|paws|knees [up] well|nice_and_high|clear_of_the_ground
    prancing
""", 0.3)  # fmt: skip
g(said(steps="low"), """
    taking|take|with short|small|tiny|little|short_quick|quick_little steps
    shuffling
""", 0.34)  # fmt: skip
g(mark(ASIDE), """
    like a|an|the top|ballerina|dervish|dancer|soldier|king|queen|thief|ninja|model|champion|pro|gentleman|lady|star|madman|clock
    like soldiers|dancers|mad|crazy
    as usual|normal|before|always
    for fun|me|a_change|once
    and stay|stop there|still|put|down
    and do_not|never move [again|any_more]
""", 0.25)  # fmt: skip
g(act("go", gait="walk"), """
    set off|out|forth [at] [a] [brisk|easy|slow|steady|quick] [walk|pace]
    get going|moving|walking
    take short|small|tiny|little|big|long|quick|slow steps
""", 0.45)  # fmt: skip
g(act("go", gait="run"), """
    hurry|rush|speed|fly {way}
""", 0.4)  # fmt: skip
g(act("go", gait="walk"), """
    slide|scoot|shift|shimmy|inch|edge|budge|scooch [over|up|along|yourself] [to|towards] [the|your] {way}
    move over [to] [the|your] {way}
""", 0.42)  # fmt: skip
g(act("ends", end="rear", dir="up"), """
    stick|poke|push|thrust|point|get your|the <rear> [right|way|straight|up] up|in_the_air|into_the_air|out
""", 0.36)  # fmt: skip
g(act("ends", end="rear", dir="down"), """
    let your|the <rear> sink|drop|down|go_down|fall
    sink|drop [back] on|onto your|the <rear>
""", 0.36)  # fmt: skip
g(act("ends", end="front", dir="down"), """
    let your|the <front> sink|drop|down|go_down|hang
""", 0.36)  # fmt: skip
g(act("lean"), """
    shift|put|throw|move|bring|transfer [all] your weight onto|to|on|over|towards [your|the] {way} [side|legs|feet|paws]
    let yourself tip|lean|sag [to|onto|towards] [your|the] {way} [side]
""", 0.36)  # fmt: skip
g(act("body", dir="up"), """
    rise|come|get|stand|go|move|push|raise_yourself [yourself] up|higher {sizeword:size}
    {sizeword:size} rise|come|stand higher|up
""", 0.3)  # fmt: skip
g(act("body", dir="down"), """
    sink|come|get|go|move|drop|let [yourself] down|lower {sizeword:size}
    let your <body> sink|down|drop [{sizeword:size}]
""", 0.3)  # fmt: skip
g(act("posture", name="crouch"), """
    plant|press|tuck|make yourself low|down|flat
    hide|lurk
""", 0.42)  # fmt: skip
g(said(circle=True), """
    around|round in|along a [big|large|wide|small|tight|little] circle|ring|loop
    in|along a [big|large|wide|small|tight|little] circle|ring|loop
""", 0.3)  # fmt: skip
