"""How a task begins: things in, on or beside their upright, doors open, lamps lit; poses written before the world settles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.program import Atom
from heedful.types import Id, Scene

AGAPE = (0.85, 1.0)
"""Opened fraction of what starts open, drawn between the two."""
LAY, FLIP = quat_from_axis_angle((1, 0, 0), np.pi / 2), quat_from_axis_angle((1, 0, 0), np.pi)


def seated(begins: Sequence[Atom], binding: Mapping[str, Id]) -> dict[Id, Id]:
    """What starts in or on another thing: its id -> that of what it stands on the table with."""
    below = {binding[str(a.args[0])]: binding[str(a.args[1])] for a in begins if a.name in ("in", "on")}

    def foot(id: Id) -> Id:
        return foot(below[id]) if id in below else id

    return {id: foot(id) for id in below}


def begin(rng: np.random.Generator, data: Any, atoms: Sequence[Atom], scene: Callable[[], Scene]) -> None:
    """Bring about how a task begins, atom by atom over ids, in their order."""
    for atom in atoms:
        id, *rest = (str(a) for a in atom.args)
        if atom.name in ("open", "running"):
            joint = data.joint(f"{id}_slide" if id == "drawer" else f"{id}_hinge")
            low, high = data.model.joint(joint.id).range
            joint.qpos[0] = low + (high - low) * rng.uniform(*AGAPE)
        elif atom.name in ("in", "on"):
            _put(rng, data, id, rest[0], scene())
        elif atom.name in ("lying", "upside_down"):
            thing = scene().objects[id]
            turn = LAY if atom.name == "lying" else FLIP
            height = thing.size[1] / 2 if atom.name == "lying" else thing.size[2] / 2
            _set(data, id, Pose(np.array([*thing.pose.pos[:2], height + 0.0005]), quat_mul(thing.pose.quat, turn)))


def within_reach(scene: Scene, ids: Iterable[Id]) -> bool:
    """Whether every handle of these things that a layout has placed lies in reach, and a lever's on all of its way."""
    for thing in (scene.objects[i] for i in ids):
        if thing.handle is None or thing.category in ("drawer", "door"):
            continue
        places = [thing.handle.pos]
        if thing.hinge is not None:
            done = scene.joints.get(thing.id, 0.0)
            for share in (-done, 1.0 - done):
                turn = Pose(np.zeros(3), quat_from_axis_angle(thing.hinge.axis, share * thing.hinge.angle))
                places.append(thing.hinge.pos + turn.apply(thing.handle.pos - thing.hinge.pos))
        for at in places:
            if scene.reach and not any(r.inner <= float(np.linalg.norm(at - r.centre)) <= r.outer for r in scene.reach.values()):
                return False
    return True


def _put(rng: np.random.Generator, data: Any, id: Id, place: Id, scene: Scene) -> None:
    """Set a thing down in the middle of a cavity or of a top, a little aside."""
    thing, other = scene.objects[id], scene.objects[place]
    up = thing.size[2] / 2 + 0.001
    if other.cavity is not None:
        spot: Array = other.cavity.centre + np.array([0.0, 0.0, up - other.cavity.size[2] / 2])
        room = 0.15 * float(min(other.cavity.size[:2])) if other.fixed else 0.005
    else:
        spot, room = np.array([0.0, 0.0, other.size[2] / 2 + up]), 0.004
    spot = spot + np.array([*rng.uniform(-room, room, 2), 0.0])
    turn = quat_from_axis_angle((0, 0, 1), other.pose.yaw + float(rng.uniform(-0.2, 0.2)))
    _set(data, id, Pose(other.pose.apply(spot), turn))


def _set(data: Any, id: Id, pose: Pose) -> None:
    data.joint(f"{id}_free").qpos[:] = [*pose.pos, *pose.quat]
