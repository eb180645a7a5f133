"""What a robot on legs did, measured after every control period, and conditions on it that must last."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array

FEET = ("FR", "FL", "RR", "RL")
Condition = Callable[["Track"], NDArray[np.bool_]]
"""Whether something holds, for each row of a track."""


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """Rows of measured quantities, one a control period."""

    time: Array
    """[s]. Shape (n,)."""
    pos: Array
    """The trunk's middle in the world [m]. Shape (n, 3)."""
    turn: Array
    """The trunk's orientation, columns its forward, left and up in the world. Shape (n, 3, 3)."""
    feet: Array
    """The feet's middles in the world, in the order of FEET [m]. Shape (n, 4, 3)."""
    ground: Array
    """How high the ground is under the trunk [m]. Shape (n,)."""

    @property
    def heading(self) -> Array:
        """Where its nose points, counter-clockwise from east, unwrapped [rad]."""
        forward = self.turn[:, :, 0]
        unwrapped: Array = np.unwrap(np.arctan2(forward[:, 1], forward[:, 0]))
        return unwrapped

    @property
    def up(self) -> Array:
        """How upright its back is: 1 level, 0 on its side, -1 on its back."""
        up: Array = self.turn[:, 2, 2]
        return up

    @property
    def nose_up(self) -> Array:
        """The upward part of its forward axis: 1 where it stands on its hind legs bolt upright."""
        nose: Array = self.turn[:, 2, 0]
        return nose

    @property
    def height(self) -> Array:
        """Of the trunk's middle above the ground [m]."""
        height: Array = self.pos[:, 2] - self.ground
        return height

    def lift(self, foot: str) -> Array:
        """How far a foot's sole is above the ground [m]."""
        lift: Array = self.feet[:, FEET.index(foot), 2] - self.ground - SOLE
        return lift

    def longest(self, holds: NDArray[np.bool_]) -> float:
        """The longest stretch throughout which something holds [s]."""
        best = run = 0.0
        for i in range(1, len(self.time)):
            run = run + float(self.time[i] - self.time[i - 1]) if holds[i] and holds[i - 1] else 0.0
            best = max(best, run)
        return best


SOLE = 0.02
"""Radius of a foot [m]."""


class Recorder:
    """Takes note of a robot on legs after every control period; begins anew with each `start`.

    Args:
      model: The compiled world.
      ground: How high the ground is at a place in the world [m].
    """

    busy = True

    def __init__(self, model: Any, ground: Callable[[Array], float]) -> None:
        self._trunk = int(model.body("trunk").id)
        self._feet = [int(model.site(f"{leg}_foot").id) for leg in FEET]
        self._ground = ground
        self._rows: list[tuple[float, Array, Array, Array, float]] = []

    def start(self) -> None:
        """Forget what was."""
        self._rows = []

    def after(self, data: Any) -> None:
        """Take note of where the control period left the robot."""
        pos = data.xpos[self._trunk].copy()
        turn, feet = data.xmat[self._trunk].reshape(3, 3).copy(), data.site_xpos[self._feet].copy()
        self._rows.append((float(data.time), pos, turn, feet, self._ground(pos)))

    def paint(self, data: Any) -> None:
        """Nothing of it shows."""

    def track(self) -> Track:
        """All that was noted since the start."""
        rows = self._rows or [(0.0, np.zeros(3), np.eye(3), np.zeros((4, 3)), 0.0)]
        time, pos, turn, feet, ground = (np.array([r[i] for r in rows]) for i in range(5))
        return Track(time, pos, turn, feet, ground)
