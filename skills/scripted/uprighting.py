"""Standing up what lies, and turning a vessel over: grasped so that the wrist can still turn it, turned in the air, set down."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.skills import spots
from heedful.skills.grasps import Grasp
from heedful.skills.scripted.grasping import AWAY, take
from heedful.skills.scripted.motions import arm_of, body_of, others
from heedful.skills.scripted.placing import can_put, put
from heedful.skills.sides import HEADINGS
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh
from heedful.types import Id, Motion, Observation, Scene, Thing

FREE = "hand_empty & graspable(object) & reachable(object) & clear(object) & ~shut_in(object)"
GONE = "~holding(object) & ~on(object, _) & ~in(object, _) & ~at(object, _) & " + AWAY
SPOTS = 4
"""Places on the table that are tried, the nearest first."""
TRIES = 24
"""Ways of setting it down that are tried for a grasp before the next grasp is looked at."""
MIDDLE = 0.03
"""How far from its middle a thing is gripped at most, if it can be [m]."""
TIPS = np.deg2rad([0.0, 8.0, 16.0])
"""How far from upright a thing may be let go, on the edge of its base: it settles by itself, and the hand need not come as low [rad]."""


@skill(
    requires=f"(holding(object) | {FREE}) & ~upright(object)",
    effects=f"upright(object) & on(object, table) & ~upside_down(object) & {GONE}",
    touches="object",
    cost=3.0,
)
def stand_up(obs: Observation, object: Id) -> Motion:
    """Set an object that has fallen over upright on the table.

    Args:
      object: A can or a mug that lies or stands on its head.
    """
    return (yield from _turn(obs, object, up=True))


@skill(
    requires=f"(holding(object) | {FREE}) & container(object) & ~upside_down(object)",
    effects=f"upside_down(object) & on(object, table) & ~upright(object) & {GONE}",
    touches="object",
    cost=3.0,
)
def turn_over(obs: Observation, object: Id) -> Motion:
    """Turn a vessel upside down and set it on its rim on the table.

    Args:
      object: A mug or a bowl.
    """
    return (yield from _turn(obs, object, up=False))


def _turn(obs: Observation, object: Id, up: bool) -> Motion:
    """Grasp a thing so that it can be set down turned, and set it down."""
    arm, spec = arm_of(obs)
    assert obs.scene is not None
    scene, table = obs.scene, obs.scene.objects["table"]
    thing = scene.objects[object]
    if obs.scene.held.get(spec.gripper) != object:
        begun = obs

        def then(grasp: Grasp) -> bool:
            return can_turn(begun, arm, thing, grasp.pose.inverse() @ thing.pose, up, grasp.at) is not None

        for grips in GRIPS:
            obs, outcome = yield from take(obs, object, only=partial(grips, thing=thing, up=up), then=then)
            if outcome.code != "no_grasp":
                break
        if not outcome.ok:
            return outcome
        obs = yield from fresh(obs)
        assert obs.scene is not None
        scene, thing = obs.scene, obs.scene.objects[object]
    tool = obs.parts[arm].pose
    assert tool is not None
    ways = standing(thing, tool.inverse() @ thing.pose, scene, arm, up)
    return (yield from put(obs, thing, ways, table))


def turns(pose: Pose, thing: Thing, up: bool) -> bool:
    """Whether the hand of a grasp would look level or down once the thing has been turned, and so would not come from under the table."""
    looks = float(pose.matrix[:, 2] @ thing.pose.matrix[:, 2])
    return any((-looks if over else looks) <= np.sin(TIPS[-1]) for over in _ends(thing, up))


def steady(pose: Pose, thing: Thing) -> bool:
    """Whether a thing is gripped about its middle: gripped elsewhere, by a thin bar, it swings in the fingers as it is turned."""
    return float(np.linalg.norm(pose.pos - thing.pose.pos)) <= MIDDLE


def _firmly(pose: Pose, thing: Thing, up: bool) -> bool:
    return turns(pose, thing, up) and steady(pose, thing)


GRIPS: tuple[Callable[..., bool], ...] = (_firmly, turns)
"""Ways of gripping what is to be turned, the best first: about its middle, so that it does not swing in the fingers."""


def _ends(thing: Thing, up: bool) -> tuple[bool, ...]:
    """Which way up it may stand: with its z down or not. What looks the same either way up may be stood on either end."""
    return (False, True) if thing.cavity is None and up else (not up,)


def standing(thing: Thing, held: Pose, scene: Scene, arm: str, up: bool) -> list[Pose]:
    """Poses [world] in which a held thing stands on its base, or on its head, at free spots of the table.

    The hand looks away from the robot rather than back at it, and a thing stands straight rather than tipped away from the hand.

    Args:
      held: The thing's pose in the tool's frame.
      up: On its base; else on its head.
    """
    found: list[tuple[float, Pose]] = []
    reach = scene.reach.get(arm)
    foot = np.zeros(3) if reach is None else reach.centre
    flat = thing.moved(Pose(thing.pose.pos))
    places = spots.upon(flat, scene.objects["table"], scene, thing.pose.pos)[:SPOTS]
    for over in _ends(thing, up):
        still = quat_from_axis_angle((1, 0, 0), np.pi) if over else np.array([1.0, 0.0, 0.0, 0.0])
        looks = (Pose(np.zeros(3), still) @ held.inverse()).matrix[:, 2]
        for (i, centre), tip, aside in product(enumerate(places), TIPS, HEADINGS):
            if looks[2] > np.sin(tip):
                continue
            heading = float(np.arctan2(*(centre - foot)[1::-1])) + aside
            turn = quat_mul(quat_from_axis_angle((0, 0, 1), heading - float(np.arctan2(looks[1], looks[0]))), still)
            found.append((0.4 * i + 3 * tip + 0.5 * abs(aside), tipped(thing, centre, turn, heading, float(tip))))
    return [pose for _, pose in sorted(found, key=lambda entry: entry[0])]


def can_turn(obs: Observation, arm: str, thing: Thing, held: Pose, up: bool, near: Array) -> tuple[Array, Pose, Pose] | None:
    """Whether a thing that lies so in the hand can be set down turned on the table, and how: as `can_put` tells.

    Args:
      held: The thing's pose in the tool's frame.
      up: On its base; else on its head.
      near: Joint positions that the arm comes from [rad].
    """
    assert obs.scene is not None
    ways = standing(thing, held, obs.scene, arm, up)[:TRIES]
    return can_put(body_of(obs), arm, thing, held, ways, obs.scene.objects["table"], others(obs, thing.id), near)


def tipped(thing: Thing, centre: Array, turn: Array, way: float, tip: float) -> Pose:
    """A pose upright but for a tip [rad] towards a heading, its lowest point as high as that of the upright thing at the centre."""
    lean = quat_from_axis_angle((-np.sin(way), np.cos(way), 0.0), tip)
    rise = np.sin(tip) * float(thing.size[0]) / 2 - (1 - np.cos(tip)) * float(thing.size[2]) / 2
    return Pose(centre + np.array([0.0, 0.0, rise]), quat_mul(lean, turn))
