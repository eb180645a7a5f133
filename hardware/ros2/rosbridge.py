"""The transport over rosbridge: JSON over a websocket, to every middleware and release, and what it cannot do said where it matters.

| limit | so |
|---|---|
| no quality of service, no liveliness | who died is noticed by the age of what it told, and only here: a stop must be at the robot |
| nothing is real time, images grow by a third | joint states that come late trip the freshness gate; stream nothing that has to be smooth |
| no type hashes | a message of another definition is not refused; it misses fields, or has unknown ones, and those are refused |
| neither whether a goal was accepted nor its uuid is told | both are taken from the status topic, from the one goal that is new there |
| a cancel is not answered | it is known when the goal has ended |
| no actions are offered | the node's `~/run`, and a fake robot, need another transport |
"""

from __future__ import annotations

import functools
import threading
import time
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any
from urllib.parse import urlsplit

from heedful.hardware.ros2.actions import settle
from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.json_messages import from_json, to_json
from heedful.hardware.ros2.rosbridge_actions import BridgedAction
from heedful.hardware.ros2.seam import RELIABLE, SENSOR, LinkLost, MissingExtra, Quality

PORT = 9090
CONNECT = 5.0
"""How long the connection may take [s]."""
AGAIN = 1.0
"""How often rosapi is asked who is there [s]."""
CLOSED = "the link to the robot is closed"
UNENDING = {
    "std_msgs/msg/Float64MultiArray": "a forward command controller holds the last command for ever",
    "geometry_msgs/msg/Twist": "a base drives on until its `cmd_vel_timeout`",
    "geometry_msgs/msg/TwistStamped": "a base drives on until its `cmd_vel_timeout`",
    "control_msgs/msg/JointJog": "MoveIt Servo moves on until its `incoming_command_timeout`",
}
"""Streamed commands that do not end by themselves, and what becomes of them when the link does."""


@functools.cache
def roslibpy() -> Any:
    """The roslibpy package. Raises MissingExtra."""
    try:
        import roslibpy
    except ImportError:
        raise MissingExtra('rosbridge needs roslibpy: pip install "heedful[rosbridge]"') from None
    return roslibpy


class RosbridgeTransport:
    """A client of a rosbridge server.

    Args:
      address: `rosbridge://host:port`; port 9090 unless given. With `/watchdog` behind it whoever runs the robot vouches that it stops
        by itself when commands cease, and commands that do not end by themselves may be streamed.
      distribution: Whose standard messages.
    """

    def __init__(self, address: str = "rosbridge://localhost", distribution: str = "jazzy") -> None:
        parts = urlsplit(address if "://" in address else f"{address}://localhost")
        self.types = Interfaces(distribution)
        self.refused: dict[str, str] = {}
        """Topic -> why what is published there is not heeded."""
        self.host, self.port = parts.hostname or "localhost", parts.port or PORT
        if parts.path.strip("/") not in ("", "watchdog"):
            raise ValueError(f"the address of a rosbridge is rosbridge://host:port or rosbridge://host:port/watchdog, got {address!r}")
        self.watchdog = parts.path.strip("/") == "watchdog"
        self._lib = roslibpy()
        self._pending: set[Future[Any]] = set()
        self._asked: dict[tuple[str, str], tuple[float, list[str]]] = {}
        self._lock = threading.Lock()
        self._alive = True
        self.ros = self._lib.Ros(self.host, self.port)
        self.ros.on("close", lambda *_: self._lost())
        try:
            self.ros.run(CONNECT)
        except Exception:
            self._alive = False
            self.ros.factory.stopTrying()
            raise LinkLost(
                f"nobody answers at {self.host}:{self.port}: is `ros2 launch rosbridge_server rosbridge_websocket_launch.xml` running?"
            ) from None

    @property
    def name(self) -> str:
        return f"rosbridge at {self.host}:{self.port}"

    def now(self) -> float:
        return time.monotonic()

    def make(self, kind: str, /, **fields: Any) -> Any:
        return self.types.make(kind, **fields)

    def publisher(self, topic: str, kind: str, quality: Quality = RELIABLE) -> Callable[[Any], None]:
        """Publish a topic. Raises LinkLost for streamed commands that do not end by themselves, unless there is a watchdog."""
        if kind in UNENDING and not self.watchdog:
            raise LinkLost(
                f"{topic} is not streamed over rosbridge: {UNENDING[kind]}, and nobody there notices that the link is gone. "
                f"If the robot stops by itself, say so: transport=rosbridge://{self.host}:{self.port}/watchdog"
            )
        self.open()
        made = self._lib.Topic(self.ros, topic, kind, latch=quality.latched)
        made.advertise()

        def publish(message: Any) -> None:
            self.open()
            made.publish(self._lib.Message(to_json(self.types, message)))

        return publish

    def subscribe(self, topic: str, kind: str, heard: Callable[[Any], None], quality: Quality = SENSOR) -> None:
        def hear(told: Any) -> None:
            try:
                message = from_json(self.types, told, kind)
                self.refused.pop(topic, None)
            except (TypeError, ValueError) as error:
                self.refused[topic] = f"{topic}: what comes is no {kind} as it is known here ({error})"
                return
            self.guarded(heard, message)

        self.open()
        self._lib.Topic(self.ros, topic, kind, queue_length=0 if quality.reliable else 1).subscribe(hear)

    def publishers(self, topic: str, kind: str) -> int:
        """How many nodes publish it, as rosapi told within the last second; 0 while it has not answered yet."""
        return len(self.there("/rosapi/publishers", topic, "publishers"))

    def subscribed(self, topic: str) -> frozenset[str]:
        """The topic's type, as rosapi told within the last second, where anybody listens; rosapi tells of one type only."""
        listeners = self.there("/rosapi/subscribers", topic, "subscribers")
        return frozenset(self.there("/rosapi/topic_type", topic, "type")) if listeners else frozenset()

    def call(self, service: str, kind: str, request: Any) -> Future[Any]:
        return self._called(service, kind, to_json(self.types, request), lambda told: from_json(self.types, told, f"{kind}_Response"))

    def serve(self, service: str, kind: str, answer: Callable[[Any, Callable[[Any], None]], None]) -> None:
        def asked(message: Any) -> None:
            def reply(response: Any) -> None:
                values = to_json(self.types, response)
                told = {"op": "service_response", "service": service, "values": values, "result": True}
                self.send({**told, "id": message["id"]} if "id" in message else told)

            self.guarded(answer, from_json(self.types, message.get("args"), f"{kind}_Request"), reply)

        self.ros.on(service, asked)
        self.send({"op": "advertise_service", "type": kind, "service": service})

    def action(self, name: str, kind: str) -> BridgedAction:
        return BridgedAction(self, name, kind)

    def offer(self, name: str, kind: str, take: Any, begin: Any, stop: Any = None) -> Any:
        """Raises LinkLost: roslibpy has no action servers."""
        raise LinkLost(f"{name} cannot be offered over rosbridge: run on the robot's machine with transport=rclpy, or with transport=dds")

    def another(self, name: str) -> RosbridgeTransport:
        """Another client of the same server."""
        return RosbridgeTransport(f"rosbridge://{self.host}:{self.port}{'/watchdog' * self.watchdog}")

    def close(self) -> None:
        """Leave; a second time is without effect. The event loop goes on: it cannot be started again in one process."""
        if not self._alive:
            return
        self._alive = False
        self.ros.factory.stopTrying()
        self.ros.close()
        self._lost()

    def open(self) -> None:
        """Raises LinkLost if it was closed, or the connection is gone."""
        if not self._alive:
            raise LinkLost(CLOSED)
        if not self.ros.is_connected:
            raise LinkLost(f"the connection to {self.name} is gone")

    def send(self, message: dict[str, Any]) -> None:
        """Send an operation of the protocol."""
        self.open()
        self.ros.send_on_ready(self._lib.Message(message))

    def guarded(self, callback: Callable[..., None], *told: Any) -> None:
        """Call back in the event loop's thread; what it raises is printed, and ends nothing."""
        try:
            callback(*told)
        except Exception:
            traceback.print_exc()

    def promised(self) -> Future[Any]:
        """A future that fails when the connection does."""
        future: Future[Any] = Future()
        with self._lock:
            self._pending.add(future)
        future.add_done_callback(self._pending.discard)
        return future

    def there(self, service: str, topic: str, field: str) -> list[str]:
        """What rosapi told last; it is asked again, without being waited for, when that is a second old."""
        at, known = self._asked.get((service, topic), (-AGAIN, []))
        if self._alive and self.ros.is_connected and self.now() >= at + AGAIN:
            self._asked[service, topic] = self.now(), known

            def answered(told: Future[Any]) -> None:
                if told.exception() is None:
                    found = told.result().get(field, ())
                    self._asked[service, topic] = self.now(), [found] if isinstance(found, str) else list(found)

            self._called(service, "", {"topic": topic} if topic else {}, dict).add_done_callback(answered)
        return known

    def _called(self, service: str, kind: str, request: dict[str, Any], taken: Callable[[Any], Any]) -> Future[Any]:
        future = self.promised()

        def failed(told: Any) -> None:
            nobody = "does not exist" in str(told)
            settle(future, error=LinkLost(f"nobody offers the service {service}" if nobody else f"{service}: {told}"))

        def answered(told: Any) -> None:
            try:
                settle(future, taken(told))
            except (TypeError, ValueError) as error:
                settle(future, error=LinkLost(f"{service}: its answer is not as it is known here ({error})"))

        try:
            self.open()
            self._lib.Service(self.ros, service, kind).call(self._lib.ServiceRequest(request), answered, failed)
        except LinkLost as error:
            settle(future, error=error)
        return future

    def _lost(self) -> None:
        with self._lock:
            pending = list(self._pending)
        for future in pending:
            settle(future, error=LinkLost(CLOSED if not self._alive else f"the connection to {self.name} is gone"))
