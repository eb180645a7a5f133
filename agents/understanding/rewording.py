"""Other ways to say the same, as versions of the words that are read where the words as they stand make no sense.

What stands at the front (`apart from the lemon, …`, `counting from the left, …`, `of all the blocks, …`), between commas or after its
noun is put where it is read, and what is told by the scene (`as many … as`, `one of each colour`) is counted there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from heedful.agents.understanding import (
    alternating,
    excepting,
    how_many,
    left_alone,
    regrouping,
    told_beside,
    where_to,
    which_one,
)
from heedful.agents.understanding.normalise import tidy
from heedful.agents.understanding.phrases import Phrases
from heedful.agents.understanding.towering import towered
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.types import Scene

MOST = 24
"""Versions of one sentence that are tried."""
LONGEST = 45
"""Words of the longest sentence that is put in other words."""


def reworded(words: list[str], vocabulary: Vocabulary, scene: Scene) -> Iterator[list[str]]:
    """Versions of some words that say the same, the nearest first."""
    known = {tuple(words)}
    waiting = [words] if len(words) <= LONGEST else []
    while waiting and len(known) < MOST:
        said = waiting.pop(0)
        p = Phrases(said, vocabulary)
        for rule in (*RULES, *regrouping.RULES, *which_one.RULES, *alternating.RULES):
            for version in rule(p, scene):
                plain = tidy(version)
                if tuple(plain) not in known and len(known) < MOST:
                    known.add(tuple(plain))
                    waiting.append(plain)
                    yield plain


def surely(words: list[str], vocabulary: Vocabulary, scene: Scene) -> list[str]:
    """The words with what can only be meant in one way, though they may be read in another, said in that way."""
    if len(words) > LONGEST:
        return words
    for rule in SURE:
        words = tidy(next(iter(rule(Phrases(words, vocabulary), scene)), words))
    return words


SURE: tuple[Callable[[Phrases, Scene], Iterator[list[str]]], ...] = (
    where_to.topic_first, left_alone.not_first, excepting.only_that_stays, told_beside.listed_after, left_alone.left_over,
    how_many.of_each, how_many.shared_out, where_to.distance_again, where_to.thing_then_place,
)  # fmt: skip
RULES: tuple[Callable[[Phrases, Scene], Iterator[list[str]]], ...] = (
    towered, left_alone.not_first, excepting.exception_said, how_many.out_of_so_many, excepting.exception_first, excepting.exception_last,
    excepting.exception_if, how_many.numbered, how_many.counted_first, told_beside.set_off, told_beside.out_of, how_many.as_many,
    how_many.of_each, how_many.shared_out, where_to.distance_again, where_to.comma_between, how_many.no_more, left_alone.left_over,
    left_alone.let_be, left_alone.in_turns, told_beside.told_after, left_alone.in_row, told_beside.said_after, where_to.top_last,
    where_to.gone_to_do,
)  # fmt: skip
WORDS = excepting.WORDS | how_many.WORDS | told_beside.WORDS | where_to.WORDS | left_alone.WORDS
