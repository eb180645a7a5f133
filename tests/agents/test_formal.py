"""Laws of the planner that is instructed by goals."""

from dataclasses import replace

import numpy as np
import pytest
from small_scenes import LIBRARY, scene, seen, thing

from heedful.agents.planner.formal import Formal
from heedful.episode import Episode, Step, Verdict
from heedful.geometry import Pose
from heedful.program import Achieve, parse
from heedful.types import Cavity, Observation, Outcome, Reach, Scene, Thing

THINGS = {i: Thing(i, i, Pose.at(0.5, y, 0.02), np.full(3, 0.04)) for i, y in (("cup_1", 0.1), ("plate_1", -0.1))}
SCENE = Scene(0.0, THINGS, {"gripper": None}, contacts=frozenset(), reach={"arm": Reach(np.zeros(3), 0.2, 0.9)})


def test_a_formula_over_the_scenes_ids_is_the_goal():
    understood = Formal([]).understand("on(cup_1, plate_1) & ~on(plate_1, cup_1)", SCENE)
    assert understood.program == Achieve(parse("on(cup_1, plate_1) & ~on(plate_1, cup_1)"))


def test_a_goal_about_what_is_not_there_is_refused_by_name():
    understood = Formal([]).understand("on(spoon_1, plate_1)", SCENE)
    assert understood.verdict is Verdict.REFUSED and "no spoon_1" in understood.sentence


@pytest.mark.parametrize("goal", ["forall x in cup_1: on(x, plate_1)", "exists x: on(x, plate_1) & ~exists y: on(y, x)"])
def test_a_quantified_goal_speaks_of_ids_only_where_no_variable_is_meant(goal):
    assert Formal([]).understand(goal, SCENE).program == Achieve(parse(goal))
    refused = Formal([]).understand(goal.replace("plate_1", "x_1"), SCENE)
    assert refused.verdict is Verdict.REFUSED and "no x_1" in refused.sentence


@pytest.mark.parametrize("goal", ["onn(cup_1, plate_1)", "on(cup_1, plate_1"])
def test_what_is_no_formula_is_not_guessed(goal):
    assert Formal([]).understand(goal, SCENE).verdict is Verdict.NOT_UNDERSTOOD


def test_what_failed_just_now_is_put_off_until_something_else_has_been_done() -> None:
    two = [thing(f"drawer_{i}", "drawer", 0.6, y) for i, y in ((1, -0.2), (2, 0.2))]
    here = scene(*two, joints={"drawer_1": 1.0, "drawer_2": 1.0})
    planner = Formal(LIBRARY)
    episode = Episode("", planner.understand("closed(drawer_1) & closed(drawer_2)", here).program)
    first, then = planner.plan(episode, seen(here)).calls
    episode.log.append(Step(first, Outcome.failed("no_grasp", "the hand would touch it"), 0.0, 1.0, (0, 50)))
    assert planner.plan(episode, seen(here)).calls == (then, first)
    episode.log.append(Step(then, Outcome.failed("no_grasp", "the hand would touch it"), 1.0, 2.0, (50, 100)))
    assert len(planner.plan(episode, seen(here)).calls) == 2


def test_what_has_been_done_out_of_reach_is_done():
    tray = Thing(
        "tray", "tray", Pose.at(1.0, 0.0, 0.03), np.array([0.3, 0.3, 0.06]), fixed=True, cavity=Cavity(np.zeros(3), np.full(3, 0.28))
    )
    cup = replace(THINGS["cup_1"], pose=Pose.at(1.0, 0.0, 0.02))
    scene = replace(SCENE, objects={"cup_1": cup, "tray": tray})
    planner, episode = Formal([]), Episode("in(cup_1, tray)", Achieve(parse("in(cup_1, tray)")))
    assert planner.plan(episode, Observation(0.0, {}, scene)).kind == "done"
    away = replace(scene, objects={"cup_1": replace(cup, pose=Pose.at(1.2, 0.3, 0.02)), "tray": tray})
    assert planner.plan(Episode("", episode.program), Observation(0.0, {}, away)).code == "unreachable"
