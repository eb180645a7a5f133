"""Conditions on the motion under way: stay away, keep it upright, gently, no higher than the shelf, from above, by the handle."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Match, Part, Reader
from heedful.agents.corrections.dialogue import ROBOT
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.things import Meant, the_one

PARTS = frozenset({
    "handle", "rim", "edge", "body", "neck", "base", "bottom", "stem", "lid", "top", "side", "sides", "middle", "end", "corner", "knob", "ear", "spout", "blade", "grip", "cap", "foot", "lip",
    "shaft", "brim", "tip", "back", "front", "waist", "belly", "collar", "strap", "loop", "corners", "edges", "centre", "center", "shank", "head", "tail", "leg", "button", "stalk", "bowl", "wall", "tab",
    "outside", "inside", "lower end", "upper end", "far end", "narrow end", "thin end", "wide end", "thick end", "upper part", "lower part", "upper edge", "lower edge",
})  # fmt: skip
"""Parts of a thing that it may be held by."""
_CALLED = {"sides": "side", "corners": "corner", "edges": "edge", "center": "centre"}
_FROM = {
    **dict.fromkeys(("above", "top", "overhead", "up", "up top", "on top", "straight above", "directly above", "up above"), "above"), **dict.fromkeys(("below", "underneath", "beneath", "under", "the bottom", "bottom", "down below"), "below"),
    **dict.fromkeys(("side", "sides", "sideways", "one side", "other side"), "side"), "left": "left", "left side": "left", "left hand side": "left", "right": "right", "right side": "right", "right hand side": "right",
    **dict.fromkeys(("behind", "back", "rear"), "behind"), **dict.fromkeys(("front", "in front"), "front"),
}  # fmt: skip
"""Words for where a thing is approached from."""

CLASSES |= {
    "watch": "watch|mind|watch_out_for|look_out_for|careful_of|beware_of|be_careful_of|be_careful_around|careful_around|beware|keep_an_eye_on|"
    "pay_attention_to|take_care_of|take_care_around|take_care_near|take_care_with|mind_out_for|watch_for|careful_near|be_careful_near|careful_with|"
    "be_careful_with|caution_with|caution_near|attention_to|be_aware_of|look_at|look_out_around|watch_yourself_around|attention",
    "hit": "hit|bump|bump_into|knock|knock_over|crash_into|collide_with|knock_into|run_into|clip|strike|smash|smash_into|drive_into|bang_into|ram|"
    "tip_over|push_over|hitting|bumping|bumping_into|knocking|knocking_over|crashing_into|topple|run_over|hit_against|bang|catch|scratch|smack|"
    "sweep_away|sweep_off|damage|break|collide_into|hit_into|crash|collide",
    "touch": "touch|graze|brush|brush_against|contact|touching|disturb|lay_a_finger_on|make_contact_with|move|lean_on|rub_against|brush_past|poke|"
    "come_into_contact_with|come_in_contact_with|mess_with|tamper_with|grab",
    "gentle": "gentle|careful|soft|delicate|tender|cautious|gently|carefully|softly|delicately|tenderly|cautiously|light|lightly|more_careful|more_gentle|"
    "more_gently|more_carefully|gentler|softer|more_delicate|more_delicately|more_cautious|very_careful|very_gentle|a_bit_gentler|with_care|smooth|smoothly|"
    "smoother|more_smoothly|less_rough|less_roughly|less_rude|more_softly|more_cautiously|extra_careful|super_careful|less_jerky|less_forceful|less_brutal",
    "upright": "upright|straight_up|vertical|straight|right_side_up|the_right_way_up|standing|vertically|right_way_up|standing_up|upright_and_level|"
    "pointing_up|standing_upright|on_its_base|the_right_side_up",
}


def _present(m: Match) -> Meant | None:
    thing = m.known
    return thing if thing is not None and thing.names else None


def limit(kind: str, thing: Meant | None, **more: object) -> Part | None:
    """A constraint about a thing; a question where several are meant."""
    if thing is None or not thing.names:
        return None
    if thing.name is None and thing.plural:
        return Part("constraint", {"type": kind, "object": list(thing.names), **more})
    if thing.name is None:
        return Part("constraint", {"type": kind, "object": None, **more}, ask=True, candidates=thing.names)
    return Part("constraint", {"type": kind, "object": thing.name, **more})


def _metres(m: Match) -> dict[str, object]:
    amount = m.get("amt") or m.amount
    return {"distance_m": amount.value} if isinstance(amount, Amount) and amount.unit == "m" else {}


def _bound(m: Match, thing: Meant | None) -> bool:
    """Whether it is what the robot acts on, which it cannot stay away from."""
    return thing is not None and (thing.how == "it" or (thing.name is not None and thing.name == m.dialogue.object))


def _keep_out(m: Match) -> Part | None:
    thing = _present(m)
    if thing is None or _bound(m, thing) or thing.name == ROBOT:
        return None
    return limit("keep_out", the_one(m.dialogue, thing), **_metres(m))


def _mind(m: Match) -> Part | None:
    """`mind the lamp` is to stay away from it; `careful with the mug` in hand is to be gentle with it."""
    thing = _present(m)
    if thing is not None and _bound(m, thing):
        return limit("gentle", thing)
    return _keep_out(m)


def _no_touch(m: Match) -> Part | None:
    thing = _present(m)
    if thing is not None and m.said.split()[-len(thing.words.split()) - 1] in ("use", "take", "pick", "grab", "up") and set(thing.names) & {*m.dialogue.bindings.values()}:
        return None  # another is wanted in its place
    if thing is None or thing.name == ROBOT or (m.words[m.start] in ("leave", "let") and m.dialogue.object in thing.names):
        return None
    return limit("no_touch", the_one(m.dialogue, thing))


def _held(m: Match) -> str | None:
    """The thing spoken of, or what the robot acts on."""
    thing = m.known
    return thing.name if thing is not None and thing.how != "it" and thing.name else m.dialogue.object


def _upright(m: Match) -> Part | None:
    held = _held(m)
    return Part("constraint", {"type": "upright", "object": held}) if held else None


def _gentle(m: Match) -> Part | None:
    held = _held(m)
    return Part("constraint", {"type": "gentle", "object": held or ROBOT}, weak=m.said in ("careful", "careful now", "be careful"))


def _part(reader: Reader, at: int) -> list[tuple[str, int]]:
    words = reader.words
    found = [(" ".join(words[at : at + n]), at + n) for n in (2, 1) if at + n <= len(words) and " ".join(words[at : at + n]) in PARTS]
    return [(_CALLED.get(p, p), e) for p, e in found]


def _from(reader: Reader, at: int) -> list[tuple[str, int]]:
    words = reader.words
    found = []
    for start in {at, at + 1} if words[at] in ("the", "its", "your", "my", "one", "straight", "directly") else {at}:
        found += [(_FROM[said], start + n) for n in (3, 2, 1) if (said := " ".join(words[start : start + n])) in _FROM and start + n <= len(words)]
    return found


SLOTS["part"] = _part
SLOTS["from"] = _from


def _by_part(m: Match) -> Part | None:
    held = _held(m)
    return Part("constraint", {"type": "grasp_part", "object": held, "part": m["part"]}) if held else None


def _approach(m: Match) -> Part | None:
    held = _held(m)
    return Part("constraint", {"type": "approach", "object": held, "from": m.get("from") or "side"}) if held else None


def _height(limit_is: str, other_way: str):  # type: ignore[no-untyped-def]
    def made(m: Match) -> Part | None:
        denied = any(w in ("not", "no", "never", "without", "avoid") for w in m.said.split()) and not any(f"{w} than" in m.said for w in ("less", "more"))
        effect: dict[str, object] = {"type": "height", "object": _kept(m), "limit": other_way if denied else limit_is}
        amount = m.get("amt")
        if isinstance(amount, Amount):
            if amount.unit != "m":
                return None
            effect["value_m"] = amount.value
        if thing := m.known:
            if thing.name is None or _bound(m, thing):
                return None
            effect["reference"] = thing.name
        return Part("constraint", effect) if len(effect) > 3 else None

    return made


def _kept(m: Match) -> str:
    """What must keep to a height: the thing that was named, else the robot."""
    kept = m.get("it")
    return kept.name if kept is not None and kept.name else ROBOT


def _keep_in(m: Match) -> Part | None:
    thing = _present(m)
    return None if thing is None or _bound(m, thing) else limit("keep_in", thing)


CLASSES |= {
    "near": (
        "near|close_to|anywhere_near|over|above|across|past|too_close_to|so_close_to|too_near|so_near|by|around|next_to|into|towards|"
        "toward|at|over_the_top_of|on_top_of|through|that_close_to|nearer_to|closer_to|in_the_way_of|there_over|so_near_to|"
        "too_near_to|anywhere_close_to"
    ),
}
g = GRAMMAR.add
g(_keep_out, """
    <keep> [well|far|right|further|a_good_distance|at_a_distance|a_bit] [{amt}] away|clear|off|back|out|far|at_a_distance|distant|\
        apart [from|of|from_over] {np}
    keep|maintain|hold|leave <the>|some|more|plenty_of|enough|a_safe|a_good|a_bit_of distance|space|room|clearance from|to|around {np}
    [give|leave] [a] wide berth to {np}
    give {np} a|some|more|plenty|enough [of] [wide|wider|good] berth|space|room|distance|clearance
    <keep> [at_least] {amt} [away|clear|off|distance|clearance] from|of {np}
    leave|keep|allow [at_least|a] [{amt}] [of] [distance|clearance|space|gap|room|a_gap|a_distance|a_margin|margin] [of] [{amt}] to|\
        from|between_you_and|between_it_and|around|next_to|before|for {np}
    avoid|dodge|bypass|evade|circumvent|skirt|circumnavigate [going|getting|passing] [near|over|close_to] {np}
    <dont> [go|come|get|move|pass|fly|swing|travel|drive|carry_it|carry_that|take_it|bring_it|reach|cross|wander|drift|stray|hover|\
        be|going|coming|getting|move_it|pour_it|be_going|run|wipe|lean|hold_it|let_it_get|let_it_go|put_it|swing_it|lift_it|pass_it] \
        <near> {np}
    not [so] over|above|across|near|past|close_to|too_close_to|through|anywhere_near {np}
    [go|move|drive|swing|steer|travel|pass|take_it|take_a_detour|carry_it|come|make_a_detour|make_a_circle|detour|bring_it|curve|get|\
        walk|route_it|make_your_way] [well] around|round [the_side_of] {np} [not_over_it|not_over|instead|instead_of_over_it]
    <watch> {np}
""", cost=0.4)
g(_keep_out, """
    [<subject>] [are|is] [going_to|about_to|gonna|will|would|might|may|could|nearly|almost|just_about_to] [nearly|almost] <hit> \
        [over|into] {np} [over]
    you nearly|almost <hit> {np}
    <dont> <hit> {np} [over]
    without hitting|bumping_into|knocking_over|going_over|crashing_into {np}
    [<subject>] [are|is] heading|going|moving|driving|swinging|coming|aiming|running|flying [straight|right|directly] for|towards|at|\
        into {np}
    <dont> knock {np} over|down|off
    look out the|that {np}
    watch out {np}
    {np} is [in|right_in] [the|your] way|path
    there is {np} in your|the way|path
    [you|it|that] [will|would|might|could] [get] <hit> {np} [over]
    you are going|about to knock {np} over|down|off
""", cost=0.41)
g(_mind, """
    {np} [,] watch_it|careful|watch_out|look_out|mind_it|be_careful
    <watch> {np}
    [be] <gentle> with|around|near {np}
    [be] <gentle> [because_of|there_is] {np}
    mind out [for] {np}
    watch out [for|there_is] {np}
    careful {np:np}
""", cost=0.4)
g(_keep_in, """
    stay|keep|remain [it] within|inside|on_this_side_of|on_my_side_of|on_your_side_of|on_that_side_of|on_the_near_side_of|inside_of|\
        within_the_limits_of|within_the_area_of|within_the_bounds_of {np}
    <dont> leave|cross|go_beyond|go_outside|go_past|overstep|go_off|stray_from|stray_beyond|go_outside_of|move_beyond|\
        go_over_the_edge_of|stray_outside {np}
    stay|keep|remain [it] on|over|to the left|right|near|far|this|other|same [hand] side of {np}
    stay|keep [it] on|over|above {np:np}
    no further than {np}
    not beyond|past|further_than|outside {np}
    <dont> go|move|come further|farther than {np}
    only [on|within|over|inside] {np} nowhere else
    stay on this|your|my|that side [of] {np}
""", cost=0.43)
g(_no_touch, """
    <dont> use|take|pick|grab|pick_up {np}
    <dont> <touch> [even|ever] {np}
    no touching|contact_with {np}
    hands|fingers off [of] {np}
    leave|let {np} alone|be|where_it_is|in_peace|as_it_is|untouched|out_of_it|undisturbed|in_place|standing|there
    without touching|disturbing|moving|brushing {np}
    {np} [must|should|may|is|has_to|needs_to] [to] [not|never] [be] touched|alone|left_alone|untouched|off_limits [where_it_is|alone|\
        put|untouched]
    [keep] [your] hands|fingers|hand|gripper off|away_from {np}
    {np} is off limits|taboo
    you are [about|going] [to] touch|touching {np}
""", cost=0.4)
g(_upright, """
    keep|hold|carry|leave|have|transport|move|bring|take|bear [it|that|this|them|{np}] [nice_and|nicely|perfectly|always] <upright>
    stay upright
    it|that|this|{np} stays|remains|is_kept|is <upright>
    keep|stop|prevent it|that|this|{np} from tipping|spilling|falling_over|tilting|slopping [over]
    you are|will tilting|tipping|spilling|tilt|tip|slopping it|that|this|{np} [over]
    <dont> tip|tilt|turn|spill|slop|slosh|pour [it|that|this|them|{np}|any|anything|the_water|the_coffee|the_tea|a_drop|the_liquid|\
        the_contents|the_soup|the_juice|the_milk|the_wine|so_much|what_is_in_it|everything] [over|out|upside_down|anywhere|down]
    <dont> let it|that|this|them|{np}|anything|the_water|the_coffee|the_liquid|any_of_it [tip|tilt|spill|fall|slop|topple|leak|run|\
        pour|slosh|lean] [over|out|on_its_side]
    [<subject>|it|that|this|{np}|the_water|the_coffee|something|the_liquid|the_tea|the_juice] [is|are] [going_to|about_to|gonna|will|\
        might|could|may|nearly|almost|starting_to|just_about_to|starting] [get] spill|tip_over|tip|slop|slosh|spilling|slopping|\
        run_out|leak|overflow|tipping|tipping_over|sloshing|topple|topple_over|fall_over|pour_out|dripping|drip|spilled [over|out|\
        everywhere]
    you will|are|might|could|may [going_to|about_to|gonna|nearly|almost] spill|spilling [it|that|this|{np}|something|everything|\
        the_water|the_coffee]
    [no|without|avoid] spilling|tilting|tipping [it|that|this|{np}|anything]
    make_sure it|that|{np} does_not|will_not|can_not tip|spill|fall_over|tilt|slop [over|out]
    mind|watch the water|liquid|contents|coffee|tea|juice|soup|milk|wine|level|drink|spill
    upright
    it|that|{np} must|has_to|should|needs_to stay|remain|be|be_kept [upright|vertical|straight]
    [this|that|the] [right] way up
    no spilling|spills
    the right way up
""", cost=0.4)
g(_gentle, """
    [be|go|do_it|move|act|more|handle_it|handle_that|handle_{np}|take_it|place_it|put_it_down|put_it|set_it_down|hold_it|treat_it|\
        lower_it|a_bit|much|very|really|carry_it|make_it|try_to_be|treat_{np}|put_{np}_down|work|drive|pour|set_{np}_down|\
        put_that_down|grip_it|hold|lift_it|grab_it|treat_that] [very|a_bit|really|more|extra|a_little] <gentle> [now|please|there|\
        down] [with|on] [it|that|this|them|{np}|your_grip]
    go easy on {np}
    gently does it
    go gently|easy [on_it]
    [handle|treat|carry|move|hold] [it|that|this|{np}] with [great|more|extra|some|a_bit_of|a_bit_more|a_little|the_utmost] care|\
        caution|feeling|kid_gloves|tenderness
    handle with care
    [take] [more|extra|some|great] care [with] [it|that|this|{np}]
    <dont> [be] [so|too|that] rough|brutal|roughly|violent|wild|clumsy|jerky|harsh|heavy_handed|careless [with|about|down|around] \
        [it|that|{np}]
    <dont> bang|slam|smash|jerk|hurl|jolt|shake|jostle|jiggle|rattle [it|that|this|{np}] [down|about|around]
    not so|too|that|quite_so rough|roughly|brutal|violently|wildly|hard_with_it|jerky|clumsily|violent|harsh|carelessly|brutally|\
        abruptly|harshly|heavy_handed
    [<subject>] [being] too rough|brutal|jerky|violent|harsh|roughly|careless [with] [it|that|{np}]
    treat|handle|hold|carry it|that|{np} like [it_is|it_were|it_was|you_would|a|an] [a|an|raw|glass|egg|eggs|eggshells|baby|newborn|\
        made_of_glass|the_crown_jewels|made_of] [egg|eggs|glass|baby]
    careful that|it is it|fragile|glass|breakable|delicate
    [put|set] it down like|as a feather
    no banging|jerking|slamming|bumps|shaking|sudden_movements|jerky_movements
    less force|brute_force|violence
    with care
    it|that|this|{np} bruises|breaks|dents|scratches|marks|tears|cracks|chips [very|so] easily
    it|that|{np} might|could|will break|crack|shatter|get_damaged|get_scratched
""", cost=0.43)
g(_height("below", "above"), """
    [stay|keep|remain|go|fly|move|travel|be|stick|lower] [{np:it}] [it|the_arm|your_arm|your_hand] [down] below|under|beneath|\
        lower_than|underneath [{amt}] [{np}]
    <dont> [go|rise|lift|raise|climb|come|fly|move|get|be|reach|lift_it|go_up|raise_it|move_it] [{np:it}] [down|up] [any] lower|\
        below|under|deeper|lower_than|beneath [than] [{amt}|{np}]
    no lower than {amt}|{np}
    not lower than {amt}|{np}
    not [any] [go] below|under|beneath|deeper_than {amt}|{np}
""", cost=0.42)
g(_height("above", "below"), """
    [stay|keep|remain|go|fly|move|travel|be|stick|hover] [{np:it}] [it|the_arm|your_arm|your_hand] [up|well|high|always] above|\
        higher_than [{amt}] [{np}]
    <dont> [go|rise|lift|raise|climb|come|fly|move|get|be|reach|lift_it|go_up|raise_it|move_it|lift_{np}|bring_it] [{np:it}] [up] \
        [any] higher|above [than] [{amt}|{np}]
    no|not [any] higher than {amt}|{np}
    not above {amt}
    [stay|keep|remain] [it] at_least|more_than {amt} above|over [{np}]
    stay|keep|remain [it] {amt} above|over|off [{np}]
""", cost=0.42)
g(_height("above", "below"), """
    [stay|keep|remain|hover|hold] [it] [at_least] {amt} above|over {np}
    not higher than {amt}
    not higher than {np}
""", cost=0.41)
g(_height("below", "above"), """
    [keep|stay|remain|hold|go] [{np:it}|it] at_most|no_more_than|not_more_than|less_than|a_maximum_of|max|maximum|never_more_than \
        {amt} above|over|off|from|high [{np}]
""", cost=0.4)
g(_height("above", "below"), """
    [keep|stay|remain|hold|go] [{np:it}|it] at_least|more_than|a_minimum_of|no_less_than|not_less_than|min {amt} above|over|off [{np}]
    keep|hold {np:it} {amt} above|over|off {np}
    keep|hold|stay {np:it} above|higher_than {np}
""", cost=0.4)
g(_height("below", "above"), """
    keep|hold {np:it} below|lower_than|under {np}
""", cost=0.4)
g(_approach, """
    [approach|come|go|go_in|get|reach|reach_for|grab|take|pick|pick_up|come_in|come_at|go_at|move_in|descend|do|try|grasp|go_for|\
        attack|move|enter|grip|lift|come_down|get_at|start] [it|that|this|at_it|to_it|for_it|at|in|in_on_it|at_{np}|{np}|towards_it|\
        up|in_to_it|down_on_it] [straight|more|rather|directly|instead] from {from}
    [approach|come|grab|take|grasp|go_in|reach|come_at|reach_for] [it|that|at_it|in|{np}|for_it] sideways
    not from {from:no} but|rather from {from}
    from {from} not from {from:no}
    from {from} [please|instead]
    from {from} instead_of|rather_than {from:no}
""", cost=0.4)
g(_by_part, """
    [<grasp>] [it|that|this|them|{np}|up] [only|better|rather] by|at|on|around|near|near_to [<the>] {part} [instead|rather]
    <grasp> [it|that|this|{np}] [only|better] [by|at|on|from|around] <the> {part} of it|that|this|{np:np}
    <grasp> <the> {part}
    [<grasp>] [it|that|this] by <the> {part} not [by|at] <the> {part:no}
    <dont> [<grasp>] [it] [by|at] [<the>] {part:no} [,] [but|rather|use|take|by|at] [<the>|by_the|at_the] {part}
    not [by|at] <the> {part:no} [,] by|at <the> {part}
    use <the> {part} [to] [<grasp>|pick_it_up|lift|carry|hold] [it|that]
    <the> {part} is [the] [better|best|safer|stronger|right] place|spot|there_for_that|what_you_grab|where_you_hold_it
""", cost=0.38)
