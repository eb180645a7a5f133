"""What every tabletop has in common: physics options, table, floor, light, cameras and the robot in its place."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np
from numpy.typing import ArrayLike

from heedful.envs.layout import Rect
from heedful.envs.objects import BOX, VISUAL, solid
from heedful.envs.room import TABLE
from heedful.geometry import Array, Pose, quat_from_matrix
from heedful.hardware.attaching import attach
from heedful.hardware.description import RobotDescription
from heedful.types import Thing

PHYSICS_DT = 0.002
_THICK, _FLOOR = 0.04, -0.72


def stage(robot: RobotDescription, edges: Rect = TABLE) -> tuple[Any, Thing]:
    """A spec with the robot at its base pose before, or on, an empty table with those edges [m]; gives the spec and the table."""
    spec = mujoco.MjSpec()
    spec.modelname = f"tabletop_{robot.name}"
    physics(spec)
    scenery(spec)
    attach(spec, _robot(robot), robot.base)
    if not (edges[0] <= robot.base.pos[0] <= edges[1] and edges[2] <= robot.base.pos[1] <= edges[3]):
        _pedestal(spec, robot)
    table = _table(spec, edges)
    _cameras(spec, edges)
    return spec, table


def physics(spec: Any) -> None:
    """The options that every world of ours is simulated with."""
    option = spec.option
    option.timestep = PHYSICS_DT
    option.integrator = mujoco.mjtIntegrator.mjINT_IMPLICITFAST
    option.cone = mujoco.mjtCone.mjCONE_ELLIPTIC
    option.impratio = 20.0  # friction as stiff as this against contact: held things do not slip out, resting things do not creep
    option.iterations = 50
    option.tolerance = 1e-8


def _robot(robot: RobotDescription) -> Any:
    child = robot.spec()
    for part in robot.parts.values():
        site = next((s for s in child.sites if s.name == part.tool), None) if part.tool else None
        if site is not None and not any(c.name == "wrist" for c in child.cameras):
            frame = Pose(np.array(site.pos), np.array(site.quat))
            eye, target = frame.apply([0.07, 0, -0.05]), frame.apply([0.02, 0, 0.087])
            site.parent.add_camera(name="wrist", pos=eye, quat=look(eye, target, frame.matrix[:, 0]), fovy=80)
    return child


def _pedestal(spec: Any, robot: RobotDescription) -> None:
    if any(p.kind == "base" for p in robot.parts.values()):
        return
    x, y, z = robot.base.pos
    stand = spec.worldbody.add_body(name="pedestal", pos=(x - 0.04, y, (z + _FLOOR) / 2))
    solid(stand, BOX, (0.14, 0.16, (z - _FLOOR) / 2), rgba=(0.36, 0.37, 0.40, 1))


def _table(spec: Any, edges: Rect) -> Thing:
    x0, x1, y0, y1 = edges
    size = np.array([x1 - x0, y1 - y0, _THICK])
    table = spec.worldbody.add_body(name="table", pos=((x0 + x1) / 2, (y0 + y1) / 2, -_THICK / 2))
    solid(table, BOX, size / 2, rgba=(0.83, 0.79, 0.73, 1))
    leg = (-_THICK / 2 - _FLOOR) / 2
    for sx in (-1, 1):
        for sy in (-1, 1):
            at = (sx * (size[0] / 2 - 0.04), sy * (size[1] / 2 - 0.04), -leg)
            table.add_geom(type=BOX, size=(0.025, 0.025, leg), pos=at, rgba=(0.55, 0.55, 0.56, 1), contype=0, conaffinity=0, group=VISUAL)
    floor = spec.worldbody.add_body(name="floor", pos=(0.4, 0, _FLOOR - 0.05))
    solid(floor, BOX, (6, 6, 0.05), rgba=(0.84, 0.85, 0.87, 1))
    return Thing("table", "table", Pose.at(0, 0, 0), size, fixed=True)


def scenery(spec: Any) -> None:
    """Light, sky and how large pictures may be."""
    visual = spec.visual
    visual.quality.shadowsize = 0
    visual.headlight.ambient = (0.34, 0.34, 0.35)
    visual.headlight.diffuse = (0.20, 0.20, 0.20)
    visual.headlight.specular = (0.05, 0.05, 0.05)
    visual.map.znear = 0.01
    visual.map.zfar = 20.0
    visual.rgba.haze = (0.84, 0.85, 0.87, 1)
    visual.global_.offwidth, visual.global_.offheight = 1920, 1440
    spec.stat.extent, spec.stat.center = 1.0, (0.5, 0, 0.1)
    sky = {"type": mujoco.mjtTexture.mjTEXTURE_SKYBOX, "builtin": mujoco.mjtBuiltin.mjBUILTIN_GRADIENT, "width": 64, "height": 384}
    spec.add_texture(name="sky", rgb1=(0.95, 0.96, 0.97), rgb2=(0.80, 0.82, 0.85), **sky)
    sun = {"type": mujoco.mjtLightType.mjLIGHT_DIRECTIONAL, "ambient": (0, 0, 0), "specular": (0.12, 0.12, 0.12)}
    spec.worldbody.add_light(name="sun", pos=(0.2, -0.8, 2.5), dir=(0.35, 0.45, -1.0), diffuse=(0.42, 0.41, 0.39), castshadow=True, **sun)
    dim = (0.12, 0.125, 0.135)
    spec.worldbody.add_light(name="fill", pos=(1.5, 1.5, 2.0), dir=(-0.6, -0.5, -0.7), diffuse=dim, castshadow=False, **sun)


def _cameras(spec: Any, edges: Rect) -> None:
    up = (0, 0, 1)
    scale = min(1.0, 1.15 * (edges[1] - edges[0]) / (TABLE[1] - TABLE[0]) * 0.6) if edges != TABLE else 1.0
    shift = 0.0 if edges == TABLE else (edges[0] + edges[1]) / 2 - 0.58 + 0.12
    # Beside the table, where neither the robot nor the cabinet hides the drawer's front.
    front, at = (0.34 * scale + shift, -1.40 * scale, 0.92 * scale), (0.36 * scale + shift, 0.0, 0.20 * scale)
    spec.worldbody.add_camera(name="front", pos=front, quat=look(front, at, up), fovy=47)
    top = (0.52 * scale + shift, 0, 1.45 * scale)
    spec.worldbody.add_camera(name="top", pos=top, quat=look(top, (top[0], 0, 0), (1, 0, 0)), fovy=45)


def look(eye: ArrayLike, target: ArrayLike, up: ArrayLike) -> Array:
    """Orientation of a MuJoCo camera (it looks along its -z, y up) at `eye` towards `target`. Shape (4,)."""
    back = np.asarray(eye, dtype=float) - np.asarray(target, dtype=float)
    back /= np.linalg.norm(back)
    right = np.cross(np.asarray(up, dtype=float), back)
    right /= np.linalg.norm(right)
    return quat_from_matrix(np.stack([right, np.cross(back, right), back], axis=1))
