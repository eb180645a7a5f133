"""How the executive heeds: which corrections are in force, ramped into motion, and how long each took to be obeyed."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass, field, replace

import numpy as np

from heedful.bus import Ears, Heard
from heedful.hardware.guarded import GuardedRobot
from heedful.types import Adjustment, Correction

RAMP_SPEED = 0.10
"""How fast a nudge is blended into the running motion [m/s]."""
LARGEST_OFFSET = 0.25
"""Corrections may shift a target by at most this in all [m]."""
SLOWEST = 0.05


@dataclass(slots=True, eq=False)
class Heeding:
    """The corrections in force during one instruction. Edits of the goal raise the epoch, adjustments the revision."""

    robot: GuardedRobot
    ears: Ears
    epoch: int = 0
    halted: bool = False
    aborted: bool = False
    pace: float = 1.0
    """Share of the usual speed that the instruction asked for."""
    interrupted: bool = False
    """A halt was lifted: running skills end, and what comes next is planned from what is seen."""
    corrections: list[Correction] = field(default_factory=list)
    _goal: np.ndarray = field(default_factory=lambda: np.zeros(3))
    _now: np.ndarray = field(default_factory=lambda: np.zeros(3))
    _speed: float = 1.0
    _revision: int = 0
    _pending: list[Heard] = field(default_factory=list)
    _taken: list[Correction] = field(default_factory=list)

    def listen(self) -> None:
        """Take in everything heard since the last tick."""
        for heard in self.ears.drain():
            self._apply(heard.correction)
            self._pending.append(heard)

    def _apply(self, correction: Correction) -> None:
        match correction.kind:
            case "halt":
                self.halted = True
                self.robot.halt()
            case "resume" if self.halted:
                self.halted, self.interrupted = False, True
                self.epoch += 1
                self.robot.resume()
            case "abort":
                self.aborted = True
                self.epoch += 1
            case "nudge":
                goal = self._goal + np.asarray(correction.effect["offset"])
                self._goal = goal * min(1.0, LARGEST_OFFSET / max(float(np.linalg.norm(goal)), 1e-9))
                self._revision += 1
            case "rate":
                factor = float(correction.effect["factor"])
                self._speed = float(np.clip(self._speed * factor, SLOWEST, 1.0)) if factor else 1.0
                self._revision += 1

    def ramped(self, dt: float) -> Adjustment:
        """The adjustment for this tick: the offset on its way to what was asked for, at RAMP_SPEED."""
        rest = self._goal - self._now
        distance = math.hypot(*rest.tolist())
        if distance > 0.0:
            self._now = self._goal.copy() if distance <= RAMP_SPEED * dt else self._now + rest * (RAMP_SPEED * dt / distance)
        x, y, z = self._now.tolist()
        return Adjustment((x, y, z), 0.0, max(SLOWEST, self._speed * self.pace), 1.0, self._revision)

    def sent(self) -> None:
        """The first command after hearing has left: note the latencies."""
        now = time.perf_counter()
        for heard in self._pending:
            heard.correction = replace(heard.correction, latency_ms=round(1000 * (now - heard.correction.heard), 3))
            self.corrections.append(heard.correction)
            self._taken.append(heard.correction)
            heard.taken.set()
        self._pending.clear()

    def take(self) -> list[Correction]:
        """Corrections obeyed since the last call, with their latencies."""
        taken, self._taken = self._taken, []
        return taken

    def settle(self) -> None:
        """A skill has ended: nudges of it are over, the speed stays."""
        self._goal, self._now = np.zeros(3), np.zeros(3)
        self.interrupted = False
