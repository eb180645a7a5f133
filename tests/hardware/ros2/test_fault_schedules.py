"""Faults at random, several at once: no command past a limit, and no motion after a stop until a person resets it."""

from __future__ import annotations

import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from heedful.app.bench.ros2.real import Real
from heedful.app.bench.ros2.schedules import FIRST, REAL, SIMULATED, many
from heedful.app.bench.ros2.simulated import Simulated
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.safety import Envelope


def lawful(kind: type, count: int) -> None:
    found = many(kind, range(FIRST, FIRST + count))
    assert not found.past, "a command past a limit"
    assert not found.restarts, "a motion after a stop that nobody reset"
    assert found.stops > found.schedules // 2, "schedules that hardly stop anything test nothing"
    assert found.commands > 10 * found.schedules, "nor do those in which nothing moves"


def test_no_schedule_of_faults_lets_a_command_past_a_limit_or_out_of_a_stop():
    lawful(Simulated, 12)


def test_a_robot_that_streams_on_in_a_stop_would_be_found_out(monkeypatch):
    def linger(robot: Ros2Robot) -> None:
        if "arm" in robot._targets:
            robot.arms["arm"].stream(robot._targets["arm"] + 0.1, robot.dt)
        robot.pace.period(robot)

    monkeypatch.setattr(Ros2Robot, "_linger", linger)
    assert many(Simulated, range(FIRST, FIRST + 3)).restarts


def test_an_envelope_that_clips_nothing_would_be_found_out(monkeypatch):
    monkeypatch.setattr(Envelope, "_joints", lambda self, part, spec, target, observation, found: target)
    assert many(Simulated, range(FIRST, FIRST + 3)).past


@pytest.mark.slow
def test_a_thousand_schedules():
    lawful(Simulated, SIMULATED)


@pytest.mark.slow
def test_a_hundred_schedules_over_dds_against_a_process_that_freezes():
    pytest.importorskip("cyclonedds", reason='ROS 2 without ROS needs cyclonedds: pip install "heedful[ros2]"')
    lawful(Real, REAL)
