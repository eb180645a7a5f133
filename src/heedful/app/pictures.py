"""Stills from a run's film, as pictures that a page can carry inside."""

from __future__ import annotations

import base64
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

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


def png(picture: Picture) -> bytes:
    """A picture (h, w, 3) as a PNG file."""
    rows = np.asarray(picture, dtype=np.uint8)
    height, width = rows.shape[:2]
    raw = np.concatenate([np.zeros((height, 1), np.uint8), rows.reshape(height, -1)], axis=1).tobytes()

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(raw, 6)) + chunk(b"IEND", b"")


def inline(picture: Any) -> str:
    """A picture as a `data:` address."""
    return "data:image/png;base64," + base64.b64encode(png(picture)).decode()
