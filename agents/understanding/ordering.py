"""Which of several things a superlative or an ordinal means, measured on the scene: the leftmost, the second biggest, every other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from heedful.program import Pick
from heedful.types import Id, Scene, Thing

TIE = 0.015
"""Two things that differ by less [m] are level with one another."""
ALIKE = 0.003
"""Two sizes whose cube roots differ by less [m] are the same."""
LEVEL = 0.05
"""Two shares that differ by less are the same."""
SIZES = {"tiny": 0, "small": 1, "medium": 2, "large": 3, "huge": 4}
"""Words for sizes in order; what has none of them is `medium`."""
ALOFT = 0.05
"""How far beside one another things of one column are at most, and above one another at least [m]; an open drawer stands out."""
ORDERS: dict[str, tuple[str, bool]] = {
    "left": ("across", True), "right": ("across", False), "front": ("ahead", False), "back": ("ahead", True), "near": ("away", False),
    "far": ("away", True), "high": ("up", True), "low": ("up", False), "large": ("size", True), "small": ("size", False),
    "tall": ("height", True), "short": ("height", False), "full": ("fill", True), "empty": ("fill", False),
}  # fmt: skip
"""What an order goes by, and whether it begins with the most of it."""


def picked(ids: Sequence[Id], pick: Pick, scene: Scene, others: Sequence[Id] = ()) -> list[Id]:
    """The things that are meant; more than that where some are level, so that the scene does not tell which is meant.

    Args:
      ids: The things that everything else that was said fits.
      others: What nearness is measured from; empty: the robot, or the person.
    """
    if not ids:
        return []
    things = [scene.objects[i] for i in ids if i not in others or pick.by not in ("near", "far")]
    by = _line(things, pick) if pick.by in ("row", "first") else pick.by
    if pick.by == "first" and not pick.every and len(ids) > 1:
        if not _column(things):
            return list(ids)  # the second of which order?
        by = "high"
    kind, most = ORDERS[by]
    if kind in ("across", "ahead") and (faces(scene) if pick.person else scene.facing):
        most = not most
    measure = _measure(kind, pick, scene, others)
    keys = {t.id: measure(t) for t in things}
    order = sorted(keys, key=lambda i: (-keys[i] if most else keys[i], list(ids).index(i)))
    same = {"size": ALIKE, "height": ALIKE, "fill": LEVEL}.get(kind, TIE)
    if pick.every:
        return order[max(pick.nth, 1) - 1 :: pick.every]
    if pick.many == 0:
        return [i for i in order if abs(keys[i] - keys[order[0]]) <= same]
    if pick.nth == 0:
        half = (len(order) - 1) / 2
        return order[int(half) : int(half + 0.5) + 1]
    start = pick.nth - 1 if pick.nth > 0 else len(order) + pick.nth + 1 - pick.many
    if start < 0 or start + pick.many > len(order):
        return []
    chosen = order[start : start + pick.many]
    level = [i for i in order if i not in chosen and any(abs(keys[i] - keys[c]) <= same for c in (chosen[0], chosen[-1]))]
    return [i for i in order if i in chosen or i in level]


def _column(things: Sequence[Thing]) -> bool:
    """Whether they are above one another and stay there, as drawers do, which people count from the top."""
    at = np.array([t.pose.pos for t in things])
    return all(t.fixed for t in things) and bool(np.ptp(at[:, :2], axis=0).max() < ALOFT < np.ptp(at[:, 2]))


def _line(things: Sequence[Thing], pick: Pick) -> str:
    """Along which line they stand: across, from the left, or away from the robot, from the front."""
    at = np.array([t.pose.pos[:2] for t in things])
    spread = np.ptp(at, axis=0) if len(at) else np.zeros(2)
    return "left" if spread[1] >= spread[0] else "front"


def _measure(kind: str, pick: Pick, scene: Scene, others: Sequence[Id]) -> Callable[[Thing], float]:
    if kind == "away":
        places = [scene.objects[i].pose.pos[:2] for i in others] or [person_at(scene) if pick.person else _base(scene)]
        return lambda t: min(float(np.linalg.norm(t.pose.pos[:2] - p)) for p in places)
    measures: dict[str, Callable[[Thing], float]] = {
        "across": lambda t: float(t.pose.pos[1]),
        "ahead": lambda t: float(t.pose.pos[0]),
        "up": lambda t: float(t.pose.pos[2]),
        "height": lambda t: t.top - t.bottom,
        "fill": lambda t: scene.fill.get(t.id, 0.0),
        "size": size,
    }
    return measures[kind]


def size(thing: Thing) -> float:
    """How big a thing is: by the word for it, then by the side of a cube of its volume [m]."""
    rank = next((r for w, r in SIZES.items() if w in thing.attributes), SIZES["medium"])
    return float(rank) + float(np.cbrt(np.prod(thing.size)))


def person_at(scene: Scene) -> np.ndarray:
    """Where the person stands on the floor [m], in the world; opposite the robot where nothing tells."""
    found = next((t for t in scene.objects.values() if t.category == "person"), None)
    return np.array([1.1, 0.0]) if found is None else found.pose.pos[:2]


def faces(scene: Scene) -> bool:
    """Whether the person faces the robot, so that left and right are the other way around."""
    return bool(person_at(scene)[0] > _base(scene)[0])


def turned(scene: Scene) -> bool:
    """Whether what is on the person's left is on the right as sides are told in this scene."""
    return faces(scene) != scene.facing


def _base(scene: Scene) -> np.ndarray:
    return next((r.centre[:2] for r in scene.reach.values()), np.zeros(2))


def beside(thing: Thing, relation: str, person: bool, scene: Scene) -> bool:
    """Whether it lies on a side of the robot's, or of the person's."""
    middle = (person_at(scene) if person else _base(scene))[1]
    left = float(thing.pose.pos[1] - middle) * (-1.0 if person and faces(scene) else 1.0)
    return left >= TIE if relation == "left_of" else left <= -TIE
