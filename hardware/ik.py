"""Inverse kinematics: a frame task, a little posture, joint limits, and restarts drawn from a fixed seed."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable, Iterator

import daqp
import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array, Pose, quat_mul, span
from heedful.types import PartSpec

ACCURACY = (0.0005, 0.005)
"""Position [m] and angle [rad] within which a solution counts."""
ITERATIONS = 30
RESTARTS = 30
STALLED = 1e-4
"""A step of less than this before a solution is reached comes from no further [rad]."""
LEANING = 4
"""Random starts of a search for the least lean."""
LEAN_COST = 0.05
"""What a radian of lean counts against a metre."""
POSTURE, LEVENBERG, NEARING = 3e-3, 1e-3, 0.95
"""What a radian away from the start costs far from the goal; damping per squared error; share of the way to a joint's limit that a step
may take."""


class Solver:
    """Inverse kinematics of one arm; usable from any thread."""

    def __init__(self, model: mujoco.MjModel, part: PartSpec, adr: NDArray[np.intp], rest: Array) -> None:
        self.model, self.part, self.adr, self.rest = model, part, adr, rest
        hinge = int(mujoco.mjtJoint.mjJNT_HINGE)
        self._turns = np.array([int(model.joint(j).type[0]) == hinge for j in part.joints])
        self._dofs = np.array([int(model.joint(j).dofadr[0]) for j in part.joints])
        self._site = int(model.site(part.tool).id)
        self._local = threading.local()

    def _descent(self, pose: Pose, start: Array, rest: Array) -> Descent:
        try:
            descent: Descent = self._local.descent
        except AttributeError:
            descent = self._local.descent = Descent(self.model, self.part, self.adr, self._dofs, self._site)
        descent.begin(pose, start, rest)
        return descent

    def solutions(self, pose: Pose, near: Array, free_yaw: bool, rest: Array | None = None) -> Iterator[Array]:
        """Joint positions [rad] that reach the pose within ACCURACY, the descent from `near` first, then from random starts.

        `rest` is the whole model's qpos, where other parts of the robot are not at home. Whole turns are taken out where limits allow.
        """
        rest = self.rest if rest is None else rest
        rng = np.random.default_rng(0)
        lower, upper = self.part.lower, self.part.upper
        for attempt in range(1 + RESTARTS):
            start = near if attempt == 0 else rng.uniform(lower, upper)
            q = self._descend(pose, np.clip(start, lower + 1e-4, upper - 1e-4), free_yaw, rest)
            if q is not None:
                yield self._unwound(q, near)

    def leaning(self, pose: Pose, near: Array, lean: float, rest: Array) -> Iterator[Array]:
        """Joint positions [rad] at the pose's place, the tool turned from the pose by as little as can be found, at most `lean` [rad]."""
        rng = np.random.default_rng(0)
        lower, upper = self.part.lower, self.part.upper
        found: list[tuple[float, Array]] = []
        for attempt in range(1 + LEANING):
            start = near if attempt == 0 else rng.uniform(lower, upper)
            q, angle = self._lean(pose, np.clip(start, lower + 1e-4, upper - 1e-4), rest)
            if q is not None and angle <= lean:
                q = self._unwound(q, near)
                if attempt == 0:
                    yield q
                found.append((round(angle, 2), q))
        found.sort(key=lambda entry: (entry[0], float(np.linalg.norm(entry[1] - near))))
        yield from (q for _, q in found)

    def _lean(self, pose: Pose, start: Array, rest: Array) -> tuple[Array | None, float]:
        """The descent that puts place before direction; gives the angle that is left."""
        descent = self._descent(pose, start, rest)
        for i in range(ITERATIONS + 6):
            descent.step(turn=LEAN_COST if i < ITERATIONS else 0.0, damping=1e-6)
        distance, angle = descent.left
        if distance > ACCURACY[0]:
            return None, np.inf
        return np.clip(descent.q, self.part.lower, self.part.upper), angle

    def _unwound(self, q: Array, near: Array) -> Array:
        turned = q + 2 * np.pi * np.round((near - q) / (2 * np.pi))
        return np.where(self._turns & (turned >= self.part.lower) & (turned <= self.part.upper), turned, q)

    def _descend(self, pose: Pose, start: Array, free_yaw: bool, rest: Array) -> Array | None:
        descent = self._descent(pose, start, rest)
        for _ in range(ITERATIONS):
            if free_yaw:
                descent.untwist()
            distance, angle = descent.left
            if distance < ACCURACY[0] and angle < ACCURACY[1]:
                q: Array = np.clip(descent.q, self.part.lower, self.part.upper)
                return q
            # the posture would hold the tool a little off its target, so the last steps go without it
            if descent.step(spin=not free_yaw, posture=POSTURE if distance + angle > 0.02 else 0.0) < STALLED:
                return None
        return None


class Descent:
    """Steps of one arm towards a pose: the quadratic programme of mink's frame and posture tasks over the arm's own joints.

    Posed without mink's objects and solved straight by daqp, a step takes a tenth of the time; see docs/speed.md. It serves one thread.
    """

    def __init__(self, model: mujoco.MjModel, part: PartSpec, adr: NDArray[np.intp], dofs: NDArray[np.intp], site: int) -> None:
        self._model, self._part, self._site = model, part, site
        self._data, self._jac = mujoco.MjData(model), np.zeros((6, model.nv))
        self._adr, self._dofs = span(adr), span(dofs)
        self._linear, self._angular = self._jac[:3], self._jac[3:]
        self._qpos, self._xpos, self._xmat = self._data.qpos, self._data.site_xpos[site], self._data.site_xmat[site]
        self._quat, self._local, self._error = np.zeros(4), np.zeros(3), np.zeros(6)
        self._turn = self._error[3:]
        count = len(part.joints)
        self._diagonal, self._none = slice(None, None, count + 1), np.zeros((0, count))
        self._lower, self._upper = NEARING * np.maximum(part.lower, -1e3), NEARING * np.minimum(part.upper, 1e3)

    def begin(self, pose: Pose, start: Array, rest: Array) -> None:
        """Aim at a pose [world] from joint positions [rad], the whole model's qpos being `rest`."""
        self._qpos[:] = rest
        self._pose, self._target, self._start, self.q = pose, pose.quat, start, start
        self._look()

    def _look(self) -> None:
        model, data = self._model, self._data
        self._qpos[self._adr] = self.q
        mujoco.mj_kinematics(model, data)
        mujoco.mj_comPos(model, data)
        mujoco.mj_jacSite(model, data, self._linear, self._angular, self._site)
        mujoco.mju_mat2Quat(self._quat, self._xmat)
        self._error[:3] = self._pose.pos - self._xpos
        self._aim()

    def _aim(self) -> None:
        mujoco.mju_subQuat(self._local, self._target, self._quat)
        mujoco.mju_rotVecQuat(self._turn, self._local, self._quat)

    @property
    def left(self) -> tuple[float, float]:
        """Distance [m] and angle [rad] to the pose."""
        x, y, z, a, b, c = self._error.tolist()
        return math.sqrt(x * x + y * y + z * z), math.sqrt(a * a + b * b + c * c)

    def untwist(self) -> None:
        """Aim at the pose turned about its own z so that only tilt is left."""
        self._target = _turned(self._pose, self._quat)
        self._aim()

    def step(self, turn: float = 1.0, spin: bool = True, posture: float = 0.0, damping: float = 1e-9) -> float:
        """Move by the joint displacement that brings the tool nearest, within limits; how far the joint went that went furthest [rad].

        Args:
          turn: What a radian of rotation costs, against a metre.
          spin: Whether rotation about the tool's own z counts.
          posture: What a radian away from the start costs.
          damping: Of every joint.
        """
        jac, error = self._jac[:, self._dofs], self._error
        if not spin:
            z = self._xmat[2::3]
            jac, error = jac.copy(), error.copy()
            jac[3:] -= np.outer(z, z @ jac[3:])
            error[3:] -= z * float(z @ error[3:])
        if turn != 1.0:
            weight = np.array([1.0, 1.0, 1.0, turn, turn, turn])
            jac, error = jac * weight[:, None], error * weight
        hessian = jac.T @ jac
        hessian.flat[self._diagonal] += damping + LEVENBERG * float(error @ error) + posture * posture
        slope = error @ -jac
        if posture:
            slope += posture * posture * (self.q - self._start)
        near = NEARING * self.q
        step, _, flag, _ = daqp.solve(hessian, slope, self._none, self._upper - near, self._lower - near)
        if flag <= 0:
            return 0.0
        self.q = self.q + step
        self._look()
        return float(np.abs(step).max())


def best(found: Iterator[Array], near: Array, clear: Callable[[Array], bool], enough: int = 3, patience: int = 6) -> Array | None:
    """The clear solution nearest to `near` [rad]; the first if it is clear; one that touches only when nothing else is found."""
    touching: list[Array] = []
    candidates: list[Array] = []
    for i, q in enumerate(found):
        if clear(q):
            if i == 0 and float(np.abs(q - near).max()) < 1.5:
                return q
            candidates.append(q)
            if len(candidates) >= enough:
                break
        else:
            touching.append(q)
            if len(touching) >= patience:
                break
    return min(candidates or touching, key=lambda q: float(np.linalg.norm(q - near)), default=None)


def _turned(target: Pose, here: Array) -> Array:
    """The target's orientation turned about its own z so that only tilt is left between it and `here`. Shape (4,)."""
    w, _, _, z = quat_mul(target.inverse().quat, here).tolist()
    norm = math.hypot(w, z)
    return quat_mul(target.quat, (w / norm, 0.0, 0.0, z / norm)) if norm > 1e-9 else target.quat
