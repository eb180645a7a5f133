"""Servos for joints whose file gives them none: gains and forces from the inertia and the weight that they have to move."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np

from heedful.geometry import Array
from heedful.hardware.importing.hand import Hand
from heedful.hardware.importing.limbs import Limb
from heedful.hardware.importing.source import Source
from heedful.hardware.servo import is_motor

PACE = 40.0
"""Natural frequency of the servos [rad/s]; they are critically damped."""
QUICK = 10.0
"""Acceleration that the guessed forces leave room for [rad/s^2, m/s^2]."""
GRIP = 30.0
"""Force at a pad where the file gives none [N]."""
LEAD = (0.02, 0.3)
"""How far a pressing finger's target runs ahead, for slides [m] and hinges [rad]."""


def powered(source: Source, model: Any, limbs: list[Limb], hands: dict[str, Hand]) -> tuple[dict[str, tuple[str, ...]], float, float]:
    """Give every joint of the limbs a servo where it has none that fits.

    Returns the actuators of each part, the stiffness of a finger's servo and the largest grip force [N].
    """
    spec = source.spec
    inertia, weight = _loads(model)
    actuators: dict[str, tuple[str, ...]] = {}
    stiffness, grip = 1000.0, GRIP
    for limb in limbs:
        present = _present(model, limb.joints, limb.kind)
        if present:
            actuators[limb.name] = present
            source.guess(f"actuators of {limb.name}", ", ".join(present), "as the file has them")
        else:
            _cleared(spec, limb.joints)
            names = [_servo(spec, model, j, limb.kind, inertia, weight) for j in limb.joints]
            actuators[limb.name] = tuple(names)
            what = "speed servos" if limb.kind == "base" else f"position servos at {PACE:g} rad/s"
            source.guess(f"actuators of {limb.name}", what, "the file has none that fit; gains from inertia, forces from weight")
        if limb.name in hands:
            _cleared(spec, limb.fingers)
            stiffness, grip = _fingers(spec, model, limb, hands[limb.name])
            actuators[limb.hand] = tuple(f"{j}_servo" for j in limb.fingers)
            source.guess(f"force of {limb.hand}", f"{grip:.0f} N at the pads", "what the file allows its joints, at most 30 N")
    for limb in limbs:
        if limb.kind != "base":
            for body in spec.bodies:
                if _stands_on(model, body.name, limb.joints[0]):
                    body.gravcomp = 1.0
            source.guess(f"weight of {limb.name}", "carried", "a robot's own controller makes up for it; what is held is not made up for")
    return actuators, stiffness, grip


def _loads(model: Any) -> tuple[Array, Array]:
    """Of every degree of freedom: the largest inertia and the largest weight over some configurations."""
    data = mujoco.MjData(model)
    rng = np.random.default_rng(0)
    limited = model.jnt_limited.astype(bool)
    low, high = np.where(limited, model.jnt_range[:, 0], -1.0), np.where(limited, model.jnt_range[:, 1], 1.0)
    inertia, weight = np.zeros(model.nv), np.zeros(model.nv)
    for i in range(16):
        share = 0.5 if i == 0 else rng.uniform(0, 1, model.njnt)
        data.qpos[model.jnt_qposadr] = low + share * (high - low)
        mujoco.mj_forward(model, data)
        column, unit = np.zeros(model.nv), np.zeros(model.nv)
        for j in range(model.nv):
            unit[:] = 0.0
            unit[j] = 1.0
            mujoco.mj_mulM(model, data, column, unit)
            inertia[j] = max(inertia[j], column[j])
        weight = np.maximum(weight, np.abs(data.qfrc_bias))
    return inertia, weight


def _present(model: Any, joints: list[str], kind: str) -> tuple[str, ...]:
    """The file's own actuators of these joints, if there is one of the right sort for each."""
    found = []
    for name in joints:
        joint = int(model.joint(name).id)
        mine = [a for a in range(model.nu) if int(model.actuator_trntype[a]) == 0 and int(model.actuator_trnid[a, 0]) == joint]
        if len(mine) != 1 or not model.actuator(mine[0]).name:
            return ()
        position, speed = model.actuator_biasprm[mine[0], 1], model.actuator_biasprm[mine[0], 2]
        fits = (position == 0 and speed < 0) if kind == "base" else position < 0 or is_motor(model, mine[0])
        if not fits:
            return ()
        found.append(mine[0])
    motors = {is_motor(model, a) for a in found}
    return tuple(model.actuator(a).name for a in found) if len(motors) == 1 else ()


def _cleared(spec: Any, joints: list[str]) -> None:
    """Take out actuators of these joints, and of tendons, which no part could use."""
    tendons = {t.name for t in spec.tendons}
    for actuator in list(spec.actuators):
        if actuator.target in joints or actuator.target in tendons:
            spec.delete(actuator)


def _servo(spec: Any, model: Any, name: str, kind: str, inertia: Array, weight: Array) -> str:
    joint, made = spec.joint(name), spec.add_actuator(name=f"{name}_servo", target=name, trntype=mujoco.mjtTrn.mjTRN_JOINT)
    dof = int(model.joint(name).dofadr[0])
    moved, held = float(inertia[dof]), float(weight[dof])
    at = int(model.joint(name).id)
    given = float(model.jnt_actfrcrange[at, 1]) if model.jnt_actfrclimited[at] else 0.0
    made.forcelimited = mujoco.mjtLimited.mjLIMITED_TRUE
    if kind == "base":
        made.set_to_velocity(kv=moved * PACE * 4)
        force = given or QUICK * moved
        joint.frictionloss = max(float(np.max(joint.frictionloss)), 0.2 * force)
    else:
        extra = max(float(np.max(joint.armature)), 0.02 * moved, 1e-3)
        joint.armature = extra
        made.set_to_position(kp=(moved + extra) * PACE**2, kv=2 * (moved + extra) * PACE)
        force = given or 3 * held + QUICK * (moved + extra)
    made.forcerange = [-force, force]
    return f"{name}_servo"


def _fingers(spec: Any, model: Any, limb: Limb, hand: Hand) -> tuple[float, float]:
    rows = np.array(hand.rows)
    slope = np.abs(np.diff(rows[:, 1:], axis=0) / np.diff(rows[:, :1], axis=0)).mean(axis=0)
    load = 1.0 / (slope * min(len(limb.fingers), 2))
    ids = [int(model.joint(n).id) for n in limb.fingers]
    slides = [int(model.jnt_type[j]) == int(mujoco.mjtJoint.mjJNT_SLIDE) for j in ids]
    given = [float(model.jnt_actfrcrange[j, 1]) if model.jnt_actfrclimited[j] else np.inf for j in ids]
    grip = float(min(GRIP, *(g / n for g, n in zip(given, load, strict=True))))
    lead = LEAD[0] if slides[0] else LEAD[1]
    stiffness = float(grip * load.mean() / lead)
    for name, slide, force in zip(limb.fingers, slides, load, strict=True):
        joint, servo = spec.joint(name), spec.add_actuator(name=f"{name}_servo", target=name, trntype=mujoco.mjtTrn.mjTRN_JOINT)
        joint.armature = max(float(np.max(joint.armature)), 0.1 if slide else 0.1 * float(force) ** 2)
        servo.set_to_position(kp=stiffness, kv=2 * float(np.sqrt(stiffness * float(np.max(joint.armature)))))
        servo.forcelimited, servo.forcerange = mujoco.mjtLimited.mjLIMITED_TRUE, [-2 * grip * force, 2 * grip * force]
    return stiffness, grip


def _stands_on(model: Any, body: str, joint: str) -> bool:
    """Whether a body is moved by a joint."""
    top, at = int(model.jnt_bodyid[model.joint(joint).id]), int(model.body(body).id)
    while at and at != top:
        at = int(model.body_parentid[at])
    return at == top
