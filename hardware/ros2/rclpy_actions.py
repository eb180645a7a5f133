"""Actions over rclpy: what the seam calls a goal is followed, or worked on, by rclpy's own client and server."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

import numpy as np

from heedful.hardware.ros2.actions import SUPERSEDED, settle
from heedful.hardware.ros2.seam import ABORTED, CANCELED, CANCELING, EXECUTING, FIND, SUCCEEDED, LinkLost

if TYPE_CHECKING:
    from heedful.hardware.ros2.rclpy_transport import RclpyTransport


class RclpyGoal:
    """A goal followed by rclpy."""

    def __init__(self, id: bytes) -> None:
        self.id = id
        self.accepted: Future[bool] = Future()
        self.result: Future[tuple[int, Any]] = Future()
        self._handle: Any = None
        self._cancelled: Future[Any] | None = None
        self._lock = threading.Lock()

    def cancel(self) -> Future[Any]:
        with self._lock:
            cancelled = self._cancelled = Future()
            handle = self._handle
        if handle is not None:
            forward(handle.cancel_goal_async(), cancelled)
        return cancelled

    def answered(self, reply: Any) -> None:
        """Whether it was taken."""
        if (error := reply.exception()) is not None:
            return self.lost(error)
        with self._lock:
            self._handle, cancelled = reply.result(), self._cancelled
        if not self._handle.accepted:
            settle(self.result, (ABORTED, "rejected"))
            return settle(self.accepted, False)
        # at once: servers forget a result after as little as ten seconds
        self._handle.get_result_async().add_done_callback(self._ended)
        settle(self.accepted, True)
        if cancelled is not None:
            forward(self._handle.cancel_goal_async(), cancelled)

    def lost(self, error: Exception) -> None:
        settle(self.accepted, error=error)
        settle(self.result, error=error)

    def _ended(self, told: Any) -> None:
        if (error := told.exception()) is not None:
            return settle(self.result, error=error)
        settle(self.result, (int(told.result().status), told.result().result))


class RclpyAction:
    """An action followed by rclpy; a new goal supersedes the one before."""

    def __init__(self, transport: RclpyTransport, client: Any, name: str) -> None:
        self._transport, self._client, self._name = transport, client, name
        self._last: RclpyGoal | None = None

    def ready(self) -> bool:
        return bool(self._client.server_is_ready())

    def send(self, goal: Any, feedback: Callable[[Any], None] | None = None) -> RclpyGoal:
        if self._last is not None:
            settle(self._last.result, (ABORTED, SUPERSEDED))
        sent = self._last = RclpyGoal(uuid.uuid4().bytes)
        id = self._transport.make("unique_identifier_msgs/msg/UUID", uuid=np.frombuffer(sent.id, dtype=np.uint8))

        def told(message: Any) -> None:
            if feedback is not None and sent is self._last:
                self._transport.guarded(feedback, message.feedback)

        def ask() -> None:
            if self._client.wait_for_server(timeout_sec=FIND):
                self._client.send_goal_async(goal, feedback_callback=told, goal_uuid=id).add_done_callback(sent.answered)
            else:
                sent.lost(LinkLost(f"nobody offers the action {self._name}"))

        self._transport.beside(ask, sent.accepted, self.ready())
        sent.accepted.add_done_callback(lambda answer: settle(sent.result, error=answer.exception()) if answer.exception() else None)  # type: ignore[arg-type]
        return sent

    def cancel_all(self) -> Future[Any]:
        request = self._transport.make("action_msgs/srv/CancelGoal_Request")
        return self._transport.call(f"{self._name}/_action/cancel_goal", "action_msgs/srv/CancelGoal", request)


class RclpyTaken:
    """A goal that a server of ours works on; `finish` ends it."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self.id, self.goal, self.stamp = bytes(handle.goal_id.uuid), handle.request, None
        self.ended: Future[tuple[int, Any]] = Future()

    @property
    def status(self) -> int:
        return self.ended.result()[0] if self.ended.done() else CANCELING if self._handle.is_cancel_requested else EXECUTING

    @property
    def canceling(self) -> bool:
        return self.status == CANCELING

    def feedback(self, message: Any) -> None:
        if not self.ended.done():
            self._handle.publish_feedback(message)

    def finish(self, status: int, result: Any) -> None:
        """End it; a second end is without effect."""
        settle(self.ended, (status, result))


class RclpyServer:
    """Offers an action by rclpy's server: a thread of the executor waits for each goal's end."""

    def __init__(
        self,
        transport: RclpyTransport,
        name: str,
        interface: Any,
        take: Callable[[Any], bool],
        begin: Callable[[Any], None],
        stop: Callable[[Any], None],
    ) -> None:
        from rclpy.action import ActionServer, CancelResponse, GoalResponse

        goals: dict[bytes, RclpyTaken] = {}

        def takes(goal: Any) -> Any:
            return GoalResponse.ACCEPT if transport.guarded(take, goal) else GoalResponse.REJECT

        def execute(handle: Any) -> Any:
            taken = goals[bytes(handle.goal_id.uuid)] = RclpyTaken(handle)
            transport.guarded(begin, taken)
            if handle.is_cancel_requested:
                transport.guarded(stop, taken)  # it was cancelled before it began
            status, result = transport.awaited(taken.ended)
            goals.pop(taken.id, None)
            ended = {SUCCEEDED: handle.succeed, CANCELED: handle.canceled}.get(status, handle.abort)
            # rclpy's states have no way from executing to cancelled without having been asked to
            (handle.abort if status == CANCELED and not handle.is_cancel_requested else ended)()
            return result

        def cancels(handle: Any) -> Any:
            if taken := goals.get(bytes(handle.goal_id.uuid)):
                threading.Thread(target=_once_canceling, args=(transport, handle, taken, stop), daemon=True).start()
            return CancelResponse.ACCEPT

        self._server = ActionServer(
            transport.node,
            interface,
            name,
            execute_callback=execute,
            goal_callback=takes,
            cancel_callback=cancels,
            callback_group=transport._free,
        )


def _once_canceling(transport: RclpyTransport, handle: Any, taken: RclpyTaken, stop: Callable[[Any], None]) -> None:
    """Tell the server's owner once rclpy has the goal as canceling, which is after its callback has returned."""
    pause = threading.Event()
    while not handle.is_cancel_requested and handle.is_active:
        pause.wait(0.001)
    transport.guarded(stop, taken)


def forward(told: Any, future: Future[Any]) -> None:
    """What becomes of a future of rclpy's becomes of one that can be waited for."""
    told.add_done_callback(lambda t: settle(future, error=t.exception()) if t.exception() else settle(future, t.result()))
