"""Laws of skills that work by contact: each press counts once, a sponge stays down, a push ends where it shall, people are heeded."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from heedful.agents.planner.search import find
from heedful.envs.world import Tabletop
from heedful.geometry import Pose
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.robots.panda import panda
from heedful.hardware.robots.so101 import so101
from heedful.predicates import evaluate
from heedful.program import parse
from heedful.skills import Library
from heedful.types import Adjustment, Observation, Outcome, Scene, SkillCall

LIBRARY = Library.default()
Tick = Callable[[Scene], None]


@pytest.fixture(scope="module")
def table() -> Tabletop:
    return Tabletop(panda())


def run(world: Tabletop, call: SkillCall, each: Tick = lambda scene: None, nudge: Sequence[float] = (0.0, 0.0, 0.0)) -> Outcome:
    """Run a skill behind the safety envelope, its scene renewed ten times a second; `each` sees the truth as often, and a nudge [m] sets
    in bit by bit as people's do."""
    guard = GuardedRobot(world.robot, world.description)
    began = world.data.time
    skill, scene, refused = LIBRARY[call.skill], world.scene(), 0

    def seen() -> Observation:
        share = min(1.0, (world.data.time - began) / 0.6)
        return guard.observe().but(scene=scene, adjust=Adjustment(offset=tuple(share * d for d in nudge)))

    motion = skill.run(seen(), **call.kwargs)
    try:
        action = next(motion)
        for tick in range(3000):
            sent = guard.apply(action, seen(), touches=skill.may_touch(call), volumes=world.fixtures() if tick == 0 else ())
            refused += any(v.action == "refused" for v in sent.violations)
            if tick % 5 == 0:
                scene = world.scene()
                each(scene)
            action = motion.send(seen())
    except StopIteration as done:
        assert refused == 0, "the envelope refused what the skill declares"
        return done.value
    raise AssertionError(f"{call} never ended")


def test_a_button_is_pressed_once_and_comes_up_again(table):
    table.reset(7000, "lamp_on")
    lit: list[bool] = []
    assert run(table, SkillCall.of("press", button="button_1"), lambda scene: lit.append(scene.lit["lamp_1"])).ok
    changes = sum(a != b for a, b in pairwise(lit))
    assert changes == 1 and lit[-1]
    assert table.scene().joints["button_1"] < 0.1


@pytest.mark.parametrize(("robot", "task"), [(panda, "faucet_on"), (so101, "faucet_off")], ids=["on", "off with five joints"])
def test_a_lever_is_led_to_where_water_runs_or_not_and_left_alone(robot, task):
    world = Tabletop(robot())
    world.reset(7003, task)
    wanted = task == "faucet_on"
    assert run(world, SkillCall.of("turn_on" if wanted else "turn_off", faucet="faucet_1")).ok
    scene = world.scene()
    assert evaluate(parse("running(faucet_1)"), scene) is wanted
    assert not world.truth.robot_touches()


def test_pushing_goes_on_after_the_box_slips_aside_and_ends_in_the_square(table):
    table.reset(7001, "push_to")
    square = table.instance.binding["target"]
    start = table.scene().objects["box_1"].pose.pos.copy()
    slipped, heights = [], []

    def slip(scene: Scene) -> None:
        heights.append(scene.objects["box_1"].bottom)
        if not slipped and np.linalg.norm(scene.objects["box_1"].pose.pos - start) > 0.04:
            way = scene.objects[square].pose.pos - start
            aside = np.array([-way[1], way[0]]) / np.linalg.norm(way[:2])
            table.data.joint("box_1_free").qpos[:2] += 0.04 * aside
            slipped.append(True)

    assert run(table, SkillCall.of("push", object="box_1", target=square), slip).ok
    assert slipped and table.success()
    assert max(heights) < 0.004  # it never leaves the table


def test_a_nudge_while_pushing_is_not_pushed_back(table):
    table.reset(7001, "push_to")
    square = table.instance.binding["target"]
    assert run(table, SkillCall.of("push", object="box_1", target=square), nudge=(0.0, 0.05, 0.0)).ok
    aside = (table.scene().objects["box_1"].pose.pos - table.scene().objects[square].pose.pos)[:2]
    assert np.linalg.norm(aside - [0.0, 0.05]) < 0.025


def test_what_is_pushed_next_to_another_leaves_it_where_it_is(table):
    table.reset(7002, "push_next_to")
    target = table.instance.binding["target"]
    before = table.scene().objects[target].pose.pos
    assert run(table, SkillCall.of("push_next_to", object="box_1", target=target)).ok
    assert table.success()
    assert np.linalg.norm(table.scene().objects[target].pose.pos - before) < 0.005


def test_a_sponge_stays_on_the_table_from_the_first_cell_wiped_to_the_last(table):
    table.reset(7004, "wipe")
    assert run(table, SkillCall.of("pick", object="sponge_1")).ok
    gaps: list[float] = []

    def note(scene: Scene) -> None:
        if 0 < scene.wiped["spill_1"] < 0.9:
            gaps.append(scene.objects["sponge_1"].bottom)

    assert run(table, SkillCall.of("wipe", spill="spill_1", sponge="sponge_1"), note).ok
    assert table.success() and len(gaps) > 5
    assert max(gaps) < 0.004


def test_a_button_out_of_reach_is_said_to_be():
    world = Tabletop(so101())
    world.reset(7000, "lamp_on")
    scene = world.scene()
    button = scene.objects["button_1"]
    far = replace(button, pose=Pose.at(0.85, 0.0, float(button.pose.pos[2])))
    guard = GuardedRobot(world.robot, world.description)
    obs = guard.observe().but(scene=replace(scene, objects={**scene.objects, "button_1": far}))
    motion = LIBRARY["press"].run(obs, button="button_1")
    with pytest.raises(StopIteration) as end:
        next(motion)
    assert end.value.value.code == "unreachable"


def test_what_stands_in_a_spill_is_put_elsewhere_before_it_is_wiped(table):
    table.reset(7000, "wipe_under")
    blocker = table.instance.binding["blocker"]
    calls = find(LIBRARY, table.scene(), parse("clean(spill_1)"))
    assert [c.skill for c in calls] == ["pick", "place_on", "pick", "wipe"]
    assert calls[0].kwargs["object"] == blocker and calls[1].kwargs["target"] == "table"


def test_a_thing_that_can_be_grasped_is_carried_rather_than_pushed(table):
    table.reset(7000, "place_next_to")
    calls = find(LIBRARY, table.scene(), table.instance.goal)
    assert not any(c.skill.startswith("push") for c in calls)
