"""Kinds of household things: which words name each, and of what kinds each is in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from heedful.agents.understanding.home import food, things

Phrase = tuple[str, ...]


@cache
def table() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Kind -> the words for it, and what it is. Raises ValueError for a line that is not of the form of the table."""
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    places = set(_lines(things.FURNITURE))
    for line in _lines("".join((food.EATEN, things.DONE_WITH, things.KEPT, things.FURNITURE, things.ROOMS))):
        if not line.strip():
            continue
        name, colon, rest = line.partition(":")
        words, _, kinds = rest.partition("|")
        kinds += ", location" if line in places and name != "location" else ""
        if not colon or name in found:
            raise ValueError(f"a household thing must be told once, as 'name: words | kinds', got {line!r}")
        found[name] = ((name, *_listed(words)), _listed(kinds))
    return found


def _lines(text: str) -> list[str]:
    return text.replace("\n  ", " ").splitlines()


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


@cache
def kinds_of(category: str) -> frozenset[str]:
    """Everything that a thing of a category is: its own kind, groups and qualities. A category may be any word for a kind."""
    name = category.replace("_", " ").lower()
    found, new = set[str](), [name if name in table() else named().get(name, name)]
    while new:
        kind = new.pop()
        if kind not in found:
            found.add(kind)
            new += table().get(kind, ((), ()))[1]
    return frozenset(found)


@cache
def named() -> Mapping[str, str]:
    """Word -> the kind that it names; the first in the table where there are several."""
    found: dict[str, str] = {name: name for name in table()}
    for name, (words, _) in table().items():
        for word in words:
            found.setdefault(word, name)
    return found


@cache
def nouns() -> Mapping[Phrase, str]:
    """The same as phrases, without plurals whose singular is there too."""
    words = named()
    return {tuple(w.split()): kind for w, kind in words.items() if w in table() or words.get(singular(w)) != kind or singular(w) == w}


def singular(words: str) -> str:
    """The last word in the singular, by rule."""
    return words[:-2] if words.endswith(("shes", "ches", "xes", "sses")) else words.removesuffix("s") if not words.endswith("ss") else words


@cache
def qualities() -> Mapping[Phrase, str]:
    """Words for qualities -> the quality."""
    return {tuple(word.split()): name for name, words in food.QUALITIES.items() for word in words}


def homely(categories: Iterable[str], known: Iterable[str]) -> bool:
    """Whether among some categories there is one of a household that is not `known` anyway."""
    usual = set(known)
    return any((c := category.replace("_", " ").lower()) in named() and c not in usual for category in categories)
