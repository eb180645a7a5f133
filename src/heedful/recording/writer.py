"""Writes a run's folder while the run is under way: a queue for the control loop, a thread that spools it to disk."""

from __future__ import annotations

import contextlib
import errno
import os
import queue
import re
import shutil
import tempfile
import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from heedful.recording.format import EPISODE, FORMAT_VERSION, SPOOL, TRACE, Tick, command_values, spooled, versions, write_json

BATCH = 256
"""Rows in one record batch of the spool at most."""
GROUP = 4096
"""Rows in one row group of the finished trace, about."""
PAUSE = 0.5
"""How long rows may wait before they are on disk [s]: what a killed run loses."""


class UnwritableFolder(OSError):
    """A run cannot be recorded where it was asked for."""


class RunWriter:
    """Records one run into a new folder `OUT/TIME-WORDS`.

    Args:
      out: Where the run's folder is made.
      initial: What is known before the run: `instruction`, `robot`, `world`, `task`, `seed`, `config`, `model` (its fingerprint) and
        `initial` (`qpos`, `qvel`, `act`, `ctrl`). It goes into `episode.json` at once.

    Raises:
      UnwritableFolder: with one sentence.
    """

    def __init__(self, out: str | os.PathLike[str], initial: Mapping[str, Any]) -> None:
        self._head = {"format_version": FORMAT_VERSION, "started": datetime.now().astimezone().isoformat(timespec="seconds"),
                      "versions": versions(), **initial}  # fmt: skip
        self._episode: dict[str, Any] = {"verdict": "running"}
        self.folder = _claim(Path(out), str(initial.get("instruction", "")), {**self._head, **self._episode})
        self._rows: queue.SimpleQueue[Tick | None] = queue.SimpleQueue()
        self._error: BaseException | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._spool, name="recording", daemon=True)
        self._thread.start()

    def tick(self, row: Tick) -> None:
        """Take one row; never blocks, never touches the disk."""
        self._rows.put(row)

    def save(self, episode: Mapping[str, Any]) -> None:
        """Rewrite `episode.json` with what is known by now."""
        self._episode = {**self._episode, **episode}
        write_json(self.folder / EPISODE, {**self._head, **self._episode})

    def close(self, episode: Mapping[str, Any] | None = None) -> Path:
        """Flush every row, finish the trace, write the episode. Closing twice is harmless.

        A run that has no verdict by now was cut short, and is recorded as interrupted.
        Raises UnwritableFolder if the disk refused a row.
        """
        if not self._closed:
            self._closed = True
            self._rows.put(None)
            self._thread.join()
            with contextlib.suppress(Exception):  # the spool stays and is as good
                finish_trace(self.folder)
        if episode is None and self._episode["verdict"] == "running":
            episode = {"verdict": "interrupted", "code": "cut_short", "reason": "the run ended before its verdict"}
        if episode:
            self.save(episode)
        if self._error is not None:
            error, self._error = self._error, None
            raise UnwritableFolder(f"the trace of {self.folder} is incomplete: {error}") from error
        return self.folder

    def __enter__(self) -> RunWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _spool(self) -> None:
        """Thread: gather rows into record batches and append them to the spool, which is readable without its end."""
        import pyarrow as pa

        with contextlib.ExitStack() as files:
            stream: Any = None
            parts: tuple[str, ...] = ()
            ending = False
            while not ending:
                rows, ending = self._gather()
                if not rows or self._error is not None:
                    continue
                parts = parts or tuple({**rows[0].observed, **rows[0].sent})
                try:
                    batch = pa.RecordBatch.from_pydict(columns_of(rows, parts))
                    if stream is None:
                        sink = files.enter_context(open(self.folder / SPOOL, "wb"))
                        stream = files.enter_context(pa.ipc.new_stream(sink, batch.schema))
                    stream.write_batch(batch)
                    sink.flush()
                except Exception as error:  # told by close(); the control loop must not stop for a full disk
                    self._error = error

    def _gather(self) -> tuple[list[Tick], bool]:
        """The rows of the next batch, and whether they are the last."""
        rows: list[Tick] = []
        until = time.monotonic() + PAUSE
        while len(rows) < BATCH:
            try:
                row = self._rows.get(timeout=max(0.0, until - time.monotonic()))
            except queue.Empty:
                break
            if row is None:
                return rows, True
            rows.append(row)
        return rows, False


def columns_of(rows: Sequence[Tick], parts: Sequence[str]) -> dict[str, Any]:
    """The trace's columns for some rows; every batch of a run has the same ones, in the same types."""
    import pyarrow as pa

    columns = {
        "tick": pa.array([int(r.tick) for r in rows], pa.int64()),
        "time": pa.array([float(r.time) for r in rows], pa.float64()),
        "wall": pa.array([float(r.wall) for r in rows], pa.float64()),
        "skill": pa.array([int(r.skill) for r in rows], pa.int32()),
        "halted": pa.array([bool(r.halted) for r in rows], pa.bool_()),
        "violations": pa.array([int(r.violations) for r in rows], pa.int32()),
        "adjust.offset": _lists(r.adjust.offset for r in rows),
        "adjust.yaw": pa.array([float(r.adjust.yaw) for r in rows], pa.float64()),
        "adjust.speed": pa.array([float(r.adjust.speed) for r in rows], pa.float64()),
        "adjust.grip": pa.array([float(r.adjust.grip) for r in rows], pa.float64()),
        "adjust.revision": pa.array([int(r.adjust.revision) for r in rows], pa.int32()),
        "qpos": _lists(r.qpos for r in rows),
        "qvel": _lists(r.qvel for r in rows),
        "kept": _lists(r.kept for r in rows),
    }
    for name in parts:
        states = [r.observed.get(name) for r in rows]
        commands = [command_values(r.commanded.parts.get(name)) for r in rows]
        columns[f"observed.{name}.q"] = _lists(s and s.q for s in states)
        columns[f"observed.{name}.dq"] = _lists(s and s.dq for s in states)
        columns[f"observed.{name}.pose"] = _lists(s and s.pose and [*s.pose.pos, *s.pose.quat] for s in states)
        columns[f"observed.{name}.force"] = pa.array([float(s.force) if s else 0.0 for s in states], pa.float64())
        columns[f"commanded.{name}.mode"] = pa.array([mode for mode, _ in commands], pa.string())
        columns[f"commanded.{name}.values"] = _lists(values for _, values in commands)
        columns[f"sent.{name}"] = _lists(r.sent.get(name) for r in rows)
    return columns


def _lists(values: Iterable[Any]) -> Any:
    """A column of float64 lists; None is an empty list."""
    import pyarrow as pa

    arrays = [np.zeros(0) if v is None else np.asarray(v, dtype=np.float64).ravel() for v in values]
    offsets = np.cumsum([0, *map(len, arrays)]).astype(np.int32)
    return pa.ListArray.from_arrays(offsets, pa.array(np.concatenate(arrays), pa.float64()))


def finish_trace(folder: Path) -> None:
    """Turn the spool into `trace.parquet`, in row groups, and drop it. Without a spool there is nothing to do."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not (folder / SPOOL).exists():
        return
    draft = folder / f".{TRACE}"
    writer: Any = None
    waiting: list[Any] = []
    for batch in (*spooled(folder / SPOOL), None):
        if batch is not None:
            waiting.append(batch)
        if waiting and (batch is None or sum(b.num_rows for b in waiting) >= GROUP):
            writer = writer or pq.ParquetWriter(draft, waiting[0].schema, compression="zstd")
            writer.write_table(pa.Table.from_batches(waiting).combine_chunks())
            waiting = []
    if writer is not None:
        writer.close()
        os.replace(draft, folder / TRACE)
    (folder / SPOOL).unlink()


def _claim(out: Path, words: str, head: Mapping[str, Any]) -> Path:
    """A new folder under `out`, there all at once with its `episode.json`, under a name that nobody has."""
    slug = "-".join(re.findall(r"[a-z0-9]+", words.lower()))[:48].strip("-")
    name = "-".join(filter(None, [datetime.now().strftime("%Y%m%d-%H%M%S"), slug]))
    draft: Path | None = None
    try:
        out.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(prefix=".run-", dir=out))
        draft.chmod(0o755)
        write_json(draft / EPISODE, head)
        for n in range(1, 1000):
            folder = out / (name if n == 1 else f"{name}-{n}")
            try:
                os.rename(draft, folder)  # refuses a folder that holds anything, and every run holds its episode.json
                return folder
            except OSError as error:
                if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                    raise
        raise OSError(errno.EEXIST, "a thousand runs of one name")
    except OSError as error:
        if draft is not None:
            shutil.rmtree(draft, ignore_errors=True)
        raise UnwritableFolder(f"a run cannot be written in {out} ({error.strerror}): name another folder with --out") from None
