"""What is to be stayed away from, kept to, or not touched."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Match, Part
from heedful.agents.corrections.dialogue import ROBOT
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.things import Meant, the_one

CLASSES |= {
    "watch": "watch|mind|watch_out_for|look_out_for|careful_of|beware_of|be_careful_of|be_careful_around|careful_around|beware|"
    "keep_an_eye_on|"
    "pay_attention_to|take_care_of|take_care_around|take_care_near|take_care_with|mind_out_for|watch_for|careful_near|be_careful_near|"
    "careful_with|"
    "be_careful_with|caution_with|caution_near|attention_to|be_aware_of|look_at|look_out_around|watch_yourself_around|attention",
    "hit": "hit|bump|bump_into|knock|knock_over|crash_into|collide_with|knock_into|run_into|clip|strike|smash|smash_into|drive_into|"
    "bang_into|ram|"
    "tip_over|push_over|hitting|bumping|bumping_into|knocking|knocking_over|crashing_into|topple|run_over|hit_against|bang|catch|"
    "scratch|smack|"
    "sweep_away|sweep_off|damage|break|collide_into|hit_into|crash|collide|squash|crush|squish|flatten|"
    "trample|dent|mangle",
    "touch": "touch|graze|brush|brush_against|contact|touching|disturb|lay_a_finger_on|make_contact_with|move|lean_on|rub_against|"
    "brush_past|poke|"
    "come_into_contact_with|come_in_contact_with|mess_with|tamper_with|grab",
    "gentle": "gentle|careful|soft|delicate|tender|cautious|gently|carefully|softly|delicately|tenderly|cautiously|light|lightly|"
    "more_careful|more_gentle|"
    "more_gently|more_carefully|gentler|softer|more_delicate|more_delicately|more_cautious|very_careful|very_gentle|a_bit_gentler|"
    "with_care|smooth|smoothly|"
    "smoother|more_smoothly|less_rough|less_roughly|less_rude|more_softly|more_cautiously|extra_careful|super_careful|less_jerky|"
    "less_forceful|less_brutal",
    "upright": "upright|straight_up|vertical|straight|right_side_up|the_right_way_up|standing|vertically|right_way_up|standing_up|"
    "upright_and_level|"
    "steady|pointing_up|standing_upright|on_its_base|the_right_side_up",
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


def bound(m: Match, thing: Meant | None) -> bool:
    """Whether it is what the robot acts on, which it cannot stay away from."""
    return thing is not None and (thing.how == "it" or (thing.name is not None and thing.name == m.dialogue.object))


def _keep_out(m: Match) -> Part | None:
    thing = _present(m)
    if thing is None or bound(m, thing) or thing.name == ROBOT:
        return None
    return limit("keep_out", the_one(m.dialogue, thing), **_metres(m))


def _mind(m: Match) -> Part | None:
    """`mind the lamp` is to stay away from it; `careful with the mug` in hand is to be gentle with it."""
    thing = _present(m)
    if thing is not None and bound(m, thing):
        return limit("gentle", thing)
    return _keep_out(m)


def _no_touch(m: Match) -> Part | None:
    thing = _present(m)
    if (
        thing is not None
        and m.said.split()[-len(thing.words.split()) - 1] in ("use", "take", "pick", "grab", "up")
        and set(thing.names) & {*m.dialogue.bindings.values()}
    ):
        return None  # another is wanted in its place
    if thing is None or thing.name == ROBOT or (m.words[m.start] in ("leave", "let") and m.dialogue.object in thing.names):
        return None
    return limit("no_touch", the_one(m.dialogue, thing))


def _keep_in(m: Match) -> Part | None:
    thing = _present(m)
    return None if thing is None or bound(m, thing) else limit("keep_in", thing)


CLASSES |= {
    "near": (
        "near|close_to|anywhere_near|over|above|across|past|too_close_to|so_close_to|too_near|so_near|by|around|next_to|into|towards|"
        "toward|at|over_the_top_of|on_top_of|through|that_close_to|nearer_to|closer_to|in_the_way_of|there_over|so_near_to|"
        "too_near_to|anywhere_close_to"
    ),
}
g = GRAMMAR.add
g(
    _keep_out,
    """
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
""",
    cost=0.4,
)
g(
    _keep_out,
    """
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
""",
    cost=0.41,
)
g(
    _mind,
    """
    {np} [,] watch_it|careful|watch_out|look_out|mind_it|be_careful
    <watch> {np}
    [be] <gentle> with|around|near {np}
    [be] <gentle> [because_of|there_is] {np}
    mind out [for] {np}
    watch out [for|there_is] {np}
    careful {np:np}
""",
    cost=0.4,
)
g(
    _keep_in,
    """
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
""",
    cost=0.43,
)
g(
    _no_touch,
    """
    <donot> use|take|pick|grab|pick_up {np}
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
""",
    cost=0.4,
)
