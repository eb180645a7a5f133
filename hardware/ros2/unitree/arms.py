"""The G1's arms and waist through arm_sdk: targets for servos that the robot blends with its own by a weight.

The weight is the position of the first motor slot that is not used: 0 leaves the arms to the robot, 1 gives them to us. It is ramped, since
a step would be a step of the arms; and the first target of every joint is where it is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.commanding import Commanding
from heedful.hardware.ros2.goals import NoGoals
from heedful.hardware.ros2.seam import RELIABLE, LinkLost, Transport
from heedful.hardware.ros2.unitree import checksum
from heedful.hardware.ros2.unitree.states import LowStates

LOW_COMMAND, TOPIC = "unitree_hg/msg/LowCmd", "/arm_sdk"
WEIGHT = 29
"""The slot whose position is the weight."""
RAMP = 1.0
"""How long the weight takes from none to all, and back [s]."""
STIFFNESS, DAMPING = 60.0, 1.5
"""Of each joint's servo [Nm/rad, Nms/rad], as Unitree's own example has them."""


class ArmSdk:
    """The one publisher of all joints that arm_sdk moves.

    Args:
      transport: What carries messages.
      states: The low state.
      joints: The joints that are moved.
      topic: Where.
    """

    def __init__(self, transport: Transport, states: LowStates, joints: Sequence[str], topic: str = TOPIC) -> None:
        self._transport, self._states, self.topic = transport, states, topic
        self._slots = {j: states.motors.index(j) for j in joints}
        self._targets: dict[str, float] = {}
        self._publish: Callable[[Any], None] = transport.publisher(topic, LOW_COMMAND, RELIABLE)
        self._message = transport.make(LOW_COMMAND)
        self._news = False
        self.weight = 0.0
        """How much of the arms is ours, from 0 to 1."""

    def want(self, targets: dict[str, float]) -> None:
        """New targets [rad] for some of the joints, to go with the next message. Raises LinkLost before the state is known."""
        if self._states.machine is None:
            raise LinkLost(f"nothing was heard on {self._states.topic}: the arms' first target is where they are measured")
        if not self._targets:
            q, _, _ = self._states.read(tuple(self._slots))
            self._targets = dict(zip(self._slots, q.tolist(), strict=True))
        self._targets.update(targets)
        self._news = True

    def send(self, seconds: float) -> None:
        """One message for what is new, in which the weight is as much nearer to all as the time until the next; none where nothing is."""
        if self._news:
            self._news = False
            self.weight = min(self.weight + seconds / RAMP, 1.0)
            self._tell()

    def release(self, seconds: float) -> bool:
        """One step towards leaving the arms to the robot, the next of which comes that much later; whether there is more to do."""
        if self.weight > 0.0:
            self.weight = max(self.weight - seconds / RAMP, 0.0)
            self._tell()
        if self.weight == 0.0:
            self._targets = {}
        return self.weight > 0.0

    def _tell(self) -> None:
        message = self._message
        message.mode_machine = self._states.machine
        for joint, slot in self._slots.items():
            motor = message.motor_cmd[slot]
            motor.mode, motor.q, motor.kp, motor.kd = 1, self._targets[joint], STIFFNESS, DAMPING
        message.motor_cmd[WEIGHT].q = self.weight
        message.crc = checksum.of_command(message)
        self._publish(message)


class SdkArm(Commanding):
    """One arm, or the waist, of what arm_sdk moves: the part that a robot's driver streams to.

    Args:
      transport: What carries messages.
      sdk: The publisher, shared by all parts.
      joints: This part's joints.
    """

    kind = LOW_COMMAND

    def __init__(self, transport: Transport, sdk: ArmSdk, joints: Sequence[str]) -> None:
        self._transport, self._sdk, self.joints = transport, sdk, tuple(joints)
        self.topic = self.controller = self.needs = sdk.topic
        self.goals = NoGoals()
        self.published = 0

    def ready(self) -> bool:
        """Whether the robot listens."""
        return LOW_COMMAND in self._transport.subscribed(self.topic)

    def stream(self, target: Array, seconds: float) -> None:
        """Be at a target [rad], with the message that all parts of the robot share."""
        self._sdk.want(dict(zip(self.joints, np.asarray(target, dtype=float).tolist(), strict=True)))
        self.published += 1
