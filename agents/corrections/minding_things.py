"""Care with what is in hand, as it is hinted at: `you'll spill it`, `that is fragile`, `by the handle`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.corrections.dialogue import ROBOT
from heedful.agents.corrections.manners import PARTS


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


g = GRAMMAR.add
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
