"""Drafts to programs in front of a scene: short forms are spelt out by the rules of the grammar's clauses, so that both mean the same."""

from __future__ import annotations

from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.expand import goals
from heedful.agents.understanding.parser.atoms import NUMBERED, SHORT
from heedful.agents.understanding.parser.draft import Both, Draft
from heedful.agents.understanding.pin import pinned
from heedful.agents.understanding.shaping import Vague
from heedful.predicates import relations
from heedful.program import Achieve, And, Atom, Count, Do, Formula, If, Not, Or, Par, Program, Ref, Seq, Until, atoms
from heedful.types import Scene

ZONES = {
    "#person": "person", "#robot": "robot", "#left": "table_left", "#right": "table_right", "#near": "table_near", "#far": "table_far",
    "#middle": "table_centre",
}  # fmt: skip
"""Places that are no things, as sketches and as the goal language call them."""
TOGETHER = frozenset({"row", "tower"})
"""What is wanted of several things together."""


class Unsaid(ValueError):
    """A draft that says something for which this scene or this version has no predicate; the message says what."""


def spelt(draft: Draft, scene: Scene) -> Program:
    """The program that a draft asks for. Raises Vague where it leaves open what to do, Unsaid where there is no way to say it."""
    match draft:
        case Both(steps):
            return _together([spelt(s, scene) for s in steps])
        case Achieve(goal, by, using, under):
            return Achieve(pinned(_formula(goal, scene), scene), by, using, under)
        case Seq(steps):
            return Seq(tuple(q for s in steps for q in _flat(spelt(s, scene))))
        case Par(steps):
            return Par(tuple(spelt(s, scene) for s in steps))
        case If(condition, then, otherwise):
            return If(_formula(condition, scene), spelt(then, scene), spelt(otherwise, scene))
        case Until(condition, body):
            done = spelt(body, scene)
            if isinstance(done, Achieve) and {a.name for a in atoms(done.goal)} == {"holding"}:  # nothing to be done again and again
                return Seq((done, Achieve(_formula(condition, scene))))
            return Until(_formula(condition, scene), done)
        case Do():
            return draft


def _flat(program: Program) -> tuple[Program, ...]:
    return program.steps if isinstance(program, Seq) else (program,)


def _together(steps: list[Program]) -> Program:
    """Clauses joined by `and`: one goal where they speak of different things, else one after the other."""
    flat = [q for s in steps for q in _flat(s)]
    groups: list[list[Program]] = []
    for step in flat:
        if groups and all(_apart(step, other) for other in groups[-1]):
            groups[-1].append(step)
        else:
            groups.append([step])
    merged = [_at_once([s for s in g if isinstance(s, Achieve)]) if len(g) > 1 else g[0] for g in groups]
    return merged[0] if len(merged) == 1 else Seq(tuple(merged))


def _apart(one: Program, other: Program) -> bool:
    """Whether two goals may be reached together: they speak of different things, and nothing is only held."""
    if not isinstance(one, Achieve) or not isinstance(other, Achieve) or one.under or other.under:
        return False
    mine, theirs = atoms(one.goal), atoms(other.goal)
    held = any(a.name == "holding" for a in (*mine, *theirs))
    return not held and not {a.args[0] for a in mine if a.args} & {a.args[0] for a in theirs if a.args}


def _at_once(steps: list[Achieve]) -> Achieve:
    parts = tuple(p for s in steps for p in (s.goal.parts if isinstance(s.goal, And) else (s.goal,)))
    return Achieve(And(parts), tuple(b for s in steps for b in s.by), tuple(u for s in steps for u in s.using))


def _formula(formula: Formula, scene: Scene) -> Formula:
    match formula:
        case Atom():
            return _literal(formula, True, scene)
        case Not(Atom() as atom):
            return _literal(atom, False, scene)
        case Not(body):
            return Not(_formula(body, scene))
        case And(parts) if len(kept := _measured_once(parts)) == 1:
            return _formula(kept[0], scene)
        case And(parts):
            parts = _measured_once(parts)
            return And(tuple(q for p in parts for q in _parts(_formula(p, scene))))
        case Or(parts):
            return Or(tuple(_formula(p, scene) for p in parts))
        case Count(var, category, body, least, most, among):
            return Count(var, category, _formula(body, scene), least, most, among)


def _measured_once(parts: tuple[Formula, ...]) -> tuple[Formula, ...]:
    """Without that things are far from each other where it is said how far."""
    measured = {p.args[:2] for p in parts if isinstance(p, Atom) and p.name == "apart"}
    return tuple(p for p in parts if not (isinstance(p, Atom) and p.name == "far_from" and p.args in measured))


def _parts(formula: Formula) -> tuple[Formula, ...]:
    return formula.parts if isinstance(formula, And) else (formula,)


def _literal(atom: Atom, sign: bool, scene: Scene) -> Formula:
    """One literal by the rules of clauses."""
    refs = [t for t in atom.args if isinstance(t, Ref)]
    if atom.name in TOGETHER:
        found = goals(Clause(tuple(refs), (Want(atom.name),)), scene)
        return found[0] if len(found) == 1 else And(tuple(found))
    if atom.name == "off":
        return And((Not(Atom("in", atom.args)), Not(Atom("on", atom.args))))
    if atom.name in NUMBERED:
        return _measured(atom, sign)
    if len(refs) < len(atom.args):  # a variable: nothing depends on its kind
        found = [Or((Atom("in", atom.args), Atom("on", atom.args)))] if atom.name == "to" else [atom]
    else:
        name = {"filled_from": "filled"}.get(atom.name, atom.name)
        wants = tuple(Want(name, _zone(p)) for p in refs[1:]) or (Want(name),)
        found = goals(Clause((refs[0],), wants), scene)
    if any(a.name in SHORT - set(relations()) for f in found for a in atoms(f)):
        raise Unsaid(f"there is no predicate for {atom.name}")
    formula = found[0] if len(found) == 1 else And(tuple(found))
    return formula if sign else Not(formula)


def _measured(atom: Atom, sign: bool) -> Formula:
    name = {"filled_to": "filled"}.get(atom.name, atom.name)
    if name not in relations():
        raise Unsaid(f"there is no predicate for {name}")
    found = Atom(name, tuple(_zone(a) if isinstance(a, Ref) else a for a in atom.args))
    return found if sign else Not(found)


def _zone(ref: Ref) -> Ref:
    """Places that are no things, as clauses call them."""
    return Ref("zone", words=ZONES[f"#{ref.category}"]) if f"#{ref.category}" in ZONES else ref


__all__ = ["Unsaid", "Vague", "spelt"]
