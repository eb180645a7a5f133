"""Services over DDS as rmw_cyclonedds frames them: sixteen bytes before each request tell whose it is, and the reply repeats them.

Fast DDS keeps these in a place that cyclonedds can neither write nor read, and a request with the sixteen bytes makes such a server
misread it; so nothing is sent to a peer of another vendor.
"""

from __future__ import annotations

import os
import struct
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from heedful.hardware.ros2.actions import settle
from heedful.hardware.ros2.cyclone import CYCLONE, VENDORS, Wire
from heedful.hardware.ros2.releases import changed
from heedful.hardware.ros2.seam import RELIABLE, LinkLost, WrongDefinition

FRAME = 16
ENCODING = 4
"""Bytes at the start of a payload that say how it is encoded."""


def told(wire: Wire, kind: str, role: str = "", number: int = 0) -> bytes:
    """What an endpoint tells its peers: its definition's hash, and for services which endpoints belong together."""
    text = "" if wire.types.distribution == "humble" else f"typehash={wire.types.hash(kind)};"
    if role:
        id = wire.participant.get_guid().bytes[:12] + struct.pack(">I", number)
        text = f"{role}={id[0]:2x}{''.join(f'.{b:x}' for b in id[1:])};{text}"
    return text.encode()


def refuse_others(wire: Wire, endpoint: Any, kind: str, where: str) -> None:
    """Raises WrongDefinition if a peer was built from another definition; Humble's tell no hash, and are taken at our word for it."""
    ours = wire.types.hash(kind)
    for _, tells in wire.peers(endpoint):
        if "typehash" not in tells and changed(kind) and wire.types.distribution != "humble":
            raise WrongDefinition(
                f"{where}: the robot tells no type hashes, as Humble's do not, and Humble's {kind} is another one: "
                "set robot.distribution=humble"
            )
        if tells.get("typehash", ours) != ours:
            raise WrongDefinition.of(where, kind, tells["typehash"], ours)


class ServiceClient:
    """Calls one service."""

    def __init__(self, wire: Wire, service: str, kinds: tuple[str, str], number: int) -> None:
        self._wire, self._service, self._kinds = wire, service, kinds
        self._id = int.from_bytes(os.urandom(8), "little")
        self._pending: dict[int, Future[Any]] = {}
        self._sent = 0
        self._lock = threading.Lock()
        self._checked: set[str] = set()
        tells = [told(wire, kind, "clientid", number) for kind in kinds]
        self._reader = wire.reader(f"rr{service}Reply", kinds[1], RELIABLE, self._heard, tells[1], framed=True)
        self._writer = wire.writer(f"rq{service}Request", kinds[0], RELIABLE, tells[0], framed=True)

    def ready(self) -> bool:
        """Whether both ways to one server are open: a reply is lost where the way back is not. Raises LinkLost for a foreign vendor."""
        there, back = self._wire.peers(self._writer), self._wire.peers(self._reader)
        foreign = {vendor for vendor, _ in there} - {CYCLONE}
        if foreign:
            name = VENDORS.get(min(foreign), f"DDS of vendor {min(foreign)}")
            raise LinkLost(
                f"the robot speaks {name}, whose service calls the dds transport cannot make: source its ROS 2 and use transport=rclpy"
            )
        return bool(({t.get("serviceid") for _, t in there} & {t.get("serviceid") for _, t in back}) - {None})

    def send(self, request: Any) -> Future[Any]:
        """Send a request to a server that is ready. Raises WrongDefinition."""
        for endpoint, kind in ((self._writer, self._kinds[0]), (self._reader, self._kinds[1])):
            if kind not in self._checked:
                refuse_others(self._wire, endpoint, kind, self._service)
                self._checked.add(kind)
        future: Future[Any] = Future()
        with self._lock:
            self._sent += 1
            number = self._sent
            self._pending[number] = future
        data = self._wire.types.encode(request)
        self._wire.write(self._writer, data[:ENCODING] + struct.pack("<Qq", self._id, number) + data[ENCODING:])
        return future

    def _heard(self, data: bytes) -> None:
        id, number = struct.unpack_from("<Qq" if data[1] & 1 else ">Qq", data, ENCODING)
        if id != self._id:
            return  # the answer to another client
        with self._lock:
            future = self._pending.pop(number, None)
        if future is not None:
            settle(future, self._wire.types.decode(data[:ENCODING] + data[ENCODING + FRAME :], self._kinds[1]))


class ServiceServer:
    """Answers one service; a reply may be given later, from any thread."""

    def __init__(
        self, wire: Wire, service: str, kinds: tuple[str, str], handler: Callable[[Any, Callable[[Any], None]], None], number: int
    ) -> None:
        self._wire, self._kinds, self._handler = wire, kinds, handler
        tells = [told(wire, kind, "serviceid", number) for kind in kinds]
        self._writer = wire.writer(f"rr{service}Reply", kinds[1], RELIABLE, tells[1], framed=True)
        self._reader = wire.reader(f"rq{service}Request", kinds[0], RELIABLE, self._heard, tells[0], framed=True)

    def _heard(self, data: bytes) -> None:
        frame = data[ENCODING : ENCODING + FRAME]

        def reply(response: Any) -> None:
            made = self._wire.types.encode(response)
            self._wire.write(self._writer, made[:ENCODING] + frame + made[ENCODING:])

        self._handler(self._wire.types.decode(data[:ENCODING] + data[ENCODING + FRAME :], self._kinds[0]), reply)
