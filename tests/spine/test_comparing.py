"""Two settings compared on the same seeds: the pairs that differ are told, and how likely chance alone is to do that."""

import pytest

import heedful as hf
from heedful.evaluation.results import sign_test

SUITE = """
from heedful.envs.tabletop_tasks import DRAWER_CLOSE
TASKS = [DRAWER_CLOSE]
"""


def test_the_pairs_that_differ_are_listed_with_both_reasons(tmp_path):
    (tmp_path / "suite.py").write_text(SUITE)
    found = hf.evaluate(str(tmp_path / "suite.py"), episodes=1, seed=5000, against={"planner": "heedful.agents.planner.baselines:NoOp"})
    assert found.success == 1.0 and not any(t.success for t in found.against)
    ((here, there),) = found.discordant
    assert (here.task, here.seed) == (there.task, there.seed) and here.success and not there.success
    assert "1 of 1 pairs differ, 1 for this (p = 1.00)" in found.table() and found.to_json()["compared"]["success"] == 0.0


@pytest.mark.parametrize("wins,n,p", [(0, 0, 1.0), (1, 1, 1.0), (0, 5, 2 / 32), (5, 10, 1.0), (1, 8, 2 * 9 / 256)])
def test_the_sign_test_is_exact_and_does_not_care_who_wins(wins, n, p):
    assert sign_test(wins, n) == pytest.approx(p) == sign_test(n - wins, n)


@pytest.mark.slow
def test_a_robot_over_ros2_does_what_the_simulated_one_does(tmp_path):
    pytest.importorskip("cyclonedds", reason='ROS 2 without ROS needs cyclonedds: pip install "heedful[ros2]"')
    pytest.importorskip("rosbags", reason='ROS 2 messages need rosbags: pip install "heedful[ros2]"')
    (tmp_path / "suite.py").write_text(SUITE)
    found = hf.evaluate(str(tmp_path / "suite.py"), episodes=3, seed=5000, robot="ros2/fake", against={"robot": "ur5e"})
    assert found.success == 1.0 and not found.discordant
