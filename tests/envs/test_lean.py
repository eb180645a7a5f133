"""What is measured leanly for speed is what is measured in full."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import mujoco
import numpy as np
import pytest

from heedful import config
from heedful.envs.gym_env import TabletopEnv
from heedful.envs.truth import Truth
from heedful.envs.world import Tabletop
from heedful.types import Scene, Thing


def told(value: Any) -> Any:
    """A value as nested tuples that compare."""
    if hasattr(value, "__dataclass_fields__"):
        return tuple(told(getattr(value, f.name)) for f in fields(Scene if isinstance(value, Scene) else value))
    if isinstance(value, np.ndarray):
        return value.tolist()
    return {k: told(v) for k, v in value.items()} if hasattr(value, "items") else value


def shaken(world: Tabletop, rng: np.random.Generator) -> None:
    """Things thrown about a little, with the robot where it is."""
    world.data.qvel[:] += rng.normal(0.0, 0.5, world.model.nv)
    for _ in range(5):
        world.robot.send({})


@pytest.mark.parametrize(("robot", "name"), [("panda", "put_in_drawer"), ("panda", "lamp_on"), ("mobile_panda", None), ("two_arms", None)])
def test_a_glimpse_shows_what_the_scene_does(robot: str, name: str | None) -> None:
    world = Tabletop(config.load("robot", robot))
    world.reset(5000, name)
    rng = np.random.default_rng(0)
    for _ in range(6):
        shaken(world, rng)
        full = world.scene()
        glimpse = world.glimpse()
        assert glimpse.objects.keys() == full.objects.keys() and isinstance(glimpse, Scene)
        assert told(glimpse) == told(full)


def test_a_glimpse_changes_nothing_of_what_comes_next() -> None:
    ends = []
    for looks in (False, True):
        world = Tabletop(config.load("robot", "panda"))
        world.reset(5000, "place_in")
        rng = np.random.default_rng(0)
        for _ in range(10):
            shaken(world, rng)
            if looks:
                told(world.glimpse())
        ends.append(np.concatenate([world.data.qpos, world.data.qvel, world.data.qacc_warmstart]))
    assert np.array_equal(*ends)


def test_a_glimpse_measures_only_what_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    world = Tabletop(config.load("robot", "panda"))
    world.reset(5000, "place_in")
    asked: list[str] = []
    for name in ("held", "touching", "placed"):
        monkeypatch.setattr(Truth, name, lambda *a, name=name, measure=getattr(Truth, name): asked.append(name) or measure(*a))
    glimpse = world.glimpse()
    assert glimpse.joints and not asked
    assert isinstance(glimpse.objects["table"], Thing) and asked == ["placed"]
    assert not world.success(scene=glimpse) and "touching" not in asked


@pytest.mark.parametrize("name", ["place_in", "place_on", "stack", "place_next_to", "pick", "drawer_close"])
def test_success_seen_at_a_glance_is_success_seen_in_full(name: str) -> None:
    world = Tabletop(config.load("robot", "panda"))
    world.reset(5001, name)
    assert world.instance is not None
    rng, found = np.random.default_rng(1), set()
    for i in range(40):
        if "object" in world.instance.binding and "target" in world.instance.binding:
            joint = world.data.joint(f"{world.instance.binding['object']}_free")
            target = world.data.body(world.instance.binding["target"]).xpos
            joint.qpos[:3] = target + rng.normal(0.0, [0.03, 0.03, 0.01]) + [0.0, 0.0, 0.05]
            joint.qvel[:] = 0.0
        elif name == "drawer_close":
            world.data.joint("drawer_slide").qpos[0] *= 0.8
        for _ in range(int(rng.integers(0, 25))):
            world.robot.send({})
        mujoco.mj_kinematics(world.model, world.data)
        in_full = world.success(world.snapshot(), world.scene())
        assert world.success(scene=world.glimpse()) == in_full, i
        found.add(in_full)
    assert found == {True, False} if name in ("place_in", "place_on", "drawer_close") else False in found


@pytest.mark.parametrize("name", ["place_in", "drawer_open", "put_in_drawer", "lamp_on"])
def test_an_observation_tells_what_the_robot_and_the_scene_do(name: str) -> None:
    env = TabletopEnv(name)
    env.reset(seed=5000)
    rng = np.random.default_rng(0)
    for _ in range(10):
        seen, *_ = env.step(rng.uniform(-1, 1, env.action_space.shape).astype(np.float32))
        scene, parts, binding = env.world.scene(), env.world.robot.observe().parts, env.world.instance.binding
        main = scene.objects[binding.get("object", next(iter(binding.values())))]
        pose = main.handle if "object" not in binding and main.handle is not None else main.pose
        arm = parts["arm"]
        assert np.array_equal(seen["joints"], arm.q.astype(np.float32)) and np.array_equal(seen["speeds"], arm.dq.astype(np.float32))
        assert np.array_equal(seen["tool"], np.concatenate([arm.pose.pos, arm.pose.quat]).astype(np.float32))
        assert np.array_equal(seen["object"], np.concatenate([pose.pos, pose.quat, main.size]).astype(np.float32))
        assert seen["gripper"][0] == np.float32(parts["gripper"].width)
        jointed = next((i for i in binding.values() if i in scene.joints), "drawer")
        assert seen["drawer"][0] == np.float32(scene.joints.get(jointed, 0.0))
        if "target" in binding and binding["target"] in scene.objects:
            other = scene.objects[binding["target"]]
            assert np.array_equal(seen["target"], np.concatenate([other.pose.pos, other.pose.quat, other.size]).astype(np.float32))
    env.close()
