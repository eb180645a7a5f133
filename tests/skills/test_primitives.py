"""Primitives without planning: calls are data, legs reach where they are told, and rewards become the nearest calls."""

from __future__ import annotations

from typing import Any

import mujoco
import numpy as np
import pytest

from heedful.agents.rewards.reading import understand
from heedful.envs.language_to_reward import Playground
from heedful.hardware.body import RobotBody
from heedful.skills.primitives import Act, Call, CallError, read, written
from heedful.skills.primitives.calls import LEGS
from heedful.skills.primitives.legs import joints, rest, trot
from heedful.skills.primitives.nearest import nearest
from heedful.skills.primitives.performing import perform
from heedful.skills.rewards import Names, Reward, term

SEED = 7000
WALK = Act((Call("walk", (0.3, 0.0, 0.0)),), 2.0)


@pytest.fixture(scope="module")
def ground() -> Any:
    world = Playground()
    world.reset(SEED, "spin")
    yield world
    world.close()


def test_calls_come_back_from_json() -> None:
    acts = (WALK, Act((Call("set_target_joint_angles", (0.0, 0.9, -1.8), "FR"), Call("end_effector_open"))))
    assert read(written(acts)) == acts


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("import os", "a list of"), ("[]]", "a list of"),
        ('[{"calls": [["fly"]], "for_s": 1}]', "no primitive 'fly'"),
        ('[{"calls": [["walk", 1, 2]], "for_s": 1}]', "takes 3 numbers"),
        ('[{"calls": [["walk", 1, 2, NaN]], "for_s": 1}]', "turn of walk"),
        ('[{"calls": [["set_target_joint_angles", "XX", 0, 0, 0]], "for_s": 1}]', "one leg of"), ('[{"calls": [], "for_s": 1e9}]', "for_s"),
    ],
)  # fmt: skip
def test_what_are_no_calls_is_refused_in_a_sentence(text: str, says: str) -> None:
    with pytest.raises(CallError, match=says):
        read(text)


def test_a_leg_puts_its_foot_where_it_is_told(ground: Any) -> None:
    model = ground.spec().compile()
    data = mujoco.MjData(model)
    data.qpos[:7] = [0, 0, 0, 1, 0, 0, 0]
    rng = np.random.default_rng(0)
    wanted = {leg: rest(leg) + rng.uniform(-0.06, 0.06, 3) for leg in LEGS}
    data.qpos[7:] = np.concatenate([joints(leg, place) for leg, place in wanted.items()])
    mujoco.mj_kinematics(model, data)
    for leg, place in wanted.items():
        np.testing.assert_allclose(data.site(f"{leg}_foot").xpos, place, atol=1e-6)


def test_in_a_trot_a_foot_on_the_ground_goes_back_as_fast_as_the_trunk_goes_ahead(ground: Any) -> None:
    model = ground.spec().compile()
    data = mujoco.MjData(model)
    data.qpos[:7] = [0, 0, 0, 1, 0, 0, 0]
    at = []
    for now in (0.25, 0.30):  # FR, RL on the ground
        data.qpos[7:] = np.concatenate(list(trot(now, np.array([0.3, 0.0, 0.0])).values()))
        mujoco.mj_kinematics(model, data)
        at.append(data.site("FR_foot").xpos.copy())
    np.testing.assert_allclose((at[1] - at[0]) / 0.05, [-0.3, 0.0, 0.0], atol=1e-6)


def performed(world: Any, acts: tuple[Act, ...]) -> Any:
    """Carry out calls on the ground, from rest."""
    world.restore(world.initial_state())
    world.history.start()
    body = RobotBody(world.description)
    motion = perform.run(world.robot.observe().but(scene=world.scene(), body=body), written(acts))
    action = next(motion)
    while True:
        world.robot.send({"legs": action.parts["legs"].q})
        try:
            action = motion.send(world.robot.observe().but(scene=world.scene(), body=body))
        except StopIteration as ended:
            return ended.value


def test_walking_gets_ahead_and_turning_turns(ground: Any) -> None:
    assert performed(ground, (WALK,)).ok
    track = ground.track()
    ahead = (track.pos[-1] - track.pos[0]) @ track.turn[0][:, 0]
    assert ahead > 0.3 and track.up.min() > 0.9
    assert performed(ground, (Act((Call("walk", (0.0, 0.0, 1.0)),), 2.0),)).ok
    turned = np.ptp(ground.track().heading)
    assert 0.8 < turned < 2.6


def test_heading_towards_is_held_against_what_is_measured(ground: Any) -> None:
    performed(ground, (Act((Call("head_towards", (0.0,)),), 4.0),))
    assert abs((ground.track().heading[-1] + np.pi) % (2 * np.pi) - np.pi) < 0.2


def test_primitives_of_another_body_are_refused(ground: Any) -> None:
    with pytest.raises(StopIteration) as ended:
        next(perform.run(ground.robot.observe(), written((Act((Call("end_effector_open"),)),))))
    assert ended.value.value.code == "no_calls"


DOG = [
    ("face east", {"head_towards"}), ("spin on the spot", {"walk"}), ("lie down", {"set_target_joint_angles"}),
    ("lift your front right paw", {"set_target_joint_angles"}), ("trot forward at 0.5 m/s", {"walk"}),
]  # fmt: skip


@pytest.mark.parametrize(("words", "names"), DOG, ids=[w for w, _ in DOG])
def test_words_become_the_nearest_calls(ground: Any, words: str, names: set[str]) -> None:
    stages = understand(words, Names("legged")).stages
    assert stages is not None
    assert {c.name for a in nearest(stages, ground.scene()) for c in a.calls} == names


def test_what_no_primitive_tells_gives_no_calls(ground: Any) -> None:
    assert nearest([Reward((term("balance"), term("smoothness")))], ground.scene()) == ()
