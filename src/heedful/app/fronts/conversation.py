"""One conversation with one robot, whichever fronts it is held through: words go to the run under way, or begin one."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from heedful.agents.corrections import is_halt
from heedful.agents.corrections.greeting import greets
from heedful.app.fronts.transcript import Status, Transcript
from heedful.bus import IDLE, UNDER_WAY, Heard
from heedful.hardware.limits import Level
from heedful.latency import told
from heedful.quick import quickly
from heedful.reading import KEEP, read

if TYPE_CHECKING:
    from heedful.runs import Run
    from heedful.session import Session
    from heedful.types import Correction

TO_A_ROBOT_AT_REST = frozenset({"halt", "pause", "resume", "abort", "undo", "query", "praise", "confirm", "preference", KEEP})
"""What is not taken for an instruction though nothing is under way."""
SOON = 5.0
"""How long it may take until it is known that nothing comes of some words [s]."""
NOTHING = "I took nothing from that; say it in other words, or ask 'what are you doing'"


class Conversation(Transcript):
    """A session, and what is said in it. Every method returns at once, from any thread; what comes of it comes as lines.

    Args:
      session: Whose robot it is.
      on_ended: Told of the folder of each run that has ended, in a thread of its own; None where nothing was recorded.
    """

    def __init__(self, session: Session, on_ended: Callable[[Path | None], None] | None = None) -> None:
        super().__init__(session)
        self._on_ended = on_ended
        self._run: Run | None = None
        self._given = 0.0
        self._open, self._answering = 0, threading.Condition()
        self._heard: queue.SimpleQueue[Heard] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._told = threading.Event()
        threading.Thread(target=self._answer_talk, name="heedful-conversation-ears", daemon=True).start()

    def say(self, text: str, front: str = "", halted: bool = False) -> None:
        """Words of a person: HALT first, then a correction of what is under way, else an instruction.

        Args:
          text: The words; a number, where the robot asked which, is the choice of that place.
          front: Where it was said.
          halted: Whether a HALT in it was heeded already, as it was being said.
        """
        text = text.strip()
        if not text:
            return
        if is_halt(text):
            if self.session.ears.listening or not halted:
                self._hear(text, self.session.ears.listening, halted)
            return self._line("you", text, front=front)
        self._line("you", text, front=front)
        if self._chose(text):
            return
        if self.session.ears.listening:
            return self._hear(text)
        self._said_at_rest(text)

    def _said_at_rest(self, text: str) -> None:
        """An answer, or a run that begins."""
        at_work, now = replace(self.session.ears.dialogue, running_skill=UNDER_WAY), time.perf_counter()
        if quickly(text, at_work, now) is not None:
            return self._line("robot", IDLE, "answer")
        found = read(text, at_work, now)
        if greets(text) or {p.kind for p in (found.parts or (found,))} <= TO_A_ROBOT_AT_REST:
            return self._hear(text, at_work=False)
        self._instruct(text)

    def _chose(self, text: str) -> bool:
        """Whether a number was said to a question with that many answers, or more."""
        question, number = self.session.ears.question, text.rstrip(".")
        if question is None or len(question.candidates) < 2 or not number.isdecimal():
            return False
        if self.session.ears.choose(int(number) - 1) is None:
            self._line("robot", f"there are {len(question.candidates)} to choose between; say a number from 1 on, or which", "answer")
        return True

    def steer(self, correction: Correction, front: str = "") -> None:
        """A correction that a person made without words, as with a slider; its text tells it."""
        self._line("you", correction.text, front=front)
        if self.session.ears.listening:
            return self._hear(correction)
        self._line("robot", IDLE, "answer")

    def stop(self, front: str = "") -> None:
        """HALT, before anything else."""
        self.say("stop", front)

    def tell(self, sentence: str) -> None:
        """What a front has to tell everybody who takes part."""
        self._line("robot", sentence, "notice", tone="warn")

    def status(self) -> Status:
        """As of now."""
        session, run = self.session, self._run
        robot = session.robot
        working = self.working
        instruction = run.episode.instruction if run is not None and run.running else ""
        if robot.level is Level.STOPPED:
            return Status("stopped", instruction, why=f"{robot.reason}; a person must reset it", latency_ms=self._latency)
        if not working:
            return Status("at rest", latency_ms=self._latency)
        question = session.ears.question
        doing = "held" if robot.level is Level.HOLD else "working"
        why = "" if doing == "working" else "it waits for an answer" if question is not None else "say 'go on' to continue"
        return Status(
            doing, instruction, tuple(self._calls), question.sentence if question else "", why, question.choices if question else (),
            time.monotonic() - self._given, self._latency,
        )  # fmt: skip

    @property
    def working(self) -> bool:
        """Whether anything is under way."""
        return self.session.ears.listening or (self._run is not None and self._run.running)

    @property
    def last(self) -> Run | None:
        """The run that is under way, or ended last."""
        return self._run

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until nothing is under way and how it ended was told, at most `timeout` [s]; whether it is so."""
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            with self._answering:
                if not self._answering.wait_for(lambda: not self._open, _rest(until)):
                    return False
            if not self._at_rest(until):
                return False
            if not self._open:
                return True

    def _at_rest(self, until: float | None) -> bool:
        """Wait until no run is under way and its end was told; whether it is so by then."""
        return self._run is None or (self._run.wait(_rest(until)) and self._told.wait(_rest(until)))

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
            except RuntimeError as error:
                if self.session.ears.listening:  # another has just begun
                    return self._hear(text)
                return self._line("robot", str(error), "answer")
            self._follow(run)

    def _follow(self, run: Run) -> None:
        """A run has begun: tell when it has ended."""
        self._told.clear()
        self._run, self._given = run, time.monotonic()
        threading.Thread(target=self._end, args=(run,), name="heedful-conversation", daemon=True).start()

    def _hear(self, text: str | Correction, at_work: bool = True, halted: bool = False) -> None:
        if at_work:
            with self._answering:
                self._open += 1
            return self._heard.put(self.session.ears.hear(text, halted=halted))
        before = self.session.under_way
        answer = self.session.say(text)
        self._line("robot", answer.reply, "answer")
        run = self.session.under_way
        if run is not None and run is not before:
            self._follow(run)

    def _answer_talk(self) -> None:
        """In a thread of its own: whatever was said gets an answer, also where no event tells of it."""
        while True:
            heard = self._heard.get()
            if heard.taken.wait(SOON) and heard.correction.latency_ms is None and heard.correction.kind not in ("halt", ""):
                if heard.correction.reply != IDLE:
                    self._line("robot", heard.correction.reply or NOTHING, "answer")
                elif self._at_rest(time.monotonic() + SOON):  # the run that it was said to ended before it was read
                    self._said_at_rest(heard.correction.text)
            with self._answering:
                self._open -= 1
                self._answering.notify_all()

    def _end(self, run: Run) -> None:
        run.wait()
        self.session.events.flush()
        self._calls.clear()
        try:
            episode = run.result(0)
        except Exception as error:
            self._line("robot", f"the run broke off: {type(error).__name__}: {error}", "notice", tone="bad")
            return self._told.set()
        record = episode.to_json()
        if heeded := told(record["latency_ms"], record["standstill"]):
            self._line("robot", heeded, "notice")
        self._told.set()
        if self._on_ended is not None:
            self._on_ended(episode.folder)


def _rest(until: float | None) -> float | None:
    """What is left of a time to wait [s]."""
    return None if until is None else max(0.0, until - time.monotonic())
