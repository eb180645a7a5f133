"""What is told of rewards while they are followed: which stage, each term, the way that is planned; and edits of stages under way."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from heedful.envs.legged.world import Quadruped
from heedful.hardware.body import RobotBody
from heedful.skills.rewards import Reward, term
from heedful.skills.rewards.following import Following, followed
from heedful.skills.rewards.motion import reward_motion
from heedful.skills.rewards.planner import Settings
from heedful.skills.rewards.record import Record
from heedful.skills.rewards.sampling import MPPI
from heedful.skills.rewards.tuning import LEGGED
from heedful.types import Adjustment, Motion, Observation

FEW = Settings(MPPI(4), horizon=0.1, knots=3, tuning=LEGGED, threads=1)
SHORTLY = Reward((term("torso_pitch"),), for_s=0.06)
THEN = Reward((term("torso_height", height=0.25), term("foot_lift", foot="front_left", height=0.1)))


@pytest.fixture
def world() -> Iterator[Quadruped]:
    made = Quadruped()
    made.reset(7000)
    yield made
    made.close()


def seen(world: Quadruped, reward: Any = None) -> Observation:
    obs = world.robot.observe()
    return obs.but(scene=world.scene(), body=RobotBody(world.description), twin=world, adjust=Adjustment(reward=reward))


def after(world: Quadruped, motion: Motion, ticks: int, reward: Any = None) -> Following:
    """What is told after some ticks, with an edited reward from the first of them on."""
    for _ in range(ticks):
        world.robot.send({"legs": motion.send(seen(world, reward)).parts["legs"].q})  # type: ignore[union-attr]
    found = followed(world)
    assert found is not None
    return found


def begun(world: Quadruped, *stages: Reward) -> Motion:
    motion = reward_motion(seen(world), stages, FEW)
    world.robot.send({"legs": next(motion).parts["legs"].q})  # type: ignore[union-attr]
    return motion


def test_each_term_is_told_as_it_stands_what_was_said_first(world: Quadruped) -> None:
    motion = begun(world, THEN)
    told = after(world, motion, 3)
    shown = told.terms()
    assert [s.term.name for s in shown[:2]] == ["torso_height", "foot_lift"] and all(s.said for s in shown[:2])
    assert not any(s.said for s in shown[2:]) and "balance" in {s.term.name for s in shown}
    lift = next(s for s in shown if s.term.name == "foot_lift")
    sole = world.data.site("FL_foot").xpos[2] - 0.02
    assert lift.error == pytest.approx(abs(sole - 0.1), abs=0.02) and lift.cost > 0
    motion.close()


def test_the_planned_way_begins_where_the_robot_is_and_lasts_as_long_as_the_plan(world: Quadruped) -> None:
    motion = begun(world, THEN)
    told = after(world, motion, 3)
    ways = told.paths()
    assert set(ways) == {"torso", "front_left", "front_right", "rear_left", "rear_right"}
    assert len({len(w) for w in ways.values()}) == 1 and all(w.shape[1] == 3 for w in ways.values())
    np.testing.assert_allclose(ways["torso"][0], world.data.body(told.body.trunk).xpos, atol=0.05)
    motion.close()


def test_nothing_is_told_once_nothing_is_followed(world: Quadruped) -> None:
    motion = begun(world, THEN)
    assert followed(world) is not None
    motion.close()
    assert followed(world) is None and followed(None) is None


def test_an_edit_in_a_later_stage_does_not_begin_the_first_one_anew(world: Quadruped) -> None:
    motion = begun(world, SHORTLY, THEN)
    assert after(world, motion, 8).at == 1
    lower = THEN.put(THEN["torso_height"].with_(height=0.2))
    told = after(world, motion, 2, (SHORTLY, lower))
    assert told.at == 1 and told.cost.reward == lower
    assert after(world, motion, 2).cost.reward == THEN  # taken back
    motion.close()


def test_what_the_terms_cost_over_a_run_is_written_with_when_people_changed_them(world: Quadruped, tmp_path: Path) -> None:
    record = Record(world)
    motion = begun(world, THEN)
    higher = THEN.put(THEN[("foot_lift", "front_left")].with_(height=0.2))
    for tick in range(12):
        world.robot.send({"legs": motion.send(seen(world, (higher,) if tick > 5 else None)).parts["legs"].q})  # type: ignore[union-attr]
        record.tick()
    motion.close()
    record.write(tmp_path)
    told = json.loads((tmp_path / "rewards.json").read_text())
    assert told["time"] == sorted(told["time"]) and len(told["rewards"]) == 2
    assert "0.1 m" in told["rewards"][0]["words"] and "0.2 m" in told["rewards"][1]["words"]
    lift = told["terms"]["foot_lift of front_left"]
    assert lift["said"] and len(lift["cost"]) == len(told["time"]) and not told["terms"]["balance"]["said"]
    assert lift["error"][-1] > lift["error"][0] + 0.05, "what it was told to reach went up"


def test_a_robot_that_followed_no_reward_leaves_no_record_of_one(world: Quadruped, tmp_path: Path) -> None:
    record = Record(world)
    record.tick()
    record.write(tmp_path)
    assert not list(tmp_path.iterdir())
