"""What stands fast on a table: a button, a lamp, a faucet, a spill and a painted square, each a body and a Thing in its own frame."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np

from heedful.envs.objects import BOX, COLORS, CYLINDER, HIDDEN, STEEL, VISUAL, solid, thing, turned
from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_from_matrix
from heedful.types import Thing

CAPSULE, SPHERE = mujoco.mjtGeom.mjGEOM_CAPSULE, mujoco.mjtGeom.mjGEOM_SPHERE
SLIDE, HINGE = mujoco.mjtJoint.mjJNT_SLIDE, mujoco.mjtJoint.mjJNT_HINGE
LIMITED = mujoco.mjtLimited.mjLIMITED_TRUE

BUTTON = (0.09, 0.09, 0.037)
PRESS = 0.007
"""How far a button goes down [m]; its spring resists with 1 to 5 N."""
LAMP_RADIUS, LAMP_HEIGHT = 0.065, 0.28
FAUCET = (0.14, 0.05, 0.15)
LEVER = 0.09
"""From the axis of a faucet's lever to its pin [m]; it turns by a quarter, towards the spout."""
SPILL, CELL = 0.116, 0.016
"""Diameter of a spill and the pitch of its cells [m]."""
SQUARE = 0.14
PAINT = 0.001
"""Thickness of what is only painted on the table [m]."""

PORCELAIN, CHROME, COFFEE = (0.93, 0.93, 0.92, 1.0), (0.72, 0.74, 0.77, 1.0), (0.42, 0.26, 0.14, 1.0)
DARK, GLOW = (0.80, 0.79, 0.76, 1.0), (1.0, 0.90, 0.50, 1.0)
"""A lamp's shade unlit and lit."""
WATER = (0.45, 0.68, 0.92, 0.75)


def button(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A push button on a base, sprung, that lights the lamps or puts them out each time it is pressed."""
    x, y, height = BUTTON
    base = 0.025
    body = spec.worldbody.add_body(name=id, pos=(*pose.pos[:2], height / 2), quat=pose.quat)
    solid(body, BOX, [x / 2, y / 2, base / 2], [0, 0, (base - height) / 2], rgba=STEEL)
    cap = body.add_body(name=f"{id}_cap", pos=(0, 0, height / 2 - 0.011))
    spring = {"stiffness": 600.0, "springref": -0.0018, "damping": 4.0, "armature": 0.02}
    cap.add_joint(name=f"{id}_slide", type=SLIDE, axis=(0, 0, -1), range=(0, PRESS), limited=LIMITED, **spring)
    solid(cap, CYLINDER, [0.022, 0.011], mass=0.02, rgba=COLORS["red"])
    spec.add_exclude(bodyname1=id, bodyname2=f"{id}_cap")
    return thing(id, "button", np.array(BUTTON), fixed=True, slide=np.array([0, 0, -PRESS]))


def lamp(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A table lamp; whether it is lit is remembered by the world, and painted on its shade."""
    half, r = LAMP_HEIGHT / 2, LAMP_RADIUS
    body = spec.worldbody.add_body(name=id, pos=(*pose.pos[:2], half), quat=pose.quat)
    solid(body, CYLINDER, [0.052, 0.009], [0, 0, 0.009 - half], rgba=STEEL)
    solid(body, CYLINDER, [0.007, half - 0.04], [0, 0, -0.03], rgba=STEEL)
    solid(body, CYLINDER, [r, 0.045], [0, 0, half - 0.045], group=HIDDEN)
    shade = [(0.0, -0.09), (r - 0.003, -0.09), (r, -0.089), (0.036, -0.001), (0.034, 0.0), (0.0, 0.0)]
    turned(spec, body, f"{id}_shade", [(x, half + z) for x, z in shade], DARK, name=f"{id}_glow")
    return thing(id, "lamp", np.array([2 * r, 2 * r, 2 * half]), fixed=True, shape="cylinder")


def faucet(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """A faucet whose lever turns a quarter about the upright, from its side to over the spout, which faces the robot."""
    x, y, height = FAUCET
    facing = quat_from_axis_angle((0, 0, 1), np.pi + 0.1 * pose.yaw)
    body = spec.worldbody.add_body(name=id, pos=(*pose.pos[:2], height / 2), quat=facing)
    half = height / 2
    solid(body, BOX, [x / 2, y / 2, 0.005], [0, 0, 0.005 - half], rgba=CHROME)
    solid(body, CYLINDER, [0.016, half - 0.002], [0, 0, -0.002], rgba=CHROME)
    level = quat_from_axis_angle((0, 1, 0), np.pi / 2)
    solid(body, CAPSULE, [0.009, 0.026], [0.030, 0, half - 0.035], quat=level, rgba=CHROME)
    solid(body, CYLINDER, [0.009, 0.010], [0.058, 0, half - 0.048], rgba=CHROME)
    fall = half - 0.030
    body.add_geom(
        name=f"{id}_water", type=CYLINDER, size=[0.0045, fall, 0], pos=[0.058, 0, half - 0.058 - fall + 0.004], rgba=(*WATER[:3], 0.0),
        contype=0, conaffinity=0, group=VISUAL, mass=0,
    )  # fmt: skip
    lever = body.add_body(name=f"{id}_lever", pos=(0, 0, half))
    # A spec reads hinge ranges in degrees.
    drag = {"frictionloss": 0.04, "damping": 0.02, "armature": 0.001}
    lever.add_joint(name=f"{id}_hinge", type=HINGE, axis=(0, 0, -1), range=(0, 90), limited=LIMITED, **drag)
    solid(lever, CYLINDER, [0.018, 0.006], [0, 0, 0.006], mass=0.03, rgba=STEEL)
    upright = quat_from_axis_angle((1, 0, 0), np.pi / 2)
    solid(lever, CAPSULE, [0.006, LEVER / 2], [0, LEVER / 2, 0.008], quat=upright, mass=0.03, rgba=STEEL)
    solid(lever, CAPSULE, [0.007, 0.020], [0, LEVER, 0.026], mass=0.02, rgba=STEEL)
    spec.add_exclude(bodyname1=id, bodyname2=f"{id}_lever")
    # The pin: x up along it, z out from the axis.
    grip = Pose(np.array([0, LEVER, 0.028]), quat_from_matrix([[0, 1, 0], [0, 0, 1], [1, 0, 0]]))
    return thing(id, "faucet", np.array(FAUCET), fixed=True, handle=grip)


def spill(spec: Any, id: str, pose: Pose, color: str = "", size: str = "") -> Thing:
    """Spilt coffee: cells that vanish as a sponge passes over them."""
    body = spec.worldbody.add_body(name=id, pos=(*pose.pos[:2], PAINT / 2), quat=pose.quat)
    for i, (x, y) in enumerate(cells()):
        body.add_geom(
            name=f"{id}_cell_{i}", type=CYLINDER, size=[0.0125, PAINT / 2, 0], pos=[x, y, 0.00002 * i], rgba=COFFEE, contype=0,
            conaffinity=0, group=VISUAL, mass=0,
        )  # fmt: skip
    return thing(id, "spill", np.array([SPILL, SPILL, PAINT]), fixed=True, shape="cylinder", attributes=frozenset({"painted"}))


def cells() -> Array:
    """Centres of a spill's cells in its frame [m]. Shape (n, 2)."""
    side = np.arange(-3, 4) * CELL
    grid = np.array([(x, y) for x in side for y in side])
    found: Array = grid[np.hypot(grid[:, 0], grid[:, 1]) <= SPILL / 2 - 0.006]
    return found


def square(spec: Any, id: str, pose: Pose, color: str, size: str = "") -> Thing:
    """A square painted on the table."""
    half = SQUARE / 2
    body = spec.worldbody.add_body(name=id, pos=(*pose.pos[:2], PAINT / 2), quat=pose.quat)
    paint = {"type": BOX, "contype": 0, "conaffinity": 0, "group": VISUAL, "mass": 0}
    pale = tuple(0.45 * c + 0.5 for c in COLORS[color][:3])
    body.add_geom(size=[half, half, PAINT / 2], rgba=COLORS[color], **paint)
    body.add_geom(size=[half - 0.008, half - 0.008, PAINT / 2 + 0.0002], rgba=(*pale, 1.0), **paint)
    return thing(id, "square", np.array([SQUARE, SQUARE, PAINT]), fixed=True, color=color, attributes=frozenset({"painted"}))


BUILDERS = {"button": button, "lamp": lamp, "faucet": faucet, "spill": spill, "square": square}
FOOTPRINTS = {"button": 0.064, "lamp": LAMP_RADIUS, "faucet": 0.105, "spill": SPILL / 2, "square": 0.099}
