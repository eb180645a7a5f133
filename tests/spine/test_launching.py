"""Jobs shared out: every result comes exactly once, whichever worker dies in the middle of it."""

import contextlib
import importlib
import multiprocessing
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import heedful as hf
from heedful.launching import JobFailed, Processes, WorkersLost

WORK = """
import os, pathlib, time

def start(folder):
    here = pathlib.Path(folder)
    (here / f"started-{os.getpid()}").touch()

    def work(job):
        if job == "bad":
            raise ArithmeticError("no such number")
        if job == "deadly" or job == 3 and not (here / "died").exists():
            (here / "died").touch()
            os.kill(os.getpid(), 9)
        time.sleep(0.02)
        return job * job, os.getpid()

    return work
"""

SUITE = """
from heedful.envs.tabletop_tasks import DRAWER_CLOSE, PICK
TASKS = [PICK, DRAWER_CLOSE]
"""


@pytest.fixture
def start(tmp_path, monkeypatch):
    """What workers begin with, in a module that they can import too."""
    (tmp_path / "work_for_workers.py").write_text(WORK)
    monkeypatch.syspath_prepend(str(tmp_path))
    sys.modules.pop("work_for_workers", None)
    return importlib.import_module("work_for_workers").start


def test_a_worker_killed_in_the_middle_of_a_job_costs_and_doubles_no_result(start, tmp_path):
    with Processes(2) as crew:
        found = list(crew.map(start, str(tmp_path), range(12)))
        again = list(crew.map(start, str(tmp_path), range(5)))
    assert sorted((i, v) for i, (v, _) in found) == [(i, i * i) for i in range(12)]
    assert (tmp_path / "died").exists() and len({pid for _, (_, pid) in found}) >= 2
    assert sorted(v for _, (v, _) in again) == [0, 1, 4, 9, 16]
    assert not multiprocessing.active_children()


def test_each_worker_begins_once_for_all_its_jobs(start, tmp_path):
    (tmp_path / "died").touch()
    with Processes(2) as crew:
        assert len(list(crew.map(start, str(tmp_path), range(12)))) == 12
    assert 1 <= len(list(tmp_path.glob("started-*"))) <= 2


def test_one_worker_is_this_process(start, tmp_path):
    (tmp_path / "died").touch()
    with Processes(1) as crew:
        assert [(i, (i * i, os.getpid())) for i in range(4)] == list(crew.map(start, str(tmp_path), range(4)))


def test_a_job_that_kills_every_worker_is_named_and_ends_the_run(start, tmp_path):
    with Processes(2) as crew, pytest.raises(WorkersLost, match=r"'deadly'.* was given to 3 workers, and each died over it"):
        list(crew.map(start, str(tmp_path), [1, "deadly", 2]))


def test_what_a_job_raises_is_told_with_its_line(start, tmp_path):
    with Processes(2) as crew, pytest.raises(JobFailed, match=r"work_for_workers.py(?s:.*)no such number"):
        list(crew.map(start, str(tmp_path), [1, "bad", 2]))


def test_a_killed_worker_leaves_an_evaluation_as_it_would_have_been(tmp_path):
    (tmp_path / "suite.py").write_text(SUITE)
    args = dict(episodes=2, seed=5000, planner="heedful.agents.planner.baselines:NoOp")
    alone = hf.evaluate(str(tmp_path / "suite.py"), **args)
    killed = []

    def kill(line, trial):
        if not killed:
            killed.append(multiprocessing.active_children()[0].pid)
            os.kill(killed[0], signal.SIGKILL)

    shared = hf.evaluate(str(tmp_path / "suite.py"), **args, workers=2, on_trial=kill)
    assert killed and shared.trials == alone.trials and shared.n == 4


@pytest.mark.slow
def test_a_ray_worker_killed_in_mid_run_costs_and_doubles_no_episode(tmp_path):
    pytest.importorskip("ray", reason="Ray is not installed: pip install 'heedful[ray]'")
    (tmp_path / "suite.py").write_text(SUITE)
    args = dict(episodes=4, seed=5000, planner="heedful.agents.planner.baselines:NoOp")
    alone = hf.evaluate(str(tmp_path / "suite.py"), **args)
    killed = []

    def kill(line, trial):
        if not killed:
            killed.extend(_actors()[:1])
            os.kill(killed[0], signal.SIGKILL)

    shared = hf.evaluate(str(tmp_path / "suite.py"), **args, launcher="ray", workers=2, on_trial=kill)
    assert killed and Counter((t.task, t.seed) for t in shared.trials) == Counter((t.task, t.seed) for t in alone.trials)
    assert shared.trials == alone.trials


def _actors():
    """The processes of Ray actors that descend from this one."""
    parents, actors = {}, []
    for folder in (p for p in Path("/proc").iterdir() if p.name.isdigit()):
        with contextlib.suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            actors += [int(folder.name)] if (folder / "cmdline").read_text().startswith("ray::_Actor") else []

    def ours(pid):
        return pid == os.getpid() or (pid in parents and ours(parents[pid]))

    return [pid for pid in actors if ours(pid)]


def test_without_ray_one_sentence_names_the_command(tmp_path):
    code = (
        "import sys; sys.modules['ray'] = None\n"
        "from heedful.app.cli import main\n"
        "sys.exit(main(['eval', 'tabletop', 'launcher=ray', '--episodes', '1', '--seed', '5000']))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert told.returncode == 2 and told.stderr.count("\n") == 1 and "pip install 'heedful[ray]'" in told.stderr
