"""A cabinet with a drawer that slides out towards the robot, pulled by a bar, and where wanted a compartment on it with a hinged door."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np

from heedful.envs.objects import BOX, PALE_WOOD, STEEL, solid
from heedful.geometry import Pose, quat_from_matrix
from heedful.types import Cavity, Id, Thing

DEPTH, WIDTH, HEIGHT = 0.22, 0.24, 0.13
"""Outer size of the cabinet along x, y and z [m]."""
TRAVEL = 0.17
"""How far the drawer opens [m]."""
HANDLE = 0.052
"""From the drawer's front to the axis of its bar [m]."""
SLIDE = "drawer_slide"

COMPARTMENT = 0.17
"""Height of the compartment with the door [m]."""
SWING = np.deg2rad(100.0)
"""How far the door opens [rad]."""

_WALL = 0.012
_TRAY, _TRAY_BOTTOM, _TRAY_TOP = (0.20, 0.210), 0.014, 0.082
_FLOOR, _SIDE, _PANEL = 0.008, 0.008, 0.014


def cabinet(spec: Any, front: float, y: float, door: bool = False) -> dict[Id, Thing]:
    """Stand a cabinet on the table with its closed front at x = `front` and its middle at `y` [m]; gives it, its drawer and its door."""
    height = HEIGHT + COMPARTMENT * door
    shell = spec.worldbody.add_body(name="cabinet", pos=(front + DEPTH / 2, y, height / 2))
    drop = (HEIGHT - height) / 2  # of the drawer's part beneath the middle of the whole
    for size, pos in (
        ((DEPTH, WIDTH, _WALL), (0, 0, drop + (HEIGHT - _WALL) / 2)),
        ((DEPTH, WIDTH, 0.01), (0, 0, drop + (0.01 - HEIGHT) / 2)),
        ((DEPTH, _WALL, HEIGHT - _WALL - 0.01), (0, (WIDTH - _WALL) / 2, drop + (0.01 - _WALL) / 2)),
        ((DEPTH, _WALL, HEIGHT - _WALL - 0.01), (0, (_WALL - WIDTH) / 2, drop + (0.01 - _WALL) / 2)),
        ((_WALL, WIDTH - 2 * _WALL, HEIGHT - _WALL - 0.01), ((DEPTH - _WALL) / 2, 0, drop + (0.01 - _WALL) / 2)),
    ):
        solid(shell, BOX, np.array(size) / 2, pos)
    whole = np.array([DEPTH, WIDTH, height])
    found = {
        "cabinet": Thing("cabinet", "cabinet", Pose.at(0, 0, 0), whole, fixed=True, attributes=frozenset({"wooden"})),
        "drawer": _drawer(spec, shell, drop),
    }
    return found | ({"door": _door(spec, shell, drop + HEIGHT / 2, 1.0 if y >= 0 else -1.0)} if door else {})


def _door(spec: Any, shell: Any, base: float, side: float) -> Thing:
    """The compartment that stands `base` [m] above the shell's middle; its door hangs at the side away from the table's middle."""
    inner = COMPARTMENT - _WALL
    middle = base + inner / 2
    solid(shell, BOX, (DEPTH / 2, WIDTH / 2, _WALL / 2), (0, 0, base + COMPARTMENT - _WALL / 2))
    for sign in (-1, 1):
        solid(shell, BOX, (DEPTH / 2, _WALL / 2, inner / 2), (0, sign * (WIDTH - _WALL) / 2, middle))
    solid(shell, BOX, (_WALL / 2, WIDTH / 2 - _WALL, inner / 2), ((DEPTH - _WALL) / 2, 0, middle))
    thick, wide, tall = 0.014, WIDTH - 0.004, COMPARTMENT - 0.006
    # The body's origin is the panel's middle; it turns about its outer edge.
    panel = shell.add_body(name="door", pos=(-(DEPTH + thick) / 2 - 0.001, 0, base + COMPARTMENT / 2))
    hang = {"frictionloss": 0.06, "damping": 0.10, "armature": 0.002, "limited": mujoco.mjtLimited.mjLIMITED_TRUE}
    # A spec reads hinge ranges in degrees.
    edge = (-thick / 2, side * (wide / 2 + 0.002), 0)
    panel.add_joint(name="door_hinge", type=mujoco.mjtJoint.mjJNT_HINGE, pos=edge, axis=(0, 0, -side), range=(0, np.rad2deg(SWING)), **hang)
    solid(panel, BOX, (thick / 2, wide / 2, tall / 2), mass=0.35, rgba=PALE_WOOD)
    bar, at, long = -thick / 2 - HANDLE + 0.010, -side * (wide / 2 - 0.035), 0.07
    solid(panel, BOX, (0.007, 0.008, long / 2), (bar, at, 0), mass=0.03, rgba=STEEL)
    post = -(bar + 0.007 + thick / 2) / 2
    for sign in (-1, 1):
        solid(panel, BOX, (post, 0.004, 0.004), (bar + 0.007 + post, at, sign * (long / 2 - 0.006)), mass=0.01, rgba=STEEL)
    spec.add_exclude(bodyname1="cabinet", bodyname2="door")
    handle = Pose(np.array([bar, at, 0]), quat_from_matrix([[0, 0, -1], [0, 1, 0], [1, 0, 0]]))
    size = np.array([thick, wide, tall])
    return Thing("door", "door", Pose.at(0, 0, 0), size, fixed=True, handle=handle, attributes=frozenset({"wooden"}))


def _drawer(spec: Any, shell: Any, drop: float) -> Thing:
    depth, width = _TRAY
    height = _TRAY_TOP - _TRAY_BOTTOM
    tray = shell.add_body(name="drawer", pos=((depth - DEPTH) / 2, 0, drop + (_TRAY_TOP + _TRAY_BOTTOM - HEIGHT) / 2))
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
