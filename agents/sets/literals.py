"""Formulas in one canonical form over a scene: alternatives, each a set of literals, so that other ways to say the same are the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, product

from heedful.agents.understanding.lexicon import is_a
from heedful.predicates import evaluate
from heedful.program import And, Atom, Count, Formula, Not, Or, atoms, substitute
from heedful.types import Id, Scene

Literal = tuple[str, tuple[str, ...], bool]
"""A predicate, its arguments and whether it holds; distances are arguments, in hundredths of a metre."""
Alternative = frozenset[Literal]
Alternatives = frozenset[Alternative]

MOST = 5000
"""Alternatives of one formula that are told apart; more are the ways to choose from a crowd, and refused."""
SAME_AS = {
    "near": "next_to", "held": "holding", "clear": "empty", "running": "open", "turned_over": "upside_down", "filled": "full",
    "standing_at": "at", "well_apart": "far_from",
}  # fmt: skip
OPPOSITE = {"closed": "open", "unlit": "lit"}
INVERSE = {"right_of": "left_of", "behind": "in_front_of", "under": "on"}
SYMMETRIC = frozenset({"next_to", "touching", "far_from", "apart"})
DISTANCES = ("apart", "far_from")
SIDED = frozenset({"left_of", "in_front_of", "next_to", "far_from"})
"""Relations that may be said with a distance."""
PLACED = frozenset({"in", "on", "at", "holding"})
"""Relations that say where a thing is; it is at one of them only."""
REGIONS = ("person", "robot", "table_centre", "table_left", "table_right", "table_near", "table_far")
"""Places that things are at, rather than on or in."""


class TooMany(ValueError):
    """A formula with more alternatives than can be compared."""


def alternatives(formula: Formula, scene: Scene) -> Alternatives:
    """Every way to make a formula true, as literals. Raises TooMany."""
    match formula:
        case Atom():
            return frozenset({_with_distances(a) for a in _atom(formula, True, scene)})
        case Not(Atom() as atom):
            return frozenset({_with_distances(a) for a in _atom(atom, False, scene)})
        case Not(Not(body)):
            return alternatives(body, scene)
        case Not(And(parts)):
            return alternatives(Or(tuple(Not(p) for p in parts)), scene)
        case Not(Or(parts)):
            return alternatives(And(tuple(Not(p) for p in parts)), scene)
        case And(parts):
            return joined([alternatives(p, scene) for p in parts])
        case Or(parts):
            return frozenset(a for p in parts for a in alternatives(p, scene))
        case Count():
            return _counted(formula, scene)
        case Not(Count(var, category, body, least, most, among)):
            if most is None and least is not None:
                return _counted(Count(var, category, body, 0, least - 1, among), scene)
            if most is not None and not least:
                return _counted(Count(var, category, body, most + 1, None, among), scene)
            return frozenset({frozenset({("not", (str(formula.body),), True)})})
    raise AssertionError(formula)


def joined(parts: Sequence[Alternatives]) -> Alternatives:
    """All of them at once, in every way. Raises TooMany."""
    found: Iterable[Alternative] = [frozenset()]
    for part in parts:
        found = {a | b for a, b in product(found, part)}
        if len(found) > MOST:
            raise TooMany(f"more than {MOST} ways to do it")
    return frozenset(_with_distances(a) for a in found)


def true_now(literal: Literal, scene: Scene) -> bool:
    """Whether a literal holds in the scene as it stands."""
    name, args, value = literal
    if any(a not in scene.objects for a in args) or name.startswith("do "):
        return False
    if name == "empty":
        return not contents(args[0], scene) and scene.fill.get(args[0], 0.0) <= 0.1
    if name == "open" and args[0] in scene.joints:
        return (scene.joints[args[0]] >= 0.5) is value
    try:
        return evaluate(Atom(name, args), scene) is value
    except (LookupError, ValueError):
        return False


def contents(place: Id, scene: Scene) -> list[Id]:
    """What is in or on a thing."""
    return [i for i in scene.objects if i != place and any(evaluate(Atom(n, (i, place)), scene) is True for n in ("in", "on"))]


def _atom(atom: Atom, value: bool, scene: Scene) -> list[Alternative]:
    """An atom or its negation, as the alternatives it stands for."""
    name, args = SAME_AS.get(atom.name, atom.name), tuple(map(_argument, atom.args))
    if name in OPPOSITE:
        name, value = OPPOSITE[name], not value
    if name in INVERSE:
        name, args = INVERSE[name], (args[1], args[0], *args[2:])
    if name == "next_to" and len(args) == 3:
        name = "apart"  # so far from each other, wherever
    if name in SYMMETRIC:
        args = (*sorted(args[:2]), *args[2:])
    if name in ("in", "on") and len(args) == 2:
        name = _carrying(name, args[1], scene)
    if name == "full" and args[1:] in (("100",), ("0",)):
        name, args = ("full" if args[1] == "100" else "empty"), args[:1]
    if name == "full" and not value:
        name, value = "empty", True
    if name == "empty" and value and (inside := contents(args[0], scene)):
        return [frozenset((_carrying("in", args[0], scene), (i, args[0]), False) for i in inside)]
    return [frozenset({(name, args, value)})]


def _carrying(name: str, place: str, scene: Scene) -> str:
    """How things are said to be with a place: in what is hollow, on what is flat, at a region; as it was said where it may be either."""
    if place in REGIONS:
        return "at"
    thing = scene.objects.get(place)
    if thing is None or thing.category == "mug":
        return name
    return "on" if thing.cavity is None else "in"


def _argument(term: object) -> str:
    """An id as it is, a number in hundredths."""
    text = str(term)
    try:
        return f"{100 * float(text):.0f}"
    except ValueError:
        return text


def _with_distances(found: Alternative) -> Alternative:
    """A relation and how far it is between the same two things as one literal: `left_of` with `apart`, `far_from` with its distance. To be
    next to something at a distance is to be that far from it."""
    away = {args[:2]: args[2] for name, args, value in found if name in DISTANCES and value and len(args) == 3}
    out = set(found)
    for pair, far in away.items():
        named = [x for x in out if x[0] in SIDED and x[2] and len(x[1]) == 2 and tuple(sorted(x[1])) == pair]
        if named:
            out -= {*named, *((name, (*pair, far), True) for name in DISTANCES)}
            out |= {(name, (*args, far), value) for name, args, value in named}
    return frozenset(("apart" if name == "next_to" and len(args) == 3 else name, args, value) for name, args, value in out)


def counted(count: Count, scene: Scene) -> list[Id]:
    """The things that are counted."""
    bound = {a for atom in atoms(count.body) for a in atom.args}
    if count.among:
        return [str(a) for a in count.among if a not in bound]
    return [
        i for i, t in scene.objects.items() if i not in bound and (not t.fixed if not count.category else is_a(t.category, count.category))
    ]


def _counted(count: Count, scene: Scene) -> Alternatives:
    """The ways to change as few things as possible so that the count is right; for all of them, that it is so for each."""
    domain = counted(count, scene)
    each = {i: substitute(count.body, {count.var: i}) for i in domain}
    if count.least is None and count.most is None:
        return alternatives(And(tuple(each.values())), scene)
    so = [i for i in domain if any(all(true_now(x, scene) for x in a) for a in alternatives(each[i], scene))]
    least, most = count.least if count.least is not None else len(domain), len(domain) if count.most is None else count.most
    if len(so) < least:
        rest, many, made = [i for i in domain if i not in so], least - len(so), True
    else:
        rest, many, made = so, max(len(so) - most, 0), False
    ways = [And(tuple(each[i] if made else Not(each[i]) for i in some)) for some in combinations(rest, many)]
    return frozenset(a for w in ways for a in alternatives(w, scene))
