"""Seeded layouts: where things stand on the table, drawn at random and rejected by geometry alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from heedful.geometry import Pose
from heedful.types import Id, Reach

GAP = 0.065
"""Least distance between the edges of two things [m]: room for an open finger between them, and more than `next_to` allows."""
EDGE = 0.03
"""How far inside the reach of the arm a thing must stand [m]."""
DRAWS, STARTS = 200, 50

Rect = tuple[float, float, float, float]
"""x0, x1, y0, y1 [m]."""


class LayoutError(RuntimeError):
    """Things that do not fit on the table."""


@dataclass(frozen=True, slots=True)
class Zone:
    """Where things may stand: a rectangle of the table within some arm's reach at the height of the table top."""

    rect: Rect
    reach: tuple[Reach, ...] = ()

    def holds(self, x: float, y: float, radius: float) -> bool:
        """Whether a thing of that footprint radius stands inside and within reach."""
        x0, x1, y0, y1 = self.rect
        if not (x0 + radius <= x <= x1 - radius and y0 + radius <= y <= y1 - radius):
            return False
        return not self.reach or any(
            r.inner + EDGE <= float(np.linalg.norm(np.array([x, y, 0.02]) - r.centre)) <= r.outer - EDGE for r in self.reach
        )


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """Positions and what it took to find them."""

    poses: Mapping[Id, Pose] = field(default_factory=dict)
    attempts: int = 0
    """Positions drawn."""
    rejected: int = 0
    """Positions drawn that lay out of reach or too near something; every one was drawn again."""
    left_out: tuple[Id, ...] = ()
    """Optional things for which no place was found."""

    @property
    def rejected_share(self) -> float:
        return self.rejected / self.attempts if self.attempts else 0.0


def lay_out(
    rng: np.random.Generator, radii: Mapping[Id, float], zone: Zone, taken: Sequence[Rect] = (), optional: Sequence[Id] = ()
) -> Layout:
    """Draw a place and a yaw for each thing, the widest first.

    Args:
      rng: Decides everything.
      radii: Thing -> footprint radius [m].
      zone: Where they may stand.
      taken: Rectangles that are occupied.
      optional: Things that may be left out where there is no room.

    Raises LayoutError naming the thing that found no room.
    """
    attempts = rejected = 0
    order = sorted(radii, key=lambda i: (i in optional, -radii[i]))
    stuck = ""
    for _ in range(STARTS):
        poses: dict[Id, Pose] = {}
        left_out: list[Id] = []
        for id in order:
            found = None
            for _ in range(DRAWS):
                x, y, yaw = _draw(rng, zone)
                attempts += 1
                if _free(x, y, radii[id], zone, taken, [(p, radii[i]) for i, p in poses.items()]):
                    found = Pose.at(x, y, 0.0, yaw)
                    break
                rejected += 1
            if found is not None:
                poses[id] = found
            elif id in optional:
                left_out.append(id)
            else:
                stuck = id
                break
        else:
            return Layout(poses, attempts, rejected, tuple(left_out))
    raise LayoutError(f"no room for {stuck} among {len(radii)} things within reach; ask for fewer things or smaller ones")


def _draw(rng: np.random.Generator, zone: Zone) -> tuple[float, float, float]:
    x0, x1, y0, y1 = zone.rect
    return float(rng.uniform(x0, x1)), float(rng.uniform(y0, y1)), float(rng.uniform(-np.pi, np.pi))


def _free(x: float, y: float, radius: float, zone: Zone, taken: Sequence[Rect], others: Sequence[tuple[Pose, float]]) -> bool:
    if not zone.holds(x, y, radius):
        return False
    if any(_outside(x, y, rect) < radius + GAP for rect in taken):
        return False
    return all(np.hypot(x - p.pos[0], y - p.pos[1]) >= radius + r + GAP for p, r in others)


def _outside(x: float, y: float, rect: Rect) -> float:
    """Distance of a point from a rectangle, 0 inside [m]."""
    x0, x1, y0, y1 = rect
    return float(np.hypot(max(x0 - x, 0.0, x - x1), max(y0 - y, 0.0, y - y1)))


def choose(rng: np.random.Generator, options: Sequence[Any]) -> Any:
    """One of them."""
    return options[int(rng.integers(len(options)))]
