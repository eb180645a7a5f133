"""From a HALT's words to the robot's standstill: how long that took, and how far the tool went meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from heedful.geometry import Array
from heedful.types import Observation

STILL = 0.02
"""Speed of any joint up to which a robot is at rest [rad/s or m/s]."""
KEPT = 1000
"""Stops of one instruction that are kept."""


def still(obs: Observation) -> bool:
    """Whether nothing moves."""
    return not any(float(abs(p.dq).max(initial=0.0)) > STILL for p in obs.parts.values())


@dataclass(slots=True, eq=False)
class Stopping:
    """The stops of one instruction."""

    stops: list[tuple[float, float]] = field(default_factory=list)
    """Each from the words' arrival: time [ms] and the way of the tool that went furthest [mm]."""
    _since: float | None = None
    """When the first hold left [robot time, s]."""
    _latency: float = 0.0
    _before: tuple[float, Sequence[Array]] = (0.0, ())
    """Time [s] and tools [m] of the newest observation."""
    _speed: Sequence[float] = ()
    """Of each tool [m/s]."""
    _way: Sequence[float] = ()

    def halted(self, latency: float, obs: Observation) -> None:
        """The first hold has left, so long after the words' arrival [s], while this was observed. At rest there is nothing to stop."""
        if self._since is None and not still(obs):
            self._since, self._latency = obs.time, latency
            self._way = [speed * latency for speed in self._speed]

    def going_on(self) -> None:
        """It was let go on; what has not stopped by now never will."""
        self._since = None

    def seen(self, obs: Observation) -> None:
        """Another observation."""
        tools = [p.pose.pos for p in obs.parts.values() if p.pose is not None]
        time, before = self._before
        self._before = obs.time, tools
        if len(tools) != len(before) or obs.time <= time:
            return
        steps = [float(np.linalg.norm(now - then)) for now, then in zip(tools, before, strict=True)]
        self._speed = [step / (obs.time - time) for step in steps]
        if self._since is None:
            return
        self._way = [way + step for way, step in zip(self._way or [0.0] * len(steps), steps, strict=True)]
        if still(obs):
            if len(self.stops) < KEPT:
                self.stops.append((round(1000 * (self._latency + obs.time - self._since), 3), round(1000 * max(self._way, default=0.0), 3)))
            self._since = None
