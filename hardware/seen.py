"""What somebody who stands behind the robot sees of a small motion, in words: for guided moves, and for telling of simulated ones."""

from __future__ import annotations

import numpy as np

from heedful.geometry import Pose, rotation_vector

SHIFT = 0.003
"""A tool that moved less than this has turned only [m]."""
WAYS = (("away from the robot", "towards the robot"), ("to the left", "to the right"), ("up", "down"))
"""Along x, y and z of the world, as seen from behind the robot."""


def movement(before: Pose, after: Pose) -> str:
    """Which way the tool went [world], or turned."""
    step = after.pos - before.pos
    turn = rotation_vector((before.inverse() @ after).quat)
    if float(np.linalg.norm(step)) >= SHIFT:
        axis = int(np.argmax(np.abs(step)))
        return f"the hand moved {WAYS[axis][int(step[axis] < 0)]} by {1000 * abs(float(step[axis])):.0f} mm"
    if float(np.linalg.norm(turn)) < 0.01:
        return "nothing moved"
    axis = int(np.argmax(np.abs(turn)))
    if axis == 2:
        return f"the hand turned {'clockwise' if turn[2] > 0 else 'counter-clockwise'} as seen from behind the hand, along the fingers"
    return f"the hand tilted by {np.degrees(np.linalg.norm(turn)):.0f}°"
