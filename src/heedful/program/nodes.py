"""What the Task Language is made of: references to things, formulas over predicates, and programs that bring formulas about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from heedful.types import Id

Quantifier = Literal["the", "a", "all", "no"]
"""`no`: of none of them; a goal about `no block` says of every block that it is not so."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Which of several in some order: `the leftmost`, `the second from the left`, `the middle one`, `the largest`, `every other`."""

    by: str
    """What they are ordered by, and from which end: `left`, `right`, `front`, `back`, `near`, `far`, `large`, `small`, `tall`, `short`,
    `high`, `low`, `full`, `empty`; `row` is along the line they stand in, from left or front; `first` leaves open in which order."""
    nth: int = 1
    """Counted from 1; -1 is the last, 0 the one in the middle. With `every`, where counting begins."""
    every: int = 0
    """2: every second one from `nth` on; 0: only the `nth`."""
    many: int = 1
    """How many from there on: `the two leftmost`; 0: all that are like the first in it, `the smaller blocks`."""
    to: Ref | None = None
    """What nearness and farness are measured from; None: the robot."""
    person: bool = False
    """Whether the order is as the person sees it, or measured from where the person is."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing as it was spoken of; bound to ids against the scene, late."""

    category: str = ""
    """Empty for 'it' or 'something'."""
    color: str = ""
    attributes: tuple[str, ...] = ()
    quantifier: Quantifier = "the"
    words: str = ""
    """As it was said, for questions and refusals."""
    where: tuple[tuple[str, Ref], ...] = ()
    """Relations that tell it from others: `the block in the drawer`; `_` as the words of the other thing is what the atom is about."""
    count: int | None = None
    """How many: with `a` so many of them, `two of the red blocks`; with `all` there should be just so many, `the three mugs`."""
    pick: Pick | None = None
    """Which in some order, after everything else has been told."""
    but: tuple[Ref, ...] = ()
    """What is excepted: `everything except the mug`."""
    options: tuple[Ref, ...] = ()
    """Any of these, where something of several kinds is meant: `the apple or the lemon`."""


Term = Id | Ref
"""In the place of a number an id is the number as text: `apart(a, b, 0.1)` has the arguments `a`, `b` and `0.1`."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A predicate applied to ids, parameter names or references; `_` in a literal stands for anything."""

    name: str
    args: tuple[Term, ...] = ()

    def __str__(self) -> str:
        shown = [a if isinstance(a, str) else a.words or a.category for a in self.args]
        return f"{self.name}({', '.join(shown)})" if shown else self.name


@dataclass(frozen=True, slots=True)
class Not:
    body: Formula

    def __str__(self) -> str:
        return f"~{self.body}"


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Formula, ...] = ()

    def __str__(self) -> str:
        return " & ".join(f"({p})" if isinstance(p, Or) else str(p) for p in self.parts) or "true"


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Formula, ...] = ()

    def __str__(self) -> str:
        return " | ".join(str(p) for p in self.parts) or "false"


@dataclass(frozen=True, slots=True)
class Count:
    """At least `least` and at most `most` of some things satisfy the body, with `var` for the thing."""

    var: str
    category: str
    """The kind of thing that is counted; empty: every object."""
    body: Formula
    least: int | None = None
    """None: all of them."""
    most: int | None = None
    among: tuple[Term, ...] = ()
    """The things that are counted, as ids or as one reference; empty: all of the category."""

    def __str__(self) -> str:
        word = "forall" if self.least is None else "exists" if (self.least, self.most) == (1, None) else f"count[{self.least},{self.most}]"
        among = ", ".join(a if isinstance(a, str) else a.words or a.category for a in self.among)
        domain = f" in {{{among}}}" if among else f" in {self.category}" if self.category else ""
        return f"({word} {self.var}{domain}: {self.body})"


Formula = Atom | Not | And | Or | Count
TRUE = And()

Manner = Literal["upright", "gentle", "slow", "fast", "keep_out", "no_touch"]
"""What may be asked of the way there: a thing kept upright, gently, slowly, quickly, away from a thing, without touching a thing."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """What shall hold on the way, all the while."""

    kind: Manner
    about: Term | None = None
    """The thing that is kept upright, stayed away from or not touched; None for how fast and how gently."""

    def __str__(self) -> str:
        about = self.about if self.about is None or isinstance(self.about, str) else self.about.words or self.about.category
        return self.kind if about is None else f"{self.kind}({about})"


@dataclass(frozen=True, slots=True)
class Achieve:
    """Make the goal true."""

    goal: Formula
    by: tuple[str, ...] = ()
    """First words of the names of skills that people want it done by; others are not ruled out."""
    using: tuple[Term, ...] = ()
    """Tools that people want used, rather than others of their kind."""
    under: tuple[Constraint, ...] = ()
    """What holds on the way."""


@dataclass(frozen=True, slots=True)
class Do:
    """Carry out a skill for its own sake: go home, wait, look."""

    skill: str
    args: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Seq:
    """One after the other. Without steps: nothing at all."""

    steps: tuple[Program, ...]


@dataclass(frozen=True, slots=True)
class Par:
    """At the same time, by as many hands as there are; one after the other in any order where there are too few."""

    steps: tuple[Program, ...]


@dataclass(frozen=True, slots=True)
class If:
    """One program or another, as the condition is when its turn comes."""

    condition: Formula
    then: Program
    otherwise: Program = Seq(())


@dataclass(frozen=True, slots=True)
class Until:
    """The body again and again until the condition holds: `keep taking blocks out of the bowl until it is empty`."""

    condition: Formula
    body: Program


Program = Achieve | Do | Seq | Par | If | Until
NOTHING = Seq(())


def substitute(formula: Formula, binding: Mapping[str, Term]) -> Formula:
    """The formula with parameter names replaced."""
    match formula:
        case Atom(name, args):
            return Atom(name, tuple(binding.get(a, a) if isinstance(a, str) else a for a in args))
        case Not(body):
            return Not(substitute(body, binding))
        case And(parts):
            return And(tuple(substitute(p, binding) for p in parts))
        case Or(parts):
            return Or(tuple(substitute(p, binding) for p in parts))
        case Count(var, category, body, least, most, among):
            inner = {k: v for k, v in binding.items() if k != var}
            things = tuple(binding.get(a, a) if isinstance(a, str) else a for a in among)
            return Count(var, category, substitute(body, inner), least, most, things)


def atoms(formula: Formula) -> list[Atom]:
    """Every atom in it, left to right."""
    match formula:
        case Atom():
            return [formula]
        case Not(body) | Count(body=body):
            return atoms(body)
        case And(parts) | Or(parts):
            return [a for p in parts for a in atoms(p)]


def parts_of(program: Program) -> tuple[Program, ...]:
    """The programs that a program is directly made of."""
    match program:
        case Seq(steps) | Par(steps):
            return steps
        case If(_, then, otherwise):
            return (then, otherwise)
        case Until(_, body):
            return (body,)
        case _:
            return ()


def formulas_of(program: Program) -> list[Formula]:
    """Every goal and condition in a program, in order."""
    match program:
        case Achieve(goal):
            return [goal]
        case If(condition, _, _) | Until(condition, _):
            return [condition, *(f for p in parts_of(program) for f in formulas_of(p))]
        case _:
            return [f for p in parts_of(program) for f in formulas_of(p)]


def terms_of(program: Program) -> list[Term]:
    """Every id and reference in a program: what its formulas, tools, constraints and arguments speak of, in order."""
    match program:
        case Achieve(goal, _, using, under):
            return [*_terms(goal), *using, *(c.about for c in under if c.about is not None)]
        case Do(_, args):
            return [v for _, v in args if isinstance(v, (str, Ref))]
        case If(condition, _, _) | Until(condition, _):
            return [*_terms(condition), *(t for p in parts_of(program) for t in terms_of(p))]
        case _:
            return [t for p in parts_of(program) for t in terms_of(p)]


def _terms(formula: Formula) -> list[Term]:
    match formula:
        case Atom(_, args):
            return list(args)
        case Not(body):
            return _terms(body)
        case And(parts) | Or(parts):
            return [t for p in parts for t in _terms(p)]
        case Count(var, _, body, _, _, among):
            return [*among, *(t for t in _terms(body) if t != var)]
