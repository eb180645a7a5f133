"""Message classes as rosidl generates them for Python: full of zeros when made, strict about what is put into them.

What its setters demand is what the generated code of ROS 2 Humble asserts (ros2/rosidl_python, `_msg.py.em`): a float is no int and a
numpy integer is neither, a byte is `bytes` of length one, numbers in a sequence are an `array.array` and those in an array of fixed length
are numpy. A default that a definition itself names (a quaternion's w of 1) is not known here: it is zero.
"""

from __future__ import annotations

import array
import functools
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from rosbags.interfaces import Nodetype

from heedful.hardware.ros2.interfaces import Interfaces

TYPES = Interfaces()
EMPTY = "structure_needs_at_least_one_member"
CODES = {
    "int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "int64": "q", "uint64": "Q",
    "float32": "f", "float64": "d", "char": "B",
}  # fmt: skip
"""What is kept in an `array.array`, with its type code; bools, bytes, strings and messages are in lists."""
BYTES = ("byte", "octet")


class Message:
    """What all generated messages have in common."""

    ROS_KIND = ""
    """`sensor_msgs/msg/JointState`."""

    def __init__(self, **kwargs: Any) -> None:
        fields = _fields(self.ROS_KIND)
        assert kwargs.keys() <= fields.keys(), f"Invalid arguments passed to constructor: {', '.join(kwargs.keys() - fields.keys())}"
        for name, of in fields.items():
            given = kwargs.get(name, _empty(*of))
            object.__setattr__(self, name, _checked(name, given, *of))

    def __setattr__(self, name: str, value: Any) -> None:
        fields = _fields(self.ROS_KIND)
        if name not in fields:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        object.__setattr__(self, name, _checked(name, value, *fields[name]))

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and all(np.all(getattr(self, n) == getattr(other, n)) for n in _fields(self.ROS_KIND))

    __hash__ = None  # type: ignore[assignment]

    @classmethod
    def get_fields_and_field_types(cls) -> dict[str, str]:
        return {name: str(of) for name, of in _fields(cls.ROS_KIND).items()}


@functools.cache
def message(kind: str) -> type[Message]:
    """The class of a message, or of one that a service or an action is made of. Raises KeyError for one without a definition."""
    TYPES.fields(kind)
    return type(kind.rpartition("/")[2], (Message,), {"ROS_KIND": kind})


@functools.cache
def service(kind: str) -> Any:
    """A service's class, with Request and Response."""
    made = {"Request": message(f"{kind}_Request"), "Response": message(f"{kind}_Response"), "ROS_KIND": kind}
    return type(kind.rpartition("/")[2], (), made)


@functools.cache
def action(kind: str) -> Any:
    """An action's class, with Goal, Result, Feedback, and what they travel in."""
    impl = SimpleNamespace(
        SendGoalService=service(f"{kind}_SendGoal"),
        GetResultService=service(f"{kind}_GetResult"),
        FeedbackMessage=message(f"{kind}_FeedbackMessage"),
        CancelGoalService=service("action_msgs/srv/CancelGoal"),
        GoalStatusMessage=message("action_msgs/msg/GoalStatusArray"),
    )
    made = {part: message(f"{kind}_{part}") for part in ("Goal", "Result", "Feedback")}
    return type(kind.rpartition("/")[2], (), {**made, "Impl": impl, "ROS_KIND": kind})


def to_wire(given: Message) -> Any:
    """The same message as the codec has it."""
    fields = {}
    for name, _ in TYPES.fields(given.ROS_KIND):
        fields[name] = 0 if name == EMPTY else _out(getattr(given, name))
    return TYPES.make(given.ROS_KIND, **fields)


def from_wire(told: Any, kind: str) -> Any:
    """A decoded message as a generated class."""
    made = message(kind)
    given = made.__new__(made)
    for name, of in _fields(kind).items():
        object.__setattr__(given, name, _in(getattr(told, name), *of))
    return given


@functools.cache
def _fields(kind: str) -> dict[str, Any]:
    return {name: of for name, of in TYPES.fields(kind) if name != EMPTY}


def _empty(what: Any, of: Any) -> Any:
    if what == Nodetype.NAME:
        return message(of)()
    if what == Nodetype.BASE:
        return _zero(of[0])
    (element, name), length = of
    basic = name[0] if element == Nodetype.BASE else ""
    if what == Nodetype.ARRAY:
        return np.zeros(length, _dtype(basic)) if basic in CODES else [_empty(element, name) for _ in range(length)]
    return array.array(CODES[basic]) if basic in CODES else []


def _zero(basic: str) -> Any:
    if basic in BYTES:
        return b"\0"
    return {"string": "", "bool": False}.get(basic, 0.0 if basic.startswith("float") else 0)


def _dtype(basic: str) -> Any:
    return np.dtype("uint8" if basic == "char" else basic)


def _checked(name: str, value: Any, what: Any, of: Any) -> Any:
    """The value as the field keeps it. Raises AssertionError where the generated setter does."""
    if what == Nodetype.NAME:
        assert isinstance(value, message(of)), f"The {name!r} field must be a sub message of type {of!r}"
        return value
    if what == Nodetype.BASE:
        return _basic(name, value, of[0])
    (element, inner), length = of
    basic = inner[0] if element == Nodetype.BASE else ""
    if basic in CODES and what == Nodetype.ARRAY and isinstance(value, np.ndarray):
        assert value.dtype == _dtype(basic) and value.size == length, f"The {name!r} numpy.ndarray() must have {length} {basic}"
        return value
    if basic in CODES and what != Nodetype.ARRAY and isinstance(value, array.array):
        assert value.typecode == CODES[basic], f"The {name!r} array.array() must have the type code of {CODES[basic]!r}"
        return value
    assert isinstance(value, Sequence | set) and not isinstance(value, str), f"The {name!r} field must be a set or sequence"
    assert what != Nodetype.ARRAY or len(value) == length, f"The {name!r} field must have {length} values"
    values = [_checked(name, v, element, inner) for v in value]
    if basic not in CODES:
        return values
    return np.array(values, _dtype(basic)) if what == Nodetype.ARRAY else array.array(CODES[basic], values)


def _basic(name: str, value: Any, basic: str) -> Any:
    if basic in BYTES:
        assert isinstance(value, bytes | bytearray) and len(value) == 1, f"The {name!r} field must be of type 'bytes' of length 1"
    elif basic == "string":
        assert isinstance(value, str), f"The {name!r} field must be of type 'str'"
    elif basic == "bool":
        assert isinstance(value, bool), f"The {name!r} field must be of type 'bool'"
    elif basic.startswith("float"):
        assert isinstance(value, float), f"The {name!r} field must be of type 'float'"
    else:
        assert isinstance(value, int), f"The {name!r} field must be of type 'int'"
        limits = np.iinfo(_dtype(basic))
        assert limits.min <= value <= limits.max, f"The {name!r} field must be an integer in [{limits.min}, {limits.max}]"
    return value


def _out(value: Any) -> Any:
    if isinstance(value, Message):
        return to_wire(value)
    if isinstance(value, array.array):
        return np.frombuffer(value, dtype=value.typecode) if len(value) else np.zeros(0, value.typecode)
    if isinstance(value, bytes | bytearray):
        return value[0]
    return [_out(v) for v in value] if isinstance(value, list) else value


def _in(value: Any, what: Any, of: Any) -> Any:
    if what == Nodetype.NAME:
        return from_wire(value, of)
    if what == Nodetype.BASE:
        return bytes([value]) if of[0] in BYTES else value
    element, inner = of[0]
    basic = inner[0] if element == Nodetype.BASE else ""
    if basic in CODES:
        if what == Nodetype.ARRAY:
            return np.array(value, _dtype(basic))
        made = array.array(CODES[basic])
        made.frombytes(np.ascontiguousarray(value, _dtype(basic)).tobytes())
        return made
    return [_in(v, element, inner) for v in value]
