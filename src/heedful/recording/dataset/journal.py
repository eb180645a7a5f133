"""How an episode gets into a dataset whole: made aside, committed by one rename, moved to its place, counted.

While an episode is under way, its files lie in `.staging/episode-000012`. Once they are flushed, `commit.json` appears there, and from
then on the episode is part of the dataset whatever happens: moving the files to their places and counting them can be taken up again
from any point. Without it the episode never was. The order of the moves keeps a reader right in between: pictures and frames first,
the row that tells of them next, the totals last.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heedful.recording.dataset import disk, stats
from heedful.recording.dataset.layout import EPISODES, INFO, STAGING, STATS, SUBTASKS, TASKS, read_info

COMMIT = "commit.json"
NAME = "episode-{:06d}"


@dataclass(frozen=True, slots=True)
class Mended:
    """What a repair did."""

    finished: Sequence[int] = ()
    """Episodes that were committed, and are now in their places."""
    dropped: Sequence[int] = ()
    """Episodes that were cut off under way."""
    recounted: bool = False
    """Whether the totals or the statistics were not what the episodes say."""

    @property
    def anything(self) -> bool:
        return bool(self.finished or self.dropped or self.recounted)


def staged(folder: Path) -> list[Path]:
    """The episodes that are not in their places yet, in order."""
    return sorted(p for p in (folder / STAGING).glob("episode-*") if p.is_dir())


def stage(folder: Path, episode: int) -> Path:
    """An empty folder for an episode under way."""
    where = folder / STAGING / NAME.format(episode)
    shutil.rmtree(where, ignore_errors=True)
    disk.make(where)
    return where


def commit(where: Path, files: Mapping[str, str], tasks: Sequence[str], subtasks: Sequence[str]) -> None:
    """Make an episode part of the dataset.

    Args:
      where: Its staging folder, all files in it flushed.
      files: Staged name -> path in the dataset, in the order in which they are to be moved.
      tasks: Every task of the dataset with this episode.
      subtasks: Every subtask likewise.
    """
    disk.sync(where)
    disk.write_json(where / COMMIT, {"files": dict(files), "tasks": list(tasks), "subtasks": list(subtasks)})


def publish(folder: Path, where: Path, pooled: Mapping[str, stats.Stats] | None = None) -> None:
    """Move a committed episode to its place and count it; harmless where some or all of that was done before.

    Args:
      folder: The dataset.
      where: The episode's staging folder.
      pooled: The statistics with it, where the caller knows them, and then `meta/episodes` need not be read.
    """
    told = json.loads((where / COMMIT).read_text(encoding="utf-8"))
    if told["tasks"] != disk.read_words(folder / TASKS):
        disk.write_words(folder / TASKS, "task_index", told["tasks"])
    if told["subtasks"] != disk.read_words(folder / SUBTASKS):
        disk.write_words(folder / SUBTASKS, "subtask_index", told["subtasks"])
    for name, target in told["files"].items():
        if (where / name).exists():
            disk.move(where / name, folder / target)
    if pooled is None:
        recount(folder)
    else:
        _count(folder, pooled, len(told["tasks"]))
    shutil.rmtree(where)
    disk.sync(where.parent)


def recount(folder: Path) -> bool:
    """Make totals and statistics what the episodes say; whether they were not."""
    rows = episodes(folder)
    info = read_info(folder)
    totals = _totals(len(rows), sum(r["length"] for r in rows), len(disk.read_words(folder / TASKS)))
    if all(info.get(k) == v for k, v in totals.items()) and (not rows or (folder / STATS).exists()):
        return False
    if rows:
        disk.write_json(folder / STATS, stats.together(map(stats.nested, rows)))
    disk.write_json(folder / INFO, {**info, **totals})
    return True


def _count(folder: Path, pooled: Mapping[str, stats.Stats], tasks: int) -> None:
    """One episode more."""
    info = read_info(folder)
    disk.write_json(folder / STATS, pooled)
    frames = int(pooled["index"]["count"][0])
    disk.write_json(folder / INFO, {**info, **_totals(info["total_episodes"] + 1, frames, tasks)})


def _totals(episodes: int, frames: int, tasks: int) -> dict[str, Any]:
    splits = {"train": f"0:{episodes}"} if episodes else {}
    return {"total_episodes": episodes, "total_frames": frames, "total_tasks": tasks, "splits": splits}


def episodes(folder: Path) -> list[dict[str, Any]]:
    """The rows of `meta/episodes`, in order."""
    import pyarrow.parquet as pq

    rows = [row for path in sorted((folder / EPISODES).glob("*/*.parquet")) for row in pq.read_table(path).to_pylist()]
    return sorted(rows, key=lambda r: int(r["episode_index"]))


def repair(folder: Path) -> Mended:
    """Finish what was committed, drop what was not, and count again. Raises NoDataset, or Busy while a writer has it."""
    read_info(folder)
    with disk.alone(folder):
        return mend(folder)


def mend(folder: Path) -> Mended:
    """The same for whoever is the only writer already."""
    finished, dropped = [], []
    for where in staged(folder):
        number = int(where.name.rpartition("-")[2])
        if (where / COMMIT).exists():
            publish(folder, where)
            finished.append(number)
        else:
            shutil.rmtree(where)
            dropped.append(number)
    for left in folder.rglob(".*.part"):
        left.unlink()
    return Mended(finished, dropped, recount(folder))
