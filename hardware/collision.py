"""The robot-only collision model: which bodies of the robot would touch each other, the table, a thing, or what the hand carries."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import mujoco
import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle
from heedful.hardware.attaching import attach, compiled, like
from heedful.hardware.description import RobotDescription
from heedful.hardware.travel import places
from heedful.types import Cavity, Thing

CLEARANCE = 0.005
"""Distance that planned motions keep from things and the table [m]; also how far ahead contacts are reported."""
TABLE_TOP = (0.35, 0.0, 1.8, 2.4)
"""Centre x, y before the base and full size x, y of the table [m]; wide enough that nothing reaches round it."""
THIN = 0.004
"""The thinnest wall given to a container [m]."""

HANDLE = (0.045, 0.012)
"""How long and how thick the bar of a movable thing's handle is taken to be [m]."""

Pair = tuple[str, str]
Shape = tuple[str, Array, Pose]
"""`box` or `cylinder`, MuJoCo half sizes [m], pose in the thing's frame."""


def shapes(thing: Thing) -> list[Shape]:
    """A thing as boxes and cylinders in its own frame; containers are a floor and walls, so that the hand can go in; what stands off a
    movable thing as its handle is a bar and what lies between."""
    return _walls(thing) if thing.fixed or thing.handle is None else [*_walls(thing), _handle(thing.pose.inverse() @ thing.handle)]


def _handle(grip: Pose) -> Shape:
    """The bar, whose place is given in the thing's frame, and the outer half of the way to it from the thing's middle; the bar alone where
    it does not stand off, as that of a nut."""
    half = max(float(grip.pos @ grip.matrix[:, 2]) / 4, HANDLE[1] / 2)
    return "box", np.array([HANDLE[0] / 2, HANDLE[1] / 2, half]), grip @ Pose.at(0.0, 0.0, HANDLE[1] / 2 - half)


def _walls(thing: Thing) -> list[Shape]:
    half = thing.size / 2
    cavity = thing.cavity
    if thing.spherical:
        return [("cylinder", np.array([half[0], half[0], 0.0]), Pose(np.zeros(3), thing.pose.inverse().quat))]  # upright, however it lies
    if cavity is None and thing.shape != "bowl":
        if thing.shape in ("box", "ball"):
            return [("box", half, Pose.at(0, 0, 0))]
        return [("cylinder", np.array([max(half[:2]), half[2], 0.0]), Pose.at(0, 0, 0))]
    if cavity is None:
        wall = max(THIN, 0.1 * max(half[:2]))
        cavity = Cavity(np.array([0.0, 0.0, wall / 2]), thing.size - np.array([2 * wall, 2 * wall, wall]))
    low, high = cavity.centre - cavity.size / 2, cavity.centre + cavity.size / 2
    floor = max(THIN, low[2] + half[2])
    if thing.shape != "box":
        outer = float(max(half[:2]))
        inner = min(float(min(cavity.size[:2])) / 2, outer - THIN)
        across, along = (outer - inner) / 2, outer * np.tan(np.pi / 8)
        found: list[Shape] = [("cylinder", np.array([outer, floor / 2, 0.0]), Pose.at(0, 0, -half[2] + floor / 2))]
        for turn in np.arange(8) * np.pi / 4:
            centre = (inner + across) * np.array([np.cos(turn), np.sin(turn), 0.0])
            found.append(("box", np.array([across, along, half[2]]), Pose(centre, quat_from_axis_angle((0, 0, 1), turn))))
        return found
    return [
        _between((-half[0], -half[1], -half[2]), (half[0], half[1], -half[2] + floor)),
        _between(-half, (max(low[0], -half[0] + THIN), half[1], half[2])),
        _between((min(high[0], half[0] - THIN), -half[1], -half[2]), half),
        _between(-half, (half[0], max(low[1], -half[1] + THIN), half[2])),
        _between((-half[0], min(high[1], half[1] - THIN), -half[2]), half),
    ]


def _between(low: Sequence[float] | Array, high: Sequence[float] | Array) -> Shape:
    a, b = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    return "box", (b - a) / 2, Pose((a + b) / 2)


def placed(description: RobotDescription) -> mujoco.MjSpec:
    """The robot's spec with its base where it stands in the world."""
    spec = description.spec()
    if np.allclose(description.base.pos, 0.0) and np.allclose(np.abs(description.base.quat), (1, 0, 0, 0)):
        return spec
    world = like(spec)
    attach(world, spec, description.base)
    return world


@dataclass(frozen=True, slots=True, eq=False)
class Carried:
    """A thing that moves rigidly with a tool: its pose in the tool's frame."""

    arm: str
    thing: Thing
    grasp: Pose


class CollisionModel:
    """The robot, the table and a fixed set of things, compiled once; configurations are checked from any thread."""

    def __init__(
        self,
        description: RobotDescription,
        table: bool = True,
        things: Sequence[Thing] = (),
        carried: Carried | None = None,
        excluded: frozenset[Pair] = frozenset(),
        hands: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        """Compile.

        Args:
          description: The robot.
          table: Whether to add a table, with its top at the description's `ground`.
          things: Obstacles, where they are now.
          carried: What the hand holds; it is checked against things and table, not against the robot.
          excluded: Pairs of body names that may always touch.
          hands: Arm -> bodies of its gripper.
        """
        spec = placed(description)
        for geom in spec.geoms:
            if geom.contype or geom.conaffinity:
                geom.contype, geom.conaffinity, geom.margin, geom.gap = 1, 3, CLEARANCE, 0.0
        self.says: dict[str, str] = {}
        if table:
            width, depth = TABLE_TOP[2:]
            x, y = np.array(TABLE_TOP[:2]) + description.base.pos[:2]
            body = spec.worldbody.add_body(name="table")
            size, at = [width / 2, depth / 2, 0.1], [x, y, description.ground - 0.1]
            body.add_geom(type=mujoco.mjtGeom.mjGEOM_BOX, size=size, pos=at, contype=2, conaffinity=0, margin=CLEARANCE, mass=0)
            self.says["table"] = "the table"
        for i, thing in enumerate(things):
            body = spec.worldbody.add_body(name=f"thing {i}", pos=thing.pose.pos, quat=thing.pose.quat)
            self._add(body, thing, Pose.at(0, 0, 0), 2, 0)
            self.says[f"thing {i}"] = f"the {thing.name}"
        if carried is not None:
            site = spec.site(description.parts[carried.arm].tool)
            body = site.parent.add_body(name="carried")
            self._add(body, carried.thing, Pose(np.array(site.pos), _unit(site.quat)) @ carried.grasp, 4, 2)
            self.says["carried"] = f"the {carried.thing.name}"
        for a, b in sorted(excluded):
            spec.add_exclude(bodyname1=a, bodyname2=b)
        self.model = compiled(spec)
        self.carried = carried
        self.hands = hands or {}
        self._body = [self.model.body(int(b)).name for b in self.model.geom_bodyid]
        self.places = places(self.model, description)
        self._rest = self.model.qpos0.copy()
        self._local = threading.local()
        self._is_box = self.model.geom_type == int(mujoco.mjtGeom.mjGEOM_BOX)
        self._least = self.model.geom_size.min(axis=1)
        self._thin = float(self._least[self._is_box].min(initial=np.inf))
        self._place(self._rest, description.home())
        for name, part in description.parts.items():
            if part.kind == "gripper":
                self._place(self._rest, {name: part.upper[:1]})
        if carried is not None and (gripper := description.parts[carried.arm].gripper):
            part = description.parts[gripper]
            across = float(np.abs(carried.grasp.matrix[1] * carried.thing.size).sum())
            self._place(self._rest, {gripper: np.clip([across], part.lower[:1], part.upper[:1])})

    @staticmethod
    def _add(body: mujoco.MjsBody, thing: Thing, at: Pose, contype: int, conaffinity: int) -> None:
        for kind, size, pose in shapes(thing):
            where = at @ pose
            type_ = mujoco.mjtGeom.mjGEOM_BOX if kind == "box" else mujoco.mjtGeom.mjGEOM_CYLINDER
            body.add_geom(
                type=type_, size=size, pos=where.pos, quat=where.quat, contype=contype, conaffinity=conaffinity, margin=CLEARANCE, mass=0
            )

    def _place(self, qpos: Array, parts: Mapping[str, Array]) -> None:
        for name, q in parts.items():
            if name in self.places:
                self.places[name].put(qpos, q)

    def distances(self, parts: Mapping[str, Array]) -> dict[Pair, float]:
        """Signed distance [m] of every pair of bodies nearer than reported, negative where they overlap.

        Args:
          parts: Joint positions of arms [rad] and widths of grippers [m]; parts left out rest at home, grippers open.
        """
        try:
            data = self._local.data
        except AttributeError:
            data = self._local.data = mujoco.MjData(self.model)
        data.qpos[:] = self._rest
        self._place(data.qpos, parts)
        mujoco.mj_kinematics(self.model, data)
        mujoco.mj_comPos(self.model, data)
        mujoco.mj_collision(self.model, data)
        found: dict[Pair, float] = {}
        if data.ncon:
            for (g1, g2), dist in zip(data.contact.geom.tolist(), data.contact.dist.tolist(), strict=True):
                if dist < -self._thin and -dist > self._deepest(g1, g2):
                    dist = mujoco.mj_geomDistance(self.model, data, g1, g2, CLEARANCE, None)
                    if dist >= CLEARANCE:
                        continue
                a, b = self._body[g1], self._body[g2]
                pair = (a, b) if a < b else (b, a)
                if dist < found.get(pair, np.inf):
                    found[pair] = dist
        return found

    def _deepest(self, g1: int, g2: int) -> float:
        """How deep two boxes can overlap at most [m]: the engine's test of box on box reports more where they stand apart."""
        if not (self._is_box[g1] and self._is_box[g2]):
            return float(np.inf)
        (a, b), (ra, rb) = self._least[[g1, g2]].tolist(), self.model.geom_rbound[[g1, g2]].tolist()
        return float(min(a + rb, b + ra))

    def sentence(self, pair: Pair) -> str:
        """`the hand would touch the blue bowl`."""
        a, b = sorted(pair, key=lambda name: (name in self.says and name != "carried", name != "carried"))
        first = self.says.get(a, f"the {spoken(a)}")
        return f"{first} would touch {self.says.get(b) or f'its own {spoken(b)}'}"


def spoken(name: str) -> str:
    """A body's name as words: `panda_left_finger` and `hand` as `left finger` and `hand`."""
    words = re.sub(r"(?<=[a-z])(?=\d)", " ", name.replace("_", " ").replace("/", " "))
    return re.sub(r"^(panda|fr3|ur5e|robot) ", "", words)


def _unit(quat: Array) -> Array:
    q: Array = np.asarray(quat, dtype=float)
    unit: Array = q / np.linalg.norm(q)
    return unit
