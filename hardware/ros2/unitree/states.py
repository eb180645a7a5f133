"""The G1's low state as joint states: positions by motor, in the order that the robot has, and only where the checksum is right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from heedful.hardware.ros2.joints import JointStates
from heedful.hardware.ros2.seam import SENSOR, Transport
from heedful.hardware.ros2.unitree import checksum

LOW_STATE = "unitree_hg/msg/LowState"
TICK = 1e-3
"""One count of the robot's clock [s]."""


class LowStates(JointStates):
    """Listens to the low state.

    Args:
      transport: What carries messages.
      topic: Where; `/lowstate` is 500 Hz, `/lf/lowstate` 20 Hz.
      names: The joints that must be there.
      motors: Every joint in the order of the motors.
      limits, stale, clock: As of `JointStates`.
    """

    kind = LOW_STATE

    def __init__(
        self,
        transport: Transport,
        topic: str,
        names: Sequence[str],
        motors: Sequence[str],
        limits: Mapping[str, float] | None = None,
        stale: float = 0.1,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.motors = tuple(motors)
        self.garbled = 0
        """How many messages had another checksum than theirs."""
        self.machine: int | None = None
        """The robot's `mode_machine`, which is to be sent back with every command; None before the first message."""
        super().__init__(transport, topic, names, limits, stale, clock)

    def _listen(self, transport: Transport) -> None:
        transport.subscribe(self.topic, self.kind, self._low, SENSOR)

    def _low(self, message: Any) -> None:
        if checksum.of_state(message) != message.crc:
            self.garbled += 1
            return  # as if it had not come: many of them make the state stale
        self.machine = int(message.mode_machine)
        used = message.motor_state[: len(self.motors)]
        time = int(message.tick) * TICK
        stamp = SimpleNamespace(sec=int(time), nanosec=round((time - int(time)) * 1e9))
        self._heard(
            SimpleNamespace(
                header=SimpleNamespace(stamp=stamp), name=self.motors, position=[m.q for m in used], velocity=[m.dq for m in used],
                effort=[m.tau_est for m in used],
            )
        )  # fmt: skip
