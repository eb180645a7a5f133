"""What people say, on its way to the executive: one thread-safe bus with arrival times. HALT goes first, and is never dropped."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from heedful.agents.corrections import is_halt
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.halt import STOP, TRAILING
from heedful.agents.corrections.words import LONGEST, clauses
from heedful.latch import ONLY_A_PERSON, Latch
from heedful.questions import Question
from heedful.quick import quickly
from heedful.reading import KEEP, read
from heedful.types import Correction

WAITING = 64
"""Utterances that may wait at once; a flood beyond that is refused and told so, but for HALT."""
QUICK = frozenset({"nudge", "rotate", "rate"})
"""Kinds that change nothing about what is still being read, so that they need not wait for it."""
READY = (
    "no, put the other one on the table instead", "stay away from the cup", "the cup is fragile", "turn it clockwise a bit",
    "what are you doing?", "undo that", "blorp",
)  # fmt: skip
"""Read to nobody before anybody speaks: what each kind of words needs once takes up to 0.4 s to make."""
IDLE = "the robot is not at work; nothing to correct"
NOTHING = "I could not make anything of that"
FREED = "nothing is under way; what is asked of the robot from now on may move it"
UNDER_WAY = "move"
"""What words are read against where an instruction is under way and no skill has begun."""
SPOKEN_OF = 5
"""Things lately spoken of that are remembered."""
TALK = frozenset({"none", "praise", "confirm", "query", "answer", KEEP})
"""Kinds that change nothing, and so are nothing that `again` could mean."""


@dataclass(slots=True, eq=False)
class Heard:
    """A correction under way; `taken` is set once the first command that it changed was sent."""

    correction: Correction
    taken: threading.Event = field(default_factory=threading.Event)
    settled: threading.Event = field(default_factory=threading.Event)
    """Of edits of the plan: set once it is known what came of it."""
    person: bool = True
    """Whether a person said it, rather than a program."""

    def answered(self, reply: str) -> Heard:
        """It changes nothing, for this reason."""
        self.correction = replace(self.correction, reply=reply)
        self.taken.set()
        self.settled.set()
        return self


class Ears:
    """Text from any front enters here; the executive drains it before every command.

    A HALT is recognised where it is heard, by itself. Everything else waits its turn to be read against the dialogue: by a thread where
    time is real, by whoever drains where simulated time waits.
    """

    def __init__(self, reader: Callable[[str, Dialogue, float], Correction] = read) -> None:
        self.listening = False
        """Whether an executive is there to heed."""
        self.on_halt: Callable[[], None] | None = None
        """Told of a HALT in the thread that heard it."""
        self.wake: Callable[[], None] | None = None
        """Told once a HALT is there to be drained, so that whoever drains need not wait until it is time to."""
        self.stir: Callable[[], None] | None = None
        """Told once anything else is there to be drained."""
        self.on_stop: Callable[[bool], None] | None = None
        """Told of every HALT, heeded or at rest, and whether a person said it: others that work beside it stop, too."""
        self.latch = Latch()
        self.halts = 0
        """How many HALTs were heard; counted as each becomes one that `drain` returns, so that a hold lifted meanwhile is put back."""
        self.dialogue = Dialogue()
        """What words are read against, as the executive last left it."""
        self.held = False
        """Whether a person's word holds the robot, as the executive last left it."""
        self.question: Question | None = None
        """What was asked last and is still open."""
        self._reader = reader
        self._last: Correction | None = None
        self._mentioned: deque[str] = deque(maxlen=SPOKEN_OF)
        self._foreseen: dict[str, str] = {}
        """What the call will be about once the edits that were read are in force, by role."""
        self._halts: deque[Heard] = deque()
        self._unread: deque[Heard] = deque()
        self._read: deque[Heard] = deque()
        self._puzzling: deque[Heard] = deque(maxlen=8)
        self._state = threading.Condition()
        self._reading = threading.Lock()
        self._thread: threading.Thread | None = None

    def hear(self, said: str | Correction, person: bool = True, halted: bool = False, spread: bool = True) -> Heard:
        """Take in words, or a correction that a front made itself. Returns at once, from any thread.

        Args:
          said: What was said.
          person: Whether a person said it. What a program says never lets a robot go on.
          halted: Whether a HALT in it was heeded already, as it was being said; what it says beside is taken in.
          spread: Whether a HALT is passed on to whoever works beside this robot.
        """
        now = time.perf_counter()
        given = replace(said, heard=now) if isinstance(said, Correction) else Correction(_shortened(str(said)), "", heard=now)
        heard = Heard(given, person=person)
        halts = given.kind == "halt" or (not given.kind and is_halt(given.text))
        if halts and not halted:
            self.latch.close(now)  # before it is asked whether anybody listens: a run that begins just now finds it closed
        heeded = self._heeded(heard, halts, halted)
        if halts and spread and self.on_stop:
            self.on_stop(person)
        return heeded

    def _heeded(self, heard: Heard, halts: bool, halted: bool) -> Heard:
        given = heard.correction
        now = given.heard
        if not self.listening:
            return self._at_rest(heard, halts)
        if halts and not halted:
            return self._halted(heard)
        if halts and _only_halts(given.text):
            return heard.answered("")
        if self.question is None and (plain := quickly(given.text, self._at_work(), now) if not given.kind else None) is not None:
            given = heard.correction = plain  # a plain shift changes nothing about what is still being read, and need not wait for it
        with self._state:
            if not self.listening:
                return heard.answered(IDLE)  # the run ended just now; it is nothing that the next one should hear
            if len(self._unread) + len(self._read) >= WAITING:
                return heard.answered(f"too much was said at once; {given.text[:40]!r} was not taken in")
            if given.kind in QUICK:
                self._took(given)
                self._read.append(heard)
            else:
                self._unread.append(heard)
                self._state.notify()
        if given.kind in QUICK:
            self._stir()
        return heard

    def _stir(self) -> None:
        if self.stir:
            self.stir()

    def choose(self, at: int) -> Heard | None:
        """Answer the question that is open with the candidate at this place; None where there is none."""
        question = self.question
        if question is None or not 0 <= at < len(question.candidates):
            return None
        self.question = None
        return self.hear(question.chosen(at))

    def _halted(self, heard: Heard) -> Heard:
        """Stop now; what else the sentence says is read in its turn."""
        if self.on_halt:
            self.on_halt()
        text = heard.correction.text
        heard.correction = replace(heard.correction, kind="halt", reply="stopped; say 'go on' to continue")
        with self._state:
            if not self.listening:
                return heard.answered(IDLE)  # the run ended just now, and held the robot
            self.held = True
            self.halts += 1
            if len(self._halts) >= WAITING:
                heard.taken = self._halts[-1].taken  # it stops already
                return heard
            self._halts.append(heard)
            self._took(heard.correction)  # `go on` means something else after it
            if not _only_halts(text) and len(self._unread) + len(self._read) < WAITING:
                self._unread.append(Heard(Correction(text, "", heard=heard.correction.heard), person=heard.person))
                self._state.notify()
        if self.wake:
            self.wake()
        return heard

    def _at_rest(self, heard: Heard, halts: bool) -> Heard:
        """Nobody is there to heed; yet a person may take back what was said to hold the robot."""
        given = heard.correction
        at_work = given
        if not given.kind:
            heard.correction, at_work = self._tried(given, self.dialogue), self._tried(given, self._at_work())
        if resumes(at_work) and not halts and not at_work.ask:
            heard.correction, was = at_work, bool(self.latch)
            if heard.person:
                self.latch.free(given.heard)
            return heard.answered(ONLY_A_PERSON if not heard.person else FREED if was else IDLE)
        if heard.correction.kind == "none" and at_work.kind == "praise":
            heard.correction = at_work
        if heard.correction.kind == "none" and at_work.kind not in TALK:
            return heard.answered(IDLE)  # a correction, were there anything to correct
        return heard.answered(heard.correction.reply if heard.correction.kind in TALK else IDLE)

    def _tried(self, given: Correction, dialogue: Dialogue) -> Correction:
        """What it is read as; of no kind, and told so, where reading it breaks."""
        try:
            return self._reader(given.text, dialogue, given.heard)
        except Exception as error:
            return replace(given, kind="none", reply=f"{NOTHING}: {type(error).__name__}")

    @property
    def waiting(self) -> int:
        """How many utterances have been heard and not been taken in."""
        return len(self._halts) + len(self._unread) + len(self._read) + len(self._puzzling)

    def orient(self, dialogue: Dialogue) -> None:
        """Words are read against this from now on; what made no sense while nothing was known yet is read again."""
        self.dialogue, self._foreseen = dialogue, {}
        if dialogue.running_skill is None:
            return
        with self._state:
            self._unread.extendleft(reversed(self._puzzling))
            self._puzzling.clear()
            self._state.notify()

    def read_aloud(self) -> None:
        """From now on a thread of its own reads what is heard."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._read_on, name="heedful-ears", daemon=True)
            self._thread.start()

    def _read_on(self) -> None:
        for words in READY:
            self._reader(words, self._at_work(), 0.0)
        while True:
            with self._state:
                while not self._unread or self._halts:  # what a HALT says beside is read once it has stopped the robot
                    self._state.wait()
            self._read_one()

    def _read_one(self) -> None:
        """Read the oldest utterance against the dialogue as it is now."""
        with self._reading:
            with self._state:
                if not self._unread:
                    return
                heard = self._unread[0]
            given = heard.correction
            try:
                found = given if given.kind else self._understood(given)
            except Exception as error:
                found = replace(given, kind="none", reply=f"{NOTHING}: {type(error).__name__}")
            heard.correction = found
            with self._state:
                self._took(found)
                if self._unread and self._unread[0] is heard:
                    self._unread.popleft()
                    if found.kind == "none" and self.dialogue.running_skill is None:
                        heard.correction = given
                        self._puzzling.append(heard)
                    elif found.kind:
                        self._read.append(heard)
                    else:
                        heard.answered("")  # nothing beside its HALT
                else:
                    heard.answered(IDLE)  # nobody listens any more
        self._stir()

    def _understood(self, given: Correction) -> Correction:
        dialogue = replace(self._at_work(), last=self._last, mentioned=(*self._mentioned, *self.dialogue.mentioned))
        found = self._reader(given.text, dialogue, given.heard)
        for name in _names(found, dialogue):
            self._mentioned.appendleft(name)
        for part in found.parts or (found,):
            self._foreseen |= _foreseen(part, dialogue.bindings)
        if is_halt(given.text):
            return _beside_halt(found)
        question, self.question = self.question, None
        if question is not None and (answer := question.answered(found, dialogue)) is not None:
            return answer
        if found.ask:
            self.question = Question.of(found)
        elif question is not None and found.kind in TALK:
            self.question = question  # it is still open
        return found

    def _at_work(self) -> Dialogue:
        """The dialogue; while it thinks, too, words are about what it is going to do."""
        now = self.dialogue
        return replace(now, running_skill=now.running_skill or UNDER_WAY, bindings={**now.bindings, **self._foreseen}, held=self.held)

    def _took(self, found: Correction) -> None:
        """Remember the correction that was said last, for `more` and `again`; what takes longer to read may come in after it."""
        if found.kind not in TALK | {"", "repeat"} and not found.ask and (self._last is None or found.heard >= self._last.heard):
            self._last = found

    def drain(self) -> list[Heard]:
        """Everything read since the last call: HALTs, then the rest in the order it was heard."""
        while self._thread is None and self._unread:
            self._read_one()
        with self._state:
            found = [*self._halts, *self._read]
            self._halts.clear()
            self._read.clear()
            if self._unread:
                self._state.notify()
        return found

    def stop_listening(self) -> None:
        """No executive any more: release whoever still waits."""
        with self._state:
            self.listening = self.held = False
        self.question, self.dialogue = None, replace(self.dialogue, running_skill=None, bindings={})
        with self._state:
            left = [*self._halts, *self._read, *self._unread, *self._puzzling]
            for waiting in (self._halts, self._read, self._unread, self._puzzling):
                waiting.clear()
        for heard in left:
            heard.answered(IDLE)


def resumes(correction: Correction) -> bool:
    """Whether it would let a held robot go on, by itself or in one breath with something else."""
    return any(p.kind == "resume" for p in (correction.parts or (correction,)))


def _only_halts(text: str) -> bool:
    """Whether nothing but a halt was said, so that there is nothing to read beside it."""
    return {w for clause in clauses(text) for w in clause} <= STOP | TRAILING


def _beside_halt(found: Correction) -> Correction:
    """What a sentence that halts says beside; never that it should go on. Of no kind if that is nothing."""
    rest = tuple(p for p in (found.parts or (found,)) if p.kind not in {"halt", "pause", "resume", *TALK})
    if not rest:
        return replace(found, kind="", effect={}, reply="", parts=())
    return rest[0] if len(rest) == 1 else replace(found, parts=rest)


def _foreseen(found: Correction, bindings: Mapping[str, str]) -> dict[str, str]:
    """The roles that an edit gives to other things: said right after it, `no, the red one` is about what it made of the call."""
    new, reference = found.effect.get("new"), found.effect.get("reference")
    if found.ask:
        return {}
    if found.kind == "target" and isinstance(new, str):
        return {role: new for role, name in bindings.items() if name == found.effect.get("exclude")}
    if found.kind == "goal" and isinstance(reference, str) and found.effect.get("object") in (None, bindings.get("object")):
        return {"target": reference}
    return {}


def _names(found: Correction, dialogue: Dialogue) -> list[str]:
    """The things of the scene that a correction names."""
    told = [v for p in (found.parts or (found,)) for v in p.effect.values()]
    return [v for v in told if isinstance(v, str) and v in dialogue.scene]


def _shortened(text: str) -> str:
    """The two ends of what is too long to be said: memory stays bounded, and a HALT at either end is heard."""
    plain = text.encode(errors="replace").decode()
    return plain if len(plain) <= 2 * LONGEST else f"{plain[:LONGEST]}\n{plain[-LONGEST:]}"
