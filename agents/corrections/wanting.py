"""Another thing, another place, another way or another arm, in more words than `the other one` and `on the plate`."""

from __future__ import annotations

from heedful.agents.corrections.choosing import target
from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Maker, Match, Part
from heedful.agents.corrections.dialogue import PERSON
from heedful.agents.corrections.placing import goal
from heedful.agents.corrections.things import Meant, the_one
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


WAYS_TO_A_PLACE = frozenset({"toss", "slide", "push", "roll", "drop", "slip", "shove", "throw", "chuck", "tip", "pour",
    "lean", "hang", "empty", "fling"})  # fmt: skip
"""Verbs that tell how it gets there."""


def _take(m: Match) -> Part | None:
    thing = m.thing
    if thing is not None and ((thing.how == "one" and not thing.told) or (thing.plural and thing.how == "named" and len(thing.names) > 1)):
        return None
    return target(m.dialogue, thing, m.get("no"))


def _place(m: Match) -> Part | None:
    thing, place = m.get("it"), m["np"]
    dialogue = m.dialogue
    if thing is not None and thing.how != "it":
        thing = the_one(dialogue, thing)
        if thing.name is None or thing.how == "special" or thing.name != dialogue.object:
            return None
    if place.name == PERSON:
        if {"side", "end", "place", "direction", "chair", "seat"} & set(place.words.split()):
            return None  # `over to my side` is a shift
        return Part("goal", {"relation": "held_by", "reference": PERSON}) if m["rel"] in ("to", "at", "in", "on") else None
    if m["rel"] == "to" and place.how == "special":
        return None
    if WAYS_TO_A_PLACE & set(m.said.split()) and the_one(dialogue, place).name == dialogue.target:
        return None  # another way to where it goes anyway
    if set(place.names) == {dialogue.object}:
        return None
    return goal(dialogue, m["rel"], place)


def _belongs(m: Match) -> Part | None:
    """`the tray is where it belongs`: the place by itself, in or on it as it is."""
    place: Meant = the_one(m.dialogue, m["np"])
    if place.name is None or place.how in ("it", "special") or place.name == m.dialogue.object:
        return None
    return goal(m.dialogue, "to", place)


def _give(m: Match) -> Part | None:
    thing = m.known
    if thing is not None and thing.how not in ("it", "special") and thing.name != m.dialogue.object:
        return None
    return Part("goal", {"relation": "held_by", "reference": PERSON})


def _arm(which: str) -> Maker:
    return lambda m: Part("embodiment", {"arm": which})


def _side(m: Match) -> Part | None:
    which = next((w for w in m.said.replace("handed", " ").split() if w in ("left", "right")), None)
    return Part("embodiment", {"arm": which}) if which else None


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
        and] [said|want|wanted|meant|mean|need|asked_for|would_like|i_want|i_wanted|i_meant|i_said|i_asked_for|i_need] {np}
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
g(
    _place,
    """
    [can|could|would|will|let|may] [you|we|i|us] [please|just|maybe|rather|instead] <carry> [{np:it}] [back|down|over|up|straight|right|\
        rather|instead|away|there|somewhere|please|carefully|gently|out] {rel} {np} [<rather>] [<rather>]
    <iwant> [{np:it}] [to|you_to] [<carry>|be|go|stand|end_up|be_placed|be_put] [{np:it}] [back|down|over|up|right] {rel} {np} [<rather>]
    [no|not_there|not_here|but|rather|better|over_there|instead|actually|please|somewhere|down|wait] [,] [but|rather|better|it_goes|\
        it_belongs|i_meant|i_said|put_it|i_want_it|it_should_go] {rel} {np} [<rather>]
    [{np:it}] [should|must|needs|has|goes|belongs|wants|ought|is_supposed|is_meant|was_supposed|was_meant|can|could|shall|will|would|is|\
        was|might|had|is_to|lives] [really|actually|rather|better|to] [be|go|stand|end_up|sit|live|have_gone|have_been|belong|come|\
        to_go|to_be|going|land|better|be_placed|\
        be_put] [back|down|over|up|right|better|to_go] {rel} {np} <rather>|not_there|not_here|not_in_there|not_on_there
    [{np:it}] should|must|needs|belongs|ought|is_supposed|is_meant|was_supposed|was_meant|shall|lives|is_to|has [really|actually|rather|\
        better|to] [be|go|stand|end_up|sit|live|have_gone|have_been|belong|come|to_go|to_be|land|be_placed|be_put|go_back] [back|down|\
        over|up|right|better] {rel} {np}
    not {rel:no} {np:not} [,] [but|rather|i_said|i_meant|put_it|i_want_it] {rel} {np} [<rather>]
    {rel} {np} [,] [and|please] not|rather_than|instead_of [in|on|to|at|there|here|under|behind|next_to] [{np:not}]
    [i|we] [would|d] [much] [rather|prefer|like|love] [to] [have|see|get|you|put|want] [{np:it}] [put|to] [it|be|go|stand|stood|placed] \
        [put|placed|down] {rel} {np} [<rather>]
    a better|good place|spot|position [for] [it|that|this|{np:it}] is|would_be {rel} {np}
    [the] [right|correct|proper|better|best] place|spot|position|home [for] [it|that|this|{np:it}] is {rel} {np}
    change of plan|plans [,] [put_it|it_goes] {rel} {np}
    [there|here] is [more|enough|some|plenty_of] [room|space] {rel} {np} [for_it|,] [put_it_there]
    {rel} {np} is where|the_place [i|it] [want|belongs|goes|should_go|wants|meant|lives|it_goes|it_belongs|i_want_it] [it] [to_go|to_be]
    find|make [it] [a|some] place|spot|room [for_it] {rel} {np}
""",
    cost=0.475,
)
g(
    _belongs,
    """
    [put|take|bring|get|carry|move|deliver|send|return|go|head|drive] [it|that|this|over] [over] to {np} instead|rather|not_there|\
        not_here [please]
    {np} is where|the_place [that] it|that|this|i [belongs|goes|should_go|want_it|is_supposed_to_go|lives|meant|wanted_it]
    [the] [right|correct|proper|new] destination|place|target|goal|location [is] [now] {np}
    {np} is the [right|correct|proper|new] destination|place|target|goal|location
    change|switch [the] destination|target|goal|place to {np}
    use {np} for it|that|this [instead]
""",
    cost=0.46,
)
g(
    _give,
    """
    [can|could|would|will|please|just|better|rather|i_want_you_to|i_need_you_to] [you|i|we] [please|just|maybe|rather] give|hand|pass|\
        bring|deliver|offer|get|serve|slide|toss|chuck|fetch|carry|reach|lend|present [it|that|this|them|{np}] [over|back|straight|\
        right|directly|here] to me|us [instead|please|directly|now|here|rather|for_a_moment|first]
    [can|could|would|will|please|just|better|rather] [you|i|we] [please|just|maybe|rather] give|hand|pass|bring|get|fetch|lend me|us it|\
        that|this|{np} [instead|please|directly|now|here|rather|over|for_a_moment]
    i|we will|want_to|would_like_to|can|shall|would_rather|could take|hold|grab|carry it|that|this|{np} from_you|off_you|myself|\
        from_here|off_your_hands|from_there [now|please]
    can|could|may|let|would_you_let i|me|us [please] have|get|take|hold|see it|that|this|{np} [please|now|back|for_a_moment]
    [put|place|lay|drop|leave|set|give|pass|hand|i_want|i_would_like|straight|right] [it|that|this|{np}] [down|straight|right|directly|\
        over] in|into|on|onto|to my|our [open|outstretched|left|right|other|waiting] hand|hands|palm|lap
    hand|pass|give it|that|{np} [over|here] [please|now|to_me|instead]
    hold it out to|for me
    over here|to_me [with_it|with_that|with_{np}]
    i am holding|keeping|have|got my hand|hands|palm out|open|ready [for_it|for_you]
    bring it|that|{np} [over|right|straight] here|to_where_i_am|to_where_i_sit|to_my_place|to_my_seat
""",
    cost=0.41,
)
g(
    _side,
    """
    [do|take|try|use|make|go|work|be|hold|grab|pick|carry|handle|it_is|this_is|that_is|get] [it|that|this|up|one|{np}] [up] [a] \
        left_handed|right_handed|left_handedly|right_handedly|lefthanded|righthanded [one|job|please|instead]
    [can|could|would|will|please|just|better|rather|i_want_you_to|you_should|you_could|you_can|why_not|you_need_to|you_must|let|\
        i_would_like_you_to|i_would] [you|we|your|prefer|rather|like] [please|maybe|rather|just|try|you] [use|take|do|try|grab|pick|\
        pick_up|hold|carry|handle|switch_to|change_to|swap_to|lift|go|give|have|get|used|work|employ|make] \
        [it|that|this|{np}|over|one] [with|using|in|to|by|into|via] the|your|that|a left|right hand|arm|gripper|manipulator|claw \
        [please|instead|for_this|for_that|for_it|rather|this_time|not_the_right|not_the_left|not_the_other|here|do_it]
    [the|your] left|right hand|arm|gripper|manipulator|claw [please|instead|for_this|for_that|for_it|rather|this_time|should_do_it|\
        can_do_it|can_do_that|has_to_do_it|must_do_it|is_free|is_nearer|is_closer|is_stronger|has_more_reach|reaches_further|\
        has_a_better_grip|will_do|would_do|do_it|should_do_that|\
        does_it_better|should_take_it|can_reach_it|is_better_placed|is_what_you_should_use|is_the_better_choice|works_better]
    not with the|your left|right [hand|arm] [,] [but|use|with|the|take] [with] [the|your] left|right
    use|with|try|take your left|right [please|instead|this_time|rather|for_that|for_this|one]
""",
    cost=0.355,
)
g(
    _arm("both"),
    """
    [can|could|would|will|please|just|better|rather|you_should|you_could|you_can|you_need|you_need_to|you_must|you_will_need|it_needs|\
        it_takes|this_needs|that_needs|this_takes|use|take|with|do|hold|carry|grab|lift|pick|handle|it_is|this_is|that_is|make|get|go] \
        [you|we|it|that|this|up|{np}] [please|up] [use|take|do|hold|carry|grab|lift|pick|handle|with|using|in|by|a|for] \
        [it|that|this|up|{np}] [with|using|in|a|for] [the|your] both|two|two_handed|2 [of] [your|the] hands|arms|grippers|hand|arm|job|\
        claws [please|instead|for_this|for_that|for_it|rather|this_time|here|together|now|at_once|with_that|with_this|on_it|on_this|\
        on_that]
    [do|take|try|hold|carry|lift|grab|it_is|this_is|that_is|make|use] [it|that|this|{np}|a] [a] two_handed|double_handed|bimanual|\
        two_handedly|both_handed [job|grip|one|lift|grasp|please|carry]
    [it|that|this|{np}] [is] too heavy|big|large|wide|unwieldy for one hand|arm|gripper
    one hand|arm|gripper is not|never|hardly enough [for_that|for_this|there|for_it]
    not|never with [only|just] one hand|arm
    use|with|try|add|bring_in|get the|your other|second hand|arm too|as_well|also|in_addition
    both|two please|together|of_them|at_once
    use both
    steady|support|help it with the|your other hand|arm
""",
    cost=0.355,
)
g(
    _arm("other"),
    """
    [can|could|would|will|please|just|better|rather|you_should|you_could|you_can|why_not|you_need_to|you_must|i_would_like_you_to|\
        i_would|i_want_you_to] [you|we|rather|prefer] [please|maybe|rather|just|try|you] [use|take|do|try|grab|pick|pick_up|hold|carry|\
        handle|switch|change|swap|lift|go|give|have|get|used|work|employ|pass|move|shift|transfer|switch_over|change_over] \
        [it|that|this|{np}|over|one] [with|using|in|to|by|into|via|over_to] the|your|that other|opposite|second|free|alternate|different \
        hand|arm|gripper|manipulator|claw [please|instead|for_this|for_that|for_it|rather|this_time|here|not_this_one|do_it]
    [the|your] other|opposite|second hand|arm|gripper|manipulator|claw [please|instead|for_this|for_that|for_it|rather|this_time|\
        should_do_it|can_do_it|has_to_do_it|must_do_it|is_free|is_nearer|is_closer|is_stronger|has_more_reach|reaches_further|\
        has_a_better_grip|will_do|would_do|do_it|is_better|would_be_better|works_better|\
        can_reach_it|is_better_placed|would_reach|would_reach_it|gets_there_better|is_the_better_choice|suits_it_better|reaches_better]
    not|do_not_use [use|with|take] [this|that|the_same|your|the] hand|arm|gripper [please] [,] [but|use|rather|take] [with] the|your \
        other [one|hand|arm]
    switch|swap|change|alternate|exchange|trade [your|the|over|round|around|to] [other|your_other|the_other] hands|arms|grippers|sides|\
        hand|arm|gripper|side [please|now|over]
    [you|it|that] [are|have|is|s] [using|used|with|got|the] [the] wrong hand|arm|gripper
    wrong|not_this|not_that|not_the_right hand|arm|gripper [please|there]
    use|with|try|take a different|another hand|arm|gripper|one_of_your_hands
""",
    cost=0.35,
)
g(
    _arm("base"),
    """
    [please|just|better|rather|you_should|you_could|you_can|why_not|you_need_to|you_have_to|you_must|first|can_you|could_you|would_you] \
        [just|rather|better] drive|roll|wheel|ride|scoot [yourself|your_base|the_base|the_whole_robot|your_body|your_whole_body|\
        the_robot|over|up|a_bit|right|a_little] closer|nearer|near|up|close|over [to] \
        [it|that|there|{np}|the_thing|the_table] [,] [and_do_not|do_not|instead_of|rather_than|and|without|so_you_do_not_have_to|not|\
        if_you_can_not] [try_to|just|keep|always] [stretch|stretching|reach|reaching|lean|leaning|bend|bending|extend|extending|\
        overreach|strain|straining|overstretch|overstretching] [over|out|across|so_far|that_far|for_it|so_much|like_that|from_there|far|\
        your_arm|the_arm]
    [please|just|better|rather|you_should|you_could|you_can|first|can_you|could_you|would_you] move|bring|get|come|take|shift|walk|\
        position|reposition|steer|drive [your|the] base|whole_robot|body|whole_body|platform|chassis|wheels|whole_self|entire_body \
        [a_bit|right|up|over|in|a_little|forward] [closer|nearer|near|up|close|over|there] [to] [it|that|there|{np}] [instead|first|\
        please]
    [please|just|better|rather|you_should|you_could|you_can|first|can_you|could_you|would_you] move|get|come|go|walk|step [a_bit|right|\
        up|over|a_little|yourself] closer|nearer|up [to] [it|that|{np}] [,] instead_of|rather_than|do_not|and_do_not|without|\
        so_you_do_not_have_to [try_to|keep] stretch|stretching|reach|reaching|lean|leaning|bend|bending|extend|extending|overreach|\
        strain|straining|overstretch|overstretching \
        [over|out|across|so_far|that_far|for_it|so_much|like_that|from_there|far|your_arm|the_arm]
    <dont> [try_to|just|keep|always] stretch|stretching|reach|reaching|lean|leaning|bend|bending|extend|extending|overreach|overstretch|\
        strain|overextend|crane [yourself|your_arm|the_arm|over|out|across|forward] [so|that|too|over|out|across|for] [far|much|it|\
        that_far|like_that|across] [,] [just|rather|but|better] [drive|roll|move|come|get|go|wheel|scoot|bring] [yourself|your_base|\
        up|closer|nearer|over] [a_bit] [closer|nearer|up|over|to_it|there]
    use|move|drive|roll|shift|take|bring|turn|reposition|with|on|try [just|only] your|the wheels|base|platform|chassis|whole_body|\
        mobile_base|legs|feet|body|whole_robot|wheeled_base [closer|nearer|instead|first|forward|rather|for_that|for_it|up|please|\
        for_this|over|a_bit|around|to_get_there|to_get_closer|a_little] [closer|nearer] [to] [it|that|{np}]
    you are [too] far away|off to reach [it|that] [,] [drive|come|move|roll|get|go] closer|nearer|up
    [you|your_arm] can not|will_not reach [it|that|{np}] [from_there|like_that|from_here] [,] drive|move|roll|come|go|get [up|over] \
        [closer|nearer|to_it|up|over]
    [your] whole|entire body|robot [has_to_move|must_move|needs_to_move|closer|please|instead]
    move as a whole
    with the base|wheels [please|instead|not_the_arm|rather_than_the_arm]
    the base should|must|has_to|needs_to|can move|drive|do_it|roll|come|go [closer|nearer] [instead]
""",
    cost=0.375,
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
