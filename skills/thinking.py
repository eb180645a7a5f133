"""Waiting without waiting: how a skill thinks while the control loop keeps its rate."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TypeVar

from heedful.types import HOLD, Action, Observation

T = TypeVar("T")
Pause = Generator[Action, Observation, Observation]


def think(obs: Observation, work: Callable[[], T]) -> Generator[Action, Observation, tuple[T, Observation]]:
    """Run `work` off the control loop and hold until its result is there: `path, obs = yield from think(obs, plan)`."""
    if obs.aside is None:
        return work(), obs
    job = obs.aside(work)
    while not job.done():
        obs = yield HOLD
    return job.result(), obs


def pause(obs: Observation, seconds: float) -> Pause:
    """Hold for a while [s of robot time]."""
    until = obs.time + seconds
    while obs.time < until - 1e-9:
        obs = yield HOLD
    return obs


def fresh(obs: Observation, patience: float = 1.0) -> Pause:
    """Hold until the scene was seen after now, at most `patience` [s]."""
    now = obs.time
    while (obs.scene is None or obs.scene.time < now) and obs.time < now + patience:
        obs = yield HOLD
    return obs
