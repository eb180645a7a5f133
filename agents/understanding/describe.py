"""What a description fits in a scene: kind, colour, attributes, state, how it stands to other things, exceptions, and which in an order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

import numpy as np

from heedful.agents.understanding import ontology
from heedful.agents.understanding.home.kinds import kinds_of
from heedful.agents.understanding.lexicon import ATTRIBUTE, COLOR, CONDITIONS, ONE, STANDS_IN, THEME, category_of, is_a
from heedful.agents.understanding.measured import MEASURED, between, centres, gap
from heedful.agents.understanding.ordering import beside, person_at, picked, size, turned
from heedful.agents.understanding.quantities import HALF, MENTIONED
from heedful.agents.understanding.uses import said_of
from heedful.predicates import evaluate
from heedful.program import Atom, Pick, Ref
from heedful.types import Id, Scene, Thing

OPPOSITE = {"left_of": "right_of", "right_of": "left_of", "in_front_of": "behind", "behind": "in_front_of"}
"""Sides as somebody sees them who faces the robot."""
PLACES = {"from": ("in", "on", "at"), "of": ("part_of",), "on": ("on", "at"), "under": ("under",), "in": ("in",)}
"""Words between two things that leave open how the one stands to the other."""
NEAR_BY = 0.165
"""Distance between the middles of two things up to which the one is told by being by the other [m], where none stands closer."""
HAND = 0.1
"""The same, of a gap between their edges [m]."""
SIZED = 1.15
"""How many times as wide a large thing is as a small one, where no word tells."""


def candidates(ref: Ref, scene: Scene, theme: Id | None = None) -> list[Id]:
    """The things that a description fits, in the scene's order.

    Args:
      theme: What `its` means in `the bowl of its colour`; None where that is not known yet.
    """
    return chosen(ref, members(ref, scene, theme), scene, theme)


def chosen(ref: Ref, found: list[Id], scene: Scene, theme: Id | None = None) -> list[Id]:
    """Those of what a description fits that are picked by an order."""
    if ref.pick is None or (ref.pick.to == THEME and theme is None):
        return found
    others = [] if ref.pick.to is None else [theme] if ref.pick.to == THEME and theme else candidates(ref.pick.to, scene)
    if ref.pick.to is not None and not others:
        return []  # near to what is not there
    return picked(found, ref.pick, scene, others)


def members(ref: Ref, scene: Scene, theme: Id | None = None) -> list[Id]:
    """The things that a description fits but for which of them is picked."""
    wanted = {ATTRIBUTE.get(a, a) for a in ref.attributes}
    kind = [t for t in scene.objects.values() if _is(t, ref.category)]
    kind = kind or [t for t in scene.objects.values() if any(is_a(t.category, k) for k in STANDS_IN.get(ref.category, ()))]
    if ref.category in ("drink", "something to drink"):
        kind = _to_drink(kind, scene) or kind
    some = {i for o in ref.options for i in candidates(o, scene, theme)} if ref.options else None
    out = {i for b in ref.but for i in excepted(b, scene)}
    fits = [t for t in kind if (some is None or t.id in some) and t.id not in out and _fits(t, ref, wanted, scene)]
    for relation, others in _together(ref.where):
        fits = _standing(fits, relation, others, scene, theme, ref.quantifier == "the")
    named = [t.id for t in fits if category_of(t.category.replace("_", " ").lower()) == ref.category]
    return named if named and ref.quantifier == "the" else [t.id for t in fits]  # `the light` is the lamp, where there is an LED too


def _to_drink(kind: list[Thing], scene: Scene) -> list[Thing]:
    """What there is to drink: what is not known to be empty; where all of it is, what is known to be full."""
    wet = [t for t in kind if scene.fill.get(t.id, 1.0) > 0.1]
    return wet or [t for t in scene.objects.values() if scene.fill.get(t.id, 0.0) > 0.1 and not t.fixed]


def unfit(ref: Ref, scene: Scene) -> int:
    """How many of the things that are spoken of in a reference are not there: itself, or what it excepts or names for a choice."""
    told = bool(ref.category or ref.color or ref.attributes or ref.where)
    inner = [*(b for b in ref.but if so_many(b) is None and b != MENTIONED and b.quantifier == "the"), *ref.options]
    inner += [ref.pick.to] if ref.pick is not None and ref.pick.to not in (None, THEME) else []
    return int(told and not candidates(ref, scene)) + sum(unfit(i, scene) for i in inner)


def nowhere(ref: Ref, scene: Scene) -> bool:
    """Whether nothing like that is here at all, wherever it may be."""
    return not candidates(replace(ref, where=()), scene)


def excepted(ref: Ref, scene: Scene) -> list[Id]:
    """What an exception takes out; nothing where it only says how many are left out, or leaves open which."""
    return [] if so_many(ref) is not None or ref.quantifier == "a" or ref == MENTIONED else candidates(ref, scene)


def so_many(ref: Ref) -> int | None:
    """How many an exception leaves out without saying which, `all but one`; 0 for half of them, None where it does not."""
    if ref == HALF:
        return 0
    return ref.count if ref.quantifier == "a" else None


def _is(thing: Thing, category: str) -> bool:
    if thing.category == "person":
        return category == "person"
    return not category or category == ONE or is_a(thing.category, category)


def _fits(thing: Thing, ref: Ref, wanted: set[str], scene: Scene) -> bool:
    if ref.color and color_of(thing) != ref.color:
        return False
    if not wanted:
        return True
    mine = {ATTRIBUTE.get(a.lower(), a.lower()) for a in thing.attributes}
    return all(_so(thing, w, mine, ref, scene) for w in wanted)


def color_of(thing: Thing) -> str:
    """Its colour, or what its name tells of it: a `white_yellow_mug` is white and yellow."""
    color = thing.color.lower() or " and ".join(sorted(COLOR[w] for w in thing.category.lower().replace("_", " ").split() if w in COLOR))
    return COLOR.get(color, color)


def _so(thing: Thing, wanted: str, mine: set[str], ref: Ref, scene: Scene) -> bool:
    """Whether it has an attribute: by what the scene says of it, by its state, by what it is, or beside others of its kind."""
    if wanted in mine:
        return True
    if wanted in FEEL and FEEL[wanted] & mine:
        return True
    if wanted in ("empty", "full"):
        return _filled(thing, wanted, scene)
    if wanted == "fallen" and evaluate(Atom("upside_down", (thing.id,)), scene) is True:
        return False
    if wanted in CONDITIONS:
        name, value = CONDITIONS[wanted]
        return evaluate(Atom(name, (thing.id,)), scene) is value
    kinds = ontology.kinds(thing.category) | kinds_of(thing.category)
    if wanted in kinds or said_of(wanted, kinds):
        return True
    return wanted in ("small", "large") and _beside_others(thing, wanted, ref, scene)


FEEL = {"soft": frozenset({"foam", "rubber", "cloth"}), "hard": frozenset({"wooden", "plastic", "metal", "ceramic", "glass"})}
"""How what is made of something feels."""


def _filled(thing: Thing, wanted: str, scene: Scene) -> bool:
    inside = any(evaluate(Atom(n, (o, thing.id)), scene) is True for o in scene.objects if o != thing.id for n in ("in", "on"))
    told = evaluate(Atom(wanted, (thing.id,)), scene)
    if wanted == "empty":
        return not inside and scene.fill.get(thing.id, 0.0) <= 0.1
    return told is True or (told is None and inside)


def _beside_others(thing: Thing, wanted: str, ref: Ref, scene: Scene) -> bool:
    """Small or large among its like, where none of them is called so."""
    alike = [
        t
        for t in scene.objects.values()
        if (is_a(t.category, ref.category) if ref.category not in ("", ONE) else t.category == thing.category)
    ]
    if any({"small", "large"} & t.attributes for t in alike) or len(alike) < 2:
        return False
    sizes = sorted(size(t) for t in alike)
    steps = [(b / a, (a + b) / 2) for a, b in pairwise(sizes)]
    step, middle = max(steps)
    return step >= SIZED and (size(thing) > middle) == (wanted == "large")


def _together(where: Sequence[tuple[str, Ref]]) -> list[tuple[str, list[Ref]]]:
    """The relations in order; what is between two things is between both at once."""
    return [
        (name, [o for _, o in group]) if name == "between" else (name, [other])
        for name, rows in groupby(where, key=lambda w: w[0])
        for group in [list(rows)]
        for other in ([group[0][1]] if name == "between" else [o for _, o in group])
    ]


def _standing(things: list[Thing], relation: str, others: list[Ref], scene: Scene, theme: Id | None, single: bool = False) -> list[Thing]:
    """The things that stand so to other things; single: one thing is told by it, from others that stand so less."""
    other = others[0]
    if other == THEME and theme is None:
        return things
    if other.category in ("person", "robot") and relation in ("left_of", "right_of", "near", "far_from"):
        return _about(things, relation, other.category == "person", scene, single)
    places = [theme] if other == THEME else [i for o in others for i in _meant(o, scene)]
    places = [p for p in places if p is not None]
    if relation == "zone":
        return _in_zone(things, other.words, scene, single)
    poured = "drink" in ontology.kinds(other.category) and not any(_is(t, other.category) for t in scene.objects.values())
    if relation == "has" and (other.category in ("water", "drink", "") or poured) and any(t.id in scene.fill for t in things):
        full = [t for t in things if scene.fill.get(t.id, 0.0) > 0.1]
        if full or other.category == "water":
            return full
    if relation == "near":
        stands = [scene.objects[p] for p in places]
        near = [t for t in things if any(evaluate(Atom("next_to", (t.id, p.id)), scene) is True for p in stands)] or _close(things, stands)
        if near or not single or not stands:
            return near
        return [scene.objects[i] for i in picked([t.id for t in things], Pick("near"), scene, [p.id for p in stands])]
    if relation == "between":
        return between([t for t in things if t.id not in places], [scene.objects[p] for p in places], single)
    if relation in MEASURED:
        return [t for t in things if MEASURED[relation](t, [scene.objects[p] for p in places if p != t.id], scene)]
    if relation.startswith("my_"):
        relation = relation.removeprefix("my_")
        relation = OPPOSITE.get(relation, relation) if turned(scene) else relation
    names = PLACES.get(relation, (relation,))
    tables = any(scene.objects[str(p)].category == "table" for p in places)
    found = [
        t
        for t in things
        if not ("painted" in t.attributes and tables)
        and any(evaluate(Atom(n, (t.id, str(p))), scene) is True for p in places for n in names if p != t.id)
    ]
    if relation == "on" and not found and single:  # `on the ramekin`: in its mouth
        found = [t for t in things if any(evaluate(Atom("in", (t.id, str(p))), scene) is True for p in places if p != t.id)]
    if relation == "next_to" and not found:
        found = _close(things, [scene.objects[p] for p in places])
    return found


def _meant(other: Ref, scene: Scene) -> list[Id]:
    return candidates(replace(other, category="") if other.category == ONE else other, scene)


def _about(things: list[Thing], relation: str, person: bool, scene: Scene, single: bool) -> list[Thing]:
    """What lies on somebody's left or right, near by or far away; where one is meant and that is said of several or of none, the first
    in that direction."""
    found = _half(things, relation, person, scene)
    if not single or len(found) == 1:
        return found
    side = OPPOSITE.get(relation, relation) if scene.facing and not person else relation  # the robot's own left, however sides are told
    by = {"left_of": "left", "right_of": "right", "near": "near", "far_from": "far"}[side]
    return [scene.objects[i] for i in picked([t.id for t in things], Pick(by, person=person), scene)]


def _in_zone(things: list[Thing], zone: str, scene: Scene, single: bool) -> list[Thing]:
    """What stands on a part of the table; nearest its middle where one thing is meant."""
    table = next((t for t in scene.objects.values() if t.category.endswith("table")), None)
    middle = np.array([0.55, 0.0]) if table is None else table.pose.pos[:2]
    size = np.array([0.5, 0.84]) if table is None else table.size[:2]
    away = {t.id: t.pose.pos[:2] - middle for t in things}
    if zone == "table_centre":
        inner = [t for t in things if bool(np.all(np.abs(away[t.id]) <= size / 4))]
        return sorted(inner, key=lambda t: float(np.linalg.norm(away[t.id])))[:1] if single else inner
    axis, sign = {"table_left": (1, 1), "table_right": (1, -1), "table_near": (0, -1), "table_far": (0, 1)}[zone]
    return [t for t in things if scene.sense * sign * float(away[t.id][axis]) > 0.0]


def _half(things: list[Thing], relation: str, person: bool, scene: Scene) -> list[Thing]:
    if relation in ("left_of", "right_of"):
        return [t for t in things if beside(t, relation, person, scene)]
    at = person_at(scene) if person else np.zeros(2)
    away = {t.id: float(np.linalg.norm(t.pose.pos[:2] - at)) for t in things}
    if len(things) < 2:
        return things
    middle = float(np.linalg.norm(np.array([0.55, 0.0]) - at))
    return [t for t in things if (away[t.id] <= middle) == (relation == "near")]


def _close(things: list[Thing], places: list[Thing]) -> list[Thing]:
    """Those that stand by a place."""
    return [t for t in things if any(t.id != p.id and (centres(t, p) <= NEAR_BY or gap(t, p) <= HAND) for p in places)]
