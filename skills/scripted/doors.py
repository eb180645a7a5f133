"""Opening and closing doors by their handle."""

from __future__ import annotations

from heedful.skills.scripted.handles import lead
from heedful.skills.skill import skill
from heedful.types import Id, Motion, Observation

AJAR = 0.93
"""How far a door is opened."""


@skill(
    requires="hand_empty & hinged(door) & ~open(door) & reachable(door) & ~blocked(door)",
    effects="open(door) & ~closed(door) & ~blocks(door, _)",
    touches="door cabinet",
)
def open_door(obs: Observation, door: Id) -> Motion:
    """Swing a door open by its handle.

    Args:
      door: The door.
    """
    return (yield from lead(obs, door, AJAR))


@skill(
    requires="hand_empty & hinged(door) & ~closed(door) & reachable(door) & ~blocked(door)",
    effects="closed(door) & ~open(door) & ~blocks(door, _)",
    touches="door cabinet",
)
def close_door(obs: Observation, door: Id) -> Motion:
    """Swing a door shut by its handle.

    Args:
      door: The door.
    """
    return (yield from lead(obs, door, 0.0))
