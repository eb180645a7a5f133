"""Arms behind MoveIt Servo: speeds with current stamps, which it limits, keeps from singularities and collisions, and ends by itself.

Servo stops once no command has come for 0.1 s, and takes none whose stamp is older. Our targets are positions, so the speed sent is that
of the target and a share of what the measured joints trail behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from heedful.geometry import Array
from heedful.hardware.ros2.base import STAMPED, STOPS, TWIST, header
from heedful.hardware.ros2.commanding import Commanding
from heedful.hardware.ros2.goals import NoGoals
from heedful.hardware.ros2.joints import JointStates
from heedful.hardware.ros2.seam import RELIABLE, LinkLost, Transport

JOG, KIND, PAUSE = "control_msgs/msg/JointJog", "moveit_msgs/srv/ServoCommandType", "std_srvs/srv/SetBool"
BY_JOINT, BY_TWIST = 0, 1
"""ServoCommandType: what Servo takes at a time."""
GAIN = 4.0
"""How fast what the joints trail behind is made up for [1/s]: with Servo's 34 ms and the link's, twice that would swing."""


class ServoArm(Commanding):
    """One arm.

    Args:
      transport: What carries messages.
      node: Servo's full name, such as `/servo_node`.
      joints: The arm's joints.
      states: Their measurements; they also tell the robot's time.
      limits: Largest speeds [rad/s].
    """

    kind = JOG

    def __init__(self, transport: Transport, node: str, joints: Sequence[str], states: JointStates, limits: Sequence[float]) -> None:
        self._transport, self.controller, self.joints, self._states = transport, node, tuple(joints), states
        self._limits = np.array(limits, dtype=float)
        self.topic = self.needs = f"{node}/delta_joint_cmds"
        self._jog: Callable[[Any], None] = transport.publisher(self.topic, JOG, RELIABLE)
        self._twist: Callable[[Any], None] | None = None
        self._last: Array | None = None
        self._taken: int | None = None
        self._asked: tuple[int, Future[Any]] | None = None
        self.published = 0
        self.goals = NoGoals(self.cancel)

    def ready(self) -> bool:
        """Whether Servo listens and takes joint speeds; asks it to where it does not yet."""
        return JOG in self._transport.subscribed(self.topic) and self._takes(BY_JOINT)

    def stream(self, target: Array, seconds: float) -> None:
        """Be at a target [rad] that much later. Raises LinkLost while Servo takes no joint speeds."""
        self._require(BY_JOINT, "joint speeds")
        wanted = np.array(target, dtype=float)
        q, _, _ = self._states.read(self.joints)
        last = wanted if self._last is None else self._last
        self._last = wanted
        speeds = (wanted - last) / seconds + GAIN * (last - q)
        self._send(speeds / max(float((np.abs(speeds) / self._limits).max()), 1.0), seconds)

    def twist(self, speeds: ArrayLike, frame: str) -> None:
        """Move the tool at linear [m/s] and angular [rad/s] speeds, shape (6,), in a frame. Raises LinkLost while Servo takes no twists."""
        self._require(BY_TWIST, "twists")
        make, vector = self._transport.make, "geometry_msgs/msg/Vector3"
        if self._twist is None:
            self._twist = self._transport.publisher(f"{self.controller}/delta_twist_cmds", STAMPED, RELIABLE)
        linear, angular = (make(vector, **dict(zip("xyz", map(float, part), strict=True))) for part in np.asarray(speeds).reshape(2, 3))
        head = header(self._transport, self._states.robot_time(), frame)
        self._twist(make(STAMPED, header=head, twist=make(TWIST, linear=linear, angular=angular)))

    def cancel(self) -> None:
        """Zeros, after which Servo is left alone and halts."""
        if self._last is not None:
            self._last = None
            for _ in range(STOPS):
                self._send(np.zeros(len(self.joints)), 0.0)

    def pause(self, paused: bool = True) -> Future[Any]:
        """Have Servo take no commands at all, or take them again."""
        request = self._transport.make(f"{PAUSE}_Request", data=paused)
        return self._transport.call(f"{self.controller}/pause_servo", PAUSE, request)

    def _send(self, speeds: Array, seconds: float) -> None:
        head = header(self._transport, self._states.robot_time())
        self._jog(self._transport.make(JOG, header=head, joint_names=list(self.joints), velocities=speeds, duration=seconds))
        self.published += 1

    def _require(self, kind: int, what: str) -> None:
        if not self._takes(kind):
            raise LinkLost(f"{self.controller} takes no {what} yet: it was asked to by {self.controller}/switch_command_type")

    def _takes(self, kind: int) -> bool:
        """Whether Servo takes commands of a kind; it is asked once, and its answer comes later."""
        if self._taken == kind:
            return True
        if self._asked is None or self._asked[0] != kind:
            request = self._transport.make(f"{KIND}_Request", command_type=kind)
            self._asked = kind, self._transport.call(f"{self.controller}/switch_command_type", KIND, request)
        future = self._asked[1]
        if not future.done():
            return False
        if future.exception() is not None:
            self._asked = None  # nobody offers it yet; it is looked for anew
        elif future.result().success:
            self._taken, self._asked = kind, None
        return self._taken == kind
