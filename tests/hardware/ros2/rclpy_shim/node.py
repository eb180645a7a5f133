"""rclpy's node on the DDS transport: what arrives waits until an executor takes it up."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import yaml

from heedful.hardware.ros2.cyclone import DESCRIBING
from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.services import told
from rclpy_shim import context as contexts, messages
from rclpy_shim.callback_groups import MutuallyExclusiveCallbackGroup
from rclpy_shim.qos import QoSProfile, quality
from rclpy_shim.task import Future

POLL = 0.25
"""How often rclpy looks whether a service is there [s]."""
LEFT = "cannot use Destroyable because destruction was requested"


class InvalidHandle(Exception):
    """It was destroyed."""


class Node:
    """One participant for each node, where rclpy has one for each context; nobody on the other side can tell.

    Args:
      node_name: Its name.
      context: What it lives in.
      namespace: What comes before its relative names.
    """

    def __init__(self, node_name: str, *, context: contexts.Context | None = None, namespace: str = "/") -> None:
        self.context = contexts.DEFAULT if context is None else context
        if not self.context.ok():
            raise RuntimeError("the given context is not valid, either rcl_init() was not called or rcl_shutdown() was called.")
        self._name, self._namespace = node_name, f"/{namespace.strip('/')}"
        self._dds = DdsTransport(node_name, self.context.get_domain_id())
        self._waiting: deque[tuple[Any, Callable[[], None]]] = deque()
        self.executor: Any = None
        self.default_callback_group = MutuallyExclusiveCallbackGroup()
        self._alive = True
        self._lock = threading.Lock()
        self._graph: Any = None
        self.context.nodes.append(self)

    def get_name(self) -> str:
        return self._name

    def get_fully_qualified_name(self) -> str:
        return f"{'' if self._namespace == '/' else self._namespace}/{self._name}"

    def declare_parameter(self, name: str, value: Any = None) -> Any:
        """Its value, or what `--ros-args -p name:=value` gives, read as YAML."""
        given = self.context.given("-p").get(name)
        return SimpleNamespace(name=name, value=value if given is None else yaml.safe_load(given))

    def get_logger(self) -> logging.Logger:
        return logging.getLogger(self._name)

    def get_clock(self) -> Any:
        def now() -> Any:
            seconds, rest = divmod(time.time_ns(), 10**9)
            return SimpleNamespace(to_msg=lambda: messages.message("builtin_interfaces/msg/Time")(sec=seconds, nanosec=rest))

        return SimpleNamespace(now=now)

    def create_publisher(self, msg_type: Any, topic: str, qos_profile: QoSProfile | int, *, callback_group: Any = None) -> Publisher:
        return Publisher(self, msg_type, self._expanded(topic), qos_profile)

    def create_subscription(
        self, msg_type: Any, topic: str, callback: Callable[[Any], None], qos_profile: QoSProfile | int, *, callback_group: Any = None
    ) -> Subscription:
        return Subscription(self, msg_type, self._expanded(topic), callback, qos_profile, callback_group or self.default_callback_group)

    def create_client(self, srv_type: Any, srv_name: str, *, callback_group: Any = None) -> Client:
        return Client(self, srv_type, self._expanded(srv_name), callback_group or self.default_callback_group)

    def create_service(self, srv_type: Any, srv_name: str, callback: Callable[[Any, Any], Any], *, callback_group: Any = None) -> Service:
        return Service(self, srv_type, self._expanded(srv_name), callback, callback_group or self.default_callback_group)

    def count_publishers(self, topic_name: str) -> int:
        return len(self._endpoints("rt" + self._expanded(topic_name), "publications"))

    def get_publishers_info_by_topic(self, topic_name: str) -> list[Any]:
        return self._endpoints("rt" + self._expanded(topic_name), "publications")

    def get_subscriptions_info_by_topic(self, topic_name: str) -> list[Any]:
        return self._endpoints("rt" + self._expanded(topic_name), "subscriptions")

    def destroy_node(self) -> None:
        with self._lock:
            was, self._alive = self._alive, False
        if was:
            self._graph = None
            self._dds.close()
            self.context.nodes.remove(self)

    def _later(self, group: Any, callback: Callable[[], None]) -> None:
        self._waiting.append((group, callback))
        if self.executor is not None:
            self.executor.wake()

    def _expanded(self, name: str) -> str:
        base = "" if self._namespace == "/" else self._namespace

        def whole(name: str) -> str:
            if name.startswith("~"):
                return f"{base}/{self._name}{name[1:]}"
            return name if name.startswith("/") else f"{base}/{name}"

        renamed = {whole(old): whole(new) for old, new in self.context.given("-r").items()}
        return renamed.get(whole(name), whole(name))

    def _endpoints(self, topic: str, which: str) -> list[Any]:
        """Who is known to be on a topic, with the hash of the definition that each tells of."""
        from cyclonedds.builtin import BuiltinDataReader, BuiltinTopicDcpsPublication, BuiltinTopicDcpsSubscription
        from cyclonedds.core import InstanceState, ReadCondition, SampleState, ViewState

        self._valid()
        with self._lock:
            if self._graph is None:
                alive = SampleState.Any | ViewState.Any | InstanceState.Alive
                self._graph = {}
                for name, kind in (("publications", BuiltinTopicDcpsPublication), ("subscriptions", BuiltinTopicDcpsSubscription)):
                    reader = BuiltinDataReader(self._dds._wire.participant, kind)
                    self._graph[name] = reader, ReadCondition(reader, alive)
            reader, condition = self._graph[which]
            with DESCRIBING:
                found = [s for s in reader.read(1000, condition) if s.topic_name == topic]
        own = self._dds._wire.participant.get_guid()
        return [
            SimpleNamespace(
                node_name=self._name if s.participant_key == own else "",
                topic_type=s.type_name.replace("::dds_::", "::").removesuffix("_").replace("::", "/"),
                topic_type_hash=self._dds._wire._told(s.qos).get("typehash", ""),
            )
            for s in found
        ]

    def _valid(self) -> None:
        if not self._alive:
            raise InvalidHandle(LEFT)


class Publisher:
    def __init__(self, node: Node, msg_type: Any, topic: str, qos_profile: QoSProfile | int) -> None:
        node._valid()
        self._node, self.msg_type, self.topic_name, self.qos_profile = node, msg_type, topic, qos_profile
        wire = node._dds._wire
        self._writer = wire.writer(f"rt{topic}", msg_type.ROS_KIND, quality(qos_profile), told(wire, msg_type.ROS_KIND))
        node._dds._presence.tell()

    def publish(self, msg: Any) -> None:
        self._node._valid()
        if not isinstance(msg, self.msg_type):
            raise TypeError(f"Expected {self.msg_type}, got {type(msg)}")
        self._node._dds._wire.write(self._writer, self._node._dds.types.encode(messages.to_wire(msg)))


class Subscription:
    """Keeps the last `depth` that nobody has taken yet."""

    def __init__(self, node: Node, msg_type: Any, topic: str, callback: Callable[[Any], None], qos_profile: Any, group: Any) -> None:
        node._valid()
        kept, wire = quality(qos_profile), node._dds._wire
        taken: deque[bytes] = deque(maxlen=kept.depth)

        def take() -> None:
            if taken:
                callback(messages.from_wire(node._dds.types.decode(taken.popleft(), msg_type.ROS_KIND), msg_type.ROS_KIND))

        def heard(data: bytes) -> None:
            taken.append(data)
            node._later(group, take)

        wire.reader(f"rt{topic}", msg_type.ROS_KIND, kept, heard, told(wire, msg_type.ROS_KIND))
        node._dds._presence.tell()


class Client:
    def __init__(self, node: Node, srv_type: Any, srv_name: str, group: Any) -> None:
        node._valid()
        self._node, self.srv_type, self.srv_name, self._group = node, srv_type, srv_name, group
        self._client = node._dds._client(srv_name, (srv_type.Request.ROS_KIND, srv_type.Response.ROS_KIND))
        self._client._checked |= set(self._client._kinds)  # rclpy compares no hashes

    def service_is_ready(self) -> bool:
        self._node._valid()
        return self._client.ready()

    def wait_for_service(self, timeout_sec: float | None = None) -> bool:
        left = float("inf") if timeout_sec is None else timeout_sec
        while self._node.context.ok() and not self.service_is_ready() and left > 0:
            time.sleep(POLL)
            left -= POLL
        return self.service_is_ready()

    def call_async(self, request: Any) -> Future:
        self._node._valid()
        if not isinstance(request, self.srv_type.Request):
            raise TypeError()
        future = Future(executor=self._node.executor)

        def answered(reply: Any) -> None:
            kind = self.srv_type.Response.ROS_KIND
            self._node._later(self._group, lambda: future.set_result(messages.from_wire(reply.result(), kind)))

        self._client.send(messages.to_wire(request)).add_done_callback(answered)
        return future


class Service:
    """Answers with what its callback returns, or, if that is a coroutine, with what it comes to."""

    def __init__(self, node: Node, srv_type: Any, srv_name: str, callback: Callable[[Any, Any], Any], group: Any) -> None:
        async def execute(request: Any, reply: Callable[[Any], None]) -> None:
            response = callback(request, srv_type.Response())
            reply(await response if hasattr(response, "send") else response)

        self.srv_type, self.srv_name = srv_type, srv_name
        answer(node, srv_type, srv_name, execute, group)


def answer(node: Node, srv_type: Any, srv_name: str, execute: Callable[[Any, Callable[[Any], None]], Any], group: Any) -> None:
    """What the executor runs for each request; `reply` checks what it is given, as `send_response` does."""
    node._valid()
    kinds = srv_type.Request.ROS_KIND, srv_type.Response.ROS_KIND

    def asked(request: Any, reply: Callable[[Any], None]) -> None:
        def checked(response: Any) -> None:
            if not isinstance(response, srv_type.Response):
                raise TypeError()
            reply(messages.to_wire(response))

        node._later(group, lambda: execute(messages.from_wire(request, kinds[0]), checked))

    node._dds.answer(srv_name, kinds, asked)
