"""What is exported as PDDL means what the planner means: its plans are valid there, and spoilt ones are not."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from small_scenes import LIBRARY, kitchen

from heedful.agents.planner.pddl import NotPDDL, to_pddl
from heedful.agents.planner.search import find
from heedful.predicates import predicate, relations
from heedful.program import Atom, Count, Formula, parse
from heedful.types import Scene, SkillCall, Thing

GOALS = [
    parse("in(red_block, blue_bowl)"),
    parse("in(red_block, drawer) & closed(drawer)"),
    parse("on(red_block, blue_block) & on(blue_block, yellow_block)"),
    Count("x", "block", Atom("in", ("x", "white_bowl")), 2, 2),
    parse("~on(red_block, table) & next_to(cloth, plate)"),
]


def tree(text: str) -> Any:
    """An s-expression as nested lists."""
    stack: list[list[Any]] = [[]]
    for token in re.findall(r"[()]|[^\s()]+", text):
        if token == "(":
            stack.append([])
        elif token == ")":
            done = stack.pop()
            stack[-1].append(done)
        else:
            stack[-1].append(token)
    assert len(stack) == 1, "brackets do not match"
    return stack[0][0]


def holds(f: Any, facts: set[tuple[str, ...]], names: dict[str, str], objects: list[str]) -> bool:
    match f:
        case ["and", *parts]:
            return all(holds(p, facts, names, objects) for p in parts)
        case ["or", *parts]:
            return any(holds(p, facts, names, objects) for p in parts)
        case ["not", body]:
            return not holds(body, facts, names, objects)
        case ["imply", a, b]:
            return not holds(a, facts, names, objects) or holds(b, facts, names, objects)
        case ["=", a, b]:
            return names.get(a, a) == names.get(b, b)
        case ["exists" | "forall" as q, [var], body]:
            found = (holds(body, facts, names | {var: o}, objects) for o in objects)
            return any(found) if q == "exists" else all(found)
        case [name, *args]:
            return (name, *(names.get(a, a) for a in args)) in facts
    raise AssertionError(f)


def changed(effect: Any, facts: set[tuple[str, ...]], names: dict[str, str], objects: list[str]) -> tuple[set[Any], set[Any]]:
    match effect:
        case ["and", *parts]:
            found = [changed(p, facts, names, objects) for p in parts]
            return set().union(*(a for a, _ in found)), set().union(*(d for _, d in found))
        case ["forall", variables, body]:
            rows = [names | dict(zip(variables, row, strict=True)) for row in product(objects, repeat=len(variables))]
            found = [changed(body, facts, row, objects) for row in rows]
            return set().union(*(a for a, _ in found)), set().union(*(d for _, d in found))
        case ["increase", *_]:
            return set(), set()
        case ["not", [name, *args]]:
            return set(), {(name, *(names.get(a, a) for a in args))}
        case [name, *args]:
            return {(name, *(names.get(a, a) for a in args))}, set()
    raise AssertionError(effect)


def valid(domain: str, problem: str, plan: list[SkillCall]) -> bool:
    """Whether a plan leads to the goal, by the exported text alone."""
    sections = {s[0]: s[1:] for s in tree(problem)[2:]}
    actions = {s[1]: dict(zip(s[2::2], s[3::2], strict=True)) for s in tree(domain)[2:] if s[0] == ":action"}
    constants = next(s[1:] for s in tree(domain)[2:] if s[0] == ":constants")
    objects, facts = [*constants, *sections[":objects"]], {tuple(f) for f in sections[":init"] if f[0] != "="}
    for call in plan:
        action = actions[call.skill]
        names = dict(zip(action[":parameters"], (str(v) for _, v in call.args), strict=True))
        if not holds(action[":precondition"], facts, names, objects):
            return False
        add, delete = changed(action[":effect"], facts, names, objects)
        facts = facts - delete | add
    return holds(sections[":goal"][0], facts, {}, objects)


@pytest.mark.parametrize("goal", GOALS, ids=str)
def test_our_plan_is_valid_there_and_none_with_a_call_left_out(goal: Formula):
    scene = kitchen()
    plan = find(LIBRARY, scene, goal)
    assert isinstance(plan, list) and plan
    domain, problem = to_pddl(LIBRARY, scene, goal)
    assert valid(domain, problem, plan)
    for at in range(len(plan)):
        assert not valid(domain, problem, [*plan[:at], *plan[at + 1 :]])


def test_a_goal_that_pddl_cannot_say_is_refused():
    if "pddl_apart" not in relations():

        @predicate("{0} is {2} m from {1}", ())
        def pddl_apart(scene: Scene, a: Thing, b: Thing, metres: float) -> bool:
            return False

    with pytest.raises(NotPDDL, match="number"):
        to_pddl(LIBRARY, kitchen(), parse("pddl_apart(red_block, plate, 0.1)"))
