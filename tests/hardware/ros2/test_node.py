"""The node: instructed, corrected and stopped by topics and by its action, on every transport; and the packages that ament builds of it."""

from __future__ import annotations

import ast
import contextlib
import sys
import threading
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

pytest.importorskip("cyclonedds", reason='ROS 2 without ROS needs cyclonedds: pip install "heedful[ros2]"')
pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')

import rclpy_shim
from contract_pairs import PATIENCE, Pair, pair

import heedful as hf
from heedful.app.fronts.conversation import Conversation
from heedful.app.fronts.ros2_node import RobotNode
from heedful.app.fronts.ros2_opening import PARAMETERS, home, launched
from heedful.hardware.ros2.dds import DdsTransport
from heedful.hardware.ros2.definitions import ACTIONS, RUN
from heedful.hardware.ros2.remote import Lease
from heedful.hardware.ros2.seam import CANCELED, LATCHED, RELIABLE, SUCCEEDED

PACKAGES = Path(__file__).parents[3] / "ros2"
TEXT = "std_msgs/msg/String"
TASK = dict(robot="ur5e", mode="fast", seed=5003, task="place_in", out=None)


class Heard:
    """What a client hears of the node."""

    def __init__(self, ends, node: RobotNode) -> None:
        self.said: list[str] = []
        self.status: list[str] = []
        self.markers: list[object] = []
        self.levels: list[object] = []
        ends.client.subscribe(node.called("~/said"), TEXT, lambda m: self.said.append(m.data), RELIABLE)
        ends.client.subscribe(node.called("~/status"), TEXT, lambda m: self.status.append(m.data), LATCHED)
        ends.client.subscribe(node.called("~/markers"), "visualization_msgs/msg/MarkerArray", self.markers.append, LATCHED)
        diagnostics = "diagnostic_msgs/msg/DiagnosticArray"
        ends.client.subscribe("/diagnostics", diagnostics, lambda m: self.levels.append(m.status[0]), RELIABLE)
        self.instruct = ends.client.publisher(node.called("~/instruction"), TEXT)
        self.correct = ends.client.publisher(node.called("~/correction"), TEXT)
        self.text = lambda text: ends.client.make(TEXT, data=text)
        self.action = ends.client.action(node.called("~/run"), RUN)
        assert ends.until(self.action.ready)
        assert ends.until(lambda: self.status)

    def run(self, ends, instruction: str, feedback=None):
        return self.action.send(ends.client.make(f"{RUN}_Goal", instruction=instruction), feedback)


@pytest.fixture(scope="module", params=["dds", pytest.param("shim", marks=pytest.mark.slow)])
def served(request):
    with pair(request.param, request.param) as ends, hf.Session(**TASK) as session:
        node = RobotNode(ends.server, Conversation(session), home(ends.server, "far"))
        yield ends, session, node, Heard(ends, node)
        node.close()


def test_an_instruction_by_the_action_is_carried_out_and_told_on_the_way(served):
    ends, session, _, heard = served
    told: list[str] = []
    goal = heard.run(ends, session.world.instance.instruction, lambda m: told.append(m.kind))
    status, result = ends.told(goal.result) if ends.until(goal.result.done, 120) else (0, None)
    assert (status, result.success, result.verdict) == (SUCCEEDED, True, "succeeded")
    assert session.world.success()
    assert ends.until(lambda: "skill_end" in told) and heard.said


def test_things_are_shown_and_the_robot_is_well(served):
    ends, session, _, heard = served
    assert ends.until(lambda: heard.markers and heard.levels)
    names = {m.text for m in heard.markers[-1].markers if m.ns == "names"}
    assert names == {thing.name for thing in session.glance().scene.objects.values()}
    bodies = [m for m in heard.markers[-1].markers if m.ns == "things"]
    assert all(m.scale.x > 0 and m.header.frame_id == "world" for m in bodies)
    assert ends.until(lambda: heard.levels[-1].message == "at rest")
    assert heard.levels[-1].level in (0, b"\0")


def test_a_stop_by_topic_holds_and_only_a_person_lets_it_go_on(served):
    ends, session, node, heard = served
    session.reset(5004, "place_in")
    goal = heard.run(ends, session.world.instance.instruction)
    assert ends.told(goal.accepted)
    assert ends.until(lambda: session.ears.listening and session.ears.dialogue.running_skill)
    assert ends.say(heard.correct, heard.text("stop"), lambda: session.ears.held)
    assert ends.until(lambda: any(s.startswith("held") for s in heard.status[-1:]))
    other = ends.client.action(node.called("~/run"), RUN)
    assert ends.until(other.ready)
    refused = other.send(ends.client.make(f"{RUN}_Goal", instruction="put the red block on the table"))
    assert ends.told(refused.accepted) is False, "a robot that is held takes no other instruction"
    for _ in range(3):
        heard.correct(heard.text("go on"))
    ends.until(lambda: False, 0.5)
    assert session.ears.held and not goal.result.done(), "a topic let a stopped robot go on"
    session.resume()
    assert ends.until(lambda: not session.ears.held)
    session.abort()
    assert ends.until(lambda: not session.ears.listening, PATIENCE)


def test_a_cancelled_goal_ends_the_run(served):
    ends, session, _, heard = served
    session.reset(5005, "place_in")
    goal = heard.run(ends, session.world.instance.instruction)
    assert ends.told(goal.accepted)
    assert ends.until(lambda: session.ears.listening and session.ears.dialogue.running_skill)
    goal.cancel()
    assert ends.told(goal.result)[0] == CANCELED
    assert ends.until(lambda: not session.ears.listening)


def test_names_may_be_given_otherwise(served):
    ends, session, _, _ = served
    node = RobotNode(ends.server, Conversation(session), "/other", {"~/instruction": "/speech/text"})
    try:
        assert node.called("~/instruction") == "/speech/text" and node.called("~/run") == "/other/run"
    finally:
        node.close()


def test_the_action_s_file_is_the_definition_that_is_spoken_here():
    def fields(text: str) -> list[str]:
        return [line.split("#")[0].strip() for line in text.splitlines() if line.split("#")[0].strip()]

    parts = (PACKAGES / "heedful_msgs" / "action" / "Run.action").read_text().split("---")
    assert [fields(p) for p in parts] == [fields(p) for p in ACTIONS[RUN]]


def test_the_packages_name_what_they_need_and_install_what_they_have():
    ros = PACKAGES / "heedful_ros"
    package = ET.parse(ros / "package.xml").getroot()
    needed = {e.text for e in package.findall("exec_depend")}
    used = {k.split("/")[0] for k in ACTIONS if k != "x"} | {"std_msgs", "diagnostic_msgs", "visualization_msgs", "sensor_msgs", "std_srvs"}
    assert used <= needed, f"package.xml does not name {sorted(used - needed)}"
    assert package.findtext("export/build_type") == "ament_python"
    setup = ast.unparse(ast.parse((ros / "setup.py").read_text()))
    for file in ("launch/heedful.launch.py", "package.xml", "resource/{NAME}"):
        assert file in setup and (ros / file.format(NAME="heedful_ros")).exists()
    assert "console_scripts" in setup and callable(launched)
    launch = ast.parse((ros / "launch" / "heedful.launch.py").read_text())
    declared = next(ast.literal_eval(n.value) for n in launch.body if isinstance(n, ast.Assign) and n.targets[0].id == "ARGUMENTS")
    assert declared.keys() == PARAMETERS.keys()


@pytest.mark.slow
def test_a_launch_file_s_parameters_and_names_reach_the_node(monkeypatch, tmp_path):
    lease, over = Lease(), threading.Event()
    monkeypatch.setenv("ROS_DOMAIN_ID", str(lease.domain))
    given = ["robot:=ur5e", "overrides:=mode=fast seed=5003 task=place_in", f"out:={tmp_path}", "people:=true"]
    monkeypatch.setattr(sys, "argv", ["node", "--ros-args", *(w for g in given for w in ("-p", g)), "-r", "~/instruction:=/speech/text"])
    with rclpy_shim.sourced(), contextlib.closing(DdsTransport("near", lease.domain)) as near:
        ended: list[int] = []
        thread = threading.Thread(target=lambda: ended.append(launched(over.wait)))
        thread.start()
        try:
            ends = Pair(("dds", "shim"), near, None, lambda kind: near)
            said: list[str] = []
            near.subscribe("/heedful/said", TEXT, lambda m: said.append(m.data), RELIABLE)
            publish = near.publisher("/speech/text", TEXT)
            assert ends.until(lambda: near.publishers("/heedful/said", TEXT), 90)
            assert ends.say(publish, near.make(TEXT, data="what are you doing?"), lambda: said)
        finally:
            over.set()
            thread.join(60)
        assert ended == [0]
    lease.close()
