"""Opening and closing drawers by their handle."""

from __future__ import annotations

from heedful.skills.scripted.handles import lead
from heedful.skills.skill import skill
from heedful.types import Id, Motion, Observation


@skill(
    requires="hand_empty & sliding(drawer) & ~open(drawer) & reachable(drawer) & ~blocked(drawer)",
    effects="open(drawer) & ~closed(drawer) & ~blocks(drawer, _)",
    touches="drawer cabinet",
)
def open_drawer(obs: Observation, drawer: Id) -> Motion:
    """Pull a drawer open by its handle.

    Args:
      drawer: The drawer.
    """
    return (yield from lead(obs, drawer, 0.96))


@skill(
    requires="hand_empty & sliding(drawer) & ~closed(drawer) & reachable(drawer) & ~blocked(drawer)",
    effects="closed(drawer) & ~open(drawer) & ~blocks(drawer, _)",
    touches="drawer cabinet",
)
def close_drawer(obs: Observation, drawer: Id) -> Motion:
    """Push a drawer shut by its handle.

    Args:
      drawer: The drawer.
    """
    return (yield from lead(obs, drawer, 0.0))
