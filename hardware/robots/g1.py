"""Unitree's G1 humanoid of 29 joints: waist and arms as parts, walking as a base, the legs left to the robot itself.

Sources. Frames, masses, inertias, ranges, torques: Unitree's public description g1_29dof_rev_1_0 (unitreerobotics/unitree_ros), as
kevinzakka/mjlab has them (Apache-2.0); order of the motors: unitreerobotics/unitree_sdk2_python. Shapes are the description's collision
capsules. Speeds are not what the motors can do (20 to 37 rad/s) but what is commanded here: 2 rad/s, and 0.4 m/s and 0.6 rad/s walking.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.types import PartSpec

BASE = ("base_x", "base_y", "base_yaw")
WAIST = ("waist_yaw_joint", "waist_roll_joint", "waist_pitch_joint")
LEG = ("hip_pitch", "hip_roll", "hip_yaw", "knee", "ankle_pitch", "ankle_roll")
ARM = ("shoulder_pitch", "shoulder_roll", "shoulder_yaw", "elbow", "wrist_roll", "wrist_pitch", "wrist_yaw")
MOTORS = (
    *(f"{side}_{joint}_joint" for side in ("left", "right") for joint in LEG),
    *WAIST,
    *(f"{side}_{joint}_joint" for side in ("left", "right") for joint in ARM),
)
"""Every joint in the order of the robot's motors, 0 to 28."""
LOWER, UPPER = (-3.0892, -1.5882, -2.618, -1.0472, -1.97222, -1.61443, -1.61443), (2.6704, 2.2515, 2.618, 2.0944, 1.97222, 1.61443, 1.61443)
"""Of the left arm [rad]; the right one's roll is mirrored."""
HOME = (0.2, 0.2, 0.0, 0.6, 0.0, 0.0, 0.0)
"""The left arm beside the body, the forearm ahead [rad]; the right one's roll is mirrored."""
SPEED, WALK = 2.0, (0.4, 0.2, 0.6)
"""Largest commanded speeds: of a joint [rad/s], and walking ahead, sideways and turning [m/s, m/s, rad/s]."""
REACH = (0.15, 0.45)
"""Inner and outer distance of the palm from the shoulder [m]: nine in ten of random arm positions lie between them."""


def g1() -> RobotDescription:
    """Unitree's G1; its arms end in palms that hold nothing by themselves."""
    limit = np.full(7, SPEED)
    mirrored = np.array([1.0, -1.0, -1.0, 1.0, -1.0, 1.0, -1.0])
    lower, upper, home = np.array(LOWER), np.array(UPPER), np.array(HOME)
    turned = np.where(mirrored < 0, -upper, lower), np.where(mirrored < 0, -lower, upper)
    names = {side: tuple(f"{side}_{j}_joint" for j in ARM) for side in ("left", "right")}
    waist = np.array([2.618, 0.52, 0.52])
    open_ended = np.full(3, np.inf)
    parts = {
        "base": PartSpec("base", BASE, -open_ended, open_ended, np.array(WALK), np.zeros(3)),
        "waist": PartSpec("torso", WAIST, -waist, waist, np.full(3, 1.0), np.zeros(3), tool="chest"),
        "left_arm": PartSpec("arm", names["left"], lower, upper, limit, home, tool="left_tool"),
        "right_arm": PartSpec("arm", names["right"], *turned, limit, home * mirrored, tool="right_tool"),
    }
    return RobotDescription(
        name="g1", mjcf=str(Path(__file__).with_name("g1.xml")), parts=parts,
        actuators={"base": BASE, "waist": WAIST, "left_arm": names["left"], "right_arm": names["right"]},
        reach={f"{side}_arm": ((0.0, 0.1 if side == "left" else -0.1, 1.085), *REACH) for side in ("left", "right")},
        sources="unitreerobotics/unitree_ros g1_29dof_rev_1_0; kevinzakka/mjlab; unitreerobotics/unitree_sdk2_python",
    )  # fmt: skip
