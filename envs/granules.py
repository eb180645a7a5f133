"""Granules that pour: small slippery balls, each free to move along x, y and z but not to spin, which is cheap."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np

from heedful.envs.objects import SOLIMP
from heedful.geometry import Array, Pose
from heedful.types import Cavity

COUNT = 40
RADIUS = 0.0065
"""Of a granule [m]; forty of them fill a mug to nearly half."""
MASS = 0.0012
"""Of one granule [kg]."""
DRAG = 0.0015
"""Damping of a granule's motion [N s/m], so that what misses the vessel comes to rest."""
PREFIX = "granule_"


def granules(spec: Any, pose: Pose, cavity: Cavity, count: int = COUNT) -> None:
    """Fill a vessel, whose frame stands at `pose` in the world, with layers of granules above its floor."""
    pitch, radius = 2 * RADIUS + 0.0004, float(min(cavity.size[:2])) / 2 - RADIUS - 0.0005
    side = np.arange(-int(radius / pitch) - 1, int(radius / pitch) + 2) * pitch
    ring = np.array([(x, y) for x in side for y in side if np.hypot(x, y) <= radius])
    floor = cavity.centre - np.array([0, 0, cavity.size[2] / 2])
    for i in range(count):
        layer, at = divmod(i, len(ring))
        start = pose.apply(floor + np.array([*ring[at], RADIUS + 0.0005 + layer * pitch]))
        ball = spec.worldbody.add_body(name=f"{PREFIX}{i}", pos=start)
        for axis in np.eye(3):
            ball.add_joint(type=mujoco.mjtJoint.mjJNT_SLIDE, axis=axis, damping=DRAG)
        shade = 0.06 * ((i * 7) % 5) / 5
        rgba = (0.83 - shade, 0.60 - shade, 0.27 - shade, 1.0)
        contact = {"condim": 3, "friction": (0.15, 0.005, 0.0001), "solref": (0.008, 1.0), "solimp": SOLIMP}
        ball.add_geom(type=mujoco.mjtGeom.mjGEOM_SPHERE, size=[RADIUS, 0, 0], mass=MASS, rgba=rgba, **contact)


def bodies(model: Any) -> Array:
    """Body ids of a model's granules."""
    return np.array([b for b in range(model.nbody) if model.body(b).name.startswith(PREFIX)], dtype=int)


def share_inside(points: Array, pose: Pose, cavity: Cavity, round: bool) -> float:
    """Share of points [world], shape (n, 3), within a vessel's cavity, heaped by at most a granule."""
    local = (points - pose.pos) @ pose.matrix - cavity.centre
    half = cavity.size / 2
    across = np.hypot(local[:, 0], local[:, 1]) <= half[0] if round else np.all(np.abs(local[:, :2]) <= half[:2], axis=1)
    return float(np.mean(across & (np.abs(local[:, 2]) <= half[2] + RADIUS)))
