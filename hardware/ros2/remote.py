"""A body that is driven over ROS 2, as `robot=ros2/...` names it: the description, and how to reach who bears it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from heedful.hardware.description import RobotDescription

DOMAINS = 101


@dataclass(frozen=True, slots=True, eq=False)
class Remote(RobotDescription):
    """A description with a link."""

    domain: int | None = None
    """ROS_DOMAIN_ID; the environment's unless given."""
    interface: str = "lo"
    """Network interface; `lo` reaches this machine only."""
    transport: str = "auto"
    """`rclpy`, `dds`, or `auto`: rclpy where it can be imported."""
    controller: str = "joint_trajectory_controller"
    namespace: str = ""
    origin: str = ""
    """What `robot=` would name the body alone."""
    own: bool = False
    """Whether a fake robot of our own is started for it, on a domain of its own."""


def free_domain() -> int:
    """A domain for a fake of our own: another for each process, and never 0."""
    return 1 + os.getpid() % DOMAINS
