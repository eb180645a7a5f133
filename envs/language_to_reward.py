"""The suite `language-to-reward`: the paper's seventeen tasks by name, nine for a robot on legs and eight for an arm at a table.

Yu et al., Language to Rewards for Robotic Skill Synthesis (arXiv 2306.08647). Its manipulator is a hand of many joints; here it is an arm
with a two-finger hand. What counts as done was written before anything was tuned. The words are of our own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from heedful.envs.legged.tasks import TASKS as LEGGED
from heedful.envs.legged.world import Quadruped
from heedful.envs.task import Task, Wanted
from heedful.envs.world import Tabletop
from heedful.predicates import evaluate
from heedful.types import Id, Scene

RAISED = 0.10
"""How far a lifted thing's lowest point is above the table [m]."""
GAP = 0.005
"""How near a touch is [m]."""
BESIDE = 0.06
"""How near a thing that was moved to another is, hull to hull along the table [m]."""
_BLOCK, _CAN, _MUG, _BOWL, _TABLE = Wanted("block", sizes=("large",)), Wanted("can"), Wanted("mug"), Wanted("bowl"), Wanted("table")
_ALONE: Mapping[str, Any] = {"furniture": (), "clutter": (0, 0)}


def _raised(scene: Scene, thing: Id) -> bool:
    return scene.objects[thing].bottom - scene.objects["table"].top >= RAISED


def _lifted(scene: Scene, binding: Mapping[str, Id]) -> bool:
    return all(_raised(scene, i) for role, i in binding.items() if role in ("object", "other"))


def _moved(scene: Scene, binding: Mapping[str, Id]) -> bool:
    a, b = scene.objects[binding["object"]], scene.objects[binding["target"]]
    apart = float(((a.pose.pos - b.pose.pos)[:2] ** 2).sum() ** 0.5) - float(max(a.size[:2]) + max(b.size[:2])) / 2
    return apart <= BESIDE or evaluate(MOVE.formula(binding), scene) is True


MOVE = Task(
    "move_object", "manipulator",
    (
        "move the {object} to the {target}", "bring the {object} to the {target}", "put the {object} next to the {target}",
        "push the {object} over to the {target}", "get the {object} close to the {target}",
    ),
    "in(object, target)", {"object": _BLOCK, "target": _BOWL}, _moved, **_ALONE,
)  # fmt: skip
ARM = (
    Task(
        "touch_object", "manipulator",
        ("touch the {object}", "put your hand on the {object}", "reach for the {object}", "go and touch the {object}", "tap the {object}"),
        "holding(object)", {"object": _BLOCK, "table": _TABLE}, **_ALONE,  # what holds it touches it; `success` asks for the touch alone
    ),
    Task(
        "lift_object", "manipulator",
        (
            "lift the {object}", "lift the {object} 20 cm up", "pick up the {object}", "raise the {object} into the air",
            "hold the {object} up high",
        ),
        "holding(object)", {"object": _BLOCK, "table": _TABLE}, _lifted, **_ALONE,
    ),
    MOVE,
    Task(
        "upright_object", "manipulator",
        (
            "place the {object} upright", "stand the {object} up", "set the {object} upright", "put the {object} upright",
            "make the {object} stand",
        ),
        "upright(object) & on(object, table)", {"object": _CAN, "table": _TABLE}, start="lying(object)", **_ALONE,
    ),
    Task(
        "flip_object", "manipulator",
        (
            "flip the {object}", "turn the {object} upside down", "flip the {object} over", "turn the {object} over",
            "put the {object} upside down",
        ),
        "upside_down(object) & on(object, table)", {"object": _MUG, "table": _TABLE}, **_ALONE,
    ),
    Task(
        "lift_two_objects", "manipulator",
        (
            "lift the {object} and the {other} at the same time", "lift both the {object} and the {other}",
            "pick up the {object} and the {other} together", "raise the {object} and the {other} into the air",
            "lift the {object} and the {other}",
        ),
        "holding(object) & holding(other)", {"object": Wanted("block", ("red",)), "other": Wanted("block", ("blue",)), "table": _TABLE},
        _lifted, **_ALONE,
    ),
    Task(
        "turn_on_faucet", "manipulator",
        (
            "turn on the {faucet}", "open the {faucet}", "turn the {faucet} on", "switch on the {faucet}", "let the {faucet} run",
        ),
        "running(faucet)", {"faucet": Wanted("faucet")}, **_ALONE,
    ),
    Task(
        "open_drawer", "manipulator",
        ("open the {drawer}", "pull the {drawer} open", "pull out the {drawer}", "slide the {drawer} open", "open up the {drawer}"),
        "open(drawer)", {"drawer": Wanted("drawer")}, clutter=(0, 0),
    ),
)  # fmt: skip
TASKS: tuple[Any, ...] = (*LEGGED, *ARM)


def _touched(world: Tabletop) -> bool:
    """Whether any part of the robot is at the object."""
    assert world.instance is not None
    return world.truth.gap(world.data, world.instance.binding["object"]) <= GAP


BY_TOUCH: Mapping[str, Callable[[Tabletop], bool]] = {"touch_object": _touched}
"""Tasks that no scene tells the success of, for the robot is none of its things."""


class Playground:
    """The ground or the table, whichever a task is for; what is asked of a world is asked of that.

    Args:
      robot: Of no account: the ground has the embedded quadruped, the table a Panda.
    """

    own_body = True
    skills = ("heedful.skills.rewards.pursuing", "heedful.skills.primitives.performing")
    planner = "rewards"

    def __init__(self, robot: Any = None) -> None:
        self._here: Any = None

    def reset(self, seed: int, task: Any = None) -> None:
        """Build the world of a task; without one, the ground."""
        chosen = next((t for t in TASKS if t.name == task), task) if isinstance(task, str) else task
        wanted = Tabletop if isinstance(chosen, Task) else Quadruped
        if type(self._here) is not wanted:
            if self._here is not None:
                self._here.close()
            self._here = _table() if wanted is Tabletop else Quadruped()
        self._here.reset(seed, chosen)

    def success(self, snapshot: Any = None, scene: Scene | None = None) -> bool:
        """Whether the task is done in truth."""
        touched = BY_TOUCH.get(self._here.instance.task.name) if self._here.instance is not None else None
        return touched(self._here) if touched is not None else bool(self._here.success(snapshot, scene))

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or "_here" not in self.__dict__ or self._here is None:
            raise AttributeError(name)
        return getattr(self._here, name)


def _table() -> Tabletop:
    from heedful.hardware.robots.panda import panda

    return Tabletop(panda())
