"""The rungs of the stop ladder for a robot of ros2_control's: what each of them asks of whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from functools import partial
from typing import Any

from heedful.hardware.ros2.actions import settle
from heedful.hardware.ros2.drivers import ArmDriver, BaseDriver
from heedful.hardware.ros2.ladder import Rung
from heedful.hardware.ros2.seam import Transport
from heedful.hardware.ros2.wiring import Wiring

SWITCH, TRIGGER = "controller_manager_msgs/srv/SwitchController", "std_srvs/srv/Trigger"
STRICT = 2


class Controllers:
    """Switches the arms' controllers off, and on again once a person lets it.

    Args:
      transport: What carries the calls.
      wiring: What the controllers are called.
    """

    def __init__(self, transport: Transport, wiring: Wiring) -> None:
        self._transport, self._wiring = transport, wiring
        self.off = False
        """Whether we switched them off."""
        self._on: Future[bool] | None = None

    def deactivate(self) -> Future[bool]:
        self.off = True
        return self._switch(deactivate_controllers=self._names)

    def activate(self) -> None:
        """A person lets the robot go on."""
        if self.off or self._failed:
            self.off, self._on = False, self._switch(activate_controllers=self._names)

    def fault(self) -> str:
        """Why they do not take commands, as far as is known."""
        if self.off:
            return f"{', '.join(self._names)} was deactivated by a stop"
        if self._failed:
            return f"{', '.join(self._names)} could not be activated again"
        waits = self._on is not None and not self._on.done()
        return f"{', '.join(self._names)} is being activated again: a moment more" if waits else ""

    @property
    def _failed(self) -> bool:
        return self._on is not None and self._on.done() and not self._on.result()

    @property
    def _names(self) -> list[str]:
        return [c.strip("/") for c in self._wiring.arms.values()]

    def _switch(self, **what: list[str]) -> Future[bool]:
        request = self._transport.make(f"{SWITCH}_Request", strictness=STRICT, **what)
        return asked(self._transport, self._wiring.name(f"{self._wiring.manager}/switch_controller"), SWITCH, request, "ok")


def asked(transport: Transport, service: str, kind: str, request: Any, ok: str) -> Future[bool]:
    """Whether a service did what it was asked for, by a field of its answer; False where it does not answer."""
    sure: Future[bool] = Future()
    answer = transport.call(service, kind, request)
    answer.add_done_callback(lambda told: settle(sure, told.exception() is None and bool(getattr(told.result(), ok))))
    return sure


def rungs(
    transport: Transport,
    wiring: Wiring,
    arms: Mapping[str, ArmDriver],
    bases: Mapping[str, BaseDriver],
    controllers: Controllers,
    hold: Callable[[bool], None],
) -> list[Rung]:
    """From the mildest up.

    Args:
      transport: What carries them.
      wiring: What is called how.
      arms: The arms' drivers.
      bases: The bases'; those that walk yield as the last resort.
      controllers: Their controllers.
      hold: Stops each base, and tells each arm to hold; with True where it is measured, else where it was sent last.
    """

    def cancel() -> list[Future[bool]]:
        answers = [answer for arm in arms.values() if (answer := arm.goals.cancel()) is not None]
        hold(False)
        return answers

    def cancel_all() -> list[Future[bool]]:
        answers = [arm.goals.cancel_all() for arm in arms.values()]
        hold(True)
        return answers

    found = [
        Rung("its goal was cancelled and it was told to hold", cancel),
        Rung("all goals were cancelled and it was told to hold where it is", cancel_all),
    ]
    if wiring.arms and wiring.vendor != "unitree":
        off = f"{', '.join(c.strip('/') for c in wiring.arms.values())} was deactivated"
        found.append(Rung(off, lambda: [controllers.deactivate()], latches=True))
    for base in bases.values():
        if (damp := getattr(base, "damp", None)) is not None:
            found.append(Rung("it was told to damp, and yields", partial(_answered, damp), latches=True))
    if wiring.stop:
        make = transport.make
        last = lambda: [asked(transport, wiring.name(wiring.stop), TRIGGER, make(f"{TRIGGER}_Request"), "success")]
        found.append(Rung(f"{wiring.stop} was called", last, latches=True))
    return found


def _answered(ask: Callable[[], Future[Any]]) -> list[Future[bool]]:
    """Whether it was answered at all."""
    sure: Future[bool] = Future()
    ask().add_done_callback(lambda told: settle(sure, told.exception() is None))
    return [sure]
