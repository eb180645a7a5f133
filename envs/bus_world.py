"""The world of a simulated arm behind a serial port: the same model here shows what the judge there tells of it."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from types import SimpleNamespace
from typing import Any

from heedful.envs.mirror import Mirror, end
from heedful.hardware.feetech.judge import Judge
from heedful.hardware.feetech.remote import OnBus, driver
from heedful.hardware.feetech.robot import FeetechRobot
from heedful.hardware.ros2.seam import LinkLost


class Steps:
    """The simulator's time passes one period for each command of ours."""

    def __init__(self, judge: Judge) -> None:
        self._judge = judge
        self.time = 0.0
        """The simulator's, as of the last step [s]."""
        self.base = 0
        """How many packets had been sent when it was reset."""

    def period(self, robot: FeetechRobot) -> None:
        try:
            self.time = float(self._judge.ask("step", packets=robot.bus.sent - self.base)["time"])
        except ValueError as error:
            raise LinkLost(str(error)) from None

    def now(self) -> float:
        return self.time


class BusWorld(Mirror):
    """As a world behind ROS 2, but for how its judge is reached.

    Args:
      near: The same world, built here.
      judge: What reaches the far one.
      robot: The driver of its robot.
      steps: What lets its time pass; None where it passes by itself.
      process: The simulator's process, where it is our own.
    """

    robot: Any

    def __init__(self, near: Any, judge: Judge, robot: FeetechRobot, steps: Steps | None, process: Any = None) -> None:
        self.near, self.robot, self._judge, self._steps, self._process = near, robot, judge, steps, process
        self._state: Any = None
        self._taken_up = robot.real = False
        self._told = threading.Condition()

    def take_up(self, seed: int, task: Any = None) -> None:
        """Bring the far world to what the near one was just reset to."""
        name = task if isinstance(task, str) else task.name if task is not None else ""
        if self._steps is not None:
            self.robot.settle()  # what was sent before has arrived, and counts before the reset
        told = self._judge.ask("reset", seed=seed, task=name, lockstep=self._steps is not None)
        if told["fingerprint"] != self.near.fingerprint():
            raise ValueError("the simulated bus has another world or another robot than this session: start both with the same settings")
        if self._steps is not None:
            self._steps.time, self._steps.base = 0.0, self.robot.bus.sent
        self.robot.forget()
        if wrong := self.robot.fault():
            raise LinkLost(wrong)
        self._show()

    def close(self) -> None:
        """Let go of the world; a simulator of our own ends."""
        self.near.close()
        self._judge.close()
        self.robot.close()
        if self._process is not None:
            self._process.stdout.close()
            end(self._process)

    def _show(self) -> None:
        with contextlib.suppress(LinkLost):  # the wire tells that it is gone; what was seen last grows old
            self._state = SimpleNamespace(**self._judge.ask("state"))
        super()._show()


def simulated_arm(arm: OnBus, near: Any, mode: str) -> BusWorld:
    """The world of an arm behind a simulated bus. Raises LinkLost where there is none."""
    process, port = start(arm.origin) if arm.own else (None, arm.port)
    judge = None
    try:
        judge = Judge(port)
        steps = Steps(judge) if mode == "fast" else None
        return BusWorld(near, judge, driver(arm if not arm.own else arm.at(port), steps), steps, process)
    except BaseException:
        if judge is not None:
            judge.close()
        if process is not None:
            end(process)
        raise


def start(robot: str) -> tuple[subprocess.Popen[bytes], str]:
    """A simulated bus of our own, which ends when we do, and its port."""
    command = [sys.executable, "-m", "heedful", "so101", "fake", f"robot={robot}", "--while-stdin", "--json"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        return process, str(json.loads(process.stdout.readline())["port"])
    except (ValueError, KeyError):
        end(process)
        raise LinkLost("the simulated bus ended at once: `heedful so101 fake` tells why") from None
