"""The true Scene: what the simulator knows of things, contacts, grips, joints, fill and history, measured from a snapshot of its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

import mujoco
import numpy as np

from heedful.envs.glimpse import Glimpse
from heedful.envs.granules import bodies, share_inside
from heedful.envs.history import History
from heedful.geometry import Array, Pose
from heedful.hardware.description import RobotDescription
from heedful.types import Hinge, Id, Reach, Scene, Thing

_FIELDS, _PARTS = (tuple(f.name for f in fields(kind)) for kind in (Thing, Scene))
_POSE, _HANDLE, _SLIDE, _HINGE, _SEEN = (_FIELDS.index(n) for n in ("pose", "handle", "slide", "hinge", "seen"))
VESSELS = ("mug", "bowl")
"""What granules are measured in."""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The state of a world at one time, copied: enough to compute its Scene later and elsewhere."""

    time: float
    qpos: Array
    qvel: Array
    kept: Array = field(default_factory=lambda: np.zeros(0))
    """What the world remembers, as `History` lays it out."""


class Truth:
    """Measures Scenes on a model. It has a MjData of its own, so one Truth serves one thread at a time.

    Args:
      model: The compiled world.
      things: The world's things as posed in their own bodies, whose names are their ids.
      robot: The body whose fingers tell what is held.
      joints: Id of a drawer, door, faucet or button -> the name of its joint; its handle moves with that joint's body.
      history: Reads what the world remembers.
    """

    def __init__(
        self, model: Any, things: Sequence[Thing], robot: RobotDescription, joints: Mapping[Id, str], history: History | None = None
    ) -> None:
        self.model = model
        self.data = mujoco.MjData(model)
        self.things = tuple(things)
        self.history = history
        self._body = {t.id: model.body(t.id).id for t in things}
        self._joints = {i: model.joint(j).id for i, j in joints.items()}
        self._way = {i: (int(model.jnt_qposadr[j]), *model.jnt_range[j].tolist()) for i, j in self._joints.items()}
        self._moved = {i: int(model.jnt_bodyid[self._joints[i]]) if i in self._joints else b for i, b in self._body.items()}
        self._like = {t.id: [getattr(t, name) for name in _FIELDS] for t in things}
        self._owner = _owners(model, [self._body[t.id] for t in self.things])[model.geom_bodyid]  # geom -> index of its thing, -1 for none
        self._pairs: dict[int, tuple[Id, Id]] = {}
        self._fingers = {g: [_below(model, model.body(n).id) for n in names] for g, names in robot.fingers.items()}
        self._finger = np.isin(np.arange(model.ngeom), [g for sides in self._fingers.values() for side in sides for g in side])
        self._robot = robot
        self._reach = {arm: reach_of(robot, arm) for arm in robot.arms if arm in robot.reach}
        wheels = [j for p in robot.parts.values() if p.kind == "base" for j in p.joints]
        self._wheels = [int(model.joint(j).qposadr[0]) for j in wheels]
        self._dofs = {t.id: int(model.body_dofadr[self._body[t.id]]) for t in things if model.body_dofnum[self._body[t.id]]}
        self._granules = bodies(model)
        self._vessels = [t for t in things if t.category in VESSELS] if len(self._granules) else []
        self._painted = [t for t in things if "painted" in t.attributes]
        self._now, self._collided = self.data, False

    def __contains__(self, id: Id) -> bool:
        return id in self._body

    def scene(self, snapshot: Snapshot) -> Scene:
        """The Scene of that moment."""
        data = self.data
        data.qpos[:], data.time = snapshot.qpos, snapshot.time
        mujoco.mj_kinematics(self.model, data)
        seen = self.glimpse(data, snapshot.kept)
        return Scene(**{name: getattr(seen, name) for name in _PARTS} | {"objects": dict(seen.objects)})

    def glimpse(self, data: Any, kept: Array) -> Scene:
        """The Scene of a simulation whose bodies are where its joints put them, each part and thing of it measured when it is first
        asked for: until the simulation goes on, or another scene is measured."""
        self._now, self._collided = data, False
        return Glimpse(self, data, kept)

    def _collide(self) -> Any:
        """The geoms that touch. Shape (contacts, 2)."""
        data = self._now
        if not self._collided:
            mujoco.mj_comPos(self.model, data)  # the broad phase reads inertial frames
            mujoco.mj_collision(self.model, data)
            self._collided = True
        return data.contact.geom[: data.ncon]

    def reach(self) -> Mapping[str, Reach]:
        """Where each arm can work, from where its base has driven to."""
        if not self._wheels:
            return self._reach
        x, y, yaw = self._now.qpos[self._wheels]
        base = self._robot.base @ Pose.at(x, y, 0.0, yaw=yaw)
        return {arm: replace(r, centre=base.apply(self._robot.reach[arm][0])) for arm, r in self._reach.items()}

    @property
    def ways(self) -> Mapping[Id, tuple[str, float, float]]:
        """Drawer, door, faucet or button -> its joint's name, and where that is closed and fully open [m or rad]."""
        return {i: (self.model.joint(j).name, *self._way[i][1:]) for i, j in self._joints.items()}

    @property
    def handles(self) -> Mapping[Id, tuple[str, Pose]]:
        """Thing -> the body that its handle moves with, and where the handle is in that."""
        found = {i: (self.model.body(self._moved[i]).name, like[_HANDLE]) for i, like in self._like.items() if like[_HANDLE] is not None}
        return found

    def gap(self, data: Any, id: Id) -> float:
        """The least distance between a thing and whatever is no thing and moves, which is the robot [m]; at most 1."""
        index = next(i for i, t in enumerate(self.things) if t.id == id)
        solid = (self.model.geom_contype != 0) | (self.model.geom_conaffinity != 0)
        robot = np.flatnonzero((self._owner < 0) & solid & (self.model.body_weldid[self.model.geom_bodyid] != 0))
        mine = np.flatnonzero((self._owner == index) & solid)
        return min((mujoco.mj_geomDistance(self.model, data, int(a), int(b), 1.0, None) for a in mine for b in robot), default=1.0)

    def speed(self, snapshot: Snapshot, id: Id) -> float:
        """How fast a thing moves [m/s], 0 for what is fixed; a turn counts as the speed of a point 5 cm from its axis."""
        at = self._dofs.get(id)
        if at is None:
            return 0.0
        count = int(self.model.body_dofnum[self._body[id]])
        velocity = snapshot.qvel[at : at + count]
        return float(np.linalg.norm(velocity[:3]) + 0.05 * np.linalg.norm(velocity[3:]))

    def opened(self, data: Any) -> dict[Id, float]:
        """How far each joint has gone of its way, 0 to 1."""
        return {i: min(max(float(data.qpos[a] - low) / (high - low), 0.0), 1.0) for i, (a, low, high) in self._way.items()}

    def stands(self, data: Any, id: Id, by_handle: bool = False) -> tuple[Array, Array]:
        """Where a thing is, or its handle if it has one and that is asked for: position [m] and orientation, wxyz."""
        handle = self._like[id][_HANDLE] if by_handle else None
        if handle is None:
            body = self._body[id]
            return data.xpos[body], data.xquat[body]
        pose = Pose(data.xpos[self._moved[id]], data.xquat[self._moved[id]]) @ handle
        return pose.pos, pose.quat

    def placed(self, data: Any, id: Id) -> Thing:
        """A thing as it is."""
        body, values = self._body[id], self._like[id].copy()
        pose = values[_POSE] = Pose(data.xpos[body].copy(), data.xquat[body].copy())
        values[_SEEN] = float(data.time)
        if values[_SLIDE] is not None:
            values[_SLIDE] = pose.matrix @ values[_SLIDE]
        joint = self._joints.get(id)
        if joint is not None and int(self.model.jnt_type[joint]) == int(mujoco.mjtJoint.mjJNT_HINGE):
            low, high = self.model.jnt_range[joint]
            values[_HINGE] = Hinge(data.xanchor[joint].copy(), data.xaxis[joint].copy(), float(high - low))
        if values[_HANDLE] is not None:
            values[_HANDLE] = Pose(*self.stands(data, id, by_handle=True))
        return Thing(*values)

    def fill(self, objects: Mapping[Id, Thing]) -> dict[Id, float]:
        """Vessel -> share of the world's granules in it."""
        points = self._now.xpos[self._granules]
        found = {}
        for vessel in self._vessels:
            assert vessel.cavity is not None
            found[vessel.id] = share_inside(points, objects[vessel.id].pose, vessel.cavity, vessel.shape != "box")
        return found

    def _standing(self, objects: Mapping[Id, Thing], touching: frozenset[tuple[Id, Id]]) -> frozenset[tuple[Id, Id]]:
        """What touches the table where it is painted touches the paint."""
        found = set()
        for pair in touching:
            if "table" in pair:
                thing = objects[pair[0] if pair[1] == "table" else pair[1]]
                for place in self._painted:
                    away = np.abs(objects[place.id].pose.matrix.T @ (thing.pose.pos - objects[place.id].pose.pos))[:2]
                    over = np.all(away <= place.size[:2] / 2) if place.shape == "box" else np.hypot(*away) <= place.size[0] / 2
                    if over:
                        found.add((min(thing.id, place.id), max(thing.id, place.id)))
        return frozenset(found)

    def touching(self, objects: Mapping[Id, Thing]) -> frozenset[tuple[Id, Id]]:
        """Pairs of things that touch, ids sorted."""
        owners = self._owner[self._collide()]
        owners = owners[(owners.min(axis=1, initial=0) >= 0) & (owners[:, 0] != owners[:, 1])]
        count, pairs = len(self.things), self._pairs
        found = set()
        for code in set((owners[:, 0] * count + owners[:, 1]).tolist()):
            if (pair := pairs.get(code)) is None:
                a, b = self.things[code // count].id, self.things[code % count].id
                pair = pairs[code] = (min(a, b), max(a, b))
            found.add(pair)
        touching = frozenset(found)
        return touching | self._standing(objects, touching) if self._painted else touching

    def held(self) -> dict[str, Id | None]:
        """What touches both fingers; with several, what touches them at the most points."""
        geoms = self._collide()
        geoms = geoms[self._finger[geoms].any(axis=1)].tolist()
        held: dict[str, Id | None] = {}
        for gripper, fingers in self._fingers.items():
            counts = [self._counts(geoms, finger) for finger in fingers] if geoms else []
            both = set.intersection(*(set(c) for c in counts)) if counts else set()
            movable = [i for i in both if not self.things[i].fixed]
            best = max(movable, key=lambda i: (sum(c[i] for c in counts), -i), default=None)
            held[gripper] = None if best is None else self.things[best].id
        return held

    def robot_touches(self) -> bool:
        """Whether any part of the robot touched a thing other than the table in the scene measured last."""
        geoms = self._collide()
        bodies, owners = self.model.geom_bodyid[geoms], self._owner[geoms]
        table = next(i for i, t in enumerate(self.things) if t.id == "table")
        loose = np.isin(bodies, self._granules)
        return bool(np.any((owners < 0) & ~loose & (owners[:, ::-1] >= 0) & (owners[:, ::-1] != table)))

    def _counts(self, geoms: Any, finger: set[int]) -> dict[int, int]:
        """Thing index -> number of contacts with a finger."""
        counts: dict[int, int] = {}
        for a, b in geoms:
            for mine, other in ((a, b), (b, a)):
                if int(mine) in finger and (index := int(self._owner[other])) >= 0:
                    counts[index] = counts.get(index, 0) + 1
        return counts


def _owners(model: Any, bodies: Sequence[int]) -> Any:
    """Body -> index of the thing that it is, or is a part of; -1 for none."""
    index = {body: i for i, body in enumerate(bodies)}
    owner = np.full(model.nbody, -1)
    for body in range(1, model.nbody):
        owner[body] = index.get(body, owner[model.body_parentid[body]])
    return owner


def _below(model: Any, body: int) -> set[int]:
    """The geoms of a body and of everything mounted on it."""
    found = set()
    for geom in range(model.ngeom):
        at = int(model.geom_bodyid[geom])
        while at > 0 and at != body:
            at = int(model.body_parentid[at])
        if at == body:
            found.add(geom)
    return found


def reach_of(robot: RobotDescription, arm: str) -> Reach:
    """Where an arm of a robot can work, in the world."""
    shoulder, inner, outer = robot.reach[arm]
    gripper = robot.parts.get(robot.parts[arm].gripper)
    cup = None if gripper is None else gripper.cup
    drives = any(p.kind == "base" for p in robot.parts.values())
    width = {} if gripper is None else {"width": float(gripper.upper[0])}
    return Reach(robot.base.apply(shoulder), inner, outer, **width, gripper=robot.parts[arm].gripper, cup=cup, drives=drives)
