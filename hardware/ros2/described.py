"""The robot's own description against ours: the same joints in the same places, or nothing moves."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from xml.etree import ElementTree

import mujoco
import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.hardware.description import RobotDescription
from heedful.hardware.importing.source import CannotImport, kinematics
from heedful.hardware.ros2.seam import LATCHED, LinkLost, Transport
from heedful.hardware.ros2.wiring import Wiring

TOPIC, KIND = "/robot_description", "std_msgs/msg/String"
ALLOWED = 0.002
"""What the two may differ by anywhere along the arm [m]."""
LEVER = 0.1
"""How far along a joint's axis its direction is compared [m]."""
CALIBRATED = 0.02
"""What the calibration of one arm may differ from another's, anywhere along it [m]; beyond, it is another model."""
POSES = 12
"""Configurations that are compared, at home and drawn within the limits."""


NARROWER = 0.01
"""By how much a limit of the robot's is narrower before that is said [rad]."""


@dataclass(frozen=True, slots=True)
class Compared:
    """How the robot's description and ours compare."""

    sentence: str
    differs: bool = False
    worst: float = 0.0
    """The largest distance between the two [m]."""


class Described:
    """Listens for the robot's own description, from before anything else is known of it.

    Args:
      transport: What carries it.
      wiring: What its parts are called.
    """

    def __init__(self, transport: Transport, wiring: Wiring) -> None:
        self.topic = wiring.name(TOPIC)
        self._wiring, self._told, self._there = wiring, "", threading.Event()
        transport.subscribe(self.topic, KIND, self._heard, LATCHED)

    def compared(self, robot: RobotDescription, wait: float = 2.0) -> Compared:
        """Compare with what is published; a robot that publishes nothing cannot be compared, which is said."""
        if not self._there.wait(wait):
            return Compared(f"nobody publishes {self.topic}, so our own kinematics are taken, and cannot be compared with the robot's")
        return against(self._told, robot, self._native(robot), self.topic)

    def taken(self, robot: RobotDescription) -> RobotDescription:
        """Our description with the robot's own kinematics, where it tells any: a maker calibrates each arm a little. Raises LinkLost where
        the two are further apart than a calibration makes them."""
        found = self.compared(robot)
        if not found.differs:
            return robot
        if found.worst > CALIBRATED or found.worst == 0.0:
            raise LinkLost(found.sentence)
        own = adopted(self._told, robot, self._native(robot))
        if (left := against(self._told, own, self._native(robot), self.topic)).differs:
            raise LinkLost(left.sentence)
        return own

    def limits(self, robot: RobotDescription) -> str:
        """What `limits_told` says of it; empty where nothing was told."""
        return limits_told(self._told, robot, self._native(robot))

    def _native(self, robot: RobotDescription) -> dict[str, str]:
        return {j: self._wiring.joint(j) for n in robot.arms for j in robot.parts[n].joints}

    def _heard(self, message: Any) -> None:
        self._told = message.data
        self._there.set()


def limits_told(urdf: str, robot: RobotDescription, native: Mapping[str, str]) -> str:
    """The limits that a URDF tells of a robot's joints, and where they are narrower than ours, in words; empty where it tells none."""
    try:
        found = {j.get("name", ""): j.find("limit") for j in ElementTree.fromstring(urdf).iter("joint")}
    except ElementTree.ParseError:
        return ""
    narrower, speeds = [], []
    for part in (robot.parts[n] for n in robot.arms):
        for joint, low, high in zip(part.joints, part.lower, part.upper, strict=True):
            limit = found.get(native[joint])
            if limit is None:
                continue
            lower, upper = float(limit.get("lower", -np.inf)), float(limit.get("upper", np.inf))
            speeds.append(float(limit.get("velocity", np.inf)))
            if lower > low + NARROWER or upper < high - NARROWER:
                narrower.append(f"{joint} {lower:.2f} to {upper:.2f} rad, ours are {low:.2f} to {high:.2f}")
    if not speeds:
        return ""
    said = f"narrower than ours: {', '.join(narrower)}" if narrower else "none narrower than ours"
    return f"of {len(speeds)} joints, at most {max(speeds):.2f} rad/s; {said}"


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
        _, one, two = _both(theirs, ours, robot, arm, native)
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


def adopted(urdf: str, robot: RobotDescription, native: Mapping[str, str]) -> RobotDescription:
    """A description whose arms have the joints of a URDF: every joint's axis is put where that has it, at zero, and so it is there in
    every configuration (product of exponentials, Brockett 1984). What hangs on a link goes along. Raises LinkLost for a model with meshes.

    Args:
      urdf: The text.
      robot: Our description.
      native: Canonical joint name -> the robot's.
    """
    theirs, ours = kinematics(urdf), robot.spec().compile()
    spec = mujoco.MjSpec.from_string(robot.mjcf) if robot.mjcf.lstrip().startswith("<") else mujoco.MjSpec.from_file(robot.mjcf)
    for arm in robot.arms:
        own, one, two = _both(theirs, ours, robot, arm, native)
        meant = _fitted(two, one)[: 2 * len(own)]  # the first configuration is zero
        data = mujoco.MjData(ours)
        mujoco.mj_kinematics(ours, data)
        places = {b: Pose(data.xpos[b].copy(), data.xquat[b].copy()) for b in range(ours.nbody)}
        moved: dict[int, Pose] = {}
        for i, joint in enumerate(own):
            body, anchor, axis = int(ours.jnt_bodyid[joint]), data.xanchor[joint], data.xaxis[joint]
            there = meant[2 * i]
            towards = (meant[2 * i + 1] - there) / LEVER
            turn = quat_from_axis_angle(np.cross(axis, towards), float(np.arctan2(np.linalg.norm(np.cross(axis, towards)), axis @ towards)))
            old = places[body]
            pose = Pose(there, turn) @ Pose(old.pos - anchor, old.quat)
            parent = int(ours.body_parentid[body])
            local = _now(ours, places, moved, parent).inverse() @ pose
            moved[body] = pose
            spec.body(ours.body(body).name).pos, spec.body(ours.body(body).name).quat = local.pos, local.quat
    try:
        text = spec.to_xml()
        mujoco.MjModel.from_xml_string(text)
    except ValueError as error:
        raise LinkLost(f"the robot's own kinematics cannot be taken into {robot.name}: {' '.join(str(error).split())}") from None
    return replace(robot, mjcf=text)


def _now(model: mujoco.MjModel, places: Mapping[int, Pose], moved: Mapping[int, Pose], body: int) -> Pose:
    """Where a body is once those that it hangs on were moved."""
    if body in moved or body == 0:
        return moved.get(body, places[body])
    parent = int(model.body_parentid[body])
    return _now(model, places, moved, parent) @ (places[parent].inverse() @ places[body])


def _both(
    theirs: mujoco.MjModel, ours: mujoco.MjModel, robot: RobotDescription, arm: str, native: Mapping[str, str]
) -> tuple[list[int], Array, Array]:
    """An arm's joints in our model, and their points in both in the same configurations: zero, home and some that are drawn."""
    part = robot.parts[arm]
    own = [int(ours.actuator(a).trnid[0]) for a in robot.actuators[arm]]
    other = [int(theirs.joint(native[j]).id) for j in part.joints]
    low, high = np.maximum(part.lower, -np.pi), np.minimum(part.upper, np.pi)
    configurations = [np.zeros(len(own)), part.home, *np.random.default_rng(0).uniform(low, high, (POSES, len(own)))]
    one, two = (np.concatenate([_points(m, j, q) for q in configurations]) for m, j in ((ours, own), (theirs, other)))
    return own, one, two
