"""Whether something gets on to where it is to go: how near it has come, and when it came nearer last."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

NEARER, STUCK = 0.01, 1.5
"""How much nearer the hand comes [m], or the fastest joint [rad], in what time [s] where it gets on; else it goes about it another way."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Of the hand, or of the arm with what it holds."""

    nearest: float = np.inf
    """How near it has come [m] or [rad]."""
    came: float = np.inf
    """When it came nearer last [s]."""

    def on(self, now: float, far: float) -> Progress:
        """The same once it is so far away [m] or [rad]."""
        return Progress(far, now) if far < self.nearest - NEARER else self

    def stuck(self, now: float) -> bool:
        """Whether it does not come nearer any more."""
        return now - self.came > STUCK
