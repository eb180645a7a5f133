"""Reading what is done to a thing in some direction: `turn the block to the left`, `slide left the door`, `push the switch down`; and by
what handle, button or switch, and where, before the verb is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from heedful.agents.understanding import amounts, directions as d
from heedful.agents.understanding.clause import IT, Clause, Want
from heedful.agents.understanding.phrases import Readings
from heedful.agents.understanding.relations import Relations
from heedful.program import Ref

ANOTHER = Ref("block", quantifier="a", words="another block")
BLOCKS = Ref("block", quantifier="all", words="the blocks")
Parse = Callable[[int], Readings[Clause]]


def directed(r: Relations, at: int, skills: Mapping[str, str]) -> Readings[Clause]:
    """A skill that acts on a thing in a direction, where the robot has one: `rotate the block 90 degrees to the right`."""
    found: Readings[Clause] = []
    for skill, phrases in d.VERBS.items():
        if skills.get(skill) != d.BY_DIRECTION:
            continue
        for verb in r.phrase(at, phrases):
            for direction, start in _direction(r, verb, skill):
                found += [_clause(skill, t[0], direction, end) for t, end in r.noun_list(start) if _goes(t, direction)]
            for themes, end in r.noun_list(verb):
                for direction, stop in _direction(r, end, skill):
                    if _goes(themes, direction):
                        found.append(_clause(skill, themes[0], direction, stop))
            found += [_clause(skill, IT, direction, stop) for direction, stop in _direction(r, verb, skill) if verb > 1 and r.ends(stop)]
    return found + _given(r, at, skills) + _should(r, at, skills)


def _given(r: Relations, at: int, skills: Mapping[str, str]) -> Readings[Clause]:
    """`give the block a push to the right`, `a right rotation`: of what is given, needed or made."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, d.GIVING):
        for themes, end in r.noun_list(verb):
            found += [_clause(skill, themes[0], way, stop) for skill, way, stop in _turn(r, end) if skills.get(skill) == d.BY_DIRECTION]
        for skill, way, end in _turn(r, verb):
            for start in r.phrase(end, ("with", "of", "to", "for", "on")):
                found += [_clause(skill, t[0], way, e) for t, e in r.noun_list(start) if skills.get(skill) == d.BY_DIRECTION]
    for themes, end in r.noun_list(at):
        for start in r.phrase(end, ("needs", "wants", "should get", "gets", "requires", "needs to get", "could do with")):
            found += [_clause(skill, themes[0], way, stop) for skill, way, stop in _turn(r, start) if skills.get(skill) == d.BY_DIRECTION]
    return found


def _turn(r: Relations, at: int) -> list[tuple[str, str, int]]:
    """`a right turn`, `a push to the left`: the skill, the direction and the end."""
    found: list[tuple[str, str, int]] = []
    for one in r.phrase(at, ("a", "an", "one", "another")):
        for start in [one, *r.phrase(one, d.SMALL)]:
            for told in [start, *r.phrase(start, tuple(d.ADJECTIVE))]:
                way = d.ADJECTIVE.get(" ".join(r.words[start:told]), "")
                for skill, nouns in d.NOMINAL.items():
                    for end in r.phrase(told, nouns):
                        found += [(skill, way, end)] if way else [(skill, w, e) for w, e in _direction(r, end, skill)]
    return found


def _should(r: Relations, at: int, skills: Mapping[str, str]) -> Readings[Clause]:
    """`the block should slide to the left`."""
    found: Readings[Clause] = []
    for themes, end in r.noun_list(at):
        for modal in r.phrase(end, d.MODALS):
            for verb in r.phrase(modal, d.GOES):
                skill = "turn" if r.words[modal] in d.NOMINAL["turn"] else "shift"
                if skills.get(skill) == d.BY_DIRECTION:
                    found += [_clause(skill, themes[0], w, e) for w, e in _direction(r, verb, skill) if _goes(themes, w)]
    return found


def _clause(skill: str, theme: Ref, direction: str, end: int) -> tuple[Clause, int]:
    """A slider that is moved is its door."""
    theme = replace(theme, category="door") if theme.category == "slider" else theme
    return Clause((theme,), skill=skill, args=(("direction", direction),)), end


def _goes(themes: tuple[Ref, ...], direction: str) -> bool:
    """Whether it is one thing, and one that goes that way: only what is set up on a wall goes up and down where it is."""
    return len(themes) == 1 and themes[0].quantifier != "all" and (direction in d.SIDEWAYS or themes[0].category in d.LEVERS)


def _direction(r: Relations, at: int, skill: str) -> Readings[str]:
    """`to the left`, `90 degrees to the right`, `clockwise by a quarter`."""
    found: Readings[str] = []
    starts = [at, *(_angle(r, at) if skill == "turn" else r.phrase(at, d.ALONG)), *r.phrase(at, d.BY_ITS)]
    for start in [s for b in starts for s in (b, *r.phrase(b, (",",)))]:
        for name, phrases in d.DIRECTIONS.items():
            if skill == "turn" and name not in d.SIDEWAYS:
                continue
            found += [(name, end) for end in r.phrase(start, phrases)]
            found += [(name, end) for end in r.phrase(start, d.TURNS.get(name, ()))] if skill == "turn" else []
    after = [(n, s) for n, e in found for s in (*(_angle(r, e) if skill == "turn" else r.phrase(e, d.ALONG)), *r.phrase(e, d.BY_ITS), e)]
    return [(n, s) for n, e in after for s in ([*r.phrase(e, ("direction", "side", "hand direction", "hand side")), e])]


def _angle(r: Relations, at: int) -> list[int]:
    """Where `90 degrees` ends."""
    starts = (at, *r.phrase(at, d.ANGLE))
    numbers = [e for s in starts for _, e in amounts.number(r.words, s)]
    return [*(e + 1 for e in numbers if r.words[e : e + 1] and r.words[e] in d.DEGREES), *r.phrase(at, d.BIT)]


def by_handle(r: Relations, at: int, parse: Parse) -> Readings[Clause]:
    """`pull the handle to open the drawer`, `use the switch to turn off the light`: what it is done for. `Take the door handle and slide it
    to the left`: what is done to the door."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, d.HANDLED):
        named = [(ref, e) for ref, e in r.noun(verb) if "handle" in r.words[verb:e]]
        for owner, end in [*named, *((None, e) for e in r.phrase(verb, d.HANDLES)), *((None, e) for e in r.phrase(verb, d.KNOBS))]:
            found += [(_of(owner, c), e) for start in r.phrase(end, d.TO) for c, e in parse(start) if c.wants or c.skill]
        if r.words[at] in d.GRASPED:
            moved = [
                *named,
                *((ref, e) for ref, e in r.noun(verb) if ref.category in d.LEVERS),
                *((None, e) for e in r.phrase(verb, d.HANDLES)),
            ]
            after = [(_of(owner, c), e) for owner, end in moved for start in r.phrase(end, d.AND) for c, e in parse(start)]
            found += [(c, e) for c, e in after if c.skill or c.relations & {"open", "closed"}]
    return found


def _of(owner: Ref | None, clause: Clause) -> Clause:
    """The clause with what the handle belongs to in the place of `it`."""
    if owner is None or not clause.themes or clause.themes[0].words != "it":
        return clause
    return replace(clause, themes=(owner,))


def fronted(r: Relations, at: int, parse: Parse) -> Readings[Clause]:
    """`in the drawer, grasp the block`: which one is told by where it is. And `go push the block left`."""
    if r.words[at : at + 1] == ["go"] and r.words[at + 1 : at + 2] and r.words[at + 1] not in ("to", "home", "back", "towards", "toward"):
        return parse(at + 1)
    found: Readings[Clause] = []
    for start in r.phrase(at, tuple(d.FRONTED)):
        relation = d.FRONTED[" ".join(r.words[at:start])]
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


def going(r: Relations, at: int, parse: Parse) -> Readings[Clause]:
    """`move to the drawer and place the object`: it is put where the robot went; `… and take the block`: it is taken from there."""
    found: Readings[Clause] = []
    for start in r.phrase(at, d.GOING):
        for place, end in r.noun(start):
            for joint in r.phrase(end, d.AND):
                for verb in r.phrase(joint, d.RELEASE):
                    for themes, stop in r.noun_list(verb):
                        found += [(Clause(themes, (Want("to", place),)), e) for e in (*r.phrase(stop, d.THERE), stop) if r.ends(e)]
                for c, e in parse(joint):
                    if c.relations == {"holding"} and c.themes[0].words == "it":
                        found.append((replace(c, themes=(place,)), e))
                    elif c.relations == {"holding"}:
                        found.append((_told(c, "from", place), e))
    return found


def falling(r: Relations, at: int) -> Readings[Clause]:
    """`slide the block so that it falls into the drawer`."""
    return [
        (Clause(themes, wants, by="push"), stop)
        for verb in r.phrase(at, d.VERBS["shift"])
        for themes, end in r.noun_list(verb)
        for start in r.phrase(end, d.FALLS)
        for wants, stop in r.relations(start)
    ]


def stacked(r: Relations, at: int) -> Readings[Clause]:
    """`stack the block`: on some other; `unstack the blocks`, `collapse the tower of blocks`."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, d.STACKING):
        for themes, end in r.noun_list(verb):
            if r.ends(end) and len(themes) == 1 and themes[0].quantifier != "all":
                found.append((Clause(themes, (Want("on", ANOTHER),)), end))
    found += [(Clause((BLOCKS,), (Want("unstacked"),)), end) for end in r.phrase(at, d.APART)]
    for verb in r.phrase(at, d.TAKING):
        for themes, end in r.noun_list(verb):
            found += [(Clause(themes, (Want("unstacked"),)), stop) for stop in r.phrase(end, d.TAKEN_OFF)]
    for verb in r.phrase(at, d.UNSTACKING):
        for start in (*r.phrase(verb, d.TOWER), verb):
            for themes, end in r.noun_list(start):
                found += [(Clause(themes, (Want("unstacked"),)), stop) for stop in (*r.phrase(end, d.UNSTACKED), end)]
    return found


def both(r: Relations, at: int, parse: Parse) -> Readings[Clause]:
    """`grasp and lift the block`: the one verb says no more than the other."""
    joints = [j for verb in r.phrase(at, d.TAKING) for j in r.phrase(verb, d.AND)]
    return [
        (c, end)
        for start in joints
        for c, end in parse(start)
        if c.themes and (c.wants or c.skill) and r.words[start : start + 1] != ["it"]
    ]


def around(r: Relations, at: int, parse: Parse) -> Readings[Clause]:
    """Every reading of what is said here about handles, what stands on what, and where to go."""
    rules: Iterable[Readings[Clause]] = (
        by_handle(r, at, parse), fronted(r, at, parse), going(r, at, parse), falling(r, at), stacked(r, at), both(r, at, parse)
    )  # fmt: skip
    return [reading for rule in rules for reading in rule]
