"""Setting up an arm on ROS 2: nobody there is said, a fake is gone through, and a real one without its file is refused."""

from __future__ import annotations

import io
import threading
import time

import pytest
import yaml

from heedful.app.cli import main
from heedful.envs.mirror import end, start
from heedful.hardware.commission import STEPS, NotCommissioned
from heedful.hardware.fake import FakeRobot
from heedful.hardware.robots.ur5e import JOINTS, ur5e
from heedful.hardware.ros2 import interfaces
from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.remote import Lease
from heedful.hardware.ros2.seam import MissingExtra
from heedful.hardware.ros2.wiring import Wiring
from heedful.session import Session

ANSWERS = [
    "the red button",
    "yes",
    *["", "y"] * len(JOINTS),
    "",
    "",
    "",
    "y",
    "elbow_joint -150 150",
    "",
    "",
    "y",
    "",
    "2",
    "",
    "",
    "",
    "lab_arm",
]


@pytest.fixture
def domain():
    lease = Lease()
    yield lease.domain
    lease.close()


@pytest.mark.slow
def test_nobody_there_is_one_sentence_with_what_to_do(domain, tmp_path, capsys):
    assert main(["setup", "ur5e", "lab_arm", f"robot.domain={domain}", "--out", str(tmp_path)]) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1 and ("is the robot running" in told[0] or "set ROS_DOMAIN_ID=" in told[0])
    assert not (tmp_path / "lab_arm.yaml").exists()


def test_without_the_extra_the_command_is_named(domain, monkeypatch, tmp_path, capsys):
    def lacking():
        raise MissingExtra('ROS 2 messages need rosbags: pip install "heedful[ros2]"')

    monkeypatch.setattr(interfaces, "rosbags", lacking)
    for words in (
        ["setup", "ur5e", "lab_arm", f"robot.domain={domain}", "--out", str(tmp_path)],
        ["ros2", "check", "--domain", str(domain)],
    ):
        assert main(words) == 2
        assert 'pip install "heedful[ros2]"' in capsys.readouterr().err


def test_a_robot_that_nobody_described_yet_is_said(capsys, tmp_path):
    assert main(["setup", "ur5e", "arm", "robot=ros2/kuka", "--out", str(tmp_path)]) == 2
    assert "no robot named 'ros2/kuka'." in capsys.readouterr().err


@pytest.mark.slow
def test_the_fake_is_gone_through_by_real_dds(domain, tmp_path, monkeypatch):
    process = start("ur5e", domain)
    try:
        from heedful.hardware.ros2.checking import check
        from heedful.linking import remote

        until = time.monotonic() + 60
        while not check(remote("ur5e", domain=domain), domain).ok and time.monotonic() < until:
            pass
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{a}\n" for a in ANSWERS)))
        assert main(["setup", "ur5e", "lab_arm", f"robot.domain={domain}", "--out", str(tmp_path)]) == 0
    finally:
        end(process)
    told = yaml.safe_load((tmp_path / "lab_arm.yaml").read_text())
    assert list(told["done"]) == list(STEPS) and told["limits"] == {"elbow_joint": [-2.618, 2.618]}
    assert "agree to" in told["done"]["description"]["robot_description"]


@pytest.mark.slow
def test_a_real_robot_without_its_file_is_refused_with_the_command_that_makes_one(domain):
    """A peer that tells no state to a judge is a real robot, for all that can be known."""
    transport, goes_on = DdsTransport("no_simulation", domain, "lo"), threading.Event()
    peer = FakePeer(transport, FakeRobot(ur5e().parts, 0.02), Wiring.of(ur5e()))

    def live():
        while not goes_on.wait(0.02):
            peer.update()

    thread = threading.Thread(target=live)
    thread.start()
    try:
        with pytest.raises(NotCommissioned, match="heedful setup ur5e NAME"):
            Session(robot={"_from_": "ros2/ur5e", "domain": domain}, mode="realtime", out=None)
    finally:
        goes_on.set()
        thread.join()
        transport.close()
    assert all(not arm.heard for arm in peer.arms.values())
