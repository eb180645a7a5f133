"""Putting one thing somewhere: left or right of, in front of or behind another, on a marked square, out of a bowl."""

from __future__ import annotations

from heedful.envs.task import Task, Wanted
from heedful.envs.tasks.room_for import BEHIND, FRONT, LEFT, RIGHT, beside
from heedful.geometry import Array

BLOCK, BOWL, PLATE = Wanted("block"), Wanted("bowl"), Wanted("plate")


def _side(name: str, words: tuple[str, ...], way: Array, target: Wanted) -> Task:
    said = (
        "put the {object} %s the {target}", "place the {object} %s the {target}", "move the {object} %s the {target}",
        "could you set the {object} down %s the {target}", "the {object} should be %s the {target}",
    )  # fmt: skip
    return Task(
        name, "side",
        tuple(s % w for i, s in enumerate(said) for w in (words[i % len(words)],)),
        f"{name}(object, target) & on(object, table)", {"object": BLOCK, "target": target, "table": Wanted("table")},
        possible=beside("target", way), furniture=(), clutter=(0, 2), clutter_of=("block", "can"),
    )  # fmt: skip


LEFT_OF = _side("left_of", ("to the left of", "left of"), LEFT, Wanted("can", kinds=("bowl",)))
RIGHT_OF = _side("right_of", ("to the right of", "right of"), RIGHT, Wanted("can", kinds=("bowl",)))
IN_FRONT_OF = _side("in_front_of", ("in front of",), FRONT, Wanted("can", kinds=("bowl",)))
BEHIND_OF = _side("behind", ("behind",), BEHIND, Wanted("can", kinds=("bowl",)))

PLACE_AT = Task(
    "place_at", "place",
    (
        "put the {object} on the {target}", "place the {object} on the {target}", "move the {object} onto the {target}",
        "could you set the {object} down on the {target}", "the {object} belongs on the {target}",
    ),
    "at(object, target)", {"object": Wanted("can"), "target": Wanted("square")}, furniture=(), clutter_of=("can", "block", "square"),
)  # fmt: skip
PLACE_ANY = Task(
    "place_any", "place",
    (
        "put a block in the {target}", "put any block in the {target}", "place one of the blocks in the {target}",
        "could you put some block in the {target}", "drop any one of the blocks into the {target}",
    ),
    "exists x in block: in(x, target)", {"target": BOWL, "first": BLOCK, "second": BLOCK}, furniture=(), clutter=(0, 2),
    clutter_of=("block", "plate"),
)  # fmt: skip
TAKE_OUT = Task(
    "take_out", "place",
    (
        "take the {object} out of the {target}", "remove the {object} from the {target}", "get the {object} out of the {target}",
        "take the {object} out of the {target} and put it on the table", "put the {object} on the table",
    ),
    "on(object, table)", {"object": Wanted("block", sizes=("small",)), "target": BOWL, "table": Wanted("table")},
    start="in(object, target)", furniture=(), clutter=(0, 2), clutter_of=("block", "can"),
)  # fmt: skip

TASKS = [LEFT_OF, RIGHT_OF, IN_FRONT_OF, BEHIND_OF, PLACE_AT, PLACE_ANY, TAKE_OUT]
