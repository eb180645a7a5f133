"""ros2_control's controller manager: what is loaded, and switching between controllers that claim the same joints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

LIST, SWITCH = "controller_manager_msgs/srv/ListControllers", "controller_manager_msgs/srv/SwitchController"
STRICT = 2
Reply = Callable[[Any], None]


class Controller(Protocol):
    """What is loaded."""

    active: bool
    kind: str
    """Its class, as the manager tells it."""

    @property
    def claims(self) -> tuple[str, ...]:
        """The command interfaces that it needs for itself."""

    def switch(self, active: bool) -> None: ...


class ControllerManager:
    """Lists and switches.

    Args:
      carrier: What carries messages; it also needs `serve`.
      name: The manager's full name.
      controllers: Name -> controller.
    """

    def __init__(self, carrier: Any, name: str, controllers: Mapping[str, Controller]) -> None:
        self._carrier, self.controllers = carrier, controllers
        carrier.serve(f"{name}/list_controllers", LIST, self._list)
        carrier.serve(f"{name}/switch_controller", SWITCH, self._switch)

    def _list(self, request: Any, reply: Reply) -> None:
        made = []
        for name, one in self.controllers.items():
            claims = list(one.claims)
            made.append(
                self._carrier.make(
                    "controller_manager_msgs/msg/ControllerState", name=name, type=one.kind, state="active" if one.active else "inactive",
                    required_command_interfaces=claims, claimed_interfaces=claims if one.active else [],
                )
            )  # fmt: skip
        reply(self._carrier.make(f"{LIST}_Response", controller=made))

    def _switch(self, request: Any, reply: Reply) -> None:
        on = [*request.activate_controllers, *getattr(request, "start_controllers", ())]
        off = [*request.deactivate_controllers, *getattr(request, "stop_controllers", ())]
        wrong = self._wrong(on, off)
        if not (wrong and request.strictness == STRICT):
            for active, names in ((False, off), (True, on)):
                for name in names:
                    if name in self.controllers:
                        self.controllers[name].switch(active)
        told = {"ok": not (wrong and request.strictness == STRICT)}
        response = self._carrier.make(f"{SWITCH}_Response", **told)
        if hasattr(response, "message"):
            response.message = wrong
        reply(response)

    def _wrong(self, on: list[str], off: list[str]) -> str:
        if unknown := [n for n in (*on, *off) if n not in self.controllers]:
            return f"no controller named {', '.join(unknown)}"
        stay = {n: c for n, c in self.controllers.items() if c.active and n not in off}
        for name in on:
            for other, one in stay.items():
                if other != name and set(one.claims) & set(self.controllers[name].claims):
                    return f"{name} claims joints that {other} has"
        return ""
