"""Arms behind a forward command controller: each target is written to the servos as it is.

Such a controller has no interpolation, no limit and no time-out: what it was told last it holds for ever, also when we have died and the
link is gone. So it is only driven where somebody has said that the robot itself stops the arm when commands cease.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.commanding import Commanding
from heedful.hardware.ros2.goals import NoGoals
from heedful.hardware.ros2.seam import RELIABLE, Transport

COMMANDS = "std_msgs/msg/Float64MultiArray"


class ForwardArm(Commanding):
    """One arm.

    Args:
      transport: What carries messages.
      controller: The controller's full name.
      joints: Its joints, in its own order: there are no names in the message.
      watchdog: Whether the robot stops it when commands cease.

    Raises ValueError without a watchdog.
    """

    kind = COMMANDS

    def __init__(self, transport: Transport, controller: str, joints: Sequence[str], watchdog: bool) -> None:
        if not watchdog:
            raise ValueError(
                f"{controller} holds its last command for ever, so it is driven only where the robot stops by itself when commands cease: "
                "say robot.watchdog=true if it does, or use robot.way=stream"
            )
        self._transport, self.controller, self.joints = transport, controller, tuple(joints)
        self.topic = self.needs = f"{controller}/commands"
        self._publish = transport.publisher(self.topic, COMMANDS, RELIABLE)
        self.published = 0
        self.goals = NoGoals()  # a stop is one last target, after which nothing is sent

    def ready(self) -> bool:
        """Whether the controller listens."""
        return COMMANDS in self._transport.subscribed(self.topic)

    def stream(self, target: Array, seconds: float) -> None:
        """Be at a target [rad] now; the controller knows no time."""
        self._publish(self._transport.make(COMMANDS, data=np.array(target, dtype=float)))
        self.published += 1
