"""Descriptions by where a thing is, settled when they are said: `everything in the bowl` is not what will be in it later."""

from __future__ import annotations

from heedful.agents.understanding.describe import candidates, unfit
from heedful.agents.understanding.lexicon import group
from heedful.agents.understanding.phrases import THEME
from heedful.agents.understanding.possible import MOVED
from heedful.program import And, Atom, Formula, Not, Or, Ref, Term
from heedful.types import Id, Scene


def pinned(formula: Formula, scene: Scene) -> Formula:
    """The formula with the ids of what is told by where it is, as far as the scene shows which things are meant."""
    match formula:
        case Atom() | Not(Atom()):
            return _literal(formula, scene)
        case Not(body):
            return Not(pinned(body, scene))
        case And(parts):
            return And(tuple(pinned(p, scene) for p in parts))
        case Or(parts):
            return Or(tuple(pinned(p, scene) for p in parts))
    return formula


def pin(term: Term, scene: Scene) -> Term:
    """The id of the one thing that a description by where it is fits; other terms as they are."""
    if not isinstance(term, Ref) or term.quantifier == "all" or not _told(term):
        return term
    if term.pick is not None and (not term.category or group(term.category)):
        return term  # of things of several kinds those are meant that the place could take
    found = candidates(term, scene)
    return found[0] if len(found) == 1 else term


def _literal(literal: Formula, scene: Scene) -> Formula:
    """A literal for each of the things that are told by where they are."""
    atom = literal.body if isinstance(literal, Not) else literal
    assert isinstance(atom, Atom)
    args = tuple(pin(a, scene) for a in atom.args)
    first = args[0] if args else ""
    if not isinstance(first, Ref) or first.quantifier != "all" or not _told(first) or _partly(first) or unfit(first, scene):
        ids = [first]
    else:
        ids = [i for i in _members(first, args[1:], scene) if not (scene.objects[i].fixed and atom.name in MOVED)] or [first]
    found = tuple(Not(a) if isinstance(literal, Not) else a for a in (Atom(atom.name, (i, *args[1:])) for i in ids))
    return found[0] if len(found) == 1 else And(found)


def _members(ref: Ref, others: tuple[Term, ...], scene: Scene) -> list[Id]:
    """What a description fits, but for where it is to go."""
    places = {i for o in others for i in (candidates(o, scene) if isinstance(o, Ref) else [o])}
    return [i for i in candidates(ref, scene) if i not in places]


def _partly(ref: Ref) -> bool:
    """Whether it is left open which of them are meant."""
    return ref.count is not None or any(b.quantifier == "a" for b in ref.but) or (ref.pick is not None and ref.pick.many > 1)


def _told(ref: Ref) -> bool:
    told = bool(ref.where or ref.pick or any(b.where or b.pick for b in ref.but))
    return told and all(other != THEME for _, other in ref.where) and (ref.pick is None or ref.pick.to != THEME)
