"""Skills of an agent on a grid: go to, pick up, put down, put next to, open, unlock, close, and let time pass."""

from __future__ import annotations

from collections.abc import Callable, Generator

from heedful.envs.foreign.grid import STEPS, Cell, GridScene, State, ahead, cell_of, is_free, route, standing
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh
from heedful.types import Action, Choice, Id, Motion, Observation, Outcome

Walked = Generator[Action, Observation, tuple[Observation, Outcome | None]]
STUCK = 5
"""Steps without effect before it counts as blocked."""


@skill(requires="clear_way(object) & ~holding(object)", effects="facing(object) & ~facing(_)", uses="base", timeout=60.0)
def go_to(obs: Observation, object: Id) -> Motion:
    """Walk to a thing and face it.

    Args:
      object: One thing of the grid.
    """
    target = cell_of(_scene(obs).objects[object])
    obs, problem = yield from walk(obs, lambda scene: lambda state: ahead(state) == target, f"there is no way to the {_name(obs, object)}")
    return problem or Outcome.succeeded(f"the {_name(obs, object)} is right ahead")


@skill(
    requires="facing(object) & movable(object) & hand_empty",
    effects="holding(object) & picked(object) & ~facing(object) & ~obstructs(object, _) & ~next_to(object, _) & ~next_to(_, object)",
    uses="hand",
)
def pick_up(obs: Observation, object: Id) -> Motion:
    """Take up the thing that is right ahead.

    Args:
      object: A ball, a box or a key.
    """
    obs = yield Action({"hand": Choice("pickup")})
    obs = yield from fresh(obs)
    return Outcome.succeeded(f"the {_name(obs, object)} is in the hand")


@skill(requires="holding(object)", effects="~holding(object) & dropped(object) & facing(object) & ~facing(_)", uses="base hand")
def put_down(obs: Observation, object: Id) -> Motion:
    """Put down what is held where it is in nobody's way.

    Args:
      object: What is held.
    """
    problem: Outcome | None = None
    for good in (_aside, _anywhere):
        obs, problem = yield from walk(obs, good, f"there is no room for the {_name(obs, object)}")
        if problem is None:
            return (yield from _drop(obs, object))
    assert problem is not None
    return problem


@skill(
    requires="holding(object) & clear_way(target)",
    effects="next_to(object, target) & dropped(object) & ~holding(object) & facing(object) & ~facing(_)",
    uses="base hand",
)
def put_next_to(obs: Observation, object: Id, target: Id) -> Motion:
    """Put down what is held in a cell beside another thing.

    Args:
      object: What is held.
      target: What it shall lie next to.
    """
    beside = set(_sides(cell_of(_scene(obs).objects[target])))

    def there(scene: GridScene) -> Callable[[State], bool]:
        things = standing(scene)
        return lambda state: ahead(state) in beside and ahead(state) not in things and not scene.walls[ahead(state)]

    obs, problem = yield from walk(obs, there, f"there is no free place next to the {_name(obs, target)}")
    return problem or (yield from _drop(obs, object))


@skill(
    requires="door(object) & facing(object) & closed(object) & ~locked(object)",
    effects="open(object) & opened(object) & ~closed(object) & ~obstructs(object, _)",
    uses="hand",
)
def open_door(obs: Observation, object: Id) -> Motion:
    """Open the door that is right ahead.

    Args:
      object: A shut door.
    """
    return (yield from _toggle(obs, f"the {_name(obs, object)} is open"))


@skill(
    requires="door(object) & facing(object) & locked(object) & fits(key, object) & holding(key)",
    effects="open(object) & opened(object) & ~closed(object) & ~locked(object) & ~obstructs(object, _)",
    uses="hand",
)
def unlock(obs: Observation, object: Id, key: Id) -> Motion:
    """Unlock the door that is right ahead with the key in the hand.

    Args:
      object: A locked door.
      key: The held key of its colour.
    """
    return (yield from _toggle(obs, f"the {_name(obs, object)} is unlocked and open"))


@skill(requires="door(object) & facing(object) & open(object)", effects="closed(object) & ~open(object)", uses="hand")
def close_door(obs: Observation, object: Id) -> Motion:
    """Shut the door that is right ahead.

    Args:
      object: An open door.
    """
    return (yield from _toggle(obs, f"the {_name(obs, object)} is shut"))


@skill(uses="base", plan_with=False)
def stay(obs: Observation) -> Motion:
    """Let one step of the world pass; what comes after is a new matter."""
    obs = yield Action({"base": Choice("done")})
    obs = yield from fresh(obs)
    return Outcome.succeeded("a step has passed")


def walk(obs: Observation, arrived: Callable[[GridScene], Callable[[State], bool]], sentence: str) -> Walked:
    """Turn and step along the shortest free way to a state that has arrived, looked for anew at every step."""
    stuck = 0
    while True:
        obs = yield from fresh(obs)
        scene = _scene(obs)
        moves = route(scene, arrived(scene))
        if moves is None:
            return obs, Outcome.failed("blocked", sentence)
        if not moves:
            return obs, None
        obs = yield Action({"base": Choice(moves[0])})
        obs = yield from fresh(obs)
        stuck = stuck + 1 if _scene(obs).agent == scene.agent else 0
        if stuck >= STUCK:
            return obs, Outcome.failed("blocked", f"{moves[0]} has no effect")


def _drop(obs: Observation, object: Id) -> Motion:
    obs = yield Action({"hand": Choice("drop")})
    obs = yield from fresh(obs)
    return Outcome.succeeded(f"the {_name(obs, object)} was put down")


def _toggle(obs: Observation, sentence: str) -> Motion:
    obs = yield Action({"hand": Choice("toggle")})
    yield from fresh(obs)
    return Outcome.succeeded(sentence)


def _anywhere(scene: GridScene) -> Callable[[State], bool]:
    things = standing(scene)
    return lambda state: ahead(state) not in things and not scene.walls[ahead(state)]


def _aside(scene: GridScene) -> Callable[[State], bool]:
    """Whether what is dropped ahead leaves every free cell around it connected, and no door's cell taken."""
    things = standing(scene)

    def good(state: State) -> bool:
        cell = ahead(state)
        if cell in things or scene.walls[cell] or any(c in things and things[c].category == "door" for c in _sides(cell)):
            return False
        ring = [(cell[0] + di, cell[1] + dj) for di in (-1, 0, 1) for dj in (-1, 0, 1) if di or dj]
        free = {c for c in ring if is_free(scene, things, c)}
        sides = [c for c in _sides(cell) if c in free]
        return not sides or _connected(sides, free)

    return good


def _connected(cells: list[Cell], free: set[Cell]) -> bool:
    """Whether the cells hang together through free ones."""
    seen, stack = {cells[0]}, [cells[0]]
    while stack:
        for side in _sides(stack.pop()):
            if side in free and side not in seen:
                seen.add(side)
                stack.append(side)
    return all(c in seen for c in cells)


def _sides(cell: Cell) -> list[Cell]:
    return [(cell[0] + di, cell[1] + dj) for di, dj in STEPS]


def _scene(obs: Observation) -> GridScene:
    assert isinstance(obs.scene, GridScene), "skills of a grid need its scene"
    return obs.scene


def _name(obs: Observation, one: Id) -> str:
    return _scene(obs).objects[one].name
