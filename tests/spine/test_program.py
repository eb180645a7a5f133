"""The Task Language: whatever is written can be read again, as text and as JSON."""

import json

import pytest
from hypothesis import given, strategies as st

from heedful.program import Achieve, And, Atom, Count, Do, FormulaError, Not, Or, Ref, Seq, atoms, from_json, parse, substitute, to_json

names = st.sampled_from(["on", "in", "holding", "open", "red_block_1", "x"])
ids = st.sampled_from(["red_block_1", "blue_bowl_1", "x", "_"])
refs = st.builds(
    Ref,
    st.sampled_from(["block", "bowl", ""]),
    st.sampled_from(["red", ""]),
    st.just(("large",)),
    st.sampled_from(["the", "a", "all"]),
    st.text(max_size=8),
)
leaves = st.builds(Atom, names, st.lists(ids, max_size=2).map(tuple))
formulas = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(And, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Or, st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(Count, st.just("y"), st.sampled_from(["", "block"]), inner, st.sampled_from([None, 1]), st.none()),
    ),
    max_leaves=6,
)
with_refs = st.builds(Atom, names, st.lists(st.one_of(ids, refs), max_size=2).map(tuple))
programs = st.recursive(
    st.one_of(st.builds(Achieve, st.one_of(formulas, with_refs)), st.builds(Do, names, st.just((("seconds", 2),)))),
    lambda inner: st.builds(Seq, st.lists(inner, max_size=3).map(tuple)),
    max_leaves=4,
)


@given(formulas)
def test_a_formula_survives_json(formula):
    assert from_json(json.loads(json.dumps(to_json(formula)))) == formula


@given(programs)
def test_a_program_survives_json(program):
    assert from_json(json.loads(json.dumps(to_json(program)))) == program


@given(leaves, leaves, leaves)
def test_a_formula_survives_being_written_out(a, b, c):
    for formula in (And((a, Not(b), c)), Or((And((a, b)), c)), Count("x", "block", a, None), Not(Count("x", "", b, 1))):
        again = parse(str(formula))
        assert str(again) == str(formula)
        assert atoms(again) == atoms(formula)


@given(st.text(max_size=40))
def test_any_text_is_a_formula_or_a_formula_error(text):
    try:
        parse(text)
    except FormulaError as error:
        assert "\n" not in str(error).replace(repr(text), "")


@pytest.mark.parametrize("text", ["on(a", "on(a,) b", "& a", "exists x on(x)", "~", "on(a) on(b)", ""])
def test_a_broken_formula_says_what_was_expected(text):
    with pytest.raises(FormulaError, match="formula"):
        parse(text)


def test_a_bound_variable_is_not_replaced():
    formula = parse("exists x: on(x, y)")
    assert str(substitute(formula, {"x": "red", "y": "table"})) == "(exists x: on(x, table))"


@pytest.mark.parametrize("data", [3, None, {"what": 1}, [], [4, "a"]])
def test_foreign_json_is_refused(data):
    with pytest.raises(FormulaError):
        from_json(data)
