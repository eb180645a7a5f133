"""The steps of a plan, rewritten: one thing for another, a thing left out, a goal in the place of another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from heedful.program import Achieve, And, Atom, Count, Do, Formula, If, Not, Or, Par, Program, Seq, Until
from heedful.types import Id

PLACED = frozenset(
    {"in", "on", "under", "at", "next_to", "left_of", "right_of", "behind", "in_front_of", "near", "far_from", "around", "apart",
     "well_apart", "standing_at"}
)  # fmt: skip
"""Relations that say where the first thing is."""
STATES = frozenset({"open", "closed", "lit", "upright", "upside_down", "full", "filled", "empty", "running", "clean"})


def rewritten(formula: Formula, change: Callable[[Atom], Formula | None]) -> Formula | None:
    """A formula with each atom changed; None once nothing is left of it."""
    match formula:
        case Atom():
            return change(formula)
        case Not(body):
            inner = rewritten(body, change)
            return None if inner is None else Not(inner)
        case And(parts):
            kept = list(dict.fromkeys(p for part in parts if (p := rewritten(part, change)) is not None))
            return None if parts and not kept else kept[0] if len(kept) == 1 else And(tuple(kept))
        case Or(parts):
            either = [p for part in parts if (p := rewritten(part, change)) is not None]
            return None if not either else either[0] if len(either) == 1 else Or(tuple(either))
        case Count(body=body):
            inner = rewritten(body, change)
            return None if inner is None else replace(formula, body=inner)


def swapped(program: Program, old: Id, new: Id) -> Program:
    """The program about another thing."""

    def atom(a: Atom) -> Formula:
        return Atom(a.name, tuple(new if t == old else t for t in a.args))

    def formula(f: Formula) -> Formula:
        if isinstance(f, Count) and old in f.among:
            f = replace(f, among=tuple(dict.fromkeys(new if t == old else t for t in f.among)))
        return rewritten(f, atom) or And()

    match program:
        case Achieve(goal, by, using, under):
            kept = tuple(replace(c, about=new) if c.about == old else c for c in under)
            return Achieve(formula(goal), by, tuple(new if t == old else t for t in using), kept)
        case Do(skill, args):
            return Do(skill, tuple((k, new if v == old else v) for k, v in args))
        case Seq(steps):
            return Seq(tuple(swapped(s, old, new) for s in steps))
        case Par(steps):
            return Par(tuple(swapped(s, old, new) for s in steps))
        case If(condition, then, otherwise):
            return If(formula(condition), swapped(then, old, new), swapped(otherwise, old, new))
        case Until(condition, body):
            return Until(formula(condition), swapped(body, old, new))


def without(program: Program, thing: Id) -> Program | None:
    """The program without what it says of where a thing is or what becomes of it; None if that was all."""
    match program:
        case Achieve(goal):
            left = rewritten(goal, lambda a: None if a.args[:1] == (thing,) else a)
            return None if left is None else replace(program, goal=left)
        case Do(_, args):
            return None if args and args[0][1] == thing else program
        case Seq(steps):
            return _joined(Seq, steps, thing)
        case Par(steps):
            return _joined(Par, steps, thing)
        case _:
            return program


def _joined(kind: type[Seq] | type[Par], steps: tuple[Program, ...], thing: Id) -> Program | None:
    left = tuple(p for s in steps if (p := without(s, thing)) is not None)
    return kind(left) if left else None


def themes(program: Program) -> list[Id]:
    """The things that a bound step is about: the first of each of its atoms."""
    if isinstance(program, Do):
        return [str(v) for _, v in program.args[:1] if isinstance(v, str)]
    if not isinstance(program, Achieve):
        return []
    found: list[Id] = []

    def note(a: Atom) -> Formula:
        found.extend(str(t) for t in a.args[:1] if isinstance(t, str))
        return a

    rewritten(program.goal, note)
    return list(dict.fromkeys(found))
