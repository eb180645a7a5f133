"""Why a formula does not hold, in words that name the thing that stands in its way: `the green block is on the red block`."""

from __future__ import annotations

from heedful.predicates.evaluate import SceneModel, failing, truth
from heedful.predicates.registry import relation
from heedful.predicates.words import say
from heedful.program import Atom, Count, Formula, Not, substitute
from heedful.types import Scene


def reason(formula: Formula, scene: Scene) -> str:
    """The first part of a conjunction that is not known to hold, as what is so instead; empty if all of it holds."""
    broken = failing(formula, SceneModel(scene))
    if broken is None:
        return ""
    if truth(broken, SceneModel(scene)) is None:
        return f"it is not known whether {say(broken, scene)}"
    return _instead(broken, scene)


def _instead(broken: Formula, scene: Scene) -> str:
    """What is so where a formula is false."""
    match broken:
        case Not(body):
            return _so(body, scene)
        case Atom(name, args) if (stands := relation(name).formula) is not None:
            return _instead(substitute(stands, dict(zip(relation(name).params, args, strict=True))), scene)
    return say(Not(broken), scene)


def _so(body: Formula, scene: Scene) -> str:
    """What is so, with what makes it so for `something`."""
    match body:
        case Atom(name, args) if (stands := relation(name).formula) is not None:
            return _so(substitute(stands, dict(zip(relation(name).params, args, strict=True))), scene)
        case Count(var, category, inner, 1, None, ()):
            model = SceneModel(scene)
            for one in model.members(category):
                if truth(found := substitute(inner, {var: one}), model) is True:
                    return _so(found, scene)
    return say(body, scene)
