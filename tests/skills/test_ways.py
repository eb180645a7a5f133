"""Laws of what slides and swings, and of which is in the way of which: from the scene alone."""

import numpy as np
import pytest

from heedful.agents.planner.search import find
from heedful.geometry import Pose, quat_from_matrix
from heedful.predicates import evaluate
from heedful.predicates.ways import moved
from heedful.program import parse
from heedful.skills import Library
from heedful.types import Hinge, Reach, Scene, Thing

BAR = quat_from_matrix([[0, 0, -1], [0, 1, 0], [1, 0, 0]])
SHELL = {"arm": Reach(np.array([0.0, 0.0, 0.3]), 0.2, 1.0)}


def drawer(x: float = 0.6, y: float = 0.0) -> Thing:
    """A closed drawer that comes out towards the robot."""
    return Thing(
        "drawer", "drawer", Pose.at(x, y, 0.1), np.array([0.2, 0.2, 0.07]), fixed=True, handle=Pose(np.array([x - 0.15, y, 0.1]), BAR),
        slide=np.array([-0.17, 0.0, 0.0]),
    )  # fmt: skip


def door(x: float = 0.45, y: float = 0.0, opened: float = 0.0) -> Thing:
    """A door in the plane x that hangs at its left edge."""
    hinge = Hinge(np.array([x, y + 0.12, 0.1]), np.array([0.0, 0.0, -1.0]), np.pi / 2)
    shut = Thing(
        "door", "door", Pose.at(x, y, 0.1), np.array([0.014, 0.24, 0.2]), fixed=True, hinge=hinge,
        handle=Pose(np.array([x - 0.05, y - 0.08, 0.1]), BAR),
    )  # fmt: skip
    there = moved(shut, opened)
    assert shut.handle is not None
    return Thing("door", "door", there @ shut.pose, shut.size, fixed=True, hinge=hinge, handle=there @ shut.handle)


def scene(*things: Thing, **joints: float) -> Scene:
    return Scene(0.0, {t.id: t for t in things}, {"gripper": None}, joints, contacts=frozenset(), reach=SHELL)


def test_what_slides_goes_its_whole_way_without_turning():
    motion = moved(drawer(), 1.0)
    np.testing.assert_allclose(motion.apply([0.0, 0.0, 0.0]), [-0.17, 0.0, 0.0])
    assert motion.yaw == 0.0


@pytest.mark.parametrize("share", [0.25, 0.5, 1.0])
def test_what_swings_keeps_its_distance_from_the_hinge_and_turns_with_it(share: float):
    shut = door()
    assert shut.handle is not None and shut.hinge is not None
    swung = moved(shut, share) @ shut.handle
    for bar in (shut.handle, swung):
        assert np.linalg.norm((bar.pos - shut.hinge.pos)[:2]) == pytest.approx(np.hypot(0.05, 0.2))
    assert shut.handle.distance(swung)[1] == pytest.approx(share * np.pi / 2)
    assert swung.pos[0] < shut.handle.pos[0]  # out towards the robot


def test_there_and_back_again_is_nowhere():
    there = moved(door(), 0.7)
    back = there @ moved(door(), -0.7)
    np.testing.assert_allclose(back.apply([0.3, 0.2, 0.1]), [0.3, 0.2, 0.1], atol=1e-12)


@pytest.mark.parametrize(("opened", "way"), [(0.0, True), (1.0, False)])
def test_a_shut_door_is_in_the_way_of_the_drawer_behind_it(opened: float, way: bool):
    before = scene(drawer(), door(opened=opened), drawer=0.0, door=opened)
    assert evaluate(parse("blocks(door, drawer)"), before) is way
    assert evaluate(parse("blocked(drawer)"), before) is way


def test_an_open_door_beside_a_drawer_is_in_the_way_of_the_hand_at_its_bar_only_when_it_is_near():
    for y, way in ((-0.10, True), (0.05, False)):
        beside = scene(drawer(), door(x=0.62, y=y, opened=1.0), drawer=0.0, door=1.0)
        assert evaluate(parse("blocks(door, drawer)"), beside) is way


def test_nothing_is_in_its_own_way_and_blocks_are_in_nobodys():
    block = Thing("block", "block", Pose.at(0.4, 0.0, 0.1), np.full(3, 0.05))
    here = scene(drawer(), block, drawer=0.0)
    assert evaluate(parse("blocks(drawer, drawer)"), here) is False
    assert evaluate(parse("blocks(block, drawer)"), here) is False


def test_the_planner_opens_the_door_before_the_drawer_behind_it():
    skills = Library.default()
    behind = scene(drawer(), door(), drawer=0.0, door=0.0)
    plan = find(skills, behind, parse("open(drawer)"))
    assert [str(c) for c in plan] == ["open_door(door)", "open_drawer(drawer)"]
    alone = scene(drawer(), drawer=0.0)
    assert [str(c) for c in find(skills, alone, parse("open(drawer)"))] == ["open_drawer(drawer)"]
