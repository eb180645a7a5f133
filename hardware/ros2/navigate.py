"""Nav2: drive to a pose through `NavigateToPose`. A newer goal takes the place of the one before; cancelling stops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from heedful.geometry import Pose, wxyz_to_xyzw
from heedful.hardware.ros2.actions import SUPERSEDED
from heedful.hardware.ros2.base import header
from heedful.hardware.ros2.definitions import NAVIGATE
from heedful.hardware.ros2.seam import CANCELED, SUCCEEDED, Goal, Transport
from heedful.types import Outcome

NOWHERE = 0.0
"""A stamp of zero: where the goal is by the newest frames, not by those of a time."""


class Navigator:
    """Sends one robot to poses.

    Args:
      transport: What carries messages.
      action: The action's name.
      frame: The frame that goals are in, such as `map`.
    """

    def __init__(self, transport: Transport, action: str = "/navigate_to_pose", frame: str = "map") -> None:
        self._transport, self.name, self.frame = transport, action, frame
        self._action = transport.action(action, NAVIGATE)
        self.goal: Goal | None = None
        """The goal last sent."""
        self.left: float | None = None
        """What is left of the way [m], as last told."""
        self.recoveries = 0
        """How often the robot has had to try something else."""

    def ready(self) -> bool:
        return self._action.ready()

    def go(self, pose: Pose, told: Callable[[Any], None] | None = None) -> Goal:
        """Go to a pose in `frame`; a goal under way is given up for it, and nothing is tried again by itself."""
        make = self._transport.make
        x, y, z, w = map(float, wxyz_to_xyzw(pose.quat))
        px, py, pz = map(float, pose.pos)
        at = make(
            "geometry_msgs/msg/Pose", position=make("geometry_msgs/msg/Point", x=px, y=py, z=pz),
            orientation=make("geometry_msgs/msg/Quaternion", x=x, y=y, z=z, w=w),
        )  # fmt: skip
        where = make("geometry_msgs/msg/PoseStamped", header=header(self._transport, NOWHERE, self.frame), pose=at)
        self.left, self.recoveries = None, 0

        def heard(feedback: Any) -> None:
            self.left, self.recoveries = float(feedback.distance_remaining), int(feedback.number_of_recoveries)
            if told is not None:
                told(feedback)

        self.goal = self._action.send(make(f"{NAVIGATE}_Goal", pose=where), heard)
        return self.goal

    def cancel(self) -> None:
        """Stop where it is; without effect where it is not under way."""
        if self.goal is not None and not self.goal.result.done():
            self.goal.cancel()

    @staticmethod
    def outcome(goal: Goal) -> Outcome | None:
        """What became of a goal; None while it is under way."""
        if not goal.result.done():
            return None
        if (error := goal.result.exception()) is not None:
            return Outcome.failed("link", str(error))
        status, result = goal.result.result()
        if status == SUCCEEDED:
            return Outcome.succeeded()
        if status == CANCELED:
            return Outcome.failed("cancelled", "the drive was cancelled")
        if isinstance(result, str):
            why = "superseded" if result == SUPERSEDED else "refused"
            return Outcome.failed(why, f"the drive was {'given up for a later one' if why == 'superseded' else 'refused'}")
        code = int(getattr(result, "error_code", 0))
        return Outcome.failed("navigation", f"the robot could not get there{f' (Nav2 error {code})' if code else ''}")
