"""A hand with one driven jaw: how its angle makes a width, and what it presses with."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.hardware.travel import Travel

PRESS = 42.0
"""What a stalled jaw would press with at the pads [N] (`hardware/robots/so101.py`)."""


def jaw_travel(description: RobotDescription, gripper: str) -> Travel:
    """How the jaw's angle makes the width. Raises ValueError for a gripper of several driven fingers."""
    rows = description.finger_travel.get(gripper) if isinstance(description.finger_travel, Mapping) else None
    if not rows or len(rows[0]) != 2:
        raise ValueError(f"{description.name}.{gripper} is no gripper with one driven jaw, whose travel is told in rows of width and angle")
    return Travel(np.array([r[0] for r in rows]), np.array([[r[1]] for r in rows]))
