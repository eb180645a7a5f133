"""Praise and blame: `well done`, `that was a mess`, `I am impressed`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Maker, Part

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


def praise(value: str) -> Maker:
    return lambda m: Part("praise", {"value": value})


g = GRAMMAR.add
g(
    praise("good"),
    """
    [that_was|that_is|that|this_is|you_did|it_was|it_is|you_are|what_a|such_a|doing|you_have_done|looks|that_looks|you_are_doing|\
        that_went|what|really|very|a|so|how] [very|really|so|absolutely|just|such|a|quite|pretty] good_job|well_done|nice_work|\
        great_job|good_work|great_work|nice_one|good_one|bravo|excellent|perfectly_done|perfect|brilliant|wonderful|fantastic|\
        amazing|awesome|beautiful|great|lovely|superb|impressive|splendid|marvellous|marvelous|neat|nicely_done|beautifully_done|\
        good_robot|clever|top|first_class|spot_on|terrific|outstanding|way_to_go|good_going|great_going|good_boy|good_girl|i_like_it|\
        i_love_it|like_it|love_it|fabulous|nice_job|excellent_work|excellent_job|super|tidy_work|very_nice|very_good|great_stuff|\
        good_stuff|magnificent|grand|nice_and_smooth|smooth|clever_robot|a_fine_job|a_good_job|a_great_job|well_handled|\
        expertly_done|good_thinking|nicely|nice|good|cool|really_good|really_nice|fine|much_better|better|beautifully|great_effort|\
        top_notch|good_catch|nice_catch|solid_work|a_star|you_are_a_star|hooray|hurray|yay|wow|keep_up_the_good_work|\
        keep_it_up_like_that|exactly_what_i_wanted|just_what_i_wanted|what_i_wanted|how_i_like_it|well|perfectly|masterful|so_good|\
        professional|a_pleasure|great_move|great_catch|lovely_job|lovely_work|brilliant_job|brilliant_work|good_show|thumbs_up|\
        ten_out_of_ten|smashing [job|work|thank_you|thanks|indeed|robot|so_far|done|there|now|stuff|this_time|mate|move|again|\
        already|today]
    you did well|great|good|it|that_well|that_nicely|a_great_job|a_good_job|very_well|fine|that_perfectly|that_beautifully|\
        brilliantly [there|robot|this_time]
    thank you|thanks [so_much|very_much|a_lot] [that_was|that_is] great|perfect|lovely|good|nice|well_done
    i am [very|really|so] impressed|pleased|happy|proud [with] [you|that|it]
    i [really] like|love [it|that|this|how_you_did_that|how_you_do_that|the_way_you_do_that|what_you_did]
    that worked [well|perfectly|great|nicely|out] [great|well|nicely]
    you are good|great|brilliant|amazing|the_best|getting_better|doing_great|doing_well|a_genius|so_clever|doing_a_great_job|\
        doing_fine|awesome|doing_good [at_this|at_that|at_it|robot|so_far|today]
    couldn t|could not be|have|ask [been] better|done_it_better_myself|for_more
    good|great|nice|lovely|excellent|brilliant|fine|perfect|clean|clever|smooth pour|grip|place|pick|catch|move|push|placement|grasp|\
        moves|aim|stack|wipe|drop|landing|execution|try
    that|it went well|great|smoothly|perfectly|nicely [this_time]
""",
    cost=0.36,
)
g(
    praise("bad"),
    """
    [that_was|that_is|that|this_is|you_did|it_was|it_is|you_are|what_a|what|doing|you_have_done|that_went|it_went|really|very|a|how|\
        such|so|this_was] [very|really|so|absolutely|just|such|a|pretty|quite] rubbish|terrible|awful|bad|bad_job|poor|poor_work|\
        useless|horrible|lousy|poorly_done|badly|badly_done|disappointing|clumsy|sloppy|dreadful|rubbish_work|hopeless|pathetic|\
        not_good|not_good_enough|no_good|crap|appalling|a_disaster|a_mess|mess|poorly|terribly|awfully|not_nice|shit|not_well_done|\
        unacceptable|ridiculous|stupid|a_bad_job|a_poor_job|a_terrible_job|terrible_job|bad_robot|not_great|shoddy|careless|bad_work|\
        worse|the_worst|embarrassing|not_very_good|not_well|nonsense|garbage|a_failure|atrocious|silly|abysmal|dumb|not_right|\
        all_wrong|completely_wrong|totally_wrong|a_shambles|botched|a_bad_idea|weak|disaster|poor_show|not_so_good|disgraceful|\
        miserable|horribly|a_joke [job|work|robot|this_time|at_this|indeed|there|again|effort|attempt|performance|today]
    you did [it|that] badly|poorly|terribly|wrong|a_bad_job|a_terrible_job|that_badly|not_do_well|that_poorly|awfully [there|\
        this_time]
    i do not|did_not like|hate it|that|this [at_all|one_bit]
    i [really] hated|dislike|disliked|hate it|that|this|how_you_did_that
    bad|poor|terrible|awful|lousy pour|grip|place|pick|catch|move|placement|grasp|aim|stack|wipe|drop|landing|execution|try
    you messed|screwed|botched|mucked|cocked [it|that|this] [up]
    that is [just|all|completely] wrong [robot]
    not like that|this
    you can do better [than_that]
    do better
    you are bad|terrible|useless|hopeless|awful|clumsy [at_this|at_that|robot]
    i am not happy|pleased|impressed [with_that|with_you|at_all]
    boo
    thumbs down
    what was that [supposed_to_be]
    it|that was not|no good|great|what_i_wanted
    that|it went badly|wrong|terribly|poorly
    that did not go well
""",
    cost=0.37,
)
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
