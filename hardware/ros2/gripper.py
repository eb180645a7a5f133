"""Grippers behind GripperCommand or ParallelGripperCommand: a width and a force become a joint's position and an effort.

Both controllers abort a goal whose fingers stalled before they reached it, unless they were told to allow stalling. For us that is a
grasp: what is held is told by the measured width and force, never by an outcome.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from heedful.hardware.ros2.arm import ADOPTED
from heedful.hardware.ros2.definitions import GRIPPER, JOINT_STATE, PARALLEL
from heedful.hardware.ros2.goals import Goals
from heedful.hardware.ros2.seam import Goal, Transport
from heedful.hardware.ros2.wiring import Fingers

SAME_WIDTH, SAME_FORCE = 1e-5, 0.01
"""Commands that differ by less are the same [m, N]."""


class CommandedGripper:
    """One gripper; a goal is sent only when what is wanted changes."""

    def __init__(
        self, transport: Transport, action: str, fingers: Fingers, stroke: float, clock: Callable[[], float] | None = None
    ) -> None:  # fmt: skip
        self._transport, self._fingers, self._stroke = transport, fingers, stroke
        self.goals = Goals(transport, action, PARALLEL if fingers.parallel else GRIPPER, clock, well=_stalled)
        self.name = action
        self._wanted: tuple[float, float] | None = None
        self.goal: Goal | None = None
        """The goal last sent."""

    def ready(self) -> bool:
        return self.goals.ready()

    def contested(self) -> str:
        """Who else commands it, in a sentence; empty if nobody does."""
        return ADOPTED.format(self.name) if self.goals.others() else ""

    def forget(self) -> None:
        """The gripper was put elsewhere: the next command is sent in any case."""
        self._wanted = self.goal = None

    def send(self, width: float, force: float) -> bool:
        """Want a width [m] with at most a force [N]; whether that was news."""
        before = self._wanted
        if before is not None and abs(before[0] - width) < SAME_WIDTH and abs(before[1] - force) < SAME_FORCE:
            return False
        self._wanted = (width, force)
        self.goal = self.goals.send(self._wish(self._fingers.position(width, self._stroke), force))
        return True

    def _wish(self, position: float, effort: float) -> Any:
        make = self._transport.make
        if self._fingers.parallel:
            wanted = {"name": [self._fingers.joint], "position": np.array([position]), "effort": np.array([effort])}
            return make(f"{PARALLEL}_Goal", command=make(JOINT_STATE, **wanted))
        return make(f"{GRIPPER}_Goal", command=make("control_msgs/msg/GripperCommand", position=position, max_effort=effort))


def _stalled(result: Any) -> bool:
    """Whether the fingers stalled on something; where the result was lost, it is measured what they hold."""
    return result is None or bool(result.stalled)
