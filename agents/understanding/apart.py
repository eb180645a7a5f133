"""Telling things apart in words: by colour, size, where they are, or which side they lie on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from heedful.predicates import evaluate, name_of
from heedful.program import Atom
from heedful.types import Id, Scene, Thing

SIDE = 0.02
"""How much further to the side or ahead one of several must be to be told by it [m]."""
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def tell_apart(ids: Sequence[Id], scene: Scene) -> list[str]:
    """A short description for each, such that no two are the same: `the left one`, `the one in the bowl`."""
    things = [scene.objects[i] for i in ids]
    ways: tuple[Callable[[list[Thing], Scene], list[str]], ...] = (_kind, _color, _size, _side, _place, _order)
    for way in ways:
        words = way(things, scene)
        if all(words) and len(set(words)) == len(things):
            return words
    return [f"{name_of(i, scene)} at x {t.pose.pos[0]:.2f} m, y {t.pose.pos[1]:.2f} m" for i, t in zip(ids, things, strict=True)]


def left_to_right(ids: Sequence[Id], scene: Scene) -> list[Id]:
    """In the order in which one would point at them: from the left, then from near to far."""
    at = {i: scene.objects[i].pose.pos for i in ids}
    return sorted(ids, key=lambda i: (-round(scene.sense * float(at[i][1]), 2), float(at[i][0]), i))


def which(said: str, ids: Sequence[Id], scene: Scene) -> str:
    """The question: `which red block: the left one or the right one?`"""
    noun = said.split(" ", 1)[1] if said.split(" ", 1)[0] in ("the", "that", "this", "my", "your") and " " in said else said
    shown = tell_apart(ids, scene)
    return f"which {noun}: {', '.join(shown[:-1])} or {shown[-1]}?"


def _kind(things: list[Thing], scene: Scene) -> list[str]:
    kinds = len({t.category for t in things})
    return [] if kinds == 1 else [name_of(t.id, scene) for t in things]


def _color(things: list[Thing], scene: Scene) -> list[str]:
    return [f"the {t.color} one" if t.color else "" for t in things]


def _size(things: list[Thing], scene: Scene) -> list[str]:
    return [next((f"the {a} one" for a in ("small", "large") if a in t.attributes), "") for t in things]


def _side(things: list[Thing], scene: Scene) -> list[str]:
    for axis, names in ((1, ("right", "left")), (0, ("near", "far"))):
        along = {t.id: (scene.sense if axis == 1 else 1.0) * float(t.pose.pos[axis]) for t in things}
        order = sorted(things, key=lambda t: along[t.id])
        gaps = [along[b.id] - along[a.id] for a, b in pairwise(order)]
        if len(things) in (2, 3) and min(gaps) >= SIDE:
            middle = ["the middle one"] if len(things) == 3 else []
            words = [f"the {names[0]} one", *middle, f"the {names[1]} one"]
            found = {t.id: w for t, w in zip(order, words, strict=True)}
            return [found[t.id] for t in things]
    return []


def _place(things: list[Thing], scene: Scene) -> list[str]:
    """By what each is held by, in or on."""
    words = []
    for thing in things:
        if thing.id in scene.held.values():
            words.append("the one in the hand")
            continue
        places = [(n, p) for n in ("in", "on") for p in scene.objects if p != thing.id and evaluate(Atom(n, (thing.id, p)), scene) is True]
        words.append(f"the one {places[0][0]} {name_of(places[0][1], scene)}" if places else "")
    return words


def _order(things: list[Thing], scene: Scene) -> list[str]:
    across = {t.id: scene.sense * float(t.pose.pos[1]) for t in things}
    order = sorted(things, key=lambda t: -across[t.id])
    gaps = [across[a.id] - across[b.id] for a, b in pairwise(order)]
    if len(things) > len(_ORDINALS) or min(gaps, default=0.0) < SIDE:
        return []
    found = {t.id: f"the {w} from the left" for t, w in zip(order, _ORDINALS, strict=False)}
    return [found[t.id] for t in things]
