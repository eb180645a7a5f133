"""Laws of hands other than two fingers: a vacuum cup pulls only where it seals, a three-finger hand grips as strongly as asked."""

from __future__ import annotations

import mujoco
import numpy as np
import pytest

from heedful.geometry import Pose
from heedful.hardware import MujocoRobot
from heedful.hardware.robots.panda_suction import CUP, FORCE, panda_suction
from heedful.hardware.robots.panda_three_finger import angle, panda_three_finger
from heedful.hardware.travel import places
from heedful.predicates.extents import has_flat_top
from heedful.skills.grasps import by_suction
from heedful.types import Thing

BOX, CYLINDER, SPHERE = mujoco.mjtGeom.mjGEOM_BOX, mujoco.mjtGeom.mjGEOM_CYLINDER, mujoco.mjtGeom.mjGEOM_SPHERE


def with_thing(description, size, mass: float, shift=(0.0, 0.0, 0.0), kind=BOX) -> MujocoRobot:  # type: ignore[no-untyped-def]
    """The robot at home over a thing on a stand that can be taken away, the thing's middle at the tool and then shifted [m]."""
    at = MujocoRobot.alone(description).observe().parts["arm"].pose
    assert at is not None
    spec = description.spec()
    thing = spec.worldbody.add_body(name="thing", pos=at.pos + np.array(shift))
    thing.add_freejoint()
    thing.add_geom(type=kind, size=size, mass=mass)
    low = float(size[2] if kind == BOX else size[1] if kind == CYLINDER else size[0])
    spec.worldbody.add_geom(name="stand", type=BOX, size=[0.01, 0.01, 0.01], pos=thing.pos - [0, 0, low + 0.01])
    model = spec.compile()
    robot = MujocoRobot(description, model, mujoco.MjData(model))
    robot.reset_to()
    return robot


def run(robot: MujocoRobot, ticks: int, gripper: tuple[float, float]):  # type: ignore[no-untyped-def]
    for _ in range(ticks):
        robot.send({"gripper": np.array(gripper)})
    return robot.observe().parts["gripper"]


def hangs(robot: MujocoRobot, ticks: int, gripper: tuple[float, float]) -> bool:
    """Whether the thing stays where it is when its stand is taken away."""
    before = robot.data.body("thing").xpos.copy()
    robot.model.geom("stand").contype = robot.model.geom("stand").conaffinity = 0
    run(robot, ticks, gripper)
    return bool(np.linalg.norm(robot.data.body("thing").xpos - before) < 0.01)


def under(half: float = 0.02, aside: float = 0.0) -> tuple[float, float, float]:
    """Just pressed on the lip, so that it does not fall far when its stand goes, with its middle so far aside [m]."""
    return (aside, 0.0, -half + 0.0005)


ON, OFF = (0.0, 100.0), (1.0, 0.0)


@pytest.mark.parametrize(("share", "stays"), [(0.3, True), (0.8, True), (1.2, False)])
def test_a_cup_holds_what_weighs_less_than_its_pull_and_nothing_heavier(share: float, stays: bool) -> None:
    robot = with_thing(panda_suction(), [0.02, 0.02, 0.02], share * FORCE / 9.81, under())
    state = run(robot, 30, ON)
    assert state.width == pytest.approx(CUP) and state.force <= FORCE + 1e-6
    assert hangs(robot, 50, ON) is stays


def test_a_cup_that_is_off_lets_go_and_pulls_nothing() -> None:
    robot = with_thing(panda_suction(), [0.02, 0.02, 0.02], 0.1, under())
    run(robot, 30, ON)
    assert hangs(robot, 30, ON)
    run(robot, 15, OFF)
    assert run(robot, 1, OFF).force < 0.05
    assert not hangs(robot, 25, OFF)


@pytest.mark.parametrize(
    ("kind", "size", "aside"), [(BOX, [0.02, 0.02, 0.02], 0.015), (SPHERE, [0.02, 0, 0], 0.0), (BOX, [0.02, 0.005, 0.02], 0.0)]
)
def test_a_cup_over_an_edge_or_on_a_round_thing_leaks_and_holds_nothing(kind, size, aside: float) -> None:  # type: ignore[no-untyped-def]
    robot = with_thing(panda_suction(), size, 0.05, under(aside=aside), kind)
    state = run(robot, 30, ON)
    assert state.width == 0.0 and state.force == pytest.approx(0.0, abs=1e-6)
    assert not hangs(robot, 25, ON)


def test_a_cup_draws_nothing_from_afar() -> None:
    robot = with_thing(panda_suction(), [0.02, 0.02, 0.02], 0.02, (0.0, 0.0, -0.02 - 0.004))
    assert run(robot, 30, ON).width == 0.0
    assert not hangs(robot, 25, ON)


def test_a_cup_goes_to_flat_tops_wide_enough_and_its_whole_lip_stays_on_them() -> None:
    block = Thing("b", "block", Pose.at(0.4, 0.1, 0.02, 0.3), np.full(3, 0.04))
    poses = [pose for pose, _, _ in by_suction(block, CUP)]
    assert poses and all(np.linalg.norm(p.pos[:2] - [0.4, 0.1]) + CUP / 2 <= 0.02 for p in poses)
    can = Thing("c", "can", Pose.at(0.4, 0.1, 0.04), np.array([0.06, 0.06, 0.08]), "cylinder")
    lying = Thing("c", "can", Pose(can.pose.pos, np.array([0.7071068, 0.0, 0.7071068, 0.0])), can.size, "cylinder")
    assert has_flat_top(can, CUP) and not has_flat_top(lying, CUP)
    assert not list(by_suction(Thing("t", "pin", Pose.at(0.4, 0.1, 0.02), np.array([0.02, 0.02, 0.04])), CUP))


@pytest.mark.parametrize("width", [0.0, 0.02, 0.05, 0.1])
def test_three_fingers_open_to_the_width_between_their_pads(width: float) -> None:
    robot = MujocoRobot.alone(panda_three_finger())
    assert run(robot, 100, (width, 20.0)).width == pytest.approx(width, abs=1e-3)
    pads = {n: robot.data.geom(f"{n}_pad4").xpos for n in ("thumb", "left_finger", "right_finger")}
    across = robot.data.site("tool").xmat.reshape(3, 3)[:, 1]
    for finger in ("left_finger", "right_finger"):
        assert (pads[finger] - pads["thumb"]) @ across - 0.006 == pytest.approx(width, abs=0.002)
    place = places(robot.model, robot.description)["gripper"]
    assert len(place.joints) == 2 and len(place.followers) == 1 and angle(0.1) > 0 > angle(0.0)


@pytest.mark.parametrize(
    ("kind", "size", "wide"), [(BOX, [0.02, 0.02, 0.02], 0.04), (CYLINDER, [0.03, 0.04, 0], 0.06), (BOX, [0.025, 0.04, 0.02], 0.08)]
)
def test_three_fingers_hold_boxes_and_cylinders_and_let_go(kind, size, wide: float) -> None:  # type: ignore[no-untyped-def]
    robot = with_thing(panda_three_finger(), size, 0.15, kind=kind)
    state = run(robot, 100, (0.0, 30.0))
    assert state.width == pytest.approx(wide, abs=0.008)
    assert state.force == pytest.approx(30.0, rel=0.1)
    assert hangs(robot, 100, (0.0, 30.0))
    run(robot, 40, (0.1, 30.0))
    assert not hangs(robot, 1, (0.1, 30.0)) or robot.data.body("thing").xpos[2] < 0.3
