"""The drivers on a simulated clock: the whole seam, the fake's controllers and the envelope in one process, and faults between them."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import BODY, DT, TYPES, OnBus, Table

from heedful.hardware.limits import Level
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import ABORTED, CANCELED, SUCCEEDED, LinkLost
from heedful.types import Action, Grip


@pytest.fixture
def table() -> Table:
    return Table()


def test_a_streamed_arm_goes_where_it_is_sent(table):
    start = table.q.copy()
    table.swing(1.0)
    assert table.guarded.level is Level.RUNNING, table.guarded.reason
    assert table.q[0] == pytest.approx(start[0] + 0.5, abs=0.03)
    assert table.q[1:] == pytest.approx(start[1:], abs=1e-6)


def test_a_gripper_goes_to_a_width_and_is_told_once(table):
    for _ in range(50):
        table.guarded.apply(Action({"gripper": Grip(0.03, 10.0)}), table.guarded.observe())
    assert table.robot.observe().parts["gripper"].width == pytest.approx(0.03, abs=1e-6)
    assert table.robot.grippers["gripper"].goal.result.result(0)[0] == SUCCEEDED


def test_joints_are_taken_by_name_in_whatever_order_they_come(table):
    before = table.robot.observe().parts["arm"].q
    table.fake.fault("permuted")
    table.bus.advance(0.1)
    assert table.robot.joints.fault() == ""
    assert table.robot.observe().parts["arm"].q == pytest.approx(before)


def test_numbers_under_other_names_are_a_fault_and_not_a_motion(table):
    table.fake.fault("shuffled")
    table.bus.advance(0.1)
    assert "no motion of its own" in table.robot.joints.fault()


@pytest.mark.parametrize("fault", ["silent", "nan", "shuffled", "frozen"])
def test_a_fault_of_the_joint_states_latches_a_stop_within_200_ms_and_nothing_moves_after_it(table, fault):
    table.swing(0.3)
    if fault == "frozen":
        table.frozen = True
    else:
        table.fake.fault(fault)
    at = table.bus.time
    while table.guarded.level is Level.RUNNING:
        table.swing(DT)
        assert table.bus.time < at + 0.2, "not stopped within 200 ms"
    assert table.guarded.reason
    table.frozen = False
    table.fake.well()
    table.bus.advance(0.2)
    rest = table.q.copy()
    table.swing(0.5)
    assert table.q == pytest.approx(rest, abs=1e-9), "a stop that was not latched"
    assert table.guarded.level is Level.STOPPED
    table.guarded.reset_stop(person=True)
    table.bus.advance(0.1)
    table.swing(0.5)
    assert table.q[0] > rest[0] + 0.1, "a person's reset did not let it go on"


def test_what_is_no_number_never_becomes_an_observation(table):
    table.fake.fault("nan")
    table.bus.advance(0.06)
    assert np.isfinite(table.robot.observe().parts["arm"].q).all()


def test_two_masters_are_refused(table):
    InProcess(table.bus).publisher("/joint_trajectory_controller/joint_trajectory", "trajectory_msgs/msg/JointTrajectory")
    with pytest.raises(LinkLost, match="two masters"):
        table.robot.send({"arm": table.q})


def test_nothing_is_sent_before_the_joints_are_known():
    bus = Bus(types=TYPES)
    robot = Ros2Robot(BODY, InProcess(bus), pace=OnBus(bus))
    with pytest.raises(LinkLost, match="does not tell of shoulder_pan_joint"):
        robot.send({"arm": np.array(BODY.parts["arm"].home)})
    assert robot.published == 0


def test_a_trajectory_is_followed_to_its_end(table):
    start = table.q.copy()
    goal = table.robot.arms["arm"].follow(start + np.outer([0.1, 0.2], np.eye(6)[2]), [0.5, 1.0])
    table.bus.advance(1.5)
    assert goal.accepted.result(0) and goal.result.result(0)[0] == SUCCEEDED
    assert table.q[2] == pytest.approx(start[2] + 0.2, abs=1e-6)


def test_a_cancelled_trajectory_stops_where_it_is(table):
    start = table.q.copy()
    goal = table.robot.arms["arm"].follow(start[None] + np.eye(6)[2], [2.0])
    table.bus.advance(1.0)
    goal.cancel()
    table.bus.advance(1.5)
    assert goal.result.result(0)[0] == CANCELED
    assert start[2] + 0.3 < table.q[2] < start[2] + 0.7


def test_a_later_goal_ends_the_one_before_without_waiting_for_the_robot(table):
    arm, start = table.robot.arms["arm"], table.q.copy()
    first = arm.follow(start[None] + np.eye(6)[2], [2.0])
    table.bus.advance(0.3)
    second = arm.follow(start[None] - 0.1 * np.eye(6)[2], [1.0])
    assert first.result.result(0)[0] == ABORTED
    table.bus.advance(1.5)
    assert second.result.result(0)[0] == SUCCEEDED
    assert table.q[2] == pytest.approx(start[2] - 0.1, abs=1e-6)


@pytest.mark.parametrize("times", [[1.0, 0.5], [0.5, 0.5]])
def test_times_that_do_not_grow_are_rejected(table, times):
    goal = table.robot.arms["arm"].follow(np.array([table.q, table.q]), times)
    table.bus.advance(0.1)
    assert goal.accepted.result(0) is False
    assert goal.result.result(0)[0] == ABORTED


def test_an_arm_that_does_not_follow_has_its_goal_aborted_and_is_held(table):
    start = table.q.copy()
    goal = table.robot.arms["arm"].follow(start[None] + 3.0 * np.eye(6)[0], [0.1])  # 30 rad/s, where it has 3
    table.bus.advance(0.5)
    status, result = goal.result.result(0)
    assert (status, result.error_code) == (ABORTED, -4)
    rest = table.q.copy()
    table.bus.advance(0.5)
    assert table.q == pytest.approx(rest, abs=1e-6)


def test_an_inactive_controller_takes_nothing(table):
    node = InProcess(table.bus)
    kind = "controller_manager_msgs/srv/SwitchController"
    request = node.make(f"{kind}_Request", deactivate_controllers=["joint_trajectory_controller"], strictness=2)
    told = node.call("/controller_manager/switch_controller", kind, request)
    table.bus.advance(0.1)
    assert told.result(0).ok
    goal = table.robot.arms["arm"].follow(table.q[None], [0.5])
    table.bus.advance(0.1)
    assert goal.accepted.result(0) is False
    kind = "controller_manager_msgs/srv/ListControllers"
    listed = node.call("/controller_manager/list_controllers", kind, node.make(f"{kind}_Request"))
    table.bus.advance(0.1)
    assert {c.name: c.state for c in listed.result(0).controller} == {
        "joint_trajectory_controller": "inactive",
        "forward_position_controller": "inactive",
        "gripper_controller": "active",
    }


def test_physics_behind_the_seam_follows_as_physics_without_it():
    """The same targets, streamed over ROS 2 and sent to the simulated robot directly, end within a millirad."""
    table, direct = Table(simulated=True), MujocoRobot.alone(BODY)
    start = table.q.copy()
    for i in range(1, 51):
        target = start + 0.4 * (i / 50) * np.eye(6)[1]
        table.robot.send({"arm": target})
        direct.send({"arm": target})
    table.robot.send({})
    table.robot.send({})
    direct.send({})
    assert table.q == pytest.approx(direct.observe().parts["arm"].q, abs=2e-3)
