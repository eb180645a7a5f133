"""The transport for a sourced ROS 2, over any middleware: rclpy does everything, and nothing here has logic of its own."""

from __future__ import annotations

import importlib
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import numpy as np

from heedful.hardware.ros2.actions import SUPERSEDED, settle
from heedful.hardware.ros2.seam import ABORTED, RELIABLE, SENSOR, LinkLost, MissingExtra, Quality

FIND = 3.0
"""How long a service is looked for [s]."""


def interface(kind: str) -> Any:
    """The class of `sensor_msgs/msg/JointState`, or of a part: `std_srvs/srv/Trigger_Request`, `control_msgs/action/X_Goal`."""
    package, where, name = kind.split("/")
    base, _, part = name.partition("_") if where != "msg" else (name, "", "")
    found = getattr(importlib.import_module(f"{package}.{where}"), base)
    return getattr(found, part) if part else found


class RclpyTransport:
    """A node of rclpy's, spun in a thread.

    Args:
      name: The node's.
      domain: ROS_DOMAIN_ID; the environment's unless given.
    """

    def __init__(self, name: str = "heedful", domain: int | None = None) -> None:
        try:
            import rclpy
            from rclpy.executors import MultiThreadedExecutor
        except ImportError:
            raise MissingExtra("rclpy is not importable: source ROS 2 first, such as `source /opt/ros/jazzy/setup.bash`") from None
        self._context = rclpy.context.Context()
        rclpy.init(context=self._context, domain_id=domain)
        self.domain = self._context.get_domain_id()
        self.node = rclpy.create_node(name, context=self._context)
        self._executor = MultiThreadedExecutor(context=self._context)
        self._executor.add_node(self.node)
        self.refused: dict[str, str] = {}
        """Nothing: rclpy listens to whoever the middleware matches."""
        self._clients: dict[str, Any] = {}
        self._thread = threading.Thread(target=self._executor.spin, name="ros2-rclpy", daemon=True)
        self._thread.start()

    @property
    def name(self) -> str:
        return f"rclpy on domain {self.domain}"

    def now(self) -> float:
        return time.monotonic()

    def make(self, kind: str, /, **fields: Any) -> Any:
        message = interface(kind)()
        for name, value in fields.items():
            fixed = isinstance(getattr(message, name), np.ndarray)
            setattr(message, name, value.tolist() if isinstance(value, np.ndarray) and not fixed else value)
        return message

    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]:
        publish: Callable[[Any], None] = self.node.create_publisher(interface(kind), topic, _qos(quality)).publish
        return publish

    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = SENSOR) -> None:
        self.node.create_subscription(interface(kind), topic, heard, _qos(quality))

    def publishers(self, topic: str, kind: str) -> int:
        return int(self.node.count_publishers(topic))

    def call(self, service: str, kind: str, request: Any) -> Future[Any]:
        if service not in self._clients:
            self._clients[service] = self.node.create_client(interface(kind), service)
        client, future = self._clients[service], Future[Any]()

        def ask() -> None:
            if client.wait_for_service(timeout_sec=FIND):
                _forward(client.call_async(request), future)
            else:
                settle(future, error=LinkLost(f"nobody offers the service {service}"))

        ask() if client.service_is_ready() else threading.Thread(target=ask, daemon=True).start()
        return future

    def serve(self, service: str, kind: str, answer: Callable[[Any, Callable[[Any], None]], None]) -> None:
        def handle(request: Any, response: Any) -> Any:
            told: Future[Any] = Future()
            answer(request, lambda made: settle(told, made))
            return told.result()

        self.node.create_service(interface(kind), service, handle)

    def action(self, name: str, kind: str) -> RclpyAction:
        from rclpy.action import ActionClient

        return RclpyAction(self, ActionClient(self.node, interface(kind), name), name)

    def close(self) -> None:
        self._executor.shutdown(timeout_sec=2.0)
        self.node.destroy_node()
        self._context.try_shutdown()


class RclpyGoal:
    """A goal followed by rclpy."""

    def __init__(self, id: bytes) -> None:
        self.id = id
        self.accepted: Future[bool] = Future()
        self.result: Future[tuple[int, Any]] = Future()
        self._handle: Any = None
        self._cancelled: Future[Any] | None = None

    def cancel(self) -> Future[Any]:
        self._cancelled = Future()
        if self._handle is not None:
            _forward(self._handle.cancel_goal_async(), self._cancelled)
        return self._cancelled

    def answered(self, reply: Any) -> None:
        """Whether it was taken."""
        if (error := reply.exception()) is not None:
            settle(self.accepted, error=error)
            return settle(self.result, error=error)
        self._handle = reply.result()
        settle(self.accepted, bool(self._handle.accepted))
        if not self._handle.accepted:
            return settle(self.result, (ABORTED, "rejected"))
        self._handle.get_result_async().add_done_callback(self._ended)
        if self._cancelled is not None:
            _forward(self._handle.cancel_goal_async(), self._cancelled)

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
        told = None if feedback is None else lambda message: feedback(message.feedback)
        id = self._transport.make("unique_identifier_msgs/msg/UUID", uuid=np.frombuffer(sent.id, dtype=np.uint8))
        self._client.send_goal_async(goal, feedback_callback=told, goal_uuid=id).add_done_callback(sent.answered)
        return sent

    def cancel_all(self) -> Future[Any]:
        request = self._transport.make("action_msgs/srv/CancelGoal_Request")
        return self._transport.call(f"{self._name}/_action/cancel_goal", "action_msgs/srv/CancelGoal", request)


def _forward(told: Any, future: Future[Any]) -> None:
    told.add_done_callback(lambda t: settle(future, error=t.exception()) if t.exception() else settle(future, t.result()))


def _qos(quality: Quality) -> Any:
    from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy

    return QoSProfile(
        depth=quality.depth,
        reliability=ReliabilityPolicy.RELIABLE if quality.reliable else ReliabilityPolicy.BEST_EFFORT,
        durability=DurabilityPolicy.TRANSIENT_LOCAL if quality.latched else DurabilityPolicy.VOLATILE,
    )
