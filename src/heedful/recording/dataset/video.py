"""A camera's pictures as H.264, each at its frame's own time, written as they come."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from heedful.recording.dataset.stats import Pictures

GROUP = 10
"""Frames from one that stands by itself to the next: how many are decoded to reach any one of them, at most."""
QUALITY = {"crf": "20", "preset": "veryfast", "bf": "0"}


class Film:
    """One camera's pictures of one episode.

    Args:
      path: The file.
      fps: Pictures per second.
      size: Height and width [px], both even.
    """

    def __init__(self, path: Path, fps: int, size: tuple[int, int]) -> None:
        import av

        self.path, self.size, self.count, self.seen = path, size, 0, Pictures()
        self._container: Any = av.open(str(path), "w", format="mp4", options={"movflags": "faststart"})
        self._stream = self._container.add_stream("libx264", rate=Fraction(fps))
        self._stream.height, self._stream.width = size
        self._stream.pix_fmt, self._stream.gop_size = "yuv420p", GROUP
        self._stream.options = QUALITY

    def add(self, rgb: NDArray[np.uint8]) -> None:
        """The next picture. Raises ValueError for one that is not uint8 (height, width, 3)."""
        import av

        if rgb.dtype != np.uint8 or rgb.shape != (*self.size, 3):
            raise ValueError(f"picture {self.count} is {rgb.dtype} {rgb.shape}: expected uint8 {(*self.size, 3)}")
        frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(rgb), format="rgb24")
        frame.pts = self.count
        self._container.mux(self._stream.encode(frame))
        self.seen.add(rgb)
        self.count += 1

    def close(self) -> None:
        """Finish the file. Closing twice is harmless."""
        container, self._container = self._container, None
        if container is not None:
            if self.count:
                container.mux(self._stream.encode())
            container.close()


def pictures(path: Path) -> Iterator[NDArray[np.uint8]]:
    """The pictures of a file, uint8 (h, w, 3)."""
    import av

    with av.open(str(path)) as container:
        for frame in container.decode(video=0):
            yield frame.to_ndarray(format="rgb24")


def times(path: Path) -> tuple[NDArray[np.float64], tuple[int, int]]:
    """When each picture of a file is shown [s], in order, without decoding any; and height and width [px]."""
    import av

    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        base = float(stream.time_base)
        shown = sorted(p.pts * base for p in container.demux(stream) if p.pts is not None)
        return np.array(shown), (stream.height, stream.width)
