"""Rewards of an arm at a table: its twin stands as measured and seen, and its terms measure what their names say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import mujoco
import numpy as np
import pytest

from heedful.envs.dialogues import APPLE
from heedful.envs.language_to_reward import ARM as TASKS, Playground
from heedful.hardware.body import RobotBody
from heedful.session import Session
from heedful.skills.rewards import Reward, term
from heedful.skills.rewards.arm_terms import Arm
from heedful.skills.rewards.cost import Cost
from heedful.skills.rewards.embodying import embodied
from heedful.skills.rewards.errands import ROOM, attainable, errand, walls, wanted
from heedful.skills.rewards.handling import handling, sunk
from heedful.skills.rewards.means import Means
from heedful.skills.rewards.mind import planning_for
from heedful.skills.rewards.motion import reward_motion
from heedful.skills.rewards.planner import Optimiser, Settings
from heedful.skills.rewards.proposals import proposals
from heedful.skills.rewards.sampling import MPPI
from heedful.skills.rewards.trial import Trial, tuned
from heedful.skills.rewards.tuning import ARM, LEGGED
from heedful.types import JointTarget, Observation

SEED = 7000
FEW = Settings(MPPI(6), horizon=0.2, knots=3, tuning=ARM, threads=1)
TASK = {t.name: t for t in TASKS}


@pytest.fixture(scope="module")
def world() -> Iterator[Playground]:
    made = Playground()
    made.reset(SEED, "lift_object")
    yield made
    made.close()


def seen(world: Playground) -> Observation:
    """What a skill sees now."""
    obs: Observation = world.robot.observe()
    return obs.but(scene=world.scene(), body=RobotBody(world.description), twin=world)


def measured(world: Playground, one: Any, **moved: Any) -> np.ndarray:
    """The errors of a term, of a robot that began where it is, once things are elsewhere: id -> displacement [m]."""
    obs = seen(world)
    robot = embodied(world.spec(), obs)
    optimiser = Optimiser(world, robot.measures((Reward((one,)),)), FEW, robot)
    things = {i: t.moved(t.pose.shifted(np.array(moved[i]))) if i in moved else t for i, t in obs.scene.objects.items()}  # type: ignore[union-attr]
    later = obs.but(scene=replace(obs.scene, objects=things))  # type: ignore[type-var]
    try:
        return np.asarray(Cost.of(Reward((one,)), robot.body).aims(optimiser.measure(later, 0.0, robot.home))[0])
    finally:
        optimiser.close()


def thing(world: Playground) -> str:
    """The thing of the task."""
    return str(world.instance.binding["object"])


def test_a_twin_stands_as_measured_and_seen(world: Playground) -> None:
    model = world.spec().compile()
    data = mujoco.MjData(model)
    world.place(data, seen(world))
    np.testing.assert_allclose(data.qpos, world.data.qpos, atol=1e-5)


def test_what_the_hand_holds_goes_with_the_hand(world: Playground) -> None:
    obs, id = seen(world), thing(world)
    assert obs.scene is not None
    held = replace(obs.scene, held={"gripper": id})
    model = world.spec().compile()
    data = mujoco.MjData(model)
    world.place(data, obs.but(scene=held))
    before = data.body(id).xpos.copy() if not mujoco.mj_kinematics(model, data) else None
    arm = obs.parts["arm"]
    assert arm.pose is not None and before is not None
    on = replace(arm, pose=arm.pose.shifted(np.array([0.0, 0.0, 0.1])))
    world.place(data, obs.but(time=obs.time + 0.02, scene=held, parts={**obs.parts, "arm": on}))
    mujoco.mj_kinematics(model, data)
    np.testing.assert_allclose(data.body(id).xpos - before, [0.0, 0.0, 0.1], atol=1e-6)


def test_nothing_is_built_on_a_command_that_was_refused(world: Playground) -> None:
    obs = seen(world)
    motion = reward_motion(obs, (Reward((term("hand_height", height=0.3),)),), FEW)
    next(motion)
    mind = planning_for(world)
    assert mind is not None
    stays = {"arm": obs.parts["arm"].q, "gripper": np.array([obs.parts["gripper"].q[0], 30.0])}
    turned = mind.robot.command(obs) + 0.3 * np.eye(8)[0]
    for _ in range(5):  # all of them refused
        mind.spline = mind.optimiser.start(turned, obs.time)
        command = motion.send(obs.but(sent=stays))
    wanted = command.parts["arm"]
    assert isinstance(wanted, JointTarget)
    assert 0 < wanted.q[0] - stays["arm"][0] <= mind.robot.speed[0] * mind.dt + 1e-9, "a tick's way from what truly left last"
    motion.close()


def test_heights_are_of_the_lowest_point_above_where_it_stood(world: Playground) -> None:
    id = thing(world)
    assert measured(world, term("object_height", object=id, height=0.2))[0] == pytest.approx(-0.2, abs=1e-4)
    assert measured(world, term("object_height", object=id, height=0.2), **{id: (0, 0, 0.15)})[0] == pytest.approx(-0.05, abs=1e-4)


def test_places_are_of_the_start_unless_of_the_world(world: Playground) -> None:
    id = thing(world)
    off = measured(world, term("object_position", object=id, x=0.1, y=0.0), **{id: (0.1, 0.02, 0)})
    np.testing.assert_allclose(off[:2], [0.0, 0.02], atol=1e-4)


def test_the_hand_is_where_its_tool_is(world: Playground) -> None:
    id = thing(world)
    tool, block = world.robot.tool("arm")[0], world.scene().objects[id].pose.pos
    far = measured(world, term("distance", a="hand", b=id))[0]
    assert far == pytest.approx(float(np.linalg.norm(tool - block)), abs=1e-4)
    assert measured(world, term("hand_height", height=0.1))[0] == pytest.approx(float(tool[2]) - 0.1, abs=1e-4)


def test_how_far_a_drawer_is_open_is_measured_from_closed_to_open() -> None:
    world = Playground()
    world.reset(SEED, "open_drawer")
    assert measured(world, term("joint_fraction", joint="drawer", fraction=1.0))[0] == pytest.approx(-1.0, abs=0.02)
    handle = world.scene().objects["drawer"].handle.pos
    far = measured(world, term("distance", a="hand", b="drawer_handle"))[0]
    assert far == pytest.approx(float(np.linalg.norm(world.robot.tool("arm")[0] - handle)), abs=1e-3)
    world.close()


def test_what_is_brought_into_a_drawer_goes_over_its_walls_and_to_the_middle() -> None:
    world = Playground()
    world.reset(SEED, APPLE.task)
    obs = seen(world)
    assert obs.scene is not None
    things = obs.scene.objects
    apple, drawer = (next(t for i, t in things.items() if k in i and not i.endswith("_handle")) for k in ("apple", "drawer"))
    found = errand(Reward((term("distance", a=apple.id, b=drawer.id, distance=0.05, sense="at_most"),)), obs.scene)
    assert found is not None and found.into == drawer.id
    assert walls(found, obs.scene) == pytest.approx(drawer.top - things["table"].top)
    shape = embodied(world.spec(), obs).body
    world.close()
    assert isinstance(shape, Arm)
    goal = wanted(apple, found, shape, obs.scene, None)
    np.testing.assert_allclose(goal.pos[:2], drawer.pose.pos[:2], atol=1e-6)
    lifted = errand(Reward((term("object_height", object=apple.id),)), obs.scene)
    assert lifted is not None and walls(lifted, obs.scene) == 0.0


def test_a_handle_is_touched_as_what_it_is_on() -> None:
    world = Playground()
    world.reset(SEED, "turn_on_faucet")
    obs = seen(world)
    assert obs.scene is not None
    id = next(i for i in obs.scene.objects if i.startswith("faucet"))
    reward = Reward((term("distance", a="hand", b=f"{id}_handle", distance=0.0),))
    robot = embodied(world.spec(), obs)
    means = robot.means(reward, obs)
    assert means is not None and means.errand.kind == "touch"
    means.look(obs)
    optimiser = Optimiser(world, robot.measures((reward,)), FEW, robot)
    found = optimiser.measure(obs, 0.0, robot.home)
    assert all(np.isfinite(errors(found)).all() for _, errors in handling(means))
    lever = obs.scene.objects[id].handle
    assert lever is not None and means.hold is not None
    at = replace(obs.parts["arm"], q=means.hold.at)
    optimiser.measure(obs.but(parts={**obs.parts, "arm": at}), 0.0, robot.home)
    assert optimiser.gap(id) < 0.02, "the lever is a part of the faucet"
    optimiser.close()
    world.close()


def test_only_what_is_to_be_moved_is_taken_hold_of(world: Playground) -> None:
    scene, id = seen(world).scene, thing(world)
    assert scene is not None
    lifted, touched = errand(Reward((term("object_height", object=id),)), scene), errand(Reward((term("distance", a="hand", b=id),)), scene)
    assert lifted is not None and touched is not None
    assert (lifted.kind, lifted.loose) == ("thing", False)
    assert touched.kind == "touch"
    assert errand(Reward((term("hand_height", height=0.3),)), scene) is None


def test_what_is_turned_is_let_go_and_what_is_lifted_is_not(world: Playground) -> None:
    scene, id = seen(world).scene, thing(world)
    assert scene is not None
    for one, loose in (
        (term("object_tilt", object=id, angle=0.0), True),
        (term("object_position", object=id, x=0.1), True),
        (term("object_height", object=id), False),
    ):
        found = errand(Reward((one,)), scene)
        assert found is not None and found.loose is loose


def lifting(world: Playground) -> tuple[Observation, Means, np.ndarray]:
    """What lifting the thing takes, chosen; and the command that keeps the robot as it is."""
    obs = seen(world)
    robot = embodied(world.spec(), obs)
    means = robot.means(Reward((term("object_height", object=thing(world)),)), obs)
    assert means is not None
    means.look(obs)
    return obs, means, robot.command(obs)


def test_proposals_begin_where_the_robot_is_and_one_leads_the_hand_to_where_it_takes_hold(world: Playground) -> None:
    obs, means, last = lifting(world)
    assert obs.body is not None and means.hold is not None
    tried = proposals(means, obs, last, np.linspace(0.0, 3.0, 4))
    np.testing.assert_array_equal(tried[:, 0], np.tile(last, (len(tried), 1)))
    block = means.thing(obs)
    assert block is not None
    place = means.errand.at(block) @ means.hold.grasp
    assert min(obs.body.fk("arm", knots[-1, :7]).distance(place)[0] for knots in tried) < 0.002


def test_what_is_to_be_moved_counts_for_nothing_before_it_is_held(world: Playground) -> None:
    obs, means, _ = lifting(world)
    assert [t.name for t in means.waiting] == ["object_height"]
    assert obs.scene is not None
    means.look(obs.but(scene=replace(obs.scene, held={"gripper": thing(world)})))
    assert means.waiting == ()


def test_what_is_held_goes_with_the_hand_through_a_roll_out(world: Playground) -> None:
    obs, id = seen(world), thing(world)
    assert obs.scene is not None and obs.parts["arm"].pose is not None
    block = obs.scene.objects[id]
    obs = obs.but(scene=replace(obs.scene, objects={**obs.scene.objects, id: block.moved(obs.parts["arm"].pose)}, held={"gripper": id}))
    robot = embodied(world.spec(), obs)
    reward = Reward((term("object_height", object=id), term("hand_height")))
    optimiser = Optimiser(world, robot.measures((reward,)), FEW, robot)
    apart = []

    def judge(futures: Any) -> np.ndarray:
        apart.append(np.linalg.norm(futures["pos", id] - futures["pos", "tool"], axis=-1).max())
        return np.zeros(len(futures.values))

    cost: Any = judge
    raised = robot.command(obs) + np.array([0, -0.2, 0, 0, 0, 0, 0, 0])
    last = robot.command(obs)
    optimiser.plan(obs, cost, optimiser.start(raised, obs.time), obs.time, robot.modes(obs), last)
    optimiser.close()
    assert max(apart) < 0.02


def test_what_the_wrist_lacks_of_room_over_the_table_is_its_depth_and_a_centimetre(world: Playground) -> None:
    obs = seen(world)
    robot = embodied(world.spec(), obs)
    assert isinstance(robot.body, Arm)
    optimiser = Optimiser(world, robot.measures(()), FEW, robot)
    arm = obs.parts["arm"]
    low = arm.q + np.array([0.0, 1.0 + np.pi / 4, 0.0, -2.4 + 3 * np.pi / 4, 0.0, 0.03, 0.0])
    lacks = sunk(robot.body)
    assert not lacks(optimiser.measure(obs, 0.0, robot.home)).any()
    found = lacks(optimiser.measure(obs.but(parts={**obs.parts, "arm": replace(arm, q=low)}), 0.0, robot.home))[0, 0]
    model, data = optimiser.model, optimiser._seen
    name = "link5_wrist"
    depth = min(mujoco.mj_geomDistance(model, data, model.geom(name).id, g, 1.0, None) for g in model.body("table").geomadr)
    optimiser.close()
    assert found[list(robot.body.links).index(name)] == pytest.approx(0.01 - depth, abs=1e-4)


def held(world: Playground, height: float = 0.0) -> tuple[Observation, Means, Any]:
    """Where the can of `upright_object` is in the hand as its grasp was chosen, so high above the table [m]; and the robot."""
    obs, id = seen(world), thing(world)
    robot = embodied(world.spec(), obs)
    means = robot.means(Reward((term("object_tilt", object=id),)), obs)
    assert means is not None and obs.scene is not None and obs.body is not None
    means.look(obs)
    assert means.hold is not None
    can = obs.scene.objects[id].moved(obs.scene.objects[id].pose.shifted(np.array([0.0, 0.0, height])))
    q = obs.body.ik("arm", can.pose @ means.hold.grasp, means.hold.at)
    assert q is not None
    arm = replace(obs.parts["arm"], q=q, pose=obs.body.fk("arm", q))
    scene = replace(obs.scene, objects={**obs.scene.objects, id: can}, held={"gripper": id})
    later = obs.but(time=obs.time + 1.0, parts={**obs.parts, "arm": arm}, scene=scene)
    means.look(later)
    assert not means.holding  # open fingers may only have brushed it
    later = later.but(time=later.time + 0.3)
    means.look(later)
    assert means.holding
    return later, means, robot


@pytest.fixture(scope="module")
def lying() -> Iterator[Playground]:
    made = Playground()
    made.reset(SEED, "upright_object")
    yield made
    made.close()


def test_what_is_held_to_be_turned_goes_by_a_way_that_nothing_is_in(lying: Playground) -> None:
    obs, means, _ = held(lying, 0.05)
    assert [t.name for t in means.waiting] == ["object_tilt"]
    assert means.hold is not None and means.hold.turned is not None and obs.body is not None
    assert abs(means.hold.turned.matrix[2, 2]) > np.cos(0.3)
    np.testing.assert_array_equal(means.hold.way[-1], means.hold.over)
    assert not any(obs.body.collision("arm", q, [obs.scene.objects["table"]]) for q in means.hold.way)  # type: ignore[union-attr]


def test_what_is_out_of_the_hand_is_not_taken_hold_of_while_it_falls(lying: Playground) -> None:
    obs, means, _ = held(lying, 0.05)
    hold, scene, id = means.hold, obs.scene, thing(lying)
    assert hold is not None and scene is not None
    for i in range(1, 4):
        fallen = scene.objects[id].moved(scene.objects[id].pose.shifted(np.array([0.0, 0.0, -0.04 * i])))
        means.look(obs.but(time=obs.time + 0.06 * i, scene=replace(scene, objects={**scene.objects, id: fallen}, held={})))
        assert means.hold is hold
    means.look(obs.but(time=obs.time + 0.3, scene=replace(scene, objects={**scene.objects, id: fallen}, held={})))
    assert means.hold is not hold


@pytest.fixture
def fallen() -> Iterator[Playground]:
    """Where no hand was seen yet, hence none is remembered."""
    made = Playground()
    made.reset(SEED, "upright_object")
    yield made
    made.close()


def test_a_palm_does_not_press_on_what_the_hand_takes_hold_of(lying: Playground) -> None:
    for seed in (7201, 7204, SEED):  # the first two lie so that the hand comes aslant along them
        lying.reset(seed, "upright_object")
        obs, id = seen(lying), thing(lying)
        means = embodied(lying.spec(), obs).means(Reward((term("object_tilt", object=id),)), obs)
        assert means is not None and obs.body is not None and obs.scene is not None
        means.look(obs)
        hold = means.hold
        assert hold is not None and obs.body.collision("arm", hold.at, [obs.scene.objects[id]], opening=hold.open) is None
        assert (obs.scene.objects[id].pose @ hold.grasp).distance(obs.body.fk("arm", hold.at))[0] < 1e-3


def test_a_hold_that_the_hand_does_not_get_to_is_given_up_for_another(fallen: Playground) -> None:
    obs, id = seen(fallen), thing(fallen)
    means = embodied(fallen.spec(), obs).means(Reward((term("object_tilt", object=id),)), obs)
    assert means is not None
    holds = []
    for step in range(30):
        means.look(obs.but(time=obs.time + 0.1 * step))
        holds.append(means.hold)
    first = holds[0]
    assert all(h is first for h in holds[:15]) and first is not None
    assert holds[-1] is not None and holds[-1].grasp.distance(first.grasp) != (0.0, 0.0)


def test_how_a_thing_lies_in_the_hand_is_told_of_one_moment(fallen: Playground) -> None:
    obs, means, _ = held(fallen, 0.05)
    assert obs.scene is not None and means.hold is not None
    arm, seen_at = obs.parts["arm"], replace(obs.scene, time=obs.time)
    means.look(obs.but(scene=seen_at))
    lay = means.hold.grasp
    on = replace(arm, pose=arm.pose.shifted(np.array([0.03, 0.0, 0.02])))  # type: ignore[union-attr]
    means.look(obs.but(time=obs.time + 0.08, scene=seen_at, parts={**obs.parts, "arm": on}))  # the scene is as old as before
    moved, swung = means.hold.grasp.distance(lay)
    assert moved < 1e-6 and swung < 1e-6


def test_what_was_let_go_settles_before_the_hand_stands_back(fallen: Playground) -> None:
    obs, means, robot = held(fallen)
    assert obs.scene is not None
    means.lowering = True
    optimiser = Optimiser(fallen, robot.measures((Reward(means.errand.terms),)), FEW, robot)
    away = {}
    for after in (0.06, 0.12, 0.6):
        means.look(later := obs.but(time=obs.time + after, scene=replace(obs.scene, time=obs.time + after, held={})))
        assert means.left
        (first, errors), *_ = handling(means)
        away[after] = float(first.norm(errors(optimiser.measure(later, 0.0, robot.home))).sum())
    optimiser.close()
    assert away[0.12] < 0.01 < away[0.6]


def test_two_things_are_brought_no_nearer_than_they_come() -> None:
    world = Playground()
    world.reset(SEED, "move_object")
    obs, a, b = seen(world), thing(world), str(world.instance.binding["target"])
    robot = embodied(world.spec(), obs)
    near, inside = term("distance", a=a, b=b, distance=0.1), term("distance", a=a, b=b, distance=0.05)
    assert isinstance(robot.body, Arm) and obs.scene is not None
    sizes = [max(obs.scene.objects[i].size[:2]) / 2 for i in (a, b)]
    assert attainable(near, robot.body) == pytest.approx(sum(sizes) + ROOM)
    assert attainable(inside, robot.body) == 0.0
    world.close()


def test_to_let_go_costs_less_than_to_hold_on_once_a_thing_stands_where_it_should(world: Playground) -> None:
    obs, id = seen(world), thing(world)
    robot = embodied(world.spec(), obs)
    reward = Reward((term("object_position", object=id, x=0.0, y=0.0, frame="start"),))
    means = robot.means(reward, obs)
    assert means is not None and obs.scene is not None
    means.look(obs)
    assert means.hold is not None
    block, optimiser = obs.scene.objects[id], Optimiser(world, robot.measures((reward,)), FEW, robot)
    total = {}
    for high in (0.0, 0.03):
        pose = block.pose.shifted(np.array([0.0, 0.0, high]))
        there = obs.but(scene=replace(obs.scene, objects={**obs.scene.objects, id: block.moved(pose)}, held={"gripper": id}))
        means.look(there)
        grip = handling(means)[1]
        for width in (means.hold.open, means.hold.shut):
            futures = optimiser.measure(there, 0.0, np.append(robot.home[:-1], width))
            total[high, width] = float(grip[0].norm(grip[1](futures)).sum())
    optimiser.close()
    wide, shut = means.hold.open, means.hold.shut
    assert total[0.0, wide] < total[0.0, shut] <= total[0.03, shut] < total[0.03, wide]


@pytest.mark.parametrize(
    ("words", "task"),
    [
        ("touch the {object}", "touch_object"), ("pick up the {object}", "lift_object"), ("stand the {object} up", "upright_object"),
        ("turn the {object} upside down", "flip_object"),
    ],
)  # fmt: skip
@pytest.mark.slow
def test_what_is_asked_in_words_is_done_and_known_to_be_done(words: str, task: str) -> None:
    with Session(world=Playground, robot=None, planner="rewards", mode="fast", out=None, seed=SEED, task=TASK[task]) as session:
        block = session.world.scene().objects[session.world.instance.binding["object"]]
        episode = session.run(words.format(object=block.name))
        assert episode.ok and session.world.success(), episode.reason


def test_the_hand_at_a_thing_is_no_aim_where_the_thing_is_to_be_moved(world: Playground) -> None:
    body, near = embodied(world.spec(), seen(world)).body, term("distance", 0.5, a="hand", b=thing(world))
    assert [t.name for t, _ in Cost.of(Reward((near,)), body).aimed] == ["distance"]
    assert [t.name for t, _ in Cost.of(Reward((term("object_height", object=thing(world)), near)), body).aimed] == ["object_height"]


@pytest.mark.parametrize("name", list(TASK))
def test_nothing_is_done_at_the_table_before_anything_is(name: str) -> None:
    world = Playground()
    world.reset(SEED, name)
    assert not world.success()
    world.close()


def test_a_planning_model_is_held_against_the_plants_own_at_equal_cost() -> None:
    world = Playground()
    world.reset(SEED, "spin")
    settings = Settings(MPPI(4), horizon=0.1, knots=3, every=0.1, threads=1)
    own, best = tuned(
        world, lambda: world.reset(SEED, "spin"), [Reward((term("torso_height", height=0.2),))], {"legs": LEGGED}, settings, seconds=0.2
    )
    assert own.cpu == 1.0 and own.samples == 4 and best.name == "legs"
    assert best.samples > own.samples and 0.0 < best.cost < 1.0 and "at equal CPU" in str(best)
    world.close()


def test_a_trial_follows_a_reward_and_tells_what_it_cost(world: Playground) -> None:
    reward = Reward((term("hand_height", height=0.3),))
    trial = Trial(world, reward, replace(FEW, every=0.1))
    fared = trial.run(0.2)
    trial.close()
    assert fared.cost >= 0 and fared.plan_cpu > 0 and fared.insane == 0
