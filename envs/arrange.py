"""How a task begins: things in, on or beside their upright, doors open, lamps lit; poses written before the world settles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from heedful.envs.layout import LayoutError
from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.predicates.extents import footprint_gap
from heedful.program import Atom
from heedful.types import Id, Scene, Thing

AGAPE = (0.85, 1.0)
"""Opened fraction of what starts open, drawn between the two."""
CROWDED = (0.002, 0.02)
"""Gap to its neighbour of what starts close to it, drawn between the two [m]: no room for a finger."""
BEYOND, BORDER, APART = 0.04, 0.05, 0.02
"""How far beyond every arm's reach what starts far away stands, and what it keeps from the table's edge and from other things [m]."""
LAY, FLIP = quat_from_axis_angle((1, 0, 0), np.pi / 2), quat_from_axis_angle((1, 0, 0), np.pi)


def seated(begins: Sequence[Atom], binding: Mapping[str, Id]) -> dict[Id, Id]:
    """What starts in, on, close to another thing or far away: its id -> that of what it stands on the table with, if there is one."""
    below = {binding[str(a.args[0])]: binding[str(a.args[1])] for a in begins if a.name in ("in", "on", "close")}
    below |= {binding[str(a.args[0])]: "" for a in begins if a.name == "far"}

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
        elif atom.name == "close":
            _crowd(rng, data, id, rest[0], scene())
        elif atom.name == "far":
            _banish(rng, data, id, scene())
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


def _crowd(rng: np.random.Generator, data: Any, id: Id, neighbour: Id, scene: Scene) -> None:
    """Stand a thing so close to another that no finger goes between them, on a side drawn at random."""
    thing, other = scene.objects[id], scene.objects[neighbour]
    along = rng.uniform(-np.pi, np.pi)
    way = np.array([np.cos(along), np.sin(along), 0.0])
    apart = 0.5
    probe = thing.moved(Pose(np.array([*(other.pose.pos + apart * way)[:2], thing.size[2] / 2]), other.pose.quat))
    away = apart - footprint_gap(other, probe) + float(rng.uniform(*CROWDED))
    _set(data, id, Pose(np.array([*(other.pose.pos + away * way)[:2], thing.size[2] / 2 + 0.0005]), other.pose.quat))


def _banish(rng: np.random.Generator, data: Any, id: Id, scene: Scene) -> None:
    """Stand a thing on the table where no arm reaches it and nothing else stands. Raises LayoutError where there is no such place."""
    thing, table = scene.objects[id], scene.objects["table"]
    half = table.size[:2] / 2 - BORDER
    for _ in range(1000):
        spot = np.array([*(table.pose.pos[:2] + rng.uniform(-half, half)), thing.size[2] / 2 + 0.0005])
        there = thing.moved(Pose(spot, thing.pose.quat))
        out = all(float(np.linalg.norm(spot - r.centre)) > r.outer + BEYOND for r in scene.reach.values())
        if out and all(footprint_gap(there, t) > APART for t in _crowding(scene, id)):
            return _set(data, id, there.pose)
    raise LayoutError(f"no place on the table is out of reach for the {thing.name}")


def _crowding(scene: Scene, id: Id) -> list[Thing]:
    """What takes room on the table besides a thing."""
    return [t for t in scene.objects.values() if t.id not in (id, "table") and "painted" not in t.attributes]


def _set(data: Any, id: Id, pose: Pose) -> None:
    data.joint(f"{id}_free").qpos[:] = [*pose.pos, *pose.quat]
