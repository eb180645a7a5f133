"""Binding by names: where a description's joints, servos and sites are in the MuJoCo model of some world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array, span
from heedful.hardware.description import RobotDescription
from heedful.hardware.servo import MotorServo, is_motor
from heedful.hardware.travel import Place, Travel, place_of, travel_of
from heedful.types import PartSpec

Span = slice | NDArray[np.intp]


class UnknownName(ValueError):
    """A name in the description that the model has not, or has for something else."""


@dataclass(slots=True)
class Drive:
    """Where one part's joints and actuators are in the model, and its targets."""

    spec: PartSpec
    place: Place
    dofs: NDArray[np.intp]
    ctrl: NDArray[np.intp]
    site: int
    names: dict[str, str]
    goal: Array
    """Arms: joint targets [rad]. Grippers: (width [m], force [N]). Bases: x, y and yaw speeds in their own frame [m/s, rad/s]."""
    before: Array
    """Arms: the joint targets of the period before [rad]. Bases: the speeds."""
    lag: Array
    """Arms: each servo's damping over its stiffness [s]."""
    motors: MotorServo | None = None
    """Arms whose actuators are bare motors: what makes them follow targets."""
    lead: float = 0.0
    """Grippers: the width that the servos were last sent for [m]; vacuum cups: the share of the vacuum that has built up."""
    lip: NDArray[np.intp] = field(default_factory=lambda: np.zeros(0, dtype=np.intp))
    """Vacuum cups: the geoms of the lip."""
    spans: tuple[Span, Span, Span] = field(init=False)
    """Where its joints are in qpos and qvel and its actuators in ctrl, as slices where they can be."""

    def __post_init__(self) -> None:
        self.spans = span(self.qpos), span(self.dofs), span(self.ctrl)

    @property
    def qpos(self) -> NDArray[np.intp]:
        return self.place.qpos

    @property
    def travel(self) -> Travel | None:
        """Grippers: how the width moves the fingers."""
        return self.place.travel


def bind(description: RobotDescription, part: str, model: mujoco.MjModel, prefix: str, native: Mapping[str, str]) -> Drive:
    """Find a part's joints, actuators and tool site by name."""
    spec = description.parts[part]
    where = f"{description.name}.{part}"
    actuators = [_id(model, mujoco.mjtObj.mjOBJ_ACTUATOR, prefix + n, where) for n in description.actuators.get(part, ())]
    if spec.cup is not None:
        return _bind_cup(spec, model, actuators, where)
    driven = [int(model.actuator_trnid[a, 0]) for a in actuators]
    for a in actuators:
        if int(model.actuator_trntype[a]) != int(mujoco.mjtTrn.mjTRN_JOINT):
            raise UnknownName(f"{where} needs servos on joints, but actuator {model.actuator(a).name!r} drives something else")
    if spec.kind == "gripper":
        joints, names = driven, {n: ", ".join(model.joint(j).name for j in driven) for n in spec.joints}
    else:
        names = {n: prefix + native.get(n, n) for n in spec.joints}
        joints = [_id(model, mujoco.mjtObj.mjOBJ_JOINT, n, where) for n in names.values()]
        if driven != joints:
            found = ", ".join(model.joint(j).name for j in driven)
            raise UnknownName(f"{where} has the joints {', '.join(names.values())}, but its actuators drive {found}")
    if not joints:
        raise UnknownName(f"{where} has no actuators; name them in the description, in the order of its joints")
    qpos, dofs = (np.array([adr[j] for j in joints], dtype=np.intp) for adr in (model.jnt_qposadr, model.jnt_dofadr))
    ctrl = np.array(actuators, dtype=np.intp)
    if spec.kind == "base":
        _check_base(where, model, joints, actuators)
    motors = [spec.kind != "base" and is_motor(model, a) for a in actuators]
    if any(motors) and (not all(motors) or spec.kind == "gripper"):
        raise UnknownName(f"{where} needs position servos, or motors on every joint of an arm")
    return Drive(
        spec=spec,
        place=place_of(model, joints, travel_of(description, part, model, joints) if spec.kind == "gripper" else None),
        dofs=dofs,
        ctrl=ctrl,
        site=_id(model, mujoco.mjtObj.mjOBJ_SITE, prefix + spec.tool, where) if spec.tool else -1,
        names=names,
        goal=np.zeros(2 if spec.kind == "gripper" else len(joints)),
        before=np.zeros(len(joints)),
        lag=np.array([model.actuator_biasprm[a, 2] / min(model.actuator_biasprm[a, 1], -1e-9) for a in actuators]),
        motors=MotorServo(model, ctrl, dofs, qpos) if any(motors) else None,
    )


def _bind_cup(spec: PartSpec, model: mujoco.MjModel, actuators: list[int], where: str) -> Drive:
    """A vacuum cup: one adhesion actuator on a body whose geoms are the lip."""
    body = int(mujoco.mjtTrn.mjTRN_BODY)
    if len(actuators) != 1 or int(model.actuator_trntype[actuators[0]]) != body:
        raise UnknownName(f"{where} is a vacuum cup and needs one adhesion actuator on the body of its lip")
    none = np.zeros(0, dtype=np.intp)
    lip = np.flatnonzero((model.geom_bodyid == int(model.actuator_trnid[actuators[0], 0])) & (model.geom_contype != 0))
    place = Place([], np.zeros(0, dtype=int))
    return Drive(spec, place, none, np.array(actuators, dtype=np.intp), -1, {}, np.zeros(2), np.zeros(0), np.zeros(0), lip=lip)


def _check_base(where: str, model: mujoco.MjModel, joints: list[int], actuators: list[int]) -> None:
    """A base stands on a slide along x, one along y and a hinge about z, each driven by a velocity actuator."""
    slide, hinge = int(mujoco.mjtJoint.mjJNT_SLIDE), int(mujoco.mjtJoint.mjJNT_HINGE)
    kinds, axes = [int(model.jnt_type[j]) for j in joints], [model.jnt_axis[j] for j in joints]
    if kinds != [slide, slide, hinge] or not np.allclose(axes, np.eye(3), atol=1e-6):
        raise UnknownName(f"{where} needs three joints: a slide along x, a slide along y, a hinge about z, in this order")
    if not all(model.actuator_biasprm[a, 1] == 0 and model.actuator_biasprm[a, 2] < 0 for a in actuators):
        raise UnknownName(f"{where} needs velocity actuators, one on each of its joints")


def _id(model: mujoco.MjModel, kind: mujoco.mjtObj, name: str, where: str) -> int:
    """The id of a named element; refuses with the nearest name if there is none."""
    found = int(mujoco.mj_name2id(model, int(kind), name))
    if found >= 0:
        return found
    word, count = _KINDS[int(kind)]
    known = [mujoco.mj_id2name(model, int(kind), i) or "" for i in range(getattr(model, count))]
    near = get_close_matches(name, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(filter(None, known)) or 'none'}"
    raise UnknownName(f"{where} needs a {word} named {name!r}, and the model has none; {hint}")


_KINDS = {
    int(mujoco.mjtObj.mjOBJ_JOINT): ("joint", "njnt"),
    int(mujoco.mjtObj.mjOBJ_ACTUATOR): ("actuator", "nu"),
    int(mujoco.mjtObj.mjOBJ_SITE): ("site", "nsite"),
}


def refuse_doubled(description: RobotDescription, drives: Mapping[str, Drive], model: mujoco.MjModel) -> None:
    """No joint of the model may serve twice."""
    seen: dict[int, str] = {}
    for part, drive in drives.items():
        where = f"{description.name}.{part}"
        for dof in drive.dofs.tolist():
            if dof in seen:
                joint = model.joint(int(model.dof_jntid[dof])).name
                raise UnknownName(f"{where} and {seen[dof]} both take the joint {joint!r}; every joint belongs to one part, once")
            seen[dof] = where
