"""One conversation with one robot, whichever fronts it is held through: words go to the run under way, or begin one."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heedful.agents.corrections import is_halt
from heedful.bus import UNDER_WAY
from heedful.hardware.limits import Level
from heedful.latency import told
from heedful.reading import read

if TYPE_CHECKING:
    from heedful.events import Event
    from heedful.session import Run, Session
    from heedful.types import Correction

KEPT = 1000
"""Lines that are remembered."""
RETOLD = ("understood", "plan", "skill_start", "skill_end", "correction", "question", "notice", "verdict")
"""Events that people are told of."""
TO_A_ROBOT_AT_REST = frozenset({"halt", "pause", "resume", "abort", "undo", "query", "praise", "confirm", "preference"})
"""What is not taken for an instruction though nothing is under way."""
MARKS = {"succeeded": "✓", "failed": "✗", "interrupted": "‖", "timeout": "✗", "unverified": "?"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a conversation."""

    who: str
    """`you`, `robot`, or `program`: words of no person, which never let a held robot go on."""
    text: str
    kind: str = ""
    """Of what the robot says, the event's kind: `understood plan skill_start skill_end correction question notice verdict answer`."""
    at: float = 0.0
    """Since the conversation began [s]."""
    latency_ms: float | None = None
    """Of a correction, from hearing it to the first command that heeded it."""
    data: dict[str, Any] = field(default_factory=dict, compare=False)
    """The event's own."""


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


class Conversation:
    """A session, and what is said in it. Every method returns at once, from any thread; what comes of it comes as lines.

    Args:
      session: Whose robot it is.
      on_ended: Told of the folder of each run that has ended, in a thread of its own; None where nothing was recorded.
    """

    def __init__(self, session: Session, on_ended: Callable[[Path | None], None] | None = None) -> None:
        self.session = session
        self.lines: deque[Line] = deque(maxlen=KEPT)
        self._on_ended = on_ended
        self._listeners: list[Callable[[Line], None]] = []
        self._began = time.monotonic()
        self._run: Run | None = None
        self._calls: list[str] = []
        self._lock = threading.Lock()
        session.events.subscribe(self._event)

    def subscribe(self, callback: Callable[[Line], None]) -> None:
        """Call `callback(line)` for every line from now on."""
        self._listeners.append(callback)

    def say(self, text: str) -> None:
        """Words of a person: HALT first, then a correction of what is under way, else an instruction."""
        text = text.strip()
        if not text:
            return
        if is_halt(text):
            self._hear(text, at_work=self.session.ears.listening)
            return self._line("you", text)
        self._line("you", text)
        if self.session.ears.listening:
            return self._hear(text)
        found = read(text, replace(self.session.ears.dialogue, running_skill=UNDER_WAY), time.perf_counter())
        parts = {p.kind for p in (found.parts or (found,))}
        if parts <= TO_A_ROBOT_AT_REST:
            return self._hear(text, at_work=False)
        self._instruct(text)

    def stop(self) -> None:
        """HALT, before anything else."""
        self.say("stop")

    def status(self) -> Status:
        """As of now."""
        session, run = self.session, self._run
        robot = session.robot
        working = run is not None and run.running
        instruction = run.episode.instruction if run is not None and working else ""
        if robot.level is Level.STOPPED:
            return Status("stopped", instruction, why=f"{robot.reason}; a person must reset it")
        if not working:
            return Status("at rest")
        asked = session.ears.question.sentence if session.ears.question is not None else ""
        doing = "held" if robot.level is Level.HOLD else "working"
        return Status(doing, instruction, tuple(self._calls), asked, "say 'go on' to continue" if doing == "held" else "")

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing is under way, at most `timeout` [s]; whether it is so."""
        return self._run is None or self._run.wait(timeout)

    def told_by_program(self, text: str, timeout: float = 2.0) -> Correction:
        """Words of a program as a correction: what they were taken to mean, and what came of it within `timeout` [s]."""
        before, at_work = self.session.under_way, self.session.ears.listening
        answer = self.session.say(text, timeout, person=False)
        self._line("program", text)
        if not at_work or answer.latency_ms is None:  # no event tells of it
            self._line("robot", answer.reply, "answer")
        run = self.session.under_way
        if run is not None and run is not before:
            self._follow(run)
        return answer

    def asked_by_program(self, text: str) -> Run:
        """An instruction of a program, begun. Raises RuntimeError where the robot is at work, or held until a person lets it go on."""
        self._line("program", text)
        with self._lock:
            run: Run = self.session.run(text, wait=False, person=False)
            self._follow(run)
        return run

    def _instruct(self, text: str) -> None:
        with self._lock:
            try:
                run = self.session.run(text, wait=False)
            except RuntimeError as busy:
                return self._line("robot", str(busy), "answer")
            self._follow(run)

    def _follow(self, run: Run) -> None:
        """A run has begun: tell when it has ended."""
        self._run = run
        threading.Thread(target=self._end, args=(run,), name="heedful-conversation", daemon=True).start()

    def _hear(self, text: str, at_work: bool = True) -> None:
        if at_work:
            heard = self.session.ears.hear(text)
            if heard.taken.is_set() and heard.correction.latency_ms is None:  # answered at once, so that no event tells of it
                self._line("robot", heard.correction.reply, "answer")
            return
        before = self.session.under_way
        answer = self.session.say(text)
        self._line("robot", answer.reply, "answer")
        run = self.session.under_way
        if run is not None and run is not before:
            self._follow(run)

    def _end(self, run: Run) -> None:
        run.wait()
        self.session.events.flush()
        self._calls.clear()
        try:
            episode = run.result(0)
        except Exception as error:
            return self._line("robot", f"the run broke off: {type(error).__name__}: {error}", "notice")
        if heeded := told(episode.to_json().get("latency_ms") or {}):
            self._line("robot", heeded, "notice")
        if self._on_ended is not None:
            self._on_ended(episode.folder)

    def _event(self, event: Event) -> None:
        """In the events' thread."""
        data, kind = event.data, event.kind
        if kind == "skill_start":
            self._calls.append(str(data["call"]))
        elif kind == "skill_end" and str(data["call"]) in self._calls:
            self._calls.remove(str(data["call"]))
        if kind in RETOLD and (text := sentence(event)):
            late = data["correction"].latency_ms if kind == "correction" else None
            self._line("robot", text, kind, late, data)

    def _line(self, who: str, text: str, kind: str = "", latency_ms: float | None = None, data: dict[str, Any] | None = None) -> None:
        line = Line(who, text, kind, time.monotonic() - self._began, latency_ms, data or {})
        self.lines.append(line)
        for callback in list(self._listeners):
            callback(line)


def sentence(event: Event) -> str:
    """An event as a person is told of it; empty for one that says nothing."""
    data = event.data
    match event.kind:
        case "understood":
            return f"understood: {data['sentence']}" if data.get("program") is not None else str(data.get("sentence") or "")
        case "plan":
            return f"plan: {data['sentence']}" if data.get("sentence") and data.get("calls") else ""
        case "skill_start":
            return str(data["call"])
        case "skill_end":
            outcome = data["outcome"]
            status = str(getattr(outcome.status, "value", outcome.status))
            said = f"  {outcome.sentence}" if outcome.sentence else ""
            return f"{MARKS.get(status, '·')} {data['call']}  {data.get('seconds', 0.0):.1f} s{said}"
        case "correction":
            c = data["correction"]
            return f"{c.reply or c.kind}" + ("" if c.latency_ms is None else f"  ({c.latency_ms:.0f} ms)")
        case "verdict":
            verdict = str(getattr(data["verdict"], "value", data["verdict"])).replace("_", " ")
            return f"{verdict}: {data['reason']}" if data.get("reason") else verdict
    return str(data.get("sentence") or "")
