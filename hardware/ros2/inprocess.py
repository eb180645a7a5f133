"""The seam within one process, on a simulated clock: every message goes through its bytes, and arrives when the clock says so."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from heedful.hardware.ros2.actions import ActionClient, settle
from heedful.hardware.ros2.carrying import Carrying
from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.seam import RELIABLE, SENSOR, LinkLost, Quality, WrongDefinition

Handler = Callable[[Any, Callable[[Any], None]], None]


class Bus:
    """What all nodes of a simulated network share: the clock, and what is on its way.

    Args:
      latency: From sending to arrival [s].
      types: The interfaces.
    """

    def __init__(self, latency: float = 0.001, types: Interfaces | None = None) -> None:
        self.types = types or Interfaces()
        self.latency, self.time = latency, 0.0
        self.lost: Callable[[str], bool] = lambda topic: False
        """Whether a message on a topic, request or reply of a service is lost."""
        self.heard: dict[str, list[Callable[[bytes], None]]] = {}
        self.latched: dict[str, bytes] = {}
        self.publishing: dict[str, list[tuple[Any, str]]] = {}
        """Topic -> who publishes it, and the hash of their definition."""
        self.listening: dict[str, dict[int, str]] = {}
        """Topic -> node -> the type it listens for."""
        self.services: dict[str, Handler] = {}
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self._order = itertools.count()

    def later(self, seconds: float, what: Callable[[], None]) -> None:
        """Do something after a while of simulated time."""
        heapq.heappush(self._due, (self.time + seconds, next(self._order), what))

    def advance(self, seconds: float) -> None:
        """Let time pass, and everything arrive that is due."""
        end = self.time + seconds
        while self._due and self._due[0][0] <= end + 1e-12:
            self.time, _, what = heapq.heappop(self._due)
            what()
        self.time = end

    def deliver(self, topic: str, what: Callable[[], None]) -> None:
        if not self.lost(topic):
            self.later(self.latency, what)


class InProcess(Carrying):
    """A node on a bus, with the bus's interfaces unless others are given."""

    def __init__(self, bus: Bus, types: Any = None) -> None:
        self.bus = bus
        self.types: Any = types or bus.types
        self.refused: dict[str, str] = {}
        """Topic -> why what is published there is not heeded."""

    @property
    def name(self) -> str:
        return "in process"

    def now(self) -> float:
        return self.bus.time

    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]:
        bus = self.bus
        bus.publishing.setdefault(topic, []).append((self, self.types.hash(kind)))

        def publish(message: Any) -> None:
            data = self.types.encode(message)
            if quality.latched:
                bus.latched[topic] = data
            for hear in bus.heard.get(topic, ()):
                bus.deliver(topic, lambda hear=hear: hear(data))  # type: ignore[misc]

        return publish

    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = SENSOR) -> None:
        ours = self.types.hash(kind)

        def hear(data: bytes) -> None:
            others = [told for _, told in self.bus.publishing.get(topic, ()) if told != ours]
            if others:
                self.refused[topic] = str(WrongDefinition.of(topic, kind, others[0], ours))
                return
            self.refused.pop(topic, None)
            heard(self.types.decode(data, kind))

        self.bus.heard.setdefault(topic, []).append(hear)
        self.bus.listening.setdefault(topic, {})[id(self)] = kind
        if quality.latched and topic in self.bus.latched:
            data = self.bus.latched[topic]
            self.bus.deliver(topic, lambda: hear(data))

    def publishers(self, topic: str, kind: str) -> int:
        return len(self.bus.publishing.get(topic, ()))

    def subscribed(self, topic: str) -> frozenset[str]:
        return frozenset(kind for node, kind in self.bus.listening.get(topic, {}).items() if node != id(self))

    def action(self, name: str, kind: str) -> ActionClient:
        return ActionClient(self, name, kind)

    def request(self, service: str, kinds: tuple[str, str], message: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if service not in self.bus.services:
            settle(future, error=LinkLost(f"nobody offers the service {service}"))
            return future
        data = self.types.encode(message)

        def reply(response: Any) -> None:
            told = self.types.encode(response)
            self.bus.deliver(service, lambda: settle(future, self.types.decode(told, kinds[1])))

        self.bus.deliver(service, lambda: self.bus.services[service](self.types.decode(data, kinds[0]), reply))
        return future

    def serving(self, service: str, kinds: tuple[str, str]) -> bool:
        return service in self.bus.services

    def answer(self, service: str, kinds: tuple[str, str], handler: Handler) -> None:
        self.bus.services[service] = handler

    def another(self, name: str, types: Any = None) -> InProcess:
        """Another node on the same bus, with other interfaces if given."""
        return InProcess(self.bus, types)

    def close(self) -> None:
        """Publish and listen no more."""
        for topic, who in self.bus.publishing.items():
            self.bus.publishing[topic] = [one for one in who if one[0] is not self]
        for listening in self.bus.listening.values():
            listening.pop(id(self), None)
