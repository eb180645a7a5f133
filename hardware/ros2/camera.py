"""Cameras over ROS 2: colours, depth and intrinsics paired by their stamps, and the camera's place from tf2 at the time of the picture."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose
from heedful.hardware.ros2 import images
from heedful.hardware.ros2.frames import Frames, seconds
from heedful.hardware.ros2.images import WrongImage
from heedful.hardware.ros2.seam import SENSOR, LinkLost, Transport
from heedful.hardware.ros2.wiring import Lens
from heedful.types import CameraFrame

IMAGE, COMPRESSED, INFO = "sensor_msgs/msg/Image", "sensor_msgs/msg/CompressedImage", "sensor_msgs/msg/CameraInfo"
APART = 0.02
"""By how much the stamps of colours and depth of one picture may differ [s]: more is another picture, at 30 Hz."""
SLACK = 0.1
"""How much older than the picture the newest pose of its camera may be [s]: drivers stamp pictures before tf has caught up."""
PICTURES = 4
"""How many pictures wait for their depth, and the other way round: either may be lost on the way."""


class RosCamera:
    """One camera; messages are kept as they come, and read when a frame is asked for.

    Args:
      transport: What carries messages.
      lens: Its topics and its frame.
      frames: The frames of the robot.
      root: The frame of tf2 that stands still in the world.
      base: Where that is in the world.
    """

    def __init__(self, transport: Transport, lens: Lens, frames: Frames, root: str, base: Pose) -> None:
        self.lens, self._frames, self._root, self._base = lens, frames, root, base
        self.heard = 0
        """How many pictures came."""
        self.fault = ""
        """Why there is no frame, or none newer; empty where there is one."""
        self._images: deque[Any] = deque(maxlen=PICTURES)
        self._info: Any = None
        self._depths: deque[Any] = deque(maxlen=PICTURES)
        self._frame: CameraFrame | None = None
        self._lock = threading.Lock()
        transport.subscribe(lens.image, kind_of(lens.image), self._saw, SENSOR)
        transport.subscribe(lens.info, INFO, self._told, SENSOR)
        if lens.depth:
            transport.subscribe(lens.depth, kind_of(lens.depth), self._deeper, SENSOR)

    def frame(self) -> CameraFrame | None:
        """The newest whole picture; the one before it while its depth or its camera's place is not known yet. None before the first."""
        with self._lock:
            shown, depths, info = list(self._images), list(self._depths), self._info
        had = -np.inf if self._frame is None else self._frame.time
        if not (newer := [i for i in shown if seconds(i.header.stamp) != had]) or newer[-1] is not shown[-1]:
            self.fault = "" if shown else f"no picture on {self.lens.image}"
            return self._frame
        if info is None:
            self.fault = f"no intrinsics on {self.lens.info}"
            return self._frame
        pairs = ((image, _beside(image, depths)) for image in reversed(newer))
        image, depth = next(((i, d) for i, d in pairs if d is not None), (None, None)) if self.lens.depth else (shown[-1], None)
        if image is None or seconds(image.header.stamp) < had:
            self.fault = f"no depth on {self.lens.depth} with the stamp of the picture, {seconds(shown[-1].header.stamp):.3f} s"
            return self._frame
        time = seconds(image.header.stamp)
        try:
            colours = reader(images.rgb, images.compressed)(image)
            metres = None if depth is None else reader(images.depth, images.compressed_depth)(depth)
            if metres is not None and metres.shape != colours.shape[:2]:
                raise WrongImage(f"a depth of {metres.shape} px for colours of {colours.shape[:2]} px: it is to be registered to them")
            where = self._frames.lookup(self._root, self.lens.frame or image.header.frame_id, time, SLACK)
            matrix = intrinsics(info, colours.shape[1], colours.shape[0])
        except (LinkLost, WrongImage) as error:
            self.fault = str(error)
            return self._frame
        self.fault = ""
        self._frame = CameraFrame(colours, metres, matrix, self._base @ where, time)
        return self._frame

    def forget(self) -> None:
        """The robot was put elsewhere: what was seen before no longer counts."""
        with self._lock:
            self._frame = None
            self._images.clear()
            self._depths.clear()

    def _saw(self, message: Any) -> None:
        with self._lock:
            self._images.append(message)
            self.heard += 1

    def _deeper(self, message: Any) -> None:
        with self._lock:
            self._depths.append(message)

    def _told(self, message: Any) -> None:
        with self._lock:
            self._info = message


def _beside(image: Any, depths: list[Any]) -> Any:
    """The depth that belongs to a picture; None where it is not there."""
    time = seconds(image.header.stamp)
    return next((d for d in reversed(depths) if abs(seconds(d.header.stamp) - time) <= APART), None)


def kind_of(topic: str) -> str:
    """What comes on a topic, by image_transport's naming."""
    return COMPRESSED if topic.endswith(("/compressed", "/compressedDepth")) else IMAGE


def reader(raw: Callable[[Any], Any], packed: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Reads a message by whether it says how it is compressed."""
    return lambda message: packed(message) if hasattr(message, "format") else raw(message)


def intrinsics(info: Any, width: int, height: int) -> Array:
    """The pinhole matrix K for pictures of this size [px], shape (3, 3), of a camera whose region or binning may differ.

    Raises WrongImage where it is for pictures of another size, or is none.
    """
    matrix = np.array(info.k, dtype=float).reshape(3, 3)
    if not matrix[0, 0] > 0:
        raise WrongImage("intrinsics without a focal length: the camera is not calibrated")
    roi, bins = info.roi, (max(int(info.binning_x), 1), max(int(info.binning_y), 1))
    size = (int(roi.width) or int(info.width)) // bins[0], (int(roi.height) or int(info.height)) // bins[1]
    if size != (width, height):
        raise WrongImage(f"intrinsics for {size[0]} x {size[1]} px, and pictures of {width} x {height} px")
    matrix[0, 2] -= roi.x_offset
    matrix[1, 2] -= roi.y_offset
    matrix[0] /= bins[0]
    matrix[1] /= bins[1]
    return matrix
