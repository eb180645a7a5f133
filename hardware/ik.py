"""Inverse kinematics by mink: a frame task, a little posture, joint limits, and restarts drawn from a fixed seed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import mink
import mujoco
import numpy as np

from heedful.geometry import Array, Pose, quat_mul
from heedful.types import PartSpec

ACCURACY = (0.0005, 0.005)
"""Position [m] and angle [rad] within which a solution counts."""
ITERATIONS = 30
RESTARTS = 20
STALLED = 1e-4
"""A step of less than this before a solution is reached comes from no further [rad]."""
LEANING = 4
"""Random starts of a search for the least lean."""
LEAN_COST = 0.05
"""What a radian of lean counts against a metre."""


class Solver:
    """Inverse kinematics of one arm; usable from any thread."""

    def __init__(self, model: mujoco.MjModel, part: PartSpec, adr: Array, rest: Array) -> None:
        self.model, self.part, self.adr, self.rest = model, part, adr, rest
        self._limits = [mink.ConfigurationLimit(model)]
        own = {int(model.joint(j).dofadr[0]) for j in part.joints}
        still = _carrying(model, int(model.site(part.tool).bodyid[0])) - own
        self._still = [mink.DofFreezingTask(model, sorted(still))] if still else None
        hinge = int(mujoco.mjtJoint.mjJNT_HINGE)
        self._turns = np.array([int(model.joint(j).type[0]) == hinge for j in part.joints])
        self._local = threading.local()

    def _tools(self) -> tuple[mink.Configuration, mink.PostureTask]:
        if not hasattr(self._local, "tools"):
            self._local.tools = mink.Configuration(self.model), mink.PostureTask(self.model, cost=3e-3)
        return self._local.tools  # type: ignore[no-any-return]

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
        configuration, _ = self._tools()
        full = rest.copy()
        full[self.adr] = start
        configuration.update(full)
        frame = mink.FrameTask(self.part.tool, "site", 1.0, LEAN_COST, lm_damping=1e-3)
        frame.set_target(_se3(pose))
        place = mink.FrameTask(self.part.tool, "site", 1.0, 0.0, lm_damping=1e-3)
        place.set_target(_se3(pose))
        for i in range(ITERATIONS + 6):
            try:
                tasks = [frame if i < ITERATIONS else place]
                velocity = mink.solve_ik(configuration, tasks, 1.0, "daqp", damping=1e-6, limits=self._limits, constraints=self._still)
            except mink.NoSolutionFound:
                return None, np.inf
            configuration.integrate_inplace(velocity, 1.0)
        now = configuration.get_transform_frame_to_world(self.part.tool, "site")
        distance, angle = Pose(now.translation(), now.rotation().wxyz).distance(pose)
        if distance > ACCURACY[0]:
            return None, np.inf
        return np.clip(configuration.q[self.adr], self.part.lower, self.part.upper), angle

    def _unwound(self, q: Array, near: Array) -> Array:
        turned = q + 2 * np.pi * np.round((near - q) / (2 * np.pi))
        return np.where(self._turns & (turned >= self.part.lower) & (turned <= self.part.upper), turned, q)

    def _descend(self, pose: Pose, start: Array, free_yaw: bool, rest: Array) -> Array | None:
        configuration, posture = self._tools()
        full = rest.copy()
        full[self.adr] = start
        configuration.update(full)
        posture.set_target(full)
        frame = mink.FrameTask(self.part.tool, "site", 1.0, np.array([1.0, 1.0, 0.0]) if free_yaw else 1.0, lm_damping=1e-3)
        frame.set_target(_se3(pose))
        for _ in range(ITERATIONS):
            now = configuration.get_transform_frame_to_world(self.part.tool, "site")
            here = Pose(now.translation(), now.rotation().wxyz)
            target = _turned(pose, here) if free_yaw else pose
            distance, angle = here.distance(target)
            if distance < ACCURACY[0] and angle < ACCURACY[1]:
                q: Array = np.clip(configuration.q[self.adr], self.part.lower, self.part.upper)
                return q
            if free_yaw:
                frame.set_target(_se3(target))
            # the posture would hold the tool a little off its target, so the last steps go without it
            tasks = [frame, posture] if distance + angle > 0.02 else [frame]
            try:
                velocity = mink.solve_ik(configuration, tasks, 1.0, "daqp", damping=1e-9, limits=self._limits, constraints=self._still)
            except mink.NoSolutionFound:
                return None
            if float(np.abs(velocity).max()) < STALLED:
                return None
            configuration.integrate_inplace(velocity, 1.0)
        return None


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


def _carrying(model: mujoco.MjModel, body: int) -> set[int]:
    """The degrees of freedom that move a body."""
    found: set[int] = set()
    while body:
        first = int(model.body_dofadr[body])
        found |= set(range(first, first + int(model.body_dofnum[body])))
        body = int(model.body_parentid[body])
    return found


def _se3(pose: Pose) -> mink.SE3:
    return mink.SE3(np.concatenate([pose.quat, pose.pos]))


def _turned(target: Pose, here: Pose) -> Pose:
    """The target, turned about its own z so that only tilt is left between it and `here`."""
    w, _, _, z = quat_mul(target.inverse().quat, here.quat)
    norm = float(np.hypot(w, z))
    twist = np.array([w, 0.0, 0.0, z]) / norm if norm > 1e-9 else np.array([1.0, 0.0, 0.0, 0.0])
    return Pose(target.pos, quat_mul(target.quat, twist))
