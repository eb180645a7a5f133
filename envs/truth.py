"""The true Scene: what the simulator knows of things, contacts, grips and drawers, measured from a snapshot of its state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import mujoco
import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.description import RobotDescription
from heedful.types import Id, Reach, Scene, Thing


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """The state of a world at one time, copied: enough to compute its Scene later and elsewhere."""

    time: float
    qpos: Array
    qvel: Array


class Truth:
    """Measures Scenes on a model. It has a MjData of its own, so one Truth serves one thread at a time.

    Args:
      model: The compiled world.
      things: The world's things as posed in their own bodies, whose names are their ids.
      robot: The body whose fingers tell what is held.
      slides: Drawer or door id -> the name of its joint.
    """

    def __init__(self, model: Any, things: Sequence[Thing], robot: RobotDescription, slides: Mapping[Id, str]) -> None:
        self.model = model
        self.data = mujoco.MjData(model)
        self.things = tuple(things)
        self._body = {t.id: model.body(t.id).id for t in things}
        self._slides = {i: (int(model.joint(j).qposadr[0]), *model.joint(j).range.tolist()) for i, j in slides.items()}
        owner = np.full(model.nbody, -1)
        for index, thing in enumerate(self.things):
            owner[self._body[thing.id]] = index
        self._owner = owner[model.geom_bodyid]  # geom -> index of its thing, -1 for none
        self._fingers = {g: [_below(model, model.body(n).id) for n in names] for g, names in robot.fingers.items()}
        self._reach = {arm: reach_of(robot, arm) for arm in robot.arms if arm in robot.reach}
        self._dofs = {t.id: int(model.body_dofadr[self._body[t.id]]) for t in things if model.body_dofnum[self._body[t.id]]}

    def scene(self, snapshot: Snapshot) -> Scene:
        """The Scene of that moment."""
        data = self.data
        data.qpos[:], data.time = snapshot.qpos, snapshot.time
        mujoco.mj_kinematics(self.model, data)
        mujoco.mj_comPos(self.model, data)  # the broad phase reads inertial frames
        mujoco.mj_collision(self.model, data)
        touching = self._touching()
        opened = {i: float(np.clip((data.qpos[a] - low) / (high - low), 0.0, 1.0)) for i, (a, low, high) in self._slides.items()}
        objects = {t.id: self._placed(t, snapshot.time) for t in self.things}
        return Scene(snapshot.time, objects, self._held(), opened, contacts=touching, reach=self._reach)

    def speed(self, snapshot: Snapshot, id: Id) -> float:
        """How fast a thing moves [m/s], 0 for what is fixed; a turn counts as the speed of a point 5 cm from its axis."""
        at = self._dofs.get(id)
        if at is None:
            return 0.0
        count = int(self.model.body_dofnum[self._body[id]])
        velocity = snapshot.qvel[at : at + count]
        return float(np.linalg.norm(velocity[:3]) + 0.05 * np.linalg.norm(velocity[3:]))

    def _placed(self, thing: Thing, time: float) -> Thing:
        body = self._body[thing.id]
        pose = Pose(self.data.xpos[body].copy(), self.data.xquat[body].copy())
        handle = pose @ thing.handle if thing.handle is not None else None
        slide = pose.matrix @ thing.slide if thing.slide is not None else None
        return replace(thing, pose=pose, handle=handle, slide=slide, seen=time)

    def _touching(self) -> frozenset[tuple[Id, Id]]:
        owners = self._owner[self.data.contact.geom[: self.data.ncon]] if self.data.ncon else np.zeros((0, 2), dtype=int)
        pairs = owners[(owners >= 0).all(axis=1) & (owners[:, 0] != owners[:, 1])]
        ids = [t.id for t in self.things]
        return frozenset((min(ids[a], ids[b]), max(ids[a], ids[b])) for a, b in {(int(a), int(b)) for a, b in pairs})

    def _held(self) -> dict[str, Id | None]:
        """What touches both fingers; with several, what touches them at the most points."""
        geoms = self.data.contact.geom[: self.data.ncon]
        held: dict[str, Id | None] = {}
        for gripper, fingers in self._fingers.items():
            counts = [self._counts(geoms, finger) for finger in fingers]
            both = set.intersection(*(set(c) for c in counts)) if counts else set()
            movable = [i for i in both if not self.things[i].fixed]
            best = max(movable, key=lambda i: (sum(c[i] for c in counts), -i), default=None)
            held[gripper] = None if best is None else self.things[best].id
        return held

    def _counts(self, geoms: Any, finger: set[int]) -> dict[int, int]:
        """Thing index -> number of contacts with a finger."""
        counts: dict[int, int] = {}
        for a, b in geoms:
            for mine, other in ((a, b), (b, a)):
                if int(mine) in finger and (index := int(self._owner[other])) >= 0:
                    counts[index] = counts.get(index, 0) + 1
        return counts


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
    width = {} if gripper is None else {"width": float(gripper.upper[0])}
    return Reach(robot.base.apply(shoulder), inner, outer, **width)
