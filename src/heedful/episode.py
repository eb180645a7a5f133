"""One instruction from hearing to verdict: the plan's segments, the log of calls, what was said meanwhile, how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, Literal, Protocol

from heedful.latency import by_kind, summary
from heedful.program import Constraint, Formula, Program, to_json
from heedful.types import Correction, Id, Observation, Outcome, Scene, SkillCall, Status


class Verdict(str, Enum):
    """How an instruction ended."""

    SUCCEEDED = "succeeded"
    FAILED = "failed"
    UNVERIFIED = "unverified"
    REFUSED = "refused"
    NOT_UNDERSTOOD = "not_understood"
    NEEDS_CLARIFICATION = "needs_clarification"
    INTERRUPTED = "interrupted"
    TIMEOUT = "timeout"


@dataclass(frozen=True, slots=True)
class Understanding:
    """What words were taken to mean: a program, or why there is none."""

    program: Program | None
    verdict: Verdict | None = None
    """Set where there is no program: not_understood, refused or needs_clarification."""
    sentence: str = ""
    """What was understood, or what was not and what would be."""
    candidates: tuple[Id, ...] = ()
    code: str = ""
    """Why there is no program, as a code: `unknown_words`, `absent`, `ambiguous`, `impossible` …"""


@dataclass(frozen=True, slots=True)
class Plan:
    """A planner's answer: the next straight segment of calls, or that it is done, or a question, or a refusal."""

    kind: Literal["go", "done", "ask", "refuse"]
    calls: tuple[SkillCall | tuple[SkillCall, ...], ...] = ()
    """In order; a tuple of calls runs together on disjoint body parts."""
    goal: Formula | None = None
    """The bound goal that the segment serves; with `done`, the one to verify."""
    sentence: str = ""
    """The plan, the question or the refusal in words."""
    candidates: tuple[Id, ...] = ()
    under: tuple[Constraint, ...] = ()
    """What is to hold while the segment is carried out."""
    scores: tuple[Mapping[str, Any], ...] = ()
    """For each candidate considered: call, say, can, total, and what it lacked."""
    code: str = ""
    """Why it asks or refuses, as a code: `ambiguous`, `absent`, `unreachable`, `impossible` …"""

    @property
    def goes_on(self) -> bool:
        return self.kind == "go"


@dataclass(slots=True)
class Step:
    """One call as it was carried out."""

    call: SkillCall
    outcome: Outcome
    started: float
    """Robot time [s]."""
    ended: float
    ticks: tuple[int, int]
    """First and last row in the trace."""
    verified: bool | None = None
    """The postcondition on the measured scene."""
    clipped: int = 0
    """Commands that the safety envelope changed or refused."""

    @property
    def failed(self) -> bool:
        """Whether it went wrong by itself."""
        return not self.outcome.ok and self.outcome.status is not Status.INTERRUPTED


Fact = tuple[str, tuple[Id, ...], bool]


@dataclass(frozen=True, slots=True)
class Moment:
    """The symbolic state before a segment of the plan was begun."""

    facts: frozenset[Fact] = frozenset()
    """Where each thing was, and the state of what opens, shines or runs."""
    fill: Mapping[Id, float] = field(default_factory=dict)
    wiped: Mapping[Id, float] = field(default_factory=dict)
    achieved: int = 0
    """How many steps of the plan had been achieved."""
    calls: int = 0
    """How many calls had been logged."""


@dataclass(frozen=True, slots=True)
class Told:
    """How the world is, as a person told it."""

    predicate: str
    thing: Id
    value: bool
    extra: str = ""
    """With `is_a`, `color` and `owned_by`, what."""
    text: str = ""
    """What was said."""
    heard: float = 0.0


@dataclass(frozen=True, slots=True)
class Amended:
    """What was to be done before an edit, so that the edit can be taken back."""

    kind: str
    steps: Sequence[Program]
    achieved: int
    bindings: Mapping[str, Id]
    under: Sequence[Constraint]
    arm: str
    calls: int
    """How many calls had been logged."""


@dataclass(slots=True)
class Episode:
    """Everything about one instruction but its ticks."""

    instruction: str
    program: Program | None = None
    understood: str = ""
    plans: list[Plan] = field(default_factory=list)
    log: list[Step] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    achieved: int = 0
    """How many leading steps of a sequence have been achieved."""
    steps: list[Program] | None = None
    """What is to be done, step by step, once planning has begun; conditions whose turn has come are replaced by the branch taken."""
    under: list[Constraint] = field(default_factory=list)
    """What people asked to be kept on the way, from then on."""
    arm: str = ""
    """The arm that people want used."""
    worked: str = ""
    """The arm that was used last."""
    told: list[Told] = field(default_factory=list)
    """How the world is, as people told it."""
    moments: list[Moment] = field(default_factory=list)
    """The state before each segment, for undoing."""
    amended: list[Amended] = field(default_factory=list)
    """What was to be done before each edit."""
    ruled_out: set[Id] = field(default_factory=set)
    """Things that people said are not meant."""
    broken: list[str] = field(default_factory=list)
    """What was to hold on the way and did not, in sentences."""
    goal: Formula | None = None
    verdict: Verdict | None = None
    reason: str = ""
    code: str = ""
    """The reason as a code: `dropped`, `unreachable`, `ambiguous` …"""
    replans: int = 0
    bindings: dict[str, Id] = field(default_factory=dict)
    """References once resolved stay resolved: the reference's words -> id."""
    truth: bool | None = None
    """In simulation, whether the goal holds in the true scene."""
    violations: list[dict[str, Any]] = field(default_factory=list)
    cadence: dict[str, Any] = field(default_factory=dict)
    stops: list[tuple[float, float]] = field(default_factory=list)
    """From the words of each HALT to standstill: time [ms] and the tool's way [mm]."""
    scores: list[dict[str, Any]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    """Traces of exceptions that a planner or a skill raised."""
    notices: list[str] = field(default_factory=list)
    """What a person should know of how it came about: a language model that did not answer, or that was used."""
    language: dict[str, Any] = field(default_factory=dict)
    """The language model that was asked, and how each question went."""

    @property
    def ok(self) -> bool:
        return self.verdict is Verdict.SUCCEEDED

    def failures(self, call: SkillCall) -> int:
        """How often this very call has failed so far; that a person ended it is no failure."""
        return sum(1 for s in self.log if s.call == call and s.failed)

    def draft(self) -> Episode:
        """A copy whose plan may be changed by who thinks about it: what becomes stale is dropped with it."""
        return replace(
            self, log=list(self.log), plans=list(self.plans), steps=None if self.steps is None else list(self.steps),
            bindings=dict(self.bindings), under=list(self.under), told=list(self.told), moments=list(self.moments),
            amended=list(self.amended), ruled_out=set(self.ruled_out),
        )  # fmt: skip

    def take(self, draft: Episode) -> None:
        """What a draft has changed of the plan is so."""
        self.steps, self.achieved, self.bindings, self.under, self.arm = draft.steps, draft.achieved, draft.bindings, draft.under, draft.arm
        self.told, self.moments, self.amended, self.ruled_out = draft.told, draft.moments, draft.amended, draft.ruled_out

    def to_json(self) -> dict[str, Any]:
        """Plain data, as in `episode.json`."""
        return {
            "instruction": self.instruction,
            "understood": self.understood,
            "program": to_json(self.program) if self.program else None,
            "goal": to_json(self.goal) if self.goal else None,
            "verdict": self.verdict.value if self.verdict else "running",
            "reason": self.reason,
            "code": self.code,
            "plan": [{"kind": p.kind, "calls": _calls(p.calls), "sentence": p.sentence} for p in self.plans],
            "outcomes": [
                {
                    "skill": s.call.skill, "args": s.call.kwargs, "status": s.outcome.status.value, "code": s.outcome.code,
                    "sentence": s.outcome.sentence, "value": s.outcome.value, "limit": s.outcome.limit, "started": s.started,
                    "ended": s.ended, "ticks": list(s.ticks), "verified": s.verified, "clipped": s.clipped,
                }
                for s in self.log
            ],
            "corrections": [_correction(c) for c in self.corrections],
            "latency_ms": by_kind(self.corrections),
            "standstill": {"ms": summary(ms for ms, _ in self.stops), "mm": summary(mm for _, mm in self.stops)},
            "told": [{"predicate": t.predicate, "thing": t.thing, "value": t.value, "said": t.text} for t in self.told],
            "replans": self.replans,
            "truth": self.truth,
            "violations": self.violations,
            "broken": self.broken,
            "cadence": self.cadence,
            "scores": self.scores,
            "errors": self.errors,
            "notices": self.notices,
            "language_calls": self.language,
        }  # fmt: skip


def _correction(c: Correction) -> dict[str, Any]:
    parts = [{"kind": p.kind, "effect": dict(p.effect)} for p in c.parts]
    told = {"text": c.text, "kind": c.kind, "effect": dict(c.effect), "heard": c.heard, "latency_ms": c.latency_ms, "reply": c.reply}
    told |= {"by": c.by} if c.by else {}
    return told | ({"parts": parts} if parts else {}) | ({"ask": True, "candidates": list(c.candidates)} if c.ask else {})


def _calls(calls: Sequence[SkillCall | tuple[SkillCall, ...]]) -> list[Any]:
    return [str(c) if isinstance(c, SkillCall) else [str(x) for x in c] for c in calls]


class Planner(Protocol):
    """Decides what to do next. Called in a thread, between segments; it may not touch the robot."""

    def understand(self, words: str, scene: Scene) -> Understanding: ...
    def plan(self, episode: Episode, observation: Observation) -> Plan: ...
