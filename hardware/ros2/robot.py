"""A robot over ROS 2 as the `Robot` that everything above drives: the drivers of its parts, gated by fresh joint states.

Streams one target a tick. What the link cannot vouch for raises LinkLost, of which the safety envelope makes a latched protective stop.
It is a software stop, not a safety function.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Protocol

import numpy as np

from heedful.geometry import Array
from heedful.hardware.body import RobotBody
from heedful.hardware.command import check_command
from heedful.hardware.description import RobotDescription
from heedful.hardware.mujoco_robot import HOLD_LEAD
from heedful.hardware.ros2.arm import OTHERS, TrajectoryArm
from heedful.hardware.ros2.gripper import CommandedGripper
from heedful.hardware.ros2.joints import JointStates
from heedful.hardware.ros2.seam import LinkLost, Transport
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import Command, Observation, PartSpec, PartState

STALE = 0.1
"""Oldest joint states that motion is commanded on [s], unless three of their periods are longer."""
PERIODS = 3.0


class Pace(Protocol):
    """Lets one control period pass after a command was sent, and tells the time by which measurements age [s]."""

    def period(self, robot: Ros2Robot) -> None: ...
    def now(self) -> float: ...


class WallClock:
    """Time passes by itself."""

    def period(self, robot: Ros2Robot) -> None:
        """Nothing: the control loop waits until its next tick is due."""

    def now(self) -> float:
        return time.monotonic()


class Ros2Robot:
    """Drives a body over a transport.

    Args:
      description: The body.
      transport: What carries messages.
      wiring: What its parts are called there; the default names unless given.
      pace: What lets time pass.
      body: Its kinematics, where they are made already.
    """

    def __init__(
        self,
        description: RobotDescription,
        transport: Transport,
        wiring: Wiring | None = None,
        pace: Pace | None = None,
        body: RobotBody | None = None,
    ) -> None:
        self.description, self.transport = description, transport
        self.wiring = wiring = wiring or Wiring.of(description)
        self.pace = pace or WallClock()
        self._body = body or RobotBody(description)
        parts = description.parts
        if other := [n for n, p in parts.items() if p.kind not in ("arm", "torso", "gripper")]:
            raise ValueError(f"the ROS 2 driver moves arms, torsos and grippers, and {description.name} also has {', '.join(other)}")
        self._names = {n: [wiring.joint(j) for j in parts[n].joints] for n in wiring.arms}
        self._names |= {n: [f.joint] for n, f in wiring.grippers.items()}
        limits = {j: float(v) for n in wiring.arms for j, v in zip(self._names[n], parts[n].velocity, strict=True)}
        joints = [j for names in self._names.values() for j in names]
        stale = max(STALE, PERIODS / wiring.rate)
        self.joints = JointStates(transport, wiring.name(wiring.joint_states), joints, limits, stale, self.pace.now)
        self.arms = {n: TrajectoryArm(transport, wiring.name(c), self._names[n]) for n, c in wiring.arms.items()}
        self.grippers = {
            n: CommandedGripper(transport, wiring.name(f.action), f, float(parts[n].upper[0])) for n, f in wiring.grippers.items()
        }
        self._targets: dict[str, Array] = {}
        self._seen: Observation | None = None

    @property
    def name(self) -> str:
        return self.description.name

    @property
    def parts(self) -> Mapping[str, PartSpec]:
        return self.description.parts

    @property
    def dt(self) -> float:
        return self.description.dt

    def forget(self) -> None:
        """The robot was put elsewhere, as by a simulator's reset."""
        self.joints.forget()
        self._targets.clear()
        self._seen = None
        for gripper in self.grippers.values():
            gripper.forget()

    def observe(self) -> Observation:
        """The newest measured joints, stamped by the robot. With none newer, or a fault, what was seen last: it grows stale."""
        if self._seen is not None and self.joints.fault():
            return self._seen
        states = {n: self._state(n, spec) for n, spec in self.parts.items()}
        self._seen = Observation(self.joints.stamp, states)
        return self._seen

    def send(self, command: Command) -> None:
        """Stream new targets to the parts named, then let one control period pass. A part left out holds.

        Raises LinkLost, without having sent anything, on joint states that are missing, stale or no numbers, or when there is
        another master; ValueError on a wrong command.
        """
        check_command(self.name, self.parts, command)
        if command:
            self.joints.check()
            for name in command:
                if name in self.arms and self.arms[name].masters() > 1:
                    raise LinkLost(OTHERS.format(self.arms[name].topic))
        for name, values in command.items():
            if name in self.arms:
                self._targets[name] = np.array(values, dtype=float)
                self.arms[name].stream(self._targets[name], self.dt)
            else:
                self.grippers[name].send(*map(float, values))
        self.pace.period(self)

    def hold(self) -> None:
        """Stop where it is: goals are cancelled, and each arm is to be where it was last sent, cut to HOLD_LEAD from where it was measured.

        Where nothing fresh was measured the last target stands: to go back to an old measurement would be a motion.
        """
        fresh = not self.joints.fault()
        for name, arm in self.arms.items():
            arm.cancel()
            if not fresh and name not in self._targets:
                continue  # it was never sent anything
            target = self._targets.get(name)
            if fresh:
                q, _, _ = self.joints.read(self._names[name])
                target = q if target is None else q + np.clip(target - q, -HOLD_LEAD, HOLD_LEAD)
            assert target is not None
            self._targets[name] = target
            arm.stream(target, self.dt)

    def close(self) -> None:
        """Let go of the link; the controllers hold the last targets."""
        self.transport.close()

    @property
    def published(self) -> int:
        """How many targets were streamed, for a simulator in lockstep to wait for."""
        return sum(arm.published for arm in self.arms.values())

    def missing(self) -> list[str]:
        """The actions that nobody offers."""
        arms = [f"{a.controller}/follow_joint_trajectory" for a in self.arms.values() if not a.ready()]
        return arms + [g.name for g in self.grippers.values() if not g.ready()]

    def _state(self, name: str, spec: PartSpec) -> PartState:
        q, dq, effort = self.joints.read(self._names[name])
        if spec.kind != "gripper":
            return PartState(q, dq, self._body.fk(name, q) if spec.tool else None)
        fingers, stroke = self.wiring.grippers[name], float(spec.upper[0])
        scale = stroke / (fingers.open - fingers.closed)
        return PartState(np.array([fingers.width(float(q[0]), stroke)]), dq * scale, None, float(effort[0]))
