"""The kitchen table: a full mug, a bowl, a plate, a can, fruit, a sponge beside a spill, and a lamp with its button."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted
from heedful.envs.world import Tabletop

KITCHEN = Task(
    "kitchen", "free", ("clear the table",), "true",
    {
        "mug": Wanted("mug", ("red",)), "bowl": Wanted("bowl", ("blue",)), "plate": Wanted("plate", ("white",)),
        "can": Wanted("can", ("green",)), "fruit": Wanted("lemon"), "sponge": Wanted("sponge"), "spill": Wanted("spill"),
        "lamp": Wanted("lamp"), "button": Wanted("button"),
    },
    start="full(mug)", furniture=(), clutter=(0, 0),
)  # fmt: skip
"""What the table holds; its goal is nobody's."""


class KitchenTable(Tabletop):
    """A kitchen table when no task is set: a full mug, a bowl, a plate, a can, a lemon, a sponge, a spill, a lamp and its button."""

    setting = KITCHEN
