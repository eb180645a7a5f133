"""Writes a LeRobotDataset v3, episode by episode: a crash at any moment loses at most the episode under way."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heedful.recording.dataset import disk, journal, language, stats
from heedful.recording.dataset.layout import (
    ABOUT,
    ACTION,
    EPISODES,
    IMAGES,
    INFO,
    RECORDS,
    STATE,
    SUBTASKS,
    TASKS,
    NoDataset,
    Schema,
    about,
    empty_info,
    file_of,
    place,
    read_info,
)
from heedful.recording.dataset.marks import EpisodeData, marked, mistaken, mistakes, spoken
from heedful.recording.dataset.video import Film


class DatasetWriter:
    """Appends episodes to a dataset; makes it where there is none. What a killed writer left is put in order first.

    Args:
      folder: The dataset.
      schema: What each frame holds; None to go on with what is there.

    Raises:
      Busy: while another writer has it.
      NoDataset: where there is none to go on with, or one of other frames.
    """

    def __init__(self, folder: str | os.PathLike[str], schema: Schema | None = None) -> None:
        self.folder = Path(folder).expanduser()
        self._open = contextlib.ExitStack()
        if schema is None:
            read_info(self.folder)
        elif not (self.folder / INFO).exists() and any(p.is_file() and p.name[:1] != "." for p in self.folder.rglob("*")):
            raise NoDataset(f"{self.folder} holds something else than a dataset: name another folder")
        self._open.enter_context(disk.alone(self.folder))
        try:
            if schema is not None and not (self.folder / INFO).exists():
                disk.write_json(self.folder / INFO, empty_info(schema))
            self.schema = Schema.of(read_info(self.folder))
            if schema is not None and (other := _differs(self.schema, schema)):
                raise NoDataset(f"the dataset {self.folder} has {other}: write to another folder")
            if not (self.folder / ABOUT).exists():
                disk.write_json(self.folder / ABOUT, about(self.schema))
            self.mended = journal.mend(self.folder)
            rows = journal.episodes(self.folder)
            self.episodes, self.frames = len(rows), sum(r["length"] for r in rows)
            self.pooled = stats.together(map(stats.nested, rows))
            self.tasks, self.subtasks = disk.read_words(self.folder / TASKS), disk.read_words(self.folder / SUBTASKS)
        except BaseException:
            self._open.close()
            raise

    def begin(self) -> Draft:
        """The next episode, to be saved or dropped before another begins."""
        return Draft(self)

    def add(self, episode: EpisodeData, pictures: Mapping[str, Iterable[NDArray[np.uint8]]] | None = None) -> int:
        """Append an episode with the pictures of each camera. Returns its index."""
        with self.begin() as draft:
            for camera, frames in (pictures or {}).items():
                for frame in frames:
                    draft.picture(camera, frame)
            return draft.save(episode)

    def close(self) -> None:
        """Let other writers have it. Everything saved is on the disk already."""
        self._open.close()

    def __enter__(self) -> DatasetWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class Draft:
    """An episode under way. Leaving it as a context without saving drops it."""

    def __init__(self, writer: DatasetWriter) -> None:
        self._writer = writer
        self._films: dict[str, Film] = {}
        self._copied: dict[str, stats.Stats] = {}
        self.where = journal.stage(writer.folder, writer.episodes)

    def picture(self, camera: str, rgb: NDArray[np.uint8]) -> None:
        """A camera's next picture, one a frame. Raises ValueError for an unknown camera or another size."""
        schema = self._writer.schema
        if camera not in schema.cameras:
            raise ValueError(f"no camera named {camera!r} in this dataset. Known: {', '.join(schema.cameras) or 'none'}")
        if camera not in self._films:
            self._films[camera] = Film(self._file(camera), schema.fps, schema.cameras[camera])
        self._films[camera].add(rgb)

    def film(self, camera: str, path: Path, seen: stats.Stats) -> None:
        """A camera's pictures as a file that holds them already, with their statistics."""
        shutil.copyfile(path, self._file(camera))
        self._copied[camera] = seen

    def save(self, episode: EpisodeData) -> int:
        """Commit it. Returns its index. Raises ValueError where its numbers or pictures are not those of the dataset."""
        writer, schema, number = self._writer, self._writer.schema, self._writer.episodes
        self._check(episode)
        for film in self._films.values():
            film.close()
        tasks = writer.tasks + [episode.task] * (episode.task not in writer.tasks)
        subtasks = writer.subtasks + [s for s in dict.fromkeys(episode.subtasks or ("",)) if s not in writer.subtasks]
        columns = frames(episode, schema, number, writer.frames, tasks, subtasks)
        found = {k: stats.of_values(columns[k]) for k, f in schema.features().items() if f["dtype"] in ("float32", "int64", "bool")}
        found |= {IMAGES + c: self._films[c].seen.stats() if c in self._films else self._copied[c] for c in schema.cameras}
        files = {f"{c}.mp4": file_of(f"videos/{IMAGES}{c}", number, ".mp4") for c in schema.cameras}
        files |= {"data.parquet": file_of("data", number, ".parquet"), "record.json": file_of(RECORDS, number, ".json")}
        files["episode.parquet"] = file_of(EPISODES, number, ".parquet")
        for camera in schema.cameras:
            disk.sync(self._file(camera))
        disk.write_table(self.where / "data.parquet", table(columns, schema))
        disk.write_json(self.where / "record.json", {**episode.record, "task": episode.task, "success": episode.success,
                                                     "plan": list(episode.plan), "corrections": marked(episode, schema.fps)})  # fmt: skip
        disk.write_table(self.where / "episode.parquet", _row(episode, schema, number, writer.frames, found))
        journal.commit(self.where, files, tasks, subtasks)
        writer.pooled = stats.together([writer.pooled, found] if writer.pooled else [found])
        journal.publish(writer.folder, self.where, writer.pooled)
        writer.episodes, writer.frames, writer.tasks, writer.subtasks = number + 1, writer.frames + len(episode), tasks, subtasks
        return number

    def drop(self) -> None:
        """It never was. Dropping twice, or after saving, is harmless."""
        for film in self._films.values():
            with contextlib.suppress(Exception):
                film.close()
        shutil.rmtree(self.where, ignore_errors=True)

    def __enter__(self) -> Draft:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if not (self.where / journal.COMMIT).exists():
            self.drop()

    def _file(self, camera: str) -> Path:
        return self.where / f"{camera}.mp4"

    def _check(self, episode: EpisodeData) -> None:
        schema = self._writer.schema
        for name, given, wanted in ((STATE, episode.state, schema.state), (ACTION, episode.action, schema.action)):
            if given.shape[1] != len(wanted):
                raise ValueError(f"{name} has {given.shape[1]} values a frame: this dataset has {len(wanted)}")
        for camera in schema.cameras:
            count = self._films[camera].count if camera in self._films else len(episode) if camera in self._copied else 0
            if count != len(episode):
                raise ValueError(f"{count} pictures of {camera} for {len(episode)} frames")


def frames(episode: EpisodeData, schema: Schema, number: int, first: int, tasks: Sequence[str], subtasks: Sequence[str]) -> dict[str, Any]:
    """The columns of an episode's frames but for the language ones, as numpy arrays."""
    n = len(episode)
    index = np.arange(n, dtype=np.int64)
    words = np.full(n, "", dtype=object)
    for frame, said in spoken((s.frame, s.text) for s in episode.said).items():
        words[frame] = said
    where = {s: i for i, s in enumerate(subtasks)}
    columns = {
        STATE: episode.state.astype(np.float32), ACTION: episode.action.astype(np.float32),
        "subtask_index": np.array([where[s] for s in episode.subtasks or [""] * n], dtype=np.int64), "correction": words,
        "mistake": mistaken(mistakes(episode, schema.fps), n), "next.done": index == n - 1,
        "next.success": (index == n - 1) & episode.success, "timestamp": (index / schema.fps).astype(np.float32), "frame_index": index,
        "episode_index": np.full(n, number, dtype=np.int64), "index": first + index,
        "task_index": np.full(n, tasks.index(episode.task), dtype=np.int64),
    }  # fmt: skip
    if schema.format == "v3.1":
        lasting, sudden = language.persistent(episode, schema.fps), language.events(episode)
        columns["language_persistent"] = [lasting] * n
        columns["language_events"] = [sudden.get(i, []) for i in range(n)]
    return columns


def table(columns: Mapping[str, Any], schema: Schema) -> Any:
    """An episode's frames as they are written."""
    import pyarrow as pa

    arrays = {}
    for name, feature in schema.features().items():
        if feature["dtype"] == "language":
            arrays[name] = language.column(columns[name], timed=name == "language_persistent")
        elif feature["dtype"] != "video":
            kind = pa.bool_() if feature["dtype"] == "bool" else pa.type_for_alias(feature["dtype"])
            width = feature["shape"][0]
            flat = pa.array(np.asarray(columns[name]).ravel(), kind)
            arrays[name] = flat if width == 1 else pa.FixedSizeListArray.from_arrays(flat, width)
    return pa.table(arrays)


def _row(episode: EpisodeData, schema: Schema, number: int, first: int, found: Mapping[str, stats.Stats]) -> Any:
    """The one row of `meta/episodes`."""
    import pyarrow as pa

    chunk, file = place(number)
    told: dict[str, Any] = {"episode_index": number, "tasks": [episode.task], "length": len(episode), "data/chunk_index": chunk,
                            "data/file_index": file, "dataset_from_index": first, "dataset_to_index": first + len(episode)}  # fmt: skip
    for camera in schema.cameras:
        key = f"videos/{IMAGES}{camera}"
        told |= {f"{key}/chunk_index": chunk, f"{key}/file_index": file, f"{key}/from_timestamp": 0.0,
                 f"{key}/to_timestamp": len(episode) / schema.fps}  # fmt: skip
    told |= {name: value.tolist() for name, value in stats.flat(found).items()}
    told |= {"meta/episodes/chunk_index": chunk, "meta/episodes/file_index": file}
    return pa.table({name: pa.array([value]) for name, value in told.items()})


def _differs(there: Schema, wanted: Schema) -> str:
    """The first thing in which two schemas differ, in words."""
    for words, name in {
        "rate [Hz]": "fps",
        "format": "format",
        "robot": "robot",
        "cameras": "cameras",
        "state": "state",
        "action": "action",
    }.items():
        if (had := getattr(there, name)) != (given := getattr(wanted, name)):
            return f"the {words} {_brief(had)}, and {_brief(given)} was to be added"
    return ""


def _brief(value: Any) -> str:
    return f"of {len(value)} values" if isinstance(value, tuple) else str(value or "none")
