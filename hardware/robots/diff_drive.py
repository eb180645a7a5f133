"""A base on two driven wheels and a caster, which goes forward and turns but not sideways: the part base.

Sources. Wheel radius 0.033 m, 0.160 m between the wheels, 0.22 m/s and 2.84 rad/s: ROBOTIS e-Manual, TurtleBot3 Burger. The base here is
twice that size and heavier, so that it could carry something: 12 kg in a disc, the same speeds.
"""

from __future__ import annotations

import functools

import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.types import PartSpec

JOINTS = ("base_x", "base_y", "base_yaw")
VELOCITY = (0.22, 0.0, 2.84)
"""Forward, sideways and turning [m/s, m/s, rad/s]: it cannot go sideways."""
RADIUS, HEIGHT = 0.18, 0.16
"""Of the disc [m]."""
WHEEL, TRACK = 0.066, 0.32
"""Radius of a wheel, and the way between the wheels [m]."""
GAIN, FORCE = (4000.0, 4000.0, 60.0), (120.0, 120.0, 8.0)
"""Of the speed servos that stand for the wheels [N s/m, Nms/rad], and the most they give [N, Nm]."""


def diff_drive() -> RobotDescription:
    """A base on two driven wheels, with a camera that looks ahead."""
    open_ended = np.full(3, np.inf)
    base = PartSpec("base", JOINTS, -open_ended, open_ended, np.array(VELOCITY), np.zeros(3))
    return RobotDescription(
        name="diff_drive", mjcf=_mjcf(), parts={"base": base}, actuators={"base": JOINTS},
        sources="ROBOTIS e-Manual, TurtleBot3 Burger, twice the size",
    )  # fmt: skip


@functools.cache
def _mjcf() -> str:
    import mujoco

    from heedful.hardware.robots.two_arms import written

    spec = mujoco.MjSpec()
    spec.modelname, spec.compiler.degree = "diff_drive", False
    spec.option.timestep, spec.option.integrator = 0.002, mujoco.mjtIntegrator.mjINT_IMPLICITFAST
    body = spec.worldbody.add_body(name="base", mass=12.0, ipos=[0, 0, 0.08], inertia=[0.12, 0.12, 0.2], explicitinertial=True)
    slide, hinge = mujoco.mjtJoint.mjJNT_SLIDE, mujoco.mjtJoint.mjJNT_HINGE
    for name, kind, axis, gain, force in zip(JOINTS, (slide, slide, hinge), np.eye(3).tolist(), GAIN, FORCE, strict=True):
        body.add_joint(name=name, type=kind, axis=axis)
        servo = spec.add_actuator(name=name, target=name, trntype=mujoco.mjtTrn.mjTRN_JOINT)
        servo.set_to_velocity(kv=gain)
        servo.forcelimited, servo.forcerange = mujoco.mjtLimited.mjLIMITED_TRUE, [-force, force]
    cylinder, seen = mujoco.mjtGeom.mjGEOM_CYLINDER, {"contype": 0, "conaffinity": 0, "group": 0, "mass": 0}
    middle, half = WHEEL / 2 + HEIGHT / 2, HEIGHT / 2
    body.add_geom(type=cylinder, size=[RADIUS, half, 0], pos=[0, 0, middle], rgba=[0.86, 0.87, 0.89, 1], **seen)
    body.add_geom(name="base_hull", type=cylinder, size=[RADIUS, half, 0], pos=[0, 0, middle], group=3, mass=0, rgba=[0.9, 0.5, 0.2, 0.4])
    for side in (-1, 1):
        at = [0, side * TRACK / 2, WHEEL]
        body.add_geom(type=cylinder, size=[WHEEL, 0.015, 0], pos=at, quat=[1, 1, 0, 0], rgba=[0.15, 0.15, 0.16, 1], **seen)
    body.add_geom(type=mujoco.mjtGeom.mjGEOM_SPHERE, size=[0.03, 0, 0], pos=[-0.13, 0, 0.03], rgba=[0.3, 0.3, 0.32, 1], **seen)
    box = mujoco.mjtGeom.mjGEOM_BOX
    body.add_geom(type=box, size=[0.012, 0.035, 0.015], pos=[RADIUS - 0.02, 0, 0.21], rgba=[0.16, 0.17, 0.20, 1], **seen)
    body.add_camera(name="front", pos=[RADIUS, 0, 0.21], quat=[0.5, 0.5, -0.5, -0.5], fovy=58.0)  # MuJoCo's looks along -z, y up
    return written(spec)
