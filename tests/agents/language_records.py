"""Language records as scenes, and whether a program asks for what a record says it should."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from heedful.geometry import Pose
from heedful.program import Achieve, And, Atom, Not, Or, Program, Seq
from heedful.types import Cavity, Reach, Scene, Thing

HOLLOW = ("bowl", "mug", "bin", "drawer", "door")


def scene_of(record: dict[str, Any]) -> Scene:
    """The scene of a tabletop record: things as upright boxes of ordinary size."""
    things: dict[str, Thing] = {}
    for o in record["scene"]["objects"]:
        marks = [o[k] for k in ("size", "material", "pose") if k in o]
        things[o["id"]] = _thing(o["id"], o["category"], (*o["xy"], 0.02), o["color"], frozenset(marks))
    for name, xy in record["scene"]["fixtures"].items():
        things[name] = _thing(name, name, (*xy, 0.0), "", frozenset())
    state = record["scene"]["state"]
    joints = {k: float(v == "open") for k, v in state.items() if k in ("drawer", "door", "faucet")}
    lit = {k: v == "lit" for k, v in state.items() if k in ("lamp", "button")}
    held = {"gripper": record["scene"]["holding"]}
    return Scene(0.0, things, held=held, joints=joints, lit=lit, reach={"arm": Reach(np.zeros(3), 0.0, 3.0)})


def _thing(id: str, category: str, at: tuple[float, ...], color: str, marks: frozenset[str]) -> Thing:
    fixed = category in ("table", "drawer", "door", "bin", "lamp", "button", "faucet")
    size = np.array([1.0, 1.0, 0.02] if category == "table" else [0.12, 0.12, 0.06] if category in HOLLOW else [0.04, 0.04, 0.04])
    cavity = Cavity(np.zeros(3), size) if category in HOLLOW else None
    slide = np.array([-0.2, 0, 0]) if category in ("drawer", "door") else None
    return Thing(id, category, Pose(np.array(at), np.array([1.0, 0, 0, 0])), size, "box", color, marks, fixed, cavity, slide=slide)


def as_goal(program: Program) -> Any:
    """A bound program in the records' notation."""
    match program:
        case Seq(steps):
            return ["sequence", *map(as_goal, steps)]
        case Achieve(goal):
            return _formula(goal)
    return ["do"]


def _formula(goal: Any) -> Any:
    match goal:
        case Atom(name, args):
            return [name, *args]
        case And(parts):
            return ["and", *map(_formula, parts)]
        case Or(parts):
            return ["or", *map(_formula, parts)]
        case Not(body):
            return ["not", _formula(body)]
    return ["?"]


def same(a: Any, b: Any) -> bool:
    """Whether a goal equals a label, or one of its alternatives, but for order, symmetry and a sequence's passing states."""
    return any(_plain(a) == _plain(way) for way in _ways(b))


def _ways(goal: Any) -> list[Any]:
    """The goal with its alternatives chosen in every way."""
    if goal[0] == "or":
        return [goal, *(w for g in goal[1:] for w in _ways(g))]
    if goal[0] in ("and", "sequence"):
        return [[goal[0], *row] for row in product(*map(_ways, goal[1:]))]
    return [goal]


def _plain(goal: Any) -> Any:
    if goal[0] == "sequence":
        steps = [_plain(g) for g in goal[1:]]
        kept = [s for i, s in enumerate(steps) if s[0] != "holding" or i == len(steps) - 1]
        return kept[0] if len(kept) == 1 else ("sequence", *kept)
    if goal[0] in ("and", "or"):
        parts = {p for g in goal[1:] for p in (_plain(g)[1] if g[0] == goal[0] else (_plain(g),))}
        return (goal[0], frozenset(parts))
    if goal[0] in ("next_to", "touching"):
        return (goal[0], frozenset(goal[1:3]), *goal[3:])
    if goal[0] == "stacked" and len(goal) == 3:
        return ("on", goal[2], goal[1])
    return tuple(_plain(g) if isinstance(g, list) else g for g in goal)
