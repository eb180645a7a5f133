"""Grid worlds as Scenes: one cell is one metre, things fill their cells, and an agent stands on a cell and faces the next."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from heedful.predicates import define, predicate
from heedful.types import Id, Scene, Thing

Cell = tuple[int, int]
"""Column from the left, row from the top."""
State = tuple[Cell, int]
"""Where the agent stands and which way it faces: 0 right, 1 down, 2 left, 3 up."""
STEPS: tuple[Cell, ...] = ((1, 0), (0, 1), (-1, 0), (0, -1))
PASSING = {"shut": 2.0, "thing": 30.0, "locked": 100.0}
"""What it costs, in steps, to open a shut door, move a thing aside, and find the key to a locked door."""


@dataclass(frozen=True, slots=True, eq=False)
class GridScene(Scene):
    """A Scene on a grid: besides its things, where walls are, where the agent stands, and what it has done lately."""

    walls: NDArray[np.bool_] = field(default_factory=lambda: np.zeros((0, 0), dtype=bool))
    """(columns, rows)."""
    agent: State = ((0, 0), 0)
    rooms: tuple[tuple[Cell, Cell], ...] = ()
    """First and last cell of each room, its walls included."""
    events: frozenset[tuple[str, Id]] = frozenset()
    """What the agent did since it last let time pass: opened, picked or dropped something."""


def cell_of(thing: Thing) -> Cell:
    """The cell that a thing fills; y points up in the world and rows count down."""
    return round(float(thing.pose.pos[0])), round(float(-thing.pose.pos[1]))


def ahead(state: State) -> Cell:
    """The cell that an agent faces."""
    (i, j), heading = state
    di, dj = STEPS[heading]
    return i + di, j + dj


def standing(scene: GridScene) -> dict[Cell, Thing]:
    """What stands in which cell; what is held stands nowhere."""
    held = set(scene.held.values())
    return {cell_of(t): t for t in scene.objects.values() if t.id not in held}


def passable(scene: GridScene, thing: Thing) -> bool:
    """Whether the agent can walk through its cell: an open door."""
    return scene.joints.get(thing.id, 0.0) > 0.5


def route(scene: GridScene, arrived: Callable[[State], bool]) -> list[str] | None:
    """The fewest turns and steps over free cells to a state that counts as arrived; None if there is none."""
    things = standing(scene)
    came: dict[State, tuple[State, str] | None] = {scene.agent: None}
    queue = deque([scene.agent])
    while queue:
        state = queue.popleft()
        if arrived(state):
            moves: list[str] = []
            while (back := came[state]) is not None:
                state, move = back
                moves.append(move)
            return moves[::-1]
        cell, heading = state
        options = [("left", (cell, (heading - 1) % 4)), ("right", (cell, (heading + 1) % 4))]
        front = ahead(state)
        if is_free(scene, things, front):
            options.append(("forward", (front, heading)))
        for move, following in options:
            if following not in came:
                came[following] = (state, move)
                queue.append(following)
    return None


def is_free(scene: GridScene, things: Mapping[Cell, Thing], cell: Cell) -> bool:
    """Whether the agent can be in a cell."""
    inside = 0 <= cell[0] < scene.walls.shape[0] and 0 <= cell[1] < scene.walls.shape[1]
    return inside and not scene.walls[cell] and (cell not in things or passable(scene, things[cell]))


@lru_cache(maxsize=16)
def in_the_way(scene: GridScene) -> Mapping[Id, frozenset[Id]]:
    """For each thing, what shuts the cheapest way from the agent to it: shut doors to open and things to move aside."""
    things = standing(scene)
    start = scene.agent[0]
    cost: dict[Cell, float] = {start: 0.0}
    before: dict[Cell, Cell] = {}
    queue = [(0.0, start)]
    while queue:
        sofar, cell = heapq.heappop(queue)
        if sofar > cost[cell]:
            continue
        for heading in range(4):
            front = ahead((cell, heading))
            if not (0 <= front[0] < scene.walls.shape[0] and 0 <= front[1] < scene.walls.shape[1]) or scene.walls[front]:
                continue
            then = sofar + 1.0 + _toll(scene, things.get(front))
            if then < cost.get(front, np.inf):
                cost[front], before[front] = then, cell
                heapq.heappush(queue, (then, front))
    found: dict[Id, frozenset[Id]] = {}
    for at, thing in things.items():
        sides = [c for h in range(4) if (c := ahead((at, h))) in cost]
        if not sides:
            continue
        cell = min(sides, key=cost.__getitem__)
        blocking: set[Id] = set()
        while cell != start:
            if cell in things and not passable(scene, things[cell]):
                blocking.add(things[cell].id)
            cell = before[cell]
        found[thing.id] = frozenset(blocking - {thing.id})
    return found


def _toll(scene: GridScene, thing: Thing | None) -> float:
    if thing is None or passable(scene, thing):
        return 0.0
    if thing.category != "door":
        return PASSING["thing"]
    return PASSING["locked" if "locked" in thing.attributes else "shut"]


@predicate("the robot is facing {0}")
def facing(scene: Scene, x: Thing) -> bool | None:
    """It stands in the next cell and looks at it."""
    if not isinstance(scene, GridScene):
        return None
    return x.id not in scene.held.values() and ahead(scene.agent) == cell_of(x)


@predicate("{0} is in the way to {1}")
def obstructs(scene: Scene, a: Thing, b: Thing) -> bool | None:
    """It is a shut door or a thing on the cheapest way from the robot."""
    return a.id in in_the_way(scene).get(b.id, frozenset()) if isinstance(scene, GridScene) else None


@predicate("{0} is locked", words=("locked",))
def locked(scene: Scene, x: Thing) -> bool:
    return "locked" in x.attributes


@predicate("{0} is a door")
def door(scene: Scene, x: Thing) -> bool:
    return x.category == "door"


@predicate("{0} fits {1}")
def fits(scene: Scene, key: Thing, lock: Thing) -> bool:
    """A key fits locks of its colour."""
    return key.category == "key" and lock.category == "door" and key.color == lock.color


@predicate("{0} has just been opened")
def opened(scene: Scene, x: Thing) -> bool | None:
    return ("opened", x.id) in scene.events if isinstance(scene, GridScene) else None


@predicate("{0} has just been picked up")
def picked(scene: Scene, x: Thing) -> bool | None:
    return ("picked", x.id) in scene.events if isinstance(scene, GridScene) else None


@predicate("{0} has just been put down")
def dropped(scene: Scene, x: Thing) -> bool | None:
    return ("dropped", x.id) in scene.events if isinstance(scene, GridScene) else None


define("clear_way(x)", "~exists y: obstructs(y, x)", "the way to {0} is clear")
