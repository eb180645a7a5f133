"""Driving the base to where the arm reaches a thing: the nearest free place, by a free way over the floor."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from heedful.geometry import Array
from heedful.predicates.reach import reaches
from heedful.skills.scripted.motions import Moved, arm_of, body_of, dropped, others, travel
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh, think
from heedful.types import Action, Id, Motion, Observation, Outcome, Reach, Scene, Thing, Twist

CELL = 0.05
"""Pitch of the places that are tried on the floor [m]."""
FAR = 2.5
"""How far it drives for a thing at most [m]."""
WELL = 0.10
"""How far inside the arm's reach a thing shall be [m]."""
SPEED, BRAKING = 0.4, 0.4
"""Of the base [m/s, m/s^2]."""
THERE = 0.01
"""Distance from its place within which the base has arrived [m]."""
PATIENCE = 1.0
"""How long the base may come no nearer before it counts as held up [s]."""
FLOOR = 1.0
"""Depth to which the table is taken to be solid: nothing drives under it [m]."""

Cell = tuple[int, int]


@skill(effects="reachable(object) & ~reachable(_)", uses="base arm gripper", timeout=60.0)
def drive_to(obs: Observation, object: Id) -> Motion:
    """Drive to where the arm reaches an object, carrying along whatever is held.

    Args:
      object: One thing in the scene.
    """
    assert obs.scene is not None
    arm, spec = arm_of(obs)
    thing = obs.scene.objects[object]
    base = next(n for n, p in body_of(obs).parts.items() if p.kind == "base")
    if reaches(obs.scene, arm, thing):
        return Outcome.succeeded(f"the {thing.name} is within reach")
    held = obs.scene.objects.get(obs.scene.held.get(spec.gripper) or "")
    watch = dropped(spec.gripper, obs.parts[spec.gripper].width, f"the {held.name}") if held else None
    obs, problem = yield from travel(obs, spec.home, arm, others(obs, *([held.id] if held else [])), held, watch=watch)
    if problem is not None:
        return problem
    assert obs.scene is not None
    free, fits = _free(obs, base, arm, held), _fits(obs.scene, arm, thing)
    way, obs = yield from think(obs, lambda: route(free, fits))
    if way is None:
        return Outcome.failed("no_way", f"there is no free place on the floor from where the arm reaches the {thing.name}")
    start = obs.parts[base].pose
    assert start is not None
    for step in way:
        obs, problem = yield from _roll(obs, base, start.pos[:2] + step)
        problem = problem or (watch(obs) if watch else None)
        if problem is not None:
            return problem
    obs = yield from fresh(obs)
    return Outcome.succeeded(f"the {thing.name} is within reach")


def route(free: Callable[[Array], bool], fits: Callable[[Array], bool]) -> list[Array] | None:
    """Displacements [m] in the plane to go through, to the nearest by way that fits; None where there is none.

    Args:
      free: Whether the base may stand at a displacement from where it is.
      fits: Whether it is a place to go to.
    """
    start: Cell = (0, 0)
    cost, before, done = {start: 0.0}, dict[Cell, Cell](), set[Cell]()
    queue = [(0.0, start)]
    allowed: dict[Cell, bool] = {start: True}
    while queue:
        so_far, cell = heapq.heappop(queue)
        if cell in done:
            continue
        done.add(cell)
        if fits(_at(cell)):
            return _pulled(_branch(before, cell), free)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                other = (cell[0] + dx, cell[1] + dy)
                then = so_far + CELL * float(np.hypot(dx, dy))
                if other in done or then > FAR or then >= cost.get(other, np.inf):
                    continue
                if other not in allowed:
                    allowed[other] = free(_at(other))
                if allowed[other]:
                    cost[other], before[other] = then, cell
                    heapq.heappush(queue, (then, other))
    return None


def _at(cell: Cell) -> Array:
    return CELL * np.array(cell, dtype=float)


def _branch(before: dict[Cell, Cell], cell: Cell) -> list[Array]:
    found = [cell]
    while found[-1] in before:
        found.append(before[found[-1]])
    return [_at(c) for c in reversed(found)]


def _pulled(path: Sequence[Array], free: Callable[[Array], bool]) -> list[Array]:
    """The way with fewer corners: from each the furthest that can be reached in a straight line."""
    found, at = [], 0
    while at < len(path) - 1:
        to = next(j for j in range(len(path) - 1, at, -1) if j == at + 1 or _straight(path[at], path[j], free))
        found.append(path[to])
        at = to
    return found


def _straight(a: Array, b: Array, free: Callable[[Array], bool]) -> bool:
    count = int(np.ceil(float(np.linalg.norm(b - a)) / (CELL / 2)))
    return all(free(a + (b - a) * i / count) for i in range(1, count + 1))


def _free(obs: Observation, base: str, arm: str, held: Thing | None) -> Callable[[Array], bool]:
    """Whether the robot, its arm at home, touches nothing where its base is displaced by so much [m]."""
    assert obs.scene is not None
    body, start, home = body_of(obs), obs.parts[base].q.copy(), body_of(obs).parts[arm].home
    around = [_solid(t) for t in obs.scene.objects.values() if held is None or t.id != held.id]
    turn = obs.parts[base].pose
    assert turn is not None
    yaw = turn.yaw - start[2]  # of the frame that the base's joints move in
    into = np.array([[np.cos(yaw), np.sin(yaw)], [-np.sin(yaw), np.cos(yaw)]])

    def free(by: Array) -> bool:
        q = start + np.array([*(into @ by), 0.0])
        return body.standing({base: q}).collision(arm, home, around) is None

    return free


def _solid(thing: Thing) -> Thing:
    """A table down to the floor."""
    if thing.category != "table":
        return thing
    deep = np.array([0.0, 0.0, FLOOR])
    return replace(thing, pose=thing.pose.shifted(-deep / 2), size=thing.size + deep)


def _fits(scene: Scene, arm: str, thing: Thing) -> Callable[[Array], bool]:
    """Whether a thing would be well within reach with the base displaced by so much [m]."""
    shell = scene.reach[arm]

    def fits(by: Array) -> bool:
        there = Reach(shell.centre + np.array([*by, 0.0]), shell.inner + WELL / 2, shell.outer - WELL, shell.width, shell.gripper)
        return reaches(replace(scene, reach={arm: there}), arm, thing)

    return fits


def _roll(obs: Observation, base: str, place: Array) -> Moved:
    """Drive in a straight line to a place on the floor [world], keeping its heading."""
    pose = obs.parts[base].pose
    assert pose is not None
    heading, best, since = pose.yaw, np.inf, obs.time
    while True:
        pose = obs.parts[base].pose
        assert pose is not None
        way, turn = place - pose.pos[:2], (heading - pose.yaw + np.pi) % (2 * np.pi) - np.pi
        left = float(np.linalg.norm(way))
        if left <= THERE and float(np.abs(obs.parts[base].dq).max()) < 0.02:
            return obs, None
        if left < best - 0.002:
            best, since = left, obs.time
        if obs.time > since + PATIENCE:
            return obs, Outcome.failed("blocked", f"the base is held up {100 * left:.0f} cm short of its place", left, THERE)
        speed = min(SPEED, float(np.sqrt(2 * BRAKING * left)), 2.0 * left)
        x, y = speed * way / max(left, 1e-9)
        c, s = np.cos(pose.yaw), np.sin(pose.yaw)
        obs = yield Action({base: Twist(c * x + s * y, c * y - s * x, 2.0 * turn)})
