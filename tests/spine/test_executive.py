"""The executive on a robot without physics: what it heeds, what it verifies, and how it leaves the robot."""

import contextlib
import threading

import numpy as np
import pytest

from heedful.bus import Ears
from heedful.control import ControlLoop
from heedful.episode import Episode, Plan, Understanding, Verdict
from heedful.events import Events
from heedful.geometry import Pose
from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.loop import Budget, Executive
from heedful.program import Achieve, parse
from heedful.skills import Library, skill, think
from heedful.types import HOLD, Action, Grip, JointTarget, Outcome, Scene, SkillCall, Thing

GOAL = parse("near(cup, mark)")


class Table:
    """A perceiver of two things; `cup` stands where it was last put."""

    def __init__(self):
        self.cup = np.array([0.5, 0.3, 0.0])
        self.sure = 1.0

    def snapshot(self, observation):
        return observation.time, self.cup.copy(), self.sure

    def perceive(self, snapshot):
        time, cup, sure = snapshot
        size = np.full(3, 0.05)
        mark = Thing("mark", "mark", Pose(np.array([0.5, -0.3, 0.0])), size)
        return Scene(time, {"cup": Thing("cup", "cup", Pose(cup), size, confidence=sure), "mark": mark}, held={"gripper": None})


class Fixed:
    """A planner that calls the same skills until they succeed, and then says that it is done."""

    def __init__(self, *calls, goal=GOAL):
        self.calls, self.goal = calls, goal

    def understand(self, words, scene):
        return Understanding(Achieve(self.goal), sentence=words)

    def plan(self, episode, observation):
        done = bool(episode.log) and episode.log[-1].outcome.ok and episode.plans[-1].kind == "go"
        return Plan("done", goal=self.goal) if done else Plan("go", self.calls, goal=self.goal)


def moving(name, part, ticks=40, then=None):
    """A skill that moves one joint of a part, then calls `then`."""

    def run(obs):
        start = obs.parts[part].q
        for i in range(1, ticks + 1):
            target = start + np.eye(len(start))[0] * 0.004 * i
            if then and i == ticks:
                then()
            obs = yield Action({part: JointTarget(target)})
        return Outcome.succeeded()

    run.__name__, run.__doc__ = name, f"Move the {part}."
    return skill(uses=part, timeout=5.0)(run)


def executive(*skills, planner, robot=None, table=None, **more):
    robot = robot or FakeRobot()
    guarded = robot if isinstance(robot, GuardedRobot) else GuardedRobot(robot)
    control = ControlLoop(guarded, table or Table(), Ears(), Events(), **more)
    made = Executive(control, planner, Library(skills), Budget(replans=2, seconds=30, settle=0.1))
    return made, robot


def put(table, y=-0.3):
    def then():
        table.cup = np.array([0.5, y, 0.0])

    return then


def test_success_is_what_is_seen_afterwards():
    table = Table()
    run, _ = executive(moving("shove", "arm", then=put(table)), planner=Fixed(SkillCall("shove")), table=table)
    episode = run.carry_out(Episode("shove the cup to the mark"))
    assert episode.verdict is Verdict.SUCCEEDED
    assert "near" in episode.reason


def test_a_skill_that_says_it_succeeded_is_not_believed():
    run, _ = executive(moving("shove", "arm"), planner=Fixed(SkillCall("shove")))
    episode = run.carry_out(Episode("shove the cup to the mark"))
    assert episode.verdict is Verdict.FAILED
    assert all(step.outcome.ok for step in episode.log)


def test_a_postcondition_that_is_seen_false_fails_the_call():
    @skill(effects="near(cup, mark)", uses="arm")
    def shove(obs, cup: str = "cup", mark: str = "mark"):
        """Shove."""
        yield HOLD
        return Outcome.succeeded("done, believe me")

    run, _ = executive(shove, planner=Fixed(SkillCall.of("shove", cup="cup", mark="mark")))
    episode = run.carry_out(Episode("shove"))
    assert [s.outcome.code for s in episode.log] == ["postcondition"] * 3
    assert episode.verdict is Verdict.FAILED
    assert "near" in episode.reason


def test_what_cannot_be_seen_is_unverified_not_succeeded():
    table = Table()

    def hide():
        table.sure = 0.1

    run, _ = executive(moving("shove", "arm", then=hide), planner=Fixed(SkillCall("shove")), table=table)
    episode = run.carry_out(Episode("shove"))
    assert episode.verdict is Verdict.UNVERIFIED


def test_failures_are_planned_around_within_the_budget():
    tries = []

    @skill(uses="arm")
    def clumsy(obs):
        """Fail."""
        tries.append(1)
        yield HOLD
        return Outcome.failed("slipped", "it slipped")

    run, _ = executive(clumsy, planner=Fixed(SkillCall("clumsy")))
    episode = run.carry_out(Episode("try"))
    assert len(tries) == 3
    assert episode.verdict is Verdict.FAILED
    assert "it slipped" in episode.reason
    assert episode.code == "slipped"


def test_two_skills_on_disjoint_parts_run_together():
    robot = FakeRobot.two_arms()
    table = Table()
    left, right = moving("left", "left_arm", then=put(table)), moving("right", "right_arm")
    run, _ = executive(left, right, planner=Fixed((SkillCall("left"), SkillCall("right"))), robot=robot, table=table)
    episode = run.carry_out(Episode("both"))
    assert episode.verdict is Verdict.SUCCEEDED
    both = [c for c in robot.sent if c and c["left_arm"][0] > 0.05 and c["right_arm"][0] > 0.05]
    assert both, "at some tick both arms were under way"
    assert abs(episode.log[0].started - episode.log[1].started) < 1e-9


def test_two_skills_on_one_part_do_not_run_together():
    run, _ = executive(moving("a", "arm"), moving("b", "arm"), planner=Fixed((SkillCall("a"), SkillCall("b"))))
    episode = run.carry_out(Episode("both"))
    assert episode.verdict is Verdict.FAILED
    assert "parts_clash" in {s.outcome.code for s in episode.log}


def test_a_skill_may_not_command_parts_it_did_not_name():
    @skill(uses="gripper")
    def greedy(obs):
        """Reach beyond."""
        yield Action({"arm": JointTarget(np.zeros(7))})
        return Outcome.succeeded()

    run, _ = executive(greedy, planner=Fixed(SkillCall("greedy")))
    episode = run.carry_out(Episode("x"))
    assert episode.log[0].outcome.code == "wrong_part"


def said_after(run, ticks, *texts):
    """Say something once so many ticks have gone by; returns what each tick sent."""
    ticked = []
    waiting = list(texts)

    def on_tick(tick):
        ticked.append(tick)
        if waiting and len(ticked) >= ticks and len(ticked) % ticks == 0:
            run.control.ears.hear(waiting.pop(0))

    run.control.on_tick = on_tick
    return ticked


def test_halt_holds_in_the_next_tick_and_resume_plans_anew():
    table = Table()
    run, _ = executive(moving("shove", "arm", then=put(table)), planner=Fixed(SkillCall("shove")), table=table)
    ticked = said_after(run, 15, "stop", "go on")
    episode = run.carry_out(Episode("shove"))
    assert all(t.sent.held for t in ticked[15:30])
    assert not ticked[14].sent.held
    assert [s.outcome.code for s in episode.log] == ["halted", ""]
    assert [p.kind for p in episode.plans] == ["go", "go", "done"]
    assert episode.verdict is Verdict.SUCCEEDED
    assert [c.kind for c in episode.corrections] == ["halt", "resume"]
    assert all(c.latency_ms < 1000 for c in episode.corrections)


def test_a_nudge_changes_the_first_command_after_it_and_is_over_with_the_skill():
    run, _ = executive(moving("shove", "arm", ticks=60), planner=Fixed(SkillCall("shove")))
    ticked = said_after(run, 10, "a bit to the left")
    run.carry_out(Episode("shove"))
    offsets = [t.adjust.offset[1] for t in ticked]
    assert offsets[:10] == [0.0] * 10
    assert offsets[10] > 0
    assert max(offsets) == pytest.approx(0.02)
    assert offsets[-1] == 0.0


def test_giving_up_ends_the_run_and_stays_given_up():
    run, _ = executive(moving("shove", "arm", ticks=500), planner=Fixed(SkillCall("shove")))
    said_after(run, 20, "cancel", "go on")
    episode = run.carry_out(Episode("shove"))
    assert episode.verdict is Verdict.INTERRUPTED
    assert len(episode.log) == 1
    assert run.control.ticks < 30


@pytest.mark.parametrize("error", [ZeroDivisionError, KeyboardInterrupt, SystemExit])
def test_the_robot_is_held_on_every_way_out(error):
    @skill(uses="arm")
    def broken(obs):
        """Break in mid-motion."""
        for _ in range(10):
            obs = yield Action({"arm": JointTarget(obs.parts["arm"].q + 0.01)})
        raise error("boom")

    run, robot = executive(broken, planner=Fixed(SkillCall("broken")))
    with pytest.raises(error) if not issubclass(error, Exception) else contextlib.nullcontext():
        episode = run.carry_out(Episode("x"))
        assert (episode.verdict, episode.code) == (Verdict.FAILED, "error")
        assert "broken broke off: ZeroDivisionError: boom (test_executive.py, line" in episode.reason
        assert "Traceback" in episode.errors[0]
    assert robot.sent[-1] == {}
    before = robot.observe().parts["arm"].q.copy()
    for _ in range(50):
        robot.send({})
    np.testing.assert_allclose(robot.observe().parts["arm"].q, before, atol=0.05)


def test_a_planner_that_raises_fails_in_one_sentence_with_the_robot_held():
    class Broken(Fixed):
        def plan(self, episode, observation):
            raise LookupError("no such page")

    run, robot = executive(planner=Broken())
    episode = run.carry_out(Episode("x"))
    assert (episode.verdict, episode.code) == (Verdict.FAILED, "planner_error")
    assert episode.reason.startswith("the planner broke off: LookupError: no such page (")
    assert robot.sent[-1] == {}


def test_a_call_of_an_unknown_skill_fails_and_names_the_nearest():
    run, _ = executive(moving("shove", "arm"), planner=Fixed(SkillCall("shov")))
    episode = run.carry_out(Episode("x"))
    assert episode.verdict is Verdict.FAILED
    assert "Did you mean 'shove'?" in episode.reason


def test_a_protective_stop_ends_the_run_and_no_word_lifts_it():
    @skill(uses="arm")
    def wild(obs):
        """Command nonsense."""
        yield Action({"arm": JointTarget(np.full(7, np.nan))})
        return Outcome.succeeded()

    run, _ = executive(wild, planner=Fixed(SkillCall("wild")))
    episode = run.carry_out(Episode("x"))
    assert (episode.verdict, episode.code) == (Verdict.FAILED, "protective_stop")
    guarded = run.control.robot
    again, _ = executive(moving("shove", "arm"), planner=Fixed(SkillCall("shove")), robot=guarded)
    said_after(again, 1, "go on", "continue")
    again.control.ears.listening = True
    again.control.ears.hear("resume")
    assert again.carry_out(Episode("x")).code == "protective_stop"
    assert guarded.level is Level.STOPPED
    guarded.reset_stop()
    assert guarded.level is Level.RUNNING


def test_the_loop_goes_on_while_a_skill_thinks():
    release = threading.Event()
    table = Table()
    ticks = []

    @skill(uses="gripper")
    def ponder(obs):
        """Think long."""

        def slow():
            release.wait(5)
            return 0.05

        width, obs = yield from think(obs, slow)
        obs = yield Action({"gripper": Grip(width)})
        put(table)()
        return Outcome.succeeded()

    run, _ = executive(ponder, planner=Fixed(SkillCall("ponder")), table=table, mode="realtime")

    def on_tick(tick):
        ticks.append(tick)
        if len(ticks) == 30:
            release.set()

    run.control.on_tick = on_tick
    episode = run.carry_out(Episode("x"))
    assert len(ticks) >= 30
    assert episode.verdict is Verdict.SUCCEEDED
    assert episode.cadence["mode"] == "realtime"
    assert 35 < episode.cadence["rate_hz"] < 51


def test_a_question_a_refusal_and_unknown_words_move_nothing():
    class Says(Fixed):
        def __init__(self, plan=None, understood=None):
            self.answer, self.heard = plan, understood

        def understand(self, words, scene):
            return self.heard or Understanding(Achieve(GOAL))

        def plan(self, episode, observation):
            return self.answer

    for planner, verdict in [
        (Says(Plan("ask", sentence="which cup?", candidates=("a", "b"))), Verdict.NEEDS_CLARIFICATION),
        (Says(Plan("refuse", sentence="the cup is too far away")), Verdict.REFUSED),
        (Says(understood=Understanding(None, Verdict.NOT_UNDERSTOOD, "what is a wug?")), Verdict.NOT_UNDERSTOOD),
    ]:
        run, robot = executive(planner=planner)
        start = robot.observe().parts["arm"].q
        episode = run.carry_out(Episode("x"))
        assert episode.verdict is verdict
        assert episode.reason
        np.testing.assert_array_equal(robot.observe().parts["arm"].q, start)
