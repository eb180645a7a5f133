"""Reading things by the piece: `a slice of bread`, `two bars of soap`, `the back of the toilet`, `some keys`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heedful.agents.understanding.home.doing import PART, PIECE, PIECES
from heedful.agents.understanding.home.kinds import kinds_of, singular
from heedful.agents.understanding.home.wanting import OF, SEVERAL
from heedful.agents.understanding.quantities import Quantity
from heedful.program import Quantifier, Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Phrases, Readings


def by_the_piece(p: Phrases, at: int) -> Readings[Ref]:
    """Every reading of a thing that begins here and is told by its part, its piece, or with marks joined by `and`."""
    found: Readings[Ref] = []
    for quantity, start in p.quantities(at):
        marks, here, joined = _marks(p, start)
        many = Ref(quantifier=_quantifier(quantity, start == at), count=quantity.count)
        for of in p.phrase(here, PIECES):
            for ref, end in p.noun(of):
                cut = ("sliced",) if "food" in kinds_of(ref.category) else ()
                found += [(_of(p, at, end, ref, many, (*marks, *cut)), end)] if ref.category else []
        for of in p.phrase(here, OF if here > at else SEVERAL):
            found += [(_of(p, at, end, ref, many, marks), end) for ref, end in p.noun(of) if ref.category]
        for of in p.phrase(here, PART):
            found += [(replace(ref, words=p.said(at, end)), end) for ref, end in p.noun(of) if ref.category]
        if p.words[start - 1 : start] == ["some"] and start > at:
            found += [(Ref(kind, "", marks, "a", p.said(at, end)), end) for kind, end in _plurals(p, here)]
        if joined:
            found += [(_of(p, at, end, ref, many, marks), end) for ref, end in p.noun(here) if ref.category]
        if quantity.plural and quantity.count:  # `two book`
            nouns = p.lookup(here, p.vocabulary.nouns)
            found += [(replace(many, category=kind, attributes=marks, words=p.said(at, end)), end) for kind, end in nouns]
    return found


def _marks(p: Phrases, at: int) -> tuple[tuple[str, ...], int, bool]:
    """Adjectives that stand here, where they end, and whether some are joined by `and`."""
    marks, here, joined = tuple[str, ...](), at, False
    known = p.vocabulary.attributes
    while here < len(p.words) and p.words[here] in known and p.words[here] not in PIECE:
        marks, here = (*marks, known[p.words[here]]), here + 1
        if p.words[here : here + 1] == ["and"] and here + 1 < len(p.words) and p.words[here + 1] in known:
            here, joined = here + 1, True
    return marks, here, joined


def _quantifier(quantity: Quantity, bare: bool) -> Quantifier:
    if quantity.quantifier == "all":
        return "all"
    return "a" if quantity.quantifier == "a" or bare else "the"


def _plurals(p: Phrases, at: int) -> Readings[str]:
    """Nouns in the plural that stand here, with their kinds."""
    found: Readings[str] = []
    longest = p.vocabulary.longest.get(p.words[at], 1) if at < len(p.words) else 0
    for n in range(min(longest, len(p.words) - at), 0, -1):
        said = tuple(p.words[at : at + n])
        single = (*said[:-1], singular(said[-1]))
        found += [(p.vocabulary.nouns[single], at + n)] if single != said and single in p.vocabulary.nouns else []
    return found


def _of(p: Phrases, at: int, end: int, ref: Ref, many: Ref, marks: tuple[str, ...]) -> Ref:
    both = tuple(dict.fromkeys((*marks, *ref.attributes)))
    return replace(ref, quantifier=many.quantifier, count=many.count, attributes=both, words=p.said(at, end))
