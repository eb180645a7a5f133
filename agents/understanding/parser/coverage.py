"""Whether a sketch accounts for what was said: every name, number, negation and word of relation has its part in it."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.understanding.parser.reading import UNKNOWN, Place, Reading
from heedful.agents.understanding.parser.sketch import Token

ANSWERS: tuple[tuple[str, str], ...] = (
    ("clean wipe mop wash", "clean empty"),
    ("fill filled", "full filled_to filled_from"),
    ("pour decant", "poured filled_from empty filled_to"),
    ("turn flip", "on_off upside_down upright over m:upright"),
    ("stack pile tower", "tower on at in to"),
    ("press", "do:press by:switch"),
    ("not never no nothing none without avoid instead", "but else empty m:gentle m:keep_out m:no_touch m:upright not"),
    ("unless if when case provided", "if"),
    ("except excluding besides minus apart", "apart but far_from m:keep_out"),
    ("otherwise else", "aside but else"),
    ("until till keep", "holding in m:keep_out m:upright on touching until"),
    ("left", "#left #right by:left by:right count left_of"),
    ("right", "#left #right by:left by:right close next_to right_of touching upright"),
    ("behind beyond", "behind"),
    ("front", "#near by:near in_front_of"),
    ("leftmost", "by:left"),
    ("rightmost", "by:right"),
    ("under underneath beneath below", "under"),
    ("beside adjacent alongside near", "at m:keep_out near next_to"),
    ("far farthest furthest", "#far by:far by:left by:right far_from"),
    ("closest nearest", "by:near"),
    ("biggest largest bigger larger", "by:large"),
    ("smallest smaller tiniest", "by:small"),
    ("middle center centre central", "#middle n0 tower"),
    ("every all each everything both rest others", "all empty every many"),
    ("second third fourth fifth", "n2 n3 n4 n5 seq tower u:min u:s"),
    ("then after afterwards finally next before once", "at both else holding if in in_front_of next_to on seq to tower"),
    ("gently carefully careful gentle softly delicately cautiously tenderly", "m:gentle m:upright"),
    ("than", "but many"),
    ("slowly slow", "m:slow"),
    ("out", "open not off from #bin empty on_off poured at holding clean aside"),
    ("quickly fast", "m:fast"),
    ("touching touches touch", "do:press m:no_touch touching"),
    ("spill spilling tip tilt", "clean empty m:upright not over poured upright"),
    (
        "on onto atop",
        "at behind by:left by:right clear do:press from holding in_front_of left_of not on on_off open right_of "
        "to touching tower upright upside_down",
    ),
    ("in into inside within", "at closed do:press empty filled_from from holding if in in_front_of m:fast n0 poured row to tower"),
    ("off from", "far_from filled_from from m:keep_out not off pick poured tower"),
    ("upside invert", "over upright upside_down"),
    ("upright", "m:upright upright"),
    ("open opened", "closed not on_off open"),
    ("close closed shut", "closed holding m:keep_out next_to on_off open"),
    ("half", "at half"),
    ("cm mm inch m", "apart"),
    ("or", "any but else or to"),
    ("other", "at behind but every"),
)
"""Words that change what is meant, and the tokens of a sketch of which one at least answers for any of them."""
HESITATION = frozenset(("uh", "um", "er", "erm", "hmm", "mmm", "ah", "yes", "yeah", "well", "so", "like"))
"""Words after which a speaker says again what was said."""
ADDRESSES = frozenset(["sir", "madam", "mate", "buddy", "pal", "dear", "dude", "darling", "sweetheart", "boss"])
"""Whom a sentence may be said to, besides the robot."""
_POLITE = (
    "if you could", "if you can", "if you would", "if you will", "if you please", "if you like", "if possible", "if you do not mind",
    "if it is no trouble", "if that is okay", "when you can", "when you have a moment", "when you are ready", "do not mind",
    "would not mind", "do not forget to", "do not hesitate to", "why not", "why do not you", "no rush", "no hurry", "no problem",
    "right away", "right now", "all right", "once more", "at once", "for once", "in time", "on time", "in that case", "in a moment",
    "go ahead", "go on", "come on", "hold on", "in the end", "next time", "first of all", "in a hurry",
)  # fmt: skip
COURTESIES: dict[str, tuple[tuple[str, ...], ...]] = {
    first: tuple(tuple(p.split()) for p in _POLITE if p.split()[0] == first) for first in {p.split()[0] for p in _POLITE}
}
"""What is said for the sake of manners and has no part in what is wanted, by its first word."""
SIGNS = {word: frozenset(tokens.split()) for words, tokens in ANSWERS for word in words.split()}


def unaccounted(reading: Reading, sketch: Sequence[Token]) -> tuple[str, ...]:
    """Words of a sentence for which nothing in the sketch answers.

    These are names and numbers that it does not point at, words without their sign, and words that nobody knows.
    """
    pointed = {t for t in sketch if isinstance(t, int)}
    pointed |= {at for at in range(len(reading)) if _said_again(reading, at) in pointed}
    signs = {t for t in sketch if isinstance(t, str)}
    polite = _courtesies(reading)
    left = [
        p
        for at, p in enumerate(reading)
        if at not in pointed and (_named(p) or (at not in polite and (_unanswered(p.words, signs) or _unanswered(p.symbol, signs))))
    ]
    return tuple(dict.fromkeys(p.words for p in left))


def _said_again(reading: Reading, at: int) -> int:
    """Where the same name comes once more after nothing but hesitation; -1 where it does not."""
    for n in range(at + 1, len(reading)):
        if reading[n].words == reading[at].words and _named(reading[at]):
            return n if n == at + 1 or any(p.words in HESITATION for p in reading[at + 1 : n]) else -1
        if reading[n].words not in HESITATION | {"the", "a", ","}:
            break
    return -1


def _courtesies(reading: Reading) -> set[int]:
    """Places of words that are said for the sake of manners."""
    words = [p.words for p in reading]
    return {
        at + n
        for at in range(len(words))
        for phrase in COURTESIES.get(words[at], ())
        if tuple(words[at : at + len(phrase)]) == phrase
        for n in range(len(phrase))
    }


def _named(place: Place) -> bool:
    """Whether a place names something, or says what nobody knows."""
    if place.words in HESITATION or place.words in ADDRESSES:
        return False
    return place.symbol == UNKNOWN or place.symbol.startswith("<") or (place.number is not None and not place.noun)


def _unanswered(word: str, signs: set[str]) -> bool:
    return word in SIGNS and not SIGNS[word] & signs
