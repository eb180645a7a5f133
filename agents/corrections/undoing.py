"""Back to what was before: `undo that`, `put it back where it was`, `forget about the lamp`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.dialogue import ALL


def _undo(scope: str) -> Maker:
    return lambda m: Part("undo", {"scope": scope})


def _back(m: Match) -> Part | None:
    """`put it back where it was`: the last thing done; a thing that is named by its name."""
    thing = m.thing
    if thing is None or thing.how == "it":
        return Part("undo", {"scope": "last"})
    if thing.name == ALL or (thing.plural and len(thing.names) > 1):
        return Part("undo", {"scope": "all"})
    if thing.name is None:
        names = [n for n in thing.names if n in m.dialogue.bindings.values()]
        return Part("undo", {"scope": "named", "what": names[0]}) if names else None
    return Part("undo", {"scope": "named", "what": thing.name}) if thing.how != "special" else None


def _said_before(reader: Reader, at: int) -> list[tuple[str, int]]:
    """What an earlier remark was about, as the kind of correction it was: `staying away from the lamp` is the constraint."""
    words = reader.words
    found: list[tuple[str, int]] = []
    for kind, phrases in TOPICS.items():
        found += [(kind, at + len(p)) for p in phrases if words[at : at + len(p)] == p]
    last = reader.dialogue.last
    for thing, end in reader.things.at(at):
        about = [] if last is None else [*last.effect.values()]
        if last is not None and (
            thing.name in about or any(str(v).endswith(f":{thing.name}") for v in about) or set(thing.names) & {str(v) for v in about}
        ):
            found.append((last.kind, end))
    longer = [(kind, stop) for kind, end in found for stop in _to_thing(reader, end)]
    return sorted({*found, *longer}, key=lambda f: -f[1])


def _to_thing(reader: Reader, at: int) -> list[int]:
    start = at
    while (
        start < len(reader.words)
        and reader.words[start]
        in (
            "away",
            "from",
            "clear",
            "of",
            "near",
            "the",
            "to",
            "by",
            "with",
            "around",
            "than",
            "it",
            "that",
            "over",
            "about",
            "upright",
            "level",
            "so",
            "much",
            "a",
            "bit",
            "not",
        )
        and start < at + 3
    ):
        start += 1
    return [end for s in range(at, start + 1) for _, end in reader.things.at(s)] + ([start] if start > at else [])


_TOPICS = {
    "constraint": "keep_away|stay_away|keep_clear|stay_clear|avoid|be_careful|be_gentle|keep_it_upright|keep_it_level|hold_it_level|"
    "hold_it_upright|go_around|steer_clear|constraint|condition|restriction|limit|rule|staying|staying_away|keeping|keeping_away|"
    "keeping_clear|keeping_it_upright|being_careful|being_gentle|avoiding|not_touching|going_around|gentle|careful|the_distance|"
    "keep_out|keeping_it_level|no_go_zone|steering_clear|not_going|no_go_area|"
    "the_no_go_zone|holding_it_upright|gentleness|care|approaching|handle|upright|not_going_near|height_limit|keeping_off|the_handle",
    "rate": "go_slow|go_slower|go_slowly|go_fast|go_faster|hurry|be_slow|be_so_slow|slow_down|speed|going_slower|going_faster|slower|"
    "faster|slow|fast|slowing_down|speeding_up|pace|being_slow|hurrying|the_speed|going_slow|the_pace|the_slow_down|speed_limit|"
    "speed_change|slow_mode|the_hurry|driving_slower|moving_slower|moving_slowly|going_slowly",
    "nudge": "nudge|shift|offset|move|moving_left|moving_right|moving_up|moving_down|going_left|going_right|going_higher|going_lower|"
    "adjustment|the_shift|going_up|going_down|the_nudge|the_offset|the_adjustment",
    "rotate": "rotation|turn|tilt|turning|tilting|twist|the_rotation|rotating|twisting|the_turn|the_tilt|tipping",
    "grip": "grip|squeezing|gripping|the_grip|grip_change",
    "target": "target|other_one|the_other_one|choice", "goal": "goal|new_place|destination|the_goal|putting_it",
    "embodiment": "other_arm|other_hand|the_other_arm|the_other_hand|left_arm|right_arm|left_hand|right_hand|both_hands|both_arms|"
    "using_your_left_hand|using_your_right_hand|using_both_hands|the_arm|using_the_other_arm|using_the_other_hand|using_both_arms",
    "preference": "preference|rule|that_rule|standing_rule|always", "order": "extra_step|the_extra_step",
    "skill": "pushing|sliding|pulling|rolling|dropping|stacking|throwing",
    "fact": "fact",
}  # fmt: skip
TOPICS = {kind: [p.split("_") for p in words.split("|")] for kind, words in _TOPICS.items()}
SLOTS["topic"] = _said_before


def _withdraw(m: Match) -> Part | None:
    last = m.dialogue.last
    if m.said.startswith(("no need", "no reason", "do not worry")) and (last is None or last.kind != m["topic"]):
        return None  # `no need to hurry`
    if m["topic"] in ("nudge", "rotate") and (last is None or last.kind != m["topic"]):
        return Part("undo", {"scope": "last"})  # `take back that move`: whatever it was
    return Part("undo", {"scope": "named", "what": m["topic"]})


def _no_longer(m: Match) -> Part | None:
    """`you may go near the lamp again`: withdraws the constraint that was set."""
    last = m.dialogue.last
    return Part("undo", {"scope": "named", "what": last.kind}) if last is not None and last.kind == "constraint" else None


g = GRAMMAR.add
g(
    _undo("last"),
    """
    put|leave|set it|that|them how|the_way|as it|they was|were [before]
    cancel|drop|forget|remove|ignore|disregard the|your|my last|previous|latest correction|change|adjustment|command|instruction|\
        move|step|thing|one|remark
    revert|rewind|undo
    undo [it|that|this|the_last|your_last|my_last|the_previous|what_you_did|what_you_just_did|what_i_said] [one|step|move|action|\
        change|thing|correction|adjustment|command|instruction|bit|please|movement|nudge|part]
    take that|it|this|the_last_one|the_last_bit back [again]
    take back [that|the|what] [last|i] [one|thing|bit|correction|instruction|said|move|step|just_said]
    never mind that|the|my last|previous move|step|correction|change|one|thing|remark
    revert|reverse|rewind|roll_back|undo|cancel_out|retract|withdraw that|it|this|the|your|my [last|previous] [step|move|action|\
        change|thing|correction|adjustment|one|command|movement|instruction]
    go|get|put|move|come|return|change|set|take|bring|back [it|that|this|everything_you_just_did|things|yourself] [back|right_back] \
        to [where|how|the_way] [it|you|that|they|things] was|were|had_been|started|came_from [before|just_now|a_moment_ago|\
        originally|standing|a_second_ago]
    [go|get|put|come|back] back [to] [where|how|the_way] you|it|that was|were|came_from|started [before|just_now]
    [go|change] back to [the] previous|last|old|earlier|former|way|state|position|how|what|way_before [position|state|place|way|one|\
        pose|before|setting|version]
    as [it_was] before
    back to before
    the way it was [before]
    like [it_was] before
    go back a step
    one step back
    [oops|no] go back one
    step back one
    scratch|forget that|the last one|bit|change|correction|instruction|adjustment
    scratch that
    forget|ignore|disregard what i [just] said
    i take it|that back
    [that] was a mistake [go_back|undo_it|take_it_back]
    it|that was better|fine|good before
    [i] did not mean that
    ignore|disregard that|it|the_last_one|my_last_remark|that_last_bit|the_last_bit|my_last_correction
    as you were before
    restore it|that|the_previous_state|the_last_state|the_old_position|the_previous_position
    change it|that back
    return to the previous|old|last position|place|state
    unwind that
    how it was before
    go back to how it was|before [before]
    put that right back
    undo|reverse|revert|take_back|cancel|unmake|unpick|rewind|roll_back|go_back_on|withdraw|retract [what|whatever|the_thing|that_thing|\
        the_last_thing|all_that] [that] you [have|were] [just|last|only_just] [now] did|done|moved|changed|doing [there|now|just_now|last|\
        a_moment_ago|a_second_ago]
    what|whatever you [have] [just|last] did|done|moved|changed [there|just_now] [,] [please] undo|reverse|revert|take_back|cancel [it|\
        that|again] [back]
    undo|unmake|reverse|take_back|cancel that|the last thing|bit|one|part|go
""",
    cost=0.36,
)
g(
    _undo("all"),
    """
    everything|all|it_all|all_of_it|things back to|where|how|the_way|as [where|how|the_way|its_place|their_places|the_start|\
        the_beginning|normal] [it|they|things|you] [was|were|had_been|started|found_it|came_from] [before|originally|at_the_start]
    undo everything|all|it_all|all_of_it|all_of_that|the_lot|the_whole_thing|everything_you_did|all_my_corrections|all_the_changes|\
        all_changes|all_that|all_corrections [i|you] [said|did|have_done|told_you]
    put|set|bring|take|get|return|restore|reset|move everything|all|it_all|all_of_it|things|the_lot|the_whole_lot|all_of_them|\
        them_all [back] [to|where|how|the_way|as] [where|how|the_way|its_place|its_places|their_places|the_start|the_beginning|\
        normal] [it|they|things|everything|you] [was|were|had_been|belonged|started|came_from|found_it] [before|originally|\
        at_the_start|to_begin_with|in_the_beginning|before_we_started]
    put|set everything|all_of_it|it_all|them_all back
    [go|back] [all_the_way] back|return to the start|beginning|initial_state|original_state|very_start|starting_point|very_beginning|\
        initial_position
    start [all] over [again]
    start again from scratch|the_beginning
    reset
    reset everything|all|it_all
    revert|reverse everything|all_changes|it_all|all_of_it
    back to square one|the_start|the_beginning
    forget|ignore|cancel|drop|withdraw|disregard everything|all [that] i|we|of [said|told_you|have_said|my_corrections]
    forget all my corrections|instructions
    restore everything|the_original_state|all_of_it
    take everything back
""",
    cost=0.34,
)
g(
    _back,
    """
    put|take|bring|return|set|place|move|carry|get|restore {np} [right|straight|out|all_the_way] back [out|again|over] [in|on|to|\
        into|from] [where|exactly_where|the_place|wherever|the_spot|the_place_where] [you|it|they|i|that] [found|got|took|was|had|\
        were|came_from|stood|came|picked|is|picked_up|originally_was|had_been] [it|them|that] [from|before|standing|up_from|\
        in_the_first_place|originally|up|in]
    put|take|bring|return|set|place|move|carry|get|restore {np} [right|straight|out|all_the_way] [back|out] [again|over] [in|on|to|\
        into|from] where|exactly_where|the_place|wherever|the_spot|the_place_where [you|it|they|i|that] found|got|took|was|had|were|\
        came_from|stood|came|picked|picked_up|originally_was|had_been [it|them|that] [from|before|standing|up_from|\
        in_the_first_place|originally|up|in]
    put|take|bring|return|set|place|move|carry|get|restore {np} [right|straight] [back] [again] [in|on|to|into] its|the|their old|\
        original|previous|former|usual|starting|initial|first [place|spot|position|location]
    put|take|bring|return {np} back [in|to|into] its|the place|spot|position
    put|set|take|bring {np} back [again|down]
    return {np} [to] [its|the] [old|original|previous|starting] [place|spot|position|location]
    put {np} back down where_it_was|where_you_got_it|where_you_found_it
""",
    cost=0.37,
)
g(
    _withdraw,
    """
    [you_can|you_may|please|now] forget|drop|ignore|cancel|undo|disregard|withdraw|lift|remove|scrap|delete|take_back|retract|\
        scratch|revoke|clear|lose|no_need_for|no_more|i_take_back|stop_with|waive|release|end|reset [about|the|that|my|what|with|\
        your] [thing|rule|bit|part|stuff|business|instruction|remark|comment|request|i|last|correction|order|warning|whole|advice|\
        point|limit|note|one] [about|regarding|with|that|thing|said|told_you|concerning|on|of|for|to|i_made] [thing|about|i|to|you|\
        the|on] [about|said|regarding|me] {topic} [thing|rule|restriction|constraint|limit|business|stuff|now|again|if_you_like|\
        correction|any_more|anymore]
    {topic} is [off|not|no_longer] [needed|necessary|required|cancelled|any_more|anymore|important]
    you do not|need|have_to [need|have] [to] [be|keep|worry_about] {topic} [now|any_more|anymore|any_longer]
    never mind [about] [the|what_i_said_about] {topic}
    i take back [what_i_said|the] [about] {topic}
    no need|reason to {topic} [now|any_more|anymore|any_longer|again]
    undo the {topic}
    <dont> worry about {topic} [any_more|now|anymore|any_longer]
    {topic} does not matter [any_more|now|anymore]
""",
    cost=0.34,
)
g(
    lambda m: Part("undo", {"scope": "named", "what": None}, ask=True) if m.thing is not None and m.thing.names else None,
    """
    [you_can|please|just] forget|ignore|take_back|scrap|drop|cancel|disregard|withdraw|never_mind|i_take_back what|everything|whatever|\
        all [that] i \
        said|told_you|mentioned|asked about|of|concerning {np}
""",
    cost=0.5,
)
g(
    _no_longer,
    """
    you may|can [now] go|come|get|move|pass near|over|close_to|past|above|across|by|through {np} [again|now|after_all]
    {np} is fine|ok|not_a_problem|no_problem [now|again|after_all]
    you can|may touch {np} [again|now]
""",
    cost=0.4,
)
