"""A Panda on a base that drives in any direction: the parts base, arm and gripper.

Sources. The arm: see `panda`. The base is nobody's: 0.6 m/s and 1.2 rad/s, 60 kg, with drives of 400 N and 120 Nm and wheels that hold 80 N
and 25 Nm by friction, figures of the size that makers of such bases publish.
"""

from __future__ import annotations

import functools
from dataclasses import replace

import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.hardware.robots import panda
from heedful.hardware.robots.two_arms import written
from heedful.types import PartSpec

JOINTS = ("base_x", "base_y", "base_yaw")
VELOCITY = (0.6, 0.6, 1.2)
SIZE = (0.34, 0.44, 0.56)
"""Of the base's box [m]."""
HEIGHT = 0.70
"""From the floor to the arm's foot, which stands level with the table [m]."""
FORCE = (400.0, 400.0, 120.0)
FRICTION = (80.0, 80.0, 25.0)
GAIN = (20000.0, 20000.0, 1500.0)
"""Of the speed servos [N s/m, Nms/rad]."""


def mobile_panda() -> RobotDescription:
    """A Panda on a base that drives in any direction."""
    one, open_ended = panda.panda(), np.full(3, np.inf)
    base = PartSpec("base", JOINTS, -open_ended, open_ended, np.array(VELOCITY), np.zeros(3))
    return replace(
        one, name="mobile_panda", mjcf=_mjcf(), parts={"base": base, **one.parts}, actuators={"base": JOINTS, **one.actuators},
        sources=f"{one.sources}; the base is made up",
    )  # fmt: skip


@functools.cache
def _mjcf() -> str:
    import mujoco

    from heedful.hardware.attaching import like

    spec = like(panda.panda().spec(), "mobile_panda")
    body = spec.worldbody.add_body(name="base", mass=60.0, ipos=[0, 0, -0.45], inertia=[2.5, 2.0, 1.6], explicitinertial=True)
    slide, hinge = mujoco.mjtJoint.mjJNT_SLIDE, mujoco.mjtJoint.mjJNT_HINGE
    kinds = ((slide, (1, 0, 0)), (slide, (0, 1, 0)), (hinge, (0, 0, 1)))
    for name, (kind, axis), friction, gain, force in zip(JOINTS, kinds, FRICTION, GAIN, FORCE, strict=True):
        body.add_joint(name=name, type=kind, axis=axis, frictionloss=friction)
        servo = spec.add_actuator(name=name, target=name, trntype=mujoco.mjtTrn.mjTRN_JOINT)
        servo.set_to_velocity(kv=gain)
        servo.forcelimited, servo.forcerange = mujoco.mjtLimited.mjLIMITED_TRUE, [-force, force]
    half, low = np.array(SIZE) / 2, HEIGHT - SIZE[2] / 2
    box, seen = mujoco.mjtGeom.mjGEOM_BOX, {"contype": 0, "conaffinity": 0, "group": 0, "mass": 0}
    body.add_geom(type=box, size=half, pos=[0, 0, -low], rgba=[0.86, 0.87, 0.89, 1], **seen)
    body.add_geom(name="base_hull", type=box, size=half, pos=[0, 0, -low], group=3, mass=0, rgba=[0.9, 0.5, 0.2, 0.4])
    body.add_geom(type=box, size=[0.08, 0.09, 0.07], pos=[-0.05, 0, -0.07], rgba=[0.25, 0.26, 0.29, 1], **seen)
    for x in (-1, 1):
        for y in (-1, 1):
            at = [x * 0.11, y * 0.20, 0.075 - HEIGHT]
            wheel = {"type": mujoco.mjtGeom.mjGEOM_CYLINDER, "size": [0.075, 0.02, 0], "quat": [1, 1, 0, 0]}
            body.add_geom(pos=at, rgba=[0.15, 0.15, 0.16, 1], **wheel, **seen)
    spec.attach(panda.panda().spec(), frame=body.add_frame(), prefix="")
    return written(spec)
