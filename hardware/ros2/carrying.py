"""What transports have in common that carry requests themselves: services and actions are made of those, and messages of `types`."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

from heedful.hardware.ros2.actions import ActionServer, Carrier, TakenGoal


class Carrying(Carrier):
    """A transport with interfaces of its own, which carries a message of one type and the answer of another."""

    types: Any
    """The interfaces."""

    def make(self, kind: str, /, **fields: Any) -> Any:
        return self.types.make(kind, **fields)

    def call(self, service: str, kind: str, request: Any) -> Future[Any]:
        return self.request(service, (f"{kind}_Request", f"{kind}_Response"), request)

    def serve(self, service: str, kind: str, answer: Callable[[Any, Callable[[Any], None]], None]) -> None:
        self.answer(service, (f"{kind}_Request", f"{kind}_Response"), answer)

    def offer(
        self,
        name: str,
        kind: str,
        take: Callable[[Any], bool],
        begin: Callable[[TakenGoal], None],
        stop: Callable[[TakenGoal], None] = lambda goal: None,
    ) -> ActionServer:
        return ActionServer(self, name, kind, take, begin, stop)
