"""Putting down what is held: in, on, next to, on top."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Sequence

import numpy as np

from heedful.geometry import Array, Pose
from heedful.skills import spots
from heedful.skills.grasps import LEAN, RETREAT
from heedful.skills.scripted.carrying import carry
from heedful.skills.scripted.motions import arm_of, body_of, dropped, grip, line, nominal, others, straight
from heedful.skills.skill import skill
from heedful.skills.thinking import think
from heedful.types import Action, Body, Id, Motion, Observation, Outcome, Thing

OVER = 0.015
"""A thing comes over the rim of what it is put into with this much room [m]."""
WAYS = 100
"""How many spots and turns are tried before giving up."""
FAR = 2.0
"""Turn of a joint beyond which another way of putting a thing down is looked for first [rad]."""
STEEP = 0.9
"""Sine of how far down a hand must look to be withdrawn straight up first of all."""
UPRIGHT = 0.02
"""How far from its orientation a thing may be let go [rad]."""


@skill(
    requires="holding(object) & container(target) & ~closed(target) & reachable(target)",
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
    return (yield from _put(obs, thing, spots.inside(thing, container, obs.scene), container))


@skill(
    requires="holding(object) & support(target) & reachable(target)",
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
    return (yield from _put(obs, thing, spots.upon(thing, support, obs.scene, thing.pose.pos), support))


@skill(
    requires="holding(object) & movable(target) & reachable(target) & on(target, table)",
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
    return (yield from _put(obs, thing, spots.beside(thing, other, obs.scene), other))


@skill(
    requires="holding(object) & movable(target) & support(target) & graspable(target) & reachable(target) & clear(target)",
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


def _put(obs: Observation, thing: Thing, centres: Sequence[Array], target: Thing) -> Generator[Action, Observation, Outcome]:
    """Set a held thing down level at the first of the centres [world] that will do."""
    turns = list(spots.upright_turns(thing, target.pose.yaw))
    ways = sorted(itertools.product(range(len(centres)), range(len(turns))), key=sum)
    return (yield from put(obs, thing, [Pose(centres[i], turns[j]) for i, j in ways], target))


def put(obs: Observation, thing: Thing, ways: Sequence[Pose], target: Thing) -> Generator[Action, Observation, Outcome]:
    """Carry a held thing above the first of the poses [world] that it can be brought to, lower it, let go, withdraw."""
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    tool = obs.parts[arm].pose
    assert tool is not None
    held, start, around = tool.inverse() @ thing.pose, nominal(obs, arm), others(obs, thing.id)
    if not ways:
        return Outcome.failed("no_room", f"there is no free spot for the {thing.name} at the {target.name}")
    chosen, obs = yield from think(obs, lambda: can_put(body, arm, thing, held, ways, target, around, start))
    if chosen is None:
        return Outcome.failed("no_way", f"the arm cannot bring the {thing.name} to the {target.name} without a collision")
    above, at, away = chosen
    watch = dropped(hand, obs.parts[hand].width, f"the {thing.name}")
    obs, problem = yield from carry(obs, above, arm, around, thing, watch)
    if problem is not None:
        return problem
    obs, problem = yield from straight(obs, at, arm, speed=0.1, watch=watch, lean=LEAN)
    if problem is not None and problem.code != "blocked":
        return problem
    obs = yield from _let_go(obs, hand)
    obs, stuck = yield from straight(obs, away, arm, speed=0.2, lean=LEAN)
    return stuck or Outcome.succeeded(f"the {thing.name} was let go at the {target.name}")


def _let_go(obs: Observation, hand: str) -> Generator[Action, Observation, Observation]:
    """Open just wide enough first, so that neighbours are not knocked over."""
    widest = float(body_of(obs).parts[hand].upper[0])
    return (yield from grip(obs, hand, min(obs.parts[hand].width + 0.025, widest)))


def can_put(
    body: Body, arm: str, thing: Thing, held: Pose, ways: Sequence[Pose], target: Thing, around: Sequence[Thing], near: Array
) -> tuple[Array, Pose, Pose] | None:
    """Joint positions above [rad], the tool pose to let go at and that to withdraw to, for the first pose of a held thing that
    works without the arm being thrown over, else for the first that works.

    Args:
      held: The thing's pose in the tool's frame.
      ways: Where it may be put [world], the best first.
    """
    found: tuple[Array, Pose, Pose] | None = None
    for way in ways[:WAYS]:
        at = way @ held.inverse()
        rise = RETREAT if target.cavity is None else max(RETREAT, target.top + OVER - thing.moved(way).bottom)
        above = body.ik(arm, at.shifted((0.0, 0.0, rise)), near, lean=LEAN)
        if above is None:
            continue
        down = line(body, arm, above, at, step=0.03, lean=LEAN)
        if down is None or body.fk(arm, down[-1]).distance(at)[1] > UPRIGHT:
            continue
        if body.collision(arm, down[-1], around) or body.collision(arm, above, around, thing, held):
            continue
        for away in _withdrawals(at):
            back = line(body, arm, down[-1], away, step=0.03, lean=LEAN)
            if back is not None and not body.collision(arm, back[-1], around):
                if float(np.max(np.abs(above - near))) <= FAR:
                    return above, at, away
                found = found or (above, at, away)
                break
    return found


def _withdrawals(at: Pose) -> tuple[Pose, ...]:
    """Where the open hand may withdraw to: straight up, or back the way it looks if it looks ahead rather than down."""
    looks = at.matrix[:, 2]
    up, back = at.shifted((0.0, 0.0, RETREAT)), at.shifted(-RETREAT * looks)
    return (up, back) if looks[2] < -STEEP else (back, at.shifted(-RETREAT / 2 * looks), up)
