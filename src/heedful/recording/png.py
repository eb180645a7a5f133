"""Pictures as PNG files, with zlib alone."""

from __future__ import annotations

import struct
import zlib

import numpy as np
from numpy.typing import NDArray


def png(rgb: NDArray[np.uint8]) -> bytes:
    """A picture, uint8 (h, w, 3), as the bytes of a PNG file. Raises ValueError for another kind of array."""
    if rgb.dtype != np.uint8 or rgb.ndim != 3 or rgb.shape[2] != 3 or 0 in rgb.shape:
        raise ValueError(f"a picture of {rgb.dtype} {rgb.shape}: expected uint8 (h, w, 3)")
    height, width = rgb.shape[:2]
    rows = rgb.reshape(height, -1)
    rise = np.diff(rows, axis=0, prepend=np.zeros_like(rows[:1]))  # PNG filter 2, "up": wraps modulo 256 as uint8 does
    lines = np.insert(rise, 0, 2, axis=1).tobytes()
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = b"".join(_chunk(k, b) for k, b in ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b"")))
    return b"\x89PNG\r\n\x1a\n" + chunks


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
