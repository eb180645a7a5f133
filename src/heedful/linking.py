"""A robot that is known, with the link over which it is driven: what `robot=ros2/...` names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from heedful.config import load
from heedful.geometry import Pose
from heedful.hardware.commission import Commission
from heedful.hardware.description import RobotDescription
from heedful.hardware.feetech import calibration
from heedful.hardware.feetech.remote import OnBus
from heedful.hardware.ros2.remote import Remote

LINK = ("port", "lerobot", "volts", "domain", "interface", "transport", "controller", "namespace", "distribution", "wiring", "dry_run")
"""Fields of a link that may be given beside a robot's file."""


def remote(robot: Any = "ur5e", **link: Any) -> Remote:
    """A robot that is on ROS 2 already.

    Args:
      robot: What `robot=` takes.
      link: The fields of the link: `domain`, `interface`, `transport`, `controller`, `namespace`, `distribution`, `wiring`, `dry_run`,
        `own`.
    """
    body = load("robot", robot)
    if not isinstance(body, RobotDescription):
        raise ValueError(f"ROS 2 drives a robot that is described, and {robot} is none that is")
    given = {f.name: getattr(body, f.name) for f in fields(RobotDescription)}
    return body if isinstance(body, Remote) else Remote(**given, origin=str(robot), **link)


def serial(robot: Any = "so101", port: str = "", lerobot: str = "", own: bool = False, volts: float = 0.0, dry_run: bool = False) -> OnBus:
    """An arm on a serial bus.

    Args:
      robot: What `robot=` takes.
      port: The serial port; the one there is unless given.
      lerobot: A LeRobot calibration file; what the motors hold unless given.
      own: Whether it starts a simulated bus of its own.
      volts: Its supply when it was set up [V].
      dry_run: Whether nothing is sent to the motors, and what would have been is told.
    """
    body = load("robot", robot)
    if not isinstance(body, RobotDescription):
        raise ValueError(f"a serial bus drives a robot that is described, and {robot} is none that is")
    given = {f.name: getattr(body, f.name) for f in fields(RobotDescription)}
    return (
        body
        if isinstance(body, OnBus)
        else OnBus(**given, port=port, lerobot=lerobot, own=own, volts=volts, dry_run=dry_run, origin=str(robot))
    )


def commissioned(file: str, **told: Any) -> Remote | OnBus:
    """A robot as `heedful setup` wrote it down.

    Args:
      file: The file.
      told: Its fields; those of the link may be given anew, such as `port` or `domain`.

    Raises NotCommissioned, BadCalibration, ValueError.
    """
    path = Path(file)
    link = {**(told.get("link") or {}), **{k: v for k, v in told.items() if k in LINK}}
    commission = Commission.of(path, told)
    if told.get("motors"):
        made: Remote | OnBus = replace(serial(told["robot"], **link), motors=calibration.told(told["motors"]), commission=commission)
    elif "port" in link:
        made = replace(serial(told["robot"], **link), commission=commission)
    else:
        made = replace(remote(told["robot"], **link), commission=commission)
    mounted: Remote | OnBus = as_mounted(made, told)
    return mounted


def as_mounted(body: Any, told: Mapping[str, Any]) -> Any:
    """A description where its robot stands, with the limits that a person gave it. Raises ValueError."""
    if mount := told.get("mount"):
        x, y, z, yaw = map(float, mount["base"])
        body = replace(body, base=Pose.at(x, y, z, yaw=yaw), ground=float(mount["table"]))
    parts = dict(body.parts)
    for joint, (low, high) in (told.get("limits") or {}).items():
        part = next((n for n, p in parts.items() if joint in p.joints and p.kind != "gripper"), None)
        if part is None:
            raise ValueError(f"{body.name} has no joint named {joint!r}, which its file has limits for")
        at = parts[part].joints.index(joint)
        lower, upper = parts[part].lower.copy(), parts[part].upper.copy()
        lower[at], upper[at] = max(lower[at], float(low)), min(upper[at], float(high))
        if lower[at] >= upper[at]:
            raise ValueError(f"the limits of {joint} leave it no room: {low} to {high} rad")
        parts[part] = replace(parts[part], lower=lower, upper=upper)
    return replace(body, parts=parts)


def fake(robot: Any = "ur5e", dry_run: bool = False) -> Remote:
    """A robot on ROS 2 that starts its own fake, in a process of its own, on a domain of its own.

    Args:
      robot: What `robot=` takes.
      dry_run: Whether nothing is published, and what would have been is told.
    """
    return remote(robot, transport="dds", own=True, dry_run=dry_run)
