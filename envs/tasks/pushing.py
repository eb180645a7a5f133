"""Pushing what is too wide to be grasped."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted
from heedful.envs.tasks.room_for import between

BOX = Wanted("box")

PUSH_TO = Task(
    "push_to", "push",
    (
        "push the {object} onto the {target}", "slide the {object} onto the {target}", "push the {object} to the {target}",
        "could you shove the {object} onto the {target}", "push the {object} until it is on the {target}",
    ),
    "at(object, target)", {"object": BOX, "target": Wanted("square")}, possible=between("object", "target"), furniture=(), clutter=(0, 2),
    clutter_of=("block", "can"), needs=("press",),
)  # fmt: skip
PUSH_NEXT_TO = Task(
    "push_next_to", "push",
    (
        "push the {object} next to the {target}", "slide the {object} beside the {target}", "push the {object} up to the {target}",
        "could you shove the {object} next to the {target}",
    ),
    "next_to(object, target)", {"object": BOX, "target": Wanted("can", kinds=("bowl",))}, possible=between("object", "target"),
    furniture=(), clutter=(0, 2), clutter_of=("block", "bowl"), needs=("press",),
)  # fmt: skip

TASKS = [PUSH_TO, PUSH_NEXT_TO]
