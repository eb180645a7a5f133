"""The built-in predicates: geometry, grippers, drawers, doors, what is lit, filled or wiped, measured on a Scene. Distances in metres."""

from __future__ import annotations

import numpy as np

from heedful.predicates.registry import Truth, define, predicate
from heedful.types import Scene, Thing

CONTACT_GAP = 0.012
"""Largest gap between two surfaces that still counts as resting on one another."""
NEXT_TO_GAP = 0.06
"""Largest gap between the edges of two things that are next to each other."""
NEAR = 0.20
"""Largest distance between the centres of two things that are near each other."""
ASIDE = 0.04
"""How far to the side a thing must be to be left of, right of, in front of or behind another."""
OPEN, CLOSED = 0.8, 0.06
"""Opened fractions from which, and up to which, a drawer or door counts as open, as closed."""
FULL = 0.8
"""Filled fraction from which a vessel counts as full."""
RIM_DEPTH = 0.03
"""Depth of a container from which its rim can be gripped [m]."""
EMPTY = 0.1
"""Filled fraction up to which a vessel counts as empty."""
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


def footprint_gap(a: Thing, b: Thing) -> float:
    """Horizontal distance between the edges of two things along the line of their centres, negative if they overlap [m]."""
    between = (b.pose.pos - a.pose.pos)[:2]
    distance = float(np.linalg.norm(between))
    along = between / distance if distance > 1e-9 else np.array([1.0, 0.0])
    return distance - _extent(a, along) - _extent(b, along)


def _extent(thing: Thing, along: np.ndarray) -> float:
    """Distance from a thing's centre to its edge in a horizontal direction."""
    if thing.shape != "box" and abs(thing.pose.matrix[2, 2]) > 0.7:
        return float(max(thing.size[:2])) / 2
    local = np.abs(thing.pose.matrix.T @ np.array([along[0], along[1], 0.0]))
    with np.errstate(divide="ignore"):
        return float(np.min(np.where(local > 1e-9, thing.size / 2 / local, np.inf)))


def level_sides(thing: Thing) -> list[float]:
    """The sizes across which fingers could close from above: those of its axes that lie level [m]."""
    if thing.shape != "box" and abs(thing.pose.matrix[2, 2]) > 0.7:
        return [float(thing.size[0])]
    upright = int(np.argmax(np.abs(thing.pose.matrix[2])))
    return [float(thing.size[i]) for i in range(3) if i != upright]


def wall(thing: Thing) -> float:
    """How thick a container's walls are at its opening [m]."""
    return 0.0 if thing.cavity is None else float(min((thing.size - thing.cavity.size)[:2])) / 2


def has_rim(thing: Thing) -> bool:
    """Whether a finger can reach down behind its walls: an upright container, deep enough for one."""
    return thing.cavity is not None and float(thing.cavity.size[2]) >= RIM_DEPTH and float(thing.pose.matrix[2, 2]) > 0.9


@predicate("{0} is on {1}", words=("on", "onto", "on top of", "upon", "atop"))
def on(scene: Scene, a: Thing, b: Thing) -> Truth:
    """`a` rests on `b`: its underside at b's surface, its centre over b, in no gripper."""
    if held(scene, a) or a.id == b.id:
        return False
    if scene.touching(a.id, b.id) is False:
        return False
    surface = b.cavity.centre[2] - b.cavity.size[2] / 2 + b.pose.pos[2] if b.cavity is not None and b.shape == "cylinder" else b.top
    if b.cavity is not None and b.shape != "cylinder":
        return False
    local = b.pose.matrix.T @ (a.pose.pos - b.pose.pos)
    over = float(np.hypot(*local[:2])) <= b.size[0] / 2 if b.shape != "box" else bool(np.all(np.abs(local[:2]) <= b.size[:2] / 2))
    return over and abs(a.bottom - surface) <= CONTACT_GAP


@predicate("{0} is in {1}", words=("in", "into", "inside", "inside of", "within"))
def in_(scene: Scene, a: Thing, b: Thing) -> Truth:
    """`a` lies inside `b`: its centre within b's cavity in plan, its underside below the rim, in no gripper."""
    if b.cavity is None or held(scene, a) or a.id == b.id:
        return False
    local = b.pose.matrix.T @ (a.pose.pos - b.pose.pos) - b.cavity.centre
    half = b.cavity.size / 2
    inside = float(np.hypot(*local[:2])) <= half[0] if b.shape != "box" else bool(np.all(np.abs(local[:2]) <= half[:2]))
    bottom = a.bottom - (b.pose.pos[2] + b.cavity.centre[2])
    return inside and -half[2] - CONTACT_GAP <= bottom <= half[2]


@predicate("the robot is holding {0}", words=("held",))
def holding(scene: Scene, x: Thing) -> Truth:
    """A gripper holds it, and neither the table nor anything else carries it."""
    return held(scene, x) if scene.held else None


@predicate("{0} is next to {1}", words=("next to", "beside", "by", "alongside", "adjacent to"))
def next_to(scene: Scene, a: Thing, b: Thing) -> Truth:
    """Side by side on the same level: edges within NEXT_TO_GAP, neither on or in the other, neither held."""
    if a.id == b.id or held(scene, a) or held(scene, b):
        return False
    level = abs(a.bottom - b.bottom) <= 2 * CONTACT_GAP
    return level and -CONTACT_GAP <= footprint_gap(a, b) <= NEXT_TO_GAP


@predicate("{0} is near {1}", words=("near", "close to"))
def near(scene: Scene, a: Thing, b: Thing) -> Truth:
    return float(np.linalg.norm(a.pose.pos - b.pose.pos)) <= NEAR


@predicate("{0} is left of {1}", words=("left of", "to the left of"))
def left_of(scene: Scene, a: Thing, b: Thing) -> Truth:
    """Seen by the robot: larger y."""
    return float(a.pose.pos[1] - b.pose.pos[1]) >= ASIDE


@predicate("{0} is right of {1}", words=("right of", "to the right of"))
def right_of(scene: Scene, a: Thing, b: Thing) -> Truth:
    return left_of(scene, b, a)


@predicate("{0} is in front of {1}", words=("in front of", "before"))
def in_front_of(scene: Scene, a: Thing, b: Thing) -> Truth:
    """Nearer to the robot: smaller x."""
    return float(b.pose.pos[0] - a.pose.pos[0]) >= ASIDE


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
    if held(scene, a) or a.id == place.id:
        return False
    local = place.pose.matrix.T @ (a.pose.pos - place.pose.pos)
    over = (
        float(np.hypot(*local[:2])) <= place.size[0] / 2 if place.shape != "box" else bool(np.all(np.abs(local[:2]) <= place.size[:2] / 2))
    )
    return over and a.bottom - place.bottom <= CONTACT_GAP


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


@predicate("{0} is empty", words=("empty",))
def empty(scene: Scene, x: Thing) -> Truth:
    """Nothing that can be poured is left in it."""
    return None if x.id not in scene.fill else scene.fill[x.id] <= EMPTY


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


@predicate("{0} is within reach")
def reachable(scene: Scene, x: Thing) -> Truth:
    """Its handle, if it has one, or its centre, if it can be moved, lies in the working shell of some arm: now, or once the drawer that it
    lies in is open."""
    places = ([] if x.handle is None else [x.handle.pos]) + ([x.pose.pos] if not x.fixed or x.handle is None else [])
    for drawer in scene.objects.values():
        if drawer.slide is not None and not x.fixed and in_(scene, x, drawer):
            places.append(x.pose.pos + drawer.slide * (1.0 - scene.joints.get(drawer.id, 0.0)))
    spans = [(float(np.linalg.norm(at - r.centre)), r) for at in places for r in scene.reach.values()]
    return any(r.inner <= d <= r.outer for d, r in spans) if spans else None


@predicate("{0} can be moved")
def movable(scene: Scene, x: Thing) -> Truth:
    return not x.fixed


@predicate("{0} fits between the fingers")
def graspable(scene: Scene, x: Thing) -> Truth:
    """Not fixed, and with a handle, some horizontal side narrow enough for some gripper, or a rim that it can pinch."""
    if x.fixed:
        return False
    if not scene.reach or x.handle is not None:
        return True if scene.reach else None
    widest = max(r.width for r in scene.reach.values())
    return min(level_sides(x)) <= widest - 0.005 or (has_rim(x) and wall(x) <= widest - 0.03)


@predicate("things can be put on {0}")
def support(scene: Scene, x: Thing) -> Truth:
    """A flat top: tables, plates, trays, blocks."""
    return x.cavity is None or x.shape == "cylinder"


@predicate("things can be put in {0}")
def container(scene: Scene, x: Thing) -> Truth:
    return x.cavity is not None


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


@predicate("{0} is painted on the table")
def painted(scene: Scene, x: Thing) -> Truth:
    """Marked squares, spills: things can stand there, and they are in nothing's way."""
    return "painted" in x.attributes


define("hand_empty", "~exists x: holding(x)", "the hand is empty")
define("clear(x)", "~exists y: on(y, x)", "nothing is on {0}")
define("shut_in(x)", "exists y: in(x, y) & closed(y)", "{0} is shut in")
