"""Carrying what is held, and keeping a vessel level that has something in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.predicates.builtin import EMPTY
from heedful.skills.scripted.motions import Moved, Watch, body_of, follow, line, nominal, travel
from heedful.skills.thinking import think
from heedful.types import Body, Observation, Outcome, Scene, Thing

TILT = np.deg2rad(12.0)
"""How far a vessel with something in it may tilt on its way [rad]."""
GENTLY = 0.35
"""Share of the joint speed limits at which it is carried; with it the accelerations fall to an eighth."""
RISES = (0.0, 0.06, 0.12, 0.20)
"""How much higher than its ends a level way may lead [m]."""
STEP = 0.12
"""Largest turn of a joint between two configurations that are looked at [rad]."""


def spillable(scene: Scene, thing: Thing) -> bool:
    """Whether something would run out if the thing were tilted."""
    return scene.fill.get(thing.id, 0.0) > EMPTY


def foot_of(scene: Scene, arm: str) -> Array:
    """Where an arm stands [m]."""
    return scene.reach[arm].centre if arm in scene.reach else np.zeros(3)


def carry(obs: Observation, goal: Array, arm: str, obstacles: Sequence[Thing], thing: Thing, watch: Watch | None = None) -> Moved:
    """Bring the arm's tool to where it is at joint positions [rad], a thing in its hand.

    Level and gently if it would spill else, or was to be kept upright.
    """
    assert obs.scene is not None
    if not spillable(obs.scene, thing) and thing.id not in obs.level:
        return (yield from travel(obs, goal, arm, obstacles, thing, speed=0.8, watch=watch))
    body, start, foot = body_of(obs), nominal(obs, arm), foot_of(obs.scene, arm)
    held = body.fk(arm, start).inverse() @ thing.pose
    ways = level_ways(body, arm, start, body.fk(arm, goal), obstacles, thing, held, foot)
    path, obs = yield from think(obs, lambda: next(ways, None))
    if path is None:
        return obs, Outcome.failed("no_path", f"no way was found on which the {thing.name} stays level")
    return (yield from follow(obs, arm, path, GENTLY, watch))


def level_ways(
    body: Body, arm: str, start: Array, goal: Pose, obstacles: Sequence[Thing], thing: Thing, held: Pose, foot: Array
) -> Iterator[list[Array]]:
    """Joint way points [rad] from a configuration to a tool pose on which a held thing stays level and nothing is hit.

    Args:
      held: The thing's pose in the tool's frame.
      foot: Where the arm stands [m]: the middle of the arc on which the tool is swung.
    """
    for path in _ways(body, arm, start, goal, obstacles, thing.moved(body.fk(arm, start) @ held), foot):
        dense = [q for a, b in pairwise(path) for q in _between(a, b)]
        if all(_upright(body, arm, q, held) for q in dense) and not any(body.collision(arm, q, obstacles, thing, held) for q in dense):
            yield path


def _ways(body: Body, arm: str, start: Array, goal: Pose, obstacles: Sequence[Thing], thing: Thing, foot: Array) -> Iterator[list[Array]]:
    """Ways that may do: joints alone, the tool swung about the arm's foot at some height, the tool moved straight, whatever is free."""
    near = body.ik(arm, goal, start)
    if near is None:
        return
    yield [start, near]
    here = body.fk(arm, start)
    for rise in RISES:
        top = max(here.pos[2], goal.pos[2]) + rise
        up, over = Pose(np.array([*here.pos[:2], top]), here.quat), Pose(np.array([*goal.pos[:2], top]), goal.quat)
        for between in ([*_swing(up, over, foot)], [over]):
            if (path := _through(body, arm, start, [up, *between, goal])) is not None:
                yield path
    if (free := body.path(arm, start, near, obstacles, thing)) is not None:
        yield free


def _swing(here: Pose, there: Pose, about: Array, step: float = 0.1) -> list[Pose]:
    """Tool poses from one to another that turn about an upright axis, drawing nearer or further out as they go."""
    a, b = here.pos - about, there.pos - about
    turn = float(np.arctan2(a[0] * b[1] - a[1] * b[0], a[0] * b[0] + a[1] * b[1]))
    rest = quat_mul(there.quat, quat_mul(quat_from_axis_angle((0, 0, 1), turn), here.quat) * np.array([1.0, -1.0, -1.0, -1.0]))
    yaw = 2 * float(np.arctan2(rest[3], rest[0]))
    yaw = (yaw + np.pi) % (2 * np.pi) - np.pi
    radii, count = (np.hypot(*a[:2]), np.hypot(*b[:2])), max(int(np.ceil(max(abs(turn), abs(yaw)) / step)), 1)
    found = []
    for t in np.linspace(0.0, 1.0, count + 1)[1:]:
        angle = float(np.arctan2(a[1], a[0])) + t * turn
        radius = radii[0] + t * (radii[1] - radii[0])
        place = np.array([*(about[:2] + radius * np.array([np.cos(angle), np.sin(angle)])), here.pos[2] + t * (there.pos[2] - here.pos[2])])
        found.append(Pose(place, quat_mul(quat_from_axis_angle((0, 0, 1), t * (turn + yaw)), here.quat)))
    return [*found[:-1], there]


def _through(body: Body, arm: str, start: Array, poses: Sequence[Pose]) -> list[Array] | None:
    """Joint way points that bring the tool through poses in straight lines; None if it leaves the reach."""
    path = [start]
    for pose in poses:
        leg = line(body, arm, path[-1], pose, step=0.04)
        if leg is None:
            return None
        path += leg[1:]
    return path


def _between(a: Array, b: Array) -> list[Array]:
    count = max(int(np.ceil(float(np.max(np.abs(b - a))) / STEP)), 1)
    return [a + (b - a) * k / count for k in range(1, count + 1)]


def _upright(body: Body, arm: str, q: Array, held: Pose) -> bool:
    return float((body.fk(arm, q) @ held).matrix[2, 2]) >= float(np.cos(TILT))
