"""A simulated arm on a simulated bus: what the master writes moves MuJoCo's joints, what those do is what the motors measure."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import numpy as np

from heedful.geometry import Array
from heedful.hardware.feetech.calibration import PER_RAD, Motor
from heedful.hardware.feetech.fake.servos import DROP, SUPPLY, Servo, answers
from heedful.hardware.feetech.jaw import PRESS, jaw_travel
from heedful.hardware.feetech.packets import Stream
from heedful.hardware.feetech.registers import POSITION, STATUS, TORQUE, TORQUE_LIMIT, TURN, VOLTAGE
from heedful.hardware.mujoco_robot import MujocoRobot

FAULTS = ("silent", "corrupt", "dead", "hot", "low", "overload", "let_go", "blocked")
"""One motor does not answer; bytes are garbled; nobody answers; one motor is hot; the supply is low; one motor reports an overload;
one motor lets go; something is in a joint's way."""
GARBLED = 0.2
"""Share of the answers in which a byte is wrong; a quarter as many instructions are not understood."""


def wiring(robot: MujocoRobot, reversed_: Iterable[str] = ()) -> dict[str, Motor]:
    """The motors of an arm in its order, ids from 1, zero in the middle of a turn; those named are mounted the other way round."""
    names = [j for n, p in robot.parts.items() for j in ([n] if p.kind == "gripper" else p.joints)]
    found = {}
    for i, name in enumerate(names, 1):
        part = next(p for n, p in robot.parts.items() if name in ((n,) if p.kind == "gripper" else p.joints))
        if part.kind == "gripper":
            rows = jaw_travel(robot.description, name).joints[:, 0]
            ends = float(rows[0]), float(rows[-1])
        else:
            at = part.joints.index(name)
            most = max(-float(part.lower[at]), float(part.upper[at]))
            ends = -most, most  # as LeRobot has it, whose zero is the middle of the range
        sign = -1 if name in reversed_ else 1
        bare = Motor(i, sign)
        low, high = sorted((bare.ticks(ends[0]), bare.ticks(ends[1])))
        found[name] = Motor(i, sign, TURN // 2, low, high)
    return found


class FakeArm:
    """The motors of one arm and the body that they move. `receive` answers packets, `update` lets a control period pass.

    Args:
      robot: The simulated body; replaced by `embody`.
      motors: How its joints are wired.
      seed: Of the noise on the wire.
    """

    def __init__(self, robot: MujocoRobot, motors: Mapping[str, Motor], seed: int = 0) -> None:
        self.motors = dict(motors)
        self.servos = {n: Servo(m.id, m.low, m.high, m.offset) for n, m in self.motors.items()}
        self.faults: dict[str, str] = {}
        """Fault -> the joint that has it; empty for the whole bus."""
        self.received = 0
        """How many packets came since the reset."""
        self._stream, self._chance = Stream(), random.Random(seed)
        self._moved: dict[str, Array] = {}
        self.embody(robot)

    def embody(self, robot: MujocoRobot) -> None:
        """The simulation was reset: this is the body now, and every motor lets go, as after power-on."""
        self.robot = robot
        self._travel = {n: jaw_travel(robot.description, n) for n, p in robot.parts.items() if p.kind == "gripper"}
        self._before: dict[str, float] = {}
        for name, motor in self.motors.items():
            self.servos[name] = Servo(motor.id, motor.low, motor.high, motor.offset)
        self._measure(robot.dt)

    def receive(self, data: bytes) -> bytes:
        """Bytes from the master; what the bus answers."""
        told = b""
        for packet in self._stream.feed(data):
            self.received += 1
            if "corrupt" in self.faults and self._chance.random() < GARBLED / 4:
                continue
            if (name := self.faults.get("overload")) is not None:
                self.servos[name].put(STATUS, self.servos[name].get(STATUS) | 32)
            for answer in answers(self.servos.values(), packet):
                name = next((n for n, s in self.servos.items() if s.id == answer.id), "")
                if "dead" not in self.faults and self.faults.get("silent") != name:
                    told += self._garbled(answer.encode())
        return told

    def update(self) -> None:
        """One control period: the joints go where the motors were told to, as those can."""
        command: dict[str, Array] = {}
        for name, part in self.robot.parts.items():
            if part.kind == "gripper":
                servo = self.servos[name]
                jaw = np.array([self.motors[name].angle(servo.goal)])
                force = servo.get(TORQUE_LIMIT) / 1000 * PRESS
                now = self.robot.measured(name)[0]
                command[name] = np.array([self._travel[name].width(jaw) if servo.get(TORQUE) else now, force])
                continue
            q = self.robot.measured(name)
            goal = [self.motors[j].angle(self.servos[j].goal) if self.servos[j].get(TORQUE) else now
                    for j, now in zip(part.joints, q.tolist(), strict=True)]  # fmt: skip
            command[name] = np.array(goal)
        self.robot.send(command)
        self._measure(self.robot.dt)

    def _measure(self, dt: float) -> None:
        seen = self.robot.observe()
        shares = []
        for name, servo in self.servos.items():
            angle, speed, share = self._joint(name, seen.parts)
            motor = self.motors[name]
            blocked = self.faults.get("blocked") == name
            if blocked:
                angle, speed = self._before.get(name, angle), 0.0
                share = servo.get(TORQUE_LIMIT) / 1000 * (servo.goal != servo.get(POSITION))
            self._before[name] = angle
            shares.append(abs(share))
            ticks = round(motor.zero + motor.sign * angle * PER_RAD)
            servo.measured(min(max(ticks, 0), TURN - 1), round(motor.sign * speed * PER_RAD), motor.sign * share, dt)
            if self.faults.get("hot") == name:
                servo.celsius = max(servo.celsius, 68.0)
            if self.faults.get("let_go") == name:
                servo.put(TORQUE, 0)
        supply = (7.9 if "low" in self.faults else SUPPLY) - DROP * sum(shares)
        for servo in self.servos.values():
            servo.put(VOLTAGE, min(max(round(supply * 10), 0), 255))

    def _joint(self, name: str, parts: Mapping[str, object]) -> tuple[float, float, float]:
        """A joint's angle [rad], speed [rad/s] and torque as a share of the motor's."""
        model, data = self.robot.model, self.robot.data
        for part, native in self.robot.native.items():
            joint = native.get(name) if self.robot.parts[part].kind != "gripper" else next(iter(native.values())) if part == name else None
            if joint is not None:
                at = model.joint(joint)
                drives = [i for i in range(model.nu) if int(model.actuator_trnid[i, 0]) == at.id]
                force, most = float(data.actuator_force[drives[0]]), float(model.actuator_forcerange[drives[0], 1])
                on = bool(self.servos[name].get(TORQUE))
                return float(data.qpos[at.qposadr[0]]), float(data.qvel[at.dofadr[0]]), force / most if most and on else 0.0
        raise KeyError(name)

    def _garbled(self, data: bytes) -> bytes:
        if "corrupt" not in self.faults or self._chance.random() > GARBLED:
            return data
        at = self._chance.randrange(len(data))
        return data[:at] + bytes((data[at] ^ (1 << self._chance.randrange(8)),)) + data[at + 1 :]
