"""Universal Robots: the latched safety and robot modes, and the dashboard. What stopped the robot is undone by a person, never from here.

Modes: ur_dashboard_msgs and Universal Robots' ROS 2 driver, which latches them on `/io_and_status_controller`.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import Any

from heedful.hardware.ros2.actions import settle
from heedful.hardware.ros2.seam import LATCHED, LinkLost, Transport

SAFETY, ROBOT, PROGRAM = "ur_dashboard_msgs/msg/SafetyMode", "ur_dashboard_msgs/msg/RobotMode", "std_msgs/msg/Bool"
TRIGGER = "std_srvs/srv/Trigger"
NORMAL, REDUCED = 1, 2
RUNNING = 7
SAFETY_MODES = {
    1: "NORMAL", 2: "REDUCED", 3: "PROTECTIVE_STOP", 4: "RECOVERY", 5: "SAFEGUARD_STOP", 6: "SYSTEM_EMERGENCY_STOP",
    7: "ROBOT_EMERGENCY_STOP", 8: "VIOLATION", 9: "FAULT", 10: "VALIDATE_JOINT_ID", 11: "UNDEFINED_SAFETY_MODE",
    12: "AUTOMATIC_MODE_SAFEGUARD_STOP", 13: "SYSTEM_THREE_POSITION_ENABLING_STOP",
}  # fmt: skip
ROBOT_MODES = {
    -1: "NO_CONTROLLER", 0: "DISCONNECTED", 1: "CONFIRM_SAFETY", 2: "BOOTING", 3: "POWER_OFF", 4: "POWER_ON", 5: "IDLE", 6: "BACKDRIVE",
    7: "RUNNING", 8: "UPDATING_FIRMWARE",
}  # fmt: skip
BY_HAND = {
    "PROTECTIVE_STOP": "a person looks what stopped it, waits five seconds and unlocks it on the teach pendant",
    "SAFEGUARD_STOP": "a person leaves the guarded space and resets the safeguard",
    "SYSTEM_EMERGENCY_STOP": "a person releases the emergency stop and restarts the arm on the teach pendant",
    "ROBOT_EMERGENCY_STOP": "a person releases the emergency stop and restarts the arm on the teach pendant",
}
"""What leads out of a mode."""
ALLOWED = ("stop", "pause", "get_robot_mode", "get_safety_mode")
"""What of the dashboard is asked without a person: nothing that lets it move again."""


class UniversalModes:
    """Listens to the modes of one arm.

    Args:
      transport: What carries messages.
      controller: The full name of the controller that tells of them.
    """

    def __init__(self, transport: Transport, controller: str = "/io_and_status_controller") -> None:
        self.name = controller
        self._lock = threading.Lock()
        self._safety: int | None = None
        self._robot: int | None = None
        self._program: bool | None = None
        transport.subscribe(f"{controller}/safety_mode", SAFETY, lambda m: self._told("_safety", int(m.mode)), LATCHED)
        transport.subscribe(f"{controller}/robot_mode", ROBOT, lambda m: self._told("_robot", int(m.mode)), LATCHED)
        transport.subscribe(f"{controller}/robot_program_running", PROGRAM, lambda m: self._told("_program", bool(m.data)), LATCHED)

    def fault(self) -> str:
        """Why it may not be moved; empty if it may."""
        with self._lock:
            safety, robot, program = self._safety, self._robot, self._program
        if safety is None:
            return f"nothing was heard on {self.name}/safety_mode: is Universal Robots' driver running?"
        if safety not in (NORMAL, REDUCED):
            mode = SAFETY_MODES.get(safety, f"mode {safety}")
            return f"the arm is in {mode}: {BY_HAND.get(mode, 'it moves only in NORMAL or REDUCED, which a person restores')}"
        if robot is not None and robot != RUNNING:
            return f"the arm is {ROBOT_MODES.get(robot, f'in mode {robot}')}, not RUNNING: a person powers it on and releases its brakes"
        if program is False:
            return "no program runs on the arm, so its controllers are off: a person starts External Control on the teach pendant"
        return ""

    def _told(self, what: str, value: int | bool) -> None:
        with self._lock:
            setattr(self, what, value)


class Dashboard:
    """Asks the dashboard of one arm.

    Args:
      transport: What carries messages.
      client: The full name of its node.
    """

    def __init__(self, transport: Transport, client: str = "/dashboard_client") -> None:
        self._transport, self.name = transport, client

    def stop(self) -> Future[str]:
        """Stop the program, and with it the arm: the last rung below the emergency stop. It is no emergency stop."""
        return self.ask("stop")

    def ask(self, what: str, *, person: bool = False) -> Future[str]:
        """Trigger a service; what it said. Fails with LinkLost where it refuses, and raises PermissionError for what only a person may.

        Args:
          what: `stop`, `pause`; with a person `power_on`, `brake_release`, `play`, `unlock_protective_stop` and so on.
          person: Whether a person's own hand is behind it, never words of a task or a program of ours.
        """
        if what not in ALLOWED and not person:
            raise PermissionError(f"the dashboard's {what} lets the arm move again: only a person may ask for it")
        found: Future[str] = Future()

        def answered(told: Future[Any]) -> None:
            if told.exception() is not None:
                return settle(found, error=LinkLost(str(told.exception())))
            reply = told.result()
            settle(found, reply.message) if reply.success else settle(
                found, error=LinkLost(f"the dashboard refused {what}: {reply.message}")
            )

        request = self._transport.make(f"{TRIGGER}_Request")
        self._transport.call(f"{self.name}/{what}", TRIGGER, request).add_done_callback(answered)
        return found
