"""Every task of every suite, in all its wordings, in the world itself: understood, and planned until its goal holds."""

from __future__ import annotations

import pytest
from further_skills import completed
from imagined import carried_through

from heedful.agents import Symbolic
from heedful.envs.tabletop_tasks import SUITES
from heedful.envs.task import Task
from heedful.envs.world import Tabletop
from heedful.episode import Episode
from heedful.hardware.robots.panda import panda
from heedful.predicates import name_of, truth
from heedful.skills import Library

PLANNER = Symbolic(completed(Library.default()))
TASKS = {t.name: t for tasks in SUITES.values() for t in tasks}
SEEDS = (0, 1)


@pytest.fixture(scope="module")
def world() -> Tabletop:
    return Tabletop(panda())


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_every_wording_is_understood_and_planned_to_the_tasks_goal(task: Task, world: Tabletop) -> None:
    for seed in SEEDS:
        world.reset(seed, task)
        scene, instance = world.scene(), world.instance
        assert instance is not None
        names = {role: name_of(id, scene).removeprefix("the ") for role, id in instance.binding.items()}
        for wording in task.phrasings:
            words = wording.format(**names)
            understood = PLANNER.understand(words, scene)
            assert understood.program is not None, f"{words}: {understood.sentence}"
            last, end = carried_through(PLANNER, Episode(words, understood.program), scene)
            assert last.kind == "done", f"{words}: {last.sentence}"
            assert truth(instance.goal, end) is True, f"{words}, understood as {understood.sentence}"
            assert last.goal is not None and truth(last.goal, end) is not False, f"{words}: {last.sentence}"
