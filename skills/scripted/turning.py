"""Turning the lever of a faucet: its pin is taken between open fingers and led along its arc."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_from_matrix
from heedful.skills.grasps import LEAN, RETREAT, centred
from heedful.skills.scripted.motions import arm_of, body_of, first_way, follow, grip, nominal, others, straight
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh
from heedful.types import Body, Id, Motion, Observation, Outcome, Thing

BAR = 0.02
"""Room taken by a pin between the fingers [m]."""
SLACK = 0.008
"""Free play on either side of it [m]."""
PIN = (0.055, 0.014, 0.014)
"""What is kept clear of on the way to a pin: along it and across [m]."""
HIGH = 0.008
"""How far above its middle a pin is held, so that the tips do not meet what it stands on; and a bar's middle above its axis's end [m]."""
DEEP = (0.0, 0.02, 0.04)
"""How far behind the tool point the pin may be between the fingers, where it is too near to the arm for the tips [m]."""
STEPS = 9
"""Way points along the arc."""
PITCHES = np.deg2rad([90.0, 65.0, 42.0, 20.0])
"""How far below the level the hand may point, in the order in which it is tried [rad]."""
SPEED = 0.12
"""Of the tool along the arc [m/s]."""
STEADY = 0.35
"""How far the hand may lean on its way along the arc [rad]."""
BACK, HALF_BACK = Pose(np.array([0.0, 0.0, -RETREAT])), Pose(np.array([0.0, 0.0, -RETREAT / 2]))
"""How the hand is drawn back from a lever, in its own frame."""
ACROSS = 0.6
"""The fingers close along the lever's way at least so far: the cosine of the angle between the two."""
OPENED, SHUT = (0.95, 0.5), (0.03, 0.15)
"""Turned fractions that are aimed at, and that must be reached at least: water runs from 0.3."""
TOLERANCE = 0.15
"""How far from the aim a lever may be left."""


@skill(
    requires="hand_empty & turnable(faucet) & ~running(faucet) & reachable(faucet)",
    effects="running(faucet)",
    touches="faucet",
    timeout=30.0,
)
def turn_on(obs: Observation, faucet: Id) -> Motion:
    """Turn a faucet on by its lever.

    Args:
      faucet: The faucet.
    """
    return (yield from _turn(obs, faucet, OPENED))


@skill(
    requires="hand_empty & turnable(faucet) & running(faucet) & reachable(faucet)",
    effects="~running(faucet)",
    post="~running(faucet)",
    touches="faucet",
    timeout=30.0,
)
def turn_off(obs: Observation, faucet: Id) -> Motion:
    """Turn a faucet off by its lever.

    Args:
      faucet: The faucet.
    """
    return (yield from _turn(obs, faucet, SHUT))


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Joint positions over the pin, and along its arc [rad], and the fraction that it leads to."""

    above: Array
    arc: list[Array]
    fraction: float


def _turn(obs: Observation, faucet: Id, aims: tuple[float, float]) -> Motion:
    """Take the pin between the fingers, lead it along its arc until the fraction is seen, and leave it there."""
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    assert obs.scene is not None
    thing, now = obs.scene.objects[faucet], obs.scene.joints[faucet]
    if thing.hinge is None or thing.handle is None:
        return Outcome.failed("no_handle", f"the {thing.name} has no lever that can be seen")
    shoulder = obs.scene.reach[arm].centre if arm in obs.scene.reach else np.zeros(3)
    near, clear = nominal(obs, arm), others(obs)
    ways = _ways(body, arm, thing, now, *aims, shoulder, clear, near)
    obs, sweep = yield from first_way(obs, ways, lambda way: way.above, arm, [*clear, *_lever(thing)])
    if isinstance(sweep, Outcome):
        return sweep
    fraction = sweep.fraction
    obs = yield from grip(obs, hand, BAR + 2 * SLACK)
    obs, problem = yield from straight(obs, body.fk(arm, sweep.arc[0]), arm, speed=0.12, lean=LEAN)
    if problem is not None:
        return problem
    way = abs(fraction - now) * thing.hinge.angle * float(np.linalg.norm(thing.handle.pos - thing.hinge.pos))
    sign = np.sign(fraction - now)

    def there(o: Observation) -> Outcome | None:
        seen = o.scene is not None and sign * (o.scene.joints[faucet] - fraction) >= 0
        return Outcome.succeeded() if seen else None

    obs, stuck = yield from follow(obs, arm, [nominal(obs, arm), *sweep.arc], until=there, lasting=way / SPEED)
    tool = body.fk(arm, nominal(obs, arm))
    for away in (tool @ BACK, tool.shifted((0.0, 0.0, RETREAT)), tool @ HALF_BACK):  # near its own column an arm cannot draw back far
        obs, left = yield from straight(obs, away, arm, speed=0.2, lean=LEAN)
        if left is None or left.code != "unreachable":
            break
    obs = yield from fresh(obs)
    assert obs.scene is not None
    now = obs.scene.joints[faucet]
    if abs(now - fraction) > TOLERANCE:
        why = stuck.sentence if stuck else "the lever slipped from between the fingers"
        code = "slipped" if stuck is None else stuck.code
        return Outcome.failed(code, f"the {thing.name} stands at {100 * now:.0f} %: {why}", now, fraction)
    return left or Outcome.succeeded(f"the {thing.name} is turned to {100 * now:.0f} %")


def _ways(
    body: Body, arm: str, thing: Thing, now: float, aim: float, least: float, shoulder: Array, clear: list[Thing], near: Array
) -> Iterator[Sweep | Outcome]:
    """Ways of holding the lever in which the arm can lead it to the aim without hitting anything; after them those that lead it past the
    least that is wanted, the furthest first; at last why there is no other."""
    why = Outcome.failed("unreachable", f"the {arm} cannot lead the lever of the {thing.name} far enough along its way")
    partly: list[Sweep] = []
    around = [t for t in clear if t.id != thing.id]
    for (hold, deep), pitch, side in product(_holds(thing), PITCHES, (1.0, -1.0)):
        places, ways = _arc(thing, hold, now, aim)
        hands = [partial(_hand, body, arm, p, shoulder, pitch, side * w) for p, w in zip(places, ways, strict=True)]
        arc = _led(body, arm, hands, ways, deep, near)
        fraction = now + (aim - now) * (len(arc) - 1) / (STEPS - 1)
        short = len(arc) < STEPS
        if not arc or (short and (fraction - least) * (aim - least) < 0):
            continue
        above = body.ik(arm, body.fk(arm, arc[0]) @ BACK, arc[0], lean=LEAN)
        if above is None or float(np.max(np.abs(above - arc[0]))) > 1.2:
            continue
        hits = (body.collision(arm, q, [*around, _column(thing)]) for q in (arc[0], arc[len(arc) // 2], arc[-1]))
        if hit := next((h for h in hits if h), None) or body.collision(arm, above, [*clear, *_lever(thing)]):
            why = Outcome.failed("no_way", f"the lever of the {thing.name} cannot be led along its way: {hit}")
            continue
        if short:
            partly.append(Sweep(above, arc, fraction))
        else:
            yield Sweep(above, arc, fraction)
    yield from sorted(partly, key=lambda sweep: -len(sweep.arc))
    yield why


def _holds(thing: Thing) -> list[tuple[Array, tuple[float, ...]]]:
    """Where a lever can be taken between the fingers [m], and how deep between them: by its pin, or by the bar that carries it."""
    assert thing.hinge is not None and thing.handle is not None
    pin, root = thing.handle.pos, thing.hinge.pos
    bar = np.array([*(pin - root)[:2], 0.0])
    found = [(thing.handle.apply(np.array([HIGH, 0.0, 0.0])), DEEP)]
    return found + [(root + share * bar + np.array([0.0, 0.0, 2 * HIGH]), DEEP[:1]) for share in (0.75, 0.5)]


def _arc(thing: Thing, hold: Array, now: float, aim: float) -> tuple[list[Array], list[Array]]:
    """Places of what is held from one turned fraction to another [m], and the directions in which it moves there."""
    assert thing.hinge is not None
    hinge = thing.hinge
    turns = [quat_from_axis_angle(hinge.axis, (aim - now) * hinge.angle * t) for t in np.linspace(0.0, 1.0, STEPS)]
    places = [hinge.pos + Pose(np.zeros(3), turn).apply(hold - hinge.pos) for turn in turns]
    ways = [np.cross(hinge.axis, place - hinge.pos) for place in places]
    return places, [way / np.linalg.norm(way) for way in ways]


def _led(
    body: Body, arm: str, hands: Sequence[Callable[[float], Pose]], ways: Sequence[Array], deep: Sequence[float], near: Array
) -> list[Array]:
    """Joint positions along the arc [rad] as far as the arm can go, what is held as near to the tips as it can be."""
    found: list[Array] = []
    for hand, way in zip(hands, ways, strict=True):
        for depth in deep:
            q = body.ik(arm, hand(depth), found[-1] if found else near, lean=STEADY)
            if q is None or (found and float(np.max(np.abs(q - found[-1]))) > 0.8):
                continue
            if abs(float(body.fk(arm, q).matrix[:, 1] @ way)) >= ACROSS:
                found.append(q)
                break
        else:
            break
    return found


def _hand(body: Body, arm: str, place: Array, shoulder: Array, pitch: float, along: Array, deep: float) -> Pose:
    """A tool pose with a place between the fingers, `deep` [m] behind the tool point, pointing so far below the level and closing along a
    direction as far as that goes; in the upright plane through the arm's own column, where an arm with few joints has to stay."""
    at = place
    for _ in range(3):  # a hand with one moving jaw stands beside the place, and so in another plane through the column
        out = at[:2] - shoulder[:2]
        out = np.array([*(out / np.linalg.norm(out)), 0.0])
        z = np.cos(pitch) * out - np.sin(pitch) * np.array([0.0, 0.0, 1.0])
        y = along - (along @ z) * z
        y /= max(float(np.linalg.norm(y)), 1e-6)
        tool = Pose(place + deep * z, quat_from_matrix(np.column_stack([np.cross(y, z), y, z])))
        tool = centred(body, arm, tool, BAR)
        at = tool.pos
    return tool


def _lever(thing: Thing) -> list[Thing]:
    """A lever as things to keep clear of: its pin and the bar that carries it."""
    assert thing.handle is not None and thing.hinge is not None
    pin, root = thing.handle.pos, thing.hinge.pos
    bar = np.array([*(pin - root)[:2], 0.0])
    long = float(np.linalg.norm(bar))
    x, y, z = root + bar / 2 + np.array([0.0, 0.0, HIGH])
    lying = Pose.at(x, y, z, float(np.arctan2(bar[1], bar[0])))
    plain = replace(thing, shape="box", handle=None, hinge=None)
    return [
        replace(plain, id=f"{thing.id} pin", pose=thing.handle, size=np.array(PIN)),
        replace(plain, id=f"{thing.id} bar", pose=lying, size=np.array([long, *PIN[1:]])),
    ]


def _column(thing: Thing) -> Thing:
    """What a lever stands on, as slim as its thing is narrow: fingers that hold the bar reach in over the rest of it."""
    assert thing.hinge is not None
    x, y, top = thing.hinge.pos
    slim, tall = float(min(thing.size[:2])), top - thing.bottom
    pose = Pose(np.array([x, y, thing.bottom + tall / 2]))
    return replace(thing, pose=pose, size=np.array([slim, slim, tall]), shape="cylinder", handle=None, hinge=None)
