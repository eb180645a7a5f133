"""Turning and lining up: `turn it a quarter to the left`, `roll it over`, `square with the edge`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Match, Part
from heedful.agents.corrections.magnitudes import amounts
from heedful.agents.corrections.motion import rotate, size
from heedful.agents.understanding import directions
from heedful.agents.understanding.tables import Table

CLASSES |= {
    "turn": "turn|rotate|twist|spin|pivot|swivel|yaw|revolve|reorient|swing|turning|rotating|twisting|crank|reorientate|whirl",
    "wrist": "it|that|this|them|your_hand|the_hand|hand|your_wrist|the_wrist|wrist|the_gripper|your_gripper|gripper|the_arm|the_tool|"
    "the_end_effector|the_fingers|your_fingers|the_thing|yourself|your_claw|the_claw|fingers|the_jaws|your_palm|the_palm|things",
    "tilt": "tilt|tip|pitch|incline|lean|slant|angle|cant|bend|point|nod",
    "around": "around|round|about|over|further|more|some|back",
}
SLOTS["sense"] = lambda reader, at: [*SENSE.at(reader.words, at)]
SENSE: Table[str] = Table({
    **{p: "cw" for p in directions.TURNS["right"]}, **{p: "ccw" for p in directions.TURNS["left"]},
    **dict.fromkeys(("counterclock wise", "anti clockwise", "counter clock wise", "anticlock wise", "against the clock", "anti clock wise",
        "against the clock s direction", "contra clockwise", "the opposite of clockwise", "counter clockwise", "ccw", "acw"), "ccw"),
    **dict.fromkeys(("clock wise", "with the clock", "like a clock", "in clock direction", "cw", "as the clock goes"), "cw"),
    **{p: {"left": "ccw", "right": "cw"}[side] for side in ("left", "right") for p in directions.DIRECTIONS[side]
       if not p.endswith(("edge", "end", "hand", "edge"))},
    "to my left": "ccw", "to my right": "cw", "to your left": "ccw", "to your right": "cw",
})  # fmt: skip


def _yaw(m: Match) -> Part | None:
    near = next((a for a, _ in amounts(m.words, m.end)), None) or m.get("amt") or m.amount
    if near is not None and near.unit == "m":
        return None  # `swing left ten centimetres`
    return rotate("yaw", m.get("sense") or "any", m.get("amt") or m.amount)


def _turn_thing(m: Match) -> Part | None:
    thing = m.known
    return _yaw(m) if thing is not None and thing.name and thing.name in (m.dialogue.object, "robot") else None


def _align(m: Match) -> Part | None:
    thing = m.get("np")
    effect: dict[str, object] = {"axis": "yaw", "sense": "align", "magnitude": size(m.amount, "deg") or "default"}
    if thing is None:
        return Part("rotate", effect)
    if thing.name is None:
        return Part("rotate", {**effect, "reference": None}, ask=True, candidates=thing.names) if thing.names else None
    return Part("rotate", {**effect, "reference": thing.name})


g = GRAMMAR.add
g(
    lambda m: _yaw(m) if m["amt"].unit == "deg" else None,
    """
    give it|that|the_hand|the_wrist {amt}
    another|one_more {amt}
""",
    cost=0.44,
)
g(
    _yaw,
    """
    <turn> [<wrist>] sideways|sidewards|crosswise
    <turn> [<wrist>] [<around>] [by|through] [{amt}] {sense} [<around>|more|further]
    <turn> [<wrist>] [<around>] [by|through] [{amt}]
    <turn> [<wrist>] {amt}
    give it|that|the_hand|the_wrist [a] [{amt}] turn|twist|rotation|spin [{sense}]
    give it|that|the_hand|the_wrist {amt} {sense}
    <turn> the {part} [around] {sense}
    <wrist> [has_to|needs_to|should|must|wants_to] <turn> [{amt}] {sense}
    <wrist> needs_to|has_to|should|must <turn> [{amt}]
    [a|another|one|some] turn|twist|rotation|spin [{amt}] {sense}
    {amt} turn|twist|rotation {sense}
""",
    cost=0.45,
)
g(
    lambda m: rotate("yaw", m["sense"], m["amt"]) if m["amt"].unit == "deg" else None,
    """
    [make|do|give_it|now|and|by|rotate_it|with] {amt} [further|more|around|round] {sense}
""",
    cost=0.3,
)
g(
    lambda m: rotate("yaw", m["sense"], m["amt"]) if m["amt"].unit == "deg" else None,
    """
    {sense} [by|for] {amt}
""",
    cost=0.46,
)
g(
    _turn_thing,
    """
    <turn> {np} [<around>] [by] [{amt}] {sense} [<around>]
    <turn> {np} [<around>] [by] [{amt}]
""",
    cost=0.45,
)
g(
    lambda m: rotate("yaw", m["sense"], m.amount) if "clock" in m.said or m.said in ("cw", "ccw", "acw") else None,
    """
    [more|further] {sense}
""",
    cost=0.45,
)
g(
    lambda m: rotate("yaw", "any", m.get("amt")) if m.get("amt") and m["amt"].unit == "deg" else None,
    """
    {amt}
    [more] turn|rotation
""",
    cost=0.6,
)
g(
    lambda m: rotate("roll", {"ccw": "left", "cw": "right"}[m["sense"]], m.amount),
    """
    roll|tilt|tip|lean|bank|cant [<wrist>] [over] {sense}
    <tilt> <wrist> {sense}
    roll [<wrist>] [over] [by] {amt} {sense}
""",
    cost=0.4,
)
g(
    lambda m: rotate("roll", {"ccw": "right", "cw": "left"}[m["sense"]], m.amount),
    """
    <subject> leaning|tilted|tilting|slanting|slanted|tipped|tipping|lopsided|listing [a_bit|a_little|slightly|too_far|too_much|over] \
        {sense}
    <subject> leans|tilts|slants [a_bit|a_little|slightly|too_far|too_much|over] {sense}
""",
    cost=0.38,
)
g(
    lambda m: rotate("roll", "level", m.amount),
    """
    roll [<wrist>] [back] level|straight|upright
    level the roll
""",
    cost=0.4,
)
g(
    _align,
    """
    line|align|square|orient|match [<wrist>] [up] with|to|along|against|on {np}
    <turn> [<wrist>] [around|round] [so_that_it|until_it|so_it|till_it|to] faces|face|matches|match|points_at|points_to|\
        lines_up_with|is_in_line_with|is_parallel_to|points_towards|pointing_at|looks_at|is_aligned_with|be_parallel_to|line_up_with|\
        point_at|point_to|point_towards {np}
    point|face|aim|orient <wrist> at|to|toward|towards|along {np}
    [make|get|put|bring|turn] [<wrist>] parallel|flush|in_line|square to|with {np}
    align {np:it} with|to {np}
    line|square|match {np:it} up with|to|against|along {np}
    bring|get|put|make|turn {np:it} in|into line|alignment with|to {np}
    <turn> [<wrist>] the [same] way|direction [that] {np} points|faces|is_facing|is_pointing|lies|goes|is|does
    <turn> [<wrist>] like {np}
    <turn> [<wrist>] so [that] it is|lies parallel|in_line|aligned to|with {np}
    <wrist> should be in line|parallel|aligned with|to {np}
    <turn> [<wrist>] to|towards|toward {np}
    [<subject>] not [in] line|aligned|parallel|lined_up with|to {np}
    face {np}
    <turn> [{np:x}|<wrist>] [around|round] [so|until|till] [that] [its|the|<the>] handle|spout|front|opening|label|lid|tip|end|blade|\
        back|fingers|mouth|side|open_side|it faces|points_at|points_to|points_towards|looks_at|is_towards|points_toward|is_facing|\
        is_pointing_at|is_at {np}
    handle|spout|front|opening|label|fingers|mouth towards|to|at {np}
""",
    cost=0.35,
)
g(
    _align,
    """
    <the> handle|spout|front|opening|label|fingers|tip|end|blade should|must|has_to|needs_to point|face|look [to|at|towards|toward] \
        {np}
    <turn> [<wrist>|the_handle|the_spout|the_front|the_opening|the_label|the_fingers] [around] to|towards|toward|so_it_faces {np}
""",
    cost=0.36,
)
g(
    _align,
    """
    align|straighten [<wrist>] [up]
    line|square <wrist> up
    straighten <wrist>
    [<subject>] crooked|askew|wonky|skewed|squint|skew|not_straight|cockeyed|misaligned|off_axis
    put|set|make|turn|get <wrist> [in] straight|square
    straighten {np:np2} [out|up]
""",
)
