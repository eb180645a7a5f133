"""The SO-101 is the published arm, and says what its five joints cannot reach."""

from __future__ import annotations

import numpy as np
import pytest

from heedful.geometry import Pose
from heedful.hardware import MujocoRobot
from heedful.hardware.body import RobotBody
from heedful.hardware.robots.so101 import FIXED_PAD, HOME, LOWER, TORQUE, TRAVEL, UPPER, so101, tool_pose

# so101_new_calib.urdf: xyz and rpy of each joint's origin, as its own file has them.
URDF = (
    ((0.0388353, 0.0, 0.0624), (np.pi, 0.0, -np.pi)),
    ((-0.0303992, -0.0182778, -0.0542), (-np.pi / 2, -np.pi / 2, 0.0)),
    ((-0.11257, -0.028, 0.0), (0.0, 0.0, np.pi / 2)),
    ((-0.1349, 0.0052, 0.0), (0.0, 0.0, -np.pi / 2)),
    ((0.0, -0.0611, 0.0181), (np.pi / 2, 0.0486795, np.pi)),
)


def rpy(roll: float, pitch: float, yaw: float) -> np.ndarray:
    cr, sr, cp, sp, cy, sy = np.cos(roll), np.sin(roll), np.cos(pitch), np.sin(pitch), np.cos(yaw), np.sin(yaw)
    about_z, about_y = np.array([[cy, -sy, 0], [sy, cy, 0], [0, 0, 1]]), np.array([[cp, 0, sp], [0, 1, 0], [-sp, 0, cp]])
    return about_z @ about_y @ np.array([[1, 0, 0], [0, cr, -sr], [0, sr, cr]])


def published(q: np.ndarray) -> np.ndarray:
    """Base to last link as a homogeneous matrix, from the URDF's numbers and nothing else."""
    pose = np.eye(4)
    for (xyz, turn), angle in zip(URDF, q, strict=True):
        step = np.eye(4)
        step[:3, 3], step[:3, :3] = xyz, rpy(*turn) @ rpy(0, 0, angle)
        pose = pose @ step
    return pose


@pytest.fixture(scope="module")
def robot() -> MujocoRobot:
    return MujocoRobot.alone(so101())


@pytest.fixture(scope="module")
def body() -> RobotBody:
    return RobotBody(so101())


@pytest.mark.parametrize("seed", range(20))
def test_the_model_stands_where_the_published_kinematics_say(robot: MujocoRobot, seed: int) -> None:
    q = np.random.default_rng(seed).uniform(LOWER, UPPER)
    robot.reset_to({"arm": q})
    pose = robot.observe().parts["arm"].pose
    assert pose is not None
    tool = published(q) @ np.array([0.0121, 0.0, -0.090, 1.0])
    np.testing.assert_allclose(robot.description.base.inverse().apply(pose.pos), tool[:3], atol=2e-5)  # the model is rounded to 10 um
    np.testing.assert_allclose(pose.matrix[:, 2], -published(q)[:3, 2], atol=1e-3)
    assert max((robot.description.base @ tool_pose(q)).distance(pose)) < 1e-5


def test_the_limits_are_the_published_ones(robot: MujocoRobot) -> None:
    arm = robot.parts["arm"]
    np.testing.assert_allclose([robot.model.joint(j).range for j in arm.joints], np.stack([LOWER, UPPER], axis=1))
    assert {float(robot.model.actuator(j).forcerange[1]) for j in arm.joints} == {TORQUE}


@pytest.mark.parametrize("width", [0.0, 0.02, 0.045, 0.07])
def test_a_width_is_the_distance_at_which_the_pads_come_nearest(robot: MujocoRobot, width: float) -> None:
    robot.reset_to({"gripper": np.array([width])})
    gripper = robot.data.body("gripper")
    model = robot.model
    across = [(gripper.xmat.reshape(3, 3).T @ (robot.data.geom(i).xpos - gripper.xpos))[0] for i in range(model.ngeom)]
    moving = [across[i] for i in range(model.ngeom) if model.geom(i).name.startswith("moving_pad")]
    fixed = [across[i] for i in range(model.ngeom) if model.geom(i).name.startswith("fixed_pad")]
    assert min(moving) - max(fixed) - 0.006 == pytest.approx(width, abs=1e-3)
    assert robot.observe().parts["gripper"].width == pytest.approx(width, abs=1e-6)
    assert max(fixed) + 0.003 == pytest.approx(0.0121 + FIXED_PAD, abs=1e-6)


def test_the_jaw_presses_as_hard_as_asked_and_no_harder_than_its_servo_can(robot: MujocoRobot) -> None:
    rows = np.array(TRAVEL)
    levers = np.diff(rows[:, 0]) / np.diff(rows[:, 1])
    assert np.all(30.0 * levers <= TORQUE)


def test_it_carries_its_own_weight_within_three_millimetres(robot: MujocoRobot) -> None:
    robot.reset_to()
    for _ in range(100):
        robot.send({})
    pose = robot.observe().parts["arm"].pose
    assert pose is not None
    assert pose.distance(robot.description.base @ tool_pose(np.array(HOME)))[0] < 0.003


def down(x: float, y: float, z: float, yaw: float) -> Pose:
    return Pose.at(x, y, z, yaw) @ Pose(np.zeros(3), np.array([0.0, 1.0, 0.0, 0.0]))


def test_pointing_down_it_closes_along_any_line(body: RobotBody) -> None:
    for yaw in np.linspace(-1.4, 1.4, 5):
        for x, y in ((0.45, 0.0), (0.40, 0.15), (0.40, -0.15)):
            found = [(pose, body.ik("arm", pose, np.array(HOME))) for pose in (down(x, y, 0.02, yaw), down(x, y, 0.02, yaw + np.pi))]
            assert any(q is not None for _, q in found)
            assert all(np.all(np.array(body.fk("arm", q).distance(pose)) < (1e-3, 1e-2)) for pose, q in found if q is not None)


def test_an_orientation_out_of_reach_is_said_and_never_replaced(body: RobotBody) -> None:
    sideways = down(0.45, 0.0, 0.05, 0.0) @ Pose(np.zeros(3), np.array([np.cos(0.4), np.sin(0.4), 0.0, 0.0]))
    assert body.ik("arm", sideways, np.array(HOME)) is None
    assert body.ik("arm", down(0.45, 0.0, 0.15, 0.0), np.array(HOME)) is None


def test_where_it_may_lean_it_leans_as_little_as_it_must(body: RobotBody) -> None:
    pose = down(0.45, 0.0, 0.12, 0.0)
    q = body.ik("arm", pose, np.array(HOME), lean=0.7)
    assert q is not None
    distance, angle = body.fk("arm", q).distance(pose)
    assert distance < 1e-3 and 0.05 < angle < 0.25
    assert body.ik("arm", pose, np.array(HOME), lean=0.02) is None
