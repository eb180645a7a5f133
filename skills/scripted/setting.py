"""Putting what is held down at a certain place of the table: next to a thing, to one side of it, on a marked square."""

from __future__ import annotations

import numpy as np

from heedful.skills import spots
from heedful.skills.scripted.motions import hanging
from heedful.skills.scripted.placing import set_down
from heedful.skills.skill import Skill, skill
from heedful.types import Id, Motion, Observation

SOMEWHERE = 1.2
"""What it costs to put a thing at a certain place of the table: a little more than anywhere on it."""


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
    thing, other = hanging(obs, object), obs.scene.objects[target]
    return (yield from set_down(obs, thing, spots.beside(thing, other, obs.scene), other))


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
    thing, place = hanging(obs, object), obs.scene.objects[target]
    return (yield from set_down(obs, thing, spots.marked(thing, place, obs.scene), place))


def _aside(name: str, side: str, way: tuple[float, float]) -> Skill:
    """A skill that puts a thing down just to one side of another."""

    def place(obs: Observation, object: Id, target: Id) -> Motion:
        assert obs.scene is not None
        thing, other = hanging(obs, object), obs.scene.objects[target]
        return (yield from set_down(obs, thing, spots.beside(thing, other, obs.scene, obs.scene.sense * np.array(way)), other))

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
