"""How a hand takes hold of what a reward is about, or touches it: chosen so that it can go on from there as its terms ask."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from heedful.geometry import Pose
from heedful.skills.candidates import DOWN
from heedful.skills.grasps import Grasp, choose
from heedful.skills.rewards.arm_terms import Arm
from heedful.skills.rewards.errands import Errand, along, walls, wanted_displacement
from heedful.skills.rewards.holds import Hold, SetDown, set_down
from heedful.skills.scripted.motions import others
from heedful.skills.scripted.uprighting import GRIPS
from heedful.types import Observation, Scene, Thing

BACK = 0.08
"""How far the hand stands back before it goes in [m]."""
TIP = 0.011
"""From where the hand is measured to the tips of its fingers [m]."""
CLOSER = 0.04
"""How much narrower than a thing closed fingers are asked to be [m]."""
BACKED = (0.0, 0.004, 0.008, 0.012, 0.016)
"""How far back from where it would take hold a hand stays whose palm is not to press on the thing, the first that will do [m]."""


def taken(obs: Observation, errand: Errand, thing: Thing, shape: Arm, arm: str, skip: int = 0) -> Hold | None:
    """How the hand takes hold of what an errand is about, or comes to touch it; None where nothing is found.

    Args:
      obs: Where the arm is, and what is around.
      errand: What is to become of the thing.
      thing: As it lies now.
      shape: What terms measure of the arm and of things.
      arm: Which arm.
      skip: How many of the best to pass over, which the hand did not get to.
    """
    if errand.kind == "touch":
        return _touching(obs, thing, arm)
    body: Any = obs.body
    scene = obs.scene
    assert scene is not None
    reach = scene.reach.get(arm)
    pick = partial(
        choose, body, arm, thing, others(obs, thing.id), obs.parts[arm].q, float(body.parts[body.parts[arm].gripper].upper[0]),
        skip=skip, stands_at=None if reach is None else reach.centre,
    )  # fmt: skip
    up = errand.up
    if up is None:
        found, _ = pick(along=_way(errand, thing, shape, scene))
        return _hold(errand, thing, found) if found is not None else None
    ends: dict[Grasp, tuple[Grasp, SetDown]] = {}

    def then(grasp: Grasp) -> bool:
        """Whether the thing can be set down turned from there."""
        there = backed(body, arm, thing, grasp)
        end = set_down(obs, arm, thing, there.pose.inverse() @ thing.pose, up, there.at)
        if end is not None:
            ends[grasp] = there, end
        return end is not None

    for grips in GRIPS:
        found, _ = pick(only=partial(grips, thing=thing, up=up), then=then)
        if found is not None:
            there, end = ends[found]
            return _hold(errand, thing, there).to(end)
    return None


def _hold(errand: Errand, thing: Thing, grasp: Grasp) -> Hold:
    shut = max(grasp.width - CLOSER, 0.0)
    return Hold(errand.at(thing).inverse() @ grasp.pose, grasp.approach, grasp.at, grasp.opening, shut, thing.pose)


def _touching(obs: Observation, thing: Thing, arm: str) -> Hold | None:
    body: Any = obs.body
    near = obs.parts[arm].q
    spot = thing.handle.pos if thing.handle is not None and thing.fixed else np.array([*thing.pose.pos[:2], thing.top])
    yaw = body.fk(arm, near).matrix
    about = float(np.arctan2(yaw[1, 1], yaw[0, 1])) + np.pi / 2
    down = Pose.at(float(spot[0]), float(spot[1]), float(spot[2]), about) @ DOWN
    at = body.ik(arm, down.shifted((0, 0, TIP)), near, free_yaw=True)
    above = body.ik(arm, down.shifted((0, 0, BACK)), near if at is None else at, free_yaw=True)
    if at is None or above is None:
        return None
    return Hold(thing.pose.inverse() @ body.fk(arm, at), above, at, 0.0, 0.0, thing.pose)


def _way(errand: Errand, thing: Thing, shape: Arm, scene: Scene) -> list[Pose]:
    """Rigid motions in the world that hand and thing are to make together."""
    if errand.kind == "joint":
        now = scene.joints.get(thing.id, 0.0)
        share = errand.terms[0].number("fraction") - now
        return [along(thing, share * s) for s in (1 / 3, 2 / 3, 0.95)]
    if errand.turns or walls(errand, scene) > 0.0:  # over walls, and not straight
        return []
    goal = wanted_displacement(thing, errand, shape, scene)
    return [Pose(goal * s) for s in (0.5, 1.0)]


def backed(body: Any, arm: str, thing: Thing, grasp: Grasp) -> Grasp:
    """The grasp with the hand so far back that its palm does not press on the thing, and pushes neither itself nor it aside; as it is
    where that cannot be had."""
    for back in BACKED:
        pose = grasp.pose @ Pose(np.array([0.0, 0.0, -back]))
        at = grasp.at if back == 0.0 else body.ik(arm, pose, grasp.at)
        if at is not None and body.collision(arm, at, [thing], opening=grasp.opening) is None:
            return replace(grasp, pose=pose, at=at)
    return grasp
