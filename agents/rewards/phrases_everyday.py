"""More ways in which the same is said every day: wishes, steps that are counted, shares of a usual height, what is within how far."""

from __future__ import annotations

from collections.abc import Callable

from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.rewards import phrases_feet, phrases_going  # noqa: F401  their classes of words
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, ARM, ASIDE, LEGGED, MENTION, WHILE, act, add, filled, mark, said
from heedful.agents.rewards.phrases_arm import RELATIONS
from heedful.agents.rewards.phrases_edit import AMOUNT, CARE, EDITS, OTHER, SWAP, change, part
from heedful.agents.understanding.amounts import number

STEP = 0.25
"""A step, where the way is told in steps [m]."""
STANDING = 0.3
"""Usual height of the torso, of which shares are told [m]."""
_STEPS = frozenset({"step", "steps", "pace", "paces", "stride", "strides"})


def _counted(reader: Reader, at: int) -> list[tuple[float, int]]:
    """A way told in steps: `three steps`, `a couple of paces` [m]."""
    words = reader.words
    rough = {("a", "few"): 3, ("a", "couple", "of"): 2, ("some",): 3, ("several",): 4}
    found = [(n, at + len(w)) for w, n in rough.items() if tuple(words[at : at + len(w)]) == w] + list(number(words, at))
    return [(round(float(n) * STEP, 3), end + 1) for n, end in found if end < len(words) and words[end] in _STEPS]


SLOTS["counted"] = _counted
g = LEGGED.add
# ---- what is wished for rather than told
add(mark(ASIDE), """
    i|we [would] like|love|want|need|prefer it if
    why do_not you
    [i] wonder|suppose [if|whether] you could|can|would
    how|what about
    please do|could you
    go ahead and
    [and] be quick about it
    if you can|could|would|like|please
    now that|this
    would you
    let s|us [see] [you]
    over there
    quite|rather|sort_of|kind_of|simply|really
""", 0.22)  # fmt: skip
add(mark(WHILE), """
    all the while|time
    the whole time
    in|at the meantime|process
    [and] throughout
""", 0.0)  # fmt: skip
add(said(gentle=True), """
    be careful|gentle [with|about] [it|that|them]
    it bruises|breaks|is_fragile|spills
    go easy [on|with] [it|that|them]
    ease
    handle with care
""", 0.3)  # fmt: skip
add(said(steady=True), """
    mind|watch|keep [your|the] balance [above_all|first]
    stability|balance first|above_all
    do_not|never fall|topple|tip [over]
    above all
""", 0.3, (LEGGED,))  # fmt: skip
add(said(smooth=True), """
    as smoothly|steadily|fluidly as possible|you_can
    glide
    without jerks|jerking|jolts|wobbling
""", 0.3)  # fmt: skip
# ---- legs
g(act("lift"), """
    give|lend|offer|show|hand [me|us] {feet}
    keep|hold|leave|have {feet} off|clear_of|above <ground> [as] [if] [it] [hurts|hurt|were_hurt] 
    take {feet} off <ground>
    <lift> {feet} clear [of] <ground>
""", 0.4)  # fmt: skip
g(mark(ASIDE), """
    as if|though it|you|they hurt|hurts|were_hurt|were_injured|is_hurt|is_injured|limped|were_lame
    as though it hurt
""", 0.2)  # fmt: skip


def _share_of_height(m: Match) -> Part:
    return Part(ACT, {"act": Act("body", {"to_length": round(STANDING * float(m["share"]), 3)})})


g(_share_of_height, """
    [crouch|squat|sink|rise|go|get] [down|up] [until] [<your>] <body> is|are|at|to [at|to] {share} [of] [<your>|its] usual|normal|\
standing|full height
    [crouch|squat|sink|go|get] [down] to {share} [of] [<your>] [usual|normal|standing|full] height
    [at|to] {share} [of] [<your>|its] usual|normal|standing|full height
""", 0.3)  # fmt: skip
g(act("keep_off"), """
    do_not|never get|come|go|be|move|walk|step [any] nearer|closer [to] {np:off} than {metres}
    do_not|never get|come|go|be|move|walk|step within {metres} of {np:off}
    stay|keep|remain outside|beyond [of] {metres} [of|from|around] {np:off}
    stay|keep|remain|be more_than|at_least|over|no_closer_than|no_nearer_than {metres} [away|off|clear] from|of|to {np:off}
    give {np:off} a wide berth
    leave|keep [at_least] {metres} [of_space|of_room|of_distance|of_clearance] to|between_you_and|from|around {np:off}
""", 0.3)  # fmt: skip
g(act("posture", name="stand"), """
    on|onto|to your feet|legs
    up you get|go|come
    up with_you [now]
    get|stand back up [again]
    upright|standing again
""", 0.15)  # fmt: skip
g(act("posture", name="lie"), """
    get|bring|put|press|push|lower|drop|lay|flatten|have <your> <body> [right|all_the_way|flat|down] down|to|onto|on|against|flat [to|\
onto|on|against] <ground>
    flatten yourself
    lie|be|get|go down [like_a_rug|like_a_mat]
""", 0.38)  # fmt: skip


def _meanwhile(m: Match) -> Part:
    return Part(ACT, {"act": Act("body", {"dir": "down", **filled(m)}), "how": "while"})


g(_meanwhile, """
    staying|remaining|going|being|keeping [down] [very|nice_and] low|down|small|down_low|close_to_the_ground|near_the_ground
    [keep|keeping|stay|staying] your head down
""", 0.42)  # fmt: skip
g(act("face"), """
    [with] [<your>|the] <front> [pointing|pointed|turned|facing] to|towards|toward|due|at {sky}
    [with] [<your>|the] <front> [pointing|pointed|turned|facing] to|towards|toward|at {np:to}
    take|have a look at {np:to}
    turn your attention|gaze|head|eyes to|towards {np:to}
""", 0.4)  # fmt: skip
g(act("turn", spins=True), """
    keep|go_on|carry_on going|running|walking|turning round|around|in_circles [and] [round|around]
    keep|go_on|carry_on spinning|turning|rotating|whirling|twirling
    go|run|walk|turn round and round
    round|around and round|around [you_go]
""", 0.38)  # fmt: skip
g(act("go", gait="go"), """
    take {counted:length} {way}
    {counted:length} {way}
    {way} {counted:length}
    walk|go|move|step {counted:length} {way}
    creep|sneak|steal|sidle up on|to|towards {np:to}
    make for|tracks_for|your_way_to {np:to}
    take yourself to {np:to}
    pop|nip|trundle|toddle|potter|head over|across|along to {np:to}
""", 0.36)  # fmt: skip
g(act("go", gait="creep"), """
    creep|sneak|steal|prowl up on|to|towards {np:to}
""", 0.35)  # fmt: skip
g(act("go", gait="walk"), """
    drift|glide|cruise|march_on|amble|trundle|potter|mosey [along]
""", 0.5)  # fmt: skip
g(act("go", gait="walk", sideways=True), """
    drift|glide|slide|shuffle sideways|sidewards
    crab|crabwalk
""", 0.42)  # fmt: skip
g(act("step"), """
    tap|pat|strike|drum|knock|stamp|beat|thump [on] <ground> [with|using] {feet}
    [with|using] {feet} tap|pat|strike|drum|knock|stamp [on] <ground>
    paw at|on <ground> with {feet}
""", 0.35)  # fmt: skip
g(act("wave"), """
    wave [hello|goodbye] [at|to] [us|me|them|everyone|the_people|the_camera] [with|using] {feet}
""", 0.35)  # fmt: skip
g(act("lean"), """
    lean|tilt|tip|list|bank|heel [over] [onto|on|to] [<your>|the] {way} side
    lean|tilt|tip|list|bank|heel [over] [onto|on|to] your {way} side
""", 0.35)  # fmt: skip
g(said(level="high"), """
    with your head|nose|chin held high|up
""", 0.6)  # fmt: skip
g(act("ends", end="front", dir="up"), """
    [with] your|the head|nose|chin|snout [held] [up] high|up
    chin|head|nose up [high]
    look up [at] [the] [sky|stars|ceiling|moon]
""", 0.36)  # fmt: skip
g(act("ends", end="front", dir="down"), """
    dip|drop|lower|sink|point|dig your|the <front> [down] [to|towards|toward|at|into] [<ground>]
""", 0.38)  # fmt: skip
g(said(circle=True), """
    in|along a|one [big|large|wide|small|tight|little] circle|ring|loop|arc
""", 0.3)  # fmt: skip
g(said(), """
    bearing|veering|curving|turning|bending [to] [the] {way}
""", 0.35)  # fmt: skip
# ---- more of legs
g(act("posture", name="stand", still=True), """
    be|stay|stand|hold|keep|remain as still|quiet|motionless|calm as possible|you_can|a_statue|a_mouse|a_stone
    stand|freeze|stay like a statue|stone|rock|tree
    come to a [gentle|full|complete|slow] halt|stop|standstill|rest
    do_not move a muscle|an_inch
    stay put|where_you_are|as_you_are
""", 0.34)  # fmt: skip
g(act("reach_out"), """
    put|stretch|extend|reach|push|move|stick|point|hold|bring {feet} [straight|right|well|further|far] forward|forwards|ahead|out_in_front|\
in_front_of_you|out_ahead|ahead_of_you|out_forward
""", 0.34)  # fmt: skip
g(said(steps="high"), """
    raise|lift|pick [up] [all] [of] your|the feet|legs|paws|knees [up] high|higher|more as|when|while you
    [with] high|big|exaggerated steps|knees
    raise|lift|pick [up] [all|all_of] your|the feet|legs|paws|knees [up] well|nice_and_high|clear_of_the_ground
    prancing
""", 0.3)  # fmt: skip
g(said(steps="low"), """
    taking|take|with short|small|tiny|little|short_quick|quick_little steps
    shuffling
""", 0.34)  # fmt: skip
g(mark(ASIDE), """
    like a|an|the top|ballerina|dervish|dancer|soldier|king|queen|thief|ninja|model|champion|pro|gentleman|lady|star|madman|clock
    like soldiers|dancers|mad|crazy
    as usual|normal|before|always
    for fun|me|a_change|once
    and stay|stop there|still|put|down
    and do_not|never move [again|any_more]
""", 0.25)  # fmt: skip
g(act("go", gait="walk"), """
    set off|out|forth [at] [a] [brisk|easy|slow|steady|quick] [walk|pace]
    get going|moving|walking
    take short|small|tiny|little|big|long|quick|slow steps
""", 0.45)  # fmt: skip
g(act("go", gait="run"), """
    hurry|rush|speed|fly {way}
""", 0.4)  # fmt: skip
g(act("go", gait="walk"), """
    slide|scoot|shift|shimmy|inch|edge|budge|scooch [over|up|along|yourself] [to|towards] [the|your] {way}
    move over [to] [the|your] {way}
""", 0.42)  # fmt: skip
g(act("ends", end="rear", dir="up"), """
    stick|poke|push|thrust|point|get your|the <rear> [right|way|straight|up] up|in_the_air|into_the_air|out
""", 0.36)  # fmt: skip
g(act("ends", end="rear", dir="down"), """
    let your|the <rear> sink|drop|down|go_down|fall
    sink|drop [back] on|onto your|the <rear>
""", 0.36)  # fmt: skip
g(act("ends", end="front", dir="down"), """
    let your|the <front> sink|drop|down|go_down|hang
""", 0.36)  # fmt: skip
g(act("lean"), """
    shift|put|throw|move|bring|transfer [all] your weight onto|to|on|over|towards [your|the] {way} [side|legs|feet|paws]
    let yourself tip|lean|sag [to|onto|towards] [your|the] {way} [side]
""", 0.36)  # fmt: skip
g(act("body", dir="up"), """
    rise|come|get|stand|go|move|push|raise_yourself [yourself] up|higher {sizeword:size}
    {sizeword:size} rise|come|stand higher|up
""", 0.3)  # fmt: skip
g(act("body", dir="down"), """
    sink|come|get|go|move|drop|let [yourself] down|lower {sizeword:size}
    let your <body> sink|down|drop [{sizeword:size}]
""", 0.3)  # fmt: skip
g(act("posture", name="crouch"), """
    plant|press|tuck|make yourself low|down|flat
    hide|lurk
""", 0.42)  # fmt: skip
g(said(circle=True), """
    around|round in|along a [big|large|wide|small|tight|little] circle|ring|loop
    in|along a [big|large|wide|small|tight|little] circle|ring|loop
""", 0.3)  # fmt: skip
# ---- arm
a = ARM.add
a(act("reach"), """
    bring|move|get|put|take|have|come|hold|go [<your>] [<fingers>] [to] within {metres} of|from {np:to}
    reach for {np:to}
    <your> <fingers> within {metres} of {np:to}
    lay|put|place|set a finger|hand|fingertip on|to|against {np:to}
""", 0.34)  # fmt: skip
for relation, words in RELATIONS.items():
    a(act("put", relation=relation), f"""
    i|we [would] like|want|need|prefer|wish|love {{nps:thing}} [to_be|to_go|to_end_up|placed|put|to_stand|to_sit|\
moved] [{{metres}}] {words} {{np:to}}
    <put_> {{nps:thing}} {{metres}} {words} {{np:to}}
    get|have|see|make sure {{nps:thing}} is|ends_up|stands|goes|gets [{{metres}}] {words} {{np:to}}
    let {{nps:thing}} go|be|stand|rest|sit {words} {{np:to}}
""", 0.44)  # fmt: skip
a(act("put", relation="on"), """
    build|make a tower|stack|pile [of|from] {np:thing} on|on_top_of|upon|over|onto {np:to}
    build|make a tower|stack|pile , {np:thing} on|on_top_of|upon|over|onto {np:to}
""", 0.4)  # fmt: skip
a(act("joint", open=True), """
    let us have|get [some|the] [running] water [running|flowing]
    [some] running water
    i|we [would] like|want|need [some] [running] water
    get [some|the] water going|flowing|running
""", 0.34)  # fmt: skip


def _switched(opens: bool) -> Callable[[Match], Part | None]:
    """Only of something that was spoken of, or of the tap."""

    def made(m: Match) -> Part | None:
        meant = m.slots["nps"][0] if "nps" in m.slots else m.slots["joint"][0]
        return Part(ACT, {"act": Act("joint", {**filled(m), "open": opens})}) if meant.how == "it" else None

    return made


a(_switched(False), """
    turn|switch|shut|put|twist|close {nps:joint} off
    turn|switch|shut off {nps:joint}
""", 0.3)  # fmt: skip
a(_switched(True), """
    turn|switch|put|twist {nps:joint} on
    turn|switch on {nps:joint}
""", 0.3)  # fmt: skip
a(lambda m: Part(MENTION, {"np": m["tap"]}), """
    {tap} is [still|already|again] on|off|running|open|dripping
    {tap} has been left|turned on|running|open
""", 0.2)  # fmt: skip
a(lambda m: Part(MENTION, {"np": m["np"]}), """
    somebody|someone|somebody_has|someone_has left|knocked|tipped|pushed|put|opened|closed|shut {np} [over|down|open|on|off|there|running]
    {np} is [still|already|again] open|closed|shut|here|there
    {np} is [much|a_bit] too full|near|far|close|high|low
""", 0.2)  # fmt: skip
a(act("grip", open=True), """
    open|spread|part|move [up] [<your>] <fingers> [by|to] {metres} [apart|wide|open]
    [<your>] <fingers> {metres} apart|wide|open
    spread [<your>] <fingers> [apart|wide]
""", 0.34)  # fmt: skip
a(act("retreat"), """
    keep|hold|stay|move|take|get|pull|remain [<your>] [<fingers>] [at_least] {metres} [well|far|right] [away|clear|off|back|out] from|\
of|off {np:off}
    keep [<your>] [<fingers>] [well|at_least] {metres} clear of {np:off}
    let {np:_} go and move|take|pull [<your>] [<fingers>] away|back|off
""", 0.36)  # fmt: skip
a(act("hoist"), """
    scoop|grab|snatch|heave|hoist up {nps:things}
    scoop|grab|snatch|heave {nps:things} up
    have|get|keep {nps:things} [up] in_the_air|off_the_table|aloft|airborne
    [just] [barely|slightly|only_just] lift|raise|pick {nps:things} [up] off|from|above the table
""", 0.42)  # fmt: skip
# ---- more of arms
for _state, _words in {"upright": "the_right_way_up|right_way_up|right_side_up|the_right_way_round|the_right_way", "lying": "on_its_side|\
onto_its_side|flat|lengthwise", "flipped": "on_its_head|upside_down|the_wrong_way_up|wrong_side_up|on_its_top"}.items():  # fmt: skip
    a(act("tilt", state=_state), f"""
    stand|sit|balance|put|set|turn|flip|place|rest|have|get|lean|prop|lay {{np:thing}} [back] {_words} [again]
""", 0.36)  # fmt: skip
a(act("shift"), """
    <move_> {np:thing} aside|out_of_the_way|over|sideways [to|towards] [the|your] {armway}
    <move_> {np:thing} [a_bit|a_little|slightly|somewhat] to [the|your] {armway} side
""", 0.38)  # fmt: skip
a(act("hoist"), """
    hold|keep {nps:things} [up] high|up_high|high_up|in_the_air|aloft
    lift|raise|pick {nps:things} clear [of] [the] [table]
""", 0.4)  # fmt: skip
a(act("put", relation="near"), """
    bring|put|move|push|set|place {np:thing} and {np:to} close|next|near to each_other|one_another
    bring|put|move|push {np:thing} up|right against|to|up_against|beside {np:to}
""", 0.4)  # fmt: skip
a(act("joint", open=False), """
    swing|slam|ease|nudge|bring {nps:joint} shut|closed|to
""", 0.36)  # fmt: skip
a(act("joint", open=True), """
    swing|ease|nudge|slide|fling {nps:joint} [wide] open
""", 0.36)  # fmt: skip
a(act("retreat"), """
    back|step|move off|away|back from {np:off}
    leave|give {np:off} some|a_bit_of|more space|room|distance
""", 0.4)  # fmt: skip
# ---- corrections
e = EDITS.add
EDITS.classes["hops"] = "hop|hops|jump|jumps|leap|leaps|bounce|bounces"
e(change("speed", True), """
    pick up|increase|raise|up the pace|speed|tempo
    get a move on
    put on|in a spurt
    go|put a|some [bit] more speed|pace on|in
    quicken [the|your] [pace|steps]
    chop chop
""", 0.34)  # fmt: skip
e(change("speed", False), """
    easy [now] [there]
    ease|take it easy
    reduce|cut|lower|drop the pace|speed|tempo
    not in such a hurry|rush
    hold your horses
    slow it down
    what is the hurry|rush
""", 0.34)  # fmt: skip
e(change("up", True), """
    [make|do|take] bigger|higher|larger|stronger|taller <hops>
    <hops> higher|bigger|more
    jump|hop|leap|bounce higher|more
""", 0.3)  # fmt: skip
e(change("up", False), """
    [make|do|take] smaller|lower|tinier|flatter|weaker <hops>
    <hops> lower|smaller|less
    jump|hop|leap|bounce lower|less
""", 0.3)  # fmt: skip
e(change("height", True), """
    [a_tad|a_touch|a_bit|a_little|a_smidgen|slightly] further|farther|more up
    [a_tad|a_touch|a_smidgen|slightly] higher
""", 0.36)  # fmt: skip
e(change("height", False), """
    [a_tad|a_touch|a_bit|a_little|a_smidgen|slightly] further|farther|more down
    [a_tad|a_touch|a_smidgen|slightly] lower
""", 0.36)  # fmt: skip
e(part(AMOUNT), """
    stay|stop|halt|keep|remain [at|about|at_least] {metres:to_length} short|away|off|clear|shy [of|from] [it|that|there]
    leave [a] [gap|distance|space] [of] {metres:to_length}
    {metres:to_length} [away] is close|near enough
""", 0.3)  # fmt: skip
for _dim, _words in {"speed": "speed|pace|fast", "height": "height|high", "far": "distance|far|angle|way"}.items():
    e(change(_dim, True), f"""
    [go|do_it|be|at] {{share:times}} [of] the|that|this|the_present|the_current|your {_words}
    [go|do_it|be] {{share:times}} as {_words}
""", 0.26)  # fmt: skip
e(change("amount", True), """
    [another] {metres} more|further|farther|on|extra
    another {metres}
    {angle} more|further|farther|extra
    another {angle}
""", 0.26)  # fmt: skip
e(change("amount", False), """
    {metres} less|back|too_far|too_much
    {angle} less|back|too_far|too_much
""", 0.26)  # fmt: skip
e(part(AMOUNT), """
    [only|just|make_it|open_it] {share} [of] [the] way
""", 0.28)  # fmt: skip
e(part(OTHER), """
    [no|nope|nah|rather] the one on|at|to [the|your] {feet}
    [no|nope|nah] [not] [that] [one] [but] [the] {feet} [one]
""", 0.3)  # fmt: skip


def _one_on_the_side(m: Match) -> Part:
    side = "left" if "left" in m.said.split() else "right"
    end = next((v for w, v in {"front": "front", "back": "rear", "rear": "rear", "hind": "rear"}.items() if w in m.said.split()), "")
    feet = tuple(f"{x}_{side}" for x in ([end] if end else ["front", "rear"]))
    return Part(OTHER, {"feet": feet[:1]})


e(_one_on_the_side, """
    [no|nope|nah|rather|sorry] [i_meant|i_mean|i_said|take|use] the left|right [front|back|rear|hind] one
    [no|nope|nah|rather|sorry] [i_meant|i_mean|i_said|take|use] the [front|back|rear|hind] one on|at|to the|your left|right
    [no|nope|nah|rather|sorry] [i_meant|i_mean|i_said] [on|to] the|your left|right side
""", 0.28)  # fmt: skip
for _term, _words in {"balance": "stability|balance|staying_upright|not_falling", "smoothness": "smoothness|being_smooth",
                      "effort": "saving_energy|energy|the_battery|the_motors|effort"}.items():  # fmt: skip
    e(part(CARE, term=_term, more=True), f"""
    {_words} matters|counts|is more [important] [to_me|to_us|here] [than_that|than_speed|now]
    {_words} is|are more|most important to me|us
    i|we care|worry more|a_lot|most about {_words}
    go easy on {_words}
""", 0.3)  # fmt: skip
# ---- more corrections
for _more, _ups in ((True, "up|higher"), (False, "down|lower")):
    e(change("height", _more), f"""
    {_ups} [by|another|a_further] {{metres}} [more]
    [another|by] {{metres}} [more|further] {_ups}
    [lift|raise|bring|move|take|put|lower|drop] [it|that|them] {_ups} [by|another] {{metres}} [more]
""", 0.2)  # fmt: skip
for _more, _word in ((True, "more"), (False, "less")):
    e(change("amount", _more), f"""
    [a_bit|a_little|much|a_lot|slightly|even|some|somewhat|still|far|quite_a_bit] {_word} [of_that|than_that|of_it|please|again]
""", 0.5)  # fmt: skip
    e(change("hz", _more), f"""
    [do_it|step|hop|jump] {_word} often|frequently
""", 0.3)  # fmt: skip
e(change("near", True), """
    keep|leave|stay|give_it|at [a] [bit|little|some|a_bit_of|a_little] [more] distance|space|room|gap|clearance
    do_not|not get|go|come [quite] so|that|too close|near [to] [it|that]
""", 0.34)  # fmt: skip
e(lambda m: Part(SWAP, {"np": m["np"], "to": m["np"], "place": False}), """
    not {np:_} [,] [but|rather|no] {np}
    {np} [,] not {np:_}
    {np} instead|rather [of|than] {np:_}
""", 0.3)  # fmt: skip
e(mark(ASIDE), """
    that is|will|should [be] enough|do|fine|good|plenty
    enough of that
    all right|okay|alright [then|now]
    sorry|oops|wait|actually|oh
    a|one moment|second
""", 0.15)  # fmt: skip
