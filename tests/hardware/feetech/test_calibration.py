"""LeRobot's calibration files are taken over, and what cannot be is refused in one sentence."""

import json
import math

import pytest
from hypothesis import given, strategies as st

from heedful.hardware.feetech.calibration import BadCalibration, Motor, from_lerobot, from_motors, plain, told
from heedful.hardware.feetech.remote import jaws, names, narrowed
from heedful.linking import serial

ARM = serial("so101")
GOOD = {n: {"id": i, "drive_mode": 0, "homing_offset": 17 * i - 60, "range_min": 700 + i, "range_max": 3300} for n, i in names(ARM).items()}


def written(tmp_path, told):
    (tmp_path / "arm.json").write_text(json.dumps(told))
    return from_lerobot(tmp_path / "arm.json", list(names(ARM)), jaws(ARM))


@given(st.integers(0, 2000), st.integers(100, 2095), st.sampled_from((1, -1)), st.integers(0, 4095))
def test_angles_and_ticks_are_inverse_within_the_range(low, span, sign, zero):
    motor = Motor(1, sign, zero, low, low + span)
    for ticks in (low, low + span // 2, low + span):
        assert motor.ticks(motor.angle(ticks)) == ticks
    assert low <= motor.ticks(100.0) <= low + span and low <= motor.ticks(-100.0) <= low + span


def test_the_zero_is_the_middle_of_the_range_and_the_jaw_begins_closed(tmp_path):
    motors = written(tmp_path, GOOD)
    assert motors["elbow_flex"].zero == round((703 + 3300) / 2) and motors["elbow_flex"].offset == 17 * 3 - 60
    assert motors["gripper"].angle(706) == pytest.approx(-0.174533, abs=math.pi / 4096)
    assert told(plain(motors)) == motors


def test_a_drive_mode_turns_the_direction(tmp_path):
    motors = written(tmp_path, {**GOOD, "wrist_roll": {**GOOD["wrist_roll"], "drive_mode": 1}})
    assert motors["wrist_roll"].angle(3300) == -written(tmp_path, GOOD)["wrist_roll"].angle(3300)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"gripper": None}, "lacks gripper"),
        ({"gripper": {**GOOD["gripper"], "range_max": 9000}}, "cannot be"),
        ({"gripper": {**GOOD["gripper"], "id": "six"}}, "no whole number for id"),
    ],
)
def test_a_file_that_cannot_be_is_refused_in_one_sentence(tmp_path, change, says):
    with pytest.raises(BadCalibration, match=says):
        written(tmp_path, {**GOOD, **change})


def test_no_file_and_no_json_are_said(tmp_path):
    with pytest.raises(BadCalibration, match="there is no calibration file"):
        from_lerobot(tmp_path / "none.json", [], {})
    (tmp_path / "arm.json").write_text("{")
    with pytest.raises(BadCalibration, match="is no calibration file"):
        from_lerobot(tmp_path / "arm.json", [], {})


def test_the_motors_own_calibration_is_read_and_the_joints_keep_within_it(table):
    motors = from_motors(table.bus, names(ARM), jaws(ARM))
    for name, motor in table.arm.motors.items():
        assert abs(motors[name].zero - motor.zero) <= 36 and motors[name].range == pytest.approx(motor.range, abs=0.06)
    tight = {**motors, "elbow_flex": Motor(3, 1, 2048, 1800, 2300)}
    assert narrowed(ARM, tight).parts["arm"].upper[2] == pytest.approx((2300 - 2048) * 2 * math.pi / 4096)
