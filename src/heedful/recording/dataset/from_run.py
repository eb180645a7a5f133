"""A recorded run as an episode of a dataset: what was measured and what was sent, and each correction on the frame that first heeds it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heedful.recording.dataset.layout import Format, Schema
from heedful.recording.dataset.marks import EpisodeData, Said
from heedful.recording.reader import Run

KEPT = ("instruction", "program", "goal", "verdict", "reason", "code", "truth", "outcomes", "seed", "world", "robot", "planner", "versions")
"""What of a run's record goes with its frames."""
EARLY = 1e-6
"""A command's row is written down at least this much after it left [s]."""
ACTION_NAMES: Mapping[str, tuple[str, ...]] = {
    "gripper": ("width", "force"),
    "base": ("x_speed", "y_speed", "yaw_speed"),
    "discrete": ("choice",),
}
STATE_NAMES: Mapping[str, tuple[str, ...]] = {"gripper": ("width",), "base": ("x", "y", "yaw")}
"""Kind of part -> what its values are; those of other kinds are its joints."""
HELD: Mapping[str, float] = {"base": 0.0, "discrete": -1.0}
"""What holding is for parts that are sent no place to be: no speed, no choice."""


class Unfit(ValueError):
    """A run that cannot become an episode; the message is one sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class Taken:
    """An episode, its schema, and which rows of the trace its frames are."""

    episode: EpisodeData
    schema: Schema
    rows: NDArray[np.intp]
    unplaced: tuple[str, ...] = ()
    """Corrections that the record does not place in time, as those of older versions."""


def from_run(run: Run, fps: int | None = None, format: Format = "v3.0", cameras: Mapping[str, tuple[int, int]] | None = None) -> Taken:
    """The episode that a run was.

    Args:
      run: What happened.
      fps: Frames per second, a whole part of the control rate; by default all of it.
      format: Of the dataset that it is for.
      cameras: Camera -> height and width [px] of the pictures that will go with it.

    Raises Unfit.
    """
    if len(run) < 2:
        raise Unfit(f"{run.folder} has no trace to make an episode of: it ended before the robot was commanded")
    rate = round(1.0 / float(np.median(np.diff(run.trace["time"]))))
    fps = fps or rate
    if rate % fps:
        raise Unfit(f"{run.folder} ran at {rate} Hz, of which {fps} frames a second are no whole part")
    stride = rate // fps
    rows = np.arange(0, len(run), stride)
    told: Mapping[str, Any] = run.episode.get("parts") or {}
    state, state_names = _joined(run, "observed.{}.q", told, STATE_NAMES)
    action, action_names = _joined(run, "sent.{}", told, ACTION_NAMES)
    said, unplaced = _said(run, stride, len(rows))
    success = run.verdict == "succeeded" and run.episode.get("truth") is not False
    episode = EpisodeData(
        str(run.episode.get("instruction") or ""), state[rows].astype(np.float32), action[rows].astype(np.float32),
        [_call(run, int(i)) for i in np.asarray(run.trace["skill"])[rows]], said, _plans(run, stride, len(rows)), success,
        {"run": run.folder.name, **{k: run.episode.get(k) for k in KEPT}},
    )  # fmt: skip
    return Taken(
        episode, Schema(fps, state_names, action_names, cameras or {}, str(run.episode.get("robot") or ""), format), rows, unplaced
    )


def _joined(
    run: Run, column: str, told: Mapping[str, Any], names: Mapping[str, Sequence[str]]
) -> tuple[NDArray[np.float64], tuple[str, ...]]:
    """The columns of all parts side by side, and their names, `part.value`: those of the robot, whichever parts the run moved."""
    blocks, called = [], []
    for part in run.parts:
        about: Mapping[str, Any] = told.get(part) or {}
        kind, rows = str(about.get("kind")), run.trace[column.format(part)]
        longest = max(map(len, rows))
        own: Sequence[Any] = names.get(kind) or about.get("joints") or range(longest)
        own = own if longest in (0, len(own)) else range(longest)
        if own:
            measured = run.trace[f"observed.{part}.q"][0]
            blocks.append(_filled(rows, len(own), measured, HELD.get(kind)))
            called += [f"{part}.{name}" for name in own]
    if not blocks:
        raise Unfit(f"{run.folder} recorded nothing that was measured or sent")
    return np.concatenate(blocks, axis=1), tuple(called)


def _filled(rows: Any, width: int, measured: Any, held: float | None) -> NDArray[np.float64]:
    """A column as one matrix. Rows that hold nothing are what holding is, or repeat the last one; before the first, what was measured."""
    last = np.zeros(width)
    last[: min(len(measured), width)] = measured[:width]
    filled = np.empty((len(rows), width))
    for i, row in enumerate(rows):
        if len(row) == width:
            last = np.asarray(row, dtype=float)
        elif held is not None:
            last = np.full(width, held)
        filled[i] = last
    return filled


def _call(run: Run, index: int) -> str:
    """The call under way in words: `pick(red_block)`; empty between calls."""
    outcomes = run.episode.get("outcomes") or ()
    if not 0 <= index < len(outcomes):
        return ""
    return f"{outcomes[index]['skill']}({', '.join(map(str, (outcomes[index].get('args') or {}).values()))})"


def _said(run: Run, stride: int, frames: int) -> tuple[list[Said], tuple[str, ...]]:
    """Corrections, each on the first frame whose command left after it was heeded."""
    wall = np.asarray(run.trace["wall"])
    found, unplaced = [], []
    for told in run.episode.get("corrections") or ():
        heard, latency = told.get("heard"), told.get("latency_ms")
        if heard is None:
            unplaced.append(str(told.get("text")))
            continue
        row = int(np.searchsorted(wall, float(heard) + (latency or 0.0) / 1000 - EARLY))
        frame = min(-(-row // stride), frames - 1)
        effect = told.get("effect") or {}
        found.append(Said(frame, str(told["text"]), str(told["kind"]), effect, str(told.get("reply") or ""), latency))
    return found, tuple(unplaced)


def _plans(run: Run, stride: int, frames: int) -> list[tuple[int, str]]:
    """Each segment that was planned, on the frame where its first call began."""
    outcomes, found, at = list(run.episode.get("outcomes") or ()), [], 0
    for plan in run.episode.get("plan") or ():
        calls = [c for entry in plan.get("calls") or () for c in ([entry] if isinstance(entry, str) else entry)]
        if plan.get("kind") != "go" or at >= len(outcomes):
            continue
        begin = int((outcomes[at].get("ticks") or (0, 0))[0])
        found.append((min(begin // stride, frames - 1), "\n".join(calls)))
        for call in calls:
            if at < len(outcomes) and call == _call(run, at):
                at += 1
                if outcomes[at - 1].get("status") != "succeeded":
                    break
    return found
