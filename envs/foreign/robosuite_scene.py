"""What stands in a robosuite world as things, measured from their geoms, and the table or floor before its robot."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import mujoco
import numpy as np

from heedful.envs.foreign.measure import gripped, measure, touchable
from heedful.geometry import Array, Pose
from heedful.types import Id, Thing

AHEAD = 0.66
"""How far before the base the middle of the workspace lies [m]."""
ABOUT = (0.1, 0.3)
"""How far before and beside that middle the ground is looked for [m]."""
HIGH = 3.0
"""Above everything [m]."""
TABLE = (1.0, 1.2, 0.04)
"""Size of what stands for the table, or for the floor before the robot [m]."""


@dataclass(slots=True)
class Found:
    """What stands in a scene."""

    things: list[Thing] = field(default_factory=list)
    """As posed in the bodies that carry them."""
    bodies: dict[Id, str] = field(default_factory=dict)
    """Thing -> the body that carries it."""
    slides: dict[Id, tuple[str, float, float]] = field(default_factory=dict)
    """Drawer or door -> its joint, closed and open."""
    lights: dict[Id, tuple[str, float]] = field(default_factory=dict)
    """What can be turned on -> its joint, and from where on it is on."""
    places: set[Id] = field(default_factory=set)
    """Parts of a thing that have no solids of their own: what touches the thing touches them."""

    def add(self, thing: Thing, body: str, place: bool = False) -> None:
        self.things.append(thing)
        self.bodies[thing.id] = body
        if place:
            self.places.add(thing.id)


def measured(
    model: Any, data: Any, id: Id, body: int, category: str, fixed: bool, slide: Array | None = None, bar: int | None = None
) -> Thing:
    """A body as a thing, posed in it.

    Args:
      slide: What it moves by from closed to open, in the body's frame [m].
      bar: The geom that is its handle: the thing is measured without it.
    """
    seen = measure(model, data, body, None if bar is None else [g for g in touchable(model, body) if g != bar])
    way = None if slide is None else seen.centre.matrix.T @ slide
    frame = Pose(data.xpos[body].copy(), data.xquat[body].copy()) @ seen.centre
    handle = None if bar is None else frame.inverse() @ gripped(model, data, bar, frame.pos)
    return Thing(id, category, seen.centre, seen.size, seen.shape, fixed=fixed, cavity=seen.cavity, slide=way, handle=handle)


def table_body(model: Any) -> str:
    """The body of the table; of the floor where there is none."""
    names = [str(model.body(b).name) for b in range(model.nbody)]
    return next((n for n in names if n.endswith("table")), "floor" if "floor" in names else "world")


def table(model: Any, data: Any, base: Pose, ground: float) -> Thing:
    """The table or the floor before the robot, posed in its body."""
    body = int(model.body(table_body(model)).id)
    frame = Pose(data.xpos[body].copy(), data.xquat[body].copy())
    at = Pose(np.array([base.pos[0] + AHEAD, base.pos[1], ground - TABLE[2] / 2]))
    return Thing("table", "table", frame.inverse() @ at, np.array(TABLE), fixed=True)


def ground(model: Any, data: Any, base: Pose, ours: Collection[str]) -> float:
    """Height of what lies under most of the workspace and is neither robot nor object [m]. Raises ValueError for a void.

    Args:
      base: Where the robot stands.
      ours: Root bodies of objects and fixtures.
    """
    middle = base.pos[:2] + np.array([AHEAD, 0.0])
    over = [middle + np.array([x, y]) for x in np.linspace(-ABOUT[0], ABOUT[0], 5) for y in np.linspace(-ABOUT[1], ABOUT[1], 5)]
    seen = [h for h in (height(model, data, (*at, HIGH), ours) for at in over) if h is not None]
    if not seen:
        raise ValueError("this world has neither table nor floor before the robot")
    return sorted(seen)[len(seen) // 2]


def height(model: Any, data: Any, over: Sequence[float], ours: Collection[str]) -> float | None:
    """Height of the first thing under a point [world] that belongs neither to the robot nor to one of these root bodies [m]."""
    at, hit = np.array(over, dtype=float), np.zeros(1, dtype=np.int32)
    while (gone := mujoco.mj_ray(model, data, at, np.array([0.0, 0.0, -1.0]), None, 1, -1, hit)) >= 0:
        at[2] -= gone
        geom = int(hit[0])
        root = model.body(int(model.body_rootid[model.geom_bodyid[geom]])).name
        solid = model.geom_contype[geom] or model.geom_conaffinity[geom]
        if solid and root not in ours and not root.startswith(("robot0", "gripper0")):
            return float(at[2])
        at[2] -= 1e-4
    return None


def kind(id: Id) -> str:
    """`akita_black_bowl_1` as `akita_black_bowl`."""
    head, _, tail = id.rpartition("_")
    return head if tail.isdigit() else id
