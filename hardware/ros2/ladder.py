"""The stop ladder: from asking politely to the robot's own stop, one rung at a time, until the arms are known to stand.

| rung | what is done | climbed from when |
|---|---|---|
| 1 | the goal of ours is cancelled, and each arm is told to hold | at once |
| 2 | every goal is cancelled, and each arm is told to hold where it is measured | no answer for 0.2 s, or still moving after 0.5 s |
| 3 | the controllers are deactivated, which ends in a protective stop | the same |
| 4 | the maker's own stop, where the wiring names one | the same |

Nothing here waits: `tick` looks what has become of the rung and climbs if need be. It is a software stop, not a safety function.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field

ANSWER = 0.2
"""How long an answer is waited for, and fresh joint states to see it by [s]."""
REST = 0.5
"""How long arms that are seen to move may take to come to rest [s]."""
Answers = Sequence[Future[bool]]


@dataclass(frozen=True, slots=True)
class Rung:
    """One thing to do."""

    does: str
    """In words, as what was done."""
    do: Callable[[], Answers]
    latches: bool = False
    """Whether the robot cannot go on afterwards by itself."""


@dataclass(slots=True, eq=False)
class Ladder:
    """Stops one robot.

    Args:
      rungs: From the mildest up.
      stands: Whether the arms stand, as far as fresh joint states tell; None while there are none.
      clock: The time [s].
    """

    rungs: Sequence[Rung]
    stands: Callable[[], bool | None]
    clock: Callable[[], float]
    climbed: list[str] = field(default_factory=list)
    """What was done since the stop began."""
    latched: str = ""
    """What was done beyond what the robot can go on from, and why, in a sentence; until somebody took it."""
    _at: int = -1
    _top: int = 0
    _since: float = 0.0
    _answers: Answers = ()
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def begin(self, top: int | None = None) -> None:
        """Stop, with the first rung at once; a stop that is under way goes on.

        Args:
          top: How many rungs at most; all unless given.
        """
        with self._lock:
            if self._at >= 0:
                return
            self.climbed.clear()
            self._top = len(self.rungs) if top is None else top
            self._climb()

    def over(self) -> None:
        """The robot may go on: whatever was not answered does not matter any more."""
        with self._lock:
            self._at, self.latched = -1, ""

    @property
    def under_way(self) -> bool:
        """Whether it is not known yet that the arms stand."""
        return self._at >= 0

    def taken(self) -> str:
        """What latched, once."""
        with self._lock:
            said, self.latched = self.latched, ""
        return said

    def tick(self) -> None:
        """Climb where it is time to."""
        with self._lock:
            if self._at < 0:
                return
            answered = all(a.done() and not a.exception() and a.result() for a in self._answers)
            stands = self.stands()
            waited = self.clock() - self._since
            if not (answered and stands) and waited < (REST if answered and stands is False else ANSWER) - 1e-9:
                return
            if (answered and stands) or self._at + 1 >= self._top:
                self._at = -1
                return
            why = "nobody answered" if not answered else "it was still moving" if stands is False else "nothing told where it is"
            self._climb()
            rung = self.rungs[self._at]
            if rung.latches and not self.latched:
                self.latched = f"it was told to hold and {why}: {rung.does}"

    def _climb(self) -> None:
        self._at += 1
        self._since = self.clock()
        rung = self.rungs[self._at]
        self.climbed.append(rung.does)
        try:
            self._answers = rung.do()
        except OSError:  # it could not even be asked, which is no answer
            nobody: Future[bool] = Future()
            nobody.set_result(False)
            self._answers = [nobody]
