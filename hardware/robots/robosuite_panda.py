"""Robosuite's Panda as Heedful knows it: the embedded body with that model's hand, and how that model names its parts.

Robosuite 1.4 (robots/panda/robot.xml, grippers/panda_gripper.xml): the hand sits at 0.1065 m, the finger joints 0.0524 m further,
the grip site 0.097 m from the hand; the arm has motors of 80 and 12 Nm, the fingers position servos of 1000 N/m and at most 20 N.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from heedful.geometry import Pose
from heedful.hardware.description import RobotDescription
from heedful.hardware.robots.panda import panda

HAND, FINGERS, GRIP = 0.1065, 0.0524, 0.097
"""From joint 7 to the hand, from the hand to the finger joints and to the grip site [m]."""
FORCE, STIFFNESS = 20.0, 1000.0
REACH = (0.30, 0.87)
"""Inner and outer distance of the tool from the shoulder [m], the tool pointing down to a table at the height of the base."""


def robosuite_panda(base: Pose, ground: float, home: tuple[float, ...] | None = None) -> RobotDescription:
    """The body for kinematics and planning.

    Args:
      base: Where `robot0_base` stands in the world.
      ground: Height of the table or floor [m].
      home: Rest configuration [rad]; the Panda's own by default.
    """
    plain = panda()
    spec = plain.spec()
    for finger in plain.fingers["gripper"]:
        spec.body(finger).pos = [0.0, 0.0, FINGERS]
    spec.body("link8").pos = [0.0, 0.0, HAND]
    spec.site("tool").pos = [0.0, 0.0, GRIP]
    arm, gripper = plain.parts["arm"], plain.parts["gripper"]
    parts = {
        "arm": replace(arm, home=np.array(home)) if home is not None else arm,
        "gripper": replace(gripper, force=FORCE, velocity=np.array([0.2])),
    }
    shoulder = plain.reach["arm"][0]
    return replace(
        plain, name="robosuite panda", mjcf=spec.to_xml(), parts=parts, finger_stiffness=STIFFNESS, base=base, ground=ground,
        reach={"arm": (shoulder, *REACH)}, sources=f"{plain.sources}; robosuite (hand, gripper, motors)",
    )  # fmt: skip


def native(description: RobotDescription, robot: str = "robot0_", gripper: str = "gripper0_") -> tuple[RobotDescription, dict[str, str]]:
    """The same body under the names of a robosuite world, and canonical joint name -> that world's; the world needs a site `tool`."""
    named = replace(
        description,
        actuators={
            "arm": tuple(f"{robot}torq_j{i}" for i in range(1, 8)),
            "gripper": tuple(f"{gripper}gripper_finger_joint{i}" for i in (1, 2)),
        },
        fingers={"gripper": (f"{gripper}leftfinger", f"{gripper}rightfinger")},
    )
    return named, {f"joint{i}": f"{robot}joint{i}" for i in range(1, 8)}


def with_tool(xml: str, gripper: str = "gripper0_") -> str:
    """A robosuite world's MJCF with a site `tool` at its grip site, y along the fingers' closing direction; nothing else changes."""
    import xml.etree.ElementTree as ElementTree

    root = ElementTree.fromstring(xml)
    parent = root.find(f".//body[@name='{gripper}eef']")
    if parent is None:
        raise ValueError(f"this world has no body {gripper}eef; it is none of robosuite's with a Panda's gripper")
    half = str(float(np.sqrt(0.5)))
    ElementTree.SubElement(parent, "site", name="tool", pos="0 0 0", quat=f"{half} 0 0 {half}", size="0.001", rgba="0 0 0 0")
    return ElementTree.tostring(root, encoding="unicode")
