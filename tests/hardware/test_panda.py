"""The Panda's numbers are the published ones, whichever way they are read out of the model."""

from __future__ import annotations

import importlib.util

import mujoco
import numpy as np
import pytest

from heedful.hardware import MissingExtra, MujocoRobot, RobotDescription, panda
from heedful.hardware.robots.panda import HOME, LOWER, TORQUE, UPPER, VELOCITY, adapt_menagerie, tool_pose

# Gaz et al. 2019, kg, link1 to link7.
MASSES = (4.970684, 0.646926, 3.228604, 3.587895, 1.225946, 1.666555, 0.735522)


@pytest.fixture(scope="module")
def robot() -> MujocoRobot:
    return MujocoRobot.alone(panda())


@pytest.fixture(scope="module")
def model(robot: MujocoRobot) -> mujoco.MjModel:
    return robot.model


def craig(q: np.ndarray) -> np.ndarray:
    """Base to tool as homogeneous matrices, written out from the published table and nothing else."""
    a = (0, 0, 0, 0.0825, -0.0825, 0, 0.088)
    d = (0.333, 0, 0.316, 0, 0.384, 0, 0)
    alpha = (0, -np.pi / 2, np.pi / 2, np.pi / 2, -np.pi / 2, np.pi / 2, np.pi / 2)
    rows = [*zip(a, d, alpha, q, strict=True), (0, 0.107 + 0.1034, 0, -np.pi / 4)]
    pose = np.eye(4)
    for a_i, d_i, al, th in rows:
        ca, sa, ct, st = np.cos(al), np.sin(al), np.cos(th), np.sin(th)
        pose = pose @ np.array([[ct, -st, 0, a_i], [st * ca, ct * ca, -sa, -sa * d_i], [st * sa, ct * sa, ca, ca * d_i], [0, 0, 0, 1]])
    return pose


@pytest.mark.parametrize("seed", range(50))
def test_the_model_stands_where_the_published_kinematics_say(robot: MujocoRobot, seed: int) -> None:
    q = np.random.default_rng(seed).uniform(LOWER, UPPER)
    robot.reset_to({"arm": q})
    pose = robot.observe().parts["arm"].pose
    assert pose is not None
    expected = craig(q)
    np.testing.assert_allclose(pose.pos, expected[:3, 3], atol=1e-6)
    np.testing.assert_allclose(pose.matrix, expected[:3, :3], atol=1e-6)
    np.testing.assert_allclose(tool_pose(q).pos, expected[:3, 3], atol=1e-9)
    np.testing.assert_allclose(tool_pose(q).matrix, expected[:3, :3], atol=1e-9)


def test_at_home_the_tool_points_down_and_the_fingers_close_along_y(robot: MujocoRobot) -> None:
    robot.reset_to()
    pose = robot.observe().parts["arm"].pose
    assert pose is not None
    np.testing.assert_allclose(pose.matrix[:, 2], [0, 0, -1], atol=1e-6)
    np.testing.assert_allclose(np.abs(pose.matrix[:, 1]), [0, 1, 0], atol=1e-6)
    left, right = (robot.data.body(n).xpos for n in ("left_finger", "right_finger"))
    np.testing.assert_allclose(np.abs(left - right), [0, 0.08, 0], atol=1e-6)


def test_the_limits_are_the_published_ones(model: mujoco.MjModel) -> None:
    arm = panda().parts["arm"]
    np.testing.assert_array_equal([model.joint(f"joint{i}").range for i in range(1, 8)], np.stack([LOWER, UPPER], axis=1))
    np.testing.assert_array_equal([model.actuator(f"actuator{i}").ctrlrange for i in range(1, 8)], np.stack([LOWER, UPPER], axis=1))
    np.testing.assert_array_equal([model.actuator(f"actuator{i}").forcerange[1] for i in range(1, 8)], TORQUE)
    np.testing.assert_array_equal(arm.lower, LOWER)
    np.testing.assert_array_equal(arm.upper, UPPER)
    np.testing.assert_array_equal(arm.velocity, VELOCITY)
    np.testing.assert_array_equal(arm.home, HOME)
    for i in (1, 2):
        np.testing.assert_array_equal(model.joint(f"finger_joint{i}").range, [0.0, 0.04])
        assert model.actuator(f"finger_actuator{i}").forcerange[1] == 70.0


def test_the_masses_are_the_identified_ones(model: mujoco.MjModel) -> None:
    np.testing.assert_allclose([model.body(f"link{i}").mass[0] for i in range(1, 8)], MASSES)
    assert model.body("hand").mass[0] == 0.73


def test_the_model_needs_no_file_but_its_own(model: mujoco.MjModel) -> None:
    assert model.nmesh == 0 and model.nhfield == 0


def test_everything_solid_belongs_to_group_3_and_everything_seen_to_group_0(model: mujoco.MjModel) -> None:
    solid = (model.geom_contype != 0) | (model.geom_conaffinity != 0)
    assert set(model.geom_group[solid]) == {3} and set(model.geom_group[~solid]) == {0}


@pytest.mark.parametrize("width", [0.0, 0.04, 0.08])
def test_it_touches_itself_neither_at_home_nor_over_the_table(robot: MujocoRobot, width: float) -> None:
    for turn in (-0.8, 0.0, 0.8):
        for shoulder, elbow in ((-0.785, -2.356), (0.0, -2.4), (0.4, -2.1), (0.6, -1.6)):
            q = np.array([turn, shoulder, 0.0, elbow, 0.0, shoulder - elbow, np.pi / 4 + turn])  # tool down
            robot.reset_to({"arm": q, "gripper": np.array([width])})
            touching = [{robot.model.geom(g).name for g in c.geom} for c in robot.data.contact]
            assert all({n.split("_")[0] for n in pair} == {"left", "right"} for pair in touching), touching


def test_left_alone_it_carries_its_own_weight(robot: MujocoRobot) -> None:
    robot.reset_to()
    for _ in range(50):
        robot.send({})
    np.testing.assert_allclose(robot.observe().parts["arm"].q, HOME, atol=1e-6)


def test_an_unknown_model_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match=r"no panda model named 'mesh'; known: primitive, menagerie"):
        panda("mesh")


@pytest.mark.skipif(importlib.util.find_spec("mujoco_menagerie") is not None, reason="the extra is installed")
def test_a_missing_extra_says_how_to_install_it() -> None:
    with pytest.raises(MissingExtra, match=r'pip install "heedful\[menagerie\]"'):
        panda("menagerie")


# The features of Menagerie's file that the adaptation touches: a mesh folder, a tendon gripper, pads, a keyframe.
TENDON_PANDA = """
<mujoco model="panda">
  <compiler angle="radian" meshdir="assets" autolimits="true"/>
  <option integrator="implicitfast"/>
  <default><default class="panda"><general dyntype="none" biastype="affine" forcerange="-87 87"/></default></default>
  <asset><mesh name="chip" file="chip.obj"/></asset>
  <worldbody><body name="link0" childclass="panda">{arm}</body></worldbody>
  <tendon><fixed name="split"><joint joint="finger_joint1" coef="0.5"/><joint joint="finger_joint2" coef="0.5"/></fixed></tendon>
  <actuator>
    {servos}
    <general class="panda" name="actuator8" tendon="split" forcerange="-100 100" ctrlrange="0 255" gainprm="0.0157" biasprm="0 -100 -10"/>
  </actuator>
  <keyframe><key name="home" qpos="0 0 0 -1.57 0 1.57 -0.78 0.04 0.04"/></keyframe>
</mujoco>
"""


def tendon_panda() -> str:
    quats = ("1 0 0 0", "1 -1 0 0", "1 1 0 0", "1 1 0 0", "1 -1 0 0", "1 1 0 0", "1 1 0 0")
    places = ("0 0 0.333", "0 0 0", "0 -0.316 0", "0.0825 0 0", "-0.0825 0.384 0", "0 0 0", "0.088 0 0")
    mass = '<inertial mass="0.5" pos="0 0 0" diaginertia="0.01 0.01 0.01"/>'
    arm = f'<body name="hand" pos="0 0 0.107" quat="0.9238795 0 0 -0.3826834">{mass}'
    for side, quat, i in (("left", "1 0 0 0", 1), ("right", "0 0 0 1", 2)):
        arm += (
            f'<body name="{side}_finger" pos="0 0 0.0584" quat="{quat}">{mass}<joint name="finger_joint{i}" type="slide" axis="0 1 0"'
            ' range="0 0.04"/><geom type="box" size="0.01 0.004 0.01" pos="0 0.006 0.045"/></body>'
        )
    arm += "</body>"
    for i in range(7, 0, -1):
        geom = '<geom type="mesh" mesh="chip"/>' if i == 1 else ""
        joint = f'<joint name="joint{i}" axis="0 0 1" range="{LOWER[i - 1]} {UPPER[i - 1]}" armature="0.1" damping="1"/>'
        arm = f'<body name="link{i}" pos="{places[i - 1]}" quat="{quats[i - 1]}">{mass}{joint}{geom}{arm}</body>'
    servos = "".join(
        f'<general class="panda" name="actuator{i}" joint="joint{i}" gainprm="2000" biasprm="0 -2000 -200"/>' for i in range(1, 8)
    )
    return TENDON_PANDA.format(arm=arm, servos=servos)


def test_a_panda_with_a_tendon_gripper_and_meshes_takes_the_same_commands(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "chip.obj").write_text("v 0 0 0\nv .01 0 0\nv 0 .01 0\nv 0 0 .01\nf 1 3 2\nf 1 2 4\nf 1 4 3\nf 2 3 4\n")
    (tmp_path / "panda.xml").write_text(tendon_panda())
    own = panda()
    fields = {k: getattr(own, k) for k in ("name", "parts", "actuators", "fingers", "finger_travel", "finger_stiffness", "reach")}
    robot = MujocoRobot.alone(RobotDescription(mjcf=adapt_menagerie(tmp_path / "panda.xml"), **fields))
    assert robot.model.nkey == 0 and robot.model.nu == 9
    q = np.array(HOME) + 0.1
    for _ in range(100):
        robot.send({"arm": q, "gripper": np.array([0.03, 20.0])})
    state = robot.observe().parts
    np.testing.assert_allclose(state["arm"].q, q, atol=2e-3)
    assert state["gripper"].width == pytest.approx(0.03, abs=1e-3)
    pose = state["arm"].pose
    assert pose is not None
    np.testing.assert_allclose(pose.pos, tool_pose(state["arm"].q).pos, atol=1e-6)


@pytest.mark.weights
def test_menageries_own_panda_agrees_with_the_published_kinematics() -> None:
    pytest.importorskip("mujoco_menagerie")
    robot = MujocoRobot.alone(panda("menagerie"))
    for seed in range(5):
        q = np.random.default_rng(seed).uniform(LOWER, UPPER)
        robot.reset_to({"arm": q})
        pose = robot.observe().parts["arm"].pose
        assert pose is not None
        np.testing.assert_allclose(pose.pos, tool_pose(q).pos, atol=1e-4)
