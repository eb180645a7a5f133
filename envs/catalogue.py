"""Everything that can be stood on a table: how each category is built and how much room it takes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from heedful.envs import fixtures, kitchen, objects
from heedful.geometry import Pose
from heedful.types import Thing

Builder = Callable[[Any, str, Pose, str, str], Thing]
"""Takes an MjSpec, an id, where it stands, its colour and its size."""

BUILDERS: dict[str, Builder] = {**objects.BUILDERS, **kitchen.BUILDERS, **fixtures.BUILDERS}
"""Category -> its builder; a new kind of thing is one more line in its module."""
_RADII: dict[str, float] = {**objects.FOOTPRINTS, **kitchen.FOOTPRINTS, **fixtures.FOOTPRINTS}


def footprint(category: str, size: str) -> float:
    """Radius of the circle that a thing covers on the table however it is turned [m]."""
    return objects.BLOCK_EDGE.get(size, 0.05) * 0.7072 if category == "block" else _RADII[category]
