"""Actions over rosbridge's operations `send_action_goal` and `cancel_action_goal`: neither acceptance nor a goal's uuid is told there.

Both are taken from the action's status topic: the one goal that is new there after ours was sent is taken for ours. Where another
client sends one in the same moment it cannot be told which is which, and neither is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from heedful.hardware.ros2.actions import CANCEL, STANDS, SUPERSEDED, settle
from heedful.hardware.ros2.json_messages import from_json, to_json
from heedful.hardware.ros2.seam import ABORTED, LATCHED, SUCCEEDED, LinkLost

if TYPE_CHECKING:
    from heedful.hardware.ros2.rosbridge import RosbridgeTransport


class BridgedGoal:
    """A goal followed by rosbridge."""

    def __init__(self, action: BridgedAction, accepted: Future[bool], result: Future[tuple[int, Any]]) -> None:
        self._action, self.accepted, self.result = action, accepted, result
        self.id = b""
        """Empty until the status topic has told it."""
        self.number = ""

    def cancel(self) -> Future[Any]:
        """Ask that it be cancelled. Nobody answers: the future is resolved when the goal has ended."""
        future: Future[Any] = Future()

        def ended(told: Future[Any]) -> None:
            error = told.exception()
            settle(future, self._action.cancelled(), error if isinstance(error, Exception) else None)

        self.result.add_done_callback(ended)
        if not self.result.done():
            self._action.cancel(self.number)
        return future


class BridgedAction:
    """A client of one action; a new goal supersedes the one before."""

    def __init__(self, transport: RosbridgeTransport, name: str, kind: str) -> None:
        self._transport, self._name, self._kind = transport, name, kind
        self._client = transport._lib.ActionClient(transport.ros, name, kind)
        self._last: BridgedGoal | None = None
        self._known: set[bytes] = set()
        transport.subscribe(f"{name}/_action/status", STANDS, self._stands, LATCHED)

    def _stands(self, message: Any) -> None:
        there = {bytes(one.goal_info.goal_id.uuid): int(one.status) for one in message.status_list}
        new = [id for id, status in there.items() if id not in self._known and status < SUCCEEDED]
        self._known |= there.keys()
        if len(new) == 1 and self._last is not None and not self._last.id and self._last.number:
            self._last.id = new[0]
            settle(self._last.accepted, True)

    def ready(self) -> bool:
        """Whether rosapi has told of a server within the last second."""
        return self._name in self._transport.there("/rosapi/action_servers", "", "action_servers")

    def send(self, goal: Any, feedback: Callable[[Any], None] | None = None) -> BridgedGoal:
        if self._last is not None:
            settle(self._last.result, (ABORTED, SUPERSEDED))
        sent = self._last = BridgedGoal(self, self._transport.promised(), self._transport.promised())
        types = self._transport.types

        def heard(told: Any) -> None:
            settle(sent.accepted, True)
            if feedback is not None and sent is self._last:
                self._transport.guarded(feedback, from_json(types, dict(told), f"{self._kind}_Feedback"))

        def ended(told: Any) -> None:
            settle(sent.accepted, True)
            settle(sent.result, (int(told["status"].value), from_json(types, dict(told["values"]), f"{self._kind}_Result")))

        def failed(told: Any) -> None:
            """Not accepted, or an end that rosbridge counts as none: it tells both alike, the former with a text for values."""
            if isinstance(told["values"], dict):
                return ended(told)
            text = str(told["values"])
            if "reject" in text.lower():
                settle(sent.result, (ABORTED, "rejected"))
                return settle(sent.accepted, False)
            lost = LinkLost(f"nobody offers the action {self._name}" if "no action server" in text.lower() else f"{self._name}: {text}")
            settle(sent.accepted, error=lost)
            settle(sent.result, error=lost)

        try:
            self._transport.open()
            values = self._transport._lib.Goal(to_json(types, goal))
            sent.number = self._client.send_goal(values, ended, heard, failed)
        except LinkLost as error:
            settle(sent.accepted, error=error)
            settle(sent.result, error=error)
        return sent

    def cancelled(self) -> Any:
        """What a server answers when a goal is being cancelled."""
        return self._transport.make(CANCEL[1], return_code=0)

    def cancel(self, number: str) -> None:
        self._transport.send({"op": "cancel_action_goal", "id": number, "action": self._name})

    def cancel_all(self) -> Future[Any]:
        request = self._transport.make("action_msgs/srv/CancelGoal_Request")
        return self._transport.call(f"{self._name}/_action/cancel_goal", "action_msgs/srv/CancelGoal", request)
