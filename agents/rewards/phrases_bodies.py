"""Postures of a body on legs in more words: sitting, lying, on its back, on two feet, how high and how low."""

from __future__ import annotations

import math
from typing import Any

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards import phrases_legs  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, LEGGED, act, filled

g = LEGGED.add
g(act("posture", name="stand", still=True), """
    freeze|statue [in_place|on_the_spot|there]
    stand [to|at] attention
    stay|remain|stand|wait|keep|be [exactly|right|just|precisely] where you are
    stand|stay|keep|hold|be|remain perfectly|completely|absolutely|totally|very|really still|motionless|immobile|quiet
    stay|remain|halt|hold [here|there|where_you_are|in_place|put|on] [for] [a|about] {secs:for_s}
    hold|keep|maintain your|this|that position|ground|place
""", 0.4)  # fmt: skip


def _waited(m: Match) -> Part:
    return Part(ACT, {"act": Act("posture", {"name": "stand", "still": True, **filled(m)}), "how": "then"})


g(_waited, """
    wait|pause|rest|hold_on|stand_by [here|there|where_you_are|in_place|on] [for] [a|about] [{secs:for_s}]
    do_nothing [for] [{secs:for_s}]
    take a break [of|for] [{secs:for_s}]
""", 0.4)  # fmt: skip
g(act("posture", name="sit"), """
    sit|get [yourself] [down|back] like a [good|little|well_behaved] dog|puppy|boy|girl
    sit [up] pretty|nicely
    get|go|move [yourself] [down] into a|the|your|sit sit|sitting|seated [position|pose|posture]
    put|set|lower|drop|rest|plant|park|place|get your|the bottom|butt|bum|behind|backside|haunches|hindquarters|rump|rear|hips|rear_end \
[down] on|to|onto|down <ground>
    have|take a little|short|quick sit|seat|sit_down
    sit yourself down
    assume|adopt|take [up] a|the sitting|seated position|pose|posture
    sitting [position|pose|posture]
    make|do [a] sit
""", 0.36)  # fmt: skip
g(act("posture", name="lie"), """
    have|take|do a [little|quick|short] lie_down|lie|nap|rest|snooze|lay
    get|lie|lay|be|flop|drop|collapse|settle|go [yourself] [down] [flat] on|onto|to your|the belly|stomach|tummy|ground|floor|chest|\
underside
    on|onto your belly|stomach|tummy
    sprawl|recline|lounge|lie_yourself_down|lay_yourself_down [on] [<ground>]
    assume|adopt|take|go|get [up|into] a|the|your lying|prone|laying|sphinx|resting|sleeping|down [position|pose|posture]
    lying|prone position|pose|posture
    rest your belly|tummy|stomach|chest|body on <ground>
    sleep|nap
    lie like a sphinx
""", 0.36)  # fmt: skip
g(act("posture", name="back"), """
    [roll|turn|flip|lie|get|go|lay|be|rest|end_up|land] [over|down|flat] onto|on|to your back [like] [a|an] [turtle|tortoise|beetle|bug|\
dead_bug|tortoise]
    belly|tummy up
    turn|flip|roll yourself|your_body [right|completely|over] upside_down|over|belly_up
    legs|paws|feet [all] [straight|up] up|in_the_air|to_the_sky|upwards
    wheels|legs|feet|paws up|skyward|skywards [in_the_air]
    roll|turn onto your spine
    do|perform [a] roll_over|rollover
    make|do [a] roll [over]
    so|until|till [that] [your|the] belly|tummy|stomach shows|is_showing|looks|faces|points|goes|is|pointing|facing [to|at|towards] \
[the] up|upwards|ceiling|sky|sun|moon
    with [your|the] belly|tummy|stomach [facing|pointing|showing|turned] [to|at|towards] [the] up|upwards|ceiling|sky|sun
    play|be dead [dog|bug]
""", 0.34)  # fmt: skip
g(act("lean", angle=math.pi / 2), """
    roll|lie|lay|flop|turn|get|go|drop|fall|rest|tip [yourself] [over|down] on|onto|to your|the {way} side|flank|shoulder|hip
    roll|turn|lean by|through ninety degrees to [the|your] {way}
    roll|lie|lay|flop [down] on|onto your side
""", 0.3)  # fmt: skip
g(act("posture", name="handstand"), """
    do|make|perform|try|show|go|get [me|us] [into] [a] handstand|headstand|hand_stand|handstands
    stand|balance|get|go|walk [up] on your|the [two|front] hands|arms|forelegs|front_feet|front_paws|head
    get|go up on your|the [two] front|fore paws|legs|feet
    hind|rear|back legs|feet|paws|end up [in|into] [the|mid] air , on your front paws|legs|feet
""", 0.36)  # fmt: skip
g(act("posture", name="biped"), """
    stand|get|rise|go|be|walk [up] like|as a human|person|man|woman|people|humans|bear|meerkat|biped|kangaroo [on_two_legs|on_two_feet|\
would|does|do]
    beg [like] [a] [dog|puppy]
    sit_up_and_beg
    stand|rise|get|rear|go|come [up] vertical|vertically|upright|erect [on] [two] [legs|feet]
    on [just|only] your|two hind|back|rear legs|feet|paws
    become a biped
    stand up on your|the haunches
    front|fore legs|paws|feet off <ground> , standing on your hind|rear|back legs|feet
    do|make|perform|pull a wheelie
""", 0.37)  # fmt: skip
g(act("posture", name="crouch"), """
    get|go|be|move|drop|sink|stay|bend [yourself|your_body] [down] into|in a [low] crouch|crouching|squat|squatting [position|posture|pose]
    bend|flex|fold|tuck your|the|all knees|legs [in|down|under|a_bit|up]
    keep|make|get yourself|your_body|your_profile as|very|really|nice_and|nice low|small|flat|tiny [as_possible|as_you_can]
    take cover
    be as low|small|flat as possible|you_can
""", 0.38)  # fmt: skip
g(act("posture", name="bow"), """
    take|make|do|give|perform [me|us] a [deep|little|nice|small|polite|quick] bow|curtsy|curtsey|play_bow|bowing
    bow|curtsy [down] [to|before|for|deeply|politely|low] [the|me|us|our] [audience|person|king|queen|guests|people|public]
    bottom|butt|rear|behind up , [and] chest|head|nose|front down
    chest|head|nose|front|elbows down , [and] bottom|butt|rear|behind|tail up
""", 0.36)  # fmt: skip
g(act("posture", name="stand", level="high"), """
    stand|rise|get|be|stretch|make [yourself|your_body|up] [really|very|nice_and|extra|as|to] [be] tall|taller|tallest|big [as_possible|\
as_you_can]
    stretch|straighten|extend [out] your|all|the|all_your [four] legs
    stand|rise|get|go [up] on tiptoe|tiptoes|your_tiptoes|your_toes
    on tiptoe|your_tiptoes
    rise|stand|stretch to your full height
""", 0.36)  # fmt: skip
g(act("body"), """
    with|have|get|keep|put|bring|hold|set|let|position|carry|keeping|holding your|the|its <body> [be|to] [at|about|around|exactly|up|down] \
{metres:to_length} [high|up|off|above|from|over] [the_ground|the_floor|ground|floor]
    your|the|its <body> should_be|must_be|has_to_be|needs_to_be|at|is [at] {metres:to_length} [high|up|off|above|from|over] \
[the_ground|the_floor|ground|floor]
    stand|crouch|squat|sink|rise|go|drop|duck|get [up|down] [so] [that|until|till] [your|the|its] [<body>] [is] [at|to|about] \
{metres:to_length} \
high|tall|off|above|from|over [the_ground|the_floor|ground|floor]
    stand|crouch|squat|sink|rise|go|drop|duck|get [up|down] to|at a height of {metres:to_length} [off|above] [the_ground|the_floor]
    height [of] {metres:to_length}
""", 0.42)  # fmt: skip


g(act("body"), """
    stand|make|get|be|stay|keep|rise [yourself|your_body|up] {metres:to_length} tall|high
""", 0.25)  # fmt: skip


def _bounded(sense: str) -> Any:
    return lambda m: Part(ACT, {"act": Act("body", {"sense": sense, **filled(m)})})


g(_bounded("at_most"), """
    do_not|never let|allow|have your|the|its <body> [to] go|get|rise|be|come|stick above|over|higher_than|past {metres:to_length}
    do_not|never go|rise|stand|get|be [any] above|over|higher_than|taller_than {metres:to_length}
    stay|remain|keep|be|go|get|crouch|walk [yourself|your_body|low] below|under|lower_than|underneath {metres:to_length} [high]
""", 0.25)  # fmt: skip
g(_bounded("at_least"), """
    do_not|never let|allow|have your|the|its <body> [to] go|get|drop|sink|be|come|fall below|under|lower_than|past|beneath \
{metres:to_length}
    do_not|never go|sink|drop|crouch|get|be|fall [any] below|under|lower_than|beneath {metres:to_length}
    stay|remain|keep|be|stand [yourself|your_body] above|over|higher_than|taller_than {metres:to_length} [high]
""", 0.25)  # fmt: skip
