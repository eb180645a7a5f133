"""Fingers, speed and which arm: `let go`, `squeeze harder`, `half speed`, `hurry up`, `use your other hand`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Match, Part, Reader
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.understanding.amounts import number

CLASSES |= {
    "squeeze": "squeeze|grip|clamp|press|pinch|clasp|grasp|hold|clutch|squish|clench|hold_on|hang_on|grab|clamp_down|hold_onto|hold_on_to|gripping|"
    "holding|squeezing",
    "tight": "tight|tightly|hard|firm|firmly|strong|strongly|forcefully|solid|secure",
    "tighter": "tighter|harder|firmer|stronger|more_tightly|more_firmly|more_securely|more_strongly|more_tight|more_firm|tight|tightly|firmly|"
    "more_force|more_strength|more_forcefully|more_hard|more_strong|with_more_force|with_more_pressure|firm|more_pressure|better|securely|more_solidly|hard|"
    "with_more_strength|more_secure",
    "looser": "looser|softer|lighter|more_loosely|more_lightly|less_tightly|less_tight|less_hard|less_firmly|less_force|more_softly|loosely|"
    "lightly|less_pressure|with_less_force|less_strongly|not_so_hard|not_so_tight|not_so_tightly|less|less_strength|more_gently|more_loose|less_firm",
    "slips": "slipping|sliding|falling|coming_loose|coming_out|dropping|losing_it|slipping_away|slipping_out|falling_out|getting_loose|loose|wobbling|wobbly",
    "speed": "speed|pace|tempo|velocity|rate",
    "arm": "arm|hand|gripper|manipulator|claw",
}


def _grip(change: str):  # type: ignore[no-untyped-def]
    return lambda m: Part("grip", {"change": change})


def rate(factor: str | float) -> Part:
    return Part("rate", {"factor": factor})


def _pace(factor: str):  # type: ignore[no-untyped-def]
    def made(m: Match) -> Part:
        words = m.said.split()
        amount = m.get("amt") or m.amount
        if "too much" in m.said:
            return rate(factor)
        far = any(w in words for w in ("much", "way", "far", "lot", "lots", "loads", "heaps", "miles", "really", "considerably", "super", "extremely", "crawl"))
        if amount == Amount("lot") or (far and "too much" not in m.said and "not" not in words):
            return rate(f"much_{factor}")
        return rate(factor)

    return made


def _share(reader: Reader, at: int) -> list[tuple[float, int]]:
    """A factor on the speed: `half`, `30 percent`, `twice`, `one and a half times`."""
    words = reader.words
    found: list[tuple[float, int]] = []
    for phrase, value in FACTORS.items():
        row = phrase.split()
        if words[at : at + len(row)] == row:
            found.append((value, at + len(row)))
    for value, end in number(words, at):
        if words[end : end + 1] == ["percent"]:
            found.append((value / 100, end + 1))
        if words[end : end + 2] == ["per", "cent"]:
            found.append((value / 100, end + 2))
        if words[end : end + 1] in (["times"], ["x"]):
            found.append((value, end + 1))
    return sorted(found, key=lambda f: -f[1])


FACTORS = {
    "half": 0.5, "half the": 0.5, "half your": 0.5, "half of the": 0.5, "half of your": 0.5, "a half": 0.5, "one half": 0.5, "a quarter": 0.25, "quarter": 0.25,
    "one quarter": 0.25, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "three quarters": 0.75, "a tenth": 0.1, "a fifth": 0.2, "double": 2.0,
    "double the": 2.0, "double your": 2.0, "twice": 2.0, "twice the": 2.0, "two times": 2.0, "three times": 3.0, "triple": 3.0, "triple the": 3.0, "one and a half times": 1.5, "thrice": 3.0,
    "half as": 0.5, "twice as": 2.0,
}  # fmt: skip
SLOTS["share"] = _share


def _only(factor: float):  # type: ignore[no-untyped-def]
    return lambda m: rate(factor)


def _at(m: Match) -> Part | None:
    return rate(round(float(m["share"]), 3))


def _arm(m: Match) -> Part | None:
    which = next((w for w in m.said.split() if w in ("left", "right", "other", "both", "two", "opposite", "second", "another", "free")), None)
    if which is None:
        return None
    return Part("embodiment", {"arm": {"two": "both", "opposite": "other", "second": "other", "another": "other", "free": "other"}.get(which, which)})


def _base(m: Match) -> Part | None:
    return Part("embodiment", {"arm": "base"})


CLASSES |= {
    "with": (
        "[try|do|take|grab|pick|pick_up|get|hold|use|using|employ|with|grasp|lift|carry|handle|reach|manage|pick_it_up|work|go|make|"
        "switch|change|swap|make_it] [it|that|this|{np}|over|up] [with|using|to|in|by|of] [just|only]"
    ),
}
g = GRAMMAR.add
g(_grip("open"), """
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
""", cost=0.45)
g(_grip("close"), """
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
""", cost=0.45)
g(_grip("tighter"), """
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
""", cost=0.45)
g(_grip("looser"), """
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
    <dont> squeeze|crush|squash|squish|dent|deform|break|crumple|bend|bruise|damage it|that|this|them|him|{np}
    <subject> [<still>] [going_to|about_to|gonna] squashing|crushing|squeezing|denting|deforming|bending|squishing|crumpling|\
        bruising|mangling|crush|squash|dent|deform|break|crumple|bruise|squish [it|that|this|them|{np}]
    softer|lighter grip|hold|touch|grasp|squeeze
    a lighter|looser|softer <hand>
    you are squashing|crushing|squeezing|denting|deforming|bending|squishing|crumpling|bruising|breaking|hurting it|that|this|{np}
    it|that|this|{np} [is] getting squashed|crushed|squeezed|dented|deformed|bent
    no need to squeeze|grip|hold [it] [so] [<tight>]
    [the] grip [is] too <tight>
    <dont> be so|too <tight> [on] [it]
""", cost=0.42)
g(_pace("slower"), """
    [<you>] [go|move|do|do_it|drive|work|make|make_it|take|take_it|turn|pour|wipe|keep_it|run|get|be|a_lot|much|even|way|far|still|\
        a_bit|proceed|continue] [it|that|this|everything] [much|way|a_lot|a_bit|even|far] slower|more_slowly|slowlier|more_slow|\
        less_fast|less_quickly|less_quick|less_rapidly|less_speed|less_hasty|at_a_slower_pace|at_a_slower_speed|\
        at_a_more_relaxed_pace|more_leisurely|with_less_speed|slow_and_steady [please]
    slow|slowing|calm [it|that|this|things|the_arm|everything|yourself|your_arm] [right|way|a_bit|back] [down] [a_bit]
    [go|move|do_it|drive|take_it|nice_and|nice] slow|slowly|slow_and_easy|slowly_now|slow_down
    <dont> [go|move|drive|do_it|work|be|rush|turn|pour|run|speed|hurry] [it] [so|that|too|quite_so|this|as] <quick>
    not so|too|that|quite_so|this|as <quick>
    [<subject>] [<still>] [going|moving|driving|working|doing_it|it] <too> <quick> [for_me|for_my_taste|now]
    <too> <quick>
    <dont> rush|hurry|race|speed [it|so_much|so|things|like_that]
    take [your|all_the|as_much] time [as] [you] [need|like|want|with_it]
    take it|things easy|slow|slowly|nice_and_slow|nice_and_easy
    watch|mind your speed
    [there] [is] no rush|hurry|need_to_rush|need_to_hurry|haste|need_for_speed|reason_to_rush
    easy|steady [does_it|now|there|tiger|boy]
    reduce|lower|decrease|cut|drop|lessen [<the>] <speed> [down]
    bring|turn|dial [<the>] <speed> down
    speed down
    less|lower <speed>
    at a slower|lower|gentler|reduced|calmer <speed>
    you do not have|need to rush|hurry|be_so_quick|be_so_fast
    we have|got [all_the|plenty_of|enough|lots_of] time
    we are not in a hurry|rush
    what is the rush|hurry|big_hurry
    where is the fire
    steady [on]
    patience
    in slow motion
    slow motion
    decelerate
    ease off the gas|throttle|speed|accelerator
    as slow|slowly as possible|you_can
    hold|rein your horses
    you are racing|rushing [it]
    slow it|her|that down
    at a [slow] crawl
    do it slow|slowly
    with more time
    brake [a_bit]
""", cost=0.42)
g(_pace("faster"), """
    [<you>] [go|move|do|do_it|drive|work|make|make_it|take|turn|pour|wipe|keep_it|run|get|be|a_lot|much|even|way|far|still|a_bit|\
        proceed|continue] [it|that|this|everything] [much|way|a_lot|a_bit|even|far] faster|quicker|more_quickly|more_fast|more_speed|\
        less_slow|less_slowly|more_rapidly|speedier|swifter|more_quick|more_speedily|at_a_faster_pace|with_more_speed|\
        at_a_faster_speed [please]
    speed|hurry|step|pep [it|that|this|things|everything] up|along [a_bit]
    speeding up
    hurry [along|now|it|it_up|up]
    <dont> [go|move|drive|do_it|work|be|turn|pour|run] [so|that|too|quite_so|this|as] <slow>
    not so|too|that|quite_so|this|as <slow>
    [<subject>] [<still>] [going|moving|driving|working|doing_it|taking] <too> <slow> [for_me|for_my_taste|now]
    <too> <slow>
    [<subject>] [<still>] not <quick> enough
    not <quick> enough
    [<subject>] taking [too|so|very] long|ages|forever|a_while
    get a move|wiggle on
    chop chop
    pick up [<the>] <speed>
    step on it|the_gas
    put your foot down
    snap to it
    look lively|sharp
    quick|quickly [now|now_please]
    let us go|speed faster|quicker|quick|things_up
    increase|raise|boost|up|bump [<the>] <speed> [up]
    bring|turn|dial [<the>] <speed> up
    more|higher <speed>
    at a faster|higher|brisker|quicker <speed>
    accelerate
    make haste
    come on [hurry|faster|quick|move_it]
    move it
    [i|we] have not got all day|time
    we|i do not have all day
    [i|we] am|are in a [bit_of_a] hurry|rush
    rush it
    go as fast as|you possible|can
    as fast|quick|quickly as possible|you_can
    this|it is taking forever|ages|too_long|so_long
    what is taking [you] so long
    you can go|move fast|faster|quicker
    get going|moving faster
    time is short|running_out|money
    lively now
    i am getting old|bored
    shake a leg
    full throttle|steam_ahead|tilt
""", cost=0.42)
g(lambda m: rate(round(1 / m["share"], 3) if m["share"] and "slow" in m.said else m["share"]) if m["share"] > 1 else None, """
    [go|move] {share} faster|quicker|as_fast|slower|as_slow
""", cost=0.34)
g(_at, """
    go|move|drive|run|work|operate|do_it at|with|on {share}
    [go|move|drive|do_it|run|work] [at|to|with|back_to|down_to|up_to|on] [about|around|roughly|only|just] {share} [of|the|of_the|\
        of_your|your|as|that|this|of_that|of_this|of_full] [current|present|normal|usual|full|max] <speed>|fast|quick|quickly|slow
    {share} [as] fast|quick|quickly [as] [now|that|this|before]
    {share} <speed>
    [set|change|reduce|lower|raise|increase|put|bring] [<the>] <speed> [down|up] to|at|by {share}
    <speed> [to|at] {share}
    slow [it] [down] to {share}
    at {share} [percent]
    {share} [of] [the|your] [current|normal|full|max|maximum] <speed>
""", cost=0.35)
g(_only(0.5), """
    halve|half [<the>] <speed>
    half as fast|quick
    cut [<the>] <speed> in|by half
""", cost=0.35)
g(_only(2.0), """
    double [<the>] <speed>
    twice as fast|quick
    double time
""", cost=0.35)
g(lambda m: rate("normal"), """
    [go|move|drive|get] [back|return] [to|at|with] [<the>] normal|usual|regular|original|standard|default|ordinary|previous|old|full \
        [working] <speed> [again]
    normal|usual|regular|original|standard|full <speed> [again]
    [as] fast|quick|slow as before|usual|normal
    [go|resume|back_to] normally|the_normal_way
    resume|restore <the> normal|usual|original|regular <speed>
    back up to speed
    <speed> back to normal
    reset <the> <speed>
    [you_can] go [at] normal [speed] [again]
    at the speed you had [before]
""", cost=0.38)
g(lambda m: rate("much_slower"), """
    dead slow
    snail s pace
    [go|at] [at] a snail s pace
    super|really|extremely|very very slow|slowly
    crawl
    slow right down
    slow way down
    slow down a lot|lots|considerably|much|massively
    a lot|much|way|far slow
    very slow|slowly
""", cost=0.36)
g(lambda m: rate("much_faster"), """
    full speed [ahead]
    flat out
    top|maximum|max <speed>
    as fast as you can|possible|it_gets|it_goes
    floor it
    speed up a lot|lots|considerably|massively
    full throttle|steam_ahead|tilt|pelt|gas
    at full|top|maximum <speed>
""", cost=0.37)
g(_arm, """
    <with> [the|your|a] left|right|other|opposite|second|free <arm> [please|for_this|for_that|instead|for_it]
    <with> both|two [of] [the|your] arms|hands|grippers [please|for_this|for_that|for_this_one]
    [the|your] left|right|other <arm> [instead|rather|not_the_right|not_the_left]
    [the|your] left <arm> [,] not the|your right [one|<arm>]
    [the|your] right <arm> [,] not the|your left [one|<arm>]
    both|two arms|hands|grippers
    use|with|try [it] [with] both [of_them]
    use|with|try [it] [with] [the|your] left|right|other [one] hand|arm|gripper
    with [the|your] left|right|other [one]
    try [it] [with] your left|right|other
    left|right|other <arm>
    your left|right is better|closer|nearer|free
    [the|your] left|right|other <arm> is better|closer|nearer|free|faster|stronger
    you have two|another hands|arms|hand|arm
""", cost=0.35)
g(lambda m: Part("embodiment", {"arm": "other"}), """
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
""", cost=0.34)
g(_base, """
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
""", cost=0.4)
