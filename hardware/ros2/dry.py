"""Everything but the last publish: what would have been sent is counted and told, and nothing leaves."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from heedful.hardware.ros2.actions import SUPERSEDED, settle
from heedful.hardware.ros2.seam import ABORTED, RELIABLE, SENSOR, Action, LinkLost, Quality, Transport

ASKS = ("List", "Get")
"""Services that only ask begin with one of these."""


@dataclass(slots=True)
class Unsent:
    """What would have gone to one place."""

    count: int = 0
    first: Any = None
    last: Any = None

    def note(self, message: Any) -> None:
        self.first = message if self.count == 0 else self.first
        self.last = message
        self.count += 1


class DryGoal:
    """A goal that was never sent, and is over."""

    id = bytes(16)

    def __init__(self) -> None:
        self.accepted: Future[bool] = Future()
        self.result: Future[tuple[int, Any]] = Future()
        settle(self.accepted, True)
        settle(self.result, (ABORTED, SUPERSEDED))

    def cancel(self) -> Future[Any]:
        return _refused()


class DryAction:
    """An action to which nothing is sent."""

    def __init__(self, inner: Action, note: Callable[[Any], None]) -> None:
        self._inner, self._note = inner, note

    def ready(self) -> bool:
        return self._inner.ready()

    def send(self, goal: Any, feedback: Callable[[Any], None] | None = None) -> DryGoal:
        self._note(goal)
        return DryGoal()

    def cancel_all(self) -> Future[Any]:
        return _refused()


@dataclass(slots=True)
class DryRun:
    """A transport that hears everything, and says nothing."""

    inner: Transport
    unsent: dict[str, Unsent] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.inner.name}, a dry run"

    @property
    def refused(self) -> dict[str, str]:
        return self.inner.refused

    def now(self) -> float:
        return self.inner.now()

    def make(self, kind: str, /, **fields: Any) -> Any:
        return self.inner.make(kind, **fields)

    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]:
        self.inner.publisher(topic, kind, quality)
        return self._noting(topic)

    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = SENSOR) -> None:
        self.inner.subscribe(topic, kind, heard, quality)

    def publishers(self, topic: str, kind: str) -> int:
        return self.inner.publishers(topic, kind)

    def subscribed(self, topic: str) -> frozenset[str]:
        return self.inner.subscribed(topic)

    def call(self, service: str, kind: str, request: Any) -> Future[Any]:
        if kind.rsplit("/", 1)[-1].startswith(ASKS):
            return self.inner.call(service, kind, request)
        self._noting(service)(request)
        return _refused()

    def serve(self, service: str, kind: str, answer: Callable[[Any, Callable[[Any], None]], None]) -> None:
        self.inner.serve(service, kind, answer)

    def action(self, name: str, kind: str) -> DryAction:
        return DryAction(self.inner.action(name, kind), self._noting(name))

    def offer(
        self,
        name: str,
        kind: str,
        take: Callable[[Any], bool],
        begin: Callable[[Any], None],
        stop: Callable[[Any], None] = lambda goal: None,
    ) -> Any:
        return self.inner.offer(name, kind, take, begin, stop)

    def close(self) -> None:
        self.inner.close()

    def told(self) -> list[str]:
        """What would have been sent since it was last asked, a sentence for each place."""
        found, self.unsent = self.unsent, {}
        return [
            f"a dry run: {one.count} message{'s' * (one.count != 1)} would have gone to {where}{_between(one)}"
            for where, one in found.items()
        ]

    def _noting(self, where: str) -> Callable[[Any], None]:
        return lambda message: self.unsent.setdefault(where, Unsent()).note(message)


def _between(one: Unsent) -> str:
    first, last = _numbers(one.first), _numbers(one.last)
    if not first:
        return ""
    return f", from {first} to {last}" if one.count > 1 else f": {first}"


def _numbers(message: Any) -> str:
    """Where a message would have had the robot go."""
    trajectory = getattr(message, "trajectory", message)
    if hasattr(trajectory, "points"):
        return str([round(float(q), 3) for q in np.asarray(trajectory.points[-1].positions)])
    if hasattr(message, "command") and hasattr(message.command, "name"):  # ParallelGripperCommand's is a joint state
        return f"{float(message.command.position[0]):.4f} with {float(message.command.effort[0]):.1f}"
    if hasattr(message, "command"):
        return f"{float(message.command.position):.4f} with {float(message.command.max_effort):.1f}"
    return ""


def _refused() -> Future[Any]:
    future: Future[Any] = Future()
    settle(future, error=LinkLost("a dry run sends nothing"))
    return future
