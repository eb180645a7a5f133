"""Every task of the tabletop suite, in all its wordings, in the world itself: understood, and planned to its goal."""

from __future__ import annotations

import pytest

from heedful.agents import Symbolic
from heedful.agents.planner import State, simulate
from heedful.agents.planner.symbolic import flat
from heedful.agents.understanding import bind
from heedful.envs.tabletop_tasks import SUITES
from heedful.envs.task import Task
from heedful.envs.world import Tabletop
from heedful.episode import Episode
from heedful.hardware.robots.panda import panda
from heedful.predicates import name_of, truth
from heedful.program import Achieve, And, Formula
from heedful.skills import Library
from heedful.types import Observation

SKILLS = Library.default()
PLANNER = Symbolic(SKILLS)
SEEDS = range(5)


def parts(formula: Formula) -> set[Formula]:
    return {q for p in formula.parts for q in parts(p)} if isinstance(formula, And) else {formula}


@pytest.mark.parametrize("task", SUITES["tabletop"], ids=lambda t: t.name)
def test_every_wording_is_understood_and_planned_to_the_tasks_goal(task: Task) -> None:
    world = Tabletop(panda())
    for seed in SEEDS:
        world.reset(seed, task)
        scene, instance = world.scene(), world.instance
        assert instance is not None
        names = {role: name_of(id, scene).removeprefix("the ") for role, id in instance.binding.items()}
        for wording in task.phrasings:
            words = wording.format(**names)
            understood = PLANNER.understand(words, scene)
            assert understood.program is not None, f"{words}: {understood.sentence}"
            episode = Episode(words, understood.program)
            plan = PLANNER.plan(episode, Observation(0.0, {}, scene))
            assert plan.kind == "go", f"{words}: {plan.sentence}"
            steps = [s.goal for s in flat(understood.program) if isinstance(s, Achieve)]
            last = bind(Achieve(steps[-1]), scene, episode.bindings)
            assert isinstance(last, Achieve) and parts(instance.goal) <= parts(last.goal), words
            end = simulate(plan.calls, State(scene), SKILLS)  # type: ignore[arg-type]
            assert isinstance(end, State), words
            assert plan.goal is not None and truth(plan.goal, end) is True, words
