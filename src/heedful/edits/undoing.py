"""Undoing: the facts as they were before, as a goal to plan for; never the same way backwards. What cannot be undone is refused."""

from __future__ import annotations

from collections.abc import Iterable

from heedful.edits.outcome import Refused
from heedful.episode import Fact, Moment
from heedful.predicates import name_of
from heedful.predicates.evaluate import SceneModel
from heedful.program import And, Atom, Formula, Not
from heedful.types import Id, Scene

WHERE = ("in", "at", "around", "on")
"""Relations that say where a thing is, the most particular first."""
FIXED, MOVED = ("open", "closed", "lit", "running"), ("upright", "upside_down")
"""States of fixtures, and of what is moved about."""
OF = {"open": ("sliding", "hinged"), "closed": ("sliding", "hinged"), "running": ("turnable",)}
"""Of which kinds of fixtures a state is one that can be brought about; a lever that is turned is not open, nor does a drawer run."""
TWOFOLD = frozenset({"lit", "running"})
"""States whose opposite has no name of its own."""
SPILT = 0.1
"""Change of a vessel's filling from which something was poured."""


def moment_of(scene: Scene, achieved: int = 0, calls: int = 0) -> Moment:
    """The symbolic state of a scene, and how far the plan had come."""
    return Moment(frozenset(_facts(scene)), dict(scene.fill), dict(scene.wiped), achieved, calls)


def about(moment: Moment, thing: Id | None) -> frozenset[Fact]:
    """What a moment says of one thing, or of all."""
    return moment.facts if thing is None else frozenset(f for f in moment.facts if f[1][0] == thing)


def changed(then: Moment, now: Moment, thing: Id | None = None) -> list[Fact]:
    """What was so and is not any more, of one thing or of all."""
    return sorted(about(then, thing) - now.facts)


def back_to(then: Moment, scene: Scene, thing: Id | None = None) -> Formula:
    """The goal that restores a moment. Raises Refused where that cannot be."""
    now = moment_of(scene)
    for i in then.fill if thing is None else ():
        if abs(scene.fill.get(i, then.fill[i]) - then.fill[i]) > SPILT:
            raise Refused(f"what was poured cannot be poured back: {name_of(i, scene)} is not as full as it was")
    for i in then.wiped if thing is None else ():
        if scene.wiped.get(i, 0.0) - then.wiped[i] > SPILT:
            raise Refused(f"what was wiped away cannot be brought back: {name_of(i, scene)}")
    facts = changed(then, now, thing)
    if gone := [i for _, args, _ in facts for i in args if i not in scene.objects]:
        raise Refused(f"I do not see {name_of(gone[0])} any more, so I cannot put it back")
    if not facts:
        raise Refused("there is nothing to undo: everything is as it was")
    parts = [Atom(name, args) if value else Not(Atom(name, args)) for name, args, value in facts]
    return parts[0] if len(parts) == 1 else And(tuple(parts))


def _facts(scene: Scene) -> Iterable[Fact]:
    """Where every movable thing is, and the state of what opens, shines, runs or stands."""
    model = SceneModel(scene)
    held = set(scene.held.values())
    for i, thing in scene.objects.items():
        if i in held:
            yield "holding", (i,), True
        elif not thing.fixed:
            places = ((name, j) for name in WHERE for j in scene.objects if j != i and _could(scene, name, i, j))
            where = next(((name, j) for name, j in places if model.holds(name, (i, j)) is True), None)
            if where is not None:
                yield where[0], (i, where[1]), True
        for state in FIXED if thing.fixed else MOVED:
            if state in OF and not any(model.holds(kind, (i,)) is True for kind in OF[state]):
                continue
            value = model.holds(state, (i,))
            if value is True or (value is False and state in TWOFOLD):
                yield state, (i,), value


def _could(scene: Scene, name: str, i: Id, j: Id) -> bool:
    """Whether a relation is worth measuring."""
    place = scene.objects[j]
    return {"in": place.cavity is not None, "at": "painted" in place.attributes, "around": scene.objects[i].cavity is not None}.get(
        name, True
    )
