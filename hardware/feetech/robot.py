"""An arm on Feetech servos as the `Robot` that everything above drives. A thread talks to the bus; the control loop never waits for it.

What the bus cannot vouch for raises LinkLost, of which the safety envelope makes a latched protective stop. The motors then hold: to let go
of them would drop the arm. It is a software stop, not a safety function.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from typing import Protocol

import numpy as np

from heedful.geometry import Array
from heedful.hardware.body import RobotBody
from heedful.hardware.command import check_command
from heedful.hardware.description import RobotDescription
from heedful.hardware.feetech.bus import Bus
from heedful.hardware.feetech.calibration import PER_RAD, Motors
from heedful.hardware.feetech.health import Reading, Watch
from heedful.hardware.feetech.jaw import PRESS, jaw_travel
from heedful.hardware.feetech.registers import BLOCK, GOAL_POSITION, TORQUE, TORQUE_LIMIT
from heedful.hardware.mujoco_robot import HOLD_LEAD
from heedful.hardware.ros2.seam import LinkLost
from heedful.types import Command, Observation, PartSpec, PartState

STALE = 0.1
"""Oldest measurement that motion is commanded on [s]."""
PERIOD = 0.01
"""How often the motors are read at most [s]."""
LOWERING = 0.35
"""Speed at which the arm is laid down [rad/s]."""


class Pace(Protocol):
    """Lets one control period of simulated time pass, and tells that time [s]."""

    def period(self, robot: FeetechRobot) -> None: ...
    def now(self) -> float: ...


class FeetechRobot:
    """Drives a body over a serial bus.

    Args:
      description: The body: arms whose joints have motors by the same names, and one-jawed grippers, whose motor has the part's name.
      bus: The bus.
      motors: Joint or gripper -> its motor.
      pace: What lets simulated time pass; without it a thread talks to the bus in real time.
      body: Its kinematics, where they are made already.
      supply: The voltage that it was set up with [V]; what is measured first unless given.
      dry: Whether nothing is sent to the motors, and told (`unsent`).
    """

    def __init__(
        self,
        description: RobotDescription,
        bus: Bus,
        motors: Motors,
        pace: Pace | None = None,
        body: RobotBody | None = None,
        supply: float = 0.0,
        dry: bool = False,
    ) -> None:
        self.description, self.bus, self.motors = description, bus, dict(motors)
        self._body = body or RobotBody(description)
        self._pace = pace
        self._names = {n: [n] if p.kind == "gripper" else list(p.joints) for n, p in description.parts.items()}
        names = [j for joints in self._names.values() for j in joints]
        if missing := [j for j in names if j not in self.motors]:
            raise ValueError(f"{description.name} has no motor for {', '.join(missing)}; it has {', '.join(self.motors)}")
        self._travel = {n: jaw_travel(description, n) for n, p in description.parts.items() if p.kind == "gripper"}
        self._supply, self._dry = supply, dry
        self._unsent: list[dict[str, int]] = []
        self.real = True
        """Whether nobody is known to simulate it: then somebody has to be at its front."""
        self._watches = {j: Watch(j, j in self._travel, self._supply) for j in names}
        self._ids = [self.motors[j].id for j in names]
        self._readings: dict[str, Reading] = {}
        self._read_at = self._begun = 0.0
        self._problem = self._lost = ""
        self._targets: dict[str, Array] = {}
        self._goals: dict[str, int] = {}
        self._limits: dict[str, int] = {}
        self._sent: tuple[dict[str, int], dict[str, int]] = {}, {}
        self._asked: dict[str, int] = {}
        """The goals that had been sent when the motors were read."""
        self.driven = False
        """Whether the motors were told to drive: from the first command on."""
        self._lock = threading.RLock()
        self._wake, self._ends = threading.Event(), False
        self._begun = self._now()
        self._exchange()
        self._thread = None if pace is not None else threading.Thread(target=self._talk, name="heedful-feetech", daemon=True)
        if self._thread is not None:
            self._thread.start()

    @property
    def name(self) -> str:
        return self.description.name

    @property
    def parts(self) -> Mapping[str, PartSpec]:
        return self.description.parts

    @property
    def dt(self) -> float:
        return self.description.dt

    @property
    def readings(self) -> Mapping[str, Reading]:
        """The motors as they were measured last."""
        with self._lock:
            return dict(self._readings)

    def fault(self) -> str:
        """Why nothing may be sent now; empty if it may."""
        with self._lock:
            age = self._now() - self._read_at
            if age > STALE:
                return self._lost or f"{self.bus.name}: the last measurement is {age:.2f} s old, and {STALE:g} s is allowed"
            return self._problem

    def observe(self) -> Observation:
        """The newest measurement; with none newer it grows stale."""
        with self._lock:
            return Observation(self._read_at - self._begun, {n: self._state(n, spec) for n, spec in self.parts.items()})

    def send(self, command: Command) -> None:
        """New targets for the parts named, then one control period passes. A part left out holds.

        The first command tells the motors to drive, each from where it is. Raises LinkLost, without having sent anything, on a fault;
        ValueError on a wrong command.
        """
        check_command(self.name, self.parts, command)
        if command and (wrong := self.fault()):
            raise LinkLost(wrong)
        with self._lock:
            for name, values in command.items():
                self._aim(name, np.array(values, dtype=float))
        self._pass()

    def hold(self) -> None:
        """Stop where it is: each arm keeps its last target, cut to HOLD_LEAD from where it was measured. Nothing lets go."""
        with self._lock:
            for name, spec in self.parts.items():
                if spec.kind != "gripper" and name in self._targets:
                    q = self._state(name, spec).q
                    self._aim(name, q + np.clip(self._targets[name] - q, -HOLD_LEAD, HOLD_LEAD))
        self._wake.set()

    def lower(self, rest: Mapping[str, Array]) -> None:
        """Lay the arm down, then let go of the motors. Only where a person asked for it: the arm sinks the rest of the way.

        Args:
          rest: Arm -> joints [rad] at which it lies on the table.
        """
        for name, goal in rest.items():
            start = self.observe().parts[name].q
            steps = max(1, int(np.ceil(np.abs(goal - start).max() / (LOWERING * self.dt))))
            for i in range(1, steps + 1):
                begun = time.monotonic()
                self.send({name: start + (goal - start) * i / steps})
                if self._pace is None:
                    time.sleep(max(0.0, self.dt - (time.monotonic() - begun)))
        self.release()

    def release(self) -> None:
        """Let go of every motor at once: whatever is not supported falls."""
        with self._lock:
            self.driven = False
            self._targets.clear()
            self._goals.clear()
            self._sent, self._asked = ({}, {}), {}
        self.bus.send(TORQUE, dict.fromkeys(self._ids, 0))

    def settle(self) -> None:
        """Wait until the bus has taken what was sent."""
        self._exchange()

    def forget(self) -> None:
        """The robot was put elsewhere, as by a simulator's reset: what was sent before no longer counts."""
        with self._lock:
            self._targets.clear()
            self._goals.clear()
            self._sent, self._asked = ({}, {}), {}
            self.driven = False
            self._watches = {j: Watch(j, j in self._travel, self._supply) for j in self._watches}
        self._begun = 0.0 if self._pace is not None else self._begun
        self._exchange()

    def unsent(self) -> list[str]:
        """In a dry run, what would have been sent since it was last asked, in sentences."""
        with self._lock:
            kept, self._unsent = self._unsent, []
        if not self._dry:
            return []
        if not kept:
            return ["a dry run: nothing would have been sent to the motors"]
        ends = "; ".join(f"{j} {kept[0][j]} to {g}" for j, g in kept[-1].items() if kept[0].get(j) != g)
        return [f"a dry run: {len(kept)} goals were not sent to the motors ({ends or 'each the same as the first'} ticks)"]

    def close(self) -> None:
        """Let go of the bus; the motors hold their last targets."""
        self._ends = True
        self._wake.set()
        if self._thread is not None:
            self._thread.join(1.0)
        self.bus.close()

    def _aim(self, name: str, values: Array) -> None:
        if not self.driven:
            self._goals = {j: r.position for j, r in self._readings.items()}
        if name in self._travel:
            self._goals[name] = self.motors[name].ticks(float(self._travel[name].at(float(values[0]))[0]))
            self._limits[name] = round(min(max(values[1] / PRESS, 0.0), 1.0) * 1000)
            return
        self._targets[name] = values
        for joint, angle in zip(self._names[name], values.tolist(), strict=True):
            self._goals[joint] = self.motors[joint].ticks(angle)

    def _pass(self) -> None:
        if self._pace is None:
            self._wake.set()
            return
        self._exchange(read=False)
        self._pace.period(self)
        self._exchange()

    def _now(self) -> float:
        return time.monotonic() if self._pace is None else self._pace.now()

    def _talk(self) -> None:
        """The thread: goals out, measurements in."""
        while not self._ends:
            begun = time.monotonic()
            self._exchange()
            self._wake.wait(max(0.0, PERIOD - (time.monotonic() - begun)))
            self._wake.clear()

    def _exchange(self, read: bool = True) -> None:
        """Tell the motors what is new, and read them all."""
        try:
            self._tell()
            if not read:
                return
            told = self.bus.block(self._ids, *BLOCK)
        except LinkLost as error:
            with self._lock:
                self._lost = str(error)  # of account once it has lasted for STALE: a garbled answer is asked for again
            return
        with self._lock:
            self._lost = ""
            self._readings = {j: Reading.of(*told[self.motors[j].id]) for j in self._watches}
            self._read_at, self._asked = self._now(), self._sent[0]
            faults = [w.fault(self._read_at, self._readings[j], self.driven) for j, w in self._watches.items()]
            self._problem = next((f for f in faults if f), "")

    def _tell(self) -> None:
        with self._lock:
            goals, limits = dict(self._goals), dict(self._limits)
            before, driven = self._sent, self.driven
            taken = all(r.goal == self._asked.get(j, r.goal) for j, r in self._readings.items())
            self._sent, self.driven = (goals, limits), driven or bool(goals)
        if self._dry:
            with self._lock:
                self.driven = False
                self._unsent += [goals] if goals and goals != before[0] else []
            return
        if not goals:
            return
        if limits != before[1]:
            self.bus.send(TORQUE_LIMIT, self._by_id(limits))
        if goals != before[0] or not taken:  # nobody answers a sync write, but the goals are read back
            self.bus.send(GOAL_POSITION, self._by_id(goals))
        if not driven:
            self.bus.send(TORQUE, dict.fromkeys(self._ids, 1))

    def _by_id(self, values: Mapping[str, int]) -> dict[int, int]:
        return {self.motors[j].id: v for j, v in values.items()}

    def _state(self, name: str, spec: PartSpec) -> PartState:
        if any(j not in self._readings for j in self._names[name]):
            raise LinkLost(self._lost or f"{self.bus.name} has told nothing yet")
        seen = [self._readings[j] for j in self._names[name]]
        motors = [self.motors[j] for j in self._names[name]]
        q = np.array([m.angle(r.position) for m, r in zip(motors, seen, strict=True)])
        dq = np.array([m.sign * r.speed / PER_RAD for m, r in zip(motors, seen, strict=True)])
        if spec.kind != "gripper":
            return PartState(q, dq, self._body.fk(name, q) if spec.tool else None)
        travel = self._travel[name]
        width = travel.width(q)
        return PartState(np.array([width]), np.array([travel.row(width).widening(dq)]), None, abs(seen[0].load) / 1000 * PRESS)
