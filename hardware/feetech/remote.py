"""A body that is driven over a serial bus, as `robot=serial/...` names it: the description, and how to reach who bears it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np

from heedful.hardware.commission import Commission
from heedful.hardware.description import RobotDescription
from heedful.hardware.feetech import calibration
from heedful.hardware.feetech.bus import Bus, strange
from heedful.hardware.feetech.calibration import Motors
from heedful.hardware.feetech.jaw import jaw_travel
from heedful.hardware.feetech.port import found_port, open_port
from heedful.hardware.feetech.registers import HOMING_OFFSET
from heedful.hardware.feetech.robot import FeetechRobot, Pace
from heedful.hardware.ros2.seam import LinkLost


@dataclass(frozen=True, slots=True, eq=False)
class OnBus(RobotDescription):
    """A description with a serial port."""

    port: str = ""
    """Where the bus is; the one serial port that there is unless given."""
    lerobot: str = ""
    """A LeRobot calibration file; what the motors themselves hold unless given."""
    volts: float = 0.0
    """Its supply when it was set up [V]; 0 where it was not."""
    origin: str = ""
    """What `robot=` would name the body alone."""
    dry_run: bool = False
    """Whether everything is done but what goes to the motors, which is told."""
    own: bool = False
    """Whether a simulated bus of our own is started for it."""
    motors: Motors = field(default_factory=dict)
    """How its joints are wired, as `heedful setup` found out."""
    commission: Commission | None = None
    """What a person confirmed of it."""

    def at(self, port: str) -> OnBus:
        """The same on another port."""
        return replace(self, port=port)


def names(robot: RobotDescription) -> dict[str, int]:
    """Joint or gripper -> the id that its motor has by SO-101's convention, from 1 on."""
    return {j: i for i, j in enumerate((j for n, p in robot.parts.items() for j in ([n] if p.kind == "gripper" else p.joints)), 1)}


def jaws(robot: RobotDescription) -> dict[str, float]:
    """Gripper -> its jaw's angle where it is closed [rad]."""
    return {n: float(jaw_travel(robot, n).joints[0, 0]) for n, p in robot.parts.items() if p.kind == "gripper"}


def open_bus(robot: OnBus) -> Bus:
    """The bus with every motor on it. Raises LinkLost, MissingExtra."""
    bus = Bus(open_port(robot.port or found_port()))
    try:
        ids = [m.id for m in robot.motors.values()] or list(names(robot).values())
        if wrong := strange(bus.scan(ids), ids):
            raise LinkLost(f"{bus.name}: {wrong}")
    except BaseException:
        bus.close()
        raise
    return bus


def wired(robot: OnBus, bus: Bus) -> dict[str, calibration.Motor]:
    """How the joints are wired: as the file says, as LeRobot's says, or as the motors themselves. Raises LinkLost, BadCalibration."""
    if robot.motors:
        for name, motor in robot.motors.items():
            if (there := bus.read(motor.id, HOMING_OFFSET)) != motor.offset:
                raise LinkLost(
                    f"the motor of {name} has the homing offset {there} now, and had {motor.offset} when this was set up: "
                    "it was calibrated or exchanged since, so its zero is another; set it up again"
                )
        return dict(robot.motors)
    ids = names(robot)
    if robot.lerobot:
        return calibration.from_lerobot(robot.lerobot, list(ids), jaws(robot))
    return calibration.from_motors(bus, ids, jaws(robot))


def driver(robot: OnBus, pace: Pace | None = None) -> FeetechRobot:
    """The robot, open. Nothing is moved, and no motor is told to drive. Raises LinkLost, BadCalibration, MissingExtra."""
    bus = open_bus(robot)
    try:
        motors = wired(robot, bus)
        return FeetechRobot(narrowed(robot, motors), bus, motors, pace, supply=robot.volts, dry=robot.dry_run)
    except BaseException:
        bus.close()
        raise


def narrowed(robot: OnBus, motors: Motors) -> OnBus:
    """The body within what its motors may do."""
    parts = dict(robot.parts)
    for name, part in parts.items():
        if part.kind == "gripper":
            continue
        ends = np.array([motors[j].range for j in part.joints])
        lower, upper = np.maximum(part.lower, ends[:, 0]), np.minimum(part.upper, ends[:, 1])
        if (wrong := np.flatnonzero(lower >= upper)).size:
            raise calibration.BadCalibration(f"{part.joints[wrong[0]]} may not move at all: its calibrated range lies beyond its limits")
        parts[name] = replace(part, lower=lower, upper=upper)
    return replace(robot, parts=parts)
