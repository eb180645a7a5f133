"""What a run's folder holds, and the columns of its trace.

    runs/20260131-142233-put-the-red-block-in-the-bowl/
        episode.json     what was asked, understood, planned, done and said, the versions and the initial state; "running" until it ends
        trace.parquet    one row a tick: observed, commanded, sent, the correction in force, and the simulator's state
        trace.arrows     the same rows while the run is under way, or for good if it was killed
        episode.mp4      the film
        report.html      all of it on one page

Columns of the trace, one row a tick:

    tick, time [s], wall [s]                robot time and the monotonic clock
    skill                                   index into `outcomes`, -1 between calls
    halted, violations                      commands that the safety envelope changed in this tick
    adjust.offset [m, world], .yaw [rad], .speed, .grip, .revision
    qpos, qvel                              simulator state before the command, float64; empty on hardware
    kept                                    what the world remembers beside, float64: lamps lit, spills wiped; empty where nothing
    observed.PART.q, .dq, .force, .pose     [rad or m], per second, [N], position [m] and wxyz in the world (or empty)
    commanded.PART.mode, .values            in the skill's own terms
    sent.PART                               what the robot was sent, after the safety envelope
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import platform
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.types import HOLD, Action, Adjustment, Choice, Command, Grip, JointTarget, PartCommand, PartState, PoseDelta, PoseTarget

FORMAT_VERSION = 1
EPISODE, TRACE, SPOOL, FILM, REPORT = "episode.json", "trace.parquet", "trace.arrows", "episode.mp4", "report.html"


@dataclass(frozen=True, slots=True, eq=False)
class Tick:
    """One row of the trace, as the control loop hands it over. Arrays in it must not change afterwards."""

    tick: int
    time: float
    """Robot time [s]."""
    wall: float
    """Monotonic clock [s]."""
    observed: Mapping[str, PartState]
    commanded: Action = HOLD
    sent: Command = field(default_factory=dict)
    skill: int = -1
    """Index into the episode's log; -1 between calls."""
    halted: bool = False
    adjust: Adjustment = Adjustment()
    violations: int = 0
    qpos: Array | None = None
    """Simulator state before the command was applied."""
    qvel: Array | None = None
    kept: Array | None = None
    """What the world remembers beside: lamps that are lit, spills that are wiped."""


def command_values(command: PartCommand | None) -> tuple[str, list[float]]:
    """A part's command as its mode and numbers; a part left out holds."""
    match command:
        case None:
            return "hold", []
        case JointTarget(q):
            return "joints", np.asarray(q, dtype=float).tolist()
        case PoseTarget(pose):
            return "pose", [*pose.pos.tolist(), *pose.quat.tolist()]
        case PoseDelta(pos, rot, frame):
            return f"delta_{frame}", [*np.asarray(pos, dtype=float).tolist(), *np.asarray(rot, dtype=float).tolist()]
        case Grip(width, force):
            return "grip", [float(width), float(force)]
        case Choice(name):
            return f"choice_{name}", []
        case _:
            return "twist", [command.x, command.y, command.yaw]


def versions() -> dict[str, str]:
    """The versions that a replay depends on, without importing anything heavy."""
    found = {}
    for name in ("heedful", "mujoco", "numpy"):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "absent"
    return {**found, "python": platform.python_version(), "platform": f"{sys.platform}-{platform.machine()}"}


def spooled(path: Path) -> Iterator[Any]:
    """The record batches of a spool, up to where it was cut."""
    import pyarrow as pa

    with open(path, "rb") as file, contextlib.suppress(pa.ArrowException, OSError, EOFError), pa.ipc.open_stream(file) as stream:
        yield from stream


def write_json(path: Path, data: Any) -> None:
    """Write strict JSON in one step: whoever reads sees the old file or the new one, never half of one."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with open(draft, "w", encoding="utf-8") as file:
            json.dump(plain(data), file, indent=1, ensure_ascii=False, allow_nan=False)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def plain(data: Any) -> Any:
    """Anything a run records as JSON's own types: arrays as lists, what is not finite as null, the rest as words."""
    if data is None or (isinstance(data, (str, bool, int)) and not hasattr(data, "value")):
        return data
    if isinstance(data, float):
        return data if math.isfinite(data) else None
    if isinstance(data, Mapping):
        return {str(k): plain(v) for k, v in data.items()}
    if isinstance(data, (list, tuple)):
        return [plain(v) for v in data]
    if isinstance(data, (set, frozenset)):
        return sorted(plain(v) for v in data)
    if isinstance(data, np.generic):
        return plain(data.item())
    if isinstance(data, np.ndarray):
        return plain(data.tolist())
    return plain(data.value) if hasattr(data, "value") else str(data)
