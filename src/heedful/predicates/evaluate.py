"""One evaluator of formulas in three values, for Scenes and for the planner's symbolic states alike (Kleene logic)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from typing import Protocol

from heedful.predicates.registry import BELIEVED, Truth, measured, relation
from heedful.program import And, Atom, Count, Formula, Not, Or, atoms, substitute
from heedful.types import Id, Scene


class Model(Protocol):
    """What a formula is evaluated over."""

    def holds(self, name: str, args: tuple[Id, ...]) -> Truth: ...
    def members(self, category: str) -> Sequence[Id]: ...


class SceneModel:
    """A Scene as a model: relations are measured on it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    def holds(self, name: str, args: tuple[Id, ...]) -> Truth:
        return measured(name, self.scene, args)

    def members(self, category: str) -> Sequence[Id]:
        return [i for i, thing in self.scene.objects.items() if not category or thing.category == category]


class _Asked(threading.local):
    """What was asked of the scene that this thread asked last: a scene is seen ten times a second, and may be asked in every tick."""

    def __init__(self) -> None:
        self.scene: Scene | None = None
        self.found: dict[Formula, Truth] = {}


_asked = _Asked()


def evaluate(formula: Formula, scene: Scene) -> Truth:
    """Whether a formula over bound ids holds in a scene: True, False, or None where the scene does not tell.

    Asked the same of the same Scene again, it knows.
    """
    if _asked.scene is not scene:
        _asked.scene, _asked.found = scene, {}
    found = _asked.found
    if formula not in found:
        found[formula] = truth(formula, SceneModel(scene))
    return found[formula]


def compiled(formula: Formula) -> Callable[[Scene], Truth]:
    """`evaluate` of one formula, made ready to be asked again and again: what its atoms mean is looked up now."""
    if isinstance(formula, Atom) and "_" not in formula.args and (found := relation(formula.name)).formula is None:
        check, ids = found.measure, tuple(str(a) for a in formula.args)
        if check is not None and len(ids) == len(found.params) and not found.numbers:

            def atom(scene: Scene) -> Truth:
                things = [scene.objects.get(i) for i in ids]
                for thing in things:
                    if thing is None or thing.confidence < BELIEVED:
                        return None
                value = check(scene, *things)
                return None if value is None else bool(value)

            return atom
    if isinstance(formula, Not):
        body = compiled(formula.body)
        return lambda scene: None if (value := body(scene)) is None else not value
    if isinstance(formula, (And, Or)):
        parts, joined = [compiled(p) for p in formula.parts], _all if isinstance(formula, And) else _any
        return lambda scene: joined(part(scene) for part in parts)
    return lambda scene: evaluate(formula, scene)


def truth(formula: Formula, model: Model) -> Truth:
    """Kleene evaluation over any model."""
    match formula:
        case Atom(name, args):
            ids = tuple(str(a) for a in args)
            if "_" in ids:
                at = ids.index("_")
                return _any(truth(Atom(name, (*ids[:at], i, *ids[at + 1 :])), model) for i in model.members("") if i not in ids)
            found = relation(name)
            if found.formula is not None:
                return truth(substitute(found.formula, dict(zip(found.params, ids, strict=True))), model)
            return model.holds(name, ids)
        case Not(body):
            value = truth(body, model)
            return None if value is None else not value
        case And(parts):
            return _all(truth(p, model) for p in parts)
        case Or(parts):
            return _any(truth(p, model) for p in parts)
        case Count(var, category, body, least, most, among):
            bound = {a for atom in atoms(body) for a in atom.args if isinstance(a, str)}
            domain = [str(a) for a in among] or [i for i in model.members(category) if i not in bound]
            values = [truth(substitute(body, {var: i}), model) for i in domain]
            yes, unknown = values.count(True), values.count(None)
            low = len(values) if least is None else least
            high = len(values) if most is None else most
            if yes + unknown < low or yes > high:
                return False
            return True if yes >= low and yes + unknown <= high else None


def failing(formula: Formula, model: Model) -> Formula | None:
    """The first part of a conjunction that does not hold, None if all of it does."""
    if isinstance(formula, And):
        return next((found for p in formula.parts if (found := failing(p, model))), None)
    return None if truth(formula, model) is True else formula


def _all(values: Iterable[Truth]) -> Truth:
    result: Truth = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def _any(values: Iterable[Truth]) -> Truth:
    result: Truth = False
    for value in values:
        if value is True:
            return True
        if value is None:
            result = None
    return result
