"""The robot's own description against ours: the same joints in the same places, or nothing moves."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import mujoco
import numpy as np

from heedful.geometry import Array
from heedful.hardware.description import RobotDescription
from heedful.hardware.importing.source import CannotImport, kinematics
from heedful.hardware.ros2.seam import LATCHED, LinkLost, Transport
from heedful.hardware.ros2.wiring import Wiring

TOPIC, KIND = "/robot_description", "std_msgs/msg/String"
ALLOWED = 0.002
"""What the two may differ by anywhere along the arm [m]."""
LEVER = 0.1
"""How far along a joint's axis its direction is compared [m]."""
POSES = 12
"""Configurations that are compared, at home and drawn within the limits."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How the robot's description and ours compare."""

    sentence: str
    differs: bool = False
    worst: float = 0.0
    """The largest distance between the two [m]."""


def compared(transport: Transport, robot: RobotDescription, wiring: Wiring, wait: float = 2.0) -> Compared:
    """Compare with what is published; a robot that publishes nothing cannot be compared, which is said."""
    told, there = list[str](), threading.Event()

    def heard(message: Any) -> None:
        told.append(message.data)
        there.set()

    topic = wiring.name(TOPIC)
    transport.subscribe(topic, KIND, heard, LATCHED)
    if not there.wait(wait):
        return Compared(f"nobody publishes {topic}, so our own kinematics are taken, and cannot be compared with the robot's")
    return against(told[-1], robot, {j: wiring.joint(j) for n in robot.arms for j in robot.parts[n].joints}, topic)


def against(urdf: str, robot: RobotDescription, native: Mapping[str, str], topic: str = TOPIC) -> Compared:
    """Compare with a URDF.

    Where the base stands is no matter: the one placement that fits all configurations best is taken first.

    Args:
      urdf: The text.
      robot: Our description.
      native: Canonical joint name -> the robot's.
      topic: Where it was told.
    """
    try:
        theirs = kinematics(urdf)
    except CannotImport as error:
        return Compared(f"{topic} cannot be read ({error})", differs=True)
    ours = robot.spec().compile()
    for arm in robot.arms:
        part = robot.parts[arm]
        if missing := [native[j] for j in part.joints if mujoco.mj_name2id(theirs, int(mujoco.mjtObj.mjOBJ_JOINT), native[j]) < 0]:
            known = ", ".join(theirs.joint(i).name for i in range(theirs.njnt)) or "none"
            return Compared(f"{topic} has no joint named {missing[0]}; it has {known}", differs=True)
        own = [int(ours.actuator(a).trnid[0]) for a in robot.actuators[arm]]
        other = [theirs.joint(native[j]).id for j in part.joints]
        low, high = np.maximum(part.lower, -np.pi), np.minimum(part.upper, np.pi)
        draws = np.random.default_rng(0).uniform(low, high, (POSES, len(part.joints)))
        configurations = [part.home, *draws]
        one = np.concatenate([_points(ours, own, q) for q in configurations])
        two = np.concatenate([_points(theirs, other, q) for q in configurations])
        gaps = np.linalg.norm(_fitted(two, one) - one, axis=1)
        worst = float(gaps.max())
        if worst > ALLOWED:
            at = part.joints[int(gaps.argmax()) // 2 % len(part.joints)]
            return Compared(
                f"{topic} and our description of {robot.name} differ by {1000 * worst:.1f} mm at {at}, "
                f"and {1000 * ALLOWED:g} mm is allowed: it is another model or calibration; bring its own with `heedful import robot`",
                differs=True,
                worst=worst,
            )
    return Compared(f"{topic} and our description agree to {1000 * worst:.2f} mm along the whole arm", worst=worst)


def _points(model: mujoco.MjModel, joints: list[int], q: Array) -> Array:
    """Each joint's place, and a point on its axis [m], in a configuration [rad]. Shape (2 joints, 3)."""
    data = mujoco.MjData(model)
    for joint, value in zip(joints, np.asarray(q).tolist(), strict=True):
        data.qpos[model.jnt_qposadr[joint]] = value
    mujoco.mj_kinematics(model, data)
    return np.concatenate([[data.xanchor[j], data.xanchor[j] + LEVER * data.xaxis[j]] for j in joints])


def _fitted(points: Array, to: Array) -> Array:
    """Points moved and turned as a whole to lie best on others (Kabsch 1976). Both of shape (n, 3)."""
    middle, there = points.mean(axis=0), to.mean(axis=0)
    u, _, v = np.linalg.svd((points - middle).T @ (to - there))
    flip = np.diag([1.0, 1.0, np.sign(np.linalg.det(u @ v))])
    fitted: Array = (points - middle) @ (u @ flip @ v) + there
    return fitted


def refuse_other(transport: Transport, robot: RobotDescription, wiring: Wiring) -> str:
    """What the comparison says. Raises LinkLost for a robot that tells another description than ours."""
    found = compared(transport, robot, wiring)
    if found.differs:
        raise LinkLost(found.sentence)
    return found.sentence
