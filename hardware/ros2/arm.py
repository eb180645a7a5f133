"""Arms behind ros2_control's joint trajectory controller: streamed tick by tick, or following a short trajectory under supervision."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.definitions import POINTS, TRAJECTORY
from heedful.hardware.ros2.goals import Goals
from heedful.hardware.ros2.seam import RELIABLE, Goal, Transport

OTHERS = "somebody else publishes {}: two masters would fight over the arm"
ADOPTED = "a goal that is not ours is under way on {}: wait until it has ended, or cancel it where it was given"


class TrajectoryArm:
    """One arm's controller.

    Args:
      transport: What carries the commands.
      controller: The controller's full name.
      joints: The joints, as the robot calls them, in the order of our targets.
      clock: By which goals are late [s]; the transport's unless given.
    """

    def __init__(self, transport: Transport, controller: str, joints: Sequence[str], clock: Callable[[], float] | None = None) -> None:
        self._transport, self.controller, self.joints = transport, controller, tuple(joints)
        self.topic = f"{controller}/joint_trajectory"
        self._stream = transport.publisher(self.topic, POINTS, RELIABLE)
        self.needs = f"{controller}/follow_joint_trajectory"
        """What the robot is to offer for it."""
        self.goals = Goals(transport, self.needs, TRAJECTORY, clock)
        self.published = 0
        """How many commands were streamed."""

    def masters(self) -> int:
        """How many publish its trajectories, we among them."""
        return self._transport.publishers(self.topic, POINTS)

    @property
    def commanded(self) -> bool:
        """Whether we ever sent it anything."""
        return self.published > 0 or self.goals.sent > 0

    def ready(self) -> bool:
        """Whether its action is there."""
        return self.goals.ready()

    def contested(self) -> str:
        """Who else commands it, in a sentence; empty if nobody does."""
        if self.masters() > 1:
            return OTHERS.format(self.topic)
        return ADOPTED.format(self.goals.name) if self.goals.others() else ""

    def stream(self, target: Array, seconds: float) -> None:
        """Be at a target [rad] that much later; what is under way is replaced, and a goal of ours with it."""
        self.goals.cancel()
        self._stream(self._trajectory(np.asarray(target, dtype=float)[None], [seconds]))
        self.published += 1

    def follow(self, targets: Array, times: Sequence[float], feedback: Callable[[Any], None] | None = None, goal_time: float = 1.0) -> Goal:
        """Follow targets [rad], shape (n, joints), each at its time [s], and end at rest.

        The controller finishes it whatever becomes of us, so send no more than may happen unsupervised. It counts as missed
        `goal_time` [s] after its end; without that a controller waits for ever.
        """
        goal = self._transport.make(
            f"{TRAJECTORY}_Goal",
            trajectory=self._trajectory(np.asarray(targets, dtype=float), times, rest=True),
            goal_time_tolerance=duration(self._transport, goal_time),
        )
        return self.goals.send(goal, float(times[-1]) + goal_time, feedback)

    def _trajectory(self, targets: Array, times: Sequence[float], rest: bool = False) -> Any:
        make = self._transport.make
        points = []
        for i, (q, at) in enumerate(zip(targets, times, strict=True)):
            still = np.zeros(len(self.joints)) if rest and i == len(times) - 1 else np.zeros(0)
            still = still if len(times) == 1 else np.zeros(0)  # velocities on all points, or on none
            points.append(
                make(
                    "trajectory_msgs/msg/JointTrajectoryPoint", positions=q, velocities=still, time_from_start=duration(self._transport, at)
                )
            )
        return make(POINTS, joint_names=list(self.joints), points=points)


def duration(transport: Transport, seconds: float) -> Any:
    """Seconds as a message."""
    whole, rest = divmod(round(seconds * 1e9), 10**9)
    return transport.make("builtin_interfaces/msg/Duration", sec=whole, nanosec=rest)
