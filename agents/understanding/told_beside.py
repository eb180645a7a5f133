"""What tells which is meant, said beside its noun: between commas, after it, before all the rest.

Further versions of the words for where they make no sense as they stand; see `rewording`.
"""

from __future__ import annotations

from collections.abc import Iterator

from heedful.agents.understanding import lexicon, several
from heedful.agents.understanding.clause_parts import adjective, adjectives, comma, joined, noun_word, starts
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.phrases import ONE, Phrases
from heedful.agents.understanding.telling import LEADS
from heedful.types import Scene

_OF_ALL = ways("[out] of|among|amongst|from|from_among|looking_at|considering")


def set_off(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`every third block, counting from the left, in the bowl`, `the small blocks, red and blue, to the plate`, `the soft one, the foam
    one, …`: between commas stands what tells which is meant."""
    for i in [i for i, w in enumerate(p.words) if w == "," and i]:
        told = [end for _, end in p.counted(i + 1)]
        told += [end for _, start in LEADS.at(p.words, i + 1) for _, end in p.noun(start)]
        for end in dict.fromkeys(told):
            if end >= len(p.words) or p.words[end] == ",":
                yield [*p.words[:i], *p.words[i + 1 : end], *p.words[comma(p.words, end) :]]
        for start in p.phrase(i + 1, ("the one", "the ones", "namely the one", "that is the one", "i mean the one")):
            for _, relation in [((True, False), start), *LEADS.at(p.words, start)]:
                for end in sorted({e for r in range(relation, min(relation + 4, len(p.words))) for _, e in p.noun(r)}):
                    if p.words[end : end + 1] == [","]:
                        yield [*p.words[:i], *p.words[start:end], *p.words[end + 1 :]]
    yield from _qualities_after(p, scene)


def _qualities_after(p: Phrases, scene: Scene, least: int = 1) -> Iterator[list[str]]:
    """`the small blocks, red and blue, …`, `the soft one, the foam one, …`: what something is like, said after it between commas."""
    for i in [i for i, w in enumerate(p.words) if w == "," and i]:
        the = i + 2 if p.words[i + 1 : i + 2] == ["the"] else i + 1
        kinds, end = adjectives(p, the)
        one = end + 1 if p.words[end : end + 1] in (["one"], ["ones"]) else end
        listed = p.words[one + 1 : one + 2] in (["and"], ["or"]) or any(r.words != "over" for r, _ in p.noun(one + 1))
        plural = (lexicon.singular(p.words[i - 1]),) in p.vocabulary.nouns and lexicon.singular(p.words[i - 1]) != p.words[i - 1]
        if len(kinds) < least or (one > end) != (the > i + 1) or p.words[one : one + 1] != [","]:
            continue
        if least == 1 or not listed or (plural and the == i + 1):
            be = "are" if p.words[one - 1] == "ones" or len(kinds) > 1 else "is"
            yield [*p.words[:i], "that", be, *(w if w != "and" else "or" for w in joined(kinds)), *p.words[one + 1 :]]


def listed_after(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """Of several qualities said so, what can only be meant in that way."""
    return _qualities_after(p, scene, 2)


def out_of(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`of all the blocks, the one furthest to the left goes on the tray`, `the soft one of the blocks`."""
    words = p.words
    for at in starts(words):
        for start in p.phrase(at, _OF_ALL):
            for whole, end in p.noun(start):
                named = noun_word(p, start, end)
                if whole.quantifier == "all" and named and words[end : end + 1] == [","] and not whole.where:
                    rest = [lexicon.singular(named) if w == "one" else named if w == "ones" else w for w in words[end + 1 :]]
                    yield [*words[:at], *rest]
    for at, word in enumerate(words):
        if word == "one" and at and adjective(p, words[at - 1]):
            for of in p.phrase(at + 1, several.OF):
                for whole, end in p.noun(of):
                    if (
                        whole.quantifier == "all"
                        and whole.category not in ("", ONE)
                        and not whole.where
                        and (named := noun_word(p, of, end))
                    ):
                        yield [*words[:at], lexicon.singular(named), *words[end:]]


def said_after(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`the plate green`: an adjective after its noun."""
    for at in range(1, len(p.words)):
        before = p.words[at - 1]
        single = (lexicon.singular(before),)
        if not adjective(p, p.words[at]) or ((before,) not in p.vocabulary.nouns and single not in p.vocabulary.nouns):
            continue
        if at > 1 and adjective(p, p.words[at - 2]):
            continue
        if any(r.category not in ("", ONE) for r, e in p.noun(at) if e > at + 1):
            continue
        yield [*p.words[: at - 1], p.words[at], before, *p.words[at + 1 :]]


def told_after(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`lift the red block up that is in the drawer`, `in the drawer there is a pink cube, lift it`."""
    words = p.words
    for at in range(1, len(words) - 1):
        if words[at] not in ("up", "out", "down", "away", "over") or words[at + 1] not in ("that", "which"):
            continue
        named = any(end == at for i in range(max(at - 6, 0), at) for _, end in p.noun(i))
        for _, start in LEADS.at(words, at + 1) if named else ():
            for relation in range(start, min(start + 4, len(words))):
                for end in sorted({e for _, e in p.noun(relation)}):
                    yield [*words[:at], *words[at + 1 : end], words[at], *words[end:]]
    for at in starts(words):
        for relation in range(at + 1, min(at + 4, len(words))):
            for end in sorted({e for _, e in p.noun(relation)}):
                for there in p.phrase(end, ("there is", "there are", "you find", "you will find", "lies", "sits", "is")):
                    for stop in sorted({e for _, e in p.noun(there)}):
                        if p.ends(stop):
                            yield [*words[:at], "there", "is", *words[there:stop], *words[at:end], *words[stop:]]


WORDS = words_in(_OF_ALL)
