"""Parts of a body: what each is made of, and its measured state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np

from heedful.geometry import Array, Pose

PartKind = Literal["arm", "gripper", "base", "torso", "discrete"]


@dataclass(frozen=True, slots=True, eq=False)
class PartSpec:
    """One part of a body: what it is made of and how far, fast and hard it may go."""

    kind: PartKind
    joints: tuple[str, ...] = ()
    """Canonical joint names, in command order."""
    lower: Array = field(default_factory=lambda: np.zeros(0))
    """Lower joint limits [rad, or m for a gripper's width]."""
    upper: Array = field(default_factory=lambda: np.zeros(0))
    """Upper joint limits [rad, or m for a gripper's width]."""
    velocity: Array = field(default_factory=lambda: np.zeros(0))
    """Joint speed limits [rad/s, or m/s]."""
    home: Array = field(default_factory=lambda: np.zeros(0))
    """Rest configuration [rad, or m]."""
    tool: str = ""
    """Arms: the site at the tool centre point, z along the approach, y along the fingers' closing direction."""
    gripper: str = ""
    """Arms: the name of the gripper part at its end, empty if there is none."""
    force: float = 0.0
    """Grippers: the largest commanded force [N]."""
    fixed_pad: float | None = None
    """Grippers with one moving jaw: where the fixed pad stands along the tool's y axis [m]; None where all fingers move."""
    cup: float | None = None
    """Vacuum grippers: the diameter of the cup's lip [m], which is their width while they are off; any less is on. None for fingers."""
    choices: tuple[str, ...] = ()
    """Discrete parts: the commands there are, one of which may be given in a tick."""


@dataclass(frozen=True, slots=True, eq=False)
class PartState:
    """Measured state of one part: joint positions [rad or m] and velocities, tool pose in the world, grip force [N]."""

    q: Array
    dq: Array
    pose: Pose | None = None
    force: float = 0.0
    twist: Array | None = None
    """Of what stands on nothing fixed: the velocity of that pose in the world, linear [m/s] and angular [rad/s]; else None."""

    @property
    def width(self) -> float:
        """Grippers: distance between the finger pads [m]."""
        return float(self.q[0])
