"""Events on their way to whoever watches: told from a thread of its own, so that a slow listener never delays the robot."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

LOG = logging.getLogger(__name__)
BACKLOG = 10_000
"""Events that may wait for slow subscribers; more are dropped."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: `understood plan skill_start skill_end correction question violation notice verdict`."""

    kind: str
    data: dict[str, Any]


class Events:
    """Tells subscribers what happens; one that raises harms no other."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Event | threading.Event] = queue.SimpleQueue()
        self._subscribers: list[Callable[[Event], None]] = []
        self._thread: threading.Thread | None = None
        self._complained: set[Callable[[Event], None]] = set()

    def subscribe(self, callback: Callable[[Event], None]) -> None:
        """Call `callback(event)` for every event from now on."""
        self._subscribers.append(callback)
        if self._thread is None:
            self._thread = threading.Thread(target=self._deliver, name="heedful-events", daemon=True)
            self._thread.start()

    def emit(self, kind: str, /, **data: Any) -> None:
        if self._thread is not None and self._queue.qsize() < BACKLOG:
            self._queue.put(Event(kind, data))

    def flush(self, timeout: float = 5.0) -> None:
        """Wait until everything emitted so far was delivered [s]."""
        if self._thread is not None:
            done = threading.Event()
            self._queue.put(done)
            done.wait(timeout)

    def _deliver(self) -> None:
        while True:
            event = self._queue.get()
            if isinstance(event, threading.Event):
                event.set()
                continue
            for callback in list(self._subscribers):
                try:
                    callback(event)
                except Exception as error:
                    if callback not in self._complained:
                        self._complained.add(callback)
                        name = getattr(callback, "__qualname__", type(callback).__name__)
                        LOG.warning("%s could not take the event %r: %s: %s", name, event.kind, type(error).__name__, error)
