"""ros2_control's gripper action controller: a position and an effort, reached, or stalled on what it holds."""

from __future__ import annotations

from typing import Any

from heedful.hardware.ros2.actions import TakenGoal
from heedful.hardware.ros2.definitions import GRIPPER
from heedful.hardware.ros2.seam import ABORTED, CANCELED, SUCCEEDED, Transport

REACHED = 0.002
"""How near its goal it is to be [m or rad]."""
STILL, PATIENCE = 0.004, 0.5
"""Slower than this [1/s] for this long [s] is stalled."""


class GripperController:
    """One gripper's controller; `update` is called each period."""

    def __init__(self, carrier: Transport, action: str) -> None:
        self._carrier = carrier
        self.name = action
        self.active = True
        self.wanted: tuple[float, float] | None = None
        """The position and the effort last asked for."""
        self._goal: TakenGoal | None = None
        self._q = self._effort = 0.0
        self._moved = 0.0
        self._server = carrier.offer(action, GRIPPER, lambda goal: self.active, self._begin, self._cancelled)

    def restart(self) -> None:
        self._end(ABORTED)
        self.wanted = None

    def switch(self, active: bool) -> None:
        if not active:
            self._end(ABORTED)
        self.active = active

    def update(self, now: float, q: float, dq: float, effort: float) -> tuple[float, float] | None:
        """The position and the effort wanted; None where nothing ever was."""
        self._q, self._effort = q, effort
        if abs(dq) > STILL or self._moved > now:
            self._moved = now
        if self._goal is not None and self.wanted is not None:
            if abs(q - self.wanted[0]) <= REACHED:
                self._end(SUCCEEDED, reached=True)
            elif now - self._moved > PATIENCE:
                self._end(ABORTED, stalled=True)  # as the controller has it, unless it was told to allow stalling
        return self.wanted

    def _begin(self, taken: TakenGoal) -> None:
        self._end(ABORTED)
        command = taken.goal.command
        self.wanted, self._goal = (float(command.position), float(command.max_effort)), taken

    def _cancelled(self, taken: TakenGoal) -> None:
        if taken is self._goal:
            self.wanted = None if self.wanted is None else (self._q, self.wanted[1])
            self._end(CANCELED)

    def _end(self, status: int, reached: bool = False, stalled: bool = False) -> None:
        if self._goal is not None:
            goal, self._goal = self._goal, None
            goal.finish(status, self._result(reached, stalled))

    def _result(self, reached: bool, stalled: bool) -> Any:
        return self._carrier.make(f"{GRIPPER}_Result", position=self._q, effort=self._effort, stalled=stalled, reached_goal=reached)
