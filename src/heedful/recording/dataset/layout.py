"""Where things lie in a LeRobotDataset v3, and what its columns are.

    meta/info.json                                     versions, rates, columns, totals
    meta/stats.json                                    of all episodes together
    meta/tasks.parquet, meta/subtasks.parquet          the words behind task_index and subtask_index
    meta/episodes/chunk-000/file-000.parquet           one row: length, where its frames and pictures lie, its statistics
    meta/heedful/dataset.json                          which Heedful wrote it, and after which schema its language columns are
    meta/heedful/chunk-000/file-000.json               the whole record of an episode: program, plan, verdict, corrections
    data/chunk-000/file-000.parquet                    one row a frame
    videos/observation.images.CAMERA/chunk-000/file-000.mp4

Here every episode has files of its own, so that one which is whole is never opened again. The format allows that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

Format = Literal["v3.0", "v3.1"]
FORMATS: tuple[Format, ...] = get_args(Format)
"""v3.0 is what released versions of lerobot load; v3.1 adds the two language columns of its published schema."""

CHUNK = 1000
"""Files in a folder at most."""
PLACE = "chunk-{chunk:03d}/file-{file:03d}"
DATA = "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet"
VIDEO = "videos/{video_key}/chunk-{chunk_index:03d}/file-{file_index:03d}.mp4"
INFO, STATS, TASKS, SUBTASKS = "meta/info.json", "meta/stats.json", "meta/tasks.parquet", "meta/subtasks.parquet"
EPISODES, RECORDS, ABOUT = "meta/episodes", "meta/heedful", "meta/heedful/dataset.json"
STAGING, LOCK = ".staging", ".lock"

IMAGES = "observation.images."
STATE, ACTION = "observation.state", "action"
INDICES: Mapping[str, str] = {
    "timestamp": "float32", "frame_index": "int64", "episode_index": "int64", "index": "int64", "task_index": "int64",
}  # fmt: skip
"""Columns that every LeRobotDataset has."""
OURS: Mapping[str, str] = {"subtask_index": "int64", "correction": "string", "mistake": "bool", "next.done": "bool", "next.success": "bool"}
"""Columns beside: what was being done, the words said on this very frame, whether a correction came because of it, how it ended."""
LANGUAGE = ("language_persistent", "language_events")


def place(episode: int) -> tuple[int, int]:
    """Chunk and file of an episode."""
    return divmod(episode, CHUNK)


def file_of(folder: str, episode: int, suffix: str) -> str:
    """The path of an episode's file, relative to the dataset."""
    chunk, file = place(episode)
    return f"{folder}/{PLACE.format(chunk=chunk, file=file)}{suffix}"


class NoDataset(ValueError):
    """There is no dataset where one was looked for, or it is none of ours; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Schema:
    """What each frame holds."""

    fps: int
    state: tuple[str, ...]
    """Names of the measured values, in order."""
    action: tuple[str, ...]
    """Names of the values sent, in order."""
    cameras: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Camera -> height and width [px], both even."""
    robot: str = ""
    format: Format = "v3.0"

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise ValueError(f"no dataset format named {self.format!r}. Known: {', '.join(FORMATS)}")
        if self.fps < 1 or not self.state or not self.action:
            raise ValueError("a dataset needs a rate of at least 1 Hz, and values in its state and its action")
        if odd := [name for name, size in self.cameras.items() if size[0] % 2 or size[1] % 2]:
            raise ValueError(f"pictures of {odd[0]} are {self.cameras[odd[0]]}: height and width must be even")

    def features(self) -> dict[str, dict[str, Any]]:
        """The columns as `meta/info.json` declares them."""
        columns: dict[str, dict[str, Any]] = {
            STATE: {"dtype": "float32", "shape": [len(self.state)], "names": list(self.state)},
            ACTION: {"dtype": "float32", "shape": [len(self.action)], "names": list(self.action)},
        }
        for name, (height, width) in self.cameras.items():
            film = {
                "video.height": height, "video.width": width, "video.codec": "h264", "video.pix_fmt": "yuv420p",
                "video.is_depth_map": False, "video.fps": self.fps, "video.channels": 3, "has_audio": False,
            }  # fmt: skip
            columns[IMAGES + name] = {
                "dtype": "video", "shape": [height, width, 3], "names": ["height", "width", "channels"], "info": film,
            }  # fmt: skip
        columns |= {name: {"dtype": dtype, "shape": [1], "names": None} for name, dtype in {**OURS, **INDICES}.items()}
        if self.format == "v3.1":
            columns |= {name: {"dtype": "language", "shape": [1], "names": None} for name in LANGUAGE}
        return columns

    @staticmethod
    def of(info: Mapping[str, Any]) -> Schema:
        """The schema that `meta/info.json` declares. Raises NoDataset for a dataset that was not written by Heedful."""
        columns: Mapping[str, Any] = info.get("features") or {}
        if missing := [name for name in (STATE, ACTION, *OURS) if name not in columns]:
            raise NoDataset(f"the dataset was not written by Heedful: it has no column {missing[0]}")
        cameras = {k.removeprefix(IMAGES): (v["shape"][0], v["shape"][1]) for k, v in columns.items() if v["dtype"] == "video"}
        return Schema(
            int(info["fps"]), tuple(columns[STATE]["names"]), tuple(columns[ACTION]["names"]), cameras, str(info.get("robot_type") or ""),
            info["codebase_version"],
        )  # fmt: skip


def empty_info(schema: Schema) -> dict[str, Any]:
    """`meta/info.json` of a dataset without episodes."""
    from heedful.recording.dataset.language import TOOLS

    info: dict[str, Any] = {
        "codebase_version": schema.format, "robot_type": schema.robot or None, "total_episodes": 0, "total_frames": 0, "total_tasks": 0,
        "chunks_size": CHUNK, "data_files_size_in_mb": 100, "video_files_size_in_mb": 200, "fps": schema.fps, "splits": {},
        "data_path": DATA, "video_path": VIDEO if schema.cameras else None, "features": schema.features(),
    }  # fmt: skip
    if schema.format == "v3.1":
        info["tools"] = TOOLS
    return info


def about(schema: Schema) -> dict[str, Any]:
    """What else there is to say of a dataset, in a file of its own, since lerobot takes no further fields in its own."""
    from heedful.recording.dataset.language import LABEL
    from heedful.recording.format import versions

    return {"versions": versions(), "language": LABEL if schema.format == "v3.1" else "none"}


def read_info(folder: Path) -> dict[str, Any]:
    """`meta/info.json`. Raises NoDataset."""
    import json

    try:
        info = json.loads((folder / INFO).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        raise NoDataset(f"there is no dataset at {folder}: it has no {INFO}") from None
    except (OSError, ValueError) as error:
        raise NoDataset(f"{folder / INFO} cannot be read: {error}") from None
    if not isinstance(info, dict) or not isinstance(info.get("features"), dict):
        raise NoDataset(f"{folder / INFO} does not say what its columns are")
    return info
