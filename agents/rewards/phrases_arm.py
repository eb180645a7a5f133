"""Constructions of requests to arms: reaching, lifting, putting, shifting, tilting, turning, opening and closing."""

from __future__ import annotations

from heedful.agents.corrections.constructions import Part
from heedful.agents.rewards.phrases import ARM, MENTION, WITH, act, said

ARM.classes |= {
    "fingers": "hand|gripper|fingers|finger|arm|claw|fingertips|grippers|tool|end_effector|jaws|tip|palm",
    "take_": "lift|lifting|raise|hoist|elevate|heave|pick_up|lift_up|raise_up|pull_up|levitate|pick",
    "put_": "put|place|set|bring|move|take|lay|carry|get|drop|deposit|transfer|deliver|position|push|slide|have|pull|drag|shove|stick|rest|"
    "set_down|put_down|stow|balance|park|leave|drop_off|return|lower|pick_up_and_put|bring_over|relocate|toss|dump|fetch|store|lay_down",
    "move_": "move|push|slide|shift|shove|nudge|pull|drag|bring|displace|scoot|translate|roll|draw",
    "should": "belongs|goes|should_go|should_be|is_to_go|needs_to_go|needs_to_be|is_supposed_to_be|must_go|must_be|should_end_up|has_to_go|"
    "has_to_be|should_stand|should_sit|should_lie|is_to_be|wants_to_be|needs_to_end_up|is_meant_to_go|ought_to_be|should_come",
    "up_": "upright|up|straight|standing|straight_up|upright_again|standing_up|on_its_base|on_its_feet|on_its_bottom|back_up|up_again|"
    "erect|"
    "vertical|vertically|on_end|on_its_base_again|on_its_end|up_straight|in_an_upright_position|to_an_upright_position|"
    "into_an_upright_position|up_on_its_base|standing_upright|standing_straight|back_upright",
    "over_": "upside_down|over|on_its_head|bottom_up|on_its_top|on_the_other_side|the_other_way_up|onto_its_head|around_upside_down|"
    "bottom_side_up|"
    "topsy_turvy|head_over_heels",
    "side_": "on_its_side|onto_its_side|on_the_side|flat|sideways|on_one_side|lying|lying_down|lying_on_its_side|horizontally|"
    "over_onto_its_side|"
    "over_on_its_side|onto_one_side|on_a_side",
    "opens": "open|open_up|pull_open|pull_out|slide_open|slide_out|unlock|unclose|opening|draw_out|swing_open|push_open|crack_open",
    "closes": "close|shut|push_in|push_shut|slide_shut|closing|push_closed|shut_up|close_up|slide_in|pull_shut|pull_closed|swing_shut|"
    "close_again",
    "ons": "turn_on|switch_on|start|run|activate|open|open_up|turn|switch|twist_open|enable",
    "offs": "turn_off|switch_off|stop|close|shut_off|shut|deactivate|shut_down|turn_down|twist_shut|disable",
}  # fmt: skip
g = ARM.add
g(act("reach"), """
    reach|stretch out and touch|grab|tap|poke {np:to}
    touch|reach|contact|poke|tap|approach|feel|point_at|point_to|press|reach_out_for|reach_out_to|reach_for|reach_towards|reach_to|go_to|\
go_over_to|stroke [out] [for|to|towards|at] {np:to}
    move|bring|put|place|get|lay|rest|set|guide|take|hold [<your>] <fingers> [close|near|over|next|up|down|right|all_the_way] \
to|towards|on|onto|at|against|by|close_to|near|next_to {np:to}
    move|go|reach|get|come [over|close|near|next] [to|towards] {np:to}
    grab|grasp|seize|grip|take|clutch|catch|get [a] [hold] [of|onto|on] {np:to}
    make|get|come_into|establish [physical] contact with {np:to}
    <your> <fingers> on|at|to|touches|touching {np:to}
    [until|so] [that] [it|you|<your>] [<fingers>] makes|make|is_in|touches|is_touching contact with {np:to}
""", 0.5)  # fmt: skip
g(said(), """
    until|so [that] [it|you] makes|make|has|have contact with {np:_}
    until it|you touch|touches|reach|reaches {np:_}
    until contact
""", 0.3)  # fmt: skip
g(act("hoist"), """
    <take_> [up] {nps:things} [up|off|in_the_air|into_the_air|high_up|up_high|up_in_the_air]
    hold|keep|bring|get|take {nps:things} up|in_the_air|aloft|into_the_air|off_the_table|up_in_the_air|above_the_table|up_off_the_table|\
in_mid_air
    {nps:things} in_the_air|off_the_table|up_in_the_air
""", 0.45)  # fmt: skip
g(act("hoist"), """
    pick {nps:things} up
    hold up {nps:things}
""", 0.4)  # fmt: skip
g(said(together=True), """
    together|both|at_once|side_by_side|in_one_go
""", 0.3)  # fmt: skip
RELATIONS = {
    "in": "in|into|inside|in_to|inside_of|within",
    "on": "on|onto|on_top_of|upon|on_to|atop|down_on|down_on_top_of|down_onto|on_the_top_of",
    "near": "next_to|beside|near|close_to|by|to|over_to|alongside|towards|toward|near_to|over_next_to|next|right_next_to|against|"
    "over_by|up_to|"
    "close_by|closer_to|nearer_to|over_near|together_with|adjacent_to|to_where|over_beside",
    "left_of": "left_of|to_the_left_of|on_the_left_of|on_the_left_side_of|to_the_left_side_of|left_from|at_the_left_of",
    "right_of": "right_of|to_the_right_of|on_the_right_of|on_the_right_side_of|to_the_right_side_of|right_from|at_the_right_of",
    "behind": "behind|in_back_of|at_the_back_of|to_the_back_of|to_the_rear_of",
    "in_front_of": "in_front_of|before|to_the_front_of",
    "over": "over|above|up_above",
    "away": "away_from|off_from|out_of|off|off_of|from|apart_from|far_from|far_away_from|clear_of",
}
for relation, words in RELATIONS.items():
    g(act("put", relation=relation), f"""
    <put_>{"|hold|keep" if relation in ("over", "away") else ""} {{nps:thing}} [back|over|down|right|straight|away|well] {words} {{np:to}}
    {{nps:thing}} <should> [right|back] {words} {{np:to}}
""", 0.45)  # fmt: skip
g(act("put", relation="on"), """
    stack|pile|heap {np:thing} [up] on|onto|on_top_of|upon|atop {np:to}
    balance {np:thing} on {np:to}
""", 0.4)  # fmt: skip
g(act("put", relation="near"), """
    bring|put|move|push {np:thing} and {np:to} together|next_to_each_other|close_together
    gather|join {np:thing} and {np:to}
""", 0.4)  # fmt: skip
g(act("put", relation="in"), """
    throw|insert|tuck|slip|hide {np:thing} in|into|inside {np:to}
    put|drop|stow|throw|place it|that|them in there|it
""", 0.42)  # fmt: skip
g(act("put", relation="in", inside=True), """
    put|drop|stow|throw|place|lay|set|get|bring {nps:thing} in|inside|in_there|in_it|inside_it|into_it
""", 0.5)  # fmt: skip
g(act("hoist", to_length=0.0), """
    put|set|lay|place|lower|bring {nps:things} [back] down [again] [gently]
    move {nps:things} down
    lower {nps:things}
""", 0.45)  # fmt: skip
g(act("tilt", state="tilted"), """
    tilt|incline|slant {np:thing} [by|to]
""", 0.45)  # fmt: skip
g(act("shift"), """
    <move_> {np:thing} [over|along|across|away|a_little|further|on] [to|towards|by] [the] {armway}
    <move_> {np:thing} {armway} [by]
    <move_> {np:thing} {metres} [further|over|more] [to|towards] {armway}
""", 0.45)  # fmt: skip
STATES = {"upright": ("<up_>", "stand|set|put|place|prop|right|straighten|turn|make|keep|have|tip|sit"),
    "flipped": ("<over_>", "flip|turn|rotate|roll|put|place|set|stand|bring|make|get|overturn|invert"),
    "lying": ("<side_>", "lay|tip|knock|put|place|set|lie|turn|rotate|push|roll|flip|bring|rest|get|tilt")}  # fmt: skip
for state, (words, verbs) in STATES.items():
    g(act("tilt", state=state), f"""
    {verbs} {{np:thing}} {words} [again]
    {verbs} {words} {{np:thing}}
    bring|get|lift|pick {{np:thing}} [back] {"upright|vertical|erect" if state == "upright" else words}
    {verbs} {{np:thing}} so|until|such [that|it] [it] is|stands|lies|ends_up {words}
    {{np:thing}} <be_> {words}
    {{np:thing}} <should> {words}
""", 0.42)  # fmt: skip
g(act("tilt", state="upright"), """
    right|straighten|re_erect|erect {np:thing}
    make|let {np:thing} stand [up|upright]
    stand|prop up {np:thing}
""", 0.45)  # fmt: skip
g(act("tilt", state="flipped"), """
    flip|overturn|invert|upend|upturn {np:thing} [over]
    turn|flip over {np:thing}
""", 0.45)  # fmt: skip
g(act("tilt", state="lying"), """
    lay|knock|tip over|down {np:thing}
    knock|lay|tip|push|kick|throw {np:thing} over|down
    topple {np:thing} [over]
""", 0.4)  # fmt: skip
g(lambda m: Part(MENTION, {"np": m["np"]}), """
    {np} has|is|was [been] [fallen|tipped|toppled|knocked|lying|fell|been] [over|down|on_its_side]
    {np} fell|tipped|toppled|is_lying over|down|on_its_side
    {np} lies on_its_side|flat|there
    {np} is closed|open|shut|on|off
    see|look_at {np}
""", 0.35)  # fmt: skip
g(act("swivel"), """
    turn|rotate|twist|spin|swivel|pivot {np:thing} [around|round]
    give {np:thing} a twist|turn|rotation
""", 0.55)  # fmt: skip
g(act("joint", open=True), """
    <opens> {nps:joint} [up|out|open]
    pull|slide|push|swing|get|have|leave|make|crack|move|keep|bring|draw|drag|yank {nps:joint} open|out|opened
    leave|keep|pull|push {nps:joint} ajar
    {nps:joint} open|opened
    leave|keep|set|put|make|have|bring|move|pull|push|get {nps:joint} [to|at] {share:share} [open|of_the_way]
    keeping|leaving|holding {nps:joint} open
    open|get [up] {nps:joint} open|up
    {nps:joint} <be_> open|opened
    open to {np:joint}
    have {nps:joint} opened
    see|look [that|to_it] [that] {np:joint} is open
""", 0.42)  # fmt: skip
g(act("joint", open=False), """
    <closes> {nps:joint} [again|up|to|firmly|tight|tightly]
    push|slide|pull|swing|get|have|leave|make|move|press|keep|bring {nps:joint} shut|closed|in|to|back_in
    {nps:joint} <be_> closed|shut
    {nps:joint} closed|shut
    keeping|leaving|holding {nps:joint} closed|shut
""", 0.42)  # fmt: skip
g(act("joint", open=True), """
    <ons> {tap:joint} [on|open|up]
    turn|switch|twist|put|have|get|push|leave|flick {tap:joint} on|open|running
    {tap:joint} <be_> on|open|running|opened
    {tap:joint} open|on
    let|have|leave|get|keep|set|make {tap:joint} run|running|flow|flowing
    let|get|have|make the water run|running|flow|flowing
    run|start|turn_on|switch_on the|some water
    <opens> {tap:joint}
    turn|switch the|some water on
    get|give me|us some water [running]
    i|we need|want [some] [running] water
""", 0.4)  # fmt: skip
g(act("joint", open=False), """
    <offs> {tap:joint} [off|up]
    turn|switch|twist|put {tap:joint} off|shut|closed
    {tap:joint} <be_> off|closed|shut
    turn_off|stop|shut_off|switch_off|cut the|running water [running|flow]
    turn|shut|switch the water off
    stop the water [from] [running|flowing]
""", 0.4)  # fmt: skip
g(lambda m: Part(WITH, {"has": {"share": m["share"]}}), """
    [to|by|about|up_to|around|roughly|exactly|only|just] {share} [open|closed|of_the_way|way|opened|shut]
""", 0.3)  # fmt: skip
g(lambda m: Part(WITH, {"has": {"share": 0.5}}), """
    half|halfway|half_way|midway [open|closed|shut|out|in]
    to|at the halfway|middle point|mark
    to the middle
""", 0.25)  # fmt: skip
g(lambda m: Part(WITH, {"has": {"level": "most"}}), """
    most of the way
    mostly|almost|nearly|almost_completely|nearly_all_the_way
    leave|leaving|keep it|that [open] a crack|bit|little|gap [open]
    but for a crack|gap
    except for a crack|gap
""", 0.25)  # fmt: skip
g(said(size="bit"), """
    a crack|slit|gap
    ajar
    open a crack
""", 0.3)  # fmt: skip
g(act("grip", open=True), """
    open|spread|part [up] [<your>] <fingers> [up|open|wide]
    let go [of] {np:held}
    let go
    release|loose|free {np:held}
    release|open [<your>] grip|grasp
    drop|let_go_of {np:held}
    let {np:held} go|drop|fall
""", 0.42)  # fmt: skip
g(act("grip", open=False), """
    close|shut|clench [up] [<your>] <fingers>
    make a fist
    squeeze|pinch
""", 0.42)  # fmt: skip
g(act("hand"), """
    raise|lift|lower|move|hold|keep|bring|put|hover|take [up|down] [<your>] <fingers> [up|down|{way}]
    hover|stay [up|at]
    {metres:to_length} over|above the|this table|desk|tabletop|surface
""", 0.5)  # fmt: skip
g(act("hand", dir="down"), """
    lower [<your>] <fingers> [down]
""", 0.42)  # fmt: skip
g(act("retreat"), """
    keep|hold|stay|move|take|get|pull|remain [<your>] [<fingers>] [well|far|right|a_bit] [away|clear|off|back|out] from|of|off {np:off}
    stay|keep [well|far] away|clear|back from|of {np:off}
    avoid {np:off}
    do_not touch|go_near|come_near|go_close_to|approach {np:off}
    retreat|withdraw|back_off|back_away from {np:off}
    move|take|pull|get [<your>] <fingers> [away|back|off]
""", 0.42)  # fmt: skip
