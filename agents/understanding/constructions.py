"""Reading constructions around a thing: switching, wiping, standing up, turning over, pouring, pressing."""

from __future__ import annotations

from collections.abc import Sequence

from heedful.agents.understanding import idioms, lexicon, verbs
from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.frames import Frame, beginnings
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations
from heedful.program import Ref


def framed(r: Relations, at: int, frames: tuple[Frame, ...]) -> Readings[tuple[Ref, ...]]:
    """What stands in the gap of a construction that begins here, the longest construction first."""
    if at >= len(r.words) or r.words[at] not in beginnings(frames):
        return []
    found: list[tuple[int, tuple[Ref, ...], int]] = []
    for before, after in frames:
        for start in r.phrase(at, before):
            r.furthest = max(r.furthest, start)
            for themes, end in r.noun_list(start):
                stops = r.phrase(end, after) if after != ("",) else []
                found += [(stop - end, themes, stop) for stop in stops]
                found += [(0, themes, end)] if "" in after else []
    return [(themes, end) for _, themes, end in sorted(found, key=lambda f: -f[0])]


def constructed(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of a construction that begins here."""
    found: Readings[Clause] = []
    for construction in idioms.CONSTRUCTIONS:
        for themes, end in framed(r, at, construction.frames):
            if construction.wants == ASIDE and (_opens(themes) or _shared(r, themes, end)):
                continue
            if all(_fits(t, construction.kinds, construction.pronoun) for t in themes):
                for named, stop in [*_source(r, themes, end), (themes, end)]:
                    tails = r.relations(stop) if construction.tail else []
                    found += [(Clause(named, (*construction.wants, *where)), tail) for where, tail in tails]
                    found.append((Clause(named, construction.wants), stop))
    return found


ASIDE = (Want("aside"),)


def _opens(themes: tuple[Ref, ...]) -> bool:
    """Whether pulling such a thing out opens it: `pull out the drawer`."""
    return any(lexicon.category_of(t.category) in lexicon.OPENABLE for t in themes)


def _shared(r: Relations, themes: tuple[Ref, ...], end: int) -> bool:
    """Whether what comes next goes to the same place, so that nothing is only moved away: `move the cup and the plate onto the tray`."""
    if r.words[end : end + 1] not in (["and"], [","]) or not themes[-1].words.endswith(r.words[end - 1]):
        return False
    return any(r.relations(stop) for start in {end + 1, *r.phrase(end, (", and",))} for _, stop in r.noun_list(start))


def _fits(thing: Ref, kinds: Sequence[str], pronoun: bool) -> bool:
    if not thing.category:
        return not kinds or (pronoun and thing.words in lexicon.PRONOUNS)
    return not kinds or any(lexicon.category_of(thing.category) == k for k in kinds)


def _source(r: Relations, themes: tuple[Ref, ...], at: int) -> Readings[tuple[Ref, ...]]:
    """`the water from the faucet` is the faucet's doing."""
    if not any(t.category == "water" for t in themes):
        return []
    return [((tap,), end) for start in r.phrase(at, idioms.SOURCE) for tap, end in r.noun(start) if tap.category == "faucet"]


def poured(r: Relations, at: int) -> Readings[Clause]:
    """`pour the mug into the bowl`, `fill the bowl from the mug`, `fill the tray with all the blocks`."""
    found: Readings[Clause] = []
    for before, after in idioms.POUR:
        for verb in r.phrase(at, before):
            r.furthest = max(r.furthest, verb)
            for vessel, end in _vessels(r, verb):
                for stop in [*r.phrase(end, after), end]:
                    for into in r.phrase(stop, idioms.INTO):
                        found += [
                            (Clause((vessel,), (Want("poured", place),)), e) for place, e in r.noun(into) if place.quantifier != "all"
                        ]
    for verb in r.phrase(at, verbs.VERBS["place"]):
        for vessel, end in _contents(r, verb):
            found += [(Clause((vessel,), (Want("poured", w[0].place),)), e) for w, e in r.relations(end) if w[0].relation in ("in", "to")]
    for (filled, *others), end in framed(r, at, idioms.FILL):
        for start in r.phrase(end, idioms.OUT_OF) if not others else ():
            found += [(Clause((filled,), (Want("filled", vessel),)), e) for vessel, e in _vessels(r, start) if _holds(vessel)]
            if r.words[start - 1] == "with":
                put = [(things, e) for things, e in r.noun_list(start) if not any(_holds(t) or t.category == "water" for t in things)]
                found += [(Clause(things, (Want("to", filled),)), e) for things, e in put]
    for vessel, end in _contents(r, at):
        for start in r.phrase(end, verbs.SHOULD):
            found += [(Clause((vessel,), (Want("poured", w[0].place),)), e) for w, e in r.relations(start) if w[0].relation in ("in", "to")]
    for start in r.phrase(at, ("use", "take")):
        for vessel, end in r.noun(start):
            for fill in r.phrase(end, ("to fill", "to fill up", "and fill", "and use it to fill")):
                found += [(Clause((filled,), (Want("filled", vessel),)), e) for filled, e in r.noun(fill) if _holds(vessel)]
    return found


def _vessels(r: Relations, at: int) -> Readings[Ref]:
    """A vessel, named for what is in it too: `the contents of the mug`, `what the mug holds`."""
    plain = [(v, stop) for v, end in r.noun(at) for stop in [*r.phrase(end, ("s contents", "s content")), end]]
    return [(v, end) for v, end in [*_contents(r, at), *plain] if v.quantifier != "all"]


def _contents(r: Relations, at: int) -> Readings[Ref]:
    """A vessel that is named for what is in it."""
    found = [(vessel, end) for start in r.phrase(at, idioms.CONTENTS) for vessel, end in r.noun(start)]
    return [(v, stop) for v, end in found if _holds(v) for stop in [*r.phrase(end, ("holds", "contains", "has in it")), end]]


def _holds(thing: Ref) -> bool:
    return not thing.category or lexicon.is_a(thing.category, "vessel")


def pressed(r: Relations, at: int) -> Readings[Ref]:
    """`press the button`."""
    return [
        (themes[0], end) for themes, end in framed(r, at, idioms.PRESS) if len(themes) == 1 and lexicon.is_a("button", themes[0].category)
    ]
