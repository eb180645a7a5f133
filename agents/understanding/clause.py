"""What a clause asks for: things, and what shall hold of each of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from heedful.program import Ref

Joint = Literal["and", "then"]
IT = Ref(words="it")
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
class Sentence:
    """Clauses in the order they were said, each with how it is joined to the one before."""

    clauses: tuple[tuple[Joint, Clause], ...]


class Vague(ValueError):
    """A request that leaves open what to do; the message says what is missing."""
