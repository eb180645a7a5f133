"""Things at an arm's table in more words: lifting, putting, shifting, tilting and turning them."""

from __future__ import annotations

from heedful.agents.rewards import phrases_table  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import ARM, act, said
from heedful.agents.rewards.phrases_arm import RELATIONS

a = ARM.add
PUTTING = (
    "put|place|set|bring|move|take|lay|carry|get|deposit|transfer|deliver|position|push|slide|pull|drag|stick|pop|chuck|stuff|dump|"
    "plop|plonk|"
    "slip|sling|tuck|lodge|install|shift|drop|nudge|guide|steer|let_go_of|shove|leave|hang|situate|locate|arrange|ease|haul|lug|"
    "insert|load|"
    "file|pack|plant|throw_gently|relocate|transport|convey|send|move_over|hand|tidy|put_away|place_down|have|want|need|keep"
)
for relation, words in RELATIONS.items():
    a(act("put", relation=relation), f"""
    {PUTTING} {{nps:thing}} [back|over|down|right|straight|away|well|up|out|carefully|there|directly|somewhere|exactly] [at] [a] \
[distance|gap] [of] \
[{{metres:length}}] {words} {{np:to}}
    {PUTTING} {{nps:thing}} [so|such|until] [that] [it|they] is|are|sits|stands|lies|rests|ends_up|comes_to_rest|lands|goes|hovers \
[{{metres:length}}] \
{words} {{np:to}}
    {{nps:thing}} <should>|goes_back|must_go_back|may_go|can_go|shall_go|to_go|to_be|is_going|comes|sits|lives|is_to_come|must_stand|\
must_sit|must_lie \
[{{metres:length}}] {words} {{np:to}}
""", 0.47)  # fmt: skip
    a(act("put", relation=relation), f"""
    {{nps:thing}} [{{metres:length}}] {words} {{np:to}} [please|now]
""", 0.62)  # fmt: skip
a(act("put", relation="away"), """
    take|remove|get|lift|fish|pull|bring|move|clear|empty|pick|fetch|dig|extract {nps:thing} [up|back|away] out|off [of|from] {np:to}
    remove|separate|distance {nps:thing} from {np:to}
    take|remove|get|lift|move|clear off|away {nps:thing} from {np:to}
    put|keep|leave|make|have [a] [gap|distance|space] [of] {metres:length} [of] [space|room|distance] between {np:thing} and {np:to}
    keep|put|move|bring|set|place|push|pull|get {np:thing} and {np:to} [at_least|more_than|over] {metres:length} apart|from_each_other|\
away_from_each_other|from_one_another|away_from_one_another
    keep|put|move|bring|set|place|push|pull|get {np:thing} and {np:to} [well|far] apart|away_from_each_other|separated|separate
    separate {np:thing} and {np:to} [by] [{metres:length}]
""", 0.34)  # fmt: skip
a(act("put", relation="near"), """
    have|want|see|like {np:thing} [to] [be] close|near|next to {np:to}
    bring|put|move|push|set|place|get|slide {np:thing} [up|right] [really|very|quite] [close|near|nearer|closer|adjacent|up] [next] [to|\
by|with|beside] {np:to}
    bring|put|move|push|set|place|get|slide {np:thing} [to] within {metres:length} of|from {np:to}
    bring|put|move|push|set|place|get|slide {np:thing} and {np:to} [close|closer|nearer] together|to_each_other|side_by_side
    bring|put|move|push|slide|get {np:thing} [to] less_than|no_more_than|at_most|no_further_than|closer_than {metres:length} [away] \
from|of|to|off {np:to}
    line {np:thing} up with|beside {np:to}
    {np:thing} and {np:to} side_by_side|together|next_to_each_other
""", 0.36)  # fmt: skip
a(act("put", relation="on"), """
    stack|pile|heap|balance|rest|perch|mount|build|seat|load {np:thing} [up|carefully] on|onto|on_top_of|upon|atop|over [the] [top] \
[of] {np:to}
    top|crown {np:to} with {np:thing}
    make|build [me|us] [a] [little|small|nice|high|tall] tower|stack|pile [out] [of|from|with] {np:to} and {np:thing}
    make|build [me|us] [a] [little|small|nice|high|tall] tower|stack|pile [,] [with|of|from] {np:thing} on|onto|on_top_of|atop|over {np:to}
    let {np:thing} rest|sit|stand|lie on|on_top_of|atop {np:to}
    use {np:to} as [a] [base|stand|support|pedestal] for {np:thing}
""", 0.38)  # fmt: skip
a(act("put", relation="over"), """
    hold|keep|hover|hang|suspend|bring|lift|raise|position|dangle|move|carry|let {np:thing} [hover|float|hang|up|high] [at] \
[{metres:length}] above|over|up_above {np:to}
    {np:thing} [should] [be|hover|float] [{metres:length}] above|over {np:to}
""", 0.4)  # fmt: skip
a(act("hoist"), """
    <take_>|scoop|heave|haul|boost|winch|jack [up] {nps:things} [straight|right|up|clear] [up|high|off|from|above|clear|by|to|into|in|of] \
[the] [table|air|surface|ground|desk|counter] [by|to|at] [a] [height] [of]
    scoop|grab|snatch|heave|haul|bring|get|hold|take {nps:things} [straight|right|clear] up|aloft [high] [off|from|above|clear|by|to|\
into|in|of] \
[the] [table|air|surface|ground|desk|counter] [by|to|at] [a] [height] [of]
    {nps:things} should_be|must_be|has_to_be|needs_to_be|should_hang|should_float|should_hover|is_to_be|needs_to_go|goes|should_go|\
has_to_go|must_go|ought_to_be|\
to_be|up|rises|should_rise [lifted|raised|held|up|hanging|floating|at] [{metres:to_length}] [up|high|above|off|over|from|in] [the] \
[table|air|surface|ground|desk]
    let|have|make|keep {nps:things} hang|float|hover|levitate|dangle|rise|hanging|floating|hovering|go_up|airborne [up|high] [in|into|\
above|over|at] [the] [air|table]
    want|need|like {nps:things} [up|high|lifted|raised] [in_the_air|off_the_table|up_off_the_table|above_the_table|into_the_air|\
off_of_the_table]
    {nps:things} up [please|high|now|in_the_air]
    up|upwards with {nps:things}
    give {nps:things} a lift|boost
    take|get|lift|raise|put {nps:things} off [of] [the|your] table|surface|desk|tabletop|counter
    keep|hold {nps:things} [up] [at] above|over {metres:to_length}
    take|pick {nps:things} [up] in|with|into your|the hand|gripper|fingers [and] [lift|raise|hold] [it|them] [up]
""", 0.46)  # fmt: skip
a(act("hoist"), """
    hold|keep {nps:things} [up] [in_the_air] at|to|about [a] [height] [of] {metres:to_length} [high|up|above_the_table|off_the_table]
    raise|lift|bring|move|get|take|hoist {nps:things} [up] to [a] [height] [of] {metres:to_length} [high|up|above_the_table|off_the_table]
    put|place|get|bring {nps:things} {metres:to_length} above|over|off the table|surface|desk|tabletop
""", 0.34)  # fmt: skip
a(act("hoist", to_length=0.0), """
    put|set|lay|place|lower|bring|let|get|rest {nps:things} [back] down|back [on|onto|to] [the] [table|surface|desk|tabletop|counter|\
ground] [again]
    put|set|lay|place|lower|bring|rest|drop {nps:things} [back] [down] on|onto|to the table|surface|desk|tabletop|counter|ground
    put|set|lower down {nps:things}
""", 0.36)  # fmt: skip
MOVING = (
    "move|push|slide|shift|shove|nudge|pull|drag|bring|displace|scoot|roll|draw|get|take|carry|put|place|set|budge|relocate|"
    "ease|edge|bump|translate|inch"
)
a(act("shift"), f"""
    {MOVING} {{np:thing}} [about|by|exactly|around] [{{metres:length}}] [further|farther|over|more|along|across] [to|towards|toward|on] \
[the|your] {{armway}} [side|hand_side] \
[by|about] [{{metres:length}}]
    {MOVING} {{np:thing}} [over|along|across|away|further] [to|towards|on] [the|your] {{armway}} [side] [by|about] [{{metres:length}}]
    {{np:thing}} <should>|must|needs_to|has_to|should|goes|is_to [move|go|slide|shift|be|come] [moved|shifted] [{{metres:length}}] \
[further] [to|towards] [the|your] {{armway}} \
[by] [{{metres:length}}]
    i|we want|need|would_like {{np:thing}} [moved|shifted|to_be|to_go] [{{metres:length}}] [further] [more] [to|towards] [the|your] \
{{armway}}
    {{np:thing}} {{metres:length}} [further|more] [to|towards] [the|your] {{armway}} [please]
""", 0.42)  # fmt: skip
a(act("shift", dir="forward"), f"""
    {MOVING} {{np:thing}} [{{metres:length}}] [further|farther] away|off|back|out [from|of] [you|yourself|the_robot] [by] \
[{{metres:length}}]
    {MOVING} {{np:thing}} [{{metres:length}}] further|farther|deeper [out|back|away|forward|ahead] [by] [{{metres:length}}]
    {MOVING} {{np:thing}} [{{metres:length}}] to|towards the far side|end|edge
""", 0.44)  # fmt: skip
a(act("shift", dir="backward"), f"""
    {MOVING} {{np:thing}} [{{metres:length}}] [a_bit|a_little] closer|nearer|back|in [to|towards] [you|yourself|the_robot|your_base] \
[by] [{{metres:length}}]
    {MOVING} {{np:thing}} [{{metres:length}}] to|towards|toward you|yourself|the_robot|your_base|your_side|the_near_side [by] \
[{{metres:length}}]
""", 0.43)  # fmt: skip
for _state, _words in {
    "upright": "<up_>|on_its_bottom_again|the_right_way_up|right_way_up|right_side_up|on_its_feet_again|back_on_its_base|back_on_its_feet|"
    "back_on_its_bottom|in_upright_position|in_a_standing_position|onto_its_base|on_its_base|onto_its_bottom|top_up",
    "flipped": "<over_>|wrong_way_up|bottom_up|on_its_rim|with_its_bottom_up|with_the_bottom_up|on_its_mouth|top_down|bottoms_up|"
     "with_the_opening_down|"
    "mouth_down|face_down|inverted|opening_down|rim_down|onto_its_rim",
    "lying": "<side_>|lengthwise|lengthways|horizontal|in_a_lying_position|down_on_its_side|down_flat|lying_on_the_table|prone",
}.items():  # fmt: skip
    _not = {"upright": "lying|lying_down|on_its_side|flat|upside_down|fallen|tipped_over", "flipped": "upright|standing|the_right_way_up",
        "lying": "standing|upright|standing_up|up"}[_state]  # fmt: skip
    _by = "stand|set|put|place|prop|turn|make|keep|have|get|bring|flip|tip|roll|rotate|lay|want|need|see|leave|let|help|position|rest|knock"
    a(act("tilt", state=_state), f"""
    {_by} {{np:thing}} [to] [be|stand|lie|end_up|rest|sit] {_words} [again|please|on_the_table]
    {{np:thing}} <be_>|<should>|must_be_put|should_be_put|should_be_turned|must_be_turned|to_be|must_be_standing|should_be_standing|\
should_be_lying {_words} [again]
    {_by} {{np:thing}} so|until|such [that] [it] [is|stands|lies|ends_up|rests|sits|faces] {_words}
    {{np:thing}} {_words} [please]
    {_by} [back] {_words} [again] {{np:thing}}
    {_by} {{np:thing}} [to] [be|stand|lie] {_words} [,] [and|but] not {_not}
    {{np:thing}} <be_>|<should> {_words} [,] [and|but] not {_not}
""", 0.43)  # fmt: skip
a(act("tilt", state="upright"), """
    help {np:thing} up|to_its_feet|stand_up|back_up|get_up
    let|make|have {np:thing} stand [up] [straight|upright|again|vertically|on_its_base|on_its_own]
    pick|stand|set|put {np:thing} back up [again]
    keep|hold|prevent {np:thing} from falling|tipping|toppling [over]
    unflip|untip|uptip {np:thing}
    turn {np:thing} the_right_way_round|right_side_up
""", 0.38)  # fmt: skip
a(act("tilt", state="flipped"), """
    turn|flip|roll|rotate|put {np:thing} [right|completely|all_the_way] over|upside_down|bottom_up|on_its_head [so] [that|it] [its] \
[bottom] [faces|is|points] [up]
    turn|put|set|invert|flip|stand|place {np:thing} [over|upside_down|down] [,] [with] [its|the] cap|lid|top|mouth|neck|opening|rim|\
head [facing|pointing|turned] to|towards|on|onto|down \
[the] [table|floor|ground|bottom]
    turn|put|make {np:thing} so [that] its|the bottom|base is|faces|points|looks up|upwards
    turn|put|set {np:thing} with its|the bottom|base|underside [facing|pointing] up|upwards|to_the_ceiling
    stand|put|set|place|balance {np:thing} on its|the head|rim|mouth|top|lid
    turn|rotate|flip|tilt {np:thing} [over] by|through one_hundred_and_eighty|180|one_eighty degrees vertically|over
""", 0.38)  # fmt: skip
a(act("tilt", state="lying"), """
    let|make {np:thing} lie|fall|topple [down|over|flat]
    lay|put|set|place|rest {np:thing} [down] flat [on] [the] [table]
    push|knock|tip|kick|bowl|topple|upset over|down {np:thing}
    push|knock|tip|topple|upset {np:thing} [over|down]
""", 0.46)  # fmt: skip
a(act("tilt", state="tilted"), """
    tilt|lean|incline|slant|tip|angle|cant|pitch {np:thing} [over|forward|sideways|to_the_side|a_bit] [by|to|at|about|through] {angle}
    give {np:thing} a tilt|slant|lean|inclination [of] [{angle}]
    hold|keep|put|place|set|bring {np:thing} [tilted|leaning|slanted|inclined|at|to|by] [a|an] [tilt|angle|slant] [of] [by|at] {angle} \
[from] [the] [vertical|upright]
    make {np:thing} lean|tilt|slant [by] {angle}
    {angle} [of] tilt for|of {np:thing}
""", 0.38)  # fmt: skip
a(act("swivel"), """
    turn|rotate|twist|spin|swivel|pivot|yaw|swing|revolve|orient {np:thing} [around|round|about] [by|through|for|of|about|exactly] \
{angle} [to] [the] [{armway}]
    turn|rotate|twist|spin|swivel|pivot {np:thing} [around|round|by|through] [{angle}] [around|round] [in_place|on_the_spot|where_it_is|\
about_the_vertical|around_its_axis|on_the_table|\
around_its_own_axis|about_its_vertical_axis|around_the_vertical|about_its_own_axis]
    give {np:thing} a|one|another [small|little|quick] {angle} [turn|twist|rotation|spin] [to] [the] [{armway}]
    give {np:thing} a|one [small|little|slight|quick] turn|twist|rotation|spin [of|by] [{angle}] [to] [the] [{armway}]
    make|let {np:thing} turn|rotate|spin [around|round|by] [{angle}] [to] [the] [{armway}]
    {angle} [of] turn|rotation|twist for {np:thing}
""", 0.4)  # fmt: skip
a(act("reach"), """
    bring|move|get|put|take|place|lay|rest|guide|have|hold|lower|steer|point|extend|stretch|swing [<your>] <fingers> [right|straight|\
all_the_way|over|across|up|down|back|out|\
close|near|directly|carefully] [over|next] [to|towards|toward|at|onto|on|up_to|over_to|against|near|by|beside|close_to|upon|above] {np:to}
    [your|the] <fingers> to|at|on|onto|over_to|near|against|towards {np:to}
    [your|the] <fingers> should_be|must_be|should_touch|must_touch|needs_to_be|has_to_be|should_go|goes|needs_to_touch|should_reach \
[right] [at|on|next_to|near|close_to|by|to|against] {np:to}
    go|reach|head|move|get|come|advance|travel|stretch|extend|lean [yourself] [out|over|across|right|straight|all_the_way|up|down|\
forward] [to|towards|toward|for|until|at|up_to|over_to] {np:to}
    touch|contact|tap|poke|press|pat|feel|stroke|brush|prod|nudge [against] {np:to} [gently|softly] [with] [your|the] [<fingers>]
    put|lay|get [your|a|one] finger|hand|fingertips|fingertip|fingers on|against|to|onto {np:to}
    make|get|come|be|stay [in|into] [a] [physical] [light|gentle] contact with {np:to}
    take|get|catch|lay [a] hold of|onto|on {np:to}
    grasp|clasp|clutch|seize|hold|grip [onto] {np:to}
    close|fasten|wrap|clamp [<your>] <fingers> around|about|on|onto|over {np:to}
    let [<your>] <fingers> touch|rest_on|meet|reach {np:to}
""", 0.5)  # fmt: skip
a(act("reach", sense="exactly"), """
    hover|hold|keep|stay|wait|stop|bring|move|put|park|float [<your>] [<fingers>] [at] {metres:length} over|above|from|away_from|off|\
in_front_of|before|short_of|next_to|beside|left_of|right_of {np:to}
    [<your>] <fingers> {metres:length} over|above|away_from|from|off {np:to}
""", 0.36)  # fmt: skip
a(act("reach"), """
    bring|move|get|put|keep|hold|stay|have [<your>] [<fingers>] [to] within|less_than|closer_than|no_more_than|at_most|no_further_than \
{metres:length} [away] of|from|to|off {np:to}
    hover|hang|float|wait [<your>] [<fingers>] [just|right|directly] over|above {np:to}
""", 0.34)  # fmt: skip
a(said(), """
    at|by|about|around|with|leaving [a] [distance|gap|space] [of] {metres} [away|off|apart|between] [from] [it|that|there|them|each_other]
    {metres} [away|off|apart] from|of it|that|there|them
    {metres} [away|apart|gap|distance|between_them]
""", 0.3)  # fmt: skip
a(act("put", relation="away", level="max"), """
    put|move|keep|place|get|set|bring|take|push|slide {nps:thing} as|so far [away|off] from {np:to} as possible|you_can|it_goes
    put|move|keep|place|get|set|bring|take|push|slide {nps:thing} very|really|well far [away|off] from {np:to}
""", 0.3)  # fmt: skip
