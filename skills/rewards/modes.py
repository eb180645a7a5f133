"""Modes: how commands are varied together, instead of number by number."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.description import RobotDescription
from heedful.types import Observation

LEGS = ("FR", "FL", "RR", "RL")
TOGETHER = np.array([[1, 1, 1, 1], [1, 1, -1, -1], [1, -1, 1, -1], [1, -1, -1, 1]]) / 2
"""How legs move together: all alike, front against rear, right against left, one diagonal against the other."""


@cache
def leg_modes() -> Array:
    """Each kind of joint in the legs together, mirrored where they are, and each joint by itself. Shape (24, 12), read-only."""
    mirrored = np.array([[-1.0 if leg[1] == "R" else 1.0, 1.0, 1.0] for leg in LEGS])
    together = [np.outer(way, np.eye(3)[j]) * mirrored for j in range(3) for way in TOGETHER]
    found = np.array([*(t.ravel() for t in together), *np.eye(12)])
    found.setflags(write=False)
    return found


def arm_modes(description: RobotDescription, observation: Observation) -> Array:
    """The hand along and about each axis of the world, each joint by itself, and the fingers. Shape (modes, commands)."""
    arm = description.arms[0]
    q = observation.parts[arm].q
    body: Any = observation.body
    _, jac = body.jacobian(arm, q)
    inverse = jac.T @ np.linalg.inv(jac @ jac.T + 1e-3 * np.eye(6))
    hand = inverse.T * np.array([0.5, 0.5, 0.5, 1.0, 1.0, 1.0])[:, None]
    count, fingers = len(q), bool(description.parts[arm].gripper)
    rows = np.zeros((6 + count + fingers, count + fingers))
    rows[:6, :count] = hand
    rows[6:, :] = 0.4 * np.eye(count + fingers)
    return rows
