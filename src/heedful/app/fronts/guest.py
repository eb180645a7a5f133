"""What a program may do with a robot that people answer for: look, ask, instruct and correct; stop always; let it go on never."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from heedful.agents.corrections import is_halt
from heedful.agents.language.quoting import one_line
from heedful.app.fronts.conversation import Conversation
from heedful.app.fronts.looking import CannotLook, Looking, scene_data
from heedful.app.fronts.transcript import Line, Status
from heedful.bus import UNDER_WAY, resumes
from heedful.latch import HELD
from heedful.reading import read

if TYPE_CHECKING:
    from heedful.runs import Run
    from heedful.types import Correction

NO_GOING_ON = "refused: only a person may let the robot go on; ask the person who watches it to say 'go on'"
NO_RESET = "refused: a protective stop is reset by a person's own hand, and by no words"
NO_ACTIONS = "refused: this is a live robot, and the server was started without --allow-actions; looking, explaining and stop remain"
LONGEST = 2000
"""Characters of what a program may say at once."""
ENDED = 2.0
"""Longest wait for what is told of a run that has ended [s]."""


class Refused(RuntimeError):
    """What a program asked for and may not; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a look shows: the scene as data, and a picture or a sentence about why there is none."""

    data: dict[str, Any]
    png: bytes | None = None


class Guest:
    """One program's way to a robot. Whatever it says is said as a program's, which the executive itself never takes for a person's.

    Args:
      conversation: Which people may hold at the same time.
      actions: Whether it may move a live robot. A simulated one it may.
    """

    def __init__(self, conversation: Conversation, actions: bool = False) -> None:
        self.talk = conversation
        self.session = conversation.session
        self.looking = Looking(self.session)
        self.live = self.session.world is None
        self._actions = actions or not self.live

    def skills(self) -> list[dict[str, Any]]:
        """What the robot can be asked to do."""
        return [
            {
                "name": s.name,
                "does": s.description.split("\n\n")[0].strip(),
                "takes": {p.name: p.doc or p.kind for p in s.params},
                "needs": str(s.requires),
                "brings_about": str(s.effects),
            }
            for s in self.session.skills
            if s.plan_with
        ]

    def observe(self, camera: str = "", picture: bool = True) -> Picture:
        """The scene and the robot's status just now, with what a camera sees."""
        scene = self.session.glance().scene
        seen = scene_data(scene) if scene is not None else {"things": [], "notice": "nothing was seen yet; look again in a moment"}
        data = {"status": self.status(), **seen, "cameras": self.looking.cameras}
        if not picture:
            return Picture(data)
        try:
            return Picture(data, self.looking.picture(camera))
        except CannotLook as why:
            return Picture({**data, "picture": str(why)})

    def status(self) -> dict[str, Any]:
        """What the robot is about."""
        now: Status = self.talk.status()
        told = {"doing": now.doing, "instruction": one_line(now.instruction, 200), "running": list(now.running), "question": now.question}
        held = HELD if self.session.ears.latch else one_line(now.why, 200)
        return {k: v for k, v in {**told, "held": held}.items() if v}

    def instruct(self, text: str) -> Run | Correction:
        """Begin to carry out an instruction; words that halt stop instead. Raises Refused."""
        text = _said(text)
        if is_halt(text):
            return self.stop(text)
        self._may_act(text)
        now = self.talk.status()
        if self.session.ears.latch:
            raise Refused(f"refused: {HELD}")
        if now.doing != "at rest":
            raise Refused(
                f"refused: the robot is at work on {one_line(now.instruction, 120)!r}; correct changes that, and 'cancel' ends it"
            )
        try:
            return self.talk.asked_by_program(text)
        except RuntimeError as why:
            raise Refused(f"refused: {why}") from None

    def correct(self, text: str, wait_s: float = 2.0) -> Correction:
        """Correct what is under way, answer a question, or ask one. Raises Refused."""
        text = _said(text)
        if is_halt(text):
            return self.stop(text)
        self._may_act(text)
        return self.talk.told_by_program(text, wait_s)

    def undo(self, wait_s: float = 2.0) -> Correction:
        """Take back what was done or said last. Raises Refused."""
        return self.correct("undo that", wait_s)

    def stop(self, text: str = "stop") -> Correction:
        """HALT: hold at once, whoever asked for whatever. Always allowed, and only a person lets it go on."""
        at_work = self.session.ears.listening
        answer = self.talk.told_by_program(text if self._actions else "stop", 1.0)
        said = "the robot holds, and only a person may let it go on" if at_work else f"nothing was moving, and {HELD}"
        return replace(answer, reply=said)

    def explain(self, text: str) -> dict[str, Any]:
        """How words would be understood and planned from what is seen, without moving. Raises Refused."""
        if self.talk.status().doing in ("working", "held"):
            raise Refused("refused: the robot is at work and its planner with it; explain what it does without words, or ask it why")
        return self.session.explain(_said(text))

    def since(self, at: float) -> list[Line]:
        """What the robot said after a moment of the conversation [s]."""
        return [line for line in list(self.talk.lines) if line.at > at and line.who == "robot"]

    @property
    def now(self) -> float:
        """The moment of the last line [s]."""
        return self.talk.lines[-1].at if self.talk.lines else -1.0

    def told(self, run: Run, since: float) -> dict[str, Any]:
        """How an instruction fares, or fared, with what the robot said since a moment."""
        episode = run.episode
        if run.running:
            return {"verdict": "still working", "status": self.status(), "so_far": _texts(self.since(since))}
        link = episode.why()
        verdict = episode.verdict.value if episode.verdict is not None else "broke off"
        told = {"verdict": verdict, "reason": one_line(episode.reason, 400), "understood": one_line(episode.understood, 400)}
        steps = [f"{s.call}: {s.outcome.status.value}{f', {s.outcome.sentence}' if s.outcome.sentence else ''}" for s in episode.log]
        broke = {"why": {"link": link.link, "sentence": one_line(link.sentence, 400)}} if link.broken else {}
        folder = {"run": episode.folder.name} if episode.folder is not None else {}
        return {**told, "steps": [one_line(s, 200) for s in steps], **broke, **folder}

    @property
    def waits_for_somebody(self) -> bool:
        """Whether nothing moves until somebody answers, or lets it go on."""
        now = self.talk.status()
        return bool(now.question) or now.doing in ("held", "stopped")

    def doing(self) -> dict[str, Any]:
        """What is under way, or was last: how it was understood, what is planned, what was done so far."""
        run = self.session.under_way
        if run is None:
            return {"status": self.status(), "notice": "nothing was asked of the robot yet"}
        episode = run.episode
        plan = episode.plans[-1].sentence if episode.plans else ""
        told = {"instruction": episode.instruction, "understood": episode.understood, "plan": plan, "verdict": episode.reason}
        steps = [f"{s.call}: {s.outcome.status.value} {s.outcome.sentence}".strip() for s in list(episode.log)]
        return {"status": self.status(), **{k: v for k, v in told.items() if v}, "steps": steps}

    def close(self) -> None:
        """Let go of what draws."""
        self.looking.close()

    def _may_act(self, text: str) -> None:
        """Raises Refused for what a program may not say now."""
        if not self._actions:
            raise Refused(NO_ACTIONS)
        if self.talk.status().doing == "stopped":
            raise Refused(NO_RESET)
        ears = self.session.ears
        dialogue = replace(ears.dialogue, running_skill=ears.dialogue.running_skill or UNDER_WAY, held=ears.held)
        try:
            found = read(text, dialogue, time.perf_counter())
        except Exception:  # the robot's ears take that for nothing, too
            return
        if resumes(found):
            raise Refused(NO_GOING_ON)


def _said(text: str) -> str:
    """Words as a program may say them. Raises Refused where there are none, or too many."""
    said = text.encode(errors="replace").decode().strip()
    if not said:
        raise Refused("refused: nothing was said")
    if len(said) > LONGEST and not is_halt(said):
        raise Refused(f"refused: {len(said)} characters are too many to say at once; at most {LONGEST}")
    return said


def _texts(lines: list[Line]) -> list[str]:
    return [one_line(line.text, 200) for line in lines][-12:]
