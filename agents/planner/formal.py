"""The symbolic planner, instructed in the Task Language instead of words: a formula over the scene's ids, or a program as JSON."""

from __future__ import annotations

import json

from heedful.agents.planner.symbolic import Symbolic
from heedful.agents.understanding.saying import in_words, said
from heedful.episode import Understanding, Verdict
from heedful.predicates import UnknownPredicate, relation
from heedful.program import (
    Achieve,
    And,
    Count,
    Do,
    Formula,
    FormulaError,
    If,
    Not,
    Or,
    Par,
    Program,
    Seq,
    Until,
    atoms,
    formulas_of,
    from_json,
    parse,
    substitute,
)  # fmt: skip
from heedful.types import Scene


class Formal(Symbolic):
    """Reads `on(bowl_1, plate_1) & closed(drawer)` or `{"seq": [{"achieve": …}]}`, and plans like `Symbolic`. The rest is read as words."""

    def understand(self, words: str, scene: Scene) -> Understanding:
        """The goal that a formula states, the program that JSON states, or what is wrong with it."""
        try:
            program = read(words)
        except (FormulaError, UnknownPredicate) as error:
            if "(" not in words and "{" not in words:
                return super().understand(words, scene)
            return Understanding(None, Verdict.NOT_UNDERSTOOD, str(error), code="unknown_words")
        goals = [g for f in formulas_of(program) for g in atoms(_unquantified(f))]
        named = [a for atom in goals for at, a in enumerate(atom.args) if isinstance(a, str) and a != "_" and not _number(atom.name, at)]
        if lost := [n for n in named if n not in scene.objects]:
            known = ", ".join(scene.objects)
            return Understanding(None, Verdict.REFUSED, f"there is no {lost[0]} here; there are {known}", code="absent")
        return Understanding(program, sentence=in_words(program.goal, scene) if isinstance(program, Achieve) else said(program, scene))


def read(text: str) -> Program:
    """The program that a formula or JSON states. Raises FormulaError, UnknownPredicate."""
    if text.lstrip().startswith("{"):
        try:
            program: Program = from_json(json.loads(text))
        except json.JSONDecodeError as error:
            raise FormulaError(f"not a program: {error}") from None
        if not isinstance(program, Achieve | Do | Seq | Par | If | Until):
            raise FormulaError(f"not a program: expected achieve, do, seq, par, if or until, got {text[:60]!r}")
    else:
        program = Achieve(parse(text))
    for formula in formulas_of(program):
        for atom in atoms(formula):
            relation(atom.name)
    return program


def _number(name: str, at: int) -> bool:
    return at in relation(name).numbers


def _unquantified(goal: Formula) -> Formula:
    """The goal with anything at all for the variables of its quantifiers, so that only ids are left."""
    match goal:
        case Count(var=var, body=body):
            return substitute(_unquantified(body), {var: "_"})
        case Not(body):
            return _unquantified(body)
        case And(parts) | Or(parts):
            return And(tuple(map(_unquantified, parts)))
    return goal
