"""What a bench tells, and how two kinds of work are compared fairly on a machine that has other things to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Ratio:
    """One named number, what it should be, and how it came about."""

    name: str
    value: float
    how: str
    least: float | None = None
    """It should be at least this."""
    most: float | None = None
    """It should be at most this."""

    @property
    def met(self) -> bool | None:
        """Whether it is as it should be; None without a target."""
        if self.least is None and self.most is None:
            return None
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    def __str__(self) -> str:
        wanted = f">= {self.least:g}" if self.least is not None else f"<= {self.most:g}" if self.most is not None else ""
        mark = {True: "met", False: "MISSED", None: ""}[self.met]
        return f"{self.name:<16}{self.value:>9.4g}  {wanted:<10}{mark:<7} {self.how}"


def of_blocks(ours: Sequence[float], theirs: Sequence[float], blocks: int = 20) -> float:
    """How much of the one the other is: the median over blocks of neighbouring measurements of sum(theirs) / sum(ours).

    The two are measured in turns, so that what else the machine does falls on both; a block that a burst fell into is outvoted.
    """
    a, b = (np.array_split(np.asarray(x, dtype=float), min(blocks, len(x))) for x in (ours, theirs))
    return float(np.median([y.sum() / max(x.sum(), 1e-12) for x, y in zip(a, b, strict=True)]))
