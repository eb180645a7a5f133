"""Going on and giving up: `carry on`, `forget it`, `that will do`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Match, Part
from heedful.agents.corrections.magnitudes import amounts
from heedful.agents.corrections.targets import CARRYING


def _resume(m: Match) -> Part | None:
    amount = next((a for a, _ in amounts(m.words, m.end)), None)
    return None if amount is not None and amount.unit == "m" else Part("resume")  # `push on five centimetres`


def _abort(m: Match) -> Part:
    return Part("abort")


CLASSES |= {
    "task": (
        "it|that|this|everything|all_of_it|the_task|the_job|the_whole_thing|the_plan|the_operation|the_mission|the_whole_task|"
        "all_that|the_lot|your_task|what_you_are_doing|the_whole_plan|the_action|the_whole_job|the_whole_operation|the_order|"
        "my_request|the_request|the_instruction|my_instruction|this_task|this_job|the_current_task|the_whole_idea|the_program|"
        "the_procedure|what_you_are_at|what_you_are_up_to|with_it|with_that|with_this|with_this_task|with_this_job|task|job|mission|"
        "operation|plan|program|procedure|action|run|order|request|the_run|your_current_task|current_task|"
        "the_whole_lot|the_whole_business|that_plan|the_move|the_command|the_current_job|this_whole_thing|the_thing"
    ),
}
g = GRAMMAR.add
g(
    _resume,
    """
    [you|we] [may|can|should|could] [just|now|please] go|carry|keep|move|push|press on|ahead|right_ahead|at_it|straight_on|ahead_now|\
        on_then|on_now [then|with_it|now|please|as_before|where_you_left_off|from_there|doing_that|with_that|again]
    [you|we] [may|can|should|could|please] [just|now] go_on|carry_on|keep_on|get_on|proceed|continue|resume|go_ahead|keep_going|\
        carry_right_on|unpause|un_pause|restart|start_again|press_on|get_going_again|move_on|get_moving_again|start_moving_again|\
        back_to_work|back_to_it|back_to_business|begin_again|pick_up_again|start_up_again|take_up_again|resume_the_task|\
        resume_your_work|resume_work|resume_the_job|resume_moving|keep_moving|keep_working|get_back_to_it|get_back_to_work|\
        get_back_to_what_you_were_doing|go_back_to_work|go_back_to_what_you_were_doing|resume_motion|resume_operation|keep_at_it|\
        continue_moving|restart_it|let_us_continue|let_us_go_on|let_us_carry_on|let_us_go|let_us_resume|let_us_proceed|\
        let_us_get_back_to_it|let_us_keep_going|start_moving|go_again|move_again|work_on|continue_working|continuing|carry_on_now|\
        go_for_it|do_continue|do_go_on|do_carry_on|you_are_good_to_go|good_to_go|off_you_go|on_you_go|you_are_free_to_go|\
        you_are_free_to_continue|you_are_free_to_move|you_are_free_to_move_again|feel_free_to_continue|you_are_free_to_move|\
        you_are_free_to_move_again|feel_free_to_go_on|keep_it_going|keep_it_up|pick_up_where_you_left_off|as_you_were|all_clear|\
        the_coast_is_clear|coast_is_clear|coast_clear|green_light|you_have_the_green_light|finish_what_you_started|finish_it|\
        finish_up|finish_the_job|finish_your_job|finish_the_task|finish_that|you_are_clear_to_go|path_is_clear|the_path_is_clear|\
        it_is_safe_now|it_is_safe_to_go_on|safe_to_continue|it_is_safe_to_continue|safe_again|end_of_pause|end_the_pause|pause_over|\
        break_over|break_is_over|the_break_is_over|pause_is_over|on_with_it|move_along|keep_doing_what_you_are_doing|keep_doing_that|\
        do_not_mind_me|go_on_then|onwards|get_on_with_it|continue_on|ready_when_you_are|ready|you_can_move_again|you_can_move_now|\
        you_may_move_again|you_can_start_again|you_can_go|you_may_go|you_can_go_now|continue_please|false_alarm|it_was_a_false_alarm|\
        resume_please|no_need_to_wait|do_not_wait|i_am_ready|we_are_ready|i_am_done|i_am_finished|i_am_back|we_can_go_on|\
        let_it_continue|let_it_go_on|let_it_run|all_good_now|all_good_go_on|all_set|i_am_out_of_the_way|it_is_clear_now|clear_now|\
        now_you_can|do_your_thing|on_we_go [then|again|now|please|where_you_left_off|as_before|from_there|from_where_you_left_off|\
        what_you_were_doing|as_planned|it|that|this|the_task|your_task|the_job|your_work|your_job|moving|robot|\
        from_where_you_stopped|from_where_you_were|like_before] [with] [it|that|this|your_work|your_task|what_you_were_doing|\
        the_task|the_job|what_you_are_doing|the_work|your_job|the_plan|the_program|the_movement|your_thing] [again|now|please|then|\
        as_before|as_planned|as_normal|from_there]
    <donot> <stop> [now|there|here|please|yet|at_all|moving|on_my_account|for_me|it|that]
    <donot> <stop> [now|there|here|yet] [,] [because] it|that|this|everything|all|you|things|we is|are|s|looks|seems|were|was|do|have \
        [all|just|really|perfectly|quite|still] [going|doing|coming|working|looking|moving|almost|nearly] [just|really|quite|perfectly] \
        fine|well|good|great|ok|nicely|smoothly|there|alright|perfectly|perfect|right|done|clear|safe [so_far|now|there|like_that|as_it_is]
    [i] never|did_not|have_not|do_not|was_not told|tell|said|say|ask|asked|mean|meant|talking|asking|want|telling|wanted|speaking \
        [for] [you|to_you|that|anything] [for] [you] [to] <stop>
    i was_not|am_not|did_not|do_not talking|speaking|mean|meant|talk to_you|you
    [nobody|no_one] told|asked|said [you] to <stop>
    who|nobody told|asked|said you to|could <stop>
    you|it do|did not need|have to <stop>
    [there_is] no need|reason|point to|in|for <stop>
    [i] was|am not talking|speaking to you
    that was not [meant] for you
    you were not meant to <stop>
    not you [robot]
    you should not|never have stopped
    you should not be stopping|waiting
    why are|did|have you <stop>|stopped|stop|stopping
    start|begin again
    i did not mean you
    go
    keep|continue|carry [on] [on] moving|working|driving|pouring|wiping|pushing|going|doing_it|turning_it_into|what_you_were_doing
""",
    cost=0.4,
)
g(
    _abort,
    """
    [just|please|let_us|can_you|you_can|i_want_to|you_should|better] cancel|abort|scrap|quit|ditch|terminate|bin|scratch_x|call_off|\
        give_up_on|give_up|kill|discard|forget_about|forget|abandon|end|stop_with|leave_off|discontinue|break_off|axe|scrub_x|delete|\
        stop_doing|call_a_halt_to [<task>] [please|entirely|completely|altogether|now|then|for_good|instead|for_now|robot]
    call it|that|this|everything|the_whole_thing|the_task|the_job|the_whole_task off|quits|a_day
    [oh] never mind [that|it|about_it|about_that|then|now|all_that]
    [i] [have] changed my mind
    drop|leave|stop|end|scratch|finish|lose all_of_it|the_task|the_job|the_whole_thing|the_plan|the_operation|the_mission|\
        the_whole_task|all_that|the_lot|your_task|what_you_are_doing|the_whole_plan|the_action|the_whole_job|the_whole_operation|\
        the_order|my_request|the_request|the_instruction|my_instruction|this_task|this_job|the_current_task|the_whole_idea|\
        the_program|the_procedure|the_whole_lot|the_whole_business|that_plan|the_move|the_command|the_current_job|this_whole_thing \
        [please|now|there|for_now|entirely|altogether]
    let us not [do|bother|try] [with] [it|that|this] [after_all|any_more|now|then]
    <dont> bother [with_it|with_that|any_more|anymore|doing_it|doing_that|at_all|with_this|now|about_it]
    [it|that|this|they|we|i] [is|are|do|does|will] not|no_longer [really|actually] needed|necessary|required [it|that|this|done|\
        you_to_do_that|to_do_that|you_to_do_it|be_done] [any_more|anymore|any_longer|now|after_all|today|at_all]
    [just] leave it|that|everything|them|all_of_it [be|alone|at_that|there|where_it_is|as_it_is|for_now|for_today|then|to_me|\
        like_that|now|the_way_it_is|please]
    let it|that be
    [just] do nothing
    [i|we] will|can|could|shall do|take_care_of|handle|manage|get it|that|this|the_rest myself|later|another_time|ourselves|tomorrow|\
        some_other_time|another_day|in_a_bit|by_hand
    [we|you] can|could|will do it|that|this later|another_time|some_other_time|tomorrow
    it|that|this|they|we|i|you do|does|will|is not|no_longer [really|actually] need|want|matter|have_to [it|that|this|done|\
        you_to_do_that|to_do_that|you_to_do_it] [any_more|anymore|any_longer|now|after_all|today|at_all]
    we|i no_longer need|want it|that|this
    [i] do_not want|need [you] [to] {verb} [it|that|this|{np}|here] any_more|anymore|any_longer
    we are done with that|this|it|the {np}
    we are done with {np}
    no longer needed|necessary|required
    [it|that|this|we|i] will not be needed|necessary|needing_it|needing_that|required [any_more|anymore|after_all|now]
    [i|we] do not want|need|feel_like [you_to] [do|doing] [it|that|this] [any_more|anymore|after_all|any_longer|now]
    [let_us|we] [will] leave it|things at that
    [that_is|this_is] not worth it
    you can stop|quit [now] [with_that|doing_that|with_it] [for_good]
    [it_is|that_is|it_was|that_was] [a] bad|stupid idea
    this|it|that is pointless|hopeless|useless
    back out
    go [back] home
    return [to] home
    stand down
    mission|task|operation cancelled|aborted|abort|over
    abort mission|abort
    enough of this|that
    we are done here|with_this|with_that
    you do|need not|have [have|need|to] [to] do it|that|this [any_more|anymore|any_longer|now|after_all]
    that will be all
    no more of that|this
    it|that can wait
    forget i [ever] said|asked anything|that
    we|i will not be needing|need that|it|this [after_all|any_more|anymore|now]
    forget the|that|this [{np}]
    forget {np}
    enough [for] today|now
    we are|i_am giving up [on_that|on_this]
    give it up
    i am cancelling [it|that|this]
    not [needed|necessary] any_more|anymore|after_all|now|any_longer
    let us do|try something else|different
    let us stop here|this|it_there|doing_this|with_this
    leave it
    [there_is|i_have|we_have|have|i_see] no|not_any [more|further|longer|real] need|use|call|reason [for|of|to_have|to_do] it|that|\
        this|them [any_more|anymore|any_longer|now|today] [,] [thanks|thank_you|please] [,] [please|so|just|you_can|you_may] [to] [leave|\
        stop|drop|forget] [it|that|this]
    no longer [a|any] need|use for|of it|that|this
""",
    cost=0.41,
)
g(
    lambda m: Part("abort") if m.dialogue.running_skill not in CARRYING else None,
    """
    drop it|that
""",
    cost=0.41,
)
g(
    lambda m: Part("abort") if m.thing is not None and m.dialogue.object in m.thing.names and m.thing.how in ("it", "named") else None,
    """
    [just] leave|let {np} [be] [where_it_is|as_it_is|where_it_was|there|for_now|in_place|alone|be|standing|in_peace]
""",
    cost=0.39,
)
