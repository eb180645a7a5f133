"""Robosuite's own tasks as worlds: its scenes drawn by the seed, its Panda and its own check of success."""

from __future__ import annotations

import contextlib
import io
import os
import random
from typing import Any

import numpy as np

from heedful.envs.foreign import require
from heedful.envs.foreign.measure import hollow, nearest, touchable, under
from heedful.envs.foreign.robosuite_scene import Found, kind, measured, table, table_body
from heedful.envs.foreign.robosuite_tasks import TASKS, RobosuiteTask
from heedful.envs.foreign.robosuite_world import RobosuiteWorld
from heedful.geometry import Array, Pose
from heedful.hardware.robots.robosuite_panda import with_tool
from heedful.types import Id, Thing

FAR = 3.0
"""What stands further than this from the robot has been put away by robosuite [m]."""
OVER = 0.04
"""How far above the place that robosuite calls a bin's is surely within the bin [m]."""


class Robosuite(RobosuiteWorld):
    """A robosuite task as a world. It needs an environment of its own, see docs/robosuite.md.

    Args:
      robot: Not used: robosuite brings its own.
      instruct: What an episode's instruction is: the task's `goal` as a formula, or its `words`.
    """

    def __init__(self, robot: Any = None, instruct: str = "goal") -> None:
        super().__init__(instruct)

    def _chosen(self, task: RobosuiteTask | str | None) -> RobosuiteTask:
        if isinstance(task, RobosuiteTask):
            return task
        for one in TASKS:
            if task is None or one.name == task:
                return one
        raise ValueError(f"no task {task!r} of robosuite's is known here; known: {', '.join(t.name for t in TASKS)}")

    def _built(self, task: RobosuiteTask) -> Any:
        require("robosuite")
        os.environ.setdefault("MUJOCO_GL", "disable")
        with contextlib.redirect_stdout(io.StringIO()):
            import robosuite

            env = robosuite.make(
                task.env, robots="Panda", has_renderer=False, has_offscreen_renderer=False, use_camera_obs=False, ignore_done=True,
                **task.settings,
            )  # fmt: skip
        env.set_xml_processor(with_tool)
        return env

    def _begin(self, env: Any, task: RobosuiteTask, seed: int) -> None:
        np.random.seed(seed)
        random.seed(seed)
        env.reset()

    def _own(self, env: Any) -> dict[Id, str]:
        return {o.name: o.root_body for o in env.model.mujoco_objects}

    def _found(self, env: Any, task: RobosuiteTask, base: Pose, ground: float) -> Found:
        """The objects, what the arena has beside the table, and the bins that robosuite names the places of."""
        model, data = env.sim.model._model, env.sim.data._data
        found, board, own = Found(), table_body(model), self._own(env)
        found.add(table(model, data, base, ground), board)
        bars = {o.name: o.important_sites["handle"] for o in env.model.mujoco_objects if "handle" in o.important_sites}
        for id, root in own.items():
            body = int(model.body(root).id)
            if touchable(model, body) and float(np.linalg.norm(data.xpos[body] - base.pos)) < FAR:
                bar = nearest(model, data, body, data.site(bars[id]).xpos) if id in bars else None
                found.add(measured(model, data, id, body, kind(id), False, bar=bar), root)
        arena = [b for b in range(1, model.nbody) if model.body_parentid[b] == 0 and touchable(model, b)]
        names = {b: str(model.body(b).name) for b in arena}
        arena = [b for b in arena if names[b] not in (board, *own.values()) and not names[b].startswith(("robot0", "gripper0", "mount0"))]
        bins = {id: (at, under(model, data, arena, at)) for id, at in _bins(env).items()}
        for body in arena:
            if all(body != parted for _, parted in bins.values()):
                found.add(measured(model, data, names[body], body, names[body].rstrip("0123456789"), True), names[body])
        for id, (at, body) in bins.items():
            seen = hollow(model, data, body, at)
            found.add(Thing(id, "bin", seen.centre, seen.size, fixed=True, cavity=seen.cavity), names[body])
        return found


def _bins(env: Any) -> dict[Id, Array]:
    """Bin -> a point within it [world]: robosuite names a place for each thing that has to be sorted."""
    places = getattr(env, "target_bin_placements", ())
    return {f"{o.name}_bin": at + np.array([0.0, 0.0, OVER]) for o, at in zip(getattr(env, "objects", ()), places, strict=True)}
