"""What every robot promises, simulated or fake, and what the simulated one promises about force."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace

import mujoco
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from heedful import config
from heedful.hardware import ActionShape, FakeRobot, MujocoRobot, UnknownPart, panda
from heedful.hardware.body import RobotBody
from heedful.types import Observation, Robot

Make = Callable[[], FakeRobot | MujocoRobot]
SIMULATED = ("panda", "ur5e", "so101", "mobile_panda", "panda_three_finger", "panda_suction")


def simulated(name: str) -> Make:
    return lambda: MujocoRobot.alone(config.load("robot", name))


every_robot = pytest.mark.parametrize("make", [FakeRobot, *map(simulated, SIMULATED)], ids=["fake", *SIMULATED])
OFFSET = np.array([0.3, 0.2, -0.3, 0.2, 0.3, -0.2, 0.4])


def aside(robot: Robot, times: float = 1.0) -> np.ndarray:
    """Joint positions a little off home."""
    arm = robot.parts["arm"]
    return np.asarray(arm.home + times * OFFSET[: len(arm.joints)])


def run(robot: Robot, ticks: int, **command: object) -> Observation:
    for _ in range(ticks):
        robot.send({n: np.asarray(v, dtype=float) for n, v in command.items()})
    return robot.observe()


def same(a: Observation, b: Observation) -> None:
    assert a.parts.keys() == b.parts.keys()
    for name, state in a.parts.items():
        other = b.parts[name]
        np.testing.assert_array_equal(state.q, other.q)
        np.testing.assert_array_equal(state.dq, other.dq)
        if state.pose is not None and other.pose is not None:
            np.testing.assert_array_equal(state.pose.pos, other.pose.pos)


@every_robot
def test_a_reset_gives_the_same_observation(make: Make) -> None:
    robot = make()
    first = robot.observe()
    run(robot, 20, arm=aside(robot), gripper=(0.0, 20.0))
    robot.reset_to()
    same(first, robot.observe())


@every_robot
def test_the_same_commands_give_the_same_motion(make: Make) -> None:
    seen = [run(r, 25, arm=aside(r), gripper=(0.01, 20.0)) for r in (make(), make())]
    same(*seen)


@every_robot
def test_a_period_passes_with_every_command(make: Make) -> None:
    robot = make()
    start = robot.observe().time
    assert run(robot, 50).time - start == pytest.approx(50 * robot.dt)


@every_robot
def test_a_target_in_reach_is_reached(make: Make) -> None:
    robot = make()
    target = aside(robot)
    seen = run(robot, 150, arm=target, gripper=(0.03, 20.0)).parts
    np.testing.assert_allclose(seen["arm"].q, target, atol=1e-3)
    assert seen["gripper"].width == pytest.approx(min(0.03, robot.parts["gripper"].upper[0]), abs=1e-3)


@every_robot
def test_a_part_left_out_holds(make: Make) -> None:
    robot = make()
    before = run(robot, 10).parts["arm"].q
    after = run(robot, 50, gripper=(0.0, 20.0)).parts["arm"].q
    np.testing.assert_allclose(after, before, atol=1e-4)


@every_robot
def test_hold_stops_the_robot_within_half_a_second_and_keeps_it_still(make: Make) -> None:
    robot = make()
    going = run(robot, 10, arm=aside(robot, 3)).parts["arm"]
    assert np.abs(going.dq).max() > 0.3
    robot.hold()
    stopped = run(robot, 25).parts["arm"]
    for _ in range(100):
        robot.hold()
        still = run(robot, 1).parts["arm"]
    np.testing.assert_allclose(still.q, stopped.q, atol=2e-3)
    assert np.abs(stopped.q - going.q).max() < 0.1
    assert np.abs(still.dq).max() < 1e-3


@every_robot
def test_an_observation_is_not_changed_by_what_follows(make: Make) -> None:
    robot = make()
    seen = robot.observe().parts["arm"]
    kept = seen.q.copy(), None if seen.pose is None else seen.pose.pos.copy()
    run(robot, 10, arm=aside(robot))
    np.testing.assert_array_equal(seen.q, kept[0])
    if seen.pose is not None and kept[1] is not None:
        np.testing.assert_array_equal(seen.pose.pos, kept[1])


@every_robot
@pytest.mark.parametrize(
    ("command", "error", "words"),
    [
        ({"arm": np.zeros(9)}, ActionShape, r"\.arm takes [567] joint targets \[rad\], got shape \(9,\)"),
        ({"gripper": np.zeros(1)}, ActionShape, r"\.gripper takes a width \[m\] and a force \[N\], got shape \(1,\)"),
        ({"griper": np.zeros(2)}, UnknownPart, r"no part named 'griper'\. Did you mean 'gripper'\? Its parts: (base, )?arm, gripper"),
        ({"gripper": np.full(2, np.nan)}, ValueError, "takes finite numbers"),
    ],
)
def test_a_malformed_command_is_refused_before_anything_moves(make: Make, command, error, words) -> None:  # type: ignore[no-untyped-def]
    robot = make()
    before = robot.observe()
    with pytest.raises(error, match=words):
        robot.send(command)
    same(before, robot.observe())
    assert robot.observe().time == before.time


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.floats(-10, 10), min_size=7, max_size=7), min_size=1, max_size=20))
def test_the_fake_robot_keeps_its_limits_whatever_it_is_sent(targets: list[list[float]]) -> None:
    robot = FakeRobot()
    arm = robot.parts["arm"]
    for q in targets:
        state = run(robot, 1, arm=q).parts["arm"]
        assert np.all(state.q >= arm.lower) and np.all(state.q <= arm.upper)
        assert np.all(np.abs(state.dq) <= arm.velocity + 1e-9)
    assert len(robot.sent) == len(targets)


def test_two_arms_are_driven_apart() -> None:
    robot = FakeRobot.two_arms()
    assert list(robot.parts) == ["left_arm", "left_gripper", "right_arm", "right_gripper"]
    before = robot.observe().parts
    after = run(robot, 5, left_arm=robot.parts["left_arm"].home + OFFSET).parts
    assert np.any(after["left_arm"].q != before["left_arm"].q)
    np.testing.assert_array_equal(after["right_arm"].q, before["right_arm"].q)
    left, right = before["left_arm"].pose, before["right_arm"].pose
    assert left is not None and right is not None
    np.testing.assert_allclose(left.pos - right.pos, [0.0, 0.6, 0.0], atol=1e-9)


def test_two_simulated_arms_are_driven_apart_under_the_same_names() -> None:
    robot = simulated("two_arms")()
    assert list(robot.parts) == list(FakeRobot.two_arms().parts)
    fake, before = FakeRobot.two_arms().observe().parts, robot.observe().parts
    for side in ("left_arm", "right_arm"):
        one, other = before[side].pose, fake[side].pose
        assert one is not None and other is not None
        np.testing.assert_allclose(one.pos, other.pos, atol=1e-6)
    after = run(robot, 100, left_arm=robot.parts["left_arm"].home + OFFSET, left_gripper=(0.02, 20.0)).parts
    np.testing.assert_allclose(after["left_arm"].q, robot.parts["left_arm"].home + OFFSET, atol=2e-3)
    np.testing.assert_allclose(after["right_arm"].q, before["right_arm"].q, atol=1e-3)
    assert (after["left_gripper"].width, after["right_gripper"].width) == pytest.approx((0.02, 0.08), abs=1e-3)


def test_an_arm_keeps_clear_of_where_the_other_one_is() -> None:
    robot = simulated("two_arms")()
    body, home = RobotBody(robot.description), robot.parts["left_arm"].home
    left = np.array([-0.7, 0.3, 0.0, -1.6, 0.0, 1.9, 0.8])
    right = left * [-1, 1, 1, 1, 1, 1, 1]
    robot.reset_to({"left_arm": left})
    assert body.collision("right_arm", right) is None
    standing = body.as_measured(robot.observe())
    assert "left" in str(standing.collision("right_arm", right))
    np.testing.assert_allclose(standing.fk("right_arm", home).pos, body.fk("right_arm", home).pos)


def test_a_base_drives_in_its_own_frame_and_stops_when_left_out() -> None:
    robot = simulated("mobile_panda")()
    run(robot, 100, base=(0.0, 0.0, np.pi / 4))
    turned = run(robot, 100).parts["base"]
    assert turned.q[2] == pytest.approx(np.pi / 2, rel=0.05) and np.abs(turned.dq).max() < 1e-3
    driven = run(robot, 100, base=(0.3, 0.0, 0.0)).parts["base"]
    ahead = driven.q[:2] - turned.q[:2]
    assert ahead @ [np.cos(turned.q[2]), np.sin(turned.q[2])] == pytest.approx(0.6, rel=0.05)
    robot.hold()
    assert np.abs(run(robot, 25).parts["base"].dq).max() < 1e-3


def test_the_tool_is_where_the_base_has_taken_it() -> None:
    robot = simulated("mobile_panda")()
    body = RobotBody(robot.description)
    seen = run(robot, 100, base=(0.2, 0.1, 0.3))
    standing, arm = body.as_measured(seen), seen.parts["arm"]
    assert arm.pose is not None
    assert standing.fk("arm", arm.q).distance(arm.pose)[0] < 1e-4
    q = standing.ik("arm", arm.pose.shifted((0.05, 0.0, -0.1)), arm.q)
    assert q is not None
    np.testing.assert_allclose(standing.fk("arm", q).pos - arm.pose.pos, [0.05, 0.0, -0.1], atol=1e-3)


def test_a_base_without_speed_servos_is_refused() -> None:
    description = config.load("robot", "mobile_panda")
    wheels = replace(description, actuators={**description.actuators, "base": ("base_y", "base_x", "base_yaw")})
    with pytest.raises(ValueError, match=r"mobile_panda\.base has the joints base_x, base_y, base_yaw, but its actuators drive base_y"):
        MujocoRobot.alone(wheels)


def test_a_period_that_is_no_multiple_of_the_physics_step_is_refused() -> None:
    with pytest.raises(ValueError, match=r"control_dt 0\.015 s must be a whole multiple of the physics step 0\.002 s"):
        MujocoRobot.alone(replace(panda(), dt=0.015))


def test_a_missing_joint_is_refused_with_the_nearest_name() -> None:
    description = panda()
    model = description.spec().compile()
    with pytest.raises(ValueError, match=r"panda\.arm needs a joint named 'jiont3', and the model has none; did you mean 'joint3'\?"):
        MujocoRobot(description, model, mujoco.MjData(model), native={"joint3": "jiont3"})


def test_a_joint_taken_twice_is_refused() -> None:
    description = panda()
    arm = description.parts["arm"]
    twice = replace(
        description, parts={**description.parts, "other": arm}, actuators={**description.actuators, "other": description.actuators["arm"]}
    )
    with pytest.raises(ValueError, match=r"panda\.other and panda\.arm both take the joint 'joint1'"):
        MujocoRobot.alone(twice)


def test_actuators_in_the_wrong_order_are_refused() -> None:
    description = panda()
    arm = description.actuators["arm"]
    with pytest.raises(ValueError, match=r"panda\.arm has the joints joint1, .* but its actuators drive joint2, joint1"):
        MujocoRobot.alone(replace(description, actuators={**description.actuators, "arm": (arm[1], arm[0], *arm[2:])}))


def test_two_robots_in_one_world_answer_to_their_prefixes() -> None:
    description, world = panda(), mujoco.MjSpec()
    world.option.timestep = 0.002
    world.option.integrator = mujoco.mjtIntegrator.mjINT_IMPLICITFAST
    world.option.cone, world.option.impratio = mujoco.mjtCone.mjCONE_ELLIPTIC, 20.0
    for prefix, y in (("a_", 0.4), ("b_", -0.4)):
        world.worldbody.add_frame(pos=[0, y, 0]).attach_body(description.spec().body("link0"), prefix, "")
    model = world.compile()
    data = mujoco.MjData(model)
    a, b = (MujocoRobot(description, model, data, prefix) for prefix in ("a_", "b_"))
    for robot in (a, b):
        robot.reset_to()
    assert a.native["arm"]["joint1"] == "a_joint1" and b.native["arm"]["joint1"] == "b_joint1"
    run(a, 100, arm=aside(a))
    np.testing.assert_allclose(a.observe().parts["arm"].q, aside(a), atol=2e-3)
    np.testing.assert_allclose(b.observe().parts["arm"].q, b.parts["arm"].home, atol=2e-3)


def test_the_arm_follows_a_moving_target_within_half_a_degree() -> None:
    robot = MujocoRobot.alone(panda())
    home, worst = robot.parts["arm"].home, 0.0
    for tick in range(250):
        t = tick * robot.dt
        target = home + 0.3 * np.sin(2 * t) * min(t, 1.0)
        robot.send({"arm": target})
        worst = max(worst, float(np.abs(robot.observe().parts["arm"].q - target).max()))
    assert worst < np.radians(0.5)


def with_block(half: tuple[float, float, float] = (0.02, 0.02, 0.02), mass: float = 0.1, slide: float = 0.0) -> MujocoRobot:
    """The robot at home with a block between its open fingers, on a stand of its own that can be taken away."""
    description = panda()
    pos = description.parts["arm"].home, MujocoRobot.alone(description).observe().parts["arm"].pose
    assert pos[1] is not None
    spec, at = description.spec(), pos[1].pos
    block = spec.worldbody.add_body(name="block", pos=at + np.array([0.0, slide, 0.0]))
    block.add_freejoint()
    block.add_geom(name="block", type=mujoco.mjtGeom.mjGEOM_BOX, size=half, mass=mass)
    spec.worldbody.add_geom(name="stand", type=mujoco.mjtGeom.mjGEOM_BOX, size=[0.01, 0.04, 0.01], pos=at - [0, 0, half[2] + 0.01])
    model = spec.compile()
    robot = MujocoRobot(description, model, mujoco.MjData(model))
    robot.reset_to()
    return robot


def take_stand_away(robot: MujocoRobot) -> None:
    robot.model.geom("stand").contype = robot.model.geom("stand").conaffinity = 0


def block_in_tool(robot: MujocoRobot) -> np.ndarray:
    site = robot.data.site("tool")
    return np.asarray(site.xmat.reshape(3, 3).T @ (robot.data.body("block").xpos - site.xpos))


def swing(home: np.ndarray, t: float) -> np.ndarray:
    """A smooth wandering about home, up to 0.35 rad and half a radian per second a joint."""
    rates, size = np.array([1.1, 0.7, 0.9, 0.8, 1.2, 0.7, 1.3]), np.array([0.35, 0.1, 0.15, 0.15, 0.3, 0.3, 0.35])
    return home + np.array([0, -0.25, 0, 0.1, 0, 0.1, 0]) * min(t, 1.0) + size * np.sin(rates * t) * min(t / 2, 1.0)


@pytest.mark.parametrize("mass", [0.05, 0.1])
def test_a_held_block_stays_held_for_a_minute_while_the_arm_moves(mass: float) -> None:
    robot = with_block(mass=mass)
    run(robot, 60, gripper=(0.0, 20.0))
    take_stand_away(robot)
    start, home = block_in_tool(robot), robot.parts["arm"].home
    torque = robot.model.actuator_forcerange[:, 1]
    for tick in range(3000):
        robot.send({"arm": swing(home, tick * robot.dt)})
        assert np.all(np.abs(robot.data.actuator_force) <= torque + 1e-9)
    assert np.linalg.norm(block_in_tool(robot) - start) < 0.004
    state = robot.observe().parts["gripper"]
    assert state.width == pytest.approx(0.04, abs=0.002) and state.force == pytest.approx(20.0, abs=0.5)


def test_a_block_held_at_rest_does_not_creep() -> None:
    robot = with_block()
    run(robot, 60, gripper=(0.0, 20.0))
    take_stand_away(robot)
    run(robot, 25)
    start = block_in_tool(robot)
    run(robot, 1500)
    assert np.linalg.norm(block_in_tool(robot) - start) < 0.0005  # half a millimetre in half a minute


@pytest.mark.parametrize("force", [5.0, 20.0, 70.0])
@pytest.mark.parametrize("half", [0.005, 0.02, 0.03])
def test_the_grip_is_as_strong_as_asked_however_wide_the_thing(force: float, half: float) -> None:
    robot = with_block(half=(0.02, half, 0.02))
    seen = []
    for _ in range(120):
        seen.append(run(robot, 1, gripper=(0.0, force)).parts["gripper"].force)
    assert max(seen) <= force * 1.05 + 0.5
    assert seen[-1] == pytest.approx(force, rel=0.02)


def test_a_force_beyond_the_hands_is_cut_to_it() -> None:
    robot = with_block()
    assert run(robot, 120, gripper=(0.0, 1000.0)).parts["gripper"].force == pytest.approx(70.0, rel=0.02)


def test_opening_lets_go_at_once() -> None:
    robot = with_block()
    run(robot, 80, gripper=(0.0, 40.0))
    take_stand_away(robot)
    run(robot, 10)
    held = block_in_tool(robot)
    assert run(robot, 3, gripper=(0.08, 20.0)).parts["gripper"].force < 1.0
    run(robot, 15)
    assert np.linalg.norm(block_in_tool(robot) - held) > 0.02


def test_the_fingers_close_no_faster_than_the_hand_can() -> None:
    robot = MujocoRobot.alone(panda())
    for _ in range(60):
        assert abs(run(robot, 1, gripper=(0.0, 20.0)).parts["gripper"].dq[0]) <= 0.105


def test_the_robot_never_writes_the_model() -> None:
    robot = with_block()
    fields = [n for n in dir(robot.model) if isinstance(getattr(robot.model, n, None), np.ndarray)]
    before = {n: getattr(robot.model, n).copy() for n in fields}
    run(robot, 50, arm=aside(robot), gripper=(0.0, 30.0))
    robot.hold()
    robot.reset_to()
    for name in fields:
        np.testing.assert_array_equal(getattr(robot.model, name), before[name], err_msg=name)


def test_importing_the_room_loads_no_physics() -> None:
    code = "import sys, heedful.hardware as h; h.FakeRobot(); h.panda(); assert 'mujoco' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
