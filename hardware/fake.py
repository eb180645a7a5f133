"""A robot without physics: its parts go straight to their targets, no faster than their limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.command import check_command
from heedful.hardware.robots import panda
from heedful.types import Command, Observation, PartSpec, PartState


class FakeRobot:
    """A kinematic robot for tests and for trying a plan out; what it was sent is kept in `sent`.

    Args:
      parts: Its parts; a Panda's arm and gripper unless given.
      dt: Control period [s].
      fk: Arm -> its tool pose in the world for joint positions; the default body and `two_arms` have a Panda's.
    """

    def __init__(
        self,
        parts: Mapping[str, PartSpec] | None = None,
        dt: float = 0.02,
        fk: Mapping[str, Callable[[Array], Pose]] | None = None,
        name: str = "fake",
    ) -> None:
        self._name = name
        self._dt = dt
        self._parts = dict(panda.parts() if parts is None else parts)
        self._fk = dict({"arm": panda.tool_pose} if parts is None and fk is None else fk or {})
        self.sent: list[dict[str, Array]] = []
        """Every command sent since the last reset, oldest first."""
        self.reset_to()

    @staticmethod
    def two_arms(dt: float = 0.02) -> FakeRobot:
        """Two Pandas side by side, 0.6 m apart: left_arm, left_gripper, right_arm, right_gripper."""
        parts: dict[str, PartSpec] = {}
        fk: dict[str, Callable[[Array], Pose]] = {}
        for side, y in (("left", 0.3), ("right", -0.3)):
            parts |= panda.parts(f"{side}_arm", f"{side}_gripper", prefix=f"{side}_")
            fk[f"{side}_arm"] = lambda q, base=Pose.at(0.0, y, 0.0): base @ panda.tool_pose(q)  # type: ignore[misc]
        return FakeRobot(parts, dt, fk, name="fake_two_arms")

    @property
    def name(self) -> str:
        return self._name

    @property
    def parts(self) -> Mapping[str, PartSpec]:
        return self._parts

    @property
    def dt(self) -> float:
        return self._dt

    def reset_to(self, home: Mapping[str, Array] | None = None) -> None:
        """Stand at `home` (part -> configuration; the rest configuration where a part is left out), at rest, at time zero."""
        given = {} if home is None else home
        self._time = 0.0
        self._q = {n: np.array(given.get(n, _rest(p)), dtype=float) for n, p in self._parts.items()}
        self._dq = {n: np.zeros_like(q) for n, q in self._q.items()}
        self._target = {n: q.copy() for n, q in self._q.items()}
        self.sent.clear()

    def observe(self) -> Observation:
        """Time, and every part's positions, velocities and, for arms with known kinematics, tool pose."""
        states = {n: PartState(q.copy(), self._dq[n].copy(), self._fk[n](q) if n in self._fk else None) for n, q in self._q.items()}
        return Observation(self._time, states)

    def send(self, command: Command) -> None:
        """Take new targets for the parts named, then let one control period pass. A part left out holds; a base left out stops."""
        check_command(self._name, self._parts, command)
        self.sent.append({n: np.array(v, dtype=float) for n, v in command.items()})
        for name, spec in self._parts.items():
            q = self._q[name]
            if spec.kind == "base":
                self._drive(name, q, np.asarray(command.get(name, np.zeros(3)), dtype=float))
                continue
            if name in command:
                target = np.asarray(command[name], dtype=float)
                self._target[name] = np.clip(target[:1] if spec.kind == "gripper" else target, spec.lower, spec.upper)
            step = np.clip(self._target[name] - q, -spec.velocity * self._dt, spec.velocity * self._dt)
            self._dq[name] = step / self._dt
            self._q[name] = q + step
        self._time += self._dt

    def hold(self) -> None:
        """Make the measured configuration the target of every arm and torso; grippers keep theirs. No time passes."""
        for name, spec in self._parts.items():
            if spec.kind in ("arm", "torso"):
                self._target[name] = self._q[name].copy()

    def close(self) -> None:
        """Nothing to let go of."""

    def _drive(self, name: str, q: Array, speeds: Array) -> None:
        """Move a base (x, y, yaw) by speeds in its own frame."""
        limit = self._parts[name].velocity
        x, y, turn = np.clip(speeds, -limit, limit) if limit.size == 3 else speeds
        c, s = np.cos(q[2]), np.sin(q[2])
        self._dq[name] = np.array([c * x - s * y, s * x + c * y, turn])
        self._q[name] = q + self._dq[name] * self._dt


def _rest(spec: PartSpec) -> Array:
    return spec.home if spec.home.size else np.zeros(3 if spec.kind == "base" else len(spec.joints))
