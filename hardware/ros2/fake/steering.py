"""Nav2's `NavigateToPose` in the small: turn towards the goal, drive there, turn as wanted; no map and no obstacles."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from heedful.geometry import Pose
from heedful.hardware.ros2.actions import TakenGoal
from heedful.hardware.ros2.definitions import NAVIGATE
from heedful.hardware.ros2.fake.rolling import BaseController
from heedful.hardware.ros2.frames import pose_of
from heedful.hardware.ros2.seam import ABORTED, CANCELED, SUCCEEDED
from heedful.types import Observation

NEAR, ALIGNED = 0.05, 0.1
"""How near its goal it is to be [m, rad]."""
FAR = 20.0
"""Farther goals are beyond its map [m]."""
NO_PATH = 308
"""The planner's number for that (nav2_msgs, ComputePathToPose: NO_VALID_PATH)."""
SPEED, TURN = 0.2, 1.0
REPORTS = 0.1


class FakeNavigator:
    """Drives one base from within the robot; `update` is called each period, before the base's controller is."""

    def __init__(self, carrier: Any, base: BaseController, action: str = "/navigate_to_pose") -> None:
        self._carrier, self._base = carrier, base
        self._goal: TakenGoal | None = None
        self._to = Pose.at(0.0, 0.0, 0.0)
        self._reported = -math.inf
        self._server = carrier.offer(action, NAVIGATE, lambda goal: True, self._begin, self._cancelled)

    def update(self, seen: Observation) -> None:
        if self._goal is None:
            return
        x, y, yaw = next(s.q for s in seen.parts.values() if s.pose is not None or len(s.q) == 3)
        ahead = self._to.pos[:2] - (x, y)
        left = float(np.linalg.norm(ahead))
        if left > FAR:
            return self._end(ABORTED, NO_PATH)
        there = left < NEAR
        towards = self._to.yaw if there else math.atan2(ahead[1], ahead[0])
        off = math.remainder(towards - yaw, 2 * math.pi)
        if there and abs(off) < ALIGNED:
            return self._end(SUCCEEDED)
        forward = 0.0 if there or abs(off) > 0.5 else min(SPEED, left)
        self._base.command(np.array([forward, 0.0, float(np.clip(2 * off, -TURN, TURN))]), seen.time)
        if seen.time >= self._reported + REPORTS or seen.time < self._reported:
            self._reported = seen.time
            self._goal.feedback(self._carrier.make(f"{NAVIGATE}_Feedback", distance_remaining=left))

    def _begin(self, taken: TakenGoal) -> None:
        self._end(ABORTED)
        self._goal, self._to, self._reported = taken, pose_of(taken.goal.pose.pose), -math.inf

    def _cancelled(self, taken: TakenGoal) -> None:
        if taken is self._goal:
            self._end(CANCELED)

    def _end(self, status: int, code: int = 0) -> None:
        if self._goal is not None:
            goal, self._goal = self._goal, None
            self._base.command(np.zeros(3), None)
            result = self._carrier.make(f"{NAVIGATE}_Result")
            if hasattr(result, "error_code"):
                result.error_code = code
            goal.finish(status, result)
