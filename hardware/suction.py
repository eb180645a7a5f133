"""A vacuum cup as a gripper: a width that is either off or on, a seal that is felt, and a pull that acts through the cup's lip alone.

The pull is MuJoCo's adhesion: a force along the normals of the contacts that the lip has, of a limited size, which is what a vacuum under a
cup does; nothing is welded, and what is pulled off stays off. It acts only while the whole lip lies on one flat face: a cup that hangs over
an edge or stands on a round thing leaks, and holds nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from heedful.geometry import Array
from heedful.hardware.binding import Drive
from heedful.types import PartState

FILLING, LEAKING = 0.06, 0.02
"""Time constants with which the vacuum builds up under a sealed cup, and is lost under one that leaks [s]."""
FLAT = float(np.cos(np.deg2rad(10.0)))
"""Cosine of the largest angle between the face at any part of the lip and its mean."""
HELD = 0.5
"""Share of the vacuum from which the cup counts as holding."""


def suck(drive: Drive, model: Any, data: Any, dt: float) -> Array:
    """The next control of the cup's actuator, in [0, 1]; the drive's `lead` is the share of the vacuum that has built up.

    Args:
      drive: The gripper's.
      model: The world's model.
      data: The simulation's state.
      dt: Control period [s].
    """
    width, force = drive.goal
    on = width < drive.spec.upper[0] - 1e-6
    rising = on and sealed(drive, data)
    drive.lead += ((1.0 if rising else 0.0) - drive.lead) * min(1.0, dt / (FILLING if rising else LEAKING))
    full = float(model.actuator_gainprm[drive.ctrl[0], 0])
    return np.array([drive.lead * min(max(force, 0.0), drive.spec.force) / full])


def sealed(drive: Drive, data: Any) -> bool:
    """Whether every part of the lip lies on one and the same geom, and that is flat there."""
    pairs = data.contact.geom[: data.ncon]
    normals = data.contact.frame[: data.ncon, :3]
    under: dict[int, dict[int, Array]] = {}
    for mine, other, sign in ((pairs[:, 0], pairs[:, 1], 1.0), (pairs[:, 1], pairs[:, 0], -1.0)):
        for at in np.flatnonzero(np.isin(mine, drive.lip)):
            under.setdefault(int(other[at]), {})[int(mine[at])] = sign * normals[at]
    whole = [np.array(list(n.values())) for n in under.values() if len(n) == len(drive.lip)]
    return any(float((n @ (n.sum(axis=0) / np.linalg.norm(n.sum(axis=0)))).min()) >= FLAT for n in whole)


def sucking(drive: Drive, model: Any, data: Any) -> PartState:
    """The cup as a gripper: as wide as it is while it is off or holds something, 0 where it sucks air; and the pull it has now [N]."""
    off = drive.goal[0] >= drive.spec.upper[0] - 1e-6
    width = float(drive.spec.upper[0]) if off or drive.lead >= HELD else 0.0
    pull = float(data.ctrl[drive.ctrl[0]] * model.actuator_gainprm[drive.ctrl[0], 0])
    return PartState(np.array([width]), np.zeros(1), None, pull)
