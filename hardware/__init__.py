"""Bodies: robot descriptions, the MuJoCo robot, a fake one. Names are imported when first used; this import loads no MuJoCo."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from heedful.hardware.binding import UnknownName
    from heedful.hardware.command import ActionShape, UnknownPart, check_command
    from heedful.hardware.description import RobotDescription
    from heedful.hardware.fake import FakeRobot
    from heedful.hardware.mujoco_robot import MujocoRobot
    from heedful.hardware.robots.panda import MissingExtra, panda
    from heedful.hardware.robots.ur5e import ur5e

_HOME = {
    "ActionShape": "command",
    "FakeRobot": "fake",
    "MissingExtra": "robots.panda",
    "MujocoRobot": "mujoco_robot",
    "RobotDescription": "description",
    "UnknownName": "binding",
    "UnknownPart": "command",
    "check_command": "command",
    "panda": "robots.panda",
    "ur5e": "robots.ur5e",
}

__all__ = [
    "ActionShape", "FakeRobot", "MissingExtra", "MujocoRobot", "RobotDescription", "UnknownName", "UnknownPart", "check_command",
    "panda", "ur5e",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"heedful.hardware has no {name!r}")
    return getattr(import_module(f"heedful.hardware.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
