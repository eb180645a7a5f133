"""A fake robot and its guarded driver in one process, on a simulated clock."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from heedful.app.bench.ros2.rigs import BODY, DT, STOP, Rig, kinematics
from heedful.geometry import Array
from heedful.hardware.fake import FakeRobot
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.ladder import Ladder
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.wiring import Wiring


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
