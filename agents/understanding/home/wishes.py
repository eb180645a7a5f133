"""Things that are asked for by what they are good for or what they are like: `something to clean it up`, `a drink with caffeine`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.home import kinds
from heedful.agents.understanding.home.doing import FROM, IN_A_ROOM, PART, PIECE, PIECES, WHERE_THEY_ARE
from heedful.program import Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Phrases, Readings

_USE = ways("[that|which] i|we|you can|could [use]|help_to", "that|which|can|could|will|would")
_TO = ways("to", "to help", "to help me", "to help us", "to help me to", "for", "to help with", "help", "help me", "help to")
_CLEANING = (
    "clean", "wipe", "mop", "dry", "soak", "scrub", "absorb", "cleaning", "wiping", "mopping", "drying", "scrubbing", "tidy", "sponge",
)  # fmt: skip
_AFTER = ("up", "off", "down", "with", "up with", "off with", "away", "away with", "down with")
PURPOSES = {
    **dict.fromkeys(ways("to drink|sip", "to drink|sip on", "i|we can drink", "for my thirst", "to quench my thirst", "drinkable", "refreshing",
    "cold to drink", "to hydrate", "to hydrate me", "to stay hydrated", "to wash it|that|this down", "to wash it|that|this down with"), "drink"),
    **dict.fromkeys(ways("to eat|snack|munch|nibble|chew [on]", "i|we can eat", "i|we can snack on", "edible", "for my hunger"), "food"),
    **dict.fromkeys(ways("to eat|drink or|and drink|eat"), "food or drink"),
}  # fmt: skip
"""What something is good for -> the kind of thing."""
CLEANS = "cleaning tool"
SOME = ("something", "anything", "a thing", "an item", "one thing", "something else", "some thing")
"""Before a quality: `something salty`, `anything with caffeine`."""
ANOTHER = ways("a|another new|fresh|different one", "another one|replacement", "a replacement|new_can|fresh_can", "a replacement one|can",
    "a replacement for it|that|this",
    "something i|we [would] like|love|enjoy", "something like that|this", "one of those")  # fmt: skip
"""One more of what was spoken of."""
OF = ways(
    "bag|can|bottle|pack|packet|box|loaf|carton|cup|glass|set|bunch|bar|head|roll|pair|tub|jar|container|unit|bit|sort|kind|type|form of",
    "bags|cans|bottles|packs|packets|boxes|loaves|cartons|cups|sets|bars|heads|rolls|jars|pieces|units of",
)
SEVERAL = ways("bags|cans|bottles|packs|packets|boxes|loaves|cartons|cups|sets|bars|heads|rolls|jars of")
SLICE = ways("a|the|one slice|piece")
"""Between an article and a noun, where a thing is told by what it comes in."""
ATTRIBUTES = frozenset({"different"})
HOLDING = ways("with|containing|holding|having", "that|which has|holds|contains", "filled with")
INSIDE = ways("in|inside|on [of] it|them", "inside")
"""After what is in a vessel: `a pot with a sponge in it`."""
NOT_BEING = ways("that|which is|are not", "other than", "besides|except|excluding", "that|which is|are n't", "but not", "apart from")
"""Before what it shall not be: `a drink other than coke`."""
USES = ways(
    "to help [me|us] [to] recover|relax|refresh|focus|cool_down|wake_up|recharge|study|work", "to recover|recharge|relax|refresh [with|from]",
    "to drink|eat|enjoy|share|snack_on", "for breakfast|lunch|dinner|me|us|now|later|myself|the_road|my_guests|my_friend|my_workout|energy",
    "to wake me up", "to go", "to keep me awake|going", "as a snack|drink|treat|replacement", "as well", "instead", "to help", "to cheer me up",
    "to quench my thirst", "to satisfy my hunger",
)  # fmt: skip
"""What a thing is wanted for, after it; it does not tell it from others."""

WORDS = words_in([*PURPOSES, *_USE, *_TO, *_CLEANING, *_AFTER, *SOME, *ANOTHER, *OF, *USES, *NOT_BEING, *ATTRIBUTES, *HOLDING, *INSIDE]) | {
    w for p in kinds.qualities() for w in p
}


def wishes(p: Phrases, at: int) -> Readings[Ref]:
    """Every reading of a thing that is told by its purpose, its quality, or by what it comes in, and begins here."""
    found: Readings[Ref] = []
    for start in p.phrase(at, SOME):
        found += [(Ref(PURPOSES[_said(p, start, end)], quantifier="a", words=_said(p, at, end)), end) for end in p.phrase(start, PURPOSES)]
        found += [(Ref(CLEANS, quantifier="a", words=_said(p, at, end)), end) for end in _cleans(p, start)]
        for quality, end in p.lookup(start, kinds.qualities()):
            found.append((Ref("", attributes=(quality,), quantifier="a", words=_said(p, at, end)), end))
    found += _by_the_piece(p, at)
    found += [(Ref("one", quantifier="a", attributes=("sliced",), words="a slice one"), end) for end in p.phrase(at, SLICE)]
    for end in p.phrase(at, ANOTHER):
        found.append((Ref("one", quantifier="a", words="another one"), end))
    return found


def _by_the_piece(p: Phrases, at: int) -> Readings[Ref]:
    """`a slice of bread`, `the washed end piece of the lettuce`, `two bars of soap`, `the back of the toilet`, `two book`."""
    found: Readings[Ref] = []
    for quantity, start in p.quantities(at):
        marks, here = tuple[str, ...](), start
        while here < len(p.words) and p.words[here] in p.vocabulary.attributes and p.words[here] not in PIECE:
            marks, here = (*marks, p.vocabulary.attributes[p.words[here]]), here + 1
            if p.words[here : here + 1] == ["and"] and p.words[here + 1 : here + 2] and p.words[here + 1] in p.vocabulary.attributes:
                here += 1
        many = Ref(quantifier="all" if quantity.quantifier == "all" else "a" if quantity.quantifier == "a" or start == at else "the", count=quantity.count)
        for of in p.phrase(here, PIECES):
            for ref, end in p.noun(of):
                cut = ("sliced",) if "food" in kinds.kinds_of(ref.category) else ()
                found += [(_of(p, at, end, ref, many, (*marks, *cut)), end)] if ref.category else []
        for of in p.phrase(here, OF) if start > at or here > at else p.phrase(here, SEVERAL):
            found += [(_of(p, at, end, ref, many, marks), end) for ref, end in p.noun(of) if ref.category]
        for of in p.phrase(here, PART):
            found += [(replace(ref, words=_said(p, at, end)), end) for ref, end in p.noun(of) if ref.category]
        if p.words[start - 1 : start] == ["some"] and start > at:
            found += [(Ref(kind, attributes=marks, quantifier="a", words=_said(p, at, end)), end) for kind, plural, end in heads(p, here) if plural]
        if "and" in p.words[start:here]:
            found += [(replace(r, quantifier=many.quantifier, attributes=marks, words=_said(p, at, e)), e) for r, e in p.noun(here) if r.category]
        if quantity.plural and quantity.count:
            found += [(Ref(kind, attributes=marks, quantifier=many.quantifier, count=many.count, words=_said(p, at, end)), end)
                      for kind, end in p.lookup(here, p.vocabulary.nouns)]
    return found


def heads(p: Phrases, at: int) -> list[tuple[str, bool, int]]:
    """Nouns that stand here: kind, whether in the plural, end."""
    found: list[tuple[str, bool, int]] = []
    for n in range(min(p.vocabulary.longest.get(p.words[at], 1) if at < len(p.words) else 0, len(p.words) - at), 0, -1):
        said = tuple(p.words[at : at + n])
        single = (*said[:-1], kinds.singular(said[-1]))
        found += [(p.vocabulary.nouns[single], True, at + n)] if single != said and single in p.vocabulary.nouns else []
    return found


def _of(p: Phrases, at: int, end: int, ref: Ref, many: Ref, marks: tuple[str, ...]) -> Ref:
    both = tuple(dict.fromkeys((*marks, *ref.attributes)))
    return replace(ref, quantifier=many.quantifier, count=many.count, attributes=both, words=_said(p, at, end))


def _cleans(p: Phrases, at: int) -> list[int]:
    """Where `to help me clean it up with` ends, the longest first."""
    ends = set[int]()
    for to in (e for use in (at, *p.phrase(at, _USE)) for e in (*p.phrase(use, _TO), *([use] if use > at else []))):
        for verb in p.phrase(to, _CLEANING):
            for up in (verb, *p.phrase(verb, ("up", "off", "down"))):
                for mess in (up, *(e for _, e in p.noun(up))):
                    ends |= {mess, *p.phrase(mess, _AFTER)}
    return sorted(ends, reverse=True)


def qualified(p: Phrases, at: int, ref: Ref, end: int) -> Readings[Ref]:
    """A thing with what is said after it: `a drink with caffeine`, `a pot with a sponge in it`, `a snack to recover`."""
    if not ref.category:
        return []
    mine = kinds.kinds_of(ref.category)
    uses: Readings[Ref] = [(ref, stop) for stop in p.phrase(end, USES) if ref.quantifier == "a" and "food or drink" in mine]
    for start in p.phrase(end, NOT_BEING):
        uses += [(replace(ref, but=(*ref.but, other), words=_said(p, at, stop)), stop) for other, stop in p.noun(start) if other.category]
    found = uses + [
        (replace(ref, attributes=(*ref.attributes, "sliced"), words=_said(p, at, end + 1)), end + 1)
        for word in p.words[end : end + 1]
        if word in PIECE
    ]
    for start in p.phrase(end, HOLDING):
        for inner, stop in p.noun(start):
            more = replace(ref, where=(*ref.where, ("has", inner)))
            if inner.category and not inner.where:
                found += [(replace(more, words=_said(p, at, e)), e) for e in [e for e in p.phrase(stop, INSIDE) if not p.noun(e)][:1] or [stop]]
    if "room" in mine and not ref.where:  # `the living room table`
        found += [
            (replace(inner, quantifier=ref.quantifier, words=_said(p, at, stop), where=(*inner.where, ("in", replace(ref, quantifier="the")))), stop)
            for inner, stop in p.noun(end)
            if inner.category and inner.quantifier != "a" and "location" in kinds.kinds_of(inner.category) and not inner.words.startswith("the the")
            and inner.words.removeprefix("the ") == _said(p, end, stop)
        ]
    fixed = "location" in mine
    found += [(replace(ref, words=_said(p, at, stop)), stop) for stop in p.phrase(end, IN_A_ROOM) if fixed]
    for start in p.phrase(end, ("of",)) if fixed else ():
        found += [(replace(ref, words=_said(p, at, stop)), stop) for of, stop in p.noun(start) if not of.where and "location" in kinds.kinds_of(of.category)]
    found += [(ref, stop) for stop in p.phrase(end, WHERE_THEY_ARE)]
    for start in p.phrase(end, FROM):
        found += [(replace(ref, words=_said(p, at, stop), where=(*ref.where, ("from", of))), stop) for of, stop in p.noun(start)]
    return found + [
        (replace(ref, attributes=(*ref.attributes, quality), words=_said(p, at, stop)), stop)
        for quality, stop in p.lookup(end, kinds.qualities())
        if stop - end > 1 or p.words[end] in ("caffeinated", "salty", "healthy", "sweet")
    ]


def _said(p: Phrases, at: int, end: int) -> str:
    return " ".join(p.words[at:end])
