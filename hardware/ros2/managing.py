"""The controller manager: which controllers there are, and switching between them, in the layout of either distribution.

A switch counts as made once the list shows it, for a reply may be another client's where replies are not told apart.
"""

from __future__ import annotations

from concurrent.futures import Future, TimeoutError as TooLate
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from heedful.hardware.ros2.actions import settle
from heedful.hardware.ros2.seam import LinkLost, Transport, WrongDefinition

LIST, SWITCH = "controller_manager_msgs/srv/ListControllers", "controller_manager_msgs/srv/SwitchController"
STRICT = 2
"""Nothing is switched where something is wrong."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """One controller."""

    name: str
    state: str
    """unconfigured, inactive, active or finalized."""
    kind: str
    claims: tuple[str, ...] = ()
    """The command interfaces that it has while it is active."""

    @property
    def active(self) -> bool:
        return self.state == "active"


class ControllerManager:
    """The client of one controller manager; its futures fail with LinkLost where it does not answer.

    Args:
      transport: What carries messages.
      name: The manager's full name.
    """

    def __init__(self, transport: Transport, name: str = "/controller_manager") -> None:
        self._transport, self.name = transport, name

    def list(self) -> Future[dict[str, Loaded]]:
        """What is loaded, by name."""
        found: Future[dict[str, Loaded]] = Future()
        asked = self._transport.call(f"{self.name}/list_controllers", LIST, self._transport.make(f"{LIST}_Request"))
        asked.add_done_callback(lambda told: _pass_on(told, found, _read))
        return found

    def switch(self, activate: tuple[str, ...] = (), deactivate: tuple[str, ...] = ()) -> Future[dict[str, Loaded]]:
        """Switch strictly, all or nothing; what is loaded then. Fails with LinkLost, saying why it was refused."""
        found: Future[dict[str, Loaded]] = Future()
        request = self._transport.make(f"{SWITCH}_Request", strictness=STRICT)
        request.activate_controllers, request.deactivate_controllers = list(activate), list(deactivate)
        if hasattr(request, "timeout"):
            request.timeout = self._transport.make("builtin_interfaces/msg/Duration", sec=2)

        def switched(told: Future[Any]) -> None:
            error = told.exception()
            if isinstance(error, WrongDefinition):
                return settle(found, error=error)
            if error is not None or not told.result().ok:
                why = str(error) if error is not None else getattr(told.result(), "message", "")
                return settle(found, error=LinkLost(f"the controllers were not switched: {why or 'no reason was given'}"))
            self.list().add_done_callback(lambda listed: _pass_on(listed, found, lambda there: self._verified(there, activate, deactivate)))

        self._transport.call(f"{self.name}/switch_controller", SWITCH, request).add_done_callback(switched)
        return found

    @staticmethod
    def _verified(there: dict[str, Loaded], on: tuple[str, ...], off: tuple[str, ...]) -> dict[str, Loaded]:
        for names, wanted in ((on, True), (off, False)):
            for name in names:
                if name not in there:
                    near = get_close_matches(name, there, 1)
                    raise LinkLost(f"no controller named {name!r} is loaded{f'; did you mean {near[0]!r}?' if near else ''}")
                if there[name].active is not wanted:
                    raise LinkLost(f"{name} is still {there[name].state} though the controller manager said that it was switched")
        return there


def settled(future: Future[Any], seconds: float = 5.0) -> Any:
    """What a future brings; for transports with threads of their own. Raises LinkLost in time."""
    try:
        return future.result(seconds)
    except TooLate:
        raise LinkLost(f"the controller manager did not answer within {seconds:g} s") from None


def _read(told: Any) -> dict[str, Loaded]:
    return {c.name: Loaded(c.name, c.state, c.type, tuple(c.claimed_interfaces)) for c in told.controller}


def _pass_on(told: Future[Any], found: Future[Any], read: Any) -> None:
    try:
        settle(found, read(told.result()))
    except Exception as error:
        settle(found, error=error if isinstance(error, LinkLost) else LinkLost(str(error)))
