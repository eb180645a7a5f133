"""Each driver over real DDS on loopback, with its fake as a peer of its own: two participants, each on its own end."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

import numpy as np
import pytest

pytest.importorskip("cyclonedds", reason='ROS 2 without ROS needs cyclonedds: pip install "heedful[ros2]"')
pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from heedful.geometry import Pose
from heedful.hardware.fake import FakeRobot
from heedful.hardware.robots.diff_drive import diff_drive
from heedful.hardware.robots.g1 import MOTORS, g1
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.fake.eyes import FakeCamera, pattern
from heedful.hardware.ros2.fake.humanoid import FakeHumanoid
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.fake.steering import FakeNavigator
from heedful.hardware.ros2.managing import ControllerManager, settled
from heedful.hardware.ros2.navigate import Navigator
from heedful.hardware.ros2.remote import Lease
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import WrongDefinition
from heedful.hardware.ros2.unitree.wiring import unitree
from heedful.hardware.ros2.universal import Dashboard
from heedful.hardware.ros2.wiring import Lens, Wiring

PATIENCE = 30.0
"""A loaded machine is slow to discover [s]."""
UR = ur5e()


def until(true, seconds: float = PATIENCE) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(true())


class Link:
    """Two nodes, and whatever lives on the far one at 50 Hz."""

    def __init__(self, distribution: str = "jazzy") -> None:
        self.lease = Lease()
        self.near = DdsTransport("near", self.lease.domain, distribution=distribution)
        self.far = DdsTransport("far", self.lease.domain, distribution=distribution)
        self.ended = threading.Event()
        self.thread: threading.Thread | None = None

    def live(self, *updates) -> None:
        def run() -> None:
            while not self.ended.wait(0.02):
                for update in updates:
                    update()

        self.thread = threading.Thread(target=run)
        self.thread.start()

    def robot(self, body, wiring: Wiring) -> Ros2Robot:
        robot = Ros2Robot(body, self.near, wiring)
        for states in (robot.joints, *(b.odometry for b in robot.bases.values())):
            states.stale = PATIENCE  # what a loaded machine does to a clock is not what is tested here
        assert robot.joints.wait(PATIENCE), "nothing was heard"
        assert all(until(lambda b=b: b.odometry.complete) for b in robot.bases.values()), "no odometry was heard"
        assert until(lambda: not robot.missing()), robot.missing()
        return robot

    def close(self) -> None:
        self.ended.set()
        if self.thread is not None:
            self.thread.join()
        self.near.close()
        self.far.close()
        self.lease.close()


@pytest.fixture
def link(monkeypatch):
    monkeypatch.setattr("heedful.hardware.ros2.goals.ACCEPT", PATIENCE)
    made = Link()
    yield made
    made.close()


def test_a_base_is_driven_and_sent_to_a_pose(link):
    body = diff_drive()
    simulated = FakeRobot(body.parts, body.dt)
    peer = FakePeer(link.far, simulated, Wiring.of(body))
    steering = FakeNavigator(link.far, peer.bases["base"])
    link.live(lambda: steering.update(simulated.observe()), peer.update)
    robot = link.robot(body, Wiring.of(body))
    assert until(lambda: robot.send({"base": np.array([0.2, 0.0, 0.0])}) or time.sleep(0.02) or robot.observe().parts["base"].q[0] > 0.05)
    robot.send({})
    navigator = Navigator(link.near, frame="odom")
    assert until(navigator.ready)
    goal = navigator.go(Pose.at(0.25, 0.0, 0.0))
    assert until(lambda: navigator.outcome(goal) is not None) and navigator.outcome(goal).ok
    assert navigator.left is not None


def test_a_camera_is_seen_with_its_depth_where_it_stands(link):
    lens = Lens("/front/image_raw", "/front/camera_info", "/front/depth", "front_optical")
    peer = FakePeer(link.far, FakeRobot(UR.parts, UR.dt), Wiring.of(UR))
    eye = FakeCamera(link.far, lens, still=True)
    shown = [pattern(i, 0.1 * i, Pose.at(0.5, 0.0, 0.9, yaw=0.4)) for i in range(1, 4)]
    link.live(peer.update, lambda: [eye.show(frame, "base_link") for frame in shown])
    robot = link.robot(UR, replace(Wiring.of(UR), cameras={"front": lens}))
    assert until(lambda: robot.observe().cameras), robot.cameras["front"].fault
    seen = robot.observe().cameras["front"]
    frame = next(f for f in shown if abs(f.time - seen.time) < 1e-6)
    assert np.array_equal(seen.rgb, frame.rgb) and np.array_equal(seen.depth, frame.depth)
    assert seen.pose.distance(UR.base @ frame.pose) == (pytest.approx(0, abs=1e-9), pytest.approx(0, abs=1e-7))


@pytest.mark.parametrize("way", ["chunks", "sessions", "forward", "servo"])
def test_an_arm_is_driven_each_way(link, way):
    simulated = FakeRobot(UR.parts, UR.dt)
    peer = FakePeer(link.far, simulated, Wiring.of(UR))
    peer.arms["arm"].smooths = True
    controller = {"forward": "forward_position_controller", "servo": "servo_node"}.get(way, "joint_trajectory_controller")
    if way == "forward":
        peer.arms["arm"].switch(False)
        peer.forwards["arm"].switch(True)
    link.live(peer.update)
    robot = link.robot(UR, replace(Wiring.of(UR, controller), way=way, watchdog=True))
    start = robot.observe().parts["arm"].q

    def sent() -> bool:
        robot.send({"arm": start + 0.05})
        time.sleep(0.02)
        return bool(np.allclose(robot.observe().parts["arm"].q, start + 0.05, atol=2e-3))

    assert until(sent)


def test_a_parallel_gripper_goes_to_a_width(link):
    fingers = {n: replace(f, parallel=True) for n, f in Wiring.of(UR).grippers.items()}
    wiring = replace(Wiring.of(UR), grippers=fingers)
    peer = FakePeer(link.far, FakeRobot(UR.parts, UR.dt), wiring)
    link.live(peer.update)
    robot = link.robot(UR, wiring)
    robot.send({"gripper": np.array([0.03, 10.0])})
    assert until(lambda: abs(robot.observe().parts["gripper"].width - 0.03) < 1e-3)


def test_universal_robots_modes_are_latched_and_the_dashboard_stops(link):
    wiring = replace(Wiring.of(UR), vendor="ur")
    peer = FakePeer(link.far, FakeRobot(UR.parts, UR.dt), wiring)
    link.live(peer.update)
    time.sleep(0.2)
    robot = link.robot(UR, wiring)  # which comes late
    assert until(lambda: not robot.fault()), robot.fault()
    Dashboard(link.near).stop().result(PATIENCE)
    assert until(lambda: "no program runs" in robot.fault())


@pytest.mark.parametrize("distribution", ["jazzy", "humble"])
def test_controllers_are_switched_in_the_layout_of_either_distribution(distribution):
    link = Link(distribution)
    try:
        peer = FakePeer(link.far, FakeRobot(UR.parts, UR.dt), Wiring.of(UR))
        manager = ControllerManager(link.near)
        there = settled(manager.switch(deactivate=("joint_trajectory_controller",)), PATIENCE)
        assert not there["joint_trajectory_controller"].active and not peer.arms["arm"].active
    finally:
        link.close()


def test_a_controller_manager_that_tells_no_hashes_is_not_spoken_to_before_it_is_said_to_be_humble_s(link):
    link.far.types.distribution = "humble"  # as an older middleware, which checks no types, would let it be matched
    peer = FakePeer(link.far, FakeRobot(UR.parts, UR.dt), Wiring.of(UR))
    with pytest.raises(WrongDefinition, match=r"set robot\.distribution=humble"):
        settled(ControllerManager(link.near).switch(deactivate=("joint_trajectory_controller",)), PATIENCE)
    assert peer.arms["arm"].active


def test_a_g1_raises_an_arm_and_walks(link):
    body = g1()
    simulated = FakeRobot(body.parts, body.dt)
    fake = FakeHumanoid(link.far, simulated, MOTORS)
    link.live(fake.update)
    robot = link.robot(body, unitree(body))
    start = robot.observe().parts["left_arm"].q
    target = start - 0.1 * np.eye(7)[0]

    def raised() -> bool:
        robot.send({"left_arm": target, "base": np.array([0.2, 0.0, 0.0])})
        time.sleep(0.02)
        seen = robot.observe().parts
        return bool(np.allclose(seen["left_arm"].q, target, atol=1e-3) and seen["base"].q[0] > 0.05)

    assert until(raised), (fake.weight, fake.garbled, robot.observe().parts["base"].q)
    assert fake.garbled == 0 and max(fake.durations) <= 1.0
