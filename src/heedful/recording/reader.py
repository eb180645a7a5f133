"""Reads a run's folder, whole or cut short."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.recording.format import EPISODE, FILM, FORMAT_VERSION, REPORT, SPOOL, TRACE, spooled

RUNS = Path("runs")
"""Where runs are kept unless another folder is named."""


class NoRun(ValueError):
    """There is no run where one was looked for; the message names the newest."""


@dataclass(frozen=True)
class Run:
    """One recorded run."""

    folder: Path
    episode: Mapping[str, Any]
    """The contents of `episode.json`."""
    trace: Mapping[str, Any] = field(repr=False)
    """Columns as numpy arrays, one row a tick; lists of one length are stacked. Empty if no tick was recorded."""

    @staticmethod
    def load(path: str | os.PathLike[str] | None = None) -> Run:
        """The run in a folder (or the one its `episode.json` lies in); without a path the newest under `runs`.

        Raises:
          NoRun: with one sentence that names the newest run there is.
        """
        if path is None:
            folder = newest_run(RUNS)
            if folder is None:
                raise NoRun(f'there is no run under {RUNS} yet: `heedful run "..."` makes one, or name its folder')
        else:
            folder = Path(path).expanduser()
            folder = folder.parent if folder.name == EPISODE else folder
        return Run(folder, _episode(folder), _trace(folder))

    def states(self) -> tuple[Array, Array]:
        """The simulator's `qpos` and `qvel` in each tick. Shapes (ticks, nq) and (ticks, nv); zero columns on hardware."""
        none = np.zeros((len(self), 0))
        return self.trace.get("qpos", none), self.trace.get("qvel", none)

    def kept(self) -> Array:
        """What the world remembered in each tick. Shape (ticks, n); zero columns where there was nothing to remember."""
        found: Array = self.trace.get("kept", np.zeros((len(self), 0)))
        return found

    def __len__(self) -> int:
        return len(self.trace["tick"]) if "tick" in self.trace else 0

    @property
    def verdict(self) -> str:
        return str(self.episode.get("verdict", "running"))

    @cached_property
    def parts(self) -> list[str]:
        """The body parts in the trace."""
        return [c.removeprefix("sent.") for c in self.trace if c.startswith("sent.")]

    @property
    def film(self) -> Path:
        return self.folder / FILM

    @property
    def report(self) -> Path:
        return self.folder / REPORT

    def rows(self, step: Mapping[str, Any]) -> slice:
        """The rows of one outcome in the trace."""
        first, last = step.get("ticks") or (0, -1)
        return slice(int(first), int(last) + 1)


def runs_under(root: Path) -> Iterator[Path]:
    """Every run's folder in a folder or one below it."""
    if root.is_dir():
        for pattern in (f"*/{EPISODE}", f"*/*/{EPISODE}"):
            yield from (p.parent for p in root.glob(pattern) if not p.parent.name.startswith("."))


def newest_run(root: str | os.PathLike[str] = RUNS) -> Path | None:
    """The newest run under a folder."""
    return max(runs_under(Path(root)), key=lambda p: ((p / EPISODE).stat().st_mtime, p.name), default=None)


def _episode(folder: Path) -> Mapping[str, Any]:
    path = folder / EPISODE
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        newest = newest_run(folder) or newest_run(RUNS)
        raise NoRun(f"no run at {folder}; " + (f"the newest is {newest}" if newest else '`heedful run "..."` makes one')) from None
    except (OSError, ValueError) as error:
        raise NoRun(f"{path} cannot be read as a run: {error}") from None
    if not isinstance(data, dict) or "verdict" not in data:
        raise NoRun(f"{path} is not a run's record: it has no verdict")
    if not isinstance(version := data.get("format_version"), int) or version > FORMAT_VERSION:
        raise NoRun(f"{path} has format version {version!r}; this Heedful reads up to {FORMAT_VERSION}: upgrade it")
    return data


def _trace(folder: Path) -> Mapping[str, Any]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = None
    if (folder / TRACE).exists():
        try:
            table = pq.read_table(folder / TRACE)
        except (pa.ArrowException, OSError) as error:
            if not (folder / SPOOL).exists():
                raise NoRun(f"{folder / TRACE} cannot be read: {error}") from None
    if table is None and (folder / SPOOL).exists() and (batches := list(spooled(folder / SPOOL))):
        table = pa.Table.from_batches(batches)
    return {} if table is None else {name: _numpy(table[name].combine_chunks()) for name in table.column_names}


def _numpy(column: Any) -> Any:
    """An arrow column as numpy: lists of one length as a matrix, ragged ones as an array of arrays."""
    import pyarrow as pa

    if not pa.types.is_list(column.type):
        return column.to_numpy(zero_copy_only=False)
    offsets = column.offsets.to_numpy()
    flat = column.values.to_numpy(zero_copy_only=False)
    lengths = np.diff(offsets)
    if len(lengths) and (lengths == lengths[0]).all():
        return flat[offsets[0] : offsets[-1]].reshape(len(lengths), lengths[0])
    ragged = np.empty(len(lengths), dtype=object)
    for i in range(len(lengths)):
        ragged[i] = flat[offsets[i] : offsets[i + 1]]
    return ragged
