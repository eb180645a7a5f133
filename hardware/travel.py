"""How a gripper's pad-to-pad width moves the joints of its fingers, and where a description's parts are in its own model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from heedful.geometry import Array

if TYPE_CHECKING:
    from heedful.hardware.description import RobotDescription


@dataclass(frozen=True, slots=True, eq=False)
class Travel:
    """Finger joints as a piecewise straight function of the width, going straight on beyond both ends."""

    widths: Array
    """Ascending [m]. Shape (rows,)."""
    joints: Array
    """Joint positions at these widths [m or rad], each column rising or falling throughout. Shape (rows, fingers)."""

    def at(self, width: float) -> Array:
        """Joint positions at a width [m]. Shape (fingers,)."""
        i = self._row(width)
        found: Array = self.joints[i] + self.slope(width) * (width - self.widths[i])
        return found

    def slope(self, width: float) -> Array:
        """Joint displacement per metre of width there. Shape (fingers,)."""
        i = self._row(width)
        found: Array = (self.joints[i + 1] - self.joints[i]) / (self.widths[i + 1] - self.widths[i])
        return found

    def width(self, q: Array) -> float:
        """The width at joint positions [m]: the mean over the fingers, which need not move quite alike."""
        return sum(self._inverse(column, float(v)) for column, v in zip(self.joints.T, q, strict=True)) / len(q)

    def load(self, width: float) -> Array:
        """Joint force per newton at each pad [1, or m for hinges]: opposed fingers share the work, a single drive does all of it."""
        found: Array = 1.0 / (np.abs(self.slope(width)) * min(self.joints.shape[1], 2))
        return found

    def _row(self, width: float) -> int:
        return min(max(int(np.searchsorted(self.widths, width)) - 1, 0), len(self.widths) - 2)

    def _inverse(self, column: Array, q: float) -> float:
        way = 1.0 if column[-1] > column[0] else -1.0
        i = min(max(int(np.searchsorted(way * column, way * q)) - 1, 0), len(column) - 2)
        return float(self.widths[i] + (q - column[i]) * (self.widths[i + 1] - self.widths[i]) / (column[i + 1] - column[i]))


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a part's joints are in a model: their ids and qpos addresses; grippers with their travel and the joints that follow."""

    joints: list[int]
    qpos: Array
    travel: Travel | None = None
    followers: tuple[tuple[int, float, float], ...] = ()
    """qpos address, position at width 0 and change per metre of width, of each joint that is coupled to a finger's."""

    def put(self, qpos: Array, q: Array) -> None:
        """Write the part's configuration [rad, or a width in m] into a model's qpos."""
        if self.travel is None:
            qpos[self.qpos] = q
            return
        qpos[self.qpos] = self.travel.at(float(q[0]))
        for adr, zero, slope in self.followers:
            qpos[adr] = zero + slope * float(q[0])


def travel_of(description: RobotDescription, gripper: str, model: Any, joints: Sequence[int]) -> Travel:
    """The travel of a gripper's driven joints. Given as one number, it is that of joints that grow as the hand opens; one whose range
    lies mostly below zero opens downwards. Raises ValueError on a table of another shape."""
    given = description.finger_travel
    table = given if isinstance(given, (int, float)) else given[gripper]
    if isinstance(table, (int, float)):
        ranges = [(bool(model.jnt_limited[j]), *model.jnt_range[j].tolist()) for j in joints]
        signs = np.array([-1.0 if limited and -low > high else 1.0 for limited, low, high in ranges])
        return Travel(np.array([0.0, 1.0]), np.stack([0.0 * signs, float(table) * signs]))
    rows = np.asarray(table, dtype=float)
    if rows.ndim != 2 or len(rows) < 2 or rows.shape[1] != 1 + len(joints) or np.any(np.diff(rows[:, 0]) <= 0):
        what = f"rows of a width and {len(joints)} joint positions, at least two, by ascending width"
        raise ValueError(f"{description.name}.{gripper} needs a finger_travel of {what}; got {rows.tolist()}")
    return Travel(rows[:, 0], rows[:, 1:])


def places(model: Any, description: RobotDescription) -> dict[str, Place]:
    """Part -> its place in the robot's own model; parts without joints, as vacuum cups, are left out."""
    import mujoco

    found = {}
    for name, part in description.parts.items():
        if part.kind != "gripper":
            joints = [int(model.joint(j).id) for j in part.joints]
            if joints:
                found[name] = place_of(model, joints)
            continue
        ids = [mujoco.mj_name2id(model, int(mujoco.mjtObj.mjOBJ_ACTUATOR), a) for a in description.actuators.get(name, ())]
        if part.cup is not None:
            continue
        joints = [int(model.actuator_trnid[a, 0]) for a in ids if a >= 0]
        if not joints:
            bodies = [model.body(b) for b in description.fingers.get(name, ())]
            joints = [int(b.jntadr[0]) + i for b in bodies for i in range(int(b.jntnum[0]))]
        if joints:
            found[name] = place_of(model, joints, travel_of(description, name, model, joints))
    return found


def place_of(model: Any, joints: list[int], travel: Travel | None = None) -> Place:
    """The place of these joints, and of what a gripper's take along."""
    return Place(joints, model.jnt_qposadr[joints], travel, () if travel is None else _followers(model, joints, travel))


def _followers(model: Any, driven: Sequence[int], travel: Travel) -> tuple[tuple[int, float, float], ...]:
    """Joints that an equality couples to a driven one, as straight functions of the width."""
    import mujoco

    found = []
    for i in range(model.neq):
        if int(model.eq_type[i]) != int(mujoco.mjtEq.mjEQ_JOINT):
            continue
        one, other = int(model.eq_obj1id[i]), int(model.eq_obj2id[i])
        offset, ratio = model.eq_data[i, :2].tolist()
        if one in driven and other not in driven and other >= 0 and ratio:
            one, other, offset, ratio = other, one, -offset / ratio, 1 / ratio
        if other in driven and one not in driven:
            k = list(driven).index(other)
            zero, slope = travel.at(0.0)[k], travel.slope(0.0)[k]
            rest, base = model.qpos0[model.jnt_qposadr[[one, other]]].tolist()
            found.append((int(model.jnt_qposadr[one]), float(rest + offset + ratio * (zero - base)), float(ratio * slope)))
    return tuple(found)
