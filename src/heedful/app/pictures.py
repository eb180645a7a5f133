"""Stills from a run's film, as pictures that a page can carry inside."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from heedful.recording.png import png

Picture = NDArray[np.uint8]


def stills(film: Path, moments: Mapping[str, float]) -> dict[str, Picture]:
    """Frames of a film by name, each at a fraction of its length, 0 to 1. Empty if there is no film or it cannot be read."""
    import av

    if not film.is_file():
        return {}
    try:
        with av.open(str(film)) as container:
            count = container.streams.video[0].frames or sum(1 for _ in container.decode(video=0))
        wanted: dict[int, list[str]] = {}
        for name, at in moments.items():
            wanted.setdefault(round(min(max(at, 0.0), 1.0) * max(0, count - 1)), []).append(name)
        found: dict[str, Picture] = {}
        with av.open(str(film)) as container:
            for i, frame in enumerate(container.decode(video=0)):
                for name in wanted.get(i, ()):
                    found[name] = frame.to_ndarray(format="rgb24")
                if i >= max(wanted):
                    break
        return found
    except (av.FFmpegError, IndexError, OSError):
        return {}


def inline(picture: Picture) -> str:
    """A picture as a `data:` address."""
    return "data:image/png;base64," + base64.b64encode(png(picture)).decode()
