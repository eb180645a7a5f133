"""Puts what there is into a dataset: a recorded run as its next episode, or all episodes of another dataset in another format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from heedful.recording.dataset.from_run import from_run
from heedful.recording.dataset.layout import Format, Schema
from heedful.recording.dataset.reader import Dataset
from heedful.recording.dataset.writer import DatasetWriter
from heedful.recording.reader import Run


class Pictures(Protocol):
    """Draws or finds a run's pictures."""

    @property
    def cameras(self) -> Mapping[str, tuple[int, int]]:
        """Camera -> height and width [px]."""

    def of_rows(self, run: Run, camera: str, rows: NDArray[np.intp], fps: int) -> Iterable[NDArray[np.uint8]]:
        """A camera's picture for each of some rows of the trace."""


@dataclass(frozen=True, slots=True)
class Blind:
    """No pictures."""

    cameras: Mapping[str, tuple[int, int]]

    def of_rows(self, run: Run, camera: str, rows: NDArray[np.intp], fps: int) -> Iterable[NDArray[np.uint8]]:
        return ()


def append(folder: Path, run: Run, fps: int | None = None, format: Format = "v3.0", pictures: Pictures | None = None) -> list[str]:
    """Append a run to a dataset, which is made where there is none. Returns what a person should know, in sentences.

    Raises Unfit, NoDataset, Busy.
    """
    seen = pictures or Blind({})
    taken = from_run(run, fps, format, seen.cameras)
    with DatasetWriter(folder, taken.schema) as dataset:
        films = {c: seen.of_rows(run, c, taken.rows, taken.schema.fps) for c in seen.cameras}
        dataset.add(taken.episode, films)
    lost = ", ".join(f"“{words}”" for words in taken.unplaced)
    return [f"{run.folder} does not say when {lost} was heard, so it stands on no frame"] if lost else []


def copy(source: Dataset, folder: Path, format: Format) -> int:
    """Copy a dataset into a new one of another format; the pictures are not encoded again. Returns how many episodes there are."""
    there = source.schema
    schema = Schema(there.fps, there.state, there.action, there.cameras, there.robot, format)
    with DatasetWriter(folder, schema) as dataset:
        for number in range(dataset.episodes, len(source)):
            with dataset.begin() as draft:
                for camera in schema.cameras:
                    draft.film(camera, *source.film(number, camera))
                draft.save(source.episode(number))
        return dataset.episodes
