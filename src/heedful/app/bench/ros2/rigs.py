"""A fake robot and its guarded driver, to try faults on: in one process on a simulated clock, or a process of its own over real DDS."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.body import RobotBody
from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2.definitions import POINTS
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.ladder import Ladder
from heedful.hardware.ros2.remote import Lease
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import Goal, LinkLost
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import Action, JointTarget

BODY = ur5e()
DT = BODY.dt
ARM = BODY.parts["arm"]
JOINTS = len(ARM.joints)
STOP = "/maker/stop"
PATIENCE = 30.0
"""Longest wait for a process to come up, or an answer [s]."""


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


class OnBus:
    """A pace that lets a bus's time pass."""

    def __init__(self, bus: Bus) -> None:
        self.bus = bus

    def period(self, robot: Ros2Robot) -> None:
        self.bus.advance(DT)

    def now(self) -> float:
        return self.bus.time

    def stopping(self, ladder: Ladder) -> None:
        """The commands that let time pass look after it."""


class Simulated(Rig):
    """Everything in one process, on a simulated clock; the robot has no physics unless one is given.

    Args:
      types: The interfaces, where they are made already.
      body: The robot's body.
      namespace: Before all names.
    """

    def __init__(self, types: Any = None, body: Any = None, namespace: str = "") -> None:
        self.bus = Bus(types=types)
        self.body = body or FakeRobot(BODY.parts, DT)
        wiring = replace(Wiring.of(BODY, namespace=namespace), stop=STOP)
        self.fake = FakePeer(InProcess(self.bus), self.body, wiring)
        self.frozen = False
        super().__init__(Ros2Robot(BODY, InProcess(self.bus), wiring, OnBus(self.bus), kinematics()), InProcess(self.bus))
        self._tick()
        self.bus.advance(2 * DT)

    def _tick(self) -> None:
        if not self.frozen:
            self.fake.update()
        self.bus.later(DT, self._tick)

    @property
    def q(self) -> Array:
        return self.body.observe().parts["arm"].q

    def pause(self) -> None:
        """Nothing: its time passes with each command."""

    def close(self) -> None:
        """Nothing: it is in this process alone."""

    def rest(self, seconds: float) -> None:
        self.bus.advance(seconds)

    def fault(self, name: str, on: bool = True) -> None:
        if name in ("frozen", "killed"):
            self.frozen = on
        else:
            self.fake.fault(name, on)

    def well(self) -> None:
        self.frozen = False
        self.fake.well()


class Real(Rig):
    """A fake robot in a process of its own, on a domain of its own, in real time over DDS."""

    def __init__(self) -> None:
        from heedful.hardware.ros2.dds import DdsTransport

        self._frozen = False
        self._lease = Lease()
        self.process = self._started()
        try:
            self._judge = DdsTransport("judge", self._lease.domain)
            self._near = DdsTransport("near", self._lease.domain)
            super().__init__(Ros2Robot(BODY, self._near, body=kinematics()), self._judge)
            until = time.monotonic() + PATIENCE
            while (not self.robot.joints.complete or self.robot.missing()) and time.monotonic() < until:
                time.sleep(0.02)
            self.well()
        except BaseException:
            self.close()
            raise
        self._due = time.monotonic()

    def _started(self) -> subprocess.Popen[bytes]:
        from heedful.envs.mirror import start

        return start("ur5e", self._lease.domain)

    def pause(self) -> None:
        self._due += DT
        if (left := self._due - time.monotonic()) > 0:
            time.sleep(left)
        else:
            self._due = time.monotonic()

    def rest(self, seconds: float) -> None:
        time.sleep(seconds)

    def fault(self, name: str, on: bool = True) -> None:
        if name == "frozen":
            os.kill(self.process.pid, signal.SIGSTOP if on else signal.SIGCONT)
            self._frozen = on
        elif name == "killed":
            self.process.kill()
        else:
            self._ask(name, on)

    def well(self) -> None:
        if self.process.poll() is None:
            self.fault("frozen", False)
            self._ask("", False)

    def _ask(self, name: str, on: bool) -> None:
        request = self._judge.make("heedful_msgs/srv/Fault_Request", name=name, on=on)
        answer = self._judge.call("/sim/fault", "heedful_msgs/srv/Fault", request)
        if not self._frozen and not (told := answer.result(PATIENCE)).ok:  # a frozen one takes it in when it thaws
            raise LinkLost(told.message)

    def close(self) -> None:
        from heedful.envs.mirror import end

        with contextlib.suppress(ProcessLookupError, AttributeError):
            os.kill(self.process.pid, signal.SIGCONT)
        for node in ("_near", "_judge"):
            if (transport := getattr(self, node, None)) is not None:
                transport.close()
        end(self.process)
        self._lease.close()


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
