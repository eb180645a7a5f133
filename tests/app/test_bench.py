"""Ratios: told with their targets, and robust to what else the machine does."""

import json
import sys

import numpy as np
import pytest
from hypothesis import given, strategies as st

from heedful.app.bench import BENCHES
from heedful.app.bench.ratio import Ratio, of_blocks
from heedful.app.bench.scene import TWELVE
from heedful.app.cli import main
from heedful.envs.language_to_reward import Playground
from heedful.envs.world import Tabletop
from heedful.hardware.robots.panda import panda


@given(st.floats(0.1, 10.0), st.integers(0, 9), st.floats(1.0, 1e3))
def test_a_burst_in_one_block_leaves_the_ratio_as_it_is(ratio, at, burst):
    ours, theirs = [1.0] * 100, [ratio] * 100
    ours[at * 10] += burst
    assert of_blocks(ours, theirs, 10) == pytest.approx(ratio)


def test_a_target_is_met_or_missed_and_said():
    assert Ratio("a", 0.81, "how", least=0.8).met and "met" in str(Ratio("a", 0.81, "how", least=0.8))
    assert Ratio("a", 0.79, "how", least=0.8).met is False and ">= 0.8" in str(Ratio("a", 0.79, "how", least=0.8))
    assert Ratio("a", 2.0, "how", most=1.0).met is False and Ratio("a", 2.0, "how").met is None


def test_the_scene_has_twelve_things_a_cabinet_and_always_room():
    world = Tabletop(panda())
    for seed in range(4):
        world.reset(seed, TWELVE)
        scene = world.scene()
        assert sum(not t.fixed for t in scene.objects.values()) == 12 and "cabinet" in scene.objects and not world.success()


def test_json_is_one_number_for_each_named_ratio(capsys):
    assert main(["bench", "recording", "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert list(found) == ["recording"] and 0 < found["recording"] < 0.01


@pytest.mark.parametrize("name", BENCHES)
def test_every_name_has_its_measurement(name):
    from importlib import import_module

    assert callable(getattr(import_module(f"heedful.app.bench.{BENCHES[name]}"), name))


def test_an_edit_is_heeded_by_the_first_command_of_a_plan_for_another_reward_that_is_another():
    from heedful.app.bench.rewarding import _first

    old, new, still, moved = "old", "new", np.zeros(2), np.ones(2)
    rows = [(1.00, old, 0.03, still, True), (1.02, old, 0.03, still, True), (1.04, old, 0.03, moved, True), (1.06, new, 0.05, still, True)]
    assert _first(rows, 1.01) == (pytest.approx(0.05), 0.05, True)
    late = [*rows[:3], (1.06, new, 0.05, moved, True), (1.08, new, 0.04, still, True)]
    assert _first(late, 1.01) == (pytest.approx(0.07), 0.04, False), "the first was the same command as before"
    assert _first(rows[:3], 1.01) is None and _first(late[:4], 1.01) is None and _first(rows, 1.07) is None


def test_a_peer_that_is_not_there_is_told_in_a_sentence(capsys):
    from heedful.app.bench.judo import mpc_judo
    from heedful.app.options import Usage

    assert main(["bench", "mpc_judo"]) == 2
    assert "--judo PYTHON" in capsys.readouterr().err
    with pytest.raises(Usage, match=r"could not plan with judo-rai: ModuleNotFoundError: No module named 'judo'"):
        next(mpc_judo(7000, sys.executable))
    with pytest.raises(Usage, match="cannot be run"):
        next(mpc_judo(7000, "/nowhere/python"))


def test_a_model_is_written_so_that_it_can_be_read_back():
    import mujoco

    from heedful.app.bench.judo import _readable

    world = Playground()
    for task in ("spin", "turn_on_faucet"):
        world.reset(7000, task)
        spec = world.spec()
        model = spec.compile()
        again = mujoco.MjModel.from_xml_string(_readable(spec.to_xml()))
        assert (again.nq, again.nu, again.ngeom) == (model.nq, model.nu, model.ngeom)
        np.testing.assert_allclose(again.body_mass, model.body_mass, rtol=1e-5)
        np.testing.assert_allclose(again.actuator_gainprm, model.actuator_gainprm, rtol=1e-5)
    world.close()


def test_a_reward_is_met_where_its_aims_hold_in_the_end():
    from heedful.skills.rewards import Reward, term
    from heedful.skills.rewards.planner import Settings
    from heedful.skills.rewards.sampling import MPPI
    from heedful.skills.rewards.trial import Trial
    from heedful.skills.rewards.tuning import LEGGED

    world = Playground()
    world.reset(7000, "spin")
    for height, met in ((0.27, True), (0.8, False)):
        world.restore(world.initial_state())
        trial = Trial(world, Reward((term("torso_height", height=height),)), Settings(MPPI(8), tuning=LEGGED, every=0.1))
        assert trial.run(0.3).met is met
        trial.close()
    world.close()
