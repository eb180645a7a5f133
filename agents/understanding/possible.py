"""What cannot be whatever the robot does: fixed things moved, things put in what holds nothing, or out of reach."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np

from heedful.predicates import evaluate, name_of
from heedful.program import And, Atom, Formula
from heedful.types import Id, Scene, Thing

MOVED = ("holding", "in", "on", "at", "next_to", "near", "left_of", "right_of", "in_front_of", "behind")
"""Relations that are brought about by moving their first argument."""


PLACED = frozenset(MOVED) - {"holding"}
"""Those that leave it somewhere."""
STATES = {"lit": "turned on or off", "running": "turned on or off", "clean": "wiped up", "full": "filled", "empty": "emptied"}
"""States that only some things have, and what is done to bring them about."""


class Never(NamedTuple):
    """Why something cannot be: a reason code and a sentence."""

    code: str
    sentence: str


def impossible(atom: Atom, scene: Scene) -> Never | None:
    """Why a goal over ids cannot be brought about in this scene; None if it may. `_` stands for what is not known yet."""
    things = [scene.objects.get(str(a)) for a in atom.args]
    if any(t is None and a != "_" for t, a in zip(things, atom.args, strict=True)):
        return None
    first, place = (things[0] if things else None), (things[1] if len(things) > 1 else None)
    if atom.name in ("open", "closed"):
        return _opens(first, atom.name, scene) if first else None
    if first and atom.name in STATES and first.id not in _told(scene, atom.name) and evaluate(atom, scene) is None:
        return Never("impossible", f"{name_of(first.id, scene)} is nothing that can be {STATES[atom.name]}")
    if atom.name not in MOVED:
        return None
    if first and place and first.id == place.id:
        return Never("impossible", f"{name_of(first.id, scene)} cannot be put {atom.name.replace('_', ' ')} itself")
    if "_" not in atom.args and evaluate(atom, scene) is True:
        return None
    if first and first.fixed:
        return Never("impossible", f"{name_of(first.id, scene)} cannot be moved")
    if place and (reason := _takes(first, place, atom.name, scene)):
        return Never("impossible", reason)
    return next((r for t in (first, place) if t and (r := out_of_reach(t.id, scene))), None)


def top_of(place: Thing, scene: Scene) -> Id | None:
    """What things are put on that are said to be put on a part which has no top of its own: a drawer's cabinet."""
    if not place.fixed or evaluate(Atom("support", (place.id,)), scene) is not False:
        return None
    wholes = [o for o in scene.objects if evaluate(Atom("part_of", (place.id, o)), scene) is True]
    return next((o for o in wholes if evaluate(Atom("support", (o,)), scene) is True), None)


def one_hand(goal: Formula, scene: Scene) -> Never | None:
    """Why a goal asks for more hands than there are; None if it does not."""
    parts = goal.parts if isinstance(goal, And) else (goal,)
    held = {str(p.args[0]) for p in parts if isinstance(p, Atom) and p.name == "holding"}
    hands = len(scene.held)
    if not hands or len(held) <= hands:
        return None
    return Never("impossible", f"the robot has {'one hand' if hands == 1 else f'{hands} hands'} and cannot hold {len(held)} things at once")


def out_of_reach(one: Id, scene: Scene) -> Never | None:
    """`the red block is 1.32 m away; the arm reaches 0.85 m`; None if it is within reach, comes out with a drawer or
    can be driven to."""
    thing = scene.objects[one]
    if evaluate(Atom("reachable", (one,)), scene) is not False or one in scene.held.values():
        return None
    if any(r.drives for r in scene.reach.values()):
        return None
    if any(other.slide is not None and evaluate(Atom("in", (one, other.id)), scene) is True for other in scene.objects.values()):
        return None
    at = thing.handle.pos if thing.handle is not None else thing.pose.pos
    distance, reach = min(((float(np.linalg.norm(at - r.centre)), r) for r in scene.reach.values()), key=lambda d: d[0])
    if distance > reach.outer:
        return Never("unreachable", f"{name_of(one, scene)} is {distance:.2f} m away; the arm reaches {reach.outer:.2f} m")
    return Never("unreachable", f"{name_of(one, scene)} is {distance:.2f} m away; the arm cannot work closer than {reach.inner:.2f} m")


def _told(scene: Scene, state: str) -> Collection[Id]:
    """The things that have such a state."""
    tables: dict[str, Collection[Id]] = {
        "lit": scene.lit,
        "running": scene.joints,
        "clean": scene.wiped,
        "full": scene.fill,
        "empty": scene.fill,
    }
    return tables[state]


def _takes(first: Thing | None, place: Thing, relation: str, scene: Scene) -> str | None:
    """Why a place takes nothing, or not this thing."""
    where = name_of(place.id, scene)
    if relation == "in":
        if evaluate(Atom("container", (place.id,)), scene) is False:
            return f"nothing can be put in {where}"
        if first and place.cavity is not None and bool(np.any(np.sort(first.size)[:2] > np.sort(place.cavity.size[:2]))):
            return f"{name_of(first.id, scene)} is too big for {where}"
    if relation == "on" and evaluate(Atom("support", (place.id,)), scene) is False:
        return f"nothing can be put on {where}{'; it can be put in it' if place.cavity is not None else ''}"
    return None


def _opens(thing: Thing, state: str, scene: Scene) -> Never | None:
    if thing.slide is None and thing.hinge is None and thing.id not in scene.joints:
        return Never("impossible", f"{name_of(thing.id, scene)} is nothing that can be {'opened' if state == 'open' else 'closed'}")
    return out_of_reach(thing.id, scene)
