"""The cabinet: its door, and what takes several steps with its drawer."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted

DRAWER, DOOR, BLOCK = Wanted("drawer"), Wanted("door"), Wanted("block")
AGAPE = (0.85, 1.0)
ARMS = ("panda", "ur5e")
"""Robots that reach bars and the ways that they go."""

DOOR_OPEN = Task(
    "door_open", "door",
    ("open the {door}", "pull the {door} open", "please open the {door}", "could you open up the {door}", "swing the {door} open"),
    "open(door)", {"door": DOOR}, furniture=("drawer", "door"), clutter=(0, 2), bodies=ARMS, needs=("tilt", "side"),
)  # fmt: skip
DOOR_CLOSE = Task(
    "door_close", "door",
    ("close the {door}", "push the {door} shut", "please close the {door}", "could you shut the {door}", "swing the {door} closed"),
    "closed(door)", {"door": DOOR}, start="open(door)", furniture=("drawer", "door"), clutter=(0, 2), bodies=ARMS, needs=("tilt", "side"),
)  # fmt: skip
CLOSE_UP = Task(
    "close_up", "door",
    (
        "close the {drawer} and the {door}", "shut the {door} and the {drawer}", "close the {door}, then close the {drawer}",
        "please push the {drawer} shut and close the {door}",
    ),
    "closed(drawer) & closed(door)", {"drawer": DRAWER, "door": DOOR}, start="open(door)", drawer=AGAPE, furniture=("drawer", "door"),
    clutter=(0, 0), time_limit=80.0, bodies=ARMS, needs=("tilt", "side"),
)  # fmt: skip
STORE = Task(
    "store", "multi_step",
    (
        "put the {object} in the {target} and close it", "store the {object} in the {target} and shut the {target}",
        "open the {target}, put the {object} in it and close it again", "put the {object} away in the {target}, then close the {target}",
    ),
    "in(object, target) & closed(target)", {"object": Wanted("can"), "target": DRAWER}, clutter=(0, 2), clutter_of=("block", "can"),
    time_limit=90.0, bodies=ARMS, needs=("tilt",),
)  # fmt: skip
FETCH = Task(
    "fetch", "multi_step",
    (
        "take the {object} out of the {drawer} and put it on the {target}", "get the {object} from the {drawer} onto the {target}",
        "put the {object} on the {target}", "the {object} in the {drawer} should go on the {target}",
    ),
    "on(object, target)", {"object": Wanted("block", sizes=("small",)), "drawer": DRAWER, "target": Wanted("plate")},
    start="in(object, drawer)", clutter=(0, 1), clutter_of=("can", "bowl"), time_limit=90.0, bodies=ARMS, needs=("tilt",),
)  # fmt: skip

TASKS = [DOOR_OPEN, DOOR_CLOSE, CLOSE_UP, STORE, FETCH]
