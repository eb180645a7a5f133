"""The first broken link of a run: understood, seen, planned, reached, clipped, touched, verified."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.recording.reader import Run

LINKS = ("understood", "seen", "planned", "reached", "clipped", "touched", "verified")

UNHEARD = ("not_understood", "refused", "needs_clarification")
"""Verdicts that were reached before anything was planned."""

CODES = {
    "understood": ("not_understood", "unknown_words", "empty", "ambiguous", "needs_clarification", "refused"),
    "seen": ("absent", "unseen", "not_seen", "not_in_view", "lost", "gone", "blind", "no_handle"),
    "planned": ("no_plan", "precondition", "parts_clash", "wrong_part", "no_outcome", "nothing", "impossible", "planner_error"),
    "reached": ("unreachable", "out_of_reach", "blocked", "no_path", "no_way", "no_room", "no_grasp", "error"),
    "clipped": ("protective_stop", "violation", "clipped"),
    "touched": ("missed", "slipped", "dropped"),
    "verified": ("unverified", "goal_false", "postcondition"),
}
"""Reason codes by the link that they break."""

LINK_OF = {code: link for link, codes in CODES.items() for code in codes}

ABSENT = re.compile(r"\b(there (is|are) no|i see no|cannot see|not in view)\b", re.IGNORECASE)
"""How a refusal says that a thing is not there; its code alone does not tell."""

CLIPPED_SHARE = 0.1
"""Fewer clipped commands than this share of a call's ticks do not explain its failure."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a run broke first: empty when nothing did."""

    link: str
    """One of LINKS, or `interrupted` by a person, or `running`."""
    sentence: str
    value: float | None = None
    """What was measured there."""
    limit: float | None = None
    """What it was measured against, in the same unit."""
    tick: int | None = None
    """The row of the trace in which it broke."""

    @property
    def broken(self) -> bool:
        return bool(self.link)


def first_broken_link(run: Run) -> Link:
    """Why a run did not succeed, as the first link of the chain from words to verified goal that did not hold."""
    episode = run.episode
    verdict, code, reason = (str(episode.get(k) or "") for k in ("verdict", "code", "reason"))
    last = len(run) - 1 if len(run) else None
    if verdict == "succeeded":
        return Link("", f"nothing broke: {reason or 'the goal was verified true on the measured scene'}")
    if verdict == "running":
        return Link("running", "the run has no verdict: it is still under way, or it was killed", tick=last)
    if verdict == "interrupted" and LINK_OF.get(code) != "clipped":
        return Link("interrupted", reason or "a person stopped it", tick=last)
    if verdict in UNHEARD:
        untold = code in ("", verdict) and ABSENT.search(reason)
        link = "seen" if untold else LINK_OF.get(code, "understood")
        return Link(link, reason or verdict.replace("_", " "))
    return _physical(run, verdict, code, reason, last)


def _physical(run: Run, verdict: str, code: str, reason: str, last: int | None) -> Link:
    """The broken link of a run that set out: from its decisive call, else from its verdict."""
    step = decisive(run.episode)
    violations = list(run.episode.get("violations") or ())
    if LINK_OF.get(code) == "clipped":
        hit: Mapping[str, Any] = next((v for v in reversed(violations) if v.get("stops")), violations[-1] if violations else {})
        return Link("clipped", reason or _said(hit), *_measured(hit or step or {}), _tick(run, hit, last))
    if step is None:
        link = LINK_OF.get(code) or ("verified" if verdict == "unverified" else "planned")
        return Link(link, reason or "no skill was called", tick=last)
    where = (step.get("ticks") or (None, None))[1]
    link = LINK_OF.get(str(step.get("code") or "")) or LINK_OF.get(code) or _by_status(step, verdict)
    sentence = str(step.get("sentence") or reason or f"{step['skill']} {step.get('status', 'failed')}")
    if link in ("touched", "verified") and _clipped(step):
        first, end = float(step.get("started") or 0.0), float(step.get("ended") or 0.0)
        hit = next((v for v in violations if first <= float(v.get("time") or -1.0) <= end), {})
        sentence = f"{_said(hit) or 'the safety envelope changed its commands'}, and then {sentence}"
        return Link("clipped", sentence, *_measured(hit or step), _tick(run, hit, where))
    return Link(link, sentence, *_measured(step), where)


def decisive(episode: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """The call that decided a run against success: the last one that did not succeed, or that did and was then found false."""
    steps = list(episode.get("outcomes") or ())
    failed = [s for s in steps if s.get("status") != "succeeded" or s.get("verified") is False]
    return failed[-1] if failed else None


def _by_status(step: Mapping[str, Any], verdict: str) -> Any:
    if step.get("status") == "succeeded" or step.get("status") == "unverified" or verdict == "unverified":
        return "verified"
    return "reached" if step.get("status") == "timeout" else "touched"


def _clipped(step: Mapping[str, Any]) -> bool:
    first, end = step.get("ticks") or (0, 0)
    return int(step.get("clipped") or 0) > CLIPPED_SHARE * max(1, end - first + 1)


def _said(violation: Mapping[str, Any]) -> str:
    return str(violation.get("sentence") or violation.get("rule") or "")


def _tick(run: Run, violation: Mapping[str, Any], otherwise: int | None) -> int | None:
    """The row of the trace at a violation's robot time."""
    at = violation.get("time")
    if at is None or not len(run):
        return otherwise
    return min(int(np.searchsorted(run.trace["time"], float(at) - 1e-9)), len(run) - 1)


def _measured(of: Mapping[str, Any]) -> tuple[float | None, float | None]:
    return of.get("value"), of.get("limit")


def chain(run: Run) -> list[tuple[str, bool | None]]:
    """Each link in order, and whether it held; None for those that were never come to."""
    broken = first_broken_link(run).link
    if not broken:
        return [(name, True) for name in LINKS]
    if broken in LINKS:
        at = LINKS.index(broken)
        return [(name, True if i < at else False if i == at else None) for i, name in enumerate(LINKS)]
    moved = bool(run.episode.get("outcomes"))
    return [(name, True if moved and name in LINKS[:3] else None) for name in LINKS]
