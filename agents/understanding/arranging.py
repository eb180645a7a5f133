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
    return [
        *_headed(r, at),
        *_swapped(r, at),
        *_built(r, at),
        *_lined_up(r, at),
        *_piled(r, at),
        *_sorted(r, at),
        *_cleared(r, at),
        *_loaded(r, at),
    ]


def _swapped(r: Relations, at: int) -> Readings[Clause]:
    """`swap the two blocks`."""
    swaps = [f for verb in r.phrase(at, layouts.SWAP) for f in r.noun_list(verb)]
    for (first, *more), end in list(swaps):
        swaps += [
            ((first, other), stop) for start in r.phrase(end, ("with", "for", "against")) for other, stop in r.noun(start) if not more
        ]
    swaps = [(t, stop) for t, end in swaps for stop in [*r.phrase(end, ("around", "over", "round")), end]]
    return [(Clause(t, (Want("swap"),)), end) for t, end in swaps if len(t) == 2 or (len(t) == 1 and t[0].quantifier == "all")]


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
    found = [(Clause(tuple(things), (Want(shape),)), end) for things, end in _series(r, shape, at)]
    for themes, end in r.noun_list(at):
        for stop in [*r.phrase(end, layouts.TOGETHER), end]:
            several = len(themes) > 1 or themes[0].quantifier == "all" or (themes[0].count or 1) > 1
            if several:
                found.append((Clause(themes, (Want(shape),)), stop))
                found += [
                    (Clause(themes, tuple(Want(f"{shape}_{where}", thing) for thing, where in marks)), e)
                    for marks, e in _marks(r, shape, stop)
                ]
    return found


def _series(r: Relations, shape: str, at: int) -> Readings[list[Ref]]:
    """`the red one on the left, the blue one in the middle and the green one on the right`, in order."""
    order = {"first": 0, "": 1, "middle": 1, "last": 2}
    found: Readings[list[Ref]] = []
    for items, end in _each(r, shape, at, bare=True):
        marks = [where for _, where in items]
        if len(items) > 1 and any(marks) and marks.count("first") < 2 and marks.count("last") < 2:
            found.append(([t for t, _ in sorted(items, key=lambda m: order[m[1]])], end))
    return found


def _marks(r: Relations, shape: str, at: int) -> Readings[list[tuple[Ref, str]]]:
    """`, with the red block at the bottom`."""
    starts = [
        end
        for start in (at, at + 1 if r.words[at : at + 1] == [","] else at)
        for end in [*r.phrase(start, ("with", "and", "having", "and with")), start]
        if end > at
    ]
    return [m for start in dict.fromkeys(starts) for m in _each(r, shape, start)]


def _each(r: Relations, shape: str, at: int, bare: bool = False) -> Readings[list[tuple[Ref, str]]]:
    """One or more things, each with its place in the row or tower; bare: also things of which no place is said."""
    found: Readings[list[tuple[Ref, str]]] = []
    for thing, end in r.noun(at):
        placed = [(where, stop) for where, phrases in layouts.ORDERS[shape].items() for stop in r.phrase(end, phrases)]
        placed += [("", stop) for stop in [*r.phrase(end, layouts.NEXT_ON), end] if bare]
        for where, stop in placed:
            joint = stop + 1 if r.words[stop : stop + 1] == [","] else stop
            joint = next(iter(r.phrase(joint, ("and then", "then", "and", "followed by"))), joint)
            if joint > stop:
                found += [([(thing, where), *more], e) for more, e in _each(r, shape, joint, bare)]
            found.append(([(thing, where)], stop))
    return found[:24]


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
                    listed = [f for e in ends for c in r.phrase(e, (",",)) for f in r.noun_list(c) if len(f[0]) > 1]
                    found += [(Clause(t, (Want("row"),)), e) for t, stop_ in listed for e in [*r.phrase(stop_, layouts.IN_ORDER), stop_]]
    return found


def _piled(r: Relations, at: int) -> Readings[Clause]:
    """`put the plates on top of each other`."""
    return [
        (Clause(themes, (Want("tower"),)), stop)
        for verb in r.phrase(at, layouts.ARRANGE)
        for themes, end in r.noun_list(verb)
        if len(themes) > 1 or themes[0].quantifier == "all" or (themes[0].count or 1) > 1
        for stop in r.phrase(end, layouts.ON_EACH_OTHER)
    ]


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
                        like = Ref(
                            place.category, quantifier="the", words=f"the {place.category} of its colour", where=(("same_color", THEME),)
                        )
                        found.append((Clause(themes, (Want(relation, like),)), e))
    return found


def _cleared(r: Relations, at: int) -> Readings[Clause]:
    """`clear the table`, `clear the table into the bin`, `clear the tray`."""
    found: Readings[Clause] = []
    for end in r.phrase(at, layouts.CLEAR_TABLE):
        table = Ref("table", words="the table")
        there = Ref(quantifier="all", words="everything on the table", where=(("on", table),))
        home = r.vocabulary.household  # where there are other places than one table and its bin
        found.append((Clause((there,), (Want("on", table, False),)) if home else Clause((EVERYTHING,), (Want("in", idioms.BIN),)), end))
        found += [(Clause((there if home else EVERYTHING,), wants), stop) for wants, stop in r.relations(end)]
    for start in r.phrase(at, layouts.CLEAR):
        for place, end in r.noun(start):
            if place.category not in ("", "table") and place.quantifier != "all":
                relation = "in" if lexicon.is_a(place.category, "container") else "on"
                inside = Ref(quantifier="all", words=f"everything {relation} {place.words}", where=((relation, place),))
                emptied = r.words[at] == "empty" or (relation == "in" and r.words[at] in ("clear", "clean"))
                found.append((Clause((place,), (Want("emptied"),)) if emptied else Clause((inside,), (Want(relation, place, False),)), end))
    return found


def _loaded(r: Relations, at: int) -> Readings[Clause]:
    """`load the tray with all the blocks`."""
    found: Readings[Clause] = []
    for verb in r.phrase(at, layouts.LOAD):
        for place, end in r.noun(verb):
            for start in r.phrase(end, ("with",)):
                found += [(Clause(themes, (Want("to", place),)), stop) for themes, stop in r.noun_list(start) if place.quantifier != "all"]
    return found
