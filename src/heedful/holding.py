"""Holds by word: a halt, a pause, a question that is open; each is lifted by itself, or all of them by a person who lets it go on."""

from __future__ import annotations

from dataclasses import dataclass, field

from heedful.bus import Ears
from heedful.hardware.guarded import GuardedRobot
from heedful.questions import Question
from heedful.types import Correction

NEVER = float("inf")


@dataclass(slots=True, eq=False)
class Holding:
    """Why one robot is held. Nothing but hold leaves while it is."""

    robot: GuardedRobot
    ears: Ears
    why: set[str] = field(default_factory=set)
    """Of `halt`, `pause` and `question`."""
    asked: Question | None = None
    """The question about a correction that is open."""
    asked_at: float = 0.0
    """When it was asked [robot time, s]."""
    _until: float = NEVER
    _halts: int = 0
    _halt_heard: float = -1.0
    _pause_heard: float = -1.0

    def __bool__(self) -> bool:
        return bool(self.why)

    def listening(self) -> None:
        """What was heard up to now is about to be taken in."""
        self._halts = self.ears.halts

    def halt(self, correction: Correction) -> str:
        self._halt_heard = max(self._halt_heard, correction.heard)
        self._hold("halt")
        return "stopped; say 'go on' to continue"

    def pause(self, seconds: float | None, now: float, heard: float) -> str:
        """Hold for a while [s of robot time], or until a person lets it go on."""
        self._pause_heard = max(self._pause_heard, heard)
        self.ears.latch.close(heard)
        self._until = NEVER if seconds is None else now + seconds
        self._hold("pause")
        return "waiting; say 'go on' to continue" if seconds is None else f"waiting for {seconds:g} s"

    def ask(self, correction: Correction, now: float) -> str:
        """Hold until it is known what is meant: neither the old way nor the guess is silently taken."""
        self.asked, self.asked_at = Question.of(correction), now
        self._hold("question")
        return self.asked.sentence

    def outdated(self, correction: Correction) -> bool:
        """Whether a HALT was heard after it, so that it lets nothing go on."""
        return correction.heard < self._halt_heard

    def over(self, now: float) -> bool:
        """Whether a pause has lasted as long as it was to."""
        return "pause" in self.why and now >= self._until

    def lift(self, *which: str) -> None:
        """Lift holds, all of them unless some are named; motion begins again once none is left."""
        self.why.difference_update(which or tuple(self.why))
        if "question" not in self.why:
            self.asked = None
        if not self.why:
            self.ears.latch.free(self._pause_heard)  # it was for a while, or it is a person who lifts it
            self.robot.resume()
            if self.ears.halts != self._halts:
                self.robot.halt()  # a HALT came in just now: it is taken in at the next tick, and nothing leaves before that

    def _hold(self, why: str) -> None:
        self.why.add(why)
        self.robot.halt()
