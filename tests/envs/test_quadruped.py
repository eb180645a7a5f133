"""The ground and the robot on it: that it stands, that states come back to the bit, and what counts as done on measured tracks."""

from __future__ import annotations

import numpy as np
import pytest

from heedful.envs import suite
from heedful.envs.legged.tasks import TASKS, task
from heedful.envs.legged.track import Track
from heedful.envs.legged.world import Quadruped
from heedful.hardware.body import RobotBody
from heedful.hardware.importing.laws import robot_laws
from heedful.hardware.robots.quadruped import quadruped
from heedful.predicates import evaluate
from heedful.program import parse

SEED = 7000


@pytest.fixture(scope="module", params=["flat", "uneven"])
def world(request: pytest.FixtureRequest) -> Quadruped:
    made = Quadruped(ground=request.param)
    made.reset(SEED)
    return made


def stretch(seconds: float = 3.0, heading: float = 0.0, rate: float = 0.0, up: float = 1.0, high: float = 0.25, **lifts: float) -> Track:
    """A track of a robot that stands, or turns, with some of its feet up."""
    time = np.arange(0.0, seconds, 0.02)
    yaw = heading + rate * time
    level, side = np.full_like(time, up), np.sqrt(np.maximum(1 - up**2, 0.0))
    ahead = np.stack([np.cos(yaw), np.sin(yaw), np.zeros_like(yaw)], axis=-1)
    over = np.stack([-side * np.sin(yaw), side * np.cos(yaw), level], axis=-1)
    turn = np.stack([ahead, np.cross(over, ahead), over], axis=-1)
    pos = np.tile([0.0, 0.0, high], (len(time), 1))
    feet = np.tile([0.0, 0.0, 0.02], (len(time), 4, 1))
    for i, leg in enumerate(("FR", "FL", "RR", "RL")):
        feet[:, i, 2] += lifts.get(leg, 0.0)
    return Track(time, pos, turn, feet, np.zeros_like(time))


def test_the_description_keeps_the_laws_of_every_robot() -> None:
    assert [str(law) for law in robot_laws(quadruped()) if not law.holds] == []


def test_it_weighs_and_pushes_what_was_published() -> None:
    model = quadruped().spec().compile()
    assert model.body_mass.sum() == pytest.approx(12.453, abs=0.01)
    assert np.all(model.actuator_forcerange == [-33.5, 33.5]) and model.nu == 12


def test_left_alone_it_stands(world: Quadruped) -> None:
    world.restore(world.initial_state())
    world.history.start()
    for _ in range(150):
        world.robot.send({})
    track = world.track()
    assert track.up.min() > 0.98
    assert track.height[-1] > 0.22
    assert np.abs(track.pos[-1, :2] - track.pos[0, :2]).max() < 0.02


def test_a_state_comes_back_to_the_bit(world: Quadruped) -> None:
    world.restore(world.initial_state())
    target = quadruped().parts["legs"].home + 0.2
    for _ in range(10):
        world.robot.send({"legs": target})
    kept = world.state()
    ends = []
    for _ in range(2):
        world.restore(kept)
        for _ in range(10):
            world.robot.send({"legs": target - 0.1})
        ends.append(world.data.qpos.copy())
    np.testing.assert_array_equal(*ends)


def test_the_trunk_tells_how_it_moves(world: Quadruped) -> None:
    world.restore(world.initial_state())
    world.data.qvel[:6] = [0.3, 0.0, 0.1, 0.2, -0.1, 0.4]
    legs = world.robot.observe().parts["legs"]
    assert legs.pose is not None and legs.twist is not None
    np.testing.assert_allclose(legs.twist[:3], [0.3, 0.0, 0.1], atol=1e-9)
    np.testing.assert_allclose(legs.pose.matrix.T @ legs.twist[3:], [0.2, -0.1, 0.4], atol=1e-9)


def test_a_twin_is_put_where_the_robot_was_measured(world: Quadruped) -> None:
    import mujoco

    world.restore(world.initial_state())
    for _ in range(5):
        world.robot.send({"legs": quadruped().parts["legs"].home + 0.1})
    model = world.spec().compile()
    data = mujoco.MjData(model)
    world.place(data, world.robot.observe())
    np.testing.assert_allclose(data.qpos, world.data.qpos, atol=1e-9)
    np.testing.assert_allclose(data.qvel, world.data.qvel, atol=1e-6)


def test_the_scene_knows_the_dog_by_its_trunk(world: Quadruped) -> None:
    world.restore(world.initial_state())
    scene = world.scene()
    assert scene.objects["trunk"].category == "dog"
    assert evaluate(parse("upright(trunk)"), scene) is not False


def test_a_body_on_legs_is_not_held_against_a_table() -> None:
    body = RobotBody(quadruped())
    low = {"legs": np.tile([0.0, 0.0, -0.92], 4)}
    assert body.floating and not any("table" in pair for pair in body.touching(low))


@pytest.mark.parametrize("name", [t.name for t in TASKS])
def test_standing_still_does_no_task(name: str) -> None:
    world = Quadruped()
    world.reset(SEED, name)
    for _ in range(150):
        world.robot.send({})
    assert not world.success()


DONE = {
    "face_sunrise": stretch(), "face_sunset": stretch(heading=np.pi), "sit": stretch(high=0.12),
    "roll_over": stretch(up=-0.95, high=0.06),
    "spin": stretch(rate=1.3), "lift_paw": stretch(FR=0.07), "lift_paw_higher": stretch(FR=0.15),
    "spin_lifted": stretch(rate=-0.8, FL=0.06),
}  # fmt: skip
NEARLY = {
    "face_sunrise": stretch(heading=0.3), "face_sunset": stretch(0.8, heading=np.pi), "sit": stretch(high=0.2),
    "roll_over": stretch(up=0.0),
    "spin": stretch(rate=0.8), "lift_paw": stretch(FL=0.07), "lift_paw_higher": stretch(FR=0.07), "spin_lifted": stretch(rate=0.8, FR=0.06),
    "stand_on_hind_legs": stretch(FR=0.3, FL=0.3),
}  # fmt: skip


@pytest.mark.parametrize("name", DONE)
def test_what_a_task_asks_for_counts(name: str) -> None:
    assert task(name).success(DONE[name])


@pytest.mark.parametrize("name", NEARLY)
def test_what_falls_short_does_not_count(name: str) -> None:
    assert not task(name).success(NEARLY[name])


def test_the_suite_has_the_papers_seventeen_tasks_said_in_five_ways() -> None:
    tasks = suite("language-to-reward")
    assert len(tasks) == len({t.name for t in tasks}) == 17
    assert all(len(set(t.phrasings)) == 5 for t in tasks)
