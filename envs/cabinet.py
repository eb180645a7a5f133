"""A cabinet with one drawer that slides out towards the robot, pulled by a bar."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np

from heedful.envs.objects import BOX, PALE_WOOD, STEEL, solid
from heedful.geometry import Pose, quat_from_matrix
from heedful.types import Cavity, Thing

DEPTH, WIDTH, HEIGHT = 0.22, 0.24, 0.13
"""Outer size of the cabinet along x, y and z [m]."""
TRAVEL = 0.17
"""How far the drawer opens [m]."""
HANDLE = 0.052
"""From the drawer's front to the axis of its bar [m]."""
SLIDE = "drawer_slide"

_WALL = 0.012
_TRAY, _TRAY_BOTTOM, _TRAY_TOP = (0.20, 0.210), 0.014, 0.082
_FLOOR, _SIDE, _PANEL = 0.008, 0.008, 0.014


def cabinet(spec: Any, front: float, y: float) -> tuple[Thing, Thing]:
    """Stand a cabinet on the table with its closed front at x = `front` and its middle at `y` [m]; gives the cabinet and its drawer."""
    shell = spec.worldbody.add_body(name="cabinet", pos=(front + DEPTH / 2, y, HEIGHT / 2))
    for size, pos in (
        ((DEPTH, WIDTH, _WALL), (0, 0, (HEIGHT - _WALL) / 2)),
        ((DEPTH, WIDTH, 0.01), (0, 0, (0.01 - HEIGHT) / 2)),
        ((DEPTH, _WALL, HEIGHT - _WALL - 0.01), (0, (WIDTH - _WALL) / 2, (0.01 - _WALL) / 2)),
        ((DEPTH, _WALL, HEIGHT - _WALL - 0.01), (0, (_WALL - WIDTH) / 2, (0.01 - _WALL) / 2)),
        ((_WALL, WIDTH - 2 * _WALL, HEIGHT - _WALL - 0.01), ((DEPTH - _WALL) / 2, 0, (0.01 - _WALL) / 2)),
    ):
        solid(shell, BOX, np.array(size) / 2, pos)
    drawer = _drawer(spec, shell)
    body = Thing("cabinet", "cabinet", Pose.at(0, 0, 0), np.array([DEPTH, WIDTH, HEIGHT]), fixed=True, attributes=frozenset({"wooden"}))
    return body, drawer


def _drawer(spec: Any, shell: Any) -> Thing:
    depth, width = _TRAY
    height = _TRAY_TOP - _TRAY_BOTTOM
    tray = shell.add_body(name="drawer", pos=((depth - DEPTH) / 2, 0, (_TRAY_TOP + _TRAY_BOTTOM - HEIGHT) / 2))
    # Friction holds it where it was left; damping keeps a push from sending it flying.
    slide = {"frictionloss": 1.0, "damping": 6.0, "armature": 0.05, "limited": mujoco.mjtLimited.mjLIMITED_TRUE}
    tray.add_joint(name=SLIDE, type=mujoco.mjtJoint.mjJNT_SLIDE, axis=(-1, 0, 0), range=(0, TRAVEL), **slide)
    base = -height / 2
    floor, back, side, front = 0.25, 0.06, 0.08, 0.15
    solid(tray, BOX, (depth / 2, width / 2, _FLOOR / 2), (0, 0, base + _FLOOR / 2), mass=floor, rgba=PALE_WOOD)
    wall = (height - _FLOOR) / 2
    solid(tray, BOX, (_SIDE / 2, width / 2, wall), ((depth - _SIDE) / 2, 0, _FLOOR / 2), mass=back, rgba=PALE_WOOD)
    for sign in (-1, 1):
        half, at = (depth - _SIDE - _PANEL) / 2, ((_PANEL - _SIDE) / 2, sign * (width - _SIDE) / 2, _FLOOR / 2)
        solid(tray, BOX, (half, _SIDE / 2, wall), at, mass=side, rgba=PALE_WOOD)
    panel = 0.100
    lift = 0.013 + panel / 2 - (_TRAY_TOP + _TRAY_BOTTOM) / 2
    solid(tray, BOX, (_PANEL / 2, 0.106, panel / 2), ((_PANEL - depth) / 2, 0, lift), mass=front, rgba=PALE_WOOD)
    bar, tall, z = -depth / 2 - HANDLE, 0.048, 0.075 - (_TRAY_TOP + _TRAY_BOTTOM) / 2
    solid(tray, BOX, (0.007, 0.008, tall / 2), (bar, 0, z), mass=0.03, rgba=STEEL)
    post = (HANDLE - 0.007) / 2
    for sign in (-1, 1):
        solid(tray, BOX, (post, 0.004, 0.004), (bar + 0.007 + post, 0, z + sign * (tall / 2 - 0.004)), mass=0.01, rgba=STEEL)
    spec.add_exclude(bodyname1="cabinet", bodyname2="drawer")
    inside = np.array([depth - _SIDE - _PANEL, width - 2 * _SIDE, height - _FLOOR])
    cavity = Cavity(np.array([(_PANEL - _SIDE) / 2, 0, _FLOOR / 2]), inside)
    # The bar: x up along it, y across it as the fingers close, z out of it towards the hand.
    handle = Pose(np.array([bar, 0, z]), quat_from_matrix([[0, 0, -1], [0, 1, 0], [1, 0, 0]]))
    return Thing(
        "drawer", "drawer", Pose.at(0, 0, 0), np.array([depth, width, height]), fixed=True, cavity=cavity, handle=handle,
        slide=np.array([-TRAVEL, 0, 0]), attributes=frozenset({"wooden"}),
    )  # fmt: skip


def swept(front: float, y: float) -> tuple[float, float, float, float]:
    """What the cabinet covers of the table with its drawer anywhere between closed and open: x0, x1, y0, y1 [m]."""
    return front - TRAVEL - HANDLE - 0.01, front + DEPTH, y - WIDTH / 2, y + WIDTH / 2
