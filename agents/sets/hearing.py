"""What an agent makes of a sentence: understood, then bound to the things of the scene, just as in a run, and timed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from heedful.agents.understanding.bind import bind
from heedful.episode import Plan, Understanding, Verdict
from heedful.program import Program
from heedful.types import Id, Scene

Answer = Literal["acted", "asked", "refused", "not_understood"]
"""What the agent does next: set to work, ask, refuse, or say that it did not understand."""
_RANK: dict[Answer, int] = {"acted": 0, "asked": 1, "refused": 2, "not_understood": 3}
_ANSWERS: dict[Verdict | None, Answer] = {Verdict.NEEDS_CLARIFICATION: "asked", Verdict.REFUSED: "refused"}


class Listener(Protocol):
    """The part of a planner that is measured here."""

    def understand(self, words: str, scene: Scene) -> Understanding: ...


@dataclass(frozen=True, slots=True, eq=False)
class Heard:
    """What was made of a sentence."""

    words: str
    scene: Scene
    """The one in front of which it was taken so."""
    answer: Answer
    understanding: Understanding
    """With its references still open."""
    program: Program | None = None
    """Bound to ids, where the agent would act; `Seq(())` where it takes it that nothing is to be done."""
    sentence: str = ""
    """How it understood, its question, or its refusal."""
    candidates: tuple[Id, ...] = ()
    """Between what it asks to choose."""
    code: str = ""
    """Why it does not act, as a code: `absent`, `ambiguous`, `impossible`, `unknown_words` …"""
    seconds: float = 0.0
    """Time for understanding and binding, in all scenes that were tried [s]."""


def hear(
    agent: Listener,
    words: str,
    scenes: Sequence[Scene],
    makes_sense: Callable[[Heard], bool] = lambda heard: True,
    clock: Callable[[], float] = time.perf_counter,
) -> Heard:
    """What the agent makes of the words in the first scene where it would act; else its best answer: a question before a refusal.

    Args:
      agent: Understands; what it understands is bound here as the executive would have it bound.
      scenes: What it may be said in front of, the likeliest first; at least one.
      makes_sense: Of several scenes, whether the words fit one, so that it is the one they were said in front of.
    """
    began = clock()
    answers: list[Heard] = []
    for scene in scenes:
        answers.append(_heard(agent, words, scene))
        if answers[-1].answer == "acted" and makes_sense(answers[-1]):
            break
    best = min(answers, key=lambda h: (h is not answers[-1] if answers[-1].answer == "acted" else False, _RANK[h.answer]))
    return replace(best, seconds=clock() - began)


def _heard(agent: Listener, words: str, scene: Scene) -> Heard:
    understood = agent.understand(words, scene)
    if understood.program is None:
        answer = _ANSWERS.get(understood.verdict, "not_understood")
        return Heard(words, scene, answer, understood, None, understood.sentence, understood.candidates, understood.code)
    bound = bind(understood.program, scene, {})
    if isinstance(bound, Plan):
        return Heard(
            words, scene, "asked" if bound.kind == "ask" else "refused", understood, None, bound.sentence, bound.candidates, bound.code
        )
    return Heard(words, scene, "acted", understood, bound, understood.sentence)
