"""Driving a gripper by width and force: targets for its finger servos that close at its speed and press with no more than asked."""

from __future__ import annotations

from typing import Any

import numpy as np

from heedful.hardware.binding import Drive
from heedful.types import PartState

ARRIVED = 0.002
"""Distance from its target within which a width has arrived [m]."""
STALLED = 0.004
"""Speed below which a gripper that has not arrived is pressing on something [m/s]."""


def squeeze(drive: Drive, data: Any, stiffness: float, dt: float) -> list[float]:
    """The fingers' next joint targets: towards the width at the gripper's speed, never further ahead than the force allows.

    Fingers that stall short of their target press with the whole force, whatever the thing's width, as a real hand does.

    Args:
      drive: The gripper's; its `lead`, the width aimed at, goes along.
      data: The simulation's state.
      stiffness: Gain of one finger's servo [N/m, Nm/rad].
      dt: Control period [s].
    """
    travel = drive.travel
    assert travel is not None
    width, force = drive.goal.tolist()
    qpos, dofs, _ = drive.spans
    now = travel.width(data.qpos[qpos])
    row, spec = travel.row(now), drive.spec
    speed = abs(row.widening(data.qvel[dofs]))
    limit = min(max(force, 0.0), spec.force) / stiffness * row.give
    goal = min(max(width, float(spec.lower[0])), float(spec.upper[0]))
    away = goal - now
    if abs(away) <= ARRIVED:
        target = goal
    else:
        way = 1.0 if away > 0 else -1.0
        start = max(drive.lead, now) if away > 0 else min(drive.lead, now)  # a reversal lets go at once
        pressing = speed < STALLED or (start - goal) * way > 0
        aim = now + way * limit if pressing else goal
        step = float(drive.spec.velocity[0]) * dt
        target = start + min(max(aim - start, -step), step)
    drive.lead = min(max(target, now - limit), now + limit)
    return [q + slope * (drive.lead - row.width) for q, slope in zip(row.joints, row.slopes, strict=True)]


def gripping(drive: Drive, data: Any) -> PartState:
    """The gripper's measured width, its speed, and the force at each pad as the servos report it."""
    travel = drive.travel
    assert travel is not None
    qpos, dofs, ctrl = drive.spans
    width = travel.width(data.qpos[qpos])
    row = travel.row(width)
    pressed = zip(data.actuator_force[ctrl].tolist(), row.slopes, row.loads, strict=True)
    force = sum((-f if slope > 0 else f) / load for f, slope, load in pressed) / len(row.slopes)
    return PartState(np.array([width]), np.array([row.widening(data.qvel[dofs])]), None, max(0.0, force))
