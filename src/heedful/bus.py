"""What people say, on its way to the executive: a thread-safe queue, and events on their way back."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from heedful.agents.corrections import understand_correction
from heedful.types import Correction

LOG = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Heard:
    """A correction under way; `taken` is set once the first command that it changed was sent."""

    correction: Correction
    taken: threading.Event = field(default_factory=threading.Event)


class Ears:
    """Text from any front enters here with its arrival time; the executive drains it before every command."""

    def __init__(self) -> None:
        self._queue: queue.SimpleQueue[Heard] = queue.SimpleQueue()
        self.listening = False
        """Whether an executive is there to heed."""

    def hear(self, text: str) -> Heard:
        """Understand and enqueue. Returns at once."""
        heard = Heard(understand_correction(text, time.perf_counter()))
        if self.listening and heard.correction.kind != "none":
            self._queue.put(heard)
        else:
            if heard.correction.kind != "none":
                heard.correction = replace(heard.correction, reply="the robot is not at work; nothing to correct")
            heard.taken.set()
        return heard

    def drain(self) -> list[Heard]:
        """Everything heard since the last call, in order."""
        found: list[Heard] = []
        while True:
            try:
                found.append(self._queue.get_nowait())
            except queue.Empty:
                return found

    def stop_listening(self) -> None:
        """No executive any more: release whoever still waits."""
        self.listening = False
        for heard in self.drain():
            heard.taken.set()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: `understood plan skill_start skill_end correction violation notice verdict`."""

    kind: str
    data: dict[str, Any]


class Events:
    """Tells subscribers what happens, from a thread of its own: a slow one never delays the robot, and one that raises harms no other."""

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
        if self._thread is not None:
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
