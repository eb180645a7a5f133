"""Phrases and what they mean, found by the word that each begins with; made once, looked up at every position of a sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

S = TypeVar("S")


class Table(Generic[S]):
    """A dictionary of phrases, each with its meaning."""

    def __init__(self, entries: Mapping[str, S]) -> None:
        self.entries = dict(entries)
        self._by_first: dict[str, list[tuple[list[str], S]]] = {}
        for phrase, meaning in self.entries.items():
            if words := phrase.split():
                self._by_first.setdefault(words[0], []).append((words, meaning))
        for row in self._by_first.values():
            row.sort(key=lambda r: -len(r[0]))

    def at(self, words: Sequence[str], at: int) -> list[tuple[S, int]]:
        """What the phrases that stand here mean and where each ends, the longest first."""
        if at >= len(words):
            return []
        near = self._by_first.get(words[at], ())
        return [(meaning, at + len(p)) for p, meaning in near if len(p) == 1 or words[at : at + len(p)] == p]

    def longest(self, words: Sequence[str], at: int) -> tuple[S, int] | None:
        """The meaning of the longest phrase that stands here."""
        return next(iter(self.at(words, at)), None)

    @property
    def words(self) -> set[str]:
        """Every single word of its phrases."""
        return {w for p in self.entries for w in p.split()}


_KEPT = 4096
"""Lists of phrases that are kept in order."""
_Rows = dict[str, list[tuple[int, list[str]]]]
_kept: dict[int, tuple[Collection[str], _Rows]] = {}


def ends(words: Sequence[str], at: int, phrases: Collection[str]) -> list[int]:
    """Where each of the phrases that stand here ends, the longest first.

    Phrases that are asked for again, as a constant is, are not looked through again.
    """
    if at >= len(words):
        return []
    if len(phrases) == 1:
        row = next(iter(phrases)).split()
        return [at + len(row)] if row and words[at : at + len(row)] == row else []
    kept = _kept.get(id(phrases))
    if kept is None or kept[0] is not phrases:
        kept = _keep(phrases)
    near = kept[1].get(words[at])
    if near is None:
        return []
    return [at + n for n, row in near if n == 1 or words[at : at + n] == row]


def _keep(phrases: Collection[str]) -> tuple[Collection[str], _Rows]:
    """Phrases in order; the same ones in a list made anew are known by what they are."""
    if len(_kept) >= _KEPT:
        _kept.clear()
    kept = _kept[id(phrases)] = phrases, _in_order(tuple(phrases))
    return kept


@lru_cache(maxsize=_KEPT)
def _in_order(phrases: tuple[str, ...]) -> _Rows:
    rows: _Rows = {}
    for phrase in dict.fromkeys(phrases):
        if row := phrase.split():
            rows.setdefault(row[0], []).append((len(row), row))
    for near in rows.values():
        near.sort(key=lambda r: -r[0])
    return rows
