"""The driver on a simulated bus: it moves what it is told to, and stops, latched and holding, on whatever is wrong."""

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from tests.hardware.feetech.conftest import Table

from heedful.hardware.feetech.calibration import PER_RAD
from heedful.hardware.feetech.fake.arm import FAULTS
from heedful.hardware.feetech.health import HOT
from heedful.hardware.feetech.registers import GOAL_POSITION, HOMING_OFFSET, ID, LOCK, TORQUE, TURN
from heedful.hardware.limits import Level
from heedful.types import HOLD

ONE_JOINT = {"silent": "elbow_flex", "hot": "wrist_flex", "overload": "shoulder_lift", "let_go": "elbow_flex", "blocked": "shoulder_pan"}
SAYS = {
    "silent": "motor 3 does not answer", "dead": "do not answer", "hot": "°C", "low": "is the power supply strong enough",
    "overload": "it is overloaded", "let_go": "has let go by itself", "blocked": "something is in its way",
}  # fmt: skip


def driving(table):
    return [bool(s.get(TORQUE)) for s in table.arm.servos.values()]


def test_opening_moves_nothing_and_lets_nothing_stiffen(table):
    assert not any(driving(table))
    table.guarded.hold()
    assert not any(driving(table))


def test_the_first_command_makes_every_motor_hold_where_it_is(table):
    before = table.q
    table.guarded.apply(HOLD, table.guarded.observe())
    table.swing(0.1, speed=0.0)
    assert all(driving(table)) and np.abs(table.q - before).max() < 0.02


@pytest.mark.parametrize("reversed_", [(), ("shoulder_pan", "elbow_flex", "gripper")])
def test_it_goes_where_it_is_told_whichever_way_its_motors_are_mounted(reversed_):
    table = Table(reversed_)
    start = table.q
    table.swing(1.0)
    assert table.q[0] - start[0] == pytest.approx(0.5, abs=0.05)
    table.robot.send({"gripper": np.array([0.02, 30.0])})
    for _ in range(150):
        table.robot.send({})
    assert table.robot.observe().parts["gripper"].width == pytest.approx(0.02, abs=0.003)


def test_measured_angles_are_the_bodys_to_a_tick(table):
    table.swing(0.5, joint=1, speed=-0.3)
    assert np.abs(table.robot.observe().parts["arm"].q - table.q).max() <= 0.51 / PER_RAD


def test_noise_on_the_wire_costs_nothing_but_time(table):
    table.arm.faults["corrupt"] = ""
    start = table.q
    table.swing(1.0)
    assert table.guarded.level is Level.RUNNING and table.bus.dropped > 0
    assert table.q[0] - start[0] == pytest.approx(0.5, abs=0.05)


@pytest.mark.parametrize("fault", [f for f in FAULTS if f != "corrupt"])
def test_a_fault_stops_it_latched_holding_and_in_one_sentence(table, fault):
    table.swing(0.4)
    table.arm.faults[fault] = ONE_JOINT.get(fault, "")
    at = table.q
    sent = table.swing(0.5 if fault in ("silent", "dead") else 1.8)
    assert table.guarded.level is Level.STOPPED and SAYS[fault] in table.guarded.reason
    held = next(i for i, s in enumerate(sent) if s.held)
    assert all(s.held for s in sent[held:]), "something left after the stop"
    late = 0.2 if fault not in ("low", "blocked", "overload") else 1.6
    assert held * 0.02 <= late, "it took too long"
    if fault not in ("let_go",):
        assert all(driving(table)), "a motor was let go of, and the arm drops"
        assert np.abs(table.q - at).max() < 0.02 + 0.5 * late + 0.05
    table.arm.faults.clear()
    table.guarded.resume()
    assert table.guarded.level is Level.STOPPED, "words lifted a protective stop"


def test_a_pulled_cable_stops_it_and_the_motors_hold(table):
    table.swing(0.4)
    table.wire.cut = True
    table.swing(0.2)
    assert table.guarded.level is Level.STOPPED and "is gone" in table.guarded.reason and all(driving(table))


def test_a_jaw_may_press_and_an_arm_may_not(table):
    table.robot.send({"gripper": np.array([0.0, 20.0])})
    table.arm.faults["blocked"] = "gripper"
    for _ in range(100):
        table.robot.send({})
    assert not table.robot.fault()


def test_a_hot_motor_may_not_go_on_before_it_has_cooled(table):
    table.swing(0.1)
    table.arm.servos["wrist_flex"].celsius = HOT + 1.0
    table.swing(0.1)
    table.arm.servos["wrist_flex"].celsius = HOT - 2.0
    table.guarded.reset_stop()
    table.swing(0.1)
    assert table.guarded.level is Level.STOPPED


def test_lying_down_is_what_a_person_asks_for_and_only_then_does_it_let_go(table):
    from heedful.hardware.robots.so101 import LYING

    table.swing(0.2)
    table.guarded.close()
    assert all(driving(table)), "closing dropped the arm"
    table.robot.lower({"arm": np.array(LYING)})
    assert not any(driving(table)) and np.abs(table.q - LYING).max() < 0.1


@settings(max_examples=10, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FAULTS), st.booleans(), st.integers(1, 8)), max_size=8), st.integers(0, 5), st.floats(-3, 3))
def test_whatever_goes_wrong_no_goal_leaves_a_motors_range_or_moves_after_the_stop(schedule, joint, speed):
    table = Table()
    stopped = None
    for fault, on, ticks in schedule:
        table.arm.faults.pop(fault, None)
        if on:
            table.arm.faults[fault] = ONE_JOINT.get(fault, "")
        table.swing(ticks * 0.02, joint=min(joint, 4), speed=speed)
        for name, servo in table.arm.servos.items():
            motor = table.arm.motors[name]
            assert motor.low <= servo.goal <= motor.high and 0 <= servo.goal < TURN
        goals = {n: s.goal for n, s in table.arm.servos.items()}
        if stopped is not None:
            assert max(abs(goals[n] - stopped[n]) for n in goals) <= 0.02 * PER_RAD + 2, "it moved on after the stop"
        stopped = goals if table.guarded.level is Level.STOPPED and stopped is None else stopped


def test_a_motors_own_memory_is_written_only_unlocked(table):
    servo = table.arm.servos["gripper"]
    servo.write(ID.address, bytes((9,)))
    assert servo.id == 6
    table.bus.write(6, HOMING_OFFSET, -40)
    assert servo.get(HOMING_OFFSET) == -40 and servo.get(LOCK) == 1
    servo.put(ID, 9)
    assert table.bus.scan([6, 9]) == {9: 777}


def test_a_dry_run_does_everything_but_send():
    table = Table(dry=True)
    table.swing(0.5)
    assert not any(driving(table))
    assert all(s.get(GOAL_POSITION) == 0 for s in table.arm.servos.values()), "a goal was sent"
    said = table.robot.unsent()
    assert len(said) == 1 and "shoulder_pan" in said[0] and "not sent to the motors" in said[0]
