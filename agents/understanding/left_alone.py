"""What is not meant, or stays: `not the large block, the small one`, `leave one and …`, `skip the nearest and …`, `alternately`.

Further versions of the words for where they make no sense as they stand; see `rewording`.
"""

from __future__ import annotations

from collections.abc import Iterator

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause_parts import noun_word, starts
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.phrases import Phrases
from heedful.agents.understanding.quantities import NUMERALS
from heedful.types import Scene


def not_first(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`not the large block, the small one`: what is not meant tells only what kind of thing is."""
    for at in starts(p.words):
        if p.words[at : at + 1] == ["not"]:
            for end in sorted({e for _, e in p.noun(at + 1)}):
                named = noun_word(p, at, end)
                rest = next(iter(p.phrase(end, (", but", "but", ","))), end)
                if rest > end and rest < len(p.words) and any(p.noun(i) for i in (rest,)):
                    said = p.words[rest:]
                    if {"other", "another", "else", "rest", "remaining", "different", "others"} & {*said}:
                        yield [*p.words[:at], "there", "is", *p.words[at + 1 : end], ".", *said]
                        continue
                    one = said.index("one") if "one" in said and named else -1
                    if "other" in said[: max(one, 0)]:
                        continue  # which the other is depends on the one that is not meant
                    kind = [w for w in p.words[at:end] if w in p.vocabulary.colors]
                    alike = not any(w in p.vocabulary.colors for w in said[: max(one, 0)])
                    meant = [*(kind if alike and len(kind) == 1 else []), named]
                    after = said[one + 1 :]
                    if after[:1] == [","] and after[1:2] and (after[1],) in p.vocabulary.prepositions:
                        after = after[1:]
                    yield [*p.words[:at], *said[:one], *meant, *after] if one >= 0 else [*p.words[:at], *said]


def left_over(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`leave one blue block on the table and put the other two on the plate`: so many are left, and it does not matter which."""
    for at in range(len(p.words)):
        for verb in p.phrase(at, _LEAVE):
            for ref, end in p.noun(verb):
                if ref.quantifier != "a" or ref.where:
                    continue
                many = next((w for w in p.words[verb:end] if w in NUMERALS), "one")
                kind = [w for w in p.words[verb:end] if w in p.vocabulary.colors or w in p.vocabulary.attributes]
                named = noun_word(p, verb, end)
                joint = next((i for i in range(end, min(end + 5, len(p.words))) if p.words[i] in (",", "and", "but", ".", ";")), 0)
                rest = next(iter(p.phrase(joint, (", and", ", but", ",", "and", "but", ".", ";"))), joint)
                for i in range(rest, len(p.words)) if joint and named else ():
                    for other, stop in p.noun(i):
                        if other.but and (other.quantifier == "all" or other.count):
                            noun = named if named.endswith("s") or lexicon.singular(named) != named else f"{named}s"
                            yield [*p.words[:at], *p.words[rest:i], "all", "the", *kind, noun, "but", many, *p.words[stop:]]


def let_be(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`i would keep the blue block, but you can chuck out the rest`, `skip the nearest one and take the next`."""
    for at in starts(p.words):
        for verb in p.phrase(at, _KEEP):
            for end in sorted({e for _, e in p.noun_list(verb)}):
                for rest in p.phrase(end, (", but", "but", ", and", "and", ",", ".", ";")):
                    start = next(iter(p.phrase(rest, ("you can", "you may", "please", "feel free to", "just"))), rest)
                    yield [*p.words[:at], "there", "is", *p.words[verb:end], ".", *p.words[start:]]


def in_turns(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`bin the cans alternately`: every other can."""
    for at in range(len(p.words)):
        for end in p.phrase(at, _ALTERNATELY):
            for start in range(at):
                for ref, stop in p.noun(start):
                    named = noun_word(p, start, stop)
                    if stop <= at and ref.quantifier == "all" and ref.pick is None and named:
                        kind = [w for w in p.words[start:stop] if w in p.vocabulary.colors or w in p.vocabulary.attributes]
                        said = ["every", "other", *kind, lexicon.singular(named)]
                        yield [*p.words[:start], *said, *p.words[stop:at], *p.words[end:]]


def in_row(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`take alternate blocks off the row, …`: that they stand in a row tells nothing."""
    for at in range(1, len(p.words)):
        for end in p.phrase(at, _ROW):
            yield [*p.words[:at], *p.words[end:]]


_LEAVE = ways("leave|keep|spare|save|retain", "you can leave|keep")
_KEEP = ways(
    "i would|will|want_to|shall|am_going_to keep|leave", "i am keeping|leaving", "let me keep", "i keep", "skip|spare|ignore|skip_over",
    "we keep|leave", "i still need", "do not bother with", "pass over", "forget about", "leave out", "never mind", "keep",
)  # fmt: skip
_ALTERNATELY = ways(
    "[,] alternately|alternatingly|alternatively|alternating", "[,] in alternation", "[,] by turns", "[,] in an alternating fashion|manner",
    "[,] skipping every other|second [one]", "[,] skipping one [each_time|in_between|between]", "[,] one yes [,] one no",
    "[,] leaving one out each time", "[,] leaving every other one",
)  # fmt: skip
_ROW = ways("off|from|of|in|out_of|along the row|line|rank|queue|lineup",
    "[,] leaving|and_leave|leave|skipping the ones|others in_between|between",
            "[,] leaving|and_leave the others|rest [alone|where_they_are|there|standing|be]", "in|of the|that row|line",
            "[,|.|;] [and] the others|rest|other_ones stay|stays|remain|remains [put|there|where_they_are|on_the_table|as_they_are|here]",
            "[,] one by one|at_a_time")  # fmt: skip


WORDS = words_in((*_LEAVE, *_KEEP, *_ALTERNATELY, *_ROW))
