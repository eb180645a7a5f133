"""Which topics and actions of a ROS 2 robot stand for which part of its body, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from heedful.hardware.description import RobotDescription


@dataclass(frozen=True, slots=True)
class Fingers:
    """How a gripper is named and measured there."""

    action: str
    """Its GripperCommand or ParallelGripperCommand action."""
    joint: str
    """Its joint in the joint states."""
    closed: float
    """The joint's position at width 0 [rad or m]."""
    open: float
    """Its position at the full width."""
    parallel: bool = False
    """Whether the action is ParallelGripperCommand, as from Jazzy on."""

    def position(self, width: float, stroke: float) -> float:
        """The joint's position for a pad-to-pad width [m]."""
        return self.closed + (self.open - self.closed) * width / stroke

    def width(self, position: float, stroke: float) -> float:
        """The pad-to-pad width [m] for a joint's position."""
        return (position - self.closed) / (self.open - self.closed) * stroke


@dataclass(frozen=True, slots=True)
class Lens:
    """What a camera is called there; a topic that ends in `/compressed` or `/compressedDepth` is read as such."""

    image: str
    info: str
    depth: str = ""
    """A depth registered to the colours; empty where there is none."""
    frame: str = ""
    """Its optical frame; what the pictures say unless given."""


@dataclass(frozen=True, slots=True)
class Wheels:
    """What a base is called there."""

    cmd_vel: str = "/cmd_vel"
    odom: str = "/odom"
    stamped: bool | None = None
    """Whether it takes TwistStamped; what it listens for unless given."""
    rate: float = 20.0
    """How often odometry comes at least [Hz]."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """The interfaces of one robot; names as on the robot, `namespace` before each."""

    arms: Mapping[str, str] = field(default_factory=dict)
    """Arm or torso -> its joint trajectory controller."""
    grippers: Mapping[str, Fingers] = field(default_factory=dict)
    bases: Mapping[str, Wheels] = field(default_factory=dict)
    cameras: Mapping[str, Lens] = field(default_factory=dict)
    root: str = "base_link"
    """The frame of tf2 in which cameras are placed: where the description's base stands, or `odom` where it drives."""
    native: Mapping[str, str] = field(default_factory=dict)
    """Canonical joint name -> the robot's, where they differ."""
    vendor: str = ""
    """Whose ways the robot has beside ros2_control's: `ur`, whose safety modes are heeded, `unitree`, or nobody's."""
    motors: tuple[str, ...] = ()
    """Unitree: every joint in the order of the motors."""
    way: str = "stream"
    """How arms are driven: `stream`, `sessions`, `forward` or `servo` (`drivers.WAYS`)."""
    watchdog: bool = False
    """Whether the robot itself stops an arm whose forward commands cease; without that they are refused."""
    joint_states: str = "/joint_states"
    namespace: str = ""
    manager: str = "/controller_manager"
    stop: str = ""
    """The service (std_srvs/Trigger) by which its maker lets it be stopped, for when nothing else does; empty if there is none."""
    rate: float = 50.0
    """How often joint states come at least [Hz]."""

    @staticmethod
    def of(robot: RobotDescription, controller: str = "joint_trajectory_controller", namespace: str = "") -> Wiring:
        """What a description's robot is called by default: one controller for a single arm, else one after each arm."""
        arms = [n for n, p in robot.parts.items() if p.kind in ("arm", "torso")]
        named = {n: controller if len(arms) == 1 else f"{n}_{controller}" for n in arms}
        hands = [n for n, p in robot.parts.items() if p.kind == "gripper"]
        fingers = {n: Fingers(f"/{n}_controller/gripper_cmd", f"{n}_joint", 0.0, float(robot.parts[n].upper[0])) for n in hands}
        bases = {n: Wheels() for n, p in robot.parts.items() if p.kind == "base"}
        return Wiring(named, fingers, bases, root="odom" if bases else "base_link", namespace=namespace)

    def name(self, relative: str) -> str:
        """A topic's or an action's full name."""
        return f"{self.namespace}{relative if relative.startswith('/') else '/' + relative}"

    def lens(self, camera: str) -> Lens:
        """A camera's topics in full."""
        lens = self.cameras[camera]
        return replace(lens, image=self.name(lens.image), info=self.name(lens.info), depth=self.name(lens.depth) if lens.depth else "")

    def wheels(self, base: str) -> Wheels:
        """A base's topics in full."""
        wheels = self.bases[base]
        return replace(wheels, cmd_vel=self.name(wheels.cmd_vel), odom=self.name(wheels.odom))

    def joint(self, canonical: str) -> str:
        """What the robot calls a joint."""
        return self.native.get(canonical, canonical)
