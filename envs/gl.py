"""OpenGL pictures from EGL or OSMesa, whatever MuJoCo chose at import, all drawn by one thread that owns the contexts."""

from __future__ import annotations

import atexit
import contextlib
import ctypes
import importlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, Literal, TypeVar

import mujoco
import numpy as np
from numpy.typing import NDArray

from heedful.envs.camera import Camera, camera_id
from heedful.envs.raycast import Quality
from heedful.envs.rays import GROUPS

T = TypeVar("T")
Kind = Literal["egl", "osmesa"]

PROBE_S = 20.0
"""How long a driver may take to show that it works [s]."""
PROBE = "import sys; from heedful.envs.gl import self_test; self_test(sys.argv[1])"
RED_BOX = "<mujoco><worldbody><light pos='0 0 4'/><geom type='box' size='9 9 .1' rgba='1 0 0 1'/></worldbody></mujoco>"


class GLUnavailable(RuntimeError):
    """A graphics library that was asked for does not work here."""


class _Draftsman:
    """The one thread of this process in which OpenGL is called: a context belongs to the thread that made it."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self._jobs: queue.SimpleQueue[tuple[Callable[[], Any], Future[Any]]] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="heedful-gl", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        while True:
            job, future = self._jobs.get()
            try:
                future.set_result(job())
            except BaseException as error:
                future.set_exception(error)
            del job, future  # else the last picture's closure lives until the next

    def post(self, job: Callable[[], T]) -> Future[T]:
        """Queue a job; it may hold no reference to a GLPainter, whose finaliser posts here."""
        future: Future[T] = Future()
        self._jobs.put((job, future))
        return future

    def run(self, job: Callable[[], T]) -> T:
        """Do a job in the thread and wait for it."""
        return self.post(job).result()


_lock = threading.Lock()
_draftsman: _Draftsman | None = None
_live: set[_Canvas] = set()
_forked = False


def _after_fork() -> None:
    global _draftsman, _lock, _forked
    _forked = _forked or _draftsman is not None
    _draftsman, _lock = None, threading.Lock()
    for canvas in _live:  # the parent's contexts are no business of the child: kept for good, since even freeing them would draw
        canvas.gl.free = lambda: None
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(canvas))
    _live.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def forked() -> bool:
    """Whether this process was forked from one that used OpenGL, and so cannot use it."""
    return _forked


def _free_all() -> None:
    for canvas in list(_live):
        canvas.free()


def _at_exit() -> None:
    if _draftsman is not None:  # before MuJoCo's own exit handler ends the display under them
        with contextlib.suppress(Exception):
            _draftsman.post(_free_all).result(timeout=5)


def draftsman(kind: Kind) -> _Draftsman:
    """The process's drawing thread. Raises GLUnavailable if it already draws with the other library, or was lost in a fork."""
    global _draftsman
    with _lock:
        if _forked:
            raise GLUnavailable("OpenGL was in use when this process was forked and cannot be used in it: expected backend='raycast'")
        if _draftsman is None:
            _draftsman = _Draftsman(kind)
        if _draftsman.kind != kind:
            used = _draftsman.kind
            raise GLUnavailable(f"this process already draws with {used} and MuJoCo can bind only one library: expected '{used}'")
        return _draftsman


def context_class(kind: Kind) -> Any:
    """MuJoCo's context class of this kind, whether or not MUJOCO_GL was set when mujoco was imported.

    PyOpenGL binds its platform at its first import from PYOPENGL_PLATFORM, and mujoco.egl refuses a foreign value.
    """
    before = os.environ.get("PYOPENGL_PLATFORM")
    os.environ["PYOPENGL_PLATFORM"] = kind
    try:
        return importlib.import_module(f"mujoco.{kind}").GLContext
    except Exception as error:  # a missing library surfaces as ImportError, AttributeError or OSError
        raise GLUnavailable(f"{kind} cannot be loaded ({error}): expected its library to be installed, or backend='raycast'") from error
    finally:
        if before is None:
            os.environ.pop("PYOPENGL_PLATFORM", None)
        else:
            os.environ["PYOPENGL_PLATFORM"] = before


class _Canvas:
    """A context, its framebuffer and a scene. Every method runs in the drawing thread."""

    def __init__(self, kind: Kind, model: mujoco.MjModel, width: int, height: int, quality: Quality) -> None:
        self.model, self.rect = model, mujoco.MjrRect(0, 0, width, height)
        self.scene = mujoco.MjvScene(model, maxgeom=model.ngeom + 1000)
        self.option = mujoco.MjvOption()
        self.option.geomgroup[:] = GROUPS
        self.option.sitegroup[:] = 0
        for flag in (mujoco.mjtVisFlag.mjVIS_TENDON, mujoco.mjtVisFlag.mjVIS_RANGEFINDER):
            self.option.flags[int(flag)] = False
        self.nice = nice = quality == "nice"
        self.scene.flags[int(mujoco.mjtRndFlag.mjRND_SHADOW)] = nice
        self.scene.flags[int(mujoco.mjtRndFlag.mjRND_REFLECTION)] = nice
        self.camera = mujoco.MjvCamera()
        try:
            self.gl = context_class(kind)(width, height)
            self.gl.make_current()
        except GLUnavailable:
            raise
        except Exception as error:
            raise GLUnavailable(f"{kind} gave no context ({error}): expected a working driver, or backend='raycast'") from error
        look, clip = model.vis.quality, model.vis.map.shadowclip
        saved = look.offsamples, look.shadowsize
        look.offsamples, look.shadowsize = (4, 2048) if nice else (0, 0)
        if nice:  # what lies beyond the clip range of a directional light's shadows is speckled
            model.vis.map.shadowclip = max(clip, 4.0)
        try:
            self.context = mujoco.MjrContext(model, int(mujoco.mjtFontScale.mjFONTSCALE_100))
        finally:
            look.offsamples, look.shadowsize = saved
            model.vis.map.shadowclip = clip
        mujoco.mjr_resizeOffscreen(width, height, self.context)
        mujoco.mjr_setBuffer(int(mujoco.mjtFramebuffer.mjFB_OFFSCREEN), self.context)
        self.context.readDepthMap = int(mujoco.mjtDepthMap.mjDEPTH_ZEROFAR)

    def draw(self, data: mujoco.MjData, camera: int, ids: bool = False) -> None:
        """Render into the framebuffer: a picture, or geoms coloured by their number."""
        self.gl.make_current()
        self.camera.fixedcamid = camera
        if camera < 0:
            self.camera.type = int(mujoco.mjtCamera.mjCAMERA_FREE)
            mujoco.mjv_defaultFreeCamera(self.model, self.camera)
        else:
            self.camera.type = int(mujoco.mjtCamera.mjCAMERA_FIXED)
        every = int(mujoco.mjtCatBit.mjCAT_ALL)
        mujoco.mjv_updateScene(self.model, data, self.option, None, self.camera, every, self.scene)
        for flag in (mujoco.mjtRndFlag.mjRND_SEGMENT, mujoco.mjtRndFlag.mjRND_IDCOLOR):
            self.scene.flags[int(flag)] = ids
        if self.nice:  # the first light throws shadows, whether or not the model lets it: worlds leave them off for speed
            for light in [x for x in self.scene.lights[: self.scene.nlight] if not x.headlight][:1]:
                light.castshadow = True
        mujoco.mjr_render(self.rect, self.scene, self.context)

    def rgb(self, data: mujoco.MjData, camera: int) -> NDArray[np.uint8]:
        self.draw(data, camera)
        return self._pixels()

    def depth(self, data: mujoco.MjData, camera: int) -> NDArray[np.float32]:
        self.draw(data, camera, ids=True)  # no sky in the way
        raw = np.empty((self.rect.height, self.rect.width), np.float32)
        mujoco.mjr_readPixels(None, raw, self.rect, self.context)
        view = self.scene.camera[0]
        near, far = float(view.frustum_near), float(view.frustum_far)
        deep = raw[::-1].astype(np.float64)  # reversed: 1 at near, 0 at far
        return np.where(deep <= 0, np.inf, near * far / (near + deep * (far - near))).astype(np.float32)

    def segmentation(self, data: mujoco.MjData, camera: int) -> NDArray[np.int32]:
        self.draw(data, camera, ids=True)
        number = self._pixels().astype(np.int32) @ np.array([1, 256, 65536], np.int32)
        geom: NDArray[np.int32] = np.full(self.scene.ngeom + 1, -1, np.int32)
        for drawn in self.scene.geoms[: self.scene.ngeom]:
            if drawn.segid >= 0 and drawn.objtype == int(mujoco.mjtObj.mjOBJ_GEOM):
                geom[drawn.segid + 1] = drawn.objid
        return geom[number]

    def _pixels(self) -> NDArray[np.uint8]:
        out = np.empty((self.rect.height, self.rect.width, 3), np.uint8)
        mujoco.mjr_readPixels(out, None, self.rect, self.context)
        upright: NDArray[np.uint8] = np.ascontiguousarray(out[::-1])  # OpenGL's rows run from the bottom up
        return upright

    def free(self) -> None:
        if self in _live:
            _live.remove(self)
            self.gl.make_current()
            self.context.free()
            self.gl.free()
            self.gl.free = lambda: None  # its __del__ frees again, which OSMesa answers with an error at exit


class GLPainter:
    """Draws one model at one size with EGL or OSMesa, from any thread. Shadows, reflections and multisampling only when `nice`."""

    def __init__(self, model: mujoco.MjModel, width: int, height: int, kind: Kind, quality: Quality = "fast") -> None:
        self.model = model
        self._desk = draftsman(kind)

        def make() -> _Canvas:
            canvas = _Canvas(kind, model, width, height, quality)
            if not _live:
                atexit.unregister(_at_exit)
                atexit.register(_at_exit)  # after MuJoCo's, made with the first context, so run before it
            _live.add(canvas)
            return canvas

        self._canvas: _Canvas | None = self._desk.run(make)

    def rgb(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.uint8]:
        canvas, index = self._ready(camera)
        return self._desk.run(lambda: canvas.rgb(data, index))

    def depth(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.float32]:
        canvas, index = self._ready(camera)
        return self._desk.run(lambda: canvas.depth(data, index))

    def segmentation(self, data: mujoco.MjData, camera: Camera = -1) -> NDArray[np.int32]:
        canvas, index = self._ready(camera)
        return self._desk.run(lambda: canvas.segmentation(data, index))

    def close(self) -> None:
        """Free the context. Safe to call again, from any thread."""
        canvas, self._canvas = getattr(self, "_canvas", None), None
        if canvas is not None and self._desk is _draftsman:
            self._desk.post(canvas.free)

    def __del__(self) -> None:
        self.close()

    def _ready(self, camera: Camera) -> tuple[_Canvas, int]:
        if self._canvas is None:
            raise RuntimeError("this renderer is closed: expected an open one, make a new Renderer")
        if self._desk is not _draftsman:
            raise RuntimeError("this renderer was made before the process was forked: expected a new Renderer in the child process")
        return self._canvas, camera_id(self.model, camera)


def self_test(kind: Kind) -> None:
    """Draw a red box and look at it; the process ends with an error if that fails, or by the driver's own crash."""
    model = mujoco.MjModel.from_xml_string(RED_BOX)
    data = mujoco.MjData(model)
    mujoco.mj_forward(model, data)
    painter = GLPainter(model, 32, 32, kind)
    red, green, _ = painter.rgb(data)[16, 16]
    painter.close()
    if not red > green + 50:
        raise GLUnavailable(f"{kind} drew a red box as {red, green}")


def trouble(kind: Kind) -> str:
    """Why this back end cannot draw here, empty if it can: tried in a process of its own, since a broken driver may abort or hang."""
    if not sys.executable or not sys.platform.startswith("linux"):
        return f"{kind} is tried on Linux alone, from an ordinary Python"
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p), "PYOPENGL_PLATFORM": kind}
    env.pop("MUJOCO_GL", None)  # mujoco cannot even be imported with a library that is missing
    try:
        done = subprocess.run([sys.executable, "-c", PROBE, kind], env=env, timeout=PROBE_S, capture_output=True, text=True, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if done.returncode == 0:
        return ""
    said = done.stderr.strip().splitlines() or [f"{kind} ended the process that tried it with status {done.returncode}"]
    return said[-1].removeprefix(f"{__name__}.GLUnavailable: ")
