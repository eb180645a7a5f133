"""rclpy's actions, the client's side and the server's, of the services and topics that its node makes."""

from __future__ import annotations

import threading
import time
import traceback
import uuid
import weakref
from collections.abc import Callable
from enum import Enum
from typing import Any

from rclpy_shim.messages import message
from rclpy_shim.node import POLL, Node, answer
from rclpy_shim.qos import DurabilityPolicy, QoSProfile
from rclpy_shim.task import Future

ACCEPTED, EXECUTING, CANCELING, SUCCEEDED, CANCELED, ABORTED = 1, 2, 3, 4, 5, 6
STATUS = QoSProfile(depth=1, durability=DurabilityPolicy.TRANSIENT_LOCAL)
MOVES = {
    "execute": ({ACCEPTED}, EXECUTING), "cancel_goal": ({ACCEPTED, EXECUTING}, CANCELING), "succeed": ({EXECUTING, CANCELING}, SUCCEEDED),
    "abort": ({EXECUTING, CANCELING}, ABORTED), "canceled": ({CANCELING}, CANCELED),
}  # fmt: skip
"""The transitions of a goal (design.ros2.org, actions): from which states each may be, and into which."""
UNKNOWN, ENDED = 2, 3


class GoalResponse(Enum):
    REJECT, ACCEPT = 1, 2


class CancelResponse(Enum):
    REJECT, ACCEPT = 1, 2


class ClientGoalHandle:
    """A goal that was answered."""

    def __init__(self, client: ActionClient, goal_id: Any, response: Any) -> None:
        self._client, self.goal_id, self._response = client, goal_id, response
        self.status = 0

    @property
    def accepted(self) -> bool:
        return bool(self._response.accepted)

    @property
    def stamp(self) -> Any:
        return self._response.stamp

    def cancel_goal_async(self) -> Future:
        request = self._client._type.Impl.CancelGoalService.Request()
        request.goal_info.goal_id = self.goal_id
        return self._client._cancel.call_async(request)

    def get_result_async(self) -> Future:
        request = self._client._type.Impl.GetResultService.Request(goal_id=self.goal_id)
        return self._client._result.call_async(request)


class ActionClient:
    """A client of one action. Goals go out whether anybody is there or not."""

    def __init__(self, node: Node, action_type: Any, action_name: str, *, callback_group: Any = None) -> None:
        self._node, self._type, impl = node, action_type, action_type.Impl
        base = f"{action_name}/_action/"
        self._send = node.create_client(impl.SendGoalService, f"{base}send_goal", callback_group=callback_group)
        self._result = node.create_client(impl.GetResultService, f"{base}get_result", callback_group=callback_group)
        self._cancel = node.create_client(impl.CancelGoalService, f"{base}cancel_goal", callback_group=callback_group)
        self._feedback: dict[bytes, Callable[[Any], None]] = {}
        self._handles: weakref.WeakValueDictionary[bytes, ClientGoalHandle] = weakref.WeakValueDictionary()
        node.create_subscription(impl.FeedbackMessage, f"{base}feedback", self._heard, 10, callback_group=callback_group)
        node.create_subscription(impl.GoalStatusMessage, f"{base}status", self._stands, STATUS, callback_group=callback_group)

    def server_is_ready(self) -> bool:
        return all(c.service_is_ready() for c in (self._send, self._result, self._cancel))

    def wait_for_server(self, timeout_sec: float | None = None) -> bool:
        left = float("inf") if timeout_sec is None else timeout_sec
        while self._node.context.ok() and not self.server_is_ready() and left > 0:
            time.sleep(POLL)
            left -= POLL
        return self.server_is_ready()

    def send_goal_async(self, goal: Any, feedback_callback: Callable[[Any], None] | None = None, goal_uuid: Any = None) -> Future:
        if not isinstance(goal, self._type.Goal):
            raise TypeError()
        goal_uuid = goal_uuid or message("unique_identifier_msgs/msg/UUID")(uuid=list(uuid.uuid4().bytes))
        future = Future(executor=self._node.executor)

        def answered(reply: Future) -> None:
            handle = ClientGoalHandle(self, goal_uuid, reply.result())
            if handle.accepted:
                self._handles[bytes(goal_uuid.uuid)] = handle
            future.set_result(handle)

        if feedback_callback is not None:
            self._feedback[bytes(goal_uuid.uuid)] = feedback_callback
        request = self._type.Impl.SendGoalService.Request(goal_id=goal_uuid, goal=goal)
        self._send.call_async(request).add_done_callback(answered)
        return future

    def _heard(self, told: Any) -> None:
        if callback := self._feedback.get(bytes(told.goal_id.uuid)):
            callback(told)

    def _stands(self, told: Any) -> None:
        for one in told.status_list:
            if handle := self._handles.get(bytes(one.goal_info.goal_id.uuid)):
                handle.status = one.status


class ServerGoalHandle:
    """A goal that was accepted."""

    def __init__(self, server: ActionServer, info: Any, request: Any) -> None:
        self._server, self._info, self.request = server, info, request
        self.status = ACCEPTED
        self._told = Future()
        self._lock = threading.Lock()

    @property
    def goal_id(self) -> Any:
        return self._info.goal_id

    @property
    def is_active(self) -> bool:
        return self.status < SUCCEEDED

    @property
    def is_cancel_requested(self) -> bool:
        return self.status == CANCELING

    def execute(self, execute_callback: Callable[[Any], Any] | None = None) -> None:
        if not self.is_cancel_requested:
            self._move("execute")
        self._server._node.executor.create_task(self._server._execute, execute_callback or self._server._callback, self)

    def publish_feedback(self, feedback: Any) -> None:
        if not isinstance(feedback, self._server._type.Feedback):
            raise TypeError()
        self._server._feedback.publish(self._server._type.Impl.FeedbackMessage(goal_id=self.goal_id, feedback=feedback))

    def succeed(self) -> None:
        self._move("succeed")

    def abort(self) -> None:
        self._move("abort")

    def canceled(self) -> None:
        self._move("canceled")

    def _move(self, how: str) -> None:
        allowed, after = MOVES[how]
        with self._lock:
            if self.status not in allowed:
                raise RuntimeError(
                    f"Failed to update goal state: goal_handle attempted invalid transition from state {self.status} with {how}"
                )
            self.status = after
        self._server._publish()


class ActionServer:
    """Offers an action; without a `cancel_callback` it refuses to cancel, as rclpy does."""

    def __init__(
        self,
        node: Node,
        action_type: Any,
        action_name: str,
        execute_callback: Callable[[Any], Any],
        *,
        callback_group: Any = None,
        goal_callback: Callable[[Any], GoalResponse] = lambda goal: GoalResponse.ACCEPT,
        handle_accepted_callback: Callable[[Any], None] = lambda handle: handle.execute(),
        cancel_callback: Callable[[Any], CancelResponse] = lambda handle: CancelResponse.REJECT,
        result_timeout: float = 900,
    ) -> None:
        self._node, self._type, self._callback = node, action_type, execute_callback
        self._takes, self._begins, self._stops = goal_callback, handle_accepted_callback, cancel_callback
        self._handles: dict[bytes, ServerGoalHandle] = {}
        impl, base = action_type.Impl, f"{action_name}/_action/"
        self._feedback = node.create_publisher(impl.FeedbackMessage, f"{base}feedback", 10)
        self._status = node.create_publisher(impl.GoalStatusMessage, f"{base}status", STATUS)
        group = callback_group or node.default_callback_group
        answer(node, impl.SendGoalService, f"{base}send_goal", self._on_goal, group)
        answer(node, impl.GetResultService, f"{base}get_result", self._on_result, group)
        answer(node, impl.CancelGoalService, f"{base}cancel_goal", self._on_cancel, group)

    def _on_goal(self, request: Any, reply: Callable[[Any], None]) -> None:
        id, response = bytes(request.goal_id.uuid), self._type.Impl.SendGoalService.Response()
        response.accepted = id not in self._handles and self._takes(request.goal) is GoalResponse.ACCEPT
        response.stamp = self._node.get_clock().now().to_msg()
        if response.accepted:
            info = message("action_msgs/msg/GoalInfo")(goal_id=request.goal_id, stamp=response.stamp)
            self._handles[id] = ServerGoalHandle(self, info, request.goal)
        reply(response)
        if response.accepted:
            self._begins(self._handles[id])

    def _execute(self, callback: Callable[[Any], Any], handle: ServerGoalHandle) -> None:
        try:
            result = callback(handle)
        except Exception:
            traceback.print_exc()
            result = self._type.Result()
        if handle.is_active:
            handle.abort()
        handle._told.set_result(self._type.Impl.GetResultService.Response(status=handle.status, result=result))

    def _on_result(self, request: Any, reply: Callable[[Any], None]) -> None:
        handle = self._handles.get(bytes(request.goal_id.uuid))
        if handle is None:
            return reply(self._type.Impl.GetResultService.Response())
        handle._told.add_done_callback(lambda told: reply(told.result()))

    def _on_cancel(self, request: Any, reply: Callable[[Any], None]) -> None:
        id, response = bytes(request.goal_info.goal_id.uuid), self._type.Impl.CancelGoalService.Response()
        meant = list(self._handles.values()) if not any(id) else [h for h in (self._handles.get(id),) if h is not None]
        live = [h for h in meant if h.is_active and not h.is_cancel_requested]
        for handle in live:
            if self._stops(handle) is CancelResponse.ACCEPT:
                try:
                    handle._move("cancel_goal")
                except RuntimeError:  # it ended meanwhile: rclpy leaves it out of the response, too
                    continue
                response.goals_canceling.append(handle._info)
        response.return_code = 0 if live or not any(id) else ENDED if meant else UNKNOWN
        reply(response)

    def _publish(self) -> None:
        one = message("action_msgs/msg/GoalStatus")
        told = [one(goal_info=h._info, status=h.status) for h in self._handles.values()]
        self._status.publish(self._type.Impl.GoalStatusMessage(status_list=told))
