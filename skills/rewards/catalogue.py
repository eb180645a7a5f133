"""The catalogue of reward terms: what each measures, of which bodies, with which parameters in which units and ranges."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from heedful.skills.rewards.norms import Norm

Body = Literal["legged", "arm"]
FEET = ("front_left", "front_right", "rear_left", "rear_right")
"""Feet of a quadruped."""
SENSES = ("exactly", "at_least", "at_most")
"""Whether both sides of a target cost, or only one."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit and the range it must lie in."""

    name: str
    unit: str
    low: float
    high: float
    default: float | None
    """Taken where none is given; None: it must be given."""
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """What a term is about: a `thing` of the scene, a `foot`, a `joint` of a drawer, door or faucet, or a `point`: a thing,
    a part of the body (`hand`, `torso`, a foot) or a part of a fixture (`drawer_handle`)."""

    name: str
    kind: Literal["thing", "foot", "joint", "point"]
    doc: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; the first unless given."""

    name: str
    options: tuple[str, ...]
    doc: str = ""


Param = Number | Name | Choice


@dataclass(frozen=True, slots=True)
class TermSpec:
    """One term of the catalogue."""

    name: str
    doc: str
    """What it measures, in one sentence."""
    bodies: tuple[Body, ...]
    params: tuple[Param, ...] = ()
    norm: Norm = Norm()
    weight: float = 1.0
    within: float | None = None
    """Error at which its aim is reached, in the unit of its first number; None: it is no aim, but a manner."""
    excludes: tuple[str, ...] = ()
    """Terms that ask for the same degree of freedom, so that a reward has one of them at most."""

    @property
    def about(self) -> tuple[str, ...]:
        """The parameters that say what it is about; a reward has a term once for each."""
        return tuple(p.name for p in self.params if isinstance(p, Name))

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its numeric parameters."""
        return tuple(p for p in self.params if isinstance(p, Number))


DOG: tuple[Body, ...] = ("legged",)
ARM: tuple[Body, ...] = ("arm",)
BOTH: tuple[Body, ...] = ("legged", "arm")
FOOT = Name("foot", "foot", "which foot")
OBJECT = Name("object", "thing", "which thing")
SENSE = Choice("sense", SENSES, "whether both sides of the target cost, or only less or more than it")
L2 = Norm("l2", 0.1)
NEAR = Norm("l2", 0.03)
"""For things that are handled and feet that are lifted: a few centimetres matter."""
ABS = Norm("smooth_abs", 0.1)
TURN = math.pi

TERMS = (
    TermSpec(
        "torso_height", "Height of the torso's centre above the ground beneath it, less the target.", DOG,
        (Number("height", "m", 0.05, 0.8, 0.3, "standing is 0.3"), SENSE), ABS, 2.0, 0.05,
    ),
    TermSpec(
        "torso_pitch", "How far the nose points above the horizon, less the target.", DOG,
        (Number("angle", "rad", -TURN, TURN, 0.0, "positive: nose up"),), ABS, 0.6, 0.2,
    ),
    TermSpec(
        "torso_roll", "How far the torso is turned about its forward axis, less the target.", DOG,
        (Number("angle", "rad", -TURN, TURN, 0.0, "positive: leaning to its right; π is on its back"),), ABS, 1.0, 0.3,
    ),
    TermSpec(
        "heading", "Where the torso points, seen from above, less the target; as the difference of cosine and sine.", DOG,
        (
            Number("angle", "rad", -TURN, TURN, 0.0, "counter-clockwise"),
            Choice("frame", ("world", "start"), "from the world's x axis, which points east, or from where it points at the start"),
        ),
        Norm("quadratic"), 0.6, 0.2, ("facing", "turning_speed"),
    ),
    TermSpec(
        "facing", "Angle between where the torso points and the bearing of a thing, seen from above.", DOG,
        (OBJECT, Number("angle", "rad", -TURN, TURN, 0.0, "0 looks at it, π turns the back to it")),
        Norm("quadratic"), 0.6, 0.2, ("heading", "turning_speed", "facing"),
    ),
    TermSpec(
        "turning_speed", "Turning of the torso about the vertical, less the target.", DOG,
        (
            Number("speed", "rad/s", -6.3, 6.3, 0.0, "positive: to the left, counter-clockwise from above"),
            Choice("sense", ("exactly", "at_least"), "whether turning faster the same way costs too"),
        ),
        L2, 0.6, 0.4, ("heading", "facing"),
    ),
    TermSpec(
        "forward_speed", "Speed of the torso the way it points, along the ground, less the target.", DOG,
        (Number("speed", "m/s", -2.0, 3.0, 0.0, "negative: backwards"),), L2, 0.1, 0.2, ("position",),
    ),
    TermSpec(
        "sideways_speed", "Speed of the torso to its left, along the ground, less the target.", DOG,
        (Number("speed", "m/s", -1.5, 1.5, 0.0, "negative: to the right"),), L2, 0.1, 0.2, ("position",),
    ),
    TermSpec(
        "position", "Where the torso is on the ground, less the target.", DOG,
        (
            Number("x", "m", -20.0, 20.0, 0.0, "forward or east"),
            Number("y", "m", -20.0, 20.0, 0.0, "left or north"),
            Choice("frame", ("start", "world"), "from where it stands and points at the start, or in the world"),
        ),
        L2, 0.6, 0.2, ("forward_speed", "sideways_speed"),
    ),
    TermSpec(
        "hop", "Vertical speed of the torso's centre, less that of a sine which rises and falls by the height.", DOG,
        (Number("height", "m", 0.0, 0.3, 0.05, "from rest to the top"), Number("frequency", "Hz", 0.2, 4.0, 1.5)), L2, 0.3, 0.3,
    ),
    TermSpec(
        "foot_lift", "Height of a foot above the ground beneath it, less the target.", DOG,
        (FOOT, Number("height", "m", 0.0, 0.6, 0.1), SENSE), NEAR, 2.0, 0.05,
    ),
    TermSpec(
        "foot_reach", "Where a foot is along the torso, from where it rests beneath its hip, less the target.", DOG,
        (FOOT, Number("forward", "m", -0.4, 0.4, 0.0), Number("inward", "m", -0.2, 0.2, 0.0, "towards the middle line")), L2, 0.5, 0.05,
    ),
    TermSpec(
        "foot_step", "A foot's height and place ahead, less those of a step that lifts, swings and sweeps back in time.", DOG,
        (
            FOOT,
            Number("frequency", "Hz", 0.2, 5.0, 2.0, "steps in a second"),
            Number("phase", "cycle", 0.0, 1.0, 0.0, "of the lift, within the cycle; equal phases step together"),
            Number("air_ratio", "", 0.0, 0.9, 0.5, "share of the cycle that it is off the ground"),
            Number("up", "m", 0.0, 0.3, 0.08, "how high it swings"),
            Number("sweep", "m", -0.3, 0.3, 0.0, "how far it swings forward in the air; negative: backward"),
        ),
        L2, 1.0, None,
    ),
    TermSpec("balance", "Distance along the ground between the capture point and the middle of the feet.", DOG, (), L2, 0.2),
    TermSpec(
        "distance", "Distance between two points, less the target.", BOTH,
        (
            Name("a", "point", "what comes"),
            Name("b", "point", "what it comes to, or keeps off"),
            Number("distance", "m", 0.0, 10.0, 0.0, "between centres; for the hand and for fixtures between the points named"),
            Choice("sense", ("at_most", "exactly", "at_least"), "whether only more than the distance costs, only less, or both"),
        ),
        NEAR, 1.0, 0.05,
    ),
    TermSpec(
        "object_height", "Height of a thing's lowest point above what it stood on, less the target.", ARM,
        (OBJECT, Number("height", "m", 0.0, 0.8, 0.15), SENSE), NEAR, 1.0, 0.05,
    ),
    TermSpec(
        "object_position", "Where a thing is along the table, less the target.", ARM,
        (
            OBJECT,
            Number("x", "m", -2.0, 2.0, 0.0, "away from the robot"),
            Number("y", "m", -2.0, 2.0, 0.0, "to the robot's left"),
            Choice("frame", ("start", "world"), "from where it lay at the start, or in the world"),
        ),
        NEAR, 1.0, 0.04,
    ),
    TermSpec(
        "offset", "Where one thing is from another along the table, less the target.", ARM,
        (
            Name("a", "thing", "what is put"),
            Name("b", "thing", "from which it is measured, centre to centre"),
            Number("x", "m", -1.0, 1.0, 0.0, "away from the robot"),
            Number("y", "m", -1.0, 1.0, 0.0, "to the robot's left"),
        ),
        NEAR, 1.0, 0.04,
    ),
    TermSpec(
        "above", "How high one thing's lowest point is over another's highest, less the target.", ARM,
        (Name("a", "thing", "what is put"), Name("b", "thing", "over which"), Number("height", "m", -0.3, 0.5, 0.0, "0 rests"), SENSE),
        NEAR, 1.0, 0.03,
    ),
    TermSpec(
        "object_tilt", "Angle between a thing's own upward axis and the vertical, less the target.", ARM,
        (OBJECT, Number("angle", "rad", 0.0, TURN, 0.0, "0 is upright, π/2 lying, π upside down"),), ABS, 1.0, 0.3,
    ),
    TermSpec(
        "object_turn", "Angle by which a thing is turned about the vertical since the start, less the target.", ARM,
        (OBJECT, Number("angle", "rad", -TURN, TURN, 0.0, "positive: counter-clockwise from above"),), ABS, 0.5, 0.2,
    ),
    TermSpec(
        "joint_fraction", "How far a drawer, door or faucet is open, from 0 to 1, less the target.", ARM,
        (Name("joint", "joint", "which drawer, door or faucet"), Number("fraction", "", 0.0, 1.0, None, "0 closed, 1 fully open")),
        L2, 1.0, 0.1,
    ),
    TermSpec(
        "grip", "Width between the finger pads, less the target.", ARM,
        (Number("width", "m", 0.0, 0.1, 0.0, "0 is closed"),), L2, 0.3, 0.01,
    ),
    TermSpec(
        "hand_height", "Height of the hand above the table, less the target.", ARM,
        (Number("height", "m", 0.0, 1.0, 0.3), SENSE), L2, 0.5, 0.05,
    ),
    TermSpec(
        "hand_speed", "Speed of the hand above the limit.", ARM, (Number("limit", "m/s", 0.02, 2.0, 0.25),), Norm("quadratic"), 0.5,
    ),
    TermSpec("posture", "Joint angles away from those of rest.", BOTH, (), Norm("quadratic"), 0.01),
    TermSpec("effort", "Torque of the joints, as a share of their limits.", BOTH, (), Norm("quadratic"), 0.02),
    TermSpec("smoothness", "Change of the commands from one moment to the next.", BOTH, (), Norm("quadratic"), 0.02),
)  # fmt: skip

CATALOGUE: dict[str, TermSpec] = {t.name: t for t in TERMS}
"""Every term by name."""
ALWAYS: dict[Body, tuple[str, ...]] = {"legged": ("balance", "posture", "smoothness"), "arm": ("posture", "smoothness")}
"""Terms that every reward of a body has, at their default weights unless it says otherwise."""
