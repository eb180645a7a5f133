"""Universal Robots' driver about a fake arm: latched modes, and a dashboard that stops and is unlocked as the real one is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from heedful.hardware.ros2.fake.manager import Controller
from heedful.hardware.ros2.seam import LATCHED
from heedful.hardware.ros2.universal import NORMAL, PROGRAM, ROBOT, RUNNING, SAFETY, TRIGGER

PROTECTIVE = 3
LOCKED = 5.0
"""How long after a protective stop it cannot be unlocked [s]."""
IDLE = 5
Reply = Callable[[Any], None]


class FakePendant:
    """The modes of one arm; a protective stop switches its controllers off.

    Args:
      carrier: What carries messages.
      controllers: The arm's.
    """

    def __init__(self, carrier: Any, controllers: Sequence[Controller]) -> None:
        self._carrier, self._controllers = carrier, controllers
        self.safety, self.robot, self.program = NORMAL, RUNNING, True
        self._now = self._since = 0.0
        status = "/io_and_status_controller"
        self._tell_safety = carrier.publisher(f"{status}/safety_mode", SAFETY, LATCHED)
        self._tell_robot = carrier.publisher(f"{status}/robot_mode", ROBOT, LATCHED)
        self._tell_program = carrier.publisher(f"{status}/robot_program_running", PROGRAM, LATCHED)
        for what in ("stop", "play", "power_on", "power_off", "brake_release", "unlock_protective_stop"):
            carrier.serve(f"/dashboard_client/{what}", TRIGGER, lambda request, reply, what=what: self._asked(what, reply))
        self.tell()

    def update(self, now: float) -> None:
        self._now = now

    def tell(self) -> None:
        """Publish the modes anew."""
        make = self._carrier.make
        self._tell_safety(make(SAFETY, mode=self.safety))
        self._tell_robot(make(ROBOT, mode=self.robot))
        self._tell_program(make(PROGRAM, data=self.program))

    def protective_stop(self) -> None:
        """The arm ran into something."""
        self.safety, self._since = PROTECTIVE, self._now
        self._runs(False)

    def _runs(self, running: bool) -> None:
        self.program = running
        for one in self._controllers:
            one.switch(running)
        self.tell()

    def _asked(self, what: str, reply: Reply) -> None:
        ok, said = True, what
        if what == "stop":
            self._runs(False)
        elif what == "play":
            ok = self.safety == NORMAL and self.robot == RUNNING
            said = "Starting program" if ok else "Failed to execute: play"
            if ok:
                self._runs(True)
        elif what == "unlock_protective_stop":
            ok = self.safety == PROTECTIVE and self._now - self._since >= LOCKED
            said = "Protective stop releasing" if ok else "Cannot unlock protective stop until 5s after occurrence"
            if ok:
                self.safety = NORMAL
        elif what in ("power_off", "power_on", "brake_release"):
            self.robot = {"power_off": 3, "power_on": IDLE, "brake_release": RUNNING}[what]
            if what == "power_off":
                self._runs(False)
        self.tell()
        reply(self._carrier.make(f"{TRIGGER}_Response", success=ok, message=said))
