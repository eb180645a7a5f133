"""Skills of a bare hand that moves along three axes: go there, push, drag and carry a thing to a place, in closed loop.

Nothing need be known of a thing but where it is: contact is felt, by the hand falling behind its command and by the thing coming along.
"""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from heedful.envs.foreign.goals import left_to_go, near_enough
from heedful.geometry import Array
from heedful.skills.skill import skill
from heedful.types import Action, Grip, Id, JointTarget, Motion, Observation, Outcome

Moved = Generator[Action, Observation, Observation]
SPEED = 0.8
"""How fast the hand goes [m/s]."""
LEAD = 0.10
"""How far the commanded hand may run ahead of the measured one [m]: what it pushes with."""
ABOVE = 0.12
"""How far above a thing the hand travels [m]."""
PATIENCE = 0.6
"""How long a thing may stand still while it is being moved [s]."""
OPEN, SHUT = 0.1, 0.0
"""Widths that the fingers are sent to [m]."""
WAYS = ((0.06, SHUT), (0.12, OPEN))
"""Distances from a thing's centre at which the hand comes beside it [m], and its fingers' width then; open fingers reach further."""


@skill(requires="hand(object)", effects="arrived(object, target)", timeout=10.0)
def go_there(obs: Observation, object: Id, target: Id) -> Motion:
    """Move the hand to a place.

    Args:
      object: The hand.
      target: A place.
    """
    place = _at(obs, target)
    obs = yield from to(obs, np.array([*_tool(obs)[:2], max(place[2], _tool(obs)[2])]))
    obs = yield from to(obs, place, slack=0.005, patience=1.0)
    left = float(np.linalg.norm(place - _tool(obs)))
    if left <= 0.02:
        return Outcome.succeeded("the hand is there")
    return Outcome.failed("blocked", f"the hand stopped {100 * left:.1f} cm short", left, 0.02)


@skill(requires="~hand(object)", effects="arrived(object, target)", timeout=12.0)
def push(obs: Observation, object: Id, target: Id) -> Motion:
    """Push a thing to a place, from the side away from it.

    Args:
      object: What is pushed.
      target: Where it shall be.
    """
    problem = Outcome.failed("blocked", f"the hand cannot come beside the {object}")
    for clearance, width in WAYS:
        way = _left(obs, object, target)
        along = way / max(float(np.linalg.norm(way)), 1e-6)
        side = _at(obs, object) - clearance * along
        under = np.array([0.0, -ABOVE, 0.0]) if along[2] > 0.5 else np.zeros(3)  # what goes up is reached under from the front
        obs = yield from over(obs, side + under, object, width)
        obs = yield from to(obs, side + under, width)
        obs = yield from to(obs, side, width)
        if float(np.linalg.norm(_tool(obs) - side)) > 0.03:
            continue
        obs, problem = yield from move(obs, object, target, width)
        if problem.ok:
            return problem
        obs = yield from to(obs, _tool(obs) - clearance * along, width)  # what springs back shall do so before it is looked at again
    return problem


@skill(requires="~hand(object)", effects="arrived(object, target)", cost=1.5, timeout=12.0)
def drag(obs: Observation, object: Id, target: Id) -> Motion:
    """Take hold of a thing from above and draw it to a place.

    Args:
      object: What is drawn, by where it is observed: a handle, a mug.
      target: Where it shall be.
    """
    obs = yield from take(obs, object)
    obs, outcome = yield from move(obs, object, target)
    return outcome


@skill(requires="movable(object) & ~hand(object)", effects="arrived(object, target)", cost=0.8, timeout=12.0)
def carry(obs: Observation, object: Id, target: Id) -> Motion:
    """Grasp a thing from above, lift it, and bring it to a place.

    Args:
      object: What is carried.
      target: Where it shall be.
    """
    obs = yield from take(obs, object)
    start = _at(obs, object)
    lift = max(float(_left(obs, object, target)[2]), 0.0) + ABOVE
    obs = yield from to(obs, _tool(obs) + np.array([0.0, 0.0, lift]), SHUT)
    if _at(obs, object)[2] < start[2] + lift / 3:
        return Outcome.failed("missed", f"the {object} did not come along")
    obs = yield from to(obs, _tool(obs) + _left(obs, object, target) * np.array([1.0, 1.0, 0.0]), SHUT)
    obs, outcome = yield from move(obs, object, target)
    return outcome


def move(obs: Observation, object: Id, target: Id, width: float = SHUT) -> Generator[Action, Observation, tuple[Observation, Outcome]]:
    """Keep moving the hand the way that the thing still has to go, until it is there or no longer comes along."""
    goal, best, since, dt = obs.parts["arm"].q.copy(), np.inf, obs.time, 0.0
    while True:
        way = _left(obs, object, target)
        left = float(np.linalg.norm(way))
        if left < best - 0.003:
            best, since = left, obs.time
        if left <= 0.01 or obs.time > since + PATIENCE:
            break
        lead = goal + way * min(1.0, SPEED * dt / left) - obs.parts["arm"].q
        goal = obs.parts["arm"].q + lead * min(1.0, LEAD / max(float(np.linalg.norm(lead)), 1e-9))
        before = obs.time
        obs = yield Action({"arm": JointTarget(goal), "gripper": Grip(width, 1.0)})
        dt = obs.time - before
    while float(np.linalg.norm(goal - obs.parts["arm"].q)) > 0.02:  # a command that runs ahead would go on pushing
        goal = goal - (goal - obs.parts["arm"].q) * min(1.0, SPEED * dt / float(np.linalg.norm(goal - obs.parts["arm"].q)))
        obs = yield Action({"arm": JointTarget(goal), "gripper": Grip(width, 1.0)})
    assert obs.scene is not None
    if near_enough(obs.scene.objects[object], obs.scene.objects[target]):
        return obs, Outcome.succeeded(f"the {object} is there")
    return obs, Outcome.failed("stuck", f"the {object} stays {100 * left:.1f} cm from where it shall be", left)


def over(obs: Observation, point: Array, object: Id, width: float) -> Moved:
    """Above a point: first up, then across."""
    height = max(float(_at(obs, object)[2]) + ABOVE, float(point[2]), float(_tool(obs)[2]))
    obs = yield from to(obs, np.array([*_tool(obs)[:2], height]), width, slack=0.03)
    return (yield from to(obs, np.array([point[0], point[1], height]), width))


def to(obs: Observation, point: Array, width: float = SHUT, slack: float = 0.01, patience: float = 0.3) -> Moved:
    """Move the tool in a straight line towards a point [world], with the fingers at a width [m], until it comes no nearer."""
    goal, best, since, dt = obs.parts["arm"].q.copy(), np.inf, obs.time, 0.0
    while True:
        way = point - _tool(obs)
        left = float(np.linalg.norm(way))
        if left < best - 0.002:
            best, since = left, obs.time
        if left <= slack or obs.time > since + patience:
            return obs
        step = obs.parts["arm"].q + way - goal
        goal = goal + step * min(1.0, SPEED * dt / max(float(np.linalg.norm(step)), 1e-9))
        before = obs.time
        obs = yield Action({"arm": JointTarget(goal), "gripper": Grip(width, 1.0)})
        dt = obs.time - before


def take(obs: Observation, object: Id) -> Moved:
    """Come down over a thing with open fingers and shut them."""
    obs = yield from over(obs, _at(obs, object), object, OPEN)
    obs = yield from to(obs, _at(obs, object), OPEN)
    until = obs.time + 0.35
    while obs.time < until:
        obs = yield Action({"gripper": Grip(SHUT, 1.0)})
    return obs


def _tool(obs: Observation) -> Array:
    pose = obs.parts["arm"].pose
    assert pose is not None
    return pose.pos


def _at(obs: Observation, thing: Id) -> Array:
    assert obs.scene is not None
    return obs.scene.objects[thing].pose.pos


def _left(obs: Observation, object: Id, target: Id) -> Array:
    assert obs.scene is not None
    return left_to_go(obs.scene.objects[object], obs.scene.objects[target])
