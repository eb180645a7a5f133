"""Where an imported arm rests and how far it works: searched with its own kinematics, the tool pointing down at a table."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.body import RobotBody

LEAN = 0.7
"""How far from straight down the resting tool may point, where the arm cannot do better [rad]."""


def down(x: float, y: float, z: float, yaw: float = 0.0) -> Pose:
    """A tool pose looking straight down."""
    return Pose.at(x, y, z, yaw) @ Pose(np.zeros(3), np.array([0.0, 1.0, 0.0, 0.0]))


def length(body: RobotBody, arm: str) -> float:
    """The farthest that the tool gets from the first joint but one, over random configurations [m]."""
    part, rng = body.parts[arm], np.random.default_rng(0)
    around = shoulder(body, arm)
    return float(max(np.linalg.norm(body.fk(arm, rng.uniform(part.lower, part.upper)).pos - around) for _ in range(300)))


def shoulder(body: RobotBody, arm: str) -> Array:
    """The anchor of the arm's second joint in the world, the arm at home [m]; the first turns it about itself."""
    import mujoco

    model, data = body.model, mujoco.MjData(body.model)
    data.qpos[:] = body._rest
    mujoco.mj_kinematics(model, data)
    joints = body.parts[arm].joints
    found: Array = data.xanchor[int(model.joint(joints[min(1, len(joints) - 1)]).id)].copy()
    first = data.xanchor[int(model.joint(joints[0]).id)]
    axis = data.xaxis[int(model.joint(joints[0]).id)]
    return np.asarray(first + axis * float((found - first) @ axis))


def rest(body: RobotBody, arm: str, ahead: float = 0.0) -> tuple[Array, str] | None:
    """A configuration whose tool points down ahead of the arm, clear of everything and of the joint limits, and what was found.

    Args:
      body: Its kinematics.
      arm: Which arm.
      ahead: Direction of ahead in the world [rad].
    """
    part, far, around = body.parts[arm], length(body, arm), shoulder(body, arm)
    room, middle = 0.02 * (part.upper - part.lower), (part.lower + part.upper) / 2
    for lean, (r, z) in product((0.0, LEAN), product((0.5, 0.6, 0.4, 0.7), (0.35, 0.25, 0.15, 0.5))):
        x, y = around[:2] + r * far * np.array([np.cos(ahead), np.sin(ahead)])
        pose = down(x, y, max(z * far, 0.08), ahead)
        q = body.ik(arm, pose, middle, lean=lean) if lean else _square(body, arm, pose, middle)
        if q is None or np.any(q < part.lower + room) or np.any(q > part.upper - room):
            continue
        if body.collision(arm, q) is None:
            return q.round(4), "the tool points down ahead of it" + (", as nearly as it can" if lean else "")
    return None


def _square(body: RobotBody, arm: str, pose: Pose, near: Array) -> Array | None:
    """The fingers closing from left to right if that can be, else as they can."""
    ways = (pose, pose @ Pose.at(0, 0, 0, yaw=np.pi))
    found = (body.ik(arm, p, near, free_yaw=free) for p, free in ((*((w, False) for w in ways), (pose, True))))
    return next((q for q in found if q is not None), None)


def reach(body: RobotBody, arm: str, ahead: float = 0.0) -> tuple[float, float] | None:
    """Inner and outer distances from the shoulder at which the tool works pointing down, low over the table [m]."""
    around, far, part = shoulder(body, arm), length(body, arm), body.parts[arm]
    works = []
    for r in np.arange(0.1, 1.01, 0.06) * far:
        x, y = around[:2] + r * np.array([np.cos(ahead), np.sin(ahead)])
        poses = [down(x, y, z, ahead) for z in (0.02, 0.06)]
        found: list[Any] = [body.ik(arm, p, part.home, free_yaw=True) for p in poses]
        if all(q is not None and body.collision(arm, q) is None for q in found):
            works.append(max(float(np.linalg.norm(p.pos - around)) for p in poses))
    return (round(min(works), 3), round(max(works), 3)) if len(works) > 1 else None
