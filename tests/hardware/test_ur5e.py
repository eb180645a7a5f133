"""The UR5e's numbers are the published ones, whichever way they are read out of the model."""

from __future__ import annotations

import mujoco
import numpy as np
import pytest

from heedful.hardware import MujocoRobot
from heedful.hardware.body import RobotBody
from heedful.hardware.robots.ur5e import HOME, LIMIT, TORQUE, VELOCITY, tool_pose, ur5e

# Universal Robots, "DH parameters for calculations of kinematics and dynamics": kg, link 1 to link 6.
MASSES = (3.761, 8.058, 2.846, 1.37, 1.3, 0.365)
LINKS = ("shoulder_link", "upper_arm_link", "forearm_link", "wrist_1_link", "wrist_2_link", "wrist_3_link")


@pytest.fixture(scope="module")
def robot() -> MujocoRobot:
    return MujocoRobot.alone(ur5e())


@pytest.fixture(scope="module")
def body() -> RobotBody:
    return RobotBody(ur5e())


def denavit_hartenberg(q: np.ndarray) -> np.ndarray:
    """Base to tool as homogeneous matrices, written out from the published table and nothing else."""
    a = (0, -0.425, -0.3922, 0, 0, 0)
    d = (0.1625, 0, 0, 0.1333, 0.0997, 0.0996)
    alpha = (np.pi / 2, 0, 0, np.pi / 2, -np.pi / 2, 0)
    pose = np.eye(4)
    for a_i, d_i, al, th in [*zip(a, d, alpha, q, strict=True), (0, 0.156, 0, 0)]:
        ca, sa, ct, st = np.cos(al), np.sin(al), np.cos(th), np.sin(th)
        pose = pose @ np.array([[ct, -st * ca, st * sa, a_i * ct], [st, ct * ca, -ct * sa, a_i * st], [0, sa, ca, d_i], [0, 0, 0, 1]])
    return pose


@pytest.mark.parametrize("seed", range(20))
def test_the_model_stands_where_the_published_kinematics_say(robot: MujocoRobot, seed: int) -> None:
    limit = np.array(LIMIT)
    q = np.random.default_rng(seed).uniform(-limit, limit)
    robot.reset_to({"arm": q})
    pose = robot.observe().parts["arm"].pose
    assert pose is not None
    expected = np.diag([-1.0, -1.0, 1.0, 1.0]) @ denavit_hartenberg(q)  # its base stands turned by half a turn
    np.testing.assert_allclose(pose.pos, expected[:3, 3], atol=1e-6)
    np.testing.assert_allclose(pose.matrix, expected[:3, :3], atol=1e-6)
    assert max((robot.description.base @ tool_pose(q)).distance(pose)) < 1e-6


def test_at_home_the_tool_points_down_and_the_fingers_close_along_y(robot: MujocoRobot) -> None:
    robot.reset_to()
    pose = robot.observe().parts["arm"].pose
    assert pose is not None
    np.testing.assert_allclose(pose.pos, [0.45, 0.0, 0.35], atol=1e-4)
    np.testing.assert_allclose(pose.matrix[:, 2], [0, 0, -1], atol=1e-5)
    np.testing.assert_allclose(np.abs(pose.matrix[:, 1]), [0, 1, 0], atol=1e-5)
    left, right = (robot.data.body(n).xpos for n in ("left_finger", "right_finger"))
    np.testing.assert_allclose(np.abs(left - right), [0, 0.085, 0], atol=1e-5)


def test_the_limits_and_masses_are_the_published_ones(robot: MujocoRobot) -> None:
    model, arm = robot.model, ur5e().parts["arm"]
    np.testing.assert_allclose([model.joint(j).range[1] for j in arm.joints], LIMIT)
    np.testing.assert_allclose([model.actuator(j.removesuffix("_joint")).forcerange[1] for j in arm.joints], TORQUE)
    np.testing.assert_allclose(arm.upper, LIMIT)
    np.testing.assert_allclose(arm.velocity, VELOCITY)
    np.testing.assert_allclose([model.body(n).mass[0] for n in LINKS], MASSES)
    assert model.actuator("finger_actuator1").forcerange[1] == 235.0


def test_its_boxes_and_capsules_leave_it_free_over_the_table(body: RobotBody) -> None:
    assert not any(d < 0 for d in body.touching({}).values())
    assert body.collision("arm", np.array(HOME)) is None


def test_the_model_needs_no_file_but_its_own(robot: MujocoRobot) -> None:
    assert robot.model.nmesh == 0 and int(mujoco.mj_name2id(robot.model, int(mujoco.mjtObj.mjOBJ_SITE), "tool")) >= 0


@pytest.mark.slow
def test_inverse_kinematics_reach_all_but_five_of_a_thousand_poses(body: RobotBody) -> None:
    rng, part, missed = np.random.default_rng(0), body.parts["arm"], 0
    for _ in range(1000):
        q = rng.uniform(part.lower, part.upper)
        while any(d < 0 for d in body.touching({"arm": q}).values()):
            q = rng.uniform(part.lower, part.upper)
        pose = body.fk("arm", q)
        found = body.ik("arm", pose, part.home)
        inside = found is not None and bool(np.all(found >= part.lower) and np.all(found <= part.upper))
        missed += not (found is not None and inside and np.all(np.array(body.fk("arm", found).distance(pose)) < (1e-3, 1e-2)))
    assert missed <= 5
