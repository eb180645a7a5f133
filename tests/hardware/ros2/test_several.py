"""Several robots by name over ROS 2, each behind a session of its own: one STOP for all. And who must be there for one that is real."""

from __future__ import annotations

import contextlib
import time

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import TYPES

import heedful as hf
from heedful.app.bench.ros2.rigs import BODY, DT, JOINTS
from heedful.app.bench.ros2.simulated import Simulated
from heedful.hardware.attendance import Attendance
from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.ros2.dry import DryRun
from heedful.hardware.ros2.inprocess import InProcess
from heedful.hardware.ros2.robot import Ros2Robot


@hf.skill(uses="arm", timeout=60.0)
def sway(obs: hf.Observation) -> hf.Motion:
    """Turn the first joint to and fro."""
    start = obs.parts["arm"].q.copy()
    for i in range(2000):
        obs = yield hf.Action({"arm": hf.JointTarget(start + 0.3 * np.sin(i / 25) * np.eye(JOINTS)[0])})
    return hf.Outcome.succeeded()


class Sways:
    """Whatever is said, it sways."""

    def understand(self, words, scene):
        return hf.Understanding(hf.Do("sway"))

    def plan(self, episode, observation):
        return hf.Plan("go", (hf.SkillCall.of("sway"),))


class Empty:
    """Sees that nothing is there."""

    def snapshot(self, observation):
        return observation.time

    def perceive(self, snapshot):
        return hf.Scene(snapshot, {})


def session(table: Simulated, **options: object) -> hf.Session:
    return hf.Session(
        robot=table.robot, planner=Sways(), perception=Empty(), skills=[sway], out=None, mode="realtime", **options
    )  # fmt: skip


def soon(true, seconds: float = 20.0) -> bool:
    until = time.monotonic() + seconds
    while not true() and time.monotonic() < until:
        time.sleep(0.01)
    return bool(true())


def moves(table: Simulated) -> bool:
    return abs(float(table.body.observe().parts["arm"].dq[0])) > 0.05


def test_stop_said_to_one_robot_stops_all_and_each_is_let_go_on_by_itself():
    left, right = Simulated(TYPES, namespace="/left"), Simulated(TYPES, namespace="/right")
    assert left.robot.arms["arm"].topic.startswith("/left/")
    with hf.Fleet(left=session(left, attended=False), right=session(right, attended=False)) as fleet:
        for one in fleet.values():
            one.run("go", wait=False)
        assert soon(lambda: moves(left) and moves(right))
        fleet["left"].say("stop")
        assert soon(lambda: all(s.robot.level is Level.HOLD and s.robot.holding for s in fleet.values()))
        assert soon(lambda: not moves(left) and not moves(right))
        fleet["right"].say("go on")
        assert soon(lambda: moves(right))
        assert fleet["left"].robot.holding
        fleet.halt()
        assert soon(lambda: fleet["right"].robot.holding)
        with pytest.raises(RuntimeError):
            fleet["left"].run("go", person=False)


def test_a_fleet_is_made_of_somebody():
    with pytest.raises(ValueError, match="made of sessions"):
        hf.Fleet()


def test_a_real_robot_moves_only_while_somebody_gives_signs_of_life():
    table = Simulated(TYPES)
    there = Attendance(clock=table.now)
    guarded = table.guarded = GuardedRobot(table.robot, BODY, table.robot._body, attendance=there)
    table.swing(0.1)
    assert guarded.level is Level.STOPPED and "sign of life yet" in guarded.reason and not table.left
    guarded.reset_stop(person=True)
    table.rest(0.1)
    for _ in range(100):
        there.sign()
        table.swing(DT, speed=0.1)
    assert guarded.level is Level.RUNNING and table.left
    at = table.now()
    while guarded.level is Level.RUNNING:
        table.swing(DT, speed=0.1)
    assert table.now() <= at + there.patience + 2 * DT
    there.sign()
    table.idle(0.2)
    assert guarded.level is Level.STOPPED, "it is a person that resets it, not a sign of life"


def test_a_robot_on_ros_2_is_taken_for_real_until_it_is_known_to_be_none():
    table = Simulated(TYPES)
    real, known = session(table), session(Simulated(TYPES), attended=False)
    assert real.attendance is not None and known.attendance is None
    table.robot.real = False
    assert session(table).attendance is None
    assert hf.Session(robot=FakeRobot(), perception=Empty(), out=None).attendance is None


def test_who_waits_for_a_run_is_there_and_who_begins_one_and_goes_away_is_not(monkeypatch):
    monkeypatch.setattr("heedful.hardware.attendance.PATIENCE", 0.5)
    with session(Simulated(TYPES), budget=hf.Budget(10, 4.0)) as robot:
        robot.attendance.patience = 0.7
        run = robot.run("go", wait=False)
        episode = run.result(30.0)
        assert episode.verdict == "failed" and "sign of life" in episode.reason
        robot.reset_stop()
        with contextlib.suppress(RuntimeError):
            episode = robot.run("go")
        assert "sign of life" not in episode.reason


def test_a_dry_run_does_everything_but_the_last_publish_and_tells_what_would_have_been_sent():
    table = Simulated(TYPES)
    table.robot.close()
    robot = Ros2Robot(BODY, DryRun(InProcess(table.bus)), pace=table.robot.pace, body=table.robot._body)
    table.rest(0.1)
    guarded, start = GuardedRobot(robot, BODY, robot._body), table.q
    for _ in range(10):
        seen = guarded.observe()
        last = guarded.envelope.last.get("arm", seen.parts["arm"].q)
        guarded.apply(hf.Action({"arm": hf.JointTarget(last + 0.01), "gripper": hf.Grip(0.03, 10.0)}), seen)
    guarded.hold()
    assert guarded.level is Level.RUNNING, guarded.reason
    assert table.q == pytest.approx(start) and not table.came and robot.published == 0
    arm, gripper = robot.unsent()
    assert "11 messages would have gone to /joint_trajectory_controller/joint_trajectory, from [" in arm
    assert "1 message would have gone to /gripper_controller/gripper_cmd: 0.03" in gripper
    assert robot.unsent() == []
    table.fault("silent")
    table.rest(0.3)
    guarded.apply(hf.Action({"arm": hf.JointTarget(table.q)}), guarded.observe())
    assert guarded.level is Level.STOPPED, "a dry run checks what a run does"
