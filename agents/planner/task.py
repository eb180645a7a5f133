"""A planning problem, grounded backwards from the goal: only what the goal can need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import product
from math import inf
from typing import NamedTuple

import numpy as np

from heedful.agents.planner.conditions import Conditions
from heedful.agents.planner.nodes import NO, AtLeast, Node, Operator
from heedful.agents.planner.state import ANY, GroundAtom, PlannedSkill, bound, fluents, literals, matches, required
from heedful.program import And, Atom, Formula
from heedful.types import Id, Scene, SkillCall

CLUTTER = 0.5
"""Added to the cost of leaving a thing in or on something where nobody asked for it."""
WIDE = 0.1
"""Area of a surface on which one more thing is no clutter [m²]."""


ASKED = 0.1
"""Share of its cost at which a skill counts that people asked for by name: `push the box onto the square`."""
OTHER_TOOL = 3.0
"""Added to the cost of a call with a tool where people named another of its kind."""


TIPPING = frozenset({"upright", "upside_down", "lying"})
"""Predicates about a thing that only change when it is tipped."""


class Means(NamedTuple):
    """How people want something done."""

    by: tuple[str, ...] = ()
    """First words of skills' names."""
    using: tuple[Id, ...] = ()
    """Tools."""
    spared: frozenset[Id] = frozenset()
    """Things that no call may act on."""
    level: frozenset[Id] = frozenset()
    """Things that no call may tip."""

    def forbid(self, call: SkillCall, effects: Iterable[tuple[GroundAtom, bool]]) -> bool:
        """Whether a call may not be made: it acts on what is spared, or tips what is to stay upright."""
        tipped = {a[1][0] for a, sign in effects if a[1] and (a[0] in TIPPING or (a[0] == "full" and not sign))}
        return str(next(iter(call.kwargs.values()), "")) in self.spared or bool(tipped & self.level)


class Task(Conditions):
    """Facts, conditions and operators that bear on a goal in a scene."""

    def __init__(
        self,
        skills: Iterable[PlannedSkill],
        scene: Scene,
        goal: Formula,
        extra: Mapping[SkillCall, float] | None = None,
        keep: Iterable[tuple[GroundAtom, bool]] = (),
        given: Callable[[GroundAtom], bool | None] = lambda atom: None,
        narrow: bool = False,
        means: Means | None = None,
    ) -> None:
        """Ground a problem.

        Args:
          skills: What the robot can do; those with `plan_with` off are left out.
          scene: Where it starts.
          goal: What shall hold, over ids.
          extra: Calls that cost more than usual, and how much: what failed before. At infinity they are left out.
          keep: Literals that no call may undo.
          given: What a fact is to start from, None for what the scene shows.
          narrow: Whether what may be put anywhere goes to fixtures only, where that is possible: a far smaller problem, and it may lack a
            plan.
          means: How people want it done, if they said so.
        """
        self.skills = [s for s in skills if s.plan_with and s.effects != And()]
        super().__init__(scene, fluents(self.skills), given)
        self.extra = extra or {}
        self.keep = dict(keep)
        self.narrow = narrow
        self.means = means or Means()
        self.fixtures = [i for i, thing in scene.objects.items() if thing.fixed]
        self.operators: list[Operator] = []
        self.blocked: dict[tuple[GroundAtom, bool], list[tuple[SkillCall, Formula]]] = {}
        self._effects = [(s, atom, sign) for s in self.skills for atom, sign in literals(s.effects)]
        self._calls: dict[SkillCall, bool] = {}
        self._lacks: dict[SkillCall, Formula] = {}
        self._needed: dict[tuple[int, bool], bool] = {}
        self._named: dict[str, list[tuple[int, bool]]] = {}
        """Needed literals by predicate."""
        self._visited: set[Node] = set()
        self._wiped: dict[str, dict[tuple[Id, ...], None]] = {}
        self._added: set[GroundAtom] = set()
        self._agenda: list[tuple[int, bool]] = []
        self.goal = self.condition(goal, True)
        self._need(self.goal)
        while self._agenda:
            self._achieve(*self._agenda.pop())
        for operator in self.operators:
            operator.cost += CLUTTER * sum(map(self._clutters, operator.adds))

    def _need(self, node: Node) -> None:
        """Put every literal under a condition on the agenda that does not hold for good."""
        stack = [node]
        while stack:
            node = stack.pop()
            if node < 0 or node in self._visited:
                continue
            self._visited.add(node)
            found = self.nodes[node]
            if isinstance(found, AtLeast):
                stack += found.children
                continue
            pending = self.initial[found.fact] != found.sign or self._may_flip(found.fact, found.sign)
            if (found.fact, found.sign) not in self._needed:
                self._named.setdefault(self.facts[found.fact][0], []).append((found.fact, found.sign))
            self._needed[found.fact, found.sign] = pending
            if pending:
                self._agenda.append((found.fact, found.sign))

    def _may_flip(self, fact: int, sign: bool) -> bool:
        """Whether some operator so far makes a literal false."""
        atom = self.facts[fact]
        return any(matches(p, atom[1]) for p in self._wiped.get(atom[0], ())) if sign else atom in self._added

    def _threaten(self, atom: GroundAtom, sign: bool) -> None:
        """An operator makes this literal come true: the opposite, if needed, may have to be achieved again."""
        bearing = [(n, self._needed[n]) for n in self._named.get(atom[0], ())] if ANY in atom[1] else self._exactly(atom)
        for (fact, wanted), pending in bearing:
            if not pending and wanted != sign and matches(atom[1], self.facts[fact][1]):
                self._needed[fact, wanted] = True
                self._agenda.append((fact, wanted))

    def _exactly(self, atom: GroundAtom) -> list[tuple[tuple[int, bool], bool]]:
        fact = self._fact_of.get(atom)
        return [] if fact is None else [((fact, s), self._needed[fact, s]) for s in (True, False) if (fact, s) in self._needed]

    def _achieve(self, fact: int, sign: bool) -> None:
        """Every call that could make a literal true; in a narrow problem those that name nothing more than fixtures, if there are any."""
        atom = self.facts[fact]
        ways = [
            (s, f)
            for s, e, effect_sign in self._effects
            if effect_sign == sign and e.name == atom[0] and (f := _matched(s, e, atom)) is not None
        ]
        if self.narrow and any([self._instances(skill, fixed, self.fixtures, (atom, sign)) for skill, fixed in ways]):
            return
        for skill, fixed in ways:
            self._instances(skill, fixed, self.ids, (atom, sign))

    def _instances(self, skill: PlannedSkill, fixed: Mapping[str, Id], others: Iterable[Id], aim: tuple[GroundAtom, bool]) -> bool:
        """The calls of a skill with some arguments given and the rest chosen among some things; whether there are any."""
        names = [p.name for p in skill.params if p.kind == "id" and required(p)]
        rows = product(*([fixed[n]] if n in fixed else others for n in names))
        calls = [SkillCall(skill.name, tuple(zip(names, row, strict=True))) for row in rows if len(set(row)) == len(row)]
        return any([self._instance(skill, call, aim) for call in calls])

    def _instance(self, skill: PlannedSkill, call: SkillCall, aim: tuple[GroundAtom, bool]) -> bool:
        """Add a call to the problem, and what it needs; False if it can never be carried out, or may not be."""
        if call not in self._calls:
            self._calls[call] = self._added_call(skill, call)
        if (broken := self._lacks.get(call)) is not None:
            self.blocked.setdefault(aim, []).append((call, broken))
        return self._calls[call]

    def _added_call(self, skill: PlannedSkill, call: SkillCall) -> bool:
        if self.extra.get(call) == inf:
            return False
        requires = bound(skill, skill.requires, call)
        condition = self.condition(requires, True)
        if condition == NO:
            parts = requires.parts if isinstance(requires, And) else (requires,)
            self._lacks[call] = next(p for p in parts if self.condition(p, True) == NO)
            return False
        effects = [((a.name, tuple(map(str, a.args))), s) for a, s in literals(bound(skill, skill.effects, call))]
        adds = [a for a, s in effects if s]
        wipes = [a for a, s in effects if not s]
        if self._undoes(adds, wipes) or self.means.forbid(call, effects):
            return False
        self.operators.append(Operator(call, condition, adds, wipes, self._cost(skill, call)))
        self._added.update(adds)
        for name, pattern in wipes:
            self._wiped.setdefault(name, {})[pattern] = None
        for add in adds:
            self._threaten(add, True)
        for wipe in wipes:
            self._threaten(wipe, False)
        self._need(condition)
        return True

    def _cost(self, skill: PlannedSkill, call: SkillCall) -> float:
        """What a call costs: less if it was asked for by name, more if it failed before or leaves a tool aside that was named."""
        named = skill.name.split("_")[0] in self.means.by
        kinds = {self.scene.objects[i].category for i in self.means.using if i in self.scene.objects}
        ids = [str(v) for _, v in call.args if str(v) in self.scene.objects]
        others = sum(self.scene.objects[i].category in kinds and i not in self.means.using for i in ids)
        return skill.cost * (ASKED if named else 1.0) + OTHER_TOOL * others + self.extra.get(call, 0.0)

    def _undoes(self, adds: list[GroundAtom], wipes: list[GroundAtom]) -> bool:
        """Whether an operator would break a literal that is to be kept."""
        for (name, args), sign in self.keep.items():
            if not sign and (name, args) in adds:
                return True
            if sign and (name, args) not in adds and any(n == name and matches(p, args) for n, p in wipes):
                return True
        return False

    def _clutters(self, added: GroundAtom) -> bool:
        """Whether a fact nobody needs leaves a thing in or on another that is no wide surface."""
        fact = self._fact_of.get(added)
        if len(added[1]) != 2 or (fact is not None and (fact, True) in self._needed):
            return False
        place = self.scene.objects.get(added[1][1])
        return place is not None and (not place.fixed or place.cavity is not None or float(np.prod(place.size[:2])) < WIDE)


def _matched(skill: PlannedSkill, effect: Atom, atom: GroundAtom) -> dict[str, Id] | None:
    """The arguments with which an effect of a skill is an atom; None if none are, or the skill needs more than ids."""
    names = {p.name for p in skill.params if p.kind == "id" and required(p)}
    if any(p.kind != "id" and required(p) for p in skill.params) or len(effect.args) != len(atom[1]):
        return None
    fixed: dict[str, Id] = {}
    for part, one in zip(map(str, effect.args), atom[1], strict=True):
        if part in names:
            if fixed.setdefault(part, one) != one:
                return None
        elif part not in (ANY, one):
            return None
    return fixed
