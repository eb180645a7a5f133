"""Reading what is said of a thing: what shall be so, what comes about, what is only told."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.understanding import amounts, idioms, lexicon, verbs
from heedful.agents.understanding.clause import IT, Clause, Want
from heedful.agents.understanding.fragments import put_there
from heedful.agents.understanding.frames import ways
from heedful.agents.understanding.phrases import ONE, Readings
from heedful.agents.understanding.relations import Relations, Wants
from heedful.program import Ref

HOLDS = ("should have", "should hold", "should contain", "must have", "must hold", "must contain", "needs to hold", "needs to have")
"""Between a place and what shall be in or on it."""


TO_BE = ways("to be|stand|lie|go|sit|rest|land|come|stay|end_up|be_put|be_placed|be_moved")
DOING = frozenset({"empty", "clear", "open", "close", "clean", "dry", "right", "free"})
"""Words for what a thing is like that also say what to do with one."""


def state(r: Relations, at: int) -> Readings[Wants]:
    """What a thing shall be, with or without its verb: `is closed`, `on the plate`, `go out`."""
    found: Readings[Wants] = [f for start in (at, *r.phrase(at, ("to",))) for f in happens(r, start)]
    for start in (at, *r.phrase(at, verbs.COPULA), *r.phrase(at, TO_BE)):
        found += [*r.relations(start), *_off(r, start)]
        found += [((Want("touching", place),), end) for touch in r.phrase(start, idioms.TOUCHES) for place, end in r.noun(touch)]
        found += [((Want("filled_to", share=share),), end) for share, end in amounts.shares(r.words, start) if r.words[end - 1] == "full"]
        for name, end in r.lookup(start, r.vocabulary.adjectives):
            found += [((Want(name), *where), stop) for where, stop in [*r.relations(end), ((), end)]]
    return found


def _off(r: Relations, at: int) -> Readings[Wants]:
    """What a thing shall no longer be in or on: `off the plate`."""
    found: Readings[Wants] = []
    for (name, place), end in r.off(at):
        found.append((tuple(Want(n, place, False) for n in ([name] if name else ["in", "on"])), end))
        found += r.relations(end, directed=True)
    return found


def happens(r: Relations, at: int) -> Readings[Wants]:
    """What comes about: `goes out`."""
    return [((idioms.HAPPENS[" ".join(r.words[at:end])],), end) for end in r.phrase(at, idioms.HAPPENS)]


def results(r: Relations, at: int) -> Readings[Clause]:
    """What shall be so in the end: `the lamp goes out`, `it is on the square`."""
    return [(Clause(themes, wants), stop) for themes, end in r.noun_list(at) for wants, stop in state(r, end)]


def stated(r: Relations, at: int) -> Readings[Clause]:
    """A goal without a verb, or said of the thing: `red block in blue bowl`, `the cloth should be folded`, `lamp off`."""
    found: Readings[Clause] = []
    for themes, end in r.noun_list(at):
        if any(t.words == "the one" for t in themes):
            continue
        for should in r.phrase(end, verbs.SHOULD):
            kept = at > 0 and r.words[should : should + 1] in (["stay"], ["remain"])  # all the while
            found += [(Clause(themes, wants, elided=True, kept=kept), stop) for wants, stop in state(r, should)]
        if r.words[max(at - 1, 0) : at] == ["and"]:
            found += [(Clause(themes, wants, elided=True), stop) for be in r.phrase(end, verbs.COPULA) for wants, stop in state(r, be)]
            adjectives = r.lookup(end, r.vocabulary.adjectives)
            found += [(Clause(themes, (Want(name),), elided=True), stop) for name, stop in adjectives]
        if all(t.category in lexicon.OPENABLE for t in themes):
            told_so = [(w, s) for w, s in (("open", "open"), ("closed", "closed"), ("shut", "closed")) if r.words[end : end + 1] == [w]]
            found += [(Clause(themes, (Want(name),), elided=True), end + 1) for _, name in told_so if r.ends(end + 1)]
        for place, stop in r.noun(end):
            if r.words[at] in DOING and themes[0].category == ONE and not themes[0].color:
                continue  # `empty the tray` is no empty thing for the tray
            if place.quantifier != "all" and r.ends(stop) and _takes(place) and all(put_there(t, place) for t in themes):
                found.append((Clause(themes, (Want("to", place),), elided=True), stop))
        for start in r.phrase(end, HOLDS):
            if len(themes) == 1 and themes[0].quantifier != "all":
                held = [
                    (t, s) for t, e in r.noun_list(start) for s in [*r.phrase(e, ("in it", "on it", "inside", "in there", "on top")), e]
                ]
                found += [(Clause(t, (Want("to", themes[0]),), elided=True), stop) for t, stop in held]
        found += [(Clause(themes, wants, elided=True), stop) for wants, stop in r.relations(end) if all(w.place is not IT for w in wants)]
        found += [
            (Clause(themes, (want,), elided=True), end + 1)
            for word in r.words[end : end + 1] if (want := idioms.HAPPENS.get(word)) and word in ("on", "off")
        ]  # fmt: skip
    found += [
        (Clause(themes, (Want("in", idioms.BIN),), elided=True), stop)
        for themes, end in r.noun_list(at)
        for stop in r.phrase(end, idioms.RUBBISH)
    ]
    for wants, end in r.relations(at):
        for start in r.phrase(
            end, ("with", "goes", "go", "belongs", "put", "place", ", put", ", place", ", set", ", there should be", "stands")
        ):
            found += [(Clause(themes, wants, elided=True), stop) for themes, stop in r.noun_list(start)]
    return found


def _takes(thing: Ref) -> bool:
    """Whether it is a place by its kind: what things are put in or on."""
    return thing.category in ("plate", "tray", "table") or (bool(thing.category) and lexicon.is_a(thing.category, "container"))


def _fallen(r: Relations, themes: tuple[Ref, ...], at: int, end: int) -> tuple[Ref, ...]:
    """`one of the mugs has fallen over`: from then on the one that has."""
    if not {"fallen", "fell", "toppled", "tipped", "knocked", "lying"} & {*r.words[at:end]}:
        return themes
    return tuple(
        replace(t, attributes=(*t.attributes, "fallen"), quantifier="the", words=f"{t.words} that fell over") if t.quantifier == "a" else t
        for t in themes
    )


def told(r: Relations, at: int) -> Readings[Clause]:
    """What is so, before it is said what to do about it: `the can has fallen over`, `there is a spill under the can`."""
    found: Readings[Clause] = []
    if r.words[max(at - 1, 0) : at] == ["and"]:
        return found
    found += [(Clause(told=True), end) for end in r.phrase(at, idioms.MOODS) if r.ends(end)]
    for topic in (at, *r.phrase(at, ("for", "as for", "with", "about", "regarding", "concerning", "now", "what about"))):
        found += [(Clause(themes), end) for themes, end in r.noun_list(topic) if r.words[end : end + 1] == [","]]
    for themes, end in r.noun_list(at):
        for start in r.phrase(end, ("is", "are", "was", "were")):
            found += [(Clause(themes), stop) for _, stop in r.lookup(start, r.vocabulary.adjectives)]
            found += [
                (Clause(themes), stop)
                for stop in r.phrase(start, ("on", "off", "lit", "dirty", "running", "full", "trash", "waste", "in the way", "rubbish"))
            ]
        found += [(Clause(_fallen(r, themes, end, stop)), stop) for stop in r.phrase(end, idioms.TOLD)]
        for start in r.phrase(
            end, ("is", "are", "stands", "stand", "sits", "lies", "rests", "was", "is standing", "is lying", "is sitting", "are standing")
        ):
            found += [(Clause(themes, wants, told=True), stop) for wants, stop in r.relations(start)]
    for start in r.phrase(at, idioms.THERE):
        found += [(Clause(themes), end) for themes, end in r.noun_list(start)]
        found += [(Clause(themes, wants, told=True), stop) for themes, end in r.noun_list(start) for wants, stop in r.relations(end)]
    return found
