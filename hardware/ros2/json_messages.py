"""Messages as rosbridge writes them in JSON: fields by name, bytes in base64, and no number as null.

rosbridge_suite's `message_conversion` has no NaN nor infinity: both come as null, and are taken for NaN here, which nothing moves on.
"""

from __future__ import annotations

import base64
from typing import Any

import numpy as np

from heedful.hardware.ros2.interfaces import Interfaces

EMPTY = "structure_needs_at_least_one_member"
BYTES = ("uint8", "octet", "byte", "char")


def to_json(types: Interfaces, message: Any, nulls: bool = False) -> dict[str, Any]:
    """A message as JSON. Raises ValueError for a number that is none; with `nulls` it is null, as rosbridge has it."""
    fields = types.fields(message.__msgtype__)
    return {name: _out(types, getattr(message, name), what, of, nulls) for name, (what, of) in fields if name != EMPTY}


def from_json(types: Interfaces, told: Any, kind: str) -> Any:
    """A message of a type from JSON; fields that were not told are zero or empty. Raises TypeError for one that it has not."""
    fields = dict(types.fields(kind))
    given = {name: _in(types, value, *fields[name]) if name in fields else value for name, value in (told or {}).items()}
    return types.make(kind, **given)


def _out(types: Interfaces, value: Any, what: Any, of: Any, nulls: bool) -> Any:
    from rosbags.interfaces import Nodetype

    if what == Nodetype.NAME:
        return to_json(types, value, nulls)
    if what == Nodetype.BASE:
        if of[0].startswith("float") and not np.isfinite(value):
            if nulls:
                return None
            raise ValueError(f"{value} cannot be told over rosbridge: JSON has no such number")
        return value.item() if isinstance(value, np.generic) else value
    element, inner = of[0]
    basic = inner[0] if element == Nodetype.BASE else ""
    if basic in BYTES:
        return base64.b64encode(np.asarray(value, np.uint8).tobytes()).decode()
    return [_out(types, one, element, inner, nulls) for one in (value.tolist() if isinstance(value, np.ndarray) else value)]


def _in(types: Interfaces, told: Any, what: Any, of: Any) -> Any:
    from rosbags.interfaces import Nodetype

    if what == Nodetype.NAME:
        return from_json(types, told, of)
    if what == Nodetype.BASE:
        if of[0].startswith("float"):
            return float("nan") if told is None else float(told)
        return told
    element, inner = of[0]
    basic = inner[0] if element == Nodetype.BASE else ""
    if basic in BYTES and isinstance(told, str):
        return np.frombuffer(base64.b64decode(told), np.uint8)
    return [_in(types, one, element, inner) for one in told]
