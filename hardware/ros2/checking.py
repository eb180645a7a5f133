"""What of a robot is there on ROS 2, told before anything moves."""

from __future__ import annotations

import time
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass, field
from typing import Any

from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.described import CALIBRATED, Compared, Described
from heedful.hardware.ros2.opening import chosen, open_transport
from heedful.hardware.ros2.remote import Remote
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import LinkLost
from heedful.hardware.ros2.wired import wired
from heedful.hardware.ros2.wiring import Wiring

ELSEWHERE = range(0, 11)
"""Domains that are looked into where nobody is on the one asked for."""
ANOTHER = 1e6
"""Clocks further apart do not tell the same time, as a simulator's does not [s]."""
LISTEN = 1.0
"""How long the rate of the joint states is measured [s]."""


@dataclass(slots=True)
class Found:
    """What was found, by name, and the first thing that keeps the robot from being driven."""

    told: dict[str, str] = field(default_factory=dict)
    problem: str = ""

    @property
    def ok(self) -> bool:
        return not self.problem


def check(remote: Remote, domain: int | None, interface: str = "lo", wait: float = 3.0) -> Found:
    """Look for a robot. Raises MissingExtra."""
    found = Found()
    transport = open_transport(remote.transport, "heedful_check", domain, interface, remote.distribution)
    try:
        found.told["transport"] = transport.name
        wiring = wired(remote)
        described = Described(transport, wiring)
        robot = Ros2Robot(remote, transport, wiring)
        if not robot.joints.wait(wait):
            found.problem = _unheard(transport, robot, remote, interface)
            return found
        found.told["joint states"] = f"{', '.join(robot.joints.names)} at {_rate(robot):.0f} Hz"
        found.told["clock"] = _clock(robot)
        compared = Compared("")
        if wiring.arms:
            compared = described.compared(remote, wait)
            found.told["description"] = compared.sentence
            if limits := described.limits(remote):
                found.told["limits"] = limits
        others = transport.publishers(robot.joints.topic, robot.joints.kind)
        found.told["told by"] = f"{others} publisher{'s' * (others != 1)} of {robot.joints.topic}"
        if wiring.arms and wiring.vendor != "unitree":
            found.told["controllers"] = _controllers(transport, wiring)
        until = time.monotonic() + wait
        while (missing := robot.missing()) and time.monotonic() < until:
            time.sleep(0.05)
        found.told["actions"] = "all there" if not missing else f"missing: {', '.join(missing)}"
        if notices := list(getattr(transport, "notices", {}).values()):
            found.told["to be known"] = "; ".join(notices)
        if missing:
            found.problem = f"nobody offers {missing[0]}: is its controller loaded and active, and is that its name?"
        elif fault := robot.fault():
            found.problem = fault
        elif compared.differs and compared.worst > CALIBRATED:
            found.problem = compared.sentence
        for name, base in robot.bases.items():
            takes = ", ".join(sorted(transport.subscribed(base.topic)))
            found.told[name] = f"{base.topic} takes {takes or 'nothing'}; {base.odometry.fault() or f'odometry on {base.odometry.topic}'}"
        for name, arm in robot.arms.items():
            if said := getattr(arm, "told", ""):
                found.told[name] = said
        for name, camera in robot.cameras.items():
            until = time.monotonic() + wait
            while (frame := camera.frame()) is None and time.monotonic() < until:
                time.sleep(0.02)
            found.told[name] = (
                camera.fault
                if frame is None
                else (
                    f"{frame.rgb.shape[1]} x {frame.rgb.shape[0]} px on {camera.lens.image}, "
                    f"{1000 * (robot.joints.robot_time() - frame.time):.0f} ms from the picture to a command"
                )
            )
            found.problem = found.problem or (f"{name}: {camera.fault}" if frame is None else "")
        if robot.modes is not None:
            found.told["modes"] = robot.modes.fault() or "the arm may be moved"
    except LinkLost as error:
        found.problem = str(error)
    finally:
        transport.close()
    return found


def _unheard(transport: Any, robot: Ros2Robot, remote: Remote, interface: str) -> str:
    """Why there are no joint states."""
    topic = robot.joints.topic
    if topic in getattr(transport, "refused", {}):
        return str(transport.refused[topic])
    if transport.publishers(topic, robot.joints.kind):
        return robot.joints.fault()
    domain = getattr(transport, "domain", None)
    if chosen(remote.transport) == "dds" and domain is not None and (there := _elsewhere(topic, robot.joints.kind, domain, interface)):
        return f"no robot on domain {domain}, but there is one on domain {there[0]}: set ROS_DOMAIN_ID={there[0]}"
    return (
        f"nobody publishes {topic} ({transport.name}): is the robot running, with the same ROS_DOMAIN_ID, and on this network interface? "
        f"`heedful ros2 fake robot={remote.origin or remote.name}` starts one to try on"
    )


def _elsewhere(topic: str, kind: str, domain: int, interface: str) -> list[int]:
    """Other domains where the topic is published."""
    others = [DdsTransport("heedful_check", d, interface) for d in ELSEWHERE if d != domain]
    try:
        for one in others:
            one.publishers(topic, kind)
        until, there = time.monotonic() + 2.0, list[int]()
        while not there and time.monotonic() < until:
            time.sleep(0.1)
            there = [one.domain for one in others if one.publishers(topic, kind)]
        return there
    finally:
        for one in others:
            one.close()


def _clock(robot: Ros2Robot) -> str:
    """How far the robot's clock is from this machine's, in words."""
    ahead = robot.joints.robot_time() - time.time()
    if abs(ahead) > ANOTHER:
        return f"{robot.joints.robot_time():.1f} s, a time of its own and not this machine's: stamps are compared with each other only"
    return f"{1000 * abs(ahead):.0f} ms {'ahead of' if ahead > 0 else 'behind'} this machine's"


def _rate(robot: Ros2Robot) -> float:
    """How often joint states come [Hz]."""
    before = robot.joints.heard
    time.sleep(LISTEN)
    return (robot.joints.heard - before) / LISTEN


def _controllers(transport: Any, wiring: Wiring) -> str:
    kind = "controller_manager_msgs/srv/ListControllers"
    request = transport.make(f"{kind}_Request")
    try:
        told = transport.call(wiring.name("/controller_manager/list_controllers"), kind, request).result(5.0)
    except (LinkLost, TooLate, TypeError) as error:
        return str(error) or "the controller manager does not answer"
    return ", ".join(f"{c.name} ({c.state})" for c in told.controller) or "none"
