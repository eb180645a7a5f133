"""The goals of one action under supervision: accepted in time, ended in time, and the only ones under way.

A motion goal is never sent a second time: where an answer was lost, the action's status topic tells of the goal by its id.
"""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any

from heedful.hardware.ros2.actions import SUPERSEDED, settle
from heedful.hardware.ros2.seam import CANCELED, CANCELING, LATCHED, SUCCEEDED, Goal, Transport

ACCEPT = 0.5
"""Longest wait until it is known that a goal was accepted [s]."""
OVER = 0.5
"""How long after the time that a goal was to take its end is waited for [s]."""
LOST = 0.2
"""How long after the end was told the result is waited for [s]."""
REMEMBERED = 1000
"""Goals of ours whose ids are known."""
STATUS = "action_msgs/msg/GoalStatusArray"


@dataclass(slots=True, eq=False)
class Followed:
    """The goal under way."""

    goal: Goal
    sent: float
    seconds: float
    """How long it is to take [s]."""
    ended: float = math.inf
    """When its end was first told [s]."""


class Goals:
    """A client of an action.

    Args:
      transport: What carries it.
      action: Its full name.
      kind: Its type.
      clock: By which goals are late [s]; the transport's unless given.
      well: Whether a goal that the server gave up, with this result, came off nevertheless, as a stalled grasp does.
    """

    def __init__(
        self, transport: Transport, action: str, kind: str, clock: Callable[[], float] | None = None,
        well: Callable[[Any], bool] = lambda result: False,
    ) -> None:  # fmt: skip
        self.name, self._clock, self._well = action, clock or transport.now, well
        self.speed = 1.0
        """Share of its speed at which the robot says that it goes; what it is to take grows with it."""
        self.sent = 0
        """How many were."""
        self._client = transport.action(action, kind)
        self._under_way: Followed | None = None
        self._ours: deque[bytes] = deque(maxlen=REMEMBERED)
        self._unwanted: dict[bytes, Goal] = {}
        self._stands: dict[bytes, int] = {}
        self._lock = threading.Lock()
        transport.subscribe(f"{action}/_action/status", STATUS, self._told, LATCHED)

    def ready(self) -> bool:
        """Whether its server is there, as far as is known."""
        return self._client.ready()

    def send(self, goal: Any, seconds: float = math.inf, feedback: Callable[[Any], None] | None = None) -> Goal:
        """Send a goal that is to take so long [s]; one of ours that is under way is given up for it."""
        sent = self._client.send(goal, feedback)
        with self._lock:
            self.sent += 1
            self._ours.append(sent.id)
            self._under_way = Followed(sent, self._clock(), seconds)
        return sent

    @property
    def under_way(self) -> bool:
        """Whether a goal of ours is, as far as is known."""
        return self._under_way is not None

    def others(self) -> int:
        """How many goals are under way that are none of ours: of another client, or of a program before this one. They are not adopted."""
        with self._lock:
            ours = {*self._ours, self._under_way.goal.id if self._under_way else b""}  # over rosbridge it is known late
            return sum(status < SUCCEEDED and id not in ours for id, status in self._stands.items())

    def fault(self) -> str:
        """What went wrong with the goal under way, told once; empty if nothing did."""
        followed, now = self._under_way, self._clock()
        if followed is None:
            return ""
        goal, status = followed.goal, self._stands.get(followed.goal.id, 0)
        if status >= SUCCEEDED and not goal.result.done():
            followed.ended = min(followed.ended, now)
            if now > followed.ended + LOST:
                settle(goal.result, (status, None))  # the answer was lost
        if goal.result.done():
            self._under_way = None
            return self._ended(goal)
        if status:
            settle(goal.accepted, True)
        if not goal.accepted.done():
            late = now > followed.sent + ACCEPT
            return f"{self.name} has not said within {ACCEPT:g} s whether it takes a goal; it is not sent again" if late else ""
        most = followed.seconds / max(self.speed, 1e-3) + OVER
        late = status < SUCCEEDED and now > followed.sent + most
        return f"{self.name} has told no end of a goal within {most:.1f} s, and it was to take {followed.seconds:.1f} s" if late else ""

    def cancel(self) -> Future[bool] | None:
        """Cancel the goal under way, and again should it be accepted later. What comes of it is whether it will certainly not move."""
        followed, self._under_way = self._under_way, None
        if followed is None or followed.goal.result.done():
            return None
        with self._lock:
            self._unwanted[followed.goal.id] = followed.goal
        return self._sure(followed.goal.cancel(), followed.goal)

    def cancel_all(self) -> Future[bool]:
        """Cancel every goal of the action, whosever it is."""
        return self._sure(self._client.cancel_all(), None)

    def forget(self) -> None:
        """A person vouches for what is there now: goals of ours from before are over."""
        self._under_way = None
        self._unwanted.clear()

    def _sure(self, answer: Future[Any], goal: Goal | None) -> Future[bool]:
        """Whether an answer means that nothing moves: who knows nothing of a goal that was sent to it may still come to know of it."""
        sure: Future[bool] = Future()

        def told(answer: Future[Any]) -> None:
            if answer.cancelled() or answer.exception() is not None:
                return settle(sure, False)
            known = goal is None or (goal.accepted.done() and goal.accepted.exception() is None)
            settle(sure, answer.result().return_code == 0 or known)

        answer.add_done_callback(told)
        return sure

    def _ended(self, goal: Goal) -> str:
        """How it ended, where that is a fault."""
        if (error := goal.result.exception()) is not None:
            return str(error)
        status, result = goal.result.result()
        if status == SUCCEEDED or result == SUPERSEDED or goal.id in self._unwanted:
            return ""
        if result == "rejected":
            return f"{self.name} does not take the goal: its controller is not active, or the goal is none for it"
        if status == CANCELED:
            return f"somebody else cancelled the goal of {self.name}"
        said = getattr(result, "error_string", "") or "it does not say why"
        return "" if self._well(result) else f"{self.name} gave up its goal: {said}"

    def _told(self, message: Any) -> None:
        """In the transport's thread."""
        stands = {bytes(one.goal_info.goal_id.uuid): int(one.status) for one in message.status_list}
        with self._lock:
            self._stands = stands
            late = [goal for id, goal in self._unwanted.items() if 0 < stands.get(id, SUCCEEDED) < CANCELING]
            for id in [id for id in self._unwanted if stands.get(id, 0) >= SUCCEEDED]:
                del self._unwanted[id]
        for goal in late:
            goal.cancel()


class NoGoals:
    """In the place of `Goals` for what is driven without an action: nothing of ours is ever under way.

    Args:
      cancel: What a stop does at once.
    """

    name = ""
    under_way = False
    sent = 0

    def __init__(self, cancel: Callable[[], None] = lambda: None) -> None:
        self._cancel = cancel

    def others(self) -> int:
        return 0

    def fault(self) -> str:
        return ""

    def cancel(self) -> Future[bool] | None:
        self._cancel()
        return None

    def cancel_all(self) -> Future[bool]:
        self._cancel()
        sure: Future[bool] = Future()
        sure.set_result(True)
        return sure

    def forget(self) -> None:
        """Nothing is to be forgotten."""
