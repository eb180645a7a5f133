"""Putting down what is held: in, on, next to, on top."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Sequence
from functools import partial

import numpy as np

from heedful.geometry import Array, Pose
from heedful.skills import spots
from heedful.skills.grasps import LEAN, RETREAT, Grasp, choose, nimble
from heedful.skills.scripted.carrying import carry
from heedful.skills.scripted.grasping import take
from heedful.skills.scripted.motions import arm_of, body_of, dropped, grip, hanging, line, mine, nominal, others, straight
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh, think
from heedful.types import Action, Body, Id, Motion, Observation, Outcome, Thing

OVER = 0.015
"""A thing comes over the rim of what it is put into with this much room [m]."""
WAYS = 100
"""How many spots and turns are tried before giving up."""
RISES = (RETREAT, 0.05, 0.03)
"""From how far above its place a thing is lowered [m], the best first: low over a high place, where an arm reaches no further up."""
RESTS = 6
"""How many spots are looked at to set a thing down for another grasp, and how many places are asked for from there."""
LOOSE = 0.025
"""How far the fingers open to let go [m]."""
FAR = 2.0
"""Turn of a joint beyond which another way of putting a thing down is looked for first [rad]."""
STEEP = 0.9
"""Sine of how far down a hand must look to be withdrawn straight up first of all."""
UPRIGHT, ASLANT, FALL = 0.02, 0.15, 0.035
"""How far from its orientation a thing is let go [rad], how far if an arm with few joints can bring it there no other way, for it will
come to lie flat; and from how high over a container's floor it no longer matters [m]."""
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
    thing, container = hanging(obs, object), obs.scene.objects[target]
    return (yield from set_down(obs, thing, spots.inside(thing, container, mine(obs)), container))


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
    thing, support = hanging(obs, object), obs.scene.objects[target]
    return (yield from set_down(obs, thing, spots.upon(thing, support, mine(obs), thing.pose.pos), support))


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
    thing, base = hanging(obs, object), obs.scene.objects[target]
    x, y = base.pose.pos[:2]
    return (yield from set_down(obs, thing, [np.array([x, y, base.top + thing.pose.pos[2] - thing.bottom + 0.003])], base))


def set_down(obs: Observation, thing: Thing, centres: Sequence[Array], target: Thing) -> Motion:
    """Set a held thing down level at the first of the centres [world] that will do."""
    turns = list(spots.upright_turns(thing, target.pose.yaw))
    ways = sorted(itertools.product(range(len(centres)), range(len(turns))), key=sum)
    return (yield from put(obs, thing, [Pose(centres[i], turns[j]) for i, j in ways], target))


def put(obs: Observation, thing: Thing, ways: Sequence[Pose], target: Thing) -> Generator[Action, Observation, Outcome]:
    """Bring a held thing to the first of the poses [world] that it can be brought to, by another grasp if by this one to none, lower it,
    let go, withdraw."""
    arm, _ = arm_of(obs)
    if not ways:
        return Outcome.failed("no_room", f"there is no free spot for the {thing.name} at the {target.name}")
    no_way = Outcome.failed("no_way", f"the arm cannot bring the {thing.name} to the {target.name} without a collision")
    chosen, obs = yield from think(obs, partial(_from_here, obs, arm, thing, ways, target))
    if chosen is None and not nimble(body_of(obs), arm):
        return no_way  # every grasp from straight above turns as far and reaches as high as any other
    if chosen is None:
        rest, obs = yield from think(obs, partial(_resting_place, obs, arm, thing, ways, target))
        if rest is None:
            return no_way
        obs, outcome = yield from _lay(obs, arm, thing, rest, target)
        if not outcome.ok:
            return outcome
        obs = yield from fresh(obs)
        obs, outcome = yield from take(obs, thing.id, then=partial(_leads_on, obs, arm, thing.id, ways, target))
        if not outcome.ok:
            return outcome
        obs = yield from fresh(obs)
        assert obs.scene is not None
        thing = obs.scene.objects[thing.id]
        chosen, obs = yield from think(obs, partial(_from_here, obs, arm, thing, ways, target))
        if chosen is None:
            return no_way
    _, outcome = yield from _lay(obs, arm, thing, chosen, target)
    return outcome


def _lay(
    obs: Observation, arm: str, thing: Thing, chosen: tuple[Array, Pose, Pose], target: Thing
) -> Generator[Action, Observation, tuple[Observation, Outcome]]:
    """Carry a held thing above its place, lower it, let go, withdraw."""
    above, at, away = chosen
    assert obs.scene is not None
    body, thing = body_of(obs), obs.scene.objects[thing.id]
    hand = body.parts[arm].gripper
    watch = dropped(hand, obs.parts[hand].width, f"the {thing.name}")
    obs, problem = yield from carry(obs, above, arm, others(obs, thing.id), thing, watch)
    if problem is not None:
        return obs, problem
    obs, problem = yield from straight(obs, at, arm, speed=0.1, watch=watch, lean=LEAN)
    if problem is not None and problem.code != "blocked":
        return obs, problem
    obs = yield from _let_go(obs, hand)
    obs, stuck = yield from straight(obs, away, arm, speed=0.2, lean=LEAN)
    return obs, stuck or Outcome.succeeded(f"the {thing.name} was let go at the {target.name}")


def _let_go(obs: Observation, hand: str) -> Generator[Action, Observation, Observation]:
    """Open just wide enough first, so that neighbours are not knocked over."""
    widest = float(body_of(obs).parts[hand].upper[0])
    return (yield from grip(obs, hand, min(obs.parts[hand].width + LOOSE, widest)))


def can_put(
    body: Body, arm: str, thing: Thing, held: Pose, ways: Sequence[Pose], target: Thing, around: Sequence[Thing], near: Array,
    aslant: float = UPRIGHT,
) -> tuple[Array, Pose, Pose] | None:  # fmt: skip
    """Joint positions above [rad], the tool pose to let go at and that to withdraw to, for the first pose of a held thing that
    works without the arm being thrown over, else for the first that works.

    Args:
      held: The thing's pose in the tool's frame.
      ways: Where it may be put [world], the best first.
      aslant: How far it may be tilted from there when it is let go [rad].
    """
    found: tuple[Array, Pose, Pose] | None = None
    for way in ways[:WAYS]:
        chosen = _lowered(body, arm, thing, held, way, target, around, near, aslant)
        if chosen is not None and float(np.max(np.abs(chosen[0] - near))) <= FAR:
            return chosen
        found = found or chosen
    return found


def _lowered(
    body: Body, arm: str, thing: Thing, held: Pose, way: Pose, target: Thing, around: Sequence[Thing], near: Array, aslant: float
) -> tuple[Array, Pose, Pose] | None:
    """How a held thing comes down to one pose and the hand away from it, as `can_put` tells it."""
    at = way @ held.inverse()
    if at.matrix[2, 2] > FROM_BELOW or body.ik(arm, at, near, lean=LEAN) is None:
        return None
    loose = min(float(np.abs(held.matrix[1] * thing.size).sum()) + LOOSE, float(body.parts[body.parts[arm].gripper].upper[0]))
    least = 0.0 if target.cavity is None else target.top + OVER - thing.moved(way).bottom
    falls = target.cavity is not None and thing.moved(way).bottom > spots.surface(target) + FALL
    for rise in dict.fromkeys(max(r, least) for r in RISES):
        above = body.ik(arm, at.shifted((0.0, 0.0, rise)), near, lean=LEAN)
        if above is None:
            continue
        down = line(body, arm, above, at, step=0.03, lean=LEAN)
        if down is None or body.fk(arm, down[-1]).distance(at)[1] > (LEAN if falls else aslant):
            continue
        if body.collision(arm, down[-1], around, opening=loose) or body.collision(arm, above, around, thing, held):
            continue
        for away in _withdrawals(at, rise):
            back = line(body, arm, down[-1], away, step=0.03, lean=LEAN)
            if back is not None and not body.collision(arm, back[-1], around):
                return above, at, away
    return None


def _withdrawals(at: Pose, rise: float) -> tuple[Pose, ...]:
    """Where the open hand may withdraw to: straight up, or back the way it looks if it looks ahead rather than down."""
    looks = at.matrix[:, 2]
    up, back = at.shifted((0.0, 0.0, rise)), at.shifted(-RETREAT * looks)
    return (up, back) if looks[2] < -STEEP else (back, at.shifted(-RETREAT / 2 * looks), up)


def _from_here(obs: Observation, arm: str, thing: Thing, ways: Sequence[Pose], target: Thing) -> tuple[Array, Pose, Pose] | None:
    """How what is held comes to one of the poses as it is held."""
    tool = obs.parts[arm].pose
    assert tool is not None and obs.scene is not None
    held, body, around, near = tool.inverse() @ obs.scene.objects[thing.id].pose, body_of(obs), others(obs, thing.id), nominal(obs, arm)
    found = can_put(body, arm, thing, held, ways, target, around, near)
    if found is None and not nimble(body, arm):
        found = can_put(body, arm, thing, held, ways, target, around, near, ASLANT)
    return found


def _resting_place(obs: Observation, arm: str, thing: Thing, ways: Sequence[Pose], target: Thing) -> tuple[Array, Pose, Pose] | None:
    """How a held thing comes to a spot of the table from which another grasp can bring it to one of the poses."""
    assert obs.scene is not None
    table = obs.scene.objects.get("table")
    if table is None:
        return None
    free = spots.upon(thing, table, mine(obs), thing.pose.pos)[:RESTS]
    for spot, turn in itertools.islice(itertools.product(free, spots.upright_turns(thing, 0.0)), 2 * RESTS):
        rest = Pose(spot, turn)
        chosen = _from_here(obs, arm, thing, [rest], table)
        if chosen is None:
            continue
        then = partial(_leads_on, obs, arm, thing.id, ways[:RESTS], target, rest=rest)
        body, near = body_of(obs), nominal(obs, arm)
        widest = float(body.parts[body.parts[arm].gripper].upper[0])
        if choose(body, arm, thing.moved(rest), others(obs, thing.id), near, widest, then=then)[0] is not None:
            return chosen
    return None


def _leads_on(obs: Observation, arm: str, id: Id, ways: Sequence[Pose], target: Thing, grasp: Grasp, rest: Pose | None = None) -> bool:
    """Whether a thing that is grasped so, where it is or rests, can be brought to one of the poses."""
    assert obs.scene is not None
    thing = obs.scene.objects[id]
    thing = thing if rest is None else thing.moved(rest)
    held = grasp.pose.inverse() @ thing.pose
    return can_put(body_of(obs), arm, thing, held, ways, target, others(obs, id), grasp.at) is not None
