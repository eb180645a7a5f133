"""Mobile bases: speeds by Twist or TwistStamped, whichever the robot listens for, and where odometry says that it is.

The robot stops by itself once no speeds come for its `cmd_vel_timeout` (0.5 s by default, on the message's stamp), so they are sent every
tick, stamped by the robot's clock, and a base that is not to move is sent zeros and then nothing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.ros2.commanding import Commanding
from heedful.hardware.ros2.frames import pose_of
from heedful.hardware.ros2.goals import NoGoals
from heedful.hardware.ros2.joints import JointStates
from heedful.hardware.ros2.seam import RELIABLE, SENSOR, LinkLost, Transport
from heedful.hardware.ros2.wiring import Wheels
from heedful.types import PartState

ODOMETRY, TWIST, STAMPED = "nav_msgs/msg/Odometry", "geometry_msgs/msg/Twist", "geometry_msgs/msg/TwistStamped"
STALE, PERIODS = 0.1, 3.0
"""Oldest odometry that motion is commanded on [s], unless so many of its periods are longer."""
STOPS = 3
"""How many zeros a stop is: one may be lost."""


class Odometry(JointStates):
    """The base's place as if it were three joints, x [m], y [m] and yaw [rad]: fresh, finite and without jumps, or not acted on."""

    kind = ODOMETRY

    def __init__(
        self,
        transport: Transport,
        topic: str,
        names: Sequence[str],
        limits: Mapping[str, float] | None = None,
        stale: float = 0.15,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._yaw = 0.0
        self.frame = ""
        """The frame that it is told in."""
        super().__init__(transport, topic, names, limits, stale, clock)

    def _listen(self, transport: Transport) -> None:
        transport.subscribe(self.topic, self.kind, self._moved, SENSOR)

    def _moved(self, message: Any) -> None:
        at, twist = pose_of(message.pose.pose), message.twist.twist
        yaw = at.yaw
        if math.isfinite(yaw):
            self._yaw += math.remainder(yaw - self._yaw, 2 * math.pi)  # turns are counted, not wrapped
        c, s = math.cos(yaw), math.sin(yaw)
        forward, left = float(twist.linear.x), float(twist.linear.y)  # in the base's own frame
        self.frame = message.header.frame_id
        self._heard(
            SimpleNamespace(
                header=message.header,
                name=list(self.names),
                position=[float(at.pos[0]), float(at.pos[1]), self._yaw if math.isfinite(yaw) else yaw],
                velocity=[c * forward - s * left, s * forward + c * left, float(twist.angular.z)],
                effort=[],
            )
        )


class TwistBase(Commanding):
    """One base.

    Args:
      transport: What carries messages.
      wheels: Its topics.
      odometry: Where it is.
      frame: The frame that its speeds are in.
    """

    def __init__(self, transport: Transport, wheels: Wheels, odometry: Odometry, frame: str = "base_link") -> None:
        self._transport, self._stamped, self._frame = transport, wheels.stamped, frame
        self.topic, self.odometry = wheels.cmd_vel, odometry
        self._publish: dict[bool, Callable[[Any], None]] = {}
        self.goals = NoGoals()
        self.published = 0
        """How many speeds were sent."""
        self.moving = False
        """Whether the last speeds sent were not zero."""

    def masters(self) -> int:
        """How many publish its speeds, we among them."""
        return self._transport.publishers(self.topic, STAMPED if self.stamped() else TWIST) if self.ready() else 0

    def ready(self) -> bool:
        """Whether the robot listens for speeds."""
        return bool(self._transport.subscribed(self.topic) & {TWIST, STAMPED})

    def stamped(self) -> bool:
        """Whether it takes stamped speeds. Raises LinkLost while nobody listens for any."""
        if self._stamped is None:
            there = self._transport.subscribed(self.topic)
            if not there & {TWIST, STAMPED}:
                told = f"what listens there takes {', '.join(sorted(there))}" if there else "nobody listens there"
                raise LinkLost(f"{self.topic} takes neither Twist nor TwistStamped: {told}")
            self._stamped = STAMPED in there
        return self._stamped

    def drive(self, speeds: Array) -> None:
        """Go at x, y [m/s] and yaw [rad/s] speeds in the base's own frame, for as long as the robot's time-out lasts."""
        make, stamped = self._transport.make, self.stamped()
        x, y, turn = map(float, speeds)
        vector = "geometry_msgs/msg/Vector3"
        message = make(TWIST, linear=make(vector, x=x, y=y), angular=make(vector, z=turn))
        if stamped:
            message = make(STAMPED, header=header(self._transport, self.odometry.robot_time(), self._frame), twist=message)
        if stamped not in self._publish:
            self._publish[stamped] = self._transport.publisher(self.topic, STAMPED if stamped else TWIST, RELIABLE)
        self._publish[stamped](message)
        self.published += 1
        self.moving = bool(np.any(np.asarray(speeds) != 0))

    def stop(self) -> None:
        """Zeros, a few of them; without effect on a base that was never sent anything."""
        if self._publish:
            for _ in range(STOPS):
                self.drive(np.zeros(3))

    def rest(self) -> None:
        """It is not to move in this tick."""
        if self.moving:
            self.stop()

    def state(self, base: Pose) -> PartState:
        """Where it is; `base` is where odometry begins in the world."""
        q, dq, _ = self.odometry.read(self.odometry.names)
        return PartState(q, dq, base @ Pose.at(float(q[0]), float(q[1]), 0.0, yaw=float(q[2])))


def header(transport: Transport, time: float, frame: str = "") -> Any:
    """A message's header for a time [s]."""
    whole, rest = divmod(round(time * 1e9), 10**9)
    return transport.make(
        "std_msgs/msg/Header", stamp=transport.make("builtin_interfaces/msg/Time", sec=whole, nanosec=rest), frame_id=frame
    )
