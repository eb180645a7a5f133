"""What the terms of a robot on legs measure, as errors over samples and steps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from heedful.geometry import Array
from heedful.skills.rewards.catalogue import FEET
from heedful.skills.rewards.reward import Reward, Term, term
from heedful.skills.rewards.sensing import Futures, Kind, Measure, unit_xy

Errors = Callable[[Futures], Array]
"""Errors of one term. Shape (samples, steps, errors)."""
GRAVITY = 9.81
STEEP = 0.8
"""Upward part of the forward axis from which on the nose no longer tells the heading."""


@dataclass(frozen=True, slots=True)
class Legged:
    """A body on legs, and how it stood when the reward began to be followed: names of the model, and where things are in it."""

    trunk: str
    feet: Mapping[str, str]
    """Foot of the catalogue -> site."""
    rest: Mapping[str, tuple[float, float]]
    """Foot -> where it rests along and across the trunk [m]."""
    joints: tuple[str, ...]
    actuators: tuple[str, ...]
    home: tuple[float, ...]
    torque: float
    """[Nm]."""
    sole: float = 0.02
    """From a foot's site down to its sole [m]."""
    ground: float = 0.0
    """Height of the ground [m]."""
    start: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Where the trunk was and pointed at the start: x, y [m], heading [rad]."""

    @property
    def measures(self) -> list[Measure]:
        """What any term of such a body needs."""
        t = self.trunk
        found: list[Measure] = [("pos", t), ("x", t), ("y", t), ("z", t), ("vel", t), ("spin", t), ("com", t), ("com_vel", t)]
        found += [("pos", self.feet[f]) for f in FEET]
        return found + [("joint", j) for j in self.joints] + [("force", a) for a in self.actuators]


STANDING = (
    (("torso_height", "hop"), term("torso_height", height=0.27)),
    (("torso_pitch",), term("torso_pitch")),
    (("torso_roll",), term("torso_roll")),
    (("heading", "facing", "turning_speed"), term("heading", frame="start")),
    (("position", "forward_speed", "sideways_speed"), term("position")),
)
"""What is not said of a robot's trunk stays as it stands: terms that any of these take the place of."""
LOOSELY = term("position", 0.2)
"""How a body on two feet keeps its place: it left it when it got up, and drawn back as firmly as on four it falls."""


def standing(reward: Reward) -> Reward:
    """The reward, with the trunk as it stands where nothing was said of it."""
    missing = (one for names, one in STANDING if not any(reward.find(n) for n in names))
    return reward.put(*(LOOSELY if one.name == "position" and reward.on_two else one for one in missing))


def errors_of(one: Term, body: Legged) -> Errors:
    """What a term measures on a body. Raises KeyError for a term that bodies on legs have not."""
    return TERMS[one.name](one, body)


def sided(error: Array, sense: object) -> Array:
    """An error of which only one side counts, or both."""
    return np.minimum(error, 0.0) if sense == "at_least" else np.maximum(error, 0.0) if sense == "at_most" else error


def _height(term: Term, body: Legged) -> Errors:
    target, sense = term.number("height") + body.ground, term.args["sense"]
    return lambda f: sided(f["pos", body.trunk][..., 2:] - target, sense)


def _pitch(term: Term, body: Legged) -> Errors:
    target = term.number("angle")
    return lambda f: np.arcsin(np.clip(f["x", body.trunk][..., 2:], -1.0, 1.0)) - target


def _roll(term: Term, body: Legged) -> Errors:
    target = term.number("angle")

    def errors(f: Futures) -> Array:
        across, up = f["y", body.trunk][..., 2:], f["z", body.trunk][..., 2:]
        off = (np.arctan2(across, up) - target + np.pi) % (2 * np.pi) - np.pi
        return np.asarray(off * np.sqrt(across**2 + up**2))  # with its nose straight up it has no roll

    return errors


def _ahead(f: Futures, body: Legged) -> Array:
    """Where the trunk points along the ground, of length one; where the nose is nearly straight up or down, its left side tells.
    Shape (samples, steps, 2)."""

    def compute() -> Array:
        nose, left = f["x", body.trunk], f["y", body.trunk]
        side = np.stack([left[..., 1], -left[..., 0]], axis=-1)
        return unit_xy(np.where(np.abs(nose[..., 2:]) > STEEP, side, nose[..., :2]))

    return f.keep("ahead", compute)


def _heading(term: Term, body: Legged) -> Errors:
    angle = term.number("angle") + (body.start[2] if term.args["frame"] == "start" else 0.0)
    target = np.array([np.cos(angle), np.sin(angle)])
    return lambda f: _ahead(f, body) - target


def _turning(term: Term, body: Legged) -> Errors:
    target, sense = term.number("speed"), term.args["sense"]
    if sense == "at_least" and target < 0:
        sense = "at_most"  # to the right, faster is less
    return lambda f: sided(f["spin", body.trunk][..., 2:] - target, sense)


def _forward(term: Term, body: Legged) -> Errors:
    target = term.number("speed")
    return lambda f: (f["vel", body.trunk][..., :2] * _ahead(f, body)).sum(axis=-1, keepdims=True) - target


def _sideways(term: Term, body: Legged) -> Errors:
    target = term.number("speed")

    def errors(f: Futures) -> Array:
        ahead, vel = _ahead(f, body), f["vel", body.trunk]
        return (vel[..., 1] * ahead[..., 0] - vel[..., 0] * ahead[..., 1])[..., None] - target

    return errors


def _position(term: Term, body: Legged) -> Errors:
    target = np.array([term.number("x"), term.number("y")])
    if term.args["frame"] == "start":
        x, y, yaw = body.start
        c, s = np.cos(yaw), np.sin(yaw)
        target = np.array([x + c * target[0] - s * target[1], y + s * target[0] + c * target[1]])
    return lambda f: f["pos", body.trunk][..., :2] - target


def _hop(term: Term, body: Legged) -> Errors:
    high, rate = term.number("height"), 2 * np.pi * term.number("frequency")
    return lambda f: f["vel", body.trunk][..., 2:] - (0.5 * high * rate * np.sin(rate * f.time))[:, None]


def _lift(term: Term, body: Legged) -> Errors:
    site, target, sense = body.feet[str(term.args["foot"])], term.number("height") + body.ground + body.sole, term.args["sense"]
    return lambda f: sided(f["pos", site][..., 2:] - target, sense)


def _along(f: Futures, body: Legged, site: str, axis: Kind) -> Array:
    """Where a foot is from the trunk's middle along one of the trunk's axes [m]. Shape (samples, steps)."""
    away: Array = f["pos", site] - f["pos", body.trunk]
    along: Array = f[axis, body.trunk]
    return np.asarray((away * along).sum(axis=-1))


def _reach(term: Term, body: Legged) -> Errors:
    foot = str(term.args["foot"])
    site, (along, across), inward = body.feet[foot], body.rest[foot], -1.0 if foot.endswith("left") else 1.0
    target = np.array([along + term.number("forward"), across + inward * term.number("inward")])
    return lambda f: np.stack([_along(f, body, site, "x"), _along(f, body, site, "y")], axis=-1) - target


def _step(term: Term, body: Legged) -> Errors:
    foot = str(term.args["foot"])
    site, (along, _), air = body.feet[foot], body.rest[foot], term.number("air_ratio")
    up, sweep, sole = term.number("up"), term.number("sweep"), body.ground + body.sole

    def errors(f: Futures) -> Array:
        cycle = (term.number("frequency") * f.time - term.number("phase")) % 1.0
        flight, stance = cycle / max(air, 1e-6), (cycle - air) / max(1 - air, 1e-6)
        flies = cycle < air
        high = np.where(flies, np.sin(np.pi * np.minimum(flight, 1.0)) * up, 0.0)
        way = np.where(flies, -np.cos(np.pi * np.minimum(flight, 1.0)), 1.0 - 2.0 * stance) * sweep / 2
        raised = f["pos", site][..., 2] - sole - high
        if not sweep:
            return raised[..., None]
        # on level ground under its hip; the steeper the trunk stands, the nearer to under its middle, or it would tip over
        rest = f["pos", body.trunk][..., :2] + along * f["z", body.trunk][..., 2:] * f["x", body.trunk][..., :2]
        ahead = ((f["pos", site][..., :2] - rest) * _ahead(f, body)).sum(axis=-1)
        return np.stack([raised, 0.5 * (ahead - way)], axis=-1)

    return errors


def _balance(term: Term, body: Legged) -> Errors:
    def errors(f: Futures) -> Array:
        feet = [f["pos", body.feet[n]] for n in FEET]
        high = np.array([foot[..., 2] for foot in feet])  # each number by itself: arrays of two or three are slow to go through
        low = 1.0 / (1.0 + (np.maximum(high - body.ground - body.sole, 0.0) / 0.03) ** 2)  # feet in the air carry nothing
        carried = low[0] + low[1] + low[2] + low[3]
        com, vel = f["com", body.trunk], f["com_vel", body.trunk]
        fall = np.sqrt(np.maximum(com[..., 2] - body.ground, 0.05) / GRAVITY)
        off = np.empty((*fall.shape, 2))
        for axis in (0, 1):
            middle = feet[0][..., axis] * low[0]
            for foot, share in zip(feet[1:], low[1:], strict=True):
                middle += foot[..., axis] * share
            off[..., axis] = com[..., axis] + vel[..., axis] * fall - middle / carried
        return off

    return errors


def _posture(term: Term, body: Legged) -> Errors:
    home = np.array(body.home)
    return lambda f: f.gathered("joint", body.joints) - home


def _effort(term: Term, body: Legged) -> Errors:
    return lambda f: f.gathered("force", body.actuators) / body.torque


def smoothness(term: Term, body: object) -> Errors:
    """Speed of the commands, as a share of 10 rad/s."""

    def errors(f: Futures) -> Array:
        speed = np.zeros_like(f.control)
        np.subtract(f.control[:, 1:], f.control[:, :-1], out=speed[:, 1:])
        speed /= 10.0 * f.dt
        return speed

    return errors


def _distance(term: Term, body: Legged) -> Errors:
    names = {"torso": body.trunk, **body.feet}
    a, b = (names.get(str(term.args[k]), str(term.args[k])) for k in ("a", "b"))
    target, sense = term.number("distance"), term.args["sense"]
    return lambda f: sided(np.sqrt(((f["pos", a] - f["pos", b]) ** 2).sum(axis=-1, keepdims=True)) - target, sense)


def _facing(term: Term, body: Legged) -> Errors:
    thing, angle = str(term.args["object"]), term.number("angle")

    def errors(f: Futures) -> Array:
        ahead, way = _ahead(f, body), f["pos", thing][..., :2] - f["pos", body.trunk][..., :2]
        off = np.arctan2(way[..., 1], way[..., 0]) - np.arctan2(ahead[..., 1], ahead[..., 0]) - angle
        return np.asarray(((off + np.pi) % (2 * np.pi) - np.pi)[..., None])

    return errors


TERMS: Mapping[str, Callable[[Term, Legged], Errors]] = {
    "torso_height": _height, "torso_pitch": _pitch, "torso_roll": _roll, "heading": _heading, "facing": _facing, "turning_speed": _turning,
    "forward_speed": _forward, "sideways_speed": _sideways, "position": _position, "hop": _hop, "foot_lift": _lift, "foot_reach": _reach,
    "foot_step": _step, "balance": _balance, "posture": _posture, "effort": _effort, "smoothness": smoothness, "distance": _distance,
}  # fmt: skip
