"""What foreign goals speak of: a thing at a place, or the hand there."""

from __future__ import annotations

import numpy as np

from heedful.geometry import Array
from heedful.predicates import predicate
from heedful.types import Scene, Thing

ARRIVED = 0.05
"""Distance up to which a free thing counts as being at a place [m]."""
SLID = 0.02, 0.2
"""What may be left of a slide: so much [m], or such a share of all of it."""


def left_to_go(a: Thing, b: Thing) -> Array:
    """Displacement that would bring `a` to `b` [m]; of a thing that slides, only what lies along its slide."""
    way = b.pose.pos - a.pose.pos
    if a.slide is None:
        return np.asarray(way)
    along = a.slide / np.linalg.norm(a.slide)
    return np.asarray(along * (along @ way))


def near_enough(a: Thing, b: Thing) -> bool:
    """Whether `a` counts as being at `b`."""
    most = ARRIVED if a.slide is None else max(SLID[0], SLID[1] * float(np.linalg.norm(a.slide)))
    return float(np.linalg.norm(left_to_go(a, b))) <= most


@predicate("{0} has arrived at {1}")
def arrived(scene: Scene, a: Thing, b: Thing) -> bool:
    """Their centres coincide, along the slide for a thing that slides."""
    return near_enough(a, b)


@predicate("{0} is the hand")
def hand(scene: Scene, x: Thing) -> bool:
    return x.category == "hand"
