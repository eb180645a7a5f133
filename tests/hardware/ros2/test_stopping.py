"""What stops a robot on ROS 2, how hard, and what never starts: on a simulated clock, everything through its bytes."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import TYPES

from heedful.app.bench.ros2.faults import GOALS, HARMLESS, STREAMED, stopped_by, unharmed
from heedful.app.bench.ros2.rigs import BODY, DT
from heedful.app.bench.ros2.simulated import OnBus, Simulated
from heedful.hardware.limits import Level
from heedful.hardware.ros2.fake.faults import FAULTS, LATE
from heedful.hardware.ros2.goals import ACCEPT
from heedful.hardware.ros2.inprocess import InProcess
from heedful.hardware.ros2.ladder import ANSWER, REST
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import CANCELED, LinkLost

SWITCH = "controller_manager_msgs/srv/SwitchController"


@pytest.fixture
def table() -> Simulated:
    return Simulated(TYPES)


def active(table: Simulated) -> bool:
    return table.fake.arms["arm"].active


def test_every_fault_there_is_is_tried():
    assert set(FAULTS) | {"frozen", "killed"} == {*STREAMED, *GOALS, *HARMLESS, "no_cancel", "deaf"}


@pytest.mark.parametrize("fault", [*GOALS, *STREAMED])
def test_a_fault_is_held_within_200_ms_of_being_observable_latches_and_is_said_in_a_sentence(table, fault):
    stop = stopped_by(table, fault)
    assert stop.ok, stop


@pytest.mark.parametrize("fault", HARMLESS)
def test_what_is_known_nevertheless_stops_nothing(table, fault):
    assert unharmed(table, fault) == ""


def test_a_goal_is_sent_once_whatever_becomes_of_its_answer(table):
    asked: list[bytes] = []
    handler = table.bus.services["/joint_trajectory_controller/follow_joint_trajectory/_action/send_goal"]
    heard = lambda request, reply: (asked.append(bytes(request.goal_id.uuid)), handler(request, reply))
    table.bus.services["/joint_trajectory_controller/follow_joint_trajectory/_action/send_goal"] = heard
    for fault in ("lost_reply", "late_accept"):
        table.fault(fault)
        table.follow(0.3, 0.05)
        table.idle(2.0)
        table.well()
        table.idle(1.5)
        assert len(asked) == len(set(asked)) == (1 if fault == "lost_reply" else 2)


@pytest.mark.parametrize("late", [LATE, ACCEPT + 0.05])
def test_a_goal_accepted_after_the_stop_does_not_move_the_arm(table, late, monkeypatch):
    monkeypatch.setattr("heedful.hardware.ros2.fake.faults.LATE", late)
    table.fault("late_accept")
    start = table.q
    table.follow(2.0, 1.0)
    table.idle(3.5)
    assert table.stopped
    assert np.abs(table.q - start).max() < 0.05


def test_an_answered_cancel_is_as_far_as_the_ladder_is_climbed(table):
    goal = table.follow(2.0, 0.5)
    table.idle(0.5)
    table.guarded.halt()
    table.idle(1.0)
    assert goal.result.result(0)[0] == CANCELED
    assert len(table.robot.ladder.climbed) == 1 and active(table)
    assert table.guarded.level is Level.HOLD, "a stop that was answered is one that a person's word resumes"


def test_a_cancel_that_nobody_answers_climbs_to_all_goals_and_then_to_the_controllers(table):
    table.fault("no_cancel")
    table.fault("deaf")
    table.follow(5.0, 1.0)
    table.idle(0.5)
    table.guarded.halt()
    at = table.now()
    while active(table):
        table.idle(DT)
        assert table.now() < at + 2 * ANSWER + 4 * DT, "not deactivated in time"
    table.idle(0.2)
    rest = table.q
    table.idle(1.0)
    assert np.abs(table.q - rest).max() < 1e-6
    assert table.stopped and "nobody answered" in table.guarded.reason and "deactivated" in table.guarded.reason


def test_an_arm_that_goes_on_moving_though_told_to_hold_is_deactivated(table):
    table.swing(0.5)
    table.fault("deaf")
    node = InProcess(table.bus)
    arm = table.fake.arms["arm"]
    arm._streamed(node.make("trajectory_msgs/msg/JointTrajectory", joint_names=list(arm.joints), points=points(node, table.q + 2.0, 5.0)))
    table.guarded.halt()
    table.idle(2 * REST + 0.3)
    assert not active(table) and table.stopped and "still moving" in table.guarded.reason


def points(node: InProcess, q: np.ndarray, seconds: int) -> list:
    after = node.make("builtin_interfaces/msg/Duration", sec=int(seconds))
    return [node.make("trajectory_msgs/msg/JointTrajectoryPoint", positions=q, time_from_start=after)]


def test_where_nothing_else_is_heeded_the_maker_s_own_stop_is_called(table):
    table.swing(0.5)
    table.frozen = True
    for service in list(table.bus.services):
        if "maker" not in service:
            del table.bus.services[service]
    table.swing(0.3)
    table.idle(1.5)
    assert table.fake.stopped == 1
    assert len(table.robot.ladder.climbed) == 4


def test_a_person_s_reset_activates_what_a_stop_deactivated_and_nothing_else_does(table):
    table.fault("no_cancel")
    table.follow(5.0, 1.0)
    table.idle(0.3)
    table.guarded.stop("for a try")
    table.idle(1.0)
    assert not active(table)
    table.well()
    table.idle(2.0)
    table.swing(0.5)
    assert not active(table), "it came on again by itself"
    start = table.q
    assert table.reset()
    table.swing(0.5)
    assert active(table) and np.abs(table.q - start).max() > 0.1


def test_controllers_that_cannot_be_activated_again_are_told_of(table):
    table.fault("no_cancel")
    table.follow(5.0, 1.0)
    table.idle(0.3)
    table.guarded.stop("for a try")
    table.idle(1.0)
    del table.bus.services["/controller_manager/switch_controller"]
    table.reset()
    table.swing(0.1)
    assert "could not be activated again" in table.guarded.reason


def test_a_goal_that_runs_already_is_neither_adopted_nor_stopped(table):
    first = table.follow(3.0, 0.6)
    table.rest(0.3)
    table.robot.transport.close()  # as where the program that gave it has died
    later = Ros2Robot(BODY, InProcess(table.bus), pace=OnBus(table.bus), body=table.robot._body)
    table.rest(0.1)
    with pytest.raises(LinkLost, match="not ours"):
        later.send({"arm": table.q})
    later.hold()
    later.close()
    assert later.published == 0
    table.rest(3.5)
    assert first.result.done() and first.result.result()[0] == 4, "somebody else's goal was stopped"


def test_where_there_are_two_masters_only_what_is_ours_is_stopped(table):
    table.swing(0.3)
    table.fault("second_publisher")
    table.swing(0.1)
    table.idle(2.0)
    assert table.stopped and len(table.robot.ladder.climbed) == 1 and active(table)


def test_leaving_a_robot_that_was_never_commanded_publishes_nothing(table):
    table.guarded.hold()
    table.robot.close()
    table.rest(0.1)
    assert not table.left


def test_leaving_cancels_what_is_under_way(table, monkeypatch):
    goal = table.follow(5.0, 1.0)
    table.rest(0.5)
    monkeypatch.setattr("heedful.hardware.ros2.robot.time.sleep", table.rest)  # whoever waits lets simulated time pass
    table.robot.close()
    assert goal.result.result(0)[0] == CANCELED
    rest = table.q
    table.rest(0.5)
    assert np.abs(table.q - rest).max() < 0.02


ENDING = """
import atexit, os, signal, sys
from heedful.app.bench.ros2.simulated import Simulated
from heedful.hardware.ros2 import leaving, robot
table = Simulated()
goal = table.follow(5.0, 1.0)
atexit.register(lambda: print("asked last"))
table.rest(0.5)
robot.time.sleep = table.rest
atexit.unregister(leaving._close_all)
atexit.register(lambda: print(goal.result.done() and goal.result.result()[0]))
atexit.register(leaving._close_all)
{}
"""


def test_however_a_program_ends_what_is_under_way_is_cancelled():
    ends = {"raise ValueError": 1, "os.kill(os.getpid(), signal.SIGTERM)": 143, "os.kill(os.getpid(), signal.SIGHUP)": 129}
    made = [subprocess.Popen([sys.executable, "-c", ENDING.format(end)], stdout=-1, stderr=-1, text=True) for end in ends]
    for one, code in zip(made, ends.values(), strict=True):
        said, complaint = one.communicate(timeout=120)
        assert one.returncode == code, complaint
        assert said.split() == [str(CANCELED), "asked", "last"]


def test_a_late_message_of_the_joints_is_passed_over_and_a_clock_that_goes_back_is_a_fault(table):
    table.swing(0.2)
    node, heard = InProcess(table.bus), table.robot.joints

    def told(ago: float) -> None:
        whole, rest = divmod(round((heard.stamp - ago) * 1e9), 10**9)
        header = node.make("std_msgs/msg/Header", stamp=node.make("builtin_interfaces/msg/Time", sec=whole, nanosec=rest))
        heard._heard(node.make("sensor_msgs/msg/JointState", header=header, name=list(heard.names), position=np.zeros(len(heard.names))))

    before = heard.stamp
    told(0.05)
    assert heard.stamp == before and not heard.fault()
    told(0.5)
    assert "clock jumped by -0.5 s" in heard.fault()
