"""LIBERO as a world: its scenes, its robot, its fixed initial states and its own check of success, behind Heedful's protocols."""

from __future__ import annotations

from typing import Any

from heedful.envs.foreign.libero_names import FACING
from heedful.envs.foreign.libero_scene import made, own, things
from heedful.envs.foreign.libero_tasks import SUITES, LiberoTask, initial_states, suite
from heedful.envs.foreign.robosuite_scene import Found
from heedful.envs.foreign.robosuite_world import RobosuiteWorld
from heedful.geometry import Pose
from heedful.program import atoms, parse
from heedful.types import Id


class Libero(RobosuiteWorld):
    """A LIBERO task as a world, with robosuite's Panda in it. It needs LIBERO's own environment, see docs/libero.md.

    Episodes start from the benchmark's fixed initial states: seed n takes number n, modulo how many there are.

    Args:
      robot: Not used: LIBERO brings its own.
      instruct: What an episode's instruction is: the task's `goal` as a formula, or its `words`.
    """

    facing = FACING

    def __init__(self, robot: Any = None, instruct: str = "goal") -> None:
        super().__init__(instruct)

    def _chosen(self, task: LiberoTask | str | None) -> LiberoTask:
        if isinstance(task, LiberoTask):
            return task
        for name in SUITES:
            for one in suite(name):
                if task is None or one.name == task:
                    return one
        raise ValueError(f"LIBERO has no task {task!r}; `heedful list suites` names its suites")

    def _built(self, task: LiberoTask) -> Any:
        return made(task)

    def _begin(self, env: Any, task: LiberoTask, seed: int) -> None:
        states = initial_states(task.states)
        env.sim.set_state_from_flattened(states[seed % len(states)])
        env.sim.forward()

    def _own(self, env: Any) -> dict[Id, str]:
        return own(env)

    def _found(self, env: Any, task: LiberoTask, base: Pose, ground: float) -> Found:
        named = {str(a) for atom in atoms(parse(task.goal)) for a in atom.args} if self._instruct == "goal" else set[str]()
        return things(env, named, base, ground)


class LiberoInWords(Libero):
    """LIBERO told by its sentences alone."""

    def __init__(self, robot: Any = None) -> None:
        super().__init__(robot, "words")
