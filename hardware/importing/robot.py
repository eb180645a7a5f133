"""Importing a robot: a folder with its description, its MJCF and its meshes, every guess told, the shared laws tried on it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import mujoco
import numpy as np

from heedful.geometry import Pose
from heedful.hardware.body import RobotBody
from heedful.hardware.description import RobotDescription
from heedful.hardware.importing import stance
from heedful.hardware.importing.hand import Hand, measured
from heedful.hardware.importing.laws import Law, robot_laws
from heedful.hardware.importing.limbs import Limb, limbs, prepared
from heedful.hardware.importing.servos import powered
from heedful.hardware.importing.source import CannotImport, Guess, Source, read
from heedful.hardware.importing.writing import described, saved
from heedful.types import PartSpec

SPEED = 2.0
"""Joint speed limit where the file gives none [rad/s]."""
FLOOR, TABLE_EDGE = -0.72, 0.20
"""Of the tabletop world: height of the floor and where the table begins [m]; a robot that drives stands on the floor before it."""
TOOL_WORDS = ("grasp", "pinch", "tool", "tcp", "ee", "attachment", "palm")


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import."""

    file: Path
    """The description to name in `robot=`."""
    description: RobotDescription
    guesses: tuple[Guess, ...]
    laws: tuple[Law, ...]


def import_robot(what: str, out: Path, name: str = "") -> Imported:
    """Bring in a robot.

    Args:
      what: A path of URDF or MJCF, or a Menagerie name.
      out: The folder to make the robot's folder in.
      name: What to call it; by default as its file does.

    Raises CannotImport.
    """
    source = read(what)
    source.name = name or source.name
    model = prepared(source)
    found = limbs(source, model)
    if not any(limb.kind == "arm" for limb in found):
        raise CannotImport(f"{source.path.name} has no chain of three joints or more that could be an arm")
    hands = {}
    for limb in found:
        if limb.fingers and (hand := measured(model, limb)) is not None:
            hands[limb.name] = hand
            source.guess(f"width of {limb.hand}", f"0 to {100 * hand.widest:.1f} cm", hand.reason)
        elif limb.fingers:
            source.guess(limb.hand, "left out", "its fingers do not come together")
    tools = {limb.name: _tool(source, model, limb, hands.get(limb.name)) for limb in found if limb.kind == "arm"}
    for limb in found:
        if limb.name in hands:
            _rubber(source, model, limb)
    actuators, stiffness, grip = powered(source, model, found, hands)
    _physics(source.spec)
    folder = (out / source.name).resolve()
    shutil.rmtree(folder / "meshes", ignore_errors=True)
    mjcf = saved(source, folder)
    parts = _parts(source, model, found, hands, tools, grip)
    description = RobotDescription(
        name=source.name,
        mjcf=str(mjcf),
        parts=parts,
        actuators={p: a for p, a in actuators.items() if p in parts},
        fingers={limb.hand: tuple(limb.tips) for limb in found if limb.name in hands},
        finger_travel={limb.hand: hands[limb.name].rows for limb in found if limb.name in hands} or 0.5,
        finger_stiffness=stiffness,
        sources=f"imported from {source.path.name}",
    )
    description = _standing(source, model, description)
    file = described(description, source.guesses, folder)
    return Imported(file, description, tuple(source.guesses), tuple(robot_laws(description)))


def _tool(source: Source, model: Any, limb: Limb, hand: Hand | None) -> str:
    """The name of the limb's tool site, made where the hand was measured or taken from the file."""
    name, body = f"{limb.name}_tool", source.spec.body(limb.end)
    if hand is not None:
        body.add_site(name=name, pos=hand.tool.pos, quat=hand.tool.quat)
        x, y, z = hand.tool.pos
        source.guess(f"tool of {limb.name}", f"({x:.3f}, {y:.3f}, {z:.3f}) m in {limb.end}", hand.reason)
        return name
    names = [s.name for s in body.sites]
    known = next((n for word in TOOL_WORDS for n in names if word in n.lower()), None)
    if known is not None:
        source.guess(f"tool of {limb.name}", known, "a site of the file with a name for it")
        return str(known)
    body.add_site(name=name)
    source.guess(f"tool of {limb.name}", limb.end, "the end of the chain, since nothing says better")
    return name


def _rubber(source: Source, model: Any, limb: Limb) -> None:
    """Fingers that hold: rubber, as the built-in robots' pads."""
    bodies = {int(model.body(b).id) for b in limb.tips[1 if limb.one_jaw else 0 :]}
    for body in range(1, model.nbody):
        if int(model.body_parentid[body]) in bodies:
            bodies.add(body)
    bodies |= {int(model.body(limb.end).id)} if limb.one_jaw else set()
    for geom in source.spec.geoms:
        if geom.contype and int(model.geom(geom.name).bodyid[0]) in bodies:
            geom.friction, geom.condim, geom.priority = [1.8, 0.03, 0.0001], 4, 1
            geom.solref = [0.004, 1.0]
    source.guess(f"pads of {limb.hand}", "rubber", "fingers are; what the file says of friction is for other worlds")


def _physics(spec: Any) -> None:
    option = spec.option
    option.timestep, option.integrator = 0.002, mujoco.mjtIntegrator.mjINT_IMPLICITFAST
    option.cone, option.impratio = mujoco.mjtCone.mjCONE_ELLIPTIC, 20.0


def _parts(
    source: Source, model: Any, found: list[Limb], hands: Mapping[str, Hand], tools: Mapping[str, str], grip: float
) -> dict[str, PartSpec]:
    parts: dict[str, PartSpec] = {}
    for limb in found:
        ids = [int(model.joint(j).id) for j in limb.joints]
        limited = model.jnt_limited[ids].astype(bool)
        if limb.kind == "base":
            speed = np.array([source.velocity.get(j, 0.5 if i < 2 else 1.0) for i, j in enumerate(limb.joints)])
            parts[limb.name] = PartSpec("base", tuple(limb.joints), velocity=speed)
            source.guess(f"speed of {limb.name}", f"{speed.tolist()}", "the file's, or 0.5 m/s and 1 rad/s")
            continue
        lower = np.where(limited, model.jnt_range[ids, 0], -2 * np.pi)
        upper = np.where(limited, model.jnt_range[ids, 1], 2 * np.pi)
        if not limited.all():
            source.guess(f"limits of {limb.name}", "two turns", f"the file does not limit {_those(limb.joints, ~limited)}")
        speed = np.array([source.velocity.get(j, SPEED) for j in limb.joints])
        if any(j not in source.velocity for j in limb.joints):
            source.guess(f"speed of {limb.name}", f"{SPEED:g} rad/s", "the file gives none; correct it in the YAML from the data sheet")
        home = np.array([source.home.get(j, 0.0) for j in limb.joints])
        home = np.clip(home, lower, upper)
        kind: Any = "arm" if limb.kind == "arm" else "torso"
        hand = limb.hand if limb.name in hands else ""
        parts[limb.name] = PartSpec(kind, tuple(limb.joints), lower, upper, speed, home, tools.get(limb.name, ""), hand)
        if hand:
            wide = np.array([hands[limb.name].widest])
            pad = hands[limb.name].fixed_pad
            parts[hand] = PartSpec("gripper", ("width",), np.zeros(1), wide, np.array([0.1]), wide.copy(), force=grip, fixed_pad=pad)
    return parts


def _those(names: list[str], which: Any) -> str:
    return ", ".join(n for n, w in zip(names, which, strict=True) if w)


def _standing(source: Source, model: Any, description: RobotDescription) -> RobotDescription:
    """The description with a place to stand, a rest configuration and the reach of each arm."""
    if any(p.kind == "base" for p in description.parts.values()):
        front, low = _hull(model)
        at = Pose.at(TABLE_EDGE - 0.04 - front, 0.0, FLOOR - low)
        description = replace(description, base=at)
        source.guess("stands", f"({at.pos[0]:.2f}, 0, {at.pos[2]:.2f}) m", "on the floor before the table, as it drives")
    parts = dict(description.parts)
    reach: dict[str, tuple[tuple[float, float, float], float, float]] = {}
    for arm in description.arms:
        body = RobotBody(replace(description, parts=parts))
        found = stance.rest(body, arm)
        if found is None:
            source.guess(f"home of {arm}", parts[arm].home.round(3).tolist(), "the file's, or zero: no way to point down ahead was found")
        else:
            parts[arm] = replace(parts[arm], home=found[0])
            source.guess(f"home of {arm}", found[0].tolist(), found[1])
            body = RobotBody(replace(description, parts=parts))
        if (span := stance.reach(body, arm)) is not None:
            x, y, z = description.base.inverse().apply(stance.shoulder(body, arm)).round(4).tolist()
            reach[arm] = ((x, y, z), *span)
            source.guess(f"reach of {arm}", f"{span[0]:.2f} to {span[1]:.2f} m from its shoulder", "where its tool can point down")
    return replace(description, parts=parts, reach=reach)


def _hull(model: Any) -> tuple[float, float]:
    """How far the body reaches forward below its middle, and its lowest point [m], in its zero configuration."""
    data = mujoco.MjData(model)
    mujoco.mj_kinematics(model, data)
    half = np.abs(data.geom_xmat.reshape(-1, 3, 3)) @ model.geom_aabb[:, 3:, None]
    middle = data.geom_xpos + (data.geom_xmat.reshape(-1, 3, 3) @ model.geom_aabb[:, :3, None])[:, :, 0]
    low = float((middle[:, 2] - half[:, 2, 0]).min())
    under = middle[:, 2] - half[:, 2, 0] < low - FLOOR - 0.03
    return float((middle[under, 0] + half[under, 0, 0]).max()), low
