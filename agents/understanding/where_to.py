"""A thing and where it goes, said with commas or in a roundabout way: `lemon, green plate`, `go to the bin to drop it there`.

Further versions of the words for where they make no sense as they stand; see `rewording`.
"""

from __future__ import annotations

from collections.abc import Iterator

from heedful.agents.understanding import amounts, lexicon
from heedful.agents.understanding.clause_parts import comma, starts
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.normalise import STOPS
from heedful.agents.understanding.phrases import Phrases
from heedful.program import Ref
from heedful.types import Scene

_SAY = ways("[,] say|roughly|about|i_mean|that_is|so|make_that|i_e|or")


def distance_again(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`a hand's breadth, say 12 cm, in front of the bowl`: the second distance is meant."""
    for at in range(len(p.words)):
        for _, _, end in amounts.distance(p.words, at):
            for start in p.phrase(end, _SAY):
                for _, _, stop in amounts.distance(p.words, start)[:1]:
                    yield [*p.words[:at], *p.words[start:stop], *p.words[comma(p.words, stop) :]]


def top_last(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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


def gone_to_do(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`go to the bin to drop it there`: it is gone to, and that is done."""
    for at in range(len(p.words)):
        for end in (e for start in p.phrase(at, _GONE) for _, e in p.noun(start) if p.phrase(e, _THERE)):
            yield [*p.words[:end], "and", *p.words[end + 1 :]]


def comma_between(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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


def thing_then_place(p: Phrases, scene: Scene) -> Iterator[list[str]]:
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


def topic_first(p: Phrases, scene: Scene) -> Iterator[list[str]]:
    """`the block nearest to the bowl, put it in the bowl`: what is named first, and then spoken of as `it`."""
    words = p.words
    for at in starts(words):
        for end in sorted({e for _, e in p.noun_list(at)}, reverse=True):
            start = comma(words, end)
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


WORDS = words_in(_SAY)
