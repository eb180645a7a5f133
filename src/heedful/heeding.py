"""How the executive heeds: what is said changes the next command, edits of the plan wait for it, and each is answered and timed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from heedful.adjusting import KINDS, Adjusting
from heedful.bus import TALK, WAITING, Ears, Heard
from heedful.directions import NoDirection
from heedful.fingers import Fingers
from heedful.geometry import Array
from heedful.hardware.guarded import GuardedRobot
from heedful.holding import Holding
from heedful.latch import ONLY_A_PERSON
from heedful.minutes import Minutes
from heedful.questions import Question
from heedful.reading import KEEP, is_unread, rewards_of, settled, stage_of
from heedful.repeating import repeated
from heedful.second_reader import SecondReader
from heedful.types import HOLD, Action, Adjustment, Correction, Observation, SkillCall

EDITS = frozenset({"target", "goal", "skill", "embodiment", "order", "undo", "fact", "constraint", "grip"})
"""Kinds that edit plan or scene: applied between two segments, with the robot holding still. Of `grip`, to open and to close."""
CONTROL = frozenset({"halt", "pause", "resume", "abort"})
"""Kinds that `again` and `more` do not mean."""
BACK = 50
"""Adjustments of one call that can be taken back."""


def goes_on(correction: Correction) -> bool:
    """Whether the motion under way need not end for an edit: what comes later, and how gently."""
    effect = correction.effect
    match correction.kind:
        case "constraint":
            return effect.get("type") == "gentle"
        case "order":
            return effect.get("op") == "insert" or (effect.get("op") == "skip" and effect.get("what") in ("next", "rest"))
    return False


@dataclass(slots=True, eq=False)
class Heeding:
    """The corrections in force during one instruction. Edits of the goal raise the epoch, adjustments the revision."""

    robot: GuardedRobot
    ears: Ears
    epoch: int = 0
    """Raised whenever what is being thought may not be wanted any more."""
    cut: int = 0
    """Raised whenever what is being done is not wanted any more: running skills end, and no call of the same segment begins."""
    why: str = ""
    """Why running skills end."""
    aborted: str = ""
    """By whom the task was given up, in a sentence; empty while it is not."""
    pace: float = 1.0
    """Share of the usual speed that the instruction asked for."""
    recalled_pace: float = 1.0
    """Share of it that was once asked for such a call."""
    minutes: Minutes = field(default_factory=Minutes)
    adjusting: Adjusting = field(default_factory=Adjusting)
    second: SecondReader = field(default_factory=SecondReader)
    holding: Holding = field(init=False)
    fingers: Fingers = field(init=False)
    edits: deque[tuple[Correction, Heard]] = field(default_factory=deque)
    """Edits of the plan that have been heard and not been applied yet, in order."""
    answers: deque[Correction] = field(default_factory=deque)
    """Answers to the agent's own questions."""
    tell: Callable[[Correction], str] = lambda correction: correction.reply
    """Answers a query, a yes or praise, and takes in a rule that lasts, in words; asked in the loop, so it takes no time."""
    keep: Callable[[str], str] = lambda name: "nothing is kept here"
    """Keeps the reward that is followed under a name, aside; answers in words."""
    noted: Callable[[Correction], object] = lambda correction: None
    """Told of each adjustment, and of each condition, as it comes into force."""
    _undoable: list[tuple[Correction, Any]] = field(default_factory=list)
    _rewards: list[tuple[Any, ...]] = field(default_factory=list)
    """What was followed before each edit of the reward that can be taken back."""
    _heeded: int = 0
    _last: Correction | None = None

    def __post_init__(self) -> None:
        self.holding = Holding(self.robot, self.ears)
        self.fingers = Fingers(self.robot.parts)
        self.adjusting.rewards_of = rewards_of

    @property
    def halted(self) -> bool:
        """Whether it is held by word."""
        return bool(self.holding)

    def listen(self, obs: Observation, arm: str = "") -> None:
        """Take in everything heard since the last tick."""
        self.holding.listening()
        if self.ears.dialogue.reward and (at := stage_of(obs.twin)) != self.ears.dialogue.stage:
            self.ears.dialogue = replace(self.ears.dialogue, stage=at)
        for heard in self.ears.drain():
            self._take(heard, obs, arm)
        if (found := self.second.answer(self._heeded)) is not None:
            later = Heard(found, person=self.second.of_a_person)
            self.minutes.note(later)
            later.correction = replace(found, reply=f"{self._apply(found, later, obs, arm)}, {found.reply}")
        if self.holding.over(obs.time):
            self._lift("the pause is over", "pause")
        self.ears.held = self.halted

    def _take(self, heard: Heard, obs: Observation, arm: str) -> None:
        correction = heard.correction
        if is_unread(correction) and self.second.ask(heard, self.ears.dialogue, self._heeded):
            heard.correction = replace(
                correction, reply=" ".join((correction.reply, "a language model is asked, slower meanwhile")).strip()
            )
            self.minutes.note(heard)
            return
        if correction.kind == "none" and not correction.reply:
            heard.taken.set()  # talk that is not for the robot
            return
        self.minutes.note(heard)
        replies = [self._apply(replace(part, heard=correction.heard), heard, obs, arm) for part in (correction.parts or (correction,))]
        heard.correction = replace(heard.correction, reply="; ".join(r for r in replies if r) or heard.correction.reply)

    def _apply(self, correction: Correction, heard: Heard, obs: Observation, arm: str) -> str:
        """Bring one correction into force; what it was taken to mean, or why nothing comes of it."""
        try:
            if correction.ask:
                return self.holding.ask(correction, obs.time)
            if correction.kind == "repeat":
                found = repeated(correction, self._last)
                if isinstance(found, str):
                    return found
                correction = found
            if correction.kind == "reward":
                correction = replace(correction, effect=settled(correction.effect, self.ears.dialogue.reward))
            said = self._effect(correction, heard, obs, arm)
        except (AttributeError, LookupError, TypeError, ValueError) as error:  # fronts make corrections of their own
            return f"I cannot make anything of that: {error}"
        if correction.kind not in TALK:
            self._heeded += 1
            if correction.kind not in CONTROL and (self._last is None or correction.heard >= self._last.heard):
                self._last = correction
            if self.holding.asked is not None and correction.kind not in ("halt", "pause"):
                self._lift("a person corrected it", "question")
        return said

    def _effect(self, correction: Correction, heard: Heard, obs: Observation, arm: str) -> str:
        effect = correction.effect
        match correction.kind:
            case "halt":
                return self.holding.halt(correction)
            case "pause":
                return self.holding.pause(None if (seconds := effect.get("for_s")) is None else float(seconds), obs.time, correction.heard)
            case "resume" if not heard.person:
                return ONLY_A_PERSON
            case "resume" if self.holding.outdated(correction):
                return "you said stop after that; say 'go on' again to continue"
            case "resume":
                self.ears.latch.free(correction.heard)
                return self._lift("a person stopped it and let it go on") if self.halted else "I am going on"
            case "abort":
                self.aborted = f"a {'person' if heard.person else 'program'} gave up the task"
                self._ends(self.aborted)
                return "giving up the task"
            case kind if kind == KEEP:
                return self.keep(str(effect["name"]))
            case "reward":
                return self._rewarded(correction, heard, obs, arm)
            case "nudge" | "rotate" | "rate" | "grip" if effect.get("change") not in ("open", "close"):
                return self._adjust(correction, obs, arm)
            case "undo" if taken_back := self._taken_back(effect):
                return taken_back
            case "answer":
                self.answers.append(correction)
                return correction.reply
            case kind if kind in EDITS:
                return self._edit(correction, heard)
        return self.tell(correction)

    def _adjust(self, correction: Correction, obs: Observation, arm: str) -> str:
        before = self.adjusting.state
        part = obs.parts.get(arm) or next((p for p in obs.parts.values() if p.pose is not None), None)
        tool: Array = part.pose.pos if part is not None and part.pose is not None else np.zeros(3)
        try:
            said = self.adjusting.take(correction, obs, tool)
        except (NoDirection, ValueError) as error:
            return str(error)
        except (KeyError, TypeError):
            return f"I cannot tell what to change by {correction.text[:40]!r}"
        self._undoable = [*self._undoable[-BACK:], (correction, before)]
        self.noted(correction)
        return f"{said}, once you say 'go on'" if self.halted else said

    def _rewarded(self, correction: Correction, heard: Heard, obs: Observation, arm: str) -> str:
        """An edit of the reward that is followed, or was until just now and then is followed anew; further words are read against what
        comes of it."""
        before = self.ears.dialogue.reward
        if not self.adjusting.moving:
            after = rewards_of(correction.effect)
            changed = [stage for stage in after if stage not in before] or after
            self.ears.dialogue = replace(self.ears.dialogue, reward=after)
            return self._edit(replace(correction, effect={**correction.effect, "followed": tuple(changed)}), heard)
        said = self._adjust(correction, obs, arm)
        if self.adjusting.reward is not None:
            self._rewards.append(before)
            self.ears.dialogue = replace(self.ears.dialogue, reward=self.adjusting.reward)
        return said

    def _taken_back(self, effect: Mapping[str, Any]) -> str:
        """Withdraw an adjustment of the call under way; nothing where another thing is meant."""
        what = effect.get("what") if effect.get("scope") == "named" else None
        if effect.get("scope") not in ("last", "named") or (effect.get("scope") == "named" and what not in KINDS):
            return ""
        at = next((i for i in range(len(self._undoable) - 1, -1, -1) if what in (None, self._undoable[i][0].kind)), None)
        if at is None or (what is None and self._last is not self._undoable[-1][0]):
            return "" if what is None else f"there is no {what} of this motion to take back"
        gone, before = self._undoable.pop(at)
        self.adjusting.restore(before, gone.kind)
        if gone.kind == "reward":
            self.ears.dialogue = replace(self.ears.dialogue, reward=self._rewards.pop())
        return f"taking back “{gone.text}”"

    def _edit(self, correction: Correction, heard: Heard) -> str:
        """An edit of the plan: what was thought is stale from here on, and mostly what is done, too."""
        if len(self.edits) >= WAITING:
            return f"{len(self.edits)} changes wait to be made; this one was not taken in"
        self.edits.append((correction, heard))
        self.epoch += 1
        if correction.kind == "grip":
            self.fingers.tell(str(correction.effect["change"]))
        if goes_on(correction):
            self.noted(correction)
        else:
            self._ends("a person corrected it")
        return correction.reply

    def also(self, correction: Correction) -> None:
        """An edit that follows from what was said."""
        self._edit(correction, Heard(correction))

    def _ends(self, why: str) -> None:
        self.epoch += 1
        self.cut += 1
        self.why = why

    def _lift(self, why: str, *holds: str) -> str:
        """Lift holds; what comes next is planned from what is seen, so that preconditions are checked anew."""
        self.holding.lift(*holds)
        self._ends(why)
        return "going on"

    def ask_again(self, correction: Correction, obs: Observation) -> None:
        """An edit turned out to leave more than one reading."""
        self.ears.question = Question.of(correction)
        self.holding.ask(correction, obs.time)

    def wants(self, action: Action, grippers: Sequence[str]) -> Action:
        """What is to be sent: nothing but hold while it is halted, and fingers as a word told them."""
        return HOLD if self.halted else self.fingers.wanted(action, grippers, self.robot.dt)

    def ramped(self, dt: float, obs: Observation) -> Adjustment:
        """The adjustment for this tick."""
        return self.adjusting.ramped(dt, obs, self.pace * self.recalled_pace * self.second.pace)

    def sent(self, left: float) -> None:
        """The first command after hearing has left, at a time [perf_counter, s]."""
        self.minutes.sent(left, [heard for _, heard in self.edits])

    def begin(self, call: SkillCall, obs: Observation) -> None:
        """A call starts."""
        self.recalled_pace = 1.0
        self.adjusting.begin(call, obs)

    def over(self) -> None:
        """The motion of a call is over; what is said from now on is of the next."""
        self.adjusting.over()
        self._undoable.clear()
        self._rewards.clear()

    def settle(self, done: bool) -> None:
        """It is known what came of a call: if it came off, its nudges are over; the speed stays."""
        self.adjusting.end(done)
