"""The fake robot: controllers, joint states, controller manager and clock about a simulated body, one control period at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.definitions import JOINT_STATE
from heedful.hardware.ros2.fake.faults import FAULTS, JUMP, FaultyCarrier, Strangers
from heedful.hardware.ros2.fake.hand import GripperController
from heedful.hardware.ros2.fake.jog import FakeServo, ForwardController
from heedful.hardware.ros2.fake.manager import Controller, ControllerManager
from heedful.hardware.ros2.fake.pendant import FakePendant
from heedful.hardware.ros2.fake.rolling import BaseController
from heedful.hardware.ros2.fake.steering import FakeNavigator
from heedful.hardware.ros2.fake.trajectory import TrajectoryController
from heedful.hardware.ros2.seam import RELIABLE
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import PartState, Robot

FORWARD, SERVO = "forward_position_controller", "servo_node"


class FakePeer:
    """ros2_control about one robot. Whoever owns it calls `update` once a control period, or `tell` where no time passes.

    Args:
      carrier: What carries messages.
      robot: The simulated body; replaced by `embody`.
      wiring: What its parts are called.
    """

    def __init__(self, carrier: Any, robot: Robot, wiring: Wiring) -> None:
        self.faults: set[str] = set()
        """Those of `faults.FAULTS` that are on; `fault` switches them."""
        self.robot, self.wiring = robot, wiring
        carrier = FaultyCarrier(carrier, self.faults)
        self._carrier = carrier
        self._strangers = Strangers(
            carrier.inner, [f"{wiring.name(c)}/joint_trajectory" for c in wiring.arms.values()], wiring.name(wiring.joint_states)
        )
        self.stopped = 0
        """How often its maker's stop was called."""
        seen = robot.observe()
        self.arms = {
            n: TrajectoryController(carrier, wiring.name(c), [wiring.joint(j) for j in robot.parts[n].joints], seen.parts[n].q)
            for n, c in wiring.arms.items()
        }
        self.hands = {
            n: GripperController(carrier, wiring.name(f.action), f.joint if f.parallel else "") for n, f in wiring.grippers.items()
        }
        self.forwards = {n: ForwardController(carrier, wiring.name(FORWARD), arm.joints) for n, arm in self._lone()}
        self.servos = {n: FakeServo(carrier, wiring.name(SERVO), arm.joints) for n, arm in self._lone()}
        self.bases = {n: BaseController(carrier, wiring.wheels(n)) for n in wiring.bases}
        self.navigators = {n: FakeNavigator(carrier, base, wiring.name("/navigate_to_pose")) for n, base in self.bases.items()}
        self._joints = carrier.publisher(wiring.name(wiring.joint_states), JOINT_STATE, RELIABLE)
        self._clock = carrier.publisher("/clock", "rosgraph_msgs/msg/Clock", RELIABLE)
        loaded: dict[str, Controller] = {c: self.arms[n] for n, c in wiring.arms.items()}
        loaded.update((FORWARD, forward) for forward in self.forwards.values())
        loaded |= {f.action.strip("/").split("/")[0]: self.hands[n] for n, f in wiring.grippers.items()}
        loaded |= {base.name: base for base in self.bases.values()}
        self.pendant = FakePendant(carrier, list(self.arms.values())) if wiring.vendor == "ur" else None
        self.manager = ControllerManager(carrier, wiring.name(wiring.manager), loaded)
        if wiring.stop and self.pendant is None:
            carrier.serve(wiring.name(wiring.stop), "std_srvs/srv/Trigger", self._stop)

    def fault(self, name: str, on: bool = True) -> None:
        """Switch one of FAULTS. Raises ValueError for another name."""
        if name not in FAULTS:
            raise ValueError(f"no fault named {name!r}; known: {', '.join(FAULTS)}")
        (self.faults.add if on else self.faults.discard)(name)
        (self._strangers.come if on else self._strangers.go)(name)

    def well(self) -> None:
        """Switch all faults off."""
        for name in list(self.faults):
            self.fault(name, False)

    def embody(self, robot: Robot) -> None:
        """The simulation was reset: this is the body now."""
        self.robot = robot
        seen = robot.observe()
        for name, arm in self.arms.items():
            arm.restart(seen.parts[name].q)
        for hand in self.hands.values():
            hand.restart()
        for base in self.bases.values():
            base.restart()

    @property
    def heard(self) -> int:
        """How many streamed commands arrived since the reset."""
        commanded: list[Any] = [*self.arms.values(), *self.bases.values(), *self.forwards.values(), *self.servos.values()]
        return sum(int(one.heard) for one in commanded)

    def _lone(self) -> list[tuple[str, TrajectoryController]]:
        """The only arm, which others may also write to."""
        return list(self.arms.items()) if len(self.arms) == 1 else []

    def update(self) -> None:
        """One control period: what the controllers want is sent, and what is measured after it is told."""
        seen = self.robot.observe()
        self._carrier.passed(seen.time)
        if self.pendant is not None:
            self.pendant.update(seen.time)
        command: dict[str, Array] = {}
        for name, arm in self.arms.items():
            if "tolerance_abort" in self.faults:
                arm.give_up()
            target = arm.update(seen.time, seen.parts[name].q, self.robot.dt)
            if name in self.forwards:
                jogged = self.servos[name].update(seen.time, seen.parts[name].q, self.robot.dt)
                others = (jogged, self.forwards[name].update(seen.time, seen.parts[name].q))
                target = next((t for t in others if t is not None), target)
            if target is not None:
                command[name] = target
        for navigator in self.navigators.values():
            navigator.update(seen)
        command |= {name: base.update(seen.time) for name, base in self.bases.items()}
        for name, hand in self.hands.items():
            q, dq = self._fingers(name, seen.parts[name])
            wanted = hand.update(seen.time, q, dq, seen.parts[name].force)
            if wanted is not None:
                stroke = float(self.robot.parts[name].upper[0])
                command[name] = np.array([self.wiring.grippers[name].width(wanted[0], stroke), wanted[1]])
        self.robot.send(command)
        self.tell()

    def tell(self) -> None:
        """Publish joint states and the clock."""
        seen = self.robot.observe()
        whole, rest = divmod(round((seen.time + ("clock_jump" in self.faults) * JUMP) * 1e9), 10**9)
        stamp = self._carrier.make("builtin_interfaces/msg/Time", sec=whole, nanosec=rest)
        self._clock(self._carrier.make("rosgraph_msgs/msg/Clock", clock=stamp))
        if "silent" in self.faults:
            return
        for name, base in self.bases.items():
            base.tell(seen.time, seen.parts[name])
        names: list[str] = []
        numbers: list[tuple[float, float, float]] = []
        for name, arm in self.arms.items():
            state = seen.parts[name]
            names += arm.joints
            numbers += [(float(q), float(dq), 0.0) for q, dq in zip(state.q, state.dq, strict=True)]
        for name, fingers in self.wiring.grippers.items():
            names.append(fingers.joint)
            numbers.append((*self._fingers(name, seen.parts[name]), seen.parts[name].force))
        if not names:
            return
        q, dq, effort = np.array(numbers).T.copy()
        if "nan" in self.faults:
            q[0] = np.nan
        if "permuted" in self.faults:
            names, q, dq, effort = names[::-1], q[::-1].copy(), dq[::-1].copy(), effort[::-1].copy()
        if "shuffled" in self.faults:
            q = np.roll(q, 1)
        header = self._carrier.make("std_msgs/msg/Header", stamp=stamp)
        told = self._carrier.make(JOINT_STATE, header=header, name=names, position=q, velocity=dq, effort=effort)
        (self._strangers.tell or self._joints)(told)

    def _fingers(self, name: str, state: PartState) -> tuple[float, float]:
        """A gripper's joint position and speed."""
        fingers, stroke = self.wiring.grippers[name], float(self.robot.parts[name].upper[0])
        return fingers.position(state.width, stroke), float(state.dq[0]) * (fingers.open - fingers.closed) / stroke

    def _stop(self, request: Any, reply: Callable[[Any], None]) -> None:
        """The maker's own stop: nothing takes commands any more."""
        self.stopped += 1
        for one in self.manager.controllers.values():
            one.switch(False)
        reply(self._carrier.make("std_srvs/srv/Trigger_Response", success=True, message="stopped"))
