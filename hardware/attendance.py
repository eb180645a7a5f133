"""Whether somebody is at the robot's front: a prompt or a page that a person looks at gives a sign of life, often."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

PATIENCE = 2.0
"""Longest time without a sign [s]."""


@dataclass(slots=True, eq=False)
class Attendance:
    """The operator's heartbeat; `sign` may come from any thread.

    Args:
      patience: Longest time between two signs [s].
      clock: The time [s].
    """

    patience: float = PATIENCE
    clock: Callable[[], float] = time.monotonic
    _last: float = float("-inf")

    def sign(self) -> None:
        """A front is alive, and a person can stop the robot through it."""
        self._last = self.clock()

    def fault(self) -> str:
        """Why the robot may not move, in a sentence; empty where somebody is there."""
        gone = self.clock() - self._last
        if gone <= self.patience:
            return ""
        since = f"for {gone:.1f} s" if gone < 1e6 else "yet"
        return f"no prompt or page of a person's has given a sign of life {since}, and {self.patience:g} s is allowed"
