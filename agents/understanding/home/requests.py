"""How people ask a robot that drives about: to bring and hand over, to go somewhere, to let go, to recycle."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.constructions import framed
from heedful.agents.understanding.home.phrasing import BRING, GO, HOLD, OPEN_HAND, RELEASE, SET_DOWN, STOCK, THROW, TO_ME, WISHED, WITH
from heedful.program import Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Readings
    from heedful.agents.understanding.relations import Relations

PERSON = Ref("person", words="the person")
TRASH = Ref("trash", words="the trash")


def requests(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of such a request that begins here."""
    found: Readings[Clause] = [(Clause(_some(r, t), (Want("at", PERSON),)), e) for t, e in framed(r, at, WISHED) if _movable(t)]
    found += [(Clause(_some(r, t), (Want("at", PERSON),)), e) for t, e in framed(r, at, BRING) if _movable(t) and _over(r, e)]
    found += [(Clause(t, (Want("in", TRASH),)), e) for t, e in framed(r, at, THROW) if _movable(t)]
    found += [(Clause(t, (Want("robot_at"),)), e) for t, e in framed(r, at, GO)]
    found += [(Clause((PERSON,), (Want("robot_at"),)), e) for e in r.phrase(at, TO_ME)]
    found += [
        (Clause(t, (Want("holding", sign=False),)), e) for t, e in framed(r, at, RELEASE) if _movable(t) and not any(x.where for x in t)
    ]
    found += [(Clause((Ref(words="it"),), (Want("holding", sign=False),)), e) for e in r.phrase(at, OPEN_HAND)]
    found += [(Clause(t, (Want("holding"),)), e) for t, e in framed(r, at, HOLD) if _movable(t)]
    for themes, end in framed(r, at, SET_DOWN):
        found += [(Clause(themes, wants), e) for wants, e in r.relations(end) if _movable(themes)]
    for places, end in framed(r, at, STOCK):
        for start in r.phrase(end, WITH):
            found += [(Clause(t, (Want("to", places[0]),)), e) for t, e in r.noun_list(start) if len(places) == 1]
    return found


def _over(r: Relations, at: int) -> bool:
    """Whether a request ends here, rather than goes on with more things: `bring the cup and the plate to the table`."""
    return at >= len(r.words) or (r.words[at] in (".", ",", ";", "and", "then") and not r.noun(at + 1))


def _movable(things: tuple[Ref, ...]) -> bool:
    return all(t.category != "person" for t in things)


def _some(r: Relations, things: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """What was named without an article is any of its kind: `bring me water`."""
    said = f" {' '.join(r.words)} "
    return tuple(
        replace(t, quantifier="a", words=t.words.removeprefix("the "))
        if t.quantifier == "the" and t.words.startswith("the ") and f" {t.words} " not in said and t.category
        else t
        for t in things
    )
