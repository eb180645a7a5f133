"""ros2_control's gripper action controller: a position and an effort, reached, or stalled on what it holds."""

from __future__ import annotations

from typing import Any

import numpy as np

from heedful.hardware.ros2.actions import TakenGoal
from heedful.hardware.ros2.definitions import GRIPPER, JOINT_STATE, PARALLEL
from heedful.hardware.ros2.seam import ABORTED, CANCELED, SUCCEEDED, Transport

REACHED = 0.002
"""How near its goal it is to be [m or rad]."""
STILL, PATIENCE = 0.004, 0.5
"""Slower than this [1/s] for this long [s] is stalled."""


class GripperController:
    """One gripper's controller; `update` is called each period."""

    kind = "position_controllers/GripperActionController"

    def __init__(self, carrier: Transport, action: str, joint: str = "") -> None:
        """
        Args:
          carrier: What carries messages.
          action: The action's name.
          joint: Its joint, where the action is ParallelGripperCommand.
        """
        self._carrier, self._joint = carrier, joint
        self._action = PARALLEL if joint else GRIPPER
        self.allow_stalling = False
        """Whether a stalled grasp counts as success: a parameter of the real one, off by default."""
        self.name = action
        self.active = True
        self.wanted: tuple[float, float] | None = None
        """The position and the effort last asked for."""
        self._goal: TakenGoal | None = None
        self._q = self._effort = 0.0
        self._now = self._moved = 0.0
        self._server = carrier.offer(action, self._action, self._takes, self._begin, self._cancelled)

    @property
    def claims(self) -> tuple[str, ...]:
        return (f"{self.name}/position",)

    def restart(self) -> None:
        self._end(ABORTED)
        self.wanted = None

    def switch(self, active: bool) -> None:
        if not active:
            self._end(ABORTED)
        self.active = active

    def update(self, now: float, q: float, dq: float, effort: float) -> tuple[float, float] | None:
        """The position and the effort wanted; None where nothing ever was."""
        self._now, self._q, self._effort = now, q, effort
        if abs(dq) > STILL or self._moved > now:
            self._moved = now
        if self._goal is not None and self.wanted is not None:
            if abs(q - self.wanted[0]) <= REACHED:
                self._end(SUCCEEDED, reached=True)
            elif now - self._moved > PATIENCE:
                self._end(SUCCEEDED if self.allow_stalling else ABORTED, stalled=True)
        return self.wanted

    def _takes(self, goal: Any) -> bool:
        return self.active and (not self._joint or (list(goal.command.name) == [self._joint] and len(goal.command.position) == 1))

    def _begin(self, taken: TakenGoal) -> None:
        self._end(ABORTED)
        command = taken.goal.command
        if self._joint:
            effort = float(command.effort[0]) if len(command.effort) else 0.0
            self.wanted = (float(command.position[0]), effort)
        else:
            self.wanted = (float(command.position), float(command.max_effort))
        self._goal, self._moved = taken, self._now  # it has not had the time to stall yet

    def _cancelled(self, taken: TakenGoal) -> None:
        if taken is self._goal:
            self.wanted = None if self.wanted is None else (self._q, self.wanted[1])
            self._end(CANCELED)

    def _end(self, status: int, reached: bool = False, stalled: bool = False) -> None:
        if self._goal is not None:
            goal, self._goal = self._goal, None
            goal.finish(status, self._result(reached, stalled))

    def _result(self, reached: bool, stalled: bool) -> Any:
        told = {"stalled": stalled, "reached_goal": reached}
        if not self._joint:
            return self._carrier.make(f"{GRIPPER}_Result", position=self._q, effort=self._effort, **told)
        state = {"name": [self._joint], "position": np.array([self._q]), "effort": np.array([self._effort])}
        return self._carrier.make(f"{PARALLEL}_Result", state=self._carrier.make(JOINT_STATE, **state), **told)
