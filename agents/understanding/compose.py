"""Clauses to programs: goals joined where they can hold together, one after the other where they cannot or `then` was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import Clause, Joint, Sentence
from heedful.agents.understanding.expand import Vague, goals, spared
from heedful.agents.understanding.mentions import Mentions
from heedful.agents.understanding.pin import pin, pinned
from heedful.agents.understanding.relations import closer
from heedful.program import Achieve, And, Atom, Do, Formula, Program, Ref, Seq, Term, atoms, parts_of, terms_of
from heedful.types import Scene


def compose(sentence: Sentence, scene: Scene) -> Program:
    """The program that a reading of a sentence asks for. Raises Vague where it leaves open what to do."""
    mentions = Mentions(scene)
    groups: list[list[Program]] = []
    in_row = False
    joined: Joint = "and"
    for (joint, clause), following in zip(sentence.clauses, [*(c for _, c in sentence.clauses[1:]), Clause()], strict=True):
        clause = mentions.resolved(clause)
        if clause.header and clause.themes and not (following.elided or following.header):
            raise Vague(f"I do not see how {clause.themes[0].words} should stand")
        if _taken_up(clause, mentions.peek(following)):
            continue  # they are carried one after the other
        joined = "then" if "then" in (joint, joined) else "and"
        in_row |= clause.header == "row"
        if clause.told or (not clause.wants and not clause.skill):
            continue
        step = _step(replace(clause, wants=closer(clause.wants)) if in_row else clause, scene)
        if clause.kept and groups and isinstance(groups[-1][-1], Achieve) and isinstance(step, Achieve):
            groups[-1][-1] = _joined([groups[-1][-1], step])
            continue
        if not groups or joined == "then" or not isinstance(step, Achieve) or not isinstance(groups[-1][-1], Achieve):
            groups.append([])
        groups[-1].append(step)
        joined = "and"
    if not groups:
        raise Vague("I do not see what to do about it")
    steps = [p for g in groups for p in _together(g)]
    return steps[0] if len(steps) == 1 else Seq(tuple(steps))


def _taken_up(clause: Clause, following: Clause) -> bool:
    """Whether several things are to be held only to be put somewhere."""
    several = len(clause.themes) > 1 or any(t.quantifier == "all" for t in clause.themes)
    placed = any(w.place is not None for w in following.wants)
    return several and clause.relations == {"holding"} and following.themes == clause.themes and placed


def _step(clause: Clause, scene: Scene) -> Program:
    """One clause as a program."""
    if clause.skill:
        return Do(clause.skill, (*(("object", t) for t in clause.themes[:1]), *clause.args))
    wanted = goals(clause, scene)
    wanted += [g for g in spared(clause, scene) if g not in wanted]
    wanted = [pinned(g, scene) for g in wanted]
    using = tuple(pin(t, scene) for t in clause.using)
    if not wanted:
        raise Vague("I do not see what to do about it")
    return Achieve(wanted[0] if len(wanted) == 1 else And(tuple(wanted)), (clause.by,) if clause.by else (), using)


def _together(group: list[Program]) -> list[Program]:
    """One step for goals that can hold at once, else one step for each."""
    steps = [p for p in group if isinstance(p, Achieve)]
    if len(steps) < 2 or any(_clash(p.goal, q.goal) for i, p in enumerate(steps) for q in steps[i + 1 :]):
        return group
    return [_joined(steps)]


def _joined(steps: Sequence[Achieve]) -> Achieve:
    goal = And(tuple(dict.fromkeys(part for s in steps for part in (s.goal.parts if isinstance(s.goal, And) else (s.goal,)))))
    using: dict[Term, None] = dict.fromkeys(t for s in steps for t in s.using)
    return Achieve(goal, tuple(dict.fromkeys(b for s in steps for b in s.by)), tuple(using))


def _clash(first: Formula, second: Formula) -> bool:
    """Whether two goals speak of the same thing, or one is a passing state, so that their order matters."""
    pairs = [(p, q) for p in atoms(first) for q in atoms(second)]
    return any("holding" in (p.name, q.name) or _may_be_one(p.args[0], q.args[0]) for p, q in pairs if p.args and q.args)


def _may_be_one(p: object, q: object) -> bool:
    if p == q:
        return True
    if not isinstance(p, Ref) or not isinstance(q, Ref) or "all" not in (p.quantifier, q.quantifier):
        return False
    kinds = not p.category or not q.category or lexicon.is_a(p.category, q.category) or lexicon.is_a(q.category, p.category)
    return kinds and (not p.color or not q.color or p.color == q.color)


def refs(program: Program) -> list[Ref]:
    """Every reference in a program, in order."""
    return [r for r in terms_of(program) if isinstance(r, Ref)]


def asked(program: Program) -> list[Atom]:
    """Every atom of a program's goals, in order."""
    if isinstance(program, Achieve):
        return atoms(program.goal)
    return [a for p in parts_of(program) for a in asked(p)]
