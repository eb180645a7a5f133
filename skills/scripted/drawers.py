"""Opening and closing drawers by their handle."""

from __future__ import annotations

import numpy as np

from heedful.geometry import Pose
from heedful.skills.grasps import RETREAT, choose
from heedful.skills.scripted.motions import arm_of, body_of, grip, nominal, others, straight, travel
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh, think
from heedful.types import Id, Motion, Observation, Outcome

PULL = 25.0
"""Grip force on a handle [N]."""


@skill(
    requires="hand_empty & sliding(drawer) & ~open(drawer) & reachable(drawer)",
    effects="open(drawer) & ~closed(drawer)",
    touches="drawer cabinet",
)
def open_drawer(obs: Observation, drawer: Id) -> Motion:
    """Pull a drawer open by its handle.

    Args:
      drawer: The drawer.
    """
    return (yield from _slide(obs, drawer, 0.96))


@skill(
    requires="hand_empty & sliding(drawer) & ~closed(drawer) & reachable(drawer)",
    effects="closed(drawer) & ~open(drawer)",
    touches="drawer cabinet",
)
def close_drawer(obs: Observation, drawer: Id) -> Motion:
    """Push a drawer shut by its handle.

    Args:
      drawer: The drawer.
    """
    return (yield from _slide(obs, drawer, 0.0))


def _slide(obs: Observation, drawer: Id, fraction: float) -> Motion:
    """Grasp the handle and move it along the drawer's way until the fraction is seen."""
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    assert obs.scene is not None
    thing = obs.scene.objects[drawer]
    if thing.slide is None or thing.handle is None:
        return Outcome.failed("no_handle", f"the {thing.name} has no handle that can be seen")
    widest = float(body.parts[hand].upper[0])
    way = thing.slide * (fraction - obs.scene.joints[drawer])
    clear = [t for t in others(obs, drawer)]
    near, steps = nominal(obs, arm), [way * t for t in np.linspace(0.25, 1.0, 4)]
    (grasp, why), obs = yield from think(obs, lambda: choose(body, arm, thing, clear, near, widest, along=steps))
    if grasp is None:
        return Outcome.failed("no_grasp", why)
    obs = yield from grip(obs, hand, widest)
    obs, problem = yield from travel(obs, grasp.approach, arm, [*clear, thing])
    if problem is None:
        obs, problem = yield from straight(obs, grasp.pose, arm, speed=0.12)
    if problem is not None:
        return problem
    obs = yield from grip(obs, hand, 0.0, PULL * obs.adjust.grip)
    if obs.parts[hand].width < 0.004:
        return Outcome.failed("missed", "the fingers closed beside the handle", obs.parts[hand].width, 0.004)
    obs, pulled = yield from straight(obs, grasp.pose.shifted(way), arm, speed=0.12)
    obs = yield from grip(obs, hand, widest)
    at = body.fk(arm, nominal(obs, arm))
    obs, stuck = yield from straight(obs, at @ Pose(np.array([0.0, 0.0, -RETREAT])), arm, speed=0.2)
    obs = yield from fresh(obs)
    assert obs.scene is not None
    now = obs.scene.joints[drawer]
    if pulled is not None and abs(now - fraction) > 0.1:
        return Outcome.failed(pulled.code, f"the {thing.name} stuck at {100 * now:.0f} %: {pulled.sentence}", now, fraction)
    return stuck or Outcome.succeeded(f"the {thing.name} is {100 * now:.0f} % open")
