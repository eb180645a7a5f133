"""Every other one, in other words: `skip one, take one`, `every second block, start with the first`, `the nearest one, miss one`.

Further versions of the words for where they make no sense as they stand; see `rewording`.
"""

from __future__ import annotations

from collections.abc import Iterator

from heedful.agents.understanding import lexicon, picks
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.normalise import STOPS
from heedful.agents.understanding.phrases import ONE, Phrases
from heedful.types import Scene

Versions = Iterator[list[str]]
_SKIP = "skip|skipping|miss|missing|leave|leaving|omit|pass|spare|ignore"
_TAKE = "take|taking|use|using|pick|picking|keep|move|moving|grab"
_SKIPS, _TAKES = ways(f"[always] {_SKIP} one|1 [out|over]", "one no"), ways(f"[always] {_TAKE} one|1 [up]", "one yes")
_JOINTS = (",", ".", ";", "and", "then", ", then", ", and", "and then", ", and then")
ALTERNATING = ("alternately", "alternating")
"""Between commas, the first of every two."""
_LIKE_THAT = ways("[,] like that|this", "[,] that|this way", "[,] in that|this way|manner|fashion", "[,] and so on|forth",
    "[,] and so on and so forth", "[,] etc",
                  "[,] and repeat", "[,] until the end", "[,] to|till the end", "[,] all the way along|down")  # fmt: skip
_START = ways("start|starting|begin|beginning|starts|begins with|from|at [the]")
_FIRST = {"first": 0, "1 st": 0, "second": 1, "2 nd": 1}
_EVERY_SECOND = ways("every|each second|2_nd|other", "every second|other one of the")
_MISSED = ways(
    f"{_SKIP} [the] one|1 [out|over]", f"{_SKIP} the next [one] [out|alone]", f"{_SKIP} the one after [that|it]", "not the next [one]"
)
_NEXT = ways(
    "[the] next [one]",
    "[the] one after [that|it]",
    "then [the] next [one]",
    "take [the] next [one]",
    "[the] third [one]",
    "the following one",
)


def _skipping(p: Phrases, scene: Scene) -> Versions:
    """`skip one take one: from the left, the white blocks go on the plate like that`."""
    words = p.words
    for first, then, every in ((_SKIPS, _TAKES, "second"), (_TAKES, _SKIPS, "other")):
        for at in range(len(words)):
            both = [e for end in p.phrase(at, first) for start in [*p.phrase(end, _JOINTS), end] for e in p.phrase(start, then)]
            for end in (*both, *p.phrase(at, ALTERNATING if every == "other" else ()))[:1]:
                rest = _without([*words[:at], ",", *words[end:]], p)
                inner = Phrases(rest, p.vocabulary)
                for i in range(len(rest)):
                    named = [(r, e) for r, e in inner.noun(i) if r.category not in ("", ONE) and r.pick is None and _plural(rest[e - 1])]
                    if named and (start := i + (rest[i] in ("the", "all", "those", "these", "my"))) < named[0][1]:
                        last = named[0][1]
                        yield [*rest[:i], "every", every, *rest[start : last - 1], lexicon.singular(rest[last - 1]), *rest[last:]]
                        return


def _plural(word: str) -> bool:
    return lexicon.singular(word) != word


def _without(words: list[str], p: Phrases) -> list[str]:
    said = Phrases(words, p.vocabulary)
    for at in range(len(words)):
        for end in said.phrase(at, _LIKE_THAT)[:1]:
            if said.ends(end):
                return _without([*words[:at], *words[end:]], p)
    return words


def _started(p: Phrases, scene: Scene) -> Versions:
    """`every second block onto the tray, start with the first`."""
    words = p.words
    for at in range(1, len(words)):
        for start in p.phrase(at, _START):
            for nth, skipped in _FIRST.items():
                for end in p.phrase(start, (nth, f"{nth} one", f"{nth} of them")):
                    before = at - 1 if words[at - 1] in STOPS else at
                    rest = [*words[:before], *words[end:]]
                    inner = Phrases(rest, p.vocabulary)
                    for i in range(len(rest)):
                        for stop in inner.phrase(i, _EVERY_SECOND)[:1]:
                            yield [*rest[:i], "every", ("other", "second")[skipped], *rest[stop:]]


def _in_turn(p: Phrases, scene: Scene) -> Versions:
    """`the nearest one on the tray, miss one, next on the tray, miss one`: every other one, from there."""
    words = p.words
    stops = [i for i, w in enumerate(words) if w in STOPS]
    pieces = [(a, b) for a, b in zip([0, *(i + 1 for i in stops)], [*stops, len(words)], strict=True) if b > a]
    pieces = [(a + (words[a] == "and") + (words[a] == "then"), b) for a, b in pieces]
    missed = [n for n, (a, b) in enumerate(pieces) if b in p.phrase(a, _MISSED)]
    if not missed or missed[0] == 0:
        return
    first, last = pieces[missed[0] - 1], pieces[missed[-1] - 1] if missed[-1] > missed[0] else pieces[min(missed[0] + 1, len(pieces) - 1)]
    following = [(a, e) for a, b in pieces[missed[0] + 1 :] for e in p.phrase(a, _NEXT)[:1]]
    for at in range(first[0], first[1]):
        for pick, end in p.superlative(at + (words[at] == "the")):
            if pick.by in ("first", "row") or not following or last == first:
                continue
            noun = next((lexicon.singular(w) for w in words[end : end + 2] if (lexicon.singular(w),) in p.vocabulary.nouns), "")
            noun = noun or next(
                (lexicon.singular(w) for w in words[: first[0]] if _plural(w) and (lexicon.singular(w),) in p.vocabulary.nouns), ""
            )
            side = _SIDES.get(pick.by)
            place = words[end + (words[end : end + 1] in (["one"], [noun])) : first[1]]
            if noun and side and place:
                yield [*words[first[0] : at], "every", "other", noun, "from", "the", side, *place]


_SIDES = {"near": "front", "front": "front", "far": "back", "back": "back", "left": "left", "right": "right"}
"""From which side those are counted of which one is the first."""
RULES = (_skipping, _started, _in_turn)
WORDS = (
    words_in((*_SKIPS, *_TAKES, *ALTERNATING, *_LIKE_THAT, *_START, *_EVERY_SECOND, *_MISSED, *_NEXT))
    | {"column", "columns"}
    | picks.ADJECTIVES.words
)
