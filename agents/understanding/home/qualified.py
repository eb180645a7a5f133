"""Reading what is said of a thing after it: `a pot with a sponge in it`, `a drink with caffeine`, `the living room table`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heedful.agents.understanding.home.doing import FROM, IN_A_ROOM, PIECE, WHERE_THEY_ARE
from heedful.agents.understanding.home.food import LACKING
from heedful.agents.understanding.home.kinds import kinds_of, qualities
from heedful.agents.understanding.home.wanting import HOLDING, INSIDE, NOT_BEING, USES, WITHOUT
from heedful.agents.understanding.lexicon import ONE, is_a
from heedful.program import Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Phrases, Readings

PLAIN = ("caffeinated", "salty", "healthy", "sweet")
"""Qualities in one word that may stand after a noun."""
BE = ("is", "are", "was", "were")


def qualified(p: Phrases, at: int, ref: Ref, end: int) -> Readings[Ref]:
    """Every reading of a thing that begins at one place, ends at another, and has something said of it after that."""
    if not ref.category:
        return []
    mine = kinds_of(ref.category)
    found = [(ref, stop) for stop in p.phrase(end, USES) if ref.quantifier == "a" and "food or drink" in mine]
    found += [(ref, stop) for stop in p.phrase(end, WHERE_THEY_ARE)]
    found += [(_more(p, at, end + 1, ref, "sliced"), end + 1) for word in p.words[end : end + 1] if word in PIECE]
    for quality, stop in p.lookup(end, qualities()):
        found += [(_more(p, at, stop, ref, quality), stop)] if stop - end > 1 or p.words[end] in PLAIN else []
    for start in p.phrase(end, NOT_BEING):
        others = [(replace(o, quantifier="all"), stop) for o, stop in p.noun(start) if _among(o, ref)]
        found += [(replace(ref, but=(*ref.but, o), words=p.said(at, stop)), stop) for o, stop in others]
    lacked = [(q, s) for start in p.phrase(end, NOT_BEING) for q, s in p.lookup(start, qualities())]
    lacked += [(LACKING[p.said(start, s)], s) for start in p.phrase(end, WITHOUT) for s in p.phrase(start, LACKING)]
    for quality, stop in lacked:
        such = Ref(ref.category, attributes=(quality,), quantifier="all", words=p.said(end, stop))
        found.append((replace(ref, but=(*ref.but, such), words=p.said(at, stop)), stop))
    for start in p.phrase(end, FROM):
        found += [(_where(p, at, stop, ref, "from", other), stop) for other, stop in p.noun(start)]
    found += _holding(p, at, ref, end)
    if "room" in mine and not ref.where:
        found += _furniture(p, at, ref, end)
    return found + (_placed(p, at, ref, end) if "location" in mine else [])


def _among(other: Ref, ref: Ref) -> bool:
    """Whether one could be the other: of `everything on the table except the apple`, the apple is no table."""
    kinds = {other.category, ref.category} - {"", ONE}
    return bool(other.category) and (len(kinds) < 2 or is_a(other.category, ref.category) or is_a(ref.category, other.category))


def _holding(p: Phrases, at: int, ref: Ref, end: int) -> Readings[Ref]:
    """`a pot with a sponge in it`."""
    found: Readings[Ref] = []
    for start in p.phrase(end, HOLDING):
        for inner, stop in p.noun(start):
            if inner.category and not inner.where:
                inside = [e for e in p.phrase(stop, INSIDE) if not p.noun(e)][:1]
                found += [(_where(p, at, e, ref, "has", inner), e) for e in inside or [stop]]
    return found


def _furniture(p: Phrases, at: int, room: Ref, end: int) -> Readings[Ref]:
    """`another living room table`: a table in the living room, other than the one before."""
    found: Readings[Ref] = []
    for piece, stop in p.noun(end):
        bare = piece.quantifier != "a" and piece.words.removeprefix("the ") == p.said(end, stop)
        if bare and piece.category and "location" in kinds_of(piece.category):
            where = (*piece.where, ("in", Ref(room.category, words=f"the {room.category}")))
            whole = replace(room, category=piece.category, color=piece.color, where=where, words=p.said(at, stop))
            found.append((replace(whole, attributes=(*room.attributes, *piece.attributes)), stop))
    return found


def _placed(p: Phrases, at: int, ref: Ref, end: int) -> Readings[Ref]:
    """Furniture by where it stands, by what it belongs to, and by what is there: `the table where the teapot is`."""
    found = [(replace(ref, words=p.said(at, stop)), stop) for stop in p.phrase(end, IN_A_ROOM)]
    for start in p.phrase(end, ("of",)):
        whole = [(o, stop) for o, stop in p.noun(start) if not o.where and "location" in kinds_of(o.category)]
        found += [(replace(ref, words=p.said(at, stop)), stop) for _, stop in whole]
    for start in p.phrase(end, ("where", "that", "which")):
        there = [(o, stop) for o, stop in p.noun(start) if o.category and not o.where and p.words[stop : stop + 1] and p.words[stop] in BE]
        found += [(_where(p, at, stop + 1, ref, "has", o), stop + 1) for o, stop in there]
    return found


def _more(p: Phrases, at: int, end: int, ref: Ref, mark: str) -> Ref:
    return replace(ref, attributes=(*ref.attributes, mark), words=p.said(at, end))


def _where(p: Phrases, at: int, end: int, ref: Ref, relation: str, other: Ref) -> Ref:
    return replace(ref, where=(*ref.where, (relation, other)), words=p.said(at, end))
