"""The same drivers over real DDS on loopback: two participants of one process, each on its own end."""

from __future__ import annotations

import sys
import threading
import time

import pytest

pytest.importorskip("cyclonedds", reason='ROS 2 without ROS needs cyclonedds: pip install "heedful[ros2]"')
pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from heedful.envs.mirror import mirror
from heedful.hardware.commission import NotCommissioned
from heedful.hardware.fake import FakeRobot
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2.arm import TrajectoryArm
from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.remote import Lease
from heedful.hardware.ros2.seam import LATCHED, LinkLost, MissingExtra, WrongDefinition
from heedful.hardware.ros2.wiring import Wiring
from heedful.linking import fake, remote

PATIENCE = 20.0
"""A loaded machine is slow to discover [s]."""
SET, STATES = "std_srvs/srv/SetBool", "sensor_msgs/msg/JointState"
BODY = ur5e()


def until(true, seconds: float = PATIENCE) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return bool(true())


@pytest.fixture
def ends():
    lease = Lease()
    pair = DdsTransport("near", lease.domain), DdsTransport("far", lease.domain)
    yield pair
    for one in pair:
        one.close()
    lease.close()


def test_no_two_fakes_of_ours_are_on_one_domain():
    one, other = Lease(), Lease()
    assert one.domain != other.domain and {one.domain, other.domain}.isdisjoint(range(11))
    one.close()
    other.close()


def test_bytes_are_taken_by_a_symbol_that_is_there():
    from cyclonedds._clayer import ddspy_take

    assert callable(ddspy_take)


def test_a_service_answers_and_only_who_asked_is_answered(ends):
    near, far = ends
    far.serve("/enable", SET, lambda request, reply: reply(far.make(f"{SET}_Response", success=request.data, message="done")))
    asked = [near.call("/enable", SET, near.make(f"{SET}_Request", data=bool(i % 2))) for i in range(6)]
    assert [f.result(PATIENCE).success for f in asked] == [False, True] * 3


def test_a_service_that_nobody_offers_is_said_in_a_sentence(ends, monkeypatch):
    monkeypatch.setattr("heedful.hardware.ros2.dds.FIND", 0.2)
    with pytest.raises(LinkLost, match="nobody offers the service /nothing"):
        ends[0].call("/nothing", SET, ends[0].make(f"{SET}_Request")).result(PATIENCE)


def test_who_comes_late_gets_what_is_latched(ends):
    near, far = ends
    far.publisher("/description", "std_msgs/msg/String", LATCHED)(far.make("std_msgs/msg/String", data="robot"))
    heard: list[str] = []
    near.subscribe("/description", "std_msgs/msg/String", lambda m: heard.append(m.data), LATCHED)
    assert until(lambda: heard == ["robot"])


def test_what_is_published_under_another_definition_is_never_heard(ends):
    near, far = ends
    heard: list[object] = []
    near.subscribe("/joint_states", STATES, heard.append)
    far.types.hash = lambda kind: "RIHS01_of_another_release"  # type: ignore[method-assign]
    publish = far._wire.writer("rt/joint_states", STATES, LATCHED, b"typehash=RIHS01_of_another_release;")
    until(lambda: near.publishers("/joint_states", STATES))
    for _ in range(20):
        far._wire.write(publish, far.types.encode(far.make(STATES, name=["x"])))
        time.sleep(0.02)
    assert until(lambda: "/joint_states" in near.refused)
    assert "would be misread" in near.refused["/joint_states"]
    assert not heard


def test_a_server_of_another_definition_is_not_called(ends):
    near, far = ends
    far.types.hash = lambda kind: "RIHS01_of_another_release"  # type: ignore[method-assign]
    called: list[object] = []
    far.serve("/enable", SET, lambda request, reply: called.append(request))
    with pytest.raises(WrongDefinition, match="another one"):
        near.call("/enable", SET, near.make(f"{SET}_Request")).result(PATIENCE)
    assert not called


def test_nothing_is_sent_to_a_server_of_another_vendor(ends):
    near, far = ends
    called: list[object] = []
    far.serve("/enable", SET, lambda request, reply: called.append(request))
    client = near._client("/enable", (f"{SET}_Request", f"{SET}_Response"))
    assert until(client.ready)
    peers = near._wire.peers
    near._wire.peers = lambda endpoint: [("010f", told) for _, told in peers(endpoint)]  # type: ignore[method-assign]
    with pytest.raises(LinkLost, match=r"speaks Fast DDS.*transport=rclpy"):
        near.call("/enable", SET, near.make(f"{SET}_Request")).result(PATIENCE)
    assert not called


def test_nobody_s_description_is_made_while_another_s_is(ends, monkeypatch):
    from cyclonedds.qos import _CQos

    near, far = ends
    topics = [f"/words_{i}" for i in range(2)]
    for topic in topics:
        far.publisher(topic, "std_msgs/msg/String")
        near.subscribe(topic, "std_msgs/msg/String", lambda m: None)
        far.subscribe(topic, "std_msgs/msg/String", lambda m: None)
    assert until(lambda: all(near.publishers(t, "std_msgs/msg/String") == 1 and near.subscribed(t) for t in topics))
    made, inside, together = _CQos.cqos_to_qos, [], []

    def slowly(qos):
        together.extend(inside)
        inside.append(threading.current_thread().name)
        time.sleep(1e-3)
        inside.pop()
        return made(qos)

    monkeypatch.setattr(_CQos, "cqos_to_qos", slowly)
    asking = (lambda: near.publishers(topics[0], ""), lambda: near.subscribed(topics[1]), lambda: far._wire.serving("rt/words_0"))
    threads = [threading.Thread(target=lambda ask=ask: [ask() for _ in range(5)]) for ask in asking]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not together, "cyclonedds reads every description through one place in memory"


def test_a_second_master_is_seen_over_dds(ends):
    near, far = ends
    arm = TrajectoryArm(near, "/controller", ["joint"])
    assert until(lambda: arm.masters() == 1)
    far.publisher("/controller/joint_trajectory", "trajectory_msgs/msg/JointTrajectory")
    assert until(lambda: arm.masters() == 2)


def test_who_has_left_is_nobody_s_second_master(ends):
    near, far = ends
    arm = TrajectoryArm(near, "/controller", ["joint"])
    far.publisher("/controller/joint_trajectory", "trajectory_msgs/msg/JointTrajectory")
    assert until(lambda: arm.masters() == 2)
    far.close()
    assert until(lambda: arm.masters() == 1, 5.0)


def test_a_robot_that_is_no_simulation_is_refused_and_nothing_is_sent_to_it(ends, monkeypatch):
    far = ends[1]
    peer = FakePeer(far, FakeRobot(BODY.parts, BODY.dt), Wiring.of(BODY))
    monkeypatch.setattr("heedful.envs.mirror.FIND", PATIENCE)
    monkeypatch.setattr("heedful.envs.mirror.STEP", 0.3)
    ended = threading.Event()
    thread = threading.Thread(target=lambda: [peer.tell() for _ in iter(lambda: ended.wait(0.02), True)])
    thread.start()
    try:
        with pytest.raises(NotCommissioned, match="nobody has commissioned"):
            mirror(remote("ur5e", domain=far.domain, transport="dds"), None, "realtime")
    finally:
        ended.set()
        thread.join()
    assert peer.heard == 0


def test_what_a_fake_of_our_own_lacks_is_told_before_it_is_started(monkeypatch):
    monkeypatch.setitem(sys.modules, "rosbags.typesys", None)
    monkeypatch.setattr("heedful.envs.mirror.start", lambda *_: pytest.fail("it would tell the same once more"))
    with pytest.raises(MissingExtra, match=r"heedful\[ros2\]"):
        mirror(fake("ur5e"), None, "realtime")
