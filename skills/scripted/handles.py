"""Moving a handle along its way: what slides or swings is taken by its bar, led to an opened fraction, let go and looked at again."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from heedful.geometry import Pose, quat_from_axis_angle
from heedful.skills.grasps import RETREAT, Grasp, choose
from heedful.skills.scripted.motions import arm_of, body_of, grip, nominal, others, straight, through, travel
from heedful.skills.thinking import fresh, think
from heedful.types import Action, Id, Motion, Observation, Outcome, Thing

PULL = 25.0
"""Grip force on a handle [N]."""
ATTEMPTS = 3
"""How many grasps of the bar are tried."""
STEPS = 6
"""Places on the way at which the arm is tried before it grasps."""
NEAR = 0.05
"""Distance of the opened fraction from the one wanted that is near enough."""


def lead(obs: Observation, object: Id, fraction: float) -> Motion:
    """Grasp the bar of a drawer or a door and move it along its way until the opened fraction is seen; try another grasp when it stuck."""
    assert obs.scene is not None
    problem = Outcome.failed("stuck", "it was never tried")
    for attempt in range(ATTEMPTS):
        thing = obs.scene.objects[object]
        if thing.handle is None or (thing.slide is None and thing.hinge is None):
            return Outcome.failed("no_handle", f"the {thing.name} has no handle that can be seen")
        to_go = fraction - obs.scene.joints[object]
        if abs(to_go) <= NEAR:
            break
        grasp, obs, why = yield from _grasp(obs, thing, to_go, attempt)
        if grasp is None:
            return why if attempt == 0 else problem
        obs, stuck = yield from _take(obs, thing, grasp)
        if stuck is None:
            way = [moved(thing, t * to_go) @ grasp.pose for t in np.linspace(1 / STEPS, 1.0, STEPS)]
            obs, stuck = yield from through(obs, way)
        obs, left = yield from _leave(obs)
        assert obs.scene is not None
        now = obs.scene.joints[object]
        problem = Outcome.failed("stuck", f"the {thing.name} stuck at {100 * now:.0f} %{_said(stuck)}", now, fraction)
        if left is not None:
            return left
    now = obs.scene.joints[object]
    if abs(now - fraction) > 2 * NEAR:
        return problem
    return Outcome.succeeded(f"the {obs.scene.objects[object].name} is {100 * now:.0f} % open")


def moved(thing: Thing, by: float) -> Pose:
    """The motion [world] of what slides or swings when its opened fraction changes by so much."""
    if thing.hinge is not None:
        turn = Pose(thing.hinge.pos, quat_from_axis_angle(thing.hinge.axis, by * thing.hinge.angle))
        return turn @ Pose(-thing.hinge.pos)
    assert thing.slide is not None
    return Pose(by * thing.slide)


def _grasp(
    obs: Observation, thing: Thing, to_go: float, skip: int
) -> Generator[Action, Observation, tuple[Grasp | None, Observation, Outcome]]:
    """A grasp of the bar from which the arm can follow it all its way."""
    arm, spec = arm_of(obs)
    body, widest = body_of(obs), float(body_of(obs).parts[spec.gripper].upper[0])
    clear, near = others(obs, thing.id), nominal(obs, arm)
    along = [moved(thing, t * to_go) for t in np.linspace(1 / STEPS, 1.0, STEPS)]
    (grasp, why), obs = yield from think(obs, lambda: choose(body, arm, thing, clear, near, widest, along, skip))
    return grasp, obs, Outcome.failed("no_grasp", why)


def _take(obs: Observation, thing: Thing, grasp: Grasp) -> Generator[Action, Observation, tuple[Observation, Outcome | None]]:
    """Bring the open hand to the bar and close it."""
    arm, spec = arm_of(obs)
    hand, widest = spec.gripper, float(body_of(obs).parts[spec.gripper].upper[0])
    obs = yield from grip(obs, hand, widest)
    obs, problem = yield from travel(obs, grasp.approach, arm, [*others(obs, thing.id), thing])
    if problem is None:
        obs, problem = yield from straight(obs, grasp.pose, arm, speed=0.12)
    if problem is not None:
        return obs, problem
    obs = yield from grip(obs, hand, 0.0, PULL * obs.adjust.grip)
    closed = obs.parts[hand].width
    return obs, Outcome.failed("missed", "the fingers closed beside the handle", closed, 0.004) if closed < 0.004 else None


def _leave(obs: Observation) -> Generator[Action, Observation, tuple[Observation, Outcome | None]]:
    """Open the hand, draw it straight back and look."""
    arm, spec = arm_of(obs)
    body = body_of(obs)
    obs = yield from grip(obs, spec.gripper, float(body.parts[spec.gripper].upper[0]))
    at = body.fk(arm, nominal(obs, arm))
    obs, stuck = yield from straight(obs, at @ Pose(np.array([0.0, 0.0, -RETREAT])), arm, speed=0.2)
    obs = yield from fresh(obs)
    return obs, stuck


def _said(problem: Outcome | None) -> str:
    return f": {problem.sentence}" if problem is not None else ""
