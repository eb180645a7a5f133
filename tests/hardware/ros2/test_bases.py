"""Bases by Twist or TwistStamped, their odometry and time-out, and drives by Nav2, on a simulated clock."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import DT, TYPES, OnBus

from heedful.geometry import Pose
from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.robots.diff_drive import diff_drive
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.fake.steering import FakeNavigator
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.navigate import Navigator
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import LinkLost
from heedful.hardware.ros2.wiring import Wheels, Wiring
from heedful.types import Action, Twist

BODY = diff_drive()


class Floor:
    """A base and its fake on one bus."""

    def __init__(self, stamped: bool | None = True, simulated: bool = False) -> None:
        self.bus = Bus(types=TYPES)
        self.body = MujocoRobot.alone(BODY) if simulated else FakeRobot(BODY.parts, DT)
        wiring = Wiring.of(BODY)
        self.fake = FakePeer(InProcess(self.bus), self.body, replace(wiring, bases={"base": Wheels(stamped=stamped)}))
        self.navigator = FakeNavigator(InProcess(self.bus), self.fake.bases["base"])
        self.frozen = False
        self.robot = Ros2Robot(BODY, InProcess(self.bus), pace=OnBus(self.bus))
        self._tick()
        self.bus.advance(2 * DT)

    def _tick(self) -> None:
        if not self.frozen:
            self.navigator.update(self.body.observe())
            self.fake.update()
        self.bus.later(DT, self._tick)

    @property
    def q(self):
        return self.body.observe().parts["base"].q

    def drive(self, seconds: float, *speeds: float) -> None:
        for _ in range(round(seconds / DT)):
            self.robot.send({"base": np.array(speeds)})


@pytest.mark.parametrize("stamped", [True, False])
def test_a_base_is_driven_by_the_kind_of_twist_that_it_listens_for(stamped):
    floor = Floor(stamped)
    floor.drive(1.0, 0.2, 0.0, 0.0)
    assert floor.q[0] == pytest.approx(0.2, abs=0.02)
    assert floor.robot.bases["base"].stamped() is stamped
    assert floor.fake.bases["base"].dropped == 0


def test_a_base_in_physics_goes_on_an_arc_and_not_sideways():
    floor = Floor(simulated=True)
    floor.drive(2.0, 0.2, 0.0, 0.5)
    x, y, yaw = floor.q
    assert yaw == pytest.approx(1.0, abs=0.06)
    assert (x, y) == (pytest.approx(0.4 * np.sin(1.0), abs=0.02), pytest.approx(0.4 * (1 - np.cos(1.0)), abs=0.02))
    seen = floor.robot.observe().parts["base"]
    assert seen.q == pytest.approx(floor.q, abs=0.02)
    assert seen.pose.yaw == pytest.approx(yaw, abs=0.02)
    c, s = np.cos(yaw), np.sin(yaw)
    assert -s * seen.dq[0] + c * seen.dq[1] == pytest.approx(0.0, abs=0.01)


def test_a_base_that_is_left_out_of_a_command_is_stopped_with_zeros_and_then_left_alone():
    floor = Floor()
    floor.drive(0.5, 0.2, 0.0, 0.0)
    for _ in range(20):
        floor.robot.send({})
    rest, sent = floor.q.copy(), floor.robot.published
    for _ in range(20):
        floor.robot.send({})
    assert floor.q == pytest.approx(rest, abs=1e-9)
    assert floor.robot.published == sent


def test_a_base_stops_by_itself_when_nobody_drives_it_any_more():
    floor = Floor()
    floor.drive(0.5, 0.2, 0.0, 0.0)
    before = floor.q[0]
    floor.bus.advance(2.0)  # as if our process had died
    assert floor.q[0] == pytest.approx(before + 0.2 * 0.5, abs=0.02)
    rest = floor.q.copy()
    floor.bus.advance(1.0)
    assert floor.q == pytest.approx(rest)


def test_speeds_with_a_stamp_older_than_the_time_out_move_nothing():
    floor = Floor()
    floor.bus.advance(1.0)
    base = floor.robot.bases["base"]
    base.odometry.robot_time = lambda: 0.1
    base.drive(np.array([0.2, 0.0, 0.0]))
    floor.bus.advance(1.0)
    assert floor.q == pytest.approx([0, 0, 0])
    assert floor.fake.bases["base"].dropped == 1


def test_odometry_that_grows_stale_is_a_protective_stop():
    floor = Floor()
    guarded = GuardedRobot(floor.robot, BODY, floor.robot._body)
    ahead = Action({"base": Twist(0.2, 0.0, 0.0)})
    for _ in range(10):
        guarded.apply(ahead, guarded.observe())
    assert guarded.level is Level.RUNNING and floor.q[0] > 0.02
    floor.frozen = True
    for _ in range(12):
        guarded.apply(ahead, guarded.observe())
    assert guarded.level is Level.STOPPED and "s old" in guarded.reason
    left: list[float] = []
    InProcess(floor.bus).subscribe("/cmd_vel", "geometry_msgs/msg/TwistStamped", lambda m: left.append(m.twist.linear.x))
    for _ in range(30):
        guarded.apply(ahead, guarded.observe())
    assert not any(left)
    assert floor.q[0] < 0.2


def test_turns_are_counted_and_not_wrapped():
    floor = Floor()
    floor.drive(3.0, 0.0, 0.0, 2.5)
    assert floor.robot.observe().parts["base"].q[2] == pytest.approx(7.5, abs=0.1)
    assert not floor.robot.fault()


def test_a_second_driver_of_the_base_is_refused():
    floor = Floor()
    floor.drive(0.1, 0.1, 0.0, 0.0)
    InProcess(floor.bus).publisher("/cmd_vel", "geometry_msgs/msg/TwistStamped")
    with pytest.raises(LinkLost, match="two masters"):
        floor.robot.send({"base": np.zeros(3)})


def test_nobody_who_listens_for_speeds_is_said_in_a_sentence():
    bus = Bus(types=TYPES)
    robot = Ros2Robot(BODY, InProcess(bus), pace=OnBus(bus))
    assert robot.missing() == ["/cmd_vel"]
    with pytest.raises(LinkLost, match="takes neither Twist nor TwistStamped: nobody listens there"):
        robot.bases["base"].drive(np.zeros(3))


def test_nav2_drives_to_a_pose_and_tells_what_is_left():
    floor = Floor()
    navigator = Navigator(InProcess(floor.bus), frame="odom")
    goal = navigator.go(Pose.at(0.5, 0.2, 0.0))
    floor.bus.advance(1.0)
    assert navigator.outcome(goal) is None and 0.1 < navigator.left < 0.6
    floor.bus.advance(20.0)
    assert navigator.outcome(goal).ok
    assert floor.q[:2] == pytest.approx([0.5, 0.2], abs=0.06)


def test_a_later_drive_takes_the_place_of_the_one_before():
    floor = Floor()
    navigator = Navigator(InProcess(floor.bus), frame="odom")
    first = navigator.go(Pose.at(2.0, 0.0, 0.0))
    floor.bus.advance(1.0)
    second = navigator.go(Pose.at(0.1, 0.0, 0.0))
    assert navigator.outcome(first).code == "superseded"
    floor.bus.advance(20.0)
    assert navigator.outcome(second).ok


def test_a_drive_that_is_cancelled_stops_where_it_is():
    floor = Floor()
    navigator = Navigator(InProcess(floor.bus), frame="odom")
    goal = navigator.go(Pose.at(2.0, 0.0, 0.0))
    floor.bus.advance(1.0)
    navigator.cancel()
    floor.bus.advance(0.2)
    assert navigator.outcome(goal).code == "cancelled"
    rest = floor.q.copy()
    floor.bus.advance(1.0)
    assert floor.q == pytest.approx(rest, abs=1e-6)


def test_a_goal_that_cannot_be_reached_is_aborted_with_the_number_of_nav2():
    floor = Floor()
    navigator = Navigator(InProcess(floor.bus), frame="odom")
    goal = navigator.go(Pose.at(100.0, 0.0, 0.0))
    floor.bus.advance(0.5)
    assert navigator.outcome(goal).code == "navigation"
    assert "Nav2 error" in navigator.outcome(goal).sentence
