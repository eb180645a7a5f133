"""Ratios: told with their targets, and robust to what else the machine does."""

import json

import pytest
from hypothesis import given, strategies as st

from heedful.app.bench import BENCHES
from heedful.app.bench.ratio import Ratio, of_blocks
from heedful.app.bench.scene import TWELVE
from heedful.app.cli import main
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
