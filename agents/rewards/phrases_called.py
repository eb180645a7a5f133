"""What is called out to a body on legs: standing tall, on two feet, bowing, which end is up, leaning, and what is said around it."""

from __future__ import annotations

import math

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards import phrases_bodies  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, ASIDE, WIDE, act, mark, said

g = WIDE.add
_HOLD = "point|aim|hold|put|stick|poke|have|keep|get|bring|lift|raise|tip|tilt|pitch|carry|angle|thrust|push|turn"
g(act("posture", name="stand", level="high"), """
    grow|be|become|get|stand|rise|stretch|make_yourself|go [up] [really|very|nice_and|as|ever_so|real] tall|taller|big|bigger|\
long [,] [tall]
    stretch|rise|draw|pull|push|extend|lengthen [yourself] [up] to|into|at your|its full|greatest|whole height|length
    full|maximum|max|greatest height
    stretch|push|rise|lift|extend|straighten [yourself] [right|all_the_way] up|upward|upwards
    [nice_and|really|very|extra|good_and] tall
    up to|at your|its full|whole|greatest height
    unfold|rise|stretch|grow|stand|get to your tallest|longest|biggest
    lengthen|straighten|extend|lock|stretch|unfold [out] [all] [of] [your|those|the|your_four] legs|limbs|knees
    [with|on] [your|the] legs [fully|completely] straight|long|extended|stretched
    tallest you can
    [your|the|that] <body> [up] higher|as_high_as_you_can|way_up|nice_and_high
    [come|get|rise|go|stand] up on|onto your|the tiptoes|tippy_toes|toes|tips_of_your_toes
    <body> up [high]
""", 0.32)  # fmt: skip
g(act("posture", name="biped"), """
    pop|do|pull|perform|show|give [me|us] a|your wheelie|bipedal_stand|rear|two_leg_stand|levade|pesade
    [rise|rear|get|stand|hop|jump|go|balance|be|walk|come|arise] [on] [up] [straight|tall] upon|on|onto|to [only|just] [your|\
the] [own] [two] \
hind|rear|back|hinder legs|feet|paws|ones|limbs [only|alone] [arise|rise|up|stand|and_rise]
    [rise|rear|get|stand|hop|balance|be] [up] on|upon|onto [just|only] two legs|feet|paws|hind_legs [only|alone]
    stand|get|rise|rear|be up|upright|tall [like|as] a|the|an meerkat|bear|human|person|man|woman|grizzly|gopher|prairie_dog|biped
    [lift|raise|get|take|pick|with] [both] [your|the] front|fore legs|paws|feet|ones [up] off|from <ground> , stand|balance|standing|\
balancing \
[on] [your|the] hind|rear|back legs|feet|ones|paws
    front|fore legs|paws|feet off|up , hind|rear|back legs|feet|paws down|on_the_ground
    rear [right|on] up [on] [high]
    rear up
    sit|stand up and beg
    beg [for] [a|your] [treat|biscuit|supper|bone|cookie|dinner|food]
    on [just|only] the|your back|hind|rear pair|ones|two|legs|feet [only|alone]
    upright|up|erect|vertical on [just|only] the|your back|hind|rear pair|ones|two|legs|feet [only|alone]
    two legs|legged|feet|footed [stance|stand|pose] [,] [hind|rear|back] [legs|feet|paws|ones] [only]
    do|show|be|make [me|us] [that|the|like] [a] meerkat [thing|pose|stance|impression] [,] [on] [two] [legs|feet]
    reach [up] [for] [the] [sky|up|stars] on your rear|hind|back legs|feet|paws
    front_feet|front_paws|front_legs|forefeet|forepaws|forelegs off|up|off_the_ground [,] [and] [with] [all] [your|the] weight on|\
over|onto [your|the] \
hind|back|rear ones|legs|feet|pair|paws|two [,] [upright|erect]
    hind|rear|back legs|feet|paws , up [you|we] [get|go|pop|come|now]
    [on] [the|your] hind|rear|back legs|feet|paws|ones only|alone [up]
    become|be|go|turn bipedal|two_legged|a_biped|human
    walk|stand like [a|us] [humans|people|human|person] [do] [on_two_legs]
""", 0.3)  # fmt: skip
g(act("posture", name="handstand"), """
    do|give|show|perform|pull|try|make|go_into|have|strike [me|us|them] a|your|the|one [best] handstand|headstand|hand_stand|paw_stand
    [stand|balance|get|be|walk|go] [up] on|upon [only|just] [your|the] [two] front|fore legs|paws|feet|ones|limbs [only|alone]
    stand|balance|get on [only|just] your forelegs|forepaws|front_legs|forefeet [only|alone]
    [both] [your|the] hind|rear|back legs|feet|paws|end|ones up|in_the_air|off_the_ground|high_in_the_air|\
to_the_sky , [and] [your] front|fore \
legs|paws|feet|ones [stay] planted|down|on_the_ground
    [your|the] forelegs|forepaws|front_legs|front_paws|front_feet planted|down|on_the_ground , [and] [your|the] \
hind|rear|back|bottom [legs|paws|feet|end] up|in_the_air|off_the_ground
    a|the handstand|headstand
    handstand|headstand time|please|now
    [kick|throw|swing|fling|push|get] [your|the|those] back|hind|rear legs|feet|end up [and|into|in] [hold|do|make] [a] handstand|\
headstand
    [put|get|shift|move] [all] [your|the] weight on|onto|over your|the front|fore legs|feet|paws [,] [and|then] [your|\
the] <rear> [straight|right] up|in_the_air|\
up_in_the_air
    stand on your head|hands
    upend|flip|tip yourself onto|on your forepaws|front_paws|front_feet|front_legs|forefeet
    [stand|balance|get|be|walk] [up] on [only|just] the|your front pair|ones|two
    [stand|balance|get|be|walk] on your hands
    upside_down on your front|fore paws|legs|feet
""", 0.3)  # fmt: skip
g(act("posture", name="bow"), """
    [do|give|take|make|perform] [me|us|them] [a|your|the|one] [best|deep|little|nice|polite|gracious|low|grand|final|elegant|respectful|\
courtly|play|downward|fancy|humble|formal|small|quick|proper] bow|curtsy|curtsey|curtsies|play_bow|reverence|salaam
    bow|curtsy|curtsey [down] [low|deeply|deep|gracefully|politely|your_head|respectfully]
    [drop|lower|put|sink|get|bring] [your|the] chest|shoulders|front|forelegs|elbows|front_end|forehand|head|nose [down] [low|\
to_the_ground] \
[,|and|while] [keep|keeping|leave|with|hold|and|stick] [your|the] tail|bottom|butt|rear|hips|behind|backside|hind_end [stay|stays] \
[in] up|high|in_the_air|up_in_the_air|the_air
    [your] bottom|butt|tail|hips|rear|behind up|high|in_the_air [,] [and] [your] chest|elbows|shoulders|front|head|nose|chin down|low|\
on_the_ground
    downward|down facing|ward dog
    do|strike|hold|take|go_into|move_into|come_into [a|the|your] [position] downward|down facing dog
    [in] the play_bow|play_position|downward_dog
    with a|your bow|curtsy|curtsey
    thank|greet|honour|honor|reward|acknowledge|delight|meet {anything} with a|your bow|curtsy|curtsey
    [your|both] elbows|chest|shoulders|forearms down|on_the_ground|to_the_ground|on_the_floor|low [,] [and] [your] bottom|butt|bum|\
tail|hips|rear|behind|rump up|high|in_the_air|stays_up
    move|come|go|get|drop|assume|take|adopt|strike|fold [into|to|the] [a|the] downward|down [facing|ward] dog
    kneel|genuflect [down] [on] [your] [front|fore] [knees|legs|elbows]
""", 0.3)  # fmt: skip
g(act("ends", end="front", dir="up"), """
    [<hold>] [your|the|that] nose|snout|chin|head|front|chest|front_end [held|straight|right|well|way] up|upward|upwards|high|skyward|\
higher
    [<hold>] [your|the|that] nose|snout|chin|head|front|front_end up [by] {angle}
    chin|chest|nose|head up|high
    look|gaze|stare [right|straight|way] up|upward|upwards [at|to|into] [the] [sky|stars|moon|clouds|ceiling|heavens|birds|sun]
    pitch [yourself|your_body|the_body|the_trunk|the_torso] [nose] up|upward|nose_up [by] {angle}
    pitch|tilt|tip|angle [yourself|your_body|the_body|the_trunk|the_torso] [nose] up|upward|nose_up|back
    nose up [by|to|at] [about] {angle}
    [your|the] nose {angle} up|high|above [the] [horizon|horizontal|level]
    up by|at the|your bow|nose|head|front [,] [by] [{angle}]
""".replace("<hold>", _HOLD), 0.33)  # fmt: skip
g(act("ends", end="front", dir="down"), """
    [<hold>] [your|the|that] nose|snout|chin|head|front|chest|front_end|forehead|shoulders down|downward|downwards|low|lower|\
to_the_ground|\
at_the_ground|towards_the_ground [by|to] [{angle}]
    dip|bow|drop|lower|sink|duck [your|the|that] nose|snout|chin|head|front|chest|front_end|shoulders [down|a_bit|low] [by|to] [{angle}]
    pitch|tilt|tip|angle [yourself|your_body|the_body|the_trunk|the_torso] nose_down|nose_first|downward|downwards|down|forward|\
forwards [by] [{angle}]
    nose down [by|to|at] [about] {angle}
    [your|the] nose {angle} down|low|below|under [the] [horizon|horizontal|level]
    look|gaze|stare [right|straight] down|downward|downwards [at] [<ground>|your_paws|your_feet|your_toes]
    sniff|smell|snuffle [at] <ground>
""".replace("<hold>", _HOLD), 0.33)  # fmt: skip
g(act("ends", end="rear", dir="up"), """
    [<hold>|stick|poke] [your|the|that] <rear> [right|way|straight] up|high|upward|skyward|in_the_air|higher
    <rear> up|high|in_the_air
""".replace("<hold>", _HOLD), 0.35)  # fmt: skip


for _side, _other in (("left", "right"), ("right", "left")):
    g(act("lean", dir=_side), f"""
    let your|the {_side} side|shoulder|flank|hip|half sag|drop|dip|sink|droop|fall|go_down|hang [a_bit|down|low]
    [put|drop|lower|get|dip|with] [your|the] {_side} side|shoulder|flank|hip|half|ear|edge down|lower|low|dipped [a_bit]
    [put|raise|lift|get|with] [your|the] {_other} side|shoulder|flank|hip|half|edge up|higher|high|raised [a_bit]
    dip|drop|lower|sink your|the {_side} side|shoulder|flank|hip|half
    raise|lift|hoist your|the {_other} side|shoulder|flank|hip|half
    lean|tilt|tip|list|bank|heel|roll|sway|slant|cant [your|the|yourself] [whole|entire] [body|torso|trunk|weight|frame] [over|\
into_it|in] \
[to|onto|on|towards] [your|the] {_side} [side]
    heel|bank|list|careen|sway over|hard|down [to] [the] {_side}
    [put|shift|throw|lean|transfer|all|with] [all] [your|the] weight|bulk on|onto|to|over [your|the] {_side} [side|legs|paws|feet|hip]
""", 0.3)  # fmt: skip
_SIDEWAYS = "roll|lie|lay|flop|fall|tip|keel|topple|get|settle|rest|drop"
g(act("lean", angle=math.pi / 2), f"""
    {_SIDEWAYS} [down|over] on|onto|to your|the {{way}} side|flank|ribs|hip|cheek|shoulder
    {_SIDEWAYS} over|down to|onto the {{way}} side
""", 0.28)  # fmt: skip


def _on_three(m: Match) -> Part | None:
    feet = m["feet"]
    return Part(ACT, {"act": Act("lift", {"feet": feet})}) if len(feet) == 1 else None


g(_on_three, """
    [stand|balance|be|find_your_balance|stay|hold|pose|perch|wobble|hop_up|teeter] on [only|just] three legs|feet|paws [only] [,|with|\
and] [your|the] {feet} \
[is|hovering|held|being|kept] [lifted|raised|up|floating|hovering|off|in] [off|in|above] [the] [air|ground|floor]
""", 0.25)  # fmt: skip
g(mark(ASIDE), """
    i invite|urge|implore|beseech|entreat|encourage|order|command|require|request you to
    [you|we] go|there you go|are
    here|there we|you go|are
    off|up|down you|we go|pop
    it is show time
    your time|turn|moment to shine
    one more time
    on [the] count of three
    on my mark|signal|command|go|whistle|count
    ready steady go
    ready [set] go
    and action|breathe|relax|smile|hold|repeat|release
    breathe in|out
    breathing in|out
    at|to|on your|thy ease|leisure|own_pace
    get|make it done|snappy|quick
    lean|tilt into it|the_wind|the_bend
    downhill|uphill
    have|take a breather|break|rest
    a spell|while
    belly|bum|bottom first
    hold her|it|him steady
    eyes front
    over you go
    nice and even|easy|steady
    [with] [your] chest|chests out
    [with] [your] belly|tummy|stomach in
    [with] [your] shoulders back
    [and|but] not [at|to|towards|by] {np:_}
    [and|but] not [at|to|towards|by] me|us|them
    [and|but] not a|one|an step|inch|centimetre|centimeter|metre|meter|bit|hair|degree|jot more|further|less|farther|over
    and|then|and_then|then_just stop|halt|stand_still|hold [dead|there|still|right_there]
    stop|halt dead|there|short
""", 0.2)  # fmt: skip
g(act("body"), """
    [set|adjust|change|bring|raise|lower|put|have|make] [your|the] <body> [height] at|to|of|equals|\
is [a] [height] [of] {metres:to_length} [high|up]
""", 0.3)  # fmt: skip
g(said(), """
    [,] [at|with] [a|your] speed|velocity|pace [of|is|should_be|about] {mps}
""", 0.25)  # fmt: skip
g(said(pace="fast"), """
    lively|sharpish|nippily|with_gusto|with_vigour|spryly
    look lively|sharp|smart|alive
""", 0.3)  # fmt: skip
g(said(pace="max"), """
    as fast|quickly|hard|quick as you|it|they can|could [go|manage|move|run|get|possibly]
""", 0.2)  # fmt: skip
