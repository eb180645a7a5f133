"""Which joints make a base, a torso, an arm or a hand: read off the tree of bodies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import mujoco
import numpy as np

from heedful.hardware.importing.source import Source

JAW = re.compile(r"grip|jaw|finger|claw|pinch", re.IGNORECASE)
LEG = re.compile(r"hip|knee|ankle|leg|foot", re.IGNORECASE)
WHEEL = re.compile(r"wheel|caster", re.IGNORECASE)
DIGITS = 4
"""A branch with more joints than this is no finger."""


@dataclass(slots=True)
class Limb:
    """A chain of joints, and the hand at its end."""

    kind: str
    """arm, leg, torso or base."""
    joints: list[str]
    end: str
    """The body after its last joint, that carries the hand."""
    fingers: list[str] = field(default_factory=list)
    """Driven finger joints, one of each finger."""
    tips: list[str] = field(default_factory=list)
    """Finger bodies; with one moving jaw, the body of the fixed one first."""
    name: str = ""
    hand: str = ""

    @property
    def one_jaw(self) -> bool:
        return len(self.fingers) == 1


def prepared(source: Source) -> Any:
    """Name everything, take out what belongs to a world and not to a robot, and give the compiled model."""
    spec = source.spec
    for kind, elements in (("body", spec.bodies), ("joint", spec.joints), ("geom", spec.geoms), ("site", spec.sites)):
        for i, element in enumerate(elements):
            element.name = element.name or f"{kind}_{i}"
    key = next((k for k in spec.keys if k.name == "home"), next(iter(spec.keys), None))
    if key is not None:
        model = spec.compile()
        at = {model.joint(j).name: int(model.jnt_qposadr[j]) for j in range(model.njnt) if model.jnt_type[j] >= 2}
        values = model.key_qpos[model.key(key.name).id if key.name else 0]
        source.home = {n: float(values[a]) for n, a in at.items()}
    for key in list(spec.keys):
        spec.delete(key)
    for geom in [g for g in spec.worldbody.geoms]:
        source.guess("left out", f"the world's {geom.name}", "it belongs to a scene, not to a robot")
        spec.delete(geom)
    for element in (*spec.worldbody.lights, *spec.worldbody.cameras, *spec.worldbody.sites):
        spec.delete(element)
    wheels = [j for j in spec.joints if WHEEL.search(j.name)]
    for joint in [j for j in spec.joints if int(j.type) in (int(mujoco.mjtJoint.mjJNT_FREE), int(mujoco.mjtJoint.mjJNT_BALL))]:
        body = joint.parent
        source.guess(f"joint {joint.name}", "held fast" if not wheels else "drives in the plane", "nothing drives a free joint")
        spec.delete(joint)
        if wheels:
            slide, hinge = mujoco.mjtJoint.mjJNT_SLIDE, mujoco.mjtJoint.mjJNT_HINGE
            for name, kind, axis in (("base_x", slide, (1, 0, 0)), ("base_y", slide, (0, 1, 0)), ("base_yaw", hinge, (0, 0, 1))):
                body.add_joint(name=name, type=kind, axis=axis)
    for joint in wheels:
        source.guess(f"joint {joint.name}", "held fast", "the base is driven by speeds in the plane, not by its wheels")
        for actuator in [a for a in spec.actuators if a.target == joint.name]:
            spec.delete(actuator)
        spec.delete(joint)
    return spec.compile()


def limbs(source: Source, model: Any) -> list[Limb]:
    """Every chain of joints, from the root outwards."""
    found: list[Limb] = []
    for root in _below(model, 0):
        _walk(model, root, found)
    arms = [limb for limb in found if limb.kind == "arm"]
    sides = {id(limb): _side(limb) for limb in arms}
    for i, limb in enumerate(arms, 1):
        side = sides[id(limb)] or (str(i) if len(arms) > 1 else "")
        limb.name = "arm" if len(arms) == 1 else (f"{side}_arm" if not side.isdigit() else f"arm_{side}")
        limb.hand = limb.name.replace("arm", "gripper")
    for kind in ("leg", "torso", "base"):
        rest = [limb for limb in found if limb.kind == kind]
        for i, limb in enumerate(rest, 1):
            side = _side(limb)
            limb.name = f"{side}_{kind}" if side and len(rest) > 1 else kind if len(rest) == 1 else f"{kind}_{i}"
    for limb in found:
        source.guess(limb.name, ", ".join(limb.joints), _why(limb))
        if limb.fingers:
            how = "the last joint of the chain is named like a jaw" if limb.one_jaw else f"short branches at the end of {limb.name}"
            source.guess(limb.hand, ", ".join(limb.fingers), how)
    return found


def _walk(model: Any, body: int, found: list[Limb]) -> None:
    """Follow a chain until it ends or branches, then go on with its branches."""
    joints: list[int] = []
    while True:
        joints += _joints(model, body)
        if not found and len(joints) == 3 and _planar(model, joints):
            found.append(Limb("base", [model.joint(j).name for j in joints], model.body(body).name))
            joints = []
        subs = _below(model, body)
        if len(subs) != 1:
            break
        body = subs[0]
    names = [model.joint(j).name for j in joints]
    at = model.body(body).name
    hand = len(joints) >= 2 and len(subs) >= 2 and all(_count(model, s) <= DIGITS for s in subs)
    if hand:
        first = [next(j for b in _subtree(model, s) for j in _joints(model, b)) for s in subs]
        tips = [model.body(int(model.jnt_bodyid[j])).name for j in first]
        found.append(Limb("arm", names, at, [model.joint(j).name for j in first], tips))
        return
    if not subs and joints:
        if len(joints) >= 3 and JAW.search(names[-1]):
            end = int(model.body_parentid[int(model.jnt_bodyid[joints[-1]])])
            jaw = model.body(int(model.jnt_bodyid[joints[-1]])).name
            found.append(Limb("arm", names[:-1], model.body(end).name, names[-1:], [model.body(end).name, jaw]))
        else:
            found.append(Limb("leg" if LEG.search(" ".join(names)) else "arm" if len(joints) >= 3 else "torso", names, at))
        return
    if joints:
        found.append(Limb("torso", names, at))
    for sub in subs:
        _walk(model, sub, found)


def _why(limb: Limb) -> str:
    if limb.kind == "base":
        return "two slides and a turn about z at the root"
    if limb.kind == "leg":
        return "a chain named like a leg"
    return "a chain that others stand on" if limb.kind == "torso" else f"an unbranched chain of {len(limb.joints)} joints"


def _side(limb: Limb) -> str:
    words = " ".join([*limb.joints, limb.end]).lower()
    return next((s for s in ("left", "right") if s in words), "")


def _planar(model: Any, joints: list[int]) -> bool:
    slide, hinge = int(mujoco.mjtJoint.mjJNT_SLIDE), int(mujoco.mjtJoint.mjJNT_HINGE)
    return [int(model.jnt_type[j]) for j in joints] == [slide, slide, hinge] and bool(np.allclose(model.jnt_axis[joints], np.eye(3)))


def _joints(model: Any, body: int) -> list[int]:
    first = int(model.body_jntadr[body])
    return list(range(first, first + int(model.body_jntnum[body]))) if first >= 0 else []


def _subtree(model: Any, body: int) -> list[int]:
    found = [body]
    for other in range(body + 1, model.nbody):
        if int(model.body_parentid[other]) in found:
            found.append(other)
    return found


def _count(model: Any, body: int) -> int:
    return sum(len(_joints(model, b)) for b in _subtree(model, body))


def _below(model: Any, body: int) -> list[int]:
    """Children with joints in or below them."""
    return [b for b in range(1, model.nbody) if int(model.body_parentid[b]) == body and b != body and _count(model, b)]
