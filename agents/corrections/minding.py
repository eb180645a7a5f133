"""Conditions on a motion, as they are hinted at: what is in the way, what it would spill, where to take it, how high to stay."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Match, Part
from heedful.agents.corrections.dialogue import PERSON, ROBOT, TABLE
from heedful.agents.corrections.limits import bound, limit
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.manners import PARTS
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


def _spilling(m: Match) -> Part | None:
    thing = m.known
    held = thing.name if thing is not None and thing.how != "it" and thing.name else m.dialogue.object
    return Part("constraint", {"type": "upright", "object": held}) if held else None


def _gentle(m: Match) -> Part | None:
    thing = m.known
    held = thing.name if thing is not None and thing.how != "it" and thing.name else m.dialogue.object
    return Part("constraint", {"type": "gentle", "object": held or ROBOT})


def _part(m: Match) -> Part | None:
    if m.amount is not None:
        return None  # `a bit back` is a way to go
    thing = m.known
    held = thing.name if thing is not None and thing.how != "it" and thing.name else m.dialogue.object
    if {"put", "lay", "place", "set", "turn"} & set(m.words[: m.end]) and "fingers" not in m.said and "hand" not in m.said:
        return None  # `lay it on its side`
    return Part("constraint", {"type": "grasp_part", "object": held, "part": m["part"]}) if held and m["part"] in PARTS else None


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
    _spilling,
    """
    [be_careful|careful|watch_it|steady|easy|mind|whoa|hey|slowly|gently] [,] [that] you|it|that|this|{np}|<stuff> <mayhit>|is|are|will|\
        starts_to|is_going_to|is_about_to|is_gonna|s|started|is_starting_to [be|get|starting_to] spill|spilling|spilled|slop|slopping|\
        slosh|sloshing|tip|tipping|tip_over|tipping_over|tilt|tilting|run_out|running_out|drip|\
        dripping|leak|leaking|topple|topple_over|toppling|overflow|overflowing|splash|splashing|slop_over|slosh_over|spill_over|\
        fall_over|swash|keel_over|run_over|fly_out|come_out|splatter|fall_out|flow_out|spill_out|go_everywhere|tipped|tilted [over|out|\
        everywhere|about|around|on_the_floor|like_that|at_this_rate|all_over] \
        [it|that|this|{np:x}|<stuff>|the_place|over|everywhere|all_over_the_place|like_that]
    [be_careful|careful|try|take_care|make_sure|mind|see|watch] [,] [you|that|so|that_you|that_it|it|and] [do|does|will|must] not|never|\
        do_not|without|avoid|no|not_to [to] [let] [it|that|this|{np}|<stuff>] [get|be] spill|spilling|spilled|slop|slopping|slosh|\
        sloshing|tip|tipping|tip_over|tilt|tilting|run_out|drip|dripping|leak|leaking|topple|overflow|splash|\
        splashing|fall_over|run_over|pour_out|lose|turn_over|fall_out|lean|slant [it|that|this|{np}|<stuff>] [over|out|anywhere|so_much|\
        like_that|on_the_way|everywhere|down|please|too_much|while_carrying_it|to_one_side|to_the_side|sideways]
    keep|hold|carry|leave|have|transport|move|bring|take|bear|stand|balance [it|that|this|them|{np}] [nice_and|nicely|perfectly|always|\
        absolutely|completely|good_and|really|dead] upright|vertical|vertically|straight_up|the_right_way_up|right_side_up|balanced|\
        in_balance|upright_please|on_an_even_keel|steady|standing|standing_up|plumb [please|at_all_times|all_the_way|on_the_way|\
        the_whole_time|while_moving|\
        while_you_move|while_carrying_it|will_you]
    it|that|this|{np} must|has_to|should|needs_to|is_to|shall|ought_to|wants_to [always] [be|stay|remain|stand] [kept|held] upright|\
        vertical|straight|steady|balanced
    it|that|this|{np} must|has_to|should|needs_to|is_to|shall|ought_to not|never [be|get] tip|tilt|spill|lean|fall|tipped|tilted|spilled \
        [over|sideways]
    [the] {np} is [very|nearly|full] full_to_the_brim [so|,] [be_careful|careful]
    mind|watch|careful_with|look_after <stuff>|the_level|the_spill [in_it|in_there|inside]
    no spilling|spills|sloshing|tipping|tilting|drips|dripping|splashing [please|this_time]
    this|that|right|correct side|end|way|way_round up [please]
""",
    cost=0.42,
)
g(
    _gentle,
    """
    [be|go|do_it|move|act|handle_it|handle_that|take_it|place_it|put_it_down|set_it_down|treat_it|lower_it|carry_it|make_it|try_to_be|\
        work|set_that_down|put_that_down|lay_it_down|rest_it|touch_down|land_it|land|put_it|set_it|release_it|place_that|lift_it|\
        pick_it_up|handle_{np}|treat_{np}|put_{np}_down] [down|there|on_it] [very|a_bit|really|more|extra|a_little|ever_so|as|\
        super|much|nice_and|so|particularly|especially] gentle|gently|careful|carefully|soft|softly|delicate|delicately|tenderly|tender|\
        cautious|cautiously|smoothly|smooth|with_care|with_feeling|like_a_feather|like_an_egg|with_kid_gloves|considerately|gingerly|\
        lovingly|as_if_it_were_glass|like_it_is_glass|like_glass|like_a_raw_egg|mindfully|gentler|softer|\
        smoother|light_handed|lightly|sensitively [now|please|there|as_you_can|as_possible|with_it|with_that|with_this|with_{np}|on_it|\
        when_you_put_it_down|about_it|robot|down|so_it_does_not_break]
    <dont> [just] bang|slam|smash|jerk|hurl|jolt|shake|jostle|jiggle|rattle|plonk|plop|thump|dump|fling|manhandle|yank|wrench|slap|thud|\
        bounce|joggle|clunk [it|that|this|{np}] [down|about|around|in|on|up] [so|that] [hard|roughly|heavily] [please|like_that|with_it]
    <dont> [just] [be|go|put|set|drop|handle|treat|move|lower|place|hold|act] [it|that|this|{np}] [down] [so|that|too] rough|roughly|\
        brutal|brutally|violent|violently|wild|wildly|clumsy|jerky|harsh|heavily|heavy_handed|careless|carelessly|abruptly|forcefully|\
        loudly [down|please|with_it|with_that|on_it|with_{np}|with_{np}]
    [it|that|this|{np}] [is|are|s] [very|quite|extremely|really|so|rather] easily_damaged|easily_scratched|easily_bruised|\
        easily_crushed|easily_squashed|sensitive|ripe|valuable|expensive|an_antique|antique|an_heirloom|priceless|brand_new [so|,] \
        [be_careful|careful|be_gentle|gently]
    it|that|this|{np} bruises|breaks|dents|scratches|marks|tears|cracks|chips|crumbles|squashes|bends|rips|shatters|creases|smudges \
        [very|so|quite|really] easily|quickly|fast
    take|have|with|use|show [more|extra|some|great|the_utmost|a_bit_of|a_little|special|every|all|a_bit_more|due|utmost|maximum|\
        a_lot_of] care|caution|tenderness|sensitivity|delicacy|tlc|finesse [with|there|now|please|when_you_put_it_down] [it|that|this|\
        {np}]
    [a_bit|a_little|some] more care|caution|tenderness|sensitivity|delicacy|finesse [with|there|now|please] [it|that|this|{np}]
    [<subject>] [being|going|moving] [a_bit|way|much|far|rather|still] too rough|brutal|jerky|violent|harsh|roughly|careless|clumsy|\
        forceful|abrupt|heavy_handed|wild|bumpy|shaky [with|for] [it|that|{np}|me]
    no|without|less|not_so_much|fewer|avoid [any|sudden|so_much|so_many] banging|jerking|slamming|bumps|shaking|jerks|jolts|bouncing|\
        sudden_moves|sudden_movements|jerky_moves|jerky_movements|roughness|wobbling|rattling|brute_force|violence|jolting|clattering|\
        thumping|sudden_stops [please|around|about]
    easy|careful|gentle|gently|softly|go_easy|tread_lightly|steady with|on|now_with it|that|this|{np} [please|now|robot|it_is_old|there]
    [handle|treat|hold|carry|move|put_down|place] [it|that|this|{np}] like|as|as_if|as_though [it_is|it_were|it_was|they_were|you_would] \
        [a|an|your_own|your|made_of|the] [raw|sleeping|newborn|little] egg|eggs|eggshells|baby|newborn|glass|treasure|crown_jewel|\
        crown_jewels|child|kitten|bomb|porcelain|gold|soap_bubble|china
    smooth|smoother|softer|gentler movements|moves|motions|motion|touch|landing|handling [please]
    a [bit|little] softer|gentler|more_gentle|more_careful|more_gently|more_carefully|more_care [please|there|with_it|with_that]
""",
    cost=0.425,
)
g(
    _part,
    """
    [rather|please|no|better|always|only|just] <grasp> [it|that|this|them|{np}|the_thing|hold] [only|just|better|rather|up|instead|\
        firmly|carefully] by|at|on|around|near|round|from [<the>] {part} [instead|rather|please|only|this_time|not_the_body|\
        not_by_the_rim]
    [put|place|wrap|close|use] [your] fingers|hand|gripper|hand_there|jaws on|around|round|at <the> {part} [of] [it|that|{np}]
    <the> {part} [of_it|part|end|bit|would_be|is] [is|would_be|s] [better|best|safer|stronger|the_place|sturdier|easier|a_better_place|\
        the_right_place|where_to_hold_it|where_you_should_hold_it|the_bit_to_hold|there_for_that|to_hold] [to|for] [hold|grab|grip|\
        holding|gripping|take|that|it|grasp] [it|that|on_to]
    use|take|grab|hold|grip|go_for|aim_for|try|reach_for <the> {part} [end|part] [of] [it|that|this|{np}] [to|instead|for|please|rather] \
        [lift|hold|carry|grip|pick|that] [it] [up]
    [hold|take|grab|grip|pick] [it] by <the> {part} [,] not [by|at|around|on] <the> {part:no}
    [hold|take|grab|grip|pick] [it] not [by|at|around|on] <the> {part:no} [,] [but] by|at|on <the> {part}
    [grip|hold|grab|take|grasp] [it] [lower|higher] [down|up] by|at|near|on <the> {part}
    [your] grip|hold|grasp should_be|must_be|needs_to_be|belongs|goes|has_to_be at|on|around|near <the> {part}
    that is where|what <the> {part} is for
    it has a {part} [for_that|you_know] [,] [use_it]
""",
    cost=0.385,
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
