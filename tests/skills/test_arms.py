"""Laws of several arms and of a base that drives: which arm does what, and what is planned where one arm does not reach."""

from __future__ import annotations

import far_world
import numpy as np
import pytest
import two_arms_tasks

from heedful import config
from heedful.agents.planner.search import NoPlan, find
from heedful.geometry import Pose
from heedful.predicates import evaluate
from heedful.program import parse
from heedful.session import Session
from heedful.skills import Library
from heedful.skills.arms import arm_for
from heedful.skills.scripted.driving import route
from heedful.types import Cavity, Observation, Reach, Scene, SkillCall, Thing

TWO = {f"{side}_arm": Reach(np.array([0.0, y, 0.3]), 0.2, 0.7, gripper=f"{side}_gripper") for side, y in (("left", 0.3), ("right", -0.3))}
PARTS = config.load("robot", "two_arms").parts


def block(y: float) -> Thing:
    return Thing("block_1", "block", Pose.at(0.45, y, 0.02), np.full(3, 0.04))


def bowl(y: float) -> Thing:
    cavity = Cavity(np.array([0, 0, 0.003]), np.array([0.1, 0.1, 0.044]))
    return Thing("bowl_1", "bowl", Pose.at(0.45, y, 0.025), np.array([0.11, 0.11, 0.05]), "bowl", cavity=cavity)


def table(*things: Thing, held: str = "", hand: str = "left_gripper") -> Scene:
    hands = {"left_gripper": None, "right_gripper": None} | ({hand: held} if held else {})
    return Scene(0.0, {t.id: t for t in things}, hands, contacts=frozenset(), reach=TWO)


def seen(scene: Scene) -> Observation:
    return Observation(0.0, {}, scene)


def test_each_side_is_taken_by_the_arm_that_reaches_it():
    pick = Library.default()["pick"]
    for y, arm in ((0.5, "left_arm"), (-0.5, "right_arm"), (0.05, "left_arm"), (-0.05, "right_arm")):
        assert arm_for(pick, SkillCall.of("pick", object="block_1"), seen(table(block(y))), PARTS) == arm


def test_what_is_held_is_put_down_by_the_arm_that_holds_it_wherever_it_shall_go():
    place = Library.default()["place_in"]
    call = SkillCall.of("place_in", object="block_1", target="bowl_1")
    for hand in ("left", "right"):
        here = table(block(0.0), bowl(-0.5), held="block_1", hand=f"{hand}_gripper")
        assert arm_for(place, call, seen(here), PARTS) == f"{hand}_arm"


def test_of_two_arms_that_reach_a_thing_the_one_that_reaches_its_goal_takes_it():
    pick, ahead = Library.default()["pick"], [SkillCall.of("place_in", object="block_1", target="bowl_1")]
    here = seen(table(block(0.05), bowl(-0.6)))
    assert arm_for(pick, SkillCall.of("pick", object="block_1"), here, PARTS, ahead) == "right_arm"


def test_an_arm_that_is_named_is_taken_and_a_robot_of_one_arm_has_no_choice():
    pick = Library.default()["pick"]
    call = SkillCall.of("pick", object="block_1", arm="right_arm")
    assert arm_for(pick, call, seen(table(block(0.5))), PARTS) == "right_arm"
    assert arm_for(pick, SkillCall.of("pick", object="block_1"), seen(table(block(0.5))), config.load("robot", "panda").parts) == ""


def test_a_goal_out_of_the_hands_reach_is_planned_with_a_hand_over_and_no_other_is():
    skills = Library.default().able(PARTS)
    names = [c.skill for c in find(skills, table(block(0.5), bowl(-0.5)), parse("in(block_1, bowl_1)"))]
    assert names == ["pick", "hand_over", "place_in"]
    names = [c.skill for c in find(skills, table(block(0.0), bowl(-0.3)), parse("in(block_1, bowl_1)"))]
    assert names == ["pick", "place_in"]
    here = table(block(0.0), bowl(-0.5), held="block_1")
    assert [c.skill for c in find(skills, here, parse("in(block_1, bowl_1)"))] == ["hand_over", "place_in"]


def test_what_no_arm_reaches_is_not_handed_over_in_vain():
    skills = Library.default().able(PARTS)
    assert isinstance(find(skills, table(block(0.5), bowl(-1.2)), parse("in(block_1, bowl_1)")), NoPlan)


def test_one_arm_hands_nothing_over_and_only_a_base_drives():
    one, two, mobile = (Library.default().able(config.load("robot", r).parts) for r in ("panda", "two_arms", "mobile_panda"))
    assert "hand_over" in two and "hand_over" not in one and "hand_over" not in mobile
    assert "drive_to" in mobile and "drive_to" not in one and "drive_to" not in two


def test_a_hand_over_takes_both_arms_and_any_other_skill_one():
    skills = Library.default()
    assert skills["hand_over"].parts(SkillCall.of("hand_over", object="x"), PARTS) == frozenset(PARTS)
    assert skills["pick"].parts(SkillCall.of("pick", object="x"), PARTS, "right_arm") == {"right_arm", "right_gripper"}


def test_driving_is_planned_for_each_thing_out_of_reach():
    skills = Library.default().able(config.load("robot", "mobile_panda").parts)
    shell = {"arm": Reach(np.array([0.0, 0.0, 0.3]), 0.2, 0.7, gripper="gripper", drives=True)}
    for x, names in ((2.0, ["drive_to", "pick", "drive_to", "place_in"]), (0.0, ["pick", "place_in"])):
        things = [Thing(t.id, t.category, t.pose.shifted((x, 0, 0)), t.size, t.shape, cavity=t.cavity) for t in (block(0.2), bowl(-0.2))]
        here = Scene(0.0, {t.id: t for t in things}, {"gripper": None}, contacts=frozenset(), reach=shell)
        assert [c.skill for c in find(skills, here, parse("in(block_1, bowl_1)"))] == names


def test_the_way_over_the_floor_goes_round_what_stands_there_and_ends_at_the_first_place_that_fits():
    def free(at: np.ndarray) -> bool:
        return not (0.3 < at[0] < 0.5 and at[1] > -0.5)  # a wall with an end

    way = route(free, lambda at: bool(at[0] >= 0.8))
    assert way is not None and way[-1][0] == pytest.approx(0.8) and min(p[1] for p in way) <= -0.5
    for a, b in zip([np.zeros(2), *way], way, strict=False):
        assert all(free(a + (b - a) * t) for t in np.linspace(0, 1, 50))
    straight = route(lambda at: True, lambda at: bool(at[0] >= 0.8))
    assert straight is not None and len(straight) == 1
    assert route(lambda at: bool(at[0] < 0.3), lambda at: bool(at[0] >= 0.8)) is None


@pytest.mark.slow
def test_a_block_on_the_left_goes_into_a_bowl_that_only_the_right_arm_reaches():
    with Session(robot="two_arms", mode="fast", out=None, seed=5000, task=two_arms_tasks.TASK) as robot:
        episode = robot.run(robot.world.instance.instruction)
        assert episode.ok and robot.world.success(), episode.reason
        assert "hand_over" in [s.call.skill for s in episode.log]
        assert evaluate(parse("hand_empty"), robot.world.scene()) is True


@pytest.mark.slow
def test_a_base_drives_to_a_block_and_then_to_the_bowl_that_it_goes_into():
    with Session(robot=far_world.back(), world=far_world.Far, mode="fast", out=None, seed=5001, task=far_world.TASK) as robot:
        episode = robot.run(robot.world.instance.instruction)
        assert episode.ok and robot.world.success(), episode.reason
        assert [s.call.skill for s in episode.log].count("drive_to") == 2
