"""Several things to their places: sorted by colour or kind, gathered on a tray, the table cleared, the table set."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted
from heedful.envs.tasks.room_for import RIGHT, beside

SMALL = ("small",)
LARGE_ARMS = ("panda", "ur5e")
"""Robots before which so many things find room."""

SORT_COLORS = Task(
    "sort_colors", "sort",
    (
        "sort the blocks into the bowls of their colour", "put each block in the bowl of its colour",
        "put every block into the bowl of the same colour",
        "put the {first} and the {second} in the {one} and the {third} in the {other}",
    ),
    "in(first, one) & in(second, one) & in(third, other)",
    {
        "one": Wanted("bowl"), "other": Wanted("bowl"), "first": Wanted("block", sizes=SMALL, like="one"),
        "second": Wanted("block", sizes=("large",), like="one"), "third": Wanted("block", like="other"),
    },
    furniture=(), clutter=(0, 0), time_limit=120.0, bodies=LARGE_ARMS,
)  # fmt: skip
SORT_KINDS = Task(
    "sort_kinds", "sort",
    (
        "put the fruit in the {bowl} and the {can} in the {bin}", "put the {fruit} in the {bowl} and throw the {can} in the {bin}",
        "the {fruit} goes in the {bowl} and the {can} in the {bin}", "put the {can} in the {bin} and the {fruit} in the {bowl}",
    ),
    "in(fruit, bowl) & in(can, bin)",
    {"bin": Wanted("bin"), "bowl": Wanted("bowl"), "can": Wanted("can"), "fruit": Wanted("apple", kinds=("orange", "lemon"))},
    furniture=(), clutter=(0, 0), time_limit=80.0, bodies=LARGE_ARMS,
)  # fmt: skip
GATHER = Task(
    "gather", "tidy",
    (
        "put all the blocks on the {target}", "place every block on the {target}", "gather the blocks on the {target}",
        "move all of the blocks onto the {target}",
    ),
    "forall x in block: on(x, target)",
    {"target": Wanted("tray"), "a": Wanted("block", sizes=SMALL), "b": Wanted("block", sizes=SMALL), "c": Wanted("block", sizes=SMALL)},
    furniture=(), clutter=(0, 1), clutter_of=("can",), time_limit=120.0, bodies=LARGE_ARMS,
)  # fmt: skip
CLEAR_TABLE = Task(
    "clear_table", "tidy",
    (
        "clear the table", "put everything in the {target}", "clear the table into the {target}", "put all the things in the {target}",
        "tidy everything away into the {target}",
    ),
    "forall x: in(x, target) | ~movable(x)",
    {
        "target": Wanted("bin"), "a": Wanted("block", sizes=SMALL), "b": Wanted("can"),
        "c": Wanted("apple", kinds=("orange", "lemon", "sponge")),
    },
    furniture=(), clutter=(0, 0), time_limit=120.0,
)  # fmt: skip
SET_TABLE = Task(
    "set_table", "tidy",
    (
        "set the table: the {fruit} on the {plate} and the {mug} next to it on the right",
        "lay the table with the {fruit} on the {plate} and the {mug} right of it, next to it",
        "put the {fruit} on the {plate} and the {mug} next to the {plate} on its right",
        "set the table with the {mug} just to the right of the {plate} and the {fruit} on the {plate}",
    ),
    "on(fruit, plate) & next_to(mug, plate) & right_of(mug, plate)",
    {"plate": Wanted("plate"), "mug": Wanted("mug"), "fruit": Wanted("lemon", kinds=("banana",))},
    possible=beside("plate", RIGHT), furniture=(), clutter=(0, 0), time_limit=80.0, bodies=LARGE_ARMS, needs=("tilt",),
)  # fmt: skip

TASKS = [SORT_COLORS, SORT_KINDS, GATHER, CLEAR_TABLE, SET_TABLE]
