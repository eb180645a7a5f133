"""A robot that is elsewhere: behind ROS 2 or a serial port, simulated with a judge beside it, or real and commissioned by a person."""

from __future__ import annotations

from typing import Any

from heedful.envs.bus_world import simulated_arm
from heedful.envs.mirror import mirror
from heedful.hardware.commission import NEVER, NotCommissioned
from heedful.hardware.feetech.judge import simulated
from heedful.hardware.feetech.port import found_port
from heedful.hardware.feetech.remote import OnBus, driver
from heedful.hardware.ros2.remote import Remote

FAR = (Remote, OnBus)
"""Descriptions with a link."""


def reach(robot: Any, near: Any, mode: str) -> Any:
    """The world of a simulated robot, or the driver of a real one; which it is says whether anybody can be asked to judge.

    Args:
      robot: A description with a link.
      near: The world that a simulated one is in, built here.
      mode: The session's; a real robot goes by the wall clock.

    Raises LinkLost, and NotCommissioned for a real robot, or a simulated one's own file, that is not complete.
    """
    if robot.commission is not None:
        robot.commission.check()
    if isinstance(robot, Remote):
        return mirror(robot, near, mode)
    if robot.own or simulated(robot.port or found_port()):
        return simulated_arm(robot, near, mode)
    if robot.commission is None:
        raise NotCommissioned(NEVER.format(robot.name, robot.origin))
    if mode != "realtime":
        raise ValueError(f"{robot.name} is a real robot, which goes by the wall clock: mode=realtime")
    near.close()
    return driver(robot)
