"""Tipping and levelling: `tip it further`, `pour a bit more`, `keep it level`."""

from __future__ import annotations

from heedful.agents.corrections.classes import GRAMMAR
from heedful.agents.corrections.constructions import Maker, Match, Part
from heedful.agents.corrections.motion import rotate


def _pouring(m: Match) -> bool:
    return m.dialogue.running_skill == "pour"


def _pitch(sense: str) -> Maker:
    return lambda m: rotate("pitch", sense, m.get("amt") or m.amount)


def _tip(m: Match) -> Part | None:
    """`tip it more`: down, which while pouring is more."""
    thing = m.known
    if thing is not None and thing.name not in (m.dialogue.object, "robot"):
        return None
    return rotate("pitch", "down", m.amount)


def _keep_level(m: Match) -> Part:
    """What is held is kept level on the way; a hand is levelled."""
    if any(w in m.said.split() for w in ("wrist", "hand", "gripper", "arm")) or m.dialogue.object is None:
        return rotate("pitch", "level", m.amount)
    return Part("constraint", {"type": "upright", "object": m.dialogue.object})


g = GRAMMAR.add
g(
    _pitch("up"),
    """
    <tilt> [<wrist>] [further|more|back|slightly] up|upward|upwards|back|backward|backwards
    tip|tilt <wrist> back
    nose|tip|front|fingertips|fingers|spout|mouth [of] [it|{np}] up|upward|upwards|higher
    raise the nose|tip|front|spout
    tip|tilt|pour less
    <tilt> <wrist> less|not_so_much
    less tilt|tip|angle|steep|steeply
    [<subject>] too|so steep|steeply
    not so steep|steeply
    pour|tip|tilt [<wrist>] [a_bit|a_little] less steeply|steep
    [<subject>] tilting|tipping|tilted|tipped|pouring [it] too much|far|steeply|steep
    <tilt> <wrist> up
    wrist up
    fingers up
""",
    cost=0.45,
)
g(
    _pitch("down"),
    """
    <tilt> [<wrist>] [further|more|slightly] down|downward|downwards|forward|forwards|over|lower
    nose|tip|front|fingertips|fingers|spout|mouth [of] [it|{np}] down|downward|downwards|lower
    lower the nose|tip|front|spout
    steeper|more_steeply
    more tilt|tip|angle
    <tilt> <wrist> down
    [<subject>] not steep|tilted|tipped enough
    tilt|tip <wrist> more steeply
    wrist down
    fingers down
    pour|tip more steeply|steep
""",
    cost=0.45,
)
g(
    _tip,
    """
    tip|tilt [it|that|this|{np}] [more|further|over|some_more|harder|on]
    tip|tilt {np} [more|further|over]
    lean|tip|tilt|incline {np} [over] further|more|over|down [over]
    tilt|tip <wrist>
""",
)
g(
    lambda m: rotate("pitch", "down", m.amount) if _pouring(m) else None,
    """
    pour [out] [it] [a_bit|a_little|some|much] more|faster|quicker|harder [out|in]
    let more out|flow
    more flow
    it is coming out too slowly
""",
)
g(
    lambda m: rotate("pitch", "up", m.amount) if _pouring(m) else None,
    """
    pour [out] [it] [a_bit|a_little] less|slower|more_slowly|more_gently
    less flow
    you are pouring too much|fast|quickly
    not so much at_once|out
    it is coming out too fast|quickly
    too much is coming out
""",
    cost=0.45,
)
g(
    lambda m: rotate("pitch", "level", m.amount),
    """
    level|flatten [<wrist>] [out|up|off]
    even [<wrist>] out|up
    level {np} [out|up|off]
    make|get|bring <wrist> [back] level|horizontal|flat
    back to level|horizontal|flat
    straighten <wrist> up|out
    straighten up|out
    [<subject>] not level|horizontal|straight|flat
    [go|get] level
    horizontal
    flatten out
    bring|put|tilt|tip <wrist> [back] upright|straight|to_level
    <subject> tilted|slanted|slanting|lopsided|leaning|at_an_angle
""",
    cost=0.45,
)
g(
    _keep_level,
    """
    keep|hold <wrist> level|horizontal|flat|straight|even
    keep|hold|stay|remain level|horizontal
    keep|hold {np} level|horizontal|flat
""",
    cost=0.4,
)
