"""A robot made ready to have rewards planned for it, from its description and the model of its world."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import mujoco
import numpy as np

from heedful.hardware.description import RobotDescription
from heedful.hardware.travel import travel_of
from heedful.skills.rewards.arm_terms import Arm
from heedful.skills.rewards.catalogue import FEET
from heedful.skills.rewards.embodied import Embodied, seen_by, stance
from heedful.skills.rewards.legged_terms import Legged
from heedful.skills.rewards.sampling import MPPI, PredictiveSampling
from heedful.skills.rewards.tuning import ARM, LEGGED
from heedful.types import Observation

FINELY = (0.01, 0.15)
"""How widely an arm's commands are varied, as shares of the modes: what it does with its hand takes millimetres. It takes the best and no
mean: between two ways about an edge there is none."""
SITES = dict(zip(FEET, ("FL_foot", "FR_foot", "RL_foot", "RR_foot"), strict=True))
"""Foot of the catalogue -> site of the model."""
SLACK = 0.12
"""How far an arm's joint may be from its command [rad]; further, and the envelope has refused that."""


def embodied(spec: Any, observation: Observation) -> Embodied:
    """The robot of an observation in a world. Raises ValueError for a robot that no terms are about."""
    description: RobotDescription | None = getattr(observation.body, "description", None)
    if description is None:
        raise ValueError("rewards are planned for a robot whose description is known")
    if "legs" in description.parts:
        return _legged(description, spec, observation)
    if not description.arms:
        raise ValueError(f"rewards are planned for robots on legs and for arms, and {description.name} is neither")
    return _armed(description, spec, observation)


def _legged(description: RobotDescription, spec: Any, observation: Observation) -> Embodied:
    part = description.parts["legs"]
    model = spec.compile()
    data = mujoco.MjData(model)
    root = model.body(model.site(part.tool).bodyid[0]).name
    data.qpos[3:7], data.qpos[7:] = (1, 0, 0, 0), part.home
    mujoco.mj_kinematics(model, data)
    trunk = data.site(part.tool).xpos
    rest: Mapping[str, tuple[float, float]] = {f: tuple((data.site(s).xpos - trunk)[:2].tolist()) for f, s in SITES.items()}
    actuators = description.actuators["legs"]
    ids = [model.actuator(a).id for a in actuators]
    torque = float(np.abs(model.actuator_forcerange[ids]).max())
    body = Legged(root, SITES, rest, part.joints, actuators, tuple(part.home.tolist()), torque, start=stance(observation))
    drive = np.zeros((12, model.nu))
    drive[np.arange(12), ids] = 1.0
    return Embodied(
        description,
        body,
        bodies_below(spec, root),
        LEGGED,
        0.5,
        0.04,
        5,
        MPPI(128),
        part.home.copy(),
        part.lower,
        part.upper,
        part.velocity,
        np.zeros(12),
        np.full(12, np.inf),
        drive,
        np.zeros(model.nu),
    )


def _armed(description: RobotDescription, spec: Any, observation: Observation) -> Embodied:
    arm = description.arms[0]
    part = description.parts[arm]
    model = spec.compile()
    hand = description.parts.get(part.gripper)
    actuators, fingers = description.actuators[arm], description.actuators.get(part.gripper, ())
    ids, ends = [model.actuator(a).id for a in actuators], [model.actuator(a).id for a in fingers]
    joints = tuple(model.joint(int(model.actuator_trnid[i, 0])).name for i in ends)
    count = len(part.joints)
    drive, offset = np.zeros((count + bool(ends), model.nu)), np.zeros(model.nu)
    drive[np.arange(count), ids] = 1.0
    low, high, home, speed = part.lower, part.upper, part.home, part.velocity
    lag = model.actuator_biasprm[ids, 2] / np.minimum(model.actuator_biasprm[ids, 1], -1e-9)
    slack = np.full(count, SLACK)
    travel = 0.5
    if hand is not None and ends:
        travels = travel_of(description, part.gripper, model, [int(model.actuator_trnid[i, 0]) for i in ends])
        row = travels.row(float(hand.upper[0]) / 2)
        drive[count, ends] = row.slopes
        offset[ends] = np.array(row.joints) - row.width * np.array(row.slopes)
        travel = float(np.mean(np.abs(row.slopes)))
        low, high, home = np.append(low, hand.lower[0]), np.append(high, hand.upper[0]), np.append(home, hand.upper[0])
        speed, lag, slack = np.append(speed, hand.velocity[0]), np.append(lag, 0.0), np.append(slack, np.inf)
    reach = observation.body.fk(arm, part.home).pos if observation.body is not None else np.zeros(3)
    torque = tuple(np.abs(model.actuator_forcerange[ids]).max(axis=1).tolist())
    body = Arm(
        part.tool, part.joints, actuators, tuple(part.home.tolist()), torque, joints, travel, tuple(reach.tolist()), description.ground,
        ways=_ways(model, observation),
        links=_capsules(model, part.joints[-3:]),
        handles=_handles(observation),
    )  # fmt: skip
    root = model.body(int(model.jnt_bodyid[model.joint(part.joints[0]).id])).name
    return Embodied(
        description, seen_by(body, observation), bodies_below(spec, root), ARM, 0.6, 0.06, 4, PredictiveSampling(64, FINELY),
        home, low, high, speed, lag, slack, drive, offset,
    )  # fmt: skip


def _ways(model: Any, observation: Observation) -> dict[str, tuple[str, float, float]]:
    """Drawer, door, faucet or button of the scene -> its joint, and where that is closed and open."""
    found = {}
    for id in observation.scene.joints if observation.scene is not None else ():
        for name in (f"{id}_slide", f"{id}_hinge"):
            joint = int(mujoco.mj_name2id(model, int(mujoco.mjtObj.mjOBJ_JOINT), name))
            if joint >= 0:
                found[id] = (name, float(model.jnt_range[joint, 0]), float(model.jnt_range[joint, 1]))
    return found


def _capsules(model: Any, joints: Sequence[str]) -> dict[str, tuple[float, float]]:
    """Capsule or ball of the bodies that some joints move, as far as they have names -> half its length and its radius [m]."""
    bodies = {int(model.joint(j).bodyid[0]) for j in joints}
    kinds = {int(mujoco.mjtGeom.mjGEOM_CAPSULE): True, int(mujoco.mjtGeom.mjGEOM_SPHERE): False}
    return {
        model.geom(i).name: (float(model.geom_size[i, 1]) * kinds[int(model.geom_type[i])], float(model.geom_size[i, 0]))
        for i in range(model.ngeom)
        if int(model.geom_bodyid[i]) in bodies and model.geom_contype[i] and model.geom(i).name and int(model.geom_type[i]) in kinds
    }


def _handles(observation: Observation) -> frozenset[str]:
    return (
        frozenset(i for i, t in observation.scene.objects.items() if t.handle is not None) if observation.scene is not None else frozenset()
    )


def bodies_below(spec: Any, root: str) -> frozenset[str]:
    """The names of a body and all below it."""
    found, ahead = set(), [spec.body(root)]
    while ahead:
        body = ahead.pop()
        found.add(body.name)
        ahead += list(body.bodies)
    return frozenset(found)
