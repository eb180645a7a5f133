"""An episode as it goes into a dataset, and what its corrections mark: the frames that were the mistake, the action before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
WINDOW = 2.0
"""How far back from a correction its mistake reaches at most [s]."""
NO_FAULT = frozenset({"resume", "praise", "confirm", "query", "preference", "none"})
"""Kinds that find no fault with what was being done; praise that is none, and a no, do."""


@dataclass(frozen=True, slots=True)
class Said:
    """A correction on its frame: the first whose action heeds it."""

    frame: int
    text: str
    kind: str
    effect: Mapping[str, Any] = field(default_factory=dict)
    reply: str = ""
    latency_ms: float | None = None

    @property
    def finds_fault(self) -> bool:
        """Whether what was being done is what it corrects."""
        against = self.effect.get("value") in ("bad", False) and self.kind in ("praise", "confirm")
        return self.kind not in NO_FAULT or against


@dataclass(frozen=True, slots=True, eq=False)
class EpisodeData:
    """One episode's frames, but for its pictures."""

    task: str
    state: Vectors
    """Measured values. Shape (frames, width)."""
    action: Vectors
    """Values sent. Shape (frames, width)."""
    subtasks: Sequence[str] = ()
    """What was being done on each frame; empty where nobody knows."""
    said: Sequence[Said] = ()
    plan: Sequence[tuple[int, str]] = ()
    """Frame and words of each plan as it was made."""
    success: bool = False
    record: Mapping[str, Any] = field(default_factory=dict)
    """Whatever else is known: program, verdict, versions."""

    def __len__(self) -> int:
        return len(self.state)

    def __post_init__(self) -> None:
        n = len(self.state)
        if self.state.ndim != 2 or self.action.ndim != 2 or not n or len(self.action) != n:
            raise ValueError(f"state {self.state.shape} and action {self.action.shape} must have one row a frame, and at least one frame")
        if not (np.isfinite(self.state).all() and np.isfinite(self.action).all()):
            raise ValueError("state and action must be finite numbers")
        if self.subtasks and len(self.subtasks) != n:
            raise ValueError(f"{len(self.subtasks)} subtasks for {n} frames")
        if off := [f for f in (*(s.frame for s in self.said), *(f for f, _ in self.plan)) if not 0 <= f < n]:
            raise ValueError(f"frame {off[0]} is not among the {n} frames of the episode")


def mistakes(episode: EpisodeData, fps: int) -> list[tuple[int, int]]:
    """For each correction, the frames before it that were the mistake, as first and behind the last; empty where it finds no fault.

    They reach back WINDOW at most, and neither beyond the beginning of what was being done nor beyond an earlier correction.
    """
    found, floor = [], 0
    for said in sorted(episode.said, key=lambda s: s.frame):
        begin = max(floor, said.frame - round(WINDOW * fps), _since(episode.subtasks, said.frame - 1))
        found.append((min(begin, said.frame), said.frame) if said.finds_fault else (said.frame, said.frame))
        floor = said.frame
    order = {id(said): window for said, window in zip(sorted(episode.said, key=lambda s: s.frame), found, strict=True)}
    return [order[id(said)] for said in episode.said]


def mistaken(windows: Iterable[tuple[int, int]], n: int) -> NDArray[np.bool_]:
    """Whether each of `n` frames was part of a mistake."""
    flags = np.zeros(n, dtype=bool)
    for begin, end in windows:
        flags[begin:end] = True
    return flags


def spoken(said: Iterable[tuple[int, str]]) -> dict[int, str]:
    """All that was said on each frame, as its column holds it, line by line in the order of its hearing."""
    found: dict[int, list[str]] = {}
    for frame, words in said:
        found.setdefault(frame, []).append(words)
    return {frame: "\n".join(lines) for frame, lines in found.items() if any(lines)}


def marked(episode: EpisodeData, fps: int) -> list[dict[str, Any]]:
    """Each correction with its frame, the mistake before it, and the action before and after, as the record keeps it."""
    rows = []
    for said, (begin, end) in zip(episode.said, mistakes(episode, fps), strict=True):
        rows.append(
            {
                "frame": said.frame, "timestamp": said.frame / fps, "utterance": said.text, "kind": said.kind, "effect": dict(said.effect),
                "reply": said.reply, "latency_ms": said.latency_ms, "mistake": [begin, end],
                "subtask": episode.subtasks[said.frame] if episode.subtasks else "",
                "action_before": episode.action[max(said.frame - 1, 0)].tolist(), "action_after": episode.action[said.frame].tolist(),
            }
        )  # fmt: skip
    return rows


def _since(subtasks: Sequence[str], frame: int) -> int:
    """The first frame of what is being done on a frame."""
    at = frame
    while subtasks and at > 0 and subtasks[at - 1] == subtasks[frame]:
        at -= 1
    return max(at, 0) if subtasks else 0
