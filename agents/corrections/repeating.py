"""What is understood only through what was said before: more, again, too much, the other way; and yes, no and amounts alone."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.magnitudes import Amount, amounts


def _repeat(op: str) -> Maker:
    def made(m: Match) -> Part:
        amount = m.get("amt") or m.amount
        if isinstance(amount, Amount) and amount.unit in ("word", "m", "deg"):
            return Part("repeat", {"op": op, "magnitude": amount.value})
        return Part("repeat", {"op": op})

    return made


def _yes(m: Match) -> Part | None:
    """A word of assent, at the beginning or after a mark; `right` only if a mark follows."""
    alone = m.start == 0 or m.words[m.start - 1] in (",", "no", "ok", "yes", "oh", "ah", "and")
    if not alone or (m.said == "right" and m.words[m.end : m.end + 1] not in ([","], ["then"], ["so"])):
        return None
    return Part("yes", {"word": m.said})


def _only(kind: str, cost_word: str = "") -> Maker:
    return lambda m: Part(kind)


def _going_on(m: Match) -> Part:
    """`keep going`: more of what was asked for last, if that was a shift or a turn of a robot that moves; else going on with the task."""
    last = None if m.dialogue.held else m.dialogue.last
    return Part("repeat", {"op": "more"}) if last is not None and last.kind in ("nudge", "rotate", "grip", "repeat") else Part("resume")


g = GRAMMAR.add
g(
    _going_on,
    """
    keep|continue|carry going|on|coming|moving|it_coming|it_going
    keep going
    keep on [going]
    don t stop
    go|carry on
    continue
""",
    cost=0.38,
)
g(
    _repeat("again"),
    """
    [do|try|go] [it|that|this|the_same|exactly_that|the_same_thing|the_same_again] once_more|one_more_time|again|over_again|\
        once_again|another_time|a_second_time
    [the] same again|thing_again|thing_once_more|once_more|move_again|amount_again|correction_again|one_again
    [one|once] more time
    repeat [that|it|this|the_last_one|the_last_move|the_last_step|what_you_did|what_you_just_did|the_last_correction|please|again|\
        the_move|the_correction|the_last_bit] [please|again|once_more]
    [and] [do|make] another of_those|of_the_same|time|such|step|go
    ditto
    one|just_one more [of_those|of_them|such_step|step|of_the_same|like_that|nudge|time|go|push|tap|notch]
    same|more of the same
    like that again
    as before once_more|again
    encore
    the same [please]
    do that|it again
    again [and_again]
    same thing
    [do] that once more
    a repeat
""",
    cost=0.42,
)
g(
    _repeat("more"),
    """
    [and|yet|even|still|give_me|give_it|just|do|make_it|some|go|i_need|a] more [please|of_that|of_it|yet|still|like_that|\
        in_that_direction|that_way|the_same_way|of_the_same]
    [and|still|even|go|yet|move|just|keep|some|go_on] further|farther [please|still|yet|along|that_way|on|in_that_direction|\
        the_same_way|than_that|in_the_same_direction]
    [that_is|it_is|you_are|this_is] not [quite|nearly|yet] enough [yet|still]
    not [quite|nearly] enough [yet|still]
    still not there [yet]
    not there yet
    [you] [are] nearly|almost|not_quite there [yet]
    keep doing that|it
    even|still|yet more
    [and] {amt} more [of_that]
    {amt} more|further|farther [of_that|please|that_way|in_that_direction|like_that|the_same_way|of_the_same|still]
    [and] more|further [by] {amt}
    another {amt}
    needs|wants [a|some] more
    double it|that
    twice as much
    more more
    same direction [again|more]
    too little
    [that_was|it_was|that_is|this_is|you_did] too little
    increase it|that
    come on more
    [carry|keep|go] on in_that_direction|that_way|the_same_way|like_that
    that way|direction more|further|still
    keep it coming
    more so
    a bigger one|move|step
    bigger
    stronger
""",
    cost=0.44,
)
g(
    lambda m: _going_on(m) if m.dialogue.last is not None else None,
    """
    keep turning|rotating|tilting|tipping|moving|raising|lowering|shifting|pushing|squeezing|going_that_way|lifting|twisting
""",
    cost=0.36,
)
g(
    _repeat("less"),
    """
    [a_bit|a_little|do|much|even|make_it|rather|somewhat] less [please|of_that|than_that|this_time|of_it|so|far]
    not [quite|as|all] [so|that|as|quite_so|all_that] much|far|strong|strongly|big|a_lot [please|this_time]
    not [so|as|quite_as|quite_so] much|far [as_that|as_before|please|this_time]
    half [of] that|it|as_much|the_amount|as_far|the_distance|that_much|that_distance|of_it|that_amount
    [only] half as|that|the much|far|distance
    smaller [step|steps|movement|movements|one|this_time|please]
    a smaller one|step|movement|move|amount|correction
    <dont> overdo it
    <dont> [go|do|move] so|that|quite_so|too much|far [please]
    {amt} less
    take|dial|tone|turn it|that down [a_bit|a_notch]
    reduce|halve it|that
    ease off|up [a_bit|a_little]
    less of that|it|this
    less far
    in smaller steps
    finer
    not such a big|large step|move|one|movement
    with less
    only a bit [of_that]
    too strong|big
    tone it down
""",
    cost=0.43,
)
g(
    _repeat("too_much"),
    """
    [that|this|it|you] [is|was|went|are|have_gone|did|have|were|looks|now|moved|overdid|came|have_come|have_moved] [it] [a_bit|\
        a_little|way|far|much|slightly|rather|definitely] too_much|too_far|overdone|overdoing_it|excessive|a_bit_much|way_over|\
        too_much_now|too_big|much_too_far|over_the_top|exaggerated [now|there|already|of_it|again|this_time|of_that|though]
    too much|far [now|of_that|of_it|again|this_time]
    [you|that|it] [have|has] overshot|overshoots|overdid|overdone|overshooting [it|that|the_mark]
    overdoing it
    [that|it|this] was|is [far|way] more than i|enough|needed [wanted|meant|asked_for|said]
    [that|it] was more than [a] bit|little|enough|i_wanted|i_asked_for|that|slightly
    [that|it|this] [is|was] not a bit|little
    i said a bit|little|tiny_bit|touch|smidge [only|not_that_much|not_so_much|not_a_lot]
    [you|that] went|moved|goes|came|have_gone|have_moved [a_bit|a_little] past|beyond|over it
    over the top
    you are overdoing it
    over shot
    by too much
    i only|just wanted|meant a bit|little
    whoops|oops|whoa too|that much|far|was_too_much [much|far]
""",
    cost=0.42,
)
g(
    _repeat("other_way"),
    """
    [go|move|turn|do_it|it_is|i_meant|i_mean|that_is|try|shift|take_it|no|the|make_it|not_that_way|in|into|should_be|it_should_be|\
        it_should_go|rather|to] [in|to|into|go|it] [the] [exact|complete|exactly] other|opposite|reverse|wrong|contrary way|\
        direction|side|way_round|way_around|way_please|sense [please|i_mean|i_meant|instead|rather|round|around|you|i_said]
    [that|this|it|you] [is|was|are|went|have_gone] [going|moving|turning|gone|moved] [in|exactly] [the] wrong|opposite|other way|\
        direction|side|way_round
    reverse [it|that|direction|the_direction|course]
    not that way
    not in that|this direction|way
    not that|this way|direction
    [it_should_be|exactly|no|do|it_is|that_is|quite|just] the [exact] opposite|contrary|reverse [of_that|please|i_said]
    opposite
    reversed
    wrong direction|way [round|around]
    [back] the way you came
    you have|got it the wrong way [round]
    vice versa
    inverse
    invert that
    back the other way
    the other direction|way|one_direction
    backwards from that
    other way|direction [round|around|please]
""",
    cost=0.41,
)
g(
    _yes,
    """
    yes|yeah|yep|ya|aye|sure|ok|right|good|fine|great|perfect|nice|exactly|correct|cool|super|lovely|excellent|well|so|alright|\
        indeed|true|thanks|thank_you|cheers|brilliant|mhm|uh_huh|da|si|ja|oui|wonderful|awesome|oh|ah|yes_please|fantastic|splendid|\
        beautiful|that_is_good|that_is_fine|nearly|almost|almost_there|nearly_there|very_good|that_is_better|better|much_better
""",
    cost=0.3,
)
g(
    lambda m: Part("no"),
    """
    no|nope|nah|nay|non|nein|no_way|oh_no|no_thanks|uh_uh|no_no|no_thank_you|of_course_not|certainly_not|not_at_all|\
        absolutely_not|not_really|i_said_no|no_sir|god_no|hell_no|no_that_is_not_it|not_there|not_here|not_like_that
""",
    cost=0.3,
)
g(
    lambda m: Part("repair", {"word": m.said}),
    """
    sorry
""",
    cost=0.03,
)
g(
    lambda m: Part("repair", {"word": m.said}),
    """
    no wait|sorry|i_mean|i_meant|make_that|rather|hang_on
    wait no
    i mean
    i meant [to_say]
    or rather|better|actually
    make that|it
    sorry [i_mean|i_meant|no|make_that|rather]
    scratch that [i_mean|i_meant]
    correction
    no [,] sorry|i_mean|i_meant|make_that|wait|rather
    oops
    wait [,] no
    er|um|uh no
    my mistake|bad
    rather
    excuse me
    wait i_mean|i_meant
    no not that|left|right|up|down
    forget that [i_mean]
    change of plan
    on second thought|thoughts
    i take that back
    or no
    hmm no
    i said
""",
    cost=0.42,
)
g(
    lambda m: Part("amount", {"amount": m["amt"]}),
    """
    [only|just|by|about|like|maybe|say] {amt} [only|please|or_so|at_most|will_do|is_enough|should_do|should_be_enough|ought_to_do_it]
""",
    cost=0.4,
)
g(
    lambda m: Part("bare_amount", {"amount": m["number"]}),
    """
    [by|another] {number}
""",
    cost=0.6,
)


def _number(reader: Reader, at: int) -> list[tuple[Amount, int]]:
    return [(a, e) for a, e in amounts(reader.words, at, bare=True) if a.unit == ""]


SLOTS["number"] = _number
