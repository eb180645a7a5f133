"""What slides or swings, and what is in its way: an open door before a drawer, a closed one before what is behind it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_from_matrix
from heedful.predicates.registry import Truth, define, predicate
from heedful.types import Scene, Thing

HAND = (0.20, 0.12, 0.12)
"""Room that a hand takes at a bar: across it, out from it and up along it [m]."""
STEPS = 5
"""Places on a way at which it is compared with what stands there."""
TOUCH = 0.004
"""Boxes that overlap by less than this only touch [m]: a drawer in its cabinet, a door in its frame."""


def moved(thing: Thing, by: float) -> Pose:
    """The motion [world] of what slides or swings when its opened fraction changes by so much."""
    if thing.hinge is not None:
        turn = Pose(thing.hinge.pos, quat_from_axis_angle(thing.hinge.axis, by * thing.hinge.angle))
        return turn @ Pose(-thing.hinge.pos)
    assert thing.slide is not None
    return Pose(by * thing.slide)


@predicate("{0} is in the way of {1}")
def blocks(scene: Scene, a: Thing, b: Thing) -> Truth:
    """`a`, a drawer or a door as it stands, is in the way of `b`, another: of its motion, or of the hand at its bar."""
    if a.id == b.id or not (_goes(a) and _goes(b)) or a.id not in scene.joints or b.id not in scene.joints:
        return False
    return any(_overlap(a.pose, a.size, pose, size) for pose, size in _room(b, scene.joints[b.id]))


define("blocked(x)", "exists y: blocks(y, x)", "{0} is blocked")


def _goes(thing: Thing) -> bool:
    return thing.handle is not None and thing.fixed and (thing.slide is not None or thing.hinge is not None)


def _room(thing: Thing, opened: float) -> Iterator[tuple[Pose, Array]]:
    """Boxes [world] that a drawer or a door passes through from closed to open, with a hand at its bar."""
    assert thing.handle is not None
    up = np.array([0.0, 0.0, 1.0])
    for share in np.linspace(0.0, 1.0, STEPS):
        motion = moved(thing, share - opened)
        yield motion @ thing.pose, thing.size
    bar, out = thing.handle.pos, thing.handle.matrix[:, 2]
    across = np.cross(out, up) / np.linalg.norm(np.cross(out, up))
    frame = quat_from_matrix(np.column_stack([across, out, up]))
    yield Pose(bar + HAND[1] / 2 * out + HAND[2] / 2 * up, frame), np.array(HAND)


def _overlap(a: Pose, size_a: Array, b: Pose, size_b: Array) -> bool:
    """Whether two boxes overlap by more than a touch: no axis of theirs separates them."""
    between = b.pos - a.pos
    axes = [*a.matrix.T, *b.matrix.T, *(np.cross(p, q) for p in a.matrix.T for q in b.matrix.T)]
    for axis in axes:
        length = float(np.linalg.norm(axis))
        if length < 1e-6:
            continue
        unit = axis / length
        spans = float(np.abs(a.matrix.T @ unit) @ size_a + np.abs(b.matrix.T @ unit) @ size_b) / 2
        if abs(float(between @ unit)) >= spans - TOUCH:
            return False
    return True
