"""Actions of a server on Fast DDS, ROS 2's default: followed by the goals' uuids, for its replies do not tell whose they are.

Fast DDS keeps whose a request is outside its payload, where cyclonedds can neither write nor read it. A request without that is
carried out all the same, and its reply is heard by everybody. So nothing is taken from a reply alone: that a goal was accepted, and how it
ended, is what the status topic says of its uuid. A reply is a hint: that it was rejected, if nothing is heard of it within HINT
seconds more, and what its result was, if its status is the one that the goal ended with.
"""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

import numpy as np

from heedful.hardware.ros2.actions import CANCEL, EVERY, STANDS, SUPERSEDED, ActionClient, SentGoal, exchange, settle
from heedful.hardware.ros2.cyclone import CYCLONE, VENDORS
from heedful.hardware.ros2.seam import ABORTED, CANCELED, CANCELING, FIND, LATCHED, RELIABLE, SUCCEEDED, LinkLost
from heedful.hardware.ros2.services import refuse_others, told

if TYPE_CHECKING:
    from heedful.hardware.ros2.dds import DdsTransport

HINT = 0.5
"""How long after a hint the status topic may still say otherwise, and after a goal's end its result may still come [s]."""


def later(seconds: float, do: Callable[[], None]) -> None:
    """In a thread of its own, after a while."""
    timer = threading.Timer(seconds, do)
    timer.daemon = True
    timer.start()


class Way:
    """Requests and replies of one service, as they are."""

    def __init__(self, transport: DdsTransport, service: str, kinds: tuple[str, str], heard: Callable[[Any], None]) -> None:
        self._wire, self._service, self._kinds = transport._wire, service, kinds
        wire, types = self._wire, transport.types
        self._reader = wire.reader(
            f"rr{service}Reply", kinds[1], RELIABLE, lambda d: heard(types.decode(d, kinds[1])), told(wire, kinds[1])
        )
        self._writer = wire.writer(f"rq{service}Request", kinds[0], RELIABLE, told(wire, kinds[0]))

    def ready(self) -> bool:
        """Whether both ways are open. Raises WrongDefinition."""
        there = bool(self._wire.matched(self._writer)) and bool(self._wire.matched(self._reader))
        for endpoint, kind in ((self._writer, self._kinds[0]), (self._reader, self._kinds[1])):
            refuse_others(self._wire, endpoint, kind, self._service)
        return there

    def send(self, request: Any) -> None:
        self._wire.write(self._writer, self._wire.types.encode(request))


class FollowedAction:
    """A client of one action, by uuid; a new goal supersedes the one before.

    Args:
      transport: The transport.
      name: The action.
      kind: Its type.
    """

    def __init__(self, transport: DdsTransport, name: str, kind: str) -> None:
        self._transport, self._name, self._kind = transport, name, kind
        self._goals: dict[bytes, FollowedGoal] = {}
        self._last: FollowedGoal | None = None
        self._all: list[Future[Any]] = []
        base = f"{name}/_action/"
        self._send = Way(transport, f"{base}send_goal", exchange(kind, "SendGoal"), self._answered)
        self._result = Way(transport, f"{base}get_result", exchange(kind, "GetResult"), self._told)
        self._cancel = Way(transport, f"{base}cancel_goal", CANCEL, lambda reply: None)
        transport.subscribe(f"{base}feedback", f"{kind}_FeedbackMessage", self._heard, RELIABLE)
        transport.subscribe(f"{base}status", STANDS, self._stands, LATCHED)

    def ready(self) -> bool:
        return all(way.ready() for way in (self._send, self._result, self._cancel))

    def send(self, goal: Any, feedback: Callable[[Any], None] | None = None) -> FollowedGoal:
        if self._last is not None:
            settle(self._last.result, (ABORTED, SUPERSEDED))
            self._last.feedback = None
        sent = self._last = FollowedGoal(self, uuid.uuid4().bytes, feedback)
        self._goals[sent.id] = sent
        try:
            self._send.send(self._transport.make(f"{self._kind}_SendGoal_Request", goal_id=self._uuid(sent.id), goal=goal))
            later(FIND, lambda: sent.lost(f"{self._name} has not told whether it took a goal; it may have, and it is cancelled"))
        except LinkLost as error:
            sent.lost(str(error))
        return sent

    def cancel(self, id: bytes) -> None:
        info = self._transport.make("action_msgs/msg/GoalInfo", goal_id=self._uuid(id))
        self._cancel.send(self._transport.make(CANCEL[0], goal_info=info))

    def cancel_all(self) -> Future[Any]:
        """Resolved by what the status topic tells next."""
        future: Future[Any] = Future()
        self._all.append(future)
        self.cancel(EVERY)
        later(FIND, lambda: settle(future, error=LinkLost(f"{self._name} has not told that anything was cancelled")))
        return future

    def cancelled(self, ids: list[bytes]) -> Any:
        """What a server answers when these goals are being cancelled."""
        infos = [self._transport.make("action_msgs/msg/GoalInfo", goal_id=self._uuid(id)) for id in ids]
        return self._transport.make(CANCEL[1], return_code=0, goals_canceling=infos)

    def ask_result(self, id: bytes) -> None:
        self._result.send(self._transport.make(f"{self._kind}_GetResult_Request", goal_id=self._uuid(id)))

    def empty(self) -> Any:
        return self._transport.make(f"{self._kind}_Result")

    def _answered(self, reply: Any) -> None:
        """Some goal was accepted or rejected, whoever's: if it may be ours, the status topic has a moment to say otherwise."""
        if (goal := self._last) is not None and not reply.accepted and not goal.accepted.done():
            later(HINT, goal.rejected)

    def _told(self, reply: Any) -> None:
        """Some goal's result."""
        for goal in list(self._goals.values()):
            goal.may_be(int(reply.status), reply.result)

    def _heard(self, message: Any) -> None:
        goal = self._goals.get(bytes(message.goal_id.uuid))
        if goal is not None and goal.feedback is not None:
            goal.feedback(message.feedback)

    def _stands(self, message: Any) -> None:
        there = {bytes(one.goal_info.goal_id.uuid): int(one.status) for one in message.status_list}
        for id in there.keys() & self._goals.keys():
            goal = self._goals[id]
            goal.stands(there[id])
            if there[id] >= SUCCEEDED and goal is not self._last:
                self._goals.pop(id)
        waiting, self._all = self._all, []
        for future in waiting:
            settle(future, self.cancelled([id for id, status in there.items() if status in (CANCELING, CANCELED)]))

    def _uuid(self, id: bytes) -> Any:
        return self._transport.make("unique_identifier_msgs/msg/UUID", uuid=np.frombuffer(id, dtype=np.uint8).copy())


class FollowedGoal:
    """A goal followed on the status topic."""

    def __init__(self, action: FollowedAction, id: bytes, feedback: Callable[[Any], None] | None) -> None:
        self._action, self.id, self.feedback = action, id, feedback
        self.accepted: Future[bool] = Future()
        self.result: Future[tuple[int, Any]] = Future()
        self._cancelled: Future[Any] | None = None
        self._status = 0
        self._hints: dict[int, Any] = {}

    def cancel(self) -> Future[Any]:
        self._cancelled = self._cancelled or Future()
        self._action.cancel(self.id)
        return self._cancelled

    def stands(self, status: int) -> None:
        """What the status topic says of it."""
        if not self._status:
            if self.accepted.done() and (self.accepted.exception() or not self.accepted.result()):
                self._action.cancel(self.id)  # it was given up, and runs all the same
            elif self._cancelled is not None:
                self._action.cancel(self.id)  # the first may have come before the goal
            settle(self.accepted, True)
            self._action.ask_result(self.id)
        self._status = status
        if status >= CANCELING and self._cancelled is not None:
            settle(self._cancelled, self._action.cancelled([self.id] if status in (CANCELING, CANCELED) else []))
        if status >= SUCCEEDED:
            if status in self._hints:
                settle(self.result, (status, self._hints[status]))
            later(HINT, lambda: settle(self.result, (status, self._action.empty())))

    def may_be(self, status: int, result: Any) -> None:
        """A result of somebody's goal; ours if it ended so."""
        self._hints[status] = result
        if status == self._status:
            settle(self.result, (status, result))

    def rejected(self) -> None:
        if not self._status:
            settle(self.accepted, False)
            settle(self.result, (ABORTED, "rejected"))

    def lost(self, why: str) -> None:
        """Nothing was heard of it."""
        if not self._status and not self.accepted.done():
            settle(self.accepted, error=LinkLost(why))
            settle(self.result, error=LinkLost(why))
            self._action.cancel(self.id)


class DdsAction:
    """A client of an action of whichever vendor's server turns up; it is made as soon as one does, and is known by then."""

    def __init__(self, transport: DdsTransport, name: str, kind: str) -> None:
        self._transport, self._name, self._kind = transport, name, kind
        self._made: ActionClient | FollowedAction | None = None
        self._lock = threading.Lock()
        transport._wire.watch(lambda: self._client(wait=True) is not None)

    @property
    def plain(self) -> bool:
        """Whether it is followed by uuid."""
        return isinstance(self._made, FollowedAction)

    def ready(self) -> bool:
        made = self._client(wait=True)
        return made is not None and made.ready()

    def send(self, goal: Any, feedback: Callable[[Any], None] | None = None) -> SentGoal | FollowedGoal:
        made = self._client()
        assert made is not None
        return made.send(goal, feedback)

    def cancel_all(self) -> Future[Any]:
        made = self._client()
        assert made is not None
        return made.cancel_all()

    def _client(self, wait: bool = False) -> ActionClient | FollowedAction | None:
        """The client for the server that is there; None if there is none and it may be waited for, else one for Cyclone DDS."""
        with self._lock:
            if self._made is None:
                vendors = self._transport._wire.serving(f"rq{self._name}/_action/send_goalRequest")
                if not vendors and wait:
                    return None
                kind = FollowedAction if vendors - {CYCLONE} else ActionClient
                self._made = kind(self._transport, self._name, self._kind)
                for vendor in vendors - {CYCLONE}:
                    name = VENDORS.get(vendor, f"DDS of vendor {vendor}")
                    self._transport.notices[self._name] = f"{self._name} is on {name}: goals are followed by their ids, replies are hints"
            return self._made
