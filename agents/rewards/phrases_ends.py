"""How things of a table are to be in the end, told rather than commanded: `no gap between them`, `daylight under it`, `five apart`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.corrections.things import Meant
from heedful.agents.rewards import phrases_grips, phrases_moving  # noqa: F401  what is likelier comes first
from heedful.agents.rewards.acts import Act
from heedful.agents.rewards.phrases import ACT, ARM, ASIDE, MENTION, act, filled, mark, no_thing, said
from heedful.agents.rewards.phrases_arm import RELATIONS
from heedful.agents.rewards.phrases_grips import HAND

a = ARM.add
ARM.classes |= {
    "gap": "gap|space|distance|room|clearance|separation",
    "lying": "lying|standing|sitting|resting|balanced|balancing|placed|nestled|tucked|perched|stacked|parked|seated|snug|safely",
    "table": "table|tabletop|desk|surface|counter|ground|floor|worktop",
}


def pair(relation: str, **features: Any) -> Callable[[Match], Part | None]:
    """Two things told in one word, `the two cubes`, and how they are to be to each other."""

    def made(m: Match) -> Part | None:
        meant = m.slots["nps"]
        if len(meant) == 1 and isinstance(meant[0], Meant) and meant[0].plural and len(meant[0].names) == 2:
            meant = tuple(replace(meant[0], names=(n,), plural=False) for n in meant[0].names)
        if len(meant) != 2 or any(no_thing(x) for x in meant):
            return None
        has = {k: v for k, v in filled(m).items() if k not in ("nps", "size")}
        return Part(ACT, {"act": Act("put", {"thing": meant[:1], "to": meant[1], "relation": relation, **features, **has})})

    return made


a(pair("near", sense="exactly"), """
    [let|make|have|set|keep|leave|put|i_want|we_need] [there] [be] [the|a] [<gap>] [of] {metres:length} [<gap>] between {nps:nps}
    [let|make|have|set|keep|adjust|bring] the <gap> between {nps:nps} be|is|to|at|should_be|must_be|equal|of|shall_be|ought_to_be|\
needs_to_be|has_to_be|should_measure {metres:length}
    [put|set|keep|space|place|move|bring] {nps:nps} [exactly|to_be|should_be|must_be|stand|should_stand] {metres:length} apart|\
from_each_other|from_one_another
""", 0.24)  # fmt: skip
a(pair("near"), """
    [let|make|have|leave|i_want] [there] [be|is|should_be] no|zero <gap> [at_all] between {nps:nps}
    close|eliminate|remove|lose the <gap> between {nps:nps}
    {nps:nps} should|must|shall|need_to|have_to|ought_to [be|stand|sit|lie|go|make|snuggle|cuddle|huddle] [up] side_by_side|cheek_by_jowl|\
shoulder_to_shoulder|close_together|right_together|next_to_each_other|together|touching|neighbours|friends
    {nps:nps} [standing|sitting|lying] side_by_side|cheek_by_jowl|shoulder_to_shoulder|next_to_each_other|touching
    introduce|unite|marry|reunite|pair|snuggle|huddle|shove|squash|push|bring|put|get|slide|move {nps:nps} [up] [close|right] together|\
side_by_side|up_close
    let {nps:nps} touch|meet|kiss
    [make] {nps:nps} touch|meet|kiss|touching [each_other|one_another]
""", 0.3)  # fmt: skip
a(act("put", relation="near"), """
    {np:thing} [right|close|up|all_the_way] up_against|against|to|touching|hugging|kissing {np:to} [,] [touching] [distance]
    {np:thing} touching|should_touch|must_touch|touches|should_kiss|meets {np:to}
""", 0.5)  # fmt: skip
a(pair("away"), """
    separate|part|split|divide|spread [up] {nps:nps} [apart|out|up]
    [put|keep|move|push|pull|get|have] {nps:nps} [should_be|must_be] [far|well|wide|wider|further] apart
    {nps:nps} [should|must|need_to] not touch
""", 0.42)  # fmt: skip
for _relation, _words in RELATIONS.items():
    a(act("put", relation=_relation), f"""
    {{nps:thing}} [to|should|must|shall|wants_to] [be|end_up|come] [safely|neatly|squarely|firmly] <lying> [right|down|safely] {_words} \
{{np:to}}
    [i|we] want|need|would_like|see|get|have|make {{nps:thing}} [to_be] [safely|neatly] <lying> {_words} {{np:to}}
    {{nps:thing}} [back|straight|right|directly|immediately|in_there] {_words} {{np:to}}
    {_words} {{np:to}} put|place|set|drop|lay|goes|go|belongs|with|should_go {{nps:thing}}
    in|on|into|to its place|home|spot [:|,] {{nps:thing}} {_words} {{np:to}}
""", 0.56)  # fmt: skip
a(act("hoist"), """
    {nps:things} goes|go|comes|come|moves|rises up [in_the_air|off_the_table|into_the_air]
    lend|give {nps:things} [some|a_bit_of|a_little|more] altitude|height|elevation|air|lift
""", 0.2)  # fmt: skip
a(act("hoist"), """
    [want|need|like|see|have|get|let] [to_see|there_be|me_see] [some] daylight|air|clear_air|space|clearance|light|nothing|nothing_but_air \
under|beneath|underneath|below {nps:things}
    {nps:things} [up|clear|high] off|above|clear_of|from the|this|that|your <table> [at_once|please|together]
    {nps:things} up {metres:length}
    {nps:things} up [off|from|above] [the|this] [<table>] [by] {metres:length}
    {nps:things} [,] up|airborne|aloft|skyward|heavenward [please] [,] [{metres:length}]
    [get|have|make] {nps:things} airborne|off_the_ground|off_its_feet|into_orbit|up_to_the_sky
    <take_> {nps:things} [for] [a] [ride] [up] to {metres:to_length} [above|over|off] [the] [<table>]
    take|bring|carry|get|fly {nps:things} up to {metres:to_length} [above|over|off] [the] [<table>]
    {nps:things} [should|must|shall] [hang|hover|float|be|levitate] {metres:to_length} above|over|off [the|this] [<table>]
    show|give me|us the bottom|underside|underneath of {nps:things}
""", 0.33)  # fmt: skip
a(act("hoist", to_length=0.0), """
    {nps:things} [back] down [on|onto|to] [the] [<table>] [again|please]
    pop|plonk|plop|stick|ground|land|return|settle {nps:things} [back] down [on|onto] [the] [<table>]
    return|land|settle|ground {nps:things} [back] [down] [to|on|onto] the <table>
""", 0.4)  # fmt: skip
_WIDTH = "opening|width|gap|aperture|spread|span|grip"
a(act("grip", open=True), f"""
    [bring|get|move|take|put|set|open|adjust|drive|close] [<your>] <fingers>|jaws|grip [open] to|at [a|an] {_WIDTH} [of] {{metres:length}}
    [bring|get|move|slide|ease|take|set|pull|draw] [<your>] fingers|fingertips|jaws|pincers|grip [open|apart|wide] [to|by|like|about|\
up_to] \
{{metres:length}} [apart|open|wide]
    {_WIDTH} [of|to|is|at|:|,] {{metres:length}} [please|between_the_fingers]
    [<your>] <fingers>|jaws [open|apart] {{metres:length}}
""", 0.2)  # fmt: skip
a(act("grip", open=True), """
    open|spread wide|up|right_up|out [now]
    open [up] [little|big|nice_and] [wide] [<your>] <fingers>|jaws
    let go [of] everything|whatever_you_have|what_you_are_holding|what_you_hold|what_you_have|your_load|your_prize|it
    drop|release|free everything|whatever_you_have|what_you_are_holding|what_you_hold|what_you_have|whatever_you_are_holding|the_goods|it
    open your <fingers>|claws|jaws|mouth|beak [wide|up]
    loosen|slacken|relax [up] your|the|that <fingers>|grip|hold|grasp
    let it all|everything go
""", 0.36)  # fmt: skip
a(act("grip", open=False), """
    pinch|snap|clamp|chomp|clench [shut|closed|together|down] [now]
    [<your>] <fingers>|jaws closed|shut|together|tight
    make [your] <fingers>|jaws meet|touch
""", 0.4)  # fmt: skip
a(act("joint", open=True, size="bit"), """
    {nps:joint} <be_>|should_stand|should_be_left|must_be_left|is_to_be_left|left|stays|should_stay [left|just|slightly] ajar
    leave|keep|pull|push|have|get|put|set|prop|make|want {nps:joint} [left|just|slightly] ajar
    [just|only] a|the [tiny|little|small] trickle|drip|dribble|drop|splash [of] [water] [from|out_of] {tap:joint}
    {tap:joint} [at|to|on] a|the [tiny|little|small] trickle|drip|dribble
    set|turn|open|get|put {tap:joint} [on|open] [to|at] a|the [tiny|little|small] trickle|drip|dribble
    {nps:joint} open|opened [only|just] a crack|slit|chink|hair|sliver|touch|tad|smidge|whisker|bit|little
""", 0.2)  # fmt: skip
a(act("joint", open=True), """
    let me|us see inside|into {nps:joint}
    let me|us look in|inside|into {nps:joint}
    show me|us what_is inside|in {nps:joint}
    show|reveal [me|us] [the] inside|insides|contents of {nps:joint}
    {nps:joint} agape|gaping|yawning [wide] [open]
    {nps:joint} comes|come|slides|slide|pulls out|open [by] {share:share}
    [get|have|let|make] {tap:joint} [to] gush|pour|stream|flow|run|gushing|pouring|streaming|going|running
    crank|wrench|twist|spin {tap:joint} [wide|fully] [open|on|up]
    [we|i] [want|need] water|h2o [flowing|now|here] [from] [{tap:joint}]
""", 0.36)  # fmt: skip
a(act("joint", open=True), """
    swing|pull|push|slide|get|throw|fling|take|run {nps:joint} all_the_way|right_back|right_out|fully|as_far_as_it_goes [out|back]
    {nps:joint} [,] {share:share} [open] [please]
    {nps:joint} out|open [,] [by|to] {share:share}
    answer {nps:joint}
    {tap:joint} [,] {share:share} [open|on] [please]
""", 0.4)  # fmt: skip
a(act("joint", open=True, share=0.5), """
    {nps:joint} [out|open] to|at [the] halfway|half_way|middle|midway mark|point|stage [and_stop]
    {nps:joint} [,] [to|at] half|halfway|half_way|midway [open] [please]
    {tap:joint} [,] [to|at] half|halfway|half_way|midway [open|on] [please]
""", 0.4)  # fmt: skip
a(act("swivel", angle=3.14159), """
    turn|rotate|spin|swivel|twist|face|point {np:thing} [round|around] [to] [face|point|look] the other|opposite way|direction [round|\
around]
    turn|rotate|spin|swivel|twist {np:thing} [round|around] back_to_front|half_way_round|halfway_round|half_a_turn|a_half_turn
""", 0.3)  # fmt: skip
a(act("rest"), """
    [go|come] [back] to your|the|its rest|resting|home|neutral|default|natural|relaxed|starting|usual [pose|position|posture|place]
    back home|to_base|to_neutral
    stand down
    take five|a_break|a_rest
""", 0.36)  # fmt: skip
a(act("put", relation="in", inside=True), """
    {nps:thing} in|inside|in_it|in_there [please|now]
""", 0.6)  # fmt: skip
a(lambda m: Part(MENTION, {"np": m["np"]}), """
    i|we|you|they|someone|somebody|people|he|she|one|baby|kid|boy|girl|cat [must|have|has|had] left|forgot|forgotten|spilled|dropped|\
knocked|bumped|sees|see [over] {np} [open|on|over|there|lying_there]
    {np} [just] fell|tipped|toppled|rolled [over|down|off]
""", 0.3)  # fmt: skip
a(mark(ASIDE), """
    {np:_} stays|stay|remains|can_stay|may_stay put|where_it_is|as_it_is|there|alone|on_the_table
    i|we|you|they|someone|somebody|people|he|she|have [must|have|has] left|forgot|forgotten|spilled|dropped|knocked [over] {np:_} [open|\
on|over|there]
    hold|stay|stop|wait|freeze|remain there|it|still
    reach out and
""", 0.3)  # fmt: skip
a(act("joint", open=False), """
    {nps:joint} [should|must|shall|to] [be|go|stand] [fully|completely|tightly|firmly|properly|all_the_way] shut|closed|back_in
    push|slide|shove|ease|nudge {nps:joint} [back|home] home|to|in|shut [again]
    pull {nps:joint} to
    {tap:joint} [should|must|shall|to] [be|go] [fully|completely|tightly] off|shut|closed
    dry up {tap:joint}
""", 0.38)  # fmt: skip
a(act("reach"), f"""
    come|get|go to rest|a_stop against|at|on|by|beside|next_to {{np:to}}
    rest|lay|press|place|plant [<your>] [{HAND}] against|upon|on {{np:to}}
    [<your>] {HAND}|fingertips should_be|must_be|should_rest|must_rest|resting|rests|lying|against|touching [on|against|at|upon] {{np:to}}
    high_five|fist_bump|boop|kiss|caress|nuzzle|meet|greet|shake_hands_with|say_hello_to|say_hi_to|reach_out_and_touch|bump|rap|knock_on|\
prod|jab {{np:to}}
    [<your>] {HAND} meet|meets|greet {{np:to}}
    lay hands|hold on|of {{np:to}}
    get [<your>] <fingers>|mitts|paws on|around {{np:to}}
""", 0.48)  # fmt: skip
a(act("reach", sense="exactly"), f"""
    [<your>] {HAND} hovering|hovers|floating|hangs|hanging|suspended|waiting|should_hover|must_hover [at] {{metres:length}} over|above|\
from|\
away_from|off|in_front_of|short_of|before {{np:to}}
""", 0.3)  # fmt: skip
a(act("hand"), f"""
    [<your>] {HAND} [,] up|down|high|raised|lifted [,] [to|at|by] [a] [height] [of] {{metres:to_length}} [above|over|off|from] [the] \
[<table>]
    raise|lower|lift|drop|sink yourself|itself [up|down] [to|until|till] [you_are|it_is] {{metres:to_length}} [above|over|off|from] [the] \
[<table>]
""", 0.34)  # fmt: skip
a(act("swivel"), """
    [give] a|one|another [bit_of_a|little|quick|small] [{angle}] spin|turn|twist|rotation [,] [{angle}] [to] [the] [{armway}] for|of \
{np:thing} \
[,] [{angle}] [{armway}]
    [a|one] {angle} [turn] [to] [the] [{armway}] for|of {np:thing}
    {np:thing} [should|must|wants|needs] [be] [turned|twisted|rotated|turning|twisting|rotating|spun|to_turn] [round|around] [by] {angle} \
[{armway}]
    give {np:thing} a|one|another [full|half|quarter] turn|twist|spin|whirl|twirl [of|by] {angle} [{armway}]
""", 0.36)  # fmt: skip
a(act("tilt", state="lying"), """
    {np:thing} [should|must] [be|lie] lying|flat|down|prone|horizontal|lying_flat|laid_flat|laid_down|lying_down|on_its_back|on_its_belly \
[down|on_the_table]
    put|lay {np:thing} to bed|sleep|rest
""", 0.34)  # fmt: skip
a(act("tilt", state="upright"), """
    get|put|set|pick|stick|stand|pop {np:thing} [back] on|onto its feet|base|bottom [again]
    {np:thing} [should|must|ought_to] [be|stand] on_its_feet|on_its_base|on_its_bottom|to_attention|bolt_upright|erect|tall|proud|vertical
    get|have|see|make {np:thing} stand|standing [up] [to_attention|bolt_upright|erect|tall|proud|straight|upright]
    rescue|resurrect|revive {np:thing} [from] [lying] [on] [its] [side]
""", 0.38)  # fmt: skip
a(act("tilt", state="flipped"), """
    {np:thing} [should|must] [be|stand|sit|go|end_up] [on_its_head|upside_down|bottoms_up|topsy_turvy|arse_up|belly_up|bum_up] on_its_head|\
upside_down|bottoms_up|topsy_turvy|belly_up|bottom_up
    make|have|get|see {np:thing} stand|do|standing|doing [on] its_head|a_headstand|a_handstand
    turn {np:thing} turtle
    capsize|somersault {np:thing}
""", 0.38)  # fmt: skip
a(act("retreat"), f"""
    keep|hold [<your>] {HAND} [well|right|far|clean] off|clear_of|away_from|out_of {{np:off}}
    {{np:off}} is off_limits|out_of_bounds|lava|not_to_be_touched
    no touching {{np:off}}
    steer|keep|stay well|right|far clear of {{np:off}}
    give {{np:off}} a|some wide_berth|space|room|breathing_room
""", 0.34)  # fmt: skip
a(said(pace="slow"), """
    nice|slow and slow|easy|steady
    easy does it
    at a snail s pace
    like|as a snail|sloth|glacier
""", 0.3)  # fmt: skip
a(mark(ASIDE), """
    [all] by_yourself|on_its_own|if_possible|as_it_were
    this|that instant|minute
""", 0.3)  # fmt: skip
