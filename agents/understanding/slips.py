"""Slips of the pen: a word that differs from exactly one known word by letters swapped, doubled or left out, or by one wrong vowel."""

from __future__ import annotations

from collections.abc import Iterable

SHORTEST = 4
"""Letters of the shortest word that is recognised with a letter too many, too few or wrong."""
_VOWELS = frozenset("aeiouy")


def mended(word: str, known: Iterable[str]) -> str | None:
    """The one known word that a word must have been meant for; None if there is none, or more than one.

    Another consonant makes another word, `clock` is no slip for `block`, and so is never taken for one.
    """
    swapped, near = set[str](), set[str]()
    for other in known:
        if _swapped(word, other):
            swapped.add(other)
        elif max(len(word), len(other)) >= SHORTEST and (_longer(word, other) or _longer(other, word) or _vowel(word, other)):
            near.add(other)
    found = swapped or near
    return found.pop() if len(found) == 1 else None


def _swapped(word: str, other: str) -> bool:
    """Two letters next to each other changed places."""
    apart = [i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b]
    if len(word) != len(other) or len(apart) != 2 or apart[1] != apart[0] + 1:
        return False
    i, j = apart
    return word[i] == other[j] and word[j] == other[i]


def _longer(word: str, other: str) -> bool:
    """One letter more, which is doubled or stands within the word or at its end."""
    return len(word) == len(other) + 1 and word[0] == other[0] and any(word[:i] + word[i + 1 :] == other for i in range(1, len(word)))


def _vowel(word: str, other: str) -> bool:
    """One vowel for another."""
    apart = [(a, b) for a, b in zip(word, other, strict=False) if a != b]
    return len(word) == len(other) and len(apart) == 1 and {*apart[0]} <= _VOWELS
