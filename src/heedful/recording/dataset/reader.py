"""Reads a dataset that Heedful wrote, without lerobot and without torch."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heedful.recording.dataset import disk, journal, stats
from heedful.recording.dataset.layout import ACTION, IMAGES, RECORDS, STATE, SUBTASKS, Schema, file_of, read_info
from heedful.recording.dataset.marks import EpisodeData, Said
from heedful.recording.dataset.video import pictures


class Dataset:
    """A dataset's episodes. Raises NoDataset where there is none, or it is none of Heedful's."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(folder).expanduser()
        self.info = read_info(self.folder)
        self.schema = Schema.of(self.info)

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """The rows of `meta/episodes`."""
        return journal.episodes(self.folder)

    def __len__(self) -> int:
        return len(self.rows)

    def columns(self, number: int) -> dict[str, Any]:
        """An episode's frames by column, as numpy arrays; lists of rows for the language columns."""
        import pyarrow.parquet as pq

        table = pq.read_table(self.folder / file_of("data", number, ".parquet"))
        found = {}
        for name, feature in self.schema.features().items():
            if feature["dtype"] == "language":
                found[name] = table[name].to_pylist()
            elif feature["dtype"] != "video":
                column = table[name].combine_chunks()
                flat = column if feature["shape"][0] == 1 else column.flatten()
                values = flat.to_numpy(zero_copy_only=False)
                found[name] = values if feature["shape"][0] == 1 and name not in (STATE, ACTION) else values.reshape(len(table), -1)
        return found

    def record(self, number: int) -> Mapping[str, Any]:
        """Whatever else is known of an episode."""
        told: Mapping[str, Any] = json.loads((self.folder / file_of(RECORDS, number, ".json")).read_text(encoding="utf-8"))
        return told

    def episode(self, number: int) -> EpisodeData:
        """An episode as it was written."""
        columns, record = self.columns(number), self.record(number)
        subtasks = disk.read_words(self.folder / SUBTASKS)
        names = [subtasks[i] for i in columns["subtask_index"]]
        said = [
            Said(c["frame"], c["utterance"], c["kind"], c["effect"], c["reply"], c["latency_ms"]) for c in record["corrections"]
        ]  # fmt: skip
        return EpisodeData(
            record["task"], columns[STATE], columns[ACTION], names if any(names) else (), said, [(f, w) for f, w in record["plan"]],
            bool(record["success"]), {k: v for k, v in record.items() if k not in ("task", "success", "plan", "corrections")},
        )  # fmt: skip

    def film(self, number: int, camera: str) -> tuple[Path, stats.Stats]:
        """The file with a camera's pictures, and their statistics."""
        row = self.rows[number]
        return self.folder / file_of(f"videos/{IMAGES}{camera}", number, ".mp4"), stats.nested(row)[IMAGES + camera]

    def pictures(self, number: int, camera: str) -> Iterator[NDArray[np.uint8]]:
        """A camera's pictures, uint8 (h, w, 3), one a frame."""
        return pictures(self.film(number, camera)[0])
