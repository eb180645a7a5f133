"""Preference pairs: what the robot was doing when it was corrected, against what it did then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from heedful.recording.dataset.layout import ACTION, STATE
from heedful.recording.dataset.marks import WINDOW
from heedful.recording.dataset.reader import Dataset


def pairs(dataset: Dataset) -> Iterator[dict[str, Any]]:
    """One pair for each correction that found fault and was heeded.

    `rejected` are the frames that were the mistake, `chosen` those from the correction on, for as long as a mistake may last, up to the
    next correction. Both with their actions; `state` is what was measured when the words were heeded.
    """
    horizon = round(WINDOW * dataset.schema.fps)
    for number in range(len(dataset)):
        columns, record = dataset.columns(number), dataset.record(number)
        state, action = columns[STATE], columns[ACTION]
        corrections = sorted(record["corrections"], key=lambda c: c["frame"])
        for at, told in enumerate(corrections):
            begin, frame = told["mistake"]
            later = [c["frame"] for c in corrections[at + 1 :] if c["frame"] > frame]
            end = min([frame + horizon, len(state), *later])
            if begin == frame or end == frame:
                continue
            yield {
                "id": f"{number}:{frame}", "episode": number, "frame": frame, "task": record["task"], "subtask": told["subtask"],
                "utterance": told["utterance"], "kind": told["kind"], "effect": told["effect"], "success": record["success"],
                "state": state[frame].tolist(), "rejected": {"frames": [begin, frame], "actions": action[begin:frame].tolist()},
                "chosen": {"frames": [frame, end], "actions": action[frame:end].tolist()},
            }  # fmt: skip
