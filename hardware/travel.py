"""How a gripper's pad-to-pad width moves the joints of its fingers, and where a description's parts are in its own model."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from heedful.geometry import Array

if TYPE_CHECKING:
    from heedful.hardware.description import RobotDescription


class Row(NamedTuple):
    """A straight piece of a gripper's travel."""

    width: float
    """Where it begins [m]."""
    joints: tuple[float, ...]
    """Joint positions there [m or rad]."""
    slopes: tuple[float, ...]
    """Joint displacement per metre of width."""
    loads: tuple[float, ...]
    """Joint force per newton at each pad [1, or m for hinges]: opposed fingers share the work, a single drive does all of it."""
    give: float
    """Width that a joint servo of unit stiffness yields per newton at the pads, the mean over the fingers."""

    def widening(self, speeds: Array) -> float:
        """How fast the width grows at joint speeds [m/s]: the mean over the fingers."""
        total = 0.0
        for speed, slope in zip(speeds.tolist(), self.slopes, strict=True):
            total += speed / slope
        return total / len(self.slopes)


@dataclass(frozen=True, slots=True, eq=False)
class Travel:
    """Finger joints as a piecewise straight function of the width, going straight on beyond both ends."""

    widths: Array
    """Ascending [m]. Shape (rows,)."""
    joints: Array
    """Joint positions at these widths [m or rad], each column rising or falling throughout. Shape (rows, fingers)."""

    rows: tuple[Row, ...] = field(init=False, repr=False)
    """The straight pieces, in Python's own numbers."""
    _widths: tuple[float, ...] = field(init=False, repr=False)
    _columns: tuple[tuple[float, tuple[float, ...]], ...] = field(init=False, repr=False)
    """Each column's way, 1 rising or -1 falling, and the column times it."""

    def __post_init__(self) -> None:
        slopes = np.diff(self.joints, axis=0) / np.diff(self.widths)[:, None]
        loads = 1.0 / (np.abs(slopes) * min(self.joints.shape[1], 2))
        gives = (loads / np.abs(slopes)).mean(axis=1)
        rows = zip(self.widths.tolist(), self.joints.tolist(), slopes.tolist(), loads.tolist(), gives.tolist(), strict=False)
        columns = [(1.0 if c[-1] > c[0] else -1.0, c) for c in self.joints.T]
        object.__setattr__(self, "rows", tuple(Row(w, tuple(q), tuple(s), tuple(f), g) for w, q, s, f, g in rows))
        object.__setattr__(self, "_widths", tuple(self.widths.tolist()))
        object.__setattr__(self, "_columns", tuple((way, tuple((way * c).tolist())) for way, c in columns))

    def at(self, width: float) -> Array:
        """Joint positions at a width [m]. Shape (fingers,)."""
        row = self.row(width)
        return np.array([q + s * (width - row.width) for q, s in zip(row.joints, row.slopes, strict=True)])

    def width(self, q: Array) -> float:
        """The width at joint positions [m]: the mean over the fingers, which need not move quite alike."""
        widths, total = self._widths, 0.0
        for (way, column), value in zip(self._columns, q.tolist(), strict=True):
            i = min(max(bisect_left(column, way * value) - 1, 0), len(column) - 2)
            total += widths[i] + (way * value - column[i]) * (widths[i + 1] - widths[i]) / (column[i + 1] - column[i])
        return total / len(self._columns)

    def row(self, width: float) -> Row:
        """The straight piece that a width [m] lies on."""
        return self.rows[min(max(bisect_left(self._widths, width) - 1, 0), len(self.rows) - 1)]


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """Where a part's joints are in a model: their ids and qpos addresses; grippers with their travel and the joints that follow."""

    joints: list[int]
    qpos: NDArray[np.intp]
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
            zero, slope = travel.at(0.0)[k], travel.row(0.0).slopes[k]
            rest, base = model.qpos0[model.jnt_qposadr[[one, other]]].tolist()
            found.append((int(model.jnt_qposadr[one]), float(rest + offset + ratio * (zero - base)), float(ratio * slope)))
    return tuple(found)
