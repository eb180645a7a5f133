"""Every task of every suite, in all its wordings, in the world itself: understood, and planned until its goal holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from further_skills import completed
from imagined import carried_through

from heedful.agents import Symbolic
from heedful.agents.understanding import bind
from heedful.envs.tabletop_tasks import SUITES
from heedful.envs.task import Task
from heedful.envs.world import Tabletop
from heedful.episode import Episode
from heedful.hardware.robots.panda import panda
from heedful.predicates import name_of, truth
from heedful.skills import Library
from heedful.types import Id, Scene

PLANNER = Symbolic(completed(Library.default()))
TASKS = {t.name: t for tasks in SUITES.values() for t in tasks}
COLORS = ("red", "green", "blue", "yellow", "purple", "orange", "black", "white")


@pytest.fixture(scope="module")
def world() -> Tabletop:
    return Tabletop(panda())


def names(scene: Scene, binding: Mapping[str, Id]) -> dict[str, str]:
    return {role: name_of(id, scene).removeprefix("the ") for role, id in binding.items()}


def repainted(scene: Scene, by: int) -> Scene:
    """The same things in other colours; what was alike stays so."""
    paint = {c: COLORS[(n + by) % len(COLORS)] for n, c in enumerate(COLORS)}
    return replace(scene, objects={i: replace(t, color=paint.get(t.color, t.color)) for i, t in scene.objects.items()})


def law(task: Task, world: Tabletop, seed: int) -> None:
    world.reset(seed, task)
    scene, instance = world.scene(), world.instance
    assert instance is not None
    for wording in task.phrasings:
        words = wording.format(**names(scene, instance.binding))
        understood = PLANNER.understand(words, scene)
        assert understood.program is not None, f"{words}: {understood.sentence}"
        last, end = carried_through(PLANNER, Episode(words, understood.program), scene)
        assert last.kind == "done", f"{words}: {last.sentence}"
        assert truth(instance.goal, end) is True, f"{words}, understood as {understood.sentence}"
        assert last.goal is not None and truth(last.goal, end) is not False, f"{words}: {last.sentence}"
        for by in (3,):
            there = repainted(scene, by)
            said = wording.format(**names(there, instance.binding))
            again = PLANNER.understand(said, there)
            assert again.program is not None, f"{said}: {again.sentence}"
            assert bind(again.program, there, {}) == bind(understood.program, scene, {}), said


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_every_wording_is_understood_and_planned_to_the_tasks_goal(task: Task, world: Tabletop) -> None:
    law(task, world, 0)


@pytest.mark.slow
@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
def test_every_wording_is_understood_in_other_worlds(task: Task, world: Tabletop) -> None:
    for seed in range(1, 5):
        law(task, world, seed)
