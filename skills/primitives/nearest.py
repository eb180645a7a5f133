"""Rewards as the nearest calls of primitives: what a program of primitives can do of what was asked."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.hardware.robots.quadruped import HEIGHT
from heedful.skills.primitives.calls import LEGS, Act, Call
from heedful.skills.primitives.legs import joints, rest
from heedful.skills.rewards.reward import Reward, Term
from heedful.types import Scene, Thing

FOOT = {"front_right": "FR", "front_left": "FL", "rear_right": "RR", "rear_left": "RL"}
LASTS = 4.0
"""How long a stage is held that no time was said of [s]."""
LEANS, LEAN_S = 0.06, 0.8
"""How far the trunk moves away from a leg that is to be lifted [m], and how long it gets for that [s]."""
PACE = 0.4
"""Walking to a place [m/s]."""
ABOVE, CARRY = 0.12, 0.15
"""How far above a thing the hand comes to it, and above what is beneath it carries it [m]."""
DEEP = 0.01
"""How far below the top of a thing that is flat the fingers close [m]."""


def nearest(stages: Iterable[Reward], scene: Scene) -> tuple[Act, ...]:
    """The calls that come nearest to rewards, as far as primitives tell anything of them. Empty where they tell nothing."""
    legs = any(t.category == "dog" for t in scene.objects.values())
    made = [act for stage in stages for act in (_on_legs(stage, scene) if legs else _by_hand(stage, scene))]
    return tuple(a for a in made if a.calls)


def _on_legs(reward: Reward, scene: Scene) -> list[Act]:
    """Where it goes and turns as `walk` and `head_towards`; how the trunk stands and where feet are as joint angles of the legs."""
    trunk = next(t for t in scene.objects.values() if t.category == "dog")
    lasts = reward.for_s or LASTS
    lifted = {FOOT[str(t.args["foot"])]: t.number("height") for t in reward.find("foot_lift") if t.args["sense"] != "at_most"}
    going = _going(reward, trunk, scene)
    held = [_angles(leg, joints(leg, rest(leg) + np.array([0.0, 0.0, high]))) for leg, high in lifted.items()]
    if place := reward.find("position"):
        going, lasts = _towards(place[0], trunk)
    if going:
        return [Act((*going, *held), lasts)]
    places = _stance(reward, LEANS * _away(lifted))
    stands = Act(tuple(_angles(leg, joints(leg, place)) for leg, place in places.items()), LEAN_S if lifted else lasts)
    if not lifted:
        return [stands] if _posed(reward) else []
    up = {leg: places[leg] + np.array([0.0, 0.0, high]) for leg, high in lifted.items()}
    return [stands, Act(tuple(_angles(leg, joints(leg, place)) for leg, place in {**places, **up}.items()), lasts)]


def _going(reward: Reward, trunk: Thing, scene: Scene) -> list[Call]:
    found = []
    speeds = [sum(t.number("speed") for t in reward.find(name)) for name in ("forward_speed", "sideways_speed", "turning_speed")]
    if any(speeds) or reward.find("foot_step"):
        found.append(Call("walk", tuple(speeds)))
    for one in reward.find("heading"):
        found.append(Call("head_towards", (one.number("angle") + (_heading(trunk) if one.args["frame"] == "start" else 0.0),)))
    for one in reward.find("facing"):
        if (thing := scene.objects.get(str(one.args["object"]))) is not None:
            way = thing.pose.pos - trunk.pose.pos
            found.append(Call("head_towards", (float(np.arctan2(way[1], way[0])) + one.number("angle"),)))
    return found


def _towards(place: Term, trunk: Thing) -> tuple[list[Call], float]:
    """Turned to a place and walking, for as long as that takes."""
    to = np.array([place.number("x"), place.number("y"), 0.0])
    way = (to if place.args["frame"] == "start" else trunk.pose.matrix.T @ (to - trunk.pose.pos))[:2]
    far = float(np.linalg.norm(way))
    if far < 0.05:
        return [], LASTS
    return [Call("walk", (*(PACE * way / far).tolist(), 0.0))], far / PACE


def _away(lifted: Iterable[str]) -> Array:
    """The way to the feet that are to be lifted, along the trunk; the others go there beneath it, and it leans away. Shape (3,)."""
    way = sum((rest(leg) * [1.0, 1.0, 0.0] for leg in lifted), np.zeros(3))
    far = float(np.linalg.norm(way))
    return way / far if far > 1e-6 else way


def _stance(reward: Reward, shift: Array) -> dict[str, Array]:
    """Where the feet are from the trunk as it shall stand: its height, its pitch and roll as far as legs go, its feet moved."""
    high = next((t.number("height") for t in reward.find("torso_height")), HEIGHT)
    nose = next((t.number("angle") for t in reward.find("torso_pitch")), 0.0)
    side = next((t.number("angle") for t in reward.find("torso_roll")), 0.0)
    found = {}
    for leg in LEGS:
        foot = rest(leg, min(high, HEIGHT + 0.08)) + shift
        foot = _turned((0, 1, 0), float(np.clip(nose, -0.8, 0.8)), foot)
        found[leg] = _turned((1, 0, 0), -float(np.clip(side, -0.8, 0.8)), foot)
    for one in reward.find("foot_reach"):
        leg = FOOT[str(one.args["foot"])]
        found[leg] = found[leg] + [one.number("forward"), one.number("inward") * (1.0 if leg[1] == "R" else -1.0), 0.0]
    return found


def _posed(reward: Reward) -> bool:
    return any(reward.find(n) for n in ("torso_height", "torso_pitch", "torso_roll", "foot_reach"))


def _angles(leg: str, q: Array) -> Call:
    return Call("set_target_joint_angles", tuple(q.tolist()), leg)


def _heading(trunk: Thing) -> float:
    ahead = trunk.pose.matrix[:, 0]
    return float(np.arctan2(ahead[1], ahead[0]))


def _by_hand(reward: Reward, scene: Scene) -> list[Act]:
    """What is to be moved is grasped from above, lifted and set down; what opens is taken by its handle and drawn the way it goes."""
    calls: list[Call] = []
    for one in reward:
        if one.name == "joint_fraction":
            calls += _opened(scene.objects.get(str(one.args["joint"])), one.number("fraction"), scene)
    moved = dict.fromkeys(str(t.args.get("object", t.args.get("a"))) for t in reward if t.name in _MOVES and t.args.get("a") != "hand")
    for id in moved:
        if (thing := scene.objects.get(id)) is not None and not thing.fixed:
            calls += [*_grasped(thing), *_carried(thing, [t for t in reward if id in (t.args.get("object"), t.args.get("a"))], scene)]
    if not calls:
        for one in reward.find("distance"):
            names = {str(one.args["a"]), str(one.args["b"])} - {"hand"}
            thing = scene.objects.get(min(names)) if len(names) == 1 else None
            if thing is not None and one.args["sense"] != "at_least":
                calls += [Call("end_effector_close"), *(_to(thing.pose.pos, thing.top + h) for h in (ABOVE, 0.005))]
    for one in reward.find("grip") if not calls else ():
        calls.append(Call("end_effector_close" if one.number("width") < 0.03 else "end_effector_open"))
    return [Act(tuple(calls))]


_MOVES = ("object_height", "object_position", "offset", "above", "object_tilt", "object_turn", "distance")


def _grasped(thing: Thing) -> list[Call]:
    at = thing.pose.pos
    low = max(float(at[2]), thing.top - 2 * DEEP)
    return [Call("end_effector_open"), _to(at, thing.top + ABOVE), _to(at, low), Call("end_effector_close")]


def _carried(thing: Thing, terms: list[Term], scene: Scene) -> list[Call]:
    """Up, and to where it shall be; set down unless it shall stay in the air."""
    at, low = thing.pose.pos, max(float(thing.pose.pos[2]), thing.top - 2 * DEEP)
    lift, target = CARRY, None
    for one in terms:
        other = scene.objects.get(str(one.args.get("b")))
        if one.name == "object_height":
            lift = one.number("height")
        elif one.name == "object_position":
            here = at[:2] if one.args["frame"] == "start" else np.zeros(2)
            target = np.append(here + _along(one), low)
        elif one.name == "offset" and other is not None:
            target = np.append(other.pose.pos[:2] + _along(one), low)
        elif one.name in ("above", "distance") and other is not None and one.args.get("sense") != "at_least":
            target = np.array([*other.pose.pos[:2], other.top + (low - thing.bottom) + 0.01])
    if target is None:
        return [_to(at, low + lift)]
    high = max(low, float(target[2])) + CARRY
    return [_to(at, high), _to(target, high), _to(target, float(target[2])), Call("end_effector_open"), _to(target, high)]


def _along(one: Term) -> Array:
    return np.array([one.number("x"), one.number("y")])


def _opened(thing: Thing | None, fraction: float, scene: Scene) -> list[Call]:
    """To the handle from above, about it or against it, and with it the way that it opens."""
    if thing is None or thing.handle is None:
        return []
    here = scene.joints.get(thing.id, 0.0)
    at = thing.handle.pos
    if thing.slide is not None:
        end = at + (fraction - here) * thing.slide
        ways = [Call("end_effector_open"), _to(at, at[2] + ABOVE), _to(at, at[2]), Call("end_effector_close"), _to(end, end[2])]
        return [*ways, Call("end_effector_open")]
    if thing.hinge is None:
        return []
    arm, axis = at - thing.hinge.pos, thing.hinge.axis
    angle = (fraction - here) * thing.hinge.angle
    path = [thing.hinge.pos + _turned(axis, k * angle, arm) for k in (-0.25, 0.0, 0.34, 0.67, 1.0)]
    return [Call("end_effector_close"), _to(path[0], path[0][2] + ABOVE), *(_to(p, p[2]) for p in path)]


def _to(at: Array, high: float) -> Call:
    return Call("end_effector_to", (float(at[0]), float(at[1]), float(high)))


def _turned(axis: ArrayLike, angle: float, vector: Array) -> Array:
    turned: Array = Pose(np.zeros(3), quat_from_axis_angle(axis, angle)).matrix @ vector
    return turned
