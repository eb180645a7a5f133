"""A robot alone in empty space as a world for `FakeWorld`: bases and humanoids, for which no tabletop is laid."""

from __future__ import annotations

import hashlib
from types import SimpleNamespace
from typing import Any

from heedful.hardware.description import RobotDescription
from heedful.hardware.mujoco_robot import MujocoRobot


class Alone:
    """The robot at home; there is no task."""

    def __init__(self, description: RobotDescription) -> None:
        self.description = description
        self.robot = MujocoRobot.alone(description)

    @property
    def model(self) -> Any:
        return self.robot.model

    @property
    def data(self) -> Any:
        return self.robot.data

    def reset(self, seed: int, task: str | None = None) -> None:
        """Put it at home. Raises ValueError for a task."""
        if task is not None:
            raise ValueError(f"{self.description.name} is alone here, and has no task named {task!r}")
        self.robot = MujocoRobot.alone(self.description)

    def snapshot(self) -> Any:
        data = self.robot.data
        return SimpleNamespace(time=float(data.time), qpos=data.qpos.copy(), qvel=data.qvel.copy(), kept=data.userdata.copy())

    def fingerprint(self) -> str:
        """Of the description that it was built from."""
        return hashlib.sha256(self.description.mjcf.encode()).hexdigest()[:16]
