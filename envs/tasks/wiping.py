"""Wiping up a spill with a sponge, and one that something stands in."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted

SPILL, SPONGE = Wanted("spill"), Wanted("sponge")

WIPE = Task(
    "wipe", "wipe",
    (
        "wipe up the {target}", "wipe the {target} with the {tool}", "clean up the {target}", "wipe the {target} away",
        "could you mop up the {target} with the {tool}",
    ),
    "clean(target)", {"target": SPILL, "tool": SPONGE}, furniture=(), clutter=(0, 2), clutter_of=("block", "can", "bowl"), time_limit=60.0,
)  # fmt: skip
WIPE_UNDER = Task(
    "wipe_under", "wipe",
    (
        "wipe up the {target}", "move the {blocker} and wipe up the {target}", "clean up the {target} under the {blocker}",
        "wipe away the {target} with the {tool}",
    ),
    "clean(target)", {"target": SPILL, "tool": SPONGE, "blocker": Wanted("can")}, start="on(blocker, target)", furniture=(), clutter=(0, 1),
    clutter_of=("block",), time_limit=90.0,
)  # fmt: skip

TASKS = [WIPE, WIPE_UNDER]
