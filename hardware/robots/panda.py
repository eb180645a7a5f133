"""Franka Emika Panda with its hand: published kinematics, limits and dynamics, as primitive shapes or with Menagerie's meshes.

Sources. Kinematics (Craig's Denavit-Hartenberg parameters), limits of position, velocity and torque: Franka Control Interface
documentation, "Robot and interface specifications". Masses, centres of mass and inertias: Gaz, Cognetti, Oliva, Robuffo Giordano and
De Luca, IEEE RA-L 4(4), 2019. Hand (0.73 kg, 80 mm stroke, 70 N continuous, 50 mm/s a finger): Franka Hand data sheet. Servo gains and
joint names: MuJoCo Menagerie. Both bodies compensate their own weight, as the real arm does; what they hold is not compensated.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike

from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.hardware.description import RobotDescription
from heedful.types import PartSpec

DH: tuple[tuple[float, float, float], ...] = (
    (0.0, 0.333, 0.0),
    (0.0, 0.0, -np.pi / 2),
    (0.0, 0.316, np.pi / 2),
    (0.0825, 0.0, np.pi / 2),
    (-0.0825, 0.384, -np.pi / 2),
    (0.0, 0.0, np.pi / 2),
    (0.088, 0.0, np.pi / 2),
)
"""Craig's a [m], d [m], alpha [rad] of each joint."""
FLANGE = 0.107
"""From joint 7 to the flange [m]."""
TOOL = 0.1034
"""From the flange to the middle of the pads [m]; the hand is turned by -45 degrees on the flange."""
HOME = (0.0, -np.pi / 4, 0.0, -3 * np.pi / 4, 0.0, np.pi / 2, np.pi / 4)
LOWER = (-2.8973, -1.7628, -2.8973, -3.0718, -2.8973, -0.0175, -2.8973)
UPPER = (2.8973, 1.7628, 2.8973, -0.0698, 2.8973, 3.7525, 2.8973)
VELOCITY = (2.175, 2.175, 2.175, 2.175, 2.61, 2.61, 2.61)
TORQUE = (87.0, 87.0, 87.0, 87.0, 12.0, 12.0, 12.0)
WRIST_GAIN = 800.0
"""Servo stiffness of joints 5 to 7 [Nm/rad]; Menagerie's 2000 chatters at the torque limit, see panda.xml."""
FINGER_STIFFNESS = 2000.0
GRIP_FORCE = 70.0
SHOULDER = (0.0, 0.0, 0.333)
REACH = (0.30, 0.80)
"""Inner and outer distance from the shoulder [m]: measured, the tool pointing down and up to 0.2 m above the table."""


class MissingExtra(ImportError):
    """An optional package is not installed; the message says how to install it."""


def tool_pose(q: ArrayLike) -> Pose:
    """The tool in the base frame for joint positions `q` [rad], shape (7,), as the product of the published parameters."""
    pose = Pose.at(0.0, 0.0, 0.0)
    for (a, d, alpha), theta in zip(DH, np.asarray(q, dtype=float), strict=True):
        tilt = Pose(np.array([a, 0.0, 0.0]), quat_from_axis_angle((1, 0, 0), alpha))
        pose = pose @ tilt @ Pose.at(0.0, 0.0, d, yaw=float(theta))
    return pose @ Pose.at(0.0, 0.0, FLANGE + TOOL, yaw=-np.pi / 4)


def parts(arm: str = "arm", gripper: str = "gripper", prefix: str = "") -> dict[str, PartSpec]:
    """The arm and its gripper under the given part names; `prefix` goes before joint and site names."""
    return {
        arm: PartSpec(
            kind="arm",
            joints=tuple(f"{prefix}joint{i}" for i in range(1, 8)),
            lower=_array(LOWER),
            upper=_array(UPPER),
            velocity=_array(VELOCITY),
            home=_array(HOME),
            tool=f"{prefix}tool",
            gripper=gripper,
        ),
        gripper: PartSpec(
            kind="gripper",
            joints=(f"{prefix}width",),
            lower=_array([0.0]),
            upper=_array([0.08]),
            velocity=_array([0.1]),
            home=_array([0.08]),
            force=GRIP_FORCE,
        ),
    }


def panda(model: str = "primitive") -> RobotDescription:
    """The Panda with its hand.

    Args:
      model: `primitive` for the embedded body of capsules and boxes, `menagerie` for the real meshes, which the package
        mujoco_menagerie downloads on first use.
    """
    if model not in ("primitive", "menagerie"):
        raise ValueError(f"no panda model named {model!r}; known: primitive, menagerie")
    return RobotDescription(
        name="panda",
        mjcf=str(Path(__file__).with_name("panda.xml")) if model == "primitive" else _menagerie(),
        parts=parts(),
        actuators={"arm": tuple(f"actuator{i}" for i in range(1, 8)), "gripper": ("finger_actuator1", "finger_actuator2")},
        fingers={"gripper": ("left_finger", "right_finger")},
        finger_travel=0.5,
        finger_stiffness=FINGER_STIFFNESS,
        reach={"arm": (SHOULDER, *REACH)},
        sources="Franka FCI specifications; Gaz et al. 2019; Franka Hand data sheet; MuJoCo Menagerie (servo gains, names)",
    )


def _menagerie() -> str:
    """Menagerie's Panda as MJCF text that finds its meshes from anywhere, changed where a command would mean something else.

    Its gripper is one tendon actuator (control 0..255, 4 N at most); two finger servos like the primitive body's stand in for it, so
    that a width and a force mean the same on both. The wrist's gains and the pads' friction are the primitive body's, a tool site is
    added, and every link carries its own weight. The home keyframe goes, since it would not fit a world with objects.
    """
    try:
        import mujoco_menagerie
    except ImportError:
        raise MissingExtra('the real meshes need mujoco_menagerie, which is not installed: `pip install "heedful[menagerie]"`') from None
    return adapt_menagerie(mujoco_menagerie.get("franka_emika_panda").xml("panda"))


def adapt_menagerie(path: str | Path) -> str:
    """Menagerie's panda.xml at `path`, adapted as `panda("menagerie")` documents; MJCF text."""
    import mujoco

    spec = mujoco.MjSpec.from_file(str(path))
    folder = Path(path).resolve().parent / (spec.meshdir or "")
    for mesh in spec.meshes:
        mesh.file = str(folder / mesh.file)
    spec.meshdir = ""
    for key in list(spec.keys):
        spec.delete(key)
    spec.delete(spec.actuator("actuator8"))
    for i in (1, 2):
        servo = spec.add_actuator(name=f"finger_actuator{i}", target=f"finger_joint{i}", trntype=mujoco.mjtTrn.mjTRN_JOINT)
        servo.set_to_position(kp=FINGER_STIFFNESS, kv=100.0)
        servo.forcelimited = servo.ctrllimited = mujoco.mjtLimited.mjLIMITED_TRUE
        servo.forcerange = [-GRIP_FORCE, GRIP_FORCE]
        servo.ctrlrange = [-0.04, 0.08]
    for i in (5, 6, 7):
        spec.actuator(f"actuator{i}").set_to_position(kp=WRIST_GAIN, kv=WRIST_GAIN / 10)
    spec.body("hand").add_site(name="tool", pos=[0.0, 0.0, TOOL])
    for body in spec.bodies:
        if body.name not in ("world", "link0"):
            body.gravcomp = 1.0
    for finger in ("left_finger", "right_finger"):
        for geom in spec.body(finger).geoms:
            if int(geom.type) == int(mujoco.mjtGeom.mjGEOM_BOX):
                geom.friction = [1.8, 0.03, 0.0001]
                geom.condim, geom.priority = 4, 1
                geom.solref = [0.01, 1.0]
    return str(spec.to_xml())


def _array(values: ArrayLike) -> Array:
    return np.array(values, dtype=float)
