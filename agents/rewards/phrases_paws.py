"""Single feet in more words: how high one shall be, where it reaches, what it touches, and how legs step."""

from __future__ import annotations

from heedful.agents.rewards import phrases_moving  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import LEGGED, act, said
from heedful.agents.rewards.postures import FRONT

g = LEGGED.add
g(act("lift"), """
    pick {feet} [right|straight] up
    {feet} should_be|must_be|has_to_be|needs_to_be|ought_to_be|shall_be|is|should_come|should_go|must_come|goes|comes [<lifted>|at] \
[{metres:to_length}] [<lifted>|high|up|off|above|from|over] [the_ground|the_floor|ground|floor]
    <lift>|pick [up] {feet} [<lifted>|up|so|that|until] [it|that] [is] [to|at|by|about] {metres:to_length} [<lifted>|high|up|off|above|\
from|over|clear] \
[of|the] [the_ground|the_floor|ground|floor]
    hang|dangle {feet} [in|up] [the_air]
    unweight|unload {feet}
    take|shift|get [your|the|all] weight off [of] {feet}
    do_not put|set|place|let {feet} [touch|down|on] [<ground>|down]
    bend|curl|tuck {feet} [up|in]
    have|let|make {feet} [be] hover|float|<lifted> [above|over|off] [<ground>]
    stand|balance|stay|be with [only] {feet} <lifted>
""", 0.34)  # fmt: skip
g(act("lift", feet=FRONT[:1]), """
    lift|raise|cock|hold_up a|one leg|paw|foot [up]
""", 0.6)  # fmt: skip
g(act("lift", to_length=0.0), """
    put|set|place|lower|bring|rest|plant|leave|keep|drop|get|let {feet} [back] [down] [on|to|onto] <ground> [again]
    put|set|place|lower|bring|drop {feet} [back] down [again]
    {feet} [back] [down] on|to <ground>
""", 0.3)  # fmt: skip
g(act("reach_out"), """
    reach|stretch|extend|point {way} with|using {feet}
    put|bring|move|swing|stick|shift|take|slide|pull|draw|push|place|set|extend|stretch|reach {feet} [out] [{metres:length}] [to|\
towards|a_bit|a_little] [the] {way} \
[by|a_bit|a_little] [{metres:length}]
    {feet} [out] [to|towards|a_bit|further] [the] forward|forwards|backward|backwards|out_in_front|ahead|to_the_front|to_the_back
    reach out with|using {feet}
    stretch|extend {feet} [straight|right|all_the_way] out|away
    hold|put|keep out {feet}
""", 0.33)  # fmt: skip
g(act("reach_out", dir="inward"), """
    put|bring|move|swing|shift|take|slide|pull|draw|push|place|set|tuck|have|get|keep|hold {feet} [a_bit|closer|further|in] inward|inwards|\
in_towards_the_middle|towards_the_middle|to_the_middle|in_under_you|in_under_your_body|closer_together|together|in|close_together|\
towards_each_other|towards_the_centre|towards_the_center|closer_to_the_middle|under_your_body|towards_the_middle_line
    {feet} close|closer together
""", 0.3)  # fmt: skip
g(act("reach_out", dir="outward"), """
    put|bring|move|swing|shift|take|slide|pull|draw|push|place|set|have|get|keep|hold|spread {feet} [a_bit|further] outward|outwards|\
apart|wide_apart|\
wider|out_to_the_side|further_apart|out_to_the_sides|wide|away_from_each_other|sideways
    spread|splay {feet} [out] [wide]
    stand with|on {feet} [wide|far] apart
""", 0.3)  # fmt: skip
g(act("foot_near"), """
    touch|tap|poke|reach|nudge|press|paw|hit|kick|pat|prod|bump|boop|push|contact [at] {np:to} [gently|lightly] with|using|by {feet}
    put|place|rest|set|lay|bring|hold|get|move {feet} [close|right|up] on|against|onto|to|at|near|next_to|on_top_of|towards|over {np:to}
    reach|stretch|extend [out] for|to|towards|toward {np:to} with|using {feet}
    reach|stretch|extend|point|bring|move {feet} [out] for|to|towards|toward|at {np:to}
    {feet} on|at|against|touching|to {np:to}
    let {feet} touch|rest_on|reach {np:to}
    shake hands|paws with {np:to} using|with {feet}
    step on|onto {np:to} with {feet}
""", 0.34)  # fmt: skip
g(act("wave"), """
    wave|waving [hello|goodbye|hi|bye|your_hand|a_paw|a_hand] [to|at|with|for] [us|me|them|everyone|the_people|the_camera|the_audience|\
everybody]
    say hello|goodbye|hi|bye [to] [us|me|them|everyone|the_people|the_camera] [with|using] [{feet}]
    greet|salute [me|us|them] [with|using] [{feet}]
    wave|waggle|wiggle|shake|swing {feet} [around|about|in_the_air|at_me|at_us|hello]
""", 0.36)  # fmt: skip
g(act("lift", feet=FRONT[1:]), """
    give|offer|show|lend|hand [me|us] a|your|the paw|hand|five|high_five|handshake
    gimme five|paw|a_paw
    high five [me|us]
    shake [hands|hand|paws|my_hand|a_paw] [with] [me|us]
    put her|it there
    paw
""", 0.42)  # fmt: skip
g(act("step"), """
    stomp|stamp|tap|step|paddle|pump|drum|beat|bounce|lift_and_lower|raise_and_lower [up_and_down] [with|on|using] {feet} [up_and_down|\
on_the_ground|on_the_floor|\
repeatedly|over_and_over|rhythmically|again_and_again]
    move|bring|lift|go {feet} up and down [repeatedly|again_and_again]
    keep [on] stomping|stamping|tapping|stepping|paddling|lifting|drumming [with] {feet}
    make|do|take steps|stepping_motions|a_step with|using|on {feet} [only]
    let {feet} step|tap|stamp|paddle
    make {feet} step|tap|stamp|paddle
    tapping|stamping|stepping [with] {feet}
    peddle|pedal|cycle|trample [with] {feet}
""", 0.38)  # fmt: skip
g(said(), """
    [with] [a|your] steps|step|feet|paws|foot|strides|swing [lifted|raised|lifting|going|height|clearance|swinging] [of|to|up|by] \
[about] {metres:swing} [high|up|tall|off_the_ground|each]
    lifting|raising|swinging|picking [up] your|the|each|every|all [feet|paws|foot|paw|legs] [by|to|up|about] {metres:swing} [high|up|\
off_the_ground]
    lift|raise|swing|pick [up] your|the|each|every feet|paws|foot|paw|legs [by|to|up|about] {metres:swing} [high|up|off_the_ground] [as|\
while|when|at|with] [you] \
[go|walk|move|trot|run|every_step|each_step|stepping|walking|trotting]
""", 0.28)  # fmt: skip
g(said(steps="high"), """
    step|stepping higher|high|proudly
    [with] really|very|nice_and high steps|knees|feet
    lift|lifting|raise|raising|pick|picking [up] your|the feet|legs|paws|knees [up] high|higher|well|properly|more|a_lot [off_the_ground]
    with your knees|feet|paws|legs coming|going|lifted|raised [up] high
    high stepping
    like a show|proud|circus|dressage|prancing horse|pony
    do_not drag|shuffle your feet|paws
    without dragging|shuffling your feet|paws
""", 0.3)  # fmt: skip
g(said(steps="low"), """
    without lifting|raising|picking [up] your feet|paws|legs [up] [too|so|very|all_that] [high|much|far]
    do_not lift|raise|pick [up] your feet|paws|legs [up] [too|so|very] high|much|far
    keep|keeping|with your|the feet|paws low|close|near|just [to|above|off] [<ground>]
    barely|hardly|scarcely lifting|raising your|the feet|paws
    drag|dragging|shuffle|shuffling|scuff|scuffing your feet|paws
    with|taking [very] low|flat|short|small|tiny|shallow steps|strides
""", 0.3)  # fmt: skip
g(act("hop"), """
    hop|jump|bounce|leap|spring|bob [up|along|about|around] [to] [{metres:length}] high|into_the_air|off_the_ground|up_in_the_air|up
    do|make|take|give|perform [me|us] a|some|a_few|several|one hop|jump|leap|bounce|hops|jumps|leaps|bounces
    be bouncy|springy
    jump|hop for joy
    jump|hop|bounce like a|on_a|you_are_on_a rabbit|bunny|kangaroo|frog|ball|flea|trampoline|rubber_ball|spring
    jump rope
    star jumps
    jump off|from <ground>
    pogo
    go|keep [on] hopping|jumping|bouncing|leaping [up_and_down]
    jump over nothing
""", 0.42)  # fmt: skip
for _how, _sizes in ({"size": "bit"}, "little|small|tiny|low|short|baby"), ({"level": "high"}, "big|high|huge|large|giant|mighty"):
    g(act("hop", **_how), f"""
    [do|make|take|give|perform] [me|us] [a|some|a_few|several|one] {_sizes} hop|jump|leap|bounce|hops|jumps|leaps|bounces
""", 0.3)  # fmt: skip
