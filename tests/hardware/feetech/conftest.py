"""Simulated arms on simulated buses: in one process without a wire, and behind a real pseudo-terminal."""

from __future__ import annotations

import contextlib
import threading

import pytest

from heedful.hardware.body import RobotBody
from heedful.hardware.feetech.bus import Bus
from heedful.hardware.feetech.fake.arm import FakeArm, wiring
from heedful.hardware.feetech.robot import FeetechRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.robots.so101 import so101
from heedful.hardware.ros2.seam import LinkLost

ARM = so101()
BODY = RobotBody(ARM)


class Wire:
    """A port without a wire: what is written is answered at once."""

    name = "the wire"

    def __init__(self, arm: FakeArm) -> None:
        self.arm, self.answered, self.cut = arm, b"", False

    def write(self, data: bytes) -> None:
        if self.cut:
            raise LinkLost("the serial port is gone")
        self.answered += self.arm.receive(data)

    def read(self, seconds: float) -> bytes:
        if self.cut:
            raise LinkLost("the serial port is gone")
        told, self.answered = self.answered, b""
        return told

    def close(self) -> None:
        pass


class Table:
    """An arm, its bus and its driver on one simulated clock, behind the safety envelope."""

    def __init__(self, reversed_: tuple[str, ...] = (), dry: bool = False) -> None:
        self.body = MujocoRobot.alone(ARM)
        self.arm = FakeArm(self.body, wiring(self.body, reversed_))
        self.wire = Wire(self.arm)
        self.bus = Bus(self.wire, answer=0.001)
        self.time, self.frozen = 0.0, False
        self.robot = FeetechRobot(self.body.description, self.bus, self.arm.motors, pace=self, body=BODY, dry=dry)
        self.guarded = GuardedRobot(self.robot, ARM, BODY)

    def period(self, robot: FeetechRobot) -> None:
        self.time += 0.02
        self.arm.update()

    def now(self) -> float:
        return self.time

    @property
    def q(self):
        return self.body.observe().parts["arm"].q

    def swing(self, seconds: float, joint: int = 0, speed: float = 0.5) -> list:
        """Ask for motion of one joint, whatever comes of it; what left in each tick."""
        from heedful.types import Action, JointTarget

        sent = []
        for _ in range(round(seconds / 0.02)):
            seen = self.guarded.observe()
            target = seen.parts["arm"].q.copy() if not self.guarded.envelope.last else self.guarded.envelope.last["arm"].copy()
            target[joint] += speed * 0.02
            sent.append(self.guarded.apply(Action({"arm": JointTarget(target)}), seen))
        return sent


@pytest.fixture
def table():
    return Table()


@contextlib.contextmanager
def served(reversed_: tuple[str, ...] = (), judged: bool = True):
    """A simulated arm in a world on a real pseudo-terminal, served by a thread."""
    from heedful.config import load
    from heedful.hardware.feetech.fake.bench import Bench

    world = load("world", "tabletop")(so101())
    world.reset(7, "pick")
    made = Bench(world, reversed_, judged=judged)
    goes_on = threading.Event()
    goes_on.set()
    thread = threading.Thread(target=made.run, args=(goes_on.is_set,), daemon=True)
    thread.start()
    try:
        yield made
    finally:
        goes_on.clear()
        thread.join(5.0)
        made.close()


@pytest.fixture
def bench():
    with served() as made:
        yield made
