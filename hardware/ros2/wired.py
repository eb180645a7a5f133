"""A robot's wiring from its configuration: what is called otherwise there than by default, and how its parts are driven."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from difflib import get_close_matches
from typing import Any, TypeVar

from heedful.hardware.description import RobotDescription
from heedful.hardware.robots.g1 import MOTORS
from heedful.hardware.ros2.drivers import WAYS
from heedful.hardware.ros2.remote import Remote
from heedful.hardware.ros2.unitree.wiring import unitree
from heedful.hardware.ros2.wiring import Lens, Wiring

T = TypeVar("T")
VENDORS = ("", "ur", "unitree")
PLAIN = ("way", "watchdog", "vendor", "stop", "root", "rate", "joint_states", "manager", "native")
"""What `robot.wiring` says of the whole robot; `grippers`, `bases` and `cameras` say it of each."""
STOP = "/dashboard_client/stop"
"""Universal Robots' own stop, the last rung of the ladder."""


def wired(remote: Remote) -> Wiring:
    """The wiring of a robot with a link. Raises ValueError with one sentence, naming what was not understood."""
    return wire(remote, remote.wiring, remote.controller, remote.namespace)


def wire(robot: RobotDescription, given: Mapping[str, Any], controller: str, namespace: str = "") -> Wiring:
    """The default wiring of a description, but for what is given."""
    _known(given, (*PLAIN, "grippers", "bases", "cameras"), "robot.wiring")
    vendor, way = str(given.get("vendor", "")), str(given.get("way", "stream"))
    for what, value, choices in (("vendor", vendor, VENDORS), ("way", way, WAYS)):
        if value not in choices:
            raise ValueError(f"robot.wiring.{what} is {value!r}; known: {', '.join(c or 'none' for c in choices)}")
    made = unitree(robot, namespace=namespace) if vendor == "unitree" else Wiring.of(robot, controller, namespace)
    if vendor == "ur":
        made = replace(made, stop=STOP)
    plain = {k: given[k] for k in PLAIN if given.get(k) is not None}
    parts: dict[str, Any] = {
        "grippers": _each(made.grippers, given, "grippers"),
        "bases": _each(made.bases, given, "bases"),
        "cameras": {n: _made(Lens, c, f"robot.wiring.cameras.{n}") for n, c in (given.get("cameras") or {}).items()},
    }
    return replace(made, **plain, **parts)


def for_fake(robot: RobotDescription) -> Wiring:
    """The wiring of the fake of a robot: its controllers by their own names, whichever way it is driven."""
    if not isinstance(robot, Remote):
        jointed = [j for p in robot.parts.values() if p.kind in ("arm", "torso") for j in p.joints]
        vendor = "unitree" if jointed and set(jointed) <= set(MOTORS) else ""
        return wire(robot, {"vendor": vendor}, "joint_trajectory_controller")
    found = wired(robot)
    return replace(found, arms=Wiring.of(robot).arms) if found.way in ("forward", "servo") else found


def _each(made: Mapping[str, T], given: Mapping[str, Any], what: str) -> dict[str, T]:
    """Parts with some of their fields given anew."""
    told = given.get(what) or {}
    _known(told, tuple(made), f"robot.wiring.{what}")
    return {n: replace(part, **_fields(type(part), told[n], f"robot.wiring.{what}.{n}")) if n in told else part for n, part in made.items()}  # type: ignore[type-var]


def _made(kind: type[T], given: Mapping[str, Any], where: str) -> T:
    told = _fields(kind, given, where)
    if missing := [name for name in ("image", "info") if name not in told]:
        raise ValueError(f"{where} needs {' and '.join(missing)}: the topics of its pictures and of its camera info")
    return kind(**told)


def _fields(kind: type[Any], given: Mapping[str, Any], where: str) -> dict[str, Any]:
    _known(given, tuple(f.name for f in fields(kind)), where)
    return dict(given)


def _known(given: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
    if unknown := [k for k in given if k not in known]:
        near = get_close_matches(unknown[0], known, 1)
        hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known) or 'none, for the robot has none'}"
        raise ValueError(f"{where} has no {unknown[0]!r}; {hint}")
