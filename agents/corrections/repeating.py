"""What is understood through what was said before: more of it, less of it, once more, keep going."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Maker, Match, Part
from heedful.agents.corrections.magnitudes import Amount


def repeat(op: str) -> Maker:
    def made(m: Match) -> Part:
        amount = m.get("amt") or m.amount
        if isinstance(amount, Amount) and amount.unit in ("word", "m", "deg"):
            return Part("repeat", {"op": op, "magnitude": amount.value})
        return Part("repeat", {"op": op})

    return made


def going_on(m: Match) -> Part:
    """`keep going`: more of what was asked for last, if that was a shift or a turn of a robot that moves; else going on with the task."""
    last = None if m.dialogue.held else m.dialogue.last
    return Part("repeat", {"op": "more"}) if last is not None and last.kind in ("nudge", "rotate", "grip", "repeat") else Part("resume")


g = GRAMMAR.add
g(
    going_on,
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
    repeat("again"),
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
    repeat("more"),
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
    lambda m: going_on(m) if m.dialogue.last is not None else None,
    """
    keep turning|rotating|tilting|tipping|moving|raising|lowering|shifting|pushing|squeezing|going_that_way|lifting|twisting
""",
    cost=0.36,
)
g(
    repeat("less"),
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
    repeat("more"),
    """
    [and|just|still|even|yet|go|a] [tad|bit|little|touch|wee_bit|tiny_bit|smidge|smidgen|little_bit|fraction|notch] more|further|farther \
        [please|in_that_direction|that_way|still|the_same_way|of_that|of_the_same|like_that|now|robot|yet|if_you_can|if_possible|\
        than_that|in_the_same_direction|along|on|again|to_go]
    keep|carry|go [it|on] [coming|going|doing|moving] that_way|the_same_way|like_that|in_that_direction|as_you_are|a_bit_longer|\
        a_little_longer|a_bit_more|a_little_more|a_bit_further|a_little_further|in_the_same_direction [please|now]
    keep it coming|going [please]
    that|it [was|is] not [quite|nearly|really] [far|much] enough [yet|still]
    [that|it] [was|is] [a_bit|far|way|much|still] too little|small|weak|timid|short
    not|hardly|barely [quite|nearly] [far|much|big|a_big|a_large|there] enough|a_difference [yet|of_a_move|of_a_step|change|difference]
    more|further in|along the|that|this same [direction|way|line|vein] [please]
    some|even|a_lot|lots|much|still|yet|far|loads|way|quite_a_bit|quite_a_lot|a_good_bit|a_good_deal more|further [please|of_that|\
        than_that|that_way|in_that_direction|still|now]
    [you|we|it] [are|s|is] [getting|nearly|almost|not|just_not|close] there|close|warmer|quite_there [now|yet] , keep_going|a_bit_more|\
        a_little_more|just_a_bit_more|go_on|more|a_tad_more|a_touch_more
    warmer [warmer]
    [by|another|about|an_extra|say] {amt} more|further|extra [please|of_that|in_that_direction|that_way|the_same_way|still|again|on]
    increase|extend|enlarge|double|boost that|it|the_move|the_correction|the_shift|the_last_one [a_bit|a_little|some_more|please|by_half]
    make that|it|the_last_one more|bigger|larger|greater|a_bit_more|double [please]
""",
    cost=0.45,
)
g(
    repeat("again"),
    """
    [do|try|go|make|give_it|give_me|and|let_us|can_you|please|just|could_you] [do|have|try|go|make|see] [exactly|precisely|just] [the] \
        [exact|very] same [thing|move|one|step|amount|time|movement|action|correction|adjustment|shift|bit|nudge] again|once_more|\
        one_more_time|as_before|like_before|as_last_time [please]
    do|try|have|make|go another|one_more|a_second [repeat|go|time|round|one|step|nudge|try] [please|like_that|of_those]
    same procedure|move|step|distance|thing|amount|time|again [again|please|before|as_before|over|as_last_time|robot]
    [could_you|can_you|please|just|will_you] repeat [that|it|this|the|your|what] [last|same|previous|exact|you|very] [one|thing|move|\
        step|action|correction|adjustment|movement|did|just_did|nudge|bit|shift|amount] [again|please|once_more|one_more_time|\
        a_second_time|exactly]
    [and] again|encore|ditto|likewise|once_more|one_more_time|same_again|one_more|another_one|another|repeat|do_over|rinse_and_repeat|\
        replay_that [please|robot|now|mate|the_same_amount|the_same|exactly_the_same|like_that|same_amount|same_distance|\
        by_the_same_amount|as_much]
    as much again|more
    by the same amount|distance [again|once_more]
    [another] one|step|bit like that|the_last|the_last_one|before
    give me another|one_more [one|of_those|like_that|step|nudge]
""",
    cost=0.47,
)
g(
    repeat("less"),
    """
    [make_it|do|try|and|but|go|just|only|maybe|a|please|perhaps|with|this_time|next_time_do] [do|a] [bit|little|tad|touch|lot|fraction|\
        notch] less|smaller [please|of_that|than_that|this_time|of_it|so|far|now|again|than_before|though|if_you_can|extreme|of_a_move|\
        drastic|drastically|step|steps]
    [only|just|go|do|make_it|back|by|try|make_that|about|take_back|undo|and|maybe|roughly] [back|by|it|about] half [of] [that|it|\
        as_much|the_amount|as_far|the_distance|that_much|that_distance|what_you_did|the_way|that_amount|as_much_as_that|\
        what_you_just_did|the_last_move|the_last_one|of_that|that_far] [please|this_time|again|next_time|would_do|is_enough|will_do|\
        would_be_enough|now]
    [not] [quite|all|by] that|so|quite_so|as|quite_that|nearly_so|nearly_that|nearly_as much|far|strong|strongly|big|large|drastic|\
        drastically|hard|wide|extreme [please|this_time|a_step|again|though|of_it|of_that|as_that|as_before|now]
    [do|make|take|use|try|with|in|go_in|smaller|finer|tinier|move_in] [it] [in] [a] smaller|finer|tinier|shorter|lesser|more_modest|\
        gentler_little|more_careful_little steps|step|movements|movement|increments|increment|moves|move|amounts|amount|nudges|nudge|\
        adjustments|correction|corrections|distance [please|this_time|now]
    reduce|halve|decrease|lessen|scale_down|cut_down|tone_down|dial_down|shrink|dial_back|scale_back that|it|the_amount|the_step|\
        the_move|the_correction|the_shift|the_last_one [a_bit|a_little|please|by_half|somewhat|some|in_half]
    tone|dial|scale|cut|take it|that|things down|back a_bit|a_little|a_notch|somewhat|a_touch|by_half|please
    [go] back half|a_bit|some|a_little [of] [the_way|that|it|way]
    only|just a [tiny|little|small] bit|fraction|part|quarter|third [of] [that|it]
""",
    cost=0.445,
)
