"""ROS images as arrays and back: raw, compressed, and depth, by their declared encoding, step and byte order.

JPEG and PNG go through PyAV. A depth picture that was compressed carries twelve bytes before its PNG (image_transport's
compressed_depth): its format, and two numbers by which 32-bit depths are quantised.
"""

from __future__ import annotations

import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

ENCODINGS: dict[str, tuple[str, int]] = {
    "rgb8": ("u1", 3), "bgr8": ("u1", 3), "rgba8": ("u1", 4), "bgra8": ("u1", 4), "mono8": ("u1", 1), "8UC1": ("u1", 1),
    "8UC3": ("u1", 3), "mono16": ("u2", 1), "16UC1": ("u2", 1), "32FC1": ("f4", 1),
}  # fmt: skip
"""Encoding -> numpy's name of a channel, and how many there are (sensor_msgs/image_encodings)."""
MILLIMETRE = 1e-3
"""What one step of a 16UC1 depth is [m] (REP 118)."""
HEADER = struct.Struct("<iff")


class WrongImage(ValueError):
    """An image that is not what it says, or of an encoding that is not read here."""


def pixels(message: Any) -> NDArray[Any]:
    """The channels of an Image as they are, without a copy where rows are not padded. Shape (h, w) or (h, w, channels).

    Raises WrongImage.
    """
    if message.encoding not in ENCODINGS:
        raise WrongImage(f"an image encoded as {message.encoding!r}; read are {', '.join(ENCODINGS)}")
    kind, channels = ENCODINGS[message.encoding]
    h, w, step = int(message.height), int(message.width), int(message.step)
    wide = w * channels * int(kind[1])
    data = np.asarray(message.data, dtype=np.uint8)
    if step < wide or len(data) != step * h:
        raise WrongImage(
            f"an image of {w} x {h} px as {message.encoding} with {len(data)} bytes in rows of {step}, "
            f"where {wide} or more and {step * h} are due"
        )
    rows = data.reshape(h, step)[:, :wide]
    order = ">" if message.is_bigendian else "<"
    found = np.ascontiguousarray(rows).view(f"{order}{kind}" if kind != "u1" else "u1")
    return found.reshape(h, w, channels) if channels > 1 else found.reshape(h, w)


def rgb(message: Any) -> NDArray[np.uint8]:
    """A colour or grey Image as uint8 (h, w, 3), red first; mono16 by its upper byte. Raises WrongImage."""
    found = pixels(message)
    if message.encoding in ("16UC1", "32FC1"):
        raise WrongImage(f"an image encoded as {message.encoding} is a depth, not colours")
    return _coloured(found, message.encoding)


def depth(message: Any) -> NDArray[np.float32]:
    """A depth Image in metres, float32 (h, w): NaN where the camera knows none, inf where all is too far (REP 118). Raises WrongImage."""
    found = pixels(message)
    if message.encoding not in ("16UC1", "mono16", "32FC1"):
        raise WrongImage(f"an image encoded as {message.encoding} is no depth; expected 16UC1 [mm] or 32FC1 [m]")
    return _metres(found)


def compressed(message: Any) -> NDArray[np.uint8]:
    """A CompressedImage of colours, JPEG or PNG, as uint8 (h, w, 3). Raises WrongImage."""
    return _decoded(bytes(message.data), "rgb24", message.format)


def compressed_depth(message: Any) -> NDArray[np.float32]:
    """A CompressedImage of depth in metres, float32 (h, w), as `depth`. Raises WrongImage."""
    data, wide = bytes(message.data), message.format.startswith("32FC1")
    if "compressedDepth" in message.format:
        if len(data) < HEADER.size:
            raise WrongImage(f"a compressed depth of {len(data)} bytes, where {HEADER.size} come before the picture")
        _, a, b = HEADER.unpack_from(data)
        data = data[HEADER.size :]
    elif wide:
        raise WrongImage(f"a depth compressed as {message.format!r}; read are 16UC1 and compressedDepth")
    raw = _decoded(data, "gray16le", message.format)
    if not wide:
        return _metres(raw)
    with np.errstate(divide="ignore"):
        quantised: NDArray[np.float32] = np.where(raw > 0, a / (raw.astype(np.float32) - b), np.nan).astype(np.float32)
    return quantised


def image(make: Any, array: NDArray[Any], encoding: str, header: Any) -> Any:
    """An Image of an array whose channels are as `encoding` has them. Raises WrongImage."""
    kind, channels = ENCODINGS[encoding]
    h, w = array.shape[:2]
    if array.shape[2:] != ((channels,) if channels > 1 else ()) or array.dtype != np.dtype(kind):
        raise WrongImage(f"{encoding} is made of {channels} channels of {kind}, got an array of shape {array.shape} and type {array.dtype}")
    flat = np.ascontiguousarray(array).view(np.uint8).reshape(-1)
    return make("sensor_msgs/msg/Image", header=header, height=h, width=w, encoding=encoding, step=len(flat) // h, data=flat)


def jpeg(make: Any, array: NDArray[np.uint8], header: Any) -> Any:
    """A CompressedImage of colours, uint8 (h, w, 3)."""
    frame = _av().VideoFrame.from_ndarray(np.ascontiguousarray(array), format="rgb24")
    return make(
        "sensor_msgs/msg/CompressedImage", header=header, format="rgb8; jpeg compressed bgr8", data=_encoded(frame, "mjpeg", "yuvj420p")
    )


def compressed_depth_of(make: Any, metres: NDArray[np.float32], header: Any) -> Any:
    """A CompressedImage of depth [m] in whole millimetres, as image_transport's compressed_depth makes it of 16UC1."""
    frame = _av().VideoFrame.from_ndarray(millimetres(metres), format="gray16le")
    data = np.concatenate([np.frombuffer(HEADER.pack(0, 0.0, 0.0), dtype=np.uint8), _encoded(frame, "png", "gray16be")])
    return make("sensor_msgs/msg/CompressedImage", header=header, format="16UC1; compressedDepth png", data=data)


def millimetres(metres: NDArray[np.float32]) -> NDArray[np.uint16]:
    """Depth [m] as 16UC1 has it: whole millimetres, and 0 where none is known or it is beyond 65 m."""
    found = np.where(np.isfinite(metres), metres / MILLIMETRE, 0.0)
    return np.where(found < 65535.5, np.rint(found), 0).astype(np.uint16)


def _coloured(found: NDArray[Any], encoding: str) -> NDArray[np.uint8]:
    if found.ndim == 2:
        grey = (found >> 8).astype(np.uint8) if found.dtype.itemsize == 2 else found
        return np.repeat(grey[:, :, None], 3, axis=2)
    ordered: NDArray[np.uint8] = np.ascontiguousarray(found[:, :, 2::-1] if encoding.startswith(("bgr", "8UC3")) else found[:, :, :3])
    return ordered


def _metres(found: NDArray[Any]) -> NDArray[np.float32]:
    if found.dtype.kind == "f":
        return found.astype(np.float32)
    metres = found.astype(np.float32)
    metres *= MILLIMETRE
    metres[found == 0] = np.nan
    return metres


def _av() -> Any:
    import av

    return av


def _encoded(frame: Any, codec: str, layout: str) -> NDArray[np.uint8]:
    from fractions import Fraction

    context = _av().CodecContext.create(codec, "w")
    context.width, context.height, context.pix_fmt = frame.width, frame.height, layout
    context.time_base = Fraction(1, 30)  # it is asked for one, and a single picture has none
    packets = context.encode(frame.reformat(format=layout)) + context.encode(None)
    made: NDArray[np.uint8] = np.frombuffer(b"".join(map(bytes, packets)), dtype=np.uint8).copy()
    return made


def _decoded(data: bytes, layout: str, said: str) -> NDArray[Any]:
    """One picture, by its own first bytes whatever was said of it."""
    codec = {b"\xff\xd8": "mjpeg", b"\x89P": "png"}.get(data[:2])
    if codec is None:
        raise WrongImage(f"a compressed image ({said!r}) that is neither JPEG nor PNG")
    av = _av()
    context = av.CodecContext.create(codec, "r")
    context.thread_count = 1  # starting threads takes longer than the picture
    try:
        frames = context.decode(av.Packet(data)) or context.decode(None)
    except av.error.FFmpegError as error:
        raise WrongImage(f"a compressed image ({said!r}) that cannot be read: {error}") from None
    if not frames:
        raise WrongImage(f"a compressed image ({said!r}) that ends before its picture does")
    found: NDArray[Any] = frames[0].reformat(format=layout).to_ndarray()
    return found
