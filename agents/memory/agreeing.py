"""What several occasions on which somebody shifted a target have in common, and in whose frame: often nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

Told = Mapping[str, Sequence[float]]
"""A displacement told on one occasion [m], by frame: `object`, and `world`; of round things in the world's alone."""

OCCASIONS = 8
"""The newest that are kept."""
WINDOW = 3
"""What is applied is their mean, in which the newest weighs at least one part in this many."""
CHANCE = 0.2
"""How often occasions that truly point every way may pass for agreeing."""
FORGOTTEN = 0.002
"""An offset shorter than this is none [m]."""


def agreed(told: Sequence[Told]) -> dict[str, Any]:
    """`frame` and `offset` of what was told [m]: in the frame in which the occasions scatter least; nothing where they do not agree.

    What was told once is heeded as it was said, in the object's frame. A thing that is to be gripped further along agrees in its own
    frame, a camera that was knocked in the world's; and what was only wrong with those moments agrees in none.
    """
    frames = [f for f in ("object", "world") if all(f in t for t in told)]
    spread = {f: _spread(told, f) for f in frames}
    frame = min(frames, key=lambda f: (round(spread[f], 9), frames.index(f)))
    rows = np.array([t[frame] for t in told], dtype=float)
    mean = rows[0]
    for k, row in enumerate(rows[1:], start=2):
        mean = mean + (row - mean) / min(k, WINDOW)
    whole = rows.mean(axis=0)
    sure = len(rows) == 1 or len(rows) * float(whole @ whole) > _least(len(rows)) * spread[frame]
    return {"frame": frame, "offset": mean.tolist() if sure and float(np.linalg.norm(mean)) >= FORGOTTEN else [0.0, 0.0, 0.0]}


def _least(n: int) -> float:
    """What n times the squared mean of n displacements in a plane, over their variance, exceeds by chance with CHANCE: Fisher's F with 2
    and 2(n - 1) degrees of freedom."""
    k = n - 1
    return float(k * (CHANCE ** (-1.0 / k) - 1.0))


def _spread(told: Sequence[Told], frame: str) -> float:
    """Variance of the occasions about their mean [m^2]."""
    rows = np.array([t[frame] for t in told], dtype=float)
    return float(((rows - rows.mean(axis=0)) ** 2).sum() / max(len(rows) - 1, 1))
