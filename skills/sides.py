"""Grasps from the side: round things standing or lying, and bars that stand off a thing, approached so that the hand stays clear."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_matrix
from heedful.types import Thing

UP = np.array([0.0, 0.0, 1.0])
PITCHES = np.deg2rad([8.0, 25.0, 45.0])
"""How far down the hand looks as it comes to what stands [rad]: level enough to turn it over, or with the wrist higher."""
HEADINGS = np.deg2rad([0.0, 22.5, -22.5, 45.0, -45.0, 67.5, -67.5, 90.0, -90.0, 120.0, -120.0, 150.0, -150.0, 180.0])
"""Directions of approach, from straight away from the robot [rad]: so its wrist is where the arm can hold it."""
LEANS = np.deg2rad([0.0, 30.0, -30.0, 50.0, -50.0])
"""How far the hand leans along what lies [rad]."""
STANDS = 0.9
"""Cosine of the largest tilt of what stands."""
OFF_CLOSING, OFF_PALM = np.deg2rad(35.0), np.deg2rad(60.0)
"""Angles about a thing that fingers and palm keep from its handle [rad]."""
BAR = 0.01
"""How thick a bar is taken to be [m]."""
BAR_PITCHES = np.deg2rad([45.0, 25.0, 60.0, 10.0])


def round_sides(thing: Thing, stands_at: Array) -> Iterator[tuple[Pose, float]]:
    """Tool poses and widths [m] at which the fingers close across a round thing, the hand beside it if it stands, above if it lies.

    Args:
      thing: Round about its own z.
      stands_at: Where the robot stands [m].
    """
    axis, width = thing.pose.matrix[:, 2], float(thing.size[0])
    if abs(axis[2]) >= STANDS:
        away = thing.pose.pos - stands_at
        straight = float(np.arctan2(away[1], away[0]))
        for pitch, heading in product(PITCHES, straight + HEADINGS):
            out = np.array([np.cos(heading), np.sin(heading), 0.0])
            z = np.cos(pitch) * out - np.sin(pitch) * UP
            yield from _clear_of_handle(thing, z, np.cross(UP, out), width)
    elif lies(thing):
        along = axis - axis[2] * UP
        along /= np.linalg.norm(along)
        for lean in LEANS:
            yield from _clear_of_handle(thing, np.sin(lean) * along - np.cos(lean) * UP, np.cross(UP, along), width)


def lies(thing: Thing) -> bool:
    """Whether its own z axis is level, within as much as what stands may tilt."""
    return abs(float(thing.pose.matrix[2, 2])) <= float(np.sqrt(1 - STANDS**2))


def keeps_off_handle(thing: Thing, z: Array, y: Array) -> bool:
    """Whether a hand looking along z, closing along y [world], has neither a finger nor its palm where the thing's handle is."""
    if thing.handle is None:
        return True
    out = thing.handle.matrix[:, 2]
    return abs(float(out @ y)) <= float(np.cos(OFF_CLOSING)) and float(out @ -z) <= float(np.cos(OFF_PALM))


def bars(handle: Pose) -> Iterator[tuple[Pose, float]]:
    """Approaches to a bar from beyond it, however the thing stands or lies: the fingers close across it, the hand leaning along it."""
    bar, out = handle.matrix[:, 0], handle.matrix[:, 2]
    signs = (1.0,) if bar[2] > 0.3 else (-1.0,) if bar[2] < -0.3 else (1.0, -1.0)
    for pitch, sign, flip in product(BAR_PITCHES, signs, (1.0, -1.0)):
        z = -np.cos(pitch) * out - sign * np.sin(pitch) * bar
        if z[2] <= 0.0:
            yield _looking(handle.pos, z, flip * handle.matrix[:, 1]), 2 * BAR


def _clear_of_handle(thing: Thing, z: Array, y: Array, width: float) -> Iterator[tuple[Pose, float]]:
    if keeps_off_handle(thing, z, y):
        yield from ((_looking(thing.pose.pos, z, flip * y), width) for flip in (1.0, -1.0))


def _looking(at: Array, z: Array, y: Array) -> Pose:
    """A tool pose at a point, looking along z, closing along y."""
    return Pose(np.asarray(at, dtype=float), quat_from_matrix(np.column_stack([np.cross(y, z), y, z])))
