"""Arms whose controller smooths what it is sent: `positions_upsampling` of ros2_control's trajectory controller, where it is offered.

Without it points without speeds are joined by straight lines, whose speeds are steps. With it the controller finds the speeds of a cubic
spline through the points, from what it does now to rest at the last of them; so each message has the point before and the new one, due a
period later than else, and is replaced before the rest is reached.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.arm import TrajectoryArm
from heedful.hardware.ros2.seam import Transport

PARAMETERS = "rcl_interfaces/srv/GetParameters"
ENABLED, FREQUENCY = "positions_upsampling.enable", "positions_upsampling.policy_frequency"
BOOL, DOUBLE = 1, 3
"""rcl_interfaces: what a parameter is; one that the node has not is of type 0."""


class ChunkedArm(TrajectoryArm):
    """One arm's controller, sent chunks where it smooths them, and single targets where it does not."""

    def __init__(self, transport: Transport, controller: str, joints: Sequence[str], clock: Callable[[], float] | None = None) -> None:
        super().__init__(transport, controller, joints, clock)
        self._asked: Future[Any] | None = None
        self.smooths: bool | None = None
        """Whether the controller smooths; None while that is not known."""
        self.told = "the controller has not said yet whether it smooths positions"
        """What came of asking it, in one sentence."""
        self._last: Array | None = None

    def ready(self) -> bool:
        """Whether its action is there, and it has said whether it smooths."""
        return super().ready() and self._known()

    def stream(self, target: Array, seconds: float) -> None:
        """Be at a target [rad] that much later, or a period after that where the controller smooths."""
        wanted = np.array(target, dtype=float)
        if self._known() and self.smooths and self._last is not None:
            self.goals.cancel()
            self._stream(self._trajectory(np.array([self._last, wanted]), [seconds, 2 * seconds]))
            self.published += 1
        else:
            super().stream(wanted, seconds)
        self._last = wanted

    def _known(self) -> bool:
        if self.smooths is None:
            if self._asked is None:
                request = self._transport.make(f"{PARAMETERS}_Request", names=[ENABLED, FREQUENCY])
                self._asked = self._transport.call(f"{self.controller}/get_parameters", PARAMETERS, request)
            if not self._asked.done():
                return False
            if (error := self._asked.exception()) is not None:
                self.smooths, self.told = (
                    False,
                    f"the controller's parameters cannot be read ({error}): targets are joined by straight lines",
                )
            else:
                values = self._asked.result().values
                self.smooths = bool(values) and values[0].type == BOOL and bool(values[0].bool_value)
                off = f"{ENABLED} is {'off' if values and values[0].type == BOOL else 'unknown to it'}"
                self.told = (
                    "the controller smooths positions (positions_upsampling): targets go in chunks, a period later"
                    if self.smooths
                    else f"the controller does not smooth positions ({off}): targets are joined by straight lines"
                )
        return True
