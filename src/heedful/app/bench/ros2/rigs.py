"""A fake robot and its guarded driver, to try faults on, wherever the two are: motion is asked for, and what leaves is witnessed."""

from __future__ import annotations

import contextlib
import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.body import RobotBody
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2.definitions import POINTS
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import Goal
from heedful.types import Action, JointTarget

BODY = ur5e()
DT = BODY.dt
ARM = BODY.parts["arm"]
JOINTS = len(ARM.joints)
STOP = "/maker/stop"


class Rig(ABC):
    """What both have: motion is asked for whatever comes of it, and what leaves is witnessed on the wire."""

    robot: Ros2Robot
    guarded: GuardedRobot

    def __init__(self, robot: Ros2Robot, witness: Any) -> None:
        self.robot = robot
        self.guarded = GuardedRobot(robot, BODY, robot._body)
        self.left: list[tuple[float, Array]] = []
        """What was handed to the transport: when [s], and where to [rad]."""
        self.came: list[Array] = []
        """What came over the wire to somebody else [rad]."""
        arm: Any = robot.arms["arm"]
        self._arm = arm
        witness.subscribe(arm.topic, POINTS, lambda message: self.came.append(np.array(message.points[-1].positions)))
        arm._stream = self._witnessed(arm._stream)
        self.held = 0
        """How many had been handed over when the last hold had left."""
        self._holds = robot.hold
        robot.hold = self._hold  # type: ignore[method-assign]

    def _hold(self) -> None:
        self._holds()
        self.held = len(self.left)

    def _witnessed(self, publish: Callable[[Any], None]) -> Callable[[Any], None]:
        def leaves(message: Any) -> None:
            self.left.append((self.now(), np.array(message.points[-1].positions)))
            publish(message)

        return leaves

    @property
    def stopped(self) -> bool:
        return self.guarded.level is Level.STOPPED

    @property
    def q(self) -> Array:
        """Where the arm was last told to be [rad]."""
        q, _, _ = self.robot.joints.read(ARM.joints)
        return q

    def swing(self, seconds: float, joint: int = 0, speed: float = 0.5) -> None:
        """Ask for motion of one joint, until the time is over or it stops."""
        end = self.now() + seconds - 1e-9
        while self.now() < end:
            seen = self.guarded.observe()
            last = self.guarded.envelope.last.get("arm", seen.parts["arm"].q)
            self.guarded.apply(Action({"arm": JointTarget(last + speed * DT * np.eye(JOINTS)[joint])}), seen)
            self.pause()

    def follow(self, seconds: float, far: float = 0.3) -> Goal:
        """Send a goal of that length [s, rad]."""
        goal: Goal = self._arm.follow((self.q + far * np.eye(JOINTS)[0])[None], [seconds], goal_time=0.3)
        return goal

    def idle(self, seconds: float) -> None:
        """Send nothing, tick by tick, as while a goal is followed."""
        end = self.now() + seconds - 1e-9
        while self.now() < end:
            self.guarded.attend()
            self.pause()

    def reset(self) -> bool:
        """A person resets the stop; whether the robot tells where it is again."""
        self.guarded.reset_stop(person=True)
        self.rest(0.2)
        return not self.robot.joints.fault() and not self.robot.controllers.fault()

    def now(self) -> float:
        return self.robot.pace.now()

    @abstractmethod
    def pause(self) -> None:
        """Wait until the next tick."""

    @abstractmethod
    def rest(self, seconds: float) -> None:
        """Let time pass without a command."""

    @abstractmethod
    def fault(self, name: str, on: bool = True) -> None:
        """Switch a fault."""

    @abstractmethod
    def well(self) -> None:
        """Switch all faults off."""

    @abstractmethod
    def close(self) -> None:
        """Let go."""


@functools.cache
def kinematics() -> RobotBody:
    return RobotBody(BODY)


@contextlib.contextmanager
def rig(kind: type[Rig], *args: Any) -> Iterator[Any]:
    """One of them, until it is done with."""
    made = kind(*args)
    try:
        yield made
    finally:
        made.close()
