"""Shifting what is in motion: `a bit to the left`, `lift it higher`, `right, not left`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR, OPPOSITE
from heedful.agents.corrections.constructions import Match, Part
from heedful.agents.corrections.dialogue import PERSON, ROBOT
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.things import Meant


def size(amount: Amount | None, unit: str) -> str | float | None:
    """What stands in an effect for an amount; None if it is in another unit or was not said."""
    if amount is None or amount.unit not in ("word", unit):
        return None
    return amount.value


def nudge(direction: str, frame: str, amount: Amount | None = None, weak: bool = False) -> Part:
    return Part("nudge", {"direction": direction, "frame": frame, "magnitude_m": size(amount, "m") or "default"}, weak=weak)


def rotate(axis: str, sense: str, amount: Amount | None = None) -> Part:
    return Part("rotate", {"axis": axis, "sense": sense, "magnitude": size(amount, "deg") or "default"})


def frame_of(meant: Meant) -> str | None:
    """The frame that a thing names; None where it is open which thing that is."""
    if meant.name == PERSON:
        return "explicit_person"
    if meant.name == ROBOT:
        return "explicit_robot"
    return None if meant.name is None or (meant.how == "it" and meant.words not in ("that", "this")) else f"object:{meant.name}"


def _shift(m: Match) -> Part:
    direction, frame = m["dir"]
    return nudge(direction, frame, m.get("amt") or m.amount)


def _bare(m: Match) -> Part:
    direction, frame = m["dir"]
    return nudge(direction, frame, m.amount, weak=m.end - m.start == 1)


def _shift_thing(m: Match) -> Part | None:
    """Of what is in hand, or where it goes; to move another thing is no shift of the motion under way."""
    thing = m.known
    held = thing is not None and (thing.how == "it" or thing.name in (m.dialogue.object, ROBOT) or m.dialogue.object in thing.names)
    return _shift(m) if held else None


def _one_not_other(m: Match) -> list[Part] | None:
    """`right, not left`: this way, or of two things the one on this side."""
    (direction, frame), (other, _) = m["dir"], m["not"]
    if OPPOSITE.get(direction) != other or "hand" in m.said.split():
        return None
    return [nudge(direction, frame, m.amount, weak=True), Part("no")]


g = GRAMMAR.add
g(
    _one_not_other,
    """
    [<move>] [<it>] {dir} [,] [and|i_said|i_meant|please] not [to] {dir:not}
    not {dir:not} [,] [but|i_said|i_meant] [<move>] [<it>] {dir}
    [<move>] [<it>] {dir} instead_of|rather_than {dir:not}
""",
    cost=0.3,
)
g(
    _bare,
    """
    {dir}
""",
    cost=0.6,
)
g(
    _shift,
    """
    not {dir:no} [,] [but|rather] {dir}
    {dir} not {dir:no}
""",
    cost=0.45,
)
g(
    _shift,
    """
    [a_bit] <move> [<it>] [over|across|further|farther|more|along|out|a_bit|slightly|straight|all|off|some|some_more|a_step|\
        further_over|even] {dir}
    further|farther|more|over|across|bit_more|even_further|even_more|still_more|slightly_more|some_more|further_over|little_more \
        [over] {dir}
    <it> [<be>|should_be|needs_to_be|has_to_be|must_be|should_go|needs_to_go|wants_to_be|must_go|has_to_go|could_be|could_go|\
        should_come|needs_to_come|has_to_come|could_do_with_being|wants_to_come|wants_to_go|wants|needs|must_come|would_be_better|\
        may_go|ought_to_be] [more|further|moved|a_bit|moving] {dir}
    make it|that {dir}
    give|add [it|me|us] [another] {amt} [more] {dir}
    a|another|one|some|small|little step|nudge|move|shift|correction|tap|push|tick|touch {dir}
    i|we need|want|would_like you|it|that|this [to_be|to_go|to_move|to_come|moved] {dir}
    aim|correct|adjust|tend [more] {dir}
    give it|that|this [a] [{amt}] [little|small|slight|gentle] nudge|push|shift|bump|shove {dir}
    <you> need|needs|want|wants|have|has|must|should|ought [to] [go|be|come|move|get|sit|stand] [more|further] {dir}
    more {dir} <you> should|must|has_to|needs_to|need_to|have_to go|be|come|move|sit
""",
)
g(
    _shift,
    """
    more|further {dir} than that|this|now|before
    <it> could_do_with|needs|wants|could_use coming|moving|going|being [moved] [a_bit] {dir}
""",
    cost=0.45,
)
g(
    _shift_thing,
    """
    <move> {np} [over|across|further|farther|more|along|out|slightly|a_bit|back] {dir}
    {np} <be>|needs_to_be|should_be|has_to_go|needs_to_go|should_go|must_go|needs_to_come|should_come [more|further] {dir}
""",
)
g(
    lambda m: nudge("up", "default", m.get("amt") or m.amount),
    """
    give|add [it|us|me|that] {amt} [more] [of] height|clearance|altitude
    {amt} [more] height|of_height
    raise|elevate|hoist|heighten|rise|ascend|climb|levitate [<it>] [up|higher|upward|upwards|further|more]
    lift <it> [up|higher|further|more]
    lift up|higher|further|more [<it>]
    more|extra|some height
    more clearance
    lift a_bit|slightly|a_little
""",
)
g(
    lambda m: nudge("down", "default", m.get("amt") or m.amount),
    """
    lower|descend|sink|dip|duck [<it>] [down|further|more|lower|downward|downwards]
    drop|let down|lower
    let <it> down
    less height
    drop|let|ease|sink <it> down|lower
    drop lower|down|a_bit|a_little|slightly
    drop by {amt}
    drop|sink <it> [by] {amt}
    come|go down to|towards the table
""",
)
g(
    lambda m: nudge("up", "default", m.get("amt") or m.amount) if _held(m) else None,
    """
    raise|lift|elevate|hoist {np} [up|higher|further|more]
""",
)
g(
    lambda m: nudge("down", "default", m.get("amt") or m.amount) if _held(m) else None,
    """
    lower {np} [down|further|more]
""",
)
g(
    lambda m: nudge("backward", "default", m.get("amt") or m.amount),
    """
    back up|off|away
    retreat|reverse|withdraw|retract [<it>]
    pull|draw|move|slide [<it>] back
    back it off|up
""",
)
g(
    lambda m: nudge("forward", "default", m.get("amt") or m.amount),
    """
    advance|extend [<it>]
    reach [out] further|farther|more
    stretch [out] further|farther|more
""",
)
g(
    lambda m: None if m.words[m.end - 1] in ("up", "down", "back") and m.amount is None else nudge(m["dir"][0], m["dir"][1], m.amount),
    """
    <grasp> [it|that|this|{np}] {high:dir}
    <grasp> [it|that|this|{np}] [a_bit|further] {dir} [down|up] [on_it|there]
""",
)


def _held(m: Match) -> bool:
    thing = m.known
    return (
        thing is not None
        and (thing.how == "it" or thing.determined)
        and (thing.how == "it" or thing.name == ROBOT or (m.dialogue.object in thing.names and thing.how != "other"))
    )
