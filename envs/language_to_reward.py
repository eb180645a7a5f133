"""The suite `language-to-reward`: the paper's seventeen tasks by name, nine for a robot on legs and eight for an arm at a table."""

from __future__ import annotations

from typing import Any

from heedful.envs.legged.tasks import TASKS as LEGGED
from heedful.envs.legged.world import Quadruped
from heedful.envs.task import Task
from heedful.envs.world import Tabletop

TASKS: tuple[Any, ...] = LEGGED


class Playground:
    """The ground or the table, whichever a task is for; what is asked of a world is asked of that.

    Args:
      robot: Of no account: the ground has the embedded quadruped, the table a Panda.
    """

    own_body = True
    skills = ("heedful.skills.rewards.pursuing",)
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

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or "_here" not in self.__dict__ or self._here is None:
            raise AttributeError(name)
        return getattr(self._here, name)


def _table() -> Tabletop:
    from heedful.hardware.robots.panda import panda

    return Tabletop(panda())
