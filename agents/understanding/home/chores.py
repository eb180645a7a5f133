"""Reading household chores: washing, heating, cooling and slicing things, looking at them in the light, carrying them in vessels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from heedful.agents.understanding import verbs
from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.constructions import framed
from heedful.agents.understanding.home.doing import BY_LIGHT, DO, IN_WHICH, LAMP_ON, LIGHT, LOOK, VERBS, WHILE, WITH_IN_HAND
from heedful.program import Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Readings
    from heedful.agents.understanding.relations import Relations

LAMP = Ref("lamp", quantifier="a", words="a lamp")
LIT = Want("lit")


def chores(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of a chore that begins here."""
    found: Readings[Clause] = []
    for state, frames in DO.items():
        for themes, end in framed(r, at, frames):
            for stop in (*_in_which(r, state, end), end):
                found.append((Clause(themes, (Want(state),)), stop))
    return [*_looked_at(r, at), *_lighting(r, at), *found]


def shared(r: Relations, at: int, clause: Callable[[int], Readings[Clause]]) -> Readings[Clause]:
    """`wash and put the lettuce in the fridge`: several verbs before what they are done to."""
    found: Readings[Clause] = []
    for state, words in VERBS.items():
        for verb in r.phrase(at, words):
            joints = {e for stop in {verb, verb + 1 if r.words[verb : verb + 1] == [","] else verb} for e in r.phrase(stop, verbs.AND)}
            joints |= {verb + 1} if r.words[verb : verb + 1] == [","] else set()
            for joint in joints:
                found += [(replace(c, wants=(Want(state), *c.wants)), e) for c, e in clause(joint) if c.themes and c.wants and not c.elided]
    return found


def _in_which(r: Relations, state: str, at: int) -> list[int]:
    """`in the microwave`, `with water in the sink`: where such a thing is done anyway."""
    return [end for start in r.phrase(at, IN_WHICH[state]) for end in r.phrase(start, ("and", ", and", "then")) or [start]] and [
        start for start in r.phrase(at, IN_WHICH[state])
    ]


def _looked_at(r: Relations, at: int) -> Readings[Clause]:
    """`examine the bowl by the light of the lamp`: it is held, and the lamp is lit."""
    found: Readings[Clause] = []
    for themes, end in framed(r, at, LOOK):
        for lamp, stop in _light(r, end):
            found.append((Clause((*themes,), (Want("holding"), Want("lit_by", lamp))), stop))
    return found


def _light(r: Relations, at: int) -> Readings[Ref]:
    """`under a lit tall lamp`, `in the light of a lamp`, `by lamp light`, `in the light`."""
    found: Readings[Ref] = []
    for start in r.phrase(at, BY_LIGHT):
        found += [(lamp, end) for lamp, end in r.noun(start) if "lamp" in _kinds(lamp)]
    found += [(LAMP, end) for end in r.phrase(at, LIGHT)]
    return found


def _kinds(ref: Ref) -> frozenset[str]:
    from heedful.agents.understanding.home.kinds import kinds_of

    return kinds_of(ref.category) if ref.category else frozenset()


def _lighting(r: Relations, at: int) -> Readings[Clause]:
    """`turn on the lamp while holding the keys`, `turn the lamp on with the keys in hand`, `hold the keys while turning on the lamp`."""
    found: Readings[Clause] = []
    lit = [(lamps, end) for lamps, end in framed(r, at, LAMP_ON) if len(lamps) == 1 and "lamp" in _kinds(lamps[0])]
    for lamps, end in lit:
        for start in r.phrase(end, WHILE):
            found += [(_held(t, lamps[0]), stop) for t, stop in r.noun_list(start) if len(t) == 1]
        for start in r.phrase(end, ("with", "using")):
            for things, stop in r.noun(start):
                found += [(_held((things,), lamps[0]), e) for e in (*r.phrase(stop, WITH_IN_HAND), stop)]
    for verb in r.phrase(at, verbs.VERBS["hold"]):
        for themes, end in r.noun_list(verb):
            for start in r.phrase(end, ("while", "and", "when", "to", "and use it to", "and use them to", "over to the lamp to")):
                lamps_on = [(lamps, e) for lamps, e in framed(r, start, LAMP_ON) if len(lamps) == 1]
                found += [(_held(themes, lamp[0]), e) for lamp, e in lamps_on if "lamp" in _kinds(lamp[0]) and len(themes) == 1]
            for start in r.phrase(end, LOOK_AT):
                found += [(_held(themes, lamp), e) for lamp, e in _light(r, start)]
    return found


LOOK_AT = ("to look at", "to look at it", "to look at them", "to examine", "to examine it", "to view", "to inspect", "to inspect it",
    "and look at it", "and examine it", "and look at them", "and examine them", "and inspect it", "and view it", "to read", "to see it",
    "to look at it closely", "to examine them", "to see")  # fmt: skip


def _held(themes: tuple[Ref, ...], lamp: Ref) -> Clause:
    return Clause(themes, (Want("holding"), Want("lit_by", lamp)))
