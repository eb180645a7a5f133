"""Constructions of corrections to a reward that is followed: `higher`, `twice as fast`, `the other leg`, `care more about balance`."""

from __future__ import annotations

from typing import Any

from heedful.agents.corrections.constructions import Grammar, Maker, Match, Part
from heedful.agents.rewards.phrases import ASIDE, SHARED, filled, mark

CHANGE, CARE, OTHER, FLIP, SWAP, STOP, AMOUNT = "change", "care", "other", "flip", "swap", "stop", "amount"
"""Kinds of parts: a number more or less, a weight, another foot, the other way, another thing, no more of something, by how much."""
EDITS = Grammar(dict(SHARED))
"""Every construction of a correction to a reward."""
EDITS.classes |= {
    "too": "too|far_too|way_too|much_too|a_bit_too|a_little_too|still_too|slightly_too|so",
    "you": "you_are|it_is|that_is|you|it|that|this_is|that_was|it_was|the_paw_is|your_paw_is|the_leg_is|you_look|it_looks|they_are|"
    "you_are_going|"
    "you_are_moving|the_robot_is|the_dog_is|go|be|move|going|keep|get|make_it|make_that|have_it|bring_it|do_it|lift_it|raise_it|hold_it|"
    "put_it|"
    "keep_it|a_lot|much|even|still|just|stay|run|walk|spin|turn|work|drive|stand|come|push_it|pull_it|open_it|take_it|set_it",
    "notso": "not_so|not_that|not_quite_so|less|not_as|not_too|not_quite_that|do_not_go_so|do_not_be_so|do_not_go_that|do_not_move_so|"
    "do_not_lift_it_so|do_not_open_it_so|not_all_that|not_so_very|do_not_turn_so|do_not_spin_so|do_not_run_so",
    "feetw": "steps|step|strides|stride|feet|legs|paws|hop|hops|bounce|gait",
    "limb": "leg|paw|foot|side|limb|one|hand",
    "instead": "instead|rather|please|not_that_one|not_this_one|though",
}  # fmt: skip


def change(dim: str, more: bool) -> Maker:
    """A number of the reward, more or less of it."""

    def made(m: Match) -> Part:
        has = filled(m)
        has |= (
            {"size": "lot"}
            if has.get("size") is None and {"much", "way", "lot", "far"} & set(m.said.split()) and "too" not in m.said
            else {}
        )
        if m.amount is not None and m.amount.unit == "percent" and "times" not in has:
            has["times"] = max(0.01, 1.0 + (1 if more else -1) * float(m.amount.value) / 100)
        return Part(CHANGE, {"dim": dim, "more": more, **has})

    return made


_TO = frozenset({"to", "towards", "at", "for", "in", "on", "into", "onto", "look_at", "face", "beside", "near", "next"})
"""Words before a thing that is a place to go or to put to."""


def part(kind: str, **effect: Any) -> Maker:
    return lambda m: Part(kind, {**effect, **filled(m)})


g = EDITS.add
_UP = "higher|taller|higher_up|up_higher|more_height|upwards"
_DOWN = "lower|lower_down|down_lower|deeper|less_high|less_height"
for dim, more, less, quality in (
    ("height", _UP, _DOWN, ("high|tall", "low|deep")),
    ("speed", "faster|quicker|more_quickly|speedier|more_speed|more_rapidly|less_slowly|at_a_faster_pace|brisker|with_more_speed",
     "slower|more_slowly|less_fast|less_quickly|less_speed|at_a_slower_pace|more_leisurely|calmer|with_less_speed",
     ("fast|quick|quickly|hasty|hectic", "slow|slowly|sluggish")),
    ("near", "further_away|farther_away|further_off|more_distance|further_apart|less_close|farther_off|further_from_it",
     "closer|nearer|closer_to_it|less_far_away|closer_together|less_distance", ("far_away|far_off|far_apart", "close|near")),
    ("far", "further|farther|more_open|wider|further_open|more_opened|wider_open|further_out", "less_far|less_open|less_wide|"
    "further_closed|more_closed|\
further_shut|further_in", ("far|far_open|wide|open|wide_open", "closed|shut")),
    ("lean", "more_upright|steeper|further_back|leaning_back_more|further_up", "less_upright|flatter|less_steep|more_level|"
    "leaning_back_less",
     ("upright|steep", "flat|level")),
    ("gentle", "gentler|more_gently|softer|more_softly|more_carefully|more_careful|smoother_and_slower|more_gentle|gently|carefully|"
    "softly|more_cautiously",
     "less_gently|rougher|less_carefully", ("rough|rash|abrupt", "gentle|careful|gently")),
):  # fmt: skip
    for sign, words in ((True, more), (False, less)):
        g(change(dim, sign), f"""
    [<you>] [it|that|this|yourself|them] {words} [than_that|than_this|still|yet|up|again|please]
    [<you>] [it|that|this|yourself] {words} [to|than|from] {{np:_}}
""", 0.45)  # fmt: skip
    for sign, words in ((False, quality[0]), (True, quality[1])):
        g(change(dim, sign if dim != "gentle" else not sign), f"""
    [<you>] <too> {words} [now|for_me|away]
    <notso> {words} [please|away|up]
""", 0.25)  # fmt: skip
    for sign, words in ((True, quality[0]), (False, quality[1])):
        g(change(dim, sign if dim != "gentle" else not sign), f"""
    [<you>] [much|a_bit] more {words}
    {{share:times}} as|so {words} [as_that|as_now|as_before]
    not {words} enough
""", 0.42)  # fmt: skip
g(change("speed", True), """
    speed up [a_bit]
    hurry|step|go [it] up|on
    accelerate
    step on it
    double|triple [the|your] speed|pace
""", 0.42)  # fmt: skip
g(change("speed", False), """
    slow|ease|calm down|off
    ease off|up
    take it [a_bit] easy|easier|slower
    decelerate
    halve [the|your] speed|pace
""", 0.42)  # fmt: skip
g(change("height", True), """
    raise|lift it|that|them [up] [some] [more|further]
    up [a_bit]
    [some|a_bit] more up
    {metres} up
    come|go|get|move up
""", 0.5)  # fmt: skip
g(change("height", False), """
    lower|drop it|that|them [down] [some] [more|further]
    down [a_bit]
    come|go|get|move down
    {metres} down
""", 0.5)  # fmt: skip
g(change("body", True), """
    raise|lift [up] <your> <body> [up] [more|further|a_bit]
    [<your>] <body> higher|up|higher_up|taller
""", 0.4)  # fmt: skip
g(change("body", False), """
    lower|drop|sink [down] <your> <body> [down] [more|further|a_bit]
    [<your>] <body> lower|down|deeper|lower_down
""", 0.4)  # fmt: skip
g(change("up", True), """
    lift|raise|pick|bring|put <your> <feetw> [up] higher|more|further|up_more|higher_up [off_the_ground]
    pick|lift|raise up <your> <feetw> more|higher
    [take] higher <feetw>
    more|bigger hop|bounce|spring|bouncy|hopping|springy|height_in_the_steps
    bouncier|springier|hoppier
    <your> <feetw> higher
    more hop|bounce|spring in|to it|your_step|the_step
""", 0.38)  # fmt: skip
g(change("up", False), """
    lift|raise|pick [up] <your> <feetw> [up] less|lower|not_so_high|less_high
    [take] lower <feetw>
    less|smaller|reduce_the|no_more|not_so_much hop|bounce|spring|bouncy|hopping|springy|bouncing
    <notso>|<too> bouncy|springy|hoppy|jumpy
    keep <your> <feetw> lower|closer_to_the_ground
    <your> <feetw> lower
    flatter steps
    do_not hop|bounce so|that|as much|high
""", 0.38)  # fmt: skip
g(change("hz", True), """
    [take] [with] quicker|faster|more|more_frequent|more_rapid <feetw>
    step faster|quicker|more_often|more_quickly
    higher|faster cadence|frequency|step_frequency|rhythm
""", 0.38)  # fmt: skip
g(change("hz", False), """
    [take] [with] slower|fewer|less_frequent <feetw>
    step slower|less_often|more_slowly
    lower|slower cadence|frequency|step_frequency|rhythm
""", 0.38)  # fmt: skip
g(change("sweep", True), """
    [take] [with] longer|bigger|larger|wider <feetw>
""", 0.38)  # fmt: skip
g(change("sweep", False), """
    [take] [with] shorter|smaller <feetw>
""", 0.38)  # fmt: skip
g(change("lean", True), """
    lean|tilt back|up [a_bit] more|further
""", 0.4)  # fmt: skip
g(change("lean", False), """
    lean|tilt back|up [a_bit] less
    do_not lean|tilt back so|as|that|quite much|far
""", 0.4)  # fmt: skip
CARES = {
    "balance": "[your|the|keeping|about] [your|the] balance|stability|balanced|staying_upright|stable|staying_balanced|not_falling|"
    "steadiness",
    "effort": "[your|the|about] effort|energy|torque|power|battery|saving_energy|energy_use|energy_consumption",
    "smoothness": "[the|about|your] smoothness|smooth|jerk|jerkiness|shaking|fluidity|being_smooth|smooth_motion",
    "posture": "[your|the|about] posture|pose|rest_pose|natural_pose",
    "torso_height": "[your|the|about] height|body_height|how_high_you_stand", "torso_pitch": "[your|the|about] pitch|tilt",
    "forward_speed": "[your|the|about] speed|velocity|how_fast_you_go", "heading": "[your|the|about] heading|direction|orientation",
}  # fmt: skip
for name, words in CARES.items():
    g(part(CARE, term=name, more=True), f"""
    care|worry|bother|think more|much_more|a_lot_more about|for {words}
    pay|give more|much_more attention|weight|importance to {words}
    put more weight|emphasis|importance on {words}
    focus|concentrate [more] on {words}
    {words} matters|counts|is more|most|more_important|important|the_main_thing
    more weight|attention on|to|for {words}
    mind|watch {words}
    prioritise|prioritize|emphasise|emphasize {words}
    [the|your] importance|weight of {words} up|higher
""", 0.35)  # fmt: skip
    g(part(CARE, term=name, more=False), f"""
    care|worry|bother|think less|a_lot_less|much_less about|for {words}
    pay|give less|no attention|weight|importance to {words}
    put less weight|emphasis|importance on {words}
    {words} matters|counts|is less|less_important|not_important|unimportant|not_so_important
    {words} does_not matter
    do_not care|worry|bother [so_much] about|for {words}
    forget|ignore|never_mind|drop [about] {words}
    less weight|attention on|to|for {words}
""", 0.35)  # fmt: skip
g(part(CARE, term="smoothness", more=True), """
    be|move|make_it|more smoother|smooth|smoothly|more_smoothly|less_jerky|less_jerkily|less_shaky
    smoother|more_smoothly|less_jerky|more_fluid|less_shaking
    <notso>|<too> jerky|shaky|twitchy|jittery
""", 0.4)  # fmt: skip
g(part(CARE, term="balance", more=True), """
    be|stay|stand more stable|steady|balanced
    steadier|more_stable|more_steadily
    <notso>|<too> wobbly|shaky|unstable
    do_not fall|wobble|tip [over]
""", 0.4)  # fmt: skip
g(part(OTHER), """
    [no|now|use|lift|with|and] [now] the other [front|rear|back|hind] <limb> [<instead>]
    [no|not] [that|this] [one] the other|opposite <limb> [<instead>]
    switch|swap|change legs|paws|feet|sides|leg|paw|foot
""", 0.35)  # fmt: skip
g(part(OTHER), """
    [no|now|use|lift|with|i_meant|i_mean|rather|take|raise|make_it|do_it_with|it_should_be] {feet} [<instead>]
""", 0.5)  # fmt: skip
g(part(FLIP), """
    [go|turn|spin|in|to|move|run|do_it|walk] the other|opposite way|direction|side [round|around] [<instead>]
    [in] [the] other|opposite|reverse direction [<instead>]
    the other way [round|around]
    reverse [it|direction|that]
    change|switch direction
""", 0.35)  # fmt: skip
g(part(FLIP), """
    [go|turn|spin|walk|move|run|do_it|no|rather|make_it|trot] [to] [the] {way} [<instead>]
""", 0.48)  # fmt: skip
g(lambda m: Part(SWAP, {**filled(m), "place": bool(_TO & set(m.said.split()))}), """
    [no|not_that|use|take|with|i_meant|i_mean|rather|do_it_with|make_it|it_should_be|i_said|i_want|go|but|to|towards|at|for|face|on|in|\
into|look_at] \
[to|at|in|on|for] {np} [<instead>]
    [no|i_meant|rather|make_it] to|towards|at|in|on|into|onto {np} [<instead>]
""", 0.5)  # fmt: skip
g(lambda m: Part(STOP, {**filled(m), "said": m.said}), """
    put|set|bring|let it|that|them [back] down [again]
    stop trotting|hopping|spinning|walking|turning|running|bouncing|lifting|jumping|pacing|bounding|moving|marching|leaning|waving|that|\
it|doing_that [it|that|them|so]
    [you] do_not need|have to keep|lift|hold|raise {feet} [up|raised|lifted] [at] [a|any|that] [certain|particular|special] [height]
    [you] do_not care|worry about the height of {feet}
    leave {feet} free|alone|to_itself|to_themselves|where_they_like
    no_more|without [the] trotting|hopping|spinning|turning|running|bouncing|jumping
    stop lifting {feet}
    put|set|bring {feet} [back] down [again]
    do_not trot|hop|spin|walk|turn|run|bounce|jump [any_more|anymore]
""", 0.4)  # fmt: skip
g(part(AMOUNT), """
    [make|have|do|keep|open|close|set|bring|push|pull|lift|move] [it|that] [only|just|now|by|to|at] {share} [open|closed|of_the_way|way]
    [make|have|do|keep|set] [it|that] [at|to|go_at] {mps}
    [make|have|do|keep|set] [it|that] [at|to] {radps}
    [make|have|do|keep|set] [it|that] [at|to] {hz}
    [by] {metres}
    {sizeword}
    [make|have|do|keep|set|bring|lift|raise] [it|that] to|at|exactly {metres:to_length} [high]
    [by] {angle}
    [make|have|do|keep|set] [it|that] to|at|exactly {angle:to_angle}
    only|just {share} [open|closed|way]
    {share:times} the speed|height|distance|pace
    make it {metres:to_length} [high]
""", 0.32)  # fmt: skip
g(lambda m: Part(AMOUNT, {"share": 0.5}), """
    [only|just] [open] [it|that] half|halfway|half_way|midway [open|closed]
    to the middle
""", 0.3)  # fmt: skip
g(mark(ASIDE), """
    no|yes|ok|good|please|great|well|nope|now|and|but|hmm|nice|hey
    good|well|great|ok but|now
    robot|dog|boy|girl
    than that|now|before
    i|we would_like|want|need you|it|this [to] [be]
    can|could you
    for me
    try to|it
""", 0.1)  # fmt: skip
