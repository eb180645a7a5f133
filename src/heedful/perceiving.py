"""Scenes, made beside the control loop: when the next is looked at, what was seen last, and what people told put into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from heedful.types import Job, Observation, Perceiver, Scene


@dataclass(slots=True, eq=False)
class Perceiving:
    """What is seen during one instruction; it is never waited for."""

    perceiver: Perceiver
    aside: Callable[[Callable[[], Scene]], Job[Scene]]
    """Has work done beside the loop."""
    period: float = 0.1
    """Robot time between scenes [s]."""
    believe: Callable[[Scene], Scene] = lambda scene: scene
    """What people told, put into what is seen."""
    measured: Scene | None = None
    """The newest scene as it was seen, without what people told."""
    _job: Job[Scene] | None = None
    _looked: float = -1.0

    def look(self, observation: Observation) -> Scene | None:
        """The scene that has come in by now, with what people told; None where none has. The next is begun when it is due."""
        if self._job is None and observation.time >= self._looked + self.period - 1e-9:
            snapshot = self.perceiver.snapshot(observation)
            self._looked = observation.time
            self._job = self.aside(lambda: self.perceiver.perceive(snapshot))
        if self._job is None or not self._job.done():
            return None
        self.measured, self._job = self._job.result(), None
        return self.believe(self.measured)

    def due(self, now: float) -> None:
        """The next is looked at as soon as can be, whenever the last was [s of robot time]."""
        self._looked = min(self._looked, now - self.period)
