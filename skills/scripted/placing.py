"""Putting down what is held: in, on, next to, on top."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from heedful.geometry import Array, Pose
from heedful.skills import spots
from heedful.skills.grasps import LEAN, RETREAT
from heedful.skills.scripted.motions import arm_of, body_of, dropped, grip, line, nominal, others, straight, travel
from heedful.skills.skill import Skill, skill
from heedful.skills.thinking import think
from heedful.types import Action, Body, Id, Motion, Observation, Outcome, Thing

OVER = 0.015
"""A thing comes over the rim of what it is put into with this much room [m]."""
WAYS = 100
"""How many spots and turns are tried before giving up."""
RISES = (RETREAT, 0.05, 0.03)
"""From how far above its place a thing is lowered [m], the best first: low over a high place, where an arm reaches no further up."""
LOOSE = 0.025
"""How far the fingers open to let go [m]."""
SOMEWHERE = 1.2
"""What it costs to put a thing at a certain place of the table: a little more than anywhere on it."""
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
    cost=SOMEWHERE,
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
    requires="holding(object) & painted(target) & reachable(target)",
    effects="at(object, target) & on(object, table) & ~holding(object)",
    touches="object",
    cost=SOMEWHERE,
)
def place_at(obs: Observation, object: Id, target: Id) -> Motion:
    """Set the held object down on a marked place of the table and let go.

    Args:
      object: What is held.
      target: A square painted on the table.
    """
    assert obs.scene is not None
    thing, place = obs.scene.objects[object], obs.scene.objects[target]
    return (yield from _put(obs, thing, spots.marked(thing, place, obs.scene), place))


def _aside(name: str, side: str, way: tuple[float, float]) -> Skill:
    """A skill that puts a thing down just to one side of another."""

    def place(obs: Observation, object: Id, target: Id) -> Motion:
        assert obs.scene is not None
        thing, other = obs.scene.objects[object], obs.scene.objects[target]
        return (yield from _put(obs, thing, spots.beside(thing, other, obs.scene, np.array(way)), other))

    place.__name__ = place.__qualname__ = f"place_{name}"
    place.__doc__ = f"""Put the held object down just {side} another, next to it, and let go.

    Args:
      object: What is held.
      target: The thing it shall stand {side}.
    """
    return skill(
        requires="holding(object) & (on(target, table) | painted(target))",
        effects=f"{name}(object, target) & next_to(object, target) & on(object, table) & ~holding(object)",
        touches="object",
        cost=SOMEWHERE,
    )(place)


place_left_of = _aside("left_of", "left of", (0.0, 1.0))
place_right_of = _aside("right_of", "right of", (0.0, -1.0))
place_in_front_of = _aside("in_front_of", "in front of", (-1.0, 0.0))
place_behind = _aside("behind", "behind", (1.0, 0.0))


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


@dataclass(frozen=True, slots=True, eq=False)
class _Way:
    """How a held thing comes to its place: joint positions above it [rad], the tool pose to let go at, and how far apart they are [m]."""

    above: Array
    at: Pose
    rise: float


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
    watch = dropped(hand, obs.parts[hand].width, f"the {thing.name}")
    obs, problem = yield from travel(obs, chosen.above, arm, around, thing, speed=0.8, watch=watch)
    if problem is not None:
        return problem
    obs, problem = yield from straight(obs, chosen.at, arm, speed=0.1, watch=watch, lean=LEAN)
    if problem is not None and problem.code != "blocked":
        return problem
    obs = yield from _let_go(obs, hand)
    obs, stuck = yield from straight(obs, chosen.at.shifted((0.0, 0.0, chosen.rise)), arm, speed=0.2, lean=LEAN)
    return stuck or Outcome.succeeded(f"the {thing.name} was let go at the {target.name}")


def _let_go(obs: Observation, hand: str) -> Generator[Action, Observation, Observation]:
    """Open just wide enough first, so that neighbours are not knocked over."""
    widest = float(body_of(obs).parts[hand].upper[0])
    return (yield from grip(obs, hand, min(obs.parts[hand].width + LOOSE, widest)))


def _choose(
    body: Body, arm: str, thing: Thing, held: Pose, centres: Sequence[Array], target: Thing, around: Sequence[Thing], near: Array
) -> _Way | None:
    """The way to the first spot and turn that work."""
    turns = list(spots.upright_turns(thing, target.pose.yaw))
    ways = sorted(itertools.product(range(len(centres)), range(len(turns))), key=sum)
    gripper = body.parts[arm].gripper
    loose = min(float(np.abs(held.matrix[1] * thing.size).sum()) + LOOSE, float(body.parts[gripper].upper[0]))
    for i, j in ways[:WAYS]:
        at = Pose(centres[i], turns[j]) @ held.inverse()
        least = 0.0 if target.cavity is None else target.top + OVER - (centres[i][2] - thing.size[2] / 2)
        for rise in dict.fromkeys(max(r, least) for r in RISES):
            above = body.ik(arm, at.shifted((0.0, 0.0, rise)), near, lean=LEAN)
            if above is None:
                continue
            down = line(body, arm, above, at, step=0.03, lean=LEAN)
            if down is None or body.fk(arm, down[-1]).distance(at)[1] > UPRIGHT:
                continue
            carried = replace(thing, pose=body.fk(arm, above) @ held)
            if not body.collision(arm, down[-1], around, opening=loose) and not body.collision(arm, above, around, carried):
                return _Way(above, at, rise)
    return None
