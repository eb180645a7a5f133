"""Speed: slower, half speed, hurry up, back to the normal pace."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.understanding.amounts import number

CLASSES["speed"] = "speed|pace|tempo|velocity|rate"


def rate(factor: str | float) -> Part:
    return Part("rate", {"factor": factor})


_FAR = frozenset({"much", "way", "far", "lot", "lots", "loads", "heaps", "miles", "really", "considerably", "super", "extremely",
    "crawl"})  # fmt: skip


def _pace(factor: str) -> Maker:
    def made(m: Match) -> Part:
        words = m.said.split()
        amount = m.get("amt") or m.amount
        if "too much" in m.said:
            return rate(factor)
        far = any(w in words for w in _FAR)
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
    "half": 0.5, "half the": 0.5, "half your": 0.5, "half of the": 0.5, "half of your": 0.5, "a half": 0.5, "one half": 0.5,
    "a quarter": 0.25, "quarter": 0.25,
    "one quarter": 0.25, "a third": 1 / 3, "one third": 1 / 3, "two thirds": 2 / 3, "three quarters": 0.75, "a tenth": 0.1,
    "a fifth": 0.2, "double": 2.0,
    "double the": 2.0, "double your": 2.0, "twice": 2.0, "twice the": 2.0, "two times": 2.0, "three times": 3.0, "triple": 3.0,
    "triple the": 3.0, "one and a half times": 1.5, "thrice": 3.0,
    "half as": 0.5, "twice as": 2.0,
}  # fmt: skip
SLOTS["share"] = _share


def _only(factor: float) -> Maker:
    return lambda m: rate(factor)


def _at(m: Match) -> Part | None:
    return rate(round(float(m["share"]), 3))


g = GRAMMAR.add
g(
    _pace("slower"),
    """
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
""",
    cost=0.42,
)
g(
    _pace("faster"),
    """
    [<you>] [go|move|do|do_it|drive|work|make|make_it|take|turn|pour|wipe|keep_it|run|get|be|a_lot|much|even|way|far|still|a_bit|\
        proceed|continue] [it|that|this|everything] [much|way|a_lot|a_bit|even|far] faster|quicker|more_quickly|more_fast|more_speed|\
        less_slow|less_slowly|more_rapidly|speedier|swifter|more_quick|more_speedily|at_a_faster_pace|with_more_speed|\
        at_a_faster_speed [please]
    speed|hurry|step|pep [it|that|this|things|everything] up|along [a_bit]
    speeding up
    hurry [along|now|it|it_up|up]
    chop [chop]
    hop|jump|get to it
    step lively
    put some pep|life|speed|energy|oomph in|into it
    get going
    look lively|alive|smart
    quick march|quick|time
    at|on the double
    no|stop|quit dawdling|dallying|dilly_dallying|loitering|lingering|trundling|idling|messing_about|slacking|time_to_waste|time_to_lose
    we have not got|do_not_have all_day|forever|all_night|all_week
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
""",
    cost=0.42,
)
g(
    lambda m: rate(round(1 / m["share"], 3) if m["share"] and "slow" in m.said else m["share"]) if m["share"] > 1 else None,
    """
    [go|move] {share} faster|quicker|as_fast|slower|as_slow
""",
    cost=0.34,
)
g(
    _at,
    """
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
""",
    cost=0.35,
)
g(
    _only(0.5),
    """
    halve|half [<the>] <speed>
    half as fast|quick
    cut [<the>] <speed> in|by half
""",
    cost=0.35,
)
g(
    _only(2.0),
    """
    double [<the>] <speed>
    twice as fast|quick
    double time
""",
    cost=0.35,
)
g(
    lambda m: rate("normal"),
    """
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
""",
    cost=0.38,
)
g(
    lambda m: rate("much_slower"),
    """
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
""",
    cost=0.36,
)
g(
    lambda m: rate("much_faster"),
    """
    full speed [ahead]
    flat out
    top|maximum|max <speed>
    as fast as you can|possible|it_gets|it_goes
    floor it
    speed up a lot|lots|considerably|massively
    full throttle|steam_ahead|tilt|pelt|gas
    at full|top|maximum <speed>
""",
    cost=0.37,
)
