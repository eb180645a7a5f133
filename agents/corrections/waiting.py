"""Waiting, going on and giving up, as people say it beside what they are doing meanwhile."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Match, Part
from heedful.agents.corrections.pausing import pause
from heedful.agents.corrections.repeating import going_on
from heedful.agents.corrections.words import listed

CLASSES |= {
    "wait": "wait|one_tick|just_one_moment|just_one_second|just_one_sec|two_ticks|two_secs|hang_fire|hold_on|hang_on|pause|hold_off|"
    "hold_it|not_yet|not_now|just_a_second|just_a_sec|just_a_moment|just_a_minute|"
    "one_moment|one_second|"
    "one_sec|a_moment|a_second|a_sec|a_minute|just_a_tick|a_tick|bear_with_me|stand_by|hold_up|give_me_a_second|give_me_a_minute|"
    "give_me_a_moment|give_me_a_sec|stay_there|stay_put|wait_a_second|wait_a_moment|wait_a_minute|wait_a_sec|hang_on_a_second|"
    "hang_on_a_minute|hang_on_a_sec|hold_on_a_second|hold_on_a_sec|hold_on_a_minute|one_minute|two_seconds|two_minutes|half_a_second|"
    "hold_your_fire|"
    "hold_fire|hold_your_horses|stop_for_a_moment|stop_for_a_second|easy_there|pause_there|pause_it|pause_for_a_moment|hold_still|"
    "just_wait|please_wait|keep_still|stay_like_that|stay_as_you_are|hold_that|do_not_go_on|just_hold_on|just_hang_on|whoa_wait|"
    "give_us_a_second|"
    "give_us_a_moment|give_us_a_minute|hold_that_thought|just_a_mo|hang_about|stay_where_you_are|wait_there|wait_here",
    "busy": "i_am|i_need|i_have|i_want|i_must|i_have_to|i_need_to|i_want_to|i_would_like_to|i_just|i_only|i_will|i_forgot|i_lost|i_dropped|"
    "i_can_not|i_did_not|i_should|i_got|i_might|i_spilled|i_left|i_think_i|i_had_better|i_ought_to|i_want_a|we_need|we_are|we_have|we_must|"
    "we_should|my|our|let_me|let_us|someone|somebody|there_is_someone|there_is_somebody|she|he|they|the_phone|the_doorbell|the_door|"
    "the_bell|"
    "the_postman|the_kettle|the_dog|the_cat|the_baby|the_cable|the_timer|the_alarm|the_kid|the_kids|the_boss|dinner_is|lunch_is|mum|dad|"
    "something|this_is_still|that_is_still|it_is_not_ready|that_is_not_ready|this_is_not_ready",
}  # fmt: skip


def _still(m: Match) -> Part:
    return Part("hold_until")


MORE_OF_IT = listed("keep_going carry_on go_on continue keep_on keep_moving go_further keep_going_please just_keep_going")
"""Wishes to go on that name nothing."""


def _resumed(m: Match) -> Part:
    """`keep going` after a shift is more of that; else it goes on with the task."""
    return going_on(m) if "_".join(m.said.split()) in MORE_OF_IT else Part("resume")


def _first(m: Match) -> Part | None:
    """`let the man pass first`: somebody else goes before the robot does."""
    said = m["any"].split()
    return Part("hold_until") if said[-1:] == ["first"] or said[-2:] in (["by", "first"], ["first", "please"]) else None


g = GRAMMAR.add
g(
    _still,
    """
    <wait> [please|robot|there|now|for_me|a_sec|a_second|a_moment|a_minute|a_bit] [,] [because|as|since|so] <busy> {any}
    <wait> [please|robot|there|now] [,] the|this|that|it|{np:x} is|are|has|have not {any}
    <wait> [please|robot|there|now|for_me] [,] till|until|while|before|unless|as_long_as {any}
    stay|remain|hold|keep|leave_it|keep_it|hold_it|stop|rest|stand|hover [like|as|right|exactly|just] [this|that|it_is|you_are|there|\
        here|still|where] \
        [you_are|it_is] till|until|while {any}
    <donot> move|do|start|begin|continue|go|touch|proceed|carry_on|put_it_down [on|anything|it|that|any_further|yet|just_yet] till|\
        until|while|before|unless {any}
    wait|hold_on|hold|stay|pause|stand_by|hold_off for my [signal|word|mark|go|ok|okay|command|cue|sign|say_so|go_ahead|call]
    [only|just] go|start|move|continue|proceed|go_on [only] when|once|after i|we say|tell|give|am|have|say_so|nod {any}
    [go|start|continue] [only] on my|the mark|signal|word|command|cue|count
    before you go|carry|move|do|continue|proceed|start|put|touch {any} let me {any:what}
    give me|us [a] chance|time|moment|second|minute [to|so_i_can|while_i|until_i] {any}
    let me [just|quickly|first] move|get|put|take|check|clear|clean|grab|fetch|find|fix|finish|answer|have_a_look|look|see|think|sort|\
        tidy|turn|open|\
        close|wipe|pull|make_room|make_space|make_sure {any}
    i am [just] [going_to|gonna|on] [just|quickly] answering|answer|the_phone|taking_a_call|take_this_call|getting_the_door
    while i|we {any} [,] wait|hold_on|stay|pause|hold_still|hang_on [there|here|a_moment|please]
""",
    cost=0.32,
)
g(
    _first,
    """
    let him|her|them|the|this|that|me|us|my|these|somebody|someone|people|everybody|everyone|mum|dad {any}
    i|we [just|quickly] need|have|want|must|got|should|better {any}
""",
    cost=0.33,
)
g(
    pause,
    """
    <donot> do|move|touch|change|start anything|it|yet|that|a_thing|any_more [yet|just_yet|for_now] [for] [just] a|one|another|half_a \
        <while>
    <donot> do|move|touch|change|start anything|a_thing for now|the_moment|the_time_being
    <donot> do|start|touch anything [yet|just_yet]
    stay|remain|hold|keep|leave_it|keep_it|hold_it|rest|just_stay|just_hold|freeze|hover [like|as|just_like] this|that|so|it_is|you_are \
        for now|the_moment|a_bit|a_while|a_moment|a_second|the_time_being|{seconds}
    stay|remain|rest|just_stay|freeze|hover|keep_it|hold_it like|as|just_like this|that|it_is|you_are [please|now|for_now]
    stay|remain|hover|hang|idle|rest|keep [right] there|here|in_place|in_position|put|still|steady|where_you_are|as_you_are|on_the_spot \
        [for] [now|the_moment|\
        a_bit|a_while|a_moment|a_second|the_time_being|{seconds}|please|a_sec|a_tick|a_minute]
    hold|keep the|your|this|that position|pose|place|spot|posture|line [for] [now|a_bit|a_moment|{seconds}|please|there]
    hold|keep|leave it|that|this [right] there|here|like_that|like_this|in_place|steady|still [for] [now|a_bit|a_moment|a_second|a_sec|\
        {seconds}]
    take|have|let_us_take|let_us_have|you_can_take|make a|five|ten [short|quick|little|small|brief|coffee|tea|lunch|tiny] break|\
        breather|rest|pause|minutes|timeout|time_out|intermission [for] [{seconds}|now|please]
    [have|take] [a] rest|breather|pause|break [for] [now|a_bit|a_moment|{seconds}]
    [do_it|just] not|not_just yet|right_now|now|this_second|this_moment|at_the_moment|so_soon [please|robot]
    let us|me wait|pause|hold|stop_for_a_moment|hold_on|hang_on [here|there|for_a_bit|a_bit|a_moment|a_second|for_a_moment|for_a_second|\
        for_now|a_while]
    [i_need_you_to|i_want_you_to|you_should|you_must|you_need_to|you_have_to|better] wait|pause|hold_on|hold_still|stay_put|hang_on|\
        hold_off|stand_by [for] \
        [now|me|us|a_bit|a_moment|a_second|{seconds}|here|there]
    put|keep it|that|this|everything|the_task on hold|ice|pause [for] [now|a_bit|a_moment]
    on hold|pause|standby [please|for_now]
    go|switch in|into|to|on standby|pause|hold|pause_mode|standby_mode [mode]
    suspend|interrupt|halt_for_now|delay|postpone|hold_off_on that|it|this|the_task|the_job|what_you_are_doing|everything|your_work|\
        the_motion|the_movement \
        [for] [now|a_bit|a_moment|{seconds}]
    patience|be_patient [please|for_a_moment|a_moment]
    {seconds} [of] pause|break|rest|standstill|patience|wait|waiting
    [for] {seconds} do_nothing|nothing|stay_still|keep_still|hold_still|wait
    wait|pause|hold_on|hang_on|hold|stay|rest|sleep|stand_by [there|here|still|like_that|like_this|it|in_place|please|for_me|\
        where_you_are] [,] [for] [about|around|like|say|\
        roughly|maybe|some] {seconds} [please|or_so|at_least]
    i|we [just] need a|one|another|half_a|some <while>|breather|time|pause|break [here|to_think|please|first]
    [in|hold_on|wait] just|in|only a|one|half_a|two|a_couple_of|a_few <moment>|seconds|secs|minutes|ticks|shakes|mos [please|there|now|\
        robot|love|dear|darling|mate]
    almost|nearly|not_quite ready|done|finished [,] wait|hold_on|hang_on
    hold|keep everything|all_of_that|what_you_are_doing [right] there|here|for_now|a_moment|for_a_moment|for_a_second
    do_not_rush_off|not_so_fast_there|hold_the_phone|cool_your_jets|keep_your_hair_on|whoa_there_wait|cool_it_a_moment
""",
    cost=0.4,
)
CLASSES |= {
    "resume": "go_on|carry_on|continue|proceed|resume|go_ahead|keep_going|move_on|finish|finish_up|finish_it|finish_that|get_going|"
    "get_going_again|"
    "start_again|restart|move_again|press_on|back_to_work|get_back_to_it|get_back_to_work|pick_up_again|roll_on|keep_on|keep_at_it|"
    "get_on_with_it|get_moving|get_moving_again|start_moving|start_moving_again|go_again|work_on|carry_on_working|go_on_working|"
    "go_on_moving|"
    "unfreeze|wake_up_again|do_your_thing|do_your_job|do_it_now|push_on|soldier_on|crack_on|keep_moving|play_on|onward|move_along|"
    "take_it_away|"
    "pick_it_up_again|take_it_up_again|pick_up_where_you_left|finish_the_rest|finish_off|finish_your_work|finish_the_job|"
    "finish_the_task|finish_what_you_started|"
    "continue_working|continue_moving|carry_on_moving|return_to_work|go_back_to_work|return_to_the_task|go_back_to_it|"
    "go_back_to_the_task|resume_work|"
    "resume_the_task|resume_moving|back_to_it|back_to_the_task|back_to_the_job|back_to_what_you_were_doing|keep_working|carry_it_on|"
    "go_further|go_on_with_it",
}
g(
    _resumed,
    """
    [ok|right|now|so|well|there|good|yes|fine|great|all_right|then] [you|we|robot] [may|can|could|should|shall|must|will|are_free_to|\
        are_allowed_to|are_good_to|are_clear_to|\
        have_permission_to|might|want_to|are_ok_to|are_welcome_to|would|do] [now|just|please|certainly|safely|happily] [feel_free_to] \
        <resume> [then|again|now|please|robot|with_it|\
        with_that|as_before|from_there|as_planned|where_you_left_off|from_where_you_stopped|the_task|your_work|your_job|safely|in_peace|\
        as_usual|what_you_were_doing|\
        from_where_you_left_off|like_before|as_you_were] [now|please|again|then]
    [you|we] [may|can|should|please|now|just] <resume> [with] the|your {verb} [now|again|please]
    [ok|right|now|so|well|there] off|on|here|away we|you go [again|now|then]
    [ok|right|now|so|well|there] [let_us|we_can|lets_us|shall_we|let_s|let] [now] <resume> [then|again|now|please]
    [ok|right|now|so|well|there] i am|have [all|now|just] done|finished|back|ready|off_the_phone|out_of_the_way|clear|through|all_set|\
        good|sorted|good_now|free|ok_now|here_again|moved|\
        out [now|again|here] [,] [you|so] [can|may] [<resume>]
    [ok|right|now] he|she|they|it|that|the_phone|the_way|the_path|everything|all|the_coast|everybody|everyone|the_dog|the_cat|the_man|\
        the_kid|the_child|the_visitor is|are|has|have [all|now|just] gone|\
        away|clear|moved|left|out_of_the_way|safe|ok_now|fine_now|free|out|done|passed|past|sorted|ready|free_now|clear_now|safe_now|\
        hung_up [now|again] [,] [you|so|and] [can|may] <resume>
    never_mind|ignore|forget|disregard|do_not_mind|do_not_worry_about|pay_no_attention_to [me|him|her|them|that|it|us|the_noise|\
        the_phone|what_he_said|what_she_said] [,] [just|and|please] <resume>
    never mind [,] [just|and|please|you_can] <resume>
    i|we did|do|was|had not mean|want|say|tell|ask [to|you|that|it] stop|you_to_stop|that_you_stop|for_you_to_stop|stop_you [,] [just|\
        so|please] [<resume>]
    i did|do not mean you [,] [just|so|please] [<resume>]
    it|that|this was|is a false_alarm|mistake [,] [just|so|please] <resume>
    false alarm
    who|nobody told|said|asked [you] [to|anything_about] stop|stopping|pause|wait [,] [just|so|please] [<resume>]
    no|there_is_no|i_see_no need|reason|cause to|for|in [you_to] stop|stopping|pausing|pause|wait|waiting|halt [now|here|there|at_all] \
        [,] [just|so|please] [<resume>]
    why [on_earth|the_hell] did|have|are|would you stop|stopped|stopping|pause|paused|wait|waiting [there|now|here] , [just|so|please] \
        <resume>
    your turn [again|now]
    over to you [again|now]
    all yours [again|now]
    [it_is|you_are|we_are|everything_is|all_is|all|that_is] [all] safe|clear|good|free|ok|fine|set [to] <resume> [now|again]
    [the] show must go on
    [you_have] [the] green light [again|now]
    [that_is|it_is|that_was|end_of|that_was_the_end_of] the|your break|pause|rest|timeout [is] [over|done|finished]
    break|pause|rest|timeout over|done|finished
    let_us|let_s roll
    [on] with|to the show|task|job|rest|work
    as you were
    release the brakes|brake|pause|hold
    i_have_got|i_got it|that|what_i_needed [now|sorted|done] [,] <resume>
    do not|never|no wait|pause|stop|halt|worry|stopping|waiting [for] [me|us|there|now|on_my_account|because_of_me|here|yet] [,] [just|\
        and|so|please] <resume>
    no|please [no|,] do not stop|pause|halt|wait [now|there|here|yet|please|for_me|on_me] [,] [just] [<resume>]
    [you_are] free|clear|cleared|good|allowed|safe|ok to go|move|continue|proceed|start|work [again|now|on]
    [you|robot] may|can go|move|start|work|proceed|work_on|go_on|run [again|now|once_more|freely|then]
""",
    cost=0.36,
)
CLASSES |= {
    "forget": "cancel|abort|scrap|quit|ditch|terminate|bin|call_off|give_up_on|give_up|kill|discard|forget_about|forget|abandon|end|"
    "stop_with|leave_off|"
    "discontinue|break_off|axe|scrub|delete|stop_doing|drop|lose|skip|leave|shelve|nix|dump|stop|withdraw|revoke|chuck|pull_the_plug_on|"
    "knock_on_the_head|get_rid_of|wrap_up|call_time_on|never_mind_about|cease|dismiss|jettison|can",
    "whole": "the_whole_thing|the_task|the_job|the_whole_task|the_whole_job|the_plan|the_whole_plan|the_operation|the_whole_operation|"
    "the_mission|the_lot|all_of_it|all_of_that|"
    "all_this|all_that|this_task|that_task|this_job|that_job|the_current_task|the_current_job|your_task|your_job|the_request|my_request|"
    "the_order|the_instruction|the_program|"
    "the_whole_idea|that_idea|this_idea|the_idea|the_whole_business|this_whole_thing|that_whole_thing|the_whole_lot|the_run|the_action|"
    "the_procedure|the_attempt|the_exercise|"
    "this_operation|this_action|this_plan|that_plan|the_assignment|the_whole_exercise|the_process|this_process|everything|this_business|"
    "this_nonsense|it_all|that_all|this_all",
}
g(
    lambda m: Part("abort"),
    """
    [just|please|let_us|can_you|could_you|you_can|you_may|i_want_to|i_want_you_to|you_should|better|i_would_like_to|i_would_like_you_to|\
        we_should|i_need_you_to|i_need_to|we_can|\
        we_will|time_to|i_am_going_to|it_is_time_to|you_might_as_well|let_me] <forget> <whole> [please|entirely|completely|altogether|\
        now|then|for_good|instead|for_now|robot|for_today|\
        will_you|would_you|there|right_now|after_all]
    that_is|it_is|the_task_is|the_job_is|the_plan_is|everything_is|all_is|this_is off|cancelled|canceled|void|no_longer_on|\
        off_the_table|moot|scrapped|not_happening [now|then] [,] [forget_it|leave_it|thanks]
    [i|we] [have] changed|change my|our mind|minds|plans [about_that|about_it|on_that|there|,] [forget_it|leave_it|do_not|do_not_bother|\
        cancel]
    [on|upon] second|reflection|further thought|thoughts|consideration [,] [no|let_us|lets_us|just|better|please|i_would_rather_you] \
        [not|leave|leave_it|drop|drop_it|forget|forget_it|do_not|skip|\
        cancel] [do|it|that|leave|bother] [it|that]
    let us|me|s [just|better|rather] leave|drop|forget|scrap|abandon|skip|stop|cancel|end it|that|this|things [at_that|there|here|be|\
        for_now|alone|then|altogether|for_today]
    let us|s call it a_day|quits|off|a_night
    let us|s [better|rather] not [do|bother|go|continue|try] [there|with] [it|that|this|on] [after_all|any_more|now|then|any_further]
    [i|we] [really|actually|just|only] [will|can|could|shall|would_rather|rather|prefer_to|want_to|would_prefer_to|had_better] do|\
        take_care_of|handle|manage|finish|deal_with|sort it|that|\
        this|the_rest|it_all|them [all] [by] myself|ourselves|later|another_time|tomorrow|some_other_time|another_day|by_hand|on_my_own
    leave|let it|that|this|them|{np} [alone|be|to] [to] [me|us] , i|we will|can do|handle|take_care_of|deal_with|manage|sort|get [it|\
        that|this|them] [myself|later|ourselves]
    leave|let it|that|this|them|{np} to me|us
    leave {np} alone [,] i will do it myself
    you|we|i|there do|does|is|have|are not|no|never|nothing|longer|need [longer] [have|need|got|supposed|required|to] [to] [have] [to|\
        be] [go|do|bring|take|put|get|fetch|move|carry|push|open|close|wipe|pour|\
        clean|place|pick|finish|deliver] [it|that|this|them|there|{np}|to_{np}|anything|up|here] [there|here|up|down|to_me|over|away] \
        any_more|anymore|any_longer|after_all|no_more|at_all_any_more|at_all
    no|there_is_no|i_see_no longer|point|sense|use|more_need in|for|of|to|doing|needed [doing|do|this|that|it|going_on|continuing|\
        carrying_on|trying] [that|this|it|you|any_more|anymore|any_further]
    we|i are|am not needing|wanting|using|requiring it|that|this|them|{np} any_more|anymore|any_longer|now|after_all
    no longer needed|necessary|required|wanted|of_interest|relevant|important [thanks|thank_you|,|now]
    it|that|this|they|we|i [is|are|do|does|will|have|has] no longer [needed|sorted|done|required|wanted|necessary|relevant|interested|\
        need|want|care] [it|that|about_it] [now|thanks]
    it|that|this [is|has] [been] already|all taken_care_of|sorted|solved|settled|done|dealt_with [now]
    i|we have|got no|not [any] [more|further|longer] need|use|wish|desire [for|of|to] [it|that|this|them|you] [any_more|anymore|now]
    [just|please|oh|ah|well|ok] forget|leave|drop|scrap|skip|cancel|ditch|bin it|that|this [,] [will_you|would_you|then|altogether|\
        thanks|thank_you|please|robot|for_now|for_today|entirely|i_do_not_need_it|\
        it_is_fine|it_does_not_matter|we_are_done|i_will_do_it]
    it|that|this does|do not matter|work|make_sense|help|lead_anywhere any_more|anymore|after_all|now
    it|that|this is not|never going_to|gonna work|happen|fit|help
    [oh] it|that does not matter
    [you|we|i] will|can|could|should|might [just|as_well|better] stop|quit|give_up|end [working|trying|with|on|doing] [on] it|that|this|\
        the_task
    [i_am|we_are] giving|calling it|this|that up|off
    give it|this|that a rest|miss [will_you]
    no|never|stop|quit|no_more|enough_of|enough_with|that_is_enough_of|done_with|through_with|finished_with|stop_with|quit_with the \
        {verb} [altogether|for_good|entirely|completely|for_today|now|please|any_more]
    return|go|drive|move|head|get [back] [to] home|your_base|base|your_dock|the_dock|your_station|start_position|rest_position|\
        your_home_position|the_home_position|park_position
    [you_are] dismissed|excused|off_the_hook
    wrong task|job|order|program|command
    [that_is|this_is] not what i asked|told|wanted|said you|for [to_do|for] [,] [forget_it|cancel|stop]
""",
    cost=0.41,
)
