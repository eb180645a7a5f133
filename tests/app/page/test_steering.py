"""Sliders of the reward that is followed: what a tab may ask for, and what it is told."""

from __future__ import annotations

from typing import Any

import pytest

from heedful.app.fronts.page.steering import Steering, correction
from heedful.skills.rewards import CATALOGUE, Reward, term
from heedful.skills.rewards.cost import Cost
from heedful.skills.rewards.following import Following, tell

PAW = term("foot_lift", foot="front_left", height=0.2)
LEAN = term("torso_pitch", angle=0.3)


def test_a_slider_asks_for_a_number_of_one_term() -> None:
    made = correction([[0, ["foot_lift", "front_left"], "height", 0.25]])
    assert made is not None and made.kind == "reward" and made.text == "foot lift of front left: height 0.25 m"


@pytest.mark.parametrize(
    "given",
    [
        None, [], "set", [[0, ["foot_lift", "front_left"], "height"]], [[0, ["foot_lift", "front_left"], "height", "high"]],
        [[0, ["foot_lift", "front_left"], "height", float("nan")]], [[0, ["foot_lift", "front_left"], "height", True]],
        [[0, ["no_such_term"], "height", 0.1]], [[0, ["foot_lift", "front_left"], "colour", 0.1]], [[-1, ["hop"], "height", 0.1]],
        [["0", ["hop"], "height", 0.1]], [[0, "hop", "height", 0.1]], [[0, [], "height", 0.1]], [[0, ["hop"], "height", 0.1]] * 9,
    ],
)  # fmt: skip
def test_what_no_slider_sends_is_no_correction(given: Any) -> None:
    assert correction(given) is None


class Robot:
    """A session as sliders know it."""

    def __init__(self) -> None:
        self.twin = Twin()


class Twin:
    """Whose rewards are followed."""


def following(robot: Any, *stages: Reward, at: int = 0) -> None:
    tell(robot.twin, Following(1.0, stages, at, None, Cost(stages[at], ()), None))


def test_each_number_of_the_stage_that_is_followed_has_its_unit_and_range() -> None:
    robot: Any = Robot()
    following(robot, Reward((PAW,)), Reward((LEAN,)), at=1)
    told = Steering(robot).sliders()
    assert told is not None
    (one,) = told["reward"]["terms"]
    (number,) = one["numbers"]
    spec = CATALOGUE["torso_pitch"].numbers[0]
    assert (number["low"], number["high"], number["unit"], number["value"]) == (spec.low, spec.high, "rad", 0.3)
    assert one["key"] == ["torso_pitch"] and one["weight"] == LEAN.weight and told["reward"]["stage"] == 1


def test_sliders_are_told_once_until_the_reward_is_another_and_when_nothing_is_followed() -> None:
    robot: Any = Robot()
    steering = Steering(robot)
    assert steering.sliders() is None, "nothing was followed, and nothing is"
    following(robot, Reward((PAW,)))
    assert steering.sliders() is not None and steering.sliders() is None
    assert steering.sliders(fresh=True) is not None and steering.sliders() is None
    following(robot, Reward((PAW.with_(height=0.3),)))
    assert steering.sliders() is not None
    tell(robot.twin, None)
    assert steering.sliders() == {"reward": None} and steering.sliders() is None
