"""The lines of a conversation, told to whoever listens, and what the robot is about, at a glance."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from heedful.app.retelling import Tone, sentence, tone
from heedful.questions import Question

if TYPE_CHECKING:
    from heedful.events import Event
    from heedful.session import Session

LOG = logging.getLogger(__name__)
KEPT = 1000
"""Lines that are remembered."""
RETOLD = ("understood", "plan", "skill_start", "skill_end", "correction", "question", "notice", "verdict")
"""Events that people are told of."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation."""

    who: str
    """`you`, `robot`, or `program`: words of no person, which never let a held robot go on."""
    text: str
    kind: str = ""
    """Of what the robot says, the event's kind: `understood plan skill_start skill_end correction question notice verdict`; `answer`;
    `reward`, one that people have changed, in words."""
    at: float = 0.0
    """Since the conversation began [s]."""
    latency_ms: float | None = None
    """Of a correction, from hearing it to the first command that heeded it."""
    data: dict[str, Any] = field(default_factory=dict, compare=False)
    """The event's own; of a question, `choices`: what there is to choose between, so that a number answers."""
    tone: Tone = "plain"
    front: str = ""
    """Of what a person said, where it was said: `terminal`, `page`, `speech` …"""


@dataclass(frozen=True, slots=True)
class Status:
    """What the robot is about, at a glance."""

    doing: str
    """`at rest`, `working`, `held` (a person lets it go on) or `stopped` (a protective stop: a person resets it)."""
    instruction: str = ""
    running: tuple[str, ...] = ()
    """The calls under way."""
    question: str = ""
    """What the robot asked and waits for."""
    why: str = ""
    """Of a robot that is held or stopped."""
    choices: tuple[str, ...] = ()
    """What the question leaves to choose between."""
    seconds: float = 0.0
    """Since the instruction under way was given [s]."""
    latency_ms: float | None = None
    """Of the correction that was heeded last, from hearing it to the first command that heeded it."""


class Transcript:
    """The lines of a conversation, the newest last: what is said in it, and what the robot tells of what it does.

    Args:
      session: Whose robot it is.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.lines: deque[Line] = deque(maxlen=KEPT)
        self._listeners: list[Callable[[Line], None]] = []
        self._began = time.monotonic()
        self._calls: list[str] = []
        self._latency: float | None = None
        self._reward: tuple[Any, ...] = ()
        session.events.subscribe(self._event)

    def subscribe(self, callback: Callable[[Line], None]) -> None:
        """Call `callback(line)` for every line from now on."""
        self._listeners.append(callback)

    def _event(self, event: Event) -> None:
        """In the events' thread."""
        data, kind = event.data, event.kind
        if kind == "skill_start":
            self._calls.append(str(data["call"]))
        elif kind == "skill_end" and str(data["call"]) in self._calls:
            self._calls.remove(str(data["call"]))
        late = data["correction"].latency_ms if kind == "correction" else None
        self._latency = self._latency if late is None else late
        if kind in RETOLD and (text := sentence(event)):
            asked = Question.of(data["correction"]) if kind == "correction" and data["correction"].ask else None
            if asked is not None:
                kind, data = "question", {**data, "choices": asked.choices}
            self._line("robot", text, kind, late, data, tone(event))
        if kind in ("skill_start", "correction", "skill_end"):
            self._rewards(kind)

    def _rewards(self, kind: str) -> None:
        """Tell the reward that is followed in words, once people have changed it."""
        now = self.session.ears.dialogue.reward
        if kind == "correction" and now and now != self._reward:
            from heedful.skills.rewards.telling import words

            self._line("robot", f"now: {words(now)}", "reward", tone="calm")
        self._reward = now

    def _line(
        self, who: str, text: str, kind: str = "", latency_ms: float | None = None, data: dict[str, Any] | None = None,
        tone: Tone = "plain", front: str = "",
    ) -> None:  # fmt: skip
        line = Line(who, text, kind, time.monotonic() - self._began, latency_ms, data or {}, tone, front)
        self.lines.append(line)
        for callback in list(self._listeners):
            try:
                callback(line)
            except Exception as error:  # a front that breaks harms no other
                LOG.warning("a front could not take a line: %s: %s", type(error).__name__, error)
