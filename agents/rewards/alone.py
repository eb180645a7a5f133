"""What stands alone in a request: only a way or a manner, only how far and which way, and what is said ahead of its act."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from heedful.agents.corrections.covering import Cover
from heedful.agents.rewards.acts import ALL, Act
from heedful.agents.rewards.arm import GENTLE
from heedful.agents.rewards.phrases import ACT, ASIDE, MENTION, THEN, UNTIL, WHILE, WITH
from heedful.agents.rewards.things import Resolver
from heedful.skills.rewards.catalogue import Body

ALONE: Mapping[tuple[str, Any], Act] = {
    ("dir", "down"): Act("posture", {"name": "lie"}),
    ("dir", "up"): Act("posture", {"name": "stand"}),
}
"""What is an act where nothing else is said."""


def alone(waiting: Sequence[Mapping[str, Any]], body: Body) -> Act | None:
    """What is to be done where only a way or a manner was told; None where that is no act."""
    has = {f: v for h in waiting for f, v in h.items()}
    if has.keys() <= ALL - {"for_s"}:
        return Act("manner", has)
    if body == "arm":
        return Act("manner", {"limit": GENTLE}) if has.keys() <= {"gentle", "pace"} and has.get("pace", "slow") == "slow" else None
    if has.keys() == {"length", "dir"}:
        return Act("go", has)
    if body == "legged" and (act := _called(has)) is not None:
        return act
    return ALONE.get(next(iter(has.items()))) if len(has) == 1 else None


_HOW = frozenset({"pace", "gentle", "size", "level", *ALL})
"""What may be said beside what makes an act."""


def _called(has: Mapping[str, Any]) -> Act | None:
    """What a body on legs does where only the number, the place or the way was called out: `quarter turn left`, `due north`, `0.5 m/s`."""
    told = has.keys() - _HOW
    if told == {"angle", "dir"} and has["dir"] in ("left", "right"):
        return Act("turn", has)
    if told in ({"spin", "dir"}, {"spin"}, {"spin", "place"}) and has.get("dir", "left") in ("left", "right"):
        return Act("turn", has)
    if told == {"compass"}:
        return Act("face", has)
    if told == {"off"}:
        return Act("keep_off", has)
    if told in ({"speed"}, {"speed", "dir"}, {"to"}, {"toward"}, {"gait"}, {"gait", "dir"}, {"circle"}, {"circle", "dir"}, {"to", "gait"}):
        return Act("go", {"gait": "go", **has})
    if told == {"dir"} and has["dir"] in ("down", "up") and has.get("level") == "max":
        return ALONE["dir", has["dir"]]
    if told == {"dir"} and has["dir"] in ("forward", "backward") and ("pace" in has or has["dir"] == "forward"):
        return Act("go", {"gait": "go", **has})
    return None


def lone_ways(made: Cover, resolver: Resolver) -> dict[int, Act | None]:
    """The parts of stretches between `then` and `then` that tell only how far and which way, `three metres forward`: the act at the last
    of them, and None for those before it."""
    found: dict[int, Act | None] = {}
    stretch: list[int] = []
    for at, placed in enumerate((*made.placed, None)):
        if placed is not None and placed.part.kind != THEN:
            stretch.append(at)
            continue
        parts = [(i, made.placed[i].part) for i in stretch if made.placed[i].part.kind not in (ASIDE, MENTION)]
        if parts and all(p.kind == WITH for _, p in parts) and any(p.part.kind == ACT for p in made.placed):
            has = {f: v for _, p in parts for f, v in p.effect["has"].items()}
            if has.keys() == {"length", "dir"}:
                found |= {i: None for i, _ in parts} | {parts[-1][0]: Act("go", has)}
        stretch = []
    return found


def said_ahead(made: Cover) -> frozenset[int]:
    """The parts that are said of an act after them: in their stretch between marks and joints there is one, and none before them."""
    stretch, stretches, last = 0, [], -1
    for placed in made.placed:
        stretch += placed.part.kind in (THEN, WHILE, UNTIL) or placed.segment != last
        last = placed.segment
        stretches.append(stretch)
    acts = [i for i, p in enumerate(made.placed) if p.part.kind == ACT]
    found = set()
    for i, s in enumerate(stretches):
        mine = [a for a in acts if stretches[a] == s]
        if mine and i < mine[0]:
            found.add(i)
    return frozenset(found)
