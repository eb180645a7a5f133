"""Pouring: a vessel's lip is brought over another's opening and tilted until what was in the one is in the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.predicates.builtin import EMPTY, FULL
from heedful.skills.grasps import LEAN, RETREAT, Grasp
from heedful.skills.scripted.carrying import GENTLY, foot_of, level_ways
from heedful.skills.scripted.grasping import AWAY, take
from heedful.skills.scripted.motions import arm_of, body_of, dropped, follow, nominal, others
from heedful.skills.sides import HEADINGS
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh, pause, think
from heedful.types import Body, Id, Motion, Observation, Outcome, Thing

FREE = "hand_empty & graspable(source) & reachable(source) & clear(source) & ~shut_in(source)"
OVER = 0.012
"""The vessel's lowest point stays this far above the other's rim [m]."""
SHORT = 0.3
"""How far before the middle of the opening the lip stays, as a share of its radius: what runs out flies a little further."""
TILTS = np.deg2rad(np.arange(0.0, 166.0, 15.0))
"""Tilts through which it is brought, as far as the arm can [rad]."""
LEAST = np.deg2rad(150.0)
"""Tilt from which even what sticks to the wall slides out: 60 degrees is steeper than any friction here holds [rad]."""
RUNS = np.deg2rad(60.0)
"""Tilt up to which a vessel that is half full keeps all of it, and which is passed at once [rad]."""
QUICK, SLOW, BACK = 1.2, 0.35, 1.2
"""Rates of tilting up to there, from there on, and back [rad/s]."""
LEFT = 0.02
"""Share of the contents left in a vessel at which tilting ends."""
SIDES = (np.pi / 2, -np.pi / 2, 0.0)
"""Which way it is tilted, seen along the hand: to the left, to the right, ahead [rad]."""
SPOUT = np.deg2rad(45.0)
"""How far the lip keeps from the vessel's handle, about its axis [rad]."""
OPEN = 0.75
"""Cosine of the least angle between the hand and the way out of the vessel."""
RAISE, HIGHEST = 0.025, 0.1
"""Steps by which the vessel is raised where the hand would hit something, and by how much at most: what falls far is scattered [m]."""
JUMP = 1.0
"""Largest turn of a joint from one tilt to the next [rad]."""
ROUTES = 2
"""Ways of bringing it there that are looked at for each."""
TRIES = 18
"""Ways of holding it over the opening that are tried for a grasp."""


@skill(
    requires=f"(holding(source) | {FREE}) & ~empty(source) & container(source) & container(target) & ~closed(target) & reachable(target)",
    effects="full(target) & empty(source) & holding(source) & ~full(source) & ~empty(target)"
    f" & ~on(source, _) & ~in(source, _) & ~at(source, _) & {AWAY.replace('object', 'source')}",
    touches="source",
    timeout=90.0,
)
def pour(obs: Observation, source: Id, target: Id) -> Motion:
    """Pour what is in one vessel into another, and keep the emptied one in the hand.

    Args:
      source: A full mug, standing or held.
      target: An open bowl.
    """
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    assert obs.scene is not None
    vessel, bowl, around, foot = obs.scene.objects[source], obs.scene.objects[target], others(obs, source), foot_of(obs.scene, arm)
    if obs.scene.held.get(hand) != source:

        def then(grasp: Grasp) -> bool:
            lifted = body.ik(arm, grasp.pose.shifted((0.0, 0.0, RETREAT)), grasp.at, lean=LEAN)
            held = grasp.pose.inverse() @ vessel.pose
            return lifted is not None and tilting(body, arm, vessel, held, bowl, around, lifted, foot) is not None

        obs, outcome = yield from take(obs, source, only=lambda pose: leaves_open(pose, vessel), then=then)
        if not outcome.ok:
            return outcome
        obs = yield from fresh(obs)
    assert obs.scene is not None
    now, start = obs.scene.objects[source], nominal(obs, arm)
    held = body.fk(arm, start).inverse() @ now.pose
    found, obs = yield from think(obs, lambda: tilting(body, arm, now, held, bowl, around, start, foot))
    if found is None:
        return Outcome.failed("no_way", f"held as it is, the {vessel.name} cannot be brought over the {bowl.name} and tilted there")
    way, path = found
    watch = dropped(hand, obs.parts[hand].width, f"the {vessel.name}")
    obs, problem = yield from follow(obs, arm, way, GENTLY, watch)
    if problem is not None:
        return problem

    def out(seen: Observation) -> Outcome | None:
        done = seen.scene is not None and seen.scene.fill.get(source, 1.0) <= LEFT
        return Outcome.succeeded("all has run out") if done else None

    first = int(np.searchsorted(TILTS, RUNS))
    obs, problem = yield from follow(obs, arm, path[: first + 1], watch=watch, lasting=RUNS / QUICK)
    if problem is None:
        obs, problem = yield from follow(obs, arm, path[first:], watch=watch, until=out, lasting=(TILTS[len(path) - 1] - RUNS) / SLOW)
    if problem is None:
        obs = yield from pause(obs, 0.5)
        here = nominal(obs, arm)
        back = [here, *(q for q in path[::-1] if _before(q, here, path))]
        obs, problem = yield from follow(obs, arm, back, watch=watch, lasting=TILTS[len(path) - 1] / BACK)
    if problem is not None:
        return problem
    obs = yield from fresh(obs)
    assert obs.scene is not None
    there, left = obs.scene.fill.get(target, 0.0), obs.scene.fill.get(source, 0.0)
    if left > EMPTY:
        return Outcome.failed("left_over", f"{100 * left:.0f} % of what was in the {vessel.name} is still in it", left, EMPTY)
    if there < FULL:
        return Outcome.failed("spilled", f"only {100 * there:.0f} % of what was poured is in the {bowl.name}", there, FULL)
    return Outcome.succeeded(f"the {vessel.name} was emptied into the {bowl.name}")


def leaves_open(pose: Pose, vessel: Thing) -> bool:
    """Whether a hand at a tool pose is not in the way of what runs out of a vessel."""
    return float(-pose.matrix[:, 2] @ vessel.pose.matrix[:, 2]) <= OPEN


def tilting(
    body: Body, arm: str, vessel: Thing, held: Pose, bowl: Thing, around: Sequence[Thing], start: Array, foot: Array
) -> tuple[list[Array], list[Array]] | None:
    """Joint way points [rad] that bring a vessel's lip over a bowl's opening, and those at each of TILTS there, or None if the arm cannot.

    Args:
      held: The vessel's pose in the tool's frame.
      start: Where the arm is [rad].
      foot: Where it stands [m].
    """
    here = body.fk(arm, start)
    looks = held.inverse().matrix[:, 2]  # of the hand, in the vessel's frame
    along = float(np.arctan2(looks[1], looks[0]))
    handle = None if vessel.handle is None else (vessel.pose.inverse() @ vessel.handle).pos
    outward = float(np.arctan2(*(bowl.pose.pos - foot)[1::-1]))
    now = float(np.arctan2(*here.matrix[1::-1, 2]) - np.arctan2(*(here.pos - foot)[1::-1]))
    asides = sorted(HEADINGS, key=lambda aside: abs(aside) / 2 + abs((aside - now + np.pi) % (2 * np.pi) - np.pi))
    tried = 0
    for aside, side in product(asides, SIDES):
        spout = along + side  # the lip's direction in the vessel's frame
        if handle is not None and handle[:2] @ np.array([np.cos(spout), np.sin(spout)]) > np.cos(SPOUT) * np.hypot(*handle[:2]):
            continue
        if (tried := tried + 1) > TRIES:
            return None
        poses = pouring(vessel, bowl, outward + aside + side, spout)
        for way in islice(level_ways(body, arm, start, poses[0] @ held.inverse(), around, vessel, held, foot), ROUTES):
            path = _tilted(body, arm, poses, vessel, held, around, way[-1])
            if len(path) > int(np.searchsorted(TILTS, LEAST - 1e-6)):
                return way, path
    return None


def _tilted(body: Body, arm: str, poses: Sequence[Pose], vessel: Thing, held: Pose, around: Sequence[Thing], near: Array) -> list[Array]:
    """Joint positions for a vessel's poses one after another, as far as the arm comes without a jump, each raised until nothing is hit."""
    path: list[Array] = []
    raised = 0.0
    for pose in poses:
        for height in (raised - RAISE, raised, raised + RAISE, raised + 2 * RAISE):
            if not 0.0 <= height <= HIGHEST:
                continue
            q = body.ik(arm, pose.shifted((0.0, 0.0, height)) @ held.inverse(), path[-1] if path else near)
            if q is None or (path and float(np.max(np.abs(q - path[-1]))) > JUMP):
                continue
            if not body.collision(arm, q, around, vessel, held):
                path.append(q)
                raised = height
                break
        else:
            return path
    return path


def pouring(vessel: Thing, bowl: Thing, heading: float, spout: float) -> list[Pose]:
    """Poses [world] of a vessel at each of TILTS, its lip staying over the opening, its lowest point above the rim.

    Args:
      heading: Which way it is tilted in the world [rad].
      spout: The direction of the lip in the vessel's own frame [rad].
    """
    assert vessel.cavity is not None and bowl.cavity is not None
    ahead, side = np.array([np.cos(heading), np.sin(heading), 0.0]), np.array([-np.sin(heading), np.cos(heading), 0.0])
    radius, half = float(vessel.size[0]) / 2, float(vessel.size[2]) / 2
    lip = float(vessel.cavity.size[0]) / 2 * ahead + np.array([0.0, 0.0, half])
    corners = np.array([sx * radius * ahead + np.array([0.0, 0.0, sz * half]) for sx, sz in product((-1, 1), (-1, 1))])
    mouth = bowl.pose.apply(bowl.cavity.centre) - SHORT * float(min(bowl.cavity.size[:2])) / 2 * ahead
    found = []
    for tilt in TILTS:
        turn = Pose(np.zeros(3), quat_from_axis_angle(side, float(tilt)))
        below = float(min((turn.matrix @ c)[2] for c in corners))
        centre = np.array([*(mouth - turn.matrix @ lip)[:2], bowl.top + OVER - below])
        found.append(Pose(centre, quat_mul(turn.quat, quat_from_axis_angle((0, 0, 1), heading - spout))))
    return found


def _before(q: Array, here: Array, path: Sequence[Array]) -> bool:
    """Whether a way point lies before the place that was come to along a path."""
    return float(np.linalg.norm(q - path[0])) < float(np.linalg.norm(here - path[0])) - 0.02
