"""Datasets: recorded runs as a LeRobotDataset v3, with every correction on its exact frame; written, read, checked and mended here."""

from heedful.recording.dataset.appending import Pictures, append, copy
from heedful.recording.dataset.disk import Busy
from heedful.recording.dataset.from_run import Unfit, from_run
from heedful.recording.dataset.journal import Mended, repair
from heedful.recording.dataset.layout import FORMATS, NoDataset, Schema
from heedful.recording.dataset.marks import EpisodeData, Said
from heedful.recording.dataset.preferences import pairs
from heedful.recording.dataset.reader import Dataset
from heedful.recording.dataset.verify import verify
from heedful.recording.dataset.writer import DatasetWriter, Draft

__all__ = [
    "FORMATS", "Busy", "Dataset", "DatasetWriter", "Draft", "EpisodeData", "Mended", "NoDataset", "Pictures", "Said", "Schema", "Unfit",
    "append", "copy", "from_run", "pairs", "repair", "verify",
]  # fmt: skip
