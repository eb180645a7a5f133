"""What a Unitree G1 is called on DDS: its low state, arm_sdk and high-level service, and odometry by whoever provides it."""

from __future__ import annotations

from heedful.hardware.description import RobotDescription
from heedful.hardware.robots.g1 import MOTORS
from heedful.hardware.ros2.wiring import Wheels, Wiring

RATE = 50.0
"""How often the low state comes at least [Hz]; the robot's is 500."""


def unitree(robot: RobotDescription, odom: str = "/odom", namespace: str = "") -> Wiring:
    """The wiring of a description with the G1's joints.

    Args:
      robot: The body.
      odom: Where `nav_msgs/Odometry` of its pelvis is told, by a mapping of its own or of ours: the robot itself has none.
      namespace: Before each name.
    """
    arms = {n: "arm_sdk" for n, p in robot.parts.items() if p.kind in ("arm", "torso")}
    bases = {n: Wheels(odom=odom) for n, p in robot.parts.items() if p.kind == "base"}
    return Wiring(arms, bases=bases, root="odom", vendor="unitree", motors=MOTORS, namespace=namespace, rate=RATE)
