"""What may be wrong with a fake robot, and where it goes wrong: on the wire, so that everything else of it works on and knows nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from heedful.hardware.ros2.actions import ActionServer
from heedful.hardware.ros2.definitions import JOINT_STATE, POINTS
from heedful.hardware.ros2.seam import EXECUTING, RELIABLE, SUCCEEDED, Quality

FAULTS: Mapping[str, str] = {
    "silent": "no joint states come",
    "nan": "a joint has no number",
    "permuted": "the joints come in another order, names and all",
    "shuffled": "positions stand under other joints' names",
    "clock_jump": "the stamps are an hour on",
    "late_accept": "a goal is accepted, and begun, a second after it was asked for",
    "no_result": "neither the result of a goal nor its end is told",
    "lost_reply": "no request of an action is answered; what was asked is done",
    "no_cancel": "whoever asks that a goal be cancelled is not heeded, nor answered",
    "deaf": "streamed trajectories are not taken in",
    "tolerance_abort": "the arm's controller gives up the goal that it follows",
    "second_publisher": "somebody else publishes the arm's trajectories",
    "wrong_hash": "joint states are told by a node with another definition of them",
}
"""Fault -> what is so while it is on. What a signal does to a process, freezing and killing it, is beside these."""
LATE = 1.0
"""How late a late acceptance is [s]."""
JUMP = 3600.0
"""How far the clock jumps [s]."""
Reply = Callable[[Any], None]


class FaultyCarrier:
    """A transport on which an action's answers, and what is streamed, may go astray.

    Args:
      carrier: The transport.
      faults: Those that are on; changed by whoever scripts them.
    """

    def __init__(self, carrier: Any, faults: set[str]) -> None:
        self.inner, self.faults = carrier, faults
        self.make: Callable[..., Any] = carrier.make
        self.serve: Callable[..., None] = carrier.serve
        self._now = 0.0
        self._due: list[tuple[float, Callable[[], None]]] = []
        self._lock = threading.Lock()

    def passed(self, now: float) -> None:
        """The robot's clock says so [s]: do what was put off until now."""
        with self._lock:
            self._now = now
            due = [what for at, what in self._due if at <= now or at > now + LATE]  # the latter from before a reset
            self._due = [(at, what) for at, what in self._due if now < at <= now + LATE]
        for what in due:
            what()

    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]:
        publish: Callable[[Any], None] = self.inner.publisher(topic, kind, quality)
        if not topic.endswith("/_action/status"):
            return publish

        def tell(message: Any) -> None:
            if "no_result" in self.faults:
                for goal in message.status_list:
                    goal.status = EXECUTING if goal.status >= SUCCEEDED else goal.status
            publish(message)

        return tell

    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = RELIABLE) -> None:
        self.inner.subscribe(topic, kind, lambda message: None if kind == POINTS and "deaf" in self.faults else heard(message), quality)

    def answer(self, service: str, kinds: tuple[str, str], handler: Callable[[Any, Reply], None]) -> None:
        what = service.rsplit("/", 1)[-1]

        def handle(request: Any, reply: Reply) -> None:
            if what == "cancel_goal" and "no_cancel" in self.faults:
                return
            lost = "lost_reply" in self.faults or (what == "get_result" and "no_result" in self.faults)
            answer = (lambda message: None) if lost else reply
            if what == "send_goal" and "late_accept" in self.faults:
                with self._lock:
                    self._due.append((self._now + LATE, lambda: handler(request, answer)))
            else:
                handler(request, answer)

        self.inner.answer(service, kinds, handle)

    def offer(
        self,
        name: str,
        kind: str,
        take: Callable[[Any], bool],
        begin: Callable[[Any], None],
        stop: Callable[[Any], None] = lambda goal: None,
    ) -> Any:
        """An action whose answers may go astray; over rclpy, whose server answers by itself, they cannot."""
        if not hasattr(self.inner, "answer"):
            return self.inner.offer(name, kind, take, begin, stop)
        return ActionServer(self, name, kind, take, begin, stop)  # type: ignore[arg-type]


class Strangers:
    """Other nodes that come and go: who publishes the arm's trajectories too, and who tells the joints by another definition.

    Args:
      carrier: The robot's transport, which makes others on the same network.
      trajectories: The arms' topics.
      joints: The joint states' topic.
    """

    def __init__(self, carrier: Any, trajectories: list[str], joints: str) -> None:
        self._carrier, self._trajectories, self._joints = carrier, trajectories, joints
        self._there: dict[str, Any] = {}
        self.tell: Callable[[Any], None] | None = None
        """Publishes joint states under another definition, while there is such a node."""

    def come(self, name: str) -> None:
        if name in self._there or name not in ("second_publisher", "wrong_hash"):
            return
        node = self._there[name] = self._carrier.another(name, OtherRelease(self._carrier.types) if name == "wrong_hash" else None)
        if name == "second_publisher":
            for topic in self._trajectories:
                node.publisher(topic, POINTS)
        else:
            self.tell = node.publisher(self._joints, JOINT_STATE)

    def go(self, name: str) -> None:
        if name == "wrong_hash":
            self.tell = None
        if (node := self._there.pop(name, None)) is not None:
            node.close()

    def close(self) -> None:
        for name in list(self._there):
            self.go(name)


class OtherRelease:
    """The same interfaces as another release would tell of them: with other hashes."""

    def __init__(self, types: Any) -> None:
        self._types = types

    def __getattr__(self, name: str) -> Any:
        return getattr(self._types, name)

    def hash(self, kind: str) -> str:
        return "RIHS01_of_another_release"
