"""Fingers, and which arm: `let go`, `squeeze harder`, `use your other hand`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Maker, Match, Part

CLASSES |= {
    "squeeze": "squeeze|grip|clamp|press|pinch|clasp|grasp|hold|clutch|squish|clench|hold_on|hang_on|grab|clamp_down|hold_onto|"
    "hold_on_to|gripping|"
    "holding|squeezing",
    "tight": "tight|tightly|hard|firm|firmly|strong|strongly|forcefully|solid|secure",
    "tighter": "tighter|harder|firmer|stronger|more_tightly|more_firmly|more_securely|more_strongly|more_tight|more_firm|tight|tightly|"
    "firmly|"
    "more_force|more_strength|more_forcefully|more_hard|more_strong|with_more_force|with_more_pressure|firm|more_pressure|better|"
    "securely|more_solidly|hard|"
    "with_more_strength|more_secure",
    "looser": "looser|softer|lighter|more_loosely|more_lightly|less_tightly|less_tight|less_hard|less_firmly|less_force|more_softly|"
    "loosely|"
    "lightly|less_pressure|with_less_force|less_strongly|not_so_hard|not_so_tight|not_so_tightly|less|less_strength|more_gently|"
    "more_loose|less_firm",
    "slips": "slipping|sliding|falling|coming_loose|coming_out|dropping|losing_it|slipping_away|slipping_out|falling_out|getting_loose|"
    "loose|wobbling|wobbly",
    "speed": "speed|pace|tempo|velocity|rate",
    "arm": "arm|hand|gripper|manipulator|claw",
}


def _grip(change: str) -> Maker:
    return lambda m: Part("grip", {"change": change})


def _crushed(m: Match) -> Part | None:
    """`you will squash it`: what is held; another thing is in the way, and no matter of the grip."""
    thing = m.known
    if thing is not None and thing.how != "it" and m.dialogue.object not in thing.names:
        return None
    return Part("grip", {"change": "looser"})


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
    "with": (
        "[try|do|take|grab|pick|pick_up|get|hold|use|using|employ|with|grasp|lift|carry|handle|reach|manage|pick_it_up|work|go|make|"
        "switch|change|swap|make_it] [it|that|this|{np}|over|up] [with|using|to|in|by|of] [just|only]"
    ),
}
g = GRAMMAR.add
g(
    _grip("open"),
    """
    let go|loose [of] [it|that|this|{np}] [now]
    let [it|that|this|them|{np}] go|loose [now]
    release [<the>] [<hand>|it|that|this|grip|{np}] [now]
    open [up] <the> <hand> [up|wide|fully|all_the_way|more]
    open <hand> [up|wide]
    open up|wide
    unhand|ungrip|unclamp|unclench|ungrasp [it|that|this|{np}|<hand>]
    <the> <hand> open [please]
    spread|part|widen <the> fingers|jaws|gripper|claw
    let it drop|fall [now]
    get_your_hand|hand off [it]
    take|get your hand|hands|fingers off [it|{np}]
    get rid of it
    open it up wide
    set it free
    relinquish it
    open
    grip open
    undo <the> <hand>
    hand open
    fingers open|apart
""",
    cost=0.45,
)
g(
    _grip("close"),
    """
    close|shut|clench [up] <the> <hand> [up|now|fully|completely|around_it|around_{np}|together]
    close|shut <hand> [up]
    make a fist
    fingers|jaws|gripper|hand|claw closed|shut|together
    bring <the> fingers|jaws together
    close|shut [up|down] on|around it|{np}
    pinch <the> fingers|jaws together
    close your grip
    grip now
    <the> fingers|jaws|gripper|hand together|closed|shut
""",
    cost=0.45,
)
g(
    _grip("tighter"),
    """
    <squeeze> [it|that|this|them|{np}|on|down] [a_bit|a_little] [more] <tighter>
    tighten [up] [<the>] [<hand>|it] [up|more]
    tighter|firmer
    more tightly|firmly|grip|squeeze|pressure|force|grip_force|grip_strength
    strengthen|firm|increase|improve|raise <the> <hand> [up|force|strength|pressure]
    <squeeze> more
    squeeze|clamp|clench [it|that|this|{np}|down|down_on_it|down_on_{np}|on_it] [more]
    <subject> [is|are] [going_to|about_to|gonna|starting_to|start|almost|nearly|still|beginning_to] slip|slips|slide|fall|drop|\
        slipped|drops|falls [out|away|off|down|through] [of|from] [<the>] [<hand>|grasp|grip|there|you]
    it|that|this|they|the_thing is|are [still|a_bit|clearly|already|all] <slips> [out|away|off|down|from] [of|from|through] [<the>] \
        [<hand>|grasp|grip|you]
    {np} [is] [going_to|about_to|gonna|starting_to] slip|slips|slipping|slides|sliding [out|away|off|down|from] [of|from|through] \
        [<the>] [<hand>|grasp|grip|you]
    you are losing|dropping it|{np}|your_grip|grip|hold_of_it|hold
    <dont> let it|that|{np} slip|fall|drop|go|slide [out|away|off]
    <dont> drop|lose|let_go_of it|that|this|{np}
    <dont> let go
    do not let go of {np}
    [<subject>] [not] holding|gripping|grasping|squeezing [it] [too|not] loosely|lightly|weakly|tightly_enough|firmly_enough|\
        hard_enough|tight_enough
    [<subject>] [too|so] loose|weak|loosely|slack
    [<subject>] not <tight> enough
    hold|hang tight|on_tight|on_tightly
    get|take a better|firmer|tighter|stronger|good|firm|proper <hand> [on|of] [it|{np}]
    better|firmer|tighter|stronger|firm <hand>
    it|that|this|{np} [is] [a_bit|too|so] loose|slipping|wobbly
    not so loose|loosely
    squeeze
    you are going|about to drop|lose it|that|this|{np}
    you will drop|lose it|{np}
    <dont> be so|too loose
""",
    cost=0.45,
)
g(
    _grip("looser"),
    """
    <squeeze> [it|that|this|{np}] [a_bit|a_little] <looser>
    loosen|relax|slacken|soften|lighten|lessen|reduce|ease|decrease [up|off] [on] [<the>] [<hand>|it|grip_force] [up|off|force|\
        pressure|a_bit]
    looser|slacker
    ease|let up|off [on] [<the>] [<hand>|it|pressure|squeeze]
    less tight|tightly|grip|squeeze|pressure|grip_force|squeezing|force
    [<subject>] [still] [holding|gripping|squeezing|grasping|clamping] [it|that|this|{np}|on] too <tight>
    too <tight> [a_grip|grip|a_hold]
    not so|that|too|quite_so|as <tight>
    <dont> <squeeze> [it|that|this|{np}] so|that|too|quite_so|as <tight>|much
    <donot> squeeze|clench|clamp [it|that|this|{np}]
    softer|lighter grip|hold|touch|grasp|squeeze
    a lighter|looser|softer <hand>
    it|that|this|{np} [is] getting squashed|crushed|squeezed|dented|deformed|bent
    no need to squeeze|grip|hold [it] [so] [<tight>]
    [the|your|that] grip|hold|grasp [is|s] [still|much|far|way|a_bit] too <tight>
    you [have] [got] it in a death|vice|bear|iron grip|hug
    <dont> be so|too <tight> [on] [it]
""",
    cost=0.42,
)
g(
    _grip("tighter"),
    """
    hang_on_to|hang_onto|cling_to|cling_on_to|keep_hold_of|keep_a_hold_of|keep_a_grip_on|keep_your_grip_on it|that|this|{np}
""",
    cost=0.3,
)
g(
    _crushed,
    """
    <dont> strangle|throttle|choke|mangle|flatten|squeeze|crush|squash|squish|dent|deform|break|crumple|bend|bruise|damage \
        it|that|this|them|him|{np}
    <subject> [<still>] [going_to|about_to|gonna] squashing|crushing|squeezing|denting|deforming|bending|squishing|crumpling|\
        bruising|mangling|crush|squash|dent|deform|break|crumple|bruise|squish [it|that|this|them|{np}]
    you are squashing|crushing|squeezing|denting|deforming|bending|squishing|crumpling|bruising|breaking|hurting it|that|this|{np}
""",
    cost=0.42,
)
g(
    _grip("looser"),
    """
    ease|let|lighten|slacken|go_easy|lighten_up|go_easier|be_easy [up|off] [a_bit] [on|with|of] <the> <hand>
    less|not_so_much|not_as_much|not_that_much force|pressure|grip|squeeze|squeezing|strength|power|gripping [in|with|from|of|on] \
        [<the>] [<hand>|it|that|{np}]
    [you] [are|is] using|use|with too_much force|pressure|strength|power [in|with|on] [<the>] [<hand>|it|that|{np}]
""",
    cost=0.38,
)
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
