"""What people bring along: a skill, a robot, a planner and a task, each in one file outside the repository (docs/extend.md)."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

import heedful as hf
from heedful import config
from heedful.app.cli import main

HOWTO = Path(__file__).parents[2] / "docs" / "howto"


@pytest.fixture
def elsewhere(tmp_path, monkeypatch):
    """An empty directory with copies of the how-to files."""
    for name in ("my_arm.yaml", "my_skill.py", "my_planner.py", "my_task.py"):
        shutil.copy(HOWTO / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(capsys):
    return json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_a_new_skill_is_one_file(elsewhere, capsys):
    assert main(["run", "wave", "skills.paths=[my_skill.py]", "film=none", "--json"]) == 0
    outcome = told(capsys)["outcomes"][0]
    assert (outcome["skill"], outcome["status"]) == ("wave", "succeeded")


def test_a_new_robot_is_one_file_and_the_same_skills_drive_it(elsewhere, capsys):
    assert main(["run", "put the red block in the blue bowl", "robot=my_arm.yaml", "film=none", "--json"]) == 0
    run = told(capsys)
    assert run["verdict"] == "succeeded"
    assert [o["skill"] for o in run["outcomes"]] == ["pick", "place_in"]


def test_a_new_planner_is_one_file(elsewhere, capsys):
    assert main(["run", "put the red block in the blue bowl", "planner=my_planner.py", "film=none", "--json"]) == 0
    run = told(capsys)
    assert run["verdict"] == "succeeded"
    assert [len(p["calls"]) for p in run["plan"]] == [1, 1, 0], "one call a plan, then done"


def test_a_new_task_is_one_file(elsewhere, capsys):
    assert main(["eval", "my_task.py", "--episodes", "2", "--seed", "5", "--json"]) == 0
    result = told(capsys)
    assert result["n"] == 2
    assert result["false_successes"] == 0
    assert list(result["per_task"]) == ["two_in_a_bowl"]
    assert result["success"] == 1.0


def test_the_same_contact_laws_hold_for_an_arm_whose_links_overlap():
    description = config.load("robot", str(HOWTO / "my_arm.yaml"))
    with hf.Session(robot=description, mode="fast", out=None, seed=3) as robot:
        episode = robot.run("pick up the green block")
        assert episode.ok, episode.reason
        assert np.linalg.norm(robot.world.scene().objects["green_block_1"].pose.pos) < 1.0
