"""Laws of the Gymnasium environments."""

from __future__ import annotations

import subprocess
import sys
import warnings

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

from heedful.envs.gym_env import TabletopEnv
from heedful.envs.register import ids
from heedful.hardware.robots.panda import panda


@pytest.mark.parametrize("id", ids())
def test_every_id_passes_the_checker_without_a_warning(id: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        env = gymnasium.make(id)
        check_env(env.unwrapped, skip_render_check=True)
        env.close()


def test_ids_are_known_once_heedful_envs_is_imported_and_mujoco_only_when_one_is_made() -> None:
    script = (
        "import sys, gymnasium, heedful.envs\n"
        "assert 'mujoco' not in sys.modules\n"
        "env = gymnasium.make('heedful/tabletop-pick-v0'); env.reset(seed=0); assert 'mujoco' in sys.modules; env.close()\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    subprocess.run([sys.executable, "-c", "import gymnasium; gymnasium.make('heedful.envs:heedful/tabletop-stack-v0').close()"], check=True)


def test_one_seed_gives_one_episode() -> None:
    def rollout(seed: int) -> list[np.ndarray]:
        env = gymnasium.make("heedful/tabletop-place_in-v0")
        first, info = env.reset(seed=seed)
        env.action_space.seed(0)
        seen = [np.concatenate([*first.values()])]
        for _ in range(20):
            obs, *_ = env.step(env.action_space.sample())
            seen.append(np.concatenate([*obs.values()]))
        env.close()
        return [*seen, np.frombuffer(info["instruction"].encode(), dtype=np.uint8)]

    assert all(np.array_equal(a, b) for a, b in zip(rollout(4), rollout(4), strict=True))
    assert not np.array_equal(rollout(4)[0], rollout(5)[0])


def test_success_ends_the_episode_and_pays_once() -> None:
    env = gymnasium.make("heedful/tabletop-drawer_close-v0")
    _, info = env.reset(seed=0)
    assert info["is_success"] is False
    world = env.unwrapped.world
    world.data.body("drawer").xfrc_applied[0] = 15.0
    rewards, terminated = [], False
    while not terminated and len(rewards) < 200:
        _, reward, terminated, _, info = env.step(np.zeros(env.action_space.shape, dtype=np.float32))
        rewards.append(reward)
    assert terminated and info["is_success"] and rewards[-1] == 1.0 and sum(rewards) == 1.0
    env.close()


def test_no_action_leaves_the_arm_where_it_is_and_full_actions_keep_the_limits() -> None:
    env = gymnasium.make("heedful/tabletop-pick-v0")
    obs, _ = env.reset(seed=1)
    still = np.zeros(env.action_space.shape, dtype=np.float32)
    still[-1] = 1.0
    for _ in range(50):
        after, *_ = env.step(still)
    assert np.abs(after["joints"] - obs["joints"]).max() < 0.01
    arm = panda().parts["arm"]
    for _ in range(100):
        after, *_ = env.step(np.ones(env.action_space.shape, dtype=np.float32))
    assert np.all(after["joints"] <= arm.upper + 0.01)
    env.close()


def test_pictures_are_small_colour_images_of_the_table() -> None:
    env = gymnasium.make("heedful/tabletop-stack-v0", render_mode="rgb_array", width=96, height=64, camera="top")
    env.reset(seed=0)
    picture = env.render()
    assert picture.shape == (64, 96, 3) and picture.dtype == np.uint8 and picture.std() > 5
    env.close()


def test_an_unknown_render_mode_is_refused() -> None:
    with pytest.raises(ValueError, match="no render mode named 'ansi'"):
        TabletopEnv("pick", render_mode="ansi")
