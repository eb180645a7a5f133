"""An arm driven each way that there is, by configuration alone, behind the same envelope, on a simulated clock."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import BODY, DT, TYPES, OnBus

from heedful.hardware.body import RobotBody
from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import LinkLost
from heedful.hardware.ros2.wiring import Wiring
from heedful.types import Action, JointTarget

NAMES = {"forward": "forward_position_controller", "servo": "servo_node"}
WAYS = ("stream", "chunks", "sessions", "forward", "servo")


class Bench:
    """A UR5e and its fake, driven one way."""

    def __init__(self, way: str, watchdog: bool = True, smooths: bool = False) -> None:
        self.bus = Bus(types=TYPES)
        self.body = FakeRobot(BODY.parts, DT)
        self.fake = FakePeer(InProcess(self.bus), self.body, Wiring.of(BODY))
        self.controller = self.fake.arms["arm"]
        self.controller.smooths = smooths
        if way == "forward":
            self.controller.switch(False)
            self.fake.forwards["arm"].switch(True)
            self.fake.forwards["arm"].watchdog = 0.1
        wiring = replace(Wiring.of(BODY, NAMES.get(way, "joint_trajectory_controller")), way=way, watchdog=watchdog)
        self.robot = Ros2Robot(BODY, InProcess(self.bus), wiring, OnBus(self.bus))
        self.arm = self.robot.arms["arm"]
        self.guarded = GuardedRobot(self.robot, BODY, self.robot._body)
        self.frozen = False
        self.trace: list[np.ndarray] = []
        self._tick()
        self.arm.ready()
        self.bus.advance(2 * DT)
        assert not self.robot.missing()

    def _tick(self) -> None:
        if not self.frozen:
            self.fake.update()
        self.trace.append(self.q.copy())
        self.bus.later(DT, self._tick)

    @property
    def q(self):
        return self.body.observe().parts["arm"].q

    def swing(self, seconds: float, speed: float = 0.5) -> None:
        for _ in range(round(seconds / DT)):
            seen = self.guarded.observe()
            last = self.guarded.envelope.last.get("arm", seen.parts["arm"].q)
            self.guarded.apply(Action({"arm": JointTarget(last + speed * DT * np.eye(6)[0])}), seen)

    def rest(self, seconds: float) -> None:
        self.swing(seconds, 0.0)


@pytest.mark.parametrize("way", WAYS)
def test_an_arm_goes_where_it_is_sent_whichever_way_it_is_driven(way):
    bench = Bench(way)
    start = bench.q.copy()
    bench.swing(1.0)
    bench.rest(1.5)
    assert bench.guarded.level is Level.RUNNING, bench.guarded.reason
    assert bench.q[0] == pytest.approx(start[0] + 0.5, abs=0.01)
    assert bench.q[1:] == pytest.approx(start[1:], abs=1e-4)
    speeds = np.diff(np.array(bench.trace), axis=0) / DT
    assert np.abs(speeds).max() < 0.9, "no faster than asked, but for what a lag is made up with"


@pytest.mark.parametrize("way", WAYS)
def test_an_arm_that_is_halted_stops_whichever_way_it_is_driven(way):
    bench = Bench(way)
    bench.swing(0.7)
    bench.guarded.halt()
    bench.swing(0.6)
    rest = bench.q.copy()
    bench.swing(0.5)
    assert bench.q == pytest.approx(rest, abs=1e-3)
    moving = bench.trace[-round(1.1 / DT)]
    assert abs(rest[0] - moving[0]) < 0.08, "what it still went after it was halted"


@pytest.mark.parametrize("way", WAYS)
def test_an_arm_whose_driver_dies_stops_by_itself_soon(way):
    bench = Bench(way)
    bench.swing(0.7)
    before = bench.q[0]
    bench.bus.advance(1.0)
    rest = bench.q.copy()
    bench.bus.advance(1.0)
    assert bench.q == pytest.approx(rest, abs=1e-6)
    assert rest[0] - before < 0.5 * 0.25 + 0.02


@pytest.mark.parametrize("way", WAYS)
def test_a_second_master_is_refused_whichever_way_an_arm_is_driven(way):
    bench = Bench(way)
    bench.swing(0.1)
    kinds = {"forward": "std_msgs/msg/Float64MultiArray", "servo": "control_msgs/msg/JointJog"}
    InProcess(bench.bus).publisher(bench.arm.topic, kinds.get(way, "trajectory_msgs/msg/JointTrajectory"))
    bench.swing(0.1)
    assert bench.guarded.level is Level.STOPPED and "two masters" in bench.guarded.reason


def test_a_way_that_is_not_known_is_named():
    with pytest.raises(ValueError, match="no way of driving an arm named 'teleport'; known: stream, chunks, sessions, forward, servo"):
        Ros2Robot(BODY, InProcess(Bus(types=TYPES)), replace(Wiring.of(BODY), way="teleport"))


def test_a_controller_that_holds_for_ever_is_refused_without_a_watchdog():
    with pytest.raises(ValueError, match=r"holds its last command for ever.*robot.watchdog=true"):
        Bench("forward", watchdog=False)


def test_a_session_is_short_and_each_is_followed_to_its_end():
    bench = Bench("sessions")
    bench.swing(2.0)
    assert bench.guarded.level is Level.RUNNING, bench.guarded.reason
    assert 5 <= bench.arm.sent <= 11


def test_a_session_that_is_stretched_by_speed_scaling_is_not_timed_out():
    bench = Bench("sessions")
    bench.controller.scale = 0.3
    start = bench.q[0]
    bench.swing(1.0)
    bench.rest(6.0)
    assert bench.guarded.level is Level.RUNNING, bench.guarded.reason
    assert bench.q[0] == pytest.approx(start + 0.5, abs=0.01)


def test_an_arm_that_comes_no_nearer_is_given_up():
    bench = Bench("sessions")
    bench.swing(0.5)
    bench.controller.scale = 0.0
    bench.swing(1.0)
    bench.rest(3.0)
    assert bench.guarded.level is Level.STOPPED
    assert "has come no nearer its target for 2 s" in bench.guarded.reason or "behind its targets" in bench.guarded.reason


def test_a_session_that_is_refused_stops_the_arm_with_a_reason():
    bench = Bench("sessions")
    bench.controller.switch(False)
    bench.swing(1.0)
    assert bench.guarded.level is Level.STOPPED and "does not take the goal" in bench.guarded.reason


@pytest.mark.parametrize("smooths", [False, True])
def test_positions_are_smoothed_where_the_controller_offers_it_and_else_it_is_said(smooths):
    bench = Bench("chunks", smooths=smooths)
    assert bench.arm.smooths is smooths
    assert ("smooths positions (positions_upsampling)" if smooths else "unknown to it") in bench.arm.told
    bench.swing(1.0)
    assert bench.guarded.level is Level.RUNNING, bench.guarded.reason
    bench.rest(0.5)


def test_smoothed_targets_come_with_less_jerk_than_those_joined_by_straight_lines():
    roughness = {}
    for smooths in (False, True):
        bench = Bench("chunks", smooths=smooths)
        start = bench.q.copy()
        bench.rest(0.1)
        for i in range(60):  # a policy at 10 Hz: one target each fifth period
            if i % 5 == 0:
                bench.arm.stream(start + 0.03 * np.sin(0.3 * i) * np.eye(6)[0], 5 * DT)
            bench.bus.advance(DT)
        roughness[smooths] = float(np.abs(np.diff(np.array(bench.trace)[-60:, 0], 2)).max())
    assert roughness[True] < 0.7 * roughness[False]


def test_servo_takes_nothing_that_is_stamped_too_long_ago():
    bench = Bench("servo")
    start = bench.q.copy()
    bench.robot.joints.robot_time = lambda: bench.bus.time - 1.0
    bench.swing(0.5)
    assert bench.q == pytest.approx(start, abs=1e-9)
    assert bench.fake.servos["arm"].late == bench.fake.servos["arm"].heard > 0


def test_servo_is_asked_for_the_kind_of_command_and_moves_the_tool_by_twists():
    bench = Bench("servo")
    kinematics = RobotBody(BODY)
    bench.fake.servos["arm"]._tool = lambda q: kinematics.fk("arm", q).pos
    before = kinematics.fk("arm", bench.q).pos
    with pytest.raises(LinkLost, match="takes no twists yet"):
        bench.arm.twist((0.1, 0, 0, 0, 0, 0), "base_link")
    bench.bus.advance(DT)
    for _ in range(25):
        bench.arm.twist((0.1, 0, 0, 0, 0, 0), "base_link")
        bench.bus.advance(DT)
    moved = kinematics.fk("arm", bench.q).pos - before
    assert moved == pytest.approx([0.05, 0, 0], abs=0.008)


def test_a_paused_servo_moves_nothing():
    bench = Bench("servo")
    bench.arm.pause()
    bench.bus.advance(DT)
    start = bench.q.copy()
    bench.swing(0.4)
    assert bench.q == pytest.approx(start, abs=1e-9)
