"""Conditions on a motion, as they are hinted at: what is in the way, what it would spill, where to take it, how high to stay."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Match, Part
from heedful.agents.corrections.dialogue import PERSON, ROBOT, TABLE
from heedful.agents.corrections.limits import bound, limit
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.things import the_one

CLASSES |= {
    "knock": "hit|bump|bump_into|knock|knock_over|knock_down|knock_off|crash_into|collide_with|run_into|clip|strike|smash|smash_into|"
    "drive_into|bang_into|ram|topple|run_over|bang|"
    "smack|break|squash|crush|trample|push_over|tip_over|sweep_away|walk_into|bash|bash_into|slam_into|go_into|swing_into|wipe_out|"
    "take_out|catch|scrape|scratch|clobber|upset|whack|"
    "hitting|bumping|bumping_into|knocking|knocking_over|crashing_into|colliding_with|running_into|clipping|striking|smashing|"
    "smashing_into|toppling|breaking|getting_into|backing_into|back_into|back_up_into|"
    "kick|flatten|nudge_over|touch|graze|brush|brush_against",
    "mayhit": "will|would|might|could|may|are_going_to|are_gonna|are_about_to|nearly|almost|just_about|are_close_to|are_likely_to|"
    "have_nearly|have_almost|will_probably|will_surely|are_going|are_bound_to|just|"
    "just_nearly|just_almost|are_nearly|are_almost",
    "past": "near|close_to|anywhere_near|over|above|across|past|too_close_to|so_close_to|too_near|so_near|by|around|into|towards|toward|"
    "over_the_top_of|on_top_of|through|that_close_to|in_the_way_of|beside|"
    "next_to|directly_over|directly_above|right_over|right_above|straight_over|right_past|anywhere_close_to|too_close_by|right_by|"
    "close_by|behind|under|underneath|in_front_of",
    "stuff": "the_water|the_coffee|the_tea|the_juice|the_soup|the_milk|the_wine|the_liquid|the_contents|the_drink|the_beer|the_sauce|"
    "the_oil|the_paint|the_sugar|the_soil|the_rice|anything|any|any_of_it|a_drop|"
    "water|coffee|tea|juice|soup|milk|wine|liquid|something|everything|it_all|stuff|a_single_drop|any_water|any_coffee|any_tea|drops|"
    "the_sand|the_flour|the_salt|the_broth|the_gravy|what_is_in_it|what_is_inside",
}  # fmt: skip


def _metres(m: Match) -> dict[str, object]:
    amount = m.get("amt") or m.amount
    return {"distance_m": amount.value} if isinstance(amount, Amount) and amount.unit == "m" else {}


def _out(m: Match) -> Part | None:
    thing = m.known
    if thing is None or not thing.names or bound(m, thing) or thing.name in (ROBOT, TABLE):
        return None
    return limit("keep_out", the_one(m.dialogue, thing), **_metres(m))


def _no_touch(m: Match) -> Part | None:
    thing = m.known
    if thing is None or not thing.names or bound(m, thing) or thing.name in (ROBOT,) or (thing.name == PERSON and "hand" in thing.words):
        return None
    return limit("no_touch", the_one(m.dialogue, thing))


def _from(m: Match) -> Part | None:
    thing = m.known
    held = thing.name if thing is not None and thing.how != "it" and thing.name else m.dialogue.object
    if thing is not None and thing.how != "it" and m.said.startswith(thing.words):
        return None  # `the second one from the left`
    return Part("constraint", {"type": "approach", "object": held, "from": m.get("from") or "side"}) if held else None


def _over(m: Match) -> Part | None:
    """`lift it over the vase`: the way goes above it."""
    thing = m.known
    if thing is None or thing.name is None or bound(m, thing) or thing.name in (TABLE, ROBOT, m.dialogue.target):
        return None
    return Part("constraint", {"type": "height", "object": ROBOT, "limit": "above", "reference": thing.name})


def _within(m: Match) -> Part | None:
    thing = m.known
    return None if thing is None or bound(m, thing) else limit("keep_in", thing)


g = GRAMMAR.add
g(
    _out,
    """
    [be_careful|careful|watch_it|watch_out|look_out|mind|heads_up|hey] [,] [that] you|it|that|your_elbow|the_arm|your_arm|the_elbow|we \
        <mayhit> <knock> {np} [over|down|off|there|with_that|with_your_elbow|on_the_way]
    [be_careful|careful|watch_it|try|take_care|make_sure|mind|see] [,] [you|that_you] not|do_not [to] <knock> [into] {np} [over|down|\
        off|there|with_that|on_the_way]
    <dont> <knock> [into] {np} [over|down|off|there|with_that|on_the_way|please]
    <dont> let it|that|the_arm|your_arm|your_elbow <knock> [into] {np} [over|down|off]
    without <knock> {np} [over|down|off]
    <dont> [go|come|get|move|pass|fly|swing|travel|drive|carry|take|bring|reach|cross|wander|drift|stray|hover|be|going|coming|getting|\
        run|wipe|lean|hold|route|sweep|let|lift|turn|back|cut] [it|that|this|the_arm|your_arm|yourself] [go|come|get|pass|\
        drift|swing|slide|hang] [anywhere|too|so|right|straight] <past> {np} [please|with_that|at_all|on_the_way]
    [keep|give|leave|have|allow|maintain|hold|with] [it] [well|far|a|some|more|plenty|lots|enough|your|the|always|at_least|a_good|\
        a_wide|a_safe|a_bit] [of] [distance|space|room|clearance|berth|gap|margin|away|clear] [of|to|from|around|between_you_and|\
        between_it_and] \
        [at_least|about|a_good|say] {amt} [of] [distance|space|room|clearance|gap|margin|away|clear|at_least|minimum] [of|to|from|\
        around|between_you_and|between_it_and|next_to|for] {np} [please|at_all_times]
    [keep|stay|be|remain|stick] [it] [at_least|about|a_good|more_than|no_closer_than|no_nearer_than|not_closer_than|a_minimum_of|a|min] \
        {amt} [or_more|at_least|minimum|clear|away|off|distance] from|of|to|away_from {np} [please|at_least]
    at_least|no_closer_than|no_nearer_than|not_closer_than|a_minimum_of|minimum {amt} [of] [distance|space|room|clearance|gap|margin|\
        away|clear|space] from|of|to|away_from|around|than|between_you_and {np}
    {amt} [of] distance|space|room|clearance|gap|margin|minimum|safety_distance [from|of|to|away_from|around|between_you_and] {np}
    no|not closer|nearer than {amt} to|from|of {np}
    [go|move|drive|swing|steer|travel|pass|take|carry|come|bring|curve|get|walk|route|make|detour|loop|circle|sail|skirt|navigate|fly|\
        head|sweep|arc|bend|do|reach] [it|that|this|the_arm|yourself|your_way|your_arm|a] [a_detour|detour|circle|arc|loop|long_way|\
        the_long_way|the_long_way_round|wide_circle|\
        wide_arc|bow] [well|right|all_the_way|wide|out|wide_of|further] around|round|wide_of|clear_of {np} [not_over_it|instead|please|\
        there|on_the_way]
    [go|move|pass|drive|take_it|carry_it|swing|come|steer|bring_it] behind|in_front_of|beside|to_the_left_of|to_the_right_of|left_of|\
        right_of|around|past {np} [,] not|instead_of|rather_than|and_not|never over|across|above|through|in_front|in_front_of_it|behind|\
        over_it|\
        through_it|behind_it|across_it
    avoid|dodge|bypass|evade|circumvent|skirt|circumnavigate|sidestep|beware_of|mind|watch|watch_out_for|look_out_for|keep_an_eye_on|\
        careful_of|careful_with|careful_around|careful_near|careful_by|take_care_around|take_care_with|be_careful_around|\
        be_careful_near|be_careful_with|be_careful_of|have_a_care_with|be_mindful_of|be_wary_of|stay_out_of_the_way_of|be_aware_of|\
        attention_to|attention [you|that|there_is] [going|getting|passing|hitting|bumping|touching|knocking|the_area|over] [around|near|\
        over|close_to|\
        by|next_to|behind] {np} [there|please|on_the_way|on_your_way|on_your_left|on_your_right|on_the_left|on_the_right|behind_you|\
        in_front_of_you|next_to_it|back_there|over_there|as_you_go|when_you_turn|when_you_pass|with_your_elbow]
    {np} is|s [right|still|standing|kind_of|also|very|a_bit|sitting] [in|on|behind|next|beside|close|near|there|just|directly] [the|your|\
        to|its|there] [way|path|route|you|behind_you|it|of_you] [there|now|too]
    {np} is|s in the|your way|path [,] [so|you_have_to|just|please] [go|drive|move|pass|reach|come] around|round [it]
    there is|are [a|an|the|still|also] {np} [right|just|directly|standing|sitting] [in|on|behind|beside|next_to|near|close_to|\
        in_front_of] [the|your] [way|path|route|you|it]
    [you|it|that] [are|is] going|heading|moving|swinging|coming|aiming|drifting|getting|backing|driving|headed|veering [straight|right|\
        directly|dangerously|too|very|awfully|a_bit|pretty] for|at|into|towards|close_to|near {np}
    steer|keep|stay|stand|hold|get|remain|be|stick|move [it|that|this|the_arm|everything|yourself|your_arm|your_elbow|your_hand] [well|\
        far|right|further|safely|always|a_bit|some|a_good_distance|a_safe_distance] away|clear|off|back|\
        out|apart|at_a_distance|your_distance from|of|to {np} [please|there|\
        at_all_times|with_that|on_the_way|will_you]
    {np} needs|wants|should|must|has [to] [have|be|get|stay] [some|more|a_bit|its|left|kept|given] space|room|distance|clear|alone
    [give|leave|allow] {np} [a|some|more|plenty|enough|a_bit|a_little|lots] [of] [more|wide|wider|good|extra] berth|space|room|distance|\
        clearance|margin
    [the] {np} area|zone|corner|side is off_limits|forbidden|taboo|closed
    {np} is off_limits|forbidden|taboo|a_no_go|no_go
    no|not a [flying|going|driving|moving|passing|crossing|reaching|swinging] over|across|near|past|close_to|above {np}
    this|that|your way|path|route leads|goes|runs|takes_you|is [right|too|straight] over|across|into|through|past|close_to {np}
    clear [of] {np} [by] {amt}
    {amt} clear of {np}
    there is|are [a|an|the|another|also|still] {np} on|to|at your|the|my left|right|side|rear [hand] [side]
""",
    cost=0.415,
)
g(
    _no_touch,
    """
    leave|let|keep {np} [alone|be|where|as|how|there|in_peace|untouched|in_place|standing|out_of_it|out_of_this|right|exactly] [where] \
        [it|they|that] is|are|was|were|stands|sits [please|there|now]
    <dont> [you|even|ever] touch|move|grab|disturb|take|use|handle|pick_up|mess_with|fiddle_with|tamper_with|lay_a_finger_on|\
        come_into_contact_with|make_contact_with|lean_on|poke|prod|push|shift|meddle_with|play_with|bother|interfere_with {np} [please|\
        there|at_all|while_you_are_at_it|with_your_elbow|ever]
    no|not|without touching|contact|contact_with|moving|disturbing|fiddling_with|messing_with [of|with] {np} [please|there|at_all]
    [keep|get|take] [your] hands|fingers|hand|gripper|paws|mitts|claws [well] off|away_from|off_of|from {np} [please|now]
    {np} must|should|may|is|has_to|needs_to|can|ought_to|shall|stays|remains|will|are [not|never|to|best|better] [to] [be|stay|remain] \
        [touched|alone|left_alone|untouched|left|moved|undisturbed|disturbed|used|taken] [alone|where_it_is|in_peace|untouched|as_it_is|\
        exactly_where_it_is|right_where_it_is|where_they_are]
    nobody|no_one|you touches|touch|moves|must_not_touch|may_not_touch|should_not_touch|are_not_to_touch|are_not_allowed_to_touch {np}
""",
    cost=0.415,
)
g(
    _from,
    """
    [rather|please|no|better|always|only|just|try_to] [approach|come|go|go_in|get|reach|reach_for|grab|take|pick|pick_up|come_in|\
        come_at|go_at|move_in|descend|do|try|grasp|go_for|move|enter|grip|lift|come_down|get_at|start|swoop_in|dive_in|attack|slide_in|\
        get_to|hold|catch|collect|fetch] [it|that|this|them|{np}|at|to|in|down|for] [it|that|this|{np}] [up] \
        [straight|more|rather|directly|instead|better|coming|right] from {from} [instead|please|rather|this_time|down|\
        not_from_the_front|not_the_side]
    [your] approach|grasp|grip should|must|needs|has [to] [be|come] from {from}
    approach|come|grab|take|grasp|go_in|reach|come_at|reach_for|get [it|that|at_it|in|{np}|for_it|at_{np}|to_it] [better|rather|more] \
        sideways|sideways_on|from_the_side
    [not|do_not_come|do_not_approach|do_not_go_in|do_not_take_it|do_not_grab_it] [it] from {from:no} [,] [but|rather|come|take_it|go_in|\
        do_it] [from] {from}
    from {from} [would_be|is|might_be] better|best|easier|safer|good
    [top_down|overhead] approach|grasp from {from}
""",
    cost=0.39,
)
g(
    _over,
    """
    go|pass|lift|carry|take|bring|move|swing|fly|come|travel|reach|cross|hop|climb|get|raise [it|that|this|the_arm|your_arm|yourself] \
        [up|right|well|high|straight|clean|all_the_way] [and] over [the_top_of] {np} [not|rather|instead] [around|through|round|of] [it|\
        going_around|around_it]
    [well|high|right] over the top of {np}
    clear {np} [well|from_above|on_the_way|when_you_pass|as_you_pass]
    stay|keep|remain|fly|be|go|pass|hover|move|travel [it|that|well|always|a_bit|high] [well|up|high] above|higher_than|over_the_top_of|\
        up_above {np} [at_all_times|all_the_time|on_the_way|please]
    [stay|keep|be|go] [at] higher|taller than {np}
""",
    cost=0.43,
)
g(
    _within,
    """
    stay|keep|remain|stick|be [it|that|within|the_arm|your_arm|yourself] [always|well] on|within|inside|inside_of|over the [bounds_of|\
        limits_of|area_of|confines_of|perimeter_of|edges_of|borders_of|boundaries_of|near_side_of|far_side_of|left_side_of|\
        right_side_of|this_side_of|my_side_of|other_side_of|left_of|right_of] {np:np}
    stay|keep|remain|stick|be [it|that|the_arm|yourself] [always|well] within|inside|inside_of|between_the_edges_of [the] [bounds_of|\
        limits_of|area_of|confines_of] {np}
    <dont> [go|move|stray|come|reach|wander|drift|get|step|swing|travel|let_it_go] out|off|outside|past|beyond [of|than|the_edge_of|\
        the_border_of|the_bounds_of|the_limits_of|the_area_of|the_end_of|the_rim_of] {np}
    no|not further|farther|beyond|past than|the [edge_of|end_of|border_of] {np}
    on|over {np} only
    only on|over|within|inside|above {np}
    do not leave [the] [area_of|bounds_of] {np}
""",
    cost=0.46,
)
