"""Laws of rewards as data: what is written is read back, what is wrong is refused with the nearest right answer, edits can be undone."""

from __future__ import annotations

import json
import math
import threading
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.skills import Library
from heedful.skills.rewards import CATALOGUE, FEET, Names, Norm, Reward, RewardError, Term, term
from heedful.skills.rewards.catalogue import Choice, Name, Number
from heedful.skills.rewards.cost import Cost
from heedful.skills.rewards.following import Following, tell
from heedful.skills.rewards.history import History, diff
from heedful.skills.rewards.keeping import Kept, load, names_in, reward_skill, save
from heedful.skills.rewards.norms import P_RANGE, Q_RANGE, SHAPES
from heedful.skills.rewards.shelf import Shelf
from heedful.skills.rewards.spelling import from_data, read, schema, to_data, written
from heedful.types import Action, Motion, Observation, Outcome, Scene

THINGS = ("apple", "bowl", "red_cube")
JOINTS = ("drawer", "faucet")
PAW = term("foot_lift", foot="front_left", height=0.2)
TALL = Reward((term("torso_height", height=0.4), PAW))


@cache
def terms() -> st.SearchStrategy[Term]:
    """Any term of the catalogue with parameters, norm and weight within their ranges."""

    def of(name: str) -> st.SearchStrategy[Term]:
        params: dict[str, st.SearchStrategy[Any]] = {}
        for p in CATALOGUE[name].params:
            if isinstance(p, Number):
                params[p.name] = st.floats(p.low, p.high, allow_subnormal=False)
            elif isinstance(p, Choice):
                params[p.name] = st.sampled_from(p.options)
            elif isinstance(p, Name):
                kinds = {"thing": THINGS, "foot": FEET, "joint": JOINTS, "point": ("hand", *THINGS) if p.name == "a" else JOINTS}
                kinds["thing"] = THINGS[:2] if p.name == "a" else THINGS[2:] if p.name == "b" else THINGS
                params[p.name] = st.sampled_from(kinds[p.kind])
        norm = st.builds(Norm, st.sampled_from(sorted(SHAPES)), st.floats(*P_RANGE), st.floats(*Q_RANGE)).map(_plain)
        return st.builds(lambda w, n, kw: term(name, w, n, **kw), st.floats(0, 100), norm, st.fixed_dictionaries(params))

    return st.one_of([of(name) for name in sorted(CATALOGUE)])


def _plain(norm: Norm) -> Norm:
    """With nothing that its kind does not take."""
    return Norm(norm.kind, **{k: getattr(norm, k) for k in SHAPES[norm.kind].takes})


@cache
def rewards() -> st.SearchStrategy[Reward]:
    return st.lists(terms(), min_size=1, max_size=6).map(lambda ts: Reward(()).put(*ts))


@settings(max_examples=40, deadline=None)
@given(st.lists(rewards(), min_size=1, max_size=3), st.one_of(st.none(), st.floats(0.1, 600)))
def test_every_reward_that_is_written_is_read_back_as_it_was(stages: list[Reward], for_s: float | None) -> None:
    course = tuple(Reward(s.terms, for_s) for s in stages)
    assert read(written(course)) == course
    assert from_data(json.loads(json.dumps(to_data(course)))) == course


@settings(max_examples=30, deadline=None)
@given(rewards(), rewards())
def test_an_edit_is_told_in_full_undone_and_redone(before: Reward, after: Reward) -> None:
    history = History((before,)).edit((after,))
    assert (history.now == (after,)) and ((before == after) == (not diff((before,), (after,))))
    if before != after:
        assert history.undo().now == (before,) and history.undo().redo() == history and history.first().now == (before,)


@settings(max_examples=30, deadline=None)
@given(terms(), st.text(max_size=12))
def test_a_wrong_word_is_refused_wherever_it_stands_and_never_taken_for_another(one: Term, word: str) -> None:
    data = {"term": one.name, "params": one.args, "weight": one.weight}
    if word not in CATALOGUE:
        with pytest.raises(RewardError):
            from_data({"terms": [{**data, "term": word}]})
    for p in one.spec.params:
        if isinstance(p, (Number, Choice)) and not (isinstance(p, Choice) and word in p.options):
            with pytest.raises(RewardError):
                from_data({"terms": [{**data, "params": {**one.args, p.name: word}}]})


@pytest.mark.parametrize("spec", CATALOGUE.values(), ids=list(CATALOGUE))
def test_no_number_beyond_its_range_and_no_number_that_is_none_gets_in(spec: Any) -> None:
    names = {
        p.name: {"thing": "apple", "foot": "front_left", "joint": "drawer", "point": f"p{p.name}"}[p.kind]
        for p in spec.params
        if isinstance(p, Name)
    }
    if len(set(names.values())) < len(names):
        names["b"] = "bowl"
    needed = {p.name: p.low for p in spec.numbers if p.default is None}
    assert term(spec.name, **names, **needed).weight == spec.weight
    for p in spec.numbers:
        for bad in (p.low - 1e-6, p.high + 1e-6, math.nan, math.inf, -math.inf, True, "1", None if p.default is None else [1], {}):
            with pytest.raises(RewardError, match=p.name):
                term(spec.name, **{**names, **needed, p.name: bad})
    for bad in (-1e-9, 101, math.nan, math.inf, True, "1"):
        with pytest.raises(RewardError, match="weight"):
            term(spec.name, bad, **names, **needed)


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: term("torso_hight"), "Did you mean 'torso_height'?"),
        (lambda: term("foot_lift", foot="front_lft"), "Did you mean 'front_left'?"),
        (lambda: term("foot_lift", foot="front_left", hight=1), "Did you mean 'height'?"),
        (lambda: term("torso_height", height="NUM"), "still the placeholder 'NUM'"),
        (lambda: term("joint_fraction", joint="drawer"), "fraction of joint_fraction is missing"),
        (lambda: term("distance", a="apple", b="apple"), "two different points"),
        (lambda: Reward((PAW, PAW)), "given twice"),
        (lambda: Reward((term("heading"), term("turning_speed"))), "ask for the same motion"),
        (lambda: TALL.check(Names("arm")), "no term of an arm"),
        (lambda: Reward((term("facing", object="dor"),)).check(Names("legged", ("door",))), "Did you mean 'door'?"),
        (lambda: read('{"terms": [{"term": "balance", "wieght": 1}]}'), "Did you mean 'weight'?"),
        (lambda: read('{"terms": [{"term": "balance", "weight": NaN}]}'), "NaN is no number"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence_with_the_nearest_right_answer(make: Any, says: str) -> None:
    with pytest.raises(RewardError) as refused:
        make()
    assert says in str(refused.value) and "\n" not in str(refused.value)


def test_the_schema_offers_exactly_what_the_body_has_and_the_names_that_are_there() -> None:
    form = json.dumps(schema(Names("arm", THINGS, JOINTS)))
    offered = {
        s["properties"]["term"]["const"] for s in json.loads(form)["properties"]["stages"]["items"]["properties"]["terms"]["items"]["anyOf"]
    }
    assert offered == {n for n, s in CATALOGUE.items() if "arm" in s.bodies}
    assert "red_cube" in form and "front_left" not in form
    empty = json.dumps(schema(Names("arm")))
    assert "joint_fraction" not in empty, "there is no joint that it could be about"


@pytest.mark.parametrize("kind", SHAPES)
def test_a_norm_grows_with_the_error_and_is_least_where_there_is_none(kind: str) -> None:
    errors = np.linspace(0, 2, 21)[:, None]
    cost = Norm(kind, 0.3, 2.0)(errors)
    assert cost.shape == (21,) and np.all(np.diff(cost) > 0)
    if kind != "rectify":
        assert cost[0] == pytest.approx(0.0) and np.allclose(Norm(kind, 0.3, 2.0)(-errors), cost)


def test_a_term_takes_the_place_of_what_it_excludes_and_of_itself() -> None:
    turned = Reward((term("heading", angle=1.0), PAW)).put(term("turning_speed", speed=2.0))
    assert [t.name for t in turned] == ["foot_lift", "turning_speed"]
    assert TALL.put(PAW.with_(height=0.3))[PAW.key].number("height") == 0.3
    assert TALL.without(PAW.key).terms == TALL.terms[:1]


def test_what_every_reward_has_is_added_once_and_counts_as_no_aim() -> None:
    whole = Reward((PAW, term("balance", 1.0))).complete("legged")
    assert [t.weight for t in whole.find("balance")] == [1.0] and whole.find("smoothness")
    assert [t.name for t in whole.aims] == ["foot_lift"] and whole.complete("legged") == whole


def test_a_kept_reward_is_a_skill_of_the_library_that_is_offered_where_its_things_are(tmp_path: Path) -> None:
    here = Scene(0.0, {}, joints={"drawer": 0.0})
    stages = (Reward((term("joint_fraction", joint="drawer", fraction=0.5), term("distance", a="hand", b="drawer_handle"))),)
    kept = Kept("half_open", "open the drawer half way", stages)
    save(tmp_path, kept)
    assert names_in(tmp_path) == ("half_open",) and load(tmp_path, "half_open") == kept
    seen: list[Any] = []

    def follow(obs: Observation, what: Any) -> Motion:
        seen.append(what)
        yield Action()
        return Outcome.succeeded("followed")

    library = Library([reward_skill(load(tmp_path, "half_open"), follow)])
    skill = library["half_open"]
    assert skill.description == "Open the drawer half way." and skill.uses == ("arm", "gripper")
    assert skill.affordance(here, {}) == 1.0 and skill.affordance(Scene(0.0, {}), {}) == 0.0
    next(iter(skill.run(Observation(0.0, {}, here))))
    assert seen == [stages]


def test_a_file_that_somebody_spoilt_is_no_reward(tmp_path: Path) -> None:
    path = save(tmp_path, Kept("paw_up", "lift a paw", (TALL,)))
    told = json.loads(path.read_text())
    told["stages"][0]["terms"][0]["weight"] = 1e9
    path.write_text(json.dumps(told))
    with pytest.raises(RewardError, match="weight of torso_height"):
        load(tmp_path, "paw_up")
    with pytest.raises(RewardError, match="Did you mean 'paw_up'"):
        load(tmp_path, "pawup")
    with pytest.raises(RewardError, match="lower-case"):
        save(tmp_path, Kept("../evil", "x", (TALL,)))


def test_what_was_followed_last_is_kept_as_it_was_edited_and_is_there_in_the_next_session(tmp_path: Path) -> None:
    class Body:
        """Whose rewards are followed."""

    twin: Any = Body()
    skills, told = Library(), threading.Event()
    shelf = Shelf(tmp_path, skills, twin, "legged")
    assert "none was followed" in shelf.keep("paw_up", "lift a paw")
    tell(twin, Following(0.0, (TALL,), 0, None, Cost(TALL, ()), None))
    tell(twin, None)
    assert "paw up" in shelf.keep("paw_up", "lift a paw", told) and "paw_up" in skills
    assert told.wait(10)
    assert "lower-case" in shelf.keep("../evil", "lift a paw") and not (tmp_path.parent / "evil.json").exists()
    later, other = Library(), Library()
    assert Shelf(tmp_path, later, None, "legged").notices == [] and read(later["paw_up"].params[0].default) == (TALL,)
    Shelf(tmp_path, other, None, "arm")
    assert "paw_up" not in other
    (tmp_path / "spoilt.json").write_text("{")
    assert "spoilt" in Shelf(tmp_path, Library(), None, "legged").notices[0]
