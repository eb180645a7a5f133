"""A body whose commands are choices."""

import numpy as np
import pytest

from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import Level
from heedful.hardware.symbolic import SymbolicRobot
from heedful.types import HOLD, Action, Choice, PartSpec, PartState, Twist


@pytest.fixture
def world():
    return []


@pytest.fixture
def robot(world):
    parts = {"base": PartSpec("discrete", choices=("left", "forward")), "hand": PartSpec("discrete", choices=("take",))}
    return SymbolicRobot(
        "agent", parts, lambda part, choice: world.append((part, choice)), lambda: {"base": PartState(np.zeros(3), np.zeros(3))}
    )


def test_a_choice_reaches_the_world_through_the_envelope(robot, world):
    guarded = GuardedRobot(robot)
    guarded.apply(Action({"base": Choice("forward")}), guarded.observe())
    assert world == [("base", "forward")]


def test_a_tick_without_a_command_lets_time_pass_and_nothing_else(robot, world):
    guarded = GuardedRobot(robot)
    guarded.apply(HOLD, guarded.observe())
    assert world == [] and guarded.observe().time == pytest.approx(robot.dt)


def test_commands_of_one_tick_are_carried_out_in_the_order_of_the_parts(robot, world):
    guarded = GuardedRobot(robot)
    guarded.apply(Action({"hand": Choice("take"), "base": Choice("left")}), guarded.observe())
    assert world == [("base", "left"), ("hand", "take")]


@pytest.mark.parametrize("wrong", [Choice("fly"), Twist(1.0)], ids=["unknown choice", "another mode"])
def test_what_a_part_does_not_know_stops_the_robot_with_the_choices_named(robot, world, wrong):
    guarded = GuardedRobot(robot)
    guarded.apply(Action({"base": wrong}), guarded.observe())
    assert world == [] and guarded.level is Level.STOPPED
    assert ("left, forward" if isinstance(wrong, Choice) else "Choice") in guarded.reason


def test_a_number_beyond_the_choices_is_refused(robot):
    with pytest.raises(ValueError, match="2 choices"):
        robot.send({"base": np.array([7.0])})
