"""The seam between drivers and whatever carries their messages: `make`, `publisher`, `subscribe`, `call`, `action`.

Everything with logic in it lives above this seam, and so runs over every transport alike. Messages are duck-typed: their fields
have the names of the ROS definition whatever class the transport makes them of.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Quality:
    """How a topic's messages are kept: a reliable writer serves every reader, a best-effort one only its like."""

    reliable: bool = True
    latched: bool = False
    """Whether who comes late still gets the last one (transient local)."""
    depth: int = 10


RELIABLE, SENSOR, LATCHED = Quality(), Quality(reliable=False, depth=5), Quality(latched=True, depth=1)

FIND = 3.0
"""How long a service or an action is looked for [s]."""

ACCEPTED, EXECUTING, CANCELING, SUCCEEDED, CANCELED, ABORTED = 1, 2, 3, 4, 5, 6
"""The states of an action's goal."""


class MissingExtra(ImportError):
    """What a transport needs is not installed."""


class LinkLost(OSError):
    """The robot does not answer, or what it says is too old to act on."""


class WrongDefinition(LinkLost):
    """The peer was built from another definition of a message than ours: what it says would be misread."""

    @staticmethod
    def of(where: str, kind: str, theirs: str, ours: str) -> WrongDefinition:
        """In a sentence.

        Args:
          where: The topic or service.
          kind: The message's type.
          theirs, ours: The hashes of the two definitions.
        """
        return WrongDefinition(
            f"{where}: the robot's definition of {kind} is another one ({theirs[:20]}…, ours is {ours[:20]}…), "
            "so its messages would be misread; use the definitions of its ROS 2 release"
        )


class Goal(Protocol):
    """One goal sent to an action."""

    @property
    def id(self) -> bytes:
        """Its uuid, under which the action's status topic tells of it."""

    @property
    def accepted(self) -> Future[bool]: ...
    @property
    def result(self) -> Future[tuple[int, Any]]:
        """Its final state and its result; resolved here, with ABORTED, when it was superseded by a later goal of ours."""

    def cancel(self) -> Future[Any]:
        """Ask that it be cancelled, and again once it is accepted if it was not yet; does not wait. The future brings the answer."""


class Taken(Protocol):
    """A goal that a server works on."""

    @property
    def goal(self) -> Any: ...
    @property
    def status(self) -> int: ...
    def feedback(self, message: Any) -> None: ...
    def finish(self, status: int, result: Any) -> None:
        """End it; a second end is without effect."""


class Action(Protocol):
    """A client of one action."""

    def ready(self) -> bool: ...
    def send(self, goal: Any, feedback: Callable[[Any], None] | None = None) -> Goal: ...
    def cancel_all(self) -> Future[Any]: ...


class Transport(Protocol):
    """What carries messages. Callbacks come in a thread of the transport's, one at a time."""

    @property
    def name(self) -> str: ...
    @property
    def refused(self) -> dict[str, str]:
        """Topic -> why what is published there is not heeded."""

    def now(self) -> float:
        """A monotonic clock [s]: of what was received when."""

    def make(self, kind: str, /, **fields: Any) -> Any:
        """A message of a type such as `sensor_msgs/msg/JointState`; what is not given is zero or empty."""

    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]: ...
    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = SENSOR) -> None: ...
    def publishers(self, topic: str, kind: str) -> int:
        """How many publish it, we among them, as far as is known here."""

    def subscribed(self, topic: str) -> frozenset[str]:
        """The types under which others listen to a topic, such as `geometry_msgs/msg/Twist`, as far as is known here."""

    def call(self, service: str, kind: str, request: Any) -> Future[Any]:
        """Call a service. The future fails with LinkLost if there is none."""

    def serve(self, service: str, kind: str, answer: Callable[[Any, Callable[[Any], None]], None]) -> None:
        """Offer a service: `answer(request, reply)`, where reply may be called later, from any thread."""

    def action(self, name: str, kind: str) -> Action: ...
    def offer(
        self,
        name: str,
        kind: str,
        take: Callable[[Any], bool],
        begin: Callable[[Any], None],
        stop: Callable[[Any], None] = lambda goal: None,
    ) -> Any:
        """Offer an action: `take(goal)` says whether a goal is accepted, `begin(taken)` starts it, `stop(taken)` hears of a cancel."""

    def close(self) -> None: ...
