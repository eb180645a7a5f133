"""LIBERO as a world: its scenes, its robot, its fixed initial states and its own check of success, behind Heedful's protocols."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import mujoco
import numpy as np
import yaml

from heedful.envs.foreign.libero_tasks import SUITES, LiberoTask, initial_states, package, suite, thing_of
from heedful.envs.foreign.measure import measure, touchable
from heedful.envs.foreign.sight import Sight
from heedful.envs.task import TaskInstance
from heedful.envs.truth import Snapshot
from heedful.geometry import Array, Pose
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.robots.robosuite_panda import native, robosuite_panda, with_tool
from heedful.program import atoms, parse
from heedful.types import Cavity, Id, Scene, Thing, Volume

STATE = ("qpos", "qvel", "act", "ctrl")
SETTLE = 0.4
"""Robot time for which the arm holds still before an episode starts, as LIBERO's own evaluation does for some steps [s]."""
SEED = 0
"""Of numpy's global generator when a scene is built: it draws the fixtures' places, and LIBERO's evaluations use 0."""
KEPT = 10
"""How many built scenes are kept for the next episode of their task."""
NO_TOUCH = 0.006
"""The thinnest box that stands for a place [m]."""


class Libero:
    """A LIBERO task as a world, with robosuite's Panda in it. It needs LIBERO's own environment, see docs/libero.md.

    Episodes start from the benchmark's fixed initial states: seed n takes number n, modulo how many there are.

    Args:
      robot: Not used: LIBERO brings its own.
      instruct: What an episode's instruction is: the task's `goal` as a formula, or its `words`.
    """

    def __init__(self, robot: Any = None, instruct: str = "goal") -> None:
        if instruct not in ("goal", "words"):
            raise ValueError(f"an episode of LIBERO is instructed by its goal or its words, not by {instruct!r}")
        self.instance: TaskInstance | None = None
        self._instruct, self._envs = instruct, dict[str, Any]()
        self._lock = threading.Lock()
        self._sight: Sight | None = None

    def reset(self, seed: int, task: LiberoTask | str | None = None) -> None:
        """The task's scene in its initial state number `seed`. Model, data and robot are new. Raises ValueError for no task of LIBERO's."""
        chosen = _task(task)
        env = self._env(chosen)
        states = initial_states(chosen.states)
        env.sim.set_state_from_flattened(states[seed % len(states)])
        env.sim.forward()
        self.env, self.model, self.data = env, env.sim.model._model, env.sim.data._data
        self.data.ctrl[:] = 0.0
        base = Pose(self.data.body("robot0_base").xpos.copy(), self.data.body("robot0_base").xquat.copy())
        if self.instance is None or self.instance.task.name != chosen.name:
            self.description = robosuite_panda(base, self._ground(), tuple(env.robots[0].init_qpos))
        named, joints = native(self.description)
        self._bind = lambda: MujocoRobot(named, self.model, self.data, native=joints)
        self.robot = self._bind()
        for _ in range(round(SETTLE / self.robot.dt)):
            self.robot.send({})
        self._initial = {k: np.array(getattr(self.data, k), dtype=np.float64) for k in STATE}
        self.restore(self._initial)
        things, bodies, slides = self._things(chosen)
        with self._lock:
            self._sight = Sight(self.model, things, bodies, named, slides)
        binding = {i: i for i in chosen.things}
        goal = chosen.formula(binding)
        self.instance = TaskInstance(chosen, str(goal) if self._instruct == "goal" else chosen.phrasings[0], binding, goal, seed)

    def _env(self, task: LiberoTask) -> Any:
        if task.name not in self._envs:
            while len(self._envs) >= KEPT:
                self._envs.pop(next(iter(self._envs))).close()
            self._envs[task.name] = _made(task)
        return self._envs[task.name]

    # things -------------------------------------------------------------------------------------------------------------------------

    def _own(self) -> dict[Id, str]:
        """Objects and fixtures -> the name of their root body."""
        return {i: o.root_body for group in (self.env.objects_dict, self.env.fixtures_dict) for i, o in group.items()}

    def _things(self, task: LiberoTask) -> tuple[list[Thing], dict[Id, str], dict[Id, tuple[str, float, float]]]:
        """Everything in the scene, posed in its body; thing -> body; drawers -> joint, closed and open."""
        things, bodies = [self._table()], {"table": self._table_body()}
        slides: dict[Id, tuple[str, float, float]] = {}
        for id, body in self._own().items():
            number = int(self.model.body(body).id)
            if touchable(self.model, number):
                things.append(self._measured(id, number, category=_kind(id), fixed=id in self.env.fixtures_dict))
                bodies[id] = body
        wanted = {str(a) for atom in atoms(parse(task.goal)) for a in atom.args}
        for region, site in self.env.object_sites_dict.items():
            body = int(self.model.site(region).bodyid[0])
            parent = site.parent_name
            if thing_of(region) in bodies or region in bodies:
                continue
            if self.model.body_jntnum[body] and self.model.body(body).name not in bodies.values():
                drawer, slide = self._drawer(region, body, parent)
                things.append(drawer)
                bodies[region] = self.model.body(body).name
                if slide is not None:
                    slides[region] = slide
            elif region in wanted:
                things.append(self._place(region, body))
                bodies[region] = self.model.body(body).name
        return things, bodies, slides

    def _measured(self, id: Id, body: int, category: str, **fields: Any) -> Thing:
        seen = measure(self.model, self.data, body)
        return Thing(id, category, seen.centre, seen.size, seen.shape, cavity=seen.cavity, **fields)

    def _drawer(self, id: Id, body: int, parent: str) -> tuple[Thing, tuple[str, float, float] | None]:
        """A part of a fixture that moves on a joint, known by the region in it: a drawer that slides, a door that turns."""
        thing = self._measured(id, body, "drawer", fixed=True)
        ranges = self.env.get_object(parent).object_properties.get("articulation", {})
        opened, closed = ranges.get("default_open_ranges", ()), ranges.get("default_close_ranges", ())
        if not opened or not closed:
            return thing, None
        joint = int(self.model.body_jntadr[body])
        far, shut = max(opened, key=abs), max(closed)
        if int(self.model.jnt_type[joint]) == int(mujoco.mjtJoint.mjJNT_SLIDE):
            way = self.model.jnt_axis[joint] * (far - shut)
            slide = thing.pose.matrix.T @ way
            thing = Thing(id, "drawer", thing.pose, thing.size, thing.shape, fixed=True, cavity=thing.cavity, slide=slide)
        return thing, (self.model.joint(joint).name, shut, far)

    def _place(self, region: Id, body: int) -> Thing:
        """A region of a table or a fixture on which, or in which, things are to be put."""
        site = self.model.site(region)
        pose = Pose(site.pos.copy(), site.quat.copy())
        half = np.maximum(np.abs(site.size), NO_TOUCH / 2)
        cavity = Cavity(np.zeros(3), 2 * half) if half[2] > 0.02 else None
        return Thing(region, "place", pose, 2 * half, fixed=True, cavity=cavity)

    def _table_body(self) -> str:
        named = [self.model.body(b).name for b in range(self.model.nbody)]
        return next((n for n in named if n.endswith("table") or n == "floor"), "world")

    def _table(self) -> Thing:
        """The table or the floor before the robot, one metre and a half square, its top at the measured height."""
        size = np.array([1.0, 1.2, 0.04])
        at = Pose(np.array([self.description.base.pos[0] + 0.66, 0.0, self.description.ground - size[2] / 2]))
        body = self.model.body(self._table_body())
        frame = Pose(self.data.xpos[body.id].copy(), self.data.xquat[body.id].copy())
        return Thing("table", "table", frame.inverse() @ at, size, fixed=True)

    def _ground(self) -> float:
        """Height of the first thing under the middle of the workspace that is neither robot nor object [m]."""
        mine = set(self._own().values())
        x, y = float(self.data.body("robot0_base").xpos[0]) + 0.66, 0.0
        at, hit = np.array([x, y, 3.0]), np.zeros(1, dtype=np.int32)
        while (gone := mujoco.mj_ray(self.model, self.data, at, np.array([0.0, 0.0, -1.0]), None, 1, -1, hit)) >= 0:
            at[2] -= gone
            body = int(self.model.geom_bodyid[hit[0]])
            root = self.model.body(int(self.model.body_rootid[body])).name
            touch = self.model.geom_contype[hit[0]] or self.model.geom_conaffinity[hit[0]]
            if touch and root not in mine and not root.startswith(("robot0", "gripper0")):
                return float(at[2])
            at[2] -= 1e-4
        raise ValueError("this world has neither table nor floor before the robot")

    # the World protocol -----------------------------------------------------------------------------------------------------------------

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
        """LIBERO's own check, of this moment."""
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
        self.robot = self._bind()
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


def _task(task: LiberoTask | str | None) -> LiberoTask:
    if isinstance(task, LiberoTask):
        return task
    for name in SUITES:
        for one in suite(name):
            if task is None or one.name == task:
                return one
    raise ValueError(f"LIBERO has no task {task!r}; `heedful list suites` names its suites")


def _kind(id: Id) -> str:
    """`akita_black_bowl_1` as `akita_black_bowl`."""
    head, _, tail = id.rpartition("_")
    return head if tail.isdigit() else id


def _made(task: LiberoTask) -> Any:
    """LIBERO's environment of a task, without cameras, its fixtures placed as its own evaluation does, and a tool site added."""
    _configure()
    with contextlib.redirect_stdout(io.StringIO()):
        import libero.libero.envs  # noqa: F401  registers the problems
        import libero.libero.envs.bddl_utils as bddl
        from libero.libero.envs.bddl_base_domain import TASK_MAPPING
        from robosuite import load_controller_config

        problem = bddl.get_problem_info(str(task.bddl))["problem_name"]
        np.random.seed(SEED)
        env = TASK_MAPPING[problem](
            str(task.bddl), robots=["Panda"], controller_configs=load_controller_config(default_controller="OSC_POSE"),
            initialization_noise=None, has_renderer=False, has_offscreen_renderer=False, use_camera_obs=False, ignore_done=True,
        )  # fmt: skip
        env.set_xml_processor(with_tool)
        np.random.seed(SEED)
        env.reset()
    return env


def _configure() -> None:
    """Tell LIBERO where its files are, unless somebody has: it asks on standard input otherwise. And open no screen."""
    os.environ.setdefault("MUJOCO_GL", "disable")
    if "LIBERO_CONFIG_PATH" in os.environ or (Path.home() / ".libero" / "config.yaml").exists():
        return
    root = package()
    folder = Path(tempfile.mkdtemp(prefix="libero_"))
    names = {"benchmark_root": ".", "bddl_files": "bddl_files", "init_states": "init_files", "datasets": "../datasets", "assets": "assets"}
    (folder / "config.yaml").write_text(yaml.safe_dump({k: str((root / v).resolve()) for k, v in names.items()}))
    os.environ["LIBERO_CONFIG_PATH"] = str(folder)


__all__ = ["Libero"]
