"""Programs and formulas made into others: the opposite, one of several at a time, with more to be kept on the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.program import (
    NOTHING,
    TRUE,
    Achieve,
    And,
    Atom,
    Constraint,
    Count,
    Formula,
    If,
    Not,
    Or,
    Program,
    Ref,
    Seq,
    Term,
    Until,
    atoms,
)  # fmt: skip

FALSE = Or(())


def opposite(formula: Formula) -> Formula:
    """That it is not so, in as few words as possible."""
    match formula:
        case Not(body):
            return body
        case Atom("open", args):
            return Atom("closed", args)
        case Count(var, category, body, least, None, among) if least:
            return Count(var, category, body, 0, least - 1, among)
        case Count(var, category, body, 0, 0, among):
            return Count(var, category, body, 1, None, among)
    return Not(formula)


def instead(formula: Formula, old: Ref, new: Term) -> Formula:
    match formula:
        case Atom(name, args):
            return Atom(name, tuple(new if a == old else a for a in args))
        case Not(body):
            return Not(instead(body, old, new))
        case And(parts):
            return And(tuple(instead(p, old, new) for p in parts))
        case Or(parts):
            return Or(tuple(instead(p, old, new) for p in parts))
    return formula


def one_by_one(program: Program) -> Program:
    """Done to one of several at a time."""
    match program:
        case Achieve(goal, by, using, under):
            return Achieve(_some(goal), by, using, under)
        case Seq(steps):
            return Seq(tuple(one_by_one(s) for s in steps))
    return program


def _some(formula: Formula) -> Formula:
    """The formula of one of several: of one that is there, where they are taken out of something."""
    parts = formula.parts if isinstance(formula, And) else (formula,)
    themes = [a.args[0] for p in parts for a in atoms(p) if a.args]
    several = next((t for t in themes if isinstance(t, Ref) and (t.quantifier == "all" or t.category in lexicon.GROUPS)), None)
    if several is None:
        return formula
    left = [
        (a.body.name, a.body.args[1])
        for a in parts
        if isinstance(a, Not) and isinstance(a.body, Atom) and a.body.args[:1] == (several,) and a.body.args[1:]
    ]
    where = tuple((n, place) for n, place in left if isinstance(place, Ref))[:1] if not several.where else ()
    words = several.words.removeprefix("the ").removeprefix("all ") + "".join(f" {n} {place.words}" for n, place in where)
    one = replace(several, quantifier="a", words=f"one of the {words}", where=(*several.where, *where))
    kept = tuple(p for p in parts if not (left and isinstance(p, Atom) and p.name == "holding"))
    swapped = tuple(instead(p, several, one) for p in kept)
    return swapped[0] if len(swapped) == 1 else And(swapped)


def under(program: Program, constraints: Sequence[Constraint]) -> Program:
    """The program with more that holds on the way, but for not touching what it moves."""
    match program:
        case Achieve(goal, by, using, already):
            moved = [a.args[0] for a in atoms(goal) if a.args]
            level = [Constraint("upright", m) for m in dict.fromkeys(moved)]
            about = [m for c in constraints for m in (level if c == Constraint("upright") and level else [c])]
            more = tuple(c for c in about if c not in already and not (c.kind == "no_touch" and c.about in moved))
            return Achieve(goal, by, using, (*already, *more))
        case Seq(steps):
            return Seq(tuple(under(s, constraints) for s in steps))
        case If(condition, then, otherwise):
            return If(condition, under(then, constraints), under(otherwise, constraints))
        case Until(condition, body):
            return Until(condition, under(body, constraints))
    return program


def flat(steps: Sequence[Program]) -> list[Program]:
    return [p for s in steps for p in (s.steps if isinstance(s, Seq) else (s,))]


def plain(program: Program) -> Program:
    """A program without what asks for nothing but how."""
    return NOTHING if isinstance(program, Achieve) and program.goal == TRUE else program
