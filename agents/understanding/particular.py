"""What is said of one thing in particular is not meant by what is said of all: `all the fruit in the bin, but leave the lemon`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from heedful.agents.understanding import lexicon
from heedful.agents.understanding.clause import Clause, Item, Joint
from heedful.agents.understanding.describe import candidates, members
from heedful.agents.understanding.lexicon import ONE
from heedful.agents.understanding.quantities import MENTIONED
from heedful.program import Ref
from heedful.types import Scene

Row = Sequence[tuple[Joint, Item]]
PLACED = frozenset({"in", "on", "at", "to"})
"""Relations of which a thing has one at a time."""


def apart_from(row: Row, scene: Scene) -> list[tuple[Joint, Item]]:
    """The clauses, each without what another of them says of some of its things in particular."""
    found: list[tuple[Joint, Item]] = []
    for at, (joint, item) in enumerate(row):
        if isinstance(item, Clause) and item.themes and not (item.refused or item.told) and (item.wants or item.skill):
            others = [(c, row[max(at, n)][0]) for n, (_, c) in enumerate(row) if n != at and isinstance(c, Clause)]
            item = replace(item, themes=tuple(_without(t, item, others, scene) for t in item.themes))
        found.append((joint, item))
    return found


def _without(theme: Ref, clause: Clause, others: Sequence[tuple[Clause, Joint]], scene: Scene) -> Ref:
    """The theme but for what other clauses speak of."""
    if not (theme.category or theme.color) and theme.words in lexicon.PRONOUNS and theme.words not in lexicon.WHOLE:
        return theme
    but: list[Ref] = []
    for other, joint in others:
        for one in _spoken_of(theme, clause, other, joint):
            one = replace(one, category=theme.category) if one.category == ONE else one
            whole, out = set(members(theme, scene)), set(candidates(one, scene))
            if out & whole and not whole <= out:
                but.append(one)
    if but and theme.pick is not None and theme.pick.nth > 1 and " next " in f" {theme.words}":
        theme = replace(theme, pick=replace(theme.pick, nth=1))  # the next nearest after one that is left is the nearest of the others
    return replace(theme, but=(*theme.but, *dict.fromkeys(but))) if but else theme


def _spoken_of(theme: Ref, clause: Clause, other: Clause, joint: Joint) -> list[Ref]:
    """The things that another clause takes out of what is said of the theme."""
    spared = [c.about for c in other.under if c.kind == "no_touch" and isinstance(c.about, Ref)] if not other.wants else []
    if other.refused and (not other.wants or _alike(other, clause)):
        spared += other.themes
    elsewhere = theme.quantifier == "all" and joint == "and" and bool(other.relations & PLACED) and bool(clause.relations & PLACED)
    if elsewhere and not (other.refused or other.told or other.kept or _alike(other, clause)) and all(w.sign for w in other.wants):
        spared += [t for t in other.themes if t.quantifier == "the"]
    return [t for t in spared if (t.category or t.color or t.where) and MENTIONED not in t.but]


def _alike(one: Clause, other: Clause) -> bool:
    """Whether the same is said of both: the same place, or one that is only pointed at."""
    places = [w.place for w in other.wants]
    return all(w.place is None or w.place in places or w.place.words in lexicon.SINGLE for w in one.wants if w.relation in PLACED)
