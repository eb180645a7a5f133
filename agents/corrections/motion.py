"""Shifting and turning what is in motion: `a bit to the left`, `you are too high`, `closer to the lamp`, `tip it further`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR, OPPOSITE
from heedful.agents.corrections.constructions import CLASSES, SLOTS, Maker, Match, Part, Reader
from heedful.agents.corrections.dialogue import PERSON, ROBOT
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.things import Meant, the_one
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table


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


def _fault(m: Match) -> Part:
    direction, frame = m["dir"]
    return nudge(OPPOSITE[direction], frame, _by(m))


def _by(m: Match) -> Amount | None:
    """How far off something is said to be; `way too` and `miles too` are far."""
    if any(w in m.said.split() for w in ("way", "miles", "much")) and "too much" not in m.said:
        return Amount("lot")
    return m.get("amt") or m.amount


def _lack(m: Match) -> Part:
    direction, frame = m["dir"]
    size_told = None if m.amount == Amount("lot") else m.amount  # `not far enough back`
    return nudge(direction, frame, Amount("bit") if "quite" in m.said.split() else size_told)


def _relative(direction: str) -> Maker:
    def made(m: Match) -> Part | None:
        thing = m.known
        if thing is None or (frame := frame_of(thing)) is None:
            if thing is None or len(thing.names) < 2:
                return None
            words = {"direction": direction, "frame": None, "magnitude_m": size(m.amount, "m") or "default"}
            return Part("nudge", words, ask=True, candidates=thing.names)
        return nudge(direction, frame, _by(m) if "too" in m.said.split() else m.amount)

    return made


def _not_over(m: Match) -> Part | None:
    """`you are not quite over the bowl yet`."""
    frame = frame_of(the_one(m.dialogue, m["np"]))
    return nudge("towards", frame, m.amount or Amount("bit")) if frame else None


def _one_not_other(m: Match) -> list[Part] | None:
    """`right, not left`: this way, or of two things the one on this side."""
    (direction, frame), (other, _) = m["dir"], m["not"]
    if OPPOSITE.get(direction) != other or "hand" in m.said.split():
        return None
    return [nudge(direction, frame, m.amount, weak=True), Part("no")]


SLOTS["high"] = lambda reader, at: [(v, e) for v, e in HIGH.at(reader.words, at)]
HIGH: Table[tuple[str, str]] = Table({
    **dict.fromkeys(ways("high|high_up|far_up|tall|elevated"), ("up", "default")),
    **dict.fromkeys(ways("low|low_down|far_down|deep|close_to_the_table|close_to_the_ground"), ("down", "default")),
})  # fmt: skip
SLOTS["far"] = lambda reader, at: [*HIGH.at(reader.words, at), *_far(reader, at)]


def _far(reader: Reader, at: int) -> list[tuple[tuple[str, str], int]]:
    """`far left`, `far over to the right`, `much up`, and the direction alone."""
    starts = [at]
    for words in (("far",), ("far", "over"), ("far", "off"), ("far", "out"), ("much",), ("far", "along"), ("far", "away")):
        if tuple(reader.words[at : at + len(words)]) == words:
            starts.append(at + len(words))
    return [f for s in starts for f in reader.slot("dir", s)]


CLASSES |= {
    "away": (
        "[further|farther|more|back|well|a_bit|over|right] away_from|off_from|further_from|farther_from|back_from|away_of|"
        "more_far_from {np}"
    ),
    "towards": (
        "[in|further|farther|more|over|up|right|a_bit|back|straight|just|come|came] toward|towards|closer_to|nearer_to|nearer|closer|"
        "in_the_direction_of|closer_towards|closer_toward|more_near_of|more_near_to|more_near|more_close_to|nearer_of|nearer_towards|"
        "closer_in_to|more_towards|more_in_the_direction_of|close_to|near_to|closer_over_to|closer_by|more_to|further_to {np}"
    ),
}
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
    _fault,
    """
    [<subject>] [<still>] [far|way|much|a_bit|a_little|slightly|miles|bit] too {far:dir} [now|there|already]
    [<subject>] [gone|got|come|going|drifting|drifted|moved|overshot|overshooting|off|shifted|wandering|wandered|sliding|leaning|\
        veering|veered] [way] off|too_far|overshot|overshooting|over_shot {dir}
    not so|that|quite_so|as {far:dir}
    [<subject>] gone|went|moved|going|come|came|passed|past [past|beyond|over] [it|{np}] [too_far] to|on|towards {dir}
    <subject> past|beyond it|{np} [a_bit] {dir}
    [<subject>] [have|has] gone|went|moved|passed past|beyond|over it|{np} {dir}
    [<subject>] ridiculously|awfully|terribly|insanely {high:dir}
    [<subject>] overshot|drifting|drifted|veering|veered|wandering|off [it] [too_far] {dir}
    less {dir}
    less {high:dir}
    <subject> a_bit|a_little|slightly {high:dir}
    <dont> go so|that|too|as|quite_so {far:dir}
    <subject> way|far|miles {high:dir}
""",
)
g(
    _lack,
    """
    [<subject>] [<still>] not [quite|yet|nearly|really] {far:dir} enough [yet]
    [<subject>] not enough {dir}
    not [quite] {far:dir} enough
    <subject> not {far:dir} yet
    [<subject>] [still] lacking|short_of|missing {dir}
""",
)
g(
    _relative("towards"),
    """
    [<move>] [<it>] <towards>
    [<subject>] [<still>] [way|much|a_bit|a_little|slightly] too far [away|off|out|over] from {np}
    [<subject>] not near|close|nearly_near enough to|from {np}
    <move> [<it>] over|across|up to {np:np}
    approach {np} [more|further]
    [<subject>] [still] [too] far|a_long_way|miles|some_way [away] from {np}
    <subject> [supposed_to_be] [more] {np} ish
    <move> up|over to {np}
    close|narrow|reduce the gap|distance to {np}
""",
)
g(
    _relative("away"),
    """
    [<move>] [<it>] <away>
    [<subject>] [<still>] [far|way|much|a_bit|a_little|slightly] too near|close|close_up [to|by|on] {np}
    [<subject>] [<still>] too_near|too_close|too_near_to|too_close_to|too_close_for_comfort_to {np}
    not so|that|quite_so|too|as close|near [to] {np}
    back|move|get|go away|off from {np}
    less close|near to {np}
    [<move>] more|some|further|extra distance|space|room from|to|between_you_and {np}
    <subject> [very|really|getting|rather|awfully|a_bit] close|near to {np}
    get [<it>] off {np}
    back off from {np}
""",
)
g(
    lambda m: nudge("towards", f, m.amount) if (f := frame_of(the_one(m.dialogue, m["np"]))) else None,
    """
    more over|above|onto|into {np}
    {amt} [more] over|above {np}
    you are|will [going_to] missing|miss {np}
    <move> [<it>] more over|above {np}
""",
    cost=0.45,
)
g(
    lambda m: None if m.words[m.end - 1] in ("up", "down", "back") and m.amount is None else nudge(m["dir"][0], m["dir"][1], m.amount),
    """
    <grasp> [it|that|this|{np}] {high:dir}
    <grasp> [it|that|this|{np}] [a_bit|further] {dir} [down|up] [on_it|there]
""",
)
g(
    _not_over,
    """
    [<subject>] [still] not [quite|yet|exactly|really|fully|entirely|completely|all_the_way|nearly|properly] [there] over|above|at|\
        on|near|in_front_of|in_line_with|on_top_of {np} [yet]
    [<subject>] [still] [a_bit|slightly|almost|nearly|just] short of|before {np}
""",
)
g(
    lambda m: nudge("towards", "explicit_person", m.amount),
    """
    [<move>] [<it>] [over|closer|nearer|more|further] to|towards|toward|onto|on|over_onto my side|end|direction|place
    [<move>] [<it>] over_here|over_to_here|closer_here
    come [a_bit] closer|nearer|here|to_me
    [<move>] [<it>] in_my_direction|my_way|to_my_side
    closer|nearer to|towards where i am|sit|stand
""",
)
g(
    lambda m: nudge("away", "explicit_person", m.amount),
    """
    [<move>] [<it>] further|away|off from my|our side
    out of my face|way
    too near|close for me|us
    [<move>] [<it>] out_of_my_way
""",
)
g(
    lambda m: Part("frame", {"frame": "explicit_person"}),
    """
    [seen|as_seen|as_viewed|viewed|looking] from my [own] side|point_of_view|perspective|viewpoint|angle|position|view|end|seat|\
        standpoint|chair|vantage_point|pov
    as i see|look_at|view it|things|this|that
    as i|we see
    from where i am|stand|sit [standing|sitting]
    from here
    [seen] from me|us
    as [it_is] seen by me
    in|from my view|perspective|eyes|pov|frame
    for me
    i mean my left|right
    my side|view
    my perspective
    how i see|look_at it
    the way i see|look_at it
    when i look at it
    as i am looking
    through my eyes
    relative to me
""",
    cost=0.3,
)
g(
    lambda m: Part("frame", {"frame": "explicit_robot"}),
    """
    [seen|as_seen|viewed] from your [own] side|point_of_view|perspective|viewpoint|angle|position|view|end|pov
    as you see|look_at it
    from the robot s|side side|perspective|view|point_of_view
    in|from your view|perspective|pov|eyes|frame
    as seen by you|the_robot
    relative to you|yourself
    for you
    from you
    your side|view|perspective
    from where you stand|are|sit
    the way you see|look_at it
""",
    cost=0.3,
)
g(
    lambda m: Part("frame", {"frame": "camera"}),
    """
    [seen|as_seen|viewed] on|in|from|through|by the|my|this|your screen|camera|picture|image|video|view|monitor|display|feed|\
        video_feed|camera_view|camera_image|camera_picture|live_view|frame|tablet|window|webcam|app|viewer|footage|live_image|shot
    in the camera s view|image|frame|picture
    as the camera sees it
    on screen
    in camera view
    as seen|shown on|in|by the screen|picture|camera|image|video|monitor|display
    in the video stream
    from the camera s perspective|view|point_of_view|viewpoint
""",
    cost=0.3,
)


def _held(m: Match) -> bool:
    thing = m.known
    return (
        thing is not None
        and (thing.how == "it" or thing.determined)
        and (thing.how == "it" or thing.name == ROBOT or (m.dialogue.object in thing.names and thing.how != "other"))
    )
