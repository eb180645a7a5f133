"""Films and stills: what a run looked like, written with PyAV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import mujoco
import numpy as np
from numpy.typing import ArrayLike, NDArray

from heedful.envs.camera import Camera
from heedful.envs.lettering import caption
from heedful.envs.raycast import Quality
from heedful.envs.render import Backend, Renderer
from heedful.recording.png import png


def write_film(path: str | Path, frames: Iterable[NDArray[np.uint8]], fps: float = 20) -> int:
    """Write frames, uint8 (h, w, 3), as H.264 that any browser plays as it loads. Returns how many.

    Odd sizes lose their last row or column. The file appears under its name only when whole. Raises ValueError if there
    are no frames or their sizes differ.
    """
    import av

    path = Path(path)
    part = path.with_name(f".{path.name}.part")
    count, size = 0, (0, 0)
    try:
        with av.open(str(part), "w", format="mp4", options={"movflags": "faststart"}) as container:
            stream = None
            for frame in frames:
                if frame.dtype != np.uint8 or frame.ndim != 3 or frame.shape[2] != 3:
                    raise ValueError(f"frame {count} is {frame.dtype} {frame.shape}: expected uint8 (h, w, 3)")
                if stream is None:
                    size = frame.shape[:2]
                    stream = container.add_stream("libx264", rate=Fraction(fps).limit_denominator(1000))
                    stream.height, stream.width = size[0] // 2 * 2, size[1] // 2 * 2
                    stream.pix_fmt = "yuv420p"
                    stream.options = {"crf": "20", "preset": "veryfast"}
                if frame.shape[:2] != size:
                    raise ValueError(f"frame {count} is {frame.shape[:2]}: expected {size}, the size of the first")
                even = np.ascontiguousarray(frame[: stream.height, : stream.width])
                container.mux(stream.encode(av.VideoFrame.from_ndarray(even, format="rgb24")))
                count += 1
            if stream is None:
                raise ValueError(f"no frames for {path.name}: expected at least one")
            container.mux(stream.encode(None))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def film_of(
    model: mujoco.MjModel,
    states: Iterable[tuple[float, ArrayLike]],
    camera: Camera = -1,
    *,
    paint: Callable[[Any], None] | None = None,
    captions: Callable[[float], str] | None = None,
    fps: float = 20,
    speed: float = 1.0,
    width: int = 640,
    height: int = 480,
    quality: Quality = "fast",
    backend: Backend | None = None,
) -> Iterator[NDArray[np.uint8]]:
    """The frames of recorded states, drawn after the run, for `write_film`.

    Args:
      model: The world that the states belong to.
      states: (time [s], qpos, followed by what the world remembers in userdata) in order of time, at any rate; each frame shows the newest
        state of its time.
      camera: Whose view.
      paint: Colours the model as the world remembers: lamps, spills.
      captions: The words to show at a time [s]; empty for none.
      fps: Frames per second of film.
      speed: Seconds of run per second of film.
      width: Frame width [px].
      height: Frame height [px].
      quality: `nice` has shadows and smooth edges, at several times the cost.
      backend: Which library draws, by default the best that works.
    """
    data = mujoco.MjData(model)
    with Renderer(model, width, height, backend, quality) as renderer:
        for time, state in _sampled(states, speed / fps):
            data.time, data.qpos[:], kept = time, np.asarray(state)[: model.nq], np.asarray(state)[model.nq :]
            if paint is not None and len(kept):
                data.userdata[:] = kept
                paint(data)
            mujoco.mj_kinematics(model, data)
            mujoco.mj_comPos(model, data)
            mujoco.mj_camlight(model, data)
            frame = renderer.rgb(data, camera)
            words = captions(time) if captions else ""
            yield caption(frame, words) if words else frame


def _sampled(states: Iterable[tuple[float, ArrayLike]], step: float) -> Iterator[tuple[float, ArrayLike]]:
    """The newest state at every `step` [s] from the first on, and the last state once more if it fell between."""
    start, shown = 0.0, 0
    last: tuple[float, ArrayLike] | None = None
    for time, qpos in states:
        if last is None:
            start = time
        while last is not None and start + shown * step < time - 1e-9:
            yield start + shown * step, last[1]
            shown += 1
        last = (time, qpos)
    if last is not None:
        yield last


def write_png(path: str | Path, rgb: NDArray[np.uint8]) -> None:
    """Write a picture, uint8 (h, w, 3), as PNG. Raises ValueError for another kind of array."""
    Path(path).write_bytes(png(rgb))
