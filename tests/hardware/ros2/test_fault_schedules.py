"""Faults at random, several at once, on a simulated clock: no command past a limit, and no motion after a stop until a person resets it."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import BODY, DT, Table

from heedful.hardware.limits import Level
from heedful.hardware.ros2.fake.peer import FAULTS
from heedful.hardware.ros2.inprocess import InProcess
from heedful.types import Action, Grip, JointTarget

TOPIC, POINTS = "/joint_trajectory_controller/joint_trajectory", "trajectory_msgs/msg/JointTrajectory"
ARM = BODY.parts["arm"]
TICKS = 150


def carried_out(seed: int) -> tuple[int, int]:
    """Run one schedule, holding every law at every tick; how often it stopped, and how many commands left."""
    rng = np.random.default_rng(seed)
    table = Table()
    left: list[np.ndarray] = []
    InProcess(table.bus).subscribe(TOPIC, POINTS, lambda m: left.append(np.array(m.points[-1].positions)))
    loss = 0.0
    table.bus.lost = lambda topic: bool(rng.random() < loss)
    stops = 0
    for _ in range(TICKS):
        if rng.random() < 0.05:
            fault = str(rng.choice([*FAULTS, "frozen", "loss", "late", "well"]))
            if fault in FAULTS:
                table.fake.faults ^= {fault}
            table.frozen ^= fault == "frozen"
            loss = float(rng.uniform(0.1, 0.9)) if fault == "loss" else loss
            table.bus.latency = float(rng.uniform(0.001, 0.15)) if fault == "late" else table.bus.latency
            if fault == "well":
                table.fake.faults.clear()
                table.frozen, loss, table.bus.latency = False, 0.0, 0.001
        if table.guarded.level is Level.STOPPED and rng.random() < 0.1:
            table.robot.joints.forget()
            table.guarded.reset_stop(person=True)
        before, count = table.guarded.level, table.robot.published
        seen = table.guarded.observe() if table.robot._seen or table.robot.joints.complete else None
        if seen is None:
            table.bus.advance(DT)
            continue
        wild = rng.choice([0.01, 0.3, 10.0, np.nan], p=[0.8, 0.1, 0.09, 0.01])
        here = table.guarded.envelope.last.get("arm", seen.parts["arm"].q)
        target = here + wild * rng.uniform(-1, 1, len(here))
        table.guarded.apply(Action({"arm": JointTarget(target), "gripper": Grip(float(rng.uniform(-1, 1)), 10.0)}), seen)
        level = table.guarded.level
        assert not (before is Level.STOPPED and level is Level.RUNNING), "a stop that nobody reset"
        if before is Level.STOPPED:
            assert table.robot.published == count, "a command left after the hold of a stop"
        stops += before is Level.RUNNING and level is Level.STOPPED
    for q in left:
        assert np.isfinite(q).all()
        assert np.all(q >= ARM.lower - 1e-9) and np.all(q <= ARM.upper + 1e-9), "a command past a limit"
    return stops, len(left)


def schedules(seeds: range) -> None:
    told = [carried_out(seed) for seed in seeds]
    assert sum(stops for stops, _ in told) > len(told) // 4, "schedules that hardly stop anything test nothing"
    assert sum(left for _, left in told) > 10 * len(told), "nor do those in which nothing moves"


def test_no_schedule_of_faults_lets_a_command_past_a_limit_or_out_of_a_stop():
    schedules(range(5000, 5012))


@pytest.mark.slow
def test_a_thousand_schedules():
    schedules(range(5000, 6000))
