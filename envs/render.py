"""Pictures of a model from any machine: EGL or OSMesa where they work, MuJoCo's rays where they do not."""

from __future__ import annotations

import functools
import os
import sys
import warnings
from types import TracebackType
from typing import Literal

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.envs.camera import Camera, camera_id, camera_pose, intrinsics
from heedful.envs.gl import GLPainter, GLUnavailable, forked, trouble
from heedful.envs.raycast import Quality, RayCaster
from heedful.types import CameraFrame

__all__ = ["Backend", "Camera", "GLUnavailable", "Renderer", "camera_id", "camera_pose", "choose", "intrinsics"]

Backend = Literal["egl", "osmesa", "raycast"]
BACKENDS: tuple[Backend, ...] = ("egl", "osmesa", "raycast")


class Renderer:
    """Draws a model: colour, depth and segmentation, the same from each back end but for shading.

    Shows geoms of groups 0 to 2, no sites. It may be used from any thread; `data` must be forwarded (mj_forward, or
    mj_step followed by mj_forward) and must not be stepped while a picture is drawn.
    """

    def __init__(
        self, model: mujoco.MjModel, width: int = 320, height: int = 240, backend: Backend | None = None, quality: Quality = "fast"
    ) -> None:
        """
        Args:
          model: What to draw.
          width: Picture width [px].
          height: Picture height [px].
          backend: Which library draws; by default the best that works here, see `choose`. One that is named and
            does not work raises GLUnavailable.
          quality: `fast`, or `nice` with shadows, reflections and smooth edges at several times the cost.
        """
        if backend is not None and backend not in BACKENDS:
            raise ValueError(f"no back end named '{backend}': expected one of {', '.join(BACKENDS)}")
        if quality not in ("fast", "nice"):
            raise ValueError(f"no quality named '{quality}': expected fast or nice")
        if width < 1 or height < 1:
            raise ValueError(f"a picture of {width} x {height} px: expected at least 1 x 1")
        self.model, self.width, self.height = model, int(width), int(height)
        self.backend: Backend = backend or choose()
        """The library that draws: `egl`, `osmesa` or `raycast`."""
        self._painter: GLPainter | RayCaster | None = None
        if self.backend != "raycast":
            try:
                self._painter = GLPainter(model, self.width, self.height, self.backend, quality)
            except GLUnavailable as error:
                if backend or os.environ.get("HEEDFUL_GL"):
                    raise
                warnings.warn(f"pictures are ray cast: {error}", RuntimeWarning, stacklevel=2)
                self.backend = "raycast"
        if self._painter is None:
            self._painter = RayCaster(model, self.width, self.height, quality)

    def rgb(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.uint8]:
        """What a camera sees, uint8 (h, w, 3)."""
        return self._open.rgb(data, camera)

    def depth(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.float32]:
        """Distance along the optical axis [m], float32 (h, w); inf where nothing is."""
        return self._open.depth(data, camera)

    def segmentation(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.int32]:
        """The geom id of every pixel, int32 (h, w); -1 for the background."""
        return self._open.segmentation(data, camera)

    def frame(self, data: mujoco.MjData, camera: Camera = -1, depth: bool = True) -> CameraFrame:
        """Colour, depth if wanted, K, pose of the optical frame in the world and time, as an Observation carries them."""
        K = intrinsics(self.model, camera, self.width, self.height)
        far = self.depth(data, camera) if depth else None
        return CameraFrame(self.rgb(data, camera), far, K, camera_pose(data, camera), float(data.time))

    def close(self) -> None:
        """Free the context. Safe to call again."""
        if self._painter is not None:
            self._painter.close()
        self._painter = None

    def __enter__(self) -> Renderer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @property
    def _open(self) -> GLPainter | RayCaster:
        if self._painter is None:
            raise RuntimeError("this renderer is closed: expected an open one, make a new Renderer")
        return self._painter


def choose() -> Backend:
    """The back end for this process: HEEDFUL_GL if set, else the first that works of MUJOCO_GL, EGL, OSMesa and rays.

    It is tried once a process, in a second one that a bad driver may bring down. A process forked from one that used OpenGL
    gets rays. Raises ValueError if HEEDFUL_GL names none.
    """
    wanted = os.environ.get("HEEDFUL_GL", "").strip().lower()
    if forked():
        return "raycast"
    if wanted:
        for backend in BACKENDS:
            if wanted == backend:
                return backend
        raise ValueError(f"HEEDFUL_GL is '{wanted}': expected one of {', '.join(BACKENDS)}")
    return _probed(os.environ.get("MUJOCO_GL", "").strip().lower())


@functools.cache
def _probed(mujoco_gl: str) -> Backend:
    if mujoco_gl in ("disable", "disabled", "off", "false", "0") or not sys.platform.startswith("linux"):
        return "raycast"
    if mujoco_gl == "osmesa":
        return "raycast" if trouble("osmesa") else "osmesa"
    if not trouble("egl"):
        return "egl"
    return "raycast" if mujoco_gl == "egl" or trouble("osmesa") else "osmesa"
