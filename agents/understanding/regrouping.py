"""Noun phrases that are said in pieces, put together: `plates. all of them. tray.`, `black and white both in the bowl`.

Further versions of the words for where they make no sense as they stand; see `rewording`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.fragments import put_there
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.normalise import STOPS
from heedful.agents.understanding.phrases import Phrases
from heedful.types import Scene

Versions = Iterator[list[str]]
_MODALS = frozenset({"can", "should", "must", "may", "shall", "will", "could", "are", "to", "ought", "go", "would", "might"})
_FLOATED = ("all of them", "both of them", "each of them", "the two of them", "all", "both", "each", "all three", "together")
_WHOLE_OF = ways("all|each|every_one|both|every_single_one [of_them|of_those|of_these]", "the [whole] lot [of_them]",
    "every last one [of_them]",
                 "all two|three|four|five [of_them]", "the two|three [of_them]")  # fmt: skip
_VERBAL = frozenset({"belong", "belongs", "go", "goes", "should", "must", "can", "need", "needs", "be", "live", "stand", "sit", "lie",
    "end",
                     "want", "have", "come", "into", "onto", "together", "could", "may", "shall", "will"})  # fmt: skip
_SOMEWHERE = ways("[just] somewhere|someplace|some_place|anywhere [or_other]")


def _floated(p: Phrases, scene: Scene) -> Versions:
    """`black and white both in the green bowl`, `these cans can all go to the bin`: how many, said away from its noun."""
    for at in range(1, len(p.words)):
        for end in p.phrase(at, _FLOATED):
            after = p.words[end] if end < len(p.words) else ""
            onward = after in _VERBAL or any((after,) == k[:1] for k in p.vocabulary.prepositions)
            if onward and (p.words[at - 1] in _MODALS or any(e == at for i in range(max(at - 6, 0), at) for _, e in p.noun_list(i))):
                yield [*p.words[:at], *p.words[end:]]


def _whole_after(p: Phrases, scene: Scene) -> Versions:
    """`plates, all of them, on the tray`: all of what was named before."""
    for i in [i for i, w in enumerate(p.words) if w in STOPS and i]:
        for end in p.phrase(i + 1, _WHOLE_OF):
            if end < len(p.words) and p.words[end] not in STOPS:
                continue
            for start in range(max(i - 5, 0), i):
                for ref, stop in p.noun(start):
                    if stop == i and ref.quantifier in ("the", "all") and p.words[i - 1] != lexicon.singular(p.words[i - 1]):
                        bare = start + (p.words[start] in ("the", "those", "these", "my", "all"))
                        yield [*p.words[:start], "all", "the", *p.words[bare:i], *p.words[end:]]


def _one_sentence(p: Phrases, scene: Scene) -> Versions:
    """`plates. tray.`, `the lemon. in the bowl.`: pieces without a verb belong to one sentence."""
    stops = [i for i, w in enumerate(p.words) if w in (".", ";")]
    pieces = list(zip([0, *(i + 1 for i in stops)], [*stops, len(p.words)], strict=True))
    if len(pieces) < 2:
        return
    merged = list(p.words)
    for (start, end), (after, stop) in pairwise(pieces):
        thing = any(e == end for _, e in p.noun_list(start)) or end in p.phrase(start, _WHOLE_OF)
        place = (
            (p.words[after],) in p.vocabulary.prepositions
            or any(e == stop for _, e in p.noun_list(after))
            or stop in p.phrase(after, _WHOLE_OF)
        )
        if not thing or not place:
            return
        merged[end] = ","
    yield merged


def _pairs(p: Phrases, scene: Scene) -> Versions:
    """`red can, bin, white can, tray`: things and places in turns."""
    commas = [i for i, w in enumerate(p.words) if w in STOPS]
    pieces = list(zip([0, *(i + 1 for i in commas)], [*commas, len(p.words)], strict=True))
    if len(pieces) < 4 or len(pieces) % 2:
        return
    said: list[str] = []
    for (start, end), (to, stop) in zip(pieces[::2], pieces[1::2], strict=True):
        to_and = to + (p.words[to] == "and")
        start += p.words[start : start + 1] == ["and"]
        things = [t for t, e in p.noun_list(start) if e == end]
        places = [r for r, e in p.noun(to_and) if e == stop and _takes(r.category)]
        if not places or not any(all(t.category not in lexicon.FIXED for t in ts) for ts in things):
            return
        said += [*([","] if said else []), "put", *p.words[start:end], "to", *p.words[to_and:stop]]
    yield said


def _place_first(p: Phrases, scene: Scene) -> Versions:
    """`tray: all the plates`, `bin for the red can, tray for the white one`: the place, and what goes there."""
    commas = [i for i, w in enumerate(p.words) if w in STOPS]
    pieces = list(zip([0, *(i + 1 for i in commas)], [*commas, len(p.words)], strict=True))
    said: list[str] = []
    for start, end in pieces:
        start += p.words[start : start + 1] == ["and"]
        found = [(stop, a) for place, a in p.noun(start) if _takes(place.category) and place.quantifier == "the"
                 for stop in p.phrase(a, ("for",)) if any(e == end for _, e in p.noun_list(stop))]  # fmt: skip
        if not found:
            said = []
            break
        said += [*([","] if said else []), "put", *p.words[found[0][0] : end], "to", *p.words[start : found[0][1]]]
    if said:
        yield said
    elif len(pieces) == 2:
        (start, end), (after, stop) = pieces
        places = [r for r, e in p.noun(start) if e == end and _takes(r.category) and r.quantifier == "the"]
        if any(e == stop and all(put_there(t, r) for t in ts) for r in places for ts, e in p.noun_list(after)):
            yield ["put", *p.words[after:stop], "to", *p.words[start:end]]


def _goes_bare(p: Phrases, scene: Scene) -> Versions:
    """`red can goes bin`: to the bin."""
    at = [
        i + 1
        for i, w in enumerate(p.words[:-1])
        if w in ("goes", "go", "belongs", "into", "onto") and any(_takes(r.category) for r, _ in p.noun(i + 1))
    ]
    bare = [i for i in at if p.words[i - 1] not in ("into", "onto") and (p.words[i],) not in p.vocabulary.prepositions]
    if bare:
        yield [w for i, word in enumerate(p.words) for w in (["to", word] if i in bare else [word])]


def _excepted_last(p: Phrases, scene: Scene) -> Versions:
    """`fruit to the bowl, bananas excepted`."""
    for at in range(2, len(p.words)):
        for end in p.phrase(at, _EXCEPTED):
            for start in range(max(at - 5, 1), at):
                if p.words[start - 1] in (",", "with") and p.ends(end) and any(e == at for _, e in p.noun_list(start)):
                    yield [*p.words[: start - 1], ",", "except", *p.words[start:at], *p.words[end:]]


_EXCEPTED = ways("[being] excepted|excluded|exempt|exempted", "not included", "aside|apart", "being the exception|exceptions", "left out")


def _unstopped(p: Phrases, scene: Scene) -> Versions:
    """`red can in bin white can on tray`: where a thing and its place end, another begins."""
    if not p.noun(0):
        return
    cuts = []
    for at in range(3, len(p.words) - 2):
        named = any(
            (p.words[i],) in p.vocabulary.prepositions and any(e == at for _, e in p.noun(i + 1)) for i in range(max(at - 4, 1), at - 1)
        )
        following = [e for _, e in p.noun(at) if e < len(p.words) and (p.words[e],) in p.vocabulary.prepositions]
        if named and following and p.words[at] not in STOPS and p.words[at - 1] not in ("and", "or"):
            cuts.append(at)
    if cuts:
        yield [w for i, word in enumerate(p.words) for w in ([",", word] if i in cuts else [word])]


def _takes(category: str) -> bool:
    return bool(category) and (category in lexicon.FLAT or lexicon.is_a(category, "container"))


def _somewhere(p: Phrases, scene: Scene) -> Versions:
    """`yellow somewhere far from both`: where follows."""
    for at in range(1, len(p.words) - 1):
        for end in p.phrase(at, _SOMEWHERE):
            if end < len(p.words) and any((p.words[end],) == k[:1] for k in p.vocabulary.prepositions):
                yield [*p.words[:at], *p.words[end:]]


def _all_things(p: Phrases, scene: Scene) -> Versions:
    """`all things red`: an adjective after `things`."""
    for at in range(1, len(p.words)):
        before = p.words[at - 1]
        if before not in ("things", "objects", "items", "stuff", "everything", "anything") or not (
            p.words[at] in p.vocabulary.colors or p.words[at] in p.vocabulary.attributes
        ):
            continue
        every = ["all", "the"] if before in ("everything", "anything", "stuff") else []
        after = at + 1 + (p.words[at + 1 : at + 2] == [","])
        yield [*p.words[: at - 1], *every, p.words[at], "things", *p.words[after:]]


def _resumed(p: Phrases, scene: Scene) -> Versions:
    """`yellow block he must stay behind the mug`: a thing, and a pronoun for it."""
    for at in range(1, len(p.words) - 1):
        start = at + 1 if p.words[at] == "," else at
        said = p.words[start + 1 : start + 2]
        if p.words[start] not in ("he", "she", "it", "they") or not said or said[0] not in (*_MODALS, "goes", "belongs", "has"):
            continue
        if any(e == at for i in range(max(at - 5, 0), at) for _, e in p.noun_list(i)):
            yield [*p.words[:at], *p.words[start + 1 :]]


RULES = (
    _one_sentence,
    _whole_after,
    _floated,
    _pairs,
    _place_first,
    _goes_bare,
    _excepted_last,
    _somewhere,
    _all_things,
    _resumed,
    _unstopped,
)
WORDS = words_in((*_WHOLE_OF, *_FLOATED, *_SOMEWHERE, *_EXCEPTED))
