"""What a run's rewards cost term by term: moments kept while it moves, and written into its folder once it has ended."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

from heedful.skills.rewards.following import Following, followed
from heedful.skills.rewards.telling import words
from heedful.types import Twin

FILE = "rewards.json"
EVERY = 0.1
"""Robot time from one moment to the next [s]."""
MOST = 20_000
"""Moments that are kept of one run."""


class Record:
    """The moments of one run.

    Args:
      twin: Whose rewards they are.
    """

    def __init__(self, twin: Twin | None) -> None:
        self.twin = twin
        self._kept: list[Following] = []

    def tick(self, _: Any = None) -> None:
        """Keep this moment, if it is time to; in the control loop, so nothing is computed."""
        moment = followed(self.twin)
        if moment is None or moment.futures is None or len(self._kept) >= MOST:
            return
        before = self._kept[-1] if self._kept else None
        if before is None or moment.stages is not before.stages or moment.time - before.time >= EVERY - 1e-9:
            self._kept.append(moment)

    def data(self) -> dict[str, Any]:
        """Times [s], of each term its errors in its own unit and its costs, and from when on which rewards were followed, in words."""
        times = [round(m.time, 3) for m in self._kept]
        terms: dict[str, dict[str, Any]] = {}
        for i, moment in enumerate(self._kept):
            for shown in moment.terms():
                none: list[float | None] = [None] * len(self._kept)
                told = terms.setdefault(" of ".join(shown.term.key), {"said": shown.said, "error": none, "cost": list(none)})
                told["error"][i], told["cost"][i] = _plain(shown.error), _plain(shown.cost)
        changes = [m for i, m in enumerate(self._kept) if i == 0 or m.stages is not self._kept[i - 1].stages]
        return {"time": times, "terms": terms, "rewards": [{"time": round(m.time, 3), "words": words(m.stages)} for m in changes]}

    def write(self, folder: Path) -> None:
        """Into a run's folder, where any reward was followed."""
        if self._kept:
            (folder / FILE).write_text(json.dumps(self.data(), ensure_ascii=False) + "\n", encoding="utf-8")


def _plain(value: float) -> float | None:
    return float(f"{value:.4g}") if math.isfinite(value) else None
