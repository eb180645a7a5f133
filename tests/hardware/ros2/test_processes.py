"""A fake robot in a process of its own, frozen and killed; and the whole path from words to motion through it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

pytest.importorskip("cyclonedds", reason='ROS 2 without ROS needs cyclonedds: pip install "heedful[ros2]"')
pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

import heedful as hf
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2.checking import check
from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.linking import remote
from heedful.types import Action, JointTarget

pytestmark = pytest.mark.slow
BODY = ur5e()
DOMAIN = 10
WITHIN = 0.2
"""From the fault to the hold [s]."""


@pytest.fixture
def process():
    command = [sys.executable, "-m", "heedful", "ros2", "fake", "robot=ur5e", f"--domain={DOMAIN}", "--while-stdin"]
    made = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert made.stdin is not None and made.stdout is not None
    assert b"is on dds" in made.stdout.readline()
    yield made
    os.kill(made.pid, signal.SIGCONT) if made.poll() is None else None
    made.stdin.close()
    made.stdout.close()
    made.wait(20)


@pytest.mark.parametrize("fault", [signal.SIGSTOP, signal.SIGKILL])
def test_a_process_that_freezes_or_dies_is_noticed_and_the_arm_is_told_to_hold(process, fault):
    transport = DdsTransport("near", DOMAIN)
    try:
        robot = Ros2Robot(BODY, transport)
        guarded = GuardedRobot(robot, BODY, robot._body)
        assert robot.joints.wait(20)

        def tick() -> None:
            seen = guarded.observe()
            last = guarded.envelope.last.get("arm", seen.parts["arm"].q)
            guarded.apply(Action({"arm": JointTarget(last + 0.005 * np.eye(6)[0])}), seen)
            time.sleep(BODY.dt)

        moved, since = 0, time.monotonic()
        while moved < 25:  # a machine with more to do stops it before its time, and rightly
            tick()
            moved += 1
            if guarded.level is not Level.RUNNING:
                assert time.monotonic() < since + 60, guarded.reason
                guarded.reset_stop(person=True)
                moved = 0
        os.kill(process.pid, fault)
        at = time.monotonic()
        while guarded.level is Level.RUNNING:
            tick()
        took = time.monotonic() - at
        held = robot.published
        for _ in range(20):
            tick()
        assert took < WITHIN, f"{took:.3f} s"
        assert robot.published == held, "something left after the hold"
        assert "old" in guarded.reason
    finally:
        transport.close()


def test_a_robot_on_another_domain_is_found_there(process):
    found = check(remote("ur5e", transport="dds"), 77)
    assert found.problem == f"no robot on domain 77, but there is one on domain {DOMAIN}: set ROS_DOMAIN_ID={DOMAIN}"
    assert check(remote("ur5e", transport="dds"), DOMAIN).ok


@pytest.mark.parametrize("mode", ["fast", "realtime"])
def test_words_move_a_robot_through_ros_2(mode, tmp_path):
    if mode == "realtime" and os.getloadavg()[0] > len(os.sched_getaffinity(0)):
        pytest.skip("a machine this busy keeps no time")
    with hf.Session(robot="ros2/fake", mode=mode, seed=5003, task="place_in", out=tmp_path) as session:
        episode = session.run(session.world.instance.instruction)
        assert episode.verdict == "succeeded", episode.reason
        assert session.world.success()
