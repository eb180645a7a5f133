"""Motions that scripted skills are made of: travel clear of everything, go straight, close the fingers.

Each is a generator that returns the newest observation and, if it went wrong, the Outcome to end with.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul, rotation_vector
from heedful.hardware.trajectory import Timed
from heedful.skills.thinking import think
from heedful.types import Action, Body, Grip, Id, JointTarget, Observation, Outcome, PartSpec, Scene, Thing

Moved = Generator[Action, Observation, tuple[Observation, Outcome | None]]
Watch = Callable[[Observation], Outcome | None]

ARRIVED = 0.008
"""Largest distance of the measured tool from its target at arrival [m]."""
STRAYED = 0.05
"""The tool lagging its command by more than this has hit something [m]."""
STEEP = 0.8
"""How far off the vertical a hand may look that is taken to have come from above [rad]."""
DOWN = np.array([0.0, 1.0, 0.0, 0.0])
"""Tool orientation that looks straight down, fingers closing along world y (rotated by pi about x)."""


def body_of(obs: Observation) -> Body:
    """The robot's geometry. Raises RuntimeError where the executive has none."""
    if obs.body is None:
        raise RuntimeError("this skill plans motions, but the robot came without a description of its geometry")
    return obs.body


def arm_of(obs: Observation, arm: str = "") -> tuple[str, PartSpec]:
    """An arm by name, else the one that the running skill was given, else the first there is."""
    parts = body_of(obs).parts
    name = arm or obs.arm or next(n for n, p in parts.items() if p.kind == "arm")
    return name, parts[name]


def down(x: float, y: float, z: float, yaw: float = 0.0) -> Pose:
    """A tool pose looking straight down, its closing direction turned by `yaw` [rad] from world y."""
    return Pose.at(x, y, z, yaw) @ Pose(np.zeros(3), DOWN)


def nominal(obs: Observation, arm: str) -> Array:
    """The arm's measured joint positions [rad] less the correction in force: where plans start, as commands are shifted later."""
    q: Array = obs.parts[arm].q.copy()
    if not obs.adjust.moves:
        return q
    return body_of(obs).shift(arm, q, -np.asarray(obs.adjust.offset), -obs.adjust.turn)


def hanging(obs: Observation, held: Id) -> Thing:
    """What is held, as it would be if the hand looked straight down: a hand that leans on its way does not tilt what it will set down."""
    assert obs.scene is not None
    thing = obs.scene.objects[held]
    arm = next((n for n, p in body_of(obs).parts.items() if p.gripper and obs.scene.held.get(p.gripper) == held), "")
    tool = obs.parts[arm].pose if arm else None
    looks = np.array([0.0, 0.0, -1.0]) if tool is None else tool.matrix[:, 2]
    if looks[2] > -np.cos(STEEP) or looks[2] < -1.0 + 1e-9:
        return thing
    axis = np.cross(looks, [0.0, 0.0, -1.0])
    upright = quat_from_axis_angle(axis / np.linalg.norm(axis), float(np.arccos(-looks[2])))
    return thing.moved(Pose(thing.pose.pos, quat_mul(upright, thing.pose.quat)))


def others(obs: Observation, *without: Id) -> list[Thing]:
    """Everything in the scene that is in the way: all things but the table, what is painted on it, and those named."""
    assert obs.scene is not None
    return [t for t in obs.scene.objects.values() if t.category != "table" and "painted" not in t.attributes and t.id not in without]


def mine(obs: Observation) -> Scene:
    """The scene as the running skill's arm can work in it."""
    assert obs.scene is not None
    arm, _ = arm_of(obs)
    return replace(obs.scene, reach={a: r for a, r in obs.scene.reach.items() if a == arm})


def travel(
    obs: Observation,
    target: Pose | Array,
    arm: str = "",
    obstacles: Sequence[Thing] = (),
    held: Thing | None = None,
    speed: float = 1.0,
    watch: Watch | None = None,
    free_yaw: bool = False,
) -> Moved:
    """Move the tool to a pose [world] or the arm to joint positions [rad], clear of the obstacles, thinking off the loop.

    Args:
      held: What the gripper carries, at its present pose; it is kept clear as well.
      speed: Scale on the joint speed limits.
      watch: Asked every tick; an Outcome ends the motion.
      free_yaw: Whether the tool may turn about its own axis.
    """
    name, _ = arm_of(obs, arm)
    body, start = body_of(obs), nominal(obs, name)

    def plan() -> list[Array] | None:
        goal = body.ik(name, target, start, free_yaw) if isinstance(target, Pose) else target
        return None if goal is None else body.path(name, start, goal, obstacles, held)

    path, obs = yield from think(obs, plan)
    if path is None:
        where = target.pos if isinstance(target, Pose) else body.fk(name, target).pos
        return obs, Outcome.failed("no_path", f"no collision-free way to ({where[0]:.2f}, {where[1]:.2f}, {where[2]:.2f}) m was found")
    return (yield from follow(obs, name, path, speed, watch))


Way = TypeVar("Way")


def first_way(
    obs: Observation, ways: Iterator[Way | Outcome], above: Callable[[Way], Array], arm: str, obstacles: Sequence[Thing],
    held: Thing | None = None, watch: Watch | None = None,
) -> Generator[Action, Observation, tuple[Observation, Way | Outcome]]:  # fmt: skip
    """Travel to where the first of several ways begins that can be got at: to its joint positions `above` [rad], clear of the obstacles.

    Args:
      ways: Found one by one, off the loop; the last may be an Outcome, which tells why there is none, or no other.
    """
    problem = Outcome.failed("no_way", "no way was found")
    while True:
        way, obs = yield from think(obs, lambda: next(ways, None))
        if way is None or isinstance(way, Outcome):
            return obs, way if problem.code == "no_way" and way is not None else problem
        obs, stuck = yield from travel(obs, above(way), arm, obstacles, held, speed=1.0 if held is None else 0.8, watch=watch)
        if stuck is None:
            return obs, way
        problem = stuck
        if stuck.code != "no_path":
            return obs, stuck


def straight(
    obs: Observation, target: Pose, arm: str = "", speed: float = 0.15, watch: Watch | None = None, until: Watch | None = None,
    lean: float = 0.0, give: float = np.inf,
) -> Moved:  # fmt: skip
    """Move the tool in a straight line to a pose [world] at a speed [m/s], leaning on the way by at most `lean` [rad] where the arm must;
    `until` ends it as arrived, and so does meeting something that holds the tool back by `give` [m]."""
    name, _ = arm_of(obs, arm)
    body, start = body_of(obs), nominal(obs, name)
    path, obs = yield from think(obs, lambda: line(body, name, start, target, lean=lean))
    if path is None:
        x, y, z = target.pos
        return obs, Outcome.failed("unreachable", f"the straight line to ({x:.2f}, {y:.2f}, {z:.2f}) m leaves the arm's reach")
    here = body.fk(name, start)
    distance, angle = here.distance(target)
    return (yield from follow(obs, name, path, 1.0, watch, until, max(distance / speed, angle / 1.5), give))


def through(obs: Observation, poses: Sequence[Pose], arm: str = "", speed: float = 0.12, watch: Watch | None = None) -> Moved:
    """Move the tool through poses [world], each near the one before, at a speed [m/s]: along the arc of a door."""
    name, _ = arm_of(obs, arm)
    body, start = body_of(obs), nominal(obs, name)

    def plan() -> list[Array] | None:
        path = [start]
        for pose in poses:
            piece = line(body, name, path[-1], pose)
            if piece is None:
                return None
            path += piece[1:]
        return path

    path, obs = yield from think(obs, plan)
    if path is None:
        return obs, Outcome.failed("unreachable", f"the {name} cannot follow the way to its end")
    steps = [a.distance(b) for a, b in pairwise([body.fk(name, start), *poses])]
    return (yield from follow(obs, name, path, 1.0, watch, lasting=sum(max(d / speed, angle / 1.5) for d, angle in steps)))


def line(body: Body, arm: str, start: Array, target: Pose, step: float = 0.02, lean: float = 0.0) -> list[Array] | None:
    """Joint way-points of the straight tool motion from a configuration to a pose; None if it leaves the reach."""
    here = body.fk(arm, start)
    distance, angle = here.distance(target)
    count = max(int(np.ceil(max(distance / step, angle / 0.15))), 1)
    turn = _between(here, target)
    path = [start]
    for i in range(1, count + 1):
        t = i / count
        q = body.ik(arm, Pose(here.pos + t * (target.pos - here.pos), turn(t)), path[-1], lean=lean)
        if q is None or float(np.max(np.abs(q - path[-1]))) > 0.6:
            return None
        path.append(q)
    return path


def _between(a: Pose, b: Pose) -> Callable[[float], Array]:
    turn = rotation_vector(quat_mul(b.quat, a.quat * np.array([1.0, -1.0, -1.0, -1.0])))
    angle = float(np.linalg.norm(turn))
    if angle < 1e-6:
        return lambda t: b.quat
    return lambda t: quat_mul(quat_from_axis_angle(turn, t * angle), a.quat)


def follow(
    obs: Observation, arm: str, path: Sequence[Array], speed: float = 1.0, watch: Watch | None = None, until: Watch | None = None,
    lasting: float = 0.0, give: float = np.inf,
) -> Moved:  # fmt: skip
    """Follow joint way-points [rad] to their end, slowed and shifted as people say, and check that the tool arrived.

    Args:
      speed: Share of the joint speed limits.
      watch: Asked every tick; an Outcome ends the motion in failure.
      until: Asked every tick; an Outcome ends the motion as arrived.
      lasting: Take at least this long [s].
      give: The tool lagging its command by more than this [m] has met what it came for: it presses no harder.
    """
    body, spec = body_of(obs), body_of(obs).parts[arm]
    timed = Timed(path, spec.velocity, dt=body.dt)
    speed = min(speed, timed.duration / lasting) if lasting > 0 else speed
    late = 0
    while not timed.finished:
        q = timed.advance(speed * obs.adjust.speed)
        obs = yield Action({arm: JointTarget(q)})
        if watch and (problem := watch(obs)):
            return obs, problem
        if until and until(obs):
            return obs, None
        lag = _lag(obs, arm, q)
        if lag > give:
            return obs, None
        late = late + 1 if lag > STRAYED else 0
        if late > 10:
            return obs, Outcome.failed("blocked", f"the {arm} is held back: its tool lags {100 * lag:.1f} cm behind", lag, STRAYED)
    goal = np.asarray(path[-1])
    for _ in range(50):
        obs = yield Action({arm: JointTarget(goal)})
        if watch and (problem := watch(obs)):
            return obs, problem
        if (until and until(obs)) or _lag(obs, arm, goal) > give:
            return obs, None
        if _lag(obs, arm, goal) <= ARRIVED and float(np.max(np.abs(obs.parts[arm].dq))) < 0.05:
            return obs, None
    lag = _lag(obs, arm, goal)
    if lag <= 3 * ARRIVED:
        return obs, None
    return obs, Outcome.failed("blocked", f"the {arm} stopped {100 * lag:.1f} cm short of its target", lag, ARRIVED)


def _lag(obs: Observation, arm: str, q: Array) -> float:
    at = obs.parts[arm].pose
    return 0.0 if at is None else obs.adjusted(body_of(obs).fk(arm, q)).distance(at)[0]


def grip(
    obs: Observation, gripper: str, width: float, force: float = 20.0, patience: float = 1.5
) -> Generator[Action, Observation, Observation]:
    """Drive the fingers towards a width [m] with at most `force` [N] until they stand still."""
    still, began = 0, obs.time
    while still < 5 and obs.time < began + patience:
        before = obs.parts[gripper].width
        obs = yield Action({gripper: Grip(width, force)})
        moved = abs(obs.parts[gripper].width - before)
        still = still + 1 if moved < 2e-4 and obs.time > began + 0.1 else 0
    return obs


def dropped(gripper: str, width: float, name: str) -> Watch:
    """A watch for carrying: the fingers closing well below the width [m] they held means that the thing is lost."""

    def watch(obs: Observation) -> Outcome | None:
        now = obs.parts[gripper].width
        if now > width - 0.008:
            return None
        return Outcome.failed("dropped", f"{name} slipped out of the fingers, which closed to {100 * now:.1f} cm", now, width - 0.008)

    return watch
