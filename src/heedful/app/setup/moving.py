"""Small guided motions behind the safety envelope: a joint to and fro, a gripper open and closed, a swing that is halted."""

from __future__ import annotations

import contextlib
import threading
import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.app.setup.asking import Asking, Gone, Refused
from heedful.geometry import Array, Pose
from heedful.hardware.guarded import GuardedRobot, Sent
from heedful.hardware.limits import Level, SafetyLimits
from heedful.types import HOLD, Action, Grip, JointTarget

BY = np.radians(5.0)
"""How far a joint is turned to see which way it goes [rad]."""
SWING = np.radians(8.0)
AT = 0.15
"""Speed of guided motions [rad/s]."""
CARE = SafetyLimits(speed=0.15, first_step=0.1)
BEFORE = 1.0
"""How long it swings before anything can halt it [s]: the halt is to be tried in a motion."""
STILL = 0.02
"""Slower than this is standing still [rad/s]."""


@dataclass(slots=True)
class Halted:
    """How a halt went: the speed before it [rad/s], and how long after the key hold was commanded and nothing moved any more [s]."""

    speed: float
    command: float
    standstill: float


class Mover:
    """Moves a robot a little.

    Args:
      robot: The driver.
      body: Its kinematics, if they are made already.
      waits: Whether the control loop has to wait for the wall clock; not where sending lets simulated time pass.
    """

    def __init__(self, robot: Any, body: Any = None, waits: bool = True) -> None:
        self.robot, self._waits = robot, waits
        self.guarded = GuardedRobot(robot, robot.description, body, CARE)
        self.arm = str(robot.description.arms[0])
        """The arm that moves."""
        self._due = time.perf_counter()

    def q(self) -> Array:
        """Where the arm is [rad]."""
        return self.guarded.observe().parts[self.arm].q

    def pose(self) -> Pose:
        """Where its tool is, by our kinematics."""
        assert self.guarded.body is not None
        return self.guarded.body.fk(self.arm, self.q())

    def free_way(self, joint: int, by: float) -> float:
        """The way that a joint has room for, and that lifts the hand rather than lowers it [rad]."""
        assert self.guarded.body is not None
        part, q, body = self.robot.parts[self.arm], self.q(), self.guarded.body
        ways = []
        for way in (by, -by):
            there = q.copy()
            there[joint] += way
            if part.lower[joint] + 0.02 < there[joint] < part.upper[joint] - 0.02:
                ways.append((round(float(body.fk(self.arm, there).pos[2]), 4), way))
        return max(ways)[1] if ways else by

    def turn(self, joint: int, by: float) -> tuple[Pose, Pose]:
        """Turn one joint; the tool's pose before, and as it should be and was measured after. Raises Refused."""
        before, start = self.pose(), self.q()
        goal = start.copy()
        goal[joint] += by
        self.go(start, goal)
        self.rest(0.4)
        return before, self.pose()

    def go(self, start: Array, goal: Array) -> None:
        """Go from where it is to joints [rad], in a straight line. Raises Refused."""
        steps = max(2, int(np.ceil(np.abs(goal - start).max() / (AT * self.robot.dt))))
        for i in range(1, steps + 1):
            share = i / steps
            self._tick(Action({self.arm: JointTarget(start + (goal - start) * share * share * (3 - 2 * share))}))

    def grip(self, width: float, seconds: float = 2.0) -> float:
        """Send the gripper to a width [m]; where it then is."""
        name = next(n for n, p in self.robot.parts.items() if p.kind == "gripper")
        force = self.robot.parts[name].force / 2
        for _ in range(round(seconds / self.robot.dt)):
            self._tick(Action({name: Grip(width, force)}))
        return float(self.guarded.observe().parts[name].q[0])

    def rest(self, seconds: float) -> None:
        """Hold still."""
        for _ in range(round(seconds / self.robot.dt)):
            self._tick(HOLD)

    def halted(self, asking: Asking, longest: float = 20.0) -> Halted:
        """Swing the first joint to and fro until a line comes, then halt. Raises Refused if none comes."""
        heard: list[float] = []

        def listen() -> None:
            with contextlib.suppress(Gone):
                asking.line("  press enter now, while it moves:")
                heard.append(time.perf_counter())

        start, at = self.q(), 0.0
        listener = threading.Thread(target=listen, daemon=True)
        try:
            while not heard:
                goal = start.copy()
                goal[0] += SWING * (abs((AT / SWING * at + 1) % 4 - 2) - 1)  # straight to and fro: it moves at any moment
                self._tick(Action({self.arm: JointTarget(goal)}))
                at += self.robot.dt
                if at >= BEFORE and listener.ident is None:
                    listener.start()
                    listener.join(0.0 if self._waits else 5.0)
                if at > longest:
                    raise Refused(f"nobody halted it within {longest:g} s, so HALT was not tried: do this step again when you are ready")
        finally:
            speed = float(np.abs(self.guarded.observe().parts[self.arm].dq).max())
            self.guarded.halt()
            left = self._tick(HOLD).left
        if speed < STILL:
            self.guarded.resume()
            raise Refused("it stood still at that very moment, at the end of its swing, so HALT was not tried: do this step again")
        moving = 1  # the hold's own period has passed
        while np.abs(self.guarded.observe().parts[self.arm].dq).max() > STILL and moving * self.robot.dt < 2.0:
            self._tick(HOLD)
            moving += 1
        self.guarded.resume()
        command = left - heard[0]
        return Halted(speed, command, command + moving * self.robot.dt)

    def _tick(self, action: Action) -> Sent:
        sent = self.guarded.apply(action, self.guarded.observe())
        if self.guarded.level is Level.STOPPED:
            raise Refused(f"protective stop: {self.guarded.reason}; nothing moves now, and the step can be done again")
        if self._waits:
            self._due = max(self._due + self.robot.dt, time.perf_counter() - self.robot.dt)
            time.sleep(max(0.0, self._due - time.perf_counter()))
        return sent

    def close(self) -> None:
        """Hold, and let go of the link."""
        self.guarded.hold()
        self.guarded.close()
