"""What is wanted of several things together: rows, towers, two things that change places."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from dataclasses import replace

from heedful.agents.understanding.apart import left_to_right
from heedful.agents.understanding.clause import Clause
from heedful.agents.understanding.describe import candidates
from heedful.agents.understanding.home.spelt import beside
from heedful.agents.understanding.possible import impossible
from heedful.predicates import evaluate
from heedful.program import Atom, Formula, Ref, Term
from heedful.types import Id, Scene


class Vague(ValueError):
    """A request that leaves open what to do; the message says what is missing."""


def _row(things: Sequence[Term], scene: Scene) -> list[Formula]:
    """From left to right, each next to the one before; said of those farther from the middle."""
    found: list[Formula] = []
    middle = (len(things) - 1) // 2 if len(things) > 2 else 0
    for at, thing in enumerate(things):
        if at != middle:
            beside = things[at + 1] if at < middle else things[at - 1]
            found += [Atom("left_of" if at < middle else "right_of", (thing, beside)), Atom("next_to", (thing, beside))]
    return found


def _tower(things: Sequence[Term], scene: Scene) -> list[Formula]:
    """From the bottom to the top; bowls stand in one another."""
    return [Atom(_nested(upper, lower, scene), (upper, lower)) for lower, upper in itertools.pairwise(things)]


def _nested(upper: Term, lower: Term, scene: Scene) -> str:
    """`in` where nothing can be put on the lower thing, but this can be put in it."""
    pairs = [(a, b) for a in candidates_of(upper, scene) for b in candidates_of(lower, scene) if a != b]
    inside = pairs and all(impossible(Atom("on", p), scene) and not impossible(Atom("in", p), scene) for p in pairs)
    return "in" if inside else "on"


def _swap(things: Sequence[Term], scene: Scene) -> list[Formula]:
    """What is on the other comes under it; else each comes where the other is: in or on what that is, or to its place on the table."""
    if len(things) == 2:
        pairs = [(a, b) for a in candidates_of(things[0], scene) for b in candidates_of(things[1], scene)]
        if any(evaluate(Atom("on", p), scene) is True for p in pairs):
            return [Atom("on", (things[1], things[0]))]
        if any(evaluate(Atom("on", (b, a)), scene) is True for a, b in pairs):
            return [Atom("on", (things[0], things[1]))]
        places = [_place(a, scene) for a in pairs[0]] if len(pairs) == 1 else []
        if places and None not in places and places[0] != places[1]:
            return [Atom(p[0], (thing, p[1])) for thing, p in zip(things, reversed(places), strict=True) if p is not None]
        if places == [None, None]:
            spots = [scene.objects[i].pose.pos[:2] for i in reversed(pairs[0])]
            return [Atom("standing_at", (thing, f"{x:.3f}", f"{y:.3f}")) for thing, (x, y) in zip(things, spots, strict=True)]
    raise Vague("I can only swap two things that stand on the table, are in or on something, or on one another")


def _place(one: Id, scene: Scene) -> tuple[str, Id] | None:
    """What a thing is in or on, the table apart."""
    others = [i for i, t in scene.objects.items() if i != one and t.category != "table"]
    return next(((name, i) for i in others for name in ("in", "on") if evaluate(Atom(name, (one, i)), scene) is True), None)


def _block(theme: Ref, scene: Scene) -> Ref:
    """Of what was told by its colour alone, the block: towers are built of blocks."""
    block = replace(theme, category="block")
    return block if not theme.category and theme.color and candidates(block, scene) else theme


def _so_many(ids: list[Id], count: int, named: Sequence[Ref], scene: Scene) -> list[Id]:
    """So many of some things, those that were named among them."""
    first = [i for ref in named for i in candidates(ref, scene) if i in ids][: len(named)]
    found = [*first, *(i for i in ids if i not in first)][:count]
    if len(found) < count:
        raise Vague(f"there are only {len(found)} of them")
    return found


SHAPES: dict[str, Callable[[Sequence[Term], Scene], list[Formula]]] = {"row": _row, "tower": _tower, "swap": _swap, "beside": beside}
"""What is wanted of several things together."""


def candidates_of(term: Term, scene: Scene) -> list[Id]:
    return candidates(term, scene) if isinstance(term, Ref) else [term]


def in_order(clause: Clause, shape: str, scene: Scene) -> list[Term]:
    """The things of a row or tower in order; those of which no place was said as they stand, large ones at the bottom of a tower."""
    things: list[Term] = []
    for theme in clause.themes:
        theme = _block(theme, scene) if shape == "tower" else theme
        several = theme.quantifier == "all" or (theme.count or 1) > 1
        ids = left_to_right(candidates(replace(theme, count=None), scene), scene) if several else []
        if theme.count is not None and theme.quantifier == "a":
            ids = _so_many(ids, theme.count, [w.place for w in clause.wants if w.place is not None], scene)
        ids.sort(key=lambda i: -float(max(scene.objects[i].size[:2]))) if shape == "tower" else None
        things += ids or [theme]
    seen = [i for t in things for i in ([t] if isinstance(t, str) else candidates(t, scene)[:1])]
    if len(set(seen)) < len(seen):
        raise Vague(f"something was named twice for a {shape}")
    for want in clause.wants:
        mark = want.relation.partition("_")[2]
        if mark and want.place is not None:
            place = _among(things, want.place, scene)
            things.remove(place)
            at = {"first": 0, "middle": len(things) // 2, "last": len(things)}[mark]
            things.insert(at, place)
    if len(things) < 2:
        raise Vague(f"a {shape} takes at least two things")
    return things


def _among(things: Sequence[Term], wanted: Ref, scene: Scene) -> Term:
    """The one of the things that a description means."""
    ids = set(candidates(wanted, scene))
    for thing in things:
        if thing == wanted or thing in ids or (isinstance(thing, Ref) and ids and set(candidates(thing, scene)) == ids):
            return thing
    raise Vague(f"{wanted.words} is none of the things that were named")
