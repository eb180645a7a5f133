"""Reading what is done to a thing in some direction: `turn the block to the left`, `slide left the door`, `push the switch down`; and by
what handle, button or switch, and where, before the verb is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.directions import (
    AND,
    ANGLE,
    BY_DIRECTION,
    DEGREES,
    DIRECTIONS,
    FALLS,
    FRONTED,
    GOING,
    GRASPED,
    HANDLED,
    HANDLES,
    KNOBS,
    LEVERS,
    RELEASE,
    SIDEWAYS,
    STACKING,
    TAKING,
    THERE,
    TO,
    TOWER,
    TURNS,
    UNSTACKED,
    UNSTACKING,
    VERBS,
)  # fmt: skip
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations
from heedful.program import Ref

ANOTHER = Ref("block", quantifier="a", words="another block")
Parse = Callable[[int], Readings[Clause]]


def directed(r: Relations, at: int, skills: Mapping[str, str]) -> Readings[Clause]:
    """A skill that acts on a thing in a direction, where the robot has one: `rotate the block 90 degrees to the right`."""
    found: Readings[Clause] = []
    for skill, phrases in VERBS.items():
        if skills.get(skill) != BY_DIRECTION:
            continue
        for verb in r.phrase(at, phrases):
            for direction, start in _direction(r, verb, skill):
                found += [_clause(skill, t[0], direction, end) for t, end in r.noun_list(start) if _goes(t, direction)]
            for themes, end in r.noun_list(verb):
                for direction, stop in _direction(r, end, skill):
                    if _goes(themes, direction):
                        found.append(_clause(skill, themes[0], direction, stop))
    return found


def _clause(skill: str, theme: Ref, direction: str, end: int) -> tuple[Clause, int]:
    return Clause((theme,), skill=skill, args=(("direction", direction),)), end


def _goes(themes: tuple[Ref, ...], direction: str) -> bool:
    """Whether it is one thing, and one that goes that way: only what is set up on a wall goes up and down where it is."""
    return len(themes) == 1 and themes[0].quantifier != "all" and (direction in SIDEWAYS or themes[0].category in LEVERS)


def _direction(r: Relations, at: int, skill: str) -> Readings[str]:
    """`to the left`, `90 degrees to the right`, `clockwise by a quarter`."""
    found: Readings[str] = []
    for start in (at, *(_angle(r, at) if skill == "turn" else ())):
        for name, phrases in DIRECTIONS.items():
            if skill == "turn" and name not in SIDEWAYS:
                continue
            found += [(name, end) for end in r.phrase(start, phrases)]
            found += [(name, end) for end in r.phrase(start, TURNS.get(name, ()))] if skill == "turn" else []
    return [(name, stop) for name, end in found for stop in (*(_angle(r, end) if skill == "turn" else ()), end)]


def _angle(r: Relations, at: int) -> list[int]:
    """Where `90 degrees` ends."""
    starts = (at, *r.phrase(at, ANGLE))
    numbers = [s for s in starts if r.words[s : s + 1] and r.words[s].replace(".", "", 1).isdigit()]
    return [s + 2 for s in numbers if r.words[s + 1 : s + 2] and r.words[s + 1] in DEGREES]


def by_handle(r: Relations, at: int, parse: Parse) -> Readings[Clause]:
    """`pull the handle to open the drawer`, `use the switch to turn off the light`: what it is done for."""
    verbs = r.phrase(at, HANDLED)
    handles = [e for verb in verbs for e in r.phrase(verb, HANDLES)]
    ends = [*handles, *(e for verb in verbs for e in r.phrase(verb, KNOBS))]
    found = [(c, e) for end in ends for start in r.phrase(end, TO) for c, e in parse(start) if c.wants or c.skill]
    if handles and r.words[at] in GRASPED:
        after = [f for end in handles for start in r.phrase(end, AND) for f in parse(start)]
        found += [(c, e) for c, e in after if c.skill or c.relations & {"open", "closed"}]
    return found


def fronted(r: Relations, at: int, parse: Parse) -> Readings[Clause]:
    """`in the drawer, grasp the block`: which one is told by where it is. And `go push the block left`."""
    if r.words[at : at + 1] == ["go"] and r.words[at + 1 : at + 2] and r.words[at + 1] not in ("to", "home", "back", "towards", "toward"):
        return parse(at + 1)
    found: Readings[Clause] = []
    for start in r.phrase(at, tuple(FRONTED)):
        relation = FRONTED[" ".join(r.words[at:start])]
        for place, end in r.noun(start):
            if place.quantifier != "all" and place.category:
                clauses = [f for comma in (end, *r.phrase(end, (",",))) for f in parse(comma)]
                found += [(_told(c, relation, place), e) for c, e in clauses if c.relations == {"holding"}]
    return found


def _told(clause: Clause, relation: str, place: Ref) -> Clause:
    themes = (
        replace(t, where=(*t.where, (relation, place)), words=f"{t.words} {relation} {place.words}") if t.category else t
        for t in clause.themes
    )
    return replace(clause, themes=tuple(themes))


def going(r: Relations, at: int) -> Readings[Clause]:
    """`move to the drawer and place the object`: it is put where the robot went."""
    found: Readings[Clause] = []
    for start in r.phrase(at, GOING):
        for place, end in r.noun(start):
            for verb in (v for joint in r.phrase(end, AND) for v in r.phrase(joint, RELEASE)):
                for themes, stop in r.noun_list(verb):
                    found += [(Clause(themes, (Want("to", place),)), e) for e in (*r.phrase(stop, THERE), stop) if r.ends(e)]
    return found


def falling(r: Relations, at: int) -> Readings[Clause]:
    """`slide the block so that it falls into the drawer`."""
    return [
        (Clause(themes, wants, by="push"), stop)
        for verb in r.phrase(at, VERBS["shift"])
        for themes, end in r.noun_list(verb)
        for start in r.phrase(end, FALLS)
        for wants, stop in r.relations(start)
    ]


def stacked(r: Relations, at: int) -> Readings[Clause]:
    """`stack the block`: on some other; `unstack the blocks`, `collapse the tower of blocks`."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, STACKING):
        for themes, end in r.noun_list(verb):
            if r.ends(end) and len(themes) == 1 and themes[0].quantifier != "all":
                found.append((Clause(themes, (Want("on", ANOTHER),)), end))
    for verb in r.phrase(at, UNSTACKING):
        for start in (*r.phrase(verb, TOWER), verb):
            for themes, end in r.noun_list(start):
                found += [(Clause(themes, (Want("unstacked"),)), stop) for stop in (*r.phrase(end, UNSTACKED), end)]
    return found


def both(r: Relations, at: int, parse: Parse) -> Readings[Clause]:
    """`grasp and lift the block`: the one verb says no more than the other."""
    joints = [j for verb in r.phrase(at, TAKING) for j in r.phrase(verb, AND)]
    return [
        (c, end)
        for start in joints
        for c, end in parse(start)
        if c.themes and (c.wants or c.skill) and r.words[start : start + 1] != ["it"]
    ]


def around(r: Relations, at: int, skills: Mapping[str, str], parse: Parse) -> Readings[Clause]:
    """Every reading of what is said here about directions, handles and where to go."""
    rules: Iterable[Readings[Clause]] = (
        directed(r, at, skills), by_handle(r, at, parse), fronted(r, at, parse), going(r, at), falling(r, at), stacked(r, at),
        both(r, at, parse),
    )  # fmt: skip
    return [reading for rule in rules for reading in rule]
