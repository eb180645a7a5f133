"""Which arm, or the base: `use your other hand`, `with both arms`, `drive closer`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Maker, Match, Part


def _arm(m: Match) -> Part | None:
    which = next(
        (w for w in m.said.split() if w in ("left", "right", "other", "both", "two", "opposite", "second", "another", "free")), None
    )
    if which is None:
        return None
    return Part(
        "embodiment",
        {"arm": {"two": "both", "opposite": "other", "second": "other", "another": "other", "free": "other"}.get(which, which)},
    )


def _base(m: Match) -> Part | None:
    if m.said.startswith("you can not reach") and not {"drive", "roll", "closer", "nearer", "move"} & set(m.said.split()):
        return None  # that tells what is out of reach
    return Part("embodiment", {"arm": "base"})


CLASSES |= {
    "arm": "arm|hand|gripper|manipulator|claw",
    "with": (
        "[try|do|take|grab|pick|pick_up|get|hold|use|using|employ|with|grasp|lift|carry|handle|reach|manage|pick_it_up|work|go|make|"
        "switch|change|swap|make_it] [it|that|this|{np}|over|up] [with|using|to|in|by|of] [just|only]"
    ),
}


def _this_arm(which: str) -> Maker:
    return lambda m: Part("embodiment", {"arm": which})


def _side(m: Match) -> Part | None:
    which = next((w for w in m.said.replace("handed", " ").split() if w in ("left", "right")), None)
    return Part("embodiment", {"arm": which}) if which else None


g = GRAMMAR.add
g(
    _arm,
    """
    <with> [the|your|a] left|right|other|opposite|second|free <arm> [please|for_this|for_that|instead|for_it]
    <with> both|two [of] [the|your] arms|hands|grippers [please|for_this|for_that|for_this_one]
    [the|your] left|right|other <arm> [instead|rather|not_the_right|not_the_left]
    [the|your] left <arm> [,] not the|your right [one|<arm>]
    [the|your] right <arm> [,] not the|your left [one|<arm>]
    [use|with|take|try] the|your arm|hand|gripper on|at|to the left|right [side]
    [that|this|it] is|needs|takes [a] [job|case] [for] both|two arms|hands
    both|two arms|hands|grippers
    use|with|try [it] [with] both [of_them]
    use|with|try [it] [with] your left|right
    use|with|try [it] [with] [the|your] left|right|other [one] hand|arm|gripper
    with [the|your] left|right|other [one]
    try [it] [with] your left|right|other
    left|right|other <arm>
    your left|right is better|closer|nearer|free
    [the|your] left|right|other <arm> is|would_be|will_be|should_be|s|might_be|is_probably [the] [much|far] better|closer|nearer|\
        free|faster|stronger|easier|best|handier|safer|the_one|suited|right|better_suited|better_placed|more_suitable|preferable \
        [choice|one|option|placed|suited|hand|bet] [for|with|at|to|here|there|do|use|take] [this|that|it|{np}|here] [one|job|thing]
    [the|your] left|right|other <arm> suits|fits|reaches|works|gets|does|would_suit|would_fit|would_work|would_do|\
        would_reach|can_reach|could_reach|would_get|would_manage|would_handle [for] [this|that|\
        it|{np}] [one] better|best|more_easily|easier|easily|fine
    this|that|it is [one|a_job|something|work|a_task|a_case] for [the|your] left|right|other <arm>
    you have two|another hands|arms|hand|arm
""",
    cost=0.35,
)
g(
    lambda m: Part("embodiment", {"arm": "other"}),
    """
    switch|swap|change|alternate [<the>] hands|arms|grippers|sides|hand|arm
    <dont> use|take_it_with|with [that|this|the_same] hand|arm|gripper
    not with that|this|the|your hand|arm|gripper|one
    wrong hand|arm|gripper
    not that|this hand|arm|gripper
    a different|another hand|arm|gripper
    use|with another|a_different hand|arm|gripper
    hand it over to your other hand
    pass it to your|the other hand|arm|gripper
    do not use that|this hand|arm|gripper
    [it] is the wrong hand|arm|gripper
""",
    cost=0.34,
)
g(
    _base,
    """
    drive|wheel|ride|navigate [yourself|your_base|the_base|the_whole_robot|your_body] [a_bit|a_little] closer|nearer|up_close|\
        right_up [with] [to|with] [it|that|{np}|<the>] [wheels|base]
    drive|roll|wheel|ride [up|over|right_up|closer|nearer] to|up_to|nearer_to|closer_to it|that|this
    <dont> [try_to] stretch|reach|lean|overreach|extend|strain [so] [far|much|out|over|that_far]
    <move> your base|body|wheels|platform|chassis [closer|forward|nearer|up|instead|first] [to] [it]
    use|with your wheels|base|legs|body|platform|mobile_base
    use|move|drive the base|wheels|platform [instead|for_that|closer|nearer]
    drive|roll|move|come|go [a_bit] closer|nearer with|on|using your wheels|base
    move your whole body|self
    get closer with your wheels|base
    roll|drive yourself closer|nearer|over|up
    walk|drive over|up|there
    instead of stretching|reaching
    reposition yourself|your_base|your_body
    drive up
    drive|wheel in|right_in [closer|nearer]
    drive|wheel|roll|ride|navigate|scoot|move|come|go|get|bring [yourself|your_base|the_base|the_whole_robot] [a_bit|right|up|over] \
        nearer|closer|up_close|near|up|over|there [to] [it|that|{np}] [,] [and] instead_of|rather_than|not|do_not|without|and_not|\
        and_do_not [try|always|keep] [to] [be] stretching|reaching|leaning|stretch|reach|lean|overreaching|straining|bending [over|\
        out|across|forward|so_far|that_far|for_it|like_that]
    instead_of|rather_than stretching|reaching|leaning|bending|straining [over|out|across|forward|so_far|that_far|for_it] [,] [just] \
        drive|wheel|roll|ride|navigate|scoot|come|go|move|get [yourself|your_base] [a_bit|right|up|over] [nearer|closer|up|over|there]
""",
    cost=0.4,
)
g(
    _side,
    """
    [do|take|try|use|make|go|work|be|hold|grab|pick|carry|handle|it_is|this_is|that_is|get] [it|that|this|up|one|{np}] [up] [a] \
        left_handed|right_handed|left_handedly|right_handedly|lefthanded|righthanded [one|job|please|instead]
    [can|could|would|will|please|just|better|rather|i_want_you_to|you_should|you_could|you_can|why_not|you_need_to|you_must|let|\
        i_would_like_you_to|i_would] [you|we|your|prefer|rather|like] [please|maybe|rather|just|try|you] [use|take|do|try|grab|pick|\
        pick_up|hold|carry|handle|switch_to|change_to|swap_to|lift|go|give|have|get|used|work|employ|make] \
        [it|that|this|{np}|over|one] [with|using|in|to|by|into|via] the|your|that|a left|right hand|arm|gripper|manipulator|claw \
        [please|instead|for_this|for_that|for_it|rather|this_time|not_the_right|not_the_left|not_the_other|here|do_it]
    [the|your] left|right hand|arm|gripper|manipulator|claw [please|instead|for_this|for_that|for_it|rather|this_time|should_do_it|\
        can_do_it|can_do_that|has_to_do_it|must_do_it|is_free|is_nearer|is_closer|is_stronger|has_more_reach|reaches_further|\
        has_a_better_grip|will_do|would_do|do_it|should_do_that|\
        does_it_better|should_take_it|can_reach_it|is_better_placed|is_what_you_should_use|is_the_better_choice|works_better]
    not with the|your left|right [hand|arm] [,] [but|use|with|the|take] [with] [the|your] left|right
    use|with|try|take your left|right [please|instead|this_time|rather|for_that|for_this|one]
""",
    cost=0.355,
)
g(
    _this_arm("both"),
    """
    [can|could|would|will|please|just|better|rather|you_should|you_could|you_can|you_need|you_need_to|you_must|you_will_need|it_needs|\
        it_takes|this_needs|that_needs|this_takes|use|take|with|do|hold|carry|grab|lift|pick|handle|it_is|this_is|that_is|make|get|go] \
        [you|we|it|that|this|up|{np}] [please|up] [use|take|do|hold|carry|grab|lift|pick|handle|with|using|in|by|a|for] \
        [it|that|this|up|{np}] [with|using|in|a|for] [the|your] both|two|two_handed|2 [of] [your|the] hands|arms|grippers|hand|arm|job|\
        claws [please|instead|for_this|for_that|for_it|rather|this_time|here|together|now|at_once|with_that|with_this|on_it|on_this|\
        on_that]
    [do|take|try|hold|carry|lift|grab|it_is|this_is|that_is|make|use] [it|that|this|{np}|a] [a] two_handed|double_handed|bimanual|\
        two_handedly|both_handed [job|grip|one|lift|grasp|please|carry]
    [it|that|this|{np}] [is] too heavy|big|large|wide|unwieldy for one hand|arm|gripper
    one hand|arm|gripper is not|never|hardly enough [for_that|for_this|there|for_it]
    not|never with [only|just] one hand|arm
    use|with|try|add|bring_in|get the|your other|second hand|arm too|as_well|also|in_addition
    both|two please|together|of_them|at_once
    use both
    steady|support|help it with the|your other hand|arm
""",
    cost=0.355,
)
g(
    _this_arm("other"),
    """
    [can|could|would|will|please|just|better|rather|you_should|you_could|you_can|why_not|you_need_to|you_must|i_would_like_you_to|\
        i_would|i_want_you_to] [you|we|rather|prefer] [please|maybe|rather|just|try|you] [use|take|do|try|grab|pick|pick_up|hold|carry|\
        handle|switch|change|swap|lift|go|give|have|get|used|work|employ|pass|move|shift|transfer|switch_over|change_over] \
        [it|that|this|{np}|over|one] [with|using|in|to|by|into|via|over_to] the|your|that other|opposite|second|free|alternate|different \
        hand|arm|gripper|manipulator|claw [please|instead|for_this|for_that|for_it|rather|this_time|here|not_this_one|do_it]
    [the|your] other|opposite|second hand|arm|gripper|manipulator|claw [please|instead|for_this|for_that|for_it|rather|this_time|\
        should_do_it|can_do_it|has_to_do_it|must_do_it|is_free|is_nearer|is_closer|is_stronger|has_more_reach|reaches_further|\
        has_a_better_grip|will_do|would_do|do_it|is_better|would_be_better|works_better|\
        can_reach_it|is_better_placed|would_reach|would_reach_it|gets_there_better|is_the_better_choice|suits_it_better|reaches_better]
    not|do_not_use [use|with|take] [this|that|the_same|your|the] hand|arm|gripper [please] [,] [but|use|rather|take] [with] the|your \
        other [one|hand|arm]
    switch|swap|change|alternate|exchange|trade [your|the|over|round|around|to] [other|your_other|the_other] hands|arms|grippers|sides|\
        hand|arm|gripper|side [please|now|over]
    [you|it|that] [are|have|is|s] [using|used|with|got|the] [the] wrong hand|arm|gripper
    wrong|not_this|not_that|not_the_right hand|arm|gripper [please|there]
    use|with|try|take a different|another hand|arm|gripper|one_of_your_hands
""",
    cost=0.35,
)
g(
    _this_arm("base"),
    """
    [please|just|better|rather|you_should|you_could|you_can|why_not|you_need_to|you_have_to|you_must|first|can_you|could_you|would_you] \
        [just|rather|better] drive|roll|wheel|ride|scoot [yourself|your_base|the_base|the_whole_robot|your_body|your_whole_body|\
        the_robot|over|up|a_bit|right|a_little] closer|nearer|near|up|close|over [to] \
        [it|that|there|{np}|the_thing|the_table] [,] [and_do_not|do_not|instead_of|rather_than|and|without|so_you_do_not_have_to|not|\
        if_you_can_not] [try_to|just|keep|always] [stretch|stretching|reach|reaching|lean|leaning|bend|bending|extend|extending|\
        overreach|strain|straining|overstretch|overstretching] [over|out|across|so_far|that_far|for_it|so_much|like_that|from_there|far|\
        your_arm|the_arm]
    [please|just|better|rather|you_should|you_could|you_can|first|can_you|could_you|would_you] move|bring|get|come|take|shift|walk|\
        position|reposition|steer|drive [your|the] base|whole_robot|body|whole_body|platform|chassis|wheels|whole_self|entire_body \
        [a_bit|right|up|over|in|a_little|forward] [closer|nearer|near|up|close|over|there] [to] [it|that|there|{np}] [instead|first|\
        please]
    [please|just|better|rather|you_should|you_could|you_can|first|can_you|could_you|would_you] move|get|come|go|walk|step [a_bit|right|\
        up|over|a_little|yourself] closer|nearer|up [to] [it|that|{np}] [,] instead_of|rather_than|do_not|and_do_not|without|\
        so_you_do_not_have_to [try_to|keep] stretch|stretching|reach|reaching|lean|leaning|bend|bending|extend|extending|overreach|\
        strain|straining|overstretch|overstretching \
        [over|out|across|so_far|that_far|for_it|so_much|like_that|from_there|far|your_arm|the_arm]
    <dont> [try_to|just|keep|always] stretch|stretching|reach|reaching|lean|leaning|bend|bending|extend|extending|overreach|overstretch|\
        strain|overextend|crane [yourself|your_arm|the_arm|over|out|across|forward] [so|that|too|over|out|across|for] [far|much|it|\
        that_far|like_that|across] [,] [just|rather|but|better] [drive|roll|move|come|get|go|wheel|scoot|bring] [yourself|your_base|\
        up|closer|nearer|over] [a_bit] [closer|nearer|up|over|to_it|there]
    use|move|drive|roll|shift|take|bring|turn|reposition|with|on|try [just|only] your|the wheels|base|platform|chassis|whole_body|\
        mobile_base|legs|feet|body|whole_robot|wheeled_base [closer|nearer|instead|first|forward|rather|for_that|for_it|up|please|\
        for_this|over|a_bit|around|to_get_there|to_get_closer|a_little] [closer|nearer] [to] [it|that|{np}]
    you are [too] far away|off to reach [it|that] [,] [drive|come|move|roll|get|go] closer|nearer|up
    [you|your_arm] can not|will_not reach [it|that|{np}] [from_there|like_that|from_here] [,] drive|move|roll|come|go|get [up|over] \
        [closer|nearer|to_it|up|over]
    [your] whole|entire body|robot [has_to_move|must_move|needs_to_move|closer|please|instead]
    move as a whole
    with the base|wheels [please|instead|not_the_arm|rather_than_the_arm]
    the base should|must|has_to|needs_to|can move|drive|do_it|roll|come|go [closer|nearer] [instead]
""",
    cost=0.375,
)
