"""The symbolic state: a Scene, and what calls are said to have changed in it since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from heedful.predicates import relation, truth
from heedful.predicates.evaluate import SceneModel
from heedful.predicates.registry import Truth
from heedful.program import And, Atom, Formula, Not, substitute
from heedful.types import Id, Scene, SkillCall

ANY = "_"
GroundAtom = tuple[str, tuple[Id, ...]]


class SkillParam(Protocol):
    """What a planner must know of a skill's argument."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def default(self) -> Any: ...


class PlannedSkill(Protocol):
    """What a planner must know of a skill; `heedful.skills.Skill` is one."""

    @property
    def name(self) -> str: ...
    @property
    def params(self) -> Sequence[SkillParam]: ...
    @property
    def requires(self) -> Formula: ...
    @property
    def effects(self) -> Formula: ...
    @property
    def cost(self) -> float: ...
    @property
    def plan_with(self) -> bool: ...


def literals(effects: Formula) -> list[tuple[Atom, bool]]:
    """The atoms of a conjunction of literals, each with its sign. Raises ValueError for any other formula."""
    found: list[tuple[Atom, bool]] = []
    for part in effects.parts if isinstance(effects, And) else (effects,):
        match part:
            case Atom():
                found.append((part, True))
            case Not(Atom() as atom):
                found.append((atom, False))
            case _:
                raise ValueError(f"the effects of a skill must be a conjunction of literals, got {effects}")
    return found


def matches(pattern: tuple[Id, ...], args: tuple[Id, ...]) -> bool:
    """Whether ids fit a pattern in which `_` stands for anything."""
    return len(pattern) == len(args) and all(p in (ANY, a) for p, a in zip(pattern, args, strict=True))


@dataclass(frozen=True)
class State:
    """What would hold after some calls: a model for `truth`. Relations that no call changed are measured on the scene."""

    scene: Scene
    changes: Mapping[GroundAtom, bool] = field(default_factory=dict)
    """What calls made true or false, by ground atom."""
    wiped: frozenset[GroundAtom] = frozenset()
    """Patterns that calls made false; later changes are in `changes`."""

    def holds(self, name: str, args: tuple[Id, ...]) -> Truth:
        if (name, args) in self.changes:
            return self.changes[name, args]
        if any(n == name and matches(p, args) for n, p in self.wiped):
            return False
        return SceneModel(self.scene).holds(name, args)

    def members(self, category: str) -> Sequence[Id]:
        return SceneModel(self.scene).members(category)

    def after(self, effects: Formula) -> State:
        """The state once a conjunction of ground literals has come true; what it adds wins over what it deletes."""
        changes, wiped = dict(self.changes), set(self.wiped)
        parts = [(a.name, tuple(map(str, a.args)), sign) for a, sign in literals(effects)]
        for name, args, sign in parts:
            if not sign and ANY in args:
                for key in [k for k, v in changes.items() if v and k[0] == name and matches(args, k[1])]:
                    changes[key] = False
                wiped.add((name, args))
            elif not sign:
                changes[name, args] = False
        for name, args, sign in parts:
            if sign:
                changes[name, args] = True
        return State(self.scene, changes, frozenset(wiped))


def bound(skill: PlannedSkill, formula: Formula, call: SkillCall) -> Formula:
    """A skill's formula with a call's arguments for its parameters."""
    return substitute(formula, {k: str(v) for k, v in call.args})


def simulate(calls: Iterable[SkillCall], state: State, skills: Iterable[PlannedSkill]) -> State | SkillCall:
    """The state that a sequence of calls leads to, or the first call whose preconditions are false when its turn comes.

    Preconditions that the scene leaves unknown are taken to hold, as in planning. Raises KeyError for a call of no known skill.
    """
    known = {s.name: s for s in skills}
    for call in calls:
        skill = known[call.skill]
        if truth(bound(skill, skill.requires, call), state) is False:
            return call
        state = state.after(bound(skill, skill.effects, call))
    return state


def fluents(skills: Iterable[PlannedSkill]) -> set[str]:
    """Names of the predicates that some skill changes."""
    return {atom.name for s in skills for atom, _ in literals(s.effects)}


def is_derived(name: str) -> bool:
    """Whether a predicate stands for a formula."""
    return relation(name).formula is not None


def required(param: SkillParam) -> bool:
    """Whether a call must give this argument."""
    return bool(getattr(param, "required", param.default is None))


def goal_literals(goal: Formula) -> list[tuple[GroundAtom, bool]]:
    """The literals of a goal that is a conjunction of them; empty for any other goal."""
    try:
        return [((a.name, tuple(map(str, a.args))), sign) for a, sign in literals(goal)]
    except ValueError:
        return []


def made_true(literal: GroundAtom, sign: bool, other: GroundAtom) -> bool | None:
    """What another fact is once a literal has come true: a thing is in one place at a time, a hand holds one thing. None: as it was."""
    if other == literal:
        return sign
    (name, args), (other_name, other_args) = literal, other
    if not sign or not args or (name != "holding" and len(args) != 2):
        return None
    moved = other_args[:1] == args[:1] and (len(other_args) == 2 or other_name == "holding")
    return False if moved or (name == other_name == "holding") else None
