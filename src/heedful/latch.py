"""Who may let a held robot go on: whoever told it to hold, only a person."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

ONLY_A_PERSON = "only a person may let the robot go on, and a program has said this"
HELD = "it was told to hold, and only a person may let it go on; until then nothing that a program says moves it"


@dataclass(slots=True, eq=False)
class Latch:
    """Closed from the moment when somebody tells the robot to hold until a person, later, lets it go on. It outlives runs.

    Inside a run the holds themselves see to it that nothing moves; this is for what a program says: a new instruction, or an undo,
    would begin a run that knows nothing of them.
    """

    held_at: float = -1.0
    """When it was last told to hold, on the monotonic clock [s]."""
    freed_at: float = -1.0
    """When a person last let it go on."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __bool__(self) -> bool:
        return self.held_at > self.freed_at

    def close(self, at: float) -> None:
        """Somebody told it to hold, at this time [s]."""
        with self._lock:
            self.held_at = max(self.held_at, at)

    def free(self, at: float) -> None:
        """A person let it go on, at this time [s]; what was said to hold after that stays in force."""
        with self._lock:
            self.freed_at = max(self.freed_at, at)
