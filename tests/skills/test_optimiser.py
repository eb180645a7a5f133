"""Planning motion for a reward: splines, samplers, roll-outs that diverge, terms measured over many futures, and rewards as motion."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import mujoco
import numpy as np
import pytest

from heedful.agents.rewards.reading import understand
from heedful.envs.legged.world import Quadruped
from heedful.geometry import quat_from_axis_angle, quat_mul
from heedful.hardware.body import RobotBody
from heedful.session import Session
from heedful.skills.rewards import Names, Reward, term
from heedful.skills.rewards.cost import Cost
from heedful.skills.rewards.embodied import Embodied
from heedful.skills.rewards.embodying import embodied
from heedful.skills.rewards.legged_terms import standing
from heedful.skills.rewards.mind import mind_of, planning_for
from heedful.skills.rewards.motion import reward_motion
from heedful.skills.rewards.planner import Optimiser, Settings, pace
from heedful.skills.rewards.rollouts import FULL, Rollouts
from heedful.skills.rewards.sampling import CEM, MPPI, PredictiveSampling, Sampler, around
from heedful.skills.rewards.splines import Spline, basis
from heedful.skills.rewards.trial import Trial
from heedful.skills.rewards.tuning import LEGGED
from heedful.types import Adjustment, Observation

SEED = 7000
FEW = Settings(MPPI(8), horizon=0.2, knots=3, tuning=LEGGED, threads=1)
SPIN = Reward((term("turning_speed", speed=2.0),))
SAMPLERS = pytest.mark.parametrize("sampler", [PredictiveSampling(16), MPPI(16), CEM(32)], ids=["sampling", "mppi", "cem"])


@pytest.fixture
def world() -> Iterator[Quadruped]:
    made = Quadruped()
    made.reset(SEED)
    yield made
    made.close()


def seen(world: Quadruped, **changes: Any) -> Observation:
    """What a skill sees of it now."""
    obs = world.robot.observe()
    return obs.but(scene=world.scene(), body=RobotBody(world.description), twin=world, **changes)


@pytest.mark.parametrize("kind", ["zero", "linear", "cubic"])
def test_a_spline_goes_through_its_knots_and_stays_within_a_constant(kind: Any) -> None:
    knots = np.random.default_rng(0).normal(size=(5, 3))
    spline = Spline(knots, 2.0, 0.4, kind)
    np.testing.assert_allclose([spline.at(2.0 + 0.1 * i) for i in range(5)], knots, atol=1e-9)
    np.testing.assert_allclose(basis(np.linspace(-0.1, 0.6, 30), 5, 0.4, kind).sum(axis=1), 1.0)
    np.testing.assert_array_equal(spline.at(9.0), knots[-1])


def test_a_warm_start_keeps_the_command_where_both_know_it() -> None:
    spline = Spline(np.array([[0.0], [1.0], [2.0], [3.0]]), 0.0, 0.3, "linear")
    moved = spline.moved(0.1)
    assert [float(moved.at(t)[0]) for t in (0.1, 0.2, 0.3, 0.4)] == pytest.approx([1.0, 2.0, 3.0, 3.0])


def bowl(knots: np.ndarray) -> np.ndarray:
    """Costs whose least is at 0.5 everywhere."""
    return np.asarray(((knots - 0.5) ** 2).sum(axis=(1, 2)))


@SAMPLERS
def test_every_sampler_gets_nearer(sampler: Sampler) -> None:
    knots, rng = np.zeros((3, 2)), np.random.default_rng(1)
    for _ in range(40):
        knots, _, _ = sampler.improve(knots, bowl, rng, np.ones(2))
    assert bowl(knots[None])[0] < 0.15


@SAMPLERS
def test_what_diverged_is_never_chosen(sampler: Sampler) -> None:
    def judge(knots: np.ndarray) -> np.ndarray:
        costs = bowl(knots)
        costs[1:] = np.inf
        return costs

    start = np.full((3, 2), 0.2)
    knots, _, _ = sampler.improve(start, judge, np.random.default_rng(2), np.ones(2))
    np.testing.assert_allclose(knots, start)
    knots, cost, _ = sampler.improve(start, lambda k: np.full(len(k), np.inf), np.random.default_rng(2), np.ones(2))
    np.testing.assert_array_equal(knots, start)
    assert cost == np.inf


@SAMPLERS
@pytest.mark.parametrize("value", [0.5, 7.0], ids=["best", "worst"])
def test_a_proposal_is_tried_and_chosen_only_if_nothing_is_better(sampler: Sampler, value: float) -> None:
    start, proposal = np.full((3, 2), 0.2), np.full((1, 3, 2), value)
    tried: list[np.ndarray] = []

    def judge(knots: np.ndarray) -> np.ndarray:
        tried.extend(knots.copy())
        return bowl(knots)

    knots, cost, _ = sampler.improve(start, judge, np.random.default_rng(5), np.ones(2), proposal)
    assert any(np.array_equal(t, proposal[0]) for t in tried)
    assert cost == pytest.approx(min(bowl(t[None])[0] for t in tried))
    assert bowl(knots[None])[0] < bowl(start[None])[0] + 1e-9


def test_the_best_proposal_is_taken_as_it_is() -> None:
    start, proposals = np.zeros((3, 2)), np.array([np.full((3, 2), 3.0), np.full((3, 2), 0.5)])
    for sampler in (PredictiveSampling(8), MPPI(8)):
        knots, cost, _ = sampler.improve(start, bowl, np.random.default_rng(6), np.ones(2), proposals)
        np.testing.assert_array_equal(knots, proposals[1])
        assert cost == 0.0


def test_predictive_sampling_never_does_worse_than_it_knows() -> None:
    knots, rng = np.full((3, 2), 0.5), np.random.default_rng(3)
    for _ in range(5):
        knots, _, _ = PredictiveSampling(8).improve(knots, bowl, rng, np.ones(2))
    assert bowl(knots[None])[0] == 0.0


def test_the_first_sample_is_what_is_known_and_modes_move_together() -> None:
    nominal, modes = np.ones((4, 3)), np.array([[1.0, -1.0, 0.0]])
    tried = around(nominal, 20, (0.1, 0.3), np.random.default_rng(4), modes) - nominal
    assert not tried[0].any() and tried[1:].any(axis=(1, 2)).all()
    np.testing.assert_allclose(tried[..., 0], -tried[..., 1])
    assert not tried[..., 2].any()


MISSILE = """<mujoco><option timestep="0.01"/><worldbody><body><joint name="j" type="slide"/><geom size="0.1" mass="1"/></body></worldbody>
<actuator><motor joint="j" gear="1000"/></actuator><sensor><clock/></sensor></mujoco>"""


def test_a_simulation_that_was_reset_is_known_by_its_clock() -> None:
    model = mujoco.MjModel.from_xml_string(MISSILE)
    data, rollouts = mujoco.MjData(model), Rollouts(model, threads=1)
    data.time = 5.0
    state = np.empty(rollouts.size)
    mujoco.mj_getState(model, data, state, FULL)
    control = np.zeros((3, 10, 1))
    control[1] = 1e8
    sensors, sane = rollouts(state, control)
    assert sane.tolist() == [True, False, True]
    np.testing.assert_allclose(sensors[0, :, 0], 5.0 + 0.01 * np.arange(10))
    control[1, :-1] = 0.0  # in its last step
    assert rollouts(state, control)[1].tolist() == [True, False, True]
    rollouts.close()


def test_the_planning_model_of_legs_moves_the_same_without_what_is_only_seen_and_without_islands(world: Quadruped) -> None:
    ends, geoms = [], []
    for tuning in (LEGGED, replace(LEGGED, visuals=True, islands=True)):
        spec = world.spec()
        tuning.apply(spec, embodied(world.spec(), seen(world)).bodies)
        model = spec.compile()
        data = mujoco.MjData(model)
        world.place(data, seen(world))
        data.ctrl[:] = data.qpos[7:] + 0.1
        mujoco.mj_step(model, data, 40)
        ends.append(data.qpos.copy())
        geoms.append(model.ngeom)
    np.testing.assert_array_equal(*ends)
    assert geoms[0] < geoms[1]


def test_roll_outs_need_a_clock_among_the_sensors() -> None:
    with pytest.raises(ValueError, match="no clock among its sensors"):
        Rollouts(mujoco.MjModel.from_xml_string("<mujoco/>"), threads=1)


def test_commands_are_held_to_what_joints_can_follow() -> None:
    commands = np.array([[[1.0], [1.0], [0.9]]])
    pace(commands, np.zeros(1), np.array([0.4]))
    np.testing.assert_allclose(commands[0, :, 0], [0.4, 0.8, 0.9])


@pytest.mark.parametrize("threads", [1, 2])
def test_the_same_seed_gives_the_same_plan_on_any_number_of_threads(world: Quadruped, threads: int) -> None:
    plans = []
    for n in (1, threads):
        trial = Trial(world, SPIN, replace(FEW, threads=n))
        plans.append(trial.plan().spline.knots)
        trial.close()
    np.testing.assert_array_equal(plans[0], plans[1])


def measured(world: Quadruped, one: Any, stance: tuple[float, float, float] | None = None) -> np.ndarray:
    """The errors of a term on the robot as it is."""
    obs = seen(world)
    robot: Embodied = embodied(world.spec(), obs)
    if stance is not None:
        robot = replace(robot, body=replace(robot.body, start=stance))  # type: ignore[arg-type]
    optimiser = Optimiser(world, robot.measures(()), FEW, robot)
    reward = Reward((one,))
    try:
        errors = Cost.of(reward, robot.body).aims(optimiser.measure(obs, 0.0, robot.home))
    finally:
        optimiser.close()
    return np.asarray(errors[0])


def turned(world: Quadruped, axis: tuple[float, float, float], angle: float) -> None:
    """Turn the whole robot about an axis of the world, in the air."""
    quat = np.zeros(4)
    mujoco.mju_axisAngle2Quat(quat, np.array(axis), angle)
    world.data.qpos[:7] = [0.0, 0.0, 1.0, *quat]
    world.data.qvel[:] = 0.0
    mujoco.mj_forward(world.model, world.data)


TURNS = [
    (term("torso_pitch", angle=0.0), (0.0, 1.0, 0.0), -0.4, 0.4), (term("torso_roll", angle=0.0), (1.0, 0.0, 0.0), 0.3, 0.3),
    (term("torso_roll", angle=np.pi), (1.0, 0.0, 0.0), np.pi - 0.2, -0.2), (term("torso_height", height=0.8), (1.0, 0.0, 0.0), 0.0, 0.2),
]  # fmt: skip


@pytest.mark.parametrize(("one", "axis", "angle", "error"), TURNS, ids=["nose up", "right side down", "on its back", "height"])
def test_a_term_measures_what_its_name_says(world: Quadruped, one: Any, axis: Any, angle: float, error: float) -> None:
    turned(world, axis, angle)
    assert measured(world, one)[0] == pytest.approx(error, abs=1e-6)


def test_headings_are_of_the_world_or_of_the_start(world: Quadruped) -> None:
    turned(world, (0.0, 0.0, 1.0), 0.5)
    np.testing.assert_allclose(measured(world, term("heading", angle=0.5)), 0.0, atol=1e-9)
    off = measured(world, term("heading", angle=0.2, frame="start"), stance=(0.0, 0.0, 0.3))
    np.testing.assert_allclose(off, 0.0, atol=1e-9)
    assert np.linalg.norm(measured(world, term("heading", angle=0.0))) == pytest.approx(2 * np.sin(0.25))


def test_a_foot_that_is_asked_up_is_measured_from_its_sole(world: Quadruped) -> None:
    sole = world.data.site("FR_foot").xpos[2] - 0.02
    assert measured(world, term("foot_lift", foot="front_right", height=0.1))[0] == pytest.approx(sole - 0.1)
    assert measured(world, term("foot_lift", foot="front_right", height=0.1, sense="at_most"))[0] == 0.0


def test_what_is_not_said_of_the_trunk_stays_as_it_stands() -> None:
    names = {t.name for t in standing(Reward((term("foot_lift", foot="front_left"),)))}
    assert {"torso_height", "torso_pitch", "torso_roll", "heading", "position"} <= names
    spun = standing(SPIN)
    assert not spun.find("heading") and spun.find("position")


def test_who_stands_on_two_feet_keeps_its_place_loosely_and_not_at_all_where_it_walks() -> None:
    up, level = (standing(Reward((term("torso_pitch", angle=a),))) for a in (1.35, 0.0))
    assert up["position"].weight < level["position"].weight
    walks = standing(Reward((term("torso_pitch", angle=1.35), term("forward_speed", speed=-0.5))))
    assert walks["forward_speed"].number("speed") == -0.5 and not walks.find("position")


def test_a_reward_that_is_not_met_fails_with_what_is_off(world: Quadruped) -> None:
    outcome = followed(world, Reward((term("torso_height", height=0.8),), for_s=0.1))
    assert not outcome.ok and "torso_height" in outcome.sentence and outcome.value > outcome.limit


def test_standing_is_met_as_it_stands_and_says_how_planning_kept_up(world: Quadruped) -> None:
    outcome = followed(world, Reward((term("torso_pitch"),), for_s=0.1))
    assert outcome.ok and "real-time factor" in outcome.sentence


def followed(world: Quadruped, reward: Reward, settings: Settings = FEW) -> Any:
    """Follow a reward to its end."""
    motion = reward_motion(seen(world), (reward,), settings)
    try:
        action = next(motion)
        while True:
            world.robot.send({"legs": action.parts["legs"].q})  # type: ignore[union-attr]
            action = motion.send(seen(world))
    except StopIteration as done:
        return done.value


def test_an_edited_reward_changes_the_next_command_and_keeps_the_plan(world: Quadruped) -> None:
    commands = {}
    for edited in (None, (Reward((term("torso_height", 50.0, height=0.1),)),)):
        world.reset(SEED)
        motion = reward_motion(seen(world), (SPIN,), replace(FEW, every=0.1))  # none would be due
        sent = [next(motion).parts["legs"].q.copy()]  # type: ignore[union-attr]
        for tick in range(6):
            world.robot.send({"legs": sent[-1]})
            adjust = Adjustment(reward=edited) if tick >= 3 else Adjustment()
            sent.append(motion.send(seen(world, adjust=adjust)).parts["legs"].q.copy())  # type: ignore[union-attr]
        commands[edited is not None] = np.array(sent)
        motion.close()
    kept, changed = commands[False], commands[True]
    np.testing.assert_array_equal(kept[:4], changed[:4])
    assert np.abs(kept[4] - changed[4]).max() > 1e-4
    assert np.abs(changed[4] - changed[3]).max() <= 0.42 + 1e-9  # no leap: it goes on from the plan before, as fast as joints are


def test_words_put_it_on_its_back_which_is_measured_and_believed() -> None:
    world = Quadruped()
    world.reset(SEED, "roll_over")
    stages = understand("roll over onto your back", Names("legged")).stages
    assert stages is not None
    outcome = followed(world, stages[0], replace(FEW, sampler=MPPI(32), horizon=0.35, knots=4))
    assert outcome.ok and world.success(), outcome
    world.close()


def test_who_was_on_the_move_is_left_standing(world: Quadruped) -> None:
    followed(world, replace(SPIN, for_s=0.8), replace(FEW, sampler=MPPI(32), horizon=0.35, knots=4))
    for _ in range(50):
        world.robot.send({})
    track = world.track()
    assert track.up[-50:].min() > 0.9 and track.height[-1] > 0.2


@pytest.mark.parametrize(("speed", "spin", "costs"), [(2.0, 3.0, False), (2.0, 1.0, True), (-2.0, -3.0, False), (-2.0, -1.0, True)])
def test_turning_at_least_so_fast_costs_only_where_it_is_slower(world: Quadruped, speed: float, spin: float, costs: bool) -> None:
    made = Trial(world, Reward((term("turning_speed", speed=speed, sense="at_least"),)), FEW)
    world.data.qvel[5] = spin
    now = made.optimiser.measure(made.observed(), made.since, made.last)
    assert bool(abs(made.cost.aims(now)[0, 0]) > 0.5) is costs
    made.close()


@pytest.mark.parametrize("pitch", [0.0, 1.0, 1.5, 1.64])
@pytest.mark.parametrize("yaw", [0.4, -2.0])
def test_a_heading_is_known_however_far_the_nose_is_up(world: Quadruped, pitch: float, yaw: float) -> None:
    made = Trial(world, Reward((term("heading", angle=yaw, frame="world"),)), FEW)
    turned = quat_mul(quat_from_axis_angle((0, 0, 1), yaw), quat_from_axis_angle((0, 1, 0), -pitch))
    world.data.qpos[3:7] = turned
    mujoco.mj_kinematics(world.model, world.data)
    now = made.optimiser.measure(made.observed(), made.since, made.last)
    np.testing.assert_allclose(made.cost.aims(now)[0], 0.0, atol=1e-6)
    made.close()


@pytest.mark.parametrize("pitch", [0.0, 1.35])
def test_a_step_sweeps_along_the_ground_and_about_the_trunks_middle_where_that_stands_steep(world: Quadruped, pitch: float) -> None:
    turned(world, (0.0, 1.0, 0.0), -pitch)
    swings = term("foot_step", foot="rear_left", frequency=1.0, phase=0.75, air_ratio=0.5, up=0.0, sweep=0.1)  # halfway through its swing
    made = Trial(world, Reward((swings,)), FEW)
    now = made.optimiser.measure(made.observed(), made.since, made.last)
    errors = next(e for t, e in made.cost.terms if t.name == "foot_step")(now)[0, 0]
    made.close()
    foot, trunk = world.data.site("RL_foot").xpos, world.data.body("trunk").xpos
    assert errors[0] == pytest.approx(foot[2] - 0.02)
    assert errors[1] == pytest.approx(0.5 * (foot[0] - trunk[0] + 0.183 * np.cos(pitch) ** 2), abs=0.01)


def test_what_is_asked_for_with_emphasis_makes_nothing_else_less_of_an_aim(world: Quadruped) -> None:
    low = Reward((term("torso_height", height=0.1), term("torso_roll", 5.0)))
    cost = Cost.of(low, embodied(world.spec(), seen(world)).body)
    assert {t.name for t, _ in cost.aimed} == {"torso_height", "torso_roll"}


class Later:
    """A job that is done when somebody says so."""

    def __init__(self, work: Any) -> None:
        self.work, self.value = work, None

    def done(self) -> bool:
        return self.value is not None

    def result(self) -> Any:
        return self.value


def planning(world: Quadruped, jobs: list[Later]) -> tuple[Any, Callable[[Any], Later]]:
    """A motion whose model is compiled and whose first plan is under way, as the last of the jobs; and where its work goes aside."""

    def aside(work: Any) -> Later:
        jobs.append(Later(work))
        return jobs[-1]

    motion = reward_motion(seen(world, aside=aside), (SPIN,), FEW)
    next(motion)
    jobs[0].value = jobs[0].work()  # the model is compiled
    motion.send(seen(world, aside=aside))
    return motion, aside


def test_an_edit_that_is_heard_while_a_plan_is_made_counts_in_that_plan(world: Quadruped) -> None:
    low, jobs = (Reward((term("torso_height", 50.0, height=0.1),)),), list[Later]()
    motion, aside = planning(world, jobs)
    motion.send(seen(world, aside=aside, adjust=Adjustment(reward=low)))  # the first plan is under way
    assert len(jobs) == 2
    jobs[1].value = jobs[1].work()
    motion.send(seen(world, aside=aside, adjust=Adjustment(reward=low)))
    mind = planning_for(world)
    assert mind is not None and mind.planned is not None and mind.planned.reward == low[0]
    motion.close()


def test_an_edit_that_comes_too_late_for_a_plan_has_the_next_begun_in_the_tick_that_it_comes_in(world: Quadruped) -> None:
    low, jobs = (Reward((term("torso_height", 50.0, height=0.1),)),), list[Later]()
    motion, aside = planning(world, jobs)
    jobs[1].value = jobs[1].work()  # judged before anybody said anything
    motion.send(seen(world, aside=aside, adjust=Adjustment(reward=low)))
    mind = planning_for(world)
    assert mind is not None and mind.planned is not None and mind.planned.reward == SPIN
    assert len(jobs) == 3 and jobs[2].work().reward == low[0]
    motion.close()


def test_words_change_the_command_in_the_next_control_period() -> None:
    heard: list[int] = []
    judged: list[tuple[int, Any]] = []
    with Session(world="quadruped", mode="fast", out=None, seed=SEED) as session:

        def tick(now: Any) -> None:
            mind = planning_for(session.world)
            if mind is None or mind.planned is None:
                return
            judged.append((now.number, mind.planned.reward))
            if len(judged) in (5, 12, 14):
                session.ears.hear("faster")
                heard.append(now.number)
            elif len(judged) > 20:
                session.ears.hear("cancel")

        session.watch(tick, scripted=True)
        session.run("spin on the spot")
    changed = [b[0] for a, b in pairwise(judged) if a[1] != b[1]]
    assert changed == [n + 2 for n in heard], "said while one command leaves, read before the next, and in the one after it"


def test_without_a_model_to_plan_with_it_says_so(world: Quadruped) -> None:
    with pytest.raises(StopIteration) as ended:
        next(reward_motion(seen(world).but(twin=None), (SPIN,)))
    assert ended.value.value.code == "no_model"


def overheard(jobs: list[Later], told: list[Any]) -> dict[str, Any]:
    """What a motion is given where time is real: a place for work aside, and somebody who tells what is heard between two ticks."""

    def aside(work: Any) -> Later:
        jobs.append(Later(work))
        return jobs[-1]

    told.clear()
    return {"aside": aside, "meanwhile": told.append}


def test_an_edit_heard_between_two_ticks_has_the_newest_plan_judged_anew_for_the_next_command(world: Quadruped) -> None:
    low, jobs, told = (Reward((term("torso_height", 50.0, height=0.1),)),), list[Later](), list[Any]()
    motion = reward_motion(seen(world, **overheard(jobs, told)), (SPIN,), FEW)
    next(motion)
    jobs[0].value = jobs[0].work()  # the model is compiled
    motion.send(seen(world, **overheard(jobs, told)))
    jobs[1].value = jobs[1].work()
    mind = planning_for(world)
    assert mind is not None
    told[0](Adjustment(reward=low))
    assert len(jobs) == 4, "no wait for the next tick"
    jobs[2].value = jobs[2].work()
    motion.send(seen(world, **overheard(jobs, told), adjust=Adjustment(reward=low)))
    assert mind.planned is not None and mind.planned.reward == low[0] and len(mind.took) == 1
    assert jobs[3].work().reward == low[0], "and the next plan is for it"
    told[0](Adjustment())
    assert len(jobs) == 5 and not jobs[3].done()
    jobs[4].value = jobs[4].work()
    motion.send(seen(world, **overheard(jobs, told)))
    assert mind.planned.reward == SPIN, "also while that is under way"
    motion.close()


def test_an_edit_heard_between_two_ticks_counts_in_the_plan_that_is_under_way_or_just_judged(world: Quadruped) -> None:
    low, jobs, told = (Reward((term("torso_height", 50.0, height=0.1),)),), list[Later](), list[Any]()
    motion = reward_motion(seen(world, **overheard(jobs, told)), (SPIN,), FEW)
    next(motion)
    jobs[0].value = jobs[0].work()
    motion.send(seen(world, **overheard(jobs, told)))
    told[0](Adjustment(reward=low))
    told[0](Adjustment())
    told[0](Adjustment(reward=low))
    assert len(jobs) == 2 and jobs[1].work().reward == low[0]
    motion.close()


def test_a_plan_judged_anew_is_the_one_that_the_other_reward_had_made(world: Quadruped) -> None:
    mind = mind_of(world, seen(world), (SPIN,), FEW)
    optimiser, robot = mind.optimiser, mind.robot
    obs = seen(world)
    last = robot.command(obs)
    low = Cost.of(Reward((term("torso_height", 50.0, height=0.1),)), robot.body)
    spin = Cost.of(SPIN, robot.body)
    found = []
    for cost in (low, spin):
        optimiser.restart()
        found.append(optimiser.plan(obs, cost, optimiser.start(last, obs.time), obs.time, robot.modes(obs), last))
    anew = optimiser.again(found[1], low)
    assert anew is not None
    np.testing.assert_array_equal(anew.spline.knots, found[0].spline.knots)
    assert anew.cost == found[0].cost and not np.array_equal(found[0].spline.knots, found[1].spline.knots)


def test_plans_drawn_in_rounds_are_not_judged_anew(world: Quadruped) -> None:
    mind = mind_of(world, seen(world), (SPIN,), replace(FEW, sampler=CEM(8)))
    obs = seen(world)
    last, cost = mind.robot.command(obs), Cost.of(SPIN, mind.robot.body)
    planned = mind.optimiser.plan(obs, cost, mind.optimiser.start(last, obs.time), obs.time, mind.robot.modes(obs), last)
    assert mind.optimiser.again(planned, cost) is None
