"""The built-in predicates: geometry, grippers, drawers, doors, what is lit, filled or wiped, measured on a Scene. Distances in metres."""

from __future__ import annotations

import math

import numpy as np

from heedful.predicates.extents import footprint_gap, over, within_plan
from heedful.predicates.kinds import ring
from heedful.predicates.registry import Truth, define, predicate
from heedful.types import Scene, Thing

CONTACT_GAP = 0.012
"""Largest gap between two surfaces that still counts as resting on one another."""
NEXT_TO_GAP = 0.06
"""Largest gap between the edges of two things that are next to each other."""
NEAR = 0.20
"""Largest distance between the centres of two things that are near each other."""
FAR = 0.25
"""Smallest distance between the centres of two things that are far from each other."""
MEASURED = 0.02
"""By how much a distance that was said may be missed."""
SHARE = 0.1
"""By how much a share that was said may be missed."""
ASIDE = 0.04
"""How far to the side a thing must be to be left of, right of, in front of or behind another."""
OPEN, CLOSED = 0.8, 0.06
"""Opened fractions from which, and up to which, a drawer or door counts as open, as closed."""
FULL = 0.8
"""Filled fraction from which a vessel counts as full."""
EMPTY = 0.1
"""Filled fraction up to which a vessel counts as empty."""
FLAT = 4.0
"""How many times as wide as high a thing is that others are laid on: plates, trays, tables."""
PRESSED = 0.5
"""Share of its way from which a button counts as pressed."""
RUNNING = 0.3
"""Turned fraction from which a faucet runs."""
CLEAN = 0.9
"""Wiped share from which a spill counts as wiped away."""
PLUMB = float(np.cos(np.deg2rad(15.0)))
"""Cosine of the largest tilt of what stands upright, or upside down."""


def held(scene: Scene, thing: Thing) -> bool:
    """Whether any gripper holds it."""
    return thing.id in scene.held.values()


@predicate("{0} is on {1}", words=("on", "onto", "on top of", "upon", "atop"))
def on(scene: Scene, a: Thing, b: Thing) -> Truth:
    """`a` rests on `b`: its underside at b's surface, its centre over b, in no gripper."""
    if a.id == b.id:
        return False
    surface = b.cavity.centre[2] - b.cavity.size[2] / 2 + b.pose.pos[2] if b.cavity is not None and b.shape == "cylinder" else b.top
    if b.cavity is not None and b.shape != "cylinder":
        return False
    return over(a, b) and abs(a.bottom - surface) <= CONTACT_GAP and scene.touching(a.id, b.id) is not False and not held(scene, a)


@predicate("{0} is in {1}", words=("in", "into", "inside", "inside of", "within"))
def in_(scene: Scene, a: Thing, b: Thing) -> Truth:
    """`a` lies inside `b`: its centre within b's cavity in plan, its underside below the rim, in no gripper."""
    if b.cavity is None or a.id == b.id:
        return False
    (x, y, _), (i, j, k), (length, width, height) = b.pose.local(a.pose.pos), b.cavity.centre.tolist(), b.cavity.size.tolist()
    inside = math.hypot(x - i, y - j) <= length / 2 if b.shape != "box" else abs(x - i) <= length / 2 and abs(y - j) <= width / 2
    level = -height / 2 - CONTACT_GAP <= a.bottom - (float(b.pose.pos[2]) + k) <= height / 2
    return inside and level and within_plan(a, b) and not held(scene, a)


@predicate("{0} is around {1}")
def around(scene: Scene, a: Thing, b: Thing) -> Truth:
    """`a`, a ring, has been slipped over `b`: b's middle within a's hole in plan, a's underside below b's top, in no gripper."""
    if a.cavity is None or held(scene, a) or a.id == b.id or not ring(scene, a):
        return False
    local = a.pose.matrix.T @ (b.pose.pos - a.pose.pos) - a.cavity.centre
    return bool(np.all(np.abs(local[:2]) <= a.cavity.size[:2] / 2)) and a.bottom < b.top


@predicate("the robot is holding {0}", words=("held",))
def holding(scene: Scene, x: Thing) -> Truth:
    """A gripper holds it, and neither the table nor anything else carries it."""
    return held(scene, x) if scene.held else None


@predicate("{0} is next to {1}", words=("next to", "beside", "by", "alongside", "adjacent to"))
def next_to(scene: Scene, a: Thing, b: Thing) -> Truth:
    """Side by side on the same level: edges within NEXT_TO_GAP, neither on or in the other, neither held."""
    if a.id == b.id:
        return False
    level = abs(a.bottom - b.bottom) <= 2 * CONTACT_GAP
    return level and -CONTACT_GAP <= footprint_gap(a, b) <= NEXT_TO_GAP and not (held(scene, a) or held(scene, b))


@predicate("{0} is near {1}", words=("near", "close to"))
def near(scene: Scene, a: Thing, b: Thing) -> Truth:
    return float(np.linalg.norm(a.pose.pos - b.pose.pos)) <= NEAR


@predicate("{0} is touching {1}", words=("touching", "in contact with"))
def touching(scene: Scene, a: Thing, b: Thing) -> Truth:
    """Surfaces meet: as felt where contact is sensed, else edges within CONTACT_GAP on the same level or one resting on the other."""
    if a.id == b.id:
        return False
    felt = scene.touching(a.id, b.id)
    if felt is not None:
        return felt
    beside = a.bottom < b.top and b.bottom < a.top and abs(footprint_gap(a, b)) <= CONTACT_GAP
    return beside or bool(on(scene, a, b)) or bool(on(scene, b, a))


@predicate("{0} is far from {1}", words=("far from", "far away from"))
def far_from(scene: Scene, a: Thing, b: Thing) -> Truth:
    return _between(a, b) >= FAR


@predicate("{0} is {2:g} m from {1}")
def apart(scene: Scene, a: Thing, b: Thing, metres: float) -> Truth:
    """Their centres are that far from each other in the plane [m]."""
    return abs(_between(a, b) - metres) <= MEASURED


@predicate("{0} is at least {2:g} m from {1}")
def well_apart(scene: Scene, a: Thing, b: Thing, metres: float) -> Truth:
    """Their centres are at least that far from each other in the plane [m]."""
    return _between(a, b) >= metres - MEASURED


@predicate("{0} is {1:g} m ahead and {2:g} m to the left of the robot")
def standing_at(scene: Scene, a: Thing, x: float, y: float) -> Truth:
    """Its centre is at a point of the plane [m], in no gripper."""
    return float(np.hypot(a.pose.pos[0] - x, a.pose.pos[1] - y)) <= MEASURED and not held(scene, a)


def _between(a: Thing, b: Thing) -> float:
    """Distance between the centres of two things in the plane [m]."""
    return float(np.linalg.norm((a.pose.pos - b.pose.pos)[:2]))


@predicate("{0} is left of {1}", words=("left of", "to the left of"))
def left_of(scene: Scene, a: Thing, b: Thing) -> Truth:
    """Seen by the robot: larger y; smaller where sides are told by somebody who faces it."""
    return scene.sense * float(a.pose.pos[1] - b.pose.pos[1]) >= ASIDE


@predicate("{0} is right of {1}", words=("right of", "to the right of"))
def right_of(scene: Scene, a: Thing, b: Thing) -> Truth:
    return left_of(scene, b, a)


@predicate("{0} is in front of {1}", words=("in front of", "before"))
def in_front_of(scene: Scene, a: Thing, b: Thing) -> Truth:
    """Nearer to the robot: smaller x; nearer to the person, larger x, where sides are told by somebody who faces it."""
    return scene.sense * float(b.pose.pos[0] - a.pose.pos[0]) >= ASIDE


@predicate("{0} is behind {1}", words=("behind",))
def behind(scene: Scene, a: Thing, b: Thing) -> Truth:
    return in_front_of(scene, b, a)


@predicate("{0} is open", words=("open",))
def open(scene: Scene, x: Thing) -> Truth:
    if x.slide is None and x.hinge is None and x.cavity is not None:
        return True
    return None if x.id not in scene.joints else scene.joints[x.id] >= OPEN


@predicate("{0} is closed", words=("closed", "shut"))
def closed(scene: Scene, x: Thing) -> Truth:
    if x.slide is None and x.hinge is None and x.cavity is not None:
        return False
    return None if x.id not in scene.joints else scene.joints[x.id] <= CLOSED


@predicate("{0} is at {1}", words=("at",))
def at(scene: Scene, a: Thing, place: Thing) -> Truth:
    """`a` stands level with `place`, its centre over it, in no gripper: at a marked square, at a faucet."""
    if a.id == place.id:
        return False
    return over(a, place) and a.bottom - place.bottom <= CONTACT_GAP and not held(scene, a)


@predicate("{0} is lit", words=("lit", "on"))
def lit(scene: Scene, x: Thing) -> Truth:
    return scene.lit.get(x.id)


@predicate("{0} is pressed", words=("pressed",))
def pressed(scene: Scene, x: Thing) -> Truth:
    """Buttons: held down at this moment."""
    return None if x.id not in scene.joints else scene.joints[x.id] >= PRESSED


@predicate("{0} is running", words=("running",))
def running(scene: Scene, x: Thing) -> Truth:
    """Faucets: the lever is turned far enough for water to flow."""
    return None if x.id not in scene.joints else scene.joints[x.id] >= RUNNING


@predicate("{0} is full", words=("full",))
def full(scene: Scene, x: Thing) -> Truth:
    return None if x.id not in scene.fill else scene.fill[x.id] >= FULL


@predicate("{0} is filled to {1:.0%}")
def filled(scene: Scene, x: Thing, share: float) -> Truth:
    """Vessels: so much of what goes in is in it, 0 to 1."""
    return None if x.id not in scene.fill else abs(scene.fill[x.id] - share) <= SHARE


@predicate("{0} is empty", words=("empty",))
def empty(scene: Scene, x: Thing) -> Truth:
    """Nothing lies in it or on it, and nothing that can be poured is left in it; unknown of what nothing could be in or on."""
    if scene.fill.get(x.id, 0.0) > EMPTY or any(in_(scene, t, x) or on(scene, t, x) for t in scene.objects.values()):
        return False
    return True if x.id in scene.fill or x.cavity is not None or float(min(x.size[:2])) > FLAT * float(x.size[2]) else None


@predicate("{0} is wiped away", words=("clean", "wiped", "wiped up", "gone"))
def clean(scene: Scene, x: Thing) -> Truth:
    """Spills: a sponge has passed over nearly all of it, pressed on the table."""
    return None if x.id not in scene.wiped else scene.wiped[x.id] >= CLEAN


@predicate("{0} is upright", words=("upright",))
def upright(scene: Scene, x: Thing) -> Truth:
    """Its own z axis within 15 degrees of vertical, up; for what looks the same either way up, up or down."""
    up = float(x.pose.matrix[2, 2])
    return bool((up if x.cavity is not None else abs(up)) >= PLUMB)


@predicate("{0} is upside down", words=("upside down",))
def upside_down(scene: Scene, x: Thing) -> Truth:
    """A vessel whose opening is down, within 15 degrees."""
    return x.cavity is not None and bool(x.pose.matrix[2, 2] <= -PLUMB)


@predicate("{0} is part of {1}")
def part_of(scene: Scene, a: Thing, b: Thing) -> Truth:
    """A fixture within another: a drawer of a cabinet, also while it is open, a compartment of a caddy."""
    if a.id == b.id or not (a.fixed and b.fixed) or "table" in (a.category, b.category):
        return False
    shut = a.pose.pos if a.slide is None else a.pose.pos - a.slide * scene.joints.get(a.id, 0.0)
    within = np.abs(b.pose.matrix.T @ (shut - b.pose.pos)) <= b.size / 2
    return bool(np.all(within)) and bool(np.prod(a.size) < np.prod(b.size))


@predicate("{0} has the colour of {1}")
def same_color(scene: Scene, a: Thing, b: Thing) -> Truth:
    return bool(a.color) and a.color == b.color


define("hand_empty", "~exists x: holding(x)", "the hand is empty")
define("clear(x)", "~exists y: on(y, x)", "nothing is on {0}")
define("stacked(x)", "exists y: on(x, y) & movable(y)", "{0} is stacked on something")
define("shut_in(x)", "exists y: in(x, y) & closed(y)", "{0} is shut in")
define("under(x, y)", "on(y, x) | at(y, x)", "{0} is under {1}", ("under", "underneath", "beneath", "below"))
