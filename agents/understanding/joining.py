"""Which goals go together in one step, which one after the other, and which cannot be at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import Clause
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.saying import in_words
from heedful.program import Achieve, And, Atom, Constraint, Formula, Not, Or, Program, Ref, Term, atoms
from heedful.types import Scene


class Contradiction(ValueError):
    """A request for what cannot be at once; the message says what."""


def passing(clause: Clause, following: Clause) -> bool:
    """Whether a thing is taken off something only to be put somewhere: `take it off and put it in the bowl`."""
    placed = any(w.place is not None and w.sign for w in following.wants)
    taken = clause.relations <= {"holding", "in", "on", "under", "aside"} and all(
        not w.sign or w.relation in ("holding", "aside") for w in clause.wants
    )
    off = any(not w.sign or w.relation == "aside" for w in clause.wants)
    return taken and off and placed and following.themes == clause.themes and not following.told and not following.refused


def unwanted(clause: Clause, following: Clause) -> bool:
    """Whether it was said where a thing shall not be, and next where it shall be."""
    away = bool(clause.wants) and clause.elided and all(not w.sign and w.place is not None for w in clause.wants)
    placed = any(w.place is not None and w.sign for w in following.wants)
    same = following.themes == clause.themes or (
        len(following.themes) == 1 and len(clause.themes) == 1 and replace(following.themes[0], quantifier="no") == clause.themes[0]
    )
    return away and placed and same and not following.told and not following.refused


def taken_up(clause: Clause, following: Clause) -> bool:
    """Whether several things are to be held only to be put somewhere."""
    several = len(clause.themes) > 1 or any(t.quantifier == "all" or (t.count or 1) > 1 for t in clause.themes)
    placed = any(w.place is not None for w in following.wants)
    return several and clause.relations == {"holding"} and following.themes == clause.themes and placed


def together(group: list[Program]) -> list[Program]:
    """One step for goals that can hold at once, else one step for each."""
    steps = [p for p in group if isinstance(p, Achieve)]
    if len(steps) < 2 or any(_clash(p.goal, q.goal) for i, p in enumerate(steps) for q in steps[i + 1 :]):
        return group
    return [joined_steps(steps)]


def joined_steps(steps: Sequence[Achieve]) -> Achieve:
    goal = And(tuple(dict.fromkeys(part for s in steps for part in (s.goal.parts if isinstance(s.goal, And) else (s.goal,)))))
    using: dict[Term, None] = dict.fromkeys(t for s in steps for t in s.using)
    under = dict.fromkeys(c for s in steps for c in s.under)
    return Achieve(goal, tuple(dict.fromkeys(b for s in steps for b in s.by)), tuple(using), tuple(under))


EXCLUSIVE = ("in", "on", "at", "holding")


_OPPOSITES = {"open": "closed", "closed": "open", "upright": "upside_down", "upside_down": "upright", "empty": "full", "full": "empty",
              "left_of": "right_of", "right_of": "left_of", "in_front_of": "behind", "behind": "in_front_of"}  # fmt: skip


def consistent(step: Achieve, scene: Scene) -> Achieve:
    """The step, if all of it can be so at once. Raises Contradiction."""
    parts = step.goal.parts if isinstance(step.goal, And) else (step.goal,)
    plain = [p for p in parts if isinstance(p, Atom) and p.args]
    for either in (p for p in parts if isinstance(p, Or)):
        ways = [p for p in either.parts if isinstance(p, Atom) and p.args]
        if len(ways) == len(either.parts) and ways:
            for q in plain:  # in or on the tray, and on the plate
                if all(_apart(p, q, scene) for p in ways):
                    raise Contradiction(f"it cannot be so at once that {in_words(either, scene)} and that {in_words(q, scene)}")
    denied = {p.body for p in parts if isinstance(p, Not)}
    for n, p in enumerate(plain):
        if p in denied or any(q.args == p.args and q.name == _OPPOSITES.get(p.name) for q in plain):
            raise Contradiction(f"it cannot be so and not so at once that {in_words(p, scene)}")
        for q in plain[n + 1 :]:
            if _apart(p, q, scene):
                raise Contradiction(f"it cannot be so at once that {in_words(p, scene)} and that {in_words(q, scene)}")
    return step


def _apart(p: Atom, q: Atom, scene: Scene) -> bool:
    """Whether two atoms put one thing in two places at once."""
    single = not isinstance(p.args[0], Ref) or p.args[0].quantifier != "all"
    return _same(p.args[0], q.args[0], scene) and single and p.name in EXCLUSIVE and q.name in EXCLUSIVE and p != q and not _nested(p, q)


def unturned(step: Program, scene: Scene) -> None:
    """Raises Contradiction where each of two things should be on the other, however they were asked for."""
    goal = step.goal if isinstance(step, Achieve) else None
    plain = [p for p in (goal.parts if isinstance(goal, And) else ()) if isinstance(p, Atom) and len(p.args) > 1]
    for n, p in enumerate(plain):
        for q in plain[n + 1 :]:
            if _upon_each_other(p, q, scene):
                raise Contradiction(f"it cannot be so at once that {in_words(p, scene)} and that {in_words(q, scene)}")


def _upon_each_other(p: Atom, q: Atom, scene: Scene) -> bool:
    """Whether each of two things should be on, or in, the other."""
    bearing = p.name in ("in", "on") and q.name in ("in", "on")
    return bearing and _same(p.args[0], q.args[1], scene) and _same(p.args[1], q.args[0], scene)


def _same(p: Term, q: Term, scene: Scene) -> bool:
    """Whether two terms stand for one and the same thing, however it is called."""
    if p == q or not all(isinstance(t, str) or t.quantifier == "the" for t in (p, q)):
        return p == q
    mine, theirs = ([t] if isinstance(t, str) else candidates(t, scene) for t in (p, q))
    return len(mine) == 1 and mine == theirs


def untouched(program: Program, constraints: Sequence[Constraint], scene: Scene) -> None:
    """Raises Contradiction where what is to be moved is named as what is not to be touched."""
    named = [c.about for c in constraints if c.kind == "no_touch" and isinstance(c.about, Ref) and c.about.words not in lexicon.PRONOUNS]
    for atom in atoms(program.goal) if named and isinstance(program, Achieve) else ():
        if atom.name in EXCLUSIVE and atom.args[0] in named:
            raise Contradiction(f"it cannot be so that {in_words(atom, scene)} without touching what is moved")


def _nested(p: Atom, q: Atom) -> bool:
    """Whether one of two places may lie in the other: a mark on the table, a side of it."""
    return any(a.name == "at" for a in (p, q))


def _clash(first: Formula, second: Formula) -> bool:
    """Whether two goals speak of the same thing, or one is a passing state, so that their order matters."""
    pairs = [(p, q) for p in atoms(first) for q in atoms(second)]
    if any(p.name == "open" and q.name in ("in", "on") and p.args == q.args[1:] for p, q in pairs):
        return True  # people say that it is opened first where it matters
    if any(p.name == q.name == "robot_at" and p.args != q.args for p, q in pairs):
        return True  # one place is gone to after the other
    return any("holding" in (p.name, q.name) or _may_be_one(p.args[0], q.args[0]) for p, q in pairs if p.args and q.args)


def _may_be_one(p: object, q: object) -> bool:
    if p == q:
        return True
    if not isinstance(p, Ref) or not isinstance(q, Ref) or "all" not in (p.quantifier, q.quantifier):
        return False
    kinds = not p.category or not q.category or lexicon.is_a(p.category, q.category) or lexicon.is_a(q.category, p.category)
    return kinds and (not p.color or not q.color or p.color == q.color)
