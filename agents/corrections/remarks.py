"""What people say about the work: praise and blame, yes and no, more of it and less of it, and questions, in further words."""

from __future__ import annotations

import re

from heedful.agents.corrections.asking import query
from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Match, Part
from heedful.agents.corrections.repeating import _repeat
from heedful.agents.corrections.telling import _confirm, praise

_GREETING = re.compile(
    r"(?:(?:hello|hallo|hi|hiya|hey|howdy|greetings|good (?:morning|day|afternoon|evening))"
    r"(?:[ ,]+(?:there|robot|again|everyone|everybody|friend|mate|my friend|to you))*(?:[ ,.!]+|$))+",
    re.IGNORECASE,
)


def greets(text: str) -> bool:
    """Whether a greeting is all that was said."""
    return len(text) <= 80 and _GREETING.fullmatch(text.strip()) is not None


def _aside(m: Match) -> Part:
    return Part("aside")


CLASSES |= {
    "great": "good|great|perfect|brilliant|wonderful|fantastic|amazing|awesome|beautiful|lovely|superb|impressive|splendid|marvellous|"
    "marvelous|neat|excellent|terrific|outstanding|fabulous|super|magnificent|smooth|clever|nice|fine|grand|first_class|top_notch|"
    "spot_on|exemplary|"
    "flawless|tidy|sweet|ace|stellar|remarkable|incredible|delightful|admirable|elegant|masterful|textbook|sublime|stunning|phenomenal|"
    "exceptional|spotless|brill|fab|skilful|skillful|precise|accurate|solid|decent|pretty_good|really_good|very_good|so_good|very_nice|"
    "really_nice|much_better|better|top|"
    "faultless|gorgeous|magic|legendary|class|bang_on|dead_on|on_point|the_best|a_treat|a_pleasure|a_dream|a_charm|wicked|dandy|swell|"
    "peachy|proper_good",
    "greatly": "well|great|brilliantly|beautifully|perfectly|wonderfully|nicely|splendidly|excellently|fantastically|superbly|amazingly|"
    "fine|marvellously|smoothly|neatly|cleverly|expertly|elegantly|flawlessly|impressively|masterfully|so_well|very_well|really_well|"
    "pretty_well|good|really_good|very_nicely|"
    "tidily|skilfully|precisely|accurately|admirably|just_right|just_fine|like_a_pro|like_a_charm|a_treat|to_perfection|a_great_job|"
    "a_good_job|a_fine_job|great_work|a_fantastic_job|a_brilliant_job|a_lovely_job|good_work|a_super_job|an_excellent_job|"
    "an_amazing_job|just_great|awesome",
    "awful": "rubbish|terrible|awful|bad|poor|useless|horrible|lousy|disappointing|clumsy|sloppy|dreadful|hopeless|pathetic|crap|"
    "appalling|shoddy|careless|atrocious|abysmal|dumb|stupid|ridiculous|shit|unacceptable|disgraceful|miserable|embarrassing|messy|ugly|"
    "rough|mediocre|subpar|not_good|no_good|"
    "not_great|not_nice|not_right|all_wrong|completely_wrong|totally_wrong|botched|weak|silly|ham_fisted|cack_handed|inept|incompetent|"
    "rotten|shabby|slapdash|a_disaster|a_mess|a_shambles|a_joke|a_catastrophe|a_failure|a_bit_of_a_mess|not_ok|not_okay|not_very_good|"
    "not_so_good|not_good_enough|worse|the_worst|"
    "really_bad|very_bad|so_bad|pretty_bad|not_acceptable|not_impressive|not_pretty|not_helpful|unhelpful|dismal|naff|disgusting|"
    "laughable|a_disgrace|an_embarrassment|wretched|second_rate|underwhelming|not_up_to_scratch|not_up_to_standard|below_standard|"
    "wrong_again",
    "awfully": "badly|poorly|terribly|awfully|horribly|dreadfully|miserably|wrong|clumsily|sloppily|carelessly|a_bad_job|a_terrible_job|"
    "a_poor_job|a_mess|all_wrong|not_well|abysmally|appallingly|a_lousy_job|a_rubbish_job|rubbish|so_badly|very_badly|really_badly|"
    "not_very_well|not_so_well|not_too_well|pathetically",
    "work": "job|work|move|catch|grip|grasp|pour|placement|pick|lift|effort|try|attempt|performance|show|stuff|going|one|landing|push|"
    "throw|aim|action|execution|wipe|turn|stop|timing|thinking|placing|pouring|driving|handling|manoeuvre|maneuver|movement|technique|"
    "drop|carry|robot|boy|girl|lad|idea|choice|result|outcome|"
    "motion|position|spot|hands|touch|recovery|reaction|listening|trick|bit_of_work|piece_of_work|delivery|service|save|shot|parking",
}  # fmt: skip
g = GRAMMAR.add
g(
    praise("good"),
    """
    [oh|wow|yes|ah|well|hey|ok|there|and] [that_was|that_is|that|this_is|it_was|it_is|what_a|such_a|a|how|you_are|you_are_a|you_did_a|\
        that_is_a|that_was_a|what|some|you_are_doing|you_are_doing_a|looks|that_looks|that_feels|it_looks|going|is|that_seems|\
        everything_is|that_was_some|you_have_done_a|this_was|that_went] [very|really|so|absolutely|just|such|a|quite|pretty|truly|\
        simply|damn|\
        bloody|most|extremely|incredibly|particularly|rather|totally|completely] <great> [<work>] [robot|so_far|done|there|now|\
        this_time|mate|again|already|today|indeed|of_you|from_you|like_that|thanks|thank_you|keep_it_up|i_must_say|you_know|buddy|\
        my_friend|as_always|as_usual|well_done|keep_going_like_that]
    [oh|wow|yes|ah|well|hey|ok|there|and] [you|it|that|this|everything|things] [are|have|is|s|did|do|was|were|handled|managed|done|went|\
        goes|go|worked|works|go|placed|put|picked|poured|moved|carried|caught|hit|got|made] [just|all|really|doing|done|going|working|\
        looking|coming_along|handling|that|this|it|been|performing|getting_on|shaping_up|coming_on|turning_out|placed|\
        put|moving|getting_along|carrying] [that|this|it|them|one] [so|very|really|pretty|quite|just|rather|absolutely] <greatly> \
        [robot|so_far|there|now|this_time|today|indeed|thanks|again|mate|i_must_say|buddy|up_to_now|then]
    [oh|wow|yes] that is [just|exactly|pretty_much|precisely|more] how|what|the_way|like it_is|i|it done|like|wanted|meant|should_be|\
        want_it|want|had_in_mind|imagined|supposed_to_be|have_done_it|asked_for|it_should_look|like_it [it] [to_be|done|like_that]
    nicely|well|beautifully|neatly|smoothly|perfectly|expertly|brilliantly|skilfully|cleanly|elegantly|cleverly|gently done|placed|\
        handled|caught|poured|put|managed|executed|spotted|moved|picked|saved|carried|played|parked|turned|recovered [robot|there|mate|\
        indeed|this_time|again|i_must_say]
    i|we am|are|was [really|very|so|quite|totally|absolutely] impressed|pleased|happy|proud|delighted|satisfied|thrilled|chuffed|happier \
        [with|of|by|at] [that|it|this|you|the_way_you|how_you|your_work|the_result|what_you_did] [did|do|handled|moved|poured|do_that|\
        did_that|handled_that|are_doing] [that|it|this|at_all]
    i|we [really|do|totally|absolutely|quite] like|love|liked|loved|enjoyed|appreciate|admire|adore it|that|this|the_way_you|how_you|\
        your_work|the_result|what_you_did|your_style [did|do|handled|moved|poured|do_that|did_that|handled_that|are_doing] [that|it|\
        this|at_all]
    you are [really|such|getting|so|a|an|my|the|quite|becoming] [a|an|so|really] star|champ|legend|genius|natural|pro|treasure|gem|hero|\
        angel|lifesaver|marvel|professional|expert|good_at_this|good_at_that|clever|smart|skilled|better_every_day|better_at_this|\
        the_best|my_favourite|hot|a_wizard|wizard|talented|a_quick_learner|helpful|so_helpful|very_helpful
    hats off|top_marks|full_marks|ten_out_of_ten|five_stars|a_plus|gold_star|two_thumbs_up|thumbs_up|high_five|kudos|congratulations|\
        congrats|respect|chapeau|bravo|hurrah|hooray|yay|attaboy|atta_boy|good_on_you|good_for_you|way_to_go|nailed_it|you_nailed_it|\
        nicely_played|bullseye|home_run|hole_in_one|chef_s_kiss|touche|props_to_you [to_you|for_that|robot|there|again]
    couldn t|could|can|would not have|be|ask|do|wish [it|for|been|that|done] [been|done|better|more|any|it] [better|than|myself|done] \
        [than|myself|that|it|better] [that|myself|if_i_tried]
    much|way|a_lot|far better|nicer [than] [that|before|last_time|now|this_time|like_that|already|thanks|the_last_time]
    [now] that is more like it
    [i] [really] like|love|liked|loved the way|how|what [you] [do|did|handled|moved|are_doing|handle|move|put|poured|placed|just_did] \
        [that|it|this]
    what would i|we do without you
    [now] you are [really] getting|got|have the hang|knack of it|this|that
    you are [really] learning|improving|getting_there|coming_along|getting_better|getting_good|a_fast_learner [fast|quickly|at_this|\
        at_it|nicely|well]
    that is the spirit|way|ticket|stuff
    [that_is|it_is|that_was|you_are] not [too|half|so|at_all] bad|shabby
    not [too|half|so|at_all] bad|shabby [at_all|robot]
    good|clever|nice|brave boy|girl|lad|robot
    good|great|nice|lovely|well_done|excellent|perfect|super|brilliant [job|work|going|stuff] [,] keep_it_up|keep_it_going|keep_at_it|\
        keep_going_like_that|carry_on_like_that|keep_doing_that
    keep up the good|great|excellent work
""",
    cost=0.37,
)
g(
    praise("bad"),
    """
    [oh|wow|no|ah|well|hey|ok|there|and] that_was|that_is|that|this_is|it_was|it_is|what_a|such_a|a|how|you_are|you_are_a|you_did_a|\
        that_is_a|that_was_a|what|you_are_doing_a|looks|that_looks|it_looks|that_was_a_bit|that_is_a_bit|this_was|that_went|\
        you_have_done_a|really|just|pretty|a_bit|a_rather|that_was_some [very|really|so|absolutely|just|such|a|quite|pretty|truly|\
        simply|damn|bloody|most|\
        extremely|incredibly|rather|totally|completely|a_bit] <awful> [<work>] [robot|so_far|there|now|this_time|mate|again|already|\
        today|indeed|of_you|from_you|like_that|i_must_say|you_know|as_always|as_usual|at_this]
    <awful> <work> [robot|so_far|there|now|this_time|mate|again|already|today|indeed|of_you]
    [oh|wow|no|ah|well|hey|ok|there|and] you|it|that|this|everything [are|have|is|s|did|do|was|were|handled|managed|done|went|goes|go|\
        worked|placed|put|picked|poured|moved] [just|all|really|doing|done|going|that|this|it|been|performing|handled|quite] [that|this|\
        it|one] [so|very|really|pretty|quite|just|rather|absolutely] <awfully> [robot|so_far|there|now|this_time|today|indeed|again|\
        i_must_say]
    [that|this|it] [was|is|s] not|hardly|far_from|nowhere_near [exactly|really|quite|very|at_all|so|all_that|particularly|your|a|the] \
        best|good|great|nice|well_done|clever|smart|helpful|impressive|finest|what_i_wanted|what_i_had_in_mind|good_enough|\
        how_it_is_done|how_i_wanted_it|how_i_like_it|the_way_to_do_it|skilful|elegant|masterpiece|acceptable|finest_hour|great_job|\
        good_job [work|hour|effort|performance|moment|job|at_all|attempt|try|move|idea] [robot|was_it|is_it|there]
    what a|an [complete|total|absolute|utter|right|real|bloody|terrible|horrible] mess|disaster|shambles|shame|catastrophe|pity|letdown|\
        disappointment|disgrace|failure|waste|joke|nightmare|debacle [you_made|that_was|you_have_made|of_it|of_that|that_is|this_is] \
        [of_it|of_that|there]
    [look_what|you|now_you|oh|well|and] [have|you|really|you_have|completely] made_a|messed|screwed|botched|mucked|cocked|ruined|blew|\
        spoiled|fluffed|bungled|fumbled|goofed|blown|bodged|spoilt|wrecked|muddled|mangled [it|that|this|everything|mess|hash|\
        right_mess] [up|of_it|of_that|again|there|badly]
    i|we am|are|was [really|very|so|quite] not [very|really|so|that|too|at_all|exactly] happy|pleased|impressed|satisfied|amused|\
        thrilled|delighted [with|of|by|at] [that|it|this|you|the_way_you|how_you|your_work|the_result|what_you_did] [did|do|handled|\
        moved|poured|do_that|did_that|handled_that|are_doing] [that|it|this|at_all]
    i|we am|are|was [really|very|so|quite|a_bit|rather] disappointed|unhappy|annoyed|displeased|dissatisfied [with|of|by|at] [that|it|\
        this|you|the_way_you|how_you|your_work|the_result|what_you_did] [did|do|handled|moved|poured|do_that|did_that|handled_that|\
        are_doing] [that|it|this|at_all]
    i|we do|did not [really|quite|particularly] like|love|enjoy|appreciate|fancy it|that|this|the_way_you|how_you|what_you_did [did|do|\
        handled|moved|poured|do_that|did_that|handled_that] [that|it|this|at_all|one_bit]
    i|we [really] hate|hated|dislike|disliked it|that|this|the_way_you|how_you|what_you_did [did|do|handled|moved|poured|do_that|\
        did_that] [that|it|this]
    you|that|it can|could|should|must|need_to|have_to do|be|be_done|improve|have_done|have_been [much|a_lot|it] better|nicer|ashamed \
        [than_that|than_this|next_time|really|on_that]
    [try|do] better than_that|next_time|please
    [it|that] could be|have_been better|nicer [,] [you_know]
    [next_time|please] do better
    tut|tsk|yuck|boo|thumbs_down|for_shame|shame_on_you|bad_robot|naughty|naughty_robot|epic_fail|fail|zero_points|nul_points|no_stars|\
        one_star|ugh_terrible|you_had_one_job|nice_going_idiot [tut|tsk|robot]
    my|a|even_a|even_my grandmother|grandma|granny|child|toddler|five_year_old|blind_man|monkey could|would|can do|have [done] better|\
        that_better|it_better [than_that]
    i|we expected|deserve|thought_you_could|have_seen [do] better [than_that|from_you|of_you]
    you disappoint|disappointed|let_down me|us [there|again]
    you let me|us down [there|again]
""",
    cost=0.385,
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
g(
    _repeat("more"),
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
    _repeat("again"),
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
    _repeat("too_much"),
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
    _repeat("less"),
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
g(
    _repeat("other_way"),
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
g(
    query("activity"),
    """
    what is this|that|all_this supposed|meant|about [to_be|to_do]
    [can|could|would|will|please] [you] tell|show|explain|describe [to] [me|us] what|where [exactly] [you|it|is|are] [are|is] [up_to|\
        doing|trying|working|going_on|happening|busy|currently|attempting|about|at|on|doing_there|doing_now|working_on|trying_to_do] \
        [to|on|with|of|do|there|now|right_now]
    [and|so|but|hey|now] what on_earth|the_hell|the_heck|exactly are|is you|it|the_robot|that doing|up_to|trying|playing|at|on|after|\
        attempting|working|about [to|at|on|there|now|right_now|with_that|with_it|do|achieve]
    what are you [even|actually|currently] trying|attempting [to] [do|achieve|accomplish] [there|here|with_that]
    give|show me a|your|the [brief|short|quick|current] status|report|update|progress [report|update] [please]
    [what|how] is the|your status|progress|state_of_play|situation|current_step [now|please]
    which|what step|stage|part|task [are|is|of] [you|it|this|we|the_plan] [at|on|in|doing|are_you_on|working_on|now|are_we_at|is_this] \
        [now|right_now|currently]
    are you doing|moving|working|pouring|looking anything|something|now|for_something|or_what [now|right_now|there]
""",
    cost=0.36,
)
g(
    query("holding"),
    """
    what|which {np:kind} is|are that|it|this|those|these [that] [you|you_are|you_have] holding|have|carrying|got|have_got|gripping|\
        picked_up|grabbed|in_your_hand [there|now|in_your_hand|up]
    what|which [one|thing|of_them] is|are that|it|this|those [that] [you|you_are|you_have] holding|have|carrying|got|have_got|gripping|\
        picked_up|grabbed|in_your_hand [there|now|in_your_hand|up]
    what is|s [that] between|in|inside your fingers|jaws|claws|hand|gripper|grip|grasp [now|there]
    are you [still|already|really|even|actually] holding|carrying|gripping [on_to|onto] [it|that|anything|something|{np}] [still|\
        already|there|now]
    have you [still|already|really|even|actually] got|picked|grabbed|caught [hold_of|a_hold_of|up] [it|that|anything|something|{np}] \
        [up] [yet|now]
    what is|s that you are|have holding|got|carrying|gripping [there]
    which {np:kind} have|are you [just] got|holding|picked|grabbed|carrying|gripping [up] [there|now]
    is it|that|{np} [still|already|really|safely] in your hand|gripper|grip|fingers|grasp
""",
    cost=0.345,
)
g(
    query("reason"),
    """
    [but|and|so|hey|well|wait|robot|hm|uh|um] why|how_come|what_for|for_what_reason|what_is_the_reason|wherefore|for_what [so|not|that|\
        this|there|now|like_that|the|then|on_earth|is_that|not_the_other_one|that_one|is_this] [slow|slowly|fast|quick|long|high|low|\
        far|close|much|hesitation|delay|wait|careful|detour|way|one|tight]
    what made|makes you do|stop|take|think|pick|choose|turn|go|say|move|wait {any}
    what [is|was|s] [your|the] reason|motive|rationale|logic|explanation|thinking [for|of|behind] [that|this|it|{any}]
    [is_there|do_you_have|have_you_got|was_there] [a|any] [particular] reason [for|why|you] [that|this|it|{any}]
    what [is|s|seems] [to_be] [the|your] hold_up|holdup|problem|trouble|issue|matter|difficulty|obstacle [here|there|now|with_that|robot]
    what|who is holding|stopping|keeping|blocking|slowing you [up|back|down|from_moving]
""",
    cost=0.345,
)
g(
    query("plan"),
    """
    [and] then [what]
    [and|so|ok] after|following this|that [one] [what|,] [what|what_is_next|what_then|what_comes|comes_what]
    [can|could|would] you tell|show|explain|give me|us your|the [rest_of_the|next|whole|current|overall|remaining|upcoming] plan|plans|\
        step|steps|intention|intentions|schedule [please]
    [and|so|ok|right|then|but] what do|will|are|would you [plan|intend|want|going|do|be_doing|be] [to] [do|doing] next|after|afterwards|\
        then [this|that|it]
    [and|so|ok|right|then|but] what comes|happens|is next|after|then|afterwards|later [this|that|it]
    what is left|remaining|outstanding|up_next|on_the_list|on_the_agenda|coming_up|coming_next|the_next_thing|your_next_move|\
        the_next_step [to_do|to_be_done|after_this|after_that|now]
    where|what are you|will_you taking|going|moving|bringing|carrying|heading|driving|putting|to_put|put|take|bring|going_to_put|\
        planning_to_put|off_to [with|to] [it|that|this|{np}] [next|to|now|with|then]
    what happens|comes|is|follows after|once|when|next [this|that|it|you|we] [is_done|are_done|is_finished|have_finished|is_over|finish|\
        have_done_that]
""",
    cost=0.36,
)
g(
    query("time"),
    """
    [and|so|about|roughly|any_idea|do_you_know] how|any_idea_how much longer|long|much_time|many_minutes|many_seconds|much_more_time|\
        soon|long_still [now|still|more|yet|to_go|until|till|before|will|is|does|do|are|for|left|remaining|will_it_be|will_that_be|\
        will_this_be|will_you_be] [{any}]
    when|what_time|how_soon|by_when will|do|does|is|are|can|would|should you|this|that|it|the_task|the_job|we|i be|finish|get|have|\
        expect|done|over|end|ready|finished|complete|going_to|likely|through|there [{any}]
    [are|will|is] [you|it|this|we] [be] nearly|almost|about|soon|going_to_be|close_to done|finished|there|ready|through|over|being_done|\
        complete|long|much_longer [yet|now|with_it|with_that]
    will|is|does|do [it|this|that|you] [going_to|be|take|need] [take|be|much|need] [very|much|a] long|longer|much_longer|a_while|all_day \
        [now|still|more|time|left|to_go]
    what is the [estimated|remaining|expected] time|eta|duration [left|remaining|of_arrival]
    time left|remaining|to_go|estimate
    how far along|through are you
""",
    cost=0.345,
)
g(
    _aside,
    """
    it is about time
    [this|that] is urgent
    just so you know
    between you and me
    if i may|might say|ask|add [so]
    as far as i|we can see|tell|know
    i am watching you
    can|could we|i [please] have|get|do|see|make|try|go
    can|could|would you try|manage|do|make|be [to|it|that]
    let us have|see|get|try|do|make|go|say|keep|stay
    i need you to
    i am going to need you to
    you want|need|have|ought|might_want|may_want|will_want|will_need to
    you are going to have|need|want to
    it is best|better|safer|wiser|easier to|if_you
    it would be best|better|safer|wiser|easier|nice|kind|good|lovely|great|helpful|super to|if_you [could|would]
    would|could|might it be possible|better|nicer|ok to|for_you_to|if_you
    i would be grateful|happy|happier|glad|pleased|obliged if you [would|could]
    i was hoping|thinking|wondering|going_to_say [that] [you] [could|might|would|should]
    [may|could|can|might] i suggest|ask|request|propose|recommend [that] [you] [to]
    i suggest|propose|recommend|request|beg|vote|say|insist|urge|advise [that] [you] [to]
    my suggestion|advice|request is|would_be [to]
    try and
    see if you can
    see to it that [you]
    feel free to
    do not hesitate to
    there is|i_have|just|only one|a small|little|quick|minor thing|correction|change|adjustment|request|detail
    quick|small|one|tiny|little correction|thing|change|adjustment|request|question|note|remark
    one more thing
    my|good|dear|old|clever|little|silly|sweet friend|boy|lad|fellow|chap|robot|machine|man|pal|thing|helper
    boss|chief|captain|sir|madam|mister|sunshine|champ|sport|sonny|bro|bud|robbie|robo|love|hon|fella|matey|guv|governor|chap|lad|amigo|\
        chum|r2|friend|bot
    thanks|thank_you|cheers|ta|please|pls|plz|kindly in_advance|mate|love|robot|dear|very_much|so_much|kindly|pretty_please
    pretty please
    by the looks of it
    for crying out loud
    for the love of god
    good grief|lord|heavens|god|gracious|golly
    oh for goodness|heaven|pete|god s|sake [sake]
    dear me|lord|god
    mother of god
    blast|bother|drat|darn|dang|oops|whoops|hm|hmm|huh|mm|mmm|tsk|ugh|phew|hey|yo|oi|ahem|psst|listen|ooh|oo|ehh|eh|yikes|yo
    what i meant|mean|want|am_saying|wanted_to_say|am_trying_to_say is|was [that|,]
    the point|idea|trick|problem|trouble|issue is [that|to|,]
    is what i mean|meant|want|am_saying|said|wanted_to_say
    that is all [i_am_saying|i_ask|i_want|i_meant|for_now]
    if you know|see what i mean
    you know what i mean
    you get|see the idea|point|what_i_mean
    so to speak|say
    as it were
    in other words
    more or less
    at your leisure|convenience
    when you get|have a|the chance|moment|minute
    when you can|are_ready
    as best you can
    this minute|second|instant
    from there|here [on]
    in the meantime
    all right|good [then|now|so]
    now now
    so there
    how hard can it be
    is that clear|understood|possible|ok
    ok|right|alright|yeah|yes|no|please|thanks question|mark
    full stop
    period
    exclamation mark
    comma
""",
    cost=0.29,
)
