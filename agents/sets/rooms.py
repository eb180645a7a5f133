"""Rooms as people have them: scenes with furniture and small things, for sentences that come without one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from heedful.geometry import Pose
from heedful.types import Cavity, Id, Scene, Thing

HOLLOW = frozenset({
    "fridge", "microwave", "sink", "bathtub", "cabinet", "drawer", "trash", "safe", "box", "bowl", "pot", "pan", "cup", "glass", "mug",
    "bucket", "basket", "carton", "backpack", "laundry hamper", "vase", "cart", "container", "frying pan", "freezer", "bin", "ashcan",
    "car",
    "electric refrigerator", "package",
})  # fmt: skip
"""Kinds that things are put in."""
OPENS = frozenset({"fridge", "microwave", "cabinet", "drawer", "safe", "freezer", "electric refrigerator", "window", "door", "package"})
LAMPS = frozenset({"desk lamp", "floor lamp", "lamp"})
LARGE, SMALL = (0.6, 0.6, 0.04), (0.06, 0.06, 0.06)
"""Full sizes of furniture and of what lies on it [m]."""


def thing(id: Id, category: str, at: tuple[float, float, float], fixed: bool, attributes: Sequence[str] = ()) -> Thing:
    """A piece of furniture, or a small thing, as a box with its middle there [m]."""
    size = np.array(LARGE if fixed else (0.2, 0.2, 0.1) if category in HOLLOW else SMALL)
    if category in HOLLOW and fixed:
        size = np.array([0.6, 0.6, 0.4])
    hollow = Cavity(np.zeros(3), size - 0.01) if category in HOLLOW else None
    made = Thing(id, category, Pose(np.array(at)), size, attributes=frozenset(attributes), fixed=fixed, cavity=hollow)
    if category not in OPENS:
        return made
    return Thing(
        id, category, made.pose, size, attributes=made.attributes, fixed=fixed, cavity=hollow, slide=np.array([0.0, -0.3, 0.0]),
        handle=made.pose,
    )  # fmt: skip


@cache
def room(furniture: tuple[str, ...], things: tuple[str, ...], each: int) -> Scene:
    """A room with a piece of each kind of furniture, and so many things of each kind on the floor before it."""
    here = [thing(_id(kind, 1), kind, (2.0 * n, 0.0, 0.4), True) for n, kind in enumerate(furniture)]
    for n, kind in enumerate(things):
        here += [thing(_id(kind, k), kind, (0.5 * n, -3.0 - 0.5 * k, 0.05), kind in LAMPS) for k in range(1, each + 1)]
    here.append(thing("robot", "robot", (-2.0, -1.0, 0.5), True))
    return Scene(
        0.0, {t.id: t for t in here}, held={"gripper": None}, joints={t.id: 0.0 for t in here if t.category in OPENS},
        lit={t.id: False for t in here if t.category in LAMPS}, told=True,
    )  # fmt: skip


def _id(kind: str, number: int) -> Id:
    return f"{kind.replace(' ', '_')}_{number}"
