"""Bytes and hashes that ROS 2 itself has: the bytes are written out by the rules of XCDR1, the hashes are those of ROS 2's own build."""

from __future__ import annotations

import struct

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from heedful.hardware.ros2.interfaces import Interfaces

ENCODING = b"\x00\x01\x00\x00"


@pytest.fixture(scope="module")
def types() -> Interfaces:
    return Interfaces()


def text(word: str, pad: int = 0) -> bytes:
    return struct.pack("<I", len(word) + 1) + word.encode() + b"\0" + bytes(pad)


def test_a_duration_is_two_little_endian_words(types):
    message = types.make("builtin_interfaces/msg/Duration", sec=-2, nanosec=500_000_000)
    assert types.encode(message) == ENCODING + struct.pack("<iI", -2, 500_000_000)


def test_joint_states_are_aligned_from_behind_the_four_bytes_of_encoding(types):
    message = types.make(
        "sensor_msgs/msg/JointState",
        header=types.make("std_msgs/msg/Header", stamp=types.make("builtin_interfaces/msg/Time", sec=3, nanosec=7)),
        name=["a", "bc"],
        position=np.array([1.5, -2.0]),
    )
    by_hand = struct.pack("<iI", 3, 7) + text("", 3) + struct.pack("<I", 2) + text("a", 2) + text("bc", 1)
    by_hand += struct.pack("<I", 2)
    by_hand += bytes(-len(by_hand) % 8) + struct.pack("<dd", 1.5, -2.0) + struct.pack("<II", 0, 0)
    assert types.encode(message) == ENCODING + by_hand


def test_an_empty_request_is_one_byte(types):
    assert types.encode(types.make("std_srvs/srv/Trigger_Request")) == ENCODING + b"\0"


def test_a_request_to_switch_controllers_has_the_layout_of_jazzy(types):
    message = types.make(
        "controller_manager_msgs/srv/SwitchController_Request", activate_controllers=["x"], strictness=2, activate_asap=True
    )
    by_hand = struct.pack("<I", 1) + text("x", 2) + struct.pack("<IiB3xiI", 0, 2, 1, 0, 0)
    assert types.encode(message) == ENCODING + by_hand


def test_what_was_encoded_is_decoded(types):
    point = types.make("trajectory_msgs/msg/JointTrajectoryPoint", positions=np.arange(6.0))
    trajectory = types.make("trajectory_msgs/msg/JointTrajectory", joint_names=[f"j{i}" for i in range(6)], points=[point])
    goal = types.make("control_msgs/action/FollowJointTrajectory_Goal", trajectory=trajectory)
    back = types.decode(types.encode(goal), "control_msgs/action/FollowJointTrajectory_Goal")
    assert back.trajectory.joint_names == trajectory.joint_names
    assert np.array_equal(back.trajectory.points[0].positions, point.positions)


@pytest.mark.parametrize("kind, hash", [
    ("sensor_msgs/msg/JointState", "RIHS01_a13ee3a330e346c9d87b5aa18d24e11690752bd33a0350f11c5882bc9179260e"),
    ("std_msgs/msg/String", "RIHS01_df668c740482bbd48fb39d76a70dfd4bd59db1288021743503259e948f6b1a18"),
])  # fmt: skip
def test_hashes_are_those_of_ros_2(types, kind, hash):
    assert types.hash(kind) == hash


def test_a_field_that_is_none_is_named(types):
    with pytest.raises(TypeError, match="has no field 'positions'; it has header, name, position, velocity, effort"):
        types.make("sensor_msgs/msg/JointState", positions=[])
