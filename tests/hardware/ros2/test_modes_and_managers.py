"""Grippers of both kinds, the controller manager in both layouts, and Universal Robots' modes, on a simulated clock."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import BODY, DT, TYPES, OnBus

from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.ros2.dry import DryRun
from heedful.hardware.ros2.fake.hand import GripperController
from heedful.hardware.ros2.fake.manager import ControllerManager as FakeManager
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.gripper import CommandedGripper
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.managing import ControllerManager
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import ABORTED, SUCCEEDED, LinkLost
from heedful.hardware.ros2.universal import Dashboard
from heedful.hardware.ros2.wiring import Fingers, Wiring
from heedful.types import Action, JointTarget


class Cell:
    """A UR5e with its pendant and the chosen gripper, and its fake."""

    def __init__(self, parallel: bool = False, vendor: str = "ur", bus: Bus | None = None) -> None:
        self.bus = bus or Bus(types=TYPES)
        self.body = FakeRobot(BODY.parts, DT)
        wiring = Wiring.of(BODY)
        fingers = {n: replace(f, parallel=parallel) for n, f in wiring.grippers.items()}
        self.wiring = replace(wiring, grippers=fingers, vendor=vendor)
        self.fake = FakePeer(InProcess(self.bus), self.body, self.wiring)
        self.robot = Ros2Robot(BODY, InProcess(self.bus), self.wiring, OnBus(self.bus))
        self.guarded = GuardedRobot(self.robot, BODY, self.robot._body)
        self._tick()
        self.bus.advance(2 * DT)

    def _tick(self) -> None:
        self.fake.update()
        self.bus.later(DT, self._tick)

    def swing(self, seconds: float) -> None:
        for _ in range(round(seconds / DT)):
            seen = self.guarded.observe()
            last = self.guarded.envelope.last.get("arm", seen.parts["arm"].q)
            self.guarded.apply(Action({"arm": JointTarget(last + 0.01 * np.eye(6)[0])}), seen)


@pytest.mark.parametrize("parallel", [False, True])
def test_a_gripper_of_either_kind_goes_to_a_width(parallel):
    cell = Cell(parallel)
    for _ in range(40):
        cell.robot.send({"gripper": np.array([0.03, 12.0])})
    assert cell.robot.observe().parts["gripper"].width == pytest.approx(0.03, abs=1e-4)
    assert cell.robot.grippers["gripper"].goal.result.result(0)[0] == SUCCEEDED
    assert cell.fake.hands["gripper"].wanted[1] == 12.0
    assert cell.robot.grippers["gripper"].goals.fault() == ""


@pytest.mark.parametrize("parallel", [False, True])
def test_a_dry_run_tells_where_a_gripper_of_either_kind_would_have_gone(parallel):
    cell = Cell(parallel)
    dry = Ros2Robot(BODY, DryRun(InProcess(cell.bus)), cell.wiring, OnBus(cell.bus))
    cell.bus.advance(0.1)
    dry.send({"gripper": np.array([0.03, 12.0])})
    assert any("gripper_cmd: 0.0300 with 12.0" in said for said in dry.unsent())
    assert cell.fake.hands["gripper"].wanted is None


@pytest.mark.parametrize("allowed", [False, True])
@pytest.mark.parametrize("joint", ["", "finger"])
def test_a_grasp_that_stalls_is_an_abort_unless_allowed_and_no_fault_in_either_case(joint, allowed):
    bus = Bus(types=TYPES)
    hand = GripperController(InProcess(bus), "/hand/gripper_cmd", joint)
    hand.allow_stalling = allowed
    gripper = CommandedGripper(InProcess(bus), "/hand/gripper_cmd", Fingers("/hand/gripper_cmd", "finger", 0.0, 0.08, bool(joint)), 0.08)
    gripper.send(0.0, 10.0)
    for i in range(60):
        bus.advance(DT)
        hand.update(i * DT, 0.04, 0.0, 10.0)  # something 4 cm wide is between the fingers
    bus.advance(DT)
    status, result = gripper.goal.result.result(0)
    assert (status, result.stalled, result.reached_goal) == (SUCCEEDED if allowed else ABORTED, True, False)
    assert gripper.goals.fault() == ""


def test_a_gripper_that_refuses_its_goal_is_a_fault():
    cell = Cell()
    cell.fake.hands["gripper"].switch(False)
    cell.robot.send({"gripper": np.array([0.03, 12.0])})
    cell.bus.advance(0.1)
    assert "does not take the goal" in cell.robot.grippers["gripper"].goals.fault()


@pytest.mark.parametrize("distribution", ["jazzy", "humble"])
def test_controllers_are_listed_and_switched_in_the_layout_of_either_distribution(distribution):
    cell = Cell(vendor="", bus=Bus(types=TYPES if distribution == "jazzy" else Interfaces("humble")))
    manager = ControllerManager(InProcess(cell.bus))
    listed = manager.list()
    cell.bus.advance(0.1)
    assert {n for n, c in listed.result(0).items() if c.active} == {"joint_trajectory_controller", "gripper_controller"}
    assert listed.result(0)["forward_position_controller"].state == "inactive"
    assert "elbow_joint/position" in listed.result(0)["joint_trajectory_controller"].claims
    switched = manager.switch(deactivate=("joint_trajectory_controller",))
    cell.bus.advance(0.1)
    assert not switched.result(0)["joint_trajectory_controller"].active
    assert not cell.fake.arms["arm"].active
    again = manager.switch(activate=("joint_trajectory_controller",))
    cell.bus.advance(0.1)
    assert again.result(0)["joint_trajectory_controller"].active


def test_two_controllers_never_have_the_same_joints():
    bus = Bus(types=TYPES)
    one, other = (GripperController(InProcess(bus), "/hand/gripper_cmd", j) for j in ("", "finger"))
    other.active = False
    FakeManager(InProcess(bus), "/controller_manager", {"one": one, "other": other})
    manager = ControllerManager(InProcess(bus))
    refused = manager.switch(activate=("other",))
    bus.advance(0.1)
    with pytest.raises(LinkLost, match="not switched: other claims joints that one has"):
        refused.result(0)
    assert one.active and not other.active
    switched = manager.switch(activate=("other",), deactivate=("one",))
    bus.advance(0.1)
    assert switched.result(0)["other"].active and not one.active


def test_a_controller_that_is_not_loaded_is_named():
    cell = Cell(vendor="")
    refused = ControllerManager(InProcess(cell.bus)).switch(activate=("joint_trajectory_controler",))
    cell.bus.advance(0.1)
    with pytest.raises(LinkLost, match="no controller named joint_trajectory_controler"):
        refused.result(0)


def test_a_switch_that_is_not_seen_in_the_list_was_none():
    cell = Cell(vendor="")
    cell.fake.arms["arm"].switch = lambda active: None
    switched = ControllerManager(InProcess(cell.bus)).switch(deactivate=("joint_trajectory_controller",))
    cell.bus.advance(0.1)
    with pytest.raises(LinkLost, match="is still active though the controller manager said that it was switched"):
        switched.result(0)


def test_without_a_controller_manager_it_is_said():
    manager = ControllerManager(InProcess(Bus(types=TYPES)))
    with pytest.raises(LinkLost, match="nobody offers the service /controller_manager/list_controllers"):
        manager.list().result(0)


def test_an_arm_in_normal_mode_moves_and_in_protective_stop_is_stopped_for_good():
    cell = Cell()
    cell.swing(0.5)
    assert cell.guarded.level is Level.RUNNING, cell.guarded.reason
    moved = cell.body.observe().parts["arm"].q[0]
    cell.fake.pendant.protective_stop()
    cell.swing(0.5)
    assert cell.guarded.level is Level.STOPPED
    assert "PROTECTIVE_STOP: a person looks what stopped it" in cell.guarded.reason
    sent = cell.robot.published
    cell.swing(0.5)
    assert cell.robot.published == sent
    assert cell.body.observe().parts["arm"].q[0] == pytest.approx(moved, abs=0.05)


def test_a_stop_that_is_unlocked_on_the_robot_is_not_undone_here():
    cell = Cell()
    cell.swing(0.1)
    cell.fake.pendant.protective_stop()
    cell.swing(0.2)
    dashboard = Dashboard(InProcess(cell.bus))
    early = dashboard.ask("unlock_protective_stop", person=True)
    cell.bus.advance(0.1)
    with pytest.raises(LinkLost, match="refused unlock_protective_stop: Cannot unlock protective stop until 5s"):
        early.result(0)
    cell.bus.advance(6.0)
    for what in ("unlock_protective_stop", "play"):
        asked = dashboard.ask(what, person=True)
        cell.bus.advance(0.1)
        asked.result(0)
    assert not cell.robot.fault()
    cell.swing(0.3)
    assert cell.guarded.level is Level.STOPPED
    cell.guarded.reset_stop(person=True)
    cell.bus.advance(0.3)
    cell.swing(0.3)
    assert cell.guarded.level is Level.RUNNING, cell.guarded.reason


@pytest.mark.parametrize("what", ["unlock_protective_stop", "play", "power_on", "brake_release", "restart_safety"])
def test_what_lets_the_arm_move_again_is_only_for_a_person(what):
    with pytest.raises(PermissionError, match="only a person may ask"):
        Dashboard(InProcess(Bus(types=TYPES))).ask(what)


def test_the_dashboard_s_stop_stops_the_program_and_the_arm():
    cell = Cell()
    cell.swing(0.3)
    Dashboard(InProcess(cell.bus)).stop()
    cell.bus.advance(0.1)
    assert not cell.fake.arms["arm"].active
    assert "no program runs on the arm" in cell.robot.fault()


def test_modes_are_heard_by_who_comes_late_and_none_at_all_is_no_leave_to_move():
    cell = Cell()
    late = Ros2Robot(BODY, InProcess(cell.bus), cell.wiring, OnBus(cell.bus))
    assert "nothing was heard on /io_and_status_controller/safety_mode" in late.modes.fault()
    cell.bus.advance(0.1)
    assert late.modes.fault() == ""
    cell.fake.pendant.robot = 5
    cell.fake.pendant.tell()
    cell.bus.advance(0.1)
    assert "the arm is IDLE, not RUNNING" in late.modes.fault()
