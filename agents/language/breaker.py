"""Not asking again, for a while, what does not answer: a dead endpoint costs its deadline once or twice, not at every step."""

from __future__ import annotations

import time
from dataclasses import dataclass

from heedful.agents.language.model import LanguageModelError

PATIENCE = 2
"""Failures in a row after which nothing is asked for a while."""
REST = 30.0
"""How long [s]."""
FAULTS = frozenset({"timeout", "unreachable", "broken", "limited"})
"""What counts: failures of the endpoint, not of a question."""


@dataclass(slots=True)
class Breaker:
    """Counts an endpoint's failures."""

    name: str
    failures: int = 0
    until: float = 0.0
    last: str = ""

    def check(self) -> None:
        """Raises LanguageModelError while the endpoint is left alone; afterwards one question may try again."""
        rest = self.until - time.monotonic()
        if rest > 0:
            raise LanguageModelError("unreachable", f"{self.name} is left alone for another {rest:.0f} s, for {self.last}")

    def good(self) -> None:
        self.failures, self.until = 0, 0.0

    def bad(self, error: LanguageModelError, after: float = 0.0) -> None:
        """A question failed.

        Args:
          after: When the endpoint said to come back [s].
        """
        if error.code not in FAULTS:
            return
        self.failures += 1
        self.last = str(error).removeprefix(f"{self.name} ")
        if self.failures >= PATIENCE or after:
            self.until = time.monotonic() + max(after, REST if self.failures >= PATIENCE else 0.0)
