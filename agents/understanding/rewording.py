"""Other ways to say the same, as versions of the words that are read where the words as they stand make no sense.

What stands at the front (`apart from the lemon, …`, `counting from the left, …`, `of all the blocks, …`), between commas or after its
noun is put where it is read, and what is told by the scene (`as many … as`, `one of each colour`) is counted there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from heedful.agents.understanding import alternating, amounts, lexicon, regrouping, several, which_one
from heedful.agents.understanding.describe import candidates, color_of, members
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.normalise import STOPS, tidy
from heedful.agents.understanding.phrases import ONE, Phrases
from heedful.agents.understanding.quantities import NUMERALS, QUANTITIES
from heedful.agents.understanding.telling import LEADS
from heedful.agents.understanding.towering import towered
from heedful.agents.understanding.vocabulary import Vocabulary
from heedful.program import Ref
from heedful.types import Scene

MOST = 24
"""Versions of one sentence that are tried."""
LONGEST = 45
"""Words of the longest sentence that is put in other words."""
_SAVE = tuple(e for e in several.EXCEPT if e not in ("without", "and not", "but not", "leave", "minus", "save", "all but", "all except"))
_NOT_THAT = ways(
    "[,] [and|but] just|only|simply not", "[,] but not|no", ", no|not", "[,] and|but none of", "[,] and|but not any of",
    "[,] [and|but] definitely|certainly not",
)  # fmt: skip
_THOUGH = ways("[,] though|however|please|of_course|mind|mind_you")
_UNLESS = ways("[,] unless|except_if|except_when|except_where|but_not_if they|it|those|these|that is|are|s")
_IF_NOT = ways("[,] if|when|provided|as_long_as|so_long_as|providing [that] they|it|those|these|that is|are not|n_t|no")
_AS_MANY, _AS = ("as many",), ways("as [there|we|you|i] [are|is|have|see|can_see]")
_EACH = ways("of|in|from each|every|either|all|both|any colour|color|colours|colors|kind|kinds|sort|type|types")
_SAY = ways("[,] say|roughly|about|i_mean|that_is|so|make_that|i_e|or")
_OF_ALL = ways("[out] of|among|amongst|from|from_among|looking_at|considering")


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


def _starts(words: list[str]) -> list[int]:
    return [0, *(i + 1 for i, w in enumerate(words) if w in (".", ";") and i + 1 < len(words))]


def _sentence_end(words: list[str], at: int) -> int:
    return next((i for i in range(at, len(words)) if words[i] in (".", ";")), len(words))


def _comma(words: list[str], at: int) -> int:
    return at + 1 if words[at : at + 1] == [","] else at


def _several(ref: Ref) -> bool:
    return (ref.quantifier in ("all", "no") and ref.words not in lexicon.SEVERAL) or (ref.quantifier == "a" and (ref.count or 1) > 1)


def _mass(ref: Ref) -> bool:
    return ref.quantifier == "the" and bool(ref.category) and lexicon.group(ref.category)


def _any_several(p: Phrases, at: int, end: int) -> bool:
    return any(_several(r) or _mass(r) for i in range(at, end) for r, _ in p.noun(i))


def _exception_first(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`apart from the banana, the fruit can go in the bowl`."""
    for at in _starts(p.words):
        for start in p.phrase(at, _SAVE):
            for end in sorted({e for _, e in p.noun_list(start)}):
                rest, stop = _comma(p.words, end), _sentence_end(p.words, end)
                counts = p.words[end : end + 1] and p.words[end] in ("every", "all", "each", "everything", "any", "anything", "both")
                if (rest > end or counts) and _any_several(p, rest, stop):
                    yield [*p.words[:at], *p.words[rest:stop], ",", "except", *p.words[start:end], *p.words[stop:]]


def _exception_last(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`fruit in the bowl, no lemon though`, `all of it, just not the apple`."""
    for at in range(1, len(p.words)):
        for start in p.phrase(at, _NOT_THAT):
            for others, end in p.noun_list(start)[:3]:
                stop = next(iter(p.phrase(end, _THOUGH)), end)
                if p.ends(stop) and _any_several(p, 0, at) and all(o.words not in lexicon.PRONOUNS for o in others):
                    every = ["every"] if p.words[start - 1] == "no" and not QUANTITIES.at(p.words, start) else []
                    yield [*p.words[:at], ",", "except", *every, *p.words[start:end], *p.words[stop:]]


def _exception_said(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`all the fruit goes in the bowl . the lemon does not`."""
    for at in range(1, len(p.words)):
        for start in p.phrase(at, (". but", ", but", "but", ", and", ".", ";", ",", "and")):
            for end in sorted({e for _, e in p.noun_list(start)}):
                for stop in p.phrase(end, _DOES_NOT):
                    if p.ends(stop) and _any_several(p, 0, at):
                        yield [*p.words[:at], ",", "except", *p.words[start:end], *p.words[stop:]]


def _only_that_stays(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`fruit in the bowl, only the banana stays where it is`: it is no second request."""
    for at in range(1, len(p.words)):
        for start in p.phrase(at, (", only", ". only", "; only", "only", ", just", ", but only", "and only")):
            for end in sorted({e for _, e in p.noun_list(start)}):
                if any(p.ends(stop) for stop in p.phrase(end, _DOES_NOT)) and _any_several(p, 0, at):
                    stop = max(stop for stop in p.phrase(end, _DOES_NOT) if p.ends(stop))
                    yield [*p.words[:at], ",", "except", *p.words[start:end], *p.words[stop:]]


def _out_of_so_many(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`three cans out of the four`."""
    for at in range(1, len(p.words)):
        for start in p.phrase(at, _OUT_OF_THE):
            if start < len(p.words) and p.words[start] in NUMERALS and not p.noun(start):
                yield [*p.words[:at], *p.words[start + 1 :]]


_DOES_NOT = ways("does|do|should|must|shall|can|may|is|are|will not [go_there|go_in|go_in_there|be|come|move|be_moved|go]",
    "stays|stay|remains|remain [out|put|here|there|behind|where_it_is|where_they_are|as_it_is]",
                 "can|may|should|must stay [out|put|here|there|where_it_is]")  # fmt: skip
_OUT_OF_THE = ways("out_of|of [the|these|those|your|my]")


def _exception_if(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`all of the blocks go in the bin, unless they are green or blue`."""
    for at in range(1, len(p.words)):
        for start in (*p.phrase(at, _UNLESS), *p.phrase(at, _IF_NOT)):
            if not _any_several(p, 0, at):
                continue
            kinds, end = _adjectives(p, start)
            if kinds and p.ends(end):
                yield [*p.words[:at], ",", "except", *_joined([["the", *k, "ones"] for k in kinds]), *p.words[end:]]
            for _, stop in p.noun_list(start)[:1]:
                if not kinds and p.ends(stop):
                    yield [*p.words[:at], ",", "except", *p.words[start:stop], *p.words[stop:]]


def _adjectives(p: Phrases, at: int) -> tuple[list[list[str]], int]:
    """`green or blue`, `big`: adjectives that stand here, and where they end."""
    found: list[list[str]] = []
    end = at
    while end < len(p.words) and _adjective(p, p.words[end]):
        found.append([p.words[end]])
        at = end + 1
        end = next(iter(p.phrase(at, (", and", ", or", "or", "and", "nor", ","))), len(p.words))
    return found, at


def _adjective(p: Phrases, word: str) -> bool:
    return word in p.vocabulary.colors or word in p.vocabulary.attributes


def _joined(parts: list[list[str]]) -> list[str]:
    return [w for i, part in enumerate(parts) for w in ([*(["and"] if i else []), *part])]


def _counted_first(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`counting from the right, put the third mug into the drawer`, `starting with the block at the right end, move every other one`."""
    for at in _starts(p.words):
        for _, end in p.counted(at):
            rest, stop = _comma(p.words, end), _sentence_end(p.words, end)
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


def _numbered(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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


def _set_off(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`every third block, counting from the left, in the bowl`, `the small blocks, red and blue, to the plate`, `the soft one, the foam
    one, …`: between commas stands what tells which is meant."""
    for i in [i for i, w in enumerate(p.words) if w == "," and i]:
        told = [end for _, end in p.counted(i + 1)]
        told += [end for _, start in LEADS.at(p.words, i + 1) for _, end in p.noun(start)]
        for end in dict.fromkeys(told):
            if end >= len(p.words) or p.words[end] == ",":
                yield [*p.words[:i], *p.words[i + 1 : end], *p.words[_comma(p.words, end) :]]
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
        kinds, end = _adjectives(p, the)
        one = end + 1 if p.words[end : end + 1] in (["one"], ["ones"]) else end
        listed = p.words[one + 1 : one + 2] in (["and"], ["or"]) or any(r.words != "over" for r, _ in p.noun(one + 1))
        plural = (lexicon.singular(p.words[i - 1]),) in p.vocabulary.nouns and lexicon.singular(p.words[i - 1]) != p.words[i - 1]
        if len(kinds) < least or (one > end) != (the > i + 1) or p.words[one : one + 1] != [","]:
            continue
        if least == 1 or not listed or (plural and the == i + 1):
            be = "are" if p.words[one - 1] == "ones" or len(kinds) > 1 else "is"
            yield [*p.words[:i], "that", be, *(w if w != "and" else "or" for w in _joined(kinds)), *p.words[one + 1 :]]


def _listed_after(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """Of several qualities said so, what can only be meant in that way."""
    return _qualities_after(p, scene, 2)


def _out_of(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`of all the blocks, the one furthest to the left goes on the tray`, `the soft one of the blocks`."""
    words = p.words
    for at in _starts(words):
        for start in p.phrase(at, _OF_ALL):
            for whole, end in p.noun(start):
                named = _noun_word(p, start, end)
                if whole.quantifier == "all" and named and words[end : end + 1] == [","] and not whole.where:
                    rest = [lexicon.singular(named) if w == "one" else named if w == "ones" else w for w in words[end + 1 :]]
                    yield [*words[:at], *rest]
    for at, word in enumerate(words):
        if word == "one" and at and _adjective(p, words[at - 1]):
            for of in p.phrase(at + 1, several.OF):
                for whole, end in p.noun(of):
                    if (
                        whole.quantifier == "all"
                        and whole.category not in ("", ONE)
                        and not whole.where
                        and (named := _noun_word(p, of, end))
                    ):
                        yield [*words[:at], lexicon.singular(named), *words[end:]]


def _noun_word(p: Phrases, at: int, end: int) -> str:
    """The noun among some words."""
    return next((w for w in reversed(p.words[at:end]) if (w,) in p.vocabulary.nouns or (lexicon.singular(w),) in p.vocabulary.nouns), "")


def _as_many(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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


def _of_each(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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
                            yield [*p.words[:at], *_joined(rows), *p.words[end:]]


def _shared_out(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`lemons: one to the plate, one to the bowl, one to me`: each number is of what was named first."""
    for whole, end in p.noun(0):
        named = _noun_word(p, 0, end)
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


def _said_after(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`the plate green`: an adjective after its noun."""
    for at in range(1, len(p.words)):
        before = p.words[at - 1]
        single = (lexicon.singular(before),)
        if not _adjective(p, p.words[at]) or ((before,) not in p.vocabulary.nouns and single not in p.vocabulary.nouns):
            continue
        if at > 1 and _adjective(p, p.words[at - 2]):
            continue
        if any(r.category not in ("", ONE) for r, e in p.noun(at) if e > at + 1):
            continue
        yield [*p.words[: at - 1], p.words[at], before, *p.words[at + 1 :]]


def _distance_again(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`a hand's breadth, say 12 cm, in front of the bowl`: the second distance is meant."""
    for at in range(len(p.words)):
        for _, _, end in amounts.distance(p.words, at):
            for start in p.phrase(end, _SAY):
                for _, _, stop in amounts.distance(p.words, start)[:1]:
                    yield [*p.words[:at], *p.words[start:stop], *p.words[_comma(p.words, stop) :]]


def _top_last(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`on the cabinet top`, `over to the top of the cabinet`: on top of it."""
    for at in range(1, len(p.words) - 2):
        if p.words[at] in ("on", "onto", "to", "upon"):
            start = at - 1 if p.words[at - 1] == "over" else at
            for end in {e for _, e in p.noun(at + 1) if p.words[e : e + 1] == ["top"] and p.ends(e + 1)}:
                yield [*p.words[:start], "on", "top", "of", *p.words[at + 1 : end], *p.words[end + 1 :]]
            if p.words[at + 1 : at + 4] == ["the", "top", "of"]:
                yield [*p.words[:start], "on", "top", "of", *p.words[at + 4 :]]


_GONE = ways("go|drive|walk|head|move|return|come|travel [back|over] to")
_THERE = ways("to drop|put|place|leave|throw|set|grab|get|pick|fetch|collect|open|close|wipe|release|take|deposit")


def _gone_to_do(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`go to the bin to drop it there`: it is gone to, and that is done."""
    for at in range(len(p.words)):
        for end in (e for start in p.phrase(at, _GONE) for _, e in p.noun(start) if p.phrase(e, _THERE)):
            yield [*p.words[:end], "and", *p.words[end + 1 :]]


def _comma_between(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`the can, 8 cm to the right of the plate`: a thing and, after a comma, how far from what."""
    dropped: list[int] = []
    to: set[int] = set()
    for i in [i for i, w in enumerate(p.words) if w == "," and i]:
        before = max(j + 1 for j in range(-1, i) if j < 0 or p.words[j] in STOPS)
        things = [r for at in range(max(i - 5, 0), i) for r, end in p.noun(at) if end == i]
        topic = [t for t, end in p.noun_list(before) if end == i] if "not" not in p.words[:before] else []
        where = p.words[i + 1 : i + 2] and (p.words[i + 1],) in p.vocabulary.prepositions
        place = [e for r, e in p.noun(i + 1) if p.ends(e) and not r.where and (r.category in ("plate", "tray", "table") or _holds(r))]
        if (things and amounts.distance(p.words, i + 1)) or (topic and (where or place)):
            dropped.append(i)
            to |= {i} if topic and place and not where else set()
    if dropped:
        yield ["to" if i in to else w for i, w in enumerate(p.words) if i in to or i not in dropped]


def _thing_then_place(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`lemon, green plate`, `big purple, plate. Small purple, bowl.`: sentences of nothing but a thing and a place."""
    stops = [i for i, w in enumerate(p.words) if w in (".", ";")]
    said: list[str] = []
    for start, end in zip([0, *(i + 1 for i in stops)], [*stops, len(p.words)], strict=True):
        commas = [i for i in range(start, end) if p.words[i] == ","]
        if len(commas) != 1:
            return
        named = [ts for ts, e in p.noun_list(start) if e == commas[0] and not any(t.where for t in ts)]
        things = any(not any(_stands(t) for t in ts) for ts in named)
        places = [r for r, e in p.noun(commas[0] + 1) if e == end and r.quantifier == "the" and not r.where]
        place = any(r.category in ("plate", "tray") or _holds(r) for r in places)
        if not things or not place:
            return
        said += [*([","] if said else []), "put", *p.words[start : commas[0]], "to", *p.words[commas[0] + 1 : end]]
    yield said


def _holds(ref: Ref) -> bool:
    return bool(ref.category) and lexicon.is_a(ref.category, "container")


def _stands(ref: Ref) -> bool:
    """Whether things are put there, rather than it being put somewhere: a bowl or a tray, but no mug."""
    return (_holds(ref) and ref.category not in ("mug", "can", "cup", "bottle", "glass")) or ref.category in ("plate", "tray")


def _topic_first(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`the block nearest to the bowl, put it in the bowl`: what is named first, and then spoken of as `it`."""
    words = p.words
    for at in _starts(words):
        for end in sorted({e for _, e in p.noun_list(at)}, reverse=True):
            start = _comma(words, end)
            for verb in p.phrase(start, _TAKEN):
                pronoun = next(iter(p.phrase(verb, _PRONOUNS)), 0)
                if pronoun and words[at] not in lexicon.PRONOUNS and (start > end or words[at] in ("the", "that", "my")):
                    yield [*words[:at], *words[start:verb], *words[at:end], *words[pronoun:]]
                    return


_TAKEN = ways(
    "put|place|move|set|bring|take|drop|throw|bin|stack|stick|lay|toss|chuck|carry|shift|slide|push|pick|pick_up|lift|grab|hold",
    "give|hand|pass|bring|fetch|get [me]", "let me have", "give|hand|pass|bring to_me",
)  # fmt: skip
_PRONOUNS = ways("it|that|this|them|those|these", "that|this one", "it|that|them all")


def _not_first(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`not the large block, the small one`: what is not meant tells only what kind of thing is."""
    for at in _starts(p.words):
        if p.words[at : at + 1] == ["not"]:
            for end in sorted({e for _, e in p.noun(at + 1)}):
                named = _noun_word(p, at, end)
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


def _left_over(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`leave one blue block on the table and put the other two on the plate`: so many are left, and it does not matter which."""
    for at in range(len(p.words)):
        for verb in p.phrase(at, _LEAVE):
            for ref, end in p.noun(verb):
                if ref.quantifier != "a" or ref.where:
                    continue
                many = next((w for w in p.words[verb:end] if w in NUMERALS), "one")
                kind = [w for w in p.words[verb:end] if w in p.vocabulary.colors or w in p.vocabulary.attributes]
                named = _noun_word(p, verb, end)
                joint = next((i for i in range(end, min(end + 5, len(p.words))) if p.words[i] in (",", "and", "but", ".", ";")), 0)
                rest = next(iter(p.phrase(joint, (", and", ", but", ",", "and", "but", ".", ";"))), joint)
                for i in range(rest, len(p.words)) if joint and named else ():
                    for other, stop in p.noun(i):
                        if other.but and (other.quantifier == "all" or other.count):
                            noun = named if named.endswith("s") or lexicon.singular(named) != named else f"{named}s"
                            yield [*p.words[:at], *p.words[rest:i], "all", "the", *kind, noun, "but", many, *p.words[stop:]]


def _let_be(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`i would keep the blue block, but you can chuck out the rest`, `skip the nearest one and take the next`."""
    for at in _starts(p.words):
        for verb in p.phrase(at, _KEEP):
            for end in sorted({e for _, e in p.noun_list(verb)}):
                for rest in p.phrase(end, (", but", "but", ", and", "and", ",", ".", ";")):
                    start = next(iter(p.phrase(rest, ("you can", "you may", "please", "feel free to", "just"))), rest)
                    yield [*p.words[:at], "there", "is", *p.words[verb:end], ".", *p.words[start:]]


def _in_turns(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`bin the cans alternately`: every other can."""
    for at in range(len(p.words)):
        for end in p.phrase(at, _ALTERNATELY):
            for start in range(at):
                for ref, stop in p.noun(start):
                    named = _noun_word(p, start, stop)
                    if stop <= at and ref.quantifier == "all" and ref.pick is None and named:
                        kind = [w for w in p.words[start:stop] if w in p.vocabulary.colors or w in p.vocabulary.attributes]
                        said = ["every", "other", *kind, lexicon.singular(named)]
                        yield [*p.words[:start], *said, *p.words[stop:at], *p.words[end:]]


def _told_after(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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
    for at in _starts(words):
        for relation in range(at + 1, min(at + 4, len(words))):
            for end in sorted({e for _, e in p.noun(relation)}):
                for there in p.phrase(end, ("there is", "there are", "you find", "you will find", "lies", "sits", "is")):
                    for stop in sorted({e for _, e in p.noun(there)}):
                        if p.ends(stop):
                            yield [*words[:at], "there", "is", *words[there:stop], *words[at:end], *words[stop:]]


def _in_row(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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


def _no_more(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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
SURE: tuple[Callable[[Phrases, Scene], Iterator[list[str]]], ...] = (
    _topic_first, _not_first, _only_that_stays, _listed_after, _left_over, _of_each, _shared_out, _distance_again, _thing_then_place,
)  # fmt: skip
RULES: tuple[Callable[[Phrases, Scene], Iterator[list[str]]], ...] = (
    towered, _not_first, _exception_said, _out_of_so_many,
    _exception_first, _exception_last, _exception_if, _numbered, _counted_first, _set_off, _out_of, _as_many, _of_each, _shared_out,
    _distance_again, _comma_between, _no_more, _left_over, _let_be, _in_turns, _told_after, _in_row, _said_after, _top_last, _gone_to_do,
)  # fmt: skip
_SAID = (
    _NOT_THAT,
    _THOUGH,
    _UNLESS,
    _IF_NOT,
    _AS_MANY,
    _AS,
    _EACH,
    _SAY,
    _OF_ALL,
    _ENOUGH,
    _LEAVE,
    _KEEP,
    _ALTERNATELY,
    _ROW,
    _DOES_NOT,
    _OUT_OF_THE,
)
WORDS = {w for t in _SAID for p in t for w in p.split()}
