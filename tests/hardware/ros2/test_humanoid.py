"""Unitree's G1: its checksum against the slow way, its arms by arm_sdk, and walking that ends by itself, on a simulated clock."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from ros2_table import DT, TYPES, OnBus

from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.robots.g1 import MOTORS, g1
from heedful.hardware.ros2.fake.humanoid import FakeHumanoid
from heedful.hardware.ros2.inprocess import Bus, InProcess
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import LinkLost
from heedful.hardware.ros2.unitree import checksum
from heedful.hardware.ros2.unitree.wiring import unitree
from heedful.types import Action, JointTarget, Twist

BODY = g1()


def slowly(words: bytes) -> int:
    """CRC-32/MPEG-2 by its definition: polynomial 0x04C11DB7, start of all ones, bit by bit, the upper bit first."""
    register = 0xFFFFFFFF
    for i in range(0, len(words), 4):
        word = int.from_bytes(words[i : i + 4], "little")
        for bit in range(31, -1, -1):
            out = (register >> 31) ^ (word >> bit & 1)
            register = (register << 1 & 0xFFFFFFFF) ^ (0x04C11DB7 if out else 0)
    return register


@settings(max_examples=60, deadline=None)
@given(st.binary(min_size=4, max_size=64).map(lambda b: b[: len(b) // 4 * 4]))
def test_the_checksum_is_that_of_the_definition(words):
    assert checksum.crc32_mpeg2(words) == slowly(words)


def test_the_checksum_of_the_standard_s_own_example():
    message = b"12345678"  # its check value is of nine bytes, so of two words here, turned as the robot has them
    assert checksum.crc32_mpeg2(message[3::-1] + message[:3:-1]) == slowly(message[3::-1] + message[:3:-1])
    assert slowly(b"\0\0\0\0") == 0xC704DD7B  # CRC-32/MPEG-2 of four zero bytes


def test_layouts_are_those_of_the_c_structs_and_the_wire_s_is_another():
    assert (checksum.COMMAND.size, checksum.STATE.size) == (1004 - 4, 2092 - 4)
    assert len(TYPES.encode(TYPES.make("unitree_hg/msg/LowCmd"))) == 4 + 1000


def test_every_field_of_a_command_is_under_its_checksum():
    message = TYPES.make("unitree_hg/msg/LowCmd")
    found = {checksum.of_command(message)}
    message.mode_machine = 5
    found.add(checksum.of_command(message))
    for field, value in (("mode", 1), ("q", 0.5), ("dq", 0.5), ("tau", 0.5), ("kp", 0.5), ("kd", 0.5), ("reserve", 7)):
        for motor in (0, 34):
            setattr(message.motor_cmd[motor], field, value)
            found.add(checksum.of_command(message))
    assert len(found) == 2 + 14


class Hall:
    """A G1 and its fake on one bus."""

    def __init__(self, simulated: bool = False) -> None:
        self.bus = Bus(types=TYPES)
        self.body = MujocoRobot.alone(BODY) if simulated else FakeRobot(BODY.parts, DT)
        self.fake = FakeHumanoid(InProcess(self.bus), self.body, MOTORS)
        self.robot = Ros2Robot(BODY, InProcess(self.bus), unitree(BODY), OnBus(self.bus))
        self.guarded = GuardedRobot(self.robot, BODY, self.robot._body)
        self.frozen = False
        self._tick()
        self.bus.advance(2 * DT)

    def _tick(self) -> None:
        if not self.frozen:
            self.fake.update()
        self.bus.later(DT, self._tick)

    def q(self, part: str):
        return self.body.observe().parts[part].q

    def raise_arm(self, seconds: float, speed: float = -0.4) -> None:
        for _ in range(round(seconds / DT)):
            seen = self.guarded.observe()
            last = self.guarded.envelope.last.get("left_arm", seen.parts["left_arm"].q)
            self.guarded.apply(Action({"left_arm": JointTarget(last + speed * DT * np.eye(7)[0])}), seen)


@pytest.mark.parametrize("simulated", [False, True])
def test_an_arm_is_raised_and_the_other_stays_where_it_is(simulated):
    hall = Hall(simulated)
    assert not hall.robot.missing()
    start = {p: hall.q(p).copy() for p in ("left_arm", "right_arm", "waist")}
    hall.raise_arm(3.0)
    assert hall.guarded.level is Level.RUNNING, hall.guarded.reason
    assert hall.q("left_arm")[0] == pytest.approx(start["left_arm"][0] - 1.2, abs=0.05)
    assert hall.q("right_arm") == pytest.approx(start["right_arm"], abs=0.02)
    assert hall.fake.garbled == 0 and hall.fake.weight == 1.0


def test_the_weight_is_ramped_and_arms_that_are_taken_do_not_jump():
    hall = Hall()
    hall.fake._own["left_arm"] = hall.q("left_arm") + 0.0
    weights, steps = [], []
    for _ in range(60):
        before = hall.q("left_arm").copy()
        hall.raise_arm(DT, 0.0)
        weights.append(hall.fake.weight)
        steps.append(np.abs(hall.q("left_arm") - before).max())
    assert weights[0] <= 0.03 and weights[-1] == 1.0
    assert np.diff(weights).max() == pytest.approx(DT, abs=1e-6)
    assert max(steps) < 1e-6


def test_arms_are_given_back_by_and_by_when_the_driver_goes():
    hall = Hall()
    hall.raise_arm(2.0)
    own = hall.fake._own["left_arm"][0]
    assert hall.q("left_arm")[0] < own - 0.5
    started = hall.bus.time
    hall.robot.close()
    assert hall.fake.weight == pytest.approx(0.0, abs=0.03)
    assert hall.bus.time - started == pytest.approx(1.0, abs=0.1)


def test_a_command_of_another_checksum_moves_nothing():
    hall = Hall()
    before = hall.q("left_arm").copy()
    hall.robot.sdk._publish = lambda message, send=hall.robot.sdk._publish: send(_garbled(message))
    hall.raise_arm(1.0)
    assert hall.fake.garbled == hall.fake.heard > 0
    assert hall.q("left_arm") == pytest.approx(before)


def _garbled(message):
    message.motor_cmd[15].q += 0.001
    return message


def test_a_low_state_of_another_checksum_is_not_heeded_and_so_grows_stale():
    hall = Hall()
    hall.raise_arm(0.2)
    publish = hall.fake._tell

    def tell(message):
        message.crc ^= 1
        publish(message)

    hall.fake._tell = tell
    hall.raise_arm(0.3)
    assert hall.guarded.level is Level.STOPPED and "s old" in hall.guarded.reason
    assert hall.robot.joints.garbled > 5


def test_the_robot_s_own_mode_is_sent_back_with_every_command():
    hall = Hall()
    hall.fake._state.mode_machine = 9
    hall.bus.advance(2 * DT)
    hall.raise_arm(0.2)
    assert hall.fake.garbled == hall.fake.heard  # the fake is another machine, and says no
    assert hall.robot.joints.machine == 9


def walk(hall: Hall, seconds: float, x: float) -> None:
    for _ in range(round(seconds / DT)):
        hall.guarded.apply(Action({"base": Twist(x, 0.0, 0.0)}), hall.guarded.observe())


def test_it_walks_while_it_is_told_to_and_no_request_lasts_longer_than_a_second():
    hall = Hall()
    walk(hall, 2.0, 0.2)
    assert hall.guarded.level is Level.RUNNING, hall.guarded.reason
    assert hall.q("base")[0] == pytest.approx(0.4, abs=0.03)
    assert hall.robot.observe().parts["base"].q[0] == pytest.approx(hall.q("base")[0], abs=0.01)
    assert len(hall.fake.durations) <= 14 and max(hall.fake.durations) <= 1.0


def test_it_stops_within_a_second_when_its_driver_dies():
    hall = Hall()
    walk(hall, 1.0, 0.2)
    before = hall.q("base")[0]
    hall.bus.advance(3.0)
    assert hall.q("base")[0] <= before + 0.2 * 1.05


def test_halt_stops_it_at_once():
    hall = Hall()
    walk(hall, 1.0, 0.2)
    hall.guarded.halt()
    walk(hall, 0.1, 0.2)
    rest = hall.q("base").copy()
    walk(hall, 1.0, 0.2)
    assert hall.q("base") == pytest.approx(rest, abs=1e-9)


def test_a_walk_without_an_end_is_never_asked_for():
    hall = Hall()
    with pytest.raises(ValueError, match="it is to end by itself within 1 s"):
        hall.robot.bases["base"].drive(np.array([0.2, 0.0, 0.0]), 864000.0)


def test_damp_makes_it_yield_and_no_walk_comes_of_it():
    hall = Hall()
    walk(hall, 0.5, 0.2)
    told = hall.robot.bases["base"].damp()
    hall.bus.advance(0.1)
    assert told.done() and hall.fake.state == 1
    rest = hall.q("base").copy()
    walk(hall, 0.5, 0.2)
    assert hall.q("base") == pytest.approx(rest, abs=1e-9)


def test_a_request_that_the_robot_refuses_is_said_in_a_sentence():
    hall = Hall()
    refused = hall.robot.bases["base"].service.call(1234)
    hall.bus.advance(0.1)
    with pytest.raises(LinkLost, match="refused, with code 3203"):
        refused.result(0)


def test_before_anything_was_heard_nothing_is_commanded():
    bus = Bus(types=TYPES)
    robot = Ros2Robot(BODY, InProcess(bus), unitree(BODY), OnBus(bus))
    assert set(robot.missing()) == {"/api/sport/request", "/arm_sdk"}
    with pytest.raises(LinkLost, match="/lowstate does not tell of"):
        robot.send({"left_arm": BODY.parts["left_arm"].home})
    with pytest.raises(LinkLost, match="first target is where they are measured"):
        robot.arms["left_arm"].stream(BODY.parts["left_arm"].home, DT)


def test_the_description_has_the_motors_of_the_robot_in_their_order():
    assert len(MOTORS) == 29 and MOTORS[12] == "waist_yaw_joint" and MOTORS[15] == "left_shoulder_pitch_joint"
    assert MOTORS[22] == "right_shoulder_pitch_joint" and MOTORS[28] == "right_wrist_yaw_joint"
    assert set(replace(unitree(BODY)).motors) == set(MOTORS)
