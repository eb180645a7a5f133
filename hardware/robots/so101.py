"""SO-101, The Robot Studio's five-joint arm with one moving jaw: published frames and ranges, as primitive shapes.

Sources. Frames, ranges, masses: TheRobotStudio/SO-ARM100, Simulation/SO101/so101_new_calib. Torque (30 kg cm at 12 V) and speed (45 turns a
minute without load, of which half is used): STS3215 data sheet. With five joints the tool reaches every place in front of it pointing
down, turned as it likes; a level approach only in the plane through its own column.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.hardware.description import RobotDescription
from heedful.types import PartSpec

JOINTS = ("shoulder_pan", "shoulder_lift", "elbow_flex", "wrist_flex", "wrist_roll")
FRAMES: tuple[tuple[tuple[float, float, float], tuple[float, float, float, float]], ...] = (
    ((0.03884, 0.0, 0.0624), (0.0, 0.0, 1.0, 0.0)),
    ((-0.0304, -0.01828, -0.0542), (0.5, -0.5, -0.5, -0.5)),
    ((-0.11257, -0.028, 0.0), (0.7071068, 0.0, 0.0, 0.7071068)),
    ((-0.1349, 0.0052, 0.0), (0.7071068, 0.0, 0.0, -0.7071068)),
    ((0.0, -0.0611, 0.0181), (0.0172091, -0.0172091, 0.706897, 0.706897)),
)
"""Position [m] and orientation (wxyz) of each link in the one before; every joint turns about its link's z."""
TOOL = Pose(np.array([0.0121, 0.0, -0.090]), np.array([0.0, 1.0, 1.0, 0.0]) / np.sqrt(2))
"""The tool in the last link: between the jaws, 20 mm from the fixed pad."""
FIXED_PAD = -0.020
LOWER = (-1.91986, -1.74533, -1.69, -1.65806, -2.74385)
UPPER = (1.91986, 1.74533, 1.69, 1.65806, 2.84121)
VELOCITY = 2.35
TORQUE = 2.94
HOME = (0.0, -0.9, 0.6, 1.2, 1.57)
LYING = (0.0, -1.65, 1.6, 0.95, 0.0)
"""Folded over its own base, near enough to the table to let go of [rad]."""
STROKE = 0.07
GRIP_FORCE = 30.0
"""At the pads [N]; the stalled servo would press with 42."""
TRAVEL = (
    (0.0, -0.174533), (0.00915, -0.05), (0.02049, 0.1), (0.03193, 0.25), (0.04281, 0.4), (0.05123, 0.55), (0.05906, 0.7),
    (0.06613, 0.85), (0.07228, 1.0),
)  # fmt: skip
"""Width between the pads where they come nearest [m], and the jaw's angle [rad]: computed from the pads' places in so101.xml."""
JAW_STIFFNESS = 40.0
REACH = (0.12, 0.28)
"""Inner and outer distance from the shoulder [m]: measured, the tool pointing down and up to 0.05 m above the table."""


def tool_pose(q: ArrayLike) -> Pose:
    """The tool in the base frame for joint positions `q` [rad], shape (5,), as the product of the published frames."""
    pose = Pose.at(0.0, 0.0, 0.0)
    for (place, turn), angle in zip(FRAMES, np.asarray(q, dtype=float), strict=True):
        unit: Array = np.array(turn) / np.linalg.norm(turn)
        pose = pose @ Pose(np.array(place), unit) @ Pose(np.zeros(3), quat_from_axis_angle((0, 0, 1), float(angle)))
    return pose @ TOOL


def so101() -> RobotDescription:
    """The SO-101, standing on the table near its edge."""
    limits = np.array(LOWER), np.array(UPPER)
    arm = PartSpec("arm", JOINTS, *limits, np.full(5, VELOCITY), np.array(HOME), tool="tool", gripper="gripper")
    wide, speed = np.array([STROKE]), np.array([0.12])
    gripper = PartSpec("gripper", ("width",), np.zeros(1), wide, speed, wide.copy(), force=GRIP_FORCE, fixed_pad=FIXED_PAD)
    return RobotDescription(
        name="so101",
        mjcf=str(Path(__file__).with_name("so101.xml")),
        parts={"arm": arm, "gripper": gripper},
        actuators={"arm": JOINTS, "gripper": ("gripper",)},
        fingers={"gripper": ("fixed_jaw", "moving_jaw")},
        finger_travel={"gripper": TRAVEL},
        finger_stiffness=JAW_STIFFNESS,
        reach={"arm": ((0.03884, 0.0, 0.1166), *REACH)},
        base=Pose.at(0.24, 0.0, 0.0),
        sources="TheRobotStudio/SO-ARM100 Simulation/SO101; STS3215 data sheet",
    )
