"""A planning problem written down as PDDL (`:adl` with action costs), for any other planner to solve."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from heedful.agents.planner.state import ANY, PlannedSkill, fluents, is_derived, literals, required
from heedful.predicates import relation
from heedful.predicates.evaluate import SceneModel
from heedful.program import And, Atom, Count, Formula, Not, Or, atoms, substitute
from heedful.types import Scene

LARGEST = 2000
"""Ways to choose k of n things that a count is written out for."""


class NotPDDL(ValueError):
    """Something that cannot be written in PDDL; the message says what."""


def to_pddl(skills: Iterable[PlannedSkill], scene: Scene, goal: Formula, name: str = "heedful") -> tuple[str, str]:
    """A domain of what the skills can do, and a problem of what the scene shows and the goal asks for.

    Derived predicates are written out, `_` becomes a quantifier, counts of the goal become disjunctions. What the
    scene does not tell is left out of the initial state, and so false. Raises NotPDDL.

    Args:
      skills: Those that planning uses, with ids for arguments; others are left out.
      scene: Where it starts.
      goal: What shall hold, over ids.
      name: Of the domain and the problem.
    """
    used = [s for s in skills if s.plan_with and s.effects != And() and all(p.kind == "id" for p in s.params if required(p))]
    ids = list(scene.objects)
    writer = _Writer(ids, scene)
    actions = [_action(s, writer) for s in used]
    constants = [i for i in ids if i in writer.named]
    missing = sorted(writer.named - set(ids))
    wanted = writer.formula(goal, set())
    facts = sorted(writer.predicates | {(n, len(relation(n).params)) for n in fluents(used)})
    domain = [
        f"(define (domain {name})",
        "  (:requirements :adl :action-costs)",
        f"  (:constants {' '.join(map(_name, [*constants, *missing]))})",
        "  (:predicates",
        *(f"    ({_name(p)}{''.join(f' ?x{i}' for i in range(arity))})" for p, arity in facts),
        "  )",
        "  (:functions (total-cost) - number)",
        *actions,
        ")",
    ]
    model = SceneModel(scene)
    true = [(p, row) for p, arity in facts for row in product(ids, repeat=arity) if model.holds(p, row) is True]
    problem = [
        f"(define (problem {name})",
        f"  (:domain {name})",
        f"  (:objects {' '.join(_name(i) for i in ids if i not in constants)})",
        "  (:init",
        *(f"    ({' '.join(map(_name, (p, *row)))})" for p, row in true),
        "    (= (total-cost) 0)",
        "  )",
        f"  (:goal {wanted})",
        "  (:metric minimize (total-cost))",
        ")",
    ]
    return "\n".join(domain) + "\n", "\n".join(problem) + "\n"


def _action(skill: PlannedSkill, writer: _Writer) -> str:
    params = [p.name for p in skill.params if p.kind == "id" and required(p)]
    effects = [writer.effect(atom, sign, set(params)) for atom, sign in literals(skill.effects)]
    apart = [f"(not (= ?{_name(a)} ?{_name(b)}))" for a, b in combinations(params, 2)]
    return "\n".join(
        [
            f"  (:action {_name(skill.name)}",
            f"    :parameters ({' '.join(f'?{_name(p)}' for p in params)})",
            f"    :precondition (and {' '.join([*apart, writer.formula(skill.requires, set(params))])})",
            f"    :effect (and {' '.join(effects)} (increase (total-cost) {max(1, round(10 * skill.cost))})))",
        ]
    )


class _Writer:
    """Formulas as PDDL; remembers which predicates they need."""

    def __init__(self, ids: Sequence[str], scene: Scene) -> None:
        self.ids = ids
        self.scene = scene
        self.predicates: set[tuple[str, int]] = set()
        self.named: set[str] = set()
        """Ids that were written down so far."""
        self._fresh = 0

    def formula(self, formula: Formula, variables: set[str]) -> str:
        match formula:
            case Atom(name, args) if is_derived(name):
                found = relation(name)
                assert found.formula is not None
                return self.formula(substitute(found.formula, dict(zip(found.params, args, strict=True))), variables)
            case Atom(name, args) if ANY in args:
                any_ = self._variable()
                inner = Atom(name, tuple(any_ if a == ANY else a for a in args))
                return f"(exists (?{any_}) {self.formula(inner, {*variables, any_})})"
            case Atom():
                return self._atom(formula, variables)
            case Not(body):
                return f"(not {self.formula(body, variables)})"
            case And(parts):
                return f"(and {' '.join(self.formula(p, variables) for p in parts)})".replace("(and )", "(and)")
            case Or(parts):
                return f"(or {' '.join(self.formula(p, variables) for p in parts)})"
            case Count():
                return self._count(formula, variables)

    def _count(self, count: Count, variables: set[str]) -> str:
        kind, any_ = count.category, self._variable()
        body = substitute(count.body, {count.var: any_})
        domain = [str(a) for a in count.among]
        if not domain and not kind and (count.least, count.most) in ((None, None), (1, None), (0, 0)):
            # as everywhere, what the body names is not counted itself
            named = {a for atom in atoms(count.body) for a in atom.args if isinstance(a, str) and a not in (count.var, ANY)}
            others = " ".join(f"(not (= ?{any_} {self._term(n, variables)}))" for n in sorted(named))
            inner = self.formula(body, {*variables, any_})
            if count.least is None:
                return f"(forall (?{any_}) {f'(imply (and {others}) {inner})' if others else inner})"
            some = f"(exists (?{any_}) (and {others} {inner}))" if others else f"(exists (?{any_}) {inner})"
            return some if count.least == 1 else f"(not {some})"
        if not domain:
            named_ids = {a for atom in atoms(count.body) for a in atom.args if isinstance(a, str)}
            domain = [i for i in SceneModel(self.scene).members(kind) if i not in named_ids]
        rows = [self.formula(substitute(count.body, {count.var: i}), variables) for i in domain]
        low = len(rows) if count.least is None else count.least
        high = len(rows) if count.most is None else count.most
        return f"(and {self._at_least(low, rows)} (not {self._at_least(high + 1, rows)}))"

    def _at_least(self, k: int, rows: Sequence[str]) -> str:
        if k <= 0:
            return "(and)"
        if k > len(rows):
            return "(or)"
        ways = list(combinations(rows, k))
        if len(ways) > LARGEST:
            raise NotPDDL(f"{k} of {len(rows)} things are too many ways to write out: {len(ways)}, and {LARGEST} are the most")
        written = [f"(and {' '.join(way)})" for way in ways]
        return written[0] if len(written) == 1 else f"(or {' '.join(written)})"

    def effect(self, atom: Atom, sign: bool, variables: set[str]) -> str:
        """A literal of an effect; `_` in it is everything."""
        blanks = [self._variable() for a in atom.args if a == ANY]
        names = iter(blanks)
        filled = Atom(atom.name, tuple(next(names) if a == ANY else a for a in atom.args))
        written = self._atom(filled, {*variables, *blanks})
        written = written if sign else f"(not {written})"
        return f"(forall ({' '.join(f'?{b}' for b in blanks)}) {written})" if blanks else written

    def _atom(self, atom: Atom, variables: set[str]) -> str:
        if relation(atom.name).numbers:
            raise NotPDDL(f"{atom.name} has a number in it, and PDDL has no such predicates")
        self.predicates.add((atom.name, len(atom.args)))
        return f"({' '.join([_name(atom.name), *(self._term(str(a), variables) for a in atom.args)])})"

    def _term(self, term: str, variables: set[str]) -> str:
        if term in variables:
            return f"?{_name(term)}"
        self.named.add(term)
        return _name(term)

    def _variable(self) -> str:
        self._fresh += 1
        return f"any{self._fresh}"


def _name(text: str) -> str:
    """A name that PDDL allows."""
    plain = re.sub(r"[^A-Za-z0-9_-]", "_", text)
    return plain if plain[:1].isalpha() else f"o_{plain}"
