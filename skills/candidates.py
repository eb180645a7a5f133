"""Where a hand could take hold of a thing, from geometry alone, kind by kind, the plainest first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_from_matrix
from heedful.predicates.extents import has_flat_top, has_rim, level_sides, wall
from heedful.skills.sides import bars, keeps_off_handle, lies, round_sides
from heedful.types import Thing

FINGER_ROOM = 0.006
"""Free play wanted between an open finger and the thing [m]."""
TIGHT = 0.003
"""The least free play with which the widest things are taken [m]."""
DEPTH = 0.022
"""How far below its top a thing is gripped, at most to its middle [m]."""
SHALLOW = 0.012
"""How far below its top a thing is gripped where walls round it leave the hand no room to go deeper [m]."""
TABLE_ROOM = 0.012
"""The pads' centre stays this far above the underside of a thing [m]."""
PAD = 0.010
"""Half the width of a finger's pad [m]: the pads stay on a thing's sides."""
SLANTS = (0.15, -0.15, 0.35, -0.35, 0.7, -0.7)
"""How far the hand is turned off the vertical about the line between its pads, where it cannot come from straight above [rad]."""
ASIDE = 4.0
"""Motion of the joints that is rather made than to grip a thing at the end of its side, or near its top, instead of the middle [rad]."""
RIM = 0.012
"""How far below a rim the pads' centre grips a wall [m]."""
LYING = 0.9
"""Cosine of the largest tilt of a bar that is gripped from above."""
PRESS = 0.003
"""How far a vacuum cup is pressed down on its spring [m]."""
LIP_ROOM = 0.002
"""Kept between a vacuum cup's lip and an edge [m]."""
DOWN = Pose(np.zeros(3), np.array([0.0, 1.0, 0.0, 0.0]))
"""A tool that looks straight down."""

Candidate = tuple[Pose, float, float]
"""A tool pose [world], the width there [m], and how much worse it is than the best of its kind [rad]."""


def candidates(thing: Thing, widest: float, stands_at: Array | None = None) -> Iterator[Candidate]:
    """Every way in which the fingers could close on a thing."""
    for kind in kinds(thing, widest, stands_at):
        yield from kind


def kinds(thing: Thing, widest: float, stands_at: Array | None = None, nimble: bool = True) -> Iterator[Iterator[Candidate]]:
    """Kinds of grasps, the plainest first: from straight above, by the handle, by the rim, from above aside or at a slant, from the side.

    Args:
      widest: What the gripper opens to [m].
      stands_at: Where the robot stands [m]; approaches that look away from it come first.
      nimble: Whether the arm can tilt its hand as it likes.
    """
    if thing.fixed and thing.handle is not None:
        yield ((pose, width, 0.0) for pose, width in _on_handle(thing.handle))
        return
    above = list(_from_above(thing, widest))
    yield (c for c in above if c[2] == 0.0)
    if thing.handle is not None:
        lying = _on_handle(thing.handle) if thing.handle.matrix[2, 2] > LYING else iter(())
        yield ((pose, width, 0.0) for pose, width in chain(lying, bars(thing.handle)))
    if has_rim(thing):
        yield ((pose, width, 0.0) for pose, width in _on_rim(thing))
    yield (c for c in above if c[2] > 0.0)
    if not nimble:
        return
    if thing.handle is None:
        yield (leant for c in above if c[2] in (0.0, ASIDE) for leant in _leant(c))
    if thing.shape not in ("box", "ball") and float(thing.size[0]) <= widest - 2 * FINGER_ROOM:
        stands = np.zeros(3) if stands_at is None else stands_at
        yield ((pose, width, 0.0) for pose, width in round_sides(thing, stands))


def _from_above(thing: Thing, widest: float) -> Iterator[Candidate]:
    """Straight down, the fingers on two level sides of it."""
    top, bottom = thing.top, thing.bottom
    height = max(top - DEPTH, (top + bottom) / 2 if top - bottom < 2 * DEPTH else top - DEPTH, bottom + TABLE_ROOM)
    height = max(min(height, top - 0.008), bottom + min(TABLE_ROOM, 0.7 * (top - bottom)))
    rises = (0.0, top - SHALLOW - height) if top - SHALLOW - height >= 0.004 else (0.0,)
    x, y = thing.pose.pos[:2]
    for (yaw, width, free), rise in product(_closings(thing), rises):
        along = np.array([np.cos(yaw), np.sin(yaw)])
        if width > widest - 2 * TIGHT or not keeps_off_handle(thing, np.array([0.0, 0.0, -1.0]), np.array([-along[1], along[0], 0.0])):
            continue
        for shift, flip in product((0.0, 0.5, -0.5, 0.9, -0.9) if free > 0.01 else (0.0,), (0.0, np.pi)):
            px, py = (x, y) + shift * free * along
            yield Pose.at(px, py, height + rise, yaw + flip) @ DOWN, width, ASIDE * (abs(shift) + (rise > 0.0))


def _leant(candidate: Candidate) -> Iterator[Candidate]:
    """Down at a slant, the fingers on the same sides: beside a high wall, or where an arm reaches no further upright."""
    down, width, worse = candidate
    for angle in SLANTS:
        yield down @ Pose(np.zeros(3), quat_from_axis_angle((0, 1, 0), angle)), width, worse + abs(angle)


def _on_rim(thing: Thing) -> Iterator[tuple[Pose, float]]:
    """One finger inside, one outside: all round a round container, in the middle of each wall of a box."""
    assert thing.cavity is not None
    ways = np.arange(16) * np.pi / 8 if thing.shape != "box" else np.arange(4) * np.pi / 2
    middle = (thing.size + thing.cavity.size)[:2] / 4
    for angle in ways:
        out = np.array([np.cos(angle), np.sin(angle)])
        x, y, _ = thing.pose.apply(np.array([*(thing.cavity.centre[:2] + middle * out), 0.0]))
        yaw = thing.pose.yaw + angle - np.pi / 2
        for flip in (0.0, np.pi):
            yield Pose.at(x, y, thing.top - RIM, yaw + flip) @ DOWN, wall(thing)


def _closings(thing: Thing) -> Iterator[tuple[float, float, float]]:
    """Yaw of the closing direction from world y [rad], the width there [m], and how far the pads may shift across it [m]: two ways
    for a box, eight for a round thing, none for one that lies: `round_sides` knows where its axis is."""
    if thing.spherical or thing.shape in ("cylinder", "bowl"):
        if not thing.spherical and lies(thing) and thing.size[2] > 1.1 * thing.size[0]:
            return
        yield from ((k * np.pi / 8, float(thing.size[0]), 0.0) for k in range(8))
        return
    matrix = thing.pose.matrix
    upright = int(np.argmax(np.abs(matrix[2])))
    level = [i for i in range(3) if i != upright]
    for axis, other in (level, level[::-1]):
        along = matrix[:, axis]
        yield float(np.arctan2(along[1], along[0]) - np.pi / 2), float(thing.size[axis]), max(float(thing.size[other]) / 2 - PAD, 0.0)


def _on_handle(handle: Pose) -> Iterator[tuple[Pose, float]]:
    """Approaches to an upright bar, from steep to level; the fingers close level, across the handle's outward axis. To a bar that lies,
    from straight above."""
    out = handle.matrix[:, 2]
    if out[2] > LYING:
        for side in (1.0, -1.0):
            y = side * handle.matrix[:, 1]
            yield Pose(handle.pos, quat_from_matrix(np.column_stack([np.cross(y, -out), y, -out]))), 0.02
        return
    across = np.cross([0.0, 0.0, 1.0], out)
    across /= np.linalg.norm(across)
    for pitch in np.deg2rad([45.0, 55.0, 35.0, 65.0, 25.0, 80.0, 90.0]):
        for side in (1.0, -1.0):
            z = -np.cos(pitch) * out - np.sin(pitch) * np.array([0.0, 0.0, 1.0])
            y = side * across
            yield Pose(handle.pos, quat_from_matrix(np.column_stack([np.cross(y, z), y, z]))), 0.02


def by_suction(thing: Thing, cup: float) -> Iterator[Candidate]:
    """Tool poses that press a vacuum cup on the flat top of a thing: in its middle, or aside where the whole lip is still on it.

    Args:
      cup: Diameter of the lip [m].
    """
    if not has_flat_top(thing, cup):
        return
    room = (min(level_sides(thing)) - cup) / 2 - LIP_ROOM
    for shift, yaw in product((0.0, 1.0), np.arange(4) * np.pi / 2):
        x, y = thing.pose.pos[:2] + shift * max(room, 0.0) * np.array([np.cos(yaw), np.sin(yaw)])
        yield Pose.at(x, y, thing.top - PRESS, yaw) @ DOWN, cup, ASIDE * shift
