"""What goes without saying of a thing that a reward is about: how the hand comes, when the fingers close, how it is carried, when it is
let go."""

from __future__ import annotations

import numpy as np

from heedful.geometry import Array, Pose
from heedful.skills.rewards.arm_terms import Arm, errors_of, lowest
from heedful.skills.rewards.catalogue import CATALOGUE
from heedful.skills.rewards.errands import LIFTS, attainable
from heedful.skills.rewards.legged_terms import Errors
from heedful.skills.rewards.means import Means
from heedful.skills.rewards.norms import Norm
from heedful.skills.rewards.reward import Term, term
from heedful.skills.rewards.sensing import Futures, Kind
from heedful.skills.rewards.taking import BACK

ASKEW, STEEP = 0.03, 4.0
"""What a radian askew counts beside the line [m], and how steeply the hand comes down to it."""
AXES: tuple[tuple[Kind, int], ...] = (("y", 1), ("z", 2))
"""Axes of the hand that say how it is turned."""
LATERAL = 0.012
"""How far beside its line the hand may be while it goes in [m]."""
CLEAR = {True: 0.10, False: 0.03}
"""How high a thing is carried that is to be turned, and one that is not [m]."""
LINK = 0.01
"""From a link to the table, at least [m]."""
CLOSELY = 0.002
"""The same while something is set down where it was found that the wrist clears the table [m]."""
MIDDLE = 0.02
"""How near to the middle of a drawer a thing is lowered into it [m]."""
SWIFT = 0.5
"""Speed of a hand that handles things, at most [m/s]."""
THERE = 0.5
"""Share of what is allowed within which a thing is where it should be."""
DOWN = 0.012
"""How high above where it stood a thing is let go at most [m]."""
GROUND = 0.006
"""The same of a thing that was turned, and may stand on an edge [m]."""
RISEN = 0.025
"""How high above the table a thing is while it is turned, at least [m]."""


def handling(means: Means) -> list[tuple[Term, Errors]]:
    """Terms that every reward about a thing has beside its own, once it is known how it is taken hold of."""
    hold, body, errand = means.hold, means.body, means.errand
    calm = (term("hand_speed", 6.0, limit=SWIFT), _haste(body))
    room = (term("hand_height", 5.0, Norm("l2", 0.01)), sunk(body, CLOSELY if means.lowering else LINK))
    safe = [calm, room] if body.links else [calm]
    if hold is None:
        return safe
    frame, back = errand.frame, BACK
    place, axes = hold.grasp.pos, hold.grasp.matrix
    tool = body.tool

    def turned(f: Futures, vector: Array) -> Array:
        return np.asarray(f["x", frame] * vector[0] + f["y", frame] * vector[1] + f["z", frame] * vector[2])

    def off(f: Futures) -> Array:
        """Of the hand from its place: beside the line that it goes in along, and along that from where it should be by then."""

        def compute() -> Array:
            away = f["pos", tool] - f["pos", frame] - turned(f, place)
            inward = turned(f, axes[:, 2])
            behind = -(away * inward).sum(axis=-1)
            beside = np.sqrt(np.maximum((away * away).sum(axis=-1) - behind**2, 0.0))
            tilt = np.sqrt((askew(f) ** 2).sum(axis=-1))
            wanted = np.clip(STEEP * (beside + ASKEW * tilt - LATERAL), 0.0, back)
            return np.stack([beside, behind - wanted], axis=-1)

        return f.keep((id(means), "off"), compute)

    def askew(f: Futures) -> Array:
        return f.keep((id(means), "askew"), lambda: np.concatenate([f[k, tool] - turned(f, axes[:, i]) for k, i in AXES], axis=-1))

    def grip(f: Futures) -> Array:
        wanted = np.full(f.values.shape[:2], hold.shut if means.closing or means.holding else hold.open)
        if not (errand.loose and errand.kind == "thing"):
            return np.asarray(f.control[..., -1:] - wanted[..., None])
        done = _done(means, f)
        wanted = np.where(done, hold.open, wanted)
        kept = (hold.open - hold.shut) * np.logical_and(means.holding, np.logical_not(done))  # no less than done and not let go
        return np.stack([f.control[..., -1] - wanted, kept], axis=-1)

    sharp = Norm("l2", 0.01)
    if means.left and means.seen is not None:
        here = hold.chosen @ hold.grasp
        stands = _beyond(tool, here.pos if means.quiet else hold.apart if hold.apart is not None else here.apply([0.0, 0.0, -back]))
        away = [(term("grip", 1.5, sharp, width=0.0), stands), (term("grip", 1.0, sharp, width=0.0), grip), *safe]
        if means.quiet:  # where it was seen a moment ago, in the middle of its fall, tells nothing of what comes of it
            return away
        settled = (term("grip", 1.0, Norm("l2", 0.1), width=0.0), _unsettled(means))
        return [*away, settled, (term("grip", 3.0, sharp, width=0.0), _moved(errand.id, means.seen))]
    found: list[tuple[Term, Errors]] = [
        (term("grip", 1.5, sharp, width=0.0), off), (term("grip", 1.0, sharp, width=0.0), grip),
        (term("grip", 0.3, Norm("l2", 0.05), width=0.0), askew),
        *safe,
    ]  # fmt: skip
    if means.waiting and means.seen is not None and not means.holding:
        found.append((term("grip", 3.0, sharp, width=0.0), _stirred(means.errand.id, means.seen)))
    elif means.holding and hold.turned is not None and hold.over is not None:
        found += _turning(means, hold.turned @ hold.grasp, hold.way[0] if hold.way else hold.over)
    elif errand.kind == "thing" and errand.loose and not any(t.name in LIFTS for t in errand.terms):
        found.append((term("grip", 1.0, Norm("l2", 0.005), width=0.0), _height(means)))
    return found


def _turning(means: Means, goal: Pose, ahead: Array) -> list[tuple[Term, Errors]]:
    """What is turned in the air comes above where it is set down, with the arm as it has room to come down from there, and then straight
    down: not every way of holding it turned leaves the wrist room."""
    body = means.body
    if means.lowering:
        return [(term("grip", 2.0, Norm("l2", 0.005), width=0.0), _aligned(body, goal))]
    low, start = lowest(body, means.errand.id), means.body.start[means.errand.id][2]
    return [
        (term("grip", 1.5, Norm("l2", 0.05), width=0.0), lambda f: f.gathered("joint", body.joints) - ahead),
        (term("grip", 3.0, Norm("l2", 0.005), width=0.0), lambda f: np.maximum(start + RISEN - low(f), 0.0)),
        (term("hand_height", 30.0, Norm("l2", 0.005)), sunk(body)),
    ]


def _aligned(body: Arm, goal: Pose) -> Errors:
    """How far the hand is from where it sets down what it turns [m], and how far it is turned from there, a radian as much as 20 cm."""
    y, z = goal.matrix[:, 1], goal.matrix[:, 2]
    tool = body.tool
    return lambda f: np.concatenate([f["pos", tool] - goal.pos, 0.2 * (f["y", tool] - y), 0.2 * (f["z", tool] - z)], axis=-1)


def sunk(body: Arm, room: float = LINK) -> Errors:
    """How much nearer to the table each capsule of the wrist is than it may be [m]: the envelope lets no link touch it."""

    def errors(f: Futures) -> Array:
        lowest = [f["pos", g][..., 2] - half * np.abs(f["z", g][..., 2]) - radius for g, (half, radius) in body.links.items()]
        return np.stack([np.maximum(body.table + room - low, 0.0) for low in lowest], axis=-1)

    return errors


def _haste(body: Arm) -> Errors:
    return lambda f: np.maximum(np.sqrt((f["vel", body.tool] ** 2).sum(axis=-1, keepdims=True)) - SWIFT, 0.0)


def _beyond(tool: str, place: Array) -> Errors:
    """How far a hand that let go is from where it stands [m], however what it let go settles."""
    return lambda f: f["pos", tool] - place


def _unsettled(means: Means) -> Errors:
    """How much further a thing is from where it should be than what is done, as a share of what is allowed."""
    left = _left(means)
    return lambda f: np.maximum(left(f) - THERE, 0.0)[..., None]


def _moved(id: str, pose: Pose) -> Errors:
    """How far a thing has got from where it was along the table [m]."""
    return lambda f: (f["pos", id] - pose.pos)[..., :2]


def _stirred(id: str, pose: Pose) -> Errors:
    """How far a thing has got from where it was, and how much it has tilted, a radian as much as 10 cm."""
    return lambda f: np.concatenate([f["pos", id] - pose.pos, 0.1 * (f["z", id] - pose.matrix[:, 2])], axis=-1)


def _left(means: Means) -> Errors:
    """How far the thing is from where it should be along the table and in how it is turned, as shares of what is allowed."""
    made = [
        (errors_of(t, means.body), max(CATALOGUE[t.name].within or 1.0, 1e-3), _beside(t, means)) for t in means.errand.terms
        if t.name not in LIFTS
    ]  # fmt: skip

    def errors(f: Futures) -> Array:
        def compute() -> Array:
            worst = [np.maximum(np.sqrt((e(f) ** 2).sum(axis=-1)) - spare, 0.0) / within for e, within, spare in made]
            return np.max(worst, axis=0) if worst else np.zeros(f.values.shape[:2])

        return f.keep((id(means), "left"), compute)

    return errors


def _beside(one: Term, means: Means) -> float:
    """How far from its target a thing stays by what can be done: beside another, or tipped when it is let go."""
    if one.name == "distance" and one.args["sense"] == "at_most":
        return max(attainable(one, means.body) - one.number("distance"), 0.0)
    turned = means.hold.turned if means.hold is not None else None
    if one.name == "object_tilt" and turned is not None and means.holding:
        up = float(np.clip(turned.matrix[2, 2], -1, 1))
        shape = means.body.things.get(means.errand.id)
        alike = shape is not None and shape.alike and one.number("angle") < np.pi / 2
        return float(abs(np.arccos(abs(up) if alike else up) - one.number("angle")))
    return 0.0


def _done(means: Means, f: Futures) -> Array:
    """Whether a thing is where it should be and stands on something. Shape (samples, steps)."""
    there = _left(means)(f) <= THERE
    if not any(t.name in LIFTS for t in means.errand.terms):
        near = means.walls + (GROUND if means.holding and means.hold is not None and means.hold.over is not None else DOWN)
        there = there & (lowest(means.body, means.errand.id)(f)[..., 0] <= means.body.start[means.errand.id][2] + near)
    else:
        made = [errors_of(t, means.body) for t in means.errand.terms if t.name in LIFTS]
        there = there & np.all([np.abs(e(f))[..., 0] <= DOWN for e in made], axis=0)
    return np.asarray(there)


def _height(means: Means) -> Errors:
    """How high a thing is, less how high it is carried as far as it still has to go, and set down where it has not."""
    left, low, start = _left(means), lowest(means.body, means.errand.id), means.body.start[means.errand.id][2]
    clear = means.walls + CLEAR[means.errand.turns]

    into = means.errand.into if means.walls > 0.0 else None

    def errors(f: Futures) -> Array:
        if into is None:
            wanted = clear * np.clip((left(f) - THERE) / THERE, 0.0, 1.0)
        else:  # not before it is clear of the walls
            apart = np.sqrt(((f["pos", means.errand.id] - f["pos", into])[..., :2] ** 2).sum(axis=-1))
            wanted = clear * np.clip(apart / MIDDLE - 1.0, 0.0, 1.0)
        return np.asarray(low(f) - start - wanted[..., None])

    return errors
