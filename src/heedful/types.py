"""The nouns of Heedful: what is seen, what is commanded, what came of it, and who may provide each.

Units are SI and radians; a suffix `_w` means the world frame. Everything here is data or a Protocol.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum
from typing import Any, Literal, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul

Id = str
T_co = TypeVar("T_co", covariant=True)
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


@dataclass(frozen=True, slots=True, eq=False)
class CameraFrame:
    """One picture: rgb uint8 (h, w, 3), depth [m] float32 (h, w), intrinsics K (3, 3), camera pose in the world, time [s]."""

    rgb: NDArray[np.uint8]
    depth: NDArray[np.float32] | None
    K: Array
    pose: Pose
    time: float


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
    twin: Twin | None = None
    """What motion can be planned with, where there is such a model."""
    aside: Callable[[Callable[[], Any]], Job[Any]] | None = None
    """Runs work off the control loop; `skills.think` waits for it by holding."""

    def adjusted(self, target: Pose) -> Pose:
        """Where a nominal target [world] lies under the correction in force."""
        return self.adjust.adjusted(target)

    def but(self, **changes: Any) -> Observation:
        return replace(self, **changes)


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


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person said while the robot worked, and what it was taken to mean."""

    text: str
    kind: str
    effect: Mapping[str, Any] = field(default_factory=dict)
    heard: float = 0.0
    """Arrival, on the monotonic clock [s]."""
    latency_ms: float | None = None
    """From arrival until the first changed command was sent."""
    reply: str = ""
    """What is said back: how it was taken, or with `ask` the question."""
    ask: bool = False
    """Whether more than one reading is left, so that it is to be asked; kind and effect are then the best guess, not to be acted on."""
    candidates: tuple[Any, ...] = ()
    """With `ask`, what to choose between: names, or `{kind, effect}`; empty where nothing narrows it down."""
    parts: tuple[Correction, ...] = ()
    """Of kind `multi`, the corrections in the order spoken; their own effects, this one's is empty."""


@dataclass(frozen=True, slots=True, eq=False)
class Circumstance:
    """In what situation something was said."""

    skill: str = ""
    """The skill that runs; empty between calls."""
    bindings: Mapping[str, Any] = field(default_factory=dict)
    """Its arguments, references bound to ids."""
    scene: Scene | None = None
    offset: tuple[float, float, float] | None = None
    """The whole displacement of the skill's target with this correction in force, what was recalled included [m, world]; None where the
    correction's own is all there is."""
    episode: str = ""
    """The run's folder, or another name of it."""
    call: int = -1
    """Which call of the episode's log."""


@dataclass(frozen=True, slots=True)
class Recollection:
    """Something a person told the robot, as it bears on what is done now."""

    id: str
    kind: Literal["preference", "offset", "fact"]
    rule: Mapping[str, Any]
    """A correction's `kind` and `effect`, as if it were said now. Vectors are in the world."""
    utterance: str
    told: float
    """When it was said [s since 1970]."""
    scope: str
    """What it is about: `global`, `skill:…`, `category:…`, `object:…`, joined by `+`."""
    episode: str = ""
    confidence: float = 1.0
    uses: int = 0
    match: float = 1.0
    """1 where the scope fits exactly; less where it is only alike, and then it is proposed, never applied unasked."""

    @property
    def exact(self) -> bool:
        return self.match >= 1.0

    @property
    def because(self) -> str:
        """The reason to give for heeding it."""
        day = datetime.fromtimestamp(self.told)
        return f"because you told me on {day.day} {day:%B %Y}: “{self.utterance}”"

    def correction(self) -> Correction:
        """It as a correction, to be taken as one that was just said."""
        return Correction(self.utterance, str(self.rule["kind"]), self.rule["effect"], reply=self.because)


class Memory(Protocol):
    """Keeps what people told the robot. None of its methods waits for a disk longer than `recall` has to."""

    def tell(self, correction: Correction, context: Circumstance) -> Recollection | None:
        """Keep a preference, a nudge's offset or a lasting fact; None for what is not kept. Returns at once, from any thread."""

    def recall(self, skill: str, bindings: Mapping[str, Any], scene: Scene | None) -> Sequence[Recollection]:
        """What bears on a call, the best fit first; only what may be applied within the safety envelope."""

    def used(self, recollection: Recollection, worked: bool | None = None) -> None:
        """It was applied (`worked` None), and later whether what it was applied to came off. Returns at once, from any thread."""

    def close(self) -> None: ...


class Robot(Protocol):
    """A body that can be observed and commanded, simulated or real. It knows no world."""

    @property
    def name(self) -> str: ...
    @property
    def parts(self) -> Mapping[str, PartSpec]: ...
    @property
    def dt(self) -> float: ...
    def observe(self) -> Observation: ...
    def send(self, command: Command) -> None: ...
    def hold(self) -> None: ...
    def close(self) -> None: ...


class Perceiver(Protocol):
    """Turns what was sensed into a Scene, in a thread of its own."""

    def snapshot(self, observation: Observation) -> Any: ...
    def perceive(self, snapshot: Any) -> Scene: ...


class Policy(Protocol):
    """Pixels and words to a chunk of actions, one per tick."""

    def reset(self) -> None: ...
    def act(self, observation: Observation, instruction: str) -> Sequence[Action]: ...
