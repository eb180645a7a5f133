"""Shifts told by what is wrong: `too far left`, `you are too high`, `not far enough back`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR, OPPOSITE
from heedful.agents.corrections.constructions import SLOTS, Match, Part, Reader
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.motion import nudge
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.tables import Table


def _fault(m: Match) -> Part:
    direction, frame = m["dir"]
    return nudge(OPPOSITE[direction], frame, off_by(m))


def off_by(m: Match) -> Amount | None:
    """How far off something is said to be; `way too` and `miles too` are far."""
    if any(w in m.said.split() for w in ("way", "miles", "much")) and "too much" not in m.said:
        return Amount("lot")
    return m.get("amt") or m.amount


def _lack(m: Match) -> Part:
    direction, frame = m["dir"]
    size_told = None if m.amount == Amount("lot") else m.amount  # `not far enough back`
    return nudge(direction, frame, Amount("bit") if "quite" in m.said.split() else size_told)


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


g = GRAMMAR.add
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
