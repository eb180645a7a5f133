"""Things measured from the geometry of somebody else's model: size, shape and cavity, by looking at the geoms that can be touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import mujoco
import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_from_matrix
from heedful.types import Cavity

ROUND = 0.08
"""A footprint whose widths in all directions differ by less than this share is round."""
RIM = 0.006
"""A middle that lies at least this much under the rim is a cavity [m]."""
UNDER_TOP = 0.006
"""How far below its top a level bar is gripped [m]."""
WALL = 0.01
"""How thick the walls and the floor round a hollow are taken to be [m]."""
SPREAD = 0.35
"""Looking down, the floor of a cavity is sought within this share of the half width."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """What a body's geoms look like: the pose of their box in the body's frame, its size, its shape and what it is hollow for."""

    centre: Pose
    size: Array
    shape: Literal["box", "cylinder", "bowl"]
    cavity: Cavity | None = None


def measure(model: Any, data: Any, body: int, geoms: Sequence[int] | None = None) -> Measured:
    """Look at a body as it stands in `data`: the box's z axis is the body's axis that points up there.

    Args:
      model: The world's model.
      data: A state of it, with positions computed.
      body: The body whose frame the result is in.
      geoms: What belongs to the thing; every geom of the body and of what is mounted on it that can be touched, by default.

    Raises ValueError for a body without any.
    """
    geoms = touchable(model, body) if geoms is None else geoms
    if not geoms:
        raise ValueError(f"body {model.body(body).name!r} has no geoms that can be touched")
    frame = Pose(data.xpos[body].copy(), data.xquat[body].copy())
    points = np.concatenate([corners(model, data, g) for g in geoms])
    local = (points - frame.pos) @ frame.matrix
    turn = _upright(frame, local)
    turned = local @ turn.matrix
    low, high = turned.min(axis=0), turned.max(axis=0)
    size, centre = high - low, Pose(turn.apply((low + high) / 2), turn.quat)
    across = [np.ptp(turned[:, :2] @ np.array([np.cos(a), np.sin(a)])) for a in np.arange(8) * np.pi / 8]
    is_round = (max(across) - min(across)) / max(across) < ROUND
    cavity = _cavity(model, data, frame @ centre, size, set(geoms))
    if not is_round:
        return Measured(centre, size, "box", cavity)
    size = np.array([max(size[:2]), max(size[:2]), size[2]])
    deep = cavity is not None and cavity.size[2] > 0.35 * size[2] and cavity.size[2] > 0.02
    return Measured(centre, size, "bowl" if deep else "cylinder", cavity)


def touchable(model: Any, body: int, jointed: bool = False) -> list[int]:
    """The geoms of a body, and of the bodies fixed to it, that can be touched; with `jointed`, of those on joints too."""
    found = []
    for geom in range(model.ngeom):
        at = int(model.geom_bodyid[geom])
        while at > 0 and at != body and (jointed or model.body_jntnum[at] == 0):
            at = int(model.body_parentid[at])
        if at == body and (model.geom_contype[geom] or model.geom_conaffinity[geom]):
            found.append(geom)
    return found


def corners(model: Any, data: Any, geom: int) -> Array:
    """Points in the world whose convex hull holds a geom: its mesh's vertices, or points on its outline. Shape (n, 3)."""
    rotation, at = data.geom_xmat[geom].reshape(3, 3), data.geom_xpos[geom]
    if int(model.geom_type[geom]) == int(mujoco.mjtGeom.mjGEOM_MESH):
        mesh = int(model.geom_dataid[geom])
        start, count = int(model.mesh_vertadr[mesh]), int(model.mesh_vertnum[mesh])
        return np.asarray(model.mesh_vert[start : start + count] @ rotation.T + at)
    middle, half = model.geom_aabb[geom, :3], model.geom_aabb[geom, 3:]
    around = _AROUND.get(int(model.geom_type[geom]), _CORNERS)
    return np.asarray((middle + around * half) @ rotation.T + at)


_CORNERS = np.array([[x, y, z] for x in (-1.0, 1.0) for y in (-1.0, 1.0) for z in (-1.0, 1.0)])
_RING = [(np.cos(a), np.sin(a)) for a in np.arange(32) * np.pi / 16]
_BALL = np.array([[x * np.cos(b), y * np.cos(b), np.sin(b)] for x, y in _RING for b in np.arange(-4, 5) * np.pi / 8])
_AROUND = {
    int(mujoco.mjtGeom.mjGEOM_CYLINDER): np.array([[x, y, z] for x, y in _RING for z in (-1.0, 1.0)]),
    int(mujoco.mjtGeom.mjGEOM_SPHERE): _BALL,
    int(mujoco.mjtGeom.mjGEOM_ELLIPSOID): _BALL,
}
"""Geom type -> points round it in units of its half sizes; a box for what is not named here."""


def _upright(frame: Pose, local: Array) -> Pose:
    """A turn of the body's frame: z along its axis nearest to up, x and y along the sides of the tightest rectangle."""
    up = frame.matrix.T @ np.array([0.0, 0.0, 1.0])
    axis = int(np.argmax(np.abs(up)))
    z = np.zeros(3)
    z[axis] = np.sign(up[axis])
    x = np.roll(np.abs(z), 1)
    base = Pose(np.zeros(3), quat_from_matrix(np.column_stack([x, np.cross(z, x), z])))
    flat = (local @ base.matrix)[:, :2]
    angles = np.deg2rad(np.arange(0.0, 90.0, 1.0))
    ways = np.stack([np.cos(angles), np.sin(angles)])
    normals = np.stack([-np.sin(angles), np.cos(angles)])
    areas = np.ptp(flat @ ways, axis=0) * np.ptp(flat @ normals, axis=0)
    best = int(np.argmin(areas * (1 + 0.01 * (angles > 0))))  # a hair's gain is no reason to turn
    return Pose(np.zeros(3), (base @ Pose(np.zeros(3), quat_from_axis_angle((0, 0, 1), float(angles[best])))).quat)


def _cavity(model: Any, data: Any, box: Pose, size: Array, geoms: set[int]) -> Cavity | None:
    """The open-topped inside of a thing: how deep its middle lies under its rim, and how wide it is half way down."""
    half = size / 2
    spots = [(0.0, 0.0), *((SPREAD * np.cos(a), SPREAD * np.sin(a)) for a in np.arange(8) * np.pi / 4)]
    seen = [_look(model, data, box.apply([x * half[0], y * half[1], half[2] + 0.01]), -box.matrix[:, 2], geoms) for x, y in spots]
    floors = [half[2] + 0.01 - d for d in seen if d is not None]
    floor = max(floors, default=-half[2])
    depth = half[2] - floor
    if depth < RIM:
        return None
    start = box.apply([0.0, 0.0, floor + 0.6 * depth])
    around = [_look(model, data, start, box.matrix @ [np.cos(a), np.sin(a), 0.0], geoms) for a in np.arange(16) * np.pi / 8]
    if sum(w is not None for w in around) < 10:  # open at the sides: a table, a rack
        return None
    low, high = np.zeros(2), np.zeros(2)
    for axis in (0, 1):
        way = np.eye(3)[axis]
        low[axis], high[axis] = (_look(model, data, start, box.matrix @ (s * way), geoms) or half[axis] for s in (-1.0, 1.0))
    middle = np.clip((high - low) / 2, -half[:2] / 2, half[:2] / 2)
    return Cavity(np.array([*middle, (floor + half[2]) / 2]), np.array([*(high + low), depth]))


def _look(model: Any, data: Any, start: Array, way: Array, geoms: set[int]) -> float | None:
    """Distance along a ray to the first of the geoms [m]."""
    hit = np.zeros(1, dtype=np.int32)
    at, gone = np.asarray(start, dtype=float).copy(), 0.0
    way = np.asarray(way, dtype=float)
    for _ in range(200):
        distance: float = mujoco.mj_ray(model, data, at, way, None, 1, -1, hit)
        if distance < 0:
            return None
        gone += float(distance)
        if int(hit[0]) in geoms:
            return gone
        gone += 1e-4
        at = np.asarray(start, dtype=float) + gone * way
    return None


def gripped(model: Any, data: Any, bar: int, middle: Array) -> Pose:
    """Where to grip a level bar that sticks out of a thing [world]: x along its longer level side, y across, z up, a little below its top,
    half way from its own middle to its free end.

    Args:
      middle: The thing's middle [world].
    """
    points = corners(model, data, bar)
    turn = data.geom_xmat[bar].reshape(3, 3)
    extent = np.ptp(points @ turn, axis=0)
    upright = int(np.argmax(np.abs(turn[2])))
    along = turn[:, max((i for i in range(3) if i != upright), key=lambda i: float(extent[i]))] * np.array([1.0, 1.0, 0.0])
    along /= np.linalg.norm(along)
    up = np.array([0.0, 0.0, 1.0])
    at = (points.min(axis=0) + points.max(axis=0)) / 2
    along *= np.sign(along @ (at - middle)) or 1.0
    at = at + np.ptp(points @ along) / 4 * along
    return Pose(np.array([*at[:2], points[:, 2].max() - UNDER_TOP]), quat_from_matrix(np.column_stack([along, np.cross(up, along), up])))


def nearest(model: Any, data: Any, body: int, at: Array) -> int:
    """Which geom of a body that can be touched has its middle nearest to a point [world]."""
    return min(touchable(model, body), key=lambda g: float(np.linalg.norm(data.geom_xpos[g] - at)))


def under(model: Any, data: Any, bodies: Sequence[int], at: Array) -> int:
    """Which of the bodies lies first below a point [world]. Raises ValueError where none does."""
    down = {b: _look(model, data, at, np.array([0.0, 0.0, -1.0]), set(touchable(model, b))) for b in bodies}
    seen = {b: d for b, d in down.items() if d is not None}
    if not seen:
        raise ValueError(f"nothing lies below ({at[0]:.2f}, {at[1]:.2f}, {at[2]:.2f}) m")
    return min(seen, key=lambda b: seen[b])


def hollow(model: Any, data: Any, body: int, at: Array) -> Measured:
    """The part of a body round a point in its hollow: a box of walls on a floor, whose sides lie along the body's axes.

    Args:
      at: A point between the walls, under their rims [world].

    Raises ValueError where there are no walls.
    """
    frame, geoms = Pose(data.xpos[body].copy(), data.xquat[body].copy()), set(touchable(model, body))
    axes = frame.matrix
    deep = _look(model, data, at, -axes[:, 2], geoms)
    ways = [sign * axes[:, i] for i in (0, 1) for sign in (-1.0, 1.0)]
    walls = [_look(model, data, at, way, geoms) for way in ways]
    if deep is None or any(w is None for w in walls):
        raise ValueError(f"body {model.body(body).name!r} is not closed in round that point")
    gone = np.array(walls, dtype=float)
    tops = [_look(model, data, at + (d + 0.004) * way + axes[:, 2], -axes[:, 2], geoms) for d, way in zip(gone, ways, strict=True)]
    high = min(1.0 - t for t in tops if t is not None)
    low, up = -gone[[0, 2]], gone[[1, 3]]
    inner = np.array([*(up - low), high + deep])
    size = inner + np.array([2 * WALL, 2 * WALL, WALL])
    middle = frame.inverse().apply(at) + np.array([*(low + up) / 2, (high - deep - WALL) / 2])
    return Measured(Pose(middle), size, "box", Cavity(np.array([0.0, 0.0, WALL / 2]), inner))
