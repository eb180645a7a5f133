"""How a table is arranged about a robot: its edges, where things may stand and where the cabinet does, by the robot's reach alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from heedful.envs.cabinet import COMPARTMENT, HANDLE, HEIGHT
from heedful.envs.layout import EDGE, Rect, Zone, choose
from heedful.types import Reach

TABLE: Rect = (0.20, 0.96, -0.55, 0.55)
"""Edges of the table top before an arm with a pedestal of its own [m]; its surface is z = 0."""
AREA: Rect = (0.29, 0.76, -0.42, 0.42)
"""Where things may stand on it, if within reach [m]."""
SHORT = 0.5
"""An arm that reaches less far than this [m] stands on the table, near its edge."""
FOOT = 0.10
"""About half of what such an arm's base covers [m]; GAP is kept from the middle of it."""
BAR = {"drawer": 0.075, "door": HEIGHT + COMPARTMENT / 2}
"""Height of the bars to be pulled [m]."""


@dataclass(frozen=True, slots=True)
class Room:
    """Edges of the table, the rectangle for things, whose reach they must be in, and where robots stand on the table."""

    table: Rect = TABLE
    area: Rect = AREA
    reach: tuple[Reach, ...] = ()
    feet: tuple[Rect, ...] = ()

    @property
    def zone(self) -> Zone:
        """Where things may stand."""
        return Zone(self.area, self.reach)

    @property
    def back(self) -> float:
        """Where things stand that need not be reached: x [m]."""
        return self.table[1] - 0.10

    def cabinet(self, rng: np.random.Generator, bar: float) -> tuple[float, float]:
        """Where the front of a cabinet stands, x, and its middle, y [m], so that the highest of its bars, at height `bar`, is in reach."""
        side = choose(rng, (-1.0, 1.0))
        front, y = float(rng.uniform(0.66, 0.69)), side * float(rng.uniform(0.22, 0.29))
        if not self.reach:
            return front, y
        furthest = max(self.reach, key=lambda r: r.outer)
        x0, y0, z0 = furthest.centre
        y *= min(1.0, furthest.outer / 0.65)
        level = (furthest.outer - EDGE) ** 2 - (y - y0) ** 2 - (bar - z0) ** 2
        return min(front, float(x0 + np.sqrt(max(level, 0.0))) + HANDLE), y


def room(reach: Sequence[Reach]) -> Room:
    """The room for arms of that reach."""
    if not reach or max(r.outer for r in reach) >= SHORT:
        return Room(reach=tuple(reach))
    x, y = (float(v) for v in np.mean([r.centre[:2] for r in reach], axis=0))
    wide = max(r.outer for r in reach) + FOOT
    table = (x - 0.16, x + wide + 0.32, y - 0.5, y + 0.5)
    feet = tuple((*(float(r.centre[0]) + d for d in (-0.09, -0.04)), *(float(r.centre[1]) + d for d in (-0.01, 0.01))) for r in reach)
    return Room(table, (x - FOOT / 2, x + wide, y - wide, y + wide), tuple(reach), feet)  # type: ignore[arg-type]
