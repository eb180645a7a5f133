"""Kitchen things: mugs, cans, fruit, a sponge, a tray, a bin and a box, each one body of an MjSpec and a Thing in that body's frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import mujoco
import numpy as np

from heedful.envs.objects import BOX, COLORS, CYLINDER, HIDDEN, VISUAL, free_body, solid, thing, turned
from heedful.geometry import Pose, quat_from_axis_angle, quat_from_matrix
from heedful.types import Cavity, Thing

SPHERE, CAPSULE, ELLIPSOID = mujoco.mjtGeom.mjGEOM_SPHERE, mujoco.mjtGeom.mjGEOM_CAPSULE, mujoco.mjtGeom.mjGEOM_ELLIPSOID

MUG_RADIUS, MUG_HEIGHT, MUG_WALL = 0.031, 0.085, 0.004
MUG_HANDLE = 0.026
"""From the mug's wall to the axis of its handle's upright bar [m]."""
CAN_RADIUS, CAN_HEIGHT = 0.030, 0.085
SPONGE = (0.090, 0.060, 0.030)
APPLE_RADIUS, ORANGE_RADIUS = 0.030, 0.031
LEMON = (0.074, 0.052, 0.052)
BANANA = (0.150, 0.055, 0.032)
TRAY = (0.28, 0.20, 0.012)
BIN = (0.17, 0.17, 0.11)
CRATE = (0.10, 0.10, 0.05)

ROLLS = (0.8, 0.01, 0.004)
"""Friction of round things: enough rolling friction that they come to rest."""
LEAF, STALK, RUST = (0.25, 0.55, 0.22, 1.0), (0.36, 0.25, 0.16, 1.0), (0.93, 0.52, 0.12, 1.0)
TIN, CARDBOARD, SLATE, TEAK = (0.78, 0.79, 0.81, 1.0), (0.75, 0.59, 0.40, 1.0), (0.34, 0.37, 0.41, 1.0), (0.55, 0.38, 0.24, 1.0)


def mug(spec: Any, id: str, pose: Pose, color: str, size: str = "") -> Thing:
    """A mug of 6 cm: a floor and a ring of ten walls seen as one turned shape, and a handle towards its x."""
    half, outer, inner, floor, count = MUG_HEIGHT / 2, MUG_RADIUS, MUG_RADIUS - MUG_WALL, 0.006, 10
    body = free_body(spec, id, pose, half)
    solid(body, CYLINDER, [outer - 0.001, floor / 2], [0, 0, floor / 2 - half], mass=0.06, group=HIDDEN)
    width = outer * np.tan(np.pi / count)
    for i in range(count):
        turn = Pose.at(0, 0, 0, 2 * np.pi * (i + 0.5) / count)
        at = turn.apply([outer - MUG_WALL / 2, 0, 0.001])
        solid(body, BOX, [MUG_WALL / 2, width, half - 0.001], at, quat=turn.quat, mass=0.013, group=HIDDEN)
    bar = outer + MUG_HANDLE
    rgba = COLORS[color]
    solid(body, CAPSULE, [0.005, 0.018], [bar, 0, 0], mass=0.012, rgba=rgba)
    level = quat_from_axis_angle((0, 1, 0), np.pi / 2)
    for sign in (-1, 1):
        half_way = (MUG_HANDLE + 0.002) / 2
        solid(body, CAPSULE, [0.005, half_way - 0.002], [outer + half_way - 0.003, 0, sign * 0.020], quat=level, mass=0.004, rgba=rgba)
    profile = [(0.0, 0.0), (outer - 0.004, 0.0), (outer, 0.004), (outer, 2 * half - 0.002), (outer - 0.002, 2 * half)]
    inside = [(inner, 2 * half - 0.003), (inner, floor + 0.003), (inner - 0.004, floor), (0.0, floor)]
    turned(spec, body, f"{id}_shape", [(r, z - half) for r, z in profile + inside], rgba)
    cavity = Cavity(np.array([0, 0, floor / 2]), np.array([2 * inner, 2 * inner, MUG_HEIGHT - floor]))
    grip = Pose(np.array([bar, 0, 0]), quat_from_matrix([[0, 0, 1], [0, -1, 0], [1, 0, 0]]))
    return thing(id, "mug", np.array([2 * outer, 2 * outer, MUG_HEIGHT]), color=color, shape="bowl", cavity=cavity, handle=grip)


def can(spec: Any, id: str, pose: Pose, color: str, size: str = "") -> Thing:
    """A tin can with a coloured label; the felt cylinder has its full size."""
    half, r = CAN_HEIGHT / 2, CAN_RADIUS
    body = free_body(spec, id, pose, half)
    solid(body, CYLINDER, [r, half], mass=0.16, group=HIDDEN, condim=6, friction=ROLLS)
    tin = [(0.0, 0.003), (r - 0.006, 0.003), (r - 0.006, 0.0), (r - 0.002, 0.0), (r, 0.003), (r - 0.0015, 0.008)]
    lid = [
        (r - 0.0015, 2 * half - 0.008),
        (r, 2 * half - 0.003),
        (r - 0.002, 2 * half),
        (r - 0.004, 2 * half),
        (r - 0.005, 2 * half - 0.003),
    ]
    turned(spec, body, f"{id}_shape", [(x, z - half) for x, z in [*tin, *lid, (0.0, 2 * half - 0.003)]], TIN)
    _seen(body, CYLINDER, [r - 0.0008, half - 0.009], rgba=COLORS[color])
    return thing(id, "can", np.array([2 * r, 2 * r, CAN_HEIGHT]), color=color, shape="cylinder")


def sponge(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A kitchen sponge lying flat, its rough side up."""
    half = np.array(SPONGE) / 2
    body = free_body(spec, id, pose, half[2])
    solid(body, BOX, half, mass=0.03, rgba=(0.96, 0.83, 0.32, 1), group=HIDDEN)
    _seen(body, BOX, [half[0], half[1], half[2] * 0.72], [0, 0, -half[2] * 0.28], rgba=(0.96, 0.83, 0.32, 1))
    _seen(body, BOX, [half[0], half[1], half[2] * 0.28], [0, 0, half[2] * 0.72], rgba=(0.23, 0.50, 0.31, 1))
    return thing(id, "sponge", 2 * half)


def apple(spec: Any, id: str, pose: Pose, color: str, size: str = "") -> Thing:
    """An apple: felt as a ball, with a stalk and a leaf."""
    body = _ball(spec, id, pose, APPLE_RADIUS, 0.10, COLORS[color])
    _seen(body, CYLINDER, [0.0018, 0.008], [0, 0, APPLE_RADIUS + 0.004], rgba=STALK)
    _seen(body, ELLIPSOID, [0.009, 0.004, 0.0015], [0.008, 0, APPLE_RADIUS + 0.007], rgba=LEAF)
    return thing(id, "apple", np.full(3, 2 * APPLE_RADIUS), color=color, shape="ball")


def orange(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """An orange: a ball with a green spot at its stalk."""
    body = _ball(spec, id, pose, ORANGE_RADIUS, 0.12, RUST)
    _seen(body, CYLINDER, [0.004, 0.001], [0, 0, ORANGE_RADIUS - 0.0002], rgba=LEAF)
    return thing(id, "orange", np.full(3, 2 * ORANGE_RADIUS), shape="ball")


def lemon(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A lemon lying along its x."""
    half = np.array(LEMON) / 2
    body = free_body(spec, id, pose, half[2])
    yellow = (0.97, 0.86, 0.22, 1.0)
    solid(body, ELLIPSOID, [half[0] - 0.006, half[1], half[2]], mass=0.08, rgba=yellow, condim=6, friction=ROLLS)
    level = quat_from_axis_angle((0, 1, 0), np.pi / 2)
    solid(body, CAPSULE, [0.006, half[0] - 0.006], quat=level, mass=0.005, rgba=yellow, condim=6, friction=ROLLS)
    return thing(id, "lemon", 2 * half, shape="ball")


def banana(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A banana lying on its side, bent in the plane of the table: five capsules along an arc."""
    length, depth, thick = BANANA
    body = free_body(spec, id, pose, thick / 2)
    bend, count, yellow = 0.095, 5, (0.98, 0.85, 0.25, 1.0)
    spread = np.arcsin((length / 2 - 0.016) / bend)
    angles = np.linspace(-spread, spread, count + 1)
    points = [np.array([bend * np.sin(a), bend * (np.cos(a) - 1), 0.0]) for a in angles]
    shift = np.array([0.0, -(points[0][1]) / 2, 0.0])
    radii = [0.011, 0.015, 0.016, 0.015, 0.011]
    for i, r in enumerate(radii):
        low = shift - np.array([0.0, 0.0, thick / 2 - r])  # every piece touches the table
        a, b = points[i] + low, points[i + 1] + low
        along = (b - a) / np.linalg.norm(b - a)
        side = np.array([-along[1], along[0], 0.0])
        quat = quat_from_matrix(np.column_stack([np.cross(side, along), side, along]))
        solid(
            body, CAPSULE, [r, float(np.linalg.norm(b - a)) / 2], (a + b) / 2, quat=quat, mass=0.024, rgba=yellow, condim=6, friction=ROLLS
        )
    for end, other in ((points[0], points[1]), (points[-1], points[-2])):
        tip = end + low + (end - other) / np.linalg.norm(end - other) * 0.009
        _seen(body, SPHERE, [0.005], tip, rgba=STALK)
    return thing(id, "banana", np.array([length, depth, thick]))


def tray(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A flat wooden tray with a low rim that is only seen."""
    half = np.array(TRAY) / 2
    body = free_body(spec, id, pose, half[2])
    solid(body, BOX, half, mass=0.5, rgba=TEAK)
    rim = 0.004
    for sign in (-1, 1):
        _seen(body, BOX, [half[0], rim, 0.005], [0, sign * (half[1] - rim), half[2] + 0.004], rgba=(0.47, 0.32, 0.20, 1))
        _seen(body, BOX, [rim, half[1], 0.005], [sign * (half[0] - rim), 0, half[2] + 0.004], rgba=(0.47, 0.32, 0.20, 1))
    return thing(id, "tray", 2 * half, attributes=frozenset({"wooden"}))


def bin(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A square bin, heavy enough to stay where it is, open at the top."""
    return _hollow(spec, id, pose, "bin", BIN, 0.006, 0.9, SLATE)


def box(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A closed cardboard box, too wide for most grippers: to be pushed."""
    half = np.array(CRATE) / 2
    body = free_body(spec, id, pose, half[2])
    solid(body, BOX, half, mass=0.15, rgba=CARDBOARD)
    _seen(body, BOX, [half[0] + 0.0003, 0.012, half[2] + 0.0003], rgba=(0.88, 0.80, 0.66, 1))
    return thing(id, "box", 2 * half)


def _hollow(spec: Any, id: str, pose: Pose, category: str, size: Sequence[float], wall: float, mass: float, rgba: Sequence[float]) -> Thing:
    """An open box of five boards."""
    x, y, z = np.array(size) / 2
    body = free_body(spec, id, pose, z)
    solid(body, BOX, [x, y, wall / 2], [0, 0, wall / 2 - z], mass=mass / 2, rgba=rgba)
    up = z - wall / 2
    for sign in (-1, 1):
        solid(body, BOX, [x, wall / 2, up], [0, sign * (y - wall / 2), wall / 2], mass=mass / 8, rgba=rgba)
        solid(body, BOX, [wall / 2, y - wall, up], [sign * (x - wall / 2), 0, wall / 2], mass=mass / 8, rgba=rgba)
    inside = Cavity(np.array([0, 0, wall / 2]), 2 * np.array([x - wall, y - wall, up]))
    return thing(id, category, 2 * np.array([x, y, z]), cavity=inside)


def _ball(spec: Any, id: str, pose: Pose, radius: float, mass: float, rgba: Sequence[float]) -> Any:
    body = free_body(spec, id, pose, radius)
    solid(body, SPHERE, [radius], mass=mass, rgba=rgba, condim=6, friction=ROLLS)
    return body


def _seen(body: Any, kind: Any, size: Sequence[float], pos: Any = (0, 0, 0), **fields: Any) -> None:
    """A geom that is only seen."""
    solid(body, kind, size, pos, contype=0, conaffinity=0, group=VISUAL, **fields)


BUILDERS = {
    "mug": mug, "can": can, "sponge": sponge, "apple": apple, "orange": orange, "lemon": lemon, "banana": banana, "tray": tray, "bin": bin,
    "box": box,
}  # fmt: skip
FOOTPRINTS = {
    "mug": 0.045, "can": CAN_RADIUS, "sponge": 0.054, "apple": APPLE_RADIUS, "orange": ORANGE_RADIUS, "lemon": LEMON[0] / 2,
    "banana": BANANA[0] / 2, "tray": 0.172, "bin": 0.120, "box": 0.071,
}  # fmt: skip
"""Radius of the circle that each covers on the table however it is turned [m]; the mug's handle reaches out a little further."""
