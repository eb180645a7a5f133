"""What a clause asks for: things, and what shall hold of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from heedful.program import Constraint, Ref

Joint = Literal["and", "then"]
IT = Ref(words="it")
THERE = Ref(words="there")
"""The place spoken of last."""
ZONE = "zone"
"""Category of a place that is no thing: the person, a side of the table."""
PERSON = Ref(ZONE, words="person")
SIDES = frozenset({"left_of", "right_of", "in_front_of", "behind", "next_to"})
"""Relations of things that stand side by side."""


@dataclass(frozen=True, slots=True)
class Want:
    """What shall hold, or shall not, of each thing that a clause is about.

    Beside the predicates there are wants that depend on the kind of the thing, or on what the scene shows; `compose` knows them:
    `to` a place, switched `on_off`, `poured` into, `filled` from, moved `aside`, turned `over`; of all things together `row` and `tower`.
    """

    relation: str
    place: Ref | None = None
    sign: bool = True
    other: Ref | None = None
    """The second of two places: `between the bowl and the plate`."""
    mine: bool = False
    """Whether a side is meant as the person sees it."""
    metres: float | None = None
    """How far from the place, between centres [m]."""
    at_least: bool = False
    """Whether it may be farther."""
    share: float | None = None
    """How full, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One request as it was said, its pronouns still open."""

    themes: tuple[Ref, ...] = ()
    """What it is about."""
    wants: tuple[Want, ...] = ()
    """Empty for what is only told, such as that the can has fallen over."""
    skill: str = ""
    """A skill carried out for its own sake."""
    args: tuple[tuple[str, float | str | Ref], ...] = ()
    by: str = ""
    """How people want it done: the first word of the skills' names."""
    using: tuple[Ref, ...] = ()
    """Tools that were named."""
    elided: bool = False
    """Said without a verb of its own: `and the blue one next to it`."""
    told: bool = False
    """Said to be so already."""
    kept: bool = False
    """What shall hold all the while: `and keep it full`."""
    careful: bool = False
    """Nothing may be spilled."""
    under: tuple[Constraint, ...] = ()
    """What holds on the way; about nothing: about what is moved. A clause of nothing else speaks of the clauses beside it."""
    refused: bool = False
    """Said not to be done: it tells only what is spoken of."""
    early: bool = False
    """To be done before what was said before it: `… , you need to open it first`."""
    also: tuple[Clause, ...] = ()
    """What its places shall be in their turn: `put red on green on the plate`."""
    header: Literal["", "list", "row"] = ""
    """What announces a list of goals: `set the table: …`; in a `row` what stands beside something stands next to it."""

    @property
    def refs(self) -> list[Ref]:
        """Every reference in it."""
        return [*self.themes, *(w.place for w in self.wants if w.place is not None), *self.using]

    @property
    def relations(self) -> frozenset[str]:
        return frozenset(w.relation for w in self.wants)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that may be so: `the drawer is closed`, `there are more than two blocks in the bowl`."""

    themes: tuple[Ref, ...]
    wants: tuple[Want, ...] = ()
    """Empty: that there is such a thing at all."""
    sign: bool = True
    least: int | None = None
    """With either number given, so many of what the theme describes."""
    most: int | None = None

    @property
    def counted(self) -> bool:
        return (self.least, self.most) != (None, None)


@dataclass(frozen=True, slots=True)
class Whether:
    """A condition: all of some facts, or any of them."""

    facts: tuple[Fact, ...]
    any: bool = False


@dataclass(frozen=True, slots=True)
class Branch:
    """One or the other, as the condition is."""

    condition: Whether
    then: Sentence
    otherwise: Sentence | None = None
    sign: bool = True
    """False: `unless`."""
    last: bool = False
    """Whether the condition was said last."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Again and again until the condition holds, or, with sign False, while it holds."""

    condition: Whether
    body: Sentence
    sign: bool = True
    last: bool = False


Item = Clause | Branch | Loop


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses in the order they were said, each with how it is joined to the one before."""

    clauses: tuple[tuple[Joint, Item], ...]


def clauses_of(sentence: Sentence) -> list[Clause]:
    """Every clause of a sentence and of those within it."""
    found: list[Clause] = []
    for _, item in sentence.clauses:
        match item:
            case Branch(_, then, otherwise):
                found += [*clauses_of(then), *(clauses_of(otherwise) if otherwise is not None else [])]
            case Loop(_, body):
                found += clauses_of(body)
            case _:
                found.append(item)
    return found
