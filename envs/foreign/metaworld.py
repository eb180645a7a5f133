"""Meta-World (Yu et al., 2019; metaworld 3) as worlds: its Sawyer hand, its observation, its own `info["success"]`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.envs.foreign import (
    goals,  # noqa: F401  registers its predicates
    require,
)
from heedful.envs.foreign.metaworld_tasks import TASKS, MetaTask
from heedful.geometry import Array, Pose
from heedful.hardware.command import check_command
from heedful.program import Formula, parse
from heedful.types import Command, Observation, PartSpec, PartState, Scene, Thing, Volume

DOWN: Array = np.array([0.0, 1.0, 0.0, 0.0])
EXTENT: Array = np.full(3, 0.04)
"""The observation tells where things are, not how large; this is taken for it [m]."""
OPEN = 0.1
"""Width at which the observation calls the gripper fully open [m]."""


@dataclass(frozen=True, slots=True, eq=False)
class MetaInstance:
    """A task as one seed made it; the instruction is its goal as a formula."""

    task: MetaTask
    instruction: str
    seed: int
    goal: Formula


def make(name: str, seed: int) -> Any:
    """The Gymnasium environment of a task (`drawer-open`), its goal observable, its arrangement drawn by the seed.

    Raises ImportError without metaworld, ValueError naming the tasks.
    """
    require("metaworld")
    try:
        from metaworld.env_dict import ALL_V3_ENVIRONMENTS_GOAL_OBSERVABLE as ENVS
    except ImportError as error:
        raise ImportError(
            f"Meta-World cannot be imported ({error}): pip install imageio && pip install --no-deps metaworld==3.1.1"
        ) from None
    if f"{name}-v3-goal-observable" not in ENVS:
        raise ValueError(f"Meta-World has no task {name!r}; it has {', '.join(k.removesuffix('-v3-goal-observable') for k in ENVS)}")
    return ENVS[f"{name}-v3-goal-observable"](seed=seed)


class SawyerHand:
    """Meta-World's body as it is commanded: a hand on three axes (its mocap target moves at most 1 cm a step), and a gripper's effort."""

    name = "sawyer hand"

    def __init__(self, env: Any) -> None:
        self.env = env
        self.dt = float(env.dt)
        speed = np.full(3, env.action_scale / self.dt)
        low, high = np.array(env.mocap_low, dtype=float), np.array(env.mocap_high, dtype=float)
        self.parts = {
            "arm": PartSpec("arm", ("x", "y", "z"), low, high, speed, np.array(env.hand_init_pos), "tcp", "gripper"),
            "gripper": PartSpec("gripper", ("fingers",), np.zeros(1), np.array([OPEN]), np.array([1.0]), np.array([OPEN]), force=1.0),
        }
        self.success = self.ended = False
        self._effort, self._ticks = -1.0, 0
        self.seen, _ = env.reset()
        self.seen = np.array(self.seen)

    def observe(self) -> Observation:
        tool = Pose(np.array(self.env.tcp_center), DOWN)
        arm = PartState(self.seen[:3].copy(), (self.seen[:3] - self.seen[18:21]) / self.dt, tool)
        grip = PartState(self.seen[3:4] * OPEN, (self.seen[3:4] - self.seen[21:22]) * OPEN / self.dt)
        return Observation(self._ticks * self.dt, {"arm": arm, "gripper": grip})

    def send(self, command: Command) -> None:
        """Move the hand's target and set the fingers' effort: one step, while the benchmark's 500 last."""
        check_command(self.name, self.parts, command)
        move = np.zeros(3)
        if "arm" in command:
            move = np.clip((command["arm"] - self.env.data.mocap_pos[0]) / self.env.action_scale, -1.0, 1.0)
        if "gripper" in command:
            width, force = command["gripper"]
            self._effort = float(force) if width < OPEN / 2 else -float(force)
        self._ticks += 1
        if self.ended:
            return
        seen, _, _, self.ended, info = self.env.step(np.array([*move, self._effort], dtype=np.float32))
        self.seen = np.array(seen)
        self.success = self.success or bool(info["success"])

    def hold(self) -> None:
        """The target stays where it is unless it is moved."""

    def close(self) -> None:
        """Nothing to let go of."""


class MetaWorld:
    """A Meta-World task as a world; its scene is the benchmark's own observation vector, goal included."""

    skills = ("heedful.skills.scripted.hand",)
    own_body = True

    def __init__(self, robot: Any = None) -> None:
        self.instance: MetaInstance | None = None
        self.env: Any = None

    def reset(self, seed: int, task: MetaTask | str | None = None) -> None:
        """Make the arrangement that this seed draws. Raises ValueError naming the tasks."""
        name = task.name if isinstance(task, MetaTask) else str(task or "reach")
        self.env = make(name, seed)
        chosen = next(t for t in TASKS if t.name == name)
        goal = chosen.goal or "arrived(hand, goal)"
        self.instance = MetaInstance(chosen, goal, seed, parse(goal))
        self.robot = SawyerHand(self.env)
        self._initial = self.robot.seen.copy()

    def snapshot(self) -> tuple[float, Array, Array]:
        return self.robot.observe().time, self.robot.seen.copy(), np.array(self.env.tcp_center)

    def scene(self, snapshot: Any = None) -> Scene:
        """The hand, the thing and the goal, where the observation says they are."""
        time, seen, tool = snapshot or self.snapshot()
        assert self.instance is not None
        task = self.instance.task
        things = [
            Thing("hand", "hand", Pose(tool, DOWN), EXTENT, fixed=True, seen=time),
            Thing("goal", "goal", Pose.at(*seen[36:39]), EXTENT, fixed=True, seen=time),
        ]
        if task.thing:
            slide = np.array(task.slide) * ((self._initial[36:39] - self._initial[4:7]) @ np.array(task.slide)) if task.slide else None
            things.append(Thing(task.thing, task.thing, Pose.at(*seen[4:7]), EXTENT, fixed=task.fixture, slide=slide, seen=time))
        return Scene(time, {t.id: t for t in things}, {"gripper": None})

    def success(self, snapshot: Any = None, scene: Scene | None = None) -> bool:
        """The benchmark's own word: `info["success"]` within its 500 steps."""
        return self.robot.success

    def fixtures(self) -> list[Volume]:
        return []

    def initial_state(self) -> dict[str, Array]:
        return {"observation": self._initial.copy()}

    def fingerprint(self) -> str:
        return hashlib.sha256(self._initial.tobytes()).hexdigest()[:12]

    def close(self) -> None:
        if self.env is not None:
            self.env.close()
