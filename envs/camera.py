"""Where a model's cameras stand and how they project: one convention for every back end and every perceiver."""

from __future__ import annotations

import difflib

import mujoco
import numpy as np

from heedful.geometry import Array, Pose, quat_from_matrix

Camera = int | str
"""A camera's name or id; -1 is the free camera of the model's `<visual><global>` and `<statistic>`."""

OPTICAL = np.diag([1.0, -1.0, -1.0])
"""MuJoCo's camera axes (x right, y up, looking along -z) to the optical frame of REP-103 (x right, y down, z forward)."""


def camera_id(model: mujoco.MjModel, camera: Camera) -> int:
    """The id of a camera given by name or id, -1 for the free one. Raises ValueError naming the nearest camera."""
    names = [model.camera(i).name for i in range(model.ncam)]
    known = f"Known cameras: {', '.join(names) or 'none'}"
    if isinstance(camera, str):
        if camera in names:
            return names.index(camera)
        near = difflib.get_close_matches(camera, names, 1)
        raise ValueError(f"no camera named '{camera}'.{f' Did you mean {near[0]!r}?' if near else ''} {known}")
    if not -1 <= camera < model.ncam:
        raise ValueError(f"camera {camera} is out of range: expected -1 (free) to {model.ncam - 1}. {known}")
    return int(camera)


def intrinsics(model: mujoco.MjModel, camera: Camera, width: int, height: int) -> Array:
    """The pinhole matrix K of a camera for pictures of this size [px]. Shape (3, 3).

    Pixel (u, v) = (0, 0) is the centre of the top left pixel, so that `z * inv(K) @ (u, v, 1)` with array indices u (column)
    and v (row) and a depth z [m] is the point in the camera's optical frame (z forward, x right, y down).
    """
    index = camera_id(model, camera)
    if index >= 0 and int(model.cam_projection[index]) != int(mujoco.mjtProjection.mjPROJ_PERSPECTIVE):
        raise ValueError(f"camera '{model.camera(index).name}' is orthographic; expected a perspective camera")
    shift = np.zeros(2)
    if index >= 0 and np.all(model.cam_sensorsize[index] > 0):
        sensor, lens = model.cam_sensorsize[index], model.cam_intrinsic[index]
        fx, fy = lens[:2] / sensor * (width, height)
        shift = lens[2:] / sensor * (width, height)
    else:
        fovy = model.cam_fovy[index] if index >= 0 else model.vis.global_.fovy
        fx = fy = height / 2 / np.tan(np.radians(fovy) / 2)
    return np.array([[fx, 0.0, (width - 1) / 2 - shift[0]], [0.0, fy, (height - 1) / 2 - shift[1]], [0.0, 0.0, 1.0]])


def camera_pose(data: mujoco.MjData, camera: Camera) -> Pose:
    """Where a camera is in the world, as its optical frame (REP-103): z forward, x right, y down. `data` must be forwarded."""
    model = data.model
    index = camera_id(model, camera)
    if index >= 0:
        return Pose(data.cam_xpos[index].copy(), quat_from_matrix(data.cam_xmat[index].reshape(3, 3) @ OPTICAL))
    look = model.vis.global_
    az, el = np.radians(look.azimuth), np.radians(look.elevation)
    forward = np.array([np.cos(el) * np.cos(az), np.cos(el) * np.sin(az), np.sin(el)])
    right = np.array([np.sin(az), -np.cos(az), 0.0])
    pos = model.stat.center - 1.5 * model.stat.extent * forward  # as mjv_defaultFreeCamera places it
    return Pose(pos, quat_from_matrix(np.stack([right, np.cross(forward, right), forward], axis=1)))
