"""What is wrong with a dataset: every claim that one part of it makes about another is checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np

from heedful.recording.dataset import disk, journal, language, stats
from heedful.recording.dataset.layout import ACTION, EPISODES, IMAGES, INDICES, STATE, STATS, SUBTASKS, TASKS, file_of
from heedful.recording.dataset.marks import mistaken, spoken
from heedful.recording.dataset.reader import Dataset
from heedful.recording.dataset.video import times


def verify(folder: Path) -> list[str]:
    """Every fault found, each in a sentence; none means that it is whole. Raises NoDataset where there is nothing to check."""
    dataset = Dataset(folder)
    faults = [f"{p.name} is not in its place yet: heedful dataset repair finishes or drops it" for p in journal.staged(folder)]
    faults += list(_totals(dataset))
    for number in range(len(dataset)):
        try:
            faults += [f"episode {number}: {fault}" for fault in _episode(dataset, number)]
        except Exception as error:  # a file that cannot be read at all is the fault
            faults.append(f"episode {number} cannot be read: {type(error).__name__}: {' '.join(str(error).split())[:200]}")
    return faults


def _totals(dataset: Dataset) -> Iterator[str]:
    info, rows, folder = dataset.info, dataset.rows, dataset.folder
    if info["features"] != dataset.schema.features():
        yield "meta/info.json declares other columns than its own schema has"
    totals = {
        "total_episodes": len(rows),
        "total_frames": sum(r["length"] for r in rows),
        "total_tasks": len(disk.read_words(folder / TASKS)),
    }
    for name, value in totals.items():
        if info.get(name) != value:
            yield f"{name} is said to be {info.get(name)}, and is {value}"
    if [r["episode_index"] for r in rows] != list(range(len(rows))):
        yield "the episodes are not numbered from 0 on without a gap"
    ends = np.cumsum([r["length"] for r in rows]).tolist()
    if [r["dataset_to_index"] for r in rows] != ends or [r["dataset_from_index"] for r in rows] != [0, *ends[:-1]][: len(rows)]:
        yield "the episodes do not follow one another frame by frame"
    for kind, suffix in (("data", ".parquet"), (EPISODES, ".parquet"), *((f"videos/{IMAGES}{c}", ".mp4") for c in dataset.schema.cameras)):
        known = {folder / file_of(kind, n, suffix) for n in range(len(rows))}
        yield from (f"{p.relative_to(folder)} belongs to no episode" for p in (folder / kind).glob(f"*/*{suffix}") if p not in known)
    if rows and not (folder / STATS).exists():
        yield "meta/stats.json is missing"


def _episode(dataset: Dataset, number: int) -> Iterator[str]:
    schema, folder = dataset.schema, dataset.folder
    columns, row, record = dataset.columns(number), dataset.rows[number], dataset.record(number)
    n = row["length"]
    index = np.arange(n)
    wanted = {
        "timestamp": (index / schema.fps).astype(np.float32), "frame_index": index, "episode_index": np.full(n, number),
        "index": row["dataset_from_index"] + index, "next.done": index == n - 1,
    }  # fmt: skip
    for name in INDICES:
        if len(columns[name]) != n:
            yield f"{name} has {len(columns[name])} frames of {n}"
            return
    yield from (
        f"{name} is not what its place in the dataset says" for name, values in wanted.items() if not np.array_equal(columns[name], values)
    )
    for name, width in ((STATE, len(schema.state)), (ACTION, len(schema.action))):
        if columns[name].shape != (n, width) or not np.isfinite(columns[name]).all():
            yield f"{name} is not {width} finite numbers a frame"
    for column, path in (("task_index", TASKS), ("subtask_index", SUBTASKS)):
        if n and not 0 <= columns[column].min() <= columns[column].max() < len(disk.read_words(folder / path)):
            yield f"{column} points beyond {path}"
    yield from _corrections(columns, record, n)
    yield from _language(dataset, columns, record)
    yield from _pictures(dataset, number, n)
    for name, found in stats.nested(row).items():
        if name in columns and not np.allclose(stats.of_values(columns[name])["mean"], found["mean"], atol=1e-6):
            yield f"the statistics of {name} are not those of its frames"


def _corrections(columns: Mapping[str, Any], record: Mapping[str, Any], n: int) -> Iterator[str]:
    for c in record["corrections"]:
        if not 0 <= c["frame"] < n or not 0 <= c["mistake"][0] <= c["mistake"][1] <= c["frame"]:
            yield f"the correction {c['utterance']!r} or its mistake lies outside the episode"
        elif c["action_after"] != columns[ACTION][c["frame"]].tolist():
            yield f"the action after the correction {c['utterance']!r} is not the one on its frame"
    here = {i: words for i, words in enumerate(columns["correction"]) if words}
    if here != spoken((c["frame"], c["utterance"]) for c in record["corrections"]):
        yield "the corrections on the frames are not those of the record"
    if not np.array_equal(columns["mistake"], mistaken([c["mistake"] for c in record["corrections"]], n)):
        yield "the frames marked as mistakes are not those of the record"


def _language(dataset: Dataset, columns: Mapping[str, Any], record: Mapping[str, Any]) -> Iterator[str]:
    if dataset.schema.format != "v3.1":
        return
    lasting, sudden = columns["language_persistent"], columns["language_events"]
    if any(rows != lasting[0] for rows in lasting):
        yield "language_persistent is not the same on every frame"
    yield from language.faults(lasting[0], True)
    yield from language.faults([row for rows in sudden for row in rows], False)
    moments = set(columns["timestamp"].tolist())
    if any(row["timestamp"] not in moments for row in lasting[0]):
        yield "a persistent row begins between two frames"
    spoken = {i for i, rows in enumerate(sudden) if any(r["style"] == "interjection" for r in rows)}
    if spoken != {c["frame"] for c in record["corrections"]}:
        yield "the interjections are not on the frames of the corrections"


def _pictures(dataset: Dataset, number: int, n: int) -> Iterator[str]:
    for camera, size in dataset.schema.cameras.items():
        shown, found = times(dataset.film(number, camera)[0])
        if len(shown) != n:
            yield f"{camera} has {len(shown)} pictures for {n} frames"
        elif not np.allclose(shown, np.arange(n) / dataset.schema.fps, atol=1e-4):
            yield f"the pictures of {camera} are not shown at the times of their frames"
        if found != size:
            yield f"the pictures of {camera} are {found[0]}×{found[1]}: expected {size[0]}×{size[1]}"
