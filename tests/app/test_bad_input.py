"""Whatever is typed: one clear sentence, the right exit code, a held robot and a whole run folder."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pytest

from heedful.app.cli import main
from heedful.recording import Run

DO = "put the red block in the blue bowl"
FILES = {
    "list.yaml": "- 1\n- 2\n",
    "torn.yaml": "a: [1\n",
    "half.yaml": "name: x\nparts: {arm: {kind: arm}}\n",
    "syntax.py": "\n\ndef f(:\n",
    "raises.py": "x = 1\nboom\n",
    "nothing.py": "x = 1\n",
    "stillborn.py": "class P:\n    def __init__(self, library):\n        1 / 0\nPLANNER = P\n",
    "clueless.py": """
from heedful.agents import Symbolic

class PLANNER(Symbolic):
    def plan(self, episode, observation):
        return {}["no such plan"]
""",
    "flail.py": """
import heedful as hf

@hf.skill(uses="arm")
def flail(obs):
    "Set out, and break in mid-motion."
    q = obs.parts["arm"].q.copy()
    for i in range(20):
        q[0] += 0.01
        obs = yield hf.Action({"arm": hf.JointTarget(q.copy())})
    raise ZeroDivisionError("no such luck")
""",
    "worlds.py": """
from heedful.envs.objects import block
from heedful.envs.world import Tabletop
from heedful.geometry import Pose

class More(Tabletop):
    def _compose(self, rng, items, *about):
        items = [i for i in items if i.category != "block"]
        spec, things, opened = super()._compose(rng, items, *about)
        return spec, [*things, *self.more(spec)], opened

class Far(More):
    "Its only block stands at the far edge."
    def more(self, spec):
        return [block(spec, "red_block_1", Pose.at(0.94, 0.40, 0.0), "red", "large")]

class Twins(More):
    "Two red blocks that nothing tells apart but where they are."
    def more(self, spec):
        return [block(spec, f"red_block_{i}", Pose.at(0.33, y, 0.0), "red", "large") for i, y in ((1, -0.1), (2, 0.12))]
""",
}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def heedful(capsys, *words):
    """Exit code, stderr and the last line of stdout of a command."""
    code = main([*words, "--json"])
    told = capsys.readouterr()
    assert "Traceback" not in told.err
    return code, told.err, json.loads(told.out.splitlines()[-1])


def held(run):
    """Whether the last thing sent was a hold, and the arm had come to rest by it."""
    return bool(run.trace["halted"][-1]) and float(np.abs(run.trace["observed.arm.dq"][-1]).max()) < 0.1


@pytest.mark.parametrize(
    ("words", "verdict", "says"),
    [
        ([""], "not_understood", ("say for example",)),
        (["  \t "], "not_understood", ("say for example",)),
        (["frobnicate the red block"], "not_understood", ('"frobnicate"',)),
        (["pick up the quux"], "not_understood", ('"quux"',)),
        (["pick up the green mug"], "refused", ("no green mug", "the red block")),
        (["put the table in the mug"], "refused", ("table",)),
        (["put " * 15000 + "the red block " * 5000], "not_understood", ("words",)),
        (["\x00\ud800 pick"], "not_understood", ()),
        (["pick up the red block", "world=worlds.py:Far"], "refused", ("red block", "reach")),
        (["pick up the red block", "world=worlds.py:Twins"], "needs_clarification", ("left", "right")),
    ],
    ids=["empty", "blank", "verb", "noun", "absent", "table in a mug", "30000 words", "half a character", "unreachable", "twins"],
)
def test_words_that_cannot_be_carried_out_are_1_and_a_sentence_and_move_nothing(words, verdict, says, here, capsys):
    code, err, told = heedful(capsys, "run", *words, "film=none")
    assert code == 1 and told["verdict"] == verdict
    assert all(word in told["reason"] for word in says), told["reason"]
    assert err.count(told["reason"]) == 1 and told["reason"].count("\n") == 0
    run = Run.load(told["run"])
    assert held(run) and np.ptp(run.states()[0][:, :7], axis=0).max() < 1e-3
    assert run.report.is_file() and run.verdict == verdict


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["robot=pandda"], "Did you mean 'panda'"),
        (["robot=panda", "world="], "tabletop"),
        (["foo=1"], "There are: robot"),
        (["seed=x"], "whole number"),
        (["safety.speed=fast"], "takes a number"),
        (["safety.speed=2"], "0 to 1"),
        (["mode=slow"], "fast, realtime"),
        (["task=pik"], "Did you mean 'pick'"),
        (["world=nowhere.py"], "there is no file nowhere.py"),
        (["robot=nowhere.yaml"], "there is no file nowhere.yaml"),
        (["robot=list.yaml"], "'key: value'"),
        (["robot=torn.yaml"], "not YAML"),
        (["robot=half.yaml"], "it lacks 'mjcf'"),
        (["robot=nothing.py"], "defines no ROBOT"),
        (["skills=syntax.py"], "SyntaxError in line 3"),
        (["skills.paths=[raises.py]"], "NameError in line 2"),
        (["planner=stillborn.py"], "stillborn.py, line 3, raised ZeroDivisionError"),
        (["planner=clueless.py", "planner.depth=3"], "depth"),
        (["--out", "list.yaml"], "--out"),
        (["--out", "list.yaml/below"], "--out"),
    ],
    ids=" ".join,
)
def test_a_setting_that_cannot_be_is_2_and_one_sentence_that_names_what_can(words, says, here, capsys):
    before = set(os.listdir(here))
    code, err, told = heedful(capsys, "run", DO, *words)
    assert code == 2 and says in err and err.count("\n") == 1
    assert told["error"] == err.removeprefix("heedful: ").strip()
    assert set(os.listdir(here)) == before, "nothing is left behind"


def test_a_skill_that_raises_is_1_a_sentence_and_a_held_robot(here, capsys):
    code, _, told = heedful(capsys, "run", "flail", "skills=flail.py", "film=none")
    assert code == 1 and told["verdict"] == "failed"
    assert "flail broke off: ZeroDivisionError: no such luck (flail.py, line 11)" in told["reason"]
    run = Run.load(told["run"])
    assert held(run) and run.report.is_file()
    assert all("flail.py" in trace for trace in run.episode["errors"])


def test_a_planner_that_raises_is_1_a_sentence_and_a_held_robot(here, capsys):
    code, err, told = heedful(capsys, "run", DO, "planner=clueless.py", "film=none")
    assert code == 1 and told["verdict"] == "failed"
    assert told["reason"] == "the planner broke off: KeyError: 'no such plan' (clueless.py, line 6)"
    assert err.count(told["reason"]) == 1 and held(Run.load(told["run"]))
    assert main(["why", told["run"]]) == 0
    assert "✗ planned" in capsys.readouterr().out


def under_way(here):
    """Whether some run under a folder has been in motion for a while, as far as its rows are on disk."""
    for spool in here.glob("runs/*/trace.arrows"):
        with contextlib.suppress(Exception):  # the first rows may be half written
            if np.ptp(Run.load(spool.parent).states()[0][:, :7], axis=0).max() > 0.1:
                return True
    return False


@pytest.mark.parametrize(
    "stops", [[signal.SIGINT], [signal.SIGTERM], [signal.SIGINT, signal.SIGINT, signal.SIGTERM]], ids=["int", "term", "thrice"]
)
def test_a_signal_in_mid_motion_is_130_a_held_robot_and_a_whole_folder(stops, here):
    words = ["run", DO, "mode=realtime", "film=none", "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "heedful.app.cli", *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=here
    )
    until = time.monotonic() + 30
    while not under_way(here) and time.monotonic() < until:
        time.sleep(0.05)
    for stop in stops:
        os.kill(process.pid, stop)
        time.sleep(0.02)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in err and err.count("interrupted: ") == 1
    told = json.loads(out.splitlines()[-1])
    run = Run.load(told["run"])
    assert told["verdict"] == run.verdict == "interrupted"
    assert sorted(p.name for p in run.folder.iterdir()) == ["episode.json", "report.html", "trace.parquet"]
    assert np.ptp(run.states()[0][:, :7], axis=0).max() > 0.05, "it was in motion"
    assert held(run)
    assert main(["replay", str(run.folder)]) == 0
    assert main(["why", str(run.folder)]) == 0
