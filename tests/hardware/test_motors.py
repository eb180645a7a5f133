"""Laws of arms that bare motors drive, of fingers that open either way, and of robosuite's Panda."""

from dataclasses import replace

import mujoco
import numpy as np
import pytest

from heedful.geometry import Pose
from heedful.hardware.body import RobotBody
from heedful.hardware.description import RobotDescription
from heedful.hardware.mujoco_robot import MujocoRobot
from heedful.hardware.robots.panda import panda, tool_pose
from heedful.hardware.robots.robosuite_panda import GRIP, HAND, native, robosuite_panda, with_tool

ARM = """
<mujoco>
  <compiler angle="radian" autolimits="true"/>
  <option timestep="0.002"/>
  <worldbody>
    <body name="upper" pos="0 0 0.5">
      <joint name="shoulder" axis="0 1 0" range="-2 2" damping="2" frictionloss="0.1" armature="0.05"/>
      <geom type="capsule" size="0.04" fromto="0 0 0 0.4 0 0" mass="3"/>
      <body name="fore" pos="0.4 0 0">
        <joint name="elbow" axis="0 1 0" range="-2 2" damping="1" armature="0.05"/>
        <geom type="capsule" size="0.03" fromto="0 0 0 0.3 0 0" mass="1.5"/>
        <body name="left" pos="0.3 0.02 0">
          <joint name="left" type="slide" axis="0 1 0" range="0 0.04" damping="10"/><geom type="box" size="0.02 0.005 0.02" mass="0.05"/>
        </body>
        <body name="right" pos="0.3 -0.02 0">
          <joint name="right" type="slide" axis="0 1 0" range="-0.04 0" damping="10"/><geom type="box" size="0.02 0.005 0.02" mass="0.05"/>
        </body>
        <site name="tool" pos="0.3 0 0"/>
      </body>
    </body>
  </worldbody>
  <actuator>
    <motor name="m1" joint="shoulder" ctrlrange="-60 60"/><motor name="m2" joint="elbow" gear="2" ctrlrange="-15 15"/>
    <position name="f1" joint="left" kp="500" kv="20"/><position name="f2" joint="right" kp="500" kv="20"/>
  </actuator>
</mujoco>
"""


def motor_arm(xml: str = ARM) -> MujocoRobot:
    arm = {
        "kind": "arm", "joints": ["shoulder", "elbow"], "lower": [-2, -2], "upper": [2, 2], "velocity": [2, 2], "home": [0, 0.5],
        "tool": "tool", "gripper": "hand",
    }  # fmt: skip
    hand = {"kind": "gripper", "joints": ["width"], "lower": [0], "upper": [0.08], "velocity": [0.2], "home": [0.04], "force": 10}
    description = RobotDescription.of(
        {"arm": arm, "hand": hand}, name="two links", mjcf=xml, actuators={"arm": ["m1", "m2"], "hand": ["f1", "f2"]},
        fingers={"hand": ["left", "right"]}, finger_stiffness=500.0,
    )  # fmt: skip
    return MujocoRobot.alone(description)


def test_motors_carry_an_arm_that_is_told_nothing():
    robot = motor_arm()
    start = robot.observe().parts["arm"].q
    for _ in range(100):
        robot.send({})
    assert np.abs(robot.observe().parts["arm"].q - start).max() < 2e-3  # the shoulder's dry friction is not modelled by its servo


def test_motors_follow_a_moving_target_closely():
    robot = motor_arm()
    start, worst = robot.observe().parts["arm"].q, 0.0
    for tick in range(150):
        target = start + np.array([0.5, -0.6]) * (1 - np.cos(2.0 * (tick + 1) * robot.dt)) / 2
        robot.send({"arm": target})
        worst = max(worst, float(np.abs(robot.observe().parts["arm"].q - target).max()))
    assert worst < 5e-3


def test_motors_never_give_more_than_their_limit():
    robot = motor_arm()
    for _ in range(20):
        robot.send({"arm": np.array([-1.9, 1.9])})
        assert np.all(np.abs(robot.data.actuator_force[:2]) <= [60 + 1e-9, 15 + 1e-9])


def test_a_finger_whose_joint_goes_down_as_the_hand_opens_is_driven_and_measured_alike():
    robot = motor_arm()
    for _ in range(60):
        robot.send({"hand": np.array([0.06, 10.0])})
    assert robot.observe().parts["hand"].width == pytest.approx(0.06, abs=2e-3)
    left, right = robot.data.joint("left").qpos[0], robot.data.joint("right").qpos[0]
    assert left == pytest.approx(0.03, abs=2e-3) and right == pytest.approx(-0.03, abs=2e-3)


def test_motors_and_servos_may_not_be_mixed_in_one_arm():
    with pytest.raises(ValueError, match="motors on every joint"):
        motor_arm(ARM.replace('<motor name="m1" joint="shoulder" ctrlrange="-60 60"/>', '<position name="m1" joint="shoulder" kp="500"/>'))


def test_robosuites_panda_has_the_arm_of_the_real_one_and_its_own_hand():
    base = Pose.at(-0.66, 0.0, 0.912)
    body = RobotBody(robosuite_panda(base, 0.9))
    for q in np.random.default_rng(0).uniform(panda().parts["arm"].lower, panda().parts["arm"].upper, (20, 7)):
        real = base @ tool_pose(q)
        short = 0.107 + 0.1034 - HAND - GRIP
        wanted = real @ Pose(np.array([0.0, 0.0, -short]))
        distance, angle = body.fk("arm", q).distance(wanted)
        assert distance < 1e-6 and angle < 1e-3  # robosuite's quaternions have six digits


def test_the_table_of_the_collision_model_stands_where_the_description_says():
    low, high = (RobotBody(replace(robosuite_panda(Pose.at(0, 0, 0.912), ground))) for ground in (0.9, 1.3))
    q = np.array([0.0, 0.35, 0.0, -2.2, 0.0, 2.55, np.pi / 4])
    assert 0.95 < low.fk("arm", q).pos[2] < 1.3
    assert low.collision("arm", q) is None
    assert "the table" in str(high.collision("arm", q))


def test_a_tool_site_is_the_only_change_to_a_robosuite_world():
    world = "<mujoco><worldbody><body name='gripper0_eef' pos='0 0 1'><site name='gripper0_grip_site'/></body></worldbody></mujoco>"
    before, after = mujoco.MjModel.from_xml_string(world), mujoco.MjModel.from_xml_string(with_tool(world))
    assert after.nsite == before.nsite + 1 and after.nq == before.nq
    closing = Pose(np.zeros(3), after.site("tool").quat).matrix[:, 1]
    assert np.allclose(np.abs(closing), [1, 0, 0], atol=1e-6)
    named, joints = native(robosuite_panda(Pose.at(0, 0, 0), 0.0))
    assert joints["joint1"] == "robot0_joint1" and named.fingers["gripper"] == ("gripper0_leftfinger", "gripper0_rightfinger")
