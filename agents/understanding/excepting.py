"""Exceptions, wherever they stand: `apart from the lemon, …`, `…, no lemon though`, `… unless they are green`.

Further versions of the words for where they make no sense as they stand; see `rewording`.
"""

from __future__ import annotations

from collections.abc import Iterator

from heedful.agents.understanding import lexicon, several
from heedful.agents.understanding.clause_parts import adjectives, any_several, comma, joined, sentence_end, starts
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.phrases import Phrases
from heedful.agents.understanding.quantities import QUANTITIES
from heedful.types import Scene

_SAVE = tuple(e for e in several.EXCEPT if e not in ("without", "and not", "but not", "leave", "minus", "save", "all but", "all except"))
_NOT_THAT = ways(
    "[,] [and|but] just|only|simply not", "[,] but not|no", ", no|not", "[,] and|but none of", "[,] and|but not any of",
    "[,] [and|but] definitely|certainly not",
)  # fmt: skip
_THOUGH = ways("[,] though|however|please|of_course|mind|mind_you")
_UNLESS = ways("[,] unless|except_if|except_when|except_where|but_not_if they|it|those|these|that is|are|s")
_IF_NOT = ways("[,] if|when|provided|as_long_as|so_long_as|providing [that] they|it|those|these|that is|are not|n_t|no")


def exception_first(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`apart from the banana, the fruit can go in the bowl`."""
    for at in starts(p.words):
        for start in p.phrase(at, _SAVE):
            for end in sorted({e for _, e in p.noun_list(start)}):
                rest, stop = comma(p.words, end), sentence_end(p.words, end)
                counts = p.words[end : end + 1] and p.words[end] in ("every", "all", "each", "everything", "any", "anything", "both")
                if (rest > end or counts) and any_several(p, rest, stop):
                    yield [*p.words[:at], *p.words[rest:stop], ",", "except", *p.words[start:end], *p.words[stop:]]


def exception_last(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`fruit in the bowl, no lemon though`, `all of it, just not the apple`."""
    for at in range(1, len(p.words)):
        for start in p.phrase(at, _NOT_THAT):
            for others, end in p.noun_list(start)[:3]:
                stop = next(iter(p.phrase(end, _THOUGH)), end)
                if p.ends(stop) and any_several(p, 0, at) and all(o.words not in lexicon.PRONOUNS for o in others):
                    every = ["every"] if p.words[start - 1] == "no" and not QUANTITIES.at(p.words, start) else []
                    yield [*p.words[:at], ",", "except", *every, *p.words[start:end], *p.words[stop:]]


def exception_said(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`all the fruit goes in the bowl . the lemon does not`."""
    for at in range(1, len(p.words)):
        for start in p.phrase(at, (". but", ", but", "but", ", and", ".", ";", ",", "and")):
            for end in sorted({e for _, e in p.noun_list(start)}):
                for stop in p.phrase(end, _DOES_NOT):
                    if p.ends(stop) and any_several(p, 0, at):
                        yield [*p.words[:at], ",", "except", *p.words[start:end], *p.words[stop:]]


def only_that_stays(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`fruit in the bowl, only the banana stays where it is`: it is no second request."""
    for at in range(1, len(p.words)):
        for start in p.phrase(at, (", only", ". only", "; only", "only", ", just", ", but only", "and only")):
            for end in sorted({e for _, e in p.noun_list(start)}):
                if any(p.ends(stop) for stop in p.phrase(end, _DOES_NOT)) and any_several(p, 0, at):
                    stop = max(stop for stop in p.phrase(end, _DOES_NOT) if p.ends(stop))
                    yield [*p.words[:at], ",", "except", *p.words[start:end], *p.words[stop:]]


_DOES_NOT = ways("does|do|should|must|shall|can|may|is|are|will not [go_there|go_in|go_in_there|be|come|move|be_moved|go]",
    "stays|stay|remains|remain [out|put|here|there|behind|where_it_is|where_they_are|as_it_is]",
                 "can|may|should|must stay [out|put|here|there|where_it_is]")  # fmt: skip


def exception_if(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`all of the blocks go in the bin, unless they are green or blue`."""
    for at in range(1, len(p.words)):
        for start in (*p.phrase(at, _UNLESS), *p.phrase(at, _IF_NOT)):
            if not any_several(p, 0, at):
                continue
            kinds, end = adjectives(p, start)
            if kinds and p.ends(end):
                yield [*p.words[:at], ",", "except", *joined([["the", *k, "ones"] for k in kinds]), *p.words[end:]]
            for _, stop in p.noun_list(start)[:1]:
                if not kinds and p.ends(stop):
                    yield [*p.words[:at], ",", "except", *p.words[start:stop], *p.words[stop:]]


WORDS = words_in((*_NOT_THAT, *_THOUGH, *_UNLESS, *_IF_NOT, *_DOES_NOT))
