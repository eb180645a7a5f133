"""A real robot moves only when a person went through its commissioning, and does at first only what a person confirms."""

from __future__ import annotations

import io

import pytest
import yaml
from tests.hardware.feetech.conftest import served

from heedful.app.cli import main
from heedful.hardware.commission import STEPS, Commission, NotCommissioned
from heedful.hardware.feetech.registers import TORQUE
from heedful.permitting import Permits
from heedful.session import Session
from heedful.types import SkillCall

BEFORE = ["", "the switch on the power strip", "yes"]
JOINTS = ["", *["", "y"] * 5, ""]
AFTER = ["", "", "y", "", "", "y", "", "", "", "", "", "left_arm"]
ALL = [*BEFORE, *JOINTS, *AFTER]


def setup(folder, port, answers, *words, monkeypatch):
    """Go through it with answers from a pipe, by simulated time; the exit code and the file."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{a}\n" for a in answers)))
    code = main(["setup", "so101", "left_arm", f"robot.port={port}", "--out", str(folder), *words])
    file = folder / "left_arm.yaml"
    return code, yaml.safe_load(file.read_text()) if file.exists() else {}


def drives(bench):
    return any(s.get(TORQUE) for s in bench.arm.servos.values())


@pytest.fixture(scope="module")
def complete(tmp_path_factory):
    """A file that was gone through, on a bench that stays."""
    folder = tmp_path_factory.mktemp("complete")
    with served() as bench, pytest.MonkeyPatch.context() as patch:
        code, fields = setup(folder, bench.port, ALL, monkeypatch=patch)
        assert code == 0
        yield bench, folder / "left_arm.yaml", fields


def test_every_step_is_written_down_with_what_was_found(complete):
    _, file, fields = complete
    assert list(fields["done"]) == list(STEPS) and fields["completed"] and not fields["ran"] and not fields["skills"]
    assert fields["done"]["stop"] == {"what": "the switch on the power strip", "within_reach": True}
    assert fields["done"]["halt"]["command_ms"] < 1000 and fields["done"]["joints"]["elbow_flex"]["moved_deg"] == pytest.approx(
        5.0, abs=0.5
    )
    Commission.of(file, fields).check()


def test_the_first_run_is_slow_and_asks_and_the_second_is_neither(complete, tmp_path):
    _bench, file, _ = complete
    asked: list[str] = []

    def run(answer: bool):
        confirm = lambda sentence, word: asked.append(word) or answer
        with Session(robot=str(file), task="pick", seed=7, mode="fast", out=None, confirm=confirm) as robot:
            return robot.run("pick up the red block"), robot.robot.envelope.limits.speed

    before = file.read_text()
    refused, _ = run(False)
    assert refused.verdict == "refused" and "not confirmed" in refused.reason and file.read_text() == before
    first, speed = run(True)
    assert first.verdict == "succeeded" and speed == pytest.approx(0.1) and asked == ["pick", "pick"]
    told = yaml.safe_load(file.read_text())
    assert told["ran"] and list(told["skills"]) == ["pick"]
    second, speed = run(False)
    assert second.verdict == "succeeded" and speed == 1.0 and len(asked) == 2, "it asked again for what had gone well"
    assert first.cadence["ticks"] > 4 * second.cadence["ticks"]


@pytest.mark.slow
def test_a_motor_that_is_mounted_the_other_way_round_is_found_and_turned(tmp_path, monkeypatch):
    with served(("elbow_flex",)) as bench:
        answers = [*BEFORE, "", "", "y", "", "y", "", "n", "y", "", "y", "", "y", "", "y", ""]
        _, fields = setup(tmp_path, bench.port, answers, monkeypatch=monkeypatch)
        assert fields["motors"]["elbow_flex"]["sign"] == -1 and fields["done"]["joints"]["elbow_flex"]["reversed"]
        assert [m["sign"] for n, m in fields["motors"].items() if n != "elbow_flex"] == [1] * 5


def test_nothing_moves_before_a_hardware_stop_is_confirmed_in_full(tmp_path, monkeypatch, capsys):
    with served() as bench:
        code, fields = setup(tmp_path, bench.port, ["", "the plug", "y"], monkeypatch=monkeypatch)
        assert code == 1 and "stop" not in fields["done"] and not drives(bench)
        assert "within your reach" in capsys.readouterr().err


def test_it_goes_on_where_the_answers_ended(tmp_path, monkeypatch, capsys):
    with served() as bench:
        code, fields = setup(tmp_path, bench.port, BEFORE, monkeypatch=monkeypatch)
        assert code == 1 and list(fields["done"]) == ["link", "calibration", "description", "stop"]
        assert "what was answered is kept" in capsys.readouterr().err
        code, fields = setup(tmp_path, bench.port, [*JOINTS, *AFTER], monkeypatch=monkeypatch)
        assert code == 0 and fields["completed"]


def test_a_zero_that_the_ruler_contradicts_keeps_it_from_being_complete(tmp_path, monkeypatch, capsys):
    with served() as bench:
        code, fields = setup(tmp_path, bench.port, [*BEFORE, *JOINTS[:-1], "160"], monkeypatch=monkeypatch)
        assert code == 1 and "joints" not in fields["done"] and "a zero is wrong" in capsys.readouterr().err


def test_a_real_arm_without_its_file_is_refused_with_the_command_that_makes_one(tmp_path):
    with served(judged=False) as bench:
        with pytest.raises(NotCommissioned, match="heedful setup so101 NAME"):
            Session(robot={"_from_": "serial/so101", "port": bench.port}, mode="realtime", out=None)
        assert not drives(bench)


@pytest.mark.parametrize("lacks", ["halt", "stop", "joints"])
def test_a_file_that_lacks_a_step_moves_nothing_and_says_how_to_go_on(complete, tmp_path, lacks):
    _bench, _file, fields = complete
    left = {**fields, "done": {k: v for k, v in fields["done"].items() if k != lacks}}
    (tmp_path / "half.yaml").write_text(yaml.safe_dump(left))
    with pytest.raises(NotCommissioned, match=f"{lacks} still to do.*heedful setup so101 half"):
        Session(robot=str(tmp_path / "half.yaml"), mode="realtime", out=None)


def test_a_complete_file_drives_a_real_arm_by_the_wall_clock_only_and_with_eyes_of_its_own(tmp_path, complete):
    _, file, _ = complete
    with served(judged=False) as bench:
        there = {"_from_": str(file), "port": bench.port}
        with pytest.raises(ValueError, match="mode=realtime"):
            Session(robot=there, mode="fast", out=None)
        with pytest.raises(ValueError, match="give a Perceiver"):
            Session(robot=there, mode="realtime", out=None)
        assert not drives(bench)


def test_a_motor_that_was_calibrated_since_is_noticed(complete):
    _, file, _ = complete
    with served(judged=False) as bench:
        from heedful.hardware.feetech.registers import HOMING_OFFSET

        bench.arm.servos["elbow_flex"].put(HOMING_OFFSET, 40)
        with pytest.raises(OSError, match=r"elbow_flex has the homing offset 40 now, and had 0.*set it up again"):
            Session(robot={"_from_": str(file), "port": bench.port}, mode="realtime", out=None)


def test_what_is_new_asks_and_without_anybody_it_does_not_begin(tmp_path):
    file = tmp_path / "arm.yaml"
    file.write_text("kind: so101\n")
    call, known = SkillCall.of("pick", object="red_block_1"), Commission(file, "so101", skills={"pick": "yesterday"})
    assert "nobody is here" in Permits(Commission(file, "so101")).begin([call])
    assert not Permits(known).begin([call]) and not Permits().begin([call])
    said: list[str] = []
    permits = Permits(Commission(file, "so101"), lambda sentence, word: said.append(word) or True)
    assert not permits.begin([call]) and not permits.begin([call]) and said == ["pick"], "once in a session is enough"
    permits.went_well(["pick"])
    assert yaml.safe_load(file.read_text())["skills"]["pick"] and not Permits(Commission.of(file, yaml.safe_load(file.read_text()))).asks(
        [call]
    )


def test_it_does_not_try_again_by_itself_unless_it_was_told_that_it_may(tmp_path):
    robot = Commission(tmp_path / "arm.yaml", "so101")
    assert "may try again" in Permits(robot).again("it slipped")
    assert "not tried again: it slipped" in Permits(robot, lambda sentence, word: False).again("it slipped")
    assert not Permits(robot, lambda sentence, word: word == "again").again("it slipped")
    assert not Permits(Commission(tmp_path / "arm.yaml", "so101", asks=False)).again("it slipped") and not Permits().again("it slipped")


def test_a_file_of_another_robot_and_an_unknown_step_are_refused(complete, tmp_path, capsys):
    _, file, _ = complete
    assert main(["setup", "ur5e", file.stem, "--out", str(file.parent)]) == 2
    assert "choose another name" in capsys.readouterr().err
    assert main(["setup", "so101", "x", "--again", "joint"]) == 2 and "Did you mean 'joints'" in capsys.readouterr().err
    assert main(["setup", "so1O1", "x"]) == 2 and main(["setup"]) == 2


def test_what_was_never_seen_to_go_well_goes_slowly_however_often_other_things_did(tmp_path):
    permits = Permits(Commission(tmp_path / "arm.yaml", "so101", ran="yesterday", skills={"pick": "yesterday"}))
    assert permits.pace([SkillCall.of("pick")]) == 1.0 and permits.pace([SkillCall.of("place_in")]) == pytest.approx(0.1)
    assert Permits().pace([SkillCall.of("place_in")]) == 1.0
    assert Permits(Commission(tmp_path / "arm.yaml", "so101")).speed == pytest.approx(0.1)
