"""A reward: terms with their parameters, norms and weights; data that is checked when it is made, and is never executed."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from heedful.skills.rewards.catalogue import ALWAYS, CATALOGUE, FEET, Body, Choice, Name, Number, Param, TermSpec
from heedful.skills.rewards.norms import P_RANGE, Q_RANGE, SHAPES, Norm

Value = float | str
MOST_TERMS = 40
HEAVIEST = 100.0
"""Largest weight."""
UPRIGHT = 1.0
"""Pitch asked for from which on a body stands on two feet [rad]; sitting it leans back by 0.6."""
LONGEST = 600.0
"""Longest that one reward is followed [s]."""
_NAME = re.compile(r"[A-Za-z_][\w./-]{0,63}")
_PLACEHOLDER = re.compile(r"\b(NUM|CHOICE|TODO|XXX|PLACEHOLDER)\b|[<{\[].*[>}\]]|\.\.\.|…")


class RewardError(ValueError):
    """A reward that is none; the message is one sentence that a model or a person can mend it by."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the terms of a reward may be about in one world."""

    body: Body
    things: tuple[str, ...] = ()
    """Ids of things and landmarks."""
    joints: tuple[str, ...] = ()
    """Ids of drawers, doors and faucets."""
    parts: tuple[str, ...] = ()
    """Points of fixtures, `drawer_handle`; those of the body are known."""

    @property
    def points(self) -> tuple[str, ...]:
        """Everything that a distance may be between."""
        body = ("torso", *FEET) if self.body == "legged" else ("hand", "rest")
        return (*body, *self.things, *self.joints, *self.parts)

    def of(self, kind: str) -> tuple[str, ...]:
        """The names of one kind: thing, foot, joint or point."""
        return {"thing": (*self.things, *self.joints), "foot": FEET, "joint": self.joints, "point": self.points}[kind]


@dataclass(frozen=True, slots=True)
class Term:
    """One term. Make one with `term`, which fills in what is not given and checks the rest."""

    name: str
    params: tuple[tuple[str, Value], ...]
    """Every parameter of the catalogue, in its order."""
    norm: Norm
    weight: float

    @property
    def spec(self) -> TermSpec:
        return CATALOGUE[self.name]

    @property
    def args(self) -> dict[str, Value]:
        """The parameters by name."""
        return dict(self.params)

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same term in an edited reward: its name and what it is about."""
        args = self.args
        return (self.name, *(str(args[a]) for a in self.spec.about))

    def number(self, name: str) -> float:
        """A numeric parameter."""
        return float(self.args[name])

    def with_(self, weight: float | None = None, norm: Norm | None = None, /, **params: Value) -> Term:
        """The same term with something else, checked."""
        return term(self.name, self.weight if weight is None else weight, self.norm if norm is None else norm, **{**self.args, **params})

    def __str__(self) -> str:
        return f"{self.name}({', '.join(f'{k}={_said(v)}' for k, v in self.params)}) × {self.weight:g}"


@dataclass(frozen=True, slots=True)
class Reward:
    """What is wanted of the robot for a while: the sum over the terms of weight × norm(error) is to be small."""

    terms: tuple[Term, ...] = ()
    for_s: float | None = None
    """How long it is followed [s]; None: until its aims are reached, or it is edited."""

    def __post_init__(self) -> None:
        if len(self.terms) > MOST_TERMS:
            raise RewardError(f"a reward has {MOST_TERMS} terms at most, not {len(self.terms)}")
        if self.for_s is not None and not (_is_number(self.for_s) and 0 < self.for_s <= LONGEST):
            raise RewardError(f"for_s must be over 0 and at most {LONGEST:g} s, not {self.for_s!r}")
        seen: dict[tuple[str, ...], Term] = {}
        for one in self.terms:
            if one.key in seen:
                raise RewardError(f"{' of '.join(one.key)} is given twice; a reward has each term once")
            for other in seen.values():
                if other.name in one.spec.excludes:
                    raise RewardError(f"{other.name} and {one.name} ask for the same motion; give one of them")
            seen[one.key] = one

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __getitem__(self, key: str | tuple[str, ...]) -> Term:
        """The term of a key, or the first of a name. Raises KeyError."""
        for one in self.terms:
            if one.key == key or one.name == key:
                return one
        raise KeyError(f"the reward has no {key if isinstance(key, str) else ' of '.join(key)}")

    def find(self, name: str) -> tuple[Term, ...]:
        """All terms of a name."""
        return tuple(t for t in self.terms if t.name == name)

    def put(self, *new: Term) -> Reward:
        """With these terms in the places of those of the same key, or at the end; what they exclude goes."""
        kept = {t.key: t for t in self.terms}
        for one in new:
            gone = [k for k, t in kept.items() if t.name in one.spec.excludes and k != one.key]
            for key in gone:
                del kept[key]
            kept[one.key] = one
        return replace(self, terms=tuple(kept.values()))

    def without(self, *keys: tuple[str, ...]) -> Reward:
        """Without the terms of these keys."""
        return replace(self, terms=tuple(t for t in self.terms if t.key not in keys))

    def complete(self, body: Body) -> Reward:
        """With the terms that every reward of a body has, where it does not give them."""
        return replace(self, terms=(*self.terms, *(term(n) for n in ALWAYS[body] if not self.find(n))))

    @property
    def aims(self) -> tuple[Term, ...]:
        """The terms that are reached, or not: where its heading, the drawer's opening; not how smoothly."""
        return tuple(t for t in self.terms if t.spec.within is not None and t.weight > 0)

    @property
    def on_two(self) -> bool:
        """Whether it has a trunk stand so steep that it stands on its hind feet, or on its front feet."""
        return any(abs(t.number("angle")) >= UPRIGHT for t in self.find("torso_pitch"))

    def check(self, names: Names) -> Reward:
        """Itself, if every term is of the body's and about what is there. Raises RewardError."""
        for one in self.terms:
            if names.body not in one.spec.bodies:
                raise RewardError(f"{one.name} is no term of {'a legged body' if names.body == 'legged' else 'an arm'}")
            for param in one.spec.params:
                known = names.of(param.kind) if isinstance(param, Name) else ()
                if isinstance(param, Name) and (said := str(one.args[param.name])) not in known:
                    raise RewardError(
                        f"{one.name}: there is no {param.kind} {said!r}{nearest(said, known)}; known: {', '.join(known[:30]) or 'none'}"
                    )
        return self

    def __str__(self) -> str:
        return " + ".join(map(str, self.terms)) + (f" for {self.for_s:g} s" if self.for_s is not None else "")


def term(name: str, weight: float | None = None, norm: Norm | None = None, /, **params: Any) -> Term:
    """A term of the catalogue, with defaults for what is not given.

    Args:
      name: As in the catalogue.
      weight: 0 to 100; the catalogue's unless given.
      norm: The catalogue's unless given.
      params: By name: numbers in the catalogue's units and ranges, names, choices.

    Raises RewardError, which names the nearest right answer.
    """
    if not isinstance(name, str) or name not in CATALOGUE:
        raise RewardError(f"there is no term {_short(name)}{nearest(name, CATALOGUE) or '.'} Known: {', '.join(CATALOGUE)}")
    spec = CATALOGUE[name]
    known = [p.name for p in spec.params]
    for given in params:
        if given not in known:
            raise RewardError(f"{name} has no parameter {_short(given)}{nearest(given, known) or '.'} It has {', '.join(known) or 'none'}")
    values = tuple((p.name, _value(name, p, params.get(p.name))) for p in spec.params)
    about = [v for p, (_, v) in zip(spec.params, values, strict=True) if isinstance(p, Name)]
    if len(set(about)) < len(about):
        raise RewardError(f"{name} must be between two different points, not {about[0]} twice")
    if weight is None:
        weight = spec.weight
    if not _is_number(weight) or not 0 <= weight <= HEAVIEST:
        raise RewardError(f"the weight of {name} must be a number from 0 to {HEAVIEST:g}, not {_short(weight)}")
    return Term(name, values, _checked(name, spec.norm if norm is None else norm), float(weight))


def _value(term: str, param: Param, given: Any) -> Value:
    """One parameter's value, checked; its default if it is not given."""
    where = f"{param.name} of {term}"
    if isinstance(given, str) and _PLACEHOLDER.search(given):
        raise RewardError(f"{where} is still the placeholder {_short(given)}; put {_wanted(param)} there")
    if isinstance(param, Number):
        value = param.default if given is None else given
        if value is None:
            raise RewardError(f"{where} is missing; give {_wanted(param)}")
        if not _is_number(value) or not param.low <= value <= param.high:
            raise RewardError(f"{where} must be {_wanted(param)}, not {_short(value)}")
        return float(value)
    if isinstance(param, Choice):
        value = param.options[0] if given is None else given
        if not isinstance(value, str) or value not in param.options:
            raise RewardError(f"{where} must be {_wanted(param)}, not {_short(value)}{nearest(value, param.options)}")
        return value
    if given is None:
        raise RewardError(f"{where} is missing; give {_wanted(param)}")
    if not isinstance(given, str) or not _NAME.fullmatch(given):
        raise RewardError(f"{where} must be {_wanted(param)}, not {_short(given)}")
    if param.kind == "foot" and given not in FEET:
        raise RewardError(f"{where} must be {_wanted(param)}, not {_short(given)}{nearest(given, FEET)}")
    return given


def _wanted(param: Param) -> str:
    """What a parameter should be, in words."""
    if isinstance(param, Number):
        return f"a number from {param.low:.4g} to {param.high:.4g}{' ' + param.unit if param.unit else ''}"
    if isinstance(param, Choice):
        return f"one of {', '.join(param.options)}"
    return f"one of {', '.join(FEET)}" if param.kind == "foot" else f"the name of a {param.kind}"


def _checked(name: str, norm: Norm) -> Norm:
    """The norm itself, if it is one. Raises RewardError."""
    if norm.kind not in SHAPES:
        raise RewardError(f"there is no norm {_short(norm.kind)}{nearest(norm.kind, SHAPES) or '.'} Known: {', '.join(SHAPES)}")
    for value, what, (low, high) in ((norm.p, "p", P_RANGE), (norm.q, "q", Q_RANGE)):
        if not _is_number(value) or not low <= value <= high:
            raise RewardError(f"{what} of the norm of {name} must be a number from {low:g} to {high:g}, not {_short(value)}")
    return norm


def nearest(said: object, known: Iterable[str]) -> str:
    """`. Did you mean 'pick'?`, or nothing where nothing is near."""
    near = difflib.get_close_matches(str(said), list(known), 1, 0.6)
    return f". Did you mean {near[0]!r}?" if near else ""


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def _said(value: Value) -> str:
    return value if isinstance(value, str) else f"{value:.3g}"


def _short(value: object) -> str:
    said = repr(value)
    return said if len(said) <= 60 else f"{said[:57]}…"
