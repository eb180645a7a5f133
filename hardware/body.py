"""A robot's geometry without its world: kinematics, inverse kinematics, predicted collisions and collision-free paths."""

from __future__ import annotations

import copy
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from itertools import pairwise

import mujoco
import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_from_matrix, quat_mul, rotation_vector
from heedful.hardware import planning
from heedful.hardware.collision import Carried, CollisionModel, Pair
from heedful.hardware.description import RobotDescription
from heedful.hardware.ik import Solver, best
from heedful.hardware.limits import Boxes, workspaces
from heedful.types import Observation, PartSpec, Thing, Volume

WORLDS_KEPT = 8
"""How many compiled obstacle sets are remembered."""
SPACING = 0.03
"""The tool moves no further between two looks at where a path leads it [m]."""


TREES = 3
"""Random trees grown where the tool has to go round something, which a short one may not find the way about."""


class RobotBody:
    """`heedful.types.Body` on the robot-only model. Every method may be called from any thread."""

    def __init__(self, description: RobotDescription, table: bool = True) -> None:
        self.description = description
        bare = CollisionModel(description, table)
        self.floating = bool((bare.model.jnt_type == int(mujoco.mjtJoint.mjJNT_FREE)).any())
        """Whether it stands on nothing fixed, as on legs: where it is can then not be told from its joints."""
        self._table = table = table and not self.floating
        self.model: mujoco.MjModel = bare.model
        self.hands = {arm: self._hand(arm) for arm in description.arms}
        """Arm -> names of the bodies of its gripper."""
        home = description.home()
        always = {p for p, d in bare.distances(home).items() if d < 0.001}
        within = {(min(a, b), max(a, b)) for hand in self.hands.values() for a in hand for b in hand if a != b}
        self._excluded = frozenset(always | within)
        self._own = CollisionModel(description, table, excluded=self._excluded, hands=self.hands)
        self.model = self._own.model
        self._qpos = {name: place.qpos for name, place in self._own.places.items() if place.travel is None}
        self._moving = [n for n, p in self.parts.items() if p.kind != "gripper" and n in self._qpos]
        self._rest = self._own._rest
        self._dofs = {n: np.array([int(self.model.joint(j).dofadr[0]) for j in description.parts[n].joints]) for n in self._qpos}
        self._site = {arm: int(self.model.site(description.parts[arm].tool).id) for arm in description.arms}
        self._solvers = {arm: Solver(self.model, description.parts[arm], self._qpos[arm], self._rest) for arm in description.arms}
        self.levers = {arm: self._lever(arm) for arm in description.arms}
        """Arm -> how far the hand can move per radian of each joint, at most [m/rad]."""
        self.where: Mapping[str, Array] = {}
        """Parts that are elsewhere than at home, and their configurations."""
        self.fixtures: tuple[Volume, ...] = ()
        """What the tool of a path keeps out of."""
        self._worlds: OrderedDict[tuple[bytes | str, ...], CollisionModel] = OrderedDict()
        self._lock = threading.Lock()
        self._local = threading.local()

    @property
    def name(self) -> str:
        return self.description.name

    @property
    def parts(self) -> Mapping[str, PartSpec]:
        return self.description.parts

    @property
    def dt(self) -> float:
        return self.description.dt

    def standing(self, where: Mapping[str, Array]) -> RobotBody:
        """This body with other parts elsewhere than at home: a base that has driven off, the other arm where it is."""
        if not where:
            return self
        other = copy.copy(self)
        other.where = dict(where)
        return other

    def among(self, fixtures: Sequence[Volume]) -> RobotBody:
        """This body where the tool of no path may enter these volumes, unless it shall end in one."""
        other = copy.copy(self)
        other.fixtures = tuple(fixtures)
        return other

    def as_measured(self, observation: Observation) -> RobotBody:
        """This body as a robot of several arms or with a base stands at an observation; itself for a single arm."""
        if len(self._moving) < 2:
            return self
        return self.standing({n: observation.parts[n].q for n in self._moving if n in observation.parts})

    def fk(self, arm: str, q: Array) -> Pose:
        """The tool's pose in the world at joint positions q [rad]."""
        data, site = self._kinematics(arm, q), self._site[arm]
        return Pose(data.site_xpos[site].copy(), quat_from_matrix(data.site_xmat[site].reshape(3, 3)))

    def jacobian(self, arm: str, q: Array) -> tuple[Pose, Array]:
        """The tool's pose in the world, and its velocity (linear [m], angular [rad], world axes) per joint. Shape (6, joints)."""
        data, site = self._kinematics(arm, q), self._site[arm]
        mujoco.mj_comPos(self.model, data)
        jac = self._local.jac
        mujoco.mj_jacSite(self.model, data, jac[:3], jac[3:], site)
        return Pose(data.site_xpos[site].copy(), quat_from_matrix(data.site_xmat[site].reshape(3, 3))), jac[:, self._dofs[arm]]

    def ik(self, arm: str, pose: Pose, near: Array, free_yaw: bool = False, lean: float = 0.0) -> Array | None:
        """Joint positions that bring the tool within 1 mm and 0.01 rad of a pose, or None: an orientation that the arm cannot take,
        as most that five joints are asked for, is not replaced by another unless the caller allows it.

        Args:
          arm: Which arm.
          pose: Where the tool shall be, in the world.
          near: Joint positions [rad] to stay near; the answer is deterministic in them and the pose.
          free_yaw: Whether the rotation about the tool's own z axis is free.
          lean: How far the tool may be turned from the pose where that cannot be met exactly [rad]; the least is taken.

        Solutions that touch neither the robot itself nor the table are preferred.
        """
        found = self._solvers[arm].solutions(pose, np.asarray(near, dtype=float), free_yaw, self._at({}))

        def clear(q: Array) -> bool:
            return not any(d < 0 for d in self.touching({arm: q}).values())

        exact = None if lean and len(self.parts[arm].joints) < 6 else best(found, near, clear)
        if exact is not None or not lean:
            return exact
        leaning = self._solvers[arm].leaning(pose, np.asarray(near, dtype=float), lean, self._at({}))
        first = None
        for q in leaning:
            if clear(q):
                return q
            first = q if first is None else first
        return first

    def solver(self, arm: str) -> Solver:
        """What finds an arm's joint positions, without regard to what they touch."""
        return self._solvers[arm]

    def step_towards(self, arm: str, q: Array, twist: Array, rest: float = 0.0) -> Array:
        """The joint displacement [rad] for a small tool displacement (linear [m], angular [rad], world axes), damped least squares.

        `rest` pulls the null space towards home by this fraction.
        """
        _, jac = self.jacobian(arm, q)
        return self._solve(arm, q, jac, twist, rest)

    def _solve(self, arm: str, q: Array, jac: Array, twist: Array, rest: float = 0.0) -> Array:
        inverse: Array = jac.T @ np.linalg.inv(jac @ jac.T + 1e-4 * np.eye(6))
        dq: Array = inverse @ twist
        if rest:
            pull = rest * (self.parts[arm].home - q)
            dq += pull - inverse @ (jac @ pull)
        return dq

    def shift(self, arm: str, q: Array, offset: Array, turn: Array | float = 0.0) -> Array:
        """Joint targets whose tool pose is that of q displaced in the world [m] and turned: about world z, or by a rotation vector [rad].

        The result lies within the joint limits; beyond reach it comes as near as damped least squares takes it.
        """
        q = np.asarray(q, dtype=float)
        part = self.parts[arm]
        pose, jac = self.jacobian(arm, q)
        about = np.array([0.0, 0.0, turn]) if isinstance(turn, (int, float)) else np.asarray(turn, dtype=float)
        angle = float(np.linalg.norm(about))
        quat = quat_mul(quat_from_axis_angle(about, angle), pose.quat) if angle else pose.quat
        target = Pose(pose.pos + np.asarray(offset, dtype=float), quat)
        for _ in range(4):
            error = twist_between(pose, target)
            if np.abs(error[:3]).max() < 1e-5 and np.abs(error[3:]).max() < 1e-4:
                break
            q = np.clip(q + self._solve(arm, q, jac, error), part.lower, part.upper)
            pose, jac = self.jacobian(arm, q)
        return q

    def touching(self, parts: Mapping[str, Array]) -> dict[Pair, float]:
        """Signed distances [m] of near pairs of the robot's own bodies and the table, negative where they overlap."""
        return self._own.distances({**self.where, **parts})

    def sentence(self, pair: Pair) -> str:
        """What it would mean if such a pair touched, in words."""
        return self._own.sentence(pair)

    def collision(
        self,
        arm: str,
        q: Array,
        obstacles: Sequence[Thing] = (),
        held: Thing | None = None,
        grasp: Pose | None = None,
        *,
        opening: float | None = None,
    ) -> str | None:
        """A sentence naming the deepest colliding pair, `the hand would touch the blue bowl`, or None.

        Args:
          arm: Which arm; other parts rest at home, the gripper is open, or as wide as what it holds.
          q: Joint positions [rad].
          obstacles: Things as they stand; `held` among them is left out.
          held: A thing that moves rigidly with the tool.
          grasp: Its pose in the tool's frame; by default `held.pose` is taken to be its pose in the world with the arm at q.
          opening: How wide the gripper is, if neither open nor closed on what it holds [m].
        """
        carried = Carried(arm, held, grasp or self.fk(arm, q).inverse() @ held.pose) if held is not None else None
        world = self.world(obstacles, carried)
        fingers = {} if opening is None else {self.parts[arm].gripper: np.array([opening])}
        near = world.distances({**self.where, **fingers, arm: q})
        pair = min(near, key=lambda p: near[p], default=None)
        return world.sentence(pair) if pair is not None and near[pair] < 0 else None

    def path(
        self,
        arm: str,
        start: Array,
        goal: Array,
        obstacles: Sequence[Thing] = (),
        held: Thing | None = None,
        grasp: Pose | None = None,
        seed: int = 0,
    ) -> list[Array] | None:
        """Joint positions [rad] from start to goal whose straight connections touch nothing, with the tool where the envelope allows it to
        be, or None.

        Args:
          arm: Which arm.
          start: Where it is. Pairs that touch here may stay as near, so that an arm can leave what it has just released.
          goal: Where it shall be.
          obstacles: Things as they stand; `held` among them is left out.
          held: A thing that moves rigidly with the tool.
          grasp: Its pose in the tool's frame; by default `held.pose` is taken to be its pose in the world with the arm at start.
          seed: Of the random tree.
        """
        start, goal = np.asarray(start, dtype=float), np.asarray(goal, dtype=float)
        carried = Carried(arm, held, grasp or self.fk(arm, start).inverse() @ held.pose) if held is not None else None
        world = self.world(obstacles, carried)
        part, resting = self.parts[arm], {**self.where}
        levers = self.levers[arm] + (float(np.linalg.norm(held.size)) if held is not None else 0.0)

        def near(q: Array) -> Mapping[Pair, float]:
            return world.distances({**resting, arm: q})

        found = planning.plan(near, start, goal, part.lower, part.upper, levers, seed)
        there = self.fk(arm, goal).pos[None]
        keep = [v for v in (*self._around(arm), *self.fixtures) if Boxes([v]).breaches(there)[0] <= 0]
        boxes, names = Boxes(keep), [("tool", v.name) for v in keep]
        if found is None or not keep or float(boxes.breaches(self._tools(arm, found)).max()) <= 0:
            return found

        def within(q: Array) -> Mapping[Pair, float]:
            outside = boxes.breaches(self._tools(arm, [q])).tolist()
            return {**near(q), **{n: -d for n, d in zip(names, outside, strict=True)}}

        tries = (planning.plan(within, start, goal, part.lower, part.upper, levers, seed + k) for k in range(TREES))
        return next((path for path in tries if path is not None), None)

    def _tools(self, arm: str, path: Sequence[Array]) -> Array:
        """Where the tool is along a path, closely enough to be held against volumes. Shape (n, 3)."""
        dense = [path[0]]
        for a, b in pairwise(path):
            count = 1 + int(float(np.abs(b - a) @ self.levers[arm]) / SPACING)
            dense += [a + (b - a) * k / count for k in range(1, count + 1)]
        return np.array([self._kinematics(arm, q).site_xpos[self._site[arm]].copy() for q in dense])

    def _around(self, arm: str) -> list[Volume]:
        """The workspace that the envelope holds an arm to; a base that drives takes its own along."""
        if any(p.kind == "base" for p in self.parts.values()):
            return []
        return [v for a, v in workspaces(self.description).items() if a == arm]

    def world(self, obstacles: Sequence[Thing], carried: Carried | None = None) -> CollisionModel:
        """The compiled collision model of these things, remembered for the next question about them."""
        things = [t for t in obstacles if carried is None or t.id != carried.thing.id]
        key = tuple(k for t in things for k in _key(t))
        if carried is not None:
            key += (carried.arm, carried.grasp.pos.round(5).tobytes(), carried.grasp.quat.round(5).tobytes(), *_key(carried.thing)[:4])
        with self._lock:
            found = self._worlds.get(key)
            if found is None:
                found = CollisionModel(self.description, self._table, things, carried, self._excluded, self.hands)
                self._worlds[key] = found
                while len(self._worlds) > WORLDS_KEPT:
                    self._worlds.popitem(last=False)
            self._worlds.move_to_end(key)
        return found

    def _kinematics(self, arm: str, q: Array) -> mujoco.MjData:
        try:
            data = self._local.data
        except AttributeError:
            data = self._local.data = mujoco.MjData(self.model)
            self._local.jac = np.zeros((6, self.model.nv))
        data.qpos[:] = self._at({arm: q})
        mujoco.mj_kinematics(self.model, data)
        return data

    def _at(self, parts: Mapping[str, Array]) -> Array:
        """The model's qpos with these parts there, others where they stand or at home."""
        qpos: Array = self._rest.copy()
        for name, q in {**self.where, **parts}.items():
            if name in self._qpos:
                qpos[self._qpos[name]] = q
        return qpos

    def _hand(self, arm: str) -> frozenset[str]:
        part = self.description.parts[arm]
        top = int(self.model.site(part.tool).bodyid[0])
        fingers = [int(self.model.body(f).id) for f in self.description.fingers.get(part.gripper, ())]
        tops = {top, *fingers, *(int(self.model.body_parentid[f]) for f in fingers)}
        return frozenset(self.model.body(b).name for b in range(1, self.model.nbody) if tops & set(self._ancestors(b)))

    def _ancestors(self, body: int) -> list[int]:
        chain = [body]
        while chain[-1] != 0:
            chain.append(int(self.model.body_parentid[chain[-1]]))
        return chain

    def _lever(self, arm: str) -> Array:
        model = self.model
        chain = self._ancestors(int(model.site_bodyid[self._site[arm]]))
        hand = [i for i in range(model.ngeom) if model.body(int(model.geom_bodyid[i])).name in self.hands[arm]]
        tip = max((float(np.linalg.norm(model.geom_pos[i])) + float(model.geom_rbound[i]) for i in hand), default=0.1)
        levers = []
        for joint in self.parts[arm].joints:
            body = int(model.joint(joint).bodyid[0])
            after = chain[: chain.index(body)]
            levers.append(tip + sum(float(np.linalg.norm(model.body_pos[b])) for b in after))
        return np.array(levers)


def twist_between(here: Pose, there: Pose) -> Array:
    """The displacement from one pose to another: linear [m] and rotation vector [rad], world axes. Shape (6,)."""
    turn = quat_mul(there.quat, here.quat * np.array([1.0, -1.0, -1.0, -1.0]))
    return np.concatenate([there.pos - here.pos, rotation_vector(turn)])


def _key(thing: Thing) -> tuple[bytes | str, ...]:
    cavity = b"" if thing.cavity is None else thing.cavity.centre.tobytes() + thing.cavity.size.tobytes()
    return (thing.id, thing.shape, thing.size.tobytes(), cavity, thing.pose.pos.tobytes(), thing.pose.quat.tobytes())
