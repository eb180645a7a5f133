"""The hand itself and what it opens, in more words: drawers, doors and taps by how far, the fingers' width, the hand's height."""

from __future__ import annotations

from heedful.agents.rewards import phrases_things  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.phrases import ARM, ASIDE, act, mark, said

a = ARM.add
BE = (
    "is|should_be|must_be|has_to_be|needs_to_be|shall_be|ought_to_be|is_to_be|to_be|should_stand|should_end_up|must_end_up|gets|"
    "stays|should_stay|remains|be|stands|wants_to_be"
)
a(act("joint", open=True), f"""
    {{nps:joint}} {BE} [about|exactly|only|just|to|at|left|pulled|slid] {{share:share}} [of_the_way] open|opened|out|of_the_way
    {{nps:joint}} {BE} [fully|completely|wide|left|pulled|slid|all_the_way|entirely|totally] open|opened|ajar
    {{nps:joint}} {BE} open|opened [to|at|by|about|up_to] {{share:share}} [of_the_way]
    {{nps:joint}} [about|to|at] {{share:share}} [of_the_way] open|out|opened
    <opens>|pull|slide|push|swing|get|have|leave|make|crack|move|keep|bring|draw|drag|yank|set|put|ease|tug|hold|want|need|see \
{{nps:joint}} [to] [be] [about|exactly|only|just|by|\
at|up_to|around] {{share:share}} [of] [the|its] [way|full_travel|travel|range|full_range|length|opening|full_extent] [open|out|opened]
    <opens>|pull|slide|push|swing|get|have|leave|make|move|keep|bring|draw|drag|yank|ease|tug|haul|fling|throw|force|want|need|see|let \
{{nps:joint}} [to] [be] \
[fully|completely|wide|all_the_way|entirely|totally|right|carefully] open|out|opened|outwards|ajar|wide
    <opens> {{nps:joint}} [up|out|wide|all|right|fully] [the] [way] [for] [me|us]
    give me|us access to [the] [inside] [of] {{nps:joint}}
    unblock|unseal {{nps:joint}}
    let|have|make {{nps:joint}} stand|be|hang open
    pull|tug|slide|ease|yank at|on {{nps:joint}} [until|so|till] [that|it] [it|is] [is|opens] open
    opening of [the] {{nps:joint}} [to|by] {{share:share}}
""", 0.42)  # fmt: skip
a(act("reach", by_handle=True), """
    grab|grasp|take|hold|seize|grip|clasp|catch|touch {np:to} by its|the handle|knob|grip
""", 0.3)  # fmt: skip
a(act("joint", open=True), """
    bring|pull|draw|drag|slide|move|tug|haul {nps:joint} [right|all_the_way] out|open|back|outwards|outward to|towards|toward you|yourself
    bring|pull|draw|drag|tug|haul {nps:joint} to|towards|toward you|yourself
""", 0.36)  # fmt: skip
a(said(size="bit"), """
    [just|only] a|the [tiny|little|small] trickle|drip|dribble|chink
""", 0.3)  # fmt: skip
a(act("joint", open=True, size="bit"), """
    crack {nps:joint} [open]
    open|pull|slide|push|leave|get|set|keep|have {nps:joint} [open] [only|just] [by] a|the [tiny|little|small|narrow] crack|slit|gap|\
smidgen|chink [open]
    {nps:joint} [open] ajar|a_crack|a_slit
    open|pull|push {nps:joint} ajar
""", 0.3)  # fmt: skip
a(act("joint", open=False), f"""
    <closes>|slam|bang|bolt|lock|seal|pull_to|shove_in|push_in|ease_in {{nps:joint}} [back|all|right|fully|completely|gently|properly|\
entirely|totally] [the] [way] [shut|closed|in|to|up|again|for_me|for_us]
    push|slide|pull|swing|get|have|leave|make|move|press|keep|bring|shove|ease|slam|bump|nudge|want|need|see|let|put {{nps:joint}} [to] \
[be] \
[back|all_the_way|right|fully|completely|gently|entirely] [until|till|so] [it] [is] shut|closed|in|to|home|inwards
    {{nps:joint}} {BE} [fully|completely|firmly|left|entirely|tightly] shut|closed
    do_not leave {{nps:joint}} open
    {{nps:joint}} shut|closed|in
    shut|close it|that {{nps:joint}}
""", 0.43)  # fmt: skip
a(act("joint", open=False), """
    close|shut|push|slide|pull|get|have {nps:joint} [shut|closed|in] [by|about|to|up_to] {share:share} [of_the_way] [closed|shut]
    close|shut|push|slide|pull|get|have {nps:joint} {share:share} [of_the_way] closed|shut|in
    {nps:joint} {share:share} closed|shut
""", 0.3)  # fmt: skip
WATER = "the water|some water|running water"
a(act("joint", open=True), """
    [some|the|more] water|tap_water [please|on|now|running|flowing]
    {tap:joint} on|open|running|up [please|now]
    let|have|get|make|start|keep [the|some|a_bit_of] water|it_flow [to] flow|run|running|flowing|going|come|stream|pour
    let|get|have|see us|me [have|get] [some|the] water
    <ons>|crank|twist|flip|flick|wrench|rotate|undo|loosen {tap:joint} [on|open|up|fully|halfway|all_the_way|full]
    get|set|have|put|turn|crank {tap:joint} [going|running|flowing|on|open|up|dripping]
    start|begin|get [up] [the|some] [flow|stream|running] [of] [the] water [flow|running|flowing|going]
    i|we am|are thirsty|want|need|would_like [some|the] [glass] [of] [running] water [on|running|flowing]
    water [should|must] [flow|run|come] [from|out_of] [the|that] {tap:joint}
    fill the sink
    {tap:joint} is_to|should|must|shall|needs_to|has_to run|flow|be_on|be_running|be_turned_on|be_open|be_opened
    turn|switch|put|twist|open {tap:joint} [on|up|open] [to|at|by|about] {share:share} [on|open|of_the_way|power|flow]
    turn|switch|put|twist|open {tap:joint} {share:share} [on|open|of_the_way]
""", 0.4)  # fmt: skip
a(act("joint", open=False), """
    no more water|running_water
    {tap:joint} off|shut|closed [please|now]
    <offs>|kill|cut|tighten {tap:joint} [off|down|up|tight|tightly|again|completely|fully]
    stop|cut|kill|end|turn_off|shut_off|switch_off|shut [the|that] water|flow|stream|dripping|drip|running [of] [the] [water] [off|flow|\
running]
    turn|switch|shut|cut|put|get {tap:joint} [completely|all_the_way|fully] off|closed|shut
    do_not let|leave|waste [the] [{tap:joint}|water] [running|run|on|dripping]
    enough water
    {tap:joint} should|must|needs_to|has_to|shall be|stop|go [turned|switched] [off|closed|shut|running|dripping]
    save water
""", 0.4)  # fmt: skip
GRIP = "[<your>] <fingers>|grip|grasp|jaws|pincers|hold|grippers"
a(act("grip", open=True), f"""
    open|spread|part|widen|separate|extend|set|move|get|adjust|put|have|make|keep [up|out] {GRIP} [up|open|wide|apart|out|to|by|at|\
until] [to|by|at|they|it] [are|is] [a] [width] [of] \
{{metres:length}} [apart|wide|open|gap]
    {GRIP} [should|must] [be] [to|at|open] {{metres:length}} [apart|wide|open]
    [a|the|your] grip|gripper|finger|fingers|opening|gap|jaw [width|opening|gap|spacing|distance|aperture] [of|to|at|is|should_be] \
{{metres:length}}
    set|make|adjust|bring|keep|put|change|open [the|a|your] width|opening|gap|space|distance|grip|gripper|jaw|finger|aperture [width|\
opening|gap|spacing|distance] \
[between|of] [<your>|the] [<fingers>|jaws] [to|at|be] {{metres:length}} [wide]
    leave|keep|have|make [a] [gap|space|distance|opening] [of] {{metres:length}} [gap|space] between [<your>|the|both|two] <fingers>|jaws
    {{metres:length}} [gap|space|wide|apart] [between|for] [<your>|the] <fingers>
    narrow|squeeze|close [<your>|the] <fingers>|grip|gap [together|down|up] to|until [a] [width|gap] [of] {{metres:length}}
""", 0.3)  # fmt: skip
a(act("grip", open=True), f"""
    open|spread|part|unclench|unclasp|widen|loosen|relax|release|stretch [up|out] {GRIP} [up|open|wide|apart|out|fully|completely|\
all_the_way|as_far_as_they_go|right_up]
    {GRIP} open|apart|wide|spread|opened [please|wide|up]
    have|keep|get|make|leave|hold [<your>|the] <fingers>|grip [wide|fully|well] open|apart|opened|spread
    let|set|turn {{np:held}} loose|free
    let {{np:held}} out [of] [<your>] [grip|grasp|hand|fingers|gripper]
    unhand|ungrip|ungrasp {{np:held}}
    stop holding|gripping|grasping {{np:held}}
    let go [of] [it|that|everything] [now]
    release [it|that|your_hold|the_grip|your_grip]
    open up your|the hand|gripper|fingers
""", 0.4)  # fmt: skip
a(act("grip", open=False), f"""
    close|shut|clench|clasp|tighten|squeeze|bring|press|pinch|clamp|snap|put|move|draw [up] {GRIP} [together|shut|closed|up|tight|\
tightly|firmly|fully|completely|all_the_way|again]
    {GRIP} closed|shut|together [please|tight]
    have|keep|get|make|leave|hold [<your>|the] <fingers>|grip [tightly|fully|firmly] closed|shut|together|clenched
    make|form|ball|clench|curl|turn [<your>|the] [<fingers>|hand] [into] [a] [tight] fist
    pinch|clamp [shut|your_fingers|together]
""", 0.42)  # fmt: skip
HAND = "hand|gripper|arm|claw|tool|end_effector|palm|wrist|fingers|fingertips"
a(act("hand"), f"""
    raise|lift|lower|move|hold|keep|bring|put|hover|take|get|position|set|place|have|float|park|let [up|down] [<your>] {HAND} [hover|\
float|be|stay|go|up|down|high|low|above] [up|down|to|at|about] \
[a] [height] [of] {{metres:to_length}} [high|up|above|over|off|from] [the] [table|tabletop|desk|surface|ground]
    [<your>] {HAND} [should|must|needs_to|has_to] [be|go|stay|hover] [up|down|at|to|about] [a] [height] [of] {{metres:to_length}} [high|\
up|above|over|off|from] [the] [table|surface|desk]
    go|hover|move|stay|rise|float|get|come|stop|wait [up|down] [to|at] [a] [height] [of] {{metres:to_length}} [high|up|above|over|off|\
from] [the] [table|surface|desk|tabletop]
    [<your>] {HAND} up|down|high|low|higher|lower [please|in_the_air]
    raise|lift|move|bring|take|get|put|hold|keep [<your>] {HAND} [way|well|right|straight] up|high|higher|down|low|lower [in] [the] [air]
    raise|lift|lower [<your>] {HAND} [a_bit|a_little|slightly|high|way_up]
    put|hold|stick your|the {HAND} up [in_the_air|high]
""", 0.44)  # fmt: skip
a(act("hand", dir="down"), f"""
    lower|drop|sink|bring|move|get|take|put|let [<your>] {HAND} [right|way|sink|go] down|low|lower [to|towards|near|close_to|onto] \
[the] [table|surface]
    lower [<your>] {HAND} [a_bit|a_little|slightly]
""", 0.4)  # fmt: skip
a(act("retreat"), f"""
    keep|hold|stay|move|take|get|pull|remain|draw|withdraw|retract|bring|steer|lift|remove|have [<your>] [{HAND}|distance|yourself] \
[well|far|right|a_bit|a_little|at_least|more_than|about|over|by] [{{metres:length}}] \
[well|far] [away|clear|off|back|out|distance|a_distance] from|of|off {{np:off}}
    keep|leave|have|make|maintain|give [at_least|more_than|about] [a] [distance|gap|space] [of] {{metres:length}} [of] [space|room|\
distance|clearance] between|from|to|around|of [<your>] [{HAND}] [and] {{np:off}}
    keep|maintain [your|a] [safe|good|wide|bit_of] distance [of] [{{metres:length}}] from|to {{np:off}}
    do_not|never touch|go_near|come_near|go_close_to|approach|get_near|get_close_to|bump_into|hit|contact|come_close_to|\
get_too_close_to|go_anywhere_near|lay_a_finger_on|graze {{np:off}}
    do_not|never|no come|go|get|move [any] closer|nearer [than] {{metres:length}} [to|from|of] {{np:off}}
    do_not|never come|go|get|move [any] closer|nearer to {{np:off}} than {{metres:length}}
    do_not|never come|go|get within {{metres:length}} of|from {{np:off}}
    steer|stay|keep|remain clear|away|well_away|far_away|off|well_clear [of|from] {{np:off}}
    avoid|evade|shun [touching|hitting|going_near|bumping_into] {{np:off}}
    hands|hand|fingers off|away_from {{np:off}}
    back|move|pull|draw|get [<your>] [{HAND}] [away|off|back|clear] [from|of] {{np:off}} [by] [{{metres:length}}]
    leave {{np:off}} alone|be
    distance yourself from {{np:off}} [by] [{{metres:length}}]
""", 0.38)  # fmt: skip
a(mark(ASIDE), f"""
    move|moving|drive|driving|steer|steering [<your>] {HAND}
""", 0.3)  # fmt: skip
a(act("rest"), """
    go|come|move|return|get|bring|take [yourself|the_arm|your_arm|the_robot] [back|home] to|into [a|your|the|its] rest|resting|home|\
neutral|default|natural|relaxed|usual|normal|starting|park|initial \
[joint] position|pose|posture|configuration|state
    relax|rest|park [your|the] [arm|arms|joints|yourself|robot]
    go home|to_rest|to_sleep
    assume|adopt|take [up] [a|your|the] rest|resting|home|neutral|default|natural|relaxed|usual|normal [position|pose|posture]
    keep|hold|stay [your|the] [arm|joints|close|near] [close|near|at|in|to] [to] [your|the|a] rest|resting|home|neutral|natural|relaxed|\
normal position|pose|posture
""", 0.36)  # fmt: skip
a(said(level="max"), """
    as wide|far|open as it|they|you goes|go|will|can [go|manage]
    to the full
    wide apart|open
""", 0.3)  # fmt: skip
