"""Choosing a grasp: of all the ways in which a hand could take hold of a thing, the nearest that the arm can reach and go on from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from heedful.geometry import Array, Pose
from heedful.skills.candidates import FINGER_ROOM, by_suction, kinds
from heedful.types import Body, PartSpec, Thing

OPENINGS = (0.045, 0.025, 2 * FINGER_ROOM)
"""How much wider than a thing the fingers open before they go round it, the best first: wide open they hit its neighbours [m]."""
NARROW = 0.5
"""Motion of the joints that is rather made than to come with fingers that are hardly open [rad]."""
SLANTED = 0.4
"""How much less deep a hand with one moving jaw grips what is wider than half its opening, for each metre wider."""
RETREAT = 0.09
"""Length of the straight approach and of the lift [m]."""
ENOUGH = 8
"""Grasps of a later kind that are compared before the nearest is taken: by then any will do."""
TURN = 0.9
"""A joint that turns further than this from one step of a thing's way to the next would swing the arm round [rad]."""
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


def choose(
    body: Body,
    arm: str,
    thing: Thing,
    obstacles: Sequence[Thing],
    near: Array,
    widest: float,
    along: Sequence[Pose] = (),
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
      along: Rigid motions in the world that the thing and the hand make together after the grasp: for a drawer or a door, its way.
      skip: How many of the best to pass over, for another try.
      stands_at: Where the arm stands [m].
      only: Which tool poses come into question.
      then: Whether what comes next can be done from a grasp: asked last, of the best first.
    """
    why = f"{thing.name} is wider than the gripper opens ({100 * widest:.0f} cm)"
    gripper = body.parts.get(body.parts[arm].gripper)
    cup = None if gripper is None else gripper.cup
    fit: list[Grasp] = []
    for i, kind in enumerate(kinds(thing, widest, stands_at, nimble(body, arm)) if cup is None else [by_suction(thing, cup)]):
        found: list[tuple[float, Grasp]] = []
        last = near
        for pose, width, worse in kind:
            if not only(pose):
                continue
            if len(found) >= ENOUGH and i > 0:
                break
            grasp, cost, reason = _reached(body, arm, thing, pose, width, obstacles, last, widest, along)
            why = reason or why
            if grasp is not None:
                found.append((float(np.linalg.norm(grasp.at - near)) + cost + worse, grasp))
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
    along: Sequence[Pose],
) -> tuple[Grasp | None, float, str]:  # fmt: skip
    """A grasp with its configurations and how much it is dearer than its motion [rad], or why it cannot be had."""
    out_of_reach = f"no configuration of the {arm} reaches {thing.name} from any side"
    pose = centred(body, arm, pose, width)
    at = body.ik(arm, pose, near)
    if at is None:
        return None, 0.0, out_of_reach
    approach = body.ik(arm, pose @ Pose(np.array([0.0, 0.0, -RETREAT])), at, lean=LEAN)
    if approach is None or float(np.max(np.abs(approach - at))) > 1.2:
        return None, 0.0, out_of_reach
    hit = body.collision(arm, approach, [*obstacles, thing])
    for narrow, more in enumerate(OPENINGS if hit is None else ()):
        opening = min(width + more, widest)
        hit = body.collision(arm, at, obstacles, opening=opening)
        if hit is None:
            stuck = _held_back(body, arm, thing, pose, at, obstacles, along)
            return (None, 0.0, stuck) if stuck else (Grasp(pose, width, opening, approach, at), NARROW * narrow, "")
    return None, 0.0, f"every grasp of {thing.name} is blocked: {hit}"


def _held_back(body: Body, arm: str, thing: Thing, pose: Pose, at: Array, obstacles: Sequence[Thing], along: Sequence[Pose]) -> str:
    """Why a hand cannot go along with a thing that moves, from where it grasps it; empty if it can."""
    q = at
    for motion in along:
        step = body.ik(arm, motion @ pose, q)
        if step is None or float(np.max(np.abs(step - q))) > TURN:
            return f"the {arm} cannot follow {thing.name} all its way"
        if hit := body.collision(arm, step, [*obstacles, replace(thing, pose=motion @ thing.pose)]):
            return f"the way of {thing.name} is blocked: {hit}"
        q = step
    return ""


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
