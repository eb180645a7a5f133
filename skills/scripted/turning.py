"""Turning the lever of a faucet: its pin is taken between open fingers and led along its arc."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_from_matrix
from heedful.skills.grasps import LEAN, RETREAT, centred
from heedful.skills.scripted.motions import arm_of, body_of, follow, grip, nominal, others, straight, travel
from heedful.skills.skill import skill
from heedful.skills.thinking import fresh, think
from heedful.types import Body, Id, Motion, Observation, Outcome, Thing

BAR = 0.02
"""Room taken by a pin between the fingers [m]."""
SLACK = 0.008
"""Free play on either side of it [m]."""
PIN = (0.06, 0.02, 0.02)
"""What is kept clear of on the way to a pin: along it and across [m]."""
UP = 0.006
"""The tool point stays this far short of the middle of the pin, so that the tips do not meet what it stands on [m]."""
STEPS = 9
"""Way points along the arc."""
SPEED = 0.12
"""Of the tool along the arc [m/s]."""
OPENED, SHUT = 0.95, 0.03
"""Turned fractions that are aimed at."""
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
    """Joint positions over the pin, and along its arc [rad], with the tool pose at the pin."""

    above: Array
    at: Pose
    arc: list[Array]


def _turn(obs: Observation, faucet: Id, fraction: float) -> Motion:
    """Take the pin between the fingers, lead it along its arc until the fraction is seen, and leave it there."""
    arm, spec = arm_of(obs)
    body, hand = body_of(obs), spec.gripper
    assert obs.scene is not None
    thing, now = obs.scene.objects[faucet], obs.scene.joints[faucet]
    if thing.hinge is None or thing.handle is None:
        return Outcome.failed("no_handle", f"the {thing.name} has no lever that can be seen")
    shoulder = obs.scene.reach[arm].centre if arm in obs.scene.reach else np.zeros(3)
    near, clear = nominal(obs, arm), others(obs)
    sweep, obs = yield from think(obs, lambda: _choose(body, arm, thing, fraction - now, shoulder, clear, near))
    if isinstance(sweep, Outcome):
        return sweep
    obs = yield from grip(obs, hand, BAR + 2 * SLACK)
    obs, problem = yield from travel(obs, sweep.above, arm, [*clear, _pin(thing)])
    if problem is None:
        obs, problem = yield from straight(obs, sweep.at, arm, speed=0.12, lean=LEAN)
    if problem is not None:
        return problem
    way = abs(fraction - now) * thing.hinge.angle * float(np.linalg.norm(thing.handle.pos - thing.hinge.pos))
    sign = np.sign(fraction - now)

    def there(o: Observation) -> Outcome | None:
        seen = o.scene is not None and sign * (o.scene.joints[faucet] - fraction) >= 0
        return Outcome.succeeded() if seen else None

    obs, stuck = yield from follow(obs, arm, [nominal(obs, arm), *sweep.arc], until=there, lasting=way / SPEED)
    tool = body.fk(arm, nominal(obs, arm))
    obs, left = yield from straight(obs, tool @ Pose(np.array([0.0, 0.0, -RETREAT])), arm, speed=0.2, lean=LEAN)
    obs = yield from fresh(obs)
    assert obs.scene is not None
    now = obs.scene.joints[faucet]
    if abs(now - fraction) > TOLERANCE:
        why = stuck.sentence if stuck else "the lever slipped from between the fingers"
        return Outcome.failed("slipped" if stuck is None else stuck.code, f"the {thing.name} stands at {100 * now:.0f} %: {why}", now, fraction)
    return left or Outcome.succeeded(f"the {thing.name} is turned to {100 * now:.0f} %")


def _choose(
    body: Body, arm: str, thing: Thing, share: float, shoulder: Array, clear: list[Thing], near: Array
) -> Sweep | Outcome:
    """The first way of holding the hand in which the arm can lead the pin all along its arc without hitting anything."""
    why = Outcome.failed("unreachable", f"the {arm} cannot lead the lever of the {thing.name} along its whole way")
    for poses in _hands(thing, share, shoulder):
        poses = [centred(body, arm, p, BAR) for p in poses]
        arc, q = [], near
        for pose in poses:
            found = body.ik(arm, pose, q)
            if found is None or (arc and float(np.max(np.abs(found - q))) > 0.8):
                break
            arc.append(q := found)
        if len(arc) < len(poses):
            continue
        above = body.ik(arm, poses[0] @ Pose(np.array([0.0, 0.0, -RETREAT])), arc[0], lean=LEAN)
        if above is None or float(np.max(np.abs(above - arc[0]))) > 1.2:
            continue
        hits = (body.collision(arm, q, clear) for q in (arc[0], arc[len(arc) // 2], arc[-1]))
        if hit := next((h for h in hits if h), None) or body.collision(arm, above, [*clear, _pin(thing)]):
            why = Outcome.failed("no_way", f"the lever of the {thing.name} cannot be led along its way: {hit}")
            continue
        return Sweep(above, poses[0], arc)
    return why


def _hands(thing: Thing, share: float, shoulder: Array) -> Iterator[list[Pose]]:
    """Tool poses along the arc, from a hand that points down to one that reaches out; the hand stays in the upright plane through
    the arm's own column, where an arm with few joints has to keep it, and closes along the pin's way as far as it can."""
    assert thing.hinge is not None and thing.handle is not None
    hinge, arm = thing.hinge, thing.handle.pos - thing.hinge.pos
    turns = [quat_from_axis_angle(hinge.axis, share * hinge.angle * t) for t in np.linspace(0.0, 1.0, STEPS)]
    places = [hinge.pos + Pose(np.zeros(3), turn).apply(arm) for turn in turns]
    along = places[-1] - places[0]
    for pitch in np.deg2rad([90.0, 75.0, 60.0, 45.0, 30.0]):
        for side in (1.0, -1.0):
            found = []
            for place in places:
                out = place[:2] - shoulder[:2]
                out = np.array([*(out / np.linalg.norm(out)), 0.0])
                z = np.cos(pitch) * out - np.sin(pitch) * np.array([0.0, 0.0, 1.0])
                y = along - (along @ z) * z
                y *= side / np.linalg.norm(y)
                tool = Pose(place, quat_from_matrix(np.column_stack([np.cross(y, z), y, z])))
                found.append(tool @ Pose(np.array([0.0, 0.0, -UP])))
            yield found


def _pin(thing: Thing) -> Thing:
    """A lever's pin as a thing to keep clear of."""
    assert thing.handle is not None
    return replace(thing, id=f"{thing.id} lever", pose=thing.handle, size=np.array(PIN), shape="box", handle=None, hinge=None)
