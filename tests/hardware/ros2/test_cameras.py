"""Images by their encoding, step and byte order; frames of tf2 over time; cameras as an observation has them."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import BODY, DT, TYPES, OnBus, Table

from heedful.geometry import Pose, quat_from_axis_angle
from heedful.hardware.ros2 import images
from heedful.hardware.ros2.base import header
from heedful.hardware.ros2.camera import intrinsics
from heedful.hardware.ros2.fake.eyes import FakeCamera, pattern, transforms
from heedful.hardware.ros2.frames import TF, Frames
from heedful.hardware.ros2.images import WrongImage
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import LATCHED, LinkLost
from heedful.hardware.ros2.wiring import Lens, Wiring

RNG = np.random.default_rng(7000)
COLOURS = RNG.integers(0, 256, (6, 5, 3)).astype(np.uint8)
HEAD = TYPES.make("std_msgs/msg/Header")
LENS = Lens("/front/image_raw", "/front/camera_info", "/front/depth", "front_optical")


def raw(array, encoding: str, pad: int = 0, big: bool = False):
    """An Image, its rows padded and its bytes turned as a driver may have them."""
    kind = np.dtype(images.ENCODINGS[encoding][0]).newbyteorder(">" if big else "<")
    rows = np.ascontiguousarray(array.astype(kind)).view(np.uint8).reshape(len(array), -1)
    rows = np.c_[rows, np.full((len(rows), pad), 99, dtype=np.uint8)]
    made = {"height": len(array), "width": array.shape[1], "encoding": encoding, "is_bigendian": int(big), "step": rows.shape[1]}
    return TYPES.make("sensor_msgs/msg/Image", data=rows.reshape(-1), **made)


@pytest.mark.parametrize("pad", [0, 3])
def test_colours_are_red_first_whatever_their_encoding_and_their_rows_padding(pad):
    grey = COLOURS[:, :, 0]
    alpha = np.full((6, 5, 1), 255, dtype=np.uint8)
    assert np.array_equal(images.rgb(raw(COLOURS, "rgb8", pad)), COLOURS)
    assert np.array_equal(images.rgb(raw(COLOURS[:, :, ::-1], "bgr8", pad)), COLOURS)
    assert np.array_equal(images.rgb(raw(np.concatenate([COLOURS, alpha], 2), "rgba8", pad)), COLOURS)
    assert np.array_equal(images.rgb(raw(np.concatenate([COLOURS[:, :, ::-1], alpha], 2), "bgra8", pad)), COLOURS)
    assert np.array_equal(images.rgb(raw(grey, "mono8", pad)), np.repeat(grey[:, :, None], 3, 2))


@pytest.mark.parametrize("big", [False, True])
def test_depth_is_metres_and_nan_where_none_is_known(big):
    millimetres = np.array([[0, 1, 500], [1234, 65535, 2000]], dtype=np.uint16)
    metres = images.depth(raw(millimetres, "16UC1", 2, big))
    assert np.isnan(metres[0, 0])
    assert metres.ravel()[1:] == pytest.approx(millimetres.ravel()[1:] / 1000)
    floats = np.array([[np.nan, 0.5], [np.inf, 3.25]], dtype=np.float32)
    assert np.array_equal(images.depth(raw(floats, "32FC1", 0, big)), floats, equal_nan=True)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(["rgb8", "bgr8", "mono8", "16UC1", "32FC1"]), st.integers(1, 9), st.integers(1, 9), st.integers(0, 5), st.booleans())
def test_what_was_made_an_image_is_what_is_read_from_it(encoding, h, w, pad, big):
    kind, channels = images.ENCODINGS[encoding]
    array = RNG.integers(0, 256, (h, w, channels) if channels > 1 else (h, w)).astype(kind)
    assert np.array_equal(images.pixels(raw(array, encoding, pad, big)), array)
    made = TYPES.decode(TYPES.encode(images.image(TYPES.make, array, encoding, HEAD)), "sensor_msgs/msg/Image")
    assert np.array_equal(images.pixels(made), array)


def test_a_picture_that_is_not_what_it_says_is_refused_in_a_sentence():
    short = raw(COLOURS, "rgb8")
    short.data = short.data[:-1]
    with pytest.raises(WrongImage, match="with 89 bytes in rows of 15"):
        images.rgb(short)
    narrow = raw(COLOURS, "rgb8")
    narrow.width = 6
    with pytest.raises(WrongImage, match="where 18 or more"):
        images.rgb(narrow)
    with pytest.raises(WrongImage, match="encoded as 'yuv422_yuy2'"):
        images.rgb(TYPES.make("sensor_msgs/msg/Image", encoding="yuv422_yuy2"))
    with pytest.raises(WrongImage, match="is a depth, not colours"):
        images.rgb(raw(np.ones((2, 2)), "32FC1"))
    with pytest.raises(WrongImage, match="is no depth"):
        images.depth(raw(COLOURS, "rgb8"))
    for data in (b"\xff\xd8\xff\xe0rubbish", b"GIF89a", b""):
        with pytest.raises(WrongImage, match="compressed image"):
            images.compressed(TYPES.make("sensor_msgs/msg/CompressedImage", format="jpeg", data=np.frombuffer(data, dtype=np.uint8)))


def test_a_compressed_picture_is_nearly_the_picture_and_a_compressed_depth_is_the_depth():
    frame = pattern(3, 0.0, Pose.at(0, 0, 0), 64, 48)
    back = images.compressed(images.jpeg(TYPES.make, frame.rgb, HEAD))
    assert back.shape == (48, 64, 3) and np.abs(back.astype(int) - frame.rgb).mean() < 8
    frame.depth[0, 0] = np.inf
    metres = images.compressed_depth(images.compressed_depth_of(TYPES.make, frame.depth, HEAD))
    assert np.isnan(metres[0, 0])
    assert metres.ravel()[1:] == pytest.approx(frame.depth.ravel()[1:], abs=0.0006)


def test_a_quantised_depth_is_taken_back_by_the_two_numbers_before_it():
    a, b = 6.0, -1.0
    made = images.compressed_depth_of(TYPES.make, np.array([[0.1, 0.2]], dtype=np.float32), HEAD)  # 100 and 200 as whole numbers
    made.format = "32FC1; compressedDepth png"
    made.data[:12] = np.frombuffer(struct.pack("<iff", 0, a, b), dtype=np.uint8)
    assert images.compressed_depth(made).ravel() == pytest.approx([a / 101, a / 201], rel=1e-6)


def test_intrinsics_follow_a_region_and_binning_and_refuse_another_size():
    info = TYPES.make("sensor_msgs/msg/CameraInfo", width=640, height=480, k=np.array([500.0, 0, 320, 0, 500, 240, 0, 0, 1]))
    assert intrinsics(info, 640, 480)[0, 2] == 320
    info.roi.x_offset, info.roi.y_offset, info.roi.width, info.roi.height = 100, 40, 320, 240
    info.binning_x = info.binning_y = 2
    assert intrinsics(info, 160, 120).tolist() == [[250, 0, 110], [0, 250, 100], [0, 0, 1]]
    with pytest.raises(WrongImage, match="for 160 x 120 px, and pictures of 640 x 480"):
        intrinsics(info, 640, 480)
    with pytest.raises(WrongImage, match="not calibrated"):
        intrinsics(TYPES.make("sensor_msgs/msg/CameraInfo", width=640, height=480), 640, 480)


@pytest.fixture
def tree():
    """World, a base that moves and turns on it, a camera on that, and a hand of another tree."""
    bus = Bus(types=TYPES)
    node = InProcess(bus)
    frames = Frames(InProcess(bus))
    fixed = {("base", "camera"): Pose(np.array([0.1, 0.0, 0.5]), quat_from_axis_angle((1, 0, 0), 0.3)), ("other", "hand"): Pose.at(1, 0, 0)}
    node.publisher("/tf_static", TF, LATCHED)(transforms(node, 0.0, fixed))
    tell = node.publisher("/tf", TF)
    for k in range(11):
        tell(transforms(node, 0.1 * k, {("world", "base"): Pose.at(0.2 * k, 0.0, 0.0, yaw=0.3 * k)}))
    bus.advance(0.1)
    return frames, fixed["base", "camera"]


def same(one: Pose, other: Pose, tolerance: float = 1e-9) -> None:
    assert one.distance(other) == (pytest.approx(0.0, abs=tolerance), pytest.approx(0.0, abs=max(tolerance, 1e-7)))


@settings(max_examples=30, deadline=None)
@given(st.floats(0.0, 1.0))
def test_a_frame_is_found_at_any_time_in_between(time):
    bus = Bus(types=TYPES)
    node, frames = InProcess(bus), Frames(InProcess(bus))
    tell = node.publisher("/tf", TF)
    for k in range(11):
        tell(transforms(node, 0.1 * k, {("world", "base"): Pose.at(0.2 * k, 0.0, 0.0, yaw=0.3 * k)}))
    bus.advance(0.1)
    same(frames.lookup("world", "base", time), Pose.at(2.0 * time, 0.0, 0.0, yaw=3.0 * time), 1e-8)


def test_frames_go_down_one_branch_and_up_another(tree):
    frames, mounted = tree
    base = Pose.at(1.0, 0.0, 0.0, yaw=1.5)
    same(frames.lookup("world", "camera", 0.5), base @ mounted)
    same(frames.lookup("camera", "world", 0.5), (base @ mounted).inverse())
    same(frames.lookup("world", "camera"), Pose.at(2.0, 0.0, 0.0, yaw=3.0) @ mounted)
    same(frames.lookup("base", "base", 123.0), Pose.at(0, 0, 0))
    same(frames.lookup("base", "camera", 99.0), mounted)


def test_nothing_is_guessed_and_each_refusal_is_one_sentence(tree):
    frames, _ = tree
    with pytest.raises(LinkLost, match=r"known from 0.000 s to 1.000 s, not at 1.050 s"):
        frames.lookup("world", "camera", 1.05)
    same(frames.lookup("world", "base", 1.05, slack=0.1), Pose.at(2.0, 0.0, 0.0, yaw=3.0))
    with pytest.raises(LinkLost, match="no frame named 'camra' is told of on /tf; did you mean 'camera'"):
        frames.lookup("world", "camra")
    with pytest.raises(LinkLost, match="hand and world are not connected on /tf: they stand in other and world"):
        frames.lookup("world", "hand")


class Watched:
    """The table of the other tests, with a camera beside it."""

    def __init__(self, lens: Lens = LENS) -> None:
        self.table = Table()
        self.bus = self.table.bus
        self.eye = FakeCamera(InProcess(self.bus), lens, still=True)
        wiring = replace(Wiring.of(BODY), cameras={"front": lens})
        self.robot = Ros2Robot(BODY, InProcess(self.bus), wiring, OnBus(self.bus))
        self.bus.advance(2 * DT)

    def show(self, count: int, **kwargs):
        frame = pattern(count, self.table.body.observe().time, Pose.at(0.5, 0.1, 0.9, yaw=0.3), 64, 48)
        self.eye.show(frame, "base_link", **kwargs)
        self.bus.advance(DT)
        return frame


@pytest.mark.parametrize("encoding", ["rgb8", "bgr8"])
def test_an_observation_has_the_camera_s_newest_picture_where_the_camera_stands(encoding):
    watched = Watched()
    watched.show(1, encoding=encoding)
    shown = watched.show(2, encoding=encoding)
    seen = watched.robot.observe().cameras["front"]
    assert np.array_equal(seen.rgb, shown.rgb) and np.array_equal(seen.depth, shown.depth)
    np.testing.assert_allclose(seen.K, shown.K)
    assert seen.time == pytest.approx(shown.time, abs=1e-9)
    same(seen.pose, BODY.base @ shown.pose)


def test_compressed_topics_are_read_by_their_names():
    lens = Lens("/front/image_raw/compressed", "/front/camera_info", "/front/depth/compressedDepth", "front_optical")
    watched = Watched(lens)
    shown = watched.show(1)
    seen = watched.robot.observe().cameras["front"]
    assert np.abs(seen.rgb.astype(int) - shown.rgb).mean() < 8
    assert seen.depth == pytest.approx(shown.depth, abs=0.0006)


def test_a_camera_that_says_nothing_is_left_out_and_said_in_a_sentence():
    watched = Watched()
    assert watched.robot.observe().cameras == {}
    assert watched.robot.cameras["front"].fault == "no picture on /front/image_raw"


def test_a_picture_whose_depth_is_missing_does_not_take_the_place_of_a_whole_one():
    watched = Watched()
    whole = watched.show(1)
    assert watched.robot.observe().cameras
    watched.bus.advance(10 * DT)
    watched.eye._depth = None
    watched.show(2)
    seen = watched.robot.observe().cameras["front"]
    assert np.array_equal(seen.rgb, whole.rgb)
    assert "no depth on /front/depth with the stamp of the picture" in watched.robot.cameras["front"].fault


def test_a_whole_picture_is_taken_where_the_depth_of_the_newest_was_lost():
    watched = Watched()
    whole = watched.show(1)
    depth, watched.eye._depth = watched.eye._depth, None
    watched.bus.advance(10 * DT)
    watched.show(2)
    assert np.array_equal(watched.robot.observe().cameras["front"].rgb, whole.rgb)
    watched.eye._depth = depth
    watched.bus.advance(10 * DT)
    newer = watched.show(3)
    assert np.array_equal(watched.robot.observe().cameras["front"].rgb, newer.rgb)


def test_a_picture_is_read_once():
    watched = Watched()
    watched.show(1)
    assert watched.robot.observe().cameras["front"].rgb is watched.robot.observe().cameras["front"].rgb


def test_a_header_keeps_its_time():
    assert header(InProcess(Bus(types=TYPES)), 12.25, "x").stamp.nanosec == 250_000_000
