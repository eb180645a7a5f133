"""A four-legged robot of twelve joints, with the dimensions and masses of Unitree's A1, as primitive shapes.

Sources. Frames, masses, inertias, ranges and torque limit: unitreerobotics/unitree_ros, robots/a1_description (BSD-3), as google-deepmind's
mujoco_menagerie `unitree_a1` has them; joint speed 21 rad/s: the same URDF. The position servos' gain is what Unitree's own examples and
menagerie use. Shapes are boxes, capsules and spheres about the same places. Names are menagerie's.
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np

from heedful.geometry import Pose
from heedful.hardware.description import RobotDescription
from heedful.types import PartSpec

LEGS = ("FR", "FL", "RR", "RL")
"""Front and rear, right and left, in the order of the joints."""
JOINTS = tuple(f"{leg}_{joint}_joint" for leg in LEGS for joint in ("hip", "thigh", "calf"))
HIP, OFFSET, LINK, FOOT = (0.183, 0.047), 0.08505, 0.2, 0.02
"""Where the hips are, how far out the thighs stand from them, how long thigh and calf are, and the foot's radius [m]."""
LOWER, UPPER = (-0.802851, -1.0472, -2.69653), (0.802851, 4.18879, -0.916298)
TORQUE, SPEED = 33.5, 21.0
STANCE = (0.0, 0.9, -1.8)
"""Abduction, hip and knee of each leg at rest [rad]."""
HEIGHT = 0.27
"""Of the trunk's middle above the ground at rest [m]."""
STIFFNESS, DAMPING, ABDUCTION_DAMPING = 100.0, 2.0, 1.0
TRUNK = (0.267, 0.194, 0.114)
"""The trunk's box [m]."""


def quadruped() -> RobotDescription:
    """A four-legged robot that stands on the ground, free to go anywhere."""
    lower, upper, home = (np.tile(v, 4).astype(float) for v in (LOWER, UPPER, STANCE))
    legs = PartSpec("torso", JOINTS, lower, upper, np.full(12, SPEED), home, tool="trunk")
    return RobotDescription(
        name="quadruped", mjcf=_mjcf(), parts={"legs": legs}, actuators={"legs": JOINTS}, base=Pose.at(0.0, 0.0, HEIGHT),
        sources="unitreerobotics/unitree_ros a1_description; google-deepmind/mujoco_menagerie unitree_a1",
    )  # fmt: skip


@functools.cache
def _mjcf() -> str:
    import mujoco

    from heedful.hardware.robots.two_arms import written

    spec = mujoco.MjSpec()
    spec.modelname, spec.compiler.degree = "quadruped", False
    spec.option.timestep, spec.option.integrator = 0.002, mujoco.mjtIntegrator.mjINT_IMPLICITFAST
    spec.option.cone, spec.option.impratio = mujoco.mjtCone.mjCONE_ELLIPTIC, 100.0
    trunk = spec.worldbody.add_body(
        name="trunk", mass=4.713, ipos=[0, 0.0041, -0.0005], explicitinertial=True,
        fullinertia=[0.0158533, 0.0377999, 0.0456542, -3.66e-05, -6.11e-05, -2.75e-05],
    )  # fmt: skip
    trunk.add_freejoint(name="free")
    trunk.add_site(name="trunk", group=4)
    _shape(trunk, "box", np.array(TRUNK) / 2 - [0, 0.04, 0], (0.92, 0.93, 0.95, 1))
    for y in (-0.045, 0.045):
        _shape(trunk, "capsule", (0.05, 0.10), (0.92, 0.93, 0.95, 1), pos=(0, y, 0), quat=(1, 0, 1, 0))
    _shape(trunk, "box", (0.02, 0.05, 0.035), (0.16, 0.17, 0.20, 1), pos=(0.235, 0, 0.005), name="head")
    for leg in LEGS:
        _leg(trunk, leg)
    for leg in LEGS:
        for joint in ("hip", "thigh", "calf"):
            name = f"{leg}_{joint}_joint"
            servo = spec.add_actuator(name=name, target=name, trntype=mujoco.mjtTrn.mjTRN_JOINT)
            servo.set_to_position(kp=STIFFNESS)
            servo.forcelimited, servo.forcerange = mujoco.mjtLimited.mjLIMITED_TRUE, [-TORQUE, TORQUE]
    return written(spec)


def _leg(trunk: Any, leg: str) -> None:
    front, side = 1 if leg[0] == "F" else -1, 1 if leg[1] == "L" else -1
    dark, light, tip = (0.20, 0.21, 0.24, 1), (0.55, 0.57, 0.62, 1), (0.95, 0.55, 0.15, 1) if front > 0 else (0.25, 0.45, 0.85, 1)
    hip = trunk.add_body(
        name=f"{leg}_hip", pos=[front * HIP[0], side * HIP[1], 0], mass=0.696, explicitinertial=True,
        ipos=[-front * 0.003311, side * 0.000635, 3.1e-05], inertia=[0.00046898, 0.00080775, 0.00055293],
    )  # fmt: skip
    _joint(hip, f"{leg}_hip_joint", (1, 0, 0), 0, ABDUCTION_DAMPING)
    _shape(hip, "cylinder", (0.042, 0.035), dark, pos=(0, side * 0.05, 0), quat=(1, 1, 0, 0))
    thigh = hip.add_body(
        name=f"{leg}_thigh", pos=[0, side * OFFSET, 0], mass=1.013, explicitinertial=True,
        ipos=[-0.003237, -side * 0.022327, -0.027326], inertia=[0.00555739, 0.00513936, 0.00133944],
    )  # fmt: skip
    _joint(thigh, f"{leg}_thigh_joint", (0, 1, 0), 1, DAMPING)
    _shape(thigh, "capsule", (0.02,), light, fromto=(0, 0, -0.01, 0, 0, -LINK + 0.01))
    calf = thigh.add_body(
        name=f"{leg}_calf", pos=[0, 0, -LINK], mass=0.226, explicitinertial=True,
        ipos=[0.00472659, 0, -0.131975], inertia=[0.00340344, 0.00339393, 3.54834e-05],
    )  # fmt: skip
    _joint(calf, f"{leg}_calf_joint", (0, 1, 0), 2, DAMPING)
    _shape(calf, "capsule", (0.013,), dark, fromto=(0, 0, -0.01, 0, 0, -LINK + 0.01))
    foot = _shape(calf, "sphere", (FOOT,), tip, pos=(0, 0, -LINK), name=f"{leg}_foot")
    foot.condim, foot.priority, foot.friction, foot.solimp[:3] = 6, 1, [0.8, 0.02, 0.01], [0.015, 1, 0.031]
    calf.add_site(name=f"{leg}_foot", pos=[0, 0, -LINK], group=4)


def _joint(body: Any, name: str, axis: tuple[int, int, int], row: int, damping: float) -> None:
    import mujoco

    body.add_joint(
        name=name, type=mujoco.mjtJoint.mjJNT_HINGE, axis=axis, range=[LOWER[row], UPPER[row]], limited=mujoco.mjtLimited.mjLIMITED_TRUE,
        damping=damping, armature=0.01, frictionloss=0.2,
    )  # fmt: skip


def _shape(body: Any, kind: str, size: Any, rgba: tuple[float, ...], **at: Any) -> Any:
    import mujoco

    full = [*np.asarray(size, dtype=float).tolist(), 0.0, 0.0][:3]
    type_ = getattr(mujoco.mjtGeom, f"mjGEOM_{kind.upper()}")
    return body.add_geom(type=type_, size=full, rgba=rgba, mass=0, friction=[0.6, 0.005, 0.0001], margin=0.001, **at)
