"""Poses and quaternions: the one place where frames and conventions meet.

Quaternions are wxyz everywhere inside Heedful, as in MuJoCo; ROS is xyzw and is converted by `wxyz_to_xyzw` alone.
Frames follow REP-103: x forward, y left, z up, metres and radians.
"""

from __future__ import annotations

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
    w, x, y, z = np.asarray(a, dtype=float)
    v, p, q, r = np.asarray(b, dtype=float)
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
    a = np.asarray(axis, dtype=float)
    a = a / np.linalg.norm(a)
    return np.concatenate([[np.cos(angle / 2)], np.sin(angle / 2) * a])


def quat_from_matrix(matrix: ArrayLike) -> Array:
    """Rotation matrix (3, 3) to wxyz, with w >= 0 (Shepperd's method: the largest of the four is the pivot)."""
    m = np.asarray(matrix, dtype=float)
    trace = np.array([m.trace(), m[0, 0], m[1, 1], m[2, 2]])
    i = int(np.argmax(trace))
    if i == 0:
        q = np.array([1 + m.trace(), m[2, 1] - m[1, 2], m[0, 2] - m[2, 0], m[1, 0] - m[0, 1]])
    else:
        j, k, n = i - 1, i % 3, (i + 1) % 3
        q = np.empty(4)
        q[0] = m[n, k] - m[k, n]
        q[1 + j] = 1 + m[j, j] - m[k, k] - m[n, n]
        q[1 + k] = m[j, k] + m[k, j]
        q[1 + n] = m[j, n] + m[n, j]
    q /= np.linalg.norm(q)
    return q if q[0] >= 0 else -q


def rotation_vector(quat: ArrayLike) -> Array:
    """The axis times angle [rad] of a wxyz quaternion, the short way round. Shape (3,)."""
    q = np.asarray(quat, dtype=float)
    q = q if q[0] >= 0 else -q
    n = float(np.linalg.norm(q[1:]))
    return np.zeros(3) if n < 1e-12 else q[1:] * (2 * np.arctan2(n, q[0]) / n)


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
        w, x, y, z = self.quat
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
        w, x, y, z = self.quat
        return float(np.arctan2(2 * (x * y + w * z), 1 - 2 * (y * y + z * z)))

    def apply(self, point: ArrayLike) -> Array:
        """A point given in this frame, in the parent frame [m]."""
        moved: Array = self.pos + self.matrix @ np.asarray(point, dtype=float)
        return moved

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
        turn = quat_mul(self.quat, other.quat * np.array([1.0, -1.0, -1.0, -1.0]))
        return float(np.linalg.norm(self.pos - other.pos)), float(np.linalg.norm(rotation_vector(turn)))
