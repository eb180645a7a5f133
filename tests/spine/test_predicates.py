"""Predicates: three values, one evaluator, words."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, strategies as st

from heedful import predicates
from heedful.geometry import Pose
from heedful.predicates import SceneModel, compiled, evaluate, failing, say, truth
from heedful.program import And, Atom, Not, Or, parse
from heedful.types import Cavity, Reach, Scene, Thing


def block(name, x, y, z=0.02, **more):
    return Thing(name, "block", Pose.at(x, y, z), np.full(3, 0.04), color=name.split("_")[0], **more)


TABLE = Thing("table", "table", Pose.at(0.55, 0, -0.02), np.array([0.6, 0.9, 0.04]), fixed=True)
BOWL = Thing(
    "blue_bowl_1",
    "bowl",
    Pose.at(0.5, 0.2, 0.03),
    np.array([0.14, 0.14, 0.06]),
    "bowl",
    "blue",
    cavity=Cavity(np.array([0, 0, 0.005]), np.array([0.12, 0.12, 0.05])),
)


def scene(*things, **more):
    found = {t.id: t for t in (TABLE, BOWL, *things)}
    more.setdefault("held", {"gripper": None})
    return Scene(0.0, found, reach={"arm": Reach(np.array([0, 0, 0.333]), 0.3, 0.8)}, **more)


truths = st.sampled_from([True, False, None])


class Table:
    """A model whose atoms have given values."""

    def __init__(self, **values):
        self.values = values

    def holds(self, name, args):
        return self.values[args[0]]

    def members(self, category):
        return list(self.values)


@given(truths, truths)
def test_connectives_follow_kleene(a, b):
    model = Table(a=a, b=b)
    x, y = Atom("upright", ("a",)), Atom("upright", ("b",))
    assert truth(And((x, y)), model) == truth(Not(Or((Not(x), Not(y)))), model)
    assert truth(And((x, y)), model) is (False if False in (a, b) else None if None in (a, b) else True)
    assert truth(parse("forall x: upright(x)"), model) == truth(And((x, y)), model)
    assert truth(parse("exists x: upright(x)"), model) == truth(Or((x, y)), model)


@given(truths, truths)
def test_learning_an_unknown_never_turns_true_into_false(a, b):
    for formula in map(parse, ("upright(a) & ~upright(b)", "upright(a) | upright(b)", "exists x: upright(x)")):
        before = truth(formula, Table(a=a, b=b))
        for more in (True, False):
            after = truth(formula, Table(a=more if a is None else a, b=more if b is None else b))
            assert before is None or before == after


IDS = ("red_block_1", "green_block_1", "blue_bowl_1", "table", "nowhere")
places = st.tuples(st.floats(0.35, 0.65), st.floats(0.0, 0.3), st.sampled_from([0.02, 0.045, 0.06, 0.3]))


@st.composite
def scenes(draw):
    """Two blocks in, on, beside or above a bowl, tilted or not, held or not, believed in or not."""
    turns = st.sampled_from([np.array([1.0, 0, 0, 0]), np.array([0.98, 0.2, 0, 0]) / np.hypot(0.98, 0.2), np.array([0.0, 1, 0, 0])])
    things = [
        replace(block(id, *draw(places)), confidence=draw(st.sampled_from([1.0, 1.0, 0.0])))
        for id in draw(st.sets(st.sampled_from(IDS[:2])))
    ]
    things = [replace(t, pose=Pose(t.pose.pos, draw(turns))) for t in things]
    pairs = st.sets(st.sampled_from([tuple(sorted((a, b))) for a in IDS for b in IDS if a < b]))
    return scene(
        *things,
        held={"gripper": draw(st.sampled_from([None, *IDS[:2]]))},
        contacts=draw(st.one_of(st.none(), pairs.map(frozenset))),
        joints={"blue_bowl_1": draw(st.floats(0, 1))},
    )


measured = st.one_of(
    st.builds(
        lambda name, a, b: Atom(name, (a, b)),
        st.sampled_from(["in", "on", "next_to", "near", "left_of", "behind", "at"]),
        st.sampled_from(IDS),
        st.sampled_from([*IDS, "_"]),
    ),
    st.builds(
        lambda name, a: Atom(name, (a,)),
        st.sampled_from(["holding", "upright", "open", "closed", "lit", "movable", "graspable", "clear", "shut_in", "reachable"]),
        st.sampled_from(IDS),
    ),
    st.sampled_from([Atom("hand_empty", ()), parse("exists x in block: in(x, blue_bowl_1)"), parse("forall x in block: on(x, table)")]),
)
formulas = st.recursive(
    measured,
    lambda inner: st.one_of(
        inner.map(Not), st.lists(inner, max_size=3).map(lambda p: And(tuple(p))), st.lists(inner, max_size=3).map(lambda p: Or(tuple(p)))
    ),
    max_leaves=5,
)


@given(formulas, st.lists(scenes(), min_size=1, max_size=3))
def test_a_formula_made_ready_tells_of_every_scene_what_the_evaluator_does(formula, some):
    ready = compiled(formula)
    for one in some:
        assert ready(one) is truth(formula, SceneModel(one))


@given(st.lists(formulas, min_size=1, max_size=3), st.lists(scenes(), min_size=2, max_size=3), st.lists(st.integers(0, 8), max_size=12))
def test_what_is_remembered_of_a_scene_is_what_it_tells(some, seen, order):
    for i in order:
        formula, one = some[i % len(some)], seen[i // 3 % len(seen)]
        assert evaluate(formula, one) is truth(formula, SceneModel(one))


def test_a_scene_is_measured_once_for_each_question():
    asked = []

    @predicates.predicate("{0} is counted here")
    def counted_here(scene, x):
        asked.append(scene)
        return True

    first, second = scene(), scene()
    for one in (first, first, second, second, first):
        assert evaluate(Atom("counted_here", ("table",)), one) is True
    assert asked == [first, second, first]


def test_what_is_not_in_the_scene_is_unknown_not_false():
    assert evaluate(parse("on(red_block_1, table)"), scene()) is None
    assert evaluate(parse("on(red_block_1, table)"), scene(block("red_block_1", 0.5, 0, confidence=0.2))) is None


def test_a_held_object_is_on_nothing_and_in_nothing():
    red = block("red_block_1", 0.5, 0.2, 0.04)
    seen = scene(red, held={"gripper": "red_block_1"})
    assert evaluate(parse("holding(red_block_1) & ~on(red_block_1, _) & ~in(red_block_1, _) & ~hand_empty"), seen) is True


def test_contact_that_is_sensed_and_absent_rules_out_on():
    red = block("red_block_1", 0.5, 0)
    assert evaluate(parse("on(red_block_1, table)"), scene(red)) is True
    assert evaluate(parse("on(red_block_1, table)"), scene(red, contacts=frozenset())) is False


@pytest.mark.parametrize(
    ("formula", "holds"),
    [
        ("in(red_block_1, blue_bowl_1)", True),
        ("on(red_block_1, blue_bowl_1)", False),
        ("next_to(red_block_1, blue_bowl_1)", False),
        ("next_to(green_block_1, yellow_block_1)", True),
        ("next_to(green_block_1, blue_bowl_1)", False),
        ("left_of(blue_bowl_1, green_block_1)", True),
        ("right_of(blue_bowl_1, green_block_1)", False),
        ("clear(green_block_1)", True),
        ("clear(table)", False),
        ("reachable(green_block_1)", True),
        ("reachable(white_block_1)", False),
        ("graspable(blue_bowl_1)", True),
    ],
)
def test_relations_are_measured(formula, holds):
    things = [
        block("red_block_1", 0.5, 0.2, 0.035),
        block("green_block_1", 0.5, -0.1),
        block("yellow_block_1", 0.5, -0.18),
        block("white_block_1", 1.4, 0),
    ]
    assert evaluate(parse(formula), scene(*things)) is holds


def test_half_open_is_neither_open_nor_closed():
    drawer = Thing("drawer", "drawer", Pose.at(0.6, 0.3, 0.05), np.array([0.2, 0.2, 0.08]), fixed=True, slide=np.array([-0.17, 0, 0]))
    half = scene(drawer, joints={"drawer": 0.4})
    assert evaluate(parse("open(drawer)"), half) is False
    assert evaluate(parse("closed(drawer)"), half) is False


def test_the_first_broken_part_of_a_conjunction_is_named():
    seen = scene(block("red_block_1", 1.4, 0))
    broken = failing(parse("hand_empty & reachable(red_block_1) & clear(red_block_1)"), SceneModel(seen))
    assert say(broken, seen) == "the red block is within reach"


def test_formulas_are_said_in_words():
    seen = scene(block("red_block_1", 0.5, 0))
    assert (
        say(parse("in(red_block_1, blue_bowl_1)"), seen) == "the red block is in the bowl"
        or say(parse("in(red_block_1, blue_bowl_1)"), seen) == "the red block is in the blue bowl"
    )
    assert say(parse("~on(red_block_1, table)"), seen) == "the red block is not on the table"


def test_users_add_predicates_of_their_own_and_a_wrong_name_is_told_the_nearest():
    @predicates.predicate("{0} is crumpled", words=("crumpled",))
    def crumpled(scene, x):
        return bool(x.size[0] < 0.1)

    cloth = Thing("cloth", "cloth", Pose.at(0.5, 0, 0), np.array([0.05, 0.1, 0.01]))
    assert evaluate(parse("crumpled(cloth)"), scene(cloth)) is True
    assert evaluate(parse("crumpled(missing)"), scene(cloth)) is None
    with pytest.raises(predicates.UnknownPredicate, match="Did you mean 'crumpled'"):
        evaluate(parse("crumpeld(cloth)"), scene(cloth))


def test_nobody_redefines_what_others_goals_rely_on():
    with pytest.raises(ValueError, match="already defined by heedful"):

        @predicates.predicate("{0} is on {1}")
        def on(scene, a, b):
            return True

    assert evaluate(parse("on(blue_bowl_1, red_block_1)"), scene(block("red_block_1", 0.5, 0))) is False
