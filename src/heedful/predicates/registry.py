"""The registry of predicates: a function or a formula under each name, with its words."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass

from heedful.program import Formula, parse
from heedful.types import Scene

BELIEVED = 0.5
"""Confidence below which a thing's whereabouts are unknown."""

Truth = bool | None
"""True, False, or None for unknown."""


class UnknownPredicate(KeyError):
    """A predicate that nobody defined; the message names the nearest."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class Relation:
    """One predicate: how to measure it and how to say it."""

    name: str
    params: tuple[str, ...]
    says: str
    """A sentence with {0}, {1} for the arguments, with `is` or `are` as its verb: `{0} is on {1}`."""
    words: tuple[str, ...] = ()
    """How people say it: prepositions for relations of two, adjectives for those of one."""
    measure: Callable[..., Truth] | None = None
    """Takes a Scene and Things."""
    numbers: frozenset[int] = frozenset()
    """Places of parameters that are numbers, annotated `float`; SI units. They come as text in atoms: `apart(a, b, 0.1)`."""
    formula: Formula | None = None
    """Derived predicates: what they stand for, over the parameter names."""

    @property
    def kind(self) -> bool:
        """Whether it says what a thing is for, which nothing that happens changes."""
        return self.measure is not None and self.measure.__module__.endswith(".kinds")


_RELATIONS: dict[str, Relation] = {}


def predicate(says: str, words: tuple[str, ...] = ()) -> Callable[[Callable[..., Truth]], Callable[..., Truth]]:
    """Register a function `name(scene, *things) -> True | False | None` as the predicate of its name (a trailing `_` is dropped).

    The function is not called, and the relation unknown, while one of the things is absent or hardly believed in.

    Args:
      says: A sentence with {0}, {1} for the arguments: `{0} is folded`.
      words: How people say it; prepositions for relations of two things.

    Defining it again in the same module replaces it; another module's predicate is kept. Raises ValueError then.
    """

    def register(measure: Callable[..., Truth]) -> Callable[..., Truth]:
        code = measure.__code__
        params = code.co_varnames[1 : code.co_argcount]
        name = measure.__name__.rstrip("_")
        there = _RELATIONS.get(name)
        if there is not None and (there.measure is None or there.measure.__module__ != measure.__module__):
            home = there.measure.__module__ if there.measure else "a formula"
            raise ValueError(f"predicate {name!r} is already defined by {home}, on which goals rely; choose another name")
        numbers = frozenset(i for i, p in enumerate(params) if measure.__annotations__.get(p) in ("float", float))
        _RELATIONS[name] = Relation(name, params, says, words, measure, numbers)
        return measure

    return register


def define(head: str, formula: str, says: str, words: tuple[str, ...] = ()) -> Relation:
    """Register a derived predicate: `define("clear(x)", "~exists y: on(y, x)", "{0} is clear")`."""
    name, _, rest = head.partition("(")
    params = tuple(p.strip() for p in rest.rstrip(")").split(",") if p.strip())
    _RELATIONS[name] = Relation(name, params, says, words, formula=parse(formula))
    return _RELATIONS[name]


def relation(name: str) -> Relation:
    """The predicate of that name. Raises UnknownPredicate."""
    try:
        return _RELATIONS[name]
    except KeyError:
        near = difflib.get_close_matches(name, _RELATIONS, 1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise UnknownPredicate(f"no predicate named {name!r}.{hint} Known predicates: {', '.join(sorted(_RELATIONS))}") from None


def relations() -> dict[str, Relation]:
    """Every predicate by name."""
    return dict(_RELATIONS)


def measured(name: str, scene: Scene, args: tuple[str, ...]) -> Truth:
    """Evaluate a predicate that is measured, not derived, on bound ids. Raises UnknownPredicate, ValueError on a wrong count."""
    found = relation(name)
    if found.measure is None:
        raise UnknownPredicate(f"predicate {name!r} is derived, not measured")
    if len(args) != len(found.params):
        raise ValueError(f"{name} takes {len(found.params)} arguments ({', '.join(found.params)}), got {len(args)}")
    things = [float(a) if at in found.numbers else scene.objects.get(a) for at, a in enumerate(args)]
    if any(t is None or (not isinstance(t, float) and t.confidence < BELIEVED) for t in things):
        return None
    value = found.measure(scene, *things)
    return None if value is None else bool(value)  # numpy's booleans are not the singletons that `is` asks for
