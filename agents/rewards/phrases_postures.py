"""Constructions of requests to legged bodies: classes of words, and postures."""

from __future__ import annotations

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, LEGGED, act, filled, said
from heedful.agents.rewards.postures import REAR

LEGGED.classes |= {
    "lift": "lift|lifting|raise|raising|hold|holding|pick_up|lift_up|hold_up|keep|keeping|put|get|bring|have|picking_up|hoist|elevate|"
    "cock|take",
    "lifted": "lifted|raised|up|off|in_the_air|up_in_the_air|off_the_ground|off_the_floor|off_the_earth|elevated|aloft|lifted_up|"
    "in_mid_air|\
into_the_air|from_the_ground|from_the_floor",
    "getup": "stand|standing|get|rise|rear|balance|balancing|stay|be|walk|walking|raise_yourself|straighten|go|hop_up|jump_up|come|pop|"
    "hold_yourself",
    "front": "front|front_end|front_body|upper_body|forequarters|nose|head|chest|snout|muzzle|front_half|face|front_part|chin|shoulders|"
    "front_of_your_body",
    "rear": "rear|rear_end|bottom|butt|bum|behind|backside|haunches|hindquarters|hips|hind|tail|back_end|rump|rear_part|tail_end|hind_end",
    "look": "face|facing|look|looking|point_yourself|watch|watching|orient_yourself|orient|point|gaze|aim|aim_yourself|pointing|"
    "turn_yourself|\
align_yourself|stare|be_facing|position_yourself_facing|turn_your_head|turn_to_face|turn_and_face|turn_to_look|turn_to_watch|head_facing",
    "turn": "turn|turning|rotate|rotating|pivot|pivoting|swivel|yaw|swing|turn_yourself|rotate_yourself|wheel|turn_your_body|"
    "rotate_your_body",
    "at": "at|to|towards|toward|in_the_direction_of|into|to_the_direction_of|onto|to_face|in|to_look_at|and_face|until_you_face|\
until_you_are_facing|until_you_are_looking|so_that_you_face|until_you_look|in_direction",
    "spin": "spin|spinning|twirl|twirling|whirl|pirouette|revolve|spin_around|spinning_around|whirl_around|twirl_around|spin_round|\
turn_round_and_round|turning_round_and_round|keep_spinning|keep_turning|keep_rotating|rotate_continuously|turn_continuously|chase_your_tail|\
spin_yourself|gyrate|spin_in_circles|turn_in_circles|rotating_continuously|go_round_and_round|run_round_and_round|spin_about|go_around_and_around",
}


def _stand(m: Match) -> Part:
    has = filled(m)
    return Part(ACT, {"act": Act("go" if m.said.startswith("walk") else "posture", {"name": "stand", **has} if not m.said.startswith("walk")
        else {"gait": "walk", **has})})  # fmt: skip


g = LEGGED.add
g(_stand, """
    <getup> [up] [tall|upright|erect|straight] on|onto|upon [only|just] {feet:support}
    <getup> on all_fours|your_feet_again
    stand|balance {feet:support}
""")  # fmt: skip
g(act("posture", name="stand"), """
    stand|standing [up]
    get|rise|come up
    get|come|rise to your feet
    get on your feet
    be standing
    stand normally
    back to [a] standing|normal [position|pose]
""")  # fmt: skip
g(act("posture", name="stand", still=True), """
    stand|hold|stay|keep|be|remain still|motionless|put|in_place|where_you_are
    do_not move|budge|stir
    stay here|there
""", 0.45)  # fmt: skip
g(act("posture", name="biped"), """
    rear [up]
    stand|get [up] like people|humans [do]
    stand|get [up] like a human|person|man|woman|meerkat|biped|bear [does|would]
    be|go|become bipedal|a_biped
    stand [up] upright|erect
    stand [up] on two
""", 0.45)  # fmt: skip
g(said(), """
    on [only|just] {feet:support}
""", 0.35)  # fmt: skip
g(said(support=REAR), """
    like|as a human|person|man|woman|biped|meerkat [does|would]
    like|as people|humans [do]
""", 0.35)  # fmt: skip
g(act("posture", name="stand"), """
    up on|onto [only|just] {feet:support}
""", 0.45)  # fmt: skip
g(act("posture", name="handstand"), """
    do|make|perform|try a handstand|headstand|hand_stand
    handstand
""")  # fmt: skip
g(act("posture", name="sit"), """
    sit|sitting [down|back|up]
    sit [down] on <your> <rear>|hind_legs|back_legs
    take|have a seat|sit
    be seated
    get into a|the sitting|seated position|pose|posture
    squat on your <rear>
    park your <rear>
    plop|plonk|plump|flop [yourself] down
    plop|plonk yourself
""")  # fmt: skip
g(act("posture", name="lie"), """
    lie|lay|get|lying|drop down|flat
    lie|lay|lying low|down_low
    lie|lay [down] flat
    lie|lay|get|drop|rest [down] on your belly|stomach|tummy|front|chest
    lie|lay|get|drop|rest|flop [down] on|to|onto <ground>
    go to sleep
    take a nap|rest
    down
    go prone
    hug|kiss <ground>
    go to ground|earth
""")  # fmt: skip
g(act("posture", name="crouch"), """
    crouch|crouching|duck|squat|hunker|stoop|cower|hunch [down]
    make|keep yourself small|flat
    get|stay|go|keep|be|make_yourself lower|small|flat
    get|stay|go|keep|be|make_yourself [down] [as] low|small|flat as possible|you_can
""", 0.45)  # fmt: skip
g(act("posture", name="crouch", level="low"), """
    get|stay|go|keep|be|make_yourself [down] low|down_low|close_to_the_ground|near_the_ground
""", 0.45)  # fmt: skip
g(act("posture", name="stand", level="high"), """
    stand|be|get|walk tall|taller|upright_and_tall
    stand|make yourself [as] tall|big [as_possible|as_you_can]
    straighten|stretch your legs [out]
""", 0.45)  # fmt: skip
g(act("posture", name="back"), """
    roll|turn|flip|tip [yourself] over
    roll [yourself] round|around_completely
    roll|turn [yourself] [around] by {angle:_} [so] [that] [you] [are|lie] [on_your_back|upside_down]
    [roll|turn|flip|lie|get|go|lay|fall|flop|drop] [over|down] onto|on|to your back
    roll|turn|flip|be|lie upside_down|belly_up
    belly|tummy|stomach [facing] up|upwards
    roll|turn|flip over [to] {way}
    play dead
    do|make a [barrel|full] roll|rollover
    roll [over] [by] {angle:_}
    show|expose your|me your belly|tummy
    so|until [that] your belly|stomach|tummy faces|is_facing|points|is [the] up|upwards|sky|ceiling|upward
    so you are upside_down
    [with] your|the|all|all_your [four] legs|paws|feet up|in_the_air|in_air|pointing_up
    turn|roll|rotate|flip [yourself] [over] [by] {angle:_} [about|around|along] your|its|the long|forward|longitudinal|roll|own axis|side
""", 0.4)  # fmt: skip
g(act("posture", name="bow"), """
    bow [down]
    take|make|do a bow|play_bow|curtsy
    play bow
""")  # fmt: skip
for end in ("front", "rear"):
    for where, words in (("down", "down|low|lower|to_the_ground|on_the_ground|to_the_floor|on_the_floor|down_to_the_ground|"
    "down_on_the_floor|\
down_on_the_ground|down_to_the_floor|to_earth"),
        ("up", "up|high|higher|in_the_air|into_the_air|up_in_the_air|off_the_ground")):  # fmt: skip
        verbs = "lower|drop|sink|dip" if where == "down" else "raise|lift"
        g(act("ends", end=end, dir=where), f"""
    put|get|bring|push|move|have|keep|tilt|pitch|turn|lift|point|press|hold|with|plant|set [your|the|its] <{end}> {words}
    [your|the|its] <{end}> {words}
    {verbs} your|the|its <{end}> [{words}]
""", 0.45)  # fmt: skip
g(act("body"), """
    raise|lift|lower|drop|sink|move|bring|set|keep|put|hold|get|push|shift|keeping|holding|with|having [up|down] your|the|its <body>
    be|make_yourself|make_it {way}
""")  # fmt: skip
for way, words in (("up", "raise|lift|raise_up|lift_up|elevate"), ("down", "lower|drop|sink|bring_down|let_down|dip")):
    g(act("body", dir=way), f"""
    {words} your|the|its <body>
    {words} yourself [{way}]
""", 0.45)  # fmt: skip
g(act("lean"), """
    lean|tilt|tip|list|bank|bend|incline|slant|cant|leaning|tilting|tilted|leant|leaned [your_body|your_torso|the_body|the_torso|yourself|\
your_trunk|your_back|your_whole_body] [over]
    roll|rock [your_body|your_torso|the_body|the_torso|yourself] [to] [the] {way}
    roll [your_body|your_torso|the_body|the_torso|yourself] [by] {angle} [to] [the] {way}
    [with] your|the body|torso|back tilted|leaning|leant|leaned
    pitch [your_body|your_torso|the_body|the_torso|your_nose|yourself|the_nose]
""")  # fmt: skip
