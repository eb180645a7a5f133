"""Stacks: three high, taken apart, turned over, and what lies beneath."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted
from heedful.envs.tasks.room_for import LEFT, RIGHT, beside

BLOCK, TABLE = Wanted("block"), Wanted("table")

STACK_THREE = Task(
    "stack_three", "stack",
    (
        "stack the {top} on the {middle} and the {middle} on the {bottom}",
        "put the {middle} on the {bottom} and then the {top} on the {middle}",
        "build a tower of the {bottom}, the {middle} and the {top}, with the {bottom} at the bottom",
        "place the {middle} on top of the {bottom}, then place the {top} on top of the {middle}",
    ),
    "on(top, middle) & on(middle, bottom)", {"bottom": BLOCK, "middle": BLOCK, "top": BLOCK}, furniture=(), clutter=(0, 1),
    clutter_of=("block", "can"), time_limit=80.0,
)  # fmt: skip
UNSTACK = Task(
    "unstack", "stack",
    (
        "take the {object} off the {target}", "remove the {object} from the {target}", "put the {object} on the table",
        "take the {object} down from the {target}", "could you take the {object} off the {target} and put it on the table",
    ),
    "on(object, table)", {"target": BLOCK, "object": BLOCK, "table": TABLE}, start="on(object, target)", furniture=(), clutter=(0, 2),
    clutter_of=("block", "bowl"),
)  # fmt: skip
TAKE_FROM_BELOW = Task(
    "take_from_below", "multi_step",
    (
        "put the {object} in the {target}", "place the {object} into the {target}", "move the {object} into the {target}",
        "could you get the {object} into the {target}",
    ),
    "in(object, target)", {"object": BLOCK, "blocker": BLOCK, "target": Wanted("bowl")}, start="on(blocker, object)", furniture=(),
    clutter=(0, 1), clutter_of=("can",), time_limit=80.0,
)  # fmt: skip
SWAP_STACK = Task(
    "swap_stack", "multi_step",
    (
        "put the {object} on the {target}", "stack the {object} on the {target}", "swap the blocks so that the {object} is on the {target}",
        "I want the {object} on top of the {target}",
    ),
    "on(object, target)", {"object": BLOCK, "target": BLOCK}, start="on(target, object)", furniture=(), clutter=(0, 2),
    clutter_of=("can", "bowl"), time_limit=80.0,
)  # fmt: skip
ROW = Task(
    "row", "side",
    (
        "put the {left} next to the {middle} on its left and the {right} next to it on its right",
        "line up the blocks: the {left} left of the {middle} and the {right} right of the {middle}",
        "make a row with the {left} on the left, the {middle} in the middle and the {right} on the right",
        "place the {left} just left of the {middle} and the {right} just right of the {middle}",
    ),
    "left_of(left, middle) & next_to(left, middle) & right_of(right, middle) & next_to(right, middle)",
    {"middle": BLOCK, "left": BLOCK, "right": BLOCK}, possible=beside("middle", LEFT, RIGHT), furniture=(), clutter=(0, 0),
    time_limit=80.0,
)  # fmt: skip

TASKS = [STACK_THREE, UNSTACK, TAKE_FROM_BELOW, SWAP_STACK, ROW]
