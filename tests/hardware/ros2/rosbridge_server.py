"""A small rosbridge server (protocol v2, as in rosbridge_suite's ROSBRIDGE_PROTOCOL.md and capabilities) on a DDS transport, for the tests.

What rosbridge keeps to itself is kept here too: whether a goal was accepted, its uuid, and whether a cancel was. What it answers when a
goal is rejected, or nobody is there, are its words.
"""

from __future__ import annotations

import json
import threading
import time
from typing import Any

from autobahn.twisted.websocket import WebSocketServerFactory, WebSocketServerProtocol
from cyclonedds.builtin import BuiltinDataReader, BuiltinTopicDcpsPublication, BuiltinTopicDcpsSubscription
from cyclonedds.core import InstanceState, ReadCondition, SampleState, ViewState
from cyclonedds.qos import Policy
from twisted.internet import reactor

from heedful.hardware.ros2.cyclone import DESCRIBING
from heedful.hardware.ros2.json_messages import from_json, to_json
from heedful.hardware.ros2.seam import LATCHED, RELIABLE

WAIT = 1.0
"""How long rosbridge waits for an action's server [s]."""
BESIDE = ("send_action_goal", "cancel_action_goal", "call_service")
"""Operations that rosbridge carries out in threads of their own."""


class Connection(WebSocketServerProtocol):
    """One client; what it advertised goes with it."""

    def onOpen(self) -> None:
        self.publishers: dict[str, tuple[Any, str]] = {}
        self.goals: dict[str, Any] = {}
        self.asked: dict[str, Any] = {}

    def onMessage(self, payload: bytes, isBinary: bool) -> None:
        message = json.loads(payload)
        do = getattr(self, message["op"])
        threading.Thread(target=do, args=(message,), daemon=True).start() if message["op"] in BESIDE else do(message)

    def tell(self, **message: Any) -> None:
        reactor.callFromThread(self.sendMessage, json.dumps(message).encode(), False)

    @property
    def dds(self) -> Any:
        return self.factory.dds

    def told(self, message: Any) -> dict[str, Any]:
        """As `message_conversion` has it: no number is null."""
        return to_json(self.dds.types, message, nulls=True)

    def advertise(self, message: dict[str, Any]) -> None:
        quality = LATCHED if message.get("latch") else RELIABLE
        kind = _whole(message["type"])
        self.publishers[message["topic"]] = self.dds.publisher(message["topic"], kind, quality), kind

    def publish(self, message: dict[str, Any]) -> None:
        publish, kind = self.publishers[message["topic"]]
        publish(from_json(self.dds.types, message["msg"], kind))

    def subscribe(self, message: dict[str, Any]) -> None:
        topic = message["topic"]
        quality = LATCHED if self.factory.latched(topic) else RELIABLE
        self.dds.subscribe(topic, _whole(message["type"]), lambda m: self.tell(op="publish", topic=topic, msg=self.told(m)), quality)

    def advertise_service(self, message: dict[str, Any]) -> None:
        service, kind = message["service"], message["type"]

        def asked(request: Any, reply: Any) -> None:
            number = f"service_request:{service}:{len(self.asked)}"
            self.asked[number] = lambda values: reply(from_json(self.dds.types, values, f"{kind}_Response"))
            self.tell(op="call_service", id=number, service=service, args=self.told(request))

        self.dds.serve(service, kind, asked)

    def service_response(self, message: dict[str, Any]) -> None:
        self.asked.pop(message["id"])(message["values"])

    def call_service(self, message: dict[str, Any]) -> None:
        service = message["service"]
        answer = {"op": "service_response", "id": message["id"], "service": service}
        if service.startswith("/rosapi/"):
            return self.tell(**answer, values=self.factory.rosapi(service, message["args"]), result=True)
        kind = self.factory.kind(service)
        if kind is None:
            return self.tell(**answer, values=f"Service {service} does not exist", result=False)
        told = self.dds.call(service, kind, from_json(self.dds.types, message["args"], f"{kind}_Request"))
        told.add_done_callback(lambda t: self.tell(**answer, values=self.told(t.result()), result=True))

    def send_action_goal(self, message: dict[str, Any]) -> None:
        action, kind, number = message["action"], message["action_type"], message["id"]
        answer = {"op": "action_result", "id": number, "action": action}
        client = self.dds.action(action, kind)
        until = time.monotonic() + WAIT
        while not client.ready() and time.monotonic() < until:
            time.sleep(0.01)
        if not client.ready():
            return self.tell(**answer, values="No action server available", status=0, result=False)
        time.sleep(0.05)  # the server is to know of us, too, before it tells how it goes
        goal = self.goals[number] = client.send(
            from_json(self.dds.types, message["args"], f"{kind}_Goal"),
            lambda m: self.tell(op="action_feedback", id=number, action=action, values=self.told(m)),
        )
        if not goal.accepted.result(20):
            return self.tell(**answer, values="Action goal was rejected", status=0, result=False)

        def ended(told: Any) -> None:
            status, result = told.result()
            self.goals.pop(number, None)
            self.tell(**answer, values=self.told(result), status=status, result=True)

        goal.result.add_done_callback(ended)

    def cancel_action_goal(self, message: dict[str, Any]) -> None:
        until = time.monotonic() + WAIT
        while message["id"] not in self.goals and time.monotonic() < until:
            time.sleep(0.01)
        if goal := self.goals.get(message["id"]):
            goal.accepted.result(20)
            goal.cancel()


class RosbridgeServer:
    """Listens on a port of this machine.

    Args:
      dds: What it bridges to.
    """

    def __init__(self, dds: Any) -> None:
        self.dds = dds
        alive = SampleState.Any | ViewState.Any | InstanceState.Alive
        self._graph = [BuiltinDataReader(dds._wire.participant, k) for k in (BuiltinTopicDcpsPublication, BuiltinTopicDcpsSubscription)]
        self._alive = [ReadCondition(reader, alive) for reader in self._graph]
        factory = WebSocketServerFactory()
        factory.protocol = Connection
        factory.dds, factory.kind, factory.latched, factory.rosapi = dds, self._kind, self._latched, self._rosapi
        made, listening = threading.Event(), []

        def listen() -> None:
            listening.append(reactor.listenTCP(0, factory, interface="127.0.0.1"))
            made.set()

        reactor.callFromThread(listen)
        if not reactor.running:
            threading.Thread(target=reactor.run, args=(False,), daemon=True).start()
        assert made.wait(10)
        self._listening = listening[0]
        self.port = self._listening.getHost().port

    def close(self) -> None:
        reactor.callFromThread(self._listening.stopListening)

    def published(self) -> list[Any]:
        return self._there(0)

    def _there(self, which: int) -> list[Any]:
        with DESCRIBING:
            return list(self._graph[which].read(1000, self._alive[which]))

    def _kind(self, service: str) -> str | None:
        """A service's type, from the graph."""
        types = [s.type_name for s in self._there(1) if s.topic_name == f"rq{service}Request"]
        return types[0].replace("::dds_::", "::").replace("::", "/").removesuffix("_Request_") if types else None

    def _latched(self, topic: str) -> bool:
        return any(s.topic_name == f"rt{topic}" and Policy.Durability.TransientLocal in s.qos for s in self.published())

    def _rosapi(self, service: str, args: dict[str, Any]) -> dict[str, Any]:
        if service.endswith("/publishers"):
            return {"publishers": [str(s.key) for s in self.published() if s.topic_name == f"rt{args['topic']}"]}
        listening = [s for s in self._there(1) if s.topic_name == f"rt{args.get('topic', '')}"]
        if service.endswith("/subscribers"):
            return {"subscribers": [str(s.key) for s in listening]}
        if service.endswith("/topic_type"):
            types = [s.type_name for s in listening]
            return {"type": types[0].replace("::dds_::", "::").replace("::", "/").removesuffix("_") if types else ""}
        names = {s.topic_name for s in self.published()}
        return {"action_servers": [n[2:].removesuffix("/_action/status") for n in names if n.endswith("/_action/status")]}


def _whole(kind: str) -> str:
    package, _, name = kind.partition("/")
    return kind if name.startswith("msg/") else f"{package}/msg/{name}"
