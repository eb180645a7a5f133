"""Another thing or another way, in more words than `the other one` and `push it`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Match, Part
from heedful.agents.corrections.targets import target
from heedful.agents.corrections.ways import WEAK_VERBS

CLASSES |= {
    "iwant": "i_want|i_meant|i_mean|i_said|i_need|i_would_like|i_would_rather_have|i_asked_for|i_was_talking_about|i_am_talking_about|"
    "i_wanted|i_was_referring_to|i_am_after|we_need|we_want|i_was_thinking_of|i_prefer|i_would_prefer|"
    "i_told_you|i_am_pointing_at|i_asked_you_for|i_asked_you_to_take|i_said_to_take|i_intended|i_had_in_mind|i_was_pointing_at|"
    "i_am_looking_for|i_was_looking_for|i_was_asking_for|i_am_asking_for|i_want_you_to_take|i_need_you_to_take|i_want_you_to_get|"
    "i_need_you_to_get|i_would_rather|i_want_to_have|i_would_like_to_have|we_would_like|we_wanted|we_meant|i_wished_for|"
    "i_was_hoping_for|i_requested|i_ordered|i_asked_you_to_get|i_asked_you_to_bring|i_asked_you_to_pick|i_wanted_you_to_take|i_fancy|"
    "i_choose|i_pick|my_choice_is|what_i_want_is|what_i_meant_was|what_i_need_is|what_i_meant_is|what_i_wanted_was|it_is_supposed_to_be|"
    "it_was_supposed_to_be|it_should_be|it_should_have_been|it_has_to_be|it_must_be|it_needs_to_be|that_should_be|should_be|"
    "you_want|you_need|you_should_take|you_should_have_taken|you_were_supposed_to_take|you_were_meant_to_take|you_should_be_taking|"
    "you_have_to_take|you_must_take|you_were_to_take|you_are_supposed_to_take|you_should_get|you_should_pick|it_is_actually|"
    "it_was_actually|"
    "the_right_one_is|the_one_i_want_is|the_one_i_meant_is|the_one_i_need_is|the_correct_one_is|make_it|make_that|let_us_take|"
    "let_us_have|let_us_use|let_us_go_with|let_me_have|let_us_try",
    "pick": "take|grab|get|pick|pick_up|use|choose|go_for|fetch|grasp|lift|select|have|take_up|reach_for|go_with|switch_to|change_to|"
    "swap_to|try|collect|seize|bring|pick_out|snatch|turn_to|move_on_to|aim_for|target|opt_for|head_for|go_and_get",
    "rather": "instead|rather|please|this_time|i_think|i_said|i_meant|i_mean|actually|after_all|of_course|you_know|first|robot|thanks|"
    "thank_you|would_be_better|is_better|would_be_nicer|would_do|will_do|would_suit_me_better|would_be_nice|if_you_can|"
    "if_possible|better|over_there|there|right_there|back_there|you_see|next_to_it|not_this|not_that|not_this_one|not_that_one|not_it|"
    "is_what_i_meant|is_what_i_want|is_what_i_said|is_the_one_i_mean|is_the_one_i_want|is_the_one_i_meant|is_the_right_one|is_the_one|"
    "is_what_i_need|is_the_correct_one|is_what_we_need|was_what_i_meant|was_what_i_wanted|was_the_one_i_meant|was_the_one_i_wanted|"
    "would_be_the_right_one|is_meant|was_meant|is_needed|is_wanted",
    "carry": "put|place|set|drop|move|bring|take|lay|stick|pop|leave|stand|carry|put_down|set_down|deposit|get|send|deliver|transfer|"
    "rest|store|dump|position|drive|stow|tuck|park|return|place_down|plonk|plop|shove|stash|chuck|slot|"
    "hang|lean|prop|settle|plant|shift|relocate|file|pack|load|insert|fit|tip|empty|pour|put_it_down|set_it_down|lay_down|lay_it_down|"
    "lower|unload|add|push|slide|let_it_down|let_go_of_it|release|pour_out|pour_it|tidy|arrange",
}  # fmt: skip


def _take(m: Match) -> Part | None:
    thing = m.thing
    if thing is not None and ((thing.how == "one" and not thing.told) or (thing.plural and thing.how == "named" and len(thing.names) > 1)):
        return None
    return target(m.dialogue, thing, m.get("no"))


def _way(m: Match) -> Part | None:
    new: str = m["verb"]
    thing = m.thing
    if new == m.dialogue.running_skill or m.get("no_verb") == new:
        return None
    if new in WEAK_VERBS and m.get("no_verb") is None and not {"instead", "rather"} & set(m.said.split()):
        return None  # `can you move it` is no other way of doing it
    if new in ("place", "move") and "table" in m.said.split():
        return None  # it tells where
    if thing is not None and thing.how != "it" and thing.name != m.dialogue.object:
        return None
    return Part("skill", {"new": new})


g = GRAMMAR.add
g(
    _take,
    """
    [no|oh|but|sorry|hey|wait|actually] <iwant> {np} [<rather>] [<rather>]
    [no|oh|but|sorry|hey|wait|actually] <iwant> [to|you_to] [<pick>] {np} [<rather>]
    can|could|would|will|let|may you|we|us [please|just|maybe|rather|instead] <pick> {np} <rather> [<rather>]
    [can|could|would|will|may] you|we|i [please|just|maybe|rather|instead] [not] <pick> {np}
    {np} <rather> [<rather>]
    {np} [is|was] the [one|thing] [that|which] [i|we|you] [want|wanted|meant|mean|need|asked_for|said|should_take|were_supposed_to_take|\
        had_in_mind|was_talking_about|was_after|am_after|am_pointing_at|was_pointing_at|should_get|need_to_take]
    [that|it|this|you] [is|are|s|have|got|took|took_the|picked|picked_the|have_got|have_taken|grabbed] {np:no} [and] [,] [but|i|we|not|\
        and] said|want|wanted|meant|mean|need|asked_for|would_like|i_want|i_wanted|i_meant|i_said|i_asked_for|i_need {np}
    [<pick>] {np} [,] [and|but|i_said|i_meant] [please] not {np:no} [<rather>]
    <pick> {np} in_place_of|instead_of|rather_than|in_lieu_of|not|and_not|over|before {np:no} [please]
    {np} in_place_of|instead_of|rather_than|in_lieu_of|over {np:no} [please]
    not|never|forget|leave|drop|ignore|put_down|put_back|put_away|let_go_of|leave_alone|put_aside|skip {np:no} [alone|be|back|down|\
        there] [,] [and|but|please|rather] [<pick>|<iwant>|it_is] {np} [<rather>]
    i|we|you [do|did|should|was|were|am|had] not|never [want|mean|say|need|ask_for|ask|asked_for|talking_about|said|meant|take|pick|\
        to_take|grab|get|have] {np:no} [,] [but|i|rather|instead] [want|meant|said|mean|i_want|i_meant|i_said|need|asked_for|take|get|\
        i_need|i_asked_for] {np}
    swap|replace|exchange|switch|substitute|trade|change [it|that|this|{np:no}] [out|over] for|with|by|to|into {np} [<rather>]
    put|set|lay [that|it|this|{np:no}] back|down|away|aside [and] [,] [then] [<pick>] {np} [<rather>]
    try|do|have|make|take it|that|this with|on|for {np} instead|rather
    {np} would|will be|do|suit|work|fit [me] [better|best|fine|nicer|right|the_right_one|more_suitable|the_one] [for_that|for_this|please]
    better|rather {np}
    prefer|preferably|better|ideally {np}
    i think you|it|that should|must|need [take|be|to_take|use|get|pick] {np}
    [are_you_sure] [it|that] [is] not {np:no} but {np}
    why|how not|about [take|use|try|taking|using|trying] {np} [<rather>]
    the correct|right thing|one|object|item is|would_be|was {np}
    [you|it] should [have] [be|been|taken|picked|picked_up|grabbed] {np}
""",
    cost=0.47,
)
CLASSES |= {
    "wherever": "over|across|along|in|into_it|there|in_there|on|over_there|on_there|up|out|back|away|to_it|in_it|onto_it|down|off|"
    "down_there|over_to_it|here|over_here|inside|on_top|to_the_side|aside|open|shut|closed|off_it|on_it|at_it|against_it|it_there|"
    "out_of_the_way|forward|through|"
    "onto_there|into_place|in_place|towards_me|over_to_me|to_me|towards_you|on_the_table|along_the_table|across_the_table|"
    "over_the_table|on_its_side|out_of_there|from_there|over_the_edge|gently|carefully|a_bit",
    "withit": "with|using your|the|a|one side|back|palm|fingers|fingertip|knuckles|hand|fist|finger|edge|outside|wrist|gripper|"
    "arm [of] [your|the] [hand|gripper|fingers|arm]",
}  # fmt: skip
g(
    _way,
    """
    [can|could|would|will|please|just|simply|better|rather|you_can|you_could|you_should|you_have_to|you_need_to|you_must|try_to|\
        i_want_you_to|i_would_like_you_to|why_not|why_do_not_you|it_is_better_to|it_is_easier_to|it_would_be_better_to|\
        it_would_be_easier_to|i_meant|i_mean|i_said|i_would_rather_you|let_us|how_about|you_had_better|you_are_supposed_to|\
        you_were_supposed_to|\
        the_idea_is_to|it_is_enough_to|can_not_you|could_not_you|would_it_not_be_easier_to|would_not_it_be_easier_to|\
        would_it_be_possible_to|maybe|perhaps|i_want_it|i_would_prefer_it|i_would_prefer_you_to|it_has_to_be|it_should_be|\
        it_needs_to_be|it_must_be] [you|we] [please|just|maybe|rather|instead|simply|better] \
        {verb} [it|that|this|them|{np}|at_it] [<wherever>] [<wherever>] instead|rather|instead_please|please_instead|this_time [please|it|,]
    it_is_better_to|it_is_easier_to|it_would_be_better_to|it_would_be_easier_to|i_would_rather_you|how_about|you_had_better|\
        you_are_supposed_to|you_were_supposed_to|it_is_enough_to|would_it_not_be_easier_to|i_would_prefer_you_to|it_is_enough_if_you|\
        it_is_enough_when_you|i_wanted_you_to|i_told_you_to|i_asked_you_to|would_not_it_be_easier_to|\
        it_would_be_better_if_you|i_would_like_it|i_want_it|it_has_to_be|it_is_supposed_to_be|try_and|it_works_better_if_you|\
        it_works_better_to|it_is_easier_if_you|what_about [just|simply] {verb} [it|that|this|them|{np}|at_it] [<wherever>] [<wherever>]
    <dont>|instead_of|rather_than|not|no_need_to [try_to] {verb:no_verb} [it|that|this|them|{np}] [<wherever>] [up|down] [,] [but|just|\
        rather|instead|please|you_can|you_could|better|simply] [just|rather] {verb} [it|that|this|them|{np}|at_it] [<wherever>] \
        [<wherever>] [<instead>]
    [just|please|better|rather|simply|you_can|you_could|can_you|could_you] [just|rather] {verb} [it|that|this|them|{np}|at_it] \
        [<wherever>] [<wherever>] [,] [and|please] <dont>|not|instead_of|rather_than|no_need_to|without|no|instead|it_does_not_need|\
        there_is_no_need_to|you_do_not_need_to|you_do_not_have_to [to] {verb:no_verb} [it|that|this|them|{np}] [up|down|along|over|in|\
        <wherever>] [so_carefully|carefully|so_gently|down_gently]
    {verb} rather_than|instead_of|not|and_not|, [do_not] {verb:no_verb} [it|that|this|them|{np}] [up|down|please]
    give|do it|that|this|{np} a [good|little|gentle|quick|small|light|proper|firm|soft|strong|slight|big] {verb} [instead|please|<wherever>]
    [just|please|better|rather|simply|you_can|you_could|can_you|could_you] {verb} [it|that|this|them|{np}|at_it] [<wherever>] <withit>
    just|simply|you_can|you_could|you_can_just|you_could_just|can_you_just|could_you_just|why_do_not_you_just|you_might_as_well|\
        feel_free_to|you_may_just|why_not_just|can_not_you_just|you_should_just|you_only_have_to|you_only_need_to|all_you_have_to_do_is|\
        all_you_need_to_do_is {verb} [it|that|this|them|{np}|at_it] [<wherever>] [<wherever>] [instead]
""",
    cost=0.36,
)
