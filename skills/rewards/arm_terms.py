"""What the terms of an arm with a hand measure, as errors over samples and steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from heedful.geometry import Array
from heedful.skills.rewards.catalogue import Name
from heedful.skills.rewards.legged_terms import Errors, sided, smoothness
from heedful.skills.rewards.norms import summed
from heedful.skills.rewards.reward import Reward, Term
from heedful.skills.rewards.sensing import Futures, Kind, Measure

FRAME: tuple[Kind, ...] = ("pos", "x", "y", "z")


@dataclass(frozen=True, slots=True)
class Shape:
    """What must be known of a thing's form: half its extents [m], whether it is a box or round about its own z, and whether it looks the
    same either way up."""

    half: tuple[float, float, float]
    box: bool = True
    alike: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Arm:
    """An arm, its hand, and how things stood when the reward began to be followed."""

    tool: str
    """Site of the hand."""
    joints: tuple[str, ...]
    actuators: tuple[str, ...]
    home: tuple[float, ...]
    torque: tuple[float, ...]
    """Of each actuator, at most [Nm]."""
    fingers: tuple[str, ...] = ()
    """Joints of the gripper."""
    finger_travel: float = 0.5
    """Of one finger per metre of width."""
    rest: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Where the hand rests [m]."""
    table: float = 0.0
    things: Mapping[str, Shape] = field(default_factory=dict)
    ways: Mapping[str, tuple[str, float, float]] = field(default_factory=dict)
    """Drawer, door or faucet -> its joint, and where that is closed and open."""
    links: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """Capsules of the forearm and the wrist, which have to stay off the table -> half their length and their radius [m]."""
    handles: frozenset[str] = frozenset()
    """Which of those have a handle."""
    start: Mapping[str, tuple[float, float, float, float]] = field(default_factory=dict)
    """Thing -> where its middle was and how it was turned at the start: x, y, height of its lowest point [m], yaw [rad]."""

    @property
    def measures(self) -> list[Measure]:
        """What any term of such a body needs that is about no thing."""
        found: list[Measure] = [("pos", self.tool), ("vel", self.tool), ("y", self.tool), ("z", self.tool)]
        found += [m for g in self.links for m in (("pos", g), ("z", g))]
        return found + [("joint", j) for j in (*self.joints, *self.fingers)] + [("force", a) for a in self.actuators]

    def needs(self, reward: Reward) -> list[Measure]:
        """What the things that a reward is about need measured."""
        found: list[Measure] = []
        for one in reward:
            for param in one.spec.params:
                name = str(one.args[param.name]) if isinstance(param, Name) else ""
                if name in self.ways:
                    found += [("joint", self.ways[name][0]), ("pos", name)]
                    found += [(k, f"{name}_handle") for k in FRAME if name in self.handles]
                elif name and name not in ("hand", "rest"):
                    found += [(k, name) for k in FRAME]
                    if name.endswith("_handle"):  # what it is on may be touched there
                        found += [(k, name.removesuffix("_handle")) for k in FRAME]
        return found


def errors_of(one: Term, body: Arm) -> Errors:
    """What a term measures on a body. Raises KeyError for a term that arms have not."""
    return TERMS[one.name](one, body)


def _point(body: Arm, name: str) -> Callable[[Futures], Array]:
    if name == "rest":
        place = np.array(body.rest)
        return lambda f: place
    site = body.tool if name == "hand" else name
    return lambda f: f["pos", site]


def lowest(body: Arm, name: str, sign: float = -1.0) -> Callable[[Futures], Array]:
    """How high a thing's lowest point is, or its highest with `sign` 1 [m]. Shape (samples, steps, 1)."""
    shape = body.things[name]
    a, b, c = shape.half

    def height(f: Futures) -> Array:
        x, y, z = f["x", name][..., 2:], f["y", name][..., 2:], f["z", name][..., 2:]
        if shape.box:
            rise = np.abs(x) * a + np.abs(y) * b + np.abs(z) * c
        else:
            rise = np.abs(z) * c + np.sqrt(np.maximum(1 - z * z, 0.0)) * max(a, b)
        return np.asarray(f["pos", name][..., 2:] + sign * rise)

    return height


def _distance(one: Term, body: Arm) -> Errors:
    a, b = (_point(body, str(one.args[k])) for k in ("a", "b"))
    target, sense = one.number("distance"), one.args["sense"]
    return lambda f: sided(np.sqrt(summed((a(f) - b(f)) ** 2)[..., None]) - target, sense)


def _height(one: Term, body: Arm) -> Errors:
    name = str(one.args["object"])
    low, target, sense = lowest(body, name), one.number("height") + body.start[name][2], one.args["sense"]
    return lambda f: sided(low(f) - target, sense)


def _position(one: Term, body: Arm) -> Errors:
    name = str(one.args["object"])
    target = np.array([one.number("x"), one.number("y")])
    if one.args["frame"] == "start":
        target = target + np.array(body.start[name][:2])
    return lambda f: f["pos", name][..., :2] - target


def _offset(one: Term, body: Arm) -> Errors:
    a, b, target = str(one.args["a"]), str(one.args["b"]), np.array([one.number("x"), one.number("y")])
    return lambda f: f["pos", a][..., :2] - f["pos", b][..., :2] - target


def _above(one: Term, body: Arm) -> Errors:
    low, high = lowest(body, str(one.args["a"])), lowest(body, str(one.args["b"]), 1.0)
    target, sense = one.number("height"), one.args["sense"]
    return lambda f: sided(low(f) - high(f) - target, sense)


def _tilt(one: Term, body: Arm) -> Errors:
    name, target = str(one.args["object"]), one.number("angle")
    shape = body.things.get(name)
    if shape is not None and shape.alike and target < np.pi / 2:
        return lambda f: np.arccos(np.clip(np.abs(f["z", name][..., 2:]), 0.0, 1.0)) - target
    return lambda f: np.arccos(np.clip(f["z", name][..., 2:], -1.0, 1.0)) - target


def _turn(one: Term, body: Arm) -> Errors:
    name = str(one.args["object"])
    target = one.number("angle") + body.start[name][3]

    def errors(f: Futures) -> Array:
        x = f["x", name]
        return np.asarray((np.arctan2(x[..., 1], x[..., 0]) - target + np.pi) % (2 * np.pi) - np.pi)[..., None]

    return errors


def _fraction(one: Term, body: Arm) -> Errors:
    joint, low, high = body.ways[str(one.args["joint"])]
    target = one.number("fraction")
    return lambda f: (f["joint", joint] - low) / (high - low) - target


def _grip(one: Term, body: Arm) -> Errors:
    target = one.number("width")
    return lambda f: f.gathered("joint", body.fingers).mean(axis=-1, keepdims=True) / body.finger_travel - target


def _hand_height(one: Term, body: Arm) -> Errors:
    target, sense = one.number("height") + body.table, one.args["sense"]
    return lambda f: sided(f["pos", body.tool][..., 2:] - target, sense)


def _hand_speed(one: Term, body: Arm) -> Errors:
    limit = one.number("limit")
    return lambda f: np.maximum(np.sqrt((f["vel", body.tool] ** 2).sum(axis=-1, keepdims=True)) - limit, 0.0)


def _posture(one: Term, body: Arm) -> Errors:
    home = np.array(body.home)
    return lambda f: f.gathered("joint", body.joints) - home


def _effort(one: Term, body: Arm) -> Errors:
    most = np.array(body.torque)
    return lambda f: f.gathered("force", body.actuators) / most


TERMS: Mapping[str, Callable[[Term, Arm], Errors]] = {
    "distance": _distance, "object_height": _height, "object_position": _position, "offset": _offset, "above": _above, "object_tilt": _tilt,
    "object_turn": _turn, "joint_fraction": _fraction, "grip": _grip, "hand_height": _hand_height, "hand_speed": _hand_speed,
    "posture": _posture, "effort": _effort, "smoothness": smoothness,
}  # fmt: skip
