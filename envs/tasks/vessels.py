"""Mugs and cans: poured out, carried without spilling, stood up, turned over."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted

MUG, BOWL, TABLE = Wanted("mug"), Wanted("bowl"), Wanted("table")
ARMS = ("panda", "ur5e")

POUR = Task(
    "pour", "pour",
    (
        "pour the {source} into the {target}", "pour what is in the {source} into the {target}", "empty the {source} into the {target}",
        "could you pour the {source} out into the {target}", "fill the {target} from the {source}",
    ),
    "full(target)", {"source": MUG, "target": BOWL}, start="full(source)", furniture=(), clutter=(0, 2), clutter_of=("block", "can"),
    time_limit=60.0, bodies=ARMS, needs=("side", "over"),
)  # fmt: skip
POUR_AND_SET = Task(
    "pour_and_set", "pour",
    (
        "pour the {source} into the {target} and put the {source} on the {tray}",
        "empty the {source} into the {target}, then set the {source} on the {tray}",
        "pour the {source} out into the {target} and place it on the {tray}",
        "fill the {target} from the {source} and put the {source} on the {tray}",
    ),
    "full(target) & on(source, tray)", {"tray": Wanted("tray"), "source": MUG, "target": BOWL}, start="full(source)", furniture=(),
    clutter=(0, 0), time_limit=90.0, bodies=ARMS, needs=("side", "over"),
)  # fmt: skip
CARRY_FULL = Task(
    "carry_full", "pour",
    (
        "put the full {source} on the {target}", "bring the {source} to the {target} without spilling",
        "carry the {source} to the {target} and keep it full", "place the {source} on the {target} without spilling anything",
    ),
    "on(source, target) & full(source)", {"target": Wanted("tray"), "source": MUG}, start="full(source)", furniture=(), clutter=(0, 2),
    clutter_of=("block", "can"), time_limit=60.0, bodies=ARMS, needs=("side",),
)  # fmt: skip
UPRIGHT = Task(
    "upright", "upright",
    (
        "stand the {object} up", "put the {object} upright", "set the {object} upright on the table",
        "could you stand the {object} upright",
        "the {object} has fallen over, please stand it up",
    ),
    "upright(object) & on(object, table)", {"object": Wanted("can"), "table": TABLE}, start="lying(object)", furniture=(), clutter=(0, 3),
    bodies=ARMS, needs=("over",),
)  # fmt: skip
UPSIDE_DOWN = Task(
    "upside_down", "upright",
    (
        "turn the {object} upside down", "put the {object} upside down on the table", "flip the {object} over",
        "could you turn the {object} over", "set the {object} down on its rim",
    ),
    "upside_down(object) & on(object, table)", {"object": MUG, "table": TABLE}, furniture=(), clutter=(0, 2), clutter_of=("block", "can"),
    time_limit=60.0, bodies=ARMS, needs=("side", "over"),
)  # fmt: skip

TASKS = [POUR, POUR_AND_SET, CARRY_FULL, UPRIGHT, UPSIDE_DOWN]
