"""Universal Robots UR5e with a two-finger gripper: published kinematics, limits and masses, as primitive shapes.

Sources. Denavit-Hartenberg parameters, masses, centres of mass: Universal Robots, "DH parameters for calculations of kinematics and
dynamics". Limits of position and speed: UR5e data sheet. Torques: Universal Robots, "Max. joint torques". Gripper (85 mm stroke, 20 to
235 N, 150 mm/s, 0.925 kg): Robotiq 2F-85 manual. Joint names: Universal Robots' ROS description and MuJoCo Menagerie.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from heedful.geometry import Pose, quat_from_axis_angle
from heedful.hardware.description import RobotDescription
from heedful.types import PartSpec

DH: tuple[tuple[float, float, float], ...] = (
    (0.0, 0.1625, np.pi / 2),
    (-0.425, 0.0, 0.0),
    (-0.3922, 0.0, 0.0),
    (0.0, 0.1333, np.pi / 2),
    (0.0, 0.0997, -np.pi / 2),
    (0.0, 0.0996, 0.0),
)
"""a [m], d [m], alpha [rad] of each joint."""
TOOL = 0.156
"""From the flange to the middle of the pads [m]."""
JOINTS = ("shoulder_pan_joint", "shoulder_lift_joint", "elbow_joint", "wrist_1_joint", "wrist_2_joint", "wrist_3_joint")
LIMIT = (2 * np.pi, 2 * np.pi, np.pi, 2 * np.pi, 2 * np.pi, 2 * np.pi)
VELOCITY = np.pi
TORQUE = (150.0, 150.0, 150.0, 28.0, 28.0, 28.0)
HOME = (-0.300737, -1.715885, 1.658333, -1.513245, -1.570796, 1.270060)
"""The tool 0.45 m ahead, pointing down, the fingers closing from left to right."""
STROKE = 0.085
GRIP_FORCE = 40.0
"""The largest force that is commanded [N]; the gripper itself has 235."""
FINGER_STIFFNESS = 2000.0
REACH = (0.27, 0.78)
"""Inner and outer distance from the shoulder [m]: measured, the tool pointing down and up to 0.2 m above the table."""


def tool_pose(q: ArrayLike) -> Pose:
    """The tool in the base frame for joint positions `q` [rad], shape (6,), as the product of the published parameters."""
    pose = Pose.at(0.0, 0.0, 0.0)
    for (a, d, alpha), theta in zip(DH, np.asarray(q, dtype=float), strict=True):
        pose = pose @ Pose.at(0.0, 0.0, d, yaw=float(theta)) @ Pose(np.array([a, 0.0, 0.0]), quat_from_axis_angle((1, 0, 0), alpha))
    return pose @ Pose.at(0.0, 0.0, TOOL)


def ur5e() -> RobotDescription:
    """The UR5e with a two-finger gripper. Its base is turned by half a turn: at zero the published arm points backwards."""
    limit = np.array(LIMIT)
    arm = PartSpec("arm", JOINTS, -limit, limit, np.full(6, VELOCITY), np.array(HOME), tool="tool", gripper="gripper")
    wide = np.array([STROKE])
    gripper = PartSpec("gripper", ("width",), np.zeros(1), wide, np.array([0.15]), wide.copy(), force=GRIP_FORCE)
    return RobotDescription(
        name="ur5e",
        mjcf=str(Path(__file__).with_name("ur5e.xml")),
        parts={"arm": arm, "gripper": gripper},
        actuators={"arm": tuple(j.removesuffix("_joint") for j in JOINTS), "gripper": ("finger_actuator1", "finger_actuator2")},
        fingers={"gripper": ("left_finger", "right_finger")},
        finger_stiffness=FINGER_STIFFNESS,
        reach={"arm": ((0.0, 0.0, DH[0][1]), *REACH)},
        base=Pose.at(0.0, 0.0, 0.0, yaw=np.pi),
        sources="Universal Robots DH parameters, data sheet and torques; Robotiq 2F-85 manual",
    )
