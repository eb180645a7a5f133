"""Reading how full something shall be: `fill the mug`, `half fill it`, `a quarter fill of water`, `half a bowl of water`."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.understanding import amounts, idioms, lexicon
from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.constructions import framed
from heedful.agents.understanding.frames import ways, words_in
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations
from heedful.program import Ref

TAP = Ref("faucet", words="the tap")
Using = tuple[Ref, ...]
_WATER = ways("of|with [some|fresh|cold|clean|tap] water|liquid")
_SOME = ways("[some|fresh|cold|more|the] [fresh|cold] water")
_RUN = ways(
    "put|pour|run|get|let|add|have|splash|draw|bring|give_me [in|out|down]",
    "i|we want|need|would_like|would_love|could_use [to_have]",
    "can|could|may i|we have",
    "",
)
_INTO = ways("in|into|inside|to|for")
_BROUGHT = ways("bring|get|take|have|make|want|need|i_want|i_need|i_would_like|i_would_love|keep|leave [up]")


def filled(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of a request to fill something that begins here."""
    found: Readings[Clause] = []
    for themes, end in framed(r, at, idioms.FILL):
        for using, stop in _watered(r, end):
            found += [
                (_so_full(themes, share, (*using, *more)), e)
                for share, last in amounts.shares(r.words, stop)
                for more, e in _watered(r, last)
            ]
            if all(_holds(t) for t in themes):
                found.append((Clause(themes, (Want("full"),), using=using), stop))
    for share, start in amounts.shares(r.words, at):
        found += [(_so_full(themes, share, using), e) for themes, end in framed(r, start, idioms.FILL) for using, e in _watered(r, end)]
    return [*found, *_given(r, at), *_measured(r, at), *_run(r, at)]


def _so_full(themes: tuple[Ref, ...], share: float, using: Using = ()) -> Clause:
    return Clause(themes, (Want("filled_to", share=share),), using=using)


def _watered(r: Relations, at: int) -> Readings[Using]:
    """`with water`, `from the tap`: what it is filled with, and what has to be there for it."""
    found: Readings[Using] = [((TAP,), end) for end in r.phrase(at, idioms.FROM_THE_TAP)]
    for end in r.phrase(at, idioms.WITH_WATER):
        found += [((TAP,), stop) for stop in r.phrase(end, idioms.FROM_THE_TAP)]
        found.append(((), end))
    return [*found, ((), at)]


def _given(r: Relations, at: int) -> Readings[Clause]:
    """`give the mug a quarter fill of water`, `bring the bowl to half full`."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, ("give", "pour")):
        for themes, end in _vessels(r, verb):
            for share, stop in amounts.shares(r.words, end):
                if r.words[stop - 1] in ("fill", "filling") or r.phrase(stop, _WATER):
                    found += [(_so_full(themes, share), e) for e in [*r.phrase(stop, _WATER), stop]]
            found += [(Clause(themes, (Want("full"),)), e) for e in r.phrase(end, _SOME) if r.ends(e)]
            found += [
                (Clause(themes, (Want("full"),)), e)
                for s in r.phrase(end, ways("a [full|complete] fill|filling"))
                for e in [*r.phrase(s, _WATER), s]
            ]
    for themes, needs in ((t, n) for t, end in _vessels(r, at) for n in r.phrase(end, _NEEDS)):
        for end in r.phrase(needs, _SOME):
            comma = end + (r.words[end : end + 1] == [","])
            found += [(_so_full(themes, share), e) for share, e in amounts.shares(r.words, comma)]
            found += [(Clause(themes, (Want("full"),)), end)] if r.ends(end) else []
    for verb in r.phrase(at, _BROUGHT):
        for themes, end in _vessels(r, verb):
            found += [
                (_so_full(themes, share), e)
                for share, s in amounts.shares(r.words, end)
                if r.words[s - 1] in _ENDS
                for e in [*r.phrase(s, _WATER), s]
            ]
    return found


_NEEDS = ways("needs|wants|gets|should_get|must_get|should_have|could_do_with|could_use", "has to get|have")
_ENDS = ("full", "mark", "line", "level", "filled")


def _measured(r: Relations, at: int) -> Readings[Clause]:
    """`half a bowl of water`, `a quarter mug of water in the white one`."""
    found: Readings[Clause] = []
    for start in [*r.phrase(at, _RUN), at]:
        for share, end in amounts.shares(r.words, start):
            poured = [(things, e) for w in r.phrase(end, _WATER) for to in r.phrase(w, _INTO) for things, e in _vessels(r, to)]
            found += [(_so_full(things, share), e) for things, e in poured]
            for noun in [*r.phrase(end, ("a", "of a", "the")), end]:
                for vessel, stop in _vessels(r, noun):
                    for water in r.phrase(stop, ways("of|full_of water|liquid")):
                        found.append((_so_full(vessel, share), water))
                        into = [(things, e) for to in r.phrase(water, _INTO) for things, e in _vessels(r, to)]
                        found += [(_so_full(tuple(_of_kind(t, vessel[0]) for t in things), share), e) for things, e in into]
    return found


def _run(r: Relations, at: int) -> Readings[Clause]:
    """`put some water in the white mug, about a third`, `pour water into the mug from the tap`."""
    found: Readings[Clause] = []
    for start in [*r.phrase(at, _RUN), at]:
        for water in r.phrase(start, _SOME):
            if start == at and r.words[at] == "the":
                continue
            for source, out in [*(((TAP,), e) for e in r.phrase(water, idioms.FROM_THE_TAP)), ((), water)]:
                for to in r.phrase(out, _INTO):
                    for themes, end in _vessels(r, to):
                        for using, stop in [*(((TAP,), e) for e in r.phrase(end, idioms.FROM_THE_TAP)), ((), end)]:
                            found.append((Clause(themes, (Want("full"),), using=(*source, *using)), stop))
                            comma = stop + (r.words[stop : stop + 1] == [","])
                            found += [(_so_full(themes, share, (*source, *using)), e) for share, e in amounts.shares(r.words, comma)]
    return found


def _vessels(r: Relations, at: int) -> Readings[tuple[Ref, ...]]:
    """Things that hold water, said as such."""
    return [(things, end) for things, end in r.noun_list(at) if all(_holds(t) for t in things)]


def _holds(thing: Ref) -> bool:
    return (
        thing.words in lexicon.PRONOUNS
        or thing.category == lexicon.ONE
        or (bool(thing.category) and lexicon.is_a(thing.category, "vessel"))
    )


def _of_kind(thing: Ref, vessel: Ref) -> Ref:
    """`half a mug in the white one`: a mug."""
    return replace(thing, category=vessel.category) if thing.category == lexicon.ONE else thing


WORDS = words_in((*_WATER, *_SOME, *_RUN, *_INTO, *_BROUGHT, *_NEEDS))
