"""Informed candidates for a plan: what the hand could do next for a reward's thing, as commands that are judged like any others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.hardware.body import twist_between
from heedful.skills.rewards.holds import Hold
from heedful.skills.rewards.means import AHEAD, Means
from heedful.skills.rewards.taking import BACK
from heedful.types import Observation

SPEED, SPIN, JOINTS = 0.45, 1.6, 1.4
"""Of the hand [m/s] and [rad/s], and of the fastest joint where the joints go straight [rad/s]."""
SLOWLY = 0.5
"""Share of the speed at which the hand goes in, and things are set down."""
RAISED = 0.12
"""How far something is raised out of the way [m]."""
LOWER = 0.005
"""How much lower the hand is at the next turn of its way down, at least [m]."""
CLOSE = 0.05
"""How near to its place the hand is where the fingers may close [m]."""


@dataclass(frozen=True, slots=True, eq=False)
class Drafts:
    """Draws up commands from a moment on.

    Args:
      body: The robot's kinematics.
      arm: Which arm.
      last: The command given last. Shape (commands,).
      here: The hand, as commanded last.
      times: Of the knots [s].
      limit: Speed of the hand that may not be exceeded [m/s].
    """

    body: Any
    arm: str
    last: Array
    here: Pose
    times: Array
    limit: float = SPEED

    @property
    def count(self) -> int:
        return len(self.last) - 1

    def stay(self, width: float) -> Array:
        """Where it is, with the fingers so wide [m]."""
        knots = np.tile(self.last, (len(self.times), 1))
        knots[1:, -1] = width
        return knots

    def through(self, goals: Sequence[Array], width: float, pace: float = 1.0) -> Array:
        """The joints straight to one goal after the other [rad]."""
        knots = self.stay(width)
        points = np.array([self.last[: self.count], *goals])
        reached = np.concatenate([[0.0], np.cumsum(np.abs(np.diff(points, axis=0)).max(axis=1) + 1e-6)])
        along = self.times * JOINTS * pace * min(1.0, self.limit / SPEED)
        knots[:, : self.count] = np.stack([np.interp(along, reached, column) for column in points.T], axis=-1)
        return knots

    def led(self, way: Callable[[float], Pose], width: float) -> Array:
        """The hand along poses of the world, told at each time [s]."""
        knots, before = self.stay(width), self.here
        q = self.last[: self.count]
        for i, t in enumerate(self.times.tolist()):
            if i == 0:
                continue
            there = way(t)
            twist = twist_between(before, there)
            q, before = self.body.shift(self.arm, q, twist[:3], twist[3:]), there
            knots[i, : self.count] = q
        return knots

    def straight(self, goal: Pose, width: float, pace: float = 1.0) -> Array:
        """The hand straight to a pose."""
        return self.led(lambda t: towards(self.here, goal, t, min(SPEED * pace, self.limit), SPIN * pace), width)


def towards(here: Pose, goal: Pose, t: float, speed: float, spin: float) -> Pose:
    """Where the hand is on its way straight to a pose after a time [s]."""
    twist = twist_between(here, goal)
    far, angle = float(np.linalg.norm(twist[:3])), float(np.linalg.norm(twist[3:]))
    share = min(1.0, t / max(far / speed, angle / spin, 1e-6))
    turn = quat_from_axis_angle(twist[3:], angle * share) if angle > 1e-9 else np.array([1.0, 0.0, 0.0, 0.0])
    return Pose(here.pos + share * twist[:3], quat_mul(turn, here.quat))


def proposals(means: Means, obs: Observation, last: Array, times: Array, limit: float = SPEED) -> Array:
    """Commands that the reward's terms and the measured state suggest. Shape (proposals, knots, commands).

    Args:
      means: What the reward takes.
      obs: Where everything is.
      last: The command given last. Shape (commands,).
      times: Of the knots [s]. Shape (knots,).
      limit: Speed of the hand that may not be exceeded [m/s].
    """
    hold, thing, here = means.hold, means.thing(obs), obs.parts[means.arm].pose
    if hold is None or thing is None or here is None:
        return np.zeros((0, len(times), len(last)))
    body: Any = obs.body
    here = body.fk(means.arm, last[: len(body.parts[means.arm].joints)])  # as commanded: what is measured comes a moment later
    draft = Drafts(body, means.arm, last, here, times, min(limit, SPEED))
    place = means.errand.at(thing) @ hold.grasp
    back = place @ Pose(np.array([0.0, 0.0, -BACK]))
    near = here.distance(place)[0] <= CLOSE
    found = [draft.stay(hold.open), draft.stay(hold.shut), draft.straight(place, hold.open, SLOWLY)]
    if near:
        found += [shutting(found[2], hold.shut, k) for k in range(1, len(times))]
    if not means.held(obs):
        found += [draft.through([hold.approach], hold.open), draft.straight(back, hold.open), draft.straight(place, hold.open)]
        found += [draft.through([hold.at], hold.open)]
        away = here @ Pose(np.array([0.0, 0.0, -BACK]))
        found += [draft.straight(away, hold.open)]
    if means.left and hold.away:
        found += [draft.through(hold.away, hold.open, pace) for pace in (1.0, SLOWLY)]
    if near and means.errand.kind == "joint":
        found += [draft.led(partial(along_joint, means, obs, hold.grasp, s), hold.shut) for s in (0.6, 1.2)]
    elif near and means.errand.kind == "thing":
        found += _carrying(draft, means, obs, hold)
    return np.array(found)


def shutting(knots: Array, width: float, at: int) -> Array:
    """The same with the fingers closing from a knot on."""
    made: Array = knots.copy()
    made[at:, -1] = width
    return made


def along_joint(means: Means, obs: Observation, grasp: Pose, pace: float, t: float) -> Pose:
    """The hand after a time [s], where the joint opens or closes at a pace [share/s]."""
    thing = means.thing(obs)
    assert thing is not None
    return means.goal(obs, thing, min(pace * t, AHEAD)) @ grasp


def _carrying(draft: Drafts, means: Means, obs: Observation, hold: Hold) -> list[Array]:
    """What is held: raised, raised where it is to go, turned where it is, and brought there."""
    thing = means.thing(obs)
    assert thing is not None
    goal = means.goal(obs, thing) @ hold.grasp
    here, shut = draft.here, hold.shut
    high = max(float(goal.pos[2]), float(here.pos[2]))
    over = Pose(np.array([*goal.pos[:2], high]), goal.quat)
    found = [
        draft.straight(here.shifted((0.0, 0.0, RAISED)), shut), draft.straight(goal, shut), draft.straight(goal, shut, SLOWLY),
        draft.straight(over, shut), draft.straight(Pose(here.pos, goal.quat), shut),
        draft.straight(Pose(here.pos + np.array([0.0, 0.0, RAISED]), goal.quat), shut),
        draft.straight(here.shifted((0.0, 0.0, -0.03)), shut, SLOWLY),
    ]  # fmt: skip
    if means.errand.loose and hold.over is None:
        down = here.shifted((0.0, 0.0, means.body.start[thing.id][2] - thing.bottom))
        lowered = draft.straight(down, shut, SLOWLY)
        found += [lowered, *(shutting(lowered, hold.open, k) for k in range(1, len(draft.times)))]
    if means.lowering:
        lower = [q for q in hold.down if draft.body.fk(means.arm, q).pos[2] < here.pos[2] - LOWER] or list(hold.down[-1:])
        for way in (draft.straight(goal, shut, SLOWLY), draft.through(lower, shut, SLOWLY)):
            found += [way, *(shutting(way, hold.open, k) for k in range(1, len(draft.times)))]
    if hold.over is not None:
        found += [
            draft.through([hold.way[0] if hold.way else hold.over], shut),
            draft.straight(Pose(np.array([*here.pos[:2], goal.pos[2]]), here.quat), shut, SLOWLY),
        ]
    return found
