"""ros2_control's joint trajectory controller, as its source has it: what it refuses, replaces, cancels, tolerates and aborts."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.interpolate import CubicSpline

from heedful.geometry import Array
from heedful.hardware.ros2.actions import TakenGoal
from heedful.hardware.ros2.chunks import BOOL, DOUBLE, ENABLED, FREQUENCY, PARAMETERS
from heedful.hardware.ros2.definitions import POINTS, TRAJECTORY
from heedful.hardware.ros2.seam import ABORTED, CANCELED, CANCELING, RELIABLE, SUCCEEDED, Transport

SUCCESSFUL, INVALID, PATH_VIOLATED, GOAL_VIOLATED = 0, -1, -4, -5
REPORTS = 0.05
"""Time between two reports on a goal [s]."""
PATH, GOAL = 0.5, 0.05
"""Tolerances where a goal names none: off its path, and at its end [rad]."""


@dataclass(slots=True, eq=False)
class Path:
    """Times [s] from the start, positions and, on all points or none, velocities."""

    times: Array
    q: Array
    dq: Array | None

    def at(self, seconds: float) -> Array:
        """Where to be: straight between points, or along the cubic that keeps their velocities."""
        k = int(np.clip(np.searchsorted(self.times, seconds, side="right"), 1, len(self.times) - 1))
        t0, t1 = self.times[k - 1], self.times[k]
        if seconds >= t1 - 1e-9:
            return np.array(self.q[k])
        s = float(max((seconds - t0) / (t1 - t0), 0.0))
        straight: Array = self.q[k - 1] + s * (self.q[k] - self.q[k - 1])
        if self.dq is None:
            return straight
        a, b = (t1 - t0) * self.dq[k - 1], (t1 - t0) * self.dq[k]
        h = s * s * (3 - 2 * s)
        cubic: Array = (1 - h) * self.q[k - 1] + h * self.q[k] + s * (1 - s) ** 2 * a - s * s * (1 - s) * b
        return cubic


class TrajectoryController:
    """One arm's controller; `update` is called each period with what was measured, everything else in the transport's thread.

    Args:
      carrier: What carries messages; it also needs `serve`.
      name: The controller's full name.
      joints: Its joints.
      q: Where they are [rad].
    """

    kind = "joint_trajectory_controller/JointTrajectoryController"

    def __init__(self, carrier: Transport, name: str, joints: Sequence[str], q: Array) -> None:
        self._carrier, self.name, self.joints = carrier, name, list(joints)
        self.active = True
        self.smooths = False
        """Its parameter positions_upsampling.enable, as of ros2_controllers of August 2026; older ones have not got it."""
        self.scale = 1.0
        """Its speed scaling, as Universal Robots' speed slider sets it."""
        self.heard = 0
        """How many streamed commands arrived."""
        self._path: Path | None = None
        self._begins = False
        """Whether the path starts with the next period."""
        self._start = self._now = self._reported = 0.0
        self._q = self.desired = np.array(q, dtype=float)
        self._goal: TakenGoal | None = None
        carrier.subscribe(f"{name}/joint_trajectory", POINTS, self._streamed, RELIABLE)
        carrier.serve(f"{name}/get_parameters", PARAMETERS, self._parameters)
        self._server = carrier.offer(f"{name}/follow_joint_trajectory", TRAJECTORY, self._takes, self._begin, self._cancelled)

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(f"{j}/position" for j in self.joints)

    def restart(self, q: Array) -> None:
        """The arm was put at q [rad] and the clock at zero."""
        self._end(ABORTED, INVALID, "the simulation was reset")
        self._path, self._now, self.heard = None, 0.0, 0
        self._q = self.desired = np.array(q, dtype=float)

    def switch(self, active: bool) -> None:
        """Activate or deactivate; its goal ends with the latter."""
        if self.active and not active:
            self._end(ABORTED, INVALID, "the controller was deactivated")
        self.active, self._path = active, None
        self.desired = self._q.copy()

    def update(self, now: float, q: Array, dt: float) -> Array | None:
        """The target for the end of the period that begins now, from the joints as they are; None where none was ever given."""
        self._now, self._q = now, np.array(q, dtype=float)
        if self._path is None:
            return None
        if self._begins:
            self._start, self._begins = now, False
        if self.scale != 1.0:
            self._start += (1.0 - self.scale) * dt  # the trajectory's own time goes slower
        elapsed = now - self._start
        if self._goal is not None:
            self._watch(elapsed)
        if self._path is not None:
            self.desired = self._path.at(elapsed + self.scale * dt)
        return self.desired

    def give_up(self) -> None:
        """Give up the goal that is followed, as where the arm is off its path."""
        if self._goal is not None:
            self._hold()
            self._end(ABORTED, PATH_VIOLATED, "off the path")

    def _watch(self, elapsed: float) -> None:
        """End the goal where it has come to an end, or left its tolerances."""
        assert self._goal is not None and self._path is not None
        goal = self._goal.goal
        error = np.abs(self._path.at(elapsed) - self._q)
        if np.any(error > self._tolerances(goal.path_tolerance, PATH)):
            self._hold()
            return self._end(ABORTED, PATH_VIOLATED, f"off the path by {error.max():.3f} rad")
        over = elapsed - float(self._path.times[-1])
        if over >= 0:
            if np.all(error <= self._tolerances(goal.goal_tolerance, GOAL)):
                return self._end(SUCCEEDED, SUCCESSFUL, "Goal successfully reached!")
            patience = _seconds(goal.goal_time_tolerance)
            if 0 < patience < over:
                self._hold()
                return self._end(ABORTED, GOAL_VIOLATED, f"still {error.max():.3f} rad from the goal")
        if self._now >= self._reported + REPORTS or self._now < self._reported:
            self._reported = self._now
            self._goal.feedback(self._feedback())

    def _parameters(self, request: Any, reply: Callable[[Any], None]) -> None:
        make, kind = self._carrier.make, "rcl_interfaces/msg/ParameterValue"
        known = {ENABLED: make(kind, type=BOOL, bool_value=True), FREQUENCY: make(kind, type=DOUBLE)} if self.smooths else {}
        reply(make(f"{PARAMETERS}_Response", values=[known.get(name, make(kind)) for name in request.names]))

    def _streamed(self, message: Any) -> None:
        self.heard += 1
        if self.active and not self._wrong(message):
            self._follow(message)

    def _takes(self, goal: Any) -> bool:
        return self.active and not self._wrong(goal.trajectory)

    def _wrong(self, message: Any) -> str:
        """Why a trajectory is refused; nothing of it goes over the wire."""
        times = [_seconds(p.time_from_start) for p in message.points]
        if sorted(message.joint_names) != sorted(self.joints):
            return "other joints"
        if not times or any(b <= a for a, b in itertools.pairwise(times)) or times[0] < 0:
            return "times that do not grow"
        if any(len(p.positions) != len(self.joints) or not np.all(np.isfinite(p.positions)) for p in message.points):
            return "a point without a position for each joint"
        last = message.points[-1].velocities
        return "not at rest at the end" if len(last) and np.any(np.asarray(last) != 0) else ""

    def _begin(self, taken: TakenGoal) -> None:
        self._end(ABORTED, INVALID, "Current goal preempted by new incoming action.")
        self._follow(taken.goal.trajectory)
        self._goal, self._reported = taken, self._now

    def _cancelled(self, taken: TakenGoal) -> None:
        if taken is self._goal:
            self._hold()
            self._end(CANCELED, SUCCESSFUL, "cancelled")
        elif taken.status == CANCELING:
            taken.finish(CANCELED, self._result(SUCCESSFUL, "cancelled"))

    def _follow(self, message: Any) -> None:
        order = [list(message.joint_names).index(j) for j in self.joints]
        times = [0.0, *(_seconds(p.time_from_start) for p in message.points)]
        q = [self.desired, *(np.asarray(p.positions)[order] for p in message.points)]
        moving = all(len(p.velocities) == len(self.joints) for p in message.points)
        dq = np.array([np.zeros(len(self.joints)), *(np.asarray(p.velocities)[order] for p in message.points)]) if moving else None
        if dq is None and self.smooths and len(times) > 2:
            before = self._path
            elapsed = self._now - self._start
            speed = np.zeros(len(self.joints)) if before is None else (before.at(elapsed) - before.at(elapsed - 1e-4)) / 1e-4
            dq = CubicSpline(times, np.array(q), bc_type=((1, speed), (1, np.zeros(len(self.joints)))))(times, 1)
        if times[1] == 0:
            times, q, dq = times[1:] * 2, q[1:] * 2, None
        self._path, self._begins = Path(np.array(times), np.array(q), dq), True

    def _hold(self) -> None:
        """Stay where it is measured."""
        self._path, self._begins = Path(np.zeros(2), np.array([self._q, self._q]), None), True

    def _end(self, status: int, code: int, sentence: str) -> None:
        if self._goal is not None:
            goal, self._goal = self._goal, None
            goal.finish(status, self._result(code, sentence))

    def _result(self, code: int, sentence: str) -> Any:
        return self._carrier.make(f"{TRAJECTORY}_Result", error_code=code, error_string=sentence)

    def _feedback(self) -> Any:
        told = {"desired": self.desired, "actual": self._q, "error": self.desired - self._q}
        points = {k: self._carrier.make("trajectory_msgs/msg/JointTrajectoryPoint", positions=q.copy()) for k, q in told.items()}
        return self._carrier.make(f"{TRAJECTORY}_Feedback", joint_names=self.joints, **points)

    def _tolerances(self, given: Sequence[Any], default: float) -> Array:
        """One per joint: 0 is the default, negative is none at all."""
        named = {t.name: float(t.position) for t in given}
        raw = [named.get(j, 0.0) for j in self.joints]
        return np.array([default if t == 0 else np.inf if t < 0 else t for t in raw])


def _seconds(message: Any) -> float:
    return float(message.sec) + 1e-9 * float(message.nanosec)
