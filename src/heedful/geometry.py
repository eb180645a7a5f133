"""Poses and quaternions: the one place where frames and conventions meet.

Quaternions are wxyz everywhere inside Heedful, as in MuJoCo; ROS is xyzw and is converted by `wxyz_to_xyzw` alone.
Frames follow REP-103: x forward, y left, z up, metres and radians.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

IDENTITY_QUAT: Array = np.array([1.0, 0.0, 0.0, 0.0])
IDENTITY_QUAT.flags.writeable = False


def wxyz_to_xyzw(quat: ArrayLike) -> Array:
    """MuJoCo's quaternion order to ROS's. Shape (4,)."""
    return np.roll(np.asarray(quat, dtype=float), -1)


def xyzw_to_wxyz(quat: ArrayLike) -> Array:
    """ROS's quaternion order to MuJoCo's. Shape (4,)."""
    return np.roll(np.asarray(quat, dtype=float), 1)


def quat_mul(a: ArrayLike, b: ArrayLike) -> Array:
    """Hamilton product of two wxyz quaternions."""
    w, x, y, z = _floats(a)
    v, p, q, r = _floats(b)
    return np.array(
        [
            w * v - x * p - y * q - z * r,
            w * p + x * v + y * r - z * q,
            w * q - x * r + y * v + z * p,
            w * r + x * q - y * p + z * v,
        ]
    )


def quat_from_axis_angle(axis: ArrayLike, angle: float) -> Array:
    """Rotation by `angle` [rad] about `axis` (normalised here)."""
    x, y, z = _floats(axis)
    n = math.sqrt(x * x + y * y + z * z)
    if n == 0.0 or not math.isfinite(angle):
        return np.full(4, np.nan)  # an array's arithmetic would say so too, where Python's raises
    s = math.sin(angle / 2) / n
    return np.array([math.cos(angle / 2), s * x, s * y, s * z])


def quat_from_matrix(matrix: ArrayLike) -> Array:
    """Rotation matrix (3, 3) to wxyz, with w >= 0 (Shepperd's method: the largest of the four is the pivot)."""
    (a, b, c), (d, e, f), (g, h, i) = np.asarray(matrix, dtype=float).tolist()
    trace = a + e + i
    largest = max(trace, a, e, i)
    if trace == largest:
        q = (1 + trace, h - f, c - g, d - b)
    elif a == largest:
        q = (h - f, 1 + a - e - i, b + d, c + g)
    elif e == largest:
        q = (c - g, b + d, 1 + e - i - a, f + h)
    else:
        q = (d - b, c + g, f + h, 1 + i - a - e)
    norm = math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3])
    return np.array(q) / (norm if q[0] >= 0 else -norm)


def rotation_vector(quat: ArrayLike) -> Array:
    """The axis times angle [rad] of a wxyz quaternion, the short way round. Shape (3,)."""
    w, x, y, z = _floats(quat)
    n = math.sqrt(x * x + y * y + z * z)
    if n < 1e-12:
        return np.zeros(3)
    scale = 2 * math.atan2(n, abs(w)) / (n if w >= 0 else -n)
    return np.array([x * scale, y * scale, z * scale])


def span(indices: NDArray[np.intp]) -> slice | NDArray[np.intp]:
    """Indices as a slice where they follow one another: what it takes from an array is then a view, which costs a tenth of a copy."""
    at = [int(i) for i in indices]
    return slice(at[0], at[0] + len(at)) if at and at == list(range(at[0], at[0] + len(at))) else indices


def _floats(values: ArrayLike) -> list[float]:
    """Python's own numbers: arithmetic on single elements of an array takes several times as long."""
    return np.asarray(values, dtype=float).tolist()  # type: ignore[no-any-return]


@dataclass(frozen=True, slots=True, eq=False)
class Pose:
    """A rigid transform: position [m], shape (3,), and orientation, wxyz, shape (4,)."""

    pos: Array
    quat: Array = field(default_factory=lambda: IDENTITY_QUAT)

    @staticmethod
    def at(x: float, y: float, z: float, yaw: float = 0.0) -> Pose:
        """A pose at (x, y, z) [m], turned by `yaw` [rad] about z."""
        return Pose(np.array([x, y, z], dtype=float), quat_from_axis_angle((0, 0, 1), yaw))

    @property
    def matrix(self) -> Array:
        """The rotation matrix. Shape (3, 3)."""
        w, x, y, z = self.quat.tolist()
        return np.array(
            [
                [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
                [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
                [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
            ]
        )

    @property
    def yaw(self) -> float:
        """Heading of the local x axis about world z [rad]."""
        w, x, y, z = self.quat.tolist()
        return math.atan2(2 * (x * y + w * z), 1 - 2 * (y * y + z * z))

    def apply(self, point: ArrayLike) -> Array:
        """A point given in this frame, in the parent frame [m]."""
        moved: Array = self.pos + self.matrix @ np.asarray(point, dtype=float)
        return moved

    def local(self, point: Array) -> tuple[float, float, float]:
        """A point of the parent frame, in this frame [m]."""
        w, x, y, z = self.quat.tolist()
        (a, b, c), (d, e, f) = point.tolist(), self.pos.tolist()
        i, j, k = a - d, b - e, c - f
        return (
            (1 - 2 * (y * y + z * z)) * i + 2 * (x * y + w * z) * j + 2 * (x * z - w * y) * k,
            2 * (x * y - w * z) * i + (1 - 2 * (x * x + z * z)) * j + 2 * (y * z + w * x) * k,
            2 * (x * z + w * y) * i + 2 * (y * z - w * x) * j + (1 - 2 * (x * x + y * y)) * k,
        )

    def inverse(self) -> Pose:
        quat = self.quat * np.array([1.0, -1.0, -1.0, -1.0])
        return Pose(-(Pose(np.zeros(3), quat).matrix @ self.pos), quat)

    def __matmul__(self, other: Pose) -> Pose:
        """`T_ab @ T_bc` is `T_ac`."""
        return Pose(self.apply(other.pos), quat_mul(self.quat, other.quat))

    def shifted(self, offset: ArrayLike) -> Pose:
        """The same orientation, moved by `offset` [m] in the parent frame."""
        return Pose(self.pos + np.asarray(offset, dtype=float), self.quat)

    def distance(self, other: Pose) -> tuple[float, float]:
        """Distance [m] and angle [rad] to another pose."""
        w, x, y, z = self.quat.tolist()
        v, p, q, r = other.quat.tolist()
        i, j, k = x * v - w * p - y * r + z * q, y * v - w * q - z * p + x * r, z * v - w * r - x * q + y * p
        angle = 2 * math.atan2(math.sqrt(i * i + j * j + k * k), abs(w * v + x * p + y * q + z * r))
        return math.dist(self.pos.tolist(), other.pos.tolist()), angle
