"""The transport for a sourced ROS 2, over any middleware: rclpy does everything, and as little as can be is added.

What is added, because rclpy has it otherwise than the seam: callbacks come one at a time and end nothing when they raise (in rclpy an
exception ends the executor, and with it every subscription), who waits for a reply keeps nobody else waiting, and numpy's numbers are made
into those that rclpy's messages take.
"""

from __future__ import annotations

import array
import importlib
import operator
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import numpy as np

from heedful.hardware.ros2.actions import TakenGoal, settle
from heedful.hardware.ros2.rclpy_actions import RclpyAction, RclpyServer, forward
from heedful.hardware.ros2.seam import FIND, RELIABLE, SENSOR, LinkLost, MissingExtra, Quality, WrongDefinition

THREADS = 8
"""Threads of the executor: each action's goal under way on a server of ours takes one, as does each service that has not replied."""
AGAIN = 1.0
"""How often it is checked anew from what definitions a topic is published [s]."""
CLOSED = "the link to the robot is closed"


def interface(kind: str) -> Any:
    """The class of `sensor_msgs/msg/JointState`, or of a part: `std_srvs/srv/Trigger_Request`, `control_msgs/action/X_Goal`."""
    package, where, name = kind.split("/")
    base, _, part = name.partition("_") if where != "msg" else (name, "", "")
    try:
        found = getattr(importlib.import_module(f"{package}.{where}"), base)
    except (ImportError, AttributeError):
        raise MissingExtra(
            f"{kind} is not in this ROS 2: install its package, such as `apt install ros-jazzy-{_dashed(package)}`"
        ) from None
    return getattr(found, part) if part else found


class RclpyTransport:
    """A node of rclpy's, spun in threads.

    Args:
      name: The node's.
      domain: ROS_DOMAIN_ID; the environment's unless given.
    """

    def __init__(self, name: str = "heedful", domain: int | None = None) -> None:
        try:
            import rclpy
            from rclpy.callback_groups import MutuallyExclusiveCallbackGroup, ReentrantCallbackGroup
            from rclpy.executors import MultiThreadedExecutor
        except ImportError:
            raise MissingExtra("rclpy is not importable: source ROS 2 first, such as `source /opt/ros/jazzy/setup.bash`") from None
        self._context = rclpy.context.Context()
        rclpy.init(context=self._context, domain_id=domain)
        self.domain = self._context.get_domain_id()
        self.node = rclpy.create_node(name, context=self._context)
        self.refused: dict[str, str] = {}
        """Topic -> why what is published there is not heeded."""
        self._executor = MultiThreadedExecutor(THREADS, context=self._context)
        self._executor.add_node(self.node)
        self._free, self._ordered = ReentrantCallbackGroup(), MutuallyExclusiveCallbackGroup
        self._one = threading.RLock()
        self._clients: dict[str, Any] = {}
        self._waiting: set[Future[Any]] = set()
        self._alive = True
        self._thread = threading.Thread(target=self._spin, name="ros2-rclpy", daemon=True)
        self._thread.start()

    @property
    def name(self) -> str:
        return f"rclpy on domain {self.domain}"

    def now(self) -> float:
        return time.monotonic()

    def make(self, kind: str, /, **fields: Any) -> Any:
        message = interface(kind)()
        for name, value in fields.items():
            if not hasattr(message, name):
                known = ", ".join(message.get_fields_and_field_types())
                raise TypeError(f"{kind} has no field {name!r}; it has {known}")
            setattr(message, name, _plain(value, getattr(message, name)))
        return message

    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]:
        made = self.node.create_publisher(interface(kind), topic, _qos(quality))

        def publish(message: Any) -> None:
            if not self._alive:
                raise LinkLost(CLOSED)
            made.publish(message)

        return publish

    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = SENSOR) -> None:
        due = 0.0

        def hear(message: Any) -> None:
            nonlocal due
            if (now := self.now()) >= due:
                due = now + AGAIN
                self._refuse_others(topic, kind)
            if topic not in self.refused:
                self.guarded(heard, message)

        self.node.create_subscription(interface(kind), topic, hear, _qos(quality))

    def publishers(self, topic: str, kind: str) -> int:
        return int(self.node.count_publishers(topic)) if self._alive else 0

    def subscribed(self, topic: str) -> frozenset[str]:
        found = self.node.get_subscriptions_info_by_topic(topic)
        return frozenset(str(info.topic_type) for info in found if info.node_name != self.node.get_name())

    def call(self, service: str, kind: str, request: Any) -> Future[Any]:
        future: Future[Any] = Future()
        if not self._alive:
            settle(future, error=LinkLost(CLOSED))
            return future
        if service not in self._clients:
            self._clients[service] = self.node.create_client(interface(kind), service, callback_group=self._free)
        client = self._clients[service]

        def ask() -> None:
            if client.wait_for_service(timeout_sec=FIND):
                forward(client.call_async(request), future)
            else:
                settle(future, error=LinkLost(f"nobody offers the service {service}"))

        self.beside(ask, future, client.service_is_ready())
        return future

    def serve(self, service: str, kind: str, answer: Callable[[Any, Callable[[Any], None]], None]) -> None:
        def handle(request: Any, response: Any) -> Any:
            told: Future[Any] = Future()
            self.guarded(answer, request, lambda made: settle(told, made))
            return self.awaited(told)

        self.node.create_service(interface(kind), service, handle, callback_group=self._free)

    def action(self, name: str, kind: str) -> RclpyAction:
        from rclpy.action import ActionClient

        # a group of its own: nobody else is kept waiting by it, and its feedback comes in order
        client = ActionClient(self.node, interface(kind), name, callback_group=self._ordered())
        return RclpyAction(self, client, name)

    def offer(
        self,
        name: str,
        kind: str,
        take: Callable[[Any], bool],
        begin: Callable[[TakenGoal], None],
        stop: Callable[[TakenGoal], None] = lambda goal: None,
    ) -> RclpyServer:
        return RclpyServer(self, name, interface(kind), take, begin, stop)

    def another(self, name: str) -> RclpyTransport:
        """Another node on the same network."""
        return RclpyTransport(name, self.domain)

    def close(self) -> None:
        """Leave; a second time is without effect."""
        if not self._alive:
            return
        self._alive = False
        for future in list(self._waiting):
            settle(future, error=LinkLost(CLOSED))
        self._executor.shutdown(timeout_sec=2.0)
        self.node.destroy_node()
        self._context.try_shutdown()

    def guarded(self, callback: Callable[..., Any], *told: Any) -> Any:
        """Call back, one at a time; what it raises is printed, for in an executor it would end every subscription."""
        with self._one:
            if not self._alive:
                return None
            try:
                return callback(*told)
            except Exception:
                traceback.print_exc()

    def awaited(self, future: Future[Any]) -> Any:
        """Wait in a thread of the executor, no longer than until the transport is closed: the process does not end before its threads."""
        self._waiting.add(future)
        if not self._alive:
            settle(future, error=LinkLost(CLOSED))
        try:
            return future.result()
        finally:
            self._waiting.discard(future)

    def beside(self, ask: Callable[[], None], future: Future[Any], at_once: bool) -> None:
        """Ask now, or beside the caller where it has to be waited for; what goes wrong is the future's."""

        def asked() -> None:
            try:
                ask()
            except Exception as error:
                settle(future, error=error if self._alive else LinkLost(CLOSED))

        asked() if at_once else threading.Thread(target=asked, name="ros2-find", daemon=True).start()

    def _spin(self) -> None:
        while self._alive:
            try:
                self._executor.spin()
            except Exception:
                if self._alive:
                    traceback.print_exc()

    def _refuse_others(self, topic: str, kind: str) -> None:
        """Publishers of another definition are not heeded, where the release tells hashes (from Iron on) of who is on a topic."""
        try:
            here = [i for i in self.node.get_subscriptions_info_by_topic(topic) if i.node_name == self.node.get_name()]
            ours, theirs = _hashes(here), _hashes(self.node.get_publishers_info_by_topic(topic))
            if len(ours) == 1 and (others := theirs - ours):
                self.refused[topic] = str(WrongDefinition.of(topic, kind, min(others), min(ours)))
            else:
                self.refused.pop(topic, None)
        except Exception:
            if self._alive:
                raise


def _hashes(endpoints: list[Any]) -> set[str]:
    """The hashes that endpoints tell of their definitions; Humble's tell none."""
    told = {str(getattr(one, "topic_type_hash", "")) for one in endpoints}
    return {hash for hash in told if hash.startswith("RIHS")}


def _plain(value: Any, like: Any) -> Any:
    """A value as rclpy's messages take it: their setters refuse numpy's numbers and arrays, and an int where a float is meant."""
    if isinstance(like, np.ndarray):
        return np.asarray(value, like.dtype)
    if isinstance(like, array.array) and isinstance(value, bytes | bytearray | memoryview):
        return array.array(like.typecode, bytes(value))
    if isinstance(like, array.array):
        return array.array(like.typecode, np.ascontiguousarray(value, np.dtype(like.typecode)).tobytes())
    if isinstance(like, bytes):
        return value if isinstance(value, bytes) else bytes([int(value)])
    if isinstance(like, bool | float):
        return type(like)(value)
    if isinstance(like, int):
        return operator.index(value)
    return list(value) if isinstance(like, list) else value


def _dashed(package: str) -> str:
    return package.replace("_", "-")


def _qos(quality: Quality) -> Any:
    from rclpy.qos import DurabilityPolicy, QoSProfile, ReliabilityPolicy

    return QoSProfile(
        depth=quality.depth,
        reliability=ReliabilityPolicy.RELIABLE if quality.reliable else ReliabilityPolicy.BEST_EFFORT,
        durability=DurabilityPolicy.TRANSIENT_LOCAL if quality.latched else DurabilityPolicy.VOLATILE,
    )
