"""Giving what one hand holds to another hand, in the air between them, by contact alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_matrix
from heedful.skills.candidates import DEPTH, FINGER_ROOM
from heedful.skills.grasps import OPENINGS, RETREAT
from heedful.skills.scripted.motions import body_of, dropped, grip, nominal, others, straight, travel
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh, think
from heedful.types import Body, Id, Motion, Observation, Outcome, Thing

FORCE = 30.0
"""Grip force of the hand that takes [N]."""
CROSSED = 0.8
"""Largest cosine between the two hands' closing directions: their fingers go past one another."""
PLACES = ((0.0, 0.0, 0.0), (-0.1, 0.0, 0.0), (0.0, 0.0, -0.12), (-0.1, 0.0, -0.12), (-0.15, 0.0, 0.1), (0.08, 0.0, 0.0))
"""Where the hands meet, from the middle between where they rest [m]."""


@dataclass(frozen=True, slots=True, eq=False)
class Meeting:
    """Joint positions of the giver, of the taker before and at its grasp [rad], and the taker's grasp in the frame of the thing."""

    giver: Array
    approach: Array
    at: Array
    grasp: Pose
    width: float


@skill(
    requires="holding(object)",
    effects="~out_of_hand(object, _)",
    post="holding(object)",
    uses="arms grippers",
    touches="object",
    cost=1.5,
    timeout=60.0,
)
def hand_over(obs: Observation, object: Id) -> Motion:
    """Give what one hand holds to the other hand.

    Args:
      object: What is held.
    """
    assert obs.scene is not None
    thing, arms = obs.scene.objects[object], {n: p for n, p in body_of(obs).parts.items() if p.kind == "arm"}
    giver = next((a for a, p in arms.items() if obs.scene.held.get(p.gripper) == object), "")
    free = [a for a, p in arms.items() if a != giver and obs.scene.held.get(p.gripper) is None]
    if not giver or not free:
        return Outcome.failed("no_hand", f"no other hand is free to take the {thing.name}")
    taker = free[0]
    tool = obs.parts[giver].pose
    assert tool is not None
    body, held, around = body_of(obs), tool.inverse() @ thing.pose, others(obs, object)
    starts = {giver: nominal(obs, giver), taker: nominal(obs, taker)}
    meeting, obs = yield from think(obs, lambda: _meet(body, giver, taker, thing, held, around, starts))
    if meeting is None:
        return Outcome.failed("no_meeting", f"the hands find no place to pass the {thing.name} from one to the other")
    mine, theirs = arms[giver].gripper, arms[taker].gripper
    watch = dropped(mine, obs.parts[mine].width, f"the {thing.name}")
    obs, problem = yield from travel(obs, meeting.giver, giver, around, thing, speed=0.8, watch=watch)
    if problem is not None:
        return problem
    obs = yield from grip(obs, theirs, min(meeting.width + OPENINGS[0], float(body.parts[theirs].upper[0])))
    obs = yield from fresh(obs)
    assert obs.scene is not None
    obs, problem = yield from travel(obs, meeting.approach, taker, others(obs), watch=watch)
    if problem is None:
        obs, problem = yield from straight(obs, obs.scene.objects[object].pose @ meeting.grasp, taker, speed=0.08, watch=watch)  # type: ignore[union-attr]
    if problem is not None:
        return problem
    obs = yield from grip(obs, theirs, 0.0, min(FORCE, body.parts[theirs].force) * obs.adjust.grip)
    closed = obs.parts[theirs].width
    if closed < meeting.width - 0.012:
        return Outcome.failed("missed", f"the fingers closed to {100 * closed:.1f} cm beside the {thing.name}", closed, meeting.width)
    obs = yield from grip(obs, mine, min(obs.parts[mine].width + OPENINGS[0], float(body.parts[mine].upper[0])))
    watch = dropped(theirs, closed, f"the {thing.name}")
    back = body_of(obs).fk(giver, nominal(obs, giver)) @ Pose(np.array([0.0, 0.0, -RETREAT]))
    obs, problem = yield from straight(obs, back, giver, speed=0.1, watch=watch)
    if problem is not None:
        return problem
    obs = yield from fresh(obs)
    obs, _ = yield from travel(obs, arms[giver].home, giver, others(obs))  # out of the way, if there is a way
    obs = yield from fresh(obs)
    assert obs.scene is not None
    if obs.scene.held.get(theirs) != object:
        return Outcome.failed("not_taken", f"the {thing.name} is not in the {theirs} after it was handed over")
    return Outcome.succeeded(f"the {thing.name} went from the {mine} to the {theirs}")


def _meet(
    body: Body, giver: str, taker: str, thing: Thing, held: Pose, around: Sequence[Thing], starts: dict[str, Array]
) -> Meeting | None:
    """The first way for both hands, one pointing at the other, that both arms reach without touching."""
    rest = {a: body.fk(a, body.parts[a].home) for a in (giver, taker)}
    middle = (rest[giver].pos + rest[taker].pos) / 2
    across = rest[taker].pos - rest[giver].pos
    for offset, toward in product(PLACES, _directions(across)):
        for turn in np.arange(8) * np.pi / 4:
            give = _pointing(toward, turn, np.zeros(3))
            give = give.shifted(middle + offset - (give @ held).pos)
            q = body.ik(giver, give, starts[giver])
            if q is None:
                continue
            shown = replace(thing, pose=give @ held)
            if body.collision(giver, q, around, shown):
                continue
            there = body.standing({giver: q})
            for take, width in _takes(shown, toward, give.matrix[:, 1], float(body.parts[body.parts[taker].gripper].upper[0])):
                at = there.ik(taker, take, starts[taker])
                approach = None if at is None else there.ik(taker, take @ Pose(np.array([0.0, 0.0, -RETREAT])), at)
                if at is None or approach is None or float(np.max(np.abs(approach - at))) > 1.2:
                    continue
                if not there.collision(taker, at, around) and not there.collision(taker, approach, [*around, shown]):
                    return Meeting(q, approach, at, shown.pose.inverse() @ take, width)
    return None


def _directions(across: Array) -> Iterator[Array]:
    """Where the giver's tool points: level, at the other arm, then more and more forward or back."""
    side = np.array([across[0], across[1], 0.0]) / np.linalg.norm(across[:2])
    ahead = np.array([side[1], -side[0], 0.0])
    ahead *= np.sign(ahead[0]) or 1.0
    for angle in np.deg2rad([0.0, 25.0, -25.0, 50.0]):
        yield np.cos(angle) * side + np.sin(angle) * ahead


def _pointing(along: Array, turn: float, pos: Array) -> Pose:
    """A tool pose that points in a level direction, its closing direction turned by `turn` [rad] from the upright."""
    up = np.array([0.0, 0.0, 1.0])
    y = np.cos(turn) * up + np.sin(turn) * np.cross(along, up)
    return Pose(pos, quat_from_matrix(np.column_stack([np.cross(y, along), y, along])))


def _takes(thing: Thing, toward: Array, closing: Array, widest: float) -> Iterator[tuple[Pose, float]]:
    """Tool poses that grip what is shown from its far end, the fingers across those of the giver, and the width there [m]."""
    along = thing.pose.matrix.T @ toward
    reach = float(np.abs(along) @ thing.size) / 2
    pos = thing.pose.pos + max(reach - DEPTH, 0.0) * toward
    level = int(np.argmax(np.abs(along)))
    if thing.shape != "box" and level == 2:
        first = np.cross(toward, closing)
        ways = [(np.cos(a) * first + np.sin(a) * closing, float(thing.size[0])) for a in np.deg2rad([0.0, 30.0, -30.0])]
    else:
        ways = [(thing.pose.matrix[:, i], float(thing.size[i])) for i in range(3) if i != level]
    for axis, width in ways:
        if width > widest - 2 * FINGER_ROOM or abs(float(axis @ closing)) > CROSSED or abs(float(axis @ toward)) > 0.1:
            continue
        for y in (axis, -axis):
            z = -toward
            y = y - (y @ z) * z
            y = y / np.linalg.norm(y)
            yield Pose(pos, quat_from_matrix(np.column_stack([np.cross(y, z), y, z]))), width
