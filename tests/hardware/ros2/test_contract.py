"""What every transport keeps, whoever is on the other side: the laws of the seam over client transport × server implementation.

Where rclpy can be imported the same laws run against it; where it cannot, pytest's last lines say how many did not run.
"""

from __future__ import annotations

import threading
import time
from concurrent.futures import Future

import numpy as np
import pytest

pytest.importorskip("cyclonedds", reason='ROS 2 without ROS needs cyclonedds: pip install "heedful[ros2]"')
pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

from contract_pairs import PAIRS, PATIENCE, Pair, missing, pair

from heedful.hardware.fake import FakeRobot
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.ros2.definitions import TRAJECTORY
from heedful.hardware.ros2.fake.peer import FakePeer
from heedful.hardware.ros2.robot import Ros2Robot
from heedful.hardware.ros2.seam import ABORTED, CANCELED, LATCHED, RELIABLE, SENSOR, SUCCEEDED, LinkLost, Quality, WrongDefinition
from heedful.hardware.ros2.services import told
from heedful.hardware.ros2.wiring import Wiring

TEXT, STATES, IMAGE, SET = "std_msgs/msg/String", "sensor_msgs/msg/JointState", "sensor_msgs/msg/Image", "std_srvs/srv/SetBool"
UNRELIABLE = Quality(reliable=False, depth=10)
BODY = ur5e()
APART = [p for p in PAIRS if set(p) != {"shim", "rclpy"}]
"""The shim and the real rclpy are both imported as `rclpy`."""


@pytest.fixture(scope="module", params=APART, ids=lambda p: f"{p[0]} to {p[1]}")
def ends(request):
    if needed := missing(*request.param):
        pytest.skip(needed)
    with pair(*request.param) as made:
        yield made


@pytest.fixture
def dds(ends):
    if not {"in process", "rosbridge"}.isdisjoint(ends.kinds):
        pytest.skip("neither a simulated bus nor rosbridge has quality of service, and hashes of its own")
    return ends


# topics


def test_what_is_published_is_heard(ends):
    topic, heard = ends.name(), []
    ends.client.subscribe(topic, TEXT, lambda m: heard.append(m.data))
    publish = ends.server.publisher(topic, TEXT)
    assert ends.say(publish, ends.server.make(TEXT, data="hello ✓"), lambda: heard)
    assert set(heard) == {"hello ✓"}


def test_a_message_of_every_shape_goes_over_whole(ends):
    topic, heard = ends.name(), []
    ends.client.subscribe(topic, STATES, heard.append)
    make = ends.server.make
    header = make("std_msgs/msg/Header", stamp=make("builtin_interfaces/msg/Time", sec=np.int64(3), nanosec=np.uint32(7)), frame_id="base")
    q = np.array([0.1, np.nan, -2.0])
    said = make(STATES, header=header, name=["a", "b", "c"], position=q, effort=[1, 2.5, np.float32(3)])
    assert ends.say(ends.server.publisher(topic, STATES), said, lambda: heard)
    m = heard[0]
    assert (m.header.stamp.sec, m.header.stamp.nanosec, m.header.frame_id) == (3, 7, "base")
    assert list(m.name) == ["a", "b", "c"] and not len(m.velocity)
    assert np.array_equal(np.asarray(m.position), q, equal_nan=True) and list(m.effort) == [1.0, 2.5, 3.0]


def test_a_big_message_goes_over_whole(ends):
    topic, heard = ends.name(), []
    ends.client.subscribe(topic, IMAGE, heard.append, RELIABLE)
    pixels = np.random.default_rng(5).integers(0, 256, 640 * 480 * 3, dtype=np.uint8)
    said = ends.server.make(IMAGE, height=480, width=640, encoding="rgb8", step=640 * 3, data=pixels)
    assert ends.say(ends.server.publisher(topic, IMAGE), said, lambda: heard)
    assert np.array_equal(np.asarray(heard[0].data, np.uint8), pixels) and heard[0].step == 1920


def test_messages_come_in_order_and_one_at_a_time(ends):
    topic, heard, inside, overlaps = ends.name(), [], [], []

    def hear(message) -> None:
        overlaps.extend(inside)
        inside.append(message.data)
        heard.append(int(message.data))
        inside.clear()

    ends.client.subscribe(topic, TEXT, hear, Quality(depth=100))
    publish = ends.server.publisher(topic, TEXT, Quality(depth=100))
    assert ends.say(publish, ends.server.make(TEXT, data="0"), lambda: heard)
    for i in range(1, 60):
        publish(ends.server.make(TEXT, data=str(i)))
        if i % 5 == 0 or i == 59:  # rosbridge keeps no more than ten for who is slow
            assert ends.until(lambda: heard[-1] == i)  # noqa: B023
    assert [i for i in heard if i] == list(range(1, 60)) and not overlaps


def test_who_comes_late_gets_the_last_that_is_latched(ends):
    topic, heard = ends.name(), []
    publish = ends.server.publisher(topic, TEXT, LATCHED)
    for word in ("first", "last"):
        publish(ends.server.make(TEXT, data=word))
    assert ends.until(lambda: ends.client.publishers(topic, TEXT) == 1)
    ends.client.subscribe(topic, TEXT, lambda m: heard.append(m.data), LATCHED)
    assert ends.until(lambda: heard) and heard == ["last"]


def test_best_effort_is_not_enough_for_who_wants_it_reliable(dds):
    topic, strict, easy = dds.name(), [], []
    dds.client.subscribe(topic, TEXT, strict.append, RELIABLE)
    dds.client.subscribe(topic, TEXT, easy.append, SENSOR)
    publish = dds.server.publisher(topic, TEXT, UNRELIABLE)
    for _ in range(3):
        easy.clear()
        assert dds.say(publish, dds.server.make(TEXT, data="x"), lambda: easy)
    assert not strict


def test_who_publishes_is_counted_and_who_left_is_not(ends):
    topic = ends.name()
    ends.client.publisher(topic, TEXT)
    assert ends.until(lambda: ends.client.publishers(topic, TEXT) == 1)
    third = ends.another(ends.kinds[1])
    third.publisher(topic, TEXT)
    assert ends.until(lambda: ends.client.publishers(topic, TEXT) == 2)
    third.close()
    assert not ends.wire or ends.until(lambda: ends.client.publishers(topic, TEXT) == 1)


def test_what_others_listen_for_is_known_by_its_type_and_our_own_listening_is_not_counted(ends):
    topic = ends.name()
    ends.client.subscribe(topic, TEXT, lambda m: None)
    assert ends.client.subscribed(topic) == frozenset() or ends.kinds[0] == "rosbridge"  # the bridge is a node of its own
    other = ends.name()
    ends.server.subscribe(other, "geometry_msgs/msg/Twist", lambda m: None)
    assert ends.until(lambda: ends.client.subscribed(other) == {"geometry_msgs/msg/Twist"})


def test_what_is_published_from_another_definition_is_never_heard(dds):
    if dds.kinds[1] != "dds" or dds.kinds[0] == "rclpy":
        pytest.skip("only the dds transport can be made to tell another hash, and Humble's rclpy knows of none")
    topic, heard, wire = dds.name(), [], dds.server._wire
    other = told(wire, TEXT).replace(b"RIHS01_", b"RIHS01_f")
    writer = wire.writer(f"rt{topic}", TEXT, LATCHED, other)
    dds.client.subscribe(topic, TEXT, heard.append)
    said = dds.server.types.encode(dds.server.make(TEXT, data="misread"))
    assert dds.until(lambda: wire.write(writer, said) or topic in dds.client.refused)
    assert "would be misread" in dds.client.refused[topic] and not heard


# services


def test_each_who_asks_is_given_the_answer_to_what_was_asked(ends):
    service = ends.name()
    ends.server.serve(service, SET, lambda asked, reply: reply(ends.server.make(f"{SET}_Response", success=asked.data, message="done")))
    asked = [ends.client.call(service, SET, ends.client.make(f"{SET}_Request", data=bool(i % 2))) for i in range(6)]
    assert [(a.success, a.message) for a in map(ends.told, asked)] == [(False, "done"), (True, "done")] * 3


def test_a_reply_that_comes_late_keeps_nobody_waiting(ends):
    service, topic, replies, heard = ends.name(), ends.name(), [], []
    ends.server.serve(service, SET, lambda asked, reply: replies.append(reply))
    ends.server.subscribe(topic, TEXT, heard.append)
    asked = ends.client.call(service, SET, ends.client.make(f"{SET}_Request"))
    assert ends.until(lambda: replies)
    assert ends.say(ends.client.publisher(topic, TEXT), ends.client.make(TEXT, data="meanwhile"), lambda: heard)
    assert not asked.done()
    thread = threading.Thread(target=lambda: replies[0](ends.server.make(f"{SET}_Response", success=True)))
    thread.start()
    thread.join()
    assert ends.told(asked).success


def test_a_service_that_nobody_offers_is_said_in_a_sentence(ends, monkeypatch):
    for module in ("dds", "rclpy_transport"):
        monkeypatch.setattr(f"heedful.hardware.ros2.{module}.FIND", 0.2)
    with pytest.raises(LinkLost, match="nobody offers the service /nothing"):
        ends.told(ends.client.call("/nothing", SET, ends.client.make(f"{SET}_Request")))


def test_a_server_of_another_definition_is_not_called(dds):
    if dds.kinds != ("dds", "dds"):
        pytest.skip("rclpy tells nobody the hash of a service, and nobody asks it")
    service, called, wire = dds.name(), [], dds.server._wire
    hash, dds.server.types.hash = dds.server.types.hash, lambda kind: "RIHS01_of_another_release"
    dds.server.serve(service, SET, lambda asked, reply: called.append(asked))
    dds.server.types.hash = hash
    with pytest.raises(WrongDefinition, match="another one"):
        dds.told(dds.client.call(service, SET, dds.client.make(f"{SET}_Request")))
    assert not called and wire


def test_a_callback_that_raises_ends_nothing(ends, capfd):
    topic, heard = ends.name(), []

    def hear(message) -> None:
        heard.append(message.data)
        if message.data == "bad":
            raise RuntimeError("a fault of the caller's")

    if not ends.wire:
        pytest.skip("in process an error goes to whoever lets time pass, so that no test overlooks it")
    ends.client.subscribe(topic, TEXT, hear)
    publish = ends.server.publisher(topic, TEXT)
    assert ends.say(publish, ends.server.make(TEXT, data="bad"), lambda: heard)
    assert ends.say(publish, ends.server.make(TEXT, data="good"), lambda: "good" in heard)
    assert "a fault of the caller's" in capfd.readouterr().err


# actions


class Arm:
    """An action server that does what its goal's first joint is called."""

    def __init__(self, ends: Pair) -> None:
        self.ends, self.name, self.taken, self.stopped = ends, ends.name("/arm"), [], []
        ends.server.offer(self.name, TRAJECTORY, self.takes, self.begin, self.stop)
        self.client = ends.client.action(self.name, TRAJECTORY)
        assert ends.until(self.client.ready)

    def send(self, what: str, feedback=None):
        make = self.ends.client.make
        goal = make(f"{TRAJECTORY}_Goal", trajectory=make("trajectory_msgs/msg/JointTrajectory", joint_names=[what]))
        return self.client.send(goal, feedback)

    def taken_up(self, goal) -> bool:
        """Whether a goal is under way, and its client knows it."""
        return self.ends.until(lambda: self.taken) and self.ends.told(goal.accepted)

    def takes(self, goal) -> bool:
        return goal.trajectory.joint_names[0] != "unknown"

    def begin(self, taken) -> None:
        self.taken.append(taken)
        what, make = taken.goal.trajectory.joint_names[0], self.ends.server.make
        if what == "reach":
            for name in "ab":
                taken.feedback(make(f"{TRAJECTORY}_Feedback", joint_names=[name]))
            taken.finish(SUCCEEDED, make(f"{TRAJECTORY}_Result", error_string="there"))
        elif what == "miss":
            taken.finish(ABORTED, make(f"{TRAJECTORY}_Result", error_code=-4, error_string="off the path"))

    def stop(self, taken) -> None:
        self.stopped.append(taken)
        taken.finish(CANCELED, self.ends.server.make(f"{TRAJECTORY}_Result", error_string="stopped"))


@pytest.fixture
def arm(ends):
    return Arm(ends)


def test_a_goal_that_is_reached_tells_how_it_went_on_the_way(arm):
    told = []
    goal = arm.send("reach", lambda m: told.append(m.joint_names[0]))
    assert arm.ends.told(goal.accepted) is True
    status, result = arm.ends.told(goal.result)
    assert (status, result.error_code, result.error_string) == (SUCCEEDED, 0, "there")
    if arm.ends.kinds[0] == "rosbridge":  # which drops feedback that comes after the result
        assert told == ["a", "b"][: len(told)]
    else:
        assert arm.ends.until(lambda: told == ["a", "b"])


def test_a_goal_that_is_rejected_has_ended(arm):
    goal = arm.send("unknown")
    assert arm.ends.told(goal.accepted) is False
    assert arm.ends.told(goal.result)[0] == ABORTED and not arm.taken


def test_a_goal_that_is_aborted_says_why(arm):
    status, result = arm.ends.told(arm.send("miss").result)
    assert (status, result.error_code, result.error_string) == (ABORTED, -4, "off the path")


def test_a_goal_that_is_cancelled_ends_where_the_server_stopped(arm):
    goal = arm.send("hold")
    assert arm.taken_up(goal)
    goal.cancel()
    status, result = arm.ends.told(goal.result)
    assert (status, result.error_string, len(arm.stopped)) == (CANCELED, "stopped", 1)


def test_a_goal_that_is_cancelled_before_it_was_accepted_is_stopped_too(arm):
    goal = arm.send("hold")
    goal.cancel()
    if not arm.ends.until(goal.result.done, 2.0):
        goal.cancel()  # over a network the two may overtake each other, and a goal that is not known yet cannot be cancelled
    assert arm.ends.told(goal.result)[0] == CANCELED


def test_all_goals_are_cancelled_at_once(arm):
    goal = arm.send("hold")
    assert arm.taken_up(goal)
    answer = arm.ends.told(arm.client.cancel_all())
    assert answer.return_code == 0 and len(answer.goals_canceling) == 1
    assert arm.ends.told(goal.result)[0] == CANCELED


def test_a_goal_that_a_later_one_replaced_ends_here_at_once(arm):
    old = arm.send("hold")
    assert arm.taken_up(old)
    new = arm.send("reach")
    assert old.result.done() and old.result.result(0) == (ABORTED, "superseded by a later goal of ours")
    assert arm.ends.told(new.result)[0] == SUCCEEDED
    for taken in arm.taken:
        taken.finish(ABORTED, arm.ends.server.make(f"{TRAJECTORY}_Result"))


def test_a_second_end_of_a_goal_is_without_effect(arm):
    goal = arm.send("hold")
    assert arm.ends.until(lambda: arm.taken)
    result = arm.ends.server.make(f"{TRAJECTORY}_Result")
    arm.taken[0].finish(ABORTED, result)
    arm.taken[0].finish(SUCCEEDED, result)
    assert arm.ends.told(goal.result)[0] == ABORTED


def test_a_goal_for_nobody_is_lost_and_says_so(ends, monkeypatch):
    for module in ("dds", "rclpy_actions"):
        monkeypatch.setattr(f"heedful.hardware.ros2.{module}.FIND", 0.2)
    action = ends.client.action(ends.name("/nobody"), TRAJECTORY)
    assert not action.ready()
    goal = action.send(ends.client.make(f"{TRAJECTORY}_Goal"))
    for future in (goal.accepted, goal.result):
        with pytest.raises(LinkLost, match="nobody offers"):
            ends.told(future)


# the drivers, and the fake robot


def test_an_arm_is_streamed_and_follows(ends):
    body, wiring = FakeRobot(BODY.parts, BODY.dt), Wiring.of(BODY, namespace=ends.name("/robot"))
    peer, robot = FakePeer(ends.server, body, wiring), Ros2Robot(BODY, ends.client, wiring)
    robot.joints.stale = PATIENCE  # what a loaded machine does to a clock is not what is tested here

    def lives(true):
        def lived() -> bool:
            peer.update()
            return bool(true())

        return ends.until(lived)

    assert lives(lambda: robot.joints.complete and not robot.missing())
    start = robot.observe().parts["arm"].q
    robot.send({"arm": start + 0.05, "gripper": np.array([0.02, 5.0])})

    def follows() -> bool:
        robot.arms["arm"].stream(start + 0.05, BODY.dt)  # anew, as a robot is driven: who just came to listen may have missed the first
        return bool(np.allclose(robot.observe().parts["arm"].q, start + 0.05, atol=1e-6))

    assert lives(follows)
    robot.arms["arm"].stream(start + 0.02, BODY.dt)  # once: they come in order, so when it is there none of those before is under way
    assert lives(lambda: np.allclose(robot.observe().parts["arm"].q, start + 0.02, atol=1e-6))
    assert lives(lambda: abs(robot.observe().parts["gripper"].width - 0.02) < 1e-6)
    goal = robot.arms["arm"].follow(start[None], [0.3])
    assert lives(goal.result.done) and goal.result.result(0)[0] == SUCCEEDED
    assert lives(lambda: np.allclose(robot.observe().parts["arm"].q, start, atol=1e-6))


# leaving


def test_who_has_left_says_so_and_may_leave_twice(ends):
    if not ends.wire:
        pytest.skip("nothing is let go of in process")
    third = ends.another(ends.kinds[0])
    publish = third.publisher(ends.name(), TEXT)
    third.close()
    third.close()
    with pytest.raises(LinkLost, match="closed"):
        publish(ends.client.make(TEXT))
    asked: Future = third.call("/enable", SET, ends.client.make(f"{SET}_Request"))
    with pytest.raises(LinkLost):
        asked.result(10)


def test_leaving_ends_what_was_still_to_be_answered(ends):
    if ends.kinds[1] not in ("shim", "rclpy"):
        pytest.skip("only an executor has threads that wait for an answer")
    third = ends.another(ends.kinds[1])
    name, taken = ends.name("/arm"), []
    third.offer(name, TRAJECTORY, lambda goal: True, taken.append)
    client = ends.client.action(name, TRAJECTORY)
    assert ends.until(client.ready)
    client.send(ends.client.make(f"{TRAJECTORY}_Goal"))
    assert ends.until(lambda: taken)
    third.close()
    assert ends.until(lambda: not third._waiting)


def test_leaving_takes_no_longer_than_a_person_waits(ends):
    third = ends.another(ends.kinds[0])
    third.subscribe(ends.name(), TEXT, lambda m: None)
    since = time.monotonic()
    third.close()
    assert time.monotonic() - since < 10
