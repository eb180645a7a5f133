"""Which topics and actions of a ROS 2 robot stand for which part of its body, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from heedful.hardware.description import RobotDescription


@dataclass(frozen=True, slots=True)
class Fingers:
    """How a gripper is named and measured there."""

    action: str
    """Its GripperCommand action."""
    joint: str
    """Its joint in the joint states."""
    closed: float
    """The joint's position at width 0 [rad or m]."""
    open: float
    """Its position at the full width."""

    def position(self, width: float, stroke: float) -> float:
        """The joint's position for a pad-to-pad width [m]."""
        return self.closed + (self.open - self.closed) * width / stroke

    def width(self, position: float, stroke: float) -> float:
        """The pad-to-pad width [m] for a joint's position."""
        return (position - self.closed) / (self.open - self.closed) * stroke


@dataclass(frozen=True, slots=True)
class Wiring:
    """The interfaces of one robot; names as on the robot, `namespace` before each."""

    arms: Mapping[str, str] = field(default_factory=dict)
    """Arm or torso -> its joint trajectory controller."""
    grippers: Mapping[str, Fingers] = field(default_factory=dict)
    native: Mapping[str, str] = field(default_factory=dict)
    """Canonical joint name -> the robot's, where they differ."""
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
        return Wiring(named, fingers, namespace=namespace)

    def name(self, relative: str) -> str:
        """A topic's or an action's full name."""
        return f"{self.namespace}{relative if relative.startswith('/') else '/' + relative}"

    def joint(self, canonical: str) -> str:
        """What the robot calls a joint."""
        return self.native.get(canonical, canonical)
