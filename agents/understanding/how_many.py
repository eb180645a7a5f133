"""How many, and which by its number: `mug number two`, `as many … as`, `one of each colour`, `three out of the four`.

Further versions of the words for where they make no sense as they stand; see `rewording`.
"""

from __future__ import annotations

from collections.abc import Iterator

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause_parts import comma, joined, noun_word, sentence_end, starts
from heedful.agents.understanding.describe import candidates, color_of, members
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.normalise import STOPS
from heedful.agents.understanding.phrases import ONE, Phrases
from heedful.agents.understanding.quantities import NUMERALS, QUANTITIES
from heedful.program import Ref
from heedful.types import Scene

_AS_MANY, _AS = ("as many",), ways("as [there|we|you|i] [are|is|have|see|can_see]")
_EACH = ways("of|in|from each|every|either|all|both|any colour|color|colours|colors|kind|kinds|sort|type|types")


def out_of_so_many(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`three cans out of the four`."""
    for at in range(1, len(p.words)):
        for start in p.phrase(at, _OUT_OF_THE):
            if start < len(p.words) and p.words[start] in NUMERALS and not p.noun(start):
                yield [*p.words[:at], *p.words[start + 1 :]]


_OUT_OF_THE = ways("out_of|of [the|these|those|your|my]")


def counted_first(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`counting from the right, put the third mug into the drawer`, `starting with the block at the right end, move every other one`."""
    for at in starts(p.words):
        for _, end in p.counted(at):
            rest, stop = comma(p.words, end), sentence_end(p.words, end)
            if rest < stop:
                named = next((w for w in p.words[at:end] if (lexicon.singular(w),) in p.vocabulary.nouns), "one")
                said = [named if w == "one" else f"{named}s" if w == "ones" else w for w in p.words[rest:stop]]
                inner = Phrases(said, p.vocabulary)
                picked = [min(ends) for i in range(len(said)) if (ends := [e for r, e in inner.noun(i) if _ordinal(r)])]
                for here in picked[-1:]:
                    yield [*p.words[:at], *said[:here], *p.words[at:end], *said[here:], *p.words[stop:]]
                yield [*p.words[:at], *said, ",", *p.words[at:end], *p.words[stop:]]


def _ordinal(ref: Ref) -> bool:
    return ref.pick is not None and ref.pick.by in ("first", "row") and ref.category not in ("", ONE)


def numbered(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`mug number two from the left`, `blocks 1, 3 and 5`."""
    for at, word in enumerate(p.words):
        if (lexicon.singular(word),) not in p.vocabulary.nouns and (word,) not in p.vocabulary.nouns:
            continue
        numbers, end = _numbers(p, next(iter(p.phrase(at + 1, ("number", "numbers", "no", "nos", "nr", "#"))), at + 1))
        if (
            numbers
            and max(numbers) < len(_NTH)
            and (end > at + 2 or p.words[at + 1] in ("number", "no", "nr", "#") or lexicon.singular(word) == word)
        ):
            start = at - 1 if p.words[max(at - 1, 0)] == "the" else at
            said = _listing([["the", _NTH[n]] for n in numbers])
            yield [*p.words[:start], *said, lexicon.singular(word), *p.words[end:]]


def _numbers(p: Phrases, at: int) -> tuple[list[int], int]:
    found: list[int] = []
    end = at
    while end < len(p.words) and p.words[end] in NUMERALS:
        found.append(NUMERALS[p.words[end]])
        at = end + 1
        end = next(iter(p.phrase(at, (", and", "and", ",", "number", "and number"))), len(p.words))
    return found, at


def _listing(parts: list[list[str]]) -> list[str]:
    return [w for i, part in enumerate(parts) for w in ([*(["and"] if i and i == len(parts) - 1 else [","] if i else []), *part])]


_NTH = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def as_many(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`as many blue blocks as there are red ones`."""
    for at in range(len(p.words)):
        for start in p.phrase(at, _AS_MANY):
            for ref, end in p.noun(start):
                for other in p.phrase(end, _AS):
                    for model, stop in p.noun(other):
                        kind = Ref(ref.category, model.color, model.attributes, where=model.where) if model.category == ONE else model
                        many = len(candidates(kind, scene))
                        said = p.words[start:end]
                        said = [*said[:-1], lexicon.singular(said[-1])] if many == 1 else said
                        after = next(iter(p.phrase(stop, ("there are", "as there are", "here"))), stop)
                        if 0 < many <= max(NUMERALS.values()):
                            yield [*p.words[:at], "exactly", str(many), *said, *p.words[after:]]


def of_each(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`one block of each colour`: one red block and one blue block."""
    for at in range(len(p.words)):
        for quantity, start in QUANTITIES.at(p.words, at):
            if quantity.quantifier != "a":
                continue
            for each in range(start + 1, min(start + 4, len(p.words))):
                for end in p.phrase(each, _EACH):
                    found = [(r, e) for r, e in p.noun(start) if e == each and r.category not in ("", ONE)]
                    for ref, _ in found[:1]:
                        things = [scene.objects[i] for i in members(Ref(ref.category, ref.color, ref.attributes), scene)]
                        many = ["exactly", *(w for w in p.words[at:start] if w in NUMERALS)]
                        many = many if len(many) > 1 else ["exactly", "one"]
                        if "colo" in p.words[end - 1]:
                            rows = [[*many, c, *p.words[start:each]] for c in dict.fromkeys(map(color_of, things)) if c]
                        else:
                            rows = [[*many, k] for k in dict.fromkeys(t.category for t in things)]
                        if len(rows) > 1:
                            yield [*p.words[:at], *joined(rows), *p.words[end:]]


def shared_out(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`lemons: one to the plate, one to the bowl, one to me`: each number is of what was named first."""
    for whole, end in p.noun(0):
        named = noun_word(p, 0, end)
        if whole.quantifier != "all" or not named or p.words[end : end + 1] != [","]:
            continue
        kind = [w for w in p.words[:end] if w in p.vocabulary.colors or w in p.vocabulary.attributes]
        said: list[str] = []
        numbers = 0
        for i, word in enumerate(p.words[end + 1 :], end + 1):
            first = p.words[i - 1] in (",", "and") and p.words[i + 1 : i + 2] not in (["of"], [named])
            if first and word in NUMERALS:
                many = NUMERALS[word]
                said += ["exactly", word, *kind, named if many > 1 else lexicon.singular(named)]
                numbers += 1
            else:
                said.append(word)
        if numbers > 1:
            yield said


def no_more(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`exactly one lemon on the plate, no more than that`."""
    for at in range(1, len(p.words)):
        for end in p.phrase(at, _ENOUGH):
            if end >= len(p.words) or p.words[end] in STOPS:
                yield [*p.words[:at], *p.words[end:]]


_ENOUGH = ways(
    "[,] [and] no|not|never more|less|fewer [than_that|than_this|than_so] [please]", "[,] [and] neither more nor less",
    "[,] [and] no more and no less",
    "[,] [and] that is all|it|enough", "[,] [and] nothing more", "[,] [and] not one more|less|fewer", "[,] [and] leave it at that",
    "[,] [and] no more no less", "[,] [and] no more , no less",
)  # fmt: skip


WORDS = words_in((*_AS_MANY, *_AS, *_EACH, *_OUT_OF_THE, *_ENOUGH))
