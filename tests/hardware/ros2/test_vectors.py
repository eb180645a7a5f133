"""Bytes and hashes that ROS 2 itself has.

The hashes in `hashes.txt` are those of ROS 2's own build, each with its source. The bytes are written out by the rules of XCDR1, and
those of every type that is used are compared with a second codec, cyclonedds's own; none were captured from a real ROS 2.
"""

from __future__ import annotations

import struct
import sys
from importlib import util
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

import rclpy_shim
from rosbags.interfaces import Nodetype

from heedful.hardware.ros2.definitions import ACTIONS, MESSAGES, SERVICES
from heedful.hardware.ros2.interfaces import Interfaces
from heedful.hardware.ros2.opening import chosen
from heedful.hardware.ros2.rclpy_transport import interface

NO_HASH_KNOWN = {
    "action_msgs/srv/CancelGoal_Request", "action_msgs/srv/CancelGoal_Response", "std_srvs/srv/SetBool_Request",
    "std_srvs/srv/SetBool_Response", "std_srvs/srv/Trigger_Request", "std_srvs/srv/Trigger_Response",
    "moveit_msgs/srv/ServoCommandType_Request", "moveit_msgs/srv/ServoCommandType_Response",
    "rcl_interfaces/srv/GetParameters_Request", "rcl_interfaces/srv/GetParameters_Response",
    "ur_dashboard_msgs/msg/RobotMode", "ur_dashboard_msgs/msg/SafetyMode",
    *(f"control_msgs/action/ParallelGripperCommand_{part}" for part in ("Goal", "Result", "Feedback")),
    *(f"nav2_msgs/action/NavigateToPose_{part}" for part in ("Goal", "Result", "Feedback")),
    *(f"unitree_hg/msg/{name}" for name in ("IMUState", "LowCmd", "LowState", "MotorCmd", "MotorState")),
    *(f"unitree_api/msg/Request{part}" for part in ("", "Header", "Identity", "Lease", "Policy")),
    *(f"unitree_api/msg/Response{part}" for part in ("", "Header", "Status")),
}  # fmt: skip
"""Definitions of others whose hash was read nowhere: ours alone vouches for them."""
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


HASHES = [line.split()[:2] for line in (Path(__file__).parent / "hashes.txt").read_text().splitlines() if not line.startswith("#")]
STATE = "control_msgs/msg/JointTrajectoryControllerState"
POINTS = ("reference", "feedback", "error", "output")


def test_hashes_are_those_of_ros_2_s_own_build(types):
    types.add(  # nobody here reads it, but it is the best known of those that differ between releases
        STATE,
        "std_msgs/Header header\nstring[] joint_names\n"
        + "".join(f"trajectory_msgs/JointTrajectoryPoint {p}\n" for p in POINTS)
        + "string[] multi_dof_joint_names\n"
        + "".join(f"trajectory_msgs/MultiDOFJointTrajectoryPoint multi_dof_{p}\n" for p in POINTS)
        + "float64 speed_scaling_factor",
    )
    assert len(HASHES) > 50
    assert {kind: types.hash(kind) for kind, _ in HASHES} == {kind: f"RIHS01_{hash}" for kind, hash in HASHES}


def test_every_definition_of_ours_of_somebody_else_s_message_is_checked_by_a_hash_or_is_named_here(types):
    """A definition is text that somebody typed; one of another's message that no hash stands for may be wrong."""
    known = {kind for kind, _ in HASHES}
    made = {*MESSAGES, *(f"{s}_{p}" for s in SERVICES for p in ("Request", "Response"))}
    made |= {f"{a}_{p}" for a in ACTIONS for p in ("Goal", "Result", "Feedback")}
    unchecked = {k for k in made - known if not k.startswith("heedful_msgs/")}
    assert unchecked == NO_HASH_KNOWN, "hashes.txt, or NO_HASH_KNOWN, is behind the definitions"


def test_humble_switches_controllers_by_another_request(types):
    kind = "controller_manager_msgs/srv/SwitchController_Request"
    humble = Interfaces("humble")
    assert humble.hash(kind) != types.hash(kind)
    asked = humble.make(kind, activate_controllers=["x"], strictness=2, activate_asap=True)
    by_hand = struct.pack("<I", 1) + text("x", 2) + struct.pack("<IIIi??2xiI", 0, 0, 0, 2, False, True, 0, 0)
    assert humble.encode(asked) == ENCODING + by_hand
    assert [f for f, _ in humble.fields("controller_manager_msgs/srv/SwitchController_Response")] == ["ok"]


def test_a_second_codec_has_the_same_bytes_for_every_type_that_is_used(types):
    second = SecondCodec(types)
    rng = np.random.default_rng(5)
    kinds = (
        [kind for kind, _ in HASHES if kind != STATE] + sorted(MESSAGES) + [f"{s}_{p}" for s in SERVICES for p in ("Request", "Response")]
    )
    for kind in kinds:
        message = filled(types, rng, kind)
        assert types.encode(message) == second.encode(message), kind


def filled(types: Interfaces, rng: np.random.Generator, kind: str) -> object:
    """A message without an empty field, with words of many lengths, so that everything has to be aligned."""
    node = Nodetype

    def of(what, which):
        if what == node.NAME:
            return filled(types, rng, which)
        if what == node.BASE:
            name = which[0]
            if name == "string":
                return "x" * int(rng.integers(0, 9))
            return (
                bool(rng.integers(2))
                if name == "bool"
                else float(np.float32(rng.normal()))
                if name.startswith("float")
                else int(rng.integers(100))
            )
        element, length = which
        return [of(*element) for _ in range(length if what == node.ARRAY else int(rng.integers(1, 4)))]

    return types.make(kind, **{name: of(*which) for name, which in types.fields(kind)})


class SecondCodec:
    """cyclonedds's own codec, over the same definitions."""

    def __init__(self, types: Interfaces) -> None:
        self._idl = pytest.importorskip("cyclonedds.idl", reason='the second codec is cyclonedds: pip install "heedful[ros2]"')
        self._types = types
        self._made: dict[str, type] = {}

    def encode(self, message) -> bytes:
        return self._value(Nodetype.NAME, message.__msgtype__, message).serialize(use_version_2=False)

    def _struct(self, kind: str) -> type:
        if kind not in self._made:
            name = kind.rpartition("/")[2]
            self._made[kind] = self._idl.make_idl_struct(
                name, kind.replace("/", "."), {n: self._member(*of) for n, of in self._types.fields(kind)}
            )
        return self._made[kind]

    def _member(self, what, of):
        basic = self._idl.types
        if what == Nodetype.NAME:
            return self._struct(of)
        if what == Nodetype.BASE:
            return {"string": str, "bool": bool}.get(of[0]) or getattr(
                basic, {"octet": "uint8", "byte": "uint8", "char": "uint8"}.get(of[0], of[0])
            )
        element, length = self._member(*of[0]), of[1]
        return basic.array[element, length] if what == Nodetype.ARRAY else basic.sequence[element]

    def _value(self, what, of, value):
        if what == Nodetype.NAME:
            return self._struct(of)(**{n: self._value(*kind, getattr(value, n)) for n, kind in self._types.fields(of)})
        if what == Nodetype.BASE:
            return value
        return [self._value(*of[0], v) for v in (value.tolist() if isinstance(value, np.ndarray) else value)]


def test_a_field_that_is_none_is_named(types):
    with pytest.raises(TypeError, match="has no field 'positions'; it has header, name, position, velocity, effort"):
        types.make("sensor_msgs/msg/JointState", positions=[])


def test_the_shim_is_rclpy_only_while_it_is_asked_for():
    there = util.find_spec("rclpy") is not None
    with rclpy_shim.sourced():
        assert chosen("auto") == "rclpy" and interface("std_msgs/msg/String").__name__ == "String"
    assert chosen("auto") == ("rclpy" if there else "dds") and not ("rclpy" in sys.modules and not there)
