"""The true Scene of a world that somebody else has built: its things, contacts, grips and drawers, from a snapshot of its state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import mujoco
import numpy as np

from heedful.envs.foreign.robosuite_scene import Found
from heedful.envs.truth import Snapshot, reach_of
from heedful.geometry import Pose
from heedful.hardware.description import RobotDescription
from heedful.types import Id, Scene, Thing


class Sight:
    """Measures Scenes on a foreign model. It has a MjData of its own, so one Sight serves one thread at a time.

    Args:
      model: The compiled world.
      found: What stands in it. What is mounted on a body belongs to its thing, down to the next thing.
      robot: The body whose fingers tell what is held, under the world's own names.
      facing: Whether sides are told as somebody sees them who faces the robot.
    """

    def __init__(self, model: Any, found: Found, robot: RobotDescription, facing: bool = False) -> None:
        self.model, self.data, self._facing = model, mujoco.MjData(model), facing
        self.things = tuple(found.things)
        self._body = np.array([model.body(found.bodies[t.id]).id for t in self.things])
        self._slides = {i: (int(model.joint(j).qposadr[0]), closed, opened) for i, (j, closed, opened) in found.slides.items()}
        self._lights = {i: (int(model.joint(j).qposadr[0]), least) for i, (j, least) in found.lights.items()}
        fingers = {f: (g, n) for g, names in robot.fingers.items() for n, f in enumerate(model.body(name).id for name in names)}
        self._hands = {g: len(names) for g, names in robot.fingers.items()}
        owner, finger = np.full(model.nbody, -1), np.full(model.nbody, -1)
        numbers = {f: i for i, f in enumerate(fingers)}
        self._fingers = list(fingers.values())
        thing_of = {int(b): i for i, (t, b) in enumerate(zip(self.things, self._body, strict=True)) if t.id not in found.places}
        for body in range(model.nbody):  # parents come before their children
            parent = int(model.body_parentid[body])
            owner[body] = thing_of.get(body, owner[parent] if parent > 0 else -1)
            finger[body] = numbers.get(body, finger[parent] if parent > 0 else -1)
        self._owner, self._finger = owner[model.geom_bodyid], finger[model.geom_bodyid]
        roots = model.body_rootid[model.geom_bodyid]
        self._places = [
            (i, roots == model.body_rootid[int(b)])
            for i, (t, b) in enumerate(zip(self.things, self._body, strict=True))
            if t.id in found.places
        ]
        self._reach = {arm: reach_of(robot, arm) for arm in robot.arms if arm in robot.reach}

    def scene(self, snapshot: Snapshot) -> Scene:
        """The Scene of that moment."""
        data = self.data
        data.qpos[:], data.time = snapshot.qpos, snapshot.time
        mujoco.mj_kinematics(self.model, data)
        mujoco.mj_comPos(self.model, data)
        mujoco.mj_collision(self.model, data)
        opened = {i: float(np.clip((data.qpos[a] - shut) / (full - shut), 0.0, 1.0)) for i, (a, shut, full) in self._slides.items()}
        objects = {t.id: self._placed(t, int(b), snapshot.time) for t, b in zip(self.things, self._body, strict=True)}
        touching, held = self._contacts()
        lit = {i: bool(data.qpos[a] >= least) for i, (a, least) in self._lights.items()}
        return Scene(snapshot.time, objects, held, opened, lit, contacts=touching, reach=self._reach, facing=self._facing)

    def _placed(self, thing: Thing, body: int, time: float) -> Thing:
        pose = Pose(self.data.xpos[body].copy(), self.data.xquat[body].copy()) @ thing.pose
        handle = pose @ thing.handle if thing.handle is not None else None
        slide = pose.matrix @ thing.slide if thing.slide is not None else None
        return replace(thing, pose=pose, handle=handle, slide=slide, seen=time)

    def _contacts(self) -> tuple[frozenset[tuple[Id, Id]], dict[str, Id | None]]:
        """Touching pairs of things, and what each gripper holds: what touches all its fingers, at the most points."""
        geoms = self.data.contact.geom[: self.data.ncon] if self.data.ncon else np.zeros((0, 2), dtype=int)
        pairs, counts = set(), np.zeros((len(self._fingers), len(self.things)), dtype=int)
        for one, other in geoms.tolist():
            a, b = int(self._owner[one]), int(self._owner[other])
            if a >= 0 and b >= 0 and a != b:
                pairs.add(_pair(self.things[a].id, self.things[b].id))
            for i, its in self._places:  # a place has no geoms: what touches the fixture that it is on touches it
                pairs |= {_pair(self.things[i].id, self.things[t].id) for g, t in ((one, b), (other, a)) if its[g] and t >= 0 and t != i}
            for mine, thing in ((int(self._finger[one]), b), (int(self._finger[other]), a)):
                if mine >= 0 and thing >= 0:
                    counts[mine, thing] += 1
        held: dict[str, Id | None] = {}
        for hand, fingers in self._hands.items():
            mine_ = counts[[i for i, (g, _) in enumerate(self._fingers) if g == hand]]
            both = [i for i in np.flatnonzero((mine_ > 0).all(axis=0)) if not self.things[i].fixed] if fingers else []
            best = max(both, key=lambda i: (int(mine_[:, i].sum()), -i), default=None)
            held[hand] = None if best is None else self.things[best].id
        return frozenset(pairs), held


def _pair(a: Id, b: Id) -> tuple[Id, Id]:
    return min(a, b), max(a, b)
