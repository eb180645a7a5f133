"""Inverse kinematics on poses that can be reached: how many are, and how quickly, beside mink's own objects with restarts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import numpy as np

from heedful.app.bench.ratio import Ratio, of_blocks
from heedful.geometry import Array, Pose

POSES, BESIDE = 1000, 150
"""Poses for each robot; how many of them are solved by mink as well."""
NEAR, TURNED = 1e-3, 1e-2
"""What counts as reached [m, rad]."""


def ik(seed: int) -> list[Ratio]:
    """Panda and UR5e: poses of joint positions drawn evenly within limits, each solved from home."""
    return [ratio for robot in ("panda", "ur5e") for ratio in _solved(robot, seed)]


def _solved(robot: str, seed: int) -> Iterator[Ratio]:
    from heedful.config import load
    from heedful.hardware.body import RobotBody

    body = RobotBody(load("robot", robot))
    arm = body.description.arms[0]
    part = body.parts[arm]
    rng = np.random.default_rng(seed)
    poses = [body.fk(arm, rng.uniform(part.lower, part.upper)) for _ in range(POSES)]
    reached, ours, theirs, other = 0, [], [], 0
    solver, mink = body.solver(arm), Mink(body, arm)
    for i, pose in enumerate(poses):
        start = time.thread_time()
        q = next(solver.solutions(pose, part.home, False), None)
        ours.append(time.thread_time() - start)
        reached += _right(body, arm, pose, q)
        if i < BESIDE:
            start = time.thread_time()
            q = mink.solve(pose)
            theirs.append(time.thread_time() - start)
            other += _right(body, arm, pose, q)
    how = f"of {POSES} random poses within 1 mm, 0.01 rad and the limits, from home; median {1e3 * np.median(ours):.2f} ms"
    yield Ratio(f"ik_{robot}", reached / POSES, f"{how}, {len(ours) / sum(ours):.0f} solves/s", least=0.995)
    beside = (
        f"its speed over mink's FrameTask with daqp, 30 steps and 10 restarts, on {BESIDE} of them (which reaches {other / BESIDE:.1%})"
    )
    yield Ratio(f"ik_{robot}_mink", of_blocks(ours[:BESIDE], theirs, 10), f"{beside}, CPU time in turns")


def _right(body: Any, arm: str, pose: Pose, q: Array | None) -> bool:
    if q is None:
        return False
    part = body.parts[arm]
    distance, angle = body.fk(arm, q).distance(pose)
    return distance < NEAR and angle < TURNED and bool(np.all((q >= part.lower - 1e-9) & (q <= part.upper + 1e-9)))


class Mink:
    """The same problem as mink's documentation poses it: a frame task, a little posture, joint limits, daqp; and restarts."""

    def __init__(self, body: Any, arm: str) -> None:
        import mink

        self._mink, self._part, self._at, self._rest = mink, body.parts[arm], body._qpos[arm], body._rest
        self._configuration = mink.Configuration(body.model)
        self._limits = [mink.ConfigurationLimit(body.model)]
        self._frame = mink.FrameTask(self._part.tool, "site", 1.0, 1.0, lm_damping=1e-3)

    def solve(self, pose: Pose, restarts: int = 10, steps: int = 30) -> Array | None:
        """Joint positions [rad], or None."""
        part, rng = self._part, np.random.default_rng(0)
        self._frame.set_target(self._mink.SE3(np.concatenate([pose.quat, pose.pos])))
        for attempt in range(1 + restarts):
            full = self._rest.copy()
            full[self._at] = part.home if attempt == 0 else rng.uniform(part.lower, part.upper)
            self._configuration.update(full)
            for _ in range(steps):
                error = self._frame.compute_error(self._configuration)
                if np.linalg.norm(error[:3]) < NEAR / 2 and np.linalg.norm(error[3:]) < TURNED / 2:
                    q: Array = np.clip(self._configuration.q[self._at], part.lower, part.upper)
                    return q
                velocity = self._mink.solve_ik(self._configuration, [self._frame], 1.0, "daqp", damping=1e-9, limits=self._limits)
                self._configuration.integrate_inplace(velocity, 1.0)
        return None
