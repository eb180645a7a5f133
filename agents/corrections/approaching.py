"""Shifts told by a thing or a person: `closer to the lamp`, `away from the edge`, `over to my side`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import CLASSES, Maker, Match, Part
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.motion import frame_of, nudge, size
from heedful.agents.corrections.overshooting import off_by
from heedful.agents.corrections.things import the_one


def _relative(direction: str) -> Maker:
    def made(m: Match) -> Part | None:
        thing = m.known
        if thing is None or (frame := frame_of(thing)) is None:
            if thing is None or len(thing.names) < 2:
                return None
            words = {"direction": direction, "frame": None, "magnitude_m": size(m.amount, "m") or "default"}
            return Part("nudge", words, ask=True, candidates=thing.names)
        return nudge(direction, frame, off_by(m) if "too" in m.said.split() else m.amount)

    return made


def _not_over(m: Match) -> Part | None:
    """`you are not quite over the bowl yet`."""
    frame = frame_of(the_one(m.dialogue, m["np"]))
    return nudge("towards", frame, m.amount or Amount("bit")) if frame else None


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
