"""Predicates of what a thing is for: to be moved, grasped, put into or onto, opened, pressed, turned, wiped away."""

from __future__ import annotations

from heedful.predicates.extents import has_flat_top, has_rim, level_sides, wall
from heedful.predicates.registry import Truth, predicate
from heedful.types import Scene, Thing


@predicate("{0} can be moved")
def movable(scene: Scene, x: Thing) -> Truth:
    return not x.fixed


@predicate("{0} fits between the fingers")
def graspable(scene: Scene, x: Thing) -> Truth:
    """Not fixed, and with a handle, some horizontal side narrow enough for some gripper, or a rim that it can pinch; for vacuum cups,
    with a flat top wide enough."""
    if x.fixed:
        return False
    if any(r.cup is not None and has_flat_top(x, r.cup) for r in scene.reach.values()):
        return True
    if scene.reach and all(r.cup is not None for r in scene.reach.values()):
        return False
    if not scene.reach or x.handle is not None:
        return True if scene.reach else None
    widest = max(r.width for r in scene.reach.values() if r.cup is None)
    return min(level_sides(x)) <= widest - 0.005 or (has_rim(x) and wall(x) <= widest - 0.03)


@predicate("things can be put on {0}")
def support(scene: Scene, x: Thing) -> Truth:
    """A flat top: tables, plates, trays, blocks; not what is only painted."""
    return "painted" not in x.attributes and (x.cavity is None or x.shape == "cylinder")


@predicate("{0} is painted on the table")
def painted(scene: Scene, x: Thing) -> Truth:
    """Marked squares, spills: things can stand there, and they are in nothing's way."""
    return "painted" in x.attributes


@predicate("things can be put in {0}")
def container(scene: Scene, x: Thing) -> Truth:
    return x.cavity is not None


@predicate("{0} has a hole right through it")
def ring(scene: Scene, x: Thing) -> Truth:
    return not x.fixed and x.cavity is not None and bool(x.cavity.size[2] >= 0.98 * x.size[2])


@predicate("{0} is a post")
def post(scene: Scene, x: Thing) -> Truth:
    """It stands fast, and is higher than wide."""
    return x.fixed and x.cavity is None and x.handle is None and bool(x.size[2] > max(x.size[:2]))


@predicate("{0} slides open")
def sliding(scene: Scene, x: Thing) -> Truth:
    return x.slide is not None and x.handle is not None


@predicate("{0} swings open")
def hinged(scene: Scene, x: Thing) -> Truth:
    """Doors: they turn about a hinge and have a handle."""
    return x.hinge is not None and x.category == "door"


@predicate("{0} can be pressed")
def pressable(scene: Scene, x: Thing) -> Truth:
    return x.category == "button"


@predicate("{0} can be turned")
def turnable(scene: Scene, x: Thing) -> Truth:
    return x.category == "faucet"


@predicate("{0} is spilt on the table")
def spilt(scene: Scene, x: Thing) -> Truth:
    return x.category == "spill"


@predicate("things can be wiped away with {0}")
def absorbent(scene: Scene, x: Thing) -> Truth:
    return x.category == "sponge"
