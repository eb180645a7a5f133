"""A robosuite environment with its Panda as a world: its physics, its robot and its own check of success, behind Heedful's protocols."""

from __future__ import annotations

import hashlib
import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import Any

import mujoco
import numpy as np

from heedful.envs.foreign.robosuite_scene import Found, ground
from heedful.envs.foreign.sight import Sight
from heedful.envs.task import Task, TaskInstance
from heedful.envs.truth import Snapshot
from heedful.geometry import Array, Pose
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.robots.robosuite_panda import native, robosuite_panda
from heedful.types import Id, Scene, Volume

STATE = ("qpos", "qvel", "act", "ctrl")
SETTLE = 0.4
"""Robot time for which the arm holds still before an episode starts, so that things come to rest [s]."""
KEPT = 10
"""How many built scenes are kept for the next episode of their task."""


class RobosuiteWorld(ABC):
    """A world that robosuite built, with its Panda in it; a benchmark on it says how an episode begins and what stands there.

    Args:
      instruct: What an episode's instruction is: the task's `goal` as a formula, or its `words`.
    """

    def __init__(self, instruct: str = "goal") -> None:
        if instruct not in ("goal", "words"):
            raise ValueError(f"an episode is instructed by its goal or its words, not by {instruct!r}")
        self.instance: TaskInstance | None = None
        self._instruct, self._envs = instruct, dict[str, Any]()
        self._lock = threading.Lock()
        self._sight: Sight | None = None

    facing = False
    """Whether the benchmark's words tell sides as somebody sees them who faces the robot."""

    @abstractmethod
    def _chosen(self, task: Any) -> Task:
        """The task of a name; the first there is by default. Raises ValueError for none of the benchmark's."""

    @abstractmethod
    def _built(self, task: Any) -> Any:
        """The benchmark's environment of a task, a tool site added."""

    @abstractmethod
    def _begin(self, env: Any, task: Any, seed: int) -> None:
        """Put an environment into its initial state number `seed`."""

    @abstractmethod
    def _own(self, env: Any) -> dict[Id, str]:
        """Objects and fixtures -> the names of their root bodies."""

    @abstractmethod
    def _found(self, env: Any, task: Any, base: Pose, ground: float) -> Found:
        """What stands there."""

    def reset(self, seed: int, task: Any = None) -> None:
        """The task's scene in its initial state number `seed`. Model, data and robot are new. Raises ValueError for no task of these."""
        chosen = self._chosen(task)
        env = self._env(chosen)
        self._begin(env, chosen, seed)
        self.env, self.model, self.data = env, env.sim.model._model, env.sim.data._data
        self.data.ctrl[:] = 0.0
        base = Pose(self.data.body("robot0_base").xpos.copy(), self.data.body("robot0_base").xquat.copy())
        if self.instance is None or self.instance.task.name != chosen.name:
            level = ground(self.model, self.data, base, set(self._own(env).values()))
            self.description = robosuite_panda(base, level, tuple(env.robots[0].init_qpos))
        self._named, self._joints = native(self.description)
        self.robot = self._driver()
        for _ in range(round(SETTLE / self.robot.dt)):
            self.robot.send({})
        self._initial = {k: np.array(getattr(self.data, k), dtype=np.float64) for k in STATE}
        self.restore(self._initial)
        seen = self._found(env, chosen, self.description.base, self.description.ground)
        with self._lock:
            self._sight = Sight(self.model, seen, self._named, self.facing)
        binding = {i: i for i in chosen.things}
        goal = chosen.formula(binding)
        self.instance = TaskInstance(chosen, str(goal) if self._instruct == "goal" else chosen.phrasings[0], binding, goal, seed)

    def _driver(self) -> MujocoRobot:
        return MujocoRobot(self._named, self.model, self.data, native=self._joints)

    def _env(self, task: Task) -> Any:
        if task.name not in self._envs:
            while len(self._envs) >= KEPT:
                self._envs.pop(next(iter(self._envs))).close()
            self._envs[task.name] = self._built(task)
        return self._envs[task.name]

    def snapshot(self) -> Snapshot:
        """A copy of the state, taken between two ticks."""
        return Snapshot(float(self.data.time), self.data.qpos.copy(), self.data.qvel.copy())

    def scene(self, snapshot: Snapshot | None = None) -> Scene:
        """The true Scene of a snapshot, of this moment by default."""
        at = snapshot or self.snapshot()
        with self._lock:
            if self._sight is None:
                raise RuntimeError("the world has no scene yet; call reset(seed, task) first")
            return self._sight.scene(at)

    def success(self, snapshot: Snapshot | None = None, scene: Scene | None = None) -> bool:
        """The benchmark's own check, of this moment."""
        if self.instance is None:
            return False
        mujoco.mj_forward(self.model, self.data)
        return bool(self.env._check_success())

    def fixtures(self) -> list[Volume]:
        """None: what stands in the way is in the scene."""
        return []

    def initial_state(self) -> dict[str, Array]:
        """The state that this episode started from: qpos, qvel, act and ctrl, float64."""
        return {k: v.copy() for k, v in self._initial.items()}

    def state(self) -> dict[str, Array]:
        """The simulation's state, its time and warm start, and what the robot's driver remembers."""
        found = {k: np.array(getattr(self.data, k), dtype=np.float64) for k in (*STATE, "qacc_warmstart")}
        return found | {"time": np.array([self.data.time])} | {f"robot.{k}": v for k, v in self.robot.memory().items()}

    def restore(self, state: Mapping[str, Array]) -> None:
        """Set the simulation to a state of this very model, with a fresh `robot`."""
        mujoco.mj_resetData(self.model, self.data)
        for key in STATE:
            getattr(self.data, key)[:] = state[key]
        mujoco.mj_forward(self.model, self.data)
        self.robot = self._driver()
        self.data.ctrl[:] = state["ctrl"]
        if "time" in state:
            self.data.time = float(state["time"][0])
            self.data.qacc_warmstart[:] = state["qacc_warmstart"]
            self.robot.recall({k.removeprefix("robot."): v for k, v in state.items() if k.startswith("robot.")})

    def fingerprint(self) -> str:
        """Twelve hex digits that tell this compiled model and initial state from any other."""
        image = np.zeros(mujoco.mj_sizeModel(self.model), dtype=np.uint8)
        mujoco.mj_saveModel(self.model, None, image)
        digest = hashlib.sha256(image.tobytes())
        for key in STATE:
            digest.update(self._initial[key].tobytes())
        return digest.hexdigest()[:12]

    def close(self) -> None:
        """Let go of every scene."""
        with self._lock:
            self._sight = None
        for env in self._envs.values():
            env.close()
        self._envs.clear()
