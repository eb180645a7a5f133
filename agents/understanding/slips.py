"""Slips of the pen: a word that must have been meant for one that is known, by letters swapped, doubled, left out or one wrong vowel."""

from __future__ import annotations

from collections.abc import Collection, Iterable

SHORTEST = 4
"""Letters of the shortest word that is recognised with a letter too many, too few or wrong."""
LONG = 6
"""Letters from which on a word is recognised with two slips in it."""
_VOWELS = frozenset("aeiouy")
SMALL = frozenset({
    "the", "and", "put", "give", "get", "take", "move", "place", "all", "every", "everything", "except", "in", "on", "into", "onto", "to",
    "me", "of", "off", "one", "two", "three", "it", "them", "from", "with", "next", "left", "right", "open", "close", "turn", "then",
    "please", "red", "green", "blue", "yellow", "white", "black", "orange", "purple", "small", "large", "big", "bring", "pick", "up", "down",
    "between", "behind", "front", "other", "another", "under", "both", "not", "which", "that", "this", "is", "are", "after", "before",
    "first", "second", "third", "half", "full", "empty", "closest", "nearest", "leftmost", "rightmost", "biggest", "smallest", "middle",
    "hand", "drop", "throw", "away", "my", "you", "your", "only", "without", "unless", "if", "until", "stack", "goes", "go", "should",
})  # fmt: skip
"""Words that are written so often that a slip is likely to be meant for one of them."""


def mended(word: str, known: Iterable[str], likely: Collection[str] = ()) -> str | None:
    """The one known word that a word must have been meant for; None if there is none, or more than one.

    Another consonant makes another word, `clock` is no slip for `block`, and so is never taken for one.

    Args:
      likely: Words for what is here; of several that are as near, one of these or one of the commonest is meant.
    """
    words = set(known)
    swapped = {w for w in words if _swapped(word, w)}
    near = {w for w in words if max(len(word), len(w)) >= SHORTEST and (_longer(word, w) or _longer(w, word) or _vowel(word, w))}
    near |= {w for w in words if min(len(word), len(w)) >= SHORTEST and word != w and _single(word) == _single(w)}  # aplle
    if len(word) == 3 and word[:2] == word[0] + word[1] and word[1] == word[2] and word[:2] in words:
        near.add(word[:2])  # mee
    for found in (swapped, near) if swapped else (near,):
        if len(found) == 1:
            return next(iter(found))
        if len(better := found & (set(likely) | SMALL)) == 1:
            return next(iter(better))
        if found:
            return None
    twice = {w for w in (words & (set(likely) | SMALL)) if min(len(word), len(w)) >= LONG - 1 and len(word) >= LONG and _twice(word, w)}
    return next(iter(twice)) if len(twice) == 1 else None


def _single(word: str) -> str:
    """The word with no letter doubled."""
    return "".join(a for a, b in zip(word, f" {word}", strict=False) if a != b)


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


def _twice(word: str, other: str) -> bool:
    """Two slips, none of them another consonant."""
    if word[0] != other[0] or abs(len(word) - len(other)) > 2:
        return False
    return any(_swapped(m, other) or _longer(m, other) or _longer(other, m) or _vowel(m, other) for m in _slips(word))


def _slips(word: str) -> set[str]:
    """Every word that one slip may make of this one: a letter left out, two swapped, one more, another vowel."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    found = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    found |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    found |= {word[:i] + c + word[i:] for i in range(1, len(word) + 1) for c in letters}
    return found | {word[:i] + v + word[i + 1 :] for i in range(len(word)) if word[i] in _VOWELS for v in _VOWELS}
