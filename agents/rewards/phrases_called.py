"""What is called out to a body on legs: postures told by nouns, by the end that is up or down, by what the body looks like in the end."""

from __future__ import annotations

import math

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards import phrases_bodies  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, ASIDE, WIDE, act, mark, said

g = WIDE.add
_PLACE = "put|set|place|pop|plonk|plop|plant|park|drop|lower|rest|get|sink|bring|ease|settle|dump|slap|let|press|tuck|lay|squash|slam|shove"
_GROUND = "to|on|onto|down_on|down_to|against|down_onto|near|flat_on <ground>"
_HOLD = "point|aim|hold|put|stick|poke|have|keep|get|bring|lift|raise|tip|tilt|pitch|carry|angle|thrust|push|turn"
g(act("posture", name="sit"), """
    take|have|grab|find a|your pew|seat|chair|load|perch [off]
    {verbs} [your|the|that] [little|big] <rear> [down] {ground}
    [your|that|the] <rear> [right] {ground}
    [your|that|the] <rear> down [on_the_ground|please|there]
    {verbs} [your|the|that] <rear> down|there|here
    park it|yourself [there|here|down]
    bums|bottoms|butts on seats|chairs|the_ground
    demonstrate|show|present|perform|practise|practice [us|me] [a|the|your] sit|sitting
    sit yourself|thyself|you [down]
    a sit|sit_down
    assume|adopt|take|strike|go_into|get_into a|the|your sitting|seated|sit position|pose|posture|stance
    sit|sitting [down] on|upon your|the haunches|bottom|rear|tail
    stay|remain|keep|be sitting|seated
    take|have a load|weight off [your|the] [feet|paws|legs]
    rest your legs|haunches
    do|show|give|perform [me|us] your|a|the [best] sit|sit_pose
    front|chest|head up , [and] bottom|butt|rear down
    be|get sat [down]
    sink|settle|ease|drop [down|back] onto|on|into your|the <rear>
""".replace("{verbs}", _PLACE).replace("{ground}", _GROUND), 0.3)  # fmt: skip
g(act("posture", name="lie"), """
    [lie|get|go|drop|be] [down] [as] flat [out] [as] [a] [on_your_belly|pancake|a_pancake|rug|a_rug|a_flounder|flounder|board|a_board|\
mat|a_mat] [on|onto] [<ground>]
    hit the ground|deck|dirt|floor|hay|sack|carpet
    [your|the] <middle> {ground}
    face down [on|to] [<ground>]
    melt|sink|ooze [down] into|onto <ground> [like] [butter|a_puddle|honey]
    <middle> down|flat [on_the_ground]
    {verbs} [your|the|that] <middle> [flat|down] [on|onto|to|against|into] [<ground>]
    get|go|lie|be|make yourself|thyself horizontal|flat|prone|prostrate [on_the_ground]
    get|go|lie|be|become horizontal|prone|prostrate
    prone|prostrate_yourself
    prone [on] <ground>
    have you prone|flat|lying_down
    take|have a|your little|short|wee|quick|good nap|kip|rest|lie_down|snooze|siesta|breather
    have|get|take some rest|shut_eye|sleep|kip
    bed|bed_time|bedtime|beddy_byes|nap_time|naptime|nighty_night|night_night
    time for|to [a] bed|nap|sleep|rest|beddy_byes|byes
    settle|bed|curl|lounge|stretch|spread [yourself] down|out [on] [<ground>]
    a lie_down|down_stay
    be|make like a rug|doormat|pancake|carpet
    collapse|keel_over|conk_out|crash_out [on|onto] [<ground>]
    drop|fall|get flat|to_the_ground|on_the_ground|to_earth
    assume|adopt|take|strike a|the|your sphinx|prone|down|lying|sleeping position|pose|posture
    sphinx [pose|position]
""".replace("{verbs}", _PLACE).replace("{ground}", _GROUND).replace("<middle>", "belly|tummy|stomach|chest|bellies"), 0.3)  # fmt: skip
g(act("posture", name="crouch"), """
    duck|crouch|squat|hunker|stoop|scrunch|scrooch|shrink|hunch [yourself] [right|way] [down]
    [get|go|sink|bring|keep|put|lower|drop] [your|the] <body> [down|right] closer|close|nearer|near [down] to <ground>
    sink|drop|lower|bend|loosen|soften [down|into] [your|the] hips|knees|haunches_a_bit|elbows_and_knees|legs
    [with] [your|the] knees|legs|hips bent|flexed|folded|soft|bent_low
    half|reduced height
    <body> drops|goes_down|comes_down|sinks [a_bit|a_few_inches|a_little|down|lower]
    [bend|fold|flex] your legs|knees so [that] your|the <body> drops|goes_down|comes_down|sinks|is_lower [a_few_inches|a_bit|a_little]
    [with|keep|get|put] [your|the] weight|centre_of_gravity|centre_of_mass low|down|lower|down_low
    make|be|get|become [yourself] smaller|shorter|tiny|compact|lower|short|a_smaller_target
    [keep|stay|get] [your] head|heads down [low]
    low [down] profile
    keep|have|take|adopt a low profile|stance
    fold|bend|flex|crumple your legs|knees|elbows [a_bit|under_you|beneath_you]
    do|make|perform|hold a squat|crouch|plie|demi_plie
    plie
    limbo
    hide
""", 0.34)  # fmt: skip
g(act("posture", name="stand", level="high"), """
    grow|be|become|get|stand|rise|stretch|make_yourself|go [up] [really|very|nice_and|as|ever_so|real] tall|taller|big|bigger|long [,] [tall]
    stretch|rise|draw|pull|push|extend|lengthen [yourself] [up] to|into|at your|its full|greatest|whole height|length
    full|maximum|max|greatest height
    stretch|push|rise|lift|extend|straighten [yourself] [right|all_the_way] up|upward|upwards
    lengthen|straighten|extend|lock|stretch|unfold [out] [all] [of] [your|those|the|your_four] legs|limbs|knees
    [with|on] [your|the] legs [fully|completely] straight|long|extended|stretched
    tallest you can
    [your|the|that] <body> [up] higher|as_high_as_you_can|way_up|nice_and_high
    [come|get|rise|go|stand] up on|onto your|the tiptoes|tippy_toes|toes|tips_of_your_toes
    <body> up [high]
""", 0.32)  # fmt: skip
g(act("posture", name="biped"), """
    pop|do|pull|perform|show|give [me|us] a|your wheelie|bipedal_stand|rear|two_leg_stand|levade|pesade
    [rise|rear|get|stand|hop|jump|go|balance|be|walk|come|arise] [on] [up] [straight|tall] upon|on|onto|to [only|just] [your|the] [own] [two] \
hind|rear|back|hinder legs|feet|paws|ones|limbs [only|alone] [arise|rise|up|stand|and_rise]
    [rise|rear|get|stand|hop|balance|be] [up] on|upon|onto [just|only] two legs|feet|paws|hind_legs [only|alone]
    stand|get|rise|rear|be up|upright|tall [like|as] a|the|an meerkat|bear|human|person|man|woman|grizzly|gopher|prairie_dog|biped
    [lift|raise|get|take|pick|with] [both] [your|the] front|fore legs|paws|feet|ones [up] off|from <ground> , stand|balance|standing|balancing \
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
    become|be|go|turn bipedal|two_legged|a_biped|human
    walk|stand like [a|us] [humans|people|human|person] [do] [on_two_legs]
""", 0.3)  # fmt: skip
g(act("posture", name="handstand"), """
    do|give|show|perform|pull|try|make|go_into|have|strike [me|us|them] a|your|the|one [best] handstand|headstand|hand_stand|paw_stand
    [stand|balance|get|be|walk|go] [up] on|upon [only|just] [your|the] [two] front|fore legs|paws|feet|ones|limbs [only|alone]
    stand|balance|get on [only|just] your forelegs|forepaws|front_legs|forefeet [only|alone]
    [both] [your|the] hind|rear|back legs|feet|paws|end|ones up|in_the_air|off_the_ground|high_in_the_air|to_the_sky , [and] [your] front|fore \
legs|paws|feet|ones [stay] planted|down|on_the_ground
    [your|the] forelegs|forepaws|front_legs|front_paws|front_feet planted|down|on_the_ground , [and] [your|the] \
hind|rear|back|bottom [legs|paws|feet|end] up|in_the_air|off_the_ground
    a|the handstand|headstand
    handstand|headstand time|please|now
    [kick|throw|swing|fling|push|get] [your|the|those] back|hind|rear legs|feet|end up [and|into|in] [hold|do|make] [a] handstand|headstand
    [put|get|shift|move] [all] [your|the] weight on|onto|over your|the front|fore legs|feet|paws [,] [and|then] [your|the] <rear> [straight|right] up|in_the_air|\
up_in_the_air
    stand on your head
    upside_down on your front|fore paws|legs|feet
""", 0.3)  # fmt: skip
g(act("posture", name="bow"), """
    [do|give|take|make|perform] [me|us|them] [a|your|the|one] [best|deep|little|nice|polite|gracious|low|grand|final|elegant|respectful|\
courtly|play|downward|fancy|humble|formal|small|quick|proper] bow|curtsy|curtsey|curtsies|play_bow|reverence|salaam
    bow|curtsy|curtsey [down] [low|deeply|deep|gracefully|politely|your_head|respectfully]
    [drop|lower|put|sink|get|bring] [your|the] chest|shoulders|front|forelegs|elbows|front_end|forehand|head|nose [down] [low|to_the_ground] \
[,|and|while] [keep|keeping|leave|with|hold|and|stick] [your|the] tail|bottom|butt|rear|hips|behind|backside|hind_end [stay|stays] \
[in] up|high|in_the_air|up_in_the_air|the_air
    [your] bottom|butt|tail|hips|rear|behind up|high|in_the_air [,] [and] [your] chest|elbows|shoulders|front|head|nose|chin down|low|on_the_ground
    downward|down facing|ward dog
    do|strike|hold|take|go_into|move_into|come_into [a|the|your] [position] downward|down facing dog
    [in] the play_bow|play_position|downward_dog
    with a|your bow|curtsy|curtsey
    thank|greet|honour|honor|reward|acknowledge|delight|meet {anything} with a|your bow|curtsy|curtsey
    [your|both] elbows|chest|shoulders|forearms down|on_the_ground|to_the_ground|on_the_floor|low [,] [and] [your] bottom|butt|bum|tail|hips|rear|behind|rump up|high|in_the_air|stays_up
    move|come|go|get|drop|assume|take|adopt|strike|fold [into|to|the] [a|the] downward|down [facing|ward] dog
    kneel|genuflect [down] [on] [your] [front|fore] [knees|legs|elbows]
""", 0.3)  # fmt: skip
g(act("posture", name="back"), """
    invert yourself [completely|so] 
    flip|turn|roll|tip|get|put yourself|thyself [right] upside_down|belly_up|over|on_your_back|onto_your_back
    [with|get|have] [your|the|that] belly|tummy|stomach [side] [facing|pointing|turned|side] up|skyward|upward
    show|expose|present|bare [me|us|them] your|that|the [furry|soft] belly|tummy|stomach
    capsize|invert|upend|upturn|overturn|tip_over|keel_over [yourself]
    do|perform [me|us] a rollover|roll_over|barrel_roll|full_roll
    lying|lie [flat] on your back
    [your] legs|paws|feet|wheels|all_fours|fours [up] in_the_air|up|skyward|pointing_up|waving
    let me|us|him|her rub|scratch|tickle|see|pat [that|your|the] belly|tummy|stomach
    belly|tummy rub|rubs|scratch|scratches|tickle|tickles|time [time]
    do|be|play|make_like a|the dead [bug|dog|beetle|possum|cockroach|fish|turtle]
    play possum|dead
    turn turtle
    turn|go|be|end_up wrong_side_up|wrong_way_up|topsy_turvy|upside_down|bottom_side_up|the_wrong_way_up
    [so] [that] your z axis|axis_of_yours points|is_pointing [down|at|to|towards] [<ground>]
    [have|get|put|with|land|end_up|be] your|the back|spine [flat] on|to|against|down_on <ground>
    roll [all_the_way|right|yourself] over
""", 0.3)  # fmt: skip
g(act("posture", name="stand"), """
    on [to] your feet|paws|legs [now]
    up on|onto|to your feet|paws|four_legs
    [get|be|back] on|onto all fours|four_legs|four_paws|four_feet
    [get|stand|rise|up|be] [up] [again] from there
    stand|get|be|all|back square|to_standing|upright [again]
    arise|rise [up] [now]
    upsy_daisy|up_you_get|up_you_come|up_up_up|wakey_wakey|rise_and_shine|up_and_at_them
    return|back|go_back|come_back to [a|your|the] [normal|neutral] stand|standing|neutral|normal [pose|position|stance]
""", 0.36)  # fmt: skip
g(act("posture", name="stand", still=True), """
    not a|another|one muscle|step|twitch|inch|peep|hair
    do_not move|twitch|budge|shift|stir a|an|one|any muscle|hair|paw|whisker|inch|bit [or] [blink]
    hold|freeze|stay [it] right|exactly|dead there|still|where_you_are
    stop moving|fidgeting|wriggling|squirming|everything
    stock|dead|bolt|rock still
    be|stand|stay|turn_to|become [a|like|as] [a] [solid|rigid|steady] [as] statue|stone|rock|marble|post|tree|mountain
    at|to attention
    hold your position|ground|horses|fire|station
    as you were
    stay|hold|remain|stop|keep [exactly|just|right|precisely] as you are
    statue
""", 0.33)  # fmt: skip
g(act("ends", end="front", dir="up"), """
    [<hold>] [your|the|that] nose|snout|chin|head|front|chest|front_end [held|straight|right|well|way] up|upward|upwards|high|skyward|higher
    [<hold>] [your|the|that] nose|snout|chin|head|front|front_end up [by] {angle}
    chin|chest|nose|head up|high
    look|gaze|stare [right|straight|way] up|upward|upwards [at|to|into] [the] [sky|stars|moon|clouds|ceiling|heavens|birds|sun]
    pitch [yourself|your_body|the_body|the_trunk|the_torso] [nose] up|upward|nose_up [by] {angle}
    pitch|tilt|tip|angle [yourself|your_body|the_body|the_trunk|the_torso] [nose] up|upward|nose_up|back
    nose up [by|to|at] [about] {angle}
    up by|at the|your bow|nose|head|front [,] [by] [{angle}]
""".replace("<hold>", _HOLD), 0.33)  # fmt: skip
g(act("ends", end="front", dir="down"), """
    [<hold>] [your|the|that] nose|snout|chin|head|front|chest|front_end|forehead|shoulders down|downward|downwards|low|lower|to_the_ground|\
at_the_ground|towards_the_ground [by|to] [{angle}]
    dip|bow|drop|lower|sink|duck [your|the|that] nose|snout|chin|head|front|chest|front_end|shoulders [down|a_bit|low] [by|to] [{angle}]
    pitch|tilt|tip|angle [yourself|your_body|the_body|the_trunk|the_torso] nose_down|nose_first|downward|downwards|down|forward|forwards [by] [{angle}]
    nose down [by|to|at] [about] {angle}
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
    lean|tilt|tip|list|bank|heel|roll|sway|slant|cant [your|the|yourself] [whole|entire] [body|torso|trunk|weight|frame] [over|into_it|in] \
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
    [stand|balance|be|find_your_balance|stay|hold|pose|perch|wobble|hop_up|teeter] on [only|just] three legs|feet|paws [only] [,|with|and] [your|the] {feet} \
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
    and|then|and_then|then_just stop|halt|stand_still|hold [dead|there|still|right_there]
    stop|halt dead|there|short
""", 0.2)  # fmt: skip
g(act("body"), """
    <body> at|to|height|height_of|height_at [a] [height] [of] {metres:to_length} [high|up]
""", 0.3)  # fmt: skip
g(said(), """
    [,] [at|with] [a|your] speed|velocity|pace [of|is|should_be|about] {mps}
""", 0.25)  # fmt: skip
g(said(pace="max"), """
    as fast|quickly|hard|quick as you|it|they can|could [go|manage|move|run|get|possibly]
""", 0.2)  # fmt: skip
