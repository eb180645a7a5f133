"""The minutes of one instruction: each correction with how it was taken, when the first changed command left, and what came of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from heedful.bus import Heard
from heedful.types import Correction

KEPT = 1000
"""Corrections of one instruction that are kept in full; all of them are counted."""


@dataclass(slots=True, eq=False)
class Minutes:
    """What was said, and how soon it was heeded."""

    corrections: list[Correction] = field(default_factory=list)
    counted: int = 0
    """How many there were; of a flood only the first are kept."""
    _pending: list[Heard] = field(default_factory=list)
    _news: list[Correction] = field(default_factory=list)

    def note(self, heard: Heard) -> None:
        """Something was taken in; the next command is the first that heeds it."""
        self._pending.append(heard)

    def sent(self, left: float, waiting: Collection[Heard]) -> None:
        """A command has left: note the latencies.

        Args:
          left: When it was handed to the robot [perf_counter, s].
          waiting: Edits of which it is not known yet what comes of them.
        """
        if not self._pending:
            return
        for heard in self._pending:
            late = round(1000 * (left - heard.correction.heard), 3)
            heard.correction = replace(heard.correction, latency_ms=late, by="" if heard.person else "program")
            self.counted += 1
            for kept in (self.corrections, self._news):
                if len(kept) < KEPT:
                    kept.append(heard.correction)
            heard.taken.set()
            if all(heard is not one for one in waiting):
                heard.settled.set()
        self._pending.clear()

    def came_of(self, correction: Correction, heard: Heard, said: str) -> None:
        """It is known what came of an edit: whoever waits is told, and it is written down."""
        heard.correction = replace(heard.correction, reply=said)
        heard.settled.set()
        for at in range(len(self.corrections) - 1, -1, -1):
            kept = self.corrections[at]
            if kept.heard == correction.heard and kept.text == heard.correction.text:
                self.corrections[at] = replace(kept, reply=said if kept.kind == correction.kind else f"{kept.reply}; {said}")
                return

    def news(self) -> list[Correction]:
        """Corrections heeded since the last call, with their latencies."""
        news, self._news = self._news, []
        return news
