"""The robots that can be set up: how each is found, calibrated and driven."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from heedful.app.compose import compose
from heedful.app.options import Usage
from heedful.app.setup.asking import Asking, Refused
from heedful.app.setup.moving import Mover
from heedful.config import load
from heedful.hardware.feetech import calibration
from heedful.hardware.feetech.bus import Bus
from heedful.hardware.feetech.checking import checked
from heedful.hardware.feetech.judge import Judge, simulated
from heedful.hardware.feetech.port import found_port
from heedful.hardware.feetech.registers import HOMING_OFFSET
from heedful.hardware.feetech.remote import OnBus, driver, jaws, names, narrowed, open_bus
from heedful.hardware.feetech.robot import FeetechRobot
from heedful.hardware.ros2.checking import check
from heedful.hardware.ros2.described import Described
from heedful.hardware.ros2.opening import open_transport
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import LinkLost
from heedful.hardware.ros2.wired import wired


class Link(Protocol):
    """One robot on its way into a file."""

    STOPS: str
    TOOL: str
    PAYLOAD: float
    RECALIBRATE: str
    PLACE: str
    """What a person does before the first motion; empty if nothing."""

    def find(self, asking: Asking) -> tuple[dict[str, Any], dict[str, str]]:
        """The link's fields, and what was found. Raises Refused, LinkLost."""

    def calibrate(self, asking: Asking, fields: dict[str, Any]) -> Any: ...
    def described(self, asking: Asking) -> Any: ...
    def reverse(self, joint: str, fields: dict[str, Any]) -> None:
        """A joint goes the other way than it measures. Raises Refused where that cannot be mended here."""

    def mover(self) -> Mover:
        """The robot, open."""

    def close(self) -> None: ...


class SerialLink:
    """An SO-101 on its serial bus."""

    STOPS, TOOL, PAYLOAD = "the plug or the switch of its power supply", "the SO-101 gripper", 0.25
    PLACE = "Its motors are loose: place its hand by hand a hand's breadth above the table, with room all round"
    RECALIBRATE = "`lerobot-calibrate`, or hold it as its picture shows and set the middle anew"

    def __init__(self, args: Namespace, fields: Mapping[str, Any]) -> None:
        words = [w for w in args.overrides if not w.startswith("robot=")]
        robot = next((w for w in args.overrides if w.startswith("robot=")), "robot=serial/so101")
        self._settings = compose([*words, robot], args.seed)
        self.arm: OnBus = load("robot", self._settings.of("robot"))
        if not isinstance(self.arm, OnBus):
            raise Usage(f"{robot} is not on a serial bus: leave it out, or name one that is")
        kept = {k: v for k, v in (fields.get("link") or {}).items() if not getattr(self.arm, k, None)}
        self.arm = replace(self.arm, **kept, motors=calibration.told(fields.get("motors") or {}))
        self._mover: Mover | None = None
        self._judge: Judge | None = None

    def find(self, asking: Asking) -> tuple[dict[str, Any], dict[str, str]]:
        self.arm = self.arm.at(self.arm.port or found_port())
        found = checked(self.arm)
        if found.problem:
            raise Refused(found.problem)
        volts = float(found.told["supply"].split()[0])
        return {"port": self.arm.port, "lerobot": self.arm.lerobot, "volts": volts}, found.told

    def calibrate(self, asking: Asking, fields: dict[str, Any]) -> Any:
        """The motors from LeRobot's file, or from their own memory."""
        path = self.arm.lerobot or asking.line("  LeRobot calibration file (.json); enter to take what the motors hold:")
        bus: Bus = open_bus(self.arm)
        try:
            ids = names(self.arm)
            motors = (
                calibration.from_lerobot(path, list(ids), jaws(self.arm)) if path else calibration.from_motors(bus, ids, jaws(self.arm))
            )
            for name, motor in motors.items():
                if (there := bus.read(motor.id, HOMING_OFFSET)) != motor.offset:
                    raise Refused(
                        f"{path} has the homing offset {motor.offset} for {name}, and its motor has {there}: it is another arm's file, or "
                        "an older one; calibrate again, or take what the motors hold"
                    )
        finally:
            bus.close()
        self.arm = narrowed(replace(self.arm, motors=motors), motors)
        fields["motors"] = calibration.plain(motors)
        for name, motor in motors.items():
            asking.tell(f"    {name:<15}motor {motor.id}, {motor.low} to {motor.high}, zero at {motor.zero}")
        return {"from": path or "the motors"}

    def described(self, asking: Asking) -> Any:
        asking.tell("  a serial bus tells no description: the published SO-101 is taken, and its joints are tried below")
        return {"published": self.arm.sources}

    def reverse(self, joint: str, fields: dict[str, Any]) -> None:
        motor = self.arm.motors[joint]
        jaw = jaws(self.arm).get(joint)
        turned = replace(motor, sign=-motor.sign)
        if jaw is not None:  # a jaw counts from its closed end, which is the other one then
            end = motor.high if turned.sign < 0 else motor.low
            turned = replace(turned, zero=round(end - turned.sign * jaw * calibration.PER_RAD))
        motors = {**self.arm.motors, joint: turned}
        self.arm = narrowed(replace(load("robot", self._settings.of("robot")), port=self.arm.port, motors=motors), motors)
        fields["motors"] = calibration.plain(motors)
        self.close()

    def mover(self) -> Mover:
        if self._mover is None:
            steps = None
            if self._settings.values["mode"] == "fast" and simulated(self.arm.port):
                from heedful.envs.bus_world import Steps

                self._judge = Judge(self.arm.port)
                steps = Steps(self._judge)
            robot = driver(self.arm, steps)
            if steps is not None and self._judge is not None:
                robot.settle()
                steps.time = float(self._judge.ask("pace", lockstep=True)["time"])
                steps.base = robot.bus.sent
                robot.settle()
            self._mover = Mover(robot, waits=steps is None)
        return self._mover

    def close(self) -> None:
        if self._mover is not None:
            self._mover.close()
            self._mover = None
        if self._judge is not None:
            self._judge.ask("pace", lockstep=False)
            self._judge.close()
            self._judge = None


class RosLink:
    """An arm on ROS 2."""

    STOPS, TOOL, PAYLOAD = "the emergency stop on its pendant", "the two-finger gripper", 5.0
    RECALIBRATE, PLACE = "on its controller", ""

    def __init__(self, args: Namespace, fields: Mapping[str, Any]) -> None:
        from heedful.app.setup import KINDS

        words = [w for w in args.overrides if not w.startswith("robot=")]
        name = next((w.partition("=")[2] for w in args.overrides if w.startswith("robot=")), KINDS[args.kind])
        settings = compose([*words, f"robot={name}"], args.seed)
        self.remote = load("robot", settings.of("robot"))
        kept = {k: v for k, v in (fields.get("link") or {}).items() if f"robot.{k}" not in {w.partition("=")[0] for w in words}}
        self.remote = replace(self.remote, **kept)
        fields["robot"] = self.remote.origin  # type: ignore[index]
        if self.remote.wiring.get("vendor") == "unitree":
            self.STOPS, self.PAYLOAD = "the hoist that it hangs from, and the remote's damping buttons", 2.0
        if not any(p.kind == "gripper" for p in self.remote.parts.values()):
            self.TOOL = "its bare hands"
        self._mover: Mover | None = None

    def find(self, asking: Asking) -> tuple[dict[str, Any], dict[str, str]]:
        found = check(self.remote, self.remote.domain, self.remote.interface)
        if found.problem:
            raise Refused(found.problem)
        fields = ("domain", "interface", "transport", "controller", "namespace", "distribution", "wiring")
        return {k: getattr(self.remote, k) for k in fields}, found.told

    def calibrate(self, asking: Asking, fields: dict[str, Any]) -> Any:
        asking.tell("  its controller measures the joints: nothing is to be calibrated here")
        return {"from": "the controller"}

    def described(self, asking: Asking) -> Any:
        robot = self.mover().robot
        described = Described(robot.transport, robot.wiring)
        found = described.compared(self.remote)
        asking.tell(f"  {found.sentence}")
        if described.taken(self.remote) is not self.remote:
            asking.tell("  that is what a calibration makes, so the robot's own kinematics are taken")
        return {"robot_description": found.sentence}

    def reverse(self, joint: str, fields: dict[str, Any]) -> None:
        raise Refused(
            f"{joint} goes the other way than its driver measures: that is mended in the robot's own driver or description, not here"
        )

    def mover(self) -> Mover:
        if self._mover is None:
            transport = open_transport(
                self.remote.transport, "heedful_setup", self.remote.domain, self.remote.interface, self.remote.distribution
            )
            robot = Ros2Robot(self.remote, transport, wired(self.remote))
            if not robot.joints.wait(3.0):
                wrong = robot.joints.fault()
                transport.close()
                raise LinkLost(wrong)
            self._mover = Mover(robot)
        return self._mover

    def close(self) -> None:
        if self._mover is not None:
            self._mover.close()
            self._mover = None


LINKS: dict[str, Callable[[Namespace, dict[str, Any]], Link]] = {"so101": SerialLink, "ur5e": RosLink, "g1": RosLink}
__all__ = ["LINKS", "FeetechRobot", "Link", "RosLink", "SerialLink"]
