"""A server that answers as one on Fast DDS does, as far as that can be played: no sixteen bytes before what it hears and says.

Played by cyclonedds under another vendor's code. What this cannot show is how Fast DDS itself takes a request without an identity; a
prototype had that work against Humble's rclpy on Fast DDS, and this code has not been run against it.
"""

from __future__ import annotations

import pytest

pytest.importorskip("cyclonedds", reason='ROS 2 without ROS needs cyclonedds: pip install "heedful[ros2]"')
pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from contract_pairs import Pair, pair

from heedful.hardware.ros2.actions import ActionServer
from heedful.hardware.ros2.definitions import TRAJECTORY
from heedful.hardware.ros2.seam import ABORTED, CANCELED, RELIABLE, SUCCEEDED, LinkLost
from heedful.hardware.ros2.services import told


class Plain:
    """A carrier whose services are plain, as Fast DDS's look from outside: every reply is heard by every client."""

    def __init__(self, transport) -> None:
        self.make, self.publisher, self._wire, self._types = transport.make, transport.publisher, transport._wire, transport.types

    def answer(self, service, kinds, handler) -> None:
        writer = self._wire.writer(f"rr{service}Reply", kinds[1], RELIABLE, told(self._wire, kinds[1]))
        reply = lambda message: self._wire.write(writer, self._types.encode(message))
        heard = lambda data: handler(self._types.decode(data, kinds[0]), reply)
        self._wire.reader(f"rq{service}Request", kinds[0], RELIABLE, heard, told(self._wire, kinds[0]))


@pytest.fixture(scope="module")
def ends():
    with pair("dds", "dds") as made:
        server = made.server._wire.participant.get_guid().hex[:24]
        own = made.client._wire.vendor
        made.client._wire.vendor = lambda key: "010f" if key.hex[:24] == server else own(key)
        yield made


class Arm:
    """A server on Fast DDS that does what its goal's first joint is called."""

    def __init__(self, ends: Pair) -> None:
        self.ends, self.name, self.taken = ends, ends.name("/fast_arm"), []
        ActionServer(Plain(ends.server), self.name, TRAJECTORY, lambda goal: self.what(goal) != "unknown", self.begin, self.stop)
        self.client = ends.client.action(self.name, TRAJECTORY)
        assert ends.until(self.client.ready)

    @staticmethod
    def what(goal) -> str:
        return goal.trajectory.joint_names[0]

    def send(self, what: str, feedback=None):
        make = self.ends.client.make
        goal = make(f"{TRAJECTORY}_Goal", trajectory=make("trajectory_msgs/msg/JointTrajectory", joint_names=[what]))
        return self.client.send(goal, feedback)

    def begin(self, taken) -> None:
        self.taken.append(taken)
        taken.feedback(self.ends.server.make(f"{TRAJECTORY}_Feedback", joint_names=[self.what(taken.goal)]))
        if self.what(taken.goal) == "reach":
            self.end(taken, SUCCEEDED, "there")

    def stop(self, taken) -> None:
        self.end(taken, CANCELED, "stopped")

    def end(self, taken, status: int, text: str) -> None:
        taken.finish(status, self.ends.server.make(f"{TRAJECTORY}_Result", error_string=text))


@pytest.fixture
def arm(ends):
    return Arm(ends)


def test_it_is_known_whose_dds_a_server_is_on(arm):
    assert arm.client.plain
    assert "is on Fast DDS" in arm.ends.client.notices[arm.name]


def test_a_goal_is_followed_by_its_id_until_it_is_reached(arm):
    heard = []
    goal = arm.send("reach", lambda m: heard.append(m.joint_names[0]))
    assert arm.ends.told(goal.accepted) is True
    status, result = arm.ends.told(goal.result)
    assert (status, result.error_string) == (SUCCEEDED, "there")
    assert arm.ends.until(lambda: heard == ["reach"])


def test_a_goal_that_is_cancelled_is_known_to_be(arm):
    goal = arm.send("hold")
    assert arm.ends.told(goal.accepted)
    assert arm.ends.told(goal.cancel()).return_code == 0
    assert arm.ends.told(goal.result)[0] == CANCELED


def test_all_goals_are_cancelled(arm):
    goal = arm.send("hold")
    assert arm.ends.told(goal.accepted)
    assert arm.ends.told(arm.client.cancel_all()).return_code == 0
    assert arm.ends.told(goal.result)[0] == CANCELED


def test_a_goal_that_is_rejected_has_ended(arm):
    goal = arm.send("unknown")
    assert arm.ends.told(goal.accepted) is False
    assert arm.ends.told(goal.result) == (ABORTED, "rejected")


def test_another_client_s_rejection_is_not_taken_for_ours(arm):
    other = arm.ends.client.action(arm.name, TRAJECTORY)
    assert arm.ends.until(other.ready)
    ours = arm.send("hold")
    make = arm.ends.client.make
    other.send(make(f"{TRAJECTORY}_Goal", trajectory=make("trajectory_msgs/msg/JointTrajectory", joint_names=["unknown"])))
    assert arm.ends.told(ours.accepted) is True
    arm.ends.until(lambda: False, 0.7)
    assert not ours.result.done(), "somebody else's rejection ended a goal that is under way"
    arm.end(arm.taken[0], SUCCEEDED, "there")
    assert arm.ends.told(ours.result)[0] == SUCCEEDED


def test_a_goal_of_which_nothing_is_heard_is_lost_and_cancelled(arm, monkeypatch):
    monkeypatch.setattr("heedful.hardware.ros2.uncorrelated.FIND", 0.2)
    asked = []
    monkeypatch.setattr(arm.client._made._send, "send", lambda message: None)  # it is lost on the way
    monkeypatch.setattr(arm.client._made, "cancel", asked.append)
    goal = arm.send("hold")
    with pytest.raises(LinkLost, match="has not told whether it took a goal"):
        arm.ends.told(goal.accepted)
    assert arm.ends.until(lambda: asked == [goal.id])


def test_a_service_of_it_is_still_not_called(ends):
    kind, service, called = "std_srvs/srv/SetBool", ends.name(), []
    Plain(ends.server).answer(service, (f"{kind}_Request", f"{kind}_Response"), lambda request, reply: called.append(request))
    with pytest.raises(LinkLost, match=r"speaks Fast DDS|nobody offers"):
        ends.told(ends.client.call(service, kind, ends.client.make(f"{kind}_Request")))
    assert not called
