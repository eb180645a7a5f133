"""The tabletop suite: its first eight tasks, the families that follow them, and how tasks are found by name or loaded from a file."""

from __future__ import annotations

import difflib
import importlib.util
from collections.abc import Mapping
from pathlib import Path

from heedful.envs.task import Task, Wanted
from heedful.envs.tasks import TASKS as FURTHER
from heedful.predicates import evaluate
from heedful.types import Id, Scene

LIFTED = 0.05
"""Height above the table from which a picked thing counts as picked up [m]."""

_BLOCK, _BOWL, _PLATE, _DRAWER = Wanted("block"), Wanted("bowl"), Wanted("plate"), Wanted("drawer")
_ARMS = ("panda", "ur5e")
"""Robots that reach the drawer's bar and its whole way."""


class UnknownTask(KeyError):
    """A task or suite that nobody defined; the message names the nearest."""

    def __str__(self) -> str:
        return str(self.args[0])


def _picked(scene: Scene, binding: Mapping[str, Id]) -> bool:
    """In the gripper and clear of the table."""
    thing = scene.objects[binding["object"]]
    return thing.bottom - scene.objects["table"].top >= LIFTED and thing.id in scene.held.values()


def _beside(scene: Scene, binding: Mapping[str, Id]) -> bool:
    """Next to each other, and both standing on the table."""
    a, b = binding["object"], binding["target"]
    goal = PLACE_NEXT_TO.formula(binding)
    return evaluate(goal, scene) is True and all(scene.touching(i, "table") is not False for i in (a, b))


PICK = Task(
    "pick", "pick",
    (
        "pick up the {object}", "grab the {object}", "lift the {object}", "take the {object}", "could you pick up the {object}",
        "please get the {object} off the table",
    ),
    "holding(object)", {"object": _BLOCK}, _picked,
)  # fmt: skip
PLACE_IN = Task(
    "place_in", "place",
    (
        "put the {object} in the {target}", "place the {object} into the {target}", "could you drop the {object} in the {target}",
        "please move the {object} into the {target}", "the {object} goes in the {target}", "take the {object} and put it in the {target}",
    ),
    "in(object, target)", {"object": _BLOCK, "target": _BOWL},
)  # fmt: skip
PLACE_ON = Task(
    "place_on", "place",
    (
        "put the {object} on the {target}", "place the {object} onto the {target}", "could you set the {object} down on the {target}",
        "please move the {object} onto the {target}", "lay the {object} on the {target}",
    ),
    "on(object, target)", {"object": _BLOCK, "target": _PLATE},
)  # fmt: skip
PLACE_NEXT_TO = Task(
    "place_next_to", "place",
    (
        "put the {object} next to the {target}", "place the {object} beside the {target}", "move the {object} next to the {target}",
        "could you set the {object} down beside the {target}", "please put the {object} right by the {target}",
    ),
    "next_to(object, target)", {"object": _BLOCK, "target": _BOWL}, _beside,
)  # fmt: skip
STACK = Task(
    "stack", "stack",
    (
        "stack the {object} on the {target}", "put the {object} on top of the {target}", "place the {object} on the {target}",
        "could you stack the {object} onto the {target}", "please build a tower with the {object} on the {target}",
    ),
    "on(object, target)", {"object": _BLOCK, "target": _BLOCK},
)  # fmt: skip
DRAWER_OPEN = Task(
    "drawer_open", "drawer",
    (
        "open the {drawer}", "pull the {drawer} open", "please open the {drawer}", "could you pull out the {drawer}",
        "slide the {drawer} open",
    ),
    "open(drawer)", {"drawer": _DRAWER}, bodies=_ARMS, needs=("tilt",),
)  # fmt: skip
DRAWER_CLOSE = Task(
    "drawer_close", "drawer",
    ("close the {drawer}", "push the {drawer} shut", "please close the {drawer}", "could you shut the {drawer}", "push the {drawer} in"),
    "closed(drawer)", {"drawer": _DRAWER}, drawer=(0.85, 1.0), bodies=_ARMS, needs=("tilt",),
)  # fmt: skip
PUT_IN_DRAWER = Task(
    "put_in_drawer", "drawer",
    (
        "put the {object} in the {target}", "place the {object} into the {target}", "could you put the {object} away in the {target}",
        "please store the {object} in the {target}", "open the {target} and put the {object} in it",
    ),
    "in(object, target)", {"object": _BLOCK, "target": _DRAWER}, time_limit=60.0, bodies=_ARMS, needs=("tilt",),
)  # fmt: skip

SUITES: dict[str, list[Task]] = {
    "tabletop": [PICK, PLACE_IN, PLACE_ON, PLACE_NEXT_TO, STACK, DRAWER_OPEN, DRAWER_CLOSE, PUT_IN_DRAWER, *FURTHER],
}


def suite(name_or_path: str) -> list[Task]:
    """The tasks of a suite by its name, or of a Python file that defines `TASKS = [...]` or `TASK = ...`.

    Raises UnknownTask naming the nearest suite, ValueError on a file without tasks.
    """
    if name_or_path in SUITES:
        return SUITES[name_or_path]
    path = Path(name_or_path).expanduser()
    if path.suffix == ".py" and path.is_file():
        return _from_file(path)
    near = difflib.get_close_matches(name_or_path, SUITES, 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise UnknownTask(f"no suite named {name_or_path!r}.{hint} Known suites: {', '.join(SUITES)}, or the path of a Python file with TASKS")


def task(name: str) -> Task:
    """The task of that name, in any suite. Raises UnknownTask naming the nearest."""
    known = {t.name: t for tasks in SUITES.values() for t in tasks}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise UnknownTask(f"no task named {name!r}.{hint} Known tasks: {', '.join(known)}")


def _from_file(path: Path) -> list[Task]:
    spec = importlib.util.spec_from_file_location(f"heedful_tasks_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    tasks = getattr(module, "TASKS", None) or [t for t in [getattr(module, "TASK", None)] if t is not None]
    if not tasks or not all(isinstance(t, Task) for t in tasks):
        raise ValueError(f"{path} defines no tasks; it should set TASKS to a list of heedful.envs.Task, or TASK to one")
    return list(tasks)
