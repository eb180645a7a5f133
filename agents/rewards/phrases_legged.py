"""Constructions of requests to legged bodies: compositional verbs, directions, feet and gaits."""

from __future__ import annotations

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.legged import FRONT, REAR
from heedful.agents.rewards.phrases import ACT, LEGGED, act, filled, said

LEGGED.classes |= {
    "lift": "lift|lifting|raise|raising|hold|holding|pick_up|lift_up|hold_up|keep|keeping|put|get|bring|have|picking_up|hoist|elevate|"
    "cock|take",
    "lifted": "lifted|raised|up|off|in_the_air|up_in_the_air|off_the_ground|off_the_floor|off_the_earth|elevated|aloft|lifted_up|"
    "in_mid_air|\
into_the_air|from_the_ground|from_the_floor",
    "getup": "stand|standing|get|rise|rear|balance|balancing|stay|be|walk|walking|raise_yourself|straighten|go|hop_up|jump_up|come|pop|"
    "hold_yourself",
    "front": "front|front_end|nose|head|chest|snout|muzzle|front_half|face|front_part|chin|shoulders|front_of_your_body",
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
    <getup> [up] [tall|upright|erect|straight] on|onto|upon|with|using [only|just] {feet:support}
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
    lie|lay [down] flat
    lie|lay|get|drop|rest [down] on your belly|stomach|tummy|front|chest
    lie|lay|get|drop|rest|flop [down] on|to|onto <ground>
    go to sleep
    take a nap|rest
    down
    go prone
    hug|kiss <ground>
""")  # fmt: skip
g(act("posture", name="crouch"), """
    crouch|crouching|duck|squat|hunker|stoop|cower|hunch [down]
    make|keep yourself small|flat
    get|stay|go|keep|be|make_yourself low|down_low|lower|close_to_the_ground|near_the_ground|small|flat
    get|stay|go|keep|be|make_yourself [down] [as] [low|small|flat] as possible|you_can
""", 0.45)  # fmt: skip
g(act("posture", name="stand", level="high"), """
    stand|be|get|walk tall|taller|upright_and_tall
    stand|make yourself [as] tall|big [as_possible|as_you_can]
    straighten|stretch your legs [out]
""", 0.45)  # fmt: skip
g(act("posture", name="back"), """
    roll|turn|flip|tip [yourself] over|round|around_completely
    roll|turn [yourself] [around] by {angle:_} [so] [that] [you] [are|lie] [on_your_back|upside_down]
    [roll|turn|flip|lie|get|go|lay|fall|flop|drop] [over|down] onto|on|to your back
    roll|turn|flip|be|lie upside_down|belly_up
    belly|tummy|stomach [facing] up|upwards
    roll|turn|flip over [to] {way}
    play dead
    do|make a [barrel|full] roll
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
    put|get|bring|push|move|have|keep|point|press|hold|with|plant|set [your|the|its] <{end}> {words}
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
g(lambda m: Part("with", {"has": {"to_person": True}}), """
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
""", 0.35)  # fmt: skip
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
    keep|keeping|hold|holding|with your|the|its body|back|torso|trunk level|straight|flat|horizontal|even|parallel_to_the_ground
    stay|stand level|horizontal
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
g(act("keep_off"), """
    stay|keep|remain|be|get|steer|keep_your_distance|keep_yourself [well|far|at_least|a|clear] [away|off|clear|distance] from|of {np:off}
    stay|keep|remain|be [at] [least] {metres} [away|off|clear|distance] from|of {np:off}
    avoid {np:off}
    do_not|never go|come|get [too|anywhere] near|close|close_to {np:off}
    keep your distance from {np:off}
""", 0.4)  # fmt: skip
