"""The `state` perceiver: a Scene from the simulator's own state, with noise if wanted. It is state, not sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

import numpy as np

from heedful.types import Observation, Scene


class World(Protocol):
    """A simulated world that can tell its true scene."""

    def snapshot(self) -> Any: ...
    def scene(self, snapshot: Any = None) -> Scene: ...


class StatePerceiver:
    """Reads the scene out of a simulated world.

    Args:
      world: The simulation.
      noise_m: Standard deviation of the error on every movable thing's horizontal position [m]; constant while it rests.
      seed: Of the noise.
      bias_m: What is added to all these positions alike, along world x and y [m]: a camera that was knocked and not calibrated since.
    """

    def __init__(self, world: World, noise_m: float = 0.0, seed: int = 0, bias_m: Sequence[float] = (0.0, 0.0)) -> None:
        if not noise_m >= 0:
            raise ValueError(f"perception.noise_m is a standard deviation in metres, 0 or more, got {noise_m}")
        shift = np.asarray(bias_m, dtype=float) if not isinstance(bias_m, str) else np.zeros(0)
        if shift.shape != (2,) or not np.isfinite(shift).all():
            raise ValueError(f"perception.bias_m is a displacement along world x and y in metres, such as [0.02,-0.01], got {bias_m}")
        self._world, self._noise, self._bias = world, noise_m, np.array([*shift, 0.0])
        self._rng = np.random.default_rng(seed)
        self._errors: dict[str, tuple[np.ndarray, np.ndarray]] = {}

    def snapshot(self, observation: Observation) -> Any:
        """A copy of the state, taken on the control thread."""
        return self._world.snapshot()

    def perceive(self, snapshot: Any) -> Scene:
        scene = self._world.scene(snapshot)
        if self._noise <= 0 and not self._bias.any():
            return scene
        seen = {}
        for i, thing in scene.objects.items():
            if thing.fixed or i in scene.held.values():
                seen[i] = thing
                continue
            at, error = self._errors.get(i, (None, None))
            if at is None or error is None or np.linalg.norm(at - thing.pose.pos) > 0.005:
                error = np.array([*self._rng.normal(0.0, self._noise, 2), 0.0]) + self._bias
                self._errors[i] = (thing.pose.pos.copy(), error)
            seen[i] = thing.moved(thing.pose.shifted(error))
        return replace(scene, objects=seen)
