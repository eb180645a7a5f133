"""Moving a handle along its way: what slides or swings is taken by its bar, led to an opened fraction, let go and looked at again."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np

from heedful.geometry import Pose
from heedful.predicates.ways import moved
from heedful.skills.grasps import RETREAT, Grasp, choose
from heedful.skills.scripted.motions import arm_of, body_of, grip, nominal, others, straight, through, travel
from heedful.skills.thinking import fresh, think
from heedful.types import Action, Id, Motion, Observation, Outcome, Thing

PULL = 25.0
"""Grip force on a handle [N]."""
ATTEMPTS = 4
"""How often the bar is grasped at most."""
SHARES = (1.0, 0.5)
"""Shares of what is left of the way that the arm is asked to follow in one go."""
STEPS = 6
"""Places on the way at which the arm is tried before it grasps."""
NEAR = 0.05
"""Distance of the opened fraction from the one wanted that is near enough."""


def lead(obs: Observation, object: Id, fraction: float) -> Motion:
    """Grasp the bar of a drawer or a door and lead it along its way until the opened fraction is seen: in one go where the arm can follow
    that far, else part of the way, and then from another grasp; another grasp, too, where it stuck."""
    assert obs.scene is not None
    problem, tried = Outcome.failed("stuck", "it was never tried"), 0
    for _ in range(ATTEMPTS):
        thing, before = obs.scene.objects[object], obs.scene.joints[object]
        if thing.handle is None or (thing.slide is None and thing.hinge is None):
            return Outcome.failed("no_handle", f"the {thing.name} has no handle that can be seen")
        if abs(fraction - before) <= NEAR:
            break
        (grasp, by, why), obs = yield from _grasp(obs, thing, fraction - before, tried)
        if grasp is None:
            return Outcome.failed("no_grasp", why)
        obs, stuck = yield from _take(obs, thing, grasp)
        if stuck is None:
            obs, stuck = yield from through(obs, [motion @ grasp.pose for motion in _way(thing, by)])
        obs, left = yield from _leave(obs)
        if left is not None:
            return left
        assert obs.scene is not None
        now = obs.scene.joints[object]
        tried = 0 if abs(now - before) > NEAR else tried + 1
        problem = Outcome.failed("stuck", f"the {thing.name} stuck at {100 * now:.0f} %{_said(stuck)}", now, fraction)
    assert obs.scene is not None
    now = obs.scene.joints[object]
    if abs(now - fraction) > 2 * NEAR:
        return problem
    return Outcome.succeeded(f"the {obs.scene.objects[object].name} is {100 * now:.0f} % open")


def _way(thing: Thing, by: float) -> list[Pose]:
    """The motions [world] on the way of an opened fraction that changes by so much."""
    return [moved(thing, t * by) for t in np.linspace(1 / STEPS, 1.0, STEPS)]


def _grasp(
    obs: Observation, thing: Thing, to_go: float, skip: int
) -> Generator[Action, Observation, tuple[tuple[Grasp | None, float, str], Observation]]:
    """A grasp of the bar from which the arm can follow it all its way, or part of it; how far [fraction], and why if there is none."""
    arm, spec = arm_of(obs)
    body, widest = body_of(obs), float(body_of(obs).parts[spec.gripper].upper[0])
    clear, near = others(obs, thing.id), nominal(obs, arm)

    def search() -> tuple[Grasp | None, float, str]:
        for share in SHARES:
            grasp, why = choose(body, arm, thing, clear, near, widest, _way(thing, share * to_go), skip)
            if grasp is not None:
                break
        return grasp, share * to_go, why

    return (yield from think(obs, search))


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
    stuck: Outcome | None = None
    for back in (RETREAT, RETREAT / 2):
        obs, stuck = yield from straight(obs, at @ Pose(np.array([0.0, 0.0, -back])), arm, speed=0.2)
        if stuck is None or stuck.code != "unreachable":
            break
    obs = yield from fresh(obs)
    return obs, stuck


def _said(problem: Outcome | None) -> str:
    return f": {problem.sentence}" if problem is not None else ""
