"""What a bound program means, in one form: two programs with the same form ask for the same thing in this scene."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

from heedful.predicates import evaluate
from heedful.program import Achieve, And, Atom, Count, Do, Formula, If, Not, Or, Par, Program, Seq, Until, substitute
from heedful.types import Scene

Step = tuple[Any, ...]

INVERSE = {"right_of": "left_of", "behind": "in_front_of"}
"""Said the other way round."""
SYMMETRIC = frozenset({"next_to", "near", "touching", "far_from", "same_color"})
MEASURED = frozenset({"apart", "well_apart"})
OPPOSITE = {"closed": "open"}


def meaning(program: Program, scene: Scene) -> tuple[Step, ...]:
    """The form of a bound program: what can hold together in no order, what is taken up only to be moved left out."""
    return tuple(_steps(program, scene))


def covers(more: tuple[Step, ...], less: tuple[Step, ...]) -> bool:
    """Whether one program asks step by step for all that the other asks for, in the same manner, and perhaps for more."""
    return len(more) == len(less) and all(
        m == n or (m[0] == n[0] == "achieve" and n[1] <= m[1] and m[3] == n[3]) for m, n in zip(more, less, strict=True)
    )


def _steps(program: Program, scene: Scene) -> list[Step]:
    steps: list[Step] = []
    for step in (s for p in _flat(program) for s in _until(p)):
        match step:
            case Achieve(goal, _, using, under):
                literals = frozenset(q for p in _parts(goal) for q in _emptied(p, scene))
                if not literals:
                    continue
                how = frozenset((c.kind, c.about) for c in under)
                last = steps[-1] if steps else None
                if isinstance(last, tuple) and last[0] == "achieve":
                    if _taken_up(last[1], literals):
                        steps[-1] = ("achieve", literals, last[2] | frozenset(using), last[3] | how)
                        continue
                    if not (_things(last[1]) & _things(literals)) and last[3] == how:
                        steps[-1] = ("achieve", last[1] | literals, last[2] | frozenset(using), how)
                        continue
                steps.append(("achieve", literals, frozenset(using), how))
            case Do(skill, args):
                steps.append(("do", skill, args))
            case If(condition, then, otherwise):
                steps.append(("if", _form(condition), meaning(then, scene), meaning(otherwise, scene)))
            case Par(parts):
                steps.append(("par", frozenset(meaning(p, scene) for p in parts)))
    return steps


def _emptied(literal: Hashable, scene: Scene) -> list[Hashable]:
    """To be empty is for what has things in or on it that they are there no longer."""
    if not isinstance(literal, tuple) or literal[0] != "empty":
        return [literal]
    place = literal[1]
    pairs = [(name, i) for i in scene.objects for name in ("in", "on") if i != place]
    there = [("not", (name, i, place)) for name, i in pairs if evaluate(Atom(name, (i, place)), scene) is True]
    return list(there) or [literal]


def _until(program: Program) -> list[Program]:
    """What is done until something is so is a means to that end, unless it is holding something meanwhile."""
    if not isinstance(program, Until):
        return [program]
    held = isinstance(program.body, Achieve) and isinstance(program.body.goal, Atom) and program.body.goal.name == "holding"
    return [*([program.body] if held else []), Achieve(program.condition)]


def _flat(program: Program) -> list[Program]:
    return [q for s in program.steps for q in _flat(s)] if isinstance(program, Seq) else [program]


def _taken_up(before: frozenset[Hashable], after: frozenset[Hashable]) -> bool:
    """Whether something is held first only because it is to go somewhere."""
    held = {f[1] for f in before if isinstance(f, tuple) and f[0] == "holding"}
    moved = {f[1] for f in after if isinstance(f, tuple) and len(f) > 2} | {
        f[1][1] for f in after if isinstance(f, tuple) and f[0] == "not" and isinstance(f[1], tuple) and len(f[1]) > 2
    }
    return len(held) == len(before) and held <= moved


def _things(literals: frozenset[Hashable]) -> frozenset[Hashable]:
    """The first thing that each literal speaks of, and everything in others."""
    found: set[Hashable] = set()
    for literal in literals:
        inner = literal[1] if isinstance(literal, tuple) and literal[0] == "not" else literal
        if isinstance(inner, tuple):
            found |= {inner[1]} if isinstance(inner[0], str) and inner[0] not in ("or", "count") and len(inner) > 1 else {inner}
    return frozenset(found)


def _parts(formula: Formula) -> list[Hashable]:
    if isinstance(formula, And):
        return [q for p in formula.parts for q in _parts(p)]
    if isinstance(formula, Count) and formula.among and formula.least in (None, len(formula.among)):
        return [q for a in formula.among for q in _parts(substitute(formula.body, {formula.var: a}))]
    return [_form(formula)]


def _form(formula: Formula) -> Hashable:
    match formula:
        case Atom(name, args):
            return _atom(name, args)
        case Not(Not(body)):
            return _form(body)
        case Not(Atom(name, args)) if name in OPPOSITE:
            return _atom(OPPOSITE[name], args)
        case Not(body):
            return ("not", _form(body))
        case And(parts):
            found = frozenset(q for p in parts for q in _parts(p))
            return next(iter(found)) if len(found) == 1 else ("and", found)
        case Or(parts):
            either = frozenset(_form(p) for p in parts)
            return next(iter(either)) if len(either) == 1 else ("or", either)
        case Count(var, category, body, least, most, among):
            return ("count", category, least, most, frozenset(among), _form(substitute(body, {var: "?"})))


def _atom(name: str, args: tuple[Hashable, ...]) -> Hashable:
    if name in OPPOSITE:
        return ("not", (OPPOSITE[name], *args))
    if name in INVERSE and len(args) == 2:
        return (INVERSE[name], args[1], args[0])
    if name in SYMMETRIC and len(args) == 2:
        return (name, *sorted(map(str, args)))
    if name in MEASURED and len(args) == 3:
        return (name, *sorted(map(str, args[:2])), args[2])
    return (name, *args)
