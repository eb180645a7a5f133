"""What a skill sees in a tick: the measured body, the newest scene, and the correction in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.types.parts import PartSpec, PartState
from heedful.types.scene import Id, Scene, Thing, Volume

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class CameraFrame:
    """One picture: rgb uint8 (h, w, 3), depth [m] float32 (h, w), intrinsics K (3, 3), camera pose in the world, time [s]."""

    rgb: NDArray[np.uint8]
    depth: NDArray[np.float32] | None
    K: Array
    pose: Pose
    time: float


@dataclass(frozen=True, slots=True)
class Adjustment:
    """The corrections in force on the running skill, ramped by the executive."""

    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Displacement of the tool target in the world [m]."""
    yaw: float = 0.0
    """Turn of the tool about world z [rad]."""
    speed: float = 1.0
    """Scale on speed; words may only bring it to at most 1."""
    grip: float = 1.0
    """Scale on grip force."""
    revision: int = 0
    tilt: tuple[float, float] = (0.0, 0.0)
    """Lean of the tool about world x and y [rad]."""
    reward: tuple[Any, ...] | None = None
    """The rewards to follow instead of those that the skill was given, where people have edited them; None: its own."""

    @property
    def moves(self) -> bool:
        """Whether it displaces the target at all."""
        return self.offset != (0.0, 0.0, 0.0) or self.yaw != 0.0 or self.tilt != (0.0, 0.0)

    @property
    def turn(self) -> Array:
        """The turn of the tool as a rotation vector in the world [rad]."""
        return np.array([*self.tilt, self.yaw])

    def adjusted(self, target: Pose) -> Pose:
        """Where a target [world] lies with this adjustment."""
        if not self.moves:
            return target
        angle = float(np.linalg.norm(self.turn))
        quat = quat_mul(quat_from_axis_angle(self.turn, angle), target.quat) if angle else target.quat
        return Pose(target.pos + np.asarray(self.offset), quat)


class Twin(Protocol):
    """A simulation of robot and scene that motion is planned with: what is known of both, never the plant itself."""

    def spec(self) -> Any: ...
    def place(self, data: Any, observation: Observation) -> None: ...
    def carried(self, observation: Observation, thing: Thing) -> Pose: ...


class Job(Protocol[T_co]):
    """Work under way off the control loop."""

    def done(self) -> bool: ...
    def result(self) -> T_co: ...


class Body(Protocol):
    """A robot's geometry, without its world: kinematics and collision-free motion of the robot alone."""

    @property
    def parts(self) -> Mapping[str, PartSpec]: ...
    @property
    def dt(self) -> float: ...
    def standing(self, where: Mapping[str, Array]) -> Body: ...
    def as_measured(self, observation: Observation) -> Body: ...
    def among(self, fixtures: Sequence[Volume]) -> Body: ...
    def fk(self, arm: str, q: Array) -> Pose: ...
    def ik(self, arm: str, pose: Pose, near: Array, free_yaw: bool = False, lean: float = 0.0) -> Array | None: ...
    def shift(self, arm: str, q: Array, offset: Array, turn: Array | float = 0.0) -> Array: ...
    def path(self, arm: str, start: Array, goal: Array, obstacles: Sequence[Thing], held: Thing | None = None) -> list[Array] | None: ...
    def collision(
        self,
        arm: str,
        q: Array,
        obstacles: Sequence[Thing],
        held: Thing | None = None,
        grasp: Pose | None = None,
        *,
        opening: float | None = None,
    ) -> str | None: ...


@dataclass(frozen=True, slots=True, eq=False)
class Observation:
    """What a skill sees in one tick of the control loop."""

    time: float
    parts: Mapping[str, PartState]
    scene: Scene | None = None
    cameras: Mapping[str, CameraFrame] = field(default_factory=dict)
    adjust: Adjustment = Adjustment()
    body: Body | None = None
    """Its geometry, its other arms and its base where they are now."""
    arm: str = ""
    """The arm that the running skill was given; empty for the first there is."""
    level: frozenset[Id] = frozenset()
    """Things that are to stay upright on the way."""
    sent: Mapping[str, Array] = field(default_factory=dict)
    """The targets that truly left last, by part, after the safety envelope; of arms empty after a hold."""
    twin: Twin | None = None
    """What motion can be planned with, where there is such a model."""
    aside: Callable[[Callable[[], Any]], Job[Any]] | None = None
    """Runs work off the control loop; `skills.think` waits for it by holding."""
    meanwhile: Callable[[Callable[[Adjustment], None]], None] | None = None
    """Asks to be told at once of what people adjust before the next observation, where time is real; commands still leave when due."""

    def adjusted(self, target: Pose) -> Pose:
        """Where a nominal target [world] lies under the correction in force."""
        return self.adjust.adjusted(target)

    def but(self, **changes: Any) -> Observation:
        return replace(self, **changes)
