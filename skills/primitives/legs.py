"""What the primitives of a robot on legs command: joint angles, an open-loop trot, and turning until the heading is right."""

from __future__ import annotations

from collections.abc import Generator, Mapping

import numpy as np

from heedful.geometry import Array
from heedful.hardware.robots.quadruped import FOOT, HEIGHT, HIP, LINK, LOWER, OFFSET, UPPER
from heedful.skills.primitives.calls import LEGS, Act
from heedful.types import Action, JointTarget, Observation

FREQUENCY, LIFT = 2.5, 0.06
"""Steps of each foot in a second, and how high it swings [m]."""
SLEW = 6.0
"""How fast legs go to joint angles that are set [rad/s]."""
GAIN, FASTEST, CONTENT = 2.5, 1.2, 0.08
"""Turning towards a heading: rad/s for each rad off, at most so fast [rad/s], and how far off is near enough [rad]."""
SWEEP = 0.09
"""How far a foot goes from beneath its hip, at most, forward and back [m]."""


def rest(leg: str, height: float = HEIGHT) -> Array:
    """Where a foot's middle is, from the trunk's, on a robot that stands `height` tall [m]. Shape (3,)."""
    front, side = _signs(leg)
    return np.array([front * HIP[0], side * (HIP[1] + OFFSET), FOOT - height])


def joints(leg: str, foot: Array) -> Array:
    """Abduction, hip and knee [rad] that bring a foot's middle to a place from the trunk's [m], or as near as the leg reaches.

    Closed form for a leg of two equal links: the thigh stands `OFFSET` to the side of the hip's axis.
    """
    front, side = _signs(leg)
    x, y, z = np.asarray(foot, dtype=float) - [front * HIP[0], side * HIP[1], 0.0]
    down = np.sqrt(max(y * y + z * z - OFFSET**2, 1e-6))
    abduction = np.arctan2(y, -z) - np.arctan2(side * OFFSET, down)
    abduction = (abduction + np.pi) % (2 * np.pi) - np.pi
    least, most = (2 * LINK * np.cos(k / 2) for k in (LOWER[2], UPPER[2]))
    far = float(np.hypot(x, down))
    if far < least:  # folded as far as it goes, the foot ahead of the hip
        x = np.copysign(np.sqrt(max(least**2 - down**2, 0.0)), x or 1.0)
        far = least
    knee = -2 * np.arccos(np.clip(min(far, most) / (2 * LINK), -1.0, 1.0))
    hip = np.arctan2(-x, down) - knee / 2
    found: Array = np.clip([abduction, hip, knee], LOWER, UPPER)
    return found


def trot(now: float, velocity: Array, height: float = HEIGHT) -> dict[str, Array]:
    """Each leg's joint angles [rad] in a trot: two diagonals in turns, feet on the ground going as the trunk does not.

    Args:
      now: Since it began [s].
      velocity: Of the trunk: forward, to the left [m/s], turning counter-clockwise [rad/s]. Shape (3,).
      height: Of the trunk's middle above the ground [m].
    """
    found = {}
    for leg in LEGS:
        place = rest(leg, height)
        phase = (FREQUENCY * now + (0.5 if leg in ("FL", "RR") else 0.0)) % 1.0
        over = velocity[:2] + velocity[2] * np.array([-place[1], place[0]])
        half = over / (4 * FREQUENCY)  # half of what it goes while on the ground
        half *= min(1.0, SWEEP / max(float(np.linalg.norm(half)), 1e-9))
        air, ground = phase / 0.5, (phase - 0.5) / 0.5
        if phase < 0.5:
            place[:2] -= np.cos(np.pi * air) * half
            place[2] += LIFT * np.sin(np.pi * air)
        else:
            place[:2] += (1.0 - 2.0 * ground) * half
        found[leg] = joints(leg, place)
    return found


def on_legs(obs: Observation, acts: tuple[Act, ...]) -> Generator[Action, Observation, Observation]:
    """Carry out calls, each stage for its time."""
    dt = obs.body.dt if obs.body is not None else 0.02
    last = obs.parts["legs"].q.copy()
    for act in acts:
        began, walking = obs.time, False
        while obs.time < began + act.for_s - 1e-9:
            wanted, moves = _wanted(act, obs, obs.time - began, walking)
            walking = moves
            goal = np.concatenate([wanted.get(leg, last[3 * i : 3 * i + 3]) for i, leg in enumerate(LEGS)])
            most = (21.0 if moves else SLEW) * dt
            last = last + np.clip(goal - last, -most, most)
            obs = yield Action({"legs": JointTarget(last.copy())})
    return obs


def _wanted(act: Act, obs: Observation, since: float, walking: bool) -> tuple[Mapping[str, Array], bool]:
    """Joint angles of the legs that something is wanted of, and whether it walks."""
    velocity, legs, walks = np.zeros(3), {}, False
    for call in act.calls:
        if call.name == "walk":
            velocity, walks = velocity + call.numbers, True
        elif call.name == "head_towards":
            off = (call.numbers[0] - _heading(obs) + np.pi) % (2 * np.pi) - np.pi
            if abs(off) > (CONTENT if walking else 2 * CONTENT):
                velocity[2] += np.clip(GAIN * off, -FASTEST, FASTEST)
                walks = True
        elif call.name == "set_target_joint_angles":
            legs[call.leg] = np.clip(call.numbers, LOWER, UPPER)
    if not walks and any(c.name == "head_towards" for c in act.calls):
        return {**{leg: joints(leg, rest(leg)) for leg in LEGS}, **legs}, False
    return ({**trot(since, velocity), **legs} if walks else legs), walks


def _heading(obs: Observation) -> float:
    pose = obs.parts["legs"].pose
    assert pose is not None
    return float(np.arctan2(*pose.matrix[1::-1, 0]))


def _signs(leg: str) -> tuple[int, int]:
    return (1 if leg[0] == "F" else -1), (1 if leg[1] == "L" else -1)
