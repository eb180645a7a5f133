"""Slipping a ring over a post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.skills.grasps import RETREAT
from heedful.skills.scripted.motions import arm_of, body_of, dropped, grip, line, nominal, others, straight, travel
from heedful.skills.skill import skill
from heedful.skills.thinking import think
from heedful.types import Body, Id, Motion, Observation, Outcome, Thing

OVER = 0.015
"""A ring comes over a post with this much room above its top [m]."""
LOWS = (0.012, 0.03, 0.05, 0.07)
"""How far above what the post stands on a ring is let go [m], the best first: a hand beside a high post gets no lower."""
TILTED, FITS = 0.03, 0.4
"""A ring that hangs from the fingers by less than the one is level, by more than the other its hole is too narrow [rad]."""
TURNS = 8
"""How many ways round a ring is tried over a round post; over one with sides, those that line up with them."""


@skill(
    requires="holding(object) & ring(object) & post(target)",  # the hand need not reach the post itself, only beside it
    effects="around(object, target) & ~holding(object)",
    touches="object target",
)
def slip_over(obs: Observation, object: Id, target: Id) -> Motion:
    """Put a held ring over a post and let go.

    Args:
      object: What is held, with a hole right through it.
      target: An upright post.
    """
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    assert obs.scene is not None
    ring, post = obs.scene.objects[object], obs.scene.objects[target]
    tool, table = obs.parts[arm].pose, obs.scene.objects.get("table")
    assert tool is not None and ring.cavity is not None
    hole, thick = float(min(ring.cavity.size[:2])), float(max(post.size[:2]))
    if hole <= thick:
        return Outcome.failed("too_thick", f"the {post.name} is thicker than the hole of the {ring.name}", thick, hole)
    held, start, around = tool.inverse() @ ring.pose, nominal(obs, arm), others(obs, object)
    floor = max(post.bottom, table.top if table is not None else post.bottom)
    ways = list(_ways(ring, post, floor))
    chosen, obs = yield from think(obs, lambda: _choose(body, arm, ring, held, ways, post, around, start))
    if chosen is None:
        return Outcome.failed("no_way", f"the arm cannot bring the {ring.name} over the {post.name} without a collision")
    above, at = chosen
    watch = dropped(hand, obs.parts[hand].width, f"the {ring.name}")
    obs, problem = yield from travel(obs, above, arm, around, ring, speed=0.8, watch=watch)
    if problem is None:
        obs, problem = yield from straight(obs, at, arm, speed=0.1, watch=watch)
    if problem is not None and problem.code != "blocked":
        return problem
    obs = yield from grip(obs, hand, float(body.parts[hand].upper[0]))
    here = body.fk(arm, nominal(obs, arm))
    obs, stuck = yield from straight(obs, here.shifted((0.0, 0.0, RETREAT)), arm, speed=0.2)
    return stuck or Outcome.succeeded(f"the {ring.name} was let go around the {post.name}")


def _ways(ring: Thing, post: Thing, floor: float) -> Iterator[Pose]:
    """Poses of a ring low on a post [world]: level ones, those first for which it is turned least; then as it hangs from the fingers."""
    assert ring.cavity is not None
    count = TURNS if post.shape != "box" else 4
    turns = post.pose.yaw + np.arange(count) * 2 * np.pi / count - ring.pose.yaw
    hangs = quat_mul(quat_from_axis_angle((0, 0, 1), -ring.pose.yaw), ring.pose.quat)
    level = np.array([1.0, 0.0, 0.0, 0.0])
    tilt = float(np.arccos(np.clip(ring.pose.matrix[2, 2], -1.0, 1.0)))
    for held in (level, hangs) if TILTED < tilt < FITS else (level,):
        for turn, low in product(sorted(turns, key=lambda a: abs(float(np.angle(np.exp(1j * a))))), LOWS):
            quat = quat_mul(quat_from_axis_angle((0, 0, 1), float(turn + ring.pose.yaw)), held)
            lying = replace(ring, pose=Pose(np.zeros(3), quat))
            middle = lying.pose.apply(ring.cavity.centre)
            if floor + low + ring.size[2] < post.top:
                yield Pose(np.array([*(post.pose.pos - middle)[:2], floor + low - lying.bottom]), quat)


def _choose(
    body: Body, arm: str, ring: Thing, held: Pose, ways: Sequence[Pose], post: Thing, around: Sequence[Thing], near: Array
) -> tuple[Array, Pose] | None:
    """Joint positions above the post [rad] and the tool pose to let go at, for the first way that works."""
    for way in ways:
        at = way @ held.inverse()
        rise = post.top + OVER - replace(ring, pose=way).bottom
        above = body.ik(arm, at.shifted((0.0, 0.0, rise)), near)
        down = None if above is None else line(body, arm, above, at, step=0.03)
        if above is None or down is None:
            continue
        carried = replace(ring, pose=body.fk(arm, above) @ held)
        if not body.collision(arm, down[-1], around) and not body.collision(arm, above, around, carried):
            return above, at
    return None
