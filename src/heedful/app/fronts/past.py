"""Recorded runs, for whoever asks from outside what was done and why: by name, never by path."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from heedful.recording import NoRun, Run, chain, first_broken_link
from heedful.recording.reader import runs_under

LISTED = 50
"""Runs that are listed, the newest."""


class NoSuchRun(LookupError):
    """A run that is not there; the message is one sentence."""


class Past:
    """The runs in one folder.

    Args:
      folder: Where they are recorded.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def listed(self) -> list[dict[str, Any]]:
        """The newest first: name, instruction, verdict and reason."""
        found = []
        for name in self._names()[:LISTED]:
            try:
                episode = Run.load(self._folder / name).episode
            except (NoRun, ValueError, OSError):
                continue
            found.append({"run": name, **{k: str(episode.get(k) or "") for k in ("instruction", "verdict", "reason")}})
        return found

    def run(self, name: str = "") -> dict[str, Any]:
        """One run, the newest unless named: the chain from words to verified goal, its first broken link, each call with its outcome.

        Raises NoSuchRun.
        """
        names = self._names()
        if not names:
            raise NoSuchRun("there is no recorded run yet")
        if name and name not in names:
            raise NoSuchRun(f"no run named {name[:60]!r}; the newest is {names[0]}")
        try:
            run = Run.load(self._folder / (name or names[0]))
        except (NoRun, ValueError, OSError):
            raise NoSuchRun(f"the run {name or names[0]} cannot be read") from None
        link = first_broken_link(run)
        told = {
            "run": name or names[0], "instruction": run.episode.get("instruction"), "understood": run.episode.get("understood"),
            "verdict": run.verdict, "why": link.sentence, "broke": link.link or None, "measured": link.value, "limit": link.limit,
            "chain": {n: held for n, held in chain(run) if held is not None},
            "steps": [_step(s) for s in run.episode.get("outcomes") or ()],
            "corrections": [_heard(c) for c in run.episode.get("corrections") or ()],
        }  # fmt: skip
        return {k: v for k, v in told.items() if v not in (None, [], {})}

    def _names(self) -> list[str]:
        """Of the folders right under it that hold a run: nothing else can be asked for."""
        found = [p for p in runs_under(self._folder) if p.parent == self._folder]
        return [p.name for p in sorted(found, key=lambda p: (p.stat().st_mtime, p.name), reverse=True)]


def _step(step: dict[str, Any]) -> dict[str, Any]:
    call = f"{step.get('skill')}({', '.join(map(str, (step.get('args') or {}).values()))})"
    said = {k: step.get(k) for k in ("status", "code", "sentence")}
    return {"call": call, **{k: v for k, v in said.items() if v}}


def _heard(correction: dict[str, Any]) -> dict[str, Any]:
    return {k: correction.get(k) for k in ("text", "kind", "by", "reply", "latency_ms") if correction.get(k) is not None}
