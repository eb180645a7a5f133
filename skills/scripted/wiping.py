"""Wiping a spill away with a held sponge, pressed lightly on the table in overlapping strokes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.predicates.builtin import CLEAN
from heedful.skills.grasps import LEAN, RETREAT
from heedful.skills.scripted.motions import Watch, arm_of, body_of, dropped, first_way, grip, line, nominal, others, straight
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh
from heedful.types import Body, Id, Motion, Observation, Outcome, Thing

FIRMLY = 0.9
"""Share of the hand's force that holds the sponge while it is dragged."""
HEAVIER, LIGHTER = 0.0004, 0.0008
"""How much lower the next stroke goes when the sponge was not seen to touch the table, how much higher when it caught on it [m]."""
DEEPEST = 0.006
"""How far below the table's top its face is sent at most [m]: it bends the arm, which presses."""
GIVE = 0.012
"""The tool held back by this much [m] has caught."""
HOVER = 0.01
"""How high the sponge is brought over the spill before it goes down slowly [m]."""
OVERLAP = 0.015
"""By how much strokes overlap, and reach past the spill [m]."""
SWEEP = 0.12
"""Speed of a stroke [m/s]."""
ROUNDS = 4
"""How often the whole spill is gone over."""
CLEAR = 0.015
"""How high above a stroke the hand is held against what stands around [m]."""
TILT = 0.12
"""How far from level the sponge may be held [rad]."""


@skill(
    requires="holding(sponge) & absorbent(sponge) & spilt(spill) & clear(spill) & reachable(spill)",
    effects="clean(spill)",
    touches="sponge spill table",
    timeout=60.0,
)
def wipe(obs: Observation, spill: Id, sponge: Id) -> Motion:
    """Wipe a spill away with the held sponge.

    Args:
      spill: What was spilt; nothing stands in it.
      sponge: The sponge, which is held.
    """
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    assert obs.scene is not None
    place, thing = obs.scene.objects[spill], obs.scene.objects[sponge]
    tool = obs.parts[arm].pose
    assert tool is not None
    grasp, near, around = tool.inverse() @ thing.pose, nominal(obs, arm), others(obs, sponge)
    watch = dropped(hand, obs.parts[hand].width, f"the {thing.name}")
    ways = _ways(body, arm, thing, grasp, place, around, near)
    obs, lanes = yield from first_way(obs, ways, lambda way: way[0], arm, around, thing, watch)
    if isinstance(lanes, Outcome):
        return lanes
    strokes, deep = lanes[1], 0.0
    obs = yield from grip(obs, hand, 0.0, body.parts[hand].force * FIRMLY * obs.adjust.grip)
    obs, problem = yield from straight(obs, strokes[0].shifted((0.0, 0.0, HOVER)), arm, speed=0.15, watch=watch, lean=LEAN)
    if problem is not None:
        return problem
    for pose in [strokes[0], *ROUNDS * [*strokes[1:], *strokes[-2::-1]]]:
        felt = [False]
        at = pose.shifted((0.0, 0.0, -deep))
        obs, problem = yield from straight(obs, at, arm, SWEEP, _feeling(sponge, watch, felt), _wiped(spill), LEAN, GIVE)
        if problem is not None and problem.code != "blocked":
            return problem
        if _wiped(spill)(obs):
            break
        tool = obs.parts[arm].pose
        caught = tool is not None and obs.adjusted(at).distance(tool)[0] > GIVE
        gap = 0.0 if obs.scene is None else obs.scene.objects[sponge].bottom - place.bottom
        deep = deep - LIGHTER if caught else deep if felt[0] else min(deep + float(np.clip(gap, HEAVIER, HOVER)), DEEPEST)
        if caught:  # its edge dug in: free it, or it will not move again
            obs, _ = yield from straight(obs, body.fk(arm, nominal(obs, arm)).shifted((0.0, 0.0, HOVER)), arm, watch=watch, lean=LEAN)
    obs = yield from fresh(obs)
    done = 0.0 if obs.scene is None else obs.scene.wiped.get(spill, 0.0)
    up = body.fk(arm, nominal(obs, arm)).shifted((0.0, 0.0, RETREAT))
    obs, left = yield from straight(obs, up, arm, speed=0.2, watch=watch, lean=LEAN)
    if done < CLEAN:
        sentence = f"{100 * done:.0f} % of the {place.name} was wiped away"
        return Outcome.failed("not_clean", problem.sentence if problem else sentence, done, CLEAN)
    return left or Outcome.succeeded(f"the {place.name} is wiped away")


def _ways(
    body: Body, arm: str, thing: Thing, grasp: Pose, place: Thing, around: list[Thing], near: Array
) -> Iterator[tuple[Array, list[Pose]] | Outcome]:
    """Joint positions above the spill [rad] and the tool poses at the ends of the strokes, the sponge turned one way or another; at last
    why there is no other."""
    why = Outcome.failed("unreachable", f"the {arm} cannot move the {thing.name} all over the {place.name}")
    axes = _axes(thing, (thing.pose @ grasp.inverse()).matrix[:, 1])
    face, across = thing.size[list(axes)], thing.pose.matrix[:, axes[0]]
    yaw = quat_from_axis_angle((0, 0, 1), -float(np.arctan2(across[1], across[0])))
    for turn in np.arange(8) * np.pi / 4:
        level = quat_from_axis_angle((0, 0, 1), float(turn) + place.pose.yaw)
        ends = _ends(place, face)
        height = place.bottom + face[2] / 2
        flat = Pose(np.zeros(3), thing.pose.quat)
        poses = []
        for x, y in ends:
            at = Pose(np.array([*place.pose.pos[:2], height]), level) @ Pose(np.array([x, y, 0.0]))
            sponge = Pose(at.pos, (at @ Pose(np.zeros(3), yaw) @ flat).quat)
            poses.append(sponge @ grasp.inverse())
        above = body.ik(arm, poses[0].shifted((0.0, 0.0, RETREAT)), near, lean=LEAN)
        if above is None:
            continue
        q = above
        path: list[Array] = []
        for pose in poses:
            found = line(body, arm, q, pose, lean=LEAN)
            if found is None or body.fk(arm, found[-1]).distance(pose)[1] > TILT:
                break
            path.append(q := found[-1])
        if len(path) < len(poses):
            continue
        # down there the fingers are near the table on purpose
        raised = [body.shift(arm, q, np.array([0.0, 0.0, CLEAR])) for q in path]
        carried = replace(thing, pose=body.fk(arm, above) @ grasp)
        hits = (body.collision(arm, q, around) for q in raised)
        if hit := next((h for h in hits if h), None) or body.collision(arm, above, around, carried):
            why = Outcome.failed("no_way", f"the {thing.name} cannot be moved all over the {place.name}: {hit}")
            continue
        yield above, poses
    yield why


def _axes(thing: Thing, closing: Array) -> tuple[int, int, int]:
    """A held thing's level axis that the fingers close along, its other level axis, and the upright one."""
    upright = int(np.argmax(np.abs(thing.pose.matrix[2])))
    level = [i for i in range(3) if i != upright]
    across, along = sorted(level, key=lambda i: -abs(float(thing.pose.matrix[:, i] @ closing)))
    return across, along, upright


def _ends(place: Thing, face: Array) -> list[tuple[float, float]]:
    """Where the sponge's middle goes, to and fro in the spill's plane [m]. Strokes run across the fingers' closing, the sponge's first
    axis here: dragged along it, the sponge would have one finger only behind it, and its edge would dig in."""
    radius = float(max(place.size[:2])) / 2
    reach = max(radius + OVERLAP - face[1] / 2, 0.0)
    side = max(radius + OVERLAP - face[0] / 2, 0.0)
    count = 1 + int(np.ceil(2 * side / (face[0] - OVERLAP)))
    lanes = np.linspace(-side, side, count) if count > 1 else np.zeros(1)
    ends: list[tuple[float, float]] = []
    for i, x in enumerate(lanes):
        ways = (-reach, reach) if i % 2 == 0 else (reach, -reach)
        ends += [(float(x), way) for way in ways]
    return ends


def _feeling(sponge: Id, watch: Watch, felt: list[bool]) -> Watch:
    """A watch that also remembers whether the sponge was seen to touch the table."""

    def feel(obs: Observation) -> Outcome | None:
        felt[0] = felt[0] or (obs.scene is not None and obs.scene.touching(sponge, "table") is True)
        return watch(obs)

    return feel


def _wiped(spill: Id) -> Watch:
    """A watch that ends once enough is seen to be wiped away."""

    def watch(obs: Observation) -> Outcome | None:
        return Outcome.succeeded() if obs.scene is not None and obs.scene.wiped.get(spill, 0.0) >= CLEAN else None

    return watch
