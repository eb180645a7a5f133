"""Reading things that are asked for by what they are good for or what they are like: `something to clean it up`, `something salty`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from heedful.agents.understanding.home.kinds import qualities
from heedful.agents.understanding.home.pieces import by_the_piece
from heedful.agents.understanding.home.wanting import AFTER, ANOTHER, CLEANING, CLEANS, PURPOSES, SLICE, SOME, THESE, TO, USE
from heedful.program import Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Phrases, Readings


def wishes(p: Phrases, at: int) -> Readings[Ref]:
    """Every reading of a thing that is told by its purpose, its quality, or by what it comes in, and begins here."""
    found: Readings[Ref] = []
    for start in p.phrase(at, SOME):
        ends = [(PURPOSES[p.said(start, end)], end) for end in p.phrase(start, PURPOSES)] + [(CLEANS, end) for end in _cleans(p, start)]
        found += [(Ref(kind, quantifier="a", words=p.said(at, end)), end) for kind, end in ends]
        found += [(Ref(attributes=(quality,), quantifier="a", words=p.said(at, end)), end) for quality, end in p.lookup(start, qualities())]
    found += by_the_piece(p, at)
    found += [(Ref("one", attributes=("sliced",), quantifier="a", words="a slice one"), end) for end in p.phrase(at, SLICE)]
    found += [(Ref(quantifier="all", words="them"), end) for end in p.phrase(at, THESE)]
    return [*found, *((Ref("one", quantifier="a", words="another one"), end) for end in p.phrase(at, ANOTHER))]


def _cleans(p: Phrases, at: int) -> list[int]:
    """Where `to help me clean it up with` ends, the longest first."""
    ends = set[int]()
    for to in (e for use in (at, *p.phrase(at, USE)) for e in (*p.phrase(use, TO), *([use] if use > at else []))):
        for verb in p.phrase(to, CLEANING):
            for up in (verb, *p.phrase(verb, ("up", "off", "down"))):
                for mess in (up, *(e for _, e in p.noun(up))):
                    ends |= {mess, *p.phrase(mess, AFTER)}
    return sorted(ends, reverse=True)
