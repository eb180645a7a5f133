"""Laws of the safety envelope: whatever is asked for, what leaves is within limits, or is a hold."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful.geometry import Pose
from heedful.hardware.body import RobotBody
from heedful.hardware.fake import FakeRobot
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level, SafetyLimits
from heedful.hardware.lowering import BadAction, lower
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.robots.panda import panda
from heedful.hardware.safety import Envelope
from heedful.types import HOLD, Action, Adjustment, Grip, JointTarget, Observation, PoseDelta, PoseTarget, Twist, Volume

PANDA = panda()
BODY = RobotBody(PANDA)
PART = PANDA.parts["arm"]
HOME = PART.home
STEP = PART.velocity * PANDA.dt


def down(x: float, y: float, z: float) -> Pose:
    return Pose(np.array([x, y, z]), np.array([0.0, 1.0, 0.0, 0.0]))


def guarded(body: bool = True, **limits: Any) -> GuardedRobot:
    robot = FakeRobot()
    return GuardedRobot(robot, PANDA if body else None, BODY if body else None, SafetyLimits(**limits))


def moved(guard: GuardedRobot, *actions: Action, **keys: Any) -> list[str]:
    """Apply actions one a tick; the rules broken."""
    return [v.rule for a in actions for v in guard.apply(a, guard.observe(), **keys).violations]


def arm(*offsets: float) -> Action:
    """A joint target displaced from home [rad]."""
    return Action({"arm": JointTarget(HOME + np.array([*offsets, *[0.0] * (7 - len(offsets))]))})


# --- whatever is asked for -------------------------------------------------------------------------------------------------------

numbers = st.one_of(st.floats(-4, 4), st.sampled_from([math.nan, math.inf, -math.inf, 1e6, -1e6, 1e300, 0.0]))
gentle = st.floats(-0.05, 0.05)


def vectors(n: int, of: st.SearchStrategy[float] = numbers) -> st.SearchStrategy[np.ndarray]:
    return st.lists(of, min_size=n, max_size=n).map(np.array)


commands = st.one_of(
    vectors(7, gentle).map(lambda d: JointTarget(HOME + d)),
    vectors(7).map(JointTarget),
    st.integers(0, 9).map(lambda n: JointTarget(np.zeros(n))),
    st.sampled_from([JointTarget("nonsense"), JointTarget(None), JointTarget(np.zeros((7, 1)))]),  # type: ignore[arg-type]
    st.builds(PoseTarget, st.builds(Pose, vectors(3), vectors(4))),
    st.builds(PoseDelta, vectors(3), vectors(3), st.sampled_from(["world", "tool"])),
    st.builds(PoseDelta, vectors(3, gentle), vectors(3, gentle), st.sampled_from(["world", "tool"])),
    st.builds(Grip, numbers, numbers),
    st.builds(Twist, numbers, numbers, numbers),
)
actions = st.dictionaries(st.sampled_from(["arm", "gripper", "arm ", "left_arm", ""]), commands, max_size=2).map(Action)
likely = st.one_of(
    actions,
    commands.map(lambda c: Action({"arm": c})),
    st.builds(Grip, numbers, numbers).map(lambda g: Action({"gripper": g})),
    vectors(7, gentle).map(lambda d: Action({"arm": JointTarget(HOME + d)})),
)
adjustments = st.builds(Adjustment, st.tuples(gentle, gentle, gentle), gentle, st.floats(0, 1), st.floats(0, 3))
sequences = st.lists(st.tuples(likely, adjustments), min_size=1, max_size=12)


@pytest.mark.parametrize("body", [True, False], ids=["panda", "parts only"])
@settings(max_examples=150, deadline=None)
@given(sequence=sequences)
def test_nothing_that_is_asked_for_gets_past_a_limit(body: bool, sequence: list[tuple[Action, Adjustment]]) -> None:
    guard = guarded(body)
    robot = guard.robot
    assert isinstance(robot, FakeRobot)
    last = HOME
    for action, adjust in sequence:
        stopped = guard.level is Level.STOPPED
        count = len(robot.sent)
        sent = guard.apply(action, guard.observe(), adjust)
        assert len(robot.sent) == count + 1
        left = robot.sent[-1]
        if stopped:
            assert sent.held and left == {} and guard.level is Level.STOPPED
        if "arm" in left:
            q = left["arm"]
            assert q.shape == (7,) and np.all(np.isfinite(q))
            assert np.all(q >= PART.lower) and np.all(q <= PART.upper)
            assert np.all(np.abs(q - last) <= STEP * (1 + 1e-9) + 1e-12)
        last = left.get("arm", robot.observe().parts["arm"].q)
        if "gripper" in left:
            assert 0 <= left["gripper"][0] <= 0.08 and 0 <= left["gripper"][1] <= 70


@settings(max_examples=40, deadline=None)
@given(st.lists(vectors(7, st.floats(-1, 1)), min_size=1, max_size=10))
def test_the_arm_never_gets_deeper_into_itself_or_the_table(targets: list[np.ndarray]) -> None:
    guard = guarded()
    for target in targets:
        for _ in range(15):
            last = guard.envelope.last.get("arm", HOME)
            step = np.clip(HOME + 2 * target - last, -0.9 * STEP, 0.9 * STEP)
            sent = guard.apply(Action({"arm": JointTarget(last + step)}), guard.observe())
            assert not sent.held
            assert not any(d < 0 for d in BODY.touching({"arm": sent.command["arm"]}).values())
            assert BODY.fk("arm", sent.command["arm"]).pos[2] > -0.02


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=8))
def test_words_only_tighten(words: list[tuple[float, float]]) -> None:
    envelope = Envelope(PANDA, BODY)
    for speed, force in words:
        before = envelope.limits
        envelope.tighten(speed, force, [Volume("v", Pose.at(0, 0, 0), np.ones(3))])
        assert 0 <= envelope.limits.speed <= before.speed and 0 <= envelope.limits.force <= before.force
        assert len(envelope.limits.volumes) == len(before.volumes) + 1
    with pytest.raises(ValueError, match="person"):
        envelope.restore(person=False)


# --- levels ----------------------------------------------------------------------------------------------------------------------


@settings(max_examples=40, deadline=None)
@given(sequences)
def test_once_stopped_nothing_but_hold_leaves_until_a_person_resets(sequence: list[tuple[Action, Adjustment]]) -> None:
    guard = guarded(body=False)
    robot = guard.robot
    assert isinstance(robot, FakeRobot)
    moved(guard, arm(0.01))
    guard.stop("the link was lost")
    for action, adjust in sequence:
        guard.resume()
        guard.halt()
        assert guard.apply(action, guard.observe(), adjust).held and robot.sent[-1] == {}
    assert guard.level is Level.STOPPED and guard.reason == "the link was lost"
    with pytest.raises(ValueError, match="person"):
        guard.reset_stop(person=False)
    guard.reset_stop(person=True)
    assert not guard.apply(arm(0.01), guard.observe()).held


def test_halt_holds_in_the_next_tick_and_resume_goes_on() -> None:
    guard = guarded()
    moved(guard, arm(0.01), arm(0.02))
    guard.halt()
    assert guard.apply(arm(0.03), guard.observe()).held
    assert guard.level is Level.HOLD
    guard.resume()
    assert not guard.apply(arm(0.03), guard.observe()).held


def test_a_halt_that_is_lifted_before_a_tick_was_held_leaves_no_jump_back_to_where_a_trailing_arm_is() -> None:
    guard = guarded()
    for i in range(1, 6):
        sent = guard.apply(arm(0.01 * i), guard.observe())
    seen = guard.observe()
    trailing = seen.but(parts={**seen.parts, "arm": replace(seen.parts["arm"], q=HOME - 0.2)})
    guard.halt()
    guard.resume()
    after = guard.apply(HOLD, trailing)
    assert not after.held and after.command["arm"] == pytest.approx(sent.command["arm"])
    assert not guard.apply(arm(0.06), trailing.but(time=trailing.time + PANDA.dt)).held and guard.level is Level.RUNNING


def test_after_a_hold_the_first_target_must_be_near_the_arm_again() -> None:
    guard = guarded()
    moved(guard, arm(0.01))
    guard.halt()
    moved(guard, arm(0.02))
    guard.resume()
    assert moved(guard, arm(0.5)) == ["first"]
    assert guard.level is Level.STOPPED


def test_a_robot_that_was_reset_begins_afresh() -> None:
    guard = guarded()
    _go(guard, down(0.5, 0.2, 0.3), ticks=60)
    assert isinstance(guard.robot, FakeRobot)
    guard.robot.reset_to()
    assert not moved(guard, Action({"arm": PoseTarget(down(0.5, 0.2, 0.3))}))
    assert np.abs(guard.envelope.last["arm"] - HOME).max() < 0.1


def test_a_hold_keeps_the_grip_as_it_was() -> None:
    guard = guarded()
    moved(guard, Action({"gripper": Grip(0.0, 15.0)}))
    guard.halt()
    moved(guard, HOLD)
    guard.resume()
    assert guard.apply(HOLD, guard.observe()).command["gripper"].tolist() == [0.0, 15.0]


# --- rules -----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("action", "sentence"),
    [
        (Action({"arm": JointTarget(np.zeros(8))}), "ActionShape: panda.arm takes 7 joint targets [rad], got shape (8,)"),
        (Action({"arms": JointTarget(HOME)}), "UnknownPart: panda has no part 'arms'. Did you mean 'arm'? Known parts: arm, gripper"),
        (Action({"gripper": JointTarget(HOME)}), "ActionMode: panda.gripper takes Grip, got JointTarget"),
    ],
)
def test_an_action_the_robot_has_not_stops_it_with_a_sentence(action: Action, sentence: str) -> None:
    guard = guarded()
    with pytest.raises(BadAction) as raised:
        lower(action, guard.observe(), BODY, None)
    assert str(raised.value) == sentence
    assert [v.stops for v in guard.apply(action, guard.observe()).violations] == [True]
    assert guard.level is Level.STOPPED


def test_a_number_that_is_none_stops_it() -> None:
    guard = guarded()
    assert moved(guard, arm(math.nan)) == ["finite"]
    assert guard.level is Level.STOPPED and "finite" in guard.reason


def test_a_first_target_far_from_the_arm_stops_it() -> None:
    guard = guarded()
    assert moved(guard, arm(0.2)) == ["first"]


def test_a_measurement_that_is_no_number_stops_it() -> None:
    envelope = Envelope(PANDA, BODY)
    seen = FakeRobot().observe()
    broken = seen.but(parts={**seen.parts, "arm": type(seen.parts["arm"])(np.full(7, np.nan), np.zeros(7))})
    assert envelope.filter({"arm": HOME}, broken).violations[0].rule == "finite"
    assert envelope.level is Level.STOPPED


def test_observations_that_cease_stop_it_within_a_tenth_of_a_second() -> None:
    guard = guarded()
    stale = guard.observe()
    rules = [[v.rule for v in guard.apply(HOLD, stale).violations] for _ in range(7)]
    assert rules == [[]] * 6 + [["stale"]]
    guard = guarded()
    assert [v.rule for v in guard.apply(HOLD, guard.observe(), now=0.15).violations] == ["stale"]


def test_too_fast_a_target_is_approached_in_its_direction_at_the_limit() -> None:
    guard = guarded()
    assert moved(guard, arm(0.08, 0.04)) == ["velocity"]
    step = guard.envelope.last["arm"] - HOME
    assert step[0] == pytest.approx(STEP[0]) and step[1] == pytest.approx(STEP[0] / 2)


def test_a_tightened_speed_slows_the_next_command() -> None:
    guard = guarded()
    guard.tighten(speed=0.5)
    moved(guard, arm(0.08))
    assert guard.envelope.last["arm"][0] == pytest.approx(STEP[0] / 2)


def test_acceleration_limits_growth_and_never_stopping() -> None:
    guard = guarded(acceleration=4.0)
    rules = moved(guard, *[arm(0.09)] * 3)
    assert "acceleration" in rules
    reached = guard.envelope.last["arm"]
    sent = guard.apply(Action({"arm": JointTarget(reached)}), guard.observe())
    assert np.array_equal(sent.command["arm"], reached)


def test_the_gripper_is_clipped_to_its_width_and_force() -> None:
    guard = guarded(force=0.5)
    assert moved(guard, Action({"gripper": Grip(0.2, 100.0)})) == ["width", "force"]
    assert guard.envelope.last["gripper"].tolist() == [0.08, 35.0]


def test_the_table_is_refused_unless_the_skill_may_touch_it() -> None:
    for touches, allowed in ((frozenset[str](), False), (frozenset({"table"}), True)):
        guard = guarded()
        rules = _go(guard, down(0.5, 0.0, -0.01), touches=touches)
        height = float(BODY.fk("arm", guard.envelope.last["arm"]).pos[2])
        assert (height < 0) is allowed and ("collision" in rules) is not allowed
        assert guard.level is Level.RUNNING


def test_an_arm_pressed_on_the_table_can_be_lifted() -> None:
    guard = guarded()
    _go(guard, down(0.5, 0.0, -0.01), touches=frozenset({"table"}))
    assert not _go(guard, down(0.5, 0.0, 0.1))
    assert BODY.fk("arm", guard.envelope.last["arm"]).pos[2] > 0.09


def test_a_keep_out_is_not_entered_unless_the_skill_may_touch_it() -> None:
    vase = Volume("vase", Pose.at(0.45, 0.0, 0.3), np.array([0.1, 0.3, 0.3]), margin=0.02)
    for touches, allowed in ((frozenset[str](), False), (frozenset({"vase"}), True)):
        guard = guarded()
        rules = _go(guard, down(0.45, 0.0, 0.35), touches=touches, volumes=[vase])
        tool = BODY.fk("arm", guard.envelope.last["arm"]).pos
        assert vase.contains(tool) is allowed and ("keep_out" in rules) is not allowed


def test_a_thin_keep_out_is_not_jumped() -> None:
    sheet = Volume("sheet", Pose.at(0.35, 0.0, 0.4), np.array([0.004, 1.0, 1.0]))
    guard = guarded()
    rules = _go(guard, down(0.55, 0.0, 0.4), volumes=[sheet])
    assert "keep_out" in rules and BODY.fk("arm", guard.envelope.last["arm"]).pos[0] < 0.35


def test_a_tool_inside_a_keep_out_may_leave_it() -> None:
    guard = guarded()
    here = BODY.fk("arm", HOME)
    around = Volume("box", here, np.full(3, 0.1))
    assert "keep_out" not in _go(
        guard, here.shifted((0.06, 0.0, 0.0)), volumes=[Volume("box", here.shifted((-0.03, 0, 0)), np.full(3, 0.1))]
    )
    assert not around.contains(BODY.fk("arm", guard.envelope.last["arm"]).pos)


def test_a_workspace_is_not_left() -> None:
    here = BODY.fk("arm", HOME)
    guard = guarded(volumes=(Volume("cell", here, np.full(3, 0.2), kind="workspace"),))
    assert "workspace" in _go(guard, here.shifted((0.3, 0.0, 0.0)))
    assert BODY.fk("arm", guard.envelope.last["arm"]).pos[0] <= here.pos[0] + 0.1


# --- lowering --------------------------------------------------------------------------------------------------------------------


def test_a_pose_target_is_reached_on_the_simulated_robot_without_a_violation() -> None:
    robot = MujocoRobot.alone(PANDA)
    guard = GuardedRobot(robot, PANDA, BODY)
    target = Pose(np.array([0.45, 0.2, 0.25]), (down(0, 0, 0) @ Pose.at(0, 0, 0, yaw=0.5)).quat)
    for _ in range(150):
        assert not guard.apply(Action({"arm": PoseTarget(target)}), guard.observe()).violations
    pose = guard.observe().parts["arm"].pose
    assert pose is not None
    distance, angle = pose.distance(target)
    assert distance < 2e-3 and angle < 0.01


def test_a_pose_target_starts_and_stops_softly() -> None:
    guard = guarded(body=True)
    targets = [HOME, HOME]
    for _ in range(120):
        targets.append(guard.apply(Action({"arm": PoseTarget(down(0.5, 0.2, 0.2))}), guard.observe()).command["arm"])
    assert np.all(np.abs(np.diff(targets, n=2, axis=0)) / 0.02**2 <= 5.001 * PART.velocity)
    assert BODY.fk("arm", targets[-1]).distance(down(0.5, 0.2, 0.2))[0] < 1e-3


def test_displacements_add_up_in_either_frame() -> None:
    for frame, sign in (("world", 1.0), ("tool", -1.0)):
        guard = guarded()
        delta = PoseDelta(np.array([0.002, 0.0, 0.002]), np.zeros(3), frame)  # type: ignore[arg-type]
        moved(guard, *[Action({"arm": delta})] * 20)
        step = BODY.fk("arm", guard.envelope.last["arm"]).pos - BODY.fk("arm", HOME).pos
        turn = BODY.fk("arm", HOME).matrix if frame == "tool" else np.eye(3)
        assert np.allclose(step, turn @ [0.04, 0.0, 0.04], atol=1e-3) and np.sign(step[2]) == sign


def test_a_nudge_moves_a_joint_target_and_a_displacement_by_the_same() -> None:
    nudge = Adjustment((0.005, -0.005, 0.0))
    ends = []
    for action in (arm(), Action({"arm": PoseDelta(np.zeros(3), np.zeros(3))})):
        guard = guarded()
        moved(guard, *[action] * 5, adjust=nudge)
        ends.append(BODY.fk("arm", guard.envelope.last["arm"]).pos - BODY.fk("arm", HOME).pos)
    assert np.allclose(ends[0], [0.005, -0.005, 0.0], atol=1e-4) and np.allclose(ends[0], ends[1], atol=2e-4)


def test_squeezing_harder_reaches_a_grip_that_is_only_held() -> None:
    guard = guarded()
    moved(guard, Action({"gripper": Grip(0.0, 20.0)}))
    for _ in range(3):
        sent = guard.apply(HOLD, guard.observe(), Adjustment(grip=1.5))
    assert sent.command["gripper"].tolist() == [0.0, 30.0]


def test_a_part_left_out_holds_the_last_target_and_a_base_stops() -> None:
    guard = guarded()
    moved(guard, arm(0.02))
    assert np.array_equal(guard.apply(HOLD, guard.observe()).command["arm"], HOME + np.eye(7)[0] * 0.02)


def test_poses_need_kinematics() -> None:
    guard = guarded(body=False)
    said = guard.apply(Action({"arm": PoseTarget(down(0.5, 0, 0.3))}), guard.observe()).violations[0].sentence
    assert said == "ActionMode: fake.arm takes JointTarget only, for its kinematics are not known"


def test_a_lost_link_stops_it() -> None:
    class Lost(FakeRobot):
        def send(self, command: Any) -> None:
            raise ConnectionError("no route to the robot")

    guard = GuardedRobot(Lost())
    seen: Observation = guard.observe()
    assert [v.rule for v in guard.apply(HOLD, seen).violations] == ["link"]
    assert guard.level is Level.STOPPED and "no route" in guard.reason


def _go(guard: GuardedRobot, pose: Pose, ticks: int = 120, **keys: Any) -> list[str]:
    return moved(guard, *[Action({"arm": PoseTarget(pose)})] * ticks, **keys)
