"""Phrases and constructions written in short: `turn|switch # [back] on` is every way of saying that with a thing for the `#`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product

from heedful.agents.understanding.clause import Want

Frame = tuple[tuple[str, ...], tuple[str, ...]]
"""What may stand before a thing, and what after it."""


@cache
def ways(*patterns: str) -> tuple[str, ...]:
    """Every phrase of some patterns: `a|b c` is `a c` and `b c`, `[a] b` is `a b` and `b`; `_` joins words that stand together."""
    found: list[str] = []
    for pattern in patterns:
        slots = [["", *w[1:-1].split("|")] if w.startswith("[") else w.split("|") for w in pattern.split()]
        found += [" ".join(p for p in row if p).replace("_", " ") for row in product(*slots)]
    return tuple(dict.fromkeys(found))


def frames(*patterns: str) -> tuple[Frame, ...]:
    """Constructions around a thing: `turn|switch # on`, `turn|switch on #`."""
    found = []
    for pattern in patterns:
        before, _, after = pattern.partition("#")
        found.append((ways(before), ways(after) if after.strip() else ("",)))
    return tuple(found)


_BEGINNINGS: dict[int, tuple[tuple[Frame, ...], frozenset[str]]] = {}


def beginnings(frames: tuple[Frame, ...]) -> frozenset[str]:
    """The first words of some constructions; those that are a constant are looked through once."""
    known = _BEGINNINGS.get(id(frames))
    if known is None or known[0] is not frames:
        known = _BEGINNINGS[id(frames)] = (frames, frozenset(p.split()[0] for before, _ in frames for p in before if p))
    return known[1]


@dataclass(frozen=True, slots=True)
class Construction:
    """Ways to ask for something, and what is asked for."""

    frames: tuple[Frame, ...]
    wants: tuple[Want, ...] = ()
    kinds: tuple[str, ...] = ()
    """What it can be said of; empty: anything."""
    pronoun: bool = True
    """Whether it can also be said of `it`."""
    tail: bool = False
    """Whether a place may follow: `upright on the table`."""

    @property
    def words(self) -> set[str]:
        return words_in(p for before, after in self.frames for p in (*before, *after))


def words_in(phrases: Iterable[str]) -> set[str]:
    """Every single word in some phrases."""
    return {w for p in phrases for w in p.split()}
