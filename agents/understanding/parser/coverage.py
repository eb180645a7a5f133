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
    ("gently carefully careful", "m:gentle m:upright"),
    ("slowly", "m:slow"),
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
SIGNS = {word: frozenset(tokens.split()) for words, tokens in ANSWERS for word in words.split()}


def unaccounted(reading: Reading, sketch: Sequence[Token]) -> tuple[str, ...]:
    """Words of a sentence for which nothing in the sketch answers.

    These are names and numbers that it does not point at, words without their sign, and words that nobody knows.
    """
    pointed = {t for t in sketch if isinstance(t, int)}
    signs = {t for t in sketch if isinstance(t, str)}
    left = [p for at, p in enumerate(reading) if at not in pointed and (_named(p) or _unanswered(p.words, signs))]
    return tuple(dict.fromkeys(p.words for p in left))


def _named(place: Place) -> bool:
    """Whether a place names something, or says what nobody knows."""
    return place.symbol == UNKNOWN or place.symbol.startswith("<") or (place.number is not None and not place.noun)


def _unanswered(word: str, signs: set[str]) -> bool:
    return word in SIGNS and not SIGNS[word] & signs
