"""What is believed of the world: things, how they open and hold, and where an arm can work."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

import numpy as np

from heedful.geometry import Array, Pose

Id = str


@dataclass(frozen=True, slots=True, eq=False)
class Cavity:
    """The open-topped inside of a container, a box in its object's frame: centre [m] and full size [m]."""

    centre: Array
    size: Array


@dataclass(frozen=True, slots=True, eq=False)
class Hinge:
    """What a door or a lever turns about: a point on the axis [m] and its direction in the world, and the angle from closed to fully
    open [rad], right-handed about that direction."""

    pos: Array
    axis: Array
    angle: float


@dataclass(frozen=True, slots=True, eq=False)
class Thing:
    """One object or fixture of the scene, as far as it is known."""

    id: Id
    category: str
    pose: Pose
    size: Array
    """Full extents in its own frame [m]; the pose is the centre of that box."""
    shape: Literal["box", "cylinder", "bowl", "ball"] = "box"
    """A ball may be longer one way than another, as a lemon is."""
    color: str = ""
    attributes: frozenset[str] = frozenset()
    """Further words for it: `large`, `wooden` …"""
    fixed: bool = False
    cavity: Cavity | None = None
    handle: Pose | None = None
    """Where to grasp a fixture or a mug: a pose in the world, x along the bar, y across it as the fingers close, z out of it towards
    the hand. A lever is pushed there."""
    slide: Array | None = None
    """Drawers: displacement from closed to fully open, in the world [m]. Buttons: from released to fully pressed."""
    hinge: Hinge | None = None
    """Doors and levers: what they turn about."""
    confidence: float = 1.0
    seen: float = 0.0
    """When it was last seen [s]."""

    @property
    def name(self) -> str:
        """What to call it in a sentence: size, colour and category."""
        size = [a for a in ("small", "large") if a in self.attributes]
        return " ".join([*size, *([self.color] if self.color else []), self.category])

    def moved(self, pose: Pose) -> Thing:
        """The thing at another pose [world], its handle with it."""
        handle = None if self.handle is None else pose @ (self.pose.inverse() @ self.handle)
        return replace(self, pose=pose, handle=handle)

    @property
    def spherical(self) -> bool:
        """Whether it is the same whichever way it is turned."""
        return self.shape == "ball" and float(np.ptp(self.size)) < 1e-6

    @property
    def top(self) -> float:
        """Height of its highest point [m]."""
        return float(self.pose.pos[2]) + self._rise

    @property
    def bottom(self) -> float:
        """Height of its lowest point [m]."""
        return float(self.pose.pos[2]) - self._rise

    @property
    def _rise(self) -> float:
        """How far up from its middle it reaches, however it lies [m]."""
        a, b, c = self.size.tolist()
        w, x, y, z = self.pose.quat.tolist()
        i, j, k = 2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)
        if self.shape == "ball":
            return math.hypot(i * a, j * b, k * c) / 2
        if self.shape == "box":
            return float(abs(i * a) + abs(j * b) + abs(k * c)) / 2
        return float(abs(k * c) + math.hypot(i, j) * max(a, b)) / 2


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """A box with a frame and a margin [m]: `keep_out` the tool may not enter, `workspace` it may not leave."""

    name: str
    pose: Pose
    size: Array
    margin: float = 0.0
    kind: Literal["keep_out", "workspace"] = "keep_out"

    def contains(self, point: Array, slack: float = 0.0) -> bool:
        """Whether a world point lies within the box grown by margin and slack [m]."""
        local = self.pose.matrix.T @ (np.asarray(point) - self.pose.pos)
        return bool(np.all(np.abs(local) <= self.size / 2 + self.margin + slack))


@dataclass(frozen=True, slots=True, eq=False)
class Reach:
    """Where an arm can work: a spherical shell about its shoulder in the world, radii [m]."""

    centre: Array
    inner: float
    outer: float
    width: float = 0.08
    """The widest thing its gripper can close on [m]."""
    gripper: str = ""
    """The gripper part at the arm's end."""
    cup: float | None = None
    """The diameter of a vacuum cup's lip [m]; None where there are fingers."""
    drives: bool = False
    """Whether its base drives, so that what is out of reach may come within reach."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A stamped belief about the world. Whatever is absent from it is unknown, not false."""

    time: float
    objects: Mapping[Id, Thing]
    held: Mapping[str, Id | None] = field(default_factory=dict)
    """Gripper part -> what it holds."""
    joints: Mapping[Id, float] = field(default_factory=dict)
    """Drawers and doors -> opened fraction, 0 closed to 1 open; faucets -> turned, buttons -> pressed fraction."""
    lit: Mapping[Id, bool] = field(default_factory=dict)
    fill: Mapping[Id, float] = field(default_factory=dict)
    """Vessels -> share of what can be poured that is in them."""
    wiped: Mapping[Id, float] = field(default_factory=dict)
    """Spills -> share of them that has been wiped away."""
    contacts: frozenset[tuple[Id, Id]] | None = None
    """Touching pairs, ids sorted; None where contact cannot be sensed."""
    reach: Mapping[str, Reach] = field(default_factory=dict)
    """Arm part -> where it can work."""
    told: bool = False
    """Whether it was only told of: a household without places, where what is not shown may well be so."""
    facing: bool = False
    """Whether left, right, front and back are said here as somebody sees them who faces the robot; else as the robot does."""

    @property
    def sense(self) -> float:
        """1 where left is towards +y and behind towards +x, as the robot sees it; -1 where they are the other way around."""
        return -1.0 if self.facing else 1.0

    def touching(self, a: Id, b: Id) -> bool | None:
        """Whether two things touch; None where contact cannot be sensed."""
        return None if self.contacts is None else (min(a, b), max(a, b)) in self.contacts
