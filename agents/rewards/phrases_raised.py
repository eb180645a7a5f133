"""Which feet a body on legs is told to lift or to wave, and how to hop, in calls and by what one wants to see."""

from __future__ import annotations

from heedful.agents.rewards import phrases_driven  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import WIDE, act
from heedful.agents.rewards.postures import FRONT, REAR

g = WIDE.add
_UP = "up|in_the_air|off_the_ground|raised|aloft|lifted|hovering|floating|skyward|off|airborne|clear_of_the_ground|in_mid_air|held_up|\
tucked|tucked_up|tucked_in|suspended|poised|to_the_sky|off_the_deck|up_in_the_air"
_LIFT = "lift|raise|pick|hold|cock|stick|put|keep|get|hoist|elevate|have|pop|shoot|thrust|bring|show|let_me_see|let_us_see|with|\
let_me_have|hike|tuck|draw|pull|float|hover|heave|take|jerk|hitch|see"
g(act("lift"), f"""
    [{_LIFT}] [both|only] {{feet}} [foot|leg] [right|straight|way|well] {_UP} [up]
    [{_LIFT}] {{feet}} [,] [is|to_be|should_be|must_be|be] {{metres:to_length}} [right|clear|high|up|above|off|from|over|in] [up|of|\
off|from] [<ground>|the_air|air]
    let me|us see|have|inspect|check|look|view [at] [a|the] [look|peek|sole|bottom] [at|of] {{feet}} [,] [hold|lift|raise|\
pick] [it] [up|off|from|high] [<ground>]
    let me|us [have] [a] see|look|peek|inspect|check [at] {{feet}}
    show|present [me|us|the_vet] {{feet}}
    [get|take|keep|have|with|hold] [both] {{feet}} off|clear_of|above|from|away_from <ground>
    stick|shoot|thrust|poke|throw|fling {{feet}} [right|straight] up [in_the_air]
    favour|favor|spare|rest {{feet}}
    let the|a|our|my {{anything}} see|check|inspect|examine|look_at|have {{feet}}
    take|get|keep [the|your|all] load|pressure|strain|weight off [of] {{feet}}
    {{feet}} , give|lift|raise|shake|up|show|present [it|me|please|boy|girl]
    [may|can|could] [i] have|hold {{feet}}
    do_not stand|lean|tread|step|put_any_weight|put_weight|put_your_weight on {{feet}}
    {{feet}} [,] {_UP}
""", 0.3)  # fmt: skip
g(act("lift", feet=FRONT), """
    [both|your] hands|arms|forepaws|forelegs|front_paws up|in_the_air|raised
    hands up
""", 0.3)  # fmt: skip
g(act("lift", feet=FRONT[:1]), """
    [get|put|stick|raise|have|hold] [a|your|one|that|the] hand|arm [right] up|in_the_air [if] [you] [know] [the] [answer]
    [stick|put|get|raise|lift|hold] [a|your|one|that|the] paw [right|straight] up|in_the_air
    give|high [me|us] [a|your] five|paw [boy|girl]
    give paw
    put|slap it|her|five there|here
    shake [a|your|my|on] [paw|hand|it|hands] [with] [me|us]
    paw|hand up
    lift a leg|paw|foot
    salute [me|us|everyone]
    fist|paw bump
    point like a pointer|hunting_dog|gun_dog|setter
""", 0.33)  # fmt: skip
g(act("lift", feet=REAR[:1]), """
    cock|lift|hike|raise [up] a|your|one|the back|hind|rear leg|paw|foot [like] [you] [are] [at] [a|the] [lamppost|hydrant|tree|\
lamp_post|fire_hydrant|post]
""", 0.3)  # fmt: skip
g(act("wave"), """
    wave [bye|bye_bye|hello|hi] [bye] [to|at] [me|us|them|everyone|everybody|all] [with] [{feet}]
    [give|do] [me|us|them] [a] [little|big|royal|friendly] wave [hello|goodbye] [with] [{feet}]
""", 0.35)  # fmt: skip
g(act("hop"), """
    boing|bounce|hop|jump|leap|spring|bunny_hop|pogo|skip|boinging|hippity_hop|hoppity_hop|sproing [up|on] [and] [down] [boing|bounce|\
hop|jump] [boing]
    [bunny|little|small|tiny|big|high|some|a_few|rabbit] hops|jumps|leaps|bounces|hopping|jumping
    hop|jump|bounce|leap [bunny|rabbit|froggy|kangaroo|frog|roo] [hop|jump|bounce|leap]
    leap|jump|hop|go for it|joy
    catch|get some|big|a_bit_of air
    do|give|take [me|us] [a|some|your|one] [big|little|small|high|happy|tiny] hop|jump|leap|bounce|bounces|hops|jumps|skip|leaps|\
hoppy|jumping_jacks|bunny_hops
    up and down [like] a|the yo_yo|pogo_stick|piston|jack_in_the_box|spring
    bounce|hop|jump as_if|like|as_though you have|had|on|are_on [got] springs|spring|a_trampoline|hot_coals|hot_sand [in|on|\
under] [your] [feet|paws|legs|heels]
""", 0.38)  # fmt: skip
