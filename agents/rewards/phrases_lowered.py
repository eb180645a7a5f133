"""How a body on legs is told, in calls, to go down and to get up again: sitting, lying, crouching, on its back, on its feet, still."""

from __future__ import annotations

from heedful.agents.rewards import phrases_called  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import WIDE, act

g = WIDE.add
_PLACE = (
    "squat|put|set|place|pop|plonk|plop|plant|park|drop|lower|rest|get|sink|bring|ease|settle|dump|slap|let|press|tuck|lay|squash|slam|\
shove"
)
_GROUND = "to|on|onto|down_on|down_to|against|down_onto|near|flat_on <ground>"
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
    let|have your|the <rear> meet|touch|kiss|find|reach|rest_on|greet <ground>
    you may|can be seated|sit
    be seated
    sit [for] a spell|while|bit
    rest your legs|haunches
    on|onto your <rear> [now|please]
    grab|take|find [some] ground|floor with your|the <rear>
    sit tight [right] [there|here]
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
    take|have a|your little|short|wee|quick|good nap|kip|rest|lie_down|snooze|siesta
    let|have your|the belly|tummy|stomach|chest meet|touch|kiss|find|reach|rest_on <ground>
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
    squeeze|scooch|press|compress|contract|deflate|condense|fold [yourself] down|in|under
    compress|soften|deflate|relax|collapse your|the <body>
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
g(act("posture", name="back"), """
    invert yourself [completely|so] 
    flip|turn|roll|tip|get|put yourself|thyself [right] upside_down|belly_up|over|on_your_back|onto_your_back
    [with|get|have] [your|the|that] belly|tummy|stomach [side] [facing|pointing|turned|side] up|skyward|upward
    show|expose|present|bare [me|us|them] your|that|the [furry|soft] belly|tummy|stomach
    capsize|invert|upend|upturn|overturn|tip_over|keel_over [yourself]
    get|end_up|go upside_down|belly_up
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
