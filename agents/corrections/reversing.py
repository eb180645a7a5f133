"""What went too far, or the wrong way: `that was too much`, `the other way round`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.repeating import repeat

g = GRAMMAR.add
g(
    repeat("too_much"),
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
    repeat("other_way"),
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
    repeat("too_much"),
    """
    [whoa|oh|no|hey|oops|ok|now|well|ah] that|it|you|this [is|was|has|have|went|did|s|moved|came|ended_up] [now|gone|been|a_bit|\
        a_little|way|far|much|slightly|rather|just|moved|overshot|come|overdone|a_tad|a_touch|definitely] too [much|far|big|strong|\
        large|generous|great|extreme|long] [a_step|of_a_step|a_move|now|there|again|this_time|of_that|of_it|though|of_a_move|\
        i_am_afraid|for_my_taste]
    [whoa|oh|no|hey|oops|ok|now|well|ah] too|way_too|far_too|much_too|a_bit_too|a_little_too|slightly_too|rather_too|a_tad_too|\
        a_touch_too much|far|big|strong|large [a_step|of_a_step|now|there|again|this_time|of_that|of_it|though|of_a_good_thing]
    [you|that|it] [have|has|just|really|rather|a_bit|slightly|now] [gone|went|go|are|is|was] overshot|overdone_it|overdid_it|\
        overcorrected|overcompensated|overshooting|overdoing_it|overboard|over_the_top|beyond|past_it|over_it|overreacted|\
        overcorrecting|too_far_now|exaggerated|exaggerating [there|again|now|it|a_bit|the_mark|a_little|slightly|this_time]
    [that|it] [was|is] [a_bit|a_little|far|way|much|rather|slightly] more|further|bigger than [i] [wanted|needed|meant|asked_for|said|\
        necessary|asked|enough|intended|required|i_said|i_wanted|i_meant|i_asked_for|expected|had_in_mind|planned]
    i|we [only|just] said|asked_for|wanted|meant|needed [only|just] [a] [tiny|little|small|slight|bit|touch|hair|smidge] [bit|nudge|\
        touch|step|less|amount|not_a_mile|not_that_much|not_a_lot|not_so_much|not_miles]
    not|no [a] that|so|quite_so|as much|far|drastic|drastically|extreme
    not a mile|marathon
""",
    cost=0.44,
)
g(
    repeat("other_way"),
    """
    [no|oh|wait|sorry|hey|ah|whoa|oops|actually|well] [,] [go|move|turn|do_it|it_is|i_meant|i_mean|that_is|try|shift|take_it|the|\
        make_it|not_that_way|should_be|it_should_be|it_should_go|rather|you_are_going|you_are|you_went|it_is_going|that_was|that_went|\
        you_are_moving|you_are_turning|you_moved|you_turned|you_have_gone|i_wanted|i_want|i_said|needs_to_go|it_needs_to_go|\
        it_has_to_go|has_to_be|must_go|turn_it|rotate_it|\
        rotate|send_it|bring_it|drive|it_must_go|tilt_it|slide|spin_it] [in|to|into|it|exactly|towards|quite|precisely] [the] [exact|\
        complete|exactly|completely|totally|other] other|opposite|reverse|wrong|contrary|reversed|inverse way|direction|side|way_round|\
        way_around|sense|orientation|heading|course [please|i_mean|i_meant|instead|rather|round|around|you|i_said|robot|now|of_that|\
        of_what_you_did|to_that|from_that|altogether|mate|\
        not_this_way|not_that_way|entirely|completely]
    [you|that|it|this] [are|is|s|have|was|went|has|got] [going|gone|moving|moved|turned|turning|it|that|got_it|done_it] [all|exactly|\
        completely|totally] [the] wrong_way|backwards|the_wrong_way|back_to_front|opposite|reversed|in_reverse|the_wrong_way_round|\
        mirror_inverted|inverted|mixed_up_left_and_right [round|around|again|there]
    [just|exactly|do|quite|it_is|that_is|no|the|precisely|i_meant|i_mean|i_wanted] [the|just|exactly|do] [the|exact] opposite|contrary|\
        reverse|inverse|other_way_round|other_way_around|other_way [please|of_that|i_said|to_that|of_what_i_said|of_what_you_did|\
        of_what_i_wanted|robot|instead]
    [no] not [in|to] that|this|the way|direction|side [please|robot] [,] [the_other|the_other_way|the_other_one|the_opposite|\
        the_other_direction|other_way]
    reverse|invert|flip|mirror|switch|swap|change|turn_around that|it|the_direction|your_direction|direction|course|the_sign|directions|\
        the_movement|the_motion [please|around|round]
    left and right are|you mixed|swapped|confused [up] [left_and_right]
    other direction|way|side [please|round|around|robot|i_meant|i_said|i_mean]
    vice versa|the_other_way_about
""",
    cost=0.425,
)
