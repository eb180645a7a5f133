"""What a run is recorded with: the head of its folder, and a row for each tick."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from heedful.episode import Episode
from heedful.recording.format import Tick as Row
from heedful.recording.reader import Run
from heedful.recording.writer import RunWriter
from heedful.ticking import Tick


def head(world: Any, holding: bool) -> dict[str, Any]:
    """The world as a run finds it: its model, task and state."""
    model = {"model": world.fingerprint()} if world is not None else {}
    task = getattr(getattr(world, "instance", None), "task", None)
    return {"task": task.name if task else None, "initial": state(world), "holding": holding, **model}


def state(world: Any) -> Any:
    """All of the simulation's state and of what the robot's driver remembers; None on hardware."""
    return world.state() if world is not None else None


def recorder(world: Any, writer: RunWriter, episode: Episode) -> Callable[[Tick], None]:
    """Writes each tick down, with the simulator's state before it."""
    data = getattr(world, "data", None)
    before: list[Any] = [None, None, None]
    if data is not None:
        before = [data.qpos.copy(), data.qvel.copy(), data.userdata.copy()]

    def record(tick: Tick) -> None:
        index = len(episode.log) if tick.calls else -1
        qpos, qvel, kept = before
        if data is not None:
            before[:] = data.qpos.copy(), data.qvel.copy(), data.userdata.copy()
        seen, sent = tick.observation, tick.sent
        row = Row(
            tick.number, seen.time, time.perf_counter(), seen.parts, tick.action, sent.command, index, sent.held, tick.adjust,
            len(sent.violations), qpos, qvel, kept,
        )  # fmt: skip
        writer.tick(row)

    return record


def told_to(those: Sequence[Callable[[Tick], None]]) -> Callable[[Tick], None] | None:
    """What tells each tick to all of those; None where there are none."""
    if len(those) <= 1:
        return those[0] if those else None

    def tell(tick: Tick) -> None:
        for one in those:
            one(tick)

    return tell


def appended(dataset: Path, folder: Path) -> list[str]:
    """Make the run in a folder an episode of a dataset; told in sentences what it lacks there, or what kept it from that.

    The run itself is recorded whatever happens.
    """
    from heedful.recording.dataset import append

    try:
        return list(append(dataset, Run.load(folder)))
    except (ValueError, OSError) as error:
        return [f"the run is not in the dataset: {error}; heedful dataset convert {folder} takes it later"]
