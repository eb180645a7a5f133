"""Extents of things: where their edges are, how wide they are to a hand, what rim or flat top they offer. Distances in metres."""

from __future__ import annotations

import math

import numpy as np

from heedful.types import Thing

RIM_DEPTH = 0.03
"""Depth of a container from which its rim can be gripped [m]."""


def footprint_gap(a: Thing, b: Thing) -> float:
    """Horizontal distance between the edges of two things along the line of their centres, negative if they overlap [m]."""
    between = (b.pose.pos - a.pose.pos)[:2]
    distance = float(np.linalg.norm(between))
    along = between / distance if distance > 1e-9 else np.array([1.0, 0.0])
    return distance - _extent(a, along) - _extent(b, along)


def _extent(thing: Thing, along: np.ndarray) -> float:
    """Distance from a thing's centre to its edge in a horizontal direction."""
    if round_about(thing):
        return float(max(thing.size[:2])) / 2
    local = np.abs(thing.pose.matrix.T @ np.array([along[0], along[1], 0.0]))
    with np.errstate(divide="ignore", over="ignore"):
        return float(np.min(np.where(local > 1e-9, thing.size / 2 / local, np.inf)))


def over(a: Thing, b: Thing) -> bool:
    """Whether a's centre lies over b, within its edges, along b's own vertical."""
    (x, y, _), (length, width, _) = b.pose.local(a.pose.pos), b.size.tolist()
    there = math.hypot(x, y) <= length / 2 if b.shape != "box" else abs(x) <= length / 2 and abs(y) <= width / 2
    return there and within_plan(a, b)


def within_plan(a: Thing, b: Thing) -> bool:
    """Whether a's centre lies no farther from b's in the world's plan than b is long: what lies on its side is above nothing far away."""
    (ax, ay, _), (bx, by, _) = a.pose.pos.tolist(), b.pose.pos.tolist()
    return math.hypot(ax - bx, ay - by) <= math.hypot(*b.size.tolist()) / 2


def round_about(thing: Thing) -> bool:
    """Whether it is as wide in every level direction."""
    return thing.spherical or (thing.shape in ("cylinder", "bowl") and abs(float(thing.pose.matrix[2, 2])) > 0.7)


def level_sides(thing: Thing) -> list[float]:
    """The sizes across which fingers could close from above: those of its axes that lie level [m]."""
    if round_about(thing):
        return [float(thing.size[0])]
    upright = int(np.argmax(np.abs(thing.pose.matrix[2])))
    return [float(thing.size[i]) for i in range(3) if i != upright]


def wall(thing: Thing) -> float:
    """How thick a container's walls are at its opening [m]."""
    return 0.0 if thing.cavity is None else float(min((thing.size - thing.cavity.size)[:2])) / 2


def has_rim(thing: Thing) -> bool:
    """Whether a finger can reach down behind its walls: an upright container, deep enough for one."""
    return thing.cavity is not None and float(thing.cavity.size[2]) >= RIM_DEPTH and float(thing.pose.matrix[2, 2]) > 0.9


def has_flat_top(thing: Thing, across: float) -> bool:
    """Whether its top is a flat face at least so wide [m]: of a box lying level, or of an upright cylinder."""
    if thing.cavity is not None or thing.shape == "bowl":
        return False
    level = float(np.max(np.abs(thing.pose.matrix[2]))) > 0.99
    return level and min(level_sides(thing)) >= across and (thing.shape == "box" or abs(float(thing.pose.matrix[2, 2])) > 0.99)
