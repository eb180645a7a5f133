"""Predicates of reach: what some arm can work at, and what is out of the reach of the hand that has a thing."""

from __future__ import annotations

import numpy as np

from heedful.predicates.builtin import in_
from heedful.predicates.registry import Truth, predicate
from heedful.types import Scene, Thing

ROOMY = 0.7
"""Share of a table's, a bin's or a shelf's width in which things can be put."""


@predicate("{0} is within reach")
def reachable(scene: Scene, x: Thing) -> Truth:
    """Its handle, if it has one, or its centre, if it can be moved, lies in the working shell of some arm: now, or once the drawer that it
    lies in is open."""
    return any(reaches(scene, arm, x) for arm in scene.reach) if scene.reach else None


@predicate("{1} is out of reach of the hand that has, or can take, {0}")
def out_of_hand(scene: Scene, a: Thing, b: Thing) -> Truth:
    """For robots of several arms: the arm that holds `a`, or every arm that reaches it, does not reach `b`."""
    if len(scene.reach) < 2:
        return False
    able = [arm for arm, r in scene.reach.items() if r.gripper and scene.held.get(r.gripper) == a.id]
    able = able or [arm for arm in scene.reach if reaches(scene, arm, a)]
    return bool(able) and not any(reaches(scene, arm, b) for arm in able)


def reaches(scene: Scene, arm: str, x: Thing) -> bool:
    """Whether a thing can be taken, or had things put to it, by that arm. Of what stands fast and has no handle, a table, a bin or a
    shelf, some part will do."""
    shell = scene.reach[arm]
    if x.fixed and x.handle is None:
        near, far = (float(np.linalg.norm(_part(x, shell.centre, away) - shell.centre)) for away in (False, True))
        return near <= shell.outer and far >= shell.inner
    return any(shell.inner <= float(np.linalg.norm(at - shell.centre)) <= shell.outer for at in _places(scene, x))


def _places(scene: Scene, x: Thing) -> list[np.ndarray]:
    """Where a thing is reached."""
    places = ([] if x.handle is None else [x.handle.pos]) + ([] if x.fixed else [x.pose.pos])
    for drawer in scene.objects.values():
        if drawer.slide is not None and not x.fixed and in_(scene, x, drawer):
            places.append(x.pose.pos + drawer.slide * (1.0 - scene.joints.get(drawer.id, 0.0)))
    return places


def _part(thing: Thing, point: np.ndarray, away: bool) -> np.ndarray:
    """The part of a thing's top nearest to a point, or farthest from it, as far from its edge as something put there needs [m]."""
    local, half = thing.pose.matrix.T @ (point - thing.pose.pos), ROOMY * thing.size[:2] / 2
    level = -np.sign(local[:2]) * half if away else np.clip(local[:2], -half, half)
    return np.asarray(thing.pose.apply(np.array([*level, thing.size[2] / 2])))
