"""Laws of mugs and cans: how they are gripped from the side, and what is poured out, stood up or turned over."""

from itertools import pairwise

import numpy as np
import pytest

from heedful.envs.tasks.vessels import UPRIGHT
from heedful.envs.world import Tabletop
from heedful.geometry import Pose, quat_from_axis_angle, quat_from_matrix, quat_mul
from heedful.hardware.body import RobotBody
from heedful.hardware.collision import shapes
from heedful.hardware.robots.panda import panda
from heedful.predicates import evaluate
from heedful.program import parse
from heedful.session import Session
from heedful.skills.candidates import candidates
from heedful.skills.grasps import choose
from heedful.skills.scripted.carrying import TILT, level_ways
from heedful.skills.scripted.pouring import OVER, TILTS, leaves_open, pouring
from heedful.skills.scripted.uprighting import TIPS, standing, tipped
from heedful.skills.sides import bars, keeps_off_handle, round_sides
from heedful.types import Cavity, Reach, Scene, Thing

FOOT = np.zeros(3)
RINGS = [np.array([0.031 * np.cos(a), 0.031 * np.sin(a), z]) for a in np.arange(72) * np.pi / 36 for z in (-0.0425, 0.0425)]
"""Points on the rims of a mug's base and of its opening, in its frame [m]."""
LYING = quat_from_axis_angle((1, 0, 0), np.pi / 2)


def mug(turn: float = 0.0, x: float = 0.5, y: float = 0.1) -> Thing:
    cavity = Cavity(np.array([0.0, 0.0, 0.003]), np.array([0.054, 0.054, 0.079]))
    handle = Pose(np.array([0.057, 0.0, 0.0]), quat_from_matrix([[0, 0, 1], [0, -1, 0], [1, 0, 0]]))
    still = Thing("mug_1", "mug", Pose.at(0, 0, 0), np.array([0.062, 0.062, 0.085]), "bowl", cavity=cavity, handle=handle)
    return still.moved(Pose.at(x, y, 0.0425, turn))


def can(quat: np.ndarray | None = None) -> Thing:
    pose = Pose(np.array([0.5, 0.0, 0.0425 if quat is None else 0.03]), np.array([1.0, 0, 0, 0]) if quat is None else quat)
    return Thing("can_1", "can", pose, np.array([0.06, 0.06, 0.085]), "cylinder")


def bowl() -> Thing:
    cavity = Cavity(np.array([0.0, 0.0, 0.003]), np.array([0.118, 0.118, 0.049]))
    return Thing("bowl_1", "bowl", Pose.at(0.45, -0.2, 0.0275), np.array([0.152, 0.152, 0.055]), "bowl", cavity=cavity)


def table() -> Thing:
    return Thing("table", "table", Pose.at(0.58, 0.0, -0.025), np.array([0.76, 1.1, 0.05]), fixed=True)


@pytest.mark.parametrize("turn", [0.0, 1.0, 2.5])
def test_fingers_straddle_a_handle_and_close_across_its_bar(turn):
    thing = mug(turn)
    assert thing.handle is not None
    out, found = thing.handle.matrix[:, 2], list(bars(thing.handle))
    assert found
    for pose, _ in found:
        assert pose.pos == pytest.approx(thing.handle.pos)
        assert abs(pose.matrix[:, 1] @ thing.handle.matrix[:, 0]) < 1e-9  # across the bar
        assert abs(pose.matrix[:, 1] @ out) < 1e-9  # one finger on each side of it
        assert pose.matrix[:, 2] @ out < 0 and pose.matrix[2, 2] <= 0  # from outside, not from under the table


@pytest.mark.parametrize("roll", [0.0, np.pi / 2, np.pi, -np.pi / 2])
def test_the_handle_of_a_mug_that_lies_is_gripped_from_above_the_table_or_not_at_all(roll):
    thing = mug().moved(Pose(np.array([0.5, 0.0, 0.031]), quat_mul(LYING, quat_from_axis_angle((0, 0, 1), roll))))
    assert thing.handle is not None
    assert all(np.isfinite(pose.quat).all() and pose.matrix[2, 2] <= 1e-9 for pose, _ in bars(thing.handle))


def test_a_standing_mug_is_gripped_across_its_middle_with_its_handle_clear_of_fingers_and_palm():
    for turn in np.arange(12) * np.pi / 6:
        thing = mug(float(turn))
        assert thing.handle is not None
        found = list(round_sides(thing, FOOT))
        assert found
        for pose, width in found:
            towards = pose.inverse().apply(thing.handle.pos)
            assert width == 0.062 and np.allclose(pose.pos, thing.pose.pos)
            assert abs(pose.matrix[2, 1]) < 1e-9 and pose.matrix[2, 2] < 0  # the fingers close level, the hand looks down a little
            assert abs(towards[1]) < 0.057 * np.cos(np.deg2rad(34)) and towards[2] > -0.057 * np.cos(np.deg2rad(59))


def test_from_above_no_finger_comes_down_on_the_handle():
    thing = mug(0.4)
    assert thing.handle is not None
    down = [pose for pose, width, _ in candidates(thing, 0.08) if pose.matrix[2, 2] < -0.999 and width > 0.06]
    assert down
    assert all(keeps_off_handle(thing, pose.matrix[:, 2], pose.matrix[:, 1]) for pose in down)
    assert all(abs(pose.matrix[:, 1] @ thing.handle.matrix[:, 2]) < np.cos(np.deg2rad(34)) for pose in down)


@pytest.mark.parametrize("yaw", [0.0, 0.7, 2.0])
def test_a_lying_can_is_gripped_across_its_axis_never_along_it(yaw):
    thing = can(quat_mul(quat_from_axis_angle((0, 0, 1), yaw), LYING))
    found = list(candidates(thing, 0.08))
    assert found
    assert all(abs(pose.matrix[:, 1] @ thing.pose.matrix[:, 2]) < 1e-6 and pose.matrix[2, 2] < -0.5 for pose, _, _ in found)


def test_a_grasp_is_chosen_by_what_comes_after_it():
    body, thing = RobotBody(panda()), mug(np.pi)
    home = body.parts["arm"].home
    plain, _ = choose(body, "arm", thing, [], home, 0.08)
    level, _ = choose(body, "arm", thing, [], home, 0.08, only=lambda pose: leaves_open(pose, thing))
    none, why = choose(body, "arm", thing, [], home, 0.08, only=lambda pose: pose.matrix[2, 2] < -0.99, then=lambda grasp: False)
    assert plain is not None and plain.pose.matrix[2, 2] < -0.99
    assert level is not None and level.pose.matrix[2, 2] > -0.76
    assert none is None and "what must come next" in why


def test_a_thing_that_moves_takes_its_handle_along():
    thing = mug(0.3).moved(Pose.at(0.1, 0.2, 0.3, 1.3))
    assert thing.handle is not None
    assert thing.pose.inverse().apply(thing.handle.pos) == pytest.approx([0.057, 0.0, 0.0])
    kind, half, pose = shapes(thing)[-1]
    assert kind == "box" and pose.apply([0.0, 0.0, half[2]])[0] == pytest.approx(0.063)  # out to the bar's far side, in the thing's frame


@pytest.mark.parametrize("heading", [0.0, 2.0, 4.0])
def test_a_tilted_vessel_keeps_its_lip_over_the_opening_and_the_rest_above_the_rim(heading):
    vessel, target = mug(), bowl()
    assert vessel.cavity is not None and target.cavity is not None
    poses = pouring(vessel, target, heading, spout=1.0)
    lip = np.array([0.027 * np.cos(1.0), 0.027 * np.sin(1.0), 0.0425])
    for pose, tilt in zip(poses, TILTS, strict=True):
        assert np.arccos(np.clip(pose.matrix[2, 2], -1, 1)) == pytest.approx(tilt, abs=1e-6)
        assert np.hypot(*(pose.apply(lip) - target.pose.pos)[:2]) < 0.5 * target.cavity.size[0] / 2
        assert min(pose.apply(p)[2] for p in RINGS) >= target.top + OVER - 1e-9
    assert poses[-1].apply(lip)[2] - target.top < 0.03  # what runs out does not fall far


def test_a_vessel_with_something_in_it_is_carried_level():
    body, thing = RobotBody(panda()), mug(np.pi)
    grasp, _ = choose(body, "arm", thing, [], body.parts["arm"].home, 0.08, stands_at=FOOT, only=lambda pose: leaves_open(pose, thing))
    assert grasp is not None
    held, up = grasp.pose.inverse() @ thing.pose, grasp.pose.shifted((0.0, 0.0, 0.09))
    start = body.ik("arm", up, grasp.at)
    assert start is not None
    goal = Pose.at(0.45, -0.25, 0.15, np.pi) @ held.inverse()
    path = next(level_ways(body, "arm", start, goal, [], thing, held, FOOT), None)
    assert path is not None
    assert body.fk("arm", path[-1]).distance(goal)[0] < 0.002
    for a, b in pairwise(path):
        for t in np.linspace(0, 1, 5):
            assert (body.fk("arm", a + t * (b - a)) @ held).matrix[2, 2] >= np.cos(TILT) - 0.003


def test_what_is_stood_up_stands_on_the_table_in_every_way_that_is_tried():
    thing, held = mug(), Pose(np.zeros(3), quat_from_axis_angle((0, 1, 0), np.pi / 2))
    scene = Scene(0.0, {"table": table(), "mug_1": thing}, reach={"arm": Reach(np.array([0.0, 0.0, 0.333]), 0.3, 0.8)})
    for up in (True, False):
        ways = standing(thing, held, scene, "arm", up)
        assert ways
        for way in ways:
            lowest = min(way.apply(p)[2] for p in RINGS)
            assert 0.0 <= lowest < 0.012
            assert (way.matrix[2, 2] if up else -way.matrix[2, 2]) >= np.cos(TIPS[-1]) - 1e-9


def test_a_tipped_thing_stands_on_its_edge_at_the_same_height():
    thing = mug()
    for tip in (0.0, 0.2):
        pose = tipped(thing, np.array([0.5, 0.0, 0.0465]), np.array([1.0, 0, 0, 0]), way=0.8, tip=tip)
        assert min(pose.apply(p)[2] for p in RINGS) == pytest.approx(0.004, abs=1e-4)


def test_a_can_that_fell_over_is_stood_up_and_seen_to_stand():
    with Session(robot="panda", mode="fast", out=None, seed=5010, task=UPRIGHT, planner="formal") as session:
        assert isinstance(session.world, Tabletop) and session.world.instance is not None
        goal = session.world.instance.goal
        assert evaluate(goal, session.world.scene()) is False
        episode = session.run(str(goal))
        assert episode.ok and session.world.success()
        assert [step.call.skill for step in episode.log] == ["stand_up"]
        assert evaluate(parse(f"~holding({session.world.instance.binding['object']})"), session.world.scene()) is True
