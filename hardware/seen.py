"""What somebody who stands behind the robot sees of a small motion, in words: for guided moves, and for telling of simulated ones."""

from __future__ import annotations

import numpy as np

from heedful.geometry import Pose, rotation_vector

SHIFT, TURN = 0.003, 0.01
"""Less than this is no motion [m, rad]."""
WAYS = (("away from the robot", "towards the robot"), ("to the left", "to the right"), ("up", "down"))
"""Along x, y and z of the world, as seen from behind the robot."""
TURNS = (
    ("rolled clockwise, as seen from behind the robot", "rolled counter-clockwise, as seen from behind the robot"),
    ("nodded forward and down", "leaned back and up"),
    ("turned to the left", "turned to the right"),
)
"""About x, y and z of the world. A turn is told by its sense alone: which way that carries the hand depends on joints further out, whose
directions may not be known yet."""


def turned(before: Pose, after: Pose) -> str:
    """Which way the tool was turned [world]; empty for less than TURN."""
    turn = before.matrix @ rotation_vector((before.inverse() @ after).quat)
    if float(np.linalg.norm(turn)) < TURN:
        return ""
    axis = int(np.argmax(np.abs(turn)))
    return TURNS[axis][int(turn[axis] < 0)]


def movement(before: Pose, after: Pose) -> str:
    """How the hand moved and turned [world]."""
    step = after.pos - before.pos
    axis = int(np.argmax(np.abs(step)))
    moved = f"moved {WAYS[axis][int(step[axis] < 0)]} by {1000 * abs(float(step[axis])):.0f} mm" if abs(step[axis]) >= SHIFT else ""
    return f"the hand {' and '.join(w for w in (turned(before, after), moved) if w) or 'is where it was'}"
