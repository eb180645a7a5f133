"""BEHAVIOR's household activities from EAI: an instruction, the objects and how they start, and a goal that is compared by its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Any, Literal

from heedful.agents.planner.state import PlannedSkill
from heedful.agents.sets.hearing import Heard
from heedful.agents.sets.language_set import Judged, Record
from heedful.agents.sets.rooms import LAMPS, OPENS, thing
from heedful.agents.understanding.home.kinds import kinds_of, named
from heedful.predicates import truth
from heedful.predicates.registry import Truth
from heedful.program import Achieve, And, Atom, Count, Formula, Not, Or, Program, parts_of, substitute
from heedful.types import Id, Scene

NAMES = {"inside": "in", "ontop": "on", "onfloor": "on", "nextto": "next_to"}
"""BEHAVIOR's predicates under our names; the others are called the same."""
PLACED = frozenset({"in", "on"})
STATES = frozenset({"dusty", "stained", "soaked", "sliced"})
LEMMAS = {"electric refrigerator": "fridge", "ashcan": "trash", "piece of cloth": "piece of cloth", "pop": "soda", "pool": "pool"}
TRIED = 400
"""Combinations of options that are tried at most."""
Fact = tuple[str, tuple[Id, ...]]


@dataclass(frozen=True)
class World:
    """Facts that hold; all others do not. A model for `truth`."""

    facts: frozenset[Fact]
    ids: tuple[Id, ...]

    def holds(self, name: str, args: tuple[Id, ...]) -> Truth:
        if name == "closed":
            return ("open", args) not in self.facts
        if name in ("next_to", "touching"):
            return (name, args) in self.facts or (name, args[::-1]) in self.facts
        return (name, args) in self.facts

    def members(self, category: str) -> Sequence[Id]:
        return [i for i in self.ids if not category or category in kinds_of(_category(i))]

    def after(self, literals: Iterable[tuple[Fact, bool]]) -> World:
        """What holds once some literals have come about: a thing is in, on or under one thing at a time."""
        facts = set(self.facts)
        for (name, args), sign in literals:
            if sign and name in PLACED:
                facts -= {f for f in facts if f[0] in PLACED and f[1][0] == args[0]}
            if sign and name == "closed":
                facts.discard(("open", args))
            elif sign:
                facts.add((name, args))
            else:
                facts.discard(("open", args) if name == "closed" else (name, args))
        return World(frozenset(facts), self.ids)


class EaiSet:
    """Long household activities with quantified goals."""

    name = "eai"
    metric: Literal["exact", "success"] = "exact"
    fields = ("goal", "init")

    def skills(self, record: Record) -> Sequence[PlannedSkill]:
        return ()

    def scenes(self, record: Record) -> Sequence[Scene]:
        ids, facts = _objects(record), _start(record)
        things = []
        for n, one in enumerate(ids):
            kind = _category(one)
            fixed = kind in FIXED
            marks = [name for name, args in facts if name in STATES and args == (one,)]
            things.append(thing(one, kind, (1.5 * n, 0.0, 0.4), fixed, marks))
        things.append(thing("robot", "robot", (-3.0, 0.0, 0.5), True))
        opened = {args[0] for name, args in facts if name == "open"}
        return [
            Scene(
                0.0, {t.id: t for t in things}, held={"gripper": None},
                joints={t.id: float(t.id in opened) for t in things if t.category in OPENS},
                lit={t.id: False for t in things if t.category in LAMPS}, told=True,
            )
        ]  # fmt: skip

    def judge(self, record: Record, heard: Heard) -> Judged:
        understood = heard.understanding.program is not None
        further = {"understood": (int(understood), 1), "bound": (int(heard.program is not None), 1)}
        if heard.program is None:
            return Judged(False, heard.sentence, further)
        why = differs(And(tuple(_goals(heard.program))), record)
        return Judged(not why, why or heard.sentence, further)

    def tags(self, record: Record) -> Mapping[str, Sequence[str]]:
        return {}


def differs(mine: Formula, record: Record) -> str:
    """How a goal differs in meaning from a record's; empty if it does not.

    What the goal asks for must make the record's goal true, some way to make that true must make the goal true, and it must ask for no more
    than the record does about any thing.
    """
    start = World(frozenset(_start(record)), tuple(_objects(record)))
    end = start.after(_least(mine, start))
    for condition in record["goal"]:
        if not any(all(_true(lit, end) for lit in option) for option in condition):
            return f"not brought about: {condition[0]}"
    ways = islice(product(*record["goal"]), TRIED)
    if not any(truth(mine, start.after([_literal(lit) for option in way for lit in option])) is True for way in ways):
        return "more is asked for"
    return ""


def _least(formula: Formula, world: World, used: set[Id] | None = None) -> list[tuple[Fact, bool]]:
    """Literals that make a formula true: of alternatives the first, of several things the first so many that nothing else is asked of."""
    used = set() if used is None else used
    match formula:
        case Atom("under", (a, b)):
            return [(("on", (str(b), str(a))), True)]
        case Atom(name, args):
            used |= {str(args[0])}
            return [((name, tuple(map(str, args))), True)]
        case Not(Atom(name, args)):
            return [((name, tuple(map(str, args))), False)]
        case Not(body):
            return [(fact, not sign) for fact, sign in _least(body, world, used)]
        case And(parts):
            plain = sorted(parts, key=lambda p: isinstance(p, Count))
            return [lit for p in plain for lit in _least(p, world, used)]
        case Or(parts):
            return _least(next((p for p in parts if truth(p, world) is True), parts[0]), world, used) if parts else []
        case Count(var, category, body, least, _, among):
            domain = [str(a) for a in among] or list(world.members(category))
            free = sorted(domain, key=lambda i: i in used)[: len(domain) if least is None else least]
            used |= set(free)
            rows = [substitute(body, {var: i}) for i in free]
            return [lit for row in rows for lit in _least(row, world, used)]


def _goals(program: Program) -> list[Formula]:
    return [program.goal] if isinstance(program, Achieve) else [f for p in parts_of(program) for f in _goals(p)]


def _literal(literal: Sequence[Any]) -> tuple[Fact, bool]:
    if literal[0] == "not":
        fact, sign = _literal(literal[1])
        return fact, not sign
    if literal[0] == "under":  # as the predicate of that name is defined
        return ("on", (literal[2], literal[1])), True
    return (NAMES.get(literal[0], literal[0]), tuple(literal[1:])), True


def _true(literal: Sequence[Any], world: World) -> bool:
    (name, args), sign = _literal(literal)
    return (world.holds(name, args) is True) == sign


def _start(record: Record) -> list[Fact]:
    return [fact for fact, sign in map(_literal, record["init"]) if sign and not any("agent" in a for a in fact[1])]


def _objects(record: Record) -> list[Id]:
    """What is there: all that the start speaks of, and the fixtures that only the goal does."""
    literals = [*record["init"], *(lit for c in record["goal"] for o in c for lit in o)]
    ids = dict.fromkeys(a for lit in literals for a in _literal(lit)[0][1])
    return [i for i in ids if not i.startswith("agent")]


def _category(id: Id) -> str:
    plain = re.sub(r"\.n\.\d+_\d+$", "", id).replace("_", " ")
    plain = LEMMAS.get(plain, plain)
    return named().get(plain, plain)


FIXED = frozenset({
    "table", "sink", "floor", "cabinet", "fridge", "counter top", "bed", "sofa", "shelf", "stove", "window", "door", "bathtub", "pool",
    "grill", "car", "trash", "christmas tree", "bin", "carpet",
})  # fmt: skip
"""Kinds of furniture and fixtures, which nobody carries."""
