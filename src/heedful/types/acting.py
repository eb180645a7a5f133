"""What is commanded, which skill commands it, and what came of it."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal

from heedful.geometry import Array, Pose
from heedful.types.seeing import Observation


@dataclass(frozen=True, slots=True, eq=False)
class JointTarget:
    """Joint positions to be at after this tick [rad]."""

    q: Array


@dataclass(frozen=True, slots=True, eq=False)
class PoseTarget:
    """A tool pose to move towards, in the world."""

    pose: Pose


@dataclass(frozen=True, slots=True, eq=False)
class PoseDelta:
    """A tool displacement for this tick: metres and a rotation vector [rad], in the `world` or the `tool` frame."""

    pos: Array
    rot: Array
    frame: Literal["world", "tool"] = "world"


@dataclass(frozen=True, slots=True)
class Grip:
    """Pad-to-pad width [m] to reach with at most this force [N]."""

    width: float
    force: float = 20.0


@dataclass(frozen=True, slots=True)
class Twist:
    """A base velocity in its own frame [m/s, m/s, rad/s]."""

    x: float = 0.0
    y: float = 0.0
    yaw: float = 0.0


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the commands that a discrete part knows."""

    name: str


PartCommand = JointTarget | PoseTarget | PoseDelta | Grip | Twist | Choice


@dataclass(frozen=True, slots=True, eq=False)
class Action:
    """Commands keyed by body part for one tick; a part left out holds."""

    parts: Mapping[str, PartCommand] = field(default_factory=dict)

    def merged(self, other: Action) -> Action:
        """Both actions at once. Raises ValueError if they command the same part."""
        if clash := self.parts.keys() & other.parts.keys():
            raise ValueError(f"two skills command the same part: {', '.join(sorted(clash))}")
        return Action({**self.parts, **other.parts})


HOLD = Action()

Command = Mapping[str, Array]
"""What a robot is sent: arm and torso -> joint targets [rad]; gripper -> (width [m], force [N]); base -> (x, y, yaw) speeds;
discrete -> (index of the choice,)."""


class Status(str, Enum):
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    INTERRUPTED = "interrupted"
    TIMEOUT = "timeout"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a skill ended: a status, a reason code and a sentence, and the value against its limit where there is one."""

    status: Status
    code: str = ""
    sentence: str = ""
    value: float | None = None
    limit: float | None = None
    spent: tuple[tuple[str, float], ...] = ()
    """What it took, as far as the skill counts it: name -> number, summed over the calls of an episode."""

    @property
    def ok(self) -> bool:
        return self.status is Status.SUCCEEDED

    @staticmethod
    def succeeded(sentence: str = "") -> Outcome:
        return Outcome(Status.SUCCEEDED, "", sentence)

    @staticmethod
    def failed(code: str, sentence: str, value: float | None = None, limit: float | None = None) -> Outcome:
        return Outcome(Status.FAILED, code, sentence, value, limit)


Motion = Generator[Action, Observation, Outcome]
"""A running skill: yields an action a tick, is sent the next observation, returns how it ended."""


@dataclass(frozen=True, slots=True)
class SkillCall:
    """A skill's name and its arguments, references already bound to ids."""

    skill: str
    args: tuple[tuple[str, Any], ...] = ()

    @staticmethod
    def of(skill: str, **args: Any) -> SkillCall:
        return SkillCall(skill, tuple(args.items()))

    @property
    def kwargs(self) -> dict[str, Any]:
        return dict(self.args)

    def __str__(self) -> str:
        return f"{self.skill}({', '.join(str(v) for _, v in self.args)})"
