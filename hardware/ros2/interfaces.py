"""ROS 2 interfaces from their definitions: messages with every field filled in, their bytes on the wire, and their hashes."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

import numpy as np

from heedful.hardware.ros2 import releases
from heedful.hardware.ros2.definitions import ACTIONS, MESSAGES, SERVICES
from heedful.hardware.ros2.seam import MissingExtra

NUMPY = {"byte": "uint8", "octet": "uint8", "char": "uint8"}
"""What the elements of an array are in numpy, where it has another name for them."""


def rosbags() -> Any:
    """The rosbags package's type system. Raises MissingExtra."""
    try:
        import rosbags.typesys
    except ImportError:
        raise MissingExtra('ROS 2 messages need rosbags: pip install "heedful[ros2]"') from None
    return rosbags.typesys


class Interfaces:
    """The types of one distribution, and the ones of `definitions`.

    Args:
      distribution: `humble`, `jazzy` …: whose standard messages.
    """

    def __init__(self, distribution: str = "jazzy") -> None:
        typesys = rosbags()
        if f"ROS2_{distribution.upper()}" not in typesys.Stores.__members__:
            known = sorted(s.removeprefix("ROS2_").lower() for s in typesys.Stores.__members__ if s.startswith("ROS2_"))
            raise ValueError(f"no ROS 2 distribution named {distribution!r}; known: {', '.join(known)}")
        self.distribution = distribution
        self._store = typesys.get_typestore(typesys.Stores[f"ROS2_{distribution.upper()}"])
        self._parse = typesys.get_types_from_msg
        self._lock = threading.RLock()
        self._hashes: dict[str, str] = {}
        for name, text in {**MESSAGES, **releases.MESSAGES.get(distribution, {})}.items():
            self.add(name, text)
        for name, (request, response) in {**SERVICES, **releases.SERVICES.get(distribution, {})}.items():
            self.add(f"{name}_Request", request)
            self.add(f"{name}_Response", response)
        for name, texts in {**ACTIONS, **releases.ACTIONS.get(distribution, {})}.items():
            self.add_action(name, *texts)

    def add(self, name: str, text: str) -> None:
        """Know another message, made of known ones; a name that is known stays as it is."""
        found = {}
        for made, (constants, fields) in self._parse(text, name).items():
            own = made.replace("/srv/msg/", "/srv/")  # rosbags files what a service is made of under messages
            found[own] = (constants, [(f, self._named(kind)) for f, kind in fields])
        if new := {k: v for k, v in found.items() if k not in self._store.fielddefs}:
            self._store.register(new)

    def add_action(self, name: str, goal: str, result: str, feedback: str) -> None:
        """Know an action: its three messages, and those that carry them."""
        uuid = "unique_identifier_msgs/UUID goal_id"
        for part, text in (("Goal", goal), ("Result", result), ("Feedback", feedback)):
            self.add(f"{name}_{part}", text)
        self.add(f"{name}_SendGoal_Request", f"{uuid}\n{name}_Goal goal")
        self.add(f"{name}_SendGoal_Response", "bool accepted\nbuiltin_interfaces/Time stamp")
        self.add(f"{name}_GetResult_Request", uuid)
        self.add(f"{name}_GetResult_Response", f"int8 status\n{name}_Result result")
        self.add(f"{name}_FeedbackMessage", f"{uuid}\n{name}_Feedback feedback")

    def fields(self, name: str) -> list[tuple[str, Any]]:
        """A type's fields as rosbags describes them. Raises KeyError naming a type that is not known."""
        found: Mapping[str, Any] = self._store.fielddefs
        if name not in found:
            raise KeyError(f"no definition of {name} is known here: add its text with Interfaces.add")
        return list(found[name][1])

    def make(self, name: str, /, **fields: Any) -> Any:
        """A message whose other fields are zero or empty. Raises TypeError for a field that it has not."""
        known = self.fields(name)
        if unknown := fields.keys() - {f for f, _ in known}:
            raise TypeError(f"{name} has no field {sorted(unknown)[0]!r}; it has {', '.join(f for f, _ in known)}")
        fields = {f: self._numbers(fields[f], *kind) for f, kind in known if f in fields}
        return self._store.types[name](**{f: fields[f] if f in fields else self._empty(*kind) for f, kind in known})

    def encode(self, message: Any) -> bytes:
        """Its bytes, with the four that say how they are encoded (XCDR1, little-endian)."""
        return bytes(self._store.serialize_cdr(message, message.__msgtype__))

    def decode(self, data: bytes, name: str) -> Any:
        return self._store.deserialize_cdr(data, name)

    def hash(self, name: str) -> str:
        """The RIHS01 hash, which peers from Iron on tell of each of theirs."""
        if name not in self._hashes:
            self._hashes[name] = str(self._store.hash_rihs01(name))
        return self._hashes[name]

    def _numbers(self, value: Any, what: Any, of: Any) -> Any:
        """Numbers of a field of many, as the array that the codec takes the bytes of: it looks at no type itself."""
        node = _nodes()
        if what not in (node.ARRAY, node.SEQUENCE) or of[0][0] != node.BASE or (basic := of[0][1][0]) in ("string", "wstring"):
            return value
        dtype = np.dtype(NUMPY.get(basic, basic))
        if isinstance(value, bytes | bytearray | memoryview):
            return np.frombuffer(value, dtype)
        made = np.ascontiguousarray(value, dtype)
        if what == node.ARRAY and made.shape != (of[1],):
            raise TypeError(f"a field of {of[1]} numbers was given {made.size}")
        return made

    def _named(self, kind: Any) -> Any:
        """Names of types made whole: a bare one within a service or an action is a message of that package."""
        node = _nodes()
        what, of = kind
        if what == node.NAME:
            of = of.replace("/srv/msg/", "/srv/")
            package, where, base = of.split("/")
            return what, of if where == "msg" or of in self._store.fielddefs else f"{package}/msg/{base}"
        return (what, (self._named(of[0]), of[1])) if what in (node.ARRAY, node.SEQUENCE) else kind

    def _empty(self, what: Any, of: Any) -> Any:
        node = _nodes()
        if what == node.BASE:
            return {"string": "", "bool": False}.get(of[0], 0.0 if of[0].startswith("float") else 0)
        if what == node.NAME:
            return self.make(of)
        (kind, element), length = of
        count = length if what == node.ARRAY else 0
        if kind == node.BASE and element[0] != "string":
            return np.zeros(count, dtype=NUMPY.get(element[0], element[0]))
        return [self._empty(kind, element) for _ in range(count)]


def _nodes() -> Any:
    from rosbags.interfaces import Nodetype

    return Nodetype
