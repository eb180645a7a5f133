"""Slips of the pen in the light of the whole sentence: letters swapped, dropped, doubled, hit beside, and spaces in the wrong place.

Only what is no word of English is taken for a slip, so that a thing which is not here is never taken for another that is. Every such word
gets the known words that it may have been meant for, and the versions of the sentence come with what they cost, the likeliest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from heedful.agents.understanding import sayings
from heedful.agents.understanding.agree import possible, same
from heedful.agents.understanding.amending import SOUNDS, separated
from heedful.agents.understanding.english import exists
from heedful.agents.understanding.fillers import HESITATIONS
from heedful.agents.understanding.normalise import FILLING, POLITE, SHORT, STOPS, tokens
from heedful.agents.understanding.quantities import SUFFIXES
from heedful.agents.understanding.slips import SMALL
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.episode import Understanding, Verdict
from heedful.types import Scene

MARGIN = 0.3
"""How much dearer another version may be and still be weighed against the cheapest that makes sense."""
_KEPT, _VERSIONS, _MOST = 4, 8, 6
"""Words that one slip may be meant for, versions of a sentence, and slips in it, at most."""
_SPREAD = 0.8
"""How much dearer than the cheapest a word may be and still be thought of."""
_SPACE = 0.5
"""What a space in the wrong place costs."""
_COMMON = 0.35
"""What a word for what is here, or one that is written all the time, is cheaper by."""
_VOWELS = frozenset("aeiouy")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _beside() -> frozenset[tuple[str, str]]:
    at = {c: (x + 0.4 * y, y) for y, row in enumerate(_ROWS) for x, c in enumerate(row)}
    near = [(a, b) for a, (x, y) in at.items() for b, (u, v) in at.items() if a != b and abs(x - u) <= 1.0 and abs(y - v) <= 1]
    return frozenset(near)


_BESIDE = _beside()


class Version(NamedTuple):
    """A sentence as it may have been meant."""

    words: list[str]
    taken: dict[str, str]
    cost: float


def mistyped(words: Sequence[str], vocabulary: Vocabulary, here: frozenset[str]) -> Iterator[Version]:
    """Versions of a sentence with its slips mended, the likeliest first; none where there is no slip, or one that nothing explains.

    Args:
      here: Words for what is here, which a slip is likelier to be meant for.
    """
    if not any(_slip(words, i, vocabulary) for i in range(len(words))):
        return
    likely = here | SMALL | {w for w, c in vocabulary.colors.items() if w in vocabulary.seen and c}
    known = vocabulary.seen | sayings.WORDS | POLITE | SHORT | FILLING
    spaced, told = _spaced(list(words), vocabulary, likely)
    found = _mended(list(words), {}, vocabulary, known, likely) + (_mended(spaced, told, vocabulary, known, likely) if told else [])
    yield from sorted(found, key=lambda v: v.cost)[:_VERSIONS]


def _mended(words: list[str], told: dict[str, str], vocabulary: Vocabulary, known: frozenset[str], likely: frozenset[str]) -> list[Version]:
    """Versions of a sentence with every slip taken for some known word; of spaces that were put right before, each costs as well."""
    slips = [i for i in range(len(words)) if _slip(words, i, vocabulary)]
    meant = [_meant(words[i], known, likely) + _apart_in(words[i], vocabulary) for i in slips]
    if len(slips) > _MOST or not all(meant):
        return []
    found: list[Version] = []
    for row in sorted(product(*meant), key=lambda row: sum(cost for _, cost in row))[:_VERSIONS]:
        said = list(words)
        for i, (word, _) in zip(slips, row, strict=True):
            said[i] = word
        taken = told | {words[i]: word for i, (word, _) in zip(slips, row, strict=True)}
        found.append(Version(tokens(" ".join(said)), taken, _SPACE * len(told) + sum(cost for _, cost in row)))
    return found


def _apart_in(word: str, vocabulary: Vocabulary) -> list[tuple[str, float]]:
    """Two words run together: `putthe`."""
    parts = separated([word], vocabulary)
    return [(" ".join(parts), 0.6)] if len(parts) > 1 else []


def _slip(words: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    """Whether no such word exists; `th` is one only after a number."""
    word = words[at]
    if not word.isalpha() or not word.isascii() or word in HESITATIONS or word in SOUNDS:
        return False
    if word in SUFFIXES:
        return not (at and words[at - 1].isdigit())
    if len(word) == 1:
        return word not in ("a", "i", "s", "x", "m", "n") and not vocabulary.knows(word)
    return word not in sayings.WORDS and word not in STOPS and not vocabulary.knows(word) and not exists(word)


def _spaced(words: list[str], vocabulary: Vocabulary, likely: frozenset[str]) -> tuple[list[str], dict[str, str]]:
    """`handm e`, `blu emug`, `but ton`: the space put where two words are known, or taken out where one is; and what was taken for what."""
    told: dict[str, str] = {}
    at = 0
    while at + 1 < len(words):
        pair = words[at : at + 2]
        slip = any(_slip(words, i, vocabulary) for i in (at, at + 1)) and all(w.isalpha() for w in pair)
        better = _respaced(pair, vocabulary, likely) if slip else None
        if better is None:
            at += 1
        else:
            told[" ".join(pair)] = " ".join(better)
            words[at : at + 2] = better
    return words, told


def _respaced(pair: list[str], vocabulary: Vocabulary, likely: frozenset[str]) -> list[str] | None:
    """Two words with their space somewhere near, where that makes words that are known."""
    whole = "".join(pair)
    if len(whole) > 3 and whole in likely:
        return [whole]
    for i in sorted(range(1, len(whole)), key=lambda i: abs(i - len(pair[0]))):
        parts = [whole[:i], whole[i:]]
        if abs(i - len(pair[0])) > 2 or parts == pair or not all(len(w) > 1 or w == "a" for w in parts):
            continue
        if all(_fine(w, vocabulary) for w in parts) and any(w in likely for w in parts):
            return parts
    return None


def _fine(word: str, vocabulary: Vocabulary) -> bool:
    return word not in SUFFIXES and (word in vocabulary.seen or word in sayings.WORDS or word in POLITE)


def _meant(word: str, known: frozenset[str], likely: frozenset[str]) -> list[tuple[str, float]]:
    """The words that a slip may be meant for, each with what it costs, the cheapest first."""
    near = {w for w in _edits(word) if w in known and w not in SUFFIXES}
    if len(word) >= 5:
        pool = {w for w in likely | {w for w in known if w[0] == word[0]} if abs(len(w) - len(word)) <= 2 and len(w) >= 4}
        near |= {w for w in pool & known if _apart(w, word) <= 4}
    costs = [(w, cost(word, w)) for w in near if len(w) > 1 or w == "a"]
    most = 1.25 if len(word) <= 3 else 1.5 if len(word) == 4 else 2.3 if len(word) < 8 else 3.0
    found = sorted((c - _COMMON * (w in likely), w) for w, c in costs if c - 0.2 * (w in likely) <= most)
    return [(w, c) for c, w in found if c <= found[0][0] + _SPREAD][:_KEPT]


def _apart(word: str, other: str) -> int:
    """How many letters the one has that the other has not, both ways."""
    return sum(abs(word.count(c) - other.count(c)) for c in {*word, *other})


def _edits(word: str) -> set[str]:
    """Every word that is one slip away."""
    cuts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    found = {a + b[1:] for a, b in cuts if b} | {a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1}
    found |= {a + c + b[1:] for a, b in cuts if b for c in _LETTERS} | {a + c + b for a, b in cuts for c in _LETTERS}
    return found - {word}


def cost(typed: str, meant: str) -> float:
    """How unlikely it is that the one was typed for the other: by letters swapped, left out, doubled, or hit beside."""
    n, m = len(typed), len(meant)
    table = [[0.0] * (m + 1) for _ in range(n + 1)]
    for i in range(n + 1):
        for j in range(m + 1):
            if not i and not j:
                continue
            ways = []
            first = 0.4 * (i <= 1 and j <= 1)
            if i:
                extra = 0.6 if i > 1 and typed[i - 1] == typed[i - 2] else 0.9 if _next_to(typed, i - 1) else 1.0
                ways.append(table[i - 1][j] + extra + first)
            if j:
                left_out = 0.6 if j > 1 and meant[j - 1] == meant[j - 2] else 0.7 if meant[j - 1] in _VOWELS and j > 1 else 1.0
                ways.append(table[i][j - 1] + left_out + first)
            if i and j:
                ways.append(table[i - 1][j - 1] + _instead(typed[i - 1], meant[j - 1]) + first * (typed[i - 1] != meant[j - 1]))
            if i > 1 and j > 1 and typed[i - 1] == meant[j - 2] and typed[i - 2] == meant[j - 1] and typed[i - 1] != typed[i - 2]:
                ways.append(table[i - 2][j - 2] + 0.7)
            table[i][j] = min(ways)
    return table[n][m]


def _instead(typed: str, meant: str) -> float:
    if typed == meant:
        return 0.0
    return 0.8 if (typed, meant) in _BESIDE or {typed, meant} <= _VOWELS else 1.3


def _next_to(word: str, at: int) -> bool:
    """Whether a letter lies beside one before or after it on the keyboard, so that both were hit."""
    return any((word[at], word[i]) in _BESIDE for i in (at - 1, at + 1) if 0 <= i < len(word))


def likeliest(read: Sequence[tuple[Understanding, Mapping[str, str]]], scene: Scene) -> Understanding | None:
    """What a sentence with slips asks for, of versions that are as likely: what can be, or the question which was meant where several
    can; None where there is none."""
    can_be = [(u, t) for u, t in read if u.program is not None and possible(u.program, scene)] or list(read[:1])
    for other, taken in can_be[1:]:
        if other.program is not None and can_be[0][0].program is not None and not same(can_be[0][0].program, other.program, scene):
            return _two_slips(can_be[0][1], taken)
    return can_be[0][0] if can_be else None


def _two_slips(taken: Mapping[str, str], other: Mapping[str, str]) -> Understanding:
    slip = next((w for w in taken if taken[w] != other.get(w)), next(iter(taken)))
    question = f'is "{slip}" meant for "{taken[slip]}" or for "{other.get(slip, slip)}"?'
    return Understanding(None, Verdict.NEEDS_CLARIFICATION, question, code="two_readings")
