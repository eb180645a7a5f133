"""BabyAI (Chevalier-Boisvert et al., 2019) through minigrid: its levels, its missions and its own reward, for a discrete body."""

from __future__ import annotations

import contextlib
import hashlib
import io
from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.envs.foreign import require
from heedful.envs.foreign.grid import GridScene, State
from heedful.geometry import Array, Pose
from heedful.hardware.symbolic import SymbolicRobot
from heedful.program import TRUE, Formula
from heedful.types import Id, PartSpec, PartState, Scene, Thing, Volume

PARTS = {
    "base": PartSpec("discrete", choices=("left", "right", "forward", "done")),
    "hand": PartSpec("discrete", choices=("pickup", "drop", "toggle")),
}
"""The body: a base that turns and steps, a hand that picks, drops and toggles. `done` lets one step pass."""
KINDS = ("ball", "box", "key", "door")
LEVELS = (
    "GoToLocal", "PickupLoc", "PutNextLocal", "GoToSeq", "Open", "Unlock", "UnlockPickup", "UnblockPickup", "Synth", "SynthLoc",
    "SynthSeq", "MiniBossLevel", "BossLevel",
)  # fmt: skip
EVENTS = {"toggle": "opened", "pickup": "picked", "drop": "dropped"}


@dataclass(frozen=True, slots=True)
class Level:
    """One of BabyAI's levels, as a task."""

    name: str
    family: str = "babyai"


@dataclass(frozen=True, slots=True, eq=False)
class Mission:
    """A level as one seed made it. The goal is the environment's own; what is planned for is read from the words."""

    task: Level
    instruction: str
    seed: int
    goal: Formula = TRUE


class BabyAI:
    """A BabyAI level as a world. The scene is the simulator's full state, not the agent's 7 x 7 view."""

    skills = ("heedful.skills.scripted.grid",)
    """Modules of skills that its body can do."""
    own_body = True

    def __init__(self, robot: Any = None) -> None:
        self.instance: Mission | None = None
        self.env: Any = None

    def reset(self, seed: int, task: Level | str | None = None) -> None:
        """Make the level that this seed draws. Raises ValueError naming the levels, ImportError without minigrid."""
        level = task if isinstance(task, Level) else Level(str(task or LEVELS[0]))
        if self.env is None or self.instance is None or self.instance.task.name != level.name:
            self.env = _made(level.name)
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what its rejection sampling rejects
            observation, _ = self.env.reset(seed=seed)
        self.instance = Mission(level, str(observation["mission"]), seed)
        self.robot = SymbolicRobot("babyai agent", PARTS, self._act, self._measure)
        self.reward, self.ended = 0.0, False
        self._events: set[tuple[str, Id]] = set()
        self._ids = self._named()
        self._initial = {"grid": self.env.grid.encode().astype(float), "agent": np.array([*self.env.agent_pos, self.env.agent_dir])}

    def _named(self) -> dict[int, Id]:
        ids: dict[int, Id] = {}
        for thing in filter(None, [*self.env.grid.grid, self.env.carrying]):
            if thing.type in KINDS:
                name = f"{thing.color}_{thing.type}"
                alike = sum(known == name or known.startswith(f"{name}_") for known in ids.values())
                ids[id(thing)] = f"{name}_{alike + 1}" if alike else name
        return ids

    def _act(self, part: str, choice: str) -> None:
        """One step of the environment. Its episode's first ending is what counts."""
        before = (self._front(), self.env.carrying)
        with contextlib.redirect_stdout(io.StringIO()):
            _, reward, terminated, truncated, _ = self.env.step(self.env.actions[choice])
        if not self.ended:
            self.reward, self.ended = float(reward), bool(terminated or truncated)
        if choice == "done":
            self._events.clear()
        elif choice == "toggle" and before[0] is not None and getattr(before[0], "is_open", False):
            self._events.add(("opened", self._ids[id(before[0])]))
        elif choice in ("pickup", "drop") and self.env.carrying is not before[1]:
            self._events.add((EVENTS[choice], self._ids[id(self.env.carrying or before[1])]))

    def _front(self) -> Any:
        return self.env.grid.get(*self.env.front_pos)

    def _measure(self) -> dict[str, PartState]:
        (i, j), heading = self._agent()
        at = np.array([float(i), float(-j), -heading * np.pi / 2])
        full = np.array([1.0 if self.env.carrying is not None else 0.0])
        return {"base": PartState(at, np.zeros(3), Pose.at(float(i), float(-j), 0.5, float(at[2]))), "hand": PartState(full, np.zeros(1))}

    def _agent(self) -> State:
        i, j = self.env.agent_pos
        return (int(i), int(j)), int(self.env.agent_dir)

    def snapshot(self) -> Scene:
        """A grid is read whole, at once."""
        grid, carrying = self.env.grid, self.env.carrying
        walls = np.zeros((grid.width, grid.height), dtype=bool)
        objects: dict[Id, Thing] = {}
        joints: dict[Id, float] = {}
        time = self.robot.observe().time
        for index, found in enumerate(grid.grid):
            j, i = divmod(index, grid.width)
            if found is not None and found.type == "wall":
                walls[i, j] = True
            elif found is not None and id(found) in self._ids:
                thing = self._thing(found, i, j, time)
                objects[thing.id] = thing
                if found.type == "door":
                    joints[thing.id] = float(found.is_open)
        agent = self._agent()
        if carrying is not None:
            objects[self._ids[id(carrying)]] = self._thing(carrying, *agent[0], time)
        held = {"hand": self._ids[id(carrying)] if carrying is not None else None}
        rooms = tuple(
            ((int(r.top[0]), int(r.top[1])), (int(r.top[0] + r.size[0] - 1), int(r.top[1] + r.size[1] - 1)))
            for row in self.env.room_grid for r in row
        )  # fmt: skip
        return GridScene(
            time, objects, held, joints, contacts=None, walls=walls, agent=agent, rooms=rooms, events=frozenset(self._events)
        )  # fmt: skip

    def _thing(self, found: Any, i: int, j: int, time: float) -> Thing:
        locked = frozenset({"locked"}) if getattr(found, "is_locked", False) else frozenset[str]()
        return Thing(
            self._ids[id(found)], found.type, Pose.at(float(i), float(-j), 0.5), np.ones(3), "cylinder", found.color, locked,
            fixed=found.type == "door", seen=time,
        )  # fmt: skip

    def scene(self, snapshot: Scene | None = None) -> Scene:
        return snapshot or self.snapshot()

    def success(self, snapshot: Any = None, scene: Scene | None = None) -> bool:
        """The environment's own word: its episode ended with a reward."""
        return self.ended and self.reward > 0.0

    def fixtures(self) -> list[Volume]:
        return []

    def initial_state(self) -> dict[str, Array]:
        return {k: v.copy() for k, v in self._initial.items()}

    def fingerprint(self) -> str:
        digest = hashlib.sha256()
        for value in self._initial.values():
            digest.update(value.tobytes())
        return digest.hexdigest()[:12]

    def close(self) -> None:
        if self.env is not None:
            self.env.close()


def _made(level: str) -> Any:
    require("minigrid")
    import gymnasium
    import minigrid  # noqa: F401  registers its ids

    if f"BabyAI-{level}-v0" not in gymnasium.registry:
        raise ValueError(f"BabyAI has no level {level!r}; there are {', '.join(LEVELS)} and others")
    return gymnasium.make(f"BabyAI-{level}-v0").unwrapped
