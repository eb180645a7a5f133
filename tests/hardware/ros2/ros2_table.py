"""A fake robot and its driver on one simulated bus, for the tests."""

from __future__ import annotations

import numpy as np

from heedful.app.bench.ros2.simulated import OnBus
from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import Action, JointTarget

DT = 0.02
BODY = ur5e()
TYPES = Interfaces()


class Table:
    """The fake updates every period until it is frozen; the driver stands behind its safety envelope."""

    def __init__(self, simulated: bool = False) -> None:
        self.bus = Bus(types=TYPES)
        self.body = MujocoRobot.alone(BODY) if simulated else FakeRobot(BODY.parts, DT)
        self.fake = FakePeer(InProcess(self.bus), self.body, Wiring.of(BODY))
        self.frozen = False
        self.robot = Ros2Robot(BODY, InProcess(self.bus), pace=OnBus(self.bus))
        self.guarded = GuardedRobot(self.robot, BODY, self.robot._body)
        self._tick()
        self.bus.advance(2 * DT)

    def _tick(self) -> None:
        if not self.frozen:
            self.fake.update()
        self.bus.later(DT, self._tick)

    @property
    def q(self):
        return self.body.observe().parts["arm"].q

    def swing(self, seconds: float, joint: int = 0, speed: float = 0.5) -> None:
        """Ask for motion of one joint, whatever comes of it."""
        for _ in range(round(seconds / DT)):
            seen = self.guarded.observe()
            last = self.guarded.envelope.last.get("arm", seen.parts["arm"].q)
            self.guarded.apply(Action({"arm": JointTarget(last + speed * DT * np.eye(6)[joint])}), seen)
