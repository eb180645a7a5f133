"""What a reward is about first, and where that is to go by its terms: errands and their goals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.skills.rewards.arm_terms import Arm
from heedful.skills.rewards.reward import Reward, Term
from heedful.types import Id, Scene, Thing

Kind = Literal["thing", "joint", "touch"]
CARRIED = {
    "object_height": "object", "above": "a", "object_position": "object", "offset": "a", "object_tilt": "object", "object_turn": "object",
    "distance": "a",
}  # fmt: skip
"""Terms of a thing that is to be brought somewhere or turned, and their parameter that says which."""
LIFTS = ("object_height", "above")
"""Terms that say how high a thing is to be."""
ROOM = 0.025
"""What a finger takes between two things that are brought together [m]."""


@dataclass(frozen=True, slots=True)
class Errand:
    """The thing that a reward is about first: taken hold of, moved along its joint, or touched."""

    kind: Kind
    id: Id
    terms: tuple[Term, ...]
    """The aims that are about it."""
    loose: bool = False
    """Whether it is set down and let go once it is where it should be: nothing says that it is to be held up."""

    @property
    def frame(self) -> str:
        """Body or site of the model that the hand goes along with."""
        return f"{self.id}_handle" if self.kind == "joint" else self.id

    def at(self, thing: Thing) -> Pose:
        """The same frame where the thing is seen, in the world."""
        return thing.handle if self.kind == "joint" and thing.handle is not None else thing.pose

    @property
    def up(self) -> bool | None:
        """Whether it is to stand, on its base or on its head; None where it is not to be turned so."""
        lean = next((t.number("angle") for t in self.terms if t.name == "object_tilt"), None)
        return None if lean is None else True if lean < 0.3 else False if lean > np.pi - 0.3 else None

    @property
    def into(self) -> Id | None:
        """What it is brought near to, or into."""
        return next((str(t.args["b"]) for t in self.terms if t.name == "distance"), None)

    @property
    def turns(self) -> bool:
        """Whether it is to be tilted, for which the hand needs room."""
        return any(t.name == "object_tilt" for t in self.terms)


def errand(reward: Reward, scene: Scene) -> Errand | None:
    """What a reward is about first; None where it is about the hand alone."""
    touched: Errand | None = None
    aims = sorted(reward.aims, key=lambda t: -t.weight)
    for one in aims:
        if one.name == "joint_fraction":
            id = str(one.args["joint"])
            if (thing := scene.objects.get(id)) is not None and thing.handle is not None:
                return Errand("joint", id, tuple(t for t in aims if t.name == "joint_fraction" and t.args["joint"] == id))
        if one.name in CARRIED:
            id = str(one.args[CARRIED[one.name]])
            thing = scene.objects.get(id)
            if thing is not None and not thing.fixed:
                mine = tuple(t for t in aims if t.name in CARRIED and t.args[CARRIED[t.name]] == id)
                raised = any(t.name == "object_height" or (t.name == "above" and t.number("height") > 0.02) for t in mine)
                return Errand("thing", id, mine, not raised)
        if one.name == "distance" and one.args["a"] == "hand" and one.number("distance") < 0.02 and touched is None:
            id = str(one.args["b"]).removesuffix("_handle")
            if id in scene.objects:
                touched = Errand("touch", id, (one,))
    return touched


def walls(errand: Errand, scene: Scene) -> float:
    """How high above the table the walls of the drawer are that a thing is brought into [m]; 0 where it is brought into none."""
    drawer = scene.objects.get(errand.into or "")
    return drawer.top - scene.objects["table"].top if drawer is not None and drawer.id in scene.joints else 0.0


def along(thing: Thing, share: float) -> Pose:
    """The motion of a drawer, door or lever by a share of its way, in the world."""
    if thing.slide is not None:
        return Pose(thing.slide * share)
    if thing.hinge is None:
        return Pose(np.zeros(3))
    turn = Pose(np.zeros(3), quat_from_axis_angle(thing.hinge.axis, thing.hinge.angle * share))
    return Pose(thing.hinge.pos) @ turn @ Pose(-np.asarray(thing.hinge.pos))


def wanted_displacement(thing: Thing, errand: Errand, body: Arm, scene: Scene) -> Array:
    """How far a thing is to go by its terms [m]. Shape (3,)."""
    shift = np.zeros(3)
    start = body.start[thing.id]
    for one in errand.terms:
        if one.name == "object_height":
            shift[2] = start[2] + one.number("height") - thing.bottom
        elif one.name == "object_position":
            base = np.array(start[:2]) if one.args["frame"] == "start" else np.zeros(2)
            shift[:2] = base + np.array([one.number("x"), one.number("y")]) - thing.pose.pos[:2]
        elif (other := scene.objects.get(str(one.args.get("b", "")))) is None:
            continue
        elif one.name == "offset":
            shift[:2] = other.pose.pos[:2] + np.array([one.number("x"), one.number("y")]) - thing.pose.pos[:2]
        elif one.name == "above":
            shift[2] = other.top + one.number("height") - thing.bottom
        elif one.name == "distance":
            shift[:2] += _nearer(one, thing, other)
    return shift


def attainable(one: Term, body: Arm) -> float:
    """How near to each other two things can be brought that one term is about, both being in the world [m]; 0 for one inside another."""
    a, b = (body.things.get(str(one.args[k])) for k in ("a", "b"))
    if a is None or b is None or (not b.alike and one.number("distance") < 0.06):
        return 0.0
    return max(a.half[:2]) + max(b.half[:2]) + ROOM


def _nearer(one: Term, thing: Thing, other: Thing) -> Array:
    """How far a thing is to go along the table until it is as near to another as is asked, or as they come [m]. Shape (2,)."""
    apart = thing.pose.pos[:2] - other.pose.pos[:2]
    far = float(np.linalg.norm(apart))
    inside = other.cavity is not None and one.number("distance") < 0.06
    least = 0.0 if inside else float(max(thing.size[:2]) + max(other.size[:2])) / 2 + ROOM
    goal = max(one.number("distance"), least)
    if inside and one.args["sense"] == "at_most":  # into the middle, clear of the walls
        return -apart
    if (one.args["sense"] == "at_most" and far <= goal) or (one.args["sense"] == "at_least" and far >= goal) or far < 1e-6:
        return np.zeros(2)
    return apart * (goal / far - 1.0)


def wanted(thing: Thing, errand: Errand, body: Arm, scene: Scene, turned: Pose | None) -> Pose:
    """Where a thing is to be by its terms, turned as was found that it can be."""
    shift = wanted_displacement(thing, errand, body, scene)
    if turned is not None:
        return turned.shifted(np.array([*shift[:2], 0.0]))
    quat = thing.pose.quat
    for one in errand.terms:
        if one.name == "object_turn":
            left = (one.number("angle") + body.start[thing.id][3] - thing.pose.yaw + np.pi) % (2 * np.pi) - np.pi
            quat = quat_mul(quat_from_axis_angle((0, 0, 1), left), quat)
        elif one.name == "object_tilt":
            up = thing.pose.matrix[:, 2]
            axis = np.cross(up, (0.0, 0.0, 1.0))
            level = axis / np.linalg.norm(axis) if np.linalg.norm(axis) > 1e-3 else thing.pose.matrix[:, 0]
            quat = quat_mul(quat_from_axis_angle(level, float(np.arccos(np.clip(up[2], -1, 1))) - one.number("angle")), quat)
    return Pose(thing.pose.pos + shift, quat)
