"""How the executive heeds: what is said changes the next command, edits of the plan wait for it, and each is answered and timed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from heedful.adjusting import Adjusting
from heedful.bus import Ears, Heard
from heedful.directions import NoDirection
from heedful.geometry import Array
from heedful.hardware.guarded import GuardedRobot
from heedful.questions import Question
from heedful.reading import asked_of, is_unread
from heedful.repeating import repeated
from heedful.types import HOLD, Action, Adjustment, Correction, Grip, Job, Observation, SkillCall

EDITS = frozenset({"target", "goal", "skill", "embodiment", "order", "undo", "fact", "constraint", "preference"})
"""Kinds that edit plan, scene or memory: applied between two ticks of holding still."""
GOES_ON = frozenset({"preference"})
"""Those of them that the motion under way has no need to end for."""
KEPT = 1000
"""Corrections of one instruction that are kept in full; all of them are counted."""
FINGERS_FOR = 0.8
"""Robot time for which fingers are opened or closed by word [s]."""
WHILE_ASKED = 0.3
"""Share of the speed while a language model reads what the grammar could not."""
TALK = frozenset({"none", "query", "praise", "confirm", "answer"})
"""Kinds that change nothing by themselves."""
NEVER = float("inf")


@dataclass(slots=True, eq=False)
class Heeding:
    """The corrections in force during one instruction. Edits of the goal raise the epoch, adjustments the revision."""

    robot: GuardedRobot
    ears: Ears
    epoch: int = 0
    """Raised whenever what is being thought may not be wanted any more."""
    cut: int = 0
    """Raised whenever what is being done is not wanted any more: running skills end, and no call of the same segment begins."""
    holds: set[str] = field(default_factory=set)
    """Why it is held, of `halt`, `pause` and `question`; each is lifted by itself, or all of them by a person who lets it go on."""
    aborted: bool = False
    pace: float = 1.0
    """Share of the usual speed that the instruction asked for."""
    recalled_pace: float = 1.0
    """Share of it that was once asked for such a call."""
    why: str = ""
    """Why running skills end."""
    corrections: list[Correction] = field(default_factory=list)
    counted: int = 0
    adjusting: Adjusting = field(default_factory=Adjusting)
    edits: deque[tuple[Correction, Heard]] = field(default_factory=deque)
    """Edits of the plan that have been heard and not been applied yet, in order."""
    asked: Question | None = None
    """A question about a correction: the robot holds until it is answered."""
    asked_at: float = 0.0
    """When [robot time, s]."""
    answers: deque[Correction] = field(default_factory=deque)
    tell: Callable[[Correction], str] = lambda correction: correction.reply
    """Answers a query, a yes or praise, in words; asked in the loop, so it takes no time."""
    goes_on: Callable[[Correction], bool] = lambda correction: correction.kind in GOES_ON
    """Whether the motion under way need not end for an edit."""
    noted: Callable[[Correction], object] = lambda correction: None
    """Told of each adjustment once it is in force."""
    model: Any = None
    """The language model that reads what the grammar cannot; None: nobody does."""
    aside: Callable[[Callable[[], Any]], Job[Any]] | None = None
    undoable: list[tuple[Correction, Any]] = field(default_factory=list)
    """Adjustments since the last call ended, each with what was in force before it."""
    _until: float = NEVER
    _fingers: tuple[str, float] = ("", -1.0)
    _asking: tuple[Job[Correction | None], Heard, int] | None = None
    _heeded: int = 0
    _halts: int = 0
    _halt_heard: float = -1.0
    _last: Correction | None = None
    _pending: list[Heard] = field(default_factory=list)
    _taken: list[Correction] = field(default_factory=list)

    @property
    def halted(self) -> bool:
        """Whether it is held by word."""
        return bool(self.holds)

    def listen(self, obs: Observation, arm: str = "") -> None:
        """Take in everything heard since the last tick."""
        self._halts = self.ears.halts
        for heard in self.ears.drain():
            self._take(heard, obs, arm)
        if self._asking is not None and self._asking[0].done():
            self._answered(obs, arm)
        if "pause" in self.holds and obs.time >= self._until:
            self._lift("pause", "the pause is over")

    def _take(self, heard: Heard, obs: Observation, arm: str) -> None:
        correction = heard.correction
        if correction.kind == "none" and not correction.reply and self.asked is None:
            heard.taken.set()
            return
        self._pending.append(heard)
        if correction.kind == "none" and is_unread(correction) and self._ask_model(heard):
            return
        replies = [self._apply(replace(part, heard=correction.heard), heard, obs, arm) for part in (correction.parts or (correction,))]
        heard.correction = replace(heard.correction, reply="; ".join(r for r in replies if r) or heard.correction.reply)

    def _apply(self, correction: Correction, heard: Heard, obs: Observation, arm: str) -> str:
        """Bring one correction into force; what it was taken to mean, or why nothing comes of it."""
        if correction.ask:
            return self._ask(correction, obs)
        if correction.kind == "repeat":
            found = repeated(correction, self._last)
            if isinstance(found, str):
                return found
            correction = found
        said = self._effect(correction, heard, obs, arm)
        if correction.kind not in TALK:
            self._heeded += 1
            self._last = correction
            if "question" in self.holds and correction.kind not in ("halt", "pause"):
                self._lift("question", "a person corrected it")
        return said

    def _effect(self, correction: Correction, heard: Heard, obs: Observation, arm: str) -> str:
        match correction.kind:
            case "halt":
                self._halt_heard = max(self._halt_heard, correction.heard)
                self._hold("halt")
                return "stopped; say 'go on' to continue"
            case "pause":
                seconds = correction.effect.get("for_s")
                self._hold("pause", NEVER if seconds is None else obs.time + float(seconds))
                return "waiting; say 'go on' to continue" if seconds is None else f"waiting for {seconds:g} s"
            case "resume" if correction.heard < self._halt_heard:
                return "you said stop after that; say 'go on' again to continue"
            case "resume":
                return self._go_on() if self.halted else "I am going on"
            case "abort":
                self.aborted = True
                self._ends("a person gave up the task")
                return "giving up the task"
            case "grip" if correction.effect.get("change") in ("open", "close"):
                return self._move_fingers(correction, heard, obs)
            case "nudge" | "rotate" | "rate" | "grip":
                return self._adjust(correction, obs, arm)
            case "answer":
                self.answers.append(correction)
                return correction.reply
            case kind if kind in EDITS:
                self._edit(correction, heard)
                return correction.reply
        return self.tell(correction)

    def _adjust(self, correction: Correction, obs: Observation, arm: str) -> str:
        before = self.adjusting.state
        part = obs.parts.get(arm) or next((p for p in obs.parts.values() if p.pose is not None), None)
        tool: Array = part.pose.pos if part is not None and part.pose is not None else np.zeros(3)
        try:
            said = self.adjusting.take(correction, obs, tool)
        except (NoDirection, ValueError, KeyError, TypeError) as error:
            return str(error) if isinstance(error, NoDirection | ValueError) else f"I cannot tell what to change by {correction.text[:40]!r}"
        self.undoable.append((correction, before))
        self.noted(correction)
        return f"{said}, once you say 'go on'" if self.halted else said

    def _edit(self, correction: Correction, heard: Heard) -> None:
        """An edit of the plan: what was thought is stale from here on, and mostly what is done, too."""
        self.edits.append((correction, heard))
        self.epoch += 1
        if not self.goes_on(correction):
            self._ends("a person corrected it")

    def _ends(self, why: str) -> None:
        self.epoch += 1
        self.cut += 1
        self.why = why

    def _hold(self, why: str, until: float = NEVER) -> None:
        self.holds.add(why)
        self._until = until if why == "pause" else self._until
        self.robot.halt()

    def _go_on(self) -> str:
        """A person lets it go on."""
        self.holds.clear()
        self._lift("pause", "a person stopped it and let it go on")
        return "going on"

    def _lift(self, why: str, sentence: str) -> None:
        """Lift a hold; once none is left, what comes next is planned from what is seen, so that preconditions are checked anew."""
        self.holds.discard(why)
        self.asked = self.asked if "question" in self.holds else None
        self._ends(sentence)
        if not self.holds:
            self.robot.resume()
            if self.ears.halts != self._halts:
                self.robot.halt()  # a HALT came in just now: it is taken in at the next tick, and nothing leaves before that

    def _ask(self, correction: Correction, obs: Observation) -> str:
        """Hold until it is known what is meant: neither the old way nor the guess is silently taken."""
        self.asked, self.asked_at = Question.of(correction), obs.time
        self._hold("question")
        return self.asked.sentence

    def ask_again(self, correction: Correction, obs: Observation) -> None:
        """An edit turned out to leave more than one reading."""
        self.ears.question = Question.of(correction)
        self._ask(correction, obs)

    def replied(self, correction: Correction, heard: Heard, said: str) -> None:
        """It is known what came of an edit: whoever waits is told, and it is written down."""
        heard.correction = replace(heard.correction, reply=said)
        heard.settled.set()
        for at in range(len(self.corrections) - 1, -1, -1):
            kept = self.corrections[at]
            if kept.heard == correction.heard and kept.text == heard.correction.text:
                self.corrections[at] = replace(kept, reply=said if kept.kind == correction.kind else f"{kept.reply}; {said}")
                return

    def _move_fingers(self, correction: Correction, heard: Heard, obs: Observation) -> str:
        change = str(correction.effect["change"])
        self._fingers = (change, obs.time + FINGERS_FOR)
        self._edit(correction, heard)
        return "letting go" if change == "open" else "closing the fingers"

    def wants(self, action: Action, obs: Observation, grippers: Sequence[str]) -> Action:
        """What is to be sent: nothing but hold while it is halted, and fingers as a word told them."""
        change, until = self._fingers
        if self.halted:
            return HOLD
        if not change or obs.time >= until:
            self._fingers = ("", -1.0)
            return action
        width = {g: float(self.robot.parts[g].upper[0]) if change == "open" else 0.0 for g in grippers}
        force = {g: min(20.0, self.robot.parts[g].force or 20.0) for g in grippers}
        return Action({**action.parts, **{g: Grip(width[g], force[g]) for g in grippers}})

    @property
    def moving_fingers(self) -> bool:
        return bool(self._fingers[0])

    def ramped(self, dt: float, obs: Observation) -> Adjustment:
        """The adjustment for this tick."""
        return self.adjusting.ramped(dt, obs, self.pace * self.recalled_pace * (WHILE_ASKED if self._asking is not None else 1.0))

    def _ask_model(self, heard: Heard) -> bool:
        """Have a model read what the grammar could not, beside the loop; False where there is none, or it is busy."""
        if self.model is None or self.aside is None or self._asking is not None:
            return False
        model, correction, dialogue = self.model, heard.correction, self.ears.dialogue
        self._asking = (self.aside(lambda: asked_of(model, correction, dialogue)), heard, self._heeded)
        heard.correction = replace(correction, reply=f"{correction.reply}; a language model is asked, slower meanwhile")
        return True

    def _answered(self, obs: Observation, arm: str) -> None:
        """A model has read it; what came after it counts more, and an answer that comes too late is dropped."""
        assert self._asking is not None
        (job, heard, since), self._asking = self._asking, None
        found = job.result()
        if found is not None and since == self._heeded:
            later = Heard(found)
            self._pending.append(later)
            later.correction = replace(found, reply=f"{self._apply(found, later, obs, arm)}, {found.reply}")

    def sent(self) -> None:
        """The first command after hearing has left: note the latencies."""
        if not self._pending:
            return
        now = time.perf_counter()
        for heard in self._pending:
            heard.correction = replace(heard.correction, latency_ms=round(1000 * (now - heard.correction.heard), 3))
            self.keep(heard.correction)
            heard.taken.set()
            if all(heard is not waiting for _, waiting in self.edits):
                heard.settled.set()
        self._pending.clear()

    def keep(self, correction: Correction) -> None:
        """Write a correction down; of a flood, the first KEPT."""
        self.counted += 1
        if len(self.corrections) < KEPT:
            self.corrections.append(correction)
        if len(self._taken) < KEPT:
            self._taken.append(correction)

    def take(self) -> list[Correction]:
        """Corrections obeyed since the last call, with their latencies."""
        taken, self._taken = self._taken, []
        return taken

    def begin(self, call: SkillCall, obs: Observation) -> None:
        """A call starts."""
        self.recalled_pace = 1.0
        self.adjusting.begin(call, obs)

    def settle(self, done: bool) -> None:
        """A call has ended: if it came off, its nudges are over; the speed stays."""
        self.adjusting.end(done)
        self.undoable.clear()
