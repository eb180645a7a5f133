"""`tabletop`: one arm at a table, goals with resolved ids, judged by what they mean in the record's scene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any, Literal, get_args

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.hearing import Heard
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.sets.meaning import constraints_of, idle, same, shown
from heedful.agents.sets.tabletop_scene import scene_of
from heedful.program import NOTHING, Achieve, And, Atom, Constraint, Count, Formula, If, Not, Or, Par, Program, Seq
from heedful.program.nodes import Manner
from heedful.types import Scene

SAID = frozenset({"ask", "impossible", "none"})
"""Labels of records that ask for no goal."""


class TabletopSet:
    """Instructions to one robot arm at a table, composed for this set."""

    name = "tabletop"
    metric: Literal["exact", "success"] = "exact"
    fields = ("scene", "goals")

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        return _skills()

    def scenes(self, record: Record) -> Sequence[Scene]:
        return (scene_of(record),)

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {"phenomenon": tuple(record.get("phenomena", ()))}

    def judge(self, record: Record, heard: Heard) -> Judged:
        goals = record["goals"]
        label = goals[0] if goals and isinstance(goals[0], str) else ""
        if label == "ask":
            return _asked(goals[1], heard)
        if label == "impossible":
            return Judged(heard.answer in ("asked", "refused") or heard.code == "unknown_words", _note(heard))
        if label == "none":
            return Judged(heard.program is None or idle(heard.program, heard.scene), _note(heard))
        if heard.program is None:
            return Judged(False, _note(heard))
        wanted = [p for g in goals for p in programs_of(g)]
        limits = frozenset((kind, rest[0] if rest else "") for kind, *rest in record.get("constraints", ()))
        kept = constraints_of(heard.program) == limits
        right = kept and same(heard.program, wanted, heard.scene)
        return Judged(right, "" if right else f"{shown(heard.program)}{'' if kept else f' (constraints: {sorted(limits)})'}")


@cache
def _skills() -> Sequence[PlannedSkill]:
    from heedful.skills import Library

    return tuple(Library.default())


def _asked(candidates: Sequence[str], heard: Heard) -> Judged:
    """A question is right; better still if it offers those candidates and no others."""
    offered = bool(heard.candidates) and set(heard.candidates) <= set(candidates)
    further = {"asked_with_candidates": (int(heard.answer == "asked" and (offered or not candidates)), 1)}
    return Judged(heard.answer == "asked", _note(heard), further)


def _note(heard: Heard) -> str:
    return shown(heard.program) if heard.program is not None else heard.sentence


def labelled(record: Record) -> list[Program]:
    """The programs that a record acknowledges, with its constraints; empty where it asks for no goal."""
    goals = record["goals"]
    if goals and isinstance(goals[0], str):
        return [NOTHING] if goals[0] == "none" else []
    under = tuple(Constraint(_manner(kind), rest[0] if rest else None) for kind, *rest in record.get("constraints", ()))
    return [_under(p, under) for g in goals for p in programs_of(g)]


def programs_of(goal: Sequence[Any]) -> list[Program]:
    """A label as programs over ids, one for each of its alternatives that are more than formulas."""
    match goal:
        case ["none"]:
            return [NOTHING]
        case ["sequence", *steps]:
            return [Seq(row) for row in _rows(steps)]
        case ["if", condition, then, *otherwise]:
            return [
                If(formula_of(condition), t, o) for t in programs_of(then) for o in (programs_of(otherwise[0]) if otherwise else [NOTHING])
            ]
        case ["or", *parts] if not all(map(_plain, parts)):
            return [p for part in parts for p in programs_of(part)]
        case ["and", *parts] if not all(map(_plain, parts)):
            return [Par(row) for row in _rows(parts)]
    return [Achieve(formula_of(goal))]


def formula_of(goal: Sequence[Any]) -> Formula:
    """A label that is one state as a formula over ids."""
    name, *args = goal
    match name:
        case "and":
            return And(tuple(map(formula_of, args)))
        case "or":
            return Or(tuple(map(formula_of, args)))
        case "not":
            return Not(formula_of(args[0]))
        case "stacked":
            return And(tuple(Atom("on", (upper, lower)) for lower, upper in pairwise(args)))
        case "unlit":
            return Not(Atom("lit", tuple(args)))
        case "count":
            number, ids, body = args
            return Count("?", "", formula_of(body), number, number, tuple(ids))
    flat = [x for a in args for x in (a if isinstance(a, list) else [a])]
    return Atom(name, tuple(a if isinstance(a, str) else f"{a:g}" for a in flat))


def _plain(goal: Sequence[Any]) -> bool:
    """Whether a label is one state, without an order or a condition in it."""
    return goal[0] not in ("sequence", "if", "none") and (goal[0] not in ("and", "or", "not") or all(map(_plain, goal[1:])))


def _rows(parts: Sequence[Sequence[Any]]) -> list[tuple[Program, ...]]:
    rows: list[tuple[Program, ...]] = [()]
    for part in parts:
        rows = [(*row, p) for row in rows for p in programs_of(part)]
    return rows


def _under(program: Program, under: tuple[Constraint, ...]) -> Program:
    """The program with constraints on its first goal."""
    match program:
        case Achieve(goal):
            return Achieve(goal, under=under)
        case Seq((first, *rest)) if under:
            return Seq((_under(first, under), *rest))
        case If(condition, then, otherwise) if under:
            return If(condition, _under(then, under), otherwise)
    return program


def _manner(kind: str) -> Manner:
    found: Manner = next(m for m in get_args(Manner) if m == kind)
    return found
