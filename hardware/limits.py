"""What the safety envelope enforces, as data: limits that can only be tightened, and the record of each violation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Literal

import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.description import RobotDescription
from heedful.types import Command, Volume


class Level(str, Enum):
    """What may leave: everything within limits, or nothing but hold."""

    RUNNING = "running"
    HOLD = "hold"
    """HALT: resumed by a person."""
    STOPPED = "stopped"
    """Protective stop: latched until a person resets it, outside language."""


@dataclass(frozen=True, slots=True, eq=False)
class SafetyLimits:
    """Shares of the robot's own limits, and what else a command must keep."""

    speed: float = 1.0
    """Share of the joint and base speed limits, at most 1."""
    force: float = 1.0
    """Share of the gripper's force limit, at most 1."""
    first_step: float = 0.1
    """How far the first target may be from the measured joints [rad]."""
    stale_s: float = 0.1
    """Age at which an observation stops the robot [s]."""
    acceleration: float | None = None
    """Joints speed up by at most this times their speed limit per second [1/s]; slowing down is never limited. None: not enforced."""
    volumes: tuple[Volume, ...] = ()
    """Keep-out and workspace boxes for the tool point, in force always."""
    collisions: bool = True
    """Whether contact with the robot itself and the table is predicted."""

    def __post_init__(self) -> None:
        for name in ("speed", "force"):
            if not 0 <= (value := getattr(self, name)) <= 1:
                raise ValueError(f"safety {name} is a share of the robot's own limit, 0 to 1, got {value}")

    def tightened(self, speed: float = 1.0, force: float = 1.0, volumes: Sequence[Volume] = ()) -> SafetyLimits:
        """These limits or stricter ones; nothing given here can loosen them, and what is not a number changes nothing."""
        return replace(
            self,
            speed=min(self.speed, max(0.0, speed)) if np.isfinite(speed) else self.speed,
            force=min(self.force, max(0.0, force)) if np.isfinite(force) else self.force,
            volumes=(*self.volumes, *volumes),
        )


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule: when [s], where, by how much, and what was done about it."""

    time: float
    part: str
    rule: str
    value: float
    limit: float
    action: Literal["clipped", "refused"]
    sentence: str
    stops: bool = False
    """Whether it latched a protective stop."""


@dataclass(frozen=True, slots=True, eq=False)
class Filtered:
    """What may be sent. With `holds` the command is empty and the robot must hold."""

    command: Command
    violations: tuple[Violation, ...] = ()
    holds: bool = False


class Boxes:
    """Volumes stacked, so that a tool's way is held against all of them at once."""

    def __init__(self, volumes: Sequence[Volume]) -> None:
        self.volumes = tuple(volumes)
        self._middle = np.array([v.pose.pos for v in volumes]).reshape(-1, 1, 3)
        self._turn = np.array([v.pose.matrix for v in volumes]).reshape(-1, 3, 3)
        self._half = np.array([v.size / 2 + v.margin for v in volumes]).reshape(-1, 1, 3)
        self._way = np.array([[1.0 if v.kind == "workspace" else -1.0] for v in volumes])

    def breaches(self, points: Array) -> Array:
        """How far [m] the worst of the points, shape (n, 3), lies inside each keep-out or outside each workspace; negative where none
        does. Shape (volumes,)."""
        outside = (np.abs((points - self._middle) @ self._turn) - self._half).max(axis=2)
        worst: Array = (outside * self._way).max(axis=1)
        return worst


def workspaces(description: RobotDescription) -> dict[str, Volume]:
    """A workspace for each arm whose reach is known: a box round its shoulder, its floor just under the table's top."""
    found = {}
    for arm, (shoulder, _, outer) in description.reach.items():
        x, y, z = description.base.apply(shoulder)
        half, floor = outer + 0.15, description.ground - 0.02
        top = z + half
        size = np.array([2 * half, 2 * half, top - floor])
        found[arm] = Volume("the workspace", Pose.at(x, y, (top + floor) / 2), size, kind="workspace")
    return found
