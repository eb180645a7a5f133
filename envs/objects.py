"""The things of a tabletop: each function adds one body to an MjSpec and returns it as a Thing posed in that body's own frame."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import mujoco
import numpy as np
from numpy.typing import ArrayLike

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.types import Cavity, Thing

COLORS: dict[str, tuple[float, float, float, float]] = {
    "red": (0.80, 0.13, 0.13, 1.0),
    "green": (0.16, 0.56, 0.24, 1.0),
    "blue": (0.13, 0.33, 0.76, 1.0),
    "yellow": (0.95, 0.78, 0.14, 1.0),
    "purple": (0.46, 0.22, 0.63, 1.0),
    "orange": (0.95, 0.49, 0.10, 1.0),
    "black": (0.13, 0.13, 0.14, 1.0),
    "white": (0.95, 0.95, 0.94, 1.0),
}
BLOCK_EDGE = {"small": 0.04, "large": 0.05}
"""Edge of a block [m]."""
BLOCK_MASS = {"small": 0.05, "large": 0.09}
BOWL_RADIUS, BOWL_HEIGHT = 0.076, 0.055
PLATE_RADIUS, PLATE_HEIGHT = 0.095, 0.012

FRICTION = (0.8, 0.01, 0.0002)
"""Sliding, torsional [m] and rolling [m] friction of wood, glaze and table alike."""
SOLREF = (0.008, 1.0)
"""Contact time constant [s], damping ratio: four physics steps, stiff enough that a stack sinks by micrometres."""
SOLIMP = (0.95, 0.99, 0.0005, 0.5, 2.0)

WOOD = (0.72, 0.56, 0.40, 1.0)
PALE_WOOD = (0.84, 0.71, 0.54, 1.0)
STEEL = (0.30, 0.31, 0.33, 1.0)

BOX, CYLINDER, MESH = mujoco.mjtGeom.mjGEOM_BOX, mujoco.mjtGeom.mjGEOM_CYLINDER, mujoco.mjtGeom.mjGEOM_MESH
VISUAL, HIDDEN = 2, 3
"""Geom groups: seen but not felt, felt but not seen."""


def solid(body: Any, kind: Any, size: ArrayLike, pos: ArrayLike = (0, 0, 0), **fields: Any) -> Any:
    """A geom that collides: half sizes [m] and position in the body's frame [m]."""
    fields = {"quat": (1.0, 0.0, 0.0, 0.0), "mass": 0.0, "group": 0, "rgba": WOOD, "friction": FRICTION, "condim": 4, **fields}
    half = np.zeros(3)
    half[: len(np.asarray(size))] = size
    return body.add_geom(type=kind, size=half, pos=pos, solref=SOLREF, solimp=SOLIMP, **fields)


def block(spec: Any, id: str, pose: Pose, color: str, size: str) -> Thing:
    """A wooden cube standing on the table at the pose's x, y and yaw."""
    half = BLOCK_EDGE[size] / 2
    body = free_body(spec, id, pose, half)
    solid(body, BOX, [half] * 3, mass=BLOCK_MASS[size], rgba=COLORS[color])
    return thing(id, "block", np.full(3, 2 * half), color=color, attributes=frozenset({size}))


def bowl(spec: Any, id: str, pose: Pose, color: str, size: str = "") -> Thing:
    """A round bowl of 15 cm: a floor and a ring of twelve leaning walls, seen as one smooth turned shape."""
    foot, wall, floor, count = 0.050, 0.006, 0.006, 12
    height, rim = BOWL_HEIGHT, BOWL_RADIUS
    half = height / 2
    body = free_body(spec, id, pose, half)
    lean = float(np.arctan2(rim - foot, height))
    solid(body, BOX, [foot, foot, floor / 2], [0, 0, floor / 2 - half], mass=0.11, group=HIDDEN)
    middle = (foot + rim) / 2 - wall / 2 / np.cos(lean)
    width = rim * np.tan(np.pi / count)
    length = height / np.cos(lean) / 2 - wall * np.tan(lean) / 2 - 0.001  # clear of the table, so that the floor alone stands on it
    for i in range(count):
        turn = Pose.at(0, 0, 0, 2 * np.pi * i / count)
        quat = quat_mul(turn.quat, quat_from_axis_angle((0, 1, 0), lean))
        solid(body, BOX, [wall / 2, width, length], turn.apply([middle, 0, 0.001]), quat=quat, mass=0.012, group=HIDDEN)
    outer = [(0.0, 0.0), (foot - 0.004, 0.0), (foot, 0.003), (rim - 0.002, height - 0.002), (rim - 0.003, height)]
    inner = [(rim - 0.0065, height - 0.001), (foot - 0.004, floor + 0.003), (foot - 0.010, floor), (0.0, floor)]
    turned(spec, body, f"{id}_shape", [(r, z - half) for r, z in outer + inner], COLORS[color])
    # Between the floor's inner radius and the rim's, so that a thing caught on the rim is not in the bowl.
    cavity = Cavity(np.array([0, 0, (floor + height) / 2 - half]), np.array([0.118, 0.118, height - floor]))
    return thing(id, "bowl", np.array([2 * rim, 2 * rim, height]), color=color, shape="bowl", cavity=cavity)


def plate(spec: Any, id: str, pose: Pose, color: str, size: str = "") -> Thing:
    """A flat plate of 19 cm on a foot; boxes that do not overlap carry it, so that a block on it has few contacts."""
    radius, height = PLATE_RADIUS, PLATE_HEIGHT
    half, foot = height / 2, 0.006
    body = free_body(spec, id, pose, half)
    inner = radius * 0.7
    flap = (radius * 0.93 - inner) / 2
    solid(body, BOX, [inner * 0.75, inner * 0.75, foot / 2], [0, 0, foot / 2 - half], mass=0.15, group=HIDDEN)
    thick, z = (height - foot) / 2, foot / 2
    solid(body, BOX, [inner, inner, thick], [0, 0, z], mass=0.10, group=HIDDEN)
    for i in range(4):
        turn = Pose.at(0, 0, 0, np.pi / 2 * i)
        solid(body, BOX, [flap, radius * 0.45, thick], turn.apply([inner + flap, 0, z]), quat=turn.quat, mass=0.02, group=HIDDEN)
    under = [(0.0, 0.0), (inner * 0.8, 0.0), (inner * 0.86, 0.004), (radius - 0.001, height), (radius, height + 0.003)]
    upper = [(radius - 0.001, height + 0.004), (radius - 0.004, height + 0.004), (radius - 0.020, height), (0.0, height)]
    turned(spec, body, f"{id}_shape", [(r, h - half) for r, h in under + upper], COLORS[color])
    return thing(id, "plate", np.array([2 * radius, 2 * radius, height]), color=color, shape="cylinder")


BUILDERS = {"block": block, "bowl": bowl, "plate": plate}
FOOTPRINTS = {"bowl": BOWL_RADIUS, "plate": PLATE_RADIUS}


def free_body(spec: Any, id: str, pose: Pose, half: float) -> Any:
    """A body that moves freely, its origin `half` [m] above the table at the pose's x, y and yaw."""
    x, y, _ = pose.pos
    body = spec.worldbody.add_body(name=id, pos=(x, y, half), quat=pose.quat)
    body.add_freejoint(name=f"{id}_free")
    return body


def thing(id: str, category: str, size: Array, **fields: Any) -> Thing:
    """A Thing in its own body's frame."""
    return Thing(id, category, Pose.at(0, 0, 0), size, **fields)


def turned(
    spec: Any, body: Any, mesh_name: str, profile: Sequence[tuple[float, float]], rgba: Sequence[float], sides: int = 48, name: str = ""
) -> None:
    """A shape turned on a lathe, seen only: `profile` runs from the axis, under, out and over, back to the axis (radius, height) [m]."""
    angles = np.arange(sides) * 2 * np.pi / sides
    rings = profile[1:-1]
    points = [(0.0, 0.0, profile[0][1]), *((r * np.cos(a), r * np.sin(a), z) for r, z in rings for a in angles), (0.0, 0.0, profile[-1][1])]
    last, faces = len(points) - 1, []
    for i in range(sides):
        j = (i + 1) % sides
        faces += [(0, 1 + j, 1 + i), (last, last - sides + i, last - sides + j)]
        for k in range(len(rings) - 1):
            a, b = 1 + k * sides, 1 + (k + 1) * sides
            faces += [(a + i, a + j, b + j), (a + i, b + j, b + i)]
    mesh = spec.add_mesh(name=mesh_name)
    mesh.uservert = np.array(points, dtype=np.float32).ravel()
    mesh.userface = np.array(faces, dtype=np.int32).ravel()
    mesh.inertia = mujoco.mjtMeshInertia.mjMESH_INERTIA_SHELL
    body.add_geom(name=name, type=MESH, meshname=mesh_name, rgba=rgba, mass=0.0, contype=0, conaffinity=0, group=VISUAL)
