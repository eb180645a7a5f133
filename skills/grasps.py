"""Grasps from geometry: where two fingers can close on a box, a cylinder, a handle or the rim of a container, best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_matrix
from heedful.predicates.builtin import has_rim, wall
from heedful.skills.sides import bars, keeps_off_handle, lies, round_sides
from heedful.types import Body, Thing

FINGER_ROOM = 0.006
"""Free play wanted between an open finger and the thing [m]."""
DEPTH = 0.022
"""How far below its top a thing is gripped, at most to its middle [m]."""
TABLE_ROOM = 0.012
"""The pads' centre stays this far above the underside of a thing [m]."""
PAD = 0.010
"""Half the width of a finger's pad [m]: the pads stay on a thing's sides."""
ASIDE = 4.0
"""Motion of the joints that is rather made than to grip a thing at the end of its side instead of the middle [rad]."""
OPENING = 0.045
"""How much wider than a thing the fingers open before they go round it, where they can: wide open they hit its neighbours [m]."""
RIM = 0.012
"""How far below a rim the pads' centre grips a wall [m]."""
RETREAT = 0.09
"""Length of the straight approach and of the lift [m]."""
ENOUGH = 8
"""Grasps of a later kind that are compared before the nearest is taken: by then any will do."""
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


Candidate = tuple[Pose, float, float]
"""A tool pose [world], the width there [m], and how much worse it is than the best of its kind [rad]."""


def candidates(thing: Thing, widest: float, stands_at: Array | None = None) -> Iterator[Candidate]:
    """Every way in which the fingers could close on a thing."""
    for kind in kinds(thing, widest, stands_at):
        yield from kind


def kinds(thing: Thing, widest: float, stands_at: Array | None = None) -> Iterator[Iterator[Candidate]]:
    """Kinds of grasps, the plainest first: from straight above, by the handle, by the rim, from the side.

    Args:
      widest: What the gripper opens to [m].
      stands_at: Where the robot stands [m]; approaches that look away from it come first.
    """
    if thing.fixed and thing.handle is not None:
        yield ((pose, width, 0.0) for pose, width in _on_handle(thing.handle))
        return
    yield _from_above(thing, widest)
    if thing.handle is not None:
        yield ((pose, width, 0.0) for pose, width in bars(thing.handle))
    if has_rim(thing):
        yield ((pose, width, 0.0) for pose, width in _on_rim(thing))
    if thing.shape != "box" and float(thing.size[0]) <= widest - 2 * FINGER_ROOM:
        stands = np.zeros(3) if stands_at is None else stands_at
        yield ((pose, width, 0.0) for pose, width in round_sides(thing, stands))


def _from_above(thing: Thing, widest: float) -> Iterator[Candidate]:
    """Straight down, the fingers on two level sides of it."""
    top, bottom = thing.top, thing.bottom
    height = max(top - DEPTH, (top + bottom) / 2 if top - bottom < 2 * DEPTH else top - DEPTH, bottom + TABLE_ROOM)
    height = max(min(height, top - 0.008), bottom + min(TABLE_ROOM, 0.7 * (top - bottom)))
    x, y = thing.pose.pos[:2]
    for yaw, width, free in _closings(thing):
        if width <= widest - 2 * FINGER_ROOM:
            along = np.array([np.cos(yaw), np.sin(yaw)])
            if not keeps_off_handle(thing, np.array([0.0, 0.0, -1.0]), np.array([-along[1], along[0], 0.0])):
                continue
            for shift, flip in product((0.0, 0.5, -0.5, 0.9, -0.9) if free > 0.01 else (0.0,), (0.0, np.pi)):
                px, py = (x, y) + shift * free * along
                down = Pose.at(px, py, height, yaw + flip) @ Pose(np.zeros(3), np.array([0.0, 1.0, 0.0, 0.0]))
                yield down, width, ASIDE * abs(shift)


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
    for a box, eight for a round thing, none for one that lies: `round_sides` knows where its axis is."""
    if thing.shape != "box":
        if lies(thing) and thing.size[2] > 1.1 * thing.size[0]:
            return
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
    stands_at: Array | None = None,
    only: Callable[[Pose], bool] = lambda pose: True,
    then: Callable[[Grasp], bool] = lambda grasp: True,
) -> tuple[Grasp | None, str]:
    """The reachable, collision-free grasp nearest to a configuration, of the plainest kind that will do, or why there is none.

    Args:
      obstacles: What must not be hit on the way in; the thing itself may be.
      near: Present joint positions [rad].
      widest: The gripper's opening [m].
      along: Displacements [m] through which the grasp must stay reachable: for a drawer, its way.
      skip: How many of the best to pass over, for another try.
      stands_at: Where the arm stands [m].
      only: Which tool poses come into question.
      then: Whether what comes next can be done from a grasp: asked last, of the best first.
    """
    why = f"{thing.name} is wider than the gripper opens ({100 * widest:.0f} cm)"
    fit: list[Grasp] = []
    for i, kind in enumerate(kinds(thing, widest, stands_at)):
        found: list[tuple[float, Grasp]] = []
        last = near
        for pose, width, worse in kind:
            if not only(pose):
                continue
            if len(found) >= ENOUGH and i > 0:
                break
            grasp, reason = _reached(body, arm, thing, pose, width, obstacles, last, widest, along)
            why = reason or why
            if grasp is not None:
                found.append((float(np.linalg.norm(grasp.at - near)) + worse, grasp))
                last = grasp.at if i > 0 else near
        for _, grasp in sorted(found, key=lambda entry: entry[0]):
            if then(grasp):
                fit.append(grasp)
                if len(fit) > skip:
                    return grasp, ""
        if found and not fit:
            why = f"the {arm} can reach grasps of {thing.name}, but from none of them do what must come next"
        if fit and i == 0:
            break
    return (fit[skip % len(fit)], "") if fit else (None, why)


def _reached(
    body: Body, arm: str, thing: Thing, pose: Pose, width: float, obstacles: Sequence[Thing], near: Array, widest: float,
    along: Sequence[Array],
) -> tuple[Grasp | None, str]:  # fmt: skip
    """A grasp with its configurations, or why it cannot be had."""
    out_of_reach = f"no configuration of the {arm} reaches {thing.name} from any side"
    pose = centred(body, arm, pose, width)
    at = body.ik(arm, pose, near)
    if at is None or any(body.ik(arm, pose.shifted(d), at) is None for d in along if np.any(d)):
        return None, out_of_reach
    approach = body.ik(arm, pose @ Pose(np.array([0.0, 0.0, -RETREAT])), at, lean=LEAN)
    if approach is None or float(np.max(np.abs(approach - at))) > 1.2:
        return None, out_of_reach
    if hit := body.collision(arm, at, obstacles) or body.collision(arm, approach, [*obstacles, thing]):
        return None, f"every grasp of {thing.name} is blocked: {hit}"
    return Grasp(pose, width, min(width + OPENING, widest), approach, at), ""


def centred(body: Body, arm: str, pose: Pose, width: float) -> Pose:
    """A tool pose in the middle of a thing, moved for a hand with one moving jaw so that the fixed pad comes beside it."""
    gripper = body.parts.get(body.parts[arm].gripper)
    if gripper is None or gripper.fixed_pad is None:
        return pose
    return pose @ Pose(np.array([0.0, -(gripper.fixed_pad + width / 2 + FINGER_ROOM), 0.0]))
