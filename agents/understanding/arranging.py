"""Reading what concerns several things at once: rows and towers, things sorted by colour, tables cleared and set."""

from __future__ import annotations

from heedful.agents.understanding import idioms, layouts, lexicon, verbs
from heedful.agents.understanding.clause import Clause, Want
from heedful.agents.understanding.phrases import THEME, Readings
from heedful.agents.understanding.relations import Relations
from heedful.program import Ref

EVERYTHING = Ref(quantifier="all", words="everything")
MATCHING_BOWL = Ref("bowl", words="the bowl of its colour", where=(("same_color", THEME),))


def arranged(r: Relations, at: int) -> Readings[Clause]:
    """Every reading of a request about several things together."""
    return [*_built(r, at), *_lined_up(r, at), *_sorted(r, at), *_cleared(r, at), *_loaded(r, at), *_headed(r, at)]


def _built(r: Relations, at: int) -> Readings[Clause]:
    """`make a row of …`, `build a tower with …`."""
    found: Readings[Clause] = []
    for shape, phrases in layouts.BUILD.items():
        for start in r.phrase(at, phrases):
            r.furthest = max(r.furthest, start)
            found += _ordered(r, shape, start)
    for start in r.phrase(at, layouts.PILE):
        found += _ordered(r, "tower", start)
    return found


def _ordered(r: Relations, shape: str, at: int) -> Readings[Clause]:
    """Things with their places in the row or tower, or a list of things and then the places of some."""
    found = [(Clause(tuple(things), (Want(shape),)), end) for things, end in _placed(r, shape, at) if len(things) > 1]
    for themes, end in r.noun_list(at):
        for stop in [*r.phrase(end, layouts.TOGETHER), end]:
            several = len(themes) > 1 or themes[0].quantifier == "all"
            if several:
                found.append((Clause(themes, (Want(shape),)), stop))
                found += [(Clause(themes, tuple(Want(f"{shape}_{where}", thing) for thing, where in marks)), e) for marks, e in _marks(r, shape, stop)]
    return found


def _placed(r: Relations, shape: str, at: int) -> Readings[list[Ref]]:
    """`the red one on the left, the blue one in the middle and the green one on the right`, in order."""
    found: Readings[list[Ref]] = []
    for marks, end in _each(r, shape, at):
        order = {"first": 0, "middle": 1, "last": 2}
        if len({w for _, w in marks}) == len(marks):
            found.append(([t for t, _ in sorted(marks, key=lambda m: order[m[1]])], end))
    return found


def _marks(r: Relations, shape: str, at: int) -> Readings[list[tuple[Ref, str]]]:
    """`, with the red block at the bottom`."""
    starts = [end for start in (at, at + 1 if r.words[at : at + 1] == [","] else at) for end in [*r.phrase(start, ("with", "and", "having", "and with")), start] if end > at]
    return [m for start in dict.fromkeys(starts) for m in _each(r, shape, start)]


def _each(r: Relations, shape: str, at: int) -> Readings[list[tuple[Ref, str]]]:
    """One or more things, each with its place."""
    found: Readings[list[tuple[Ref, str]]] = []
    for thing, end in r.noun(at):
        for where, phrases in layouts.ORDERS[shape].items():
            for stop in r.phrase(end, phrases):
                joint = stop + 1 if r.words[stop : stop + 1] == [","] else stop
                joint = next(iter(r.phrase(joint, ("and then", "then", "and"))), joint)
                if joint > stop:
                    found += [([(thing, where), *more], e) for more, e in _each(r, shape, joint)]
                found.append(([(thing, where)], stop))
    return found


def _lined_up(r: Relations, at: int) -> Readings[Clause]:
    """`put the red, the blue and the green block in a row`, `line up the blocks: …`."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, layouts.ARRANGE):
        for themes, end in r.noun_list(verb):
            rows = r.phrase(end, verbs.ROWS)
            lines = "line" in r.words[at:verb] or "align" in r.words[at:verb]
            for stop in [*rows, *([end] if lines else [])]:
                if len(themes) > 1 or themes[0].quantifier == "all":
                    found.append((Clause(themes, header="row"), stop))
                    ends = [*r.phrase(stop, layouts.IN_ORDER), stop]
                    found += [(Clause(themes, (Want("row"),)), e) for e in ends]
    return found


def _headed(r: Relations, at: int) -> Readings[Clause]:
    """`set the table`, before it is said with what."""
    found = [(Clause(header="list"), end) for end in r.phrase(at, verbs.HEADERS)]
    for verb in r.phrase(at, layouts.ORDER):
        found += [(Clause(themes, header="list"), end) for themes, end in r.noun_list(verb)]
    return found


def _sorted(r: Relations, at: int) -> Readings[Clause]:
    """`sort the blocks by colour into the bowls`: each into the one of its colour."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, layouts.SORT):
        for themes, end in r.noun_list(verb):
            for stop in r.phrase(end, layouts.BY_COLOR):
                found.append((Clause(themes, (Want("in", MATCHING_BOWL),)), stop))
                for into in r.phrase(stop, ("into", "in", "onto", "on", "to")):
                    for place, e in r.noun(into):
                        relation = "on" if r.words[into - 1] in ("on", "onto") else "in"
                        like = Ref(place.category, quantifier="the", words=f"the {place.category} of its colour", where=(("same_color", THEME),))
                        found.append((Clause(themes, (Want(relation, like),)), e))
    return found


def _cleared(r: Relations, at: int) -> Readings[Clause]:
    """`clear the table`, `clear the table into the bin`, `clear the tray`."""
    found: Readings[Clause] = []
    for end in r.phrase(at, layouts.CLEAR_TABLE):
        found.append((Clause((EVERYTHING,), (Want("in", idioms.BIN),)), end))
        found += [(Clause((EVERYTHING,), wants), stop) for wants, stop in r.relations(end)]
    for start in r.phrase(at, layouts.CLEAR):
        for place, end in r.noun(start):
            if place.category not in ("", "table") and place.quantifier != "all":
                relation = "in" if lexicon.is_a(place.category, "container") else "on"
                inside = Ref(quantifier="all", words=f"everything {relation} {place.words}", where=((relation, place),))
                found.append((Clause((inside,), (Want(relation, place, False),)), end))
    return found


def _loaded(r: Relations, at: int) -> Readings[Clause]:
    """`load the tray with all the blocks`."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, layouts.LOAD):
        for place, end in r.noun(verb):
            for start in r.phrase(end, ("with",)):
                found += [(Clause(themes, (Want("to", place),)), stop) for themes, stop in r.noun_list(start) if place.quantifier != "all"]
    return found
