"""A body's kinematics as URDF, as robot_state_publisher tells them: links, joints, axes, limits; no shapes."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable

import mujoco
import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.description import RobotDescription


def urdf(robot: RobotDescription, native: Callable[[str], str] = str) -> str:
    """The URDF of a body, from `base_link` on.

    Args:
      robot: The body.
      native: What the robot calls a joint of ours, by its canonical name.

    Raises ValueError for a joint that URDF has not.
    """
    model = robot.spec().compile()
    root = ET.Element("robot", name=robot.name)
    ET.SubElement(root, "link", name="base_link")
    kinds = {int(mujoco.mjtJoint.mjJNT_HINGE): "revolute", int(mujoco.mjtJoint.mjJNT_SLIDE): "prismatic"}
    canonical = _canonical(robot, model)
    for body in range(1, model.nbody):
        name, parent = model.body(body).name, int(model.body_parentid[body])
        ET.SubElement(root, "link", name=name)
        count, first = int(model.body_jntnum[body]), int(model.body_jntadr[body])
        if count > 1 or (count and int(model.jnt_type[first]) not in kinds):
            raise ValueError(f"{robot.name}: URDF has no joint such as those of {name}")
        kind = kinds[int(model.jnt_type[first])] if count else "fixed"
        called = native(canonical.get(first, model.joint(first).name)) if count else f"{name}_fixed"
        place = Pose(model.body_pos[body], model.body_quat[body])
        if count and np.abs(model.jnt_pos[first]).max() > 1e-9:
            raise ValueError(f"{robot.name}: the joint of {name} does not stand in the origin of its link")
        joint = ET.SubElement(root, "joint", name=called, type=kind)
        ET.SubElement(joint, "parent", link=model.body(parent).name if parent else "base_link")
        ET.SubElement(joint, "child", link=name)
        ET.SubElement(joint, "origin", xyz=_words(place.pos), rpy=_words(_rpy(place.matrix)))
        if count:
            low, high = model.jnt_range[first] if model.jnt_limited[first] else (-2 * np.pi, 2 * np.pi)
            ET.SubElement(joint, "axis", xyz=_words(model.jnt_axis[first]))
            ET.SubElement(joint, "limit", lower=f"{low:.9g}", upper=f"{high:.9g}", velocity="3.14", effort="100")
    return ET.tostring(root, encoding="unicode")


def _canonical(robot: RobotDescription, model: mujoco.MjModel) -> dict[int, str]:
    """The model's joint -> its canonical name."""
    found = {}
    for part, spec in robot.parts.items():
        for name, actuator in zip(spec.joints, robot.actuators.get(part, ()), strict=False):
            if spec.kind != "gripper":
                found[int(model.actuator(actuator).trnid[0])] = name
    return found


def _rpy(matrix: Array) -> Array:
    """Fixed-axis roll, pitch, yaw [rad] of a rotation matrix (REP-103)."""
    pitch = float(np.arcsin(np.clip(-matrix[2, 0], -1.0, 1.0)))
    if abs(matrix[2, 0]) > 1 - 1e-9:  # roll and yaw turn about the same axis: all of it is roll
        return np.array([np.arctan2(-np.sign(matrix[2, 0]) * matrix[0, 1], matrix[1, 1]), pitch, 0.0])
    return np.array([np.arctan2(matrix[2, 1], matrix[2, 2]), pitch, np.arctan2(matrix[1, 0], matrix[0, 0])])


def _words(values: Array) -> str:
    return " ".join(f"{v:.12g}" for v in np.asarray(values).tolist())
