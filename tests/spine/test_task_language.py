"""The Task Language is JSON: whatever it can say comes back as it was."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.geometry import Pose
from heedful.predicates import evaluate, predicate
from heedful.program import (
    Achieve,
    And,
    Atom,
    Constraint,
    Count,
    Do,
    FormulaError,
    If,
    Not,
    Or,
    Par,
    Pick,
    Ref,
    Seq,
    Until,
    atoms,
    formulas_of,
    from_json,
    parse,
    terms_of,
    to_json,
)  # fmt: skip
from heedful.types import Scene, Thing

NAMES = st.sampled_from(["block", "mug", "red_block_1", "0.1"])
MANY = st.lists(st.builds(Ref, NAMES), max_size=2).map(tuple)
PLAIN = st.builds(Ref, NAMES, st.sampled_from(["", "red"]), st.just(()), st.sampled_from(["the", "a", "all"]), NAMES)
PICKS = st.builds(Pick, st.sampled_from(["left", "large"]), st.integers(-2, 3), st.integers(0, 2), st.integers(1, 3), st.none() | PLAIN)
WHERE = st.lists(st.tuples(st.just("on"), PLAIN), max_size=2).map(tuple)
REFS = st.builds(
    Ref, NAMES, st.just("red"), st.just(("small",)), st.just("all"), NAMES, WHERE,
    st.none() | st.integers(1, 4), st.none() | PICKS, MANY, MANY,
)  # fmt: skip
ATOMS = st.builds(Atom, st.sampled_from(["on", "in", "open"]), st.lists(NAMES | REFS, max_size=3).map(tuple))
FORMULAS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        inner.map(Not), st.lists(inner, max_size=3).map(lambda p: And(tuple(p))), st.lists(inner, max_size=3).map(lambda p: Or(tuple(p))),
        st.builds(Count, st.just("x"), NAMES, inner, st.none() | st.integers(0, 3), st.none(), st.lists(REFS, max_size=1).map(tuple)),
    ),
    max_leaves=4,
)  # fmt: skip
CONSTRAINTS = st.builds(Constraint, st.sampled_from(["upright", "gentle"]), st.none() | REFS)
STEPS = st.builds(Achieve, FORMULAS, st.just(("push",)), st.just(()), st.lists(CONSTRAINTS, max_size=2).map(tuple)) | st.builds(
    Do, st.just("wait"), st.just((("seconds", 2.0),))
)
PROGRAMS = st.recursive(
    STEPS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda s: Seq(tuple(s))), st.lists(inner, max_size=3).map(lambda s: Par(tuple(s))),
        st.builds(If, FORMULAS, inner, inner), st.builds(Until, FORMULAS, inner),
    ),
    max_leaves=4,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PROGRAMS)
def test_a_program_comes_back_from_json_as_it_was(program):
    assert from_json(json.loads(json.dumps(to_json(program)))) == program


@settings(max_examples=40, deadline=None)
@given(PROGRAMS)
def test_terms_and_formulas_of_a_program_are_all_of_them(program):
    spoken = {t for t in terms_of(program) if isinstance(t, Ref)}
    assert {a for f in formulas_of(program) for atom in atoms(f) for a in atom.args if isinstance(a, Ref)} <= spoken


@pytest.mark.parametrize("data", [{}, {"achieve": 3, "under": 4}, {"ref": {"pick": {"nth": 1, "size": 2}}}, [], None, {"seq": 1}, True])
def test_what_is_no_program_is_said_so(data):
    with pytest.raises(FormulaError):
        from_json(data)


def test_a_count_may_speak_of_named_things_only():
    formula = Count("x", "block", Atom("on", ("x", "tray")), 2, 2, ("a", "b", "c"))
    assert from_json(to_json(formula)) == formula
    assert str(formula) == "(count[2,2] x in {a, b, c}: on(x, tray))"


def test_a_number_in_a_formula_reaches_the_predicate():
    @predicate("{0} is {1} m long", ())
    def longer_than(scene: Scene, thing: Thing, metres: float) -> bool:
        return bool(thing.size[0] > metres)

    stick = Thing("stick", "stick", Pose(np.zeros(3), np.array([1.0, 0, 0, 0])), np.array([0.3, 0.01, 0.01]))
    scene = Scene(0.0, {"stick": stick})
    assert evaluate(parse("longer_than(stick, 0.2)"), scene) is True
    assert evaluate(parse("longer_than(stick, 0.4)"), scene) is False
