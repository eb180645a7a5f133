"""Putting down what is held: in, on, next to, on top."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Sequence
from dataclasses import replace

import numpy as np

from heedful.geometry import Array, Pose
from heedful.skills import spots
from heedful.skills.grasps import LEAN, RETREAT
from heedful.skills.scripted.motions import arm_of, body_of, dropped, grip, line, mine, nominal, others, straight, travel
from heedful.skills.skill import skill
from heedful.skills.thinking import think
from heedful.types import Action, Body, Id, Motion, Observation, Outcome, Thing

OVER = 0.015
"""A thing comes over the rim of what it is put into with this much room [m]."""
WAYS = 100
"""How many spots and turns are tried before giving up."""
UPRIGHT = 0.02
"""How far from its orientation a thing may be let go [rad]."""

FROM_BELOW = 0.3
"""Upward part of the tool's direction from which on it would have to come from under the table."""


@skill(
    requires="holding(object) & container(target) & ~closed(target) & reachable(target) & ~out_of_hand(object, target)",
    effects="in(object, target) & ~holding(object)",
    touches="object target",
)
def place_in(obs: Observation, object: Id, target: Id) -> Motion:
    """Put the held object into a container and let go.

    Args:
      object: What is held.
      target: An open container: a bowl, an opened drawer.
    """
    assert obs.scene is not None
    thing, container = obs.scene.objects[object], obs.scene.objects[target]
    return (yield from _put(obs, thing, spots.inside(thing, container, mine(obs)), container))


@skill(
    requires="holding(object) & support(target) & reachable(target) & ~out_of_hand(object, target)",
    effects="on(object, target) & ~holding(object)",
    touches="object target",
    cost=1.1,
)
def place_on(obs: Observation, object: Id, target: Id) -> Motion:
    """Put the held object on a flat top and let go; on the table, at the nearest free spot.

    Args:
      object: What is held.
      target: A plate, a tray, the table.
    """
    assert obs.scene is not None
    thing, support = obs.scene.objects[object], obs.scene.objects[target]
    return (yield from _put(obs, thing, spots.upon(thing, support, mine(obs), thing.pose.pos), support))


@skill(
    requires="holding(object) & movable(target) & reachable(target) & on(target, table) & ~out_of_hand(object, target)",
    effects="next_to(object, target) & on(object, table) & ~holding(object)",
    touches="object",
)
def place_next_to(obs: Observation, object: Id, target: Id) -> Motion:
    """Put the held object down beside another and let go.

    Args:
      object: What is held.
      target: The thing it shall stand next to.
    """
    assert obs.scene is not None
    thing, other = obs.scene.objects[object], obs.scene.objects[target]
    return (yield from _put(obs, thing, spots.beside(thing, other, mine(obs)), other))


@skill(
    requires="holding(object) & movable(target) & support(target) & graspable(target) & reachable(target) & clear(target)"
    " & ~out_of_hand(object, target)",
    effects="on(object, target) & ~holding(object)",
    touches="object target",
)
def stack(obs: Observation, object: Id, target: Id) -> Motion:
    """Set the held object squarely on top of a block and let go.

    Args:
      object: What is held.
      target: The block it shall stand on.
    """
    assert obs.scene is not None
    thing, base = obs.scene.objects[object], obs.scene.objects[target]
    x, y = base.pose.pos[:2]
    return (yield from _put(obs, thing, [np.array([x, y, base.top + thing.size[2] / 2 + 0.003])], base))


def _put(obs: Observation, thing: Thing, centres: Sequence[Array], target: Thing) -> Motion:
    """Carry a held thing above the first of the centres [world] that can be reached, lower it, let go, withdraw."""
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    tool = obs.parts[arm].pose
    assert tool is not None
    held, start, around = tool.inverse() @ thing.pose, nominal(obs, arm), others(obs, thing.id)
    if not centres:
        return Outcome.failed("no_room", f"there is no free spot for the {thing.name} at the {target.name}")
    chosen, obs = yield from think(obs, lambda: _choose(body, arm, thing, held, centres, target, around, start))
    if chosen is None:
        return Outcome.failed("no_way", f"the arm cannot bring the {thing.name} to the {target.name} without a collision")
    above, at = chosen
    watch = dropped(hand, obs.parts[hand].width, f"the {thing.name}")
    obs, problem = yield from travel(obs, above, arm, around, thing, speed=0.8, watch=watch)
    if problem is None:
        obs, problem = yield from straight(obs, at, arm, speed=0.1, watch=watch, lean=LEAN)
    if problem is not None and problem.code != "blocked":
        return problem
    obs = yield from _let_go(obs, hand)
    obs, stuck = yield from straight(obs, at.shifted((0.0, 0.0, RETREAT)), arm, speed=0.2, lean=LEAN)
    return stuck or Outcome.succeeded(f"the {thing.name} was let go at the {target.name}")


def _let_go(obs: Observation, hand: str) -> Generator[Action, Observation, Observation]:
    """Open just wide enough first, so that neighbours are not knocked over."""
    widest = float(body_of(obs).parts[hand].upper[0])
    return (yield from grip(obs, hand, min(obs.parts[hand].width + 0.025, widest)))


def _choose(
    body: Body, arm: str, thing: Thing, held: Pose, centres: Sequence[Array], target: Thing, around: Sequence[Thing], near: Array
) -> tuple[Array, Pose] | None:
    """Joint positions above [rad] and the tool pose to let go at, for the first spot and turn that work."""
    turns = list(spots.upright_turns(thing, target.pose.yaw))
    ways = sorted(itertools.product(range(len(centres)), range(len(turns))), key=sum)
    for i, j in ways[:WAYS]:
        at = Pose(centres[i], turns[j]) @ held.inverse()
        if at.matrix[2, 2] > FROM_BELOW:
            continue
        rise = RETREAT if target.cavity is None else max(RETREAT, target.top + OVER - (centres[i][2] - thing.size[2] / 2))
        above = body.ik(arm, at.shifted((0.0, 0.0, rise)), near, lean=LEAN)
        if above is None:
            continue
        down = line(body, arm, above, at, step=0.03, lean=LEAN)
        if down is None or body.fk(arm, down[-1]).distance(at)[1] > UPRIGHT:
            continue
        carried = replace(thing, pose=body.fk(arm, above) @ held)
        if not body.collision(arm, down[-1], around) and not body.collision(arm, above, around, carried):
            return above, at
    return None
