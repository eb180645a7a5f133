"""Speed, as it is hinted at: `we'll be here all day`, `this isn't a race`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Maker, Match, Part
from heedful.agents.corrections.pacing import rate

CLASSES |= {
    "slower": "slower|more_slowly|less_fast|less_quickly|slowly|less_speed|less_quick|less_rapidly|less_hastily|less_hurriedly|"
    "a_slower_pace|a_slower_speed|"
    "at_a_slower_pace|at_a_slower_speed|at_a_lower_speed|at_a_gentler_pace|at_a_calmer_pace|at_a_reduced_speed|at_a_more_leisurely_pace|"
    "unhurriedly|"
    "at_an_easier_pace|in_slow_motion|more_leisurely|at_low_speed|at_walking_pace|at_a_leisurely_pace|with_less_speed|more_calmly|"
    "less_hectic|less_rushed|"
    "less_in_a_rush|at_a_relaxed_pace|at_a_slow_pace|at_slow_speed|at_a_slow_speed|at_a_comfortable_pace|at_a_steady_pace|"
    "at_a_sensible_pace|at_a_moderate_pace",
    "faster": "faster|quicker|more_quickly|speedier|more_speed|more_rapidly|swifter|less_slow|less_slowly|a_faster_pace|a_faster_speed|"
    "at_a_faster_pace|"
    "at_a_faster_speed|at_a_higher_speed|at_a_brisker_pace|at_high_speed|more_briskly|more_swiftly|brisker|snappier|zippier|"
    "with_more_speed|at_a_higher_pace|"
    "at_a_quicker_pace|less_sluggishly|less_leisurely|livelier|more_speedily|at_speed|at_pace",
    "going": "going|moving|driving|working|pouring|wiping|pushing|turning|swinging|running|travelling|carrying_it|doing_it|doing_this|"
    "doing_that|taking_it|coming|"
    "approaching|descending|lifting|racing|speeding|charging|rushing|flying|zooming|whizzing|hurtling|tearing|coming_down|coming_in|"
    "being|spinning|"
    "lowering_it|lowering|setting_it_down|handling_it|handling_that|bringing_it|proceeding|operating",
    "can": "can|could|would|will|may|might|should|must|need_to|have_to|ought_to|had_better|better|can_also|could_also|can_certainly|"
    "could_perhaps|could_maybe|are_allowed_to|"
    "should_really|really_should|want_to|might_want_to|are_free_to|should_maybe|can_safely",
}  # fmt: skip
_FAR = frozenset({"much", "lot", "lots", "way", "considerably", "massively", "far", "loads", "heaps", "drastically", "significantly"})


def _pace(factor: str) -> Maker:
    def made(m: Match) -> Part:
        words = m.said.split()
        far = bool(_FAR & set(words)) and not {"too", "so", "not", "no", "that", "any"} & set(words)
        much = far or (m.amount is not None and m.amount.value == "lot" and "too" not in words)
        return rate(f"much_{factor}" if much else factor)

    return made


g = GRAMMAR.add
g(
    _pace("slower"),
    """
    [can|could|would|will|may|might|let_us|let] [you|we|i|us] [please|just|maybe|all] have|go|do|take|make|get|move|see|try|keep|drive|\
        bring|run|work|turn|pour|put|play|like [it|that|\
        this|things|everything|the_arm] [down] [a_bit|a_little|a_lot|a_touch|a_tad|much|way|even|somewhat|considerably|far] <slower>
    i|we [would] [like|want|need|prefer|appreciate|love|rather|wish|would] [if] [you|it|that|this|to_have_it|to_see_it|to_have_that] \
        [to] [be|go|do|went|went_about|moved|move|were|was|did|\
        went_at|work|worked|drive|drove] [it|this|that|things] [a_bit|a_little|a_lot|a_touch|a_tad|much|way|even|somewhat] <slower>
    it|this|that would|might be|feel better|safer|nicer|good|great|nice|best [to|if_you|if_it] [do|go|went|move|moved|take|did|work|\
        drive|was|were] [it|this|that] <slower>
    you|it|that|this|we|the_arm <can> [also|just|please|really|maybe] [be|go|do|take|move|make|get|drive|work|proceed|run|try] [it|this|\
        that|things] [a_bit|a_little|a_lot|a_touch|a_tad|much|way|somewhat] <slower>
    that|this|your|the|such_a|such speed|pace|tempo|velocity|haste|rush|hurry is|are|s|looks|seems|feels [just|really|a_bit|a_little|\
        rather|way|far|much|still] too|not much|high|fast|great|\
        excessive|dangerous|scary|crazy|insane|risky|ok|safe|good|necessary|mad [for_me|for_that|here]
    that|this|your|the|such_a|such speed|pace|tempo|velocity|haste|rush|hurry is|are|s|looks|seems|feels [just|really|a_bit|rather] \
        excessive|dangerous|scary|frightening|crazy|insane|risky|mad|unnecessary|high
    [you|it|that|this|we] [is|are|was|were|s] [<still>] [going|moving] [much|way|far|a_bit|a_little|rather|really] too fast|quick|\
        quickly|hasty|speedy|swift|rapid|rushed|hectic|hurried|frantic|brisk [for_me|for_my_liking|\
        for_comfort|for_that|for_this|here|now|with_that]
    you|it|that|this|we is|are|was|were|s [<still>] [much|way|far|a_bit|a_little|rather|really|very|pretty|quite|so|awfully] fast|quick|\
        quickly|hasty|rushed|hectic|hurried|frantic [for_me|for_my_liking|for_comfort|here|now|there]
    you|it|that|this|the_arm [is|are|was] <going> [it] [<still>] [much|way|far|a_bit|a_little|rather|really|awfully|terribly|very|\
        pretty|quite|so] [too] fast|quick|quickly|hasty|hastily|rapidly|wildly|hectic|frantically [for_me|here|\
        for_my_liking|for_comfort|now]
    <dont> race|speed|rush|hurry|hasten|sprint|dash|zoom|whizz|fly|charge|storm|tear|bolt|hurtle|swing_it_around|whip_it_around|\
        fling_it_around [about|around|along|off|like_that|like_a_madman|through_it|so_much|it|ahead|things|me]
    <dont> be in such|so|that|a|such_a|so_much [a|of_a] rush|hurry
    [this|it|that] is|are not a [car|boat|horse|running|sack] race|rally|racetrack|race_track|competition|sprint|contest|formula_one|\
        grand_prix|speedway|emergency
    we are|have|got not|no in a rush|hurry
    we are not in|running a|late rush|hurry
    we have|got all|plenty|loads|lots|enough|ages [of] [the] time|day|afternoon|morning
    we are not late
    [there] [is|s] [really|absolutely] no|not [such|any|a|that|so_much] [great] need|rush|hurry|reason|point|cause|call|urgency|pressure \
        to|in|for|at rush|hurry|race|speed|go_so_fast|rushing|hurrying|racing|speeding|all|be_so_fast|be_so_quick|go_that_fast|\
        such_haste|such_speed|haste|be_hasty
    [there] [is|s] [really|absolutely] no|not [such|any|a|that|so_much] [great] rush|hurry|haste|urgency|time_pressure|pressure
    no need|reason|point|call|cause to|for|in rush|hurry|race|speed|rushing|hurrying|haste|speeding|go_so_fast|be_so_quick|be_so_fast|\
        such_haste|such_speed
    what is|s the|all|your|with|this [big|great|all_the|this] rush|hurry|haste|racing|rushing|speed
    why [are_you|do_you|are_we] [always] rushing|hurrying|racing|in_such_a_hurry|in_such_a_rush|in_a_hurry|in_a_rush
    [you] take|have|got [all|your|as_much|plenty_of|a_bit_of|some|a_bit_more] [own|sweet|good] [the] time [there|with_it|with_that|\
        on_it|about_it|you_need|you_want|please]
    [i|we|people|somebody|she|he] can not|hardly|barely follow|keep_up|watch|look|see [you|it|that|what_you_do|with_you|anything|\
        what_you_are_doing] [at_that_speed|that_fast|so_fast|like_that|at_this_speed|at_this_pace]
    [at] that|this speed|pace you|it [will|are_going_to|might|could] break|spill|drop|hit|crash|lose|fall|tip [it|something|over]
    take|bring|turn|dial|tone|wind|scale|cut [it|things|that] [the|your] speed|pace|tempo|throttle|velocity back|down|off [<slower>|\
        please|a_notch|a_gear|a_bit|a_little|a_peg|some|a_few_notches]
    take|dial|throttle|wind it|things back|down a_notch|a_gear|a_peg|some|a_few_notches
    [take|shift|change|go] [it|things] down a|one|another|some|two gear|notch|peg|notches|gears|step
    throttle|brake|rein|calm|cool|simmer|settle|gear|power [it|things|yourself] down|back|off|in [a_bit|a_little|on_the_speed|\
        on_the_gas|on_the_throttle|on_the_accelerator|there]
    ease|let off|up|back on_the_speed|on_the_gas|on_the_throttle|on_the_accelerator|on_the_pace
    put|hit|apply|touch|use|step_on|tap|ease_on [on] the|your brake|brakes [a_bit|a_little|please|gently]
    less haste|speed|rush|hurry|hectic|gas|throttle|tempo|pace
    [a] slower|gentler|calmer|lower|slow|gentle|calm|moderate|leisurely|relaxed|more_relaxed|steady|more_leisurely|reduced speed|pace|\
        tempo|movement|movements|motion [please|would_be_better|would_be_good]
    [go|move|do_it|drive|take_it|proceed] [nice_and|nice|really|a_bit|a_little] slow|slowly|unhurried|slow_and_steady|unhurriedly|\
        leisurely|smooth_and_slow|easy_does_it|bit_by_bit|inch_by_inch [please|there|now|with_that|with_it|on_that]
    go|take_it|nice_and|proceed|take_things steady|calmly|easy [please|there|now|with_that|with_it|robot|on_that|tiger|boy|mate]
    slow|slowly but_surely|and_steady|and_easy|and_careful|and_carefully|does_it|now|please|is_good|wins_the_race|is_better
    slow|slowing <it>|things|your_speed|your_pace|your_movements|your_motion [right|way] down [a_bit|a_little|a_lot|please]
    steady|easy [on|now|there|as_she_goes|does_it|boy|girl|tiger|cowboy|mate|robot|please|on_the_speed]
    like a snail|tortoise|turtle|sloth|grandmother
    gently does_it|now|with_the_speed
    you will|are|re [going_to|gonna] give me a|get a heart_attack|speeding_ticket|ticket|fright
    you [are] make|making me|us nervous|dizzy|anxious|seasick [when_you|with_that|going|with_this] [go|move|that|speed|so|fast|pace] \
        [fast|speed|so_fast|quickly]
    slow motion|mo [please]
    with less|a_bit_less speed|haste|hurry|tempo|force_and_speed
""",
    cost=0.41,
)
g(
    _pace("faster"),
    """
    [can|could|would|will|may|might|let_us|let] [you|we|i|us] [please|just|maybe|all] have|go|do|take|make|get|move|see|try|keep|drive|\
        bring|run|work|turn|pour|put|play|like [it|that|\
        this|things|everything|the_arm] [up] [a_bit|a_little|a_lot|a_touch|a_tad|much|way|even|somewhat|considerably|far|any] <faster>
    i|we [would] [like|want|need|prefer|appreciate|love|rather|wish|would] [if] [you|it|that|this|to_have_it|to_see_it|to_have_that] \
        [to] [be|go|do|went|went_about|moved|move|were|was|did|\
        went_at|work|worked|drive|drove] [it|this|that|things] [a_bit|a_little|a_lot|a_touch|a_tad|much|way|even|somewhat] <faster>
    you|it|that|this|we|the_arm <can> [also|just|please|really|maybe|easily] [be|go|do|take|move|make|get|drive|work|proceed|run|try] \
        [it|this|that|things] [a_bit|a_little|a_lot|a_touch|a_tad|much|way|somewhat] <faster>
    [you|it|that|this|we] [is|are|was|were|s] [<still>] [going|moving] [much|way|far|a_bit|a_little|rather|really] too slow|slowly|\
        sluggish|leisurely [for_me|for_my_liking|for_that|for_this|here|now|\
        with_that]
    you|it|that|this|the_arm is|are|was [<going>] [it] [<still>] [much|way|far|a_bit|a_little|rather|really|awfully|terribly|very|\
        pretty|quite|so|incredibly|painfully] [too] slow|slowly|sluggishly|leisurely [for_me|here|\
        for_my_liking|now]
    that|this|your|the|such_a|such speed|pace|tempo|velocity is|are|s|looks|seems|feels [just|really|a_bit|a_little|rather|way|far|much|\
        still] [too] slow|low|sluggish|boring|painful|glacial [for_me|for_that|here]
    [at] that|this|the_current|your|the_present speed|rate|pace|tempo [we|it|you|i|this] [will|are_going_to|are|would|is_going_to|\
        is_gonna|are_gonna] [never|be|take|need|still_be|be_done|finish|get_done] {any}
    we|i will|would|are_going_to|are_gonna [never|still|all|just] be|get|finish|sit|stand|wait [here|there|done|finished|at_it|\
        sitting_here|standing_here|waiting] all|until|till|for|by day|night|christmas|midnight|tomorrow|next|hours|ages|morning|easter|\
        dinner|doomsday|the_cows_come_home|ever [week|year|at_this_rate|at_that_rate|like_this|like_that|at_this_pace|at_this_speed]
    [this|that|it|you] [is|are|s] take|takes|taking|took [me|us|you] [way|much|far|a_bit|rather|absolutely|just] [too|so|very|awfully|a|\
        quite_a] long|forever|ages|all_day|an_eternity|hours|eternity|long_time|while|years|all_night|an_age|quite_some_time|\
        the_whole_day|your_sweet_time] [for_this|with_it|with_that|about_it|now|here]
    i|we [have|do|has] not [have|got|exactly_got] [all|the_whole|much|any|until|forever|ages|eternity|that_much|so_much] day|night|week|\
        afternoon|morning|time|tomorrow|forever|ages [you_know|for_this|here|left]
    i|we|i_am|we_are|it_is|time_is [am|are|is] [have|a_bit|running|getting|pressed|short|in|kind_of|kinda|in_quite] late|rush|a_rush|\
        a_hurry|a_bit_of_a_hurry|a_bit_of_a_rush|short_of_time|short_on_time|pressed_for_time|for_time|out_of_time|of_time|on_time|\
        behind_schedule|waiting|bored|impatient|a_train_to_catch|a_deadline|a_bus_to_catch|to_go_soon|to_leave_soon [here|you_know|now]
    my|a|even_a|even_my grandmother|grandma|granny|gran|snail|tortoise|turtle|sloth is|would_be|goes|moves|would|could [be] [do|go|\
        moving] faster|quicker [than_you|than_that|than_this]
    slow as a|like a|you_are_a|slower_than_a|you_are_like_a|as_slow_as_a|at_a snail|tortoise|turtle|sloth [today|robot]
    are you asleep|sleeping|falling_asleep|dreaming|half_asleep|sleepy [there|robot|or_what]
    [i_am|we_are] falling|fell|dozing asleep|off [here|already|waiting]
    wake up [robot|there|please]
    [do|just|please] get|put|step|make|give|look|shake|pull|stir|crack|snap|kick|crank|ramp|pump|rev|gun|amp [it|things|that|a|some|\
        yourself|your|more|the|this|us] \
        a_move_on|cracking|snappy|lively|sharp|on_it|gas|welly|beans|stumps|some_gas|some_speed|a_spurt_on|a_leg|your_finger_out|it_on|\
        the_pace|pace|speed|the_speed|the_tempo|tempo|a_gear|\
        your_skates_on|into_gear|gear|wiggle_on|the_gas|skates_on|throttle|in_gear|going_a_bit|up_the_pace|up_a_gear|up_the_speed \
        [please|a_bit|a_little|a_notch|will_you|would_you|there|robot|now]
    pronto|asap|rapido|snappy|vamos|schnell|quick_quick|tempo_tempo|hurry_hurry|faster_faster|schneller|vite|presto [please|now]
    <dont> [you] dawdle|dally|dilly_dally|crawl|creep|linger|loiter|dither|trundle|waste_time|waste_my_time|take_all_day|take_so_long|\
        take_forever|hang_about|hang_around|fall_asleep|sleep|hesitate|tarry|drag_your_feet|be_shy|\
        take_too_long|be_so_timid|be_so_cautious|hold_back [like_that|around|there|so_much|now]
    no|you_do_not_have_to|you_do_not_need_to|you_need_not|no_need_to|there_is_no_need_to [need|reason|point] [to|in|for] [be|go|move|\
        do_it|do_this|take_it] so|that|this|quite_so|as slow|slowly|careful|carefully|cautious|cautiously|timid|sluggish \
        [like_that|here|about_it|with_it]
    no|you_do_not_have_to|you_do_not_need_to|you_need_not|no_need_to|there_is_no_need_to [need|reason|point] [to|in|for] crawl|creep|\
        dawdle|crawling|creeping|dawdling [like_that|here|so|along]
    no time to waste|lose|spare
    time|the_clock is [a] ticking|wasting|running|pressing|money|short|running_out
    [a] faster|higher|brisker|quicker|brisk|quick|fast|speedier|swift|livelier|more_lively speed|pace|tempo|movement|movements|motion \
        [please|would_be_better|would_be_good]
    [any|a_bit|a_little|somewhat|slightly|much|way|a_lot] <faster> [than_that|now|if_you_can|mate|please|there|robot|would_be_nice|\
        would_be_good|would_be_great|would_not_hurt|would_be_better|is_possible|is_fine|for_me]
    quicken|hasten|accelerate|expedite|raise|increase|up|pick_up|step_up|push_up|boost|crank_up|turn_up|bring_up|put_up [the|your|this|\
        that] pace|speed|tempo|rate|velocity|throttle [up|a_bit|a_little|a_lot|please|a_notch]
    quicken|hasten|accelerate|expedite [it|things|up|a_bit|a_little|please]
    hustle|hurry|speed|pep|crank|step|ginger|gee|buck it|along|on|things|yourself [up|along|on] [please|now|a_bit|will_you|a_little|\
        there|robot|then]
    hustle
    move it along|now|then
    get it|things moving|going
    move|get a bit|little quicker|faster
    today|this_century|this_year|some_time_today|sometime_today|before_christmas would_be [nice|good|great|lovely]
    any day|time|year now
    [you|it|we|that] could|can do|be|use|stand|do_with|handle|go [that|it|this|with] [with] [a_bit|a_little|some|a|more|much|a_lot] \
        [more] speed|pace|haste|faster|quicker|urgency|tempo|acceleration
    a bit of|more|some speed|haste|urgency|tempo|pace|acceleration [please|would_be_nice|would_not_hurt]
    spit spot|hop hop|hup hup|quick sticks|mush mush|giddy up|giddyup|let_s_go_let_s_go|go_go_go|move_move_move|come_on_come_on [please]
    with more|a_bit_more speed|haste|urgency|tempo|gusto|vigour
    you are|move|drive|work|go|moving|going|driving [along] like|at a snail|tortoise|sloth|snail_s_pace|grandma|sleepy_snail|slug
    you [are] crawling|creeping|dawdling|dragging_your_feet|lagging|trundling|sleepwalking|dragging [along|behind]
""",
    cost=0.42,
)
g(
    lambda m: rate("normal"),
    """
    [now|ok|you_can|you_may|go|please|and] [now|go|return|come|get|switch|change|set|bring|put] [it|things|the_speed] [back|again|over] \
        [to|at|into|with] [the|your|its|a] old|usual|normal|regular|standard|default|original|ordinary|previous|former|\
        everyday|nominal|initial speed|pace|tempo|rate|velocity [again|please|now|you_had|you_were_at]
    [now|ok|you_can|you_may|go|please|and] [go|move|work|drive|run|carry_on|continue|proceed] as|at fast|quick|the_speed|the_pace|\
        quickly|the_same_speed|the_same_pace [as] before|normal|usual|always|normally|you_had_before|you_had|you_did_before|\
        you_normally_do|you_usually_do|you_were_before|earlier|you_started|at_the_start
    [now|ok|you_can|you_may|please|and] [now] go|move|work|drive|run|carry_on|continue [back|again] [at] normally|as_normal|regularly|\
        regular|at_normal_speed_again [again|now]
    back to normal|usual|regular [now|again|then|please|speed]
    restore|resume|reset|use|take|return_to|go_back_to|come_back_to the|your|to [old|usual|normal|regular|standard|default|original|\
        ordinary|previous|former] speed|pace|tempo
    speed|pace|tempo [back|as] [to] normal|usual|before|standard|default [again]
    neither fast nor slow
    not slow|fast any_more|anymore|any_longer just|simply|but normal|normally
""",
    cost=0.37,
)
g(
    lambda m: rate("much_slower"),
    """
    [go|move|drive|work|be|take_it] very|really|extremely|super|ever_so|incredibly|awfully|terribly|exceedingly|ultra|so|dead very|\
        really|slow|slowly [please|now|there|here]
    [go|move|do_it|drive] as slow|slowly|gently_and_slowly as [you|possible|humanly] [can|possible|possibly|are_able] [manage|possibly|can]
    [slow|bring|take|cut] [it] [right|way] down|to [to] a|the crawl|minimum|snail_s_pace|walking_pace|absolute_minimum
    [at] minimum|lowest|the_lowest|the_slowest|slowest|the_minimum speed|pace|setting|possible_speed|tempo
    way|much|far|miles|a_lot [way|much|far] too fast|quick|quickly|hasty [for_me|here|there]
""",
    cost=0.36,
)
g(
    lambda m: rate("much_faster"),
    """
    [go|move|do_it|drive|run|work] as fast|quick|quickly as [you|possible|humanly|the_motors] [can|possible|possibly|are_able|allow|\
        could] [manage|possibly|can|go]
    [at|with|give_it|go|use] full|top|maximum|max|the_highest|highest|the_maximum|the_top|your_top|your_maximum|the_fastest|your_full \
        speed|pace|throttle|tilt|gas|pelt|steam|blast|setting|tempo [ahead|now|please]
    [give_it|with] everything|all you [have|have_got|got]
    way|much|far|miles|a_lot [way|much|far] too slow|slowly|sluggish [for_me|here|there]
    pedal to the metal
    put the hammer|pedal down
    let it rip
    step on it hard|properly
    like lightning|the_wind|a_bullet|a_rocket|the_clappers|a_flash|mad
""",
    cost=0.36,
)
