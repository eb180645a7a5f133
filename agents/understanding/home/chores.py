"""Reading household chores: washing, heating, cooling and slicing things, looking at them in the light, carrying them in vessels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from heedful.agents.understanding import verbs
from heedful.agents.understanding.clause import IT, Clause, Want
from heedful.agents.understanding.constructions import framed
from heedful.agents.understanding.home.doing import (
    AGAIN,
    BURNING,
    BY_LIGHT,
    DO,
    GATHER,
    IN_WHICH,
    LAMP_ON,
    LIGHT,
    LOOK,
    LOOK_AT,
    RECIPROCAL,
    TO_LAMP,
    VERBS,
    WHILE,
    WITH_IN_HAND,
)
from heedful.program import Ref

if TYPE_CHECKING:
    from heedful.agents.understanding.phrases import Readings
    from heedful.agents.understanding.relations import Relations

ARRANGED, PACKED = (*AGAIN, *GATHER, "keep", "arrange", "position"), (*AGAIN, "pack", "insert", "add")
LAMP = Ref("lamp", quantifier="a", words="a lamp")
LIT = Want("lit")


def chores(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of a chore that begins here."""
    found: Readings[Clause] = []
    for state, frames in DO.items():
        for themes, end in framed(r, at, frames):
            for stop in (*_in_which(r, state, end), end):
                found.append((Clause(themes, (Want(state),)), stop))
    return [*_looked_at(r, at), *_lighting(r, at), *_reciprocal(r, at), *_distributed(r, at), *found, *_again(r, at), *_gathered(r, at)]


def _distributed(r: Relations, at: int) -> Readings[Clause]:
    """`put one candle and one cookie into each basket`."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, PACKED):
        for themes, end in r.noun_list(verb):
            for name, start in r.lookup(end, r.vocabulary.prepositions):
                for place, stop in r.noun(start):
                    if name in ("in", "on") and place.words.startswith(("each", "every")) and all(t.quantifier == "a" for t in themes):
                        found.append((Clause(themes, (Want(f"each_{name}", place),)), stop))
    return found


def _with_tools(r: Relations, at: int, clause: Callable[[int], Readings[Clause]]) -> Readings[Clause]:
    """`use the rag and the towel to clean the stove`."""
    return [
        (replace(c, using=(*c.using, *tools)), e)
        for verb in r.phrase(at, ("use", "take", "using", "with"))
        for tools, end in r.noun_list(verb)
        for to in r.phrase(end, ("to", "and", ","))
        for c, e in clause(to)
        if c.relations & {"washed", "sliced", "heated"}
    ]


def _reciprocal(r: Relations, at: int) -> Readings[Clause]:
    """`place them next to each other on the table`, `put them on the table, side by side`: each next to the one before."""
    found: Readings[Clause] = []
    beside = Want("beside")
    for verb in r.phrase(at, ARRANGED):
        for themes, end in r.noun_list(verb):
            found += [(Clause(themes, (beside,)), stop) for stop in r.phrase(end, RECIPROCAL)]
            for stop in r.phrase(end, RECIPROCAL):
                found += [(Clause(themes, (*wants, beside)), e) for wants, e in r.relations(stop)]
            for wants, stop in r.relations(end):
                for comma in (stop, *(stop + 1 for w in r.words[stop : stop + 1] if w == ",")):
                    found += [(Clause(themes, (*wants, beside)), e) for e in r.phrase(comma, RECIPROCAL)]
    return found


def _again(r: Relations, at: int) -> Readings[Clause]:
    """`… and put in the fridge`: what was spoken of last."""
    if at and r.words[at - 1] in ("and", ",", "then", "plus"):
        return [(Clause((IT,), wants), end) for verb in r.phrase(at, AGAIN) for wants, end in r.relations(verb)]
    return []


def _gathered(r: Relations, at: int) -> Readings[Clause]:
    """`move two books and place them on the desk`: they are taken up to be put somewhere."""
    found = [f for verb in r.phrase(at, GATHER) for f in r.noun_list(verb)]
    following = ("and", ", and", "and then", ", then", ",")
    return [
        (Clause(themes, (Want("holding"),)), end)
        for themes, end in found
        if any(r.phrase(start, AGAIN) for start in r.phrase(end, following))
    ]


def shared(r: Relations, at: int, clause: Callable[[int], Readings[Clause]]) -> Readings[Clause]:
    """`wash and put the lettuce in the fridge`: several verbs before what they are done to."""
    found = _with_tools(r, at, clause)
    for state, words in VERBS.items():
        for verb in r.phrase(at, words):
            joints = {e for stop in {verb, verb + 1 if r.words[verb : verb + 1] == [","] else verb} for e in r.phrase(stop, verbs.AND)}
            joints |= {verb + 1} if r.words[verb : verb + 1] == [","] else set()
            for joint in joints:
                found += [(replace(c, wants=(Want(state), *c.wants)), e) for c, e in clause(joint) if c.themes and c.wants and not c.elided]
    return found


def _in_which(r: Relations, state: str, at: int) -> list[int]:
    """`in the microwave`, `with water in the sink`: where such a thing is done anyway."""
    return r.phrase(at, IN_WHICH[state])


def _looked_at(r: Relations, at: int) -> Readings[Clause]:
    """`examine the bowl by the light of the lamp`: it is held, and the lamp is lit."""
    found: Readings[Clause] = []
    for themes, end in framed(r, at, LOOK):
        for lamp, stop in (*_light(r, end), *_burning(r, end)):
            found.append((Clause((*themes,), (Want("holding"), Want("lit_by", lamp))), stop))
    return found


def _burning(r: Relations, at: int) -> Readings[Ref]:
    """`with the floor lamp switched on`, `with the lamp on`."""
    lamps = [(lamp, end) for start in r.phrase(at, ("with", "while", ", with")) for lamp, end in r.noun(start) if "lamp" in _kinds(lamp)]
    return [(lamp, stop) for lamp, end in lamps for stop in r.phrase(end, BURNING)]


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
    for verb in r.phrase(at, GATHER):
        for themes, end in r.noun_list(verb):
            near = [f for start in r.phrase(end, TO_LAMP) for f in r.noun(start) if "lamp" in _kinds(f[0]) and len(themes) == 1]
            for lamp, stop in near:
                for start in r.phrase(stop, ("and", ", and", "and then", ", then", "then", ",", "to")):
                    found += [(_held(themes, lamp), e) for lit_too, e in framed(r, start, LAMP_ON) if _same_lamp(lit_too)]
    for verb in r.phrase(at, verbs.VERBS["hold"]):
        for themes, end in r.noun_list(verb):
            for start in r.phrase(end, ("while", "and", "when", "to", "and use it to", "and use them to", "over to the lamp to")):
                lamps_on = [(lamps, e) for lamps, e in framed(r, start, LAMP_ON) if len(lamps) == 1]
                found += [(_held(themes, lamp[0]), e) for lamp, e in lamps_on if "lamp" in _kinds(lamp[0]) and len(themes) == 1]
            for start in (e for look in r.phrase(end, LOOK_AT) for e in (look, *r.phrase(look, ("it", "them", "this", "that")))):
                found += [(_held(themes, lamp), e) for lamp, e in _light(r, start)]
    return found


def _same_lamp(lit: tuple[Ref, ...]) -> bool:
    return len(lit) == 1 and (lit[0].words == "it" or "lamp" in _kinds(lit[0]))


def _held(themes: tuple[Ref, ...], lamp: Ref) -> Clause:
    return Clause(themes, (Want("holding"), Want("lit_by", lamp)))
