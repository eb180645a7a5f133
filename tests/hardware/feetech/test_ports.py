"""Whatever keeps an arm from being reached is said in one sentence, with what to do."""

from __future__ import annotations

import builtins
import os
import time

import pytest
from tests.hardware.feetech.conftest import served

from heedful.app.cli import main
from heedful.hardware.feetech import port
from heedful.hardware.feetech.fake.bench import Bench
from heedful.hardware.feetech.remote import OnBus, driver
from heedful.hardware.ros2.seam import LinkLost, MissingExtra
from heedful.linking import serial
from heedful.session import Session


def said(capsys, *words) -> str:
    code = main(["so101", *words])
    told = capsys.readouterr().err.strip().splitlines()
    assert code and len(told) == 1, told
    return told[0]


def test_no_port_and_several_ports(monkeypatch):
    monkeypatch.setattr(port, "PATTERNS", ())
    with pytest.raises(LinkLost, match=r"no serial port was found: plug the arm's USB cable in.*heedful so101 fake"):
        port.found_port()
    monkeypatch.setattr(port.glob, "glob", lambda pattern: ["/dev/ttyACM0", "/dev/ttyACM1"])
    monkeypatch.setattr(port, "PATTERNS", ("/dev/ttyACM*",))
    with pytest.raises(LinkLost, match=r"there are 2 serial ports: name the arm's, as robot.port=/dev/ttyACM0"):
        port.found_port()


def test_a_port_that_is_not_there_or_not_ours(monkeypatch, tmp_path):
    with pytest.raises(LinkLost, match="there is no port /dev/ttyACM77: is the arm plugged in"):
        port.open_port("/dev/ttyACM77")
    monkeypatch.setattr(port.os, "access", lambda *args: False)
    with pytest.raises(LinkLost, match=r"no permission to use .*: `sudo usermod -aG dialout \$USER`, then log in again"):
        port.open_port(str(tmp_path))


def test_a_serial_port_without_pyserial_names_the_extra(monkeypatch, tmp_path):
    real = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", lambda name, *a, **k: _none() if name == "serial" else real(name, *a, **k))
    (tmp_path / "ttyACM0").touch()
    with pytest.raises(MissingExtra, match=r'pip install "heedful\[so101\]"'):
        port.open_port(str(tmp_path / "ttyACM0"))


def _none():
    raise ImportError


def test_a_bus_whose_motors_have_no_power_and_one_with_a_loose_cable():
    with served() as bench:
        arm = serial("so101", port=bench.port)
        bench.arm.faults["silent"] = "wrist_flex"
        with pytest.raises(LinkLost, match="motor 4 does not answer, but 1, 2, 3, 5, 6 do: is the cable to it plugged in"):
            driver(arm)
        bench.arm.faults["dead"] = ""
        with pytest.raises(LinkLost, match="no motor answers: is the arm's power supply on"):
            driver(arm)


def test_check_tells_what_is_there_and_commands_nothing(capsys):
    with served() as bench:
        assert main(["so101", "check", f"robot.port={bench.port}"]) == 0
        told = capsys.readouterr().out
        assert "supply          12.0 V" in told and "every motor can be turned by hand" in told
        bench.arm.faults["low"] = ""
        time.sleep(0.2)
        assert "gets 7.9 V, and needs 10.0" in said(capsys, "check", f"robot.port={bench.port}", "robot.volts=12")
        bench.arm.faults.clear()
        bench.arm.faults["hot"] = "elbow_flex"
        time.sleep(0.2)
        assert "elbow_flex is at 68 °C: let it cool" in said(capsys, "check", f"robot.port={bench.port}")


def test_what_is_no_arm_is_refused_by_its_name(capsys):
    assert "is not on a serial bus" in said(capsys, "check", "robot=panda")
    assert "Did you mean 'check'" in said(capsys, "chek")
    assert "Did you mean 'elbow_flex'" in said(capsys, "fake", "--reversed", "elbow_flx")


def test_a_cable_that_is_pulled_while_it_is_driven_is_noticed_within_the_freshness_gate():
    with served() as bench:
        robot = driver(serial("so101", port=bench.port))
        try:
            assert not robot.fault()
            bench.pull()
            time.sleep(0.3)
            assert "is gone" in robot.fault() or "does not answer" in robot.fault() or "do not answer" in robot.fault()
            with pytest.raises(LinkLost):
                robot.send({"gripper": robot.observe().parts["gripper"].q.repeat(2)})
        finally:
            robot.close()


def test_the_control_loop_never_waits_for_the_port():
    """A bus that answers nothing for a while costs the caller nothing: observe and send return at once, with what is known."""
    with served() as bench:
        robot = driver(serial("so101", port=bench.port))
        try:
            bench.arm.faults["dead"] = ""
            spent = 0.0
            for _ in range(20):
                begun = time.thread_time()
                robot.observe()
                robot.hold()
                spent = max(spent, time.thread_time() - begun)
                time.sleep(0.002)
            assert spent < 0.02
        finally:
            robot.close()


def test_the_fake_is_on_a_port_of_its_own_and_leaves_nothing_behind():
    from heedful.config import load
    from heedful.hardware.feetech.judge import beside
    from heedful.hardware.robots.so101 import so101

    world = load("world", "tabletop")(so101())
    world.reset(7, "pick")
    one = Bench(world)
    assert beside(one.port).exists() and os.path.exists(one.port)
    one.close()
    assert not beside(one.port).exists() and not os.path.exists(one.port)


def test_a_session_drives_a_simulated_bus_by_its_name_and_by_its_port(bench):
    with Session(robot={"_from_": "serial/so101", "port": bench.port}, task="pick", seed=7, mode="fast", out=None) as robot:
        episode = robot.run("pick up the red block")
    assert episode.verdict == "succeeded" and episode.truth is True
    assert isinstance(serial("so101"), OnBus)
