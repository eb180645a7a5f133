"""The SayCan suite: requests in seven families, each laid out as it is to begin and judged by a formula over what stands there."""

from __future__ import annotations

from collections import defaultdict

import pytest

from heedful.envs.requests import requests
from heedful.envs.world import Tabletop
from heedful.hardware.robots.panda import panda
from heedful.predicates import evaluate

FAMILIES = {"single_primitive", "nouns", "verbs", "structured", "embodiment", "crowd_sourced", "long_horizon"}


@pytest.fixture(scope="module")
def world() -> Tabletop:
    return Tabletop(panda())


def test_there_are_a_hundred_and_more_in_the_papers_seven_families() -> None:
    assert len(requests()) >= 100 and {r.family for r in requests()} == FAMILIES
    assert len({r.name for r in requests()}) == len(requests())


def test_embodiment_says_the_same_words_from_different_starts() -> None:
    starts = defaultdict(set)
    for r in requests():
        if r.family == "embodiment":
            starts[r.words].add((r.task.start, r.held, r.task.drawer, tuple(r.task.things)))
    assert sum(len(s) > 1 for s in starts.values()) >= 5
    begun = {a.name for r in requests() for a in r.task.begins} | {"held" for r in requests() if r.held}
    assert {"in", "on", "far", "lit", "held"} <= begun
    assert any(not r.goal for r in requests() if r.family == "embodiment"), "sometimes it should ask"


@pytest.mark.parametrize("request_", [r for r in requests() if r.family == "embodiment"], ids=lambda r: r.name)
def test_a_request_begins_as_it_says(request_, world: Tabletop) -> None:
    world.reset(7001, request_.task)
    scene, binding = world.scene(), world.instance.binding
    for atom in request_.task.begins:
        ids = [binding[str(a)] for a in atom.args]
        if atom.name == "far":
            assert all(float(((scene.objects[ids[0]].pose.pos - r.centre) ** 2).sum()) ** 0.5 > r.outer for r in scene.reach.values())
        elif atom.name in ("on", "in", "lit"):
            assert evaluate(type(atom)(atom.name, tuple(ids)), scene) is True
    if not request_.goal:
        assert request_.done(scene, scene, binding), "nothing has been moved"


def test_what_was_to_be_left_alone_must_stand_where_it_stood(world: Tabletop) -> None:
    asks = next(r for r in requests() if not r.goal)
    world.reset(7002, asks.task)
    before = world.scene()
    world.reset(7003, asks.task)
    assert not asks.done(before, world.scene(), world.instance.binding)
