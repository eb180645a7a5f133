"""The language columns of LeRobotDataset v3.1, after the schema published with lerobot (`lerobot/datasets/language.py`).

`language_persistent` holds what goes on being so (plan, subtask, motion), the same list on every frame of an episode, each row with the
time from which it holds. `language_events` holds what happened on exactly this frame: an `interjection` by the user, and what the
assistant did about it as tool calls.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from heedful.recording.dataset.marks import EpisodeData

PERSISTENT_FIELDS = ("role", "content", "style", "timestamp", "camera", "tool_calls")
EVENT_FIELDS = ("role", "content", "style", "camera", "tool_calls")
PERSISTENT_STYLES = frozenset({"subtask", "plan", "memory", "motion", "task_aug"})
EVENT_STYLES = frozenset({"interjection", "vqa", "trace"})
VIEWED = frozenset({"vqa", "trace"})
"""Styles that speak of one camera's view; all others name no camera."""
LABEL = "language columns after the v3.1 schema published with lerobot, whose releases load them from 0.6 on"

TOOLS: list[dict[str, Any]] = [
    {
        "type": "function",
        "function": {
            "name": "say",
            "description": "Speak a short utterance to the user via the TTS executor.",
            "parameters": {
                "type": "object",
                "properties": {"text": {"type": "string", "description": "The verbatim text to speak."}},
                "required": ["text"],
            },
        },
    },
    {
        "type": "function",
        "function": {
            "name": "correct",
            "description": "Change what the robot does as a person's words ask.",
            "parameters": {
                "type": "object",
                "properties": {
                    "kind": {"type": "string", "description": "halt, nudge, rate, target and so on."},
                    "effect": {"type": "object", "description": "What changes: direction, magnitude, frame, target and so on."},
                },
                "required": ["kind", "effect"],
            },
        },
    },
]

Row = dict[str, Any]


def persistent(episode: EpisodeData, fps: int) -> list[Row]:
    """What goes on being so, in order of time."""
    rows = [_persistent("plan", words, frame, fps) for frame, words in episode.plan]
    before = None
    for frame, words in enumerate(episode.subtasks):
        if words != before:
            rows.append(_persistent("subtask", words, frame, fps))
        before = words
    rows += [_persistent("motion", said.reply or said.text, said.frame, fps) for said in episode.said if said.kind in ("nudge", "rotate")]
    return sorted(rows, key=lambda r: float(r["timestamp"]))


def events(episode: EpisodeData) -> dict[int, list[Row]]:
    """What happened on which frame: one row for the user, all that was said there, and one for the assistant."""
    found: dict[int, list[Row]] = {}
    for frame in sorted({said.frame for said in episode.said}):
        here = [said for said in episode.said if said.frame == frame]
        calls = [_call("correct", kind=said.kind, effect=said.effect) for said in here]
        calls += [_call("say", text=said.reply) for said in here if said.reply]
        heard: Row = {
            "role": "user",
            "content": "\n".join(s.text for s in here),
            "style": "interjection",
            "camera": None,
            "tool_calls": None,
        }
        found[frame] = [heard, {"role": "assistant", "content": None, "style": None, "camera": None, "tool_calls": calls}]
    return found


def _persistent(style: str, words: str, frame: int, fps: int) -> Row:
    time = float(np.float32(frame / fps))
    return {"role": "assistant", "content": words, "style": style, "timestamp": time, "camera": None, "tool_calls": None}


def _call(name: str, **arguments: Any) -> str:
    from heedful.recording.format import plain

    return json.dumps({"type": "function", "function": {"name": name, "arguments": plain(arguments)}}, ensure_ascii=False)


def row_type(timed: bool) -> Any:
    """The Arrow type of one row, as published."""
    import pyarrow as pa

    fields = [pa.field("role", pa.string(), nullable=False), pa.field("content", pa.string()), pa.field("style", pa.string())]
    fields += [pa.field("timestamp", pa.float32(), nullable=False)] if timed else []
    return pa.struct([*fields, pa.field("camera", pa.string()), pa.field("tool_calls", pa.list_(_json()))])


def column(lists: Sequence[Sequence[Row]], timed: bool) -> Any:
    """One list of rows a frame, as an Arrow array of the published type."""
    import pyarrow as pa

    rows = [row for each in lists for row in each]
    wanted = row_type(timed)
    arrays = [_tool_calls(rows) if f.name == "tool_calls" else pa.array([r[f.name] for r in rows], f.type) for f in wanted]
    struct = pa.StructArray.from_arrays(arrays, fields=list(wanted))
    return pa.ListArray.from_arrays(pa.array(np.cumsum([0, *map(len, lists)]), pa.int32()), struct)


def faults(rows: Iterable[Mapping[str, Any]], timed: bool, cameras: Iterable[str] = ()) -> list[str]:
    """What of some rows the published schema does not allow, in sentences."""
    wrong, known = [], set(cameras)
    fields = PERSISTENT_FIELDS if timed else EVENT_FIELDS
    styles: frozenset[str | None] = PERSISTENT_STYLES if timed else EVENT_STYLES | {None}
    for row in rows:
        style = row.get("style")
        if set(row) != set(fields):
            wrong.append(f"a row has the fields {', '.join(row)}: expected {', '.join(fields)}")
        elif style not in styles:
            wrong.append(f"a row of style {style!r} stands in the wrong column")
        elif (row["camera"] is not None) != (style in VIEWED) or (row["camera"] is not None and row["camera"] not in known):
            wrong.append(f"a row of style {style!r} names the camera {row['camera']!r}")
        elif not row["role"] or (row["content"] is None and not row["tool_calls"]):
            wrong.append(f"a row of style {style!r} says nothing, or nobody says it")
        elif any(not _is_call(call) for call in row["tool_calls"] or ()):
            wrong.append("a tool call is no function with a name and arguments")
    return wrong


def _is_call(call: Any) -> bool:
    try:
        told = json.loads(call)["function"]
        return isinstance(told["name"], str) and isinstance(told["arguments"], dict)
    except (TypeError, ValueError, KeyError):
        return False


def _json() -> Any:
    import pyarrow as pa

    return pa.json_() if hasattr(pa, "json_") else pa.string()


def _tool_calls(rows: Sequence[Row]) -> Any:
    import pyarrow as pa

    lists = [row["tool_calls"] for row in rows]
    calls = pa.array([call for each in lists for call in each or ()], pa.string())
    values = pa.ExtensionArray.from_storage(_json(), calls) if isinstance(_json(), pa.BaseExtensionType) else calls
    offsets = pa.array(np.cumsum([0, *(len(each or ()) for each in lists)]), pa.int32())
    return pa.ListArray.from_arrays(offsets, values, mask=pa.array([each is None for each in lists], pa.bool_()))
