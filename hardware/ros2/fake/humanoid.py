"""A fake G1: the low state, arm_sdk with its weight, and the high-level service, about a simulated body. Sim-grade: nothing balances."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.fake.rolling import BaseController
from heedful.hardware.ros2.seam import RELIABLE, SENSOR
from heedful.hardware.ros2.unitree import checksum
from heedful.hardware.ros2.unitree.arms import LOW_COMMAND, TOPIC, WEIGHT
from heedful.hardware.ros2.unitree.states import LOW_STATE, TICK
from heedful.hardware.ros2.unitree.walking import DAMP, GET_STATE, REQUEST, RESPONSE, SET_STATE, SET_VELOCITY, TOPIC as SPORT
from heedful.hardware.ros2.wiring import Wheels
from heedful.types import Observation, Robot

STANDING = 500
MACHINE = 5
"""The `mode_machine` of a G1 of 29 joints."""
UNKNOWN = 3203
"""The service's code for a request that it does not know."""


class FakeHumanoid:
    """One G1; whoever owns it calls `update` once a control period.

    Args:
      carrier: What carries messages.
      robot: The simulated body, with the parts of `hardware.robots.g1`.
      motors: Every joint in the order of the motors.
    """

    def __init__(self, carrier: Any, robot: Robot, motors: Sequence[str]) -> None:
        self._carrier, self.robot, self.motors = carrier, robot, tuple(motors)
        self._parts = {n: p.joints for n, p in robot.parts.items() if p.kind in ("arm", "torso")}
        self._own = {n: robot.observe().parts[n].q.copy() for n in self._parts}
        """Where the robot itself would have its arms."""
        self._wanted: dict[str, float] = {}
        self.weight = 0.0
        self.heard = self.garbled = 0
        """Commands that arrived, and those of a wrong checksum or `mode_machine`, which are not heeded."""
        self.state = STANDING
        self.durations: list[float] = []
        """How long each request to walk was to last [s]."""
        self._walk, self._until = np.zeros(3), -np.inf
        self._state = carrier.make(LOW_STATE, mode_machine=MACHINE)
        self._tell = carrier.publisher("/lowstate", LOW_STATE, RELIABLE)
        self._reply = carrier.publisher(f"{SPORT}/response", RESPONSE, RELIABLE)
        self.odometry = BaseController(carrier, Wheels("/nobody/cmd_vel", "/odom"))
        carrier.subscribe(TOPIC, LOW_COMMAND, self._commanded, SENSOR)
        carrier.subscribe(f"{SPORT}/request", REQUEST, self._asked, RELIABLE)

    def embody(self, robot: Robot) -> None:
        """The simulation was reset: this is the body now."""
        self.robot = robot
        self._own = {n: robot.observe().parts[n].q.copy() for n in self._parts}
        self._wanted, self.weight, self._until, self.state = {}, 0.0, -np.inf, STANDING

    def fault(self, name: str, on: bool = True) -> None:
        """It has none that are scripted. Raises ValueError."""
        raise ValueError(f"no fault named {name!r}; a fake G1 has none")

    def well(self) -> None:
        """Nothing is to be switched off."""

    def update(self) -> None:
        """One control period, and what is measured after it."""
        seen = self.robot.observe()
        command: dict[str, Array] = {}
        if self.state != DAMP:
            for name, joints in self._parts.items():
                ours = np.array([self._wanted.get(j, own) for j, own in zip(joints, self._own[name], strict=True)])
                command[name] = self._own[name] + self.weight * (ours - self._own[name])
        command["base"] = self._walk if seen.time < self._until and self.state == STANDING else np.zeros(3)
        self.robot.send(command)
        self.tell()

    def tell(self) -> None:
        """Publish the low state and odometry."""
        seen = self.robot.observe()
        self._fill(seen)
        self._tell(self._state)
        self.odometry.tell(seen.time, seen.parts["base"])

    def _fill(self, seen: Observation) -> None:
        found = {
            j: (float(q), float(dq))
            for n, js in self._parts.items()
            for j, q, dq in zip(js, seen.parts[n].q, seen.parts[n].dq, strict=True)
        }
        for motor, joint in zip(self._state.motor_state, self.motors, strict=False):
            motor.mode = 1
            motor.q, motor.dq = found.get(joint, (0.0, 0.0))
        self._state.tick = round(seen.time / TICK)
        self._state.imu_state.quaternion[0] = 1.0
        self._state.crc = checksum.of_state(self._state)

    def _commanded(self, message: Any) -> None:
        self.heard += 1
        if checksum.of_command(message) != message.crc or message.mode_machine != MACHINE:
            self.garbled += 1
            return
        self.weight = float(np.clip(message.motor_cmd[WEIGHT].q, 0.0, 1.0))
        moved = {j for joints in self._parts.values() for j in joints}
        self._wanted = {j: float(message.motor_cmd[i].q) for i, j in enumerate(self.motors) if j in moved and message.motor_cmd[i].kp > 0}

    def _asked(self, message: Any) -> None:
        api, given = int(message.header.identity.api_id), json.loads(message.parameter or "{}")
        code, data = 0, ""
        if api == SET_VELOCITY:
            self.durations.append(float(given["duration"]))
            self._walk = np.array(given["velocity"], dtype=float)
            self._until = self.robot.observe().time + float(given["duration"])
        elif api == SET_STATE:
            self.state = int(given["data"])
        elif api == GET_STATE:
            data = json.dumps({"data": self.state})
        else:
            code = UNKNOWN
        make = self._carrier.make
        header = make("unitree_api/msg/ResponseHeader", identity=message.header.identity)
        header.status.code = code
        self._reply(make(RESPONSE, header=header, data=data))
