"""Meta-World behind Heedful's protocols."""

import numpy as np
import pytest

import heedful as hf
from heedful.agents.planner.formal import Formal
from heedful.envs.foreign.goals import near_enough
from heedful.envs.foreign.metaworld_tasks import TASKS
from heedful.geometry import Pose
from heedful.predicates import evaluate, relation
from heedful.program import atoms, parse
from heedful.types import Scene, Thing


def thing(name, at, **more):
    return Thing(name, name, Pose.at(*at), np.full(3, 0.04), **more)


def test_all_fifty_tasks_state_a_goal_or_why_there_is_none():
    assert len({t.name for t in TASKS}) == 50
    for task in TASKS:
        assert bool(task.goal) != bool(task.why)
        assert all(relation(a.name) for a in atoms(parse(task.goal or "true")))


def test_a_sliding_thing_counts_only_what_lies_along_its_slide():
    goal = thing("goal", (0.0, 0.5, 0.3))
    drawer = thing("drawer", (0.0, 0.5, 0.1), slide=np.array([0.0, -0.2, 0.0]))
    assert near_enough(drawer, goal) and not near_enough(thing("puck", (0.0, 0.5, 0.1)), goal)


def test_a_goal_given_as_a_formula_is_taken_for_the_goal():
    scene = Scene(0.0, {t.id: t for t in (thing("puck", (0, 0, 0)), thing("goal", (1, 0, 0)))})
    understood = Formal([]).understand("arrived(puck, goal)", scene)
    assert understood.program.goal == parse("arrived(puck, goal)") and evaluate(understood.program.goal, scene) is False
    assert "no cup here" in Formal([]).understand("arrived(cup, goal)", scene).sentence


@pytest.mark.parametrize("task", ["reach", "drawer-close", "push"])
def test_a_task_is_solved_by_the_benchmarks_own_check(task):
    pytest.importorskip("metaworld", exc_type=ImportError)
    result = hf.evaluate(f"metaworld/{task}", episodes=1, seed=1)
    assert result.success == 1.0 and result.false_successes == 0


@pytest.mark.slow
@pytest.mark.parametrize("task", TASKS, ids=lambda t: t.name)
def test_every_task_can_be_made_and_stepped(task):
    pytest.importorskip("metaworld", exc_type=ImportError)
    from heedful.envs.foreign.metaworld import MetaWorld

    world = MetaWorld()
    world.reset(0, task)
    for _ in range(3):
        world.robot.send({"gripper": np.array([0.0, 1.0])})
    assert world.success() in (True, False) and np.isfinite(world.robot.seen).all()
    world.close()
