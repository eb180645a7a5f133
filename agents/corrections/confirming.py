"""Yes and no with more to them: `yes, that is the one`, `no, I don't think so`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Maker, Part


def _confirm(value: bool) -> Maker:
    """Yes or no; `you have already got it` tells how things are."""
    return lambda m: None if {"already", "still"} & set(m.said.split()) else Part("confirm", {"value": value})


g = GRAMMAR.add
g(
    _confirm(True),
    """
    yes|yeah|yep|ok|sure|right|correct|indeed|oh_yes|aye [,] exactly|please|correct|right|sure|that_one|this_one|that_is_it|the_one|\
        like_that|there|do|do_it|do_that|go_for_it|of_course|indeed|absolutely|definitely|thats_right|sir|that_is_correct|robot|\
        please_do|that_is_fine|all_right|that_is_what_i_meant
    [yes|yeah|ok] [,] that|it|this|you|thats|these|they [is|are|was|s|looks|seems|have|has] [indeed|absolutely|quite|exactly|just|\
        the|got] [the|just] right|correct|it|the_one|fine|exactly_right|that_one|what_i_meant|exactly_it|the_right_one|right_place|\
        right_spot|good_there|the_right_place|what_i_want|ok|true|the_place|the_spot|exactly_what_i_meant|fine_like_that|fine_there|\
        the_one_i_meant|the_one_i_want|what_i_mean|spot|place|it_exactly [there|now|yes|like_that|thanks|thank_you|one]
    exactly|precisely|right|just|correct there|here|like_that|so|that|this|that_one|right|the_one|this_one|what_i_meant|as_i_wanted|\
        where_i_want_it
    exactly|absolutely|definitely|certainly|affirmative|precisely|indeed|of_course|sure_thing|you_bet|agreed|confirmed|roger|correct|\
        by_all_means|sounds_good|that_works|i_agree|that_will_do|thats_it|totally|i_confirm|affirm|yessir|granted|uh_huh|mhm|just_so|\
        quite_right|quite_so|yes_indeed|works_for_me|why_not|do_it|do_that|please_do|yes_do|go_for_it|fine_by_me|fine_with_me|\
        that_one_yes|this_one_yes|thats_the_one|sure|deal|i_think_so|that_one_exactly|bingo|positive
    you got|have|understood it|that|me [right|correctly]
    {np} yes|exactly|correct|is_right|is_correct
    yes {np}
    there exactly|yes|that_is_it|perfect
    right [,] like_that|that_one|there|this_one|exactly
    yes [it_is|i_do|you_may|you_can|you_should|i_did|it_does|i_am|you_are]
    that is it [yes|exactly]
""",
    cost=0.35,
)
g(
    _confirm(False),
    """
    no [that|it|this|you] [is|are|was|s] [not] wrong|incorrect|correct|true|the_one|it|mistaken|not_it
    no that|it|this|you [is|are|was|s] [not] right
    no [is|are|was|s] not right
    [that|it|this|you|no] [is|are|was|s] not right|correct|incorrect|true|mistaken|false [one|there|at_all]
    [that|it|this] is incorrect|false
    incorrect|false|negative|certainly_not|absolutely_not|definitely_not|not_at_all|of_course_not|no_way|i_do_not_think_so|not_right|\
        not_correct|no_thanks|no_thank_you|no_it_is_not|no_you_may_not|disagree|not_really|not_exactly|no_it_does_not|no_not_that|\
        i_disagree|no_i_do_not|no_i_did_not|no_you_are_not|no_please_do_not
    you got|have|understood it|that|me wrong
    you misunderstood [me|that]
    that is not what i meant|said|asked_for|wanted|asked
""",
    cost=0.4,
)
g(
    _confirm(True),
    """
    [yes|yeah|yep|ok|right|sure|oh|ah] [,] that|this|it|you|the_first|they is|are|s|was|got|have|seems|looks|has|sounds [exactly|just|\
        absolutely|quite|definitely|perfectly|precisely|indeed|it] right|correct|the_one|what_i_meant|what_i_want|what_i_wanted|true|\
        the_right_one|the_correct_one|what_i_said|what_i_asked_for|what_i_mean|accurate|affirmative|me_right|it_right|the_right_idea|\
        the_idea|the_right_place|the_right_spot|the_place|the_spot|where_i_want_it|the_one_i_meant|the_one_i_want|the_one_i_wanted [one|\
        yes|robot|indeed|there|thanks|thank_you|exactly]
    yes|yeah|yep|yup|sure|right|ok|correct|exactly|indeed|absolutely|affirmative|of_course|definitely|certainly|precisely|aye|agreed|\
        mhm|uh_huh|oh_yes|yes_yes [,] please|do|do_that|do_it|exactly|correct|right|that_is_right|that_is_correct|that_is_it|that_one|\
        this_one|it_is|i_do|you_may|you_can|you_should|i_did|it_does|i_am|that_is_the_one|that_is_what_i_meant|that_is_what_i_want|\
        that_works|sure|indeed|absolutely|definitely|certainly|you_got_it|you_have_got_it|that_is_fine|that_will_do|sounds_good|\
        sounds_right|i_confirm|i_agree|i_think_so|i_guess_so|i_suppose_so|i_believe_so|why_not|let_us_do_that|let_us_do_it
    affirmative|yes_sir|by_all_means|naturally|positively|for_sure|you_bet|hell_yes|copy_that|confirmed|fine_by_me|okey_dokey|\
        okie_dokie|roger_that|roger|sure_thing|right_you_are|agreed|spot_on_yes [robot|please|there]
    you|i [have] got|understood|read|heard|guessed|remembered|guess|think|believe|suppose|hope|would_say it|me|that|so|right|correctly|\
        my_mind [right|correctly|in_one|exactly|perfectly]
    that|this|it will|would|should|does|ll do|be|suit [nicely|fine|perfect|perfectly|good|great|ok|right|alright|me] [for_me|thanks|\
        by_me|with_me]
    that|this|it works|suits|sounds [nicely|fine|perfect|good|great|ok|right|alright|me] [for_me|thanks|by_me|with_me]
    i [do|can|hereby|totally|completely|fully] agree|confirm|concur|approve|consent [to_that|with_that|that|it]
    fine|ok|good|alright with|by|for me|us
    exactly|just|precisely like|as|what|so [that|i_said|i_meant|i_wanted|you_say]
    exactly that|this|there|here|him
    you have my blessing|permission|ok|go_ahead|approval
""",
    cost=0.395,
)
g(
    _confirm(False),
    """
    no|nope|nah|not_at_all|oh_no [,] that|this|it|you is|are|s|was|have|seems [absolutely|definitely|quite|certainly] not|incorrect|\
        wrong|false|mistaken|untrue [right|correct|it|the_one|what_i_meant|true|so|the_case|got_it|what_i_said|what_i_wanted|\
        what_i_want|what_i_asked|there|robot|accurate]
    no|nope|nah|negative|incorrect|false|never|certainly_not|absolutely_not|definitely_not|not_at_all|of_course_not|no_way|by_no_means|\
        under_no_circumstances|not_on_your_life|hell_no|no_sir|no_no that_is_not_right|that_is_not_correct|that_is_wrong|it_is_not|\
        i_do_not|you_may_not|you_can_not|you_should_not|i_did_not|it_does_not|i_am_not|that_is_not_it|that_is_not_what_i_meant|\
        you_misunderstood|you_got_me_wrong|that_is_false|\
        that_is_not_true|not_like_that|not_that|incorrect|negative|i_do_not_think_so|i_would_rather_not|rather_not|i_think_not|thanks|\
        thank_you|please_do_not|do_not_do_that|you_are_wrong|you_are_mistaken|that_will_not_do|not_right|that_was_not_it|it_was_not
    negative|incorrect|false|by_no_means|under_no_circumstances|i_think_not|i_would_rather_not|not_in_the_least|not_in_the_slightest|\
        nothing_of_the_sort|i_disagree|i_beg_to_differ|on_the_contrary|far_from_it|you_misunderstand|you_misunderstood|misunderstanding|\
        you_got_it_wrong|you_have_got_it_wrong|you_got_me_wrong|you_misheard|you_misheard_me|you_have_misunderstood|\
        that_is_a_misunderstanding|you_are_mistaken|you_are_wrong|wrong_guess \
        [robot|there|again|me|sir|i_am_afraid|,]
""",
    cost=0.37,
)
