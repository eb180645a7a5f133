"""ros2_control's diff_drive_controller: speeds with a time-out, odometry and the base's frame."""

from __future__ import annotations

from typing import Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.ros2.base import ODOMETRY, STAMPED, TWIST, header
from heedful.hardware.ros2.fake.eyes import transforms
from heedful.hardware.ros2.frames import TF, seconds
from heedful.hardware.ros2.seam import RELIABLE
from heedful.hardware.ros2.wiring import Wheels
from heedful.types import PartState

TIMEOUT = 0.5
"""How old speeds may be [s], by their stamp: the controller's default."""


class BaseController:
    """One base's controller; `update` is called each period.

    Args:
      carrier: What carries messages.
      wheels: Its topics; it takes stamped speeds, as Jazzy's does, unless told otherwise.
    """

    kind = "diff_drive_controller/DiffDriveController"

    def __init__(self, carrier: Any, wheels: Wheels) -> None:
        self._carrier = carrier
        self.name = wheels.cmd_vel.strip("/").split("/")[0] if wheels.cmd_vel.count("/") > 1 else "diff_drive_controller"
        self.active = True
        self.heard = 0
        """How many speeds arrived."""
        self.dropped = 0
        """How many of these were older than the time-out."""
        self._now = 0.0
        self._speeds, self._since = np.zeros(3), -np.inf
        self._odom = carrier.publisher(wheels.odom, ODOMETRY, RELIABLE)
        self._tf = carrier.publisher("/tf", TF, RELIABLE)
        stamped = wheels.stamped is not False
        carrier.subscribe(wheels.cmd_vel, STAMPED if stamped else TWIST, self._stamped if stamped else self._bare, RELIABLE)

    @property
    def claims(self) -> tuple[str, ...]:
        return ("left_wheel_joint/velocity", "right_wheel_joint/velocity")

    def restart(self) -> None:
        self._now, self._speeds, self._since, self.heard = 0.0, np.zeros(3), -np.inf, 0

    def switch(self, active: bool) -> None:
        self.active, self._since = active, -np.inf

    def update(self, now: float) -> Array:
        """The speeds in the base's own frame for the period that begins now [m/s, m/s, rad/s]."""
        self._now = now
        fresh = self.active and now - self._since <= TIMEOUT
        return self._speeds.copy() if fresh else np.zeros(3)

    def command(self, speeds: Array, now: float | None) -> None:
        """Speeds from within the robot, as its own navigation gives them; None stops."""
        self._speeds, self._since = speeds, -np.inf if now is None else now

    def tell(self, now: float, state: PartState) -> None:
        """Publish where the base is."""
        make = self._carrier.make
        x, y, yaw = map(float, state.q)
        c, s = np.cos(yaw), np.sin(yaw)
        dx, dy, turn = map(float, state.dq)
        vector, twist = "geometry_msgs/msg/Vector3", make("geometry_msgs/msg/Twist")
        twist.linear, twist.angular = make(vector, x=c * dx + s * dy, y=c * dy - s * dx), make(vector, z=turn)
        pose = make("geometry_msgs/msg/Pose", position=make("geometry_msgs/msg/Point", x=x, y=y))
        pose.orientation = make("geometry_msgs/msg/Quaternion", z=float(np.sin(yaw / 2)), w=float(np.cos(yaw / 2)))
        told = {"pose": make("geometry_msgs/msg/PoseWithCovariance", pose=pose)}
        told["twist"] = make("geometry_msgs/msg/TwistWithCovariance", twist=twist)
        self._odom(make(ODOMETRY, header=header(self._carrier, now, "odom"), child_frame_id="base_link", **told))
        self._tf(transforms(self._carrier, now, {("odom", "base_link"): Pose.at(x, y, 0.0, yaw=yaw)}))

    def _bare(self, message: Any) -> None:
        self._take(message, self._now)

    def _stamped(self, message: Any) -> None:
        at = seconds(message.header.stamp)
        self._take(message.twist, at if at else self._now)  # a stamp of zero is replaced by now

    def _take(self, twist: Any, stamp: float) -> None:
        self.heard += 1
        if self._now - stamp > TIMEOUT:
            self.dropped += 1
            return
        speeds = np.array([twist.linear.x, twist.linear.y, twist.angular.z], dtype=float)
        if np.isfinite(speeds).all():
            self._speeds, self._since = speeds, stamp
