"""Learned affordances: fitted to roll-outs, held against held-out ones, zero where a precondition fails, geometry where untrained."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from heedful.agents.learning.trying import Trying, scattered
from heedful.envs.task import STARTS
from heedful.envs.world import Tabletop
from heedful.hardware.robots.panda import panda
from heedful.loop import Budget
from heedful.predicates import evaluate
from heedful.session import Session
from heedful.skills import Library
from heedful.skills.affordances import Affordances, Value
from heedful.skills.boosting import auc, calibration_error, fitted
from heedful.skills.features import features
from heedful.skills.ideal import carried_out
from heedful.types import SkillCall

LIBRARY = Library.default()
SHIPPED = Affordances.load()


@pytest.fixture(scope="module")
def world() -> Tabletop:
    made = Tabletop(panda())
    made.reset(5000, "put_in_drawer")
    return made


def test_a_value_finds_the_threshold_that_decides_and_how_sure_it_may_be() -> None:
    rng = np.random.default_rng(0)
    rows = []
    for _ in range(600):
        gap, noise = float(rng.uniform(0, 0.1)), float(rng.normal())
        rows.append(({"gap": gap, "noise": noise}, bool(rng.random() < (0.95 if gap > 0.03 else 0.1))))
    value = fitted(rows[:400])
    p, y = [value(seen) for seen, _ in rows[400:]], [ok for _, ok in rows[400:]]
    assert auc(p, y) > 0.85 and calibration_error(p, y) < 0.08
    assert value({"gap": 0.08, "noise": 0.0}) == pytest.approx(0.95, abs=0.08)
    assert value.against({"gap": 0.01, "noise": 0.0})[0] == "gap"


def test_where_nothing_tells_a_value_is_the_rate() -> None:
    rng = np.random.default_rng(1)
    value = fitted([({"noise": float(rng.normal())}, bool(rng.random() < 0.7)) for _ in range(400)])
    assert np.mean([value({"noise": float(rng.normal())}) for _ in range(200)]) == pytest.approx(0.7, abs=0.06)


def test_figures_are_what_they_are_called() -> None:
    assert auc([0.9, 0.8, 0.3], [True, True, False]) == 1.0
    assert auc([0.5, 0.5], [True, False]) == 0.5
    assert calibration_error([1.0, 1.0, 0.0, 0.0], [True, False, False, False]) == pytest.approx(0.25)


def test_shipped_values_are_measured_on_roll_outs_that_they_were_not_fitted_to() -> None:
    assert "pick" in SHIPPED.values
    for name, value in SHIPPED.values.items():
        assert name in LIBRARY
        assert value.measured["n"] > 0 and 0 <= value.measured["ece"] <= 1, name


def test_values_survive_being_written(tmp_path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(SHIPPED.to_json()))
    again = Affordances.load(tmp_path / "a.json")
    assert again.values.keys() == SHIPPED.values.keys()
    seen = {"object_gap": 0.01, "object_beyond_reach": -0.2}
    for name, value in SHIPPED.values.items():
        assert again.values[name](seen) == pytest.approx(value(seen), abs=1e-2)


def test_an_untrained_skill_has_the_affordance_of_its_geometry(world: Tabletop) -> None:
    scene = world.scene()
    for skill in LIBRARY:
        for call in skill.calls(scene):
            assert Affordances().can(skill, scene, call.kwargs) == skill.affordance(scene, call.kwargs)


def test_whatever_was_learned_a_failed_precondition_is_no_affordance(world: Tabletop) -> None:
    scene = world.scene()
    sure = Affordances({s.name: Value(9.0) for s in LIBRARY})
    closed = SkillCall.of("close_drawer", drawer="drawer")
    assert evaluate(LIBRARY["close_drawer"].requires, scene) is not True
    assert sure.can(LIBRARY["close_drawer"], scene, closed.kwargs) == 0.0
    assert "closed" in sure.lacks(LIBRARY["close_drawer"], scene, closed.kwargs)
    assert sure.can(LIBRARY["open_drawer"], scene, closed.kwargs) > 0.99


def test_what_is_not_possible_is_told_with_what_is_in_its_way(world: Tabletop) -> None:
    scene = world.scene()
    block = next(i for i, t in scene.objects.items() if t.category == "block")
    full = replace(scene, held={g: block for g in scene.held})
    other = SkillCall.of("open_drawer", drawer="drawer")
    assert SHIPPED.lacks(LIBRARY["open_drawer"], full, other.kwargs).startswith("the robot is holding the ")


def test_features_have_the_same_names_in_every_scene(world: Tabletop) -> None:
    scene = world.scene()
    for skill in LIBRARY:
        names = {frozenset(features(skill, scene, c.kwargs)) for c in skill.calls(scene)}
        assert len(names) <= 1, skill.name


def test_an_ideal_call_leaves_a_scene_in_which_its_postcondition_holds(world: Tabletop) -> None:
    scene = world.scene()
    block = next(i for i, t in scene.objects.items() if t.category == "block")
    for call in (
        SkillCall.of("open_drawer", drawer="drawer"), SkillCall.of("pick", object=block),
        SkillCall.of("place_in", object=block, target="drawer"), SkillCall.of("close_drawer", drawer="drawer"),
    ):  # fmt: skip
        after = carried_out(LIBRARY[call.skill], call, scene)
        assert not isinstance(after, str), after
        assert evaluate(LIBRARY[call.skill].bind(LIBRARY[call.skill].post, call.kwargs), after) is not False
        scene = after
    assert isinstance(carried_out(LIBRARY["pick"], SkillCall.of("pick", object=block), scene), str), "it is shut in"


def test_scattered_scenes_begin_in_every_way_and_skills_fail_in_some(world: Tabletop) -> None:
    begun = {a.name for seed in range(5900, 5960) for a in scattered(seed).begins}
    assert {"far", "close", "on", "in", "lying"} <= begun <= set(STARTS)
    task = scattered(5027)
    session = Session(planner=Trying, mode="fast", seed=5027, task=task, out=None, budget=Budget(replans=9))
    trying = session.planner = Trying(session.skills, ("pick", "place_on"), calls=2, rng=np.random.default_rng(0))
    trying.collect(session.run("try things"))
    session.close()
    assert len(trying.rows) == 2
    for row in trying.rows:
        assert row["ok"] is False or row["gate"] is not False, "what the executive refuses has failed"
        assert row["features"]
