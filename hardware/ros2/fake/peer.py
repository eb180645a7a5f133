"""The fake robot: controllers, joint states, controller manager and clock about a simulated body, one control period at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.ros2.actions import Carrier
from heedful.hardware.ros2.definitions import JOINT_STATE
from heedful.hardware.ros2.fake.hand import GripperController
from heedful.hardware.ros2.fake.trajectory import TrajectoryController
from heedful.hardware.ros2.seam import RELIABLE
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import PartState, Robot

FAULTS = ("silent", "nan", "permuted", "shuffled")
"""What may be wrong with the joint states: none come; no numbers; another order, names and all; positions under other names."""
STRICT = 2
Reply = Callable[[Any], None]


class FakePeer:
    """ros2_control about one robot. Whoever owns it calls `update` once a control period, or `tell` where no time passes.

    Args:
      carrier: What carries messages; it also needs `serve`.
      robot: The simulated body; replaced by `embody`.
      wiring: What its parts are called.
    """

    def __init__(self, carrier: Any, robot: Robot, wiring: Wiring) -> None:
        self._carrier: Carrier = carrier
        self.robot, self.wiring = robot, wiring
        self.faults: set[str] = set()
        seen = robot.observe()
        self.arms = {
            n: TrajectoryController(carrier, wiring.name(c), [wiring.joint(j) for j in robot.parts[n].joints], seen.parts[n].q)
            for n, c in wiring.arms.items()
        }
        self.hands = {n: GripperController(carrier, wiring.name(f.action)) for n, f in wiring.grippers.items()}
        self._joints = carrier.publisher(wiring.name(wiring.joint_states), JOINT_STATE, RELIABLE)
        self._clock = carrier.publisher("/clock", "rosgraph_msgs/msg/Clock", RELIABLE)
        manager = wiring.name("/controller_manager")
        carrier.serve(f"{manager}/list_controllers", "controller_manager_msgs/srv/ListControllers", self._list)
        carrier.serve(f"{manager}/switch_controller", "controller_manager_msgs/srv/SwitchController", self._switch)

    def embody(self, robot: Robot) -> None:
        """The simulation was reset: this is the body now."""
        self.robot = robot
        seen = robot.observe()
        for name, arm in self.arms.items():
            arm.restart(seen.parts[name].q)
        for hand in self.hands.values():
            hand.restart()

    @property
    def heard(self) -> int:
        """How many streamed commands arrived since the reset."""
        return sum(arm.heard for arm in self.arms.values())

    def update(self) -> None:
        """One control period: what the controllers want is sent, and what is measured after it is told."""
        seen = self.robot.observe()
        command: dict[str, Array] = {}
        for name, arm in self.arms.items():
            target = arm.update(seen.time, seen.parts[name].q, self.robot.dt)
            if target is not None:
                command[name] = target
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
        whole, rest = divmod(round(seen.time * 1e9), 10**9)
        stamp = self._carrier.make("builtin_interfaces/msg/Time", sec=whole, nanosec=rest)
        self._clock(self._carrier.make("rosgraph_msgs/msg/Clock", clock=stamp))
        if "silent" in self.faults:
            return
        names: list[str] = []
        numbers: list[tuple[float, float, float]] = []
        for name, arm in self.arms.items():
            state = seen.parts[name]
            names += arm.joints
            numbers += [(float(q), float(dq), 0.0) for q, dq in zip(state.q, state.dq, strict=True)]
        for name, fingers in self.wiring.grippers.items():
            names.append(fingers.joint)
            numbers.append((*self._fingers(name, seen.parts[name]), seen.parts[name].force))
        q, dq, effort = np.array(numbers).T.copy()
        if "nan" in self.faults:
            q[0] = np.nan
        if "permuted" in self.faults:
            names, q, dq, effort = names[::-1], q[::-1].copy(), dq[::-1].copy(), effort[::-1].copy()
        if "shuffled" in self.faults:
            q = np.roll(q, 1)
        header = self._carrier.make("std_msgs/msg/Header", stamp=stamp)
        self._joints(self._carrier.make(JOINT_STATE, header=header, name=names, position=q, velocity=dq, effort=effort))

    def _fingers(self, name: str, state: PartState) -> tuple[float, float]:
        """A gripper's joint position and speed."""
        fingers, stroke = self.wiring.grippers[name], float(self.robot.parts[name].upper[0])
        return fingers.position(state.width, stroke), float(state.dq[0]) * (fingers.open - fingers.closed) / stroke

    def _controllers(self) -> dict[str, TrajectoryController | GripperController]:
        arms = {c: self.arms[n] for n, c in self.wiring.arms.items()}
        return {**arms, **{f.action.strip("/").split("/")[0]: self.hands[n] for n, f in self.wiring.grippers.items()}}

    def _list(self, request: Any, reply: Reply) -> None:
        make = self._carrier.make
        kinds = {"TrajectoryController": "joint_trajectory_controller/JointTrajectoryController"}
        told = [
            make(
                "controller_manager_msgs/msg/ControllerState",
                name=name,
                state="active" if one.active else "inactive",
                type=kinds.get(type(one).__name__, "position_controllers/GripperActionController"),
            )
            for name, one in self._controllers().items()
        ]
        reply(make("controller_manager_msgs/srv/ListControllers_Response", controller=told))

    def _switch(self, request: Any, reply: Reply) -> None:
        known = self._controllers()
        unknown = [n for n in (*request.activate_controllers, *request.deactivate_controllers) if n not in known]
        ok = not (unknown and request.strictness == STRICT)
        if ok:
            for active, names in ((False, request.deactivate_controllers), (True, request.activate_controllers)):
                for name in names:
                    if name in known:
                        known[name].switch(active)
        said = f"no controller named {', '.join(unknown)}" if unknown else ""
        reply(self._carrier.make("controller_manager_msgs/srv/SwitchController_Response", ok=ok, message=said))
