"""A robot that is known, with the link over which it is driven: what `robot=ros2/...` names."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from heedful.config import load
from heedful.hardware.description import RobotDescription
from heedful.hardware.feetech.remote import OnBus
from heedful.hardware.ros2.remote import Remote


def remote(robot: Any = "ur5e", **link: Any) -> Remote:
    """A robot that is on ROS 2 already.

    Args:
      robot: What `robot=` takes.
      link: The fields of the link: `domain`, `interface`, `transport`, `controller`, `namespace`, `dry_run`, `own`.
    """
    body = load("robot", robot)
    if not isinstance(body, RobotDescription):
        raise ValueError(f"ROS 2 drives a robot that is described, and {robot} is none that is")
    given = {f.name: getattr(body, f.name) for f in fields(RobotDescription)}
    return body if isinstance(body, Remote) else Remote(**given, origin=str(robot), **link)


def serial(robot: Any = "so101", port: str = "", lerobot: str = "", own: bool = False) -> OnBus:
    """An arm on a serial bus.

    Args:
      robot: What `robot=` takes.
      port: The serial port; the one there is unless given.
      lerobot: A LeRobot calibration file; what the motors hold unless given.
      own: Whether it starts a simulated bus of its own.
    """
    body = load("robot", robot)
    if not isinstance(body, RobotDescription):
        raise ValueError(f"a serial bus drives a robot that is described, and {robot} is none that is")
    given = {f.name: getattr(body, f.name) for f in fields(RobotDescription)}
    return body if isinstance(body, OnBus) else OnBus(**given, port=port, lerobot=lerobot, own=own, origin=str(robot))


def fake(robot: Any = "ur5e", dry_run: bool = False) -> Remote:
    """A robot on ROS 2 that starts its own fake, in a process of its own, on a domain of its own.

    Args:
      robot: What `robot=` takes.
      dry_run: Whether nothing is published, and what would have been is told.
    """
    return remote(robot, transport="dds", own=True, dry_run=dry_run)
