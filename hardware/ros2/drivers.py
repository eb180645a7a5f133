"""Which driver moves which part: a wiring made into the drivers of one robot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from heedful.geometry import Array, Pose
from heedful.hardware.description import RobotDescription
from heedful.hardware.ros2.arm import TrajectoryArm
from heedful.hardware.ros2.base import PERIODS, STALE, Odometry, TwistBase
from heedful.hardware.ros2.camera import RosCamera
from heedful.hardware.ros2.chunks import ChunkedArm
from heedful.hardware.ros2.forward import ForwardArm
from heedful.hardware.ros2.frames import Frames
from heedful.hardware.ros2.goals import Goals, NoGoals
from heedful.hardware.ros2.jogging import ServoArm
from heedful.hardware.ros2.joints import JointStates
from heedful.hardware.ros2.seam import Transport
from heedful.hardware.ros2.sessions import SessionArm
from heedful.hardware.ros2.unitree.arms import ArmSdk, SdkArm
from heedful.hardware.ros2.unitree.states import LowStates
from heedful.hardware.ros2.unitree.walking import WalkingBase
from heedful.hardware.ros2.universal import UniversalModes
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import PartState

WAYS = ("stream", "chunks", "sessions", "forward", "servo")
"""How an arm is driven: through the trajectory topic, smoothed there where the controller does that, in short trajectories, through a
forward command controller, or through MoveIt Servo."""


class ArmDriver(Protocol):
    """What an arm is streamed to."""

    topic: str
    controller: str
    needs: str
    published: int

    @property
    def goals(self) -> Goals | NoGoals: ...
    @property
    def commanded(self) -> bool: ...
    def ready(self) -> bool: ...
    def contested(self) -> str: ...
    def stream(self, target: Array, seconds: float) -> None: ...


class BaseDriver(Protocol):
    """What a base is driven by."""

    topic: str
    published: int
    moving: bool
    odometry: Odometry

    @property
    def goals(self) -> Goals | NoGoals: ...
    @property
    def commanded(self) -> bool: ...
    def ready(self) -> bool: ...
    def contested(self) -> str: ...
    def drive(self, speeds: Array) -> None: ...
    def stop(self) -> None: ...
    def rest(self) -> None: ...
    def state(self, base: Pose) -> PartState: ...


class Drivers:
    """The drivers of one robot.

    Args:
      robot: Its body.
      transport: What carries messages.
      wiring: What its parts are called.
      clock: By which measurements age [s].

    Raises ValueError for a way of driving that is not known, or not allowed as it is.
    """

    def __init__(self, robot: RobotDescription, transport: Transport, wiring: Wiring, clock: Callable[[], float]) -> None:
        parts = robot.parts
        self.names = {n: [wiring.joint(j) for j in parts[n].joints] for n in wiring.arms}
        self.names |= {n: [f.joint] for n, f in wiring.grippers.items()}
        limits = {j: float(v) for n in wiring.arms for j, v in zip(self.names[n], parts[n].velocity, strict=True)}
        self.bases: dict[str, BaseDriver] = {}
        for name in wiring.bases:
            wheels, spec = wiring.wheels(name), parts[name]
            fast = {j: max(float(v), float(max(spec.velocity[:2]))) for j, v in zip(spec.joints, spec.velocity, strict=True)}  # as it turns
            odometry = Odometry(transport, wheels.odom, spec.joints, fast, max(STALE, PERIODS / wheels.rate), clock)
            walks = wiring.vendor == "unitree"
            self.bases[name] = WalkingBase(transport, odometry) if walks else TwistBase(transport, wheels, odometry)
        joints, stale = [j for names in self.names.values() for j in names], max(STALE, PERIODS / wiring.rate)
        self.joints: JointStates
        self.sdk: ArmSdk | None = None
        if wiring.vendor == "unitree":
            states = LowStates(transport, wiring.name("/lowstate"), joints, wiring.motors, limits, stale, clock)
            self.joints, self.sdk = states, ArmSdk(transport, states, joints, wiring.name("/arm_sdk"))
        elif joints:
            self.joints = JointStates(transport, wiring.name(wiring.joint_states), joints, limits, stale, clock)
        else:
            self.joints = next(iter(self.bases.values())).odometry
        self.arms: dict[str, ArmDriver] = {n: self._arm(transport, wiring, n, limits, clock) for n in wiring.arms}
        self.frames = Frames(transport, [wiring.name("/tf"), wiring.name("/tf_static")]) if wiring.cameras else None
        self.cameras = {
            n: RosCamera(transport, wiring.lens(n), self.frames, wiring.root, robot.base) for n in wiring.cameras if self.frames
        }
        self.modes = UniversalModes(transport, wiring.name("/io_and_status_controller")) if wiring.vendor == "ur" else None

    def _arm(self, transport: Transport, wiring: Wiring, name: str, limits: Mapping[str, float], clock: Callable[[], float]) -> ArmDriver:
        joints: Sequence[str] = self.names[name]
        if self.sdk is not None:
            return SdkArm(transport, self.sdk, joints)
        controller = wiring.name(wiring.arms[name])
        if wiring.way == "stream":
            return TrajectoryArm(transport, controller, joints, clock)
        if wiring.way == "chunks":
            return ChunkedArm(transport, controller, joints, clock)
        if wiring.way == "sessions":
            return SessionArm(transport, controller, joints, self.joints, clock)
        if wiring.way == "forward":
            return ForwardArm(transport, controller, joints, wiring.watchdog)
        if wiring.way == "servo":
            return ServoArm(transport, controller, joints, self.joints, [limits[j] for j in joints])
        raise ValueError(f"no way of driving an arm named {wiring.way!r}; known: {', '.join(WAYS)}")
