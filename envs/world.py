"""The tabletop world: a robot, a table, what a seed lays out on it and what a task needs there, moved by contact alone."""

from __future__ import annotations

import threading
import zlib
from collections.abc import Mapping
from typing import Any, Protocol

import mujoco
import numpy as np

from heedful.envs import cabinet as furniture
from heedful.envs.arrange import begin, seated, within_reach
from heedful.envs.catalogue import BUILDERS, footprint
from heedful.envs.granules import granules
from heedful.envs.history import History
from heedful.envs.inventory import Item, inventory
from heedful.envs.layout import Layout, LayoutError, choose, lay_out
from heedful.envs.room import BAR, room
from heedful.envs.simulated import Simulated
from heedful.envs.stage import stage
from heedful.envs.tabletop_tasks import task as task_named
from heedful.envs.task import Task, TaskInstance
from heedful.envs.truth import Snapshot, Truth, reach_of
from heedful.envs.twin import TableTwin, twin_spec
from heedful.geometry import Array, Pose
from heedful.hardware.attaching import compiled
from heedful.hardware.description import RobotDescription
from heedful.predicates import evaluate, name_of
from heedful.program import Atom, substitute
from heedful.types import Id, Observation, Reach, Robot, Scene, Thing, Volume

SETTLE, POURED = 0.5, 1.5
"""Physics time that things get to come to rest before an episode starts, and what is poured in does [s]."""
DRAWS = 100
"""How often a layout is drawn anew in which the task were done already, or could not be done."""
NUDGED = 0.01
"""How far a thing may come to rest from where it was laid out [m]; further, and the robot was in its way."""
AT_REST = 0.03
"""Speed up to which a thing counts as resting [m/s]."""


class World(Protocol):
    """What the rest of Heedful asks of a simulated world."""

    @property
    def robot(self) -> Robot: ...
    @property
    def instance(self) -> TaskInstance | None: ...
    def reset(self, seed: int, task: Task | str | None = None) -> None: ...
    def snapshot(self) -> Snapshot: ...
    def scene(self, snapshot: Snapshot | None = None) -> Scene: ...
    def success(self, snapshot: Snapshot | None = None, scene: Scene | None = None) -> bool: ...
    def fixtures(self) -> list[Volume]: ...
    def initial_state(self) -> dict[str, Array]: ...
    def state(self) -> dict[str, Array]: ...
    def restore(self, state: Mapping[str, Array]) -> None: ...
    def fingerprint(self) -> str: ...
    def close(self) -> None: ...


class Tabletop(Simulated):
    """A table with what a task needs on it, in front of any robot with an arm; without a task, blocks, bowls, plates and a drawer.

    Call `reset` before anything else. `snapshot` belongs to the control thread; `scene` of a snapshot may be called from any thread.

    Args:
      robot: The body that stands at the table.
    """

    setting: Task | None = None
    """What stands there when no task is set; None for blocks, bowls, plates and a drawer."""

    def __init__(self, robot: RobotDescription) -> None:
        self.description = robot
        self.layout = Layout()
        """Where the seed put things, and how many draws it rejected."""
        self.instance: TaskInstance | None = None
        self._lock = threading.Lock()
        self._truth: Truth | None = None
        self._twin: TableTwin | None = None

    def reset(self, seed: int, task: Task | str | None = None) -> None:
        """Build the table that this seed and task make, let it settle, and put the robot at home. Model, data and robot are new.

        Raises UnknownTask, LayoutError, ValueError.
        """
        chosen = task_named(task) if isinstance(task, str) else task
        laid = chosen or self.setting
        rng = np.random.default_rng([seed, zlib.crc32(laid.name.encode()) if laid else 0])
        for _ in range(DRAWS):
            self.instance = None
            binding = self._build(rng, laid)
            if chosen is None:
                return
            self.instance = self._instance(rng, chosen, binding, seed)
            if self._fit():
                return
        raise LayoutError(f"task {chosen.name if chosen else ''!r} was done or impossible from the start in {DRAWS} layouts of seed {seed}")

    def _build(self, rng: np.random.Generator, task: Task | None) -> Mapping[str, Id]:
        """Lay things out anew; role -> id."""
        items, binding = inventory(rng, task)
        spec, things, opened = self._compose(rng, items, task, binding)
        self.model = compiled(spec)
        self._spec = spec
        self.data = mujoco.MjData(self.model)
        self.history = History(self.model, things)
        joints = {t.id: j for t in things for j in (f"{t.id}_slide", f"{t.id}_hinge") if self._has_joint(j)}
        with self._lock:
            self._truth = Truth(self.model, things, self.description, joints, self.history)
        if "drawer" in joints:
            self.data.joint(furniture.SLIDE).qpos[0] = opened * furniture.TRAVEL
        starts = [substitute(a, binding) for a in task.begins] if task else []
        begin(rng, self.data, [a for a in starts if isinstance(a, Atom)], self.scene)
        self.history.start(self.data, any(a.name == "lit" for a in task.begins) if task else False)
        self.settle(POURED if any(a.name == "full" for a in (task.begins if task else ())) else SETTLE)
        return binding

    def _fit(self) -> bool:
        """Whether the robot leaves things alone where it stands, and the task is neither done yet nor out of the question."""
        assert self.instance is not None
        scene, task = self.scene(), self.instance.task
        away = [float(np.linalg.norm((scene.objects[i].pose.pos - p.pos)[:2])) for i, p in self.layout.poses.items()]
        if max(away, default=0.0) > NUDGED or self.truth.robot_touches():
            return False
        if evaluate(self.instance.goal, scene) is True or not within_reach(scene, self.instance.binding.values()):
            return False
        return task.possible is None or task.possible(scene, self.instance.binding)

    def _compose(
        self, rng: np.random.Generator, items: list[Item], task: Task | None, binding: Mapping[str, Id]
    ) -> tuple[Any, list[Thing], float]:
        """The spec, its things, and how far the drawer starts open."""
        here = room(self.reach())
        spec, table = stage(self.description, here.table)
        things, taken, opened, middle = [table], [*here.feet], 0.0, Pose.at(0, 0, 0)
        wanted = task.furniture if task else ("drawer",)
        if here.feet and not any(w.fixture and w.category != "table" for w in (task.things.values() if task else ())):
            wanted = ()  # before a short arm there is no room for what is only there to be seen
        if wanted:
            front, y = here.cabinet(rng, max(BAR[w] for w in wanted))
            opened = float(rng.uniform(*task.drawer)) if task else 0.0
            taken.append(furniture.swept(front, y))
        seats = seated(task.begins, binding) if task else {}
        radii = {i.id: footprint(i.category, i.size) for i in items if i.id not in seats and i.category != "lamp"}
        self.layout = lay_out(rng, radii, here.zone, taken, [i.id for i in items if i.optional])
        if wanted:
            things += furniture.cabinet(spec, front, y, "door" in wanted).values()
            middle = Pose.at(front, y, 0)
        filled = {binding[str(a.args[0])] for a in task.begins if a.name == "full"} if task else set()
        for item in items:
            if item.category == "lamp":
                pose = Pose.at(here.back, float(rng.uniform(-0.3, 0.3)), 0)
            elif item.id in seats:
                pose = self.layout.poses.get(seats[item.id], middle)
            elif item.id in self.layout.poses:
                pose = self.layout.poses[item.id]
            else:
                continue
            made = BUILDERS[item.category](spec, item.id, pose, item.color, item.size)
            things.append(made)
            if item.id in filled and made.cavity is not None:
                granules(spec, Pose(np.array([*pose.pos[:2], made.size[2] / 2]), pose.quat), made.cavity)
        spec.nuserdata = History.size(things)
        return spec, things, opened

    def _has_joint(self, name: str) -> bool:
        return int(mujoco.mj_name2id(self.model, int(mujoco.mjtObj.mjOBJ_JOINT), name)) >= 0

    def _instance(self, rng: np.random.Generator, task: Task, binding: Mapping[str, Id], seed: int) -> TaskInstance:
        scene = self.scene()
        names = {role: name_of(id, scene).removeprefix("the ") for role, id in binding.items()}
        return TaskInstance(task, choose(rng, task.phrasings).format(**names), binding, task.formula(binding), seed)

    def reach(self) -> tuple[Reach, ...]:
        """Where the arms can work."""
        return tuple(reach_of(self.description, arm) for arm in self.description.arms if arm in self.description.reach)

    def scene(self, snapshot: Snapshot | None = None) -> Scene:
        """The true Scene of a snapshot, of this moment by default."""
        at = snapshot or self.snapshot()
        with self._lock:
            return self.truth.scene(at)

    def glimpse(self) -> Scene:
        """The true Scene of this moment, measured as it is read, and of use only until the next tick or scene: for one thread's reward."""
        return self.truth.glimpse(self.data, self.data.userdata)

    def success(self, snapshot: Snapshot | None = None, scene: Scene | None = None) -> bool:
        """Whether the task is done in truth, with the things it is about at rest unless they are held. False without a task.

        Args:
          snapshot: Of which moment; this one by default.
          scene: The snapshot's true Scene, where it is known already.
        """
        if self.instance is None:
            return False
        at = snapshot if snapshot is not None or scene is not None else self.snapshot()
        scene = scene if scene is not None else self.scene(at)
        if not self.instance.success(scene):
            return False
        at = at or self.snapshot()
        bound = [i for i in self.instance.binding.values() if i not in scene.held.values()]
        return all(self.truth.speed(at, i) <= AT_REST for i in bound)

    def fixtures(self) -> list[Volume]:
        """What the tool must keep out of: the cabinet, the lamp."""
        things = self.scene().objects
        return [Volume(t.id, t.pose, t.size) for t in things.values() if t.category in ("cabinet", "lamp")]

    def spec(self) -> Any:
        """A fresh editable spec of the table and all on it, with a site at every handle, that motion may be planned with."""
        return twin_spec(self._spec, self.truth)

    def place(self, data: Any, observation: Observation) -> None:
        """Put a simulation of `spec()` where the robot was measured to be and things were seen, those in the hand with it."""
        self._memory().place(data, observation)

    def carried(self, observation: Observation, thing: Thing) -> Pose:
        """Where a thing of the scene is by now: what a hand holds has gone along with it since the scene was seen."""
        return self._memory().carried(observation, thing)

    def _memory(self) -> TableTwin:
        """What knows where the tools were, since the last reset."""
        if self._twin is None or self._twin.truth is not self.truth:
            self._twin = TableTwin(self.truth, self.description, self._initial["qpos"])
        return self._twin

    def close(self) -> None:
        """Let go of the truth; `reset` starts anew."""
        with self._lock:
            self._truth = None

    @property
    def truth(self) -> Truth:
        """What measures scenes here. Raises RuntimeError before the first reset."""
        if self._truth is None:
            raise RuntimeError("the world has no scene yet; call reset(seed) first")
        return self._truth
