"""What writes to a fake arm's servos beside its trajectory controller: a forward command controller, and MoveIt Servo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.base import STAMPED
from heedful.hardware.ros2.forward import COMMANDS
from heedful.hardware.ros2.frames import seconds
from heedful.hardware.ros2.jogging import BY_JOINT, BY_TWIST, JOG, KIND, PAUSE
from heedful.hardware.ros2.seam import RELIABLE

TIMEOUT = 0.1
"""Servo's incoming_command_timeout [s]."""
Reply = Callable[[Any], None]


class ForwardController:
    """forward_command_controller: the last command for ever; a watchdog of the robot's, where it has one, puts the arm at rest."""

    kind = "forward_command_controller/ForwardCommandController"

    def __init__(self, carrier: Any, name: str, joints: Sequence[str], watchdog: float = np.inf) -> None:
        self.name, self.joints, self.watchdog, self.active, self.heard = name, list(joints), watchdog, False, 0
        self._now, self._at = 0.0, -np.inf
        self._wanted: Array | None = None
        carrier.subscribe(f"{name}/commands", COMMANDS, self._commanded, RELIABLE)

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(f"{j}/position" for j in self.joints)

    def switch(self, active: bool) -> None:
        self.active, self._wanted = active, None

    def update(self, now: float, q: Array) -> Array | None:
        """The target; None where none was given."""
        self._now = now
        if self._wanted is not None and now - self._at > self.watchdog:
            self._wanted, self._at = q.copy(), np.inf
        return self._wanted if self.active else None

    def _commanded(self, message: Any) -> None:
        self.heard += 1
        if len(message.data) == len(self.joints):  # else the whole message is ignored
            self._wanted, self._at = np.array(message.data), self._now


class FakeServo:
    """MoveIt Servo in the small: speeds of joints or of the tool, with their stamps and its time-out; no collisions, no singularities."""

    def __init__(self, carrier: Any, name: str, joints: Sequence[str], tool: Callable[[Array], Array] | None = None) -> None:
        """
        Args:
          carrier: What carries messages; it also needs `serve`.
          name: The node.
          joints: The arm's joints.
          tool: Joint positions -> where the tool is, x, y, z [m], for twists.
        """
        self._carrier, self.joints, self._tool = carrier, list(joints), tool
        self.heard = self.late = 0
        self.takes, self.paused = -1, False
        self._now = 0.0
        self._speeds, self._at = np.zeros(len(joints)), -np.inf
        self._q = np.zeros(len(joints))
        self._wanted: Array | None = None
        carrier.subscribe(f"{name}/delta_joint_cmds", JOG, self._jogged, RELIABLE)
        carrier.subscribe(f"{name}/delta_twist_cmds", STAMPED, self._twisted, RELIABLE)
        carrier.serve(f"{name}/switch_command_type", KIND, self._switched)
        carrier.serve(f"{name}/pause_servo", PAUSE, self._paused)

    def update(self, now: float, q: Array, dt: float) -> Array | None:
        """The target for the end of the period; None where it commands nothing."""
        self._now, self._q = now, q.copy()
        if now - self._at > TIMEOUT or self.paused:
            self._speeds = np.zeros(len(self.joints))
        if self._wanted is None and np.any(self._speeds):
            self._wanted = q.copy()
        if self._wanted is not None:
            self._wanted = self._wanted + self._speeds * dt
        return self._wanted

    def _fresh(self, message: Any, kind: int) -> bool:
        self.heard += 1
        if self._now - seconds(message.header.stamp) > TIMEOUT:
            self.late += 1
            return False
        return self.takes == kind and not self.paused

    def _jogged(self, message: Any) -> None:
        if self._fresh(message, BY_JOINT) and sorted(message.joint_names) == sorted(self.joints):
            order = [list(message.joint_names).index(j) for j in self.joints]
            self._speeds, self._at = np.array(message.velocities)[order], self._now

    def _twisted(self, message: Any) -> None:
        if self._tool is None or not self._fresh(message, BY_TWIST):
            return
        twist = message.twist.linear
        eye, here = 1e-5 * np.eye(len(self.joints)), self._tool(self._q)
        jacobian = np.array([(self._tool(self._q + step) - here) / 1e-5 for step in eye]).T
        self._speeds, self._at = np.linalg.pinv(jacobian) @ (twist.x, twist.y, twist.z), self._now

    def _switched(self, request: Any, reply: Reply) -> None:
        self.takes = int(request.command_type)
        reply(self._carrier.make(f"{KIND}_Response", success=self.takes in (BY_JOINT, BY_TWIST)))

    def _paused(self, request: Any, reply: Reply) -> None:
        self.paused = bool(request.data)
        reply(self._carrier.make(f"{PAUSE}_Response", success=True))
