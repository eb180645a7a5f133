"""The tasks of a robot on legs done by words: in truth, and so that the robot knows it."""

from __future__ import annotations

import pytest

import heedful as hf
from heedful.envs.legged.tasks import TASKS

SEED = 7000


@pytest.mark.slow
@pytest.mark.parametrize("name", [t.name for t in TASKS])
def test_what_people_ask_of_a_robot_on_legs_is_done_and_known_to_be_done(name: str) -> None:
    one = next(t for t in TASKS if t.name == name)
    with hf.Session(robot=None, world="quadruped", mode="fast", out=None, seed=SEED, task=one) as dog:
        ran = dog.run(one.phrasings[0])
        assert dog.world.success() and ran.ok, ran.reason
