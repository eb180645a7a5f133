"""Actions as ROS 2 makes them of three services and two topics: the client's side and the server's, over any transport that has those."""

from __future__ import annotations

import contextlib
import threading
import uuid
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from typing import Any, Protocol

import numpy as np

from heedful.hardware.ros2.seam import ABORTED, ACCEPTED, CANCELING, EXECUTING, LATCHED, RELIABLE, SUCCEEDED, LinkLost, Quality

CANCEL = ("action_msgs/srv/CancelGoal_Request", "action_msgs/srv/CancelGoal_Response")
STANDS = "action_msgs/msg/GoalStatusArray"
EVERY = bytes(16)
"""The id that stands for all goals when cancelling."""
KEPT = 100
"""How many goals that ended a server remembers."""
SUPERSEDED = "superseded by a later goal of ours"


class Carrier(Protocol):
    """What actions are made of."""

    def make(self, kind: str, /, **fields: Any) -> Any: ...
    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]: ...
    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = RELIABLE) -> None: ...
    def publishers(self, topic: str, kind: str) -> int: ...
    def request(self, service: str, kinds: tuple[str, str], message: Any) -> Future[Any]: ...
    def serving(self, service: str, kinds: tuple[str, str]) -> bool: ...
    def answer(self, service: str, kinds: tuple[str, str], handler: Callable[[Any, Callable[[Any], None]], None]) -> None: ...


def exchange(kind: str, what: str) -> tuple[str, str]:
    """The types of one of an action's services."""
    return (f"{kind}_{what}_Request", f"{kind}_{what}_Response")


def settle(future: Future[Any], value: Any = None, error: Exception | None = None) -> None:
    """Resolve a future that may have been resolved before."""
    with contextlib.suppress(InvalidStateError):
        future.set_exception(error) if error is not None else future.set_result(value)


class SentGoal:
    """A goal of ours, followed until it ends."""

    def __init__(self, client: ActionClient, id: bytes) -> None:
        self._client, self.id = client, id
        self.accepted: Future[bool] = Future()
        self.result: Future[tuple[int, Any]] = Future()
        self._unwanted = False

    def cancel(self) -> Future[Any]:
        if not self._unwanted and not self.accepted.done():
            self.accepted.add_done_callback(self._late)
        self._unwanted = True
        return self._client.cancel(self.id)

    def _late(self, accepted: Future[bool]) -> None:
        """It was accepted after it was cancelled: whoever accepted it may never have heard of that."""
        if accepted.exception() is None and accepted.result():
            self._client.cancel(self.id)

    def supersede(self) -> None:
        """A later goal of ours took its place: Humble tells its outcome only when that one ends, so it is not waited for."""
        settle(self.result, (ABORTED, SUPERSEDED))


class ActionClient:
    """A client of one action; a new goal supersedes the one before."""

    def __init__(self, carrier: Carrier, name: str, kind: str) -> None:
        self._carrier, self._kind, self._base = carrier, kind, f"{name}/_action/"
        self._feedback: dict[bytes, Callable[[Any], None]] = {}
        self._last: SentGoal | None = None
        for what in ("SendGoal", "GetResult"):
            self._serving(what)
        carrier.subscribe(f"{self._base}feedback", f"{kind}_FeedbackMessage", self._heard, RELIABLE)

    def ready(self) -> bool:
        """Whether a server is there, as far as is known: one that was killed is seen for ten seconds more."""
        there = [self._serving("SendGoal"), self._serving("GetResult"), self._carrier.serving(f"{self._base}cancel_goal", CANCEL)]
        telling = (("feedback", f"{self._kind}_FeedbackMessage"), ("status", STANDS))
        return all(there) and all(self._carrier.publishers(self._base + topic, kind) for topic, kind in telling)

    def send(self, goal: Any, feedback: Callable[[Any], None] | None = None) -> SentGoal:
        """Send a goal; returns at once."""
        sent = SentGoal(self, uuid.uuid4().bytes)
        if self._last is not None:
            self._last.supersede()
            self._feedback.pop(self._last.id, None)
        self._last = sent
        if feedback is not None:
            self._feedback[sent.id] = feedback
        request = self._carrier.make(f"{self._kind}_SendGoal_Request", goal_id=self._uuid(sent.id), goal=goal)
        asked = self._carrier.request(f"{self._base}send_goal", exchange(self._kind, "SendGoal"), request)
        asked.add_done_callback(lambda reply: self._answered(sent, reply))
        return sent

    def cancel(self, id: bytes) -> Future[Any]:
        info = self._carrier.make("action_msgs/msg/GoalInfo", goal_id=self._uuid(id))
        request = self._carrier.make(CANCEL[0], goal_info=info)
        return self._carrier.request(f"{self._base}cancel_goal", CANCEL, request)

    def cancel_all(self) -> Future[Any]:
        return self.cancel(EVERY)

    def _serving(self, what: str) -> bool:
        return self._carrier.serving(f"{self._base}{'send_goal' if what == 'SendGoal' else 'get_result'}", exchange(self._kind, what))

    def _answered(self, sent: SentGoal, reply: Future[Any]) -> None:
        if (error := reply.exception()) is not None:
            lost = error if isinstance(error, Exception) else LinkLost(str(error))
            settle(sent.accepted, error=lost)
            settle(sent.result, error=lost)
            return
        if not reply.result().accepted:
            settle(sent.accepted, False)
            settle(sent.result, (ABORTED, "rejected"))
            return
        settle(sent.accepted, True)
        request = self._carrier.make(f"{self._kind}_GetResult_Request", goal_id=self._uuid(sent.id))
        # at once: servers forget a result after as little as ten seconds
        asked = self._carrier.request(f"{self._base}get_result", exchange(self._kind, "GetResult"), request)

        def ended(result: Future[Any]) -> None:
            if (lost := result.exception()) is not None:
                settle(sent.result, error=lost if isinstance(lost, Exception) else LinkLost(str(lost)))
            else:
                settle(sent.result, (int(result.result().status), result.result().result))

        asked.add_done_callback(ended)

    def _heard(self, message: Any) -> None:
        if told := self._feedback.get(bytes(message.goal_id.uuid)):
            told(message.feedback)

    def _uuid(self, id: bytes) -> Any:
        return self._carrier.make("unique_identifier_msgs/msg/UUID", uuid=np.frombuffer(id, dtype=np.uint8).copy())


class TakenGoal:
    """A goal that a server works on; `finish` ends it."""

    def __init__(self, server: ActionServer, id: bytes, goal: Any, stamp: Any) -> None:
        self._server, self.id, self.goal, self.stamp = server, id, goal, stamp
        self.status = ACCEPTED

    @property
    def canceling(self) -> bool:
        return self.status == CANCELING

    def feedback(self, message: Any) -> None:
        self._server.tell(self, message)

    def finish(self, status: int, result: Any) -> None:
        self._server.finish(self, status, result)


class ActionServer:
    """Offers an action. `take(goal)` says whether a goal is accepted, `begin(goal)` starts it, `stop(goal)` is told of a cancellation.

    All three are called in the transport's thread and return at once.
    """

    def __init__(
        self,
        carrier: Carrier,
        name: str,
        kind: str,
        take: Callable[[Any], bool],
        begin: Callable[[TakenGoal], None],
        stop: Callable[[TakenGoal], None] = lambda goal: None,
    ) -> None:
        self._carrier, self._kind = carrier, kind
        self._take, self._begin, self._stop = take, begin, stop
        self._goals: dict[bytes, TakenGoal] = {}
        self._results: dict[bytes, Any] = {}
        self._waiting: dict[bytes, list[Callable[[Any], None]]] = {}
        self._lock = threading.RLock()
        base = f"{name}/_action/"
        self._tell = carrier.publisher(f"{base}feedback", f"{kind}_FeedbackMessage", RELIABLE)
        self._status = carrier.publisher(f"{base}status", STANDS, LATCHED)
        carrier.answer(f"{base}send_goal", exchange(kind, "SendGoal"), self._on_goal)
        carrier.answer(f"{base}get_result", exchange(kind, "GetResult"), self._on_result)
        carrier.answer(f"{base}cancel_goal", CANCEL, self._on_cancel)

    def tell(self, goal: TakenGoal, feedback: Any) -> None:
        self._tell(self._carrier.make(f"{self._kind}_FeedbackMessage", goal_id=self._uuid(goal.id), feedback=feedback))

    def finish(self, goal: TakenGoal, status: int, result: Any) -> None:
        """End a goal; a second end is without effect."""
        with self._lock:
            if goal.id in self._results:
                return
            goal.status = status
            told = self._results[goal.id] = self._carrier.make(f"{self._kind}_GetResult_Response", status=status, result=result)
            for old in list(self._results)[:-KEPT]:
                self._results.pop(old)
                self._goals.pop(old, None)
            waiting = self._waiting.pop(goal.id, [])
        self._publish()
        for reply in waiting:
            reply(told)

    def _on_goal(self, request: Any, reply: Callable[[Any], None]) -> None:
        id = bytes(request.goal_id.uuid)
        goal = TakenGoal(self, id, request.goal, self._carrier.make("builtin_interfaces/msg/Time"))
        with self._lock:
            taken = id not in self._goals and self._take(request.goal)
            if taken:
                self._goals[id] = goal
        reply(self._carrier.make(f"{self._kind}_SendGoal_Response", accepted=taken, stamp=goal.stamp))
        if taken:
            goal.status = EXECUTING
            self._publish()
            self._begin(goal)

    def _on_result(self, request: Any, reply: Callable[[Any], None]) -> None:
        id = bytes(request.goal_id.uuid)
        with self._lock:
            if id in self._goals and id not in self._results:
                self._waiting.setdefault(id, []).append(reply)
                return
            told = self._results.get(id) or self._carrier.make(f"{self._kind}_GetResult_Response")
        reply(told)

    def _on_cancel(self, request: Any, reply: Callable[[Any], None]) -> None:
        id = bytes(request.goal_info.goal_id.uuid)
        with self._lock:
            meant = list(self._goals.values()) if id == EVERY else [g for g in (self._goals.get(id),) if g is not None]
            live = [g for g in meant if g.status < SUCCEEDED]
            for goal in live:
                goal.status = CANCELING
        code = 0 if live or id == EVERY else 2 if not meant else 3  # unknown, or ended already
        infos = [self._carrier.make("action_msgs/msg/GoalInfo", goal_id=self._uuid(g.id), stamp=g.stamp) for g in live]
        self._publish()
        reply(self._carrier.make(CANCEL[1], return_code=code, goals_canceling=infos))
        for goal in live:
            self._stop(goal)

    def _publish(self) -> None:
        make = self._carrier.make
        with self._lock:
            stands = [
                make("action_msgs/msg/GoalStatus", status=g.status, goal_info=make("action_msgs/msg/GoalInfo", goal_id=self._uuid(g.id)))
                for g in self._goals.values()
            ]
        self._status(make(STANDS, status_list=stands))

    def _uuid(self, id: bytes) -> Any:
        return self._carrier.make("unique_identifier_msgs/msg/UUID", uuid=np.frombuffer(id, dtype=np.uint8).copy())
