"""Praise, yes and no with more to them, and what is said beside a correction without changing it."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Maker, Match, Part
from heedful.agents.corrections.dialogue import PERSON, Dialogue


def praise(value: str) -> Maker:
    return lambda m: Part("praise", {"value": value})


def _confirm(value: bool) -> Maker:
    """Yes or no; `you have already got it` tells how things are."""
    return lambda m: None if {"already", "still"} & set(m.said.split()) else Part("confirm", {"value": value})


def _aside(m: Match) -> Part:
    return Part("aside")


def _people(dialogue: Dialogue) -> str:
    return PERSON


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
    _aside,
    """
    you are scaring|frightening|worrying|driving|making|stressing|startling me|us|the_cat|the_kids [nervous|crazy|mad|anxious]
    that|this|it scares|frightens|worries me
    i am scared|nervous|afraid
    at all costs
    no matter what
    about it|that
    thank you|thanks [so_much|very_much|a_lot|robot|a_bunch]
    thanks|cheers
    i think|guess|suppose|believe|reckon|feel|hope [that]
    you know
    you see
    look
    listen
    robot
    hey [there|robot|you]
    hi|hello [there|robot]
    please
    if you can|could|would|please|like|do_not_mind|want|may [please]
    if [it_is|that_is] possible|ok|necessary
    would|could|can|will|may|might you [please|kindly|just|maybe|possibly|perhaps] [be_so_kind_as_to|mind|try_to|be_able_to|\
        go_ahead_and]
    do|would you mind
    i [would] [really] want|need|like|wish|would_like|ask|prefer|expect|advise|beg [you|for_you] [to|that]
    you should|must|have_to|need_to|ought_to|better|had_better|might_want_to|can|could|may|are_supposed_to|are_to|want_to|should_to|\
        shall|would_better|will_have_to|must_to|got_to|will|gotta|would_have_to|would_do_well_to|might [to|now|just]
    it|that|this should|must|has_to|needs_to|ought_to|had_better|would [be]
    try [to]
    make sure [to|that|you|that_you]
    be sure to
    let us
    let me see
    for god s sake
    for heaven s sake
    for pity s sake
    i say|said|repeat|told_you|am_telling_you|asked
    as i|we said|told_you|say
    like i said
    come on
    right then
    ok then
    now then
    well then
    there you go
    the thing is
    what i want|mean|meant is
    all i want is
    do me a favour|favor [and]
    be so kind [and|as_to]
    be a dear [and]
    go ahead and
    would it be possible to|for_you_to
    is it possible to|for_you_to
    is there any chance you could
    any chance you could
    i was wondering if you could
    i wonder if you could
    could i ask|get you to
    may|can i ask you to
    it would be good|better|nice|great|best|lovely|helpful if you|it|to [could|went|moved|would]
    i would be happier|happy|grateful if you [could|went|would]
    why|can|could|will|would not you|do_you [just|please]
    why do not you [just]
    how about [you]
    what about
    there
    now
    my friend|dear|love|good_robot
    love|dear|darling|honey|pal|sweetheart|sweetie|folks
    for me|us
    ok ok
    my god
    oh dear|god|my_god|lord|man|boy|no
    jesus|christ|damn|hell|shit|crap|bloody|goddamn|fuck|fucking|blimey|gosh|gee|sheesh
    seriously
    honestly
    at once
    right now|away
    straight away
    immediately
    as soon as possible|you_can
    this time
    for now
    at the moment
    from now
    after all
    of course
    this way|direction
    so that
    your attention please
    sir
    in fact
    over|up|down|back there|here
    by the way
    on the way [there]
    while you are at it|moving|doing_it|going
    on your way [there]
    before it is too late
    i am afraid
    let me tell_you
    if i were you
    in my opinion
    to be honest|clear
    ma friend
    your majesty
    it is just that
    it is necessary|needed|required|important|essential|better [to|that|you] [you]
    i would|d say|think|reckon|guess|suggest
    what if you|we|i
    how|what about if you|we
    go|move|drive|pass around|round it
    that|it|this is plenty|lots|loads|good_enough|close_enough|near_enough
    that|it|this|something does not|never look|seem|feel|sound [quite|very|at_all] right|good|ok|straight|correct|well|safe
    that|it|this|something looks|seems|feels|is [a_bit|a_little|slightly|somehow|somewhat] off|odd|funny|weird|strange|dodgy
    almost|nearly|not_quite there [yet] [,] [but|just]
    he he
    ha ha
    lol
    dear robot
    little robot|friend|one
    you silly|stupid|dumb|bloody|old|clever|lovely machine|robot|thing
    you idiot|fool|twit|moron|muppet|donkey|dummy|beauty|legend
""",
    cost=0.28,
)
