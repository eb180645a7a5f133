"""Pushing along the table what is too wide to be grasped: onto a painted square, or up to another thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.predicates.builtin import at, next_to
from heedful.predicates.extents import footprint_gap
from heedful.skills.candidates import FINGER_ROOM, PAD
from heedful.skills.grasps import LEAN, RETREAT, centred
from heedful.skills.scripted.motions import Watch, arm_of, body_of, down, first_way, grip, line, nominal, others, straight
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh
from heedful.types import Body, Id, Motion, Observation, Outcome, Scene, Thing

STROKES = 8
"""How often the hand is put behind the thing anew."""
SPEED = 0.08
"""Of a stroke [m/s]."""
NEAR = 0.02
"""How far from where it shall be a thing may be left [m]."""
AHEAD = 0.006
"""How far before that the hand stops: what is under way is seen a moment late [m]."""
ASTRAY = 0.02
"""How far a thing may leave the line of a stroke before the hand is put behind it anew [m]."""
BESIDE = 0.022
"""Gap that is left to what a thing is pushed next to [m]."""
ROOM = 0.02
"""Free play behind a thing where the hand comes down [m]."""
LOW = 0.020
"""The tool point stays at least this far above the table [m]."""
OVERLAP = 0.03
"""How much narrower than a thing the fingers open behind it [m], so that both of them meet it."""
STEADY = 0.35
"""How far the hand may lean during a stroke [rad]."""
DETOURS = np.deg2rad([0.0, 20.0, -20.0, 45.0, -45.0, 70.0, -70.0])
"""Directions of a stroke, from the one towards the target, in which a part of the way is gone."""

Aim = Callable[[Scene, Thing], Array]
"""Where a thing's middle shall be, in the plane [m]."""
Done = Callable[[Scene, Thing], bool]


def _slides(scene: Scene, args: Mapping[str, Any]) -> float:
    """What is taller than wide topples rather than slides."""
    thing = scene.objects.get(args.get("object", ""))
    if thing is None:
        return 0.5
    return 1.0 if thing.top - thing.bottom <= 1.2 * float(min(thing.size[:2])) else 0.3


@skill(
    requires="hand_empty & movable(object) & on(object, table) & clear(object) & reachable(object) & painted(target)",
    effects="at(object, target) & ~at(object, _) & ~next_to(object, _) & ~next_to(_, object)",
    touches="object target",
    can=_slides,
    cost=3.0,
    timeout=90.0,
)
def push(obs: Observation, object: Id, target: Id) -> Motion:
    """Push a thing along the table onto a painted place.

    Args:
      object: What is pushed.
      target: The painted square.
    """
    return (yield from _push(obs, object, target, lambda scene, _: scene.objects[target].pose.pos[:2], at))


@skill(
    requires="hand_empty & movable(object) & on(object, table) & clear(object) & reachable(object) & on(target, table)",
    effects="next_to(object, target) & ~at(object, _) & ~next_to(object, _) & ~next_to(_, object)",
    touches="object target",
    can=_slides,
    cost=3.0,
    timeout=90.0,
)
def push_next_to(obs: Observation, object: Id, target: Id) -> Motion:
    """Push a thing along the table until it is next to another.

    Args:
      object: What is pushed.
      target: What it shall stand next to.
    """

    def aim(scene: Scene, thing: Thing) -> Array:
        other = scene.objects[target]
        way = (other.pose.pos - thing.pose.pos)[:2]
        spot: Array = thing.pose.pos[:2] + way / max(float(np.linalg.norm(way)), 1e-6) * (footprint_gap(thing, other) - BESIDE)
        return spot

    return (yield from _push(obs, object, target, aim, next_to))


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """One push: joint positions above where the hand comes down [rad], tool poses there and at its end, the width that the fingers
    open to, the direction and where the thing shall be when it ends [m]."""

    above: Array
    start: Pose
    end: Pose
    width: float
    way: Array
    goal: Array


def _push(obs: Observation, object: Id, target: Id, aim: Aim, holds: Callable[[Scene, Thing, Thing], Any]) -> Motion:
    """Stroke after stroke from behind, each towards where the thing must still go, as it is seen then."""
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    problem: Outcome | None = None
    away = np.inf
    for _ in range(STROKES):
        assert obs.scene is not None
        scene, thing = obs.scene, obs.scene.objects[object]
        goal = aim(scene, thing) + obs.adjust.offset[:2]
        away = float(np.linalg.norm(goal - thing.pose.pos[:2]))
        if away <= NEAR:
            return problem or Outcome.succeeded(f"the {thing.name} was pushed to the {scene.objects[target].name}")
        shifted = np.array([*obs.adjust.offset[:2], 0.0])
        seen = replace(thing, pose=thing.pose.shifted(-shifted))
        near, clear = nominal(obs, arm), others(obs, object)
        ways = _ways(body, arm, seen, goal - shifted[:2], clear, near, target)
        obs, stroke = yield from first_way(obs, ways, lambda way: way.above, arm, [*clear, thing])
        if isinstance(stroke, Outcome):
            problem = stroke
            break
        obs = yield from grip(obs, hand, stroke.width)
        obs, problem = yield from straight(obs, stroke.start, arm, speed=0.15, lean=LEAN)
        if problem is not None:
            break
        obs, stuck = yield from straight(obs, stroke.end, arm, speed=SPEED, until=_stroked(object, stroke), lean=STEADY)
        back = body.fk(arm, nominal(obs, arm)).shifted(-0.015 * np.array([*stroke.way, 0.0]))
        obs, _ = yield from straight(obs, back, arm, lean=LEAN)
        obs, problem = yield from straight(obs, back.shifted((0.0, 0.0, RETREAT)), arm, speed=0.25, lean=LEAN)
        if problem is None and stuck is not None and stuck.code != "blocked":
            problem = stuck
        obs = yield from fresh(obs)
        if problem is not None:
            break
    assert obs.scene is not None
    thing, other = obs.scene.objects[object], obs.scene.objects[target]
    if holds(obs.scene, thing, other):
        return Outcome.succeeded(f"the {thing.name} is at the {other.name}")
    return problem or Outcome.failed("astray", f"the {thing.name} is still {100 * away:.0f} cm from where it shall be", away, NEAR)


def _ways(body: Body, arm: str, thing: Thing, goal: Array, clear: list[Thing], near: Array, target: Id) -> Iterator[Stroke | Outcome]:
    """Strokes that bring a thing nearer and that the arm can make without hitting anything else; at last why there is no other."""
    why = Outcome.failed("unreachable", f"the {arm} cannot get behind the {thing.name} to push it there")
    here = thing.pose.pos[:2]
    left = goal - here
    ahead = float(np.arctan2(left[1], left[0]))
    for detour in DETOURS:
        way = np.array([np.cos(ahead + detour), np.sin(ahead + detour)])
        length = float(left @ way)
        if hit := _in_the_way(thing, way, length, [t for t in clear if t.id != target]):
            why = Outcome.failed("no_way", f"the {hit.name} is in the way of the {thing.name}") if why.code != "no_way" else why
            continue
        for stroke in _strokes(body, arm, thing, way, length):
            at_start = body.ik(arm, stroke.start, near, lean=STEADY)
            if at_start is None:
                continue
            above = body.ik(arm, stroke.start.shifted((0.0, 0.0, RETREAT)), at_start, lean=LEAN)
            if above is None or float(np.max(np.abs(above - at_start))) > 1.2:
                continue
            path = line(body, arm, at_start, stroke.end, lean=STEADY)
            if path is None:
                continue
            hits = (body.collision(arm, q, [*clear, thing]) for q in (above, at_start))
            hit_ = next((h for h in hits if h), None) or body.collision(arm, path[-1], clear)
            if hit_:
                why = Outcome.failed("no_way", f"the hand cannot push the {thing.name} there: {hit_}")
                continue
            yield replace(stroke, above=above)
    yield why


def _strokes(body: Body, arm: str, thing: Thing, way: Array, length: float) -> Iterator[Stroke]:
    """A stroke in one direction with the fingers abreast, the hand either way round, and at last one behind the other."""
    here, height = thing.pose.pos[:2], max(thing.bottom + LOW, float(thing.pose.pos[2]))
    side = np.array([-way[1], way[0]])
    widest = float(body.parts[body.parts[arm].gripper].upper[0])
    breadth = 2 * _support(thing, side)
    behind = _support(thing, way) + PAD + ROOM
    yaw = float(np.arctan2(way[1], way[0]))
    for quarter in (0.0, np.pi / 2):
        width = float(np.clip(breadth - OVERLAP, 0.0, widest)) if quarter == 0.0 else 0.0
        touch = max(_depth(thing, way, side * s * (width / 2 + PAD)) for s in (1.0, -1.0)) + PAD
        for flip in (0.0, np.pi):
            poses = []
            for place in (here - behind * way, here + (length - touch) * way):
                pose = down(float(place[0]), float(place[1]), height, yaw + quarter + flip)
                poses.append(centred(body, arm, pose, max(width - 2 * FINGER_ROOM, 0.0)))
            yield Stroke(np.zeros(0), poses[0], poses[1], width, way, here + length * way)


def _stroked(object: Id, stroke: Stroke) -> Watch:
    """A watch that ends a stroke once the thing is seen where it shall be, or off the line."""
    side = np.array([-stroke.way[1], stroke.way[0]])

    def watch(obs: Observation) -> Outcome | None:
        if obs.scene is None:
            return None
        left = stroke.goal - (obs.scene.objects[object].pose.pos[:2] - obs.adjust.offset[:2])
        off = float(left @ stroke.way) <= AHEAD or abs(float(left @ side)) > ASTRAY
        return Outcome.succeeded() if off else None

    return watch


def _support(thing: Thing, way: Array) -> float:
    """How far a thing reaches from its middle in a level direction [m]."""
    if thing.shape != "box" and abs(thing.pose.matrix[2, 2]) > 0.7:
        return float(max(thing.size[:2])) / 2
    return float(np.abs(thing.pose.matrix.T @ np.array([*way, 0.0])) @ thing.size) / 2


def _depth(thing: Thing, way: Array, aside: Array) -> float:
    """How far behind its middle, seen along a way, a thing is met by what comes from behind so far aside of it [m]; 0 if not at all."""
    if thing.shape != "box" and abs(thing.pose.matrix[2, 2]) > 0.7:
        return float(np.sqrt(max((float(max(thing.size[:2])) / 2) ** 2 - float(aside @ aside), 0.0)))
    turn = thing.pose.matrix.T
    origin, back = turn @ np.array([*aside, 0.0]), turn @ np.array([*-way, 0.0])
    half, low, high = thing.size / 2, -np.inf, np.inf
    for o, b, h in zip(origin, back, half, strict=True):
        if abs(b) < 1e-9:
            if abs(o) > h:
                return 0.0
            continue
        a, c = sorted(((-h - o) / b, (h - o) / b))
        low, high = max(low, a), min(high, c)
    return float(high) if high >= max(low, 0.0) else 0.0


def _in_the_way(thing: Thing, way: Array, length: float, around: list[Thing]) -> Thing | None:
    """What a thing would run into if it were pushed so far."""
    here, broad = thing.pose.pos[:2], _support(thing, np.array([-way[1], way[0]]))
    for other in around:
        off = other.pose.pos[:2] - here
        along, aside = float(off @ way), abs(float(off[0] * way[1] - off[1] * way[0]))
        radius = float(max(other.size[:2])) / 2
        if 0 < along < length + _support(thing, way) + radius and aside < broad + radius:
            return other
    return None
