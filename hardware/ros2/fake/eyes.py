"""A fake robot's cameras: pictures with their intrinsics, stamped, and where the camera stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from heedful.geometry import Array, Pose, wxyz_to_xyzw
from heedful.hardware.ros2 import images
from heedful.hardware.ros2.base import header
from heedful.hardware.ros2.camera import COMPRESSED, IMAGE, INFO, kind_of
from heedful.hardware.ros2.frames import STATIC, TF
from heedful.hardware.ros2.seam import RELIABLE, SENSOR
from heedful.hardware.ros2.wiring import Lens
from heedful.types import CameraFrame


class FakeCamera:
    """One camera that publishes what it is shown.

    Args:
      carrier: What carries messages.
      lens: Its topics and frame.
      still: Whether it never moves in its parent frame, and so stands in `/tf_static`.
    """

    def __init__(self, carrier: Any, lens: Lens, still: bool = False) -> None:
        self._carrier, self.lens, self._still = carrier, lens, still
        self._image = carrier.publisher(lens.image, kind_of(lens.image), SENSOR)
        self._info = carrier.publisher(lens.info, INFO, SENSOR)
        self._depth = carrier.publisher(lens.depth, kind_of(lens.depth), SENSOR) if lens.depth else None
        self._tf = carrier.publisher("/tf_static" if still else "/tf", TF, STATIC if still else RELIABLE)

    def show(self, frame: CameraFrame, parent: str, encoding: str = "rgb8") -> None:
        """Publish a picture whose pose is in the frame `parent`."""
        carrier, lens = self._carrier, self.lens
        head = header(carrier, frame.time, lens.frame)
        self._tf(transforms(carrier, frame.time, {(parent, lens.frame): frame.pose}))
        h, w = frame.rgb.shape[:2]
        info = {"height": h, "width": w, "k": frame.K.reshape(-1), "distortion_model": "plumb_bob", "d": np.zeros(5)}
        self._info(carrier.make(INFO, header=head, r=np.eye(3).reshape(-1), p=np.c_[frame.K, np.zeros(3)].reshape(-1), **info))
        if self._depth is not None and frame.depth is not None:
            self._depth(ENCODERS[kind_of(lens.depth)]["depth"](carrier.make, frame.depth, head))
        colours = frame.rgb[:, :, ::-1] if encoding == "bgr8" else frame.rgb
        raw = kind_of(lens.image) == IMAGE
        self._image(images.image(carrier.make, colours, encoding, head) if raw else images.jpeg(carrier.make, frame.rgb, head))


ENCODERS: dict[str, dict[str, Callable[[Any, Any, Any], Any]]] = {
    IMAGE: {"depth": lambda make, metres, head: images.image(make, metres, "32FC1", head)},
    COMPRESSED: {"depth": images.compressed_depth_of},
}


def transforms(carrier: Any, time: float, poses: dict[tuple[str, str], Pose]) -> Any:
    """A message of where frames stand: (parent, child) -> pose."""
    made = []
    for (parent, child), pose in poses.items():
        x, y, z, w = map(float, wxyz_to_xyzw(pose.quat))
        at = dict(zip("xyz", map(float, pose.pos), strict=True))
        turn = carrier.make("geometry_msgs/msg/Quaternion", x=x, y=y, z=z, w=w)
        move = carrier.make("geometry_msgs/msg/Transform", translation=carrier.make("geometry_msgs/msg/Vector3", **at), rotation=turn)
        kind = "geometry_msgs/msg/TransformStamped"
        made.append(carrier.make(kind, header=header(carrier, time, parent), child_frame_id=child, transform=move))
    return carrier.make(TF, transforms=made)


def pattern(count: int, time: float, pose: Pose, width: int = 640, height: int = 480) -> CameraFrame:
    """A picture for tests of rates: a gradient that moves by a pixel each time, and a depth to it [m]."""
    across = (np.arange(width) + count) % 256
    rgb = np.empty((height, width, 3), dtype=np.uint8)
    rgb[..., 0], rgb[..., 1], rgb[..., 2] = across, (np.arange(height) % 256)[:, None], count % 256
    depth = np.broadcast_to((1.0 + across / 256).astype(np.float32), (height, width)).copy()
    matrix: Array = np.array([[width * 0.9, 0.0, (width - 1) / 2], [0.0, width * 0.9, (height - 1) / 2], [0.0, 0.0, 1.0]])
    return CameraFrame(rgb, depth, matrix, pose, time)
