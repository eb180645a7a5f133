"""What a person is told to look for is what they would see, whatever joints further out do."""

import numpy as np
import pytest

from heedful.hardware.body import RobotBody
from heedful.hardware.robots.so101 import so101
from heedful.hardware.robots.ur5e import ur5e
from heedful.hardware.seen import movement, turned

ARMS = {"so101": RobotBody(so101()), "ur5e": RobotBody(ur5e())}


@pytest.mark.parametrize("arm", ARMS)
def test_the_first_joint_turns_left_with_a_growing_angle_about_an_axis_that_points_up_and_right_otherwise(arm):
    body = ARMS[arm]
    home = body.parts["arm"].home
    before = body.fk("arm", home)
    one, other = (body.fk("arm", home + np.eye(len(home))[0] * by) for by in (0.1, -0.1))
    assert {turned(before, one), turned(before, other)} == {"turned to the left", "turned to the right"}
    assert ("left" in turned(before, one)) == (one.pos[1] > before.pos[1])


@pytest.mark.parametrize("arm", ARMS)
def test_the_sense_of_a_turn_does_not_depend_on_joints_further_out(arm):
    body, rng = ARMS[arm], np.random.default_rng(3)
    home = body.parts["arm"].home
    for joint in range(len(home) - 1):
        said = set()
        for _ in range(10):
            q = home.copy()
            q[joint + 1 :] = rng.uniform(-1, 1, len(home) - joint - 1)
            after = q.copy()
            after[joint] += 0.087
            said.add(turned(body.fk("arm", q), body.fk("arm", after)))
        assert len(said) == 1 and said != {""}


def test_nothing_moved_is_said():
    pose = ARMS["ur5e"].fk("arm", ARMS["ur5e"].parts["arm"].home)
    assert turned(pose, pose) == "" and movement(pose, pose) == "the hand is where it was"
