"""The front door: the example of the design as it stands there, and what a session promises while somebody speaks."""

import os
import signal
import threading
import time

import numpy as np
import pytest

import heedful as hf
from heedful.agents import Symbolic
from heedful.hardware.fake import FakeRobot
from heedful.hardware.limits import Level
from heedful.recording import Run
from heedful.skills.perception.state import StatePerceiver

WORDS = "put the red block in the blue bowl"
SUITE = """
import heedful as hf
from heedful.envs.tabletop_tasks import PICK

TASKS = (PICK,)
"""


class MyPolicy:
    """Closes the gripper a little, chunk after chunk."""

    acted = 0

    def reset(self):
        MyPolicy.acted = 0

    def act(self, observation, instruction):
        MyPolicy.acted += 1
        return [hf.Action({"gripper": hf.Grip(0.06)})] * 5


@hf.skill(uses="arm", timeout=5.0)
def my_skill(obs: hf.Observation, by: float = 0.2) -> hf.Motion:
    """Turn the arm to the side.

    Args:
      by: How far [rad].
    """
    start = obs.parts["arm"].q.copy()
    for i in range(40):
        obs = yield hf.Action({"arm": hf.JointTarget(start + np.eye(7)[0] * by * i / 40)})
    return hf.Outcome.succeeded()


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_the_example_of_the_design(tmp_path, capsys):
    @hf.predicate("{0} is folded")
    def folded(scene, cloth):
        """Stands in for a learned detector: it is folded once the policy has acted long enough."""
        return MyPolicy.acted >= 3

    with hf.Session(robot="panda", world="tabletop") as robot:
        run = robot.run(WORDS, wait=False)
        said = robot.say("a bit to the left")
        assert (said.kind, said.effect["direction"]) == ("nudge", "left")
        assert 0 < said.latency_ms < 500
        episode = run.result()
        assert episode.ok, episode.reason
        assert "nothing broke" in episode.why().sentence
        shown = episode.show()
        assert WORDS in shown and "✓ pick(red_block_1)" in shown and shown in capsys.readouterr().out
        robot.skills.add(my_skill)
        robot.skills.add(hf.policy_skill("fold", MyPolicy(), goal="folded(cloth)", timeout=5.0))
        assert robot.run("my skill").log[0].call.skill == "my_skill"
        fold = robot.run("fold the blue bowl")
        assert fold.ok, fold.reason
        assert str(fold.log[0].call) == "fold(blue_bowl_1)" and "folded" in fold.reason
        assert robot.say("a bit to the left").reply.startswith("the robot is not at work")
    (tmp_path / "suite.py").write_text(SUITE)
    low, high = hf.evaluate("suite.py", policy=MyPolicy(), episodes=1, seed=1000).interval
    assert low == 0.0 and 0.7 < high < 0.8, "one failure in one trial"


@pytest.mark.slow
def test_a_policy_is_measured_on_the_whole_suite():
    result = hf.evaluate("tabletop", policy=MyPolicy(), episodes=1, seed=1000)
    assert result.n == 8 and result.interval[0] == 0.0


class Prompted(StatePerceiver):
    """Sees as `state` does, and when it looks for the so-manieth time, somebody speaks."""

    when, speak = -1, staticmethod(lambda: None)

    def snapshot(self, observation):
        self.when -= 1
        if self.when == 0:
            self.speak()
        return super().snapshot(observation)


def sent(tmp_path, text):
    """What a run sent, tick by tick, where `text` was heard in the 12th look; and the revision in force."""
    with hf.Session(mode="fast", out=tmp_path, perception=Prompted) as robot:
        robot.perceiver.when, robot.perceiver.speak = 12, lambda: text and robot.ears.hear(text)
        run = Run.load(robot.run("pick up the red block").folder)
    return run.trace["sent.arm"], run.trace["adjust.revision"]


def test_a_nudge_changes_the_first_command_after_it_was_heard(tmp_path):
    plain, none = sent(tmp_path, "")
    nudged, revision = sent(tmp_path, "a bit to the left")
    first = int(np.argmax(revision > 0))
    assert none.max() == 0 and first > 40
    assert all(np.array_equal(plain[i], nudged[i]) for i in range(first))
    assert not np.array_equal(plain[first], nudged[first])


def test_halt_holds_and_resume_finishes_the_job():
    with hf.Session() as robot:
        run = robot.run("pick up the red block", wait=False)
        time.sleep(1.0)
        assert robot.halt().kind == "halt" and robot.robot.level is Level.HOLD
        time.sleep(0.6)
        halted = robot.world.data.qpos[:7].copy()
        time.sleep(0.3)
        np.testing.assert_allclose(robot.world.data.qpos[:7], halted, atol=2e-3)
        assert run.running
        assert robot.resume().kind == "resume"
        episode = run.result(20)
        assert episode.ok, episode.reason
        assert [c.kind for c in episode.corrections] == ["halt", "resume"]


def test_an_interrupt_from_the_keyboard_while_waiting_is_halt():
    if threading.current_thread() is not threading.main_thread():
        pytest.skip("interrupts come to the main thread")
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with hf.Session() as robot:
            threading.Timer(1.0, os.kill, (os.getpid(), signal.SIGINT)).start()
            with pytest.raises(KeyboardInterrupt):
                robot.run("pick up the red block")
            assert robot._run.running and robot.robot.level is Level.HOLD
            robot.abort()
            assert robot._run.result().verdict is hf.Verdict.INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("error", [None, ZeroDivisionError])
def test_leaving_the_context_holds_the_robot(error):
    try:
        with hf.Session() as robot:
            run = robot.run("pick up the red block", wait=False)
            begun, patience = robot.world.data.time, time.monotonic() + 20.0
            while robot.world.data.time < begun + 0.8 and time.monotonic() < patience:
                time.sleep(0.01)
            if error:
                raise error
    except ZeroDivisionError:
        pass
    episode = run.result()
    assert episode.verdict is hf.Verdict.INTERRUPTED
    trace = Run.load(episode.folder).trace
    assert trace["halted"][-1] and not trace["halted"][20]
    assert np.abs(trace["observed.arm.dq"][-1]).max() < 0.1
    with pytest.raises(RuntimeError, match="closed"):
        robot.run("go home")
    robot.close()


def test_one_instruction_at_a_time():
    with hf.Session(out=None) as robot:
        robot.run("pick up the red block", wait=False)
        with pytest.raises(RuntimeError, match="busy with 'pick up the red block'"):
            robot.run("go home")
        with pytest.raises(RuntimeError, match="at work"):
            robot.reset(1)
        with pytest.raises(TimeoutError, match="still under way"):
            robot._run.result(0.1)


def test_a_session_without_a_folder_still_tells_why():
    with hf.Session(mode="fast", out=None) as robot:
        episode = robot.run("pick up the green mug")
        assert episode.folder is None
        assert episode.why().link == "seen" and "no green mug" in episode.why().sentence


def test_a_subscriber_that_raises_is_told_of_once_and_harms_no_other(caplog):
    heard = []
    with hf.Session(mode="fast", out=None) as robot:
        robot.events.subscribe(lambda event: 1 / 0)
        robot.events.subscribe(lambda event: heard.append(event.kind))
        robot.run("go home")
        robot.run("go home")
        robot.events.flush()
    assert heard.count("verdict") == 2
    assert len(caplog.records) == 1 and "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("task", "words", "back"),
    [("drawer_open", "open the drawer", "the drawer is closed"), ("faucet_on", "turn on the faucet", "the faucet is not running"),
        ("door_open", "open the door", "the door is closed")],
)  # fmt: skip
def test_undoing_at_rest_what_opened_closes_it(task, words, back):
    with hf.Session(mode="fast", out=None, seed=5003, task=task) as robot:
        assert robot.run(words).ok
        assert robot.undo().reply == f"back to how it was: {back}"
        assert robot.under_way.result(60).ok


def test_a_live_robot_needs_a_perceiver_and_says_so():
    with pytest.raises(ValueError, match="live robot has none"):
        hf.Session(robot=FakeRobot(), out=None)
    with pytest.raises(ValueError, match="is no robot"):
        hf.Session(robot=3)


@pytest.mark.parametrize(("asked", "planner"), [("symbolic", "rewards"), ("primitives", "primitives")])
def test_a_world_that_brings_its_own_body_and_planner_is_recorded_with_those(asked, planner):
    with hf.Session(robot="panda", world="quadruped", planner=asked, mode="fast", out="runs") as robot:
        robot.run("florble the gnarp")
        told = Run.load(robot.folder).episode
    assert (told["robot"], told["planner"]) == (robot.robot.name, planner) and told["robot"] != "panda"
    assert told["config"]["robot"] == "panda", "so that its world can be built again"


def test_objects_are_recorded_by_name():
    with hf.Session(mode="fast", planner=Symbolic, perception=Prompted) as robot:
        assert robot.names["planner"] == "Symbolic" and robot.names["perception"] == "Prompted"
        assert robot.config["planner"] == "heedful.agents.planner.symbolic:Symbolic"
