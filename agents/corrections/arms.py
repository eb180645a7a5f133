"""Which arm, or the base: `use your other hand`, `with both arms`, `drive closer`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Match, Part


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
