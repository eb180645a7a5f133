"""How it is carried, gripped and approached: upright, gently, no higher than the shelf, from above, by the handle."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.dialogue import ROBOT
from heedful.agents.corrections.limits import bound
from heedful.agents.corrections.magnitudes import Amount

PARTS = frozenset({
    "handle", "rim", "edge", "body", "neck", "base", "bottom", "stem", "lid", "top", "side", "sides", "middle", "end", "corner", "knob",
    "ear", "spout", "blade", "grip", "cap", "foot", "lip",
    "shaft", "brim", "tip", "back", "front", "waist", "belly", "collar", "strap", "loop", "corners", "edges", "centre", "center", "shank",
    "head", "tail", "leg", "button", "stalk", "bowl", "wall", "tab",
    "outside", "inside", "lower end", "upper end", "far end", "narrow end", "thin end", "wide end", "thick end", "upper part",
    "lower part", "upper edge", "lower edge",
})  # fmt: skip
"""Parts of a thing that it may be held by."""
_CALLED = {"sides": "side", "corners": "corner", "edges": "edge", "center": "centre"}
_FROM = {
    **dict.fromkeys(("above", "top", "overhead", "up", "up top", "on top", "straight above", "directly above", "up above"), "above"),
        **dict.fromkeys(("below", "underneath", "beneath", "under", "the bottom", "bottom", "down below"), "below"),
    **dict.fromkeys(("side", "sides", "sideways", "one side", "other side"), "side"), "left": "left", "left side": "left",
        "left hand side": "left", "right": "right", "right side": "right", "right hand side": "right",
    **dict.fromkeys(("behind", "back", "rear"), "behind"), **dict.fromkeys(("front", "in front"), "front"),
}  # fmt: skip
"""Words for where a thing is approached from."""


def _held(m: Match) -> str | None:
    """The thing spoken of, or what the robot acts on."""
    thing = m.known
    return thing.name if thing is not None and thing.how != "it" and thing.name else m.dialogue.object


def _upright(m: Match) -> Part | None:
    if m.end - m.start == 1 and m.words[m.start] in ("tip", "tilt", "lean", "topple", "drip", "spill", "leak"):
        return None  # `tip it towards me`
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
        found += [
            (_FROM[said], start + n) for n in (3, 2, 1) if (said := " ".join(words[start : start + n])) in _FROM and start + n <= len(words)
        ]
    return found


SLOTS["part"] = _part
SLOTS["from"] = _from


_ONWARD = frozenset(
    {"closer", "nearer", "toward", "towards", "to", "up", "down", "higher", "lower", "over", "above", "at", "left", "right", "point"}
)


_LAID = frozenset({"lay", "put", "turn", "tip", "set", "place", "stand", "rest", "roll", "flip"})


def _by_part(m: Match) -> Part | None:
    if m.words[m.end : m.end + 1] and m.words[m.end] in _ONWARD:
        return None  # `get the spout closer to the glass`
    if _LAID & set(m.words[: m.end]) and m["part"] in ("side", "back", "front", "top", "head", "bottom", "end"):
        return None  # `lay it on its side`
    held = _held(m)
    return Part("constraint", {"type": "grasp_part", "object": held, "part": m["part"]}) if held else None


def _approach(m: Match) -> Part | None:
    if m.thing is not None and m.thing.how != "it" and m.said.startswith(m.thing.words):
        return None  # `the second one from the left`
    held = _held(m)
    return Part("constraint", {"type": "approach", "object": held, "from": m.get("from") or "side"}) if held else None


def _height(limit_is: str, other_way: str) -> Maker:
    def made(m: Match) -> Part | None:
        denied = any(w in ("not", "no", "never", "without", "avoid") for w in m.said.split()) and not any(
            f"{w} than" in m.said for w in ("less", "more")
        )
        effect: dict[str, object] = {"type": "height", "object": _kept(m), "limit": other_way if denied else limit_is}
        amount = m.get("amt")
        if isinstance(amount, Amount):
            if amount.unit != "m":
                return None
            effect["value_m"] = amount.value
        if thing := m.known:
            if thing.name is None or bound(m, thing):
                return None
            effect["reference"] = thing.name
        return Part("constraint", effect) if len(effect) > 3 else None

    return made


def _kept(m: Match) -> str:
    """What must keep to a height: the thing that was named, else the robot."""
    kept = m.get("it")
    return kept.name if kept is not None and kept.name else ROBOT


g = GRAMMAR.add
g(
    _upright,
    """
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
""",
    cost=0.4,
)
g(
    _gentle,
    """
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
""",
    cost=0.43,
)
g(
    _height("below", "above"),
    """
    [stay|keep|remain|go|fly|move|travel|be|stick|lower] [{np:it}] [it|the_arm|your_arm|your_hand] [down] below|under|beneath|\
        lower_than|underneath [{amt}] [{np}]
    <dont> [go|rise|lift|raise|climb|come|fly|move|get|be|reach|lift_it|go_up|raise_it|move_it] [{np:it}] [down|up] [any] lower|\
        below|under|deeper|lower_than|beneath [than] [{amt}|{np}]
    no lower than {amt}|{np}
    not lower than {amt}|{np}
    not [any] [go] below|under|beneath|deeper_than {amt}|{np}
""",
    cost=0.42,
)
g(
    _height("above", "below"),
    """
    [stay|keep|remain|go|fly|move|travel|be|stick|hover] [{np:it}] [it|the_arm|your_arm|your_hand] [up|well|high|always] above|\
        higher_than [{amt}] [{np}]
    <dont> [go|rise|lift|raise|climb|come|fly|move|get|be|reach|lift_it|go_up|raise_it|move_it|lift_{np}|bring_it] [{np:it}] [up] \
        [any] higher|above [than] [{amt}|{np}]
    no|not [any] higher than {amt}|{np}
    not above {amt}
    [stay|keep|remain] [it] at_least|more_than {amt} above|over [{np}]
    stay|keep|remain [it] {amt} above|over|off [{np}]
""",
    cost=0.42,
)
g(
    _height("above", "below"),
    """
    [stay|keep|remain|hover|hold] [it] [at_least] {amt} above|over {np}
    not higher than {amt}
    not higher than {np}
""",
    cost=0.41,
)
g(
    _height("below", "above"),
    """
    [keep|stay|remain|hold|go] [{np:it}|it] at_most|no_more_than|not_more_than|less_than|a_maximum_of|max|maximum|never_more_than \
        {amt} above|over|off|from|high [{np}]
""",
    cost=0.4,
)
g(
    _height("above", "below"),
    """
    [keep|stay|remain|hold|go] [{np:it}|it] at_least|more_than|a_minimum_of|no_less_than|not_less_than|min {amt} above|over|off [{np}]
    keep|hold {np:it} {amt} above|over|off {np}
    keep|hold|stay {np:it} above|higher_than {np}
""",
    cost=0.4,
)
g(
    _height("below", "above"),
    """
    keep|hold {np:it} below|lower_than|under {np}
""",
    cost=0.4,
)
g(
    _approach,
    """
    [approach|come|go|go_in|get|reach|reach_for|grab|take|pick|pick_up|come_in|come_at|go_at|move_in|descend|do|try|grasp|go_for|\
        attack|move|enter|grip|lift|come_down|get_at|start] [it|that|this|at_it|to_it|for_it|at|in|in_on_it|at_{np}|{np}|towards_it|\
        up|in_to_it|down_on_it] [up] [straight|more|rather|directly|instead] from {from}
    approach|come|grab|take|grasp|go_in|reach|come_at|reach_for [it|that|at_it|in|{np}|for_it] sideways
    not from {from:no} but|rather from {from}
    from {from} not from {from:no}
    from {from} [please|instead]
    from {from} instead_of|rather_than {from:no}
""",
    cost=0.4,
)
g(
    _by_part,
    """
    [<grasp>] [it|that|this|them|{np}|up] [only|better|rather] by|at|on|around|near|near_to [<the>] {part} [instead|rather]
    <grasp> [it|that|this|{np}] [only|better] [by|at|on|from|around] <the> {part} of it|that|this|{np:np}
    <grasp> <the> {part}
    [<grasp>] [it|that|this] by <the> {part} not [by|at] <the> {part:no}
    <dont> [<grasp>] [it] [by|at] [<the>] {part:no} [,] [but|rather|use|take|by|at] [<the>|by_the|at_the] {part}
    not [by|at] <the> {part:no} [,] by|at <the> {part}
    use <the> {part} [to] [<grasp>|pick_it_up|lift|carry|hold] [it|that]
    <the> {part} is [the] [better|best|safer|stronger|right] place|spot|there_for_that|what_you_grab|where_you_hold_it
""",
    cost=0.38,
)
