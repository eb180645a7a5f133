"""The transport for machines without ROS: ROS 2's DDS conventions, spoken with cyclonedds and rosbags from pip."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from heedful.hardware.ros2.actions import settle
from heedful.hardware.ros2.carrying import Carrying
from heedful.hardware.ros2.cyclone import Wire
from heedful.hardware.ros2.graph import Presence
from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.seam import FIND, RELIABLE, SENSOR, LinkLost, Quality, WrongDefinition
from heedful.hardware.ros2.services import ServiceClient, ServiceServer, refuse_others, told
from heedful.hardware.ros2.uncorrelated import DdsAction

AGAIN = 1.0
"""How often it is checked anew who is on the other side of a topic [s]."""
DOMAINS = range(0, 102)


class DdsTransport(Carrying):
    """A node on DDS.

    Args:
      name: The node's.
      domain: ROS_DOMAIN_ID; that of the environment, else 0, unless given.
      interface: The network interface: `lo` reaches this machine only.
      distribution: Whose standard messages.
      types: The interfaces, where they are made already.
    """

    def __init__(
        self, name: str = "heedful", domain: int | None = None, interface: str = "lo", distribution: str = "jazzy",
        types: Interfaces | None = None,
    ) -> None:  # fmt: skip
        domain = int(os.environ.get("ROS_DOMAIN_ID") or 0) if domain is None else domain
        if domain not in DOMAINS:
            raise ValueError(f"ROS_DOMAIN_ID is a whole number from 0 to {DOMAINS[-1]}, got {domain}")
        self.domain, self.interface = domain, interface
        self.types = types or Interfaces(distribution)
        self.refused: dict[str, str] = {}
        """Topic -> why what is published there is not heeded."""
        self.notices: dict[str, str] = {}
        """Action -> what is to be known of how it is followed."""
        self._wire = Wire(self.types, domain, interface)
        self._presence = Presence(self._wire, name)
        self._clients: dict[str, ServiceClient] = {}
        self._readers: dict[str, Any] = {}
        self._watched: dict[str, Any] = {}
        self._count = 0
        self._careless = False
        self._lock = threading.RLock()
        self._presence.tell()

    @property
    def name(self) -> str:
        return f"dds on domain {self.domain}, interface {self.interface}"

    def now(self) -> float:
        return time.monotonic()

    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]:
        writer = self._wire.writer(f"rt{topic}", kind, quality, told(self._wire, kind))
        self._presence.tell()
        due = 0.0

        def publish(message: Any) -> None:
            nonlocal due
            if (now := self.now()) >= due and not self._careless:
                refuse_others(self._wire, writer, kind, topic)
                due = now + AGAIN
            self._wire.write(writer, self.types.encode(message))

        return publish

    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = SENSOR) -> None:
        due, known = 0.0, list[Any]()

        def check(data: bytes) -> None:
            nonlocal due, known
            there = self._wire.matched(self._readers[topic])
            if (now := self.now()) >= due or there != known:
                due, known = now + AGAIN, there
                try:
                    refuse_others(self._wire, self._readers[topic], kind, topic)
                    self.refused.pop(topic, None)
                except WrongDefinition as error:
                    self.refused[topic] = str(error)
            if topic not in self.refused:
                heard(self.types.decode(data, kind))

        with self._lock:
            self._readers[topic] = self._wire.reader(f"rt{topic}", kind, quality, check, told(self._wire, kind))
        self._presence.tell()

    def another(self, name: str, types: Any = None) -> DdsTransport:
        """Another node on the same network; with other interfaces, if given, which it publishes to whoever listens, as ROS 2 does."""
        made = DdsTransport(name, self.domain, self.interface, types=types or self.types)
        made._careless = types is not None
        return made

    def publishers(self, topic: str, kind: str) -> int:
        """How many publish a topic, we among them; from the first call on they are watched."""
        with self._lock:
            reader = self._readers.get(topic) or self._watched.get(topic)
            if reader is None:
                reader = self._watched[topic] = self._wire.reader(f"rt{topic}", kind, SENSOR, lambda data: None)
        return len(self._wire.peers(reader))

    def subscribed(self, topic: str) -> frozenset[str]:
        return self._wire.subscribed(f"rt{topic}")

    def action(self, name: str, kind: str) -> DdsAction:
        return DdsAction(self, name, kind)

    def request(self, service: str, kinds: tuple[str, str], message: Any) -> Future[Any]:
        """Call a service of these two types; it is looked for beside the caller where it is not known yet."""
        future: Future[Any] = Future()

        def forward(reply: Future[Any]) -> None:
            settle(future, error=reply.exception()) if reply.exception() else settle(future, reply.result())  # type: ignore[arg-type]

        def find() -> None:
            try:
                until = self.now() + FIND
                while not client.ready():
                    if self.now() > until:
                        raise LinkLost(f"nobody offers the service {service}")
                    time.sleep(0.01)
                client.send(message).add_done_callback(forward)
            except (LinkLost, WrongDefinition) as error:
                settle(future, error=error)

        try:
            self._wire.open()
            client = self._client(service, kinds)
            if client.ready():
                client.send(message).add_done_callback(forward)
            else:
                threading.Thread(target=find, name="ros2-find", daemon=True).start()
        except (LinkLost, WrongDefinition) as error:
            settle(future, error=error)
        return future

    def serving(self, service: str, kinds: tuple[str, str]) -> bool:
        return self._client(service, kinds).ready()

    def answer(self, service: str, kinds: tuple[str, str], handler: Callable[[Any, Callable[[Any], None]], None]) -> None:
        ServiceServer(self._wire, service, kinds, handler, self._number())
        self._presence.tell()

    def close(self) -> None:
        self._wire.close()

    def _client(self, service: str, kinds: tuple[str, str]) -> ServiceClient:
        with self._lock:
            if service not in self._clients:
                self._clients[service] = ServiceClient(self._wire, service, kinds, self._number())
                self._presence.tell()
            return self._clients[service]

    def _number(self) -> int:
        with self._lock:
            self._count += 1
            return self._count
