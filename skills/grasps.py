"""Grasps from geometry: where two fingers can close on a box, a cylinder, a handle or the rim of a container, best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_from_matrix
from heedful.predicates.builtin import has_rim, wall
from heedful.types import Body, PartSpec, Thing

FINGER_ROOM = 0.006
"""Free play wanted between an open finger and the thing [m]."""
TIGHT = 0.003
"""The least free play with which the widest things are taken [m]."""
DEPTH = 0.022
"""How far below its top a thing is gripped, at most to its middle [m]."""
TABLE_ROOM = 0.012
"""The pads' centre stays this far above the underside of a thing [m]."""
PAD = 0.010
"""Half the width of a finger's pad [m]: the pads stay on a thing's sides."""
SLANTS = (0.35, -0.35, 0.7, -0.7)
"""How far off the vertical the hand comes down to what cannot be gripped from straight above [rad]."""
ASIDE = 4.0
"""Motion of the joints that is rather made than to grip a thing at the end of its side instead of the middle [rad]."""
OPENINGS = (0.045, 0.025, 2 * FINGER_ROOM)
"""How much wider than a thing the fingers open before they go round it, the best first: wide open they hit its neighbours [m]."""
NARROW = 0.5
"""Motion of the joints that is rather made than to come with fingers that are hardly open [rad]."""
SLANTED = 0.4
"""How much less deep a hand with one moving jaw grips what is wider than half its opening, for each metre wider."""
RIM = 0.012
"""How far below a rim the pads' centre grips a wall [m]."""
RETREAT = 0.09
"""Length of the straight approach and of the lift [m]."""
LEAN = 0.7
"""How far the tool of an arm with few joints may lean off the vertical on its way to a thing and back [rad]."""


@dataclass(frozen=True, slots=True, eq=False)
class Grasp:
    """A tool pose to close at [world], the width there and that to come with [m], and the joint positions of approach and grasp [rad]."""

    pose: Pose
    width: float
    opening: float
    approach: Array
    at: Array


def candidates(thing: Thing, widest: float) -> Iterator[tuple[Pose, float, float]]:
    """Tool poses and widths [m] at which the fingers could close on a thing, and how much worse each is than the best of its kind [rad]."""
    if thing.handle is not None:
        yield from ((pose, width, 0.0) for pose, width in _on_handle(thing.handle))
        return
    yield from _from_above(thing, widest)
    if has_rim(thing):
        yield from ((pose, width, 0.0) for pose, width in _on_rim(thing))


def _from_above(thing: Thing, widest: float) -> Iterator[tuple[Pose, float, float]]:
    """Straight down, the fingers on two level sides of it."""
    top, bottom = thing.top, thing.bottom
    height = max(top - DEPTH, (top + bottom) / 2 if top - bottom < 2 * DEPTH else top - DEPTH, bottom + TABLE_ROOM)
    height = max(min(height, top - 0.008), bottom + min(TABLE_ROOM, 0.7 * (top - bottom)))
    x, y = thing.pose.pos[:2]
    for yaw, width, free in _closings(thing):
        if width <= widest - 2 * TIGHT:
            along = np.array([np.cos(yaw), np.sin(yaw)])
            for shift, flip in product((0.0, 0.5, -0.5, 0.9, -0.9) if free > 0.01 else (0.0,), (0.0, np.pi)):
                px, py = (x, y) + shift * free * along
                down = Pose.at(px, py, height, yaw + flip) @ Pose(np.zeros(3), np.array([0.0, 1.0, 0.0, 0.0]))
                yield down, width, ASIDE * abs(shift)


def _tilted(thing: Thing, widest: float) -> Iterator[tuple[Pose, float, float]]:
    """Down at a slant, the fingers on the same sides: beside a high wall, or where an arm reaches no further upright."""
    if thing.handle is not None:
        return
    for down, width, worse in _from_above(thing, widest):
        if worse == 0.0:
            for angle in SLANTS:
                yield down @ Pose(np.zeros(3), quat_from_axis_angle((0, 1, 0), angle)), width, abs(angle)


def _on_rim(thing: Thing) -> Iterator[tuple[Pose, float]]:
    """One finger inside, one outside: all round a round container, in the middle of each wall of a box."""
    assert thing.cavity is not None
    ways = np.arange(16) * np.pi / 8 if thing.shape != "box" else np.arange(4) * np.pi / 2
    middle = (thing.size + thing.cavity.size)[:2] / 4
    for angle in ways:
        out = np.array([np.cos(angle), np.sin(angle)])
        x, y, _ = thing.pose.apply(np.array([*(thing.cavity.centre[:2] + middle * out), 0.0]))
        yaw = thing.pose.yaw + angle - np.pi / 2
        for flip in (0.0, np.pi):
            yield Pose.at(x, y, thing.top - RIM, yaw + flip) @ Pose(np.zeros(3), np.array([0.0, 1.0, 0.0, 0.0])), wall(thing)


def _closings(thing: Thing) -> Iterator[tuple[float, float, float]]:
    """Yaw of the closing direction from world y [rad], the width there [m], and how far the pads may shift across it [m]: two ways
    for a box, eight for a round thing."""
    if thing.spherical or thing.shape in ("cylinder", "bowl"):
        yield from ((k * np.pi / 8, float(thing.size[0]), 0.0) for k in range(8))
        return
    matrix = thing.pose.matrix
    upright = int(np.argmax(np.abs(matrix[2])))
    level = [i for i in range(3) if i != upright]
    for axis, other in (level, level[::-1]):
        along = matrix[:, axis]
        yield float(np.arctan2(along[1], along[0]) - np.pi / 2), float(thing.size[axis]), max(float(thing.size[other]) / 2 - PAD, 0.0)


def _on_handle(handle: Pose) -> Iterator[tuple[Pose, float]]:
    """Approaches to an upright bar, from steep to level; the fingers close level, across the handle's outward axis."""
    out = handle.matrix[:, 2]
    across = np.cross([0.0, 0.0, 1.0], out)
    across /= np.linalg.norm(across)
    for pitch in np.deg2rad([45.0, 55.0, 35.0, 65.0, 25.0]):
        for side in (1.0, -1.0):
            z = -np.cos(pitch) * out - np.sin(pitch) * np.array([0.0, 0.0, 1.0])
            y = side * across
            yield Pose(handle.pos, quat_from_matrix(np.column_stack([np.cross(y, z), y, z]))), 0.02


def choose(
    body: Body,
    arm: str,
    thing: Thing,
    obstacles: Sequence[Thing],
    near: Array,
    widest: float,
    along: Sequence[Array] = (np.zeros(3),),
    skip: int = 0,
    then: Callable[[Grasp], bool] = lambda grasp: True,
) -> tuple[Grasp | None, str]:
    """The reachable, collision-free grasp nearest to a configuration, or why there is none.

    Args:
      obstacles: What must not be hit on the way in; the thing itself may be.
      near: Present joint positions [rad].
      widest: The gripper's opening [m].
      along: Displacements [m] through which the grasp must stay reachable: for a drawer, its way.
      skip: How many of the best to pass over, for another try.
      then: Whether what comes next can be done from a grasp: asked last, of the best first.
    """
    why = f"{thing.name} is wider than the gripper opens ({100 * widest:.0f} cm)"
    for kind in (candidates(thing, widest), _tilted(thing, widest) if nimble(body, arm) else iter(())):
        found: list[tuple[float, Grasp]] = []
        for pose, width, worse in kind:
            grasp, cost, reason = _reached(body, arm, thing, pose, width, obstacles, near, widest, along)
            why = reason or why
            if grasp is not None:
                found.append((cost + worse, grasp))
        fit: list[Grasp] = []
        for _, grasp in sorted(found, key=lambda entry: entry[0]):
            if then(grasp):
                fit.append(grasp)
                if len(fit) > skip:
                    return grasp, ""
        if fit:
            return fit[skip % len(fit)], ""
        if found:
            why = f"from no grasp of {thing.name} that the {arm} can reach could it be set down as it must be"
    return None, why


def _reached(
    body: Body, arm: str, thing: Thing, pose: Pose, width: float, obstacles: Sequence[Thing], near: Array, widest: float,
    along: Sequence[Array],
) -> tuple[Grasp | None, float, str]:  # fmt: skip
    """A grasp with its configurations and the motion that it takes [rad], or why it cannot be had."""
    out_of_reach = f"no configuration of the {arm} reaches {thing.name} from any side"
    pose = centred(body, arm, pose, width)
    at = body.ik(arm, pose, near)
    if at is None or any(body.ik(arm, pose.shifted(d), at) is None for d in along):
        return None, 0.0, out_of_reach
    approach = body.ik(arm, pose @ Pose(np.array([0.0, 0.0, -RETREAT])), at, lean=LEAN)
    if approach is None or float(np.max(np.abs(approach - at))) > 1.2:
        return None, 0.0, out_of_reach
    hit = body.collision(arm, approach, [*obstacles, thing])
    for narrow, more in enumerate(OPENINGS if hit is None else ()):
        opening = min(width + more, widest)
        hit = body.collision(arm, at, obstacles, opening=opening)
        if hit is None:
            return Grasp(pose, width, opening, approach, at), float(np.linalg.norm(at - near)) + NARROW * narrow, ""
    return None, 0.0, f"every grasp of {thing.name} is blocked: {hit}"


def nimble(body: Body, arm: str) -> bool:
    """Whether an arm can tilt its hand as it likes; five joints come from straight above, or tilt it in one plane only."""
    return len(body.parts[arm].joints) >= 6


def centred(body: Body, arm: str, pose: Pose, width: float) -> Pose:
    """A tool pose in the middle of a thing, moved for a hand with one moving jaw so that the fixed pad comes beside it, and back from what
    is wide: the jaw then stands at a slant, and would press on the thing's upper edge and push it out."""
    gripper = body.parts.get(body.parts[arm].gripper)
    if gripper is None or gripper.fixed_pad is None:
        return pose
    room = _room(gripper, width)
    back = SLANTED * max(width - gripper.upper[0] / 2, 0.0)
    return pose @ Pose(np.array([0.0, -(gripper.fixed_pad + width / 2 + room), -back]))


def against(body: Body, arm: str, grasp: Grasp) -> Pose:
    """The tool pose to close at: where a hand has one moving jaw, with its fixed pad against the thing, which the jaw alone would tilt."""
    gripper = body.parts[body.parts[arm].gripper]
    if gripper.fixed_pad is None:
        return grasp.pose
    return grasp.pose @ Pose(np.array([0.0, _room(gripper, grasp.width), 0.0]))


def _room(gripper: PartSpec, width: float) -> float:
    return min(FINGER_ROOM, (float(gripper.upper[0]) - width) / 2)
