"""The command line: exit codes, one sentence for every error, and an answer within half a second."""

import json
import subprocess
import sys
import time
import zipfile

import pytest

from heedful.app.cli import VERBS, main
from heedful.recording import RunWriter


def heedful(*words, cwd=None):
    return subprocess.run([sys.executable, "-m", "heedful.app.cli", *map(str, words)], capture_output=True, text=True, cwd=cwd, timeout=60)


def test_help_answers_within_half_a_second_and_names_every_verb():
    spent = []
    for _ in range(3):
        start = time.perf_counter()
        told = heedful("--help")
        spent.append(time.perf_counter() - start)
    assert told.returncode == 0 and all(f"\n  {verb} " in told.stdout for verb in VERBS)
    assert min(spent) < 0.5


def test_help_imports_nothing_heavy():
    code = "import sys; from heedful.app.cli import main; main(['--help']); print(*sorted(sys.modules), file=sys.stderr)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stderr.split()
    assert not {"mujoco", "hydra", "numpy", "pyarrow", "rich", "omegaconf"} & set(loaded)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_and_the_common_options(verb, capsys):
    assert main([verb, "--help"]) == 0
    told = capsys.readouterr().out
    assert all(option in told for option in ("--seed", "--out", "--json", "--headless"))


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["rnu"], "Did you mean 'run'"),
        (["run"], "no instruction was given"),
        (["run", "go", "--sede", "3"], "--sede"),
        (["run", "go", "--seed", "-3"], "whole number"),
        (["run", "go", "robot=pandda"], "Did you mean 'panda'"),
        (["run", "go", "robt=panda"], "Did you mean 'robot'"),
        (["run", "go", "home"], "in quotes"),
        (["explain", "go", "planner=symbolc"], "Did you mean 'symbolic'"),
        (["eval"], "no suite was named"),
        (["eval", "tabletp"], "Did you mean 'tabletop'"),
        (["eval", "tabletop", "--episodes", "0"], "from 1 on"),
        (["list", "skils"], "Did you mean 'skills'"),
        (["list"], "skills|robots"),
        (["bench", "rendr"], "Did you mean 'render'"),
        (["why", "nowhere"], "no run at nowhere"),
        (["replay", "nowhere"], "no run at nowhere"),
    ],
)
def test_a_bad_option_or_name_is_2_and_one_sentence(words, says, capsys):
    assert main([*words, "--json"]) == 2
    told = capsys.readouterr()
    assert says in told.err and told.err.count("\n") == 1 and "Traceback" not in told.err
    assert says in json.loads(told.out.splitlines()[-1])["error"]


def test_what_should_not_happen_is_1_one_sentence_and_a_log(monkeypatch, capsys):
    def broken(*_):
        raise ZeroDivisionError("a bug\nin two lines")

    monkeypatch.setattr("heedful.app.doctor.main", broken)
    monkeypatch.delenv("HEEDFUL_DEBUG", raising=False)
    assert main(["doctor"]) == 1
    told = capsys.readouterr().err.strip()
    assert told.count("\n") == 0 and "ZeroDivisionError: a bug in two lines" in told
    with open(told.rpartition(" in ")[2]) as log:
        assert "Traceback" in log.read()
    monkeypatch.setenv("HEEDFUL_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["doctor"])


def test_an_interrupt_is_130(monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("heedful.app.doctor.main", interrupted)
    assert main(["doctor"]) == 130


def test_doctor_and_show_config_end_in_one_line_of_json():
    for verb in ("doctor", "show-config"):
        told = heedful(verb, "--json")
        assert told.returncode == 0, told.stderr
        assert isinstance(json.loads(told.stdout.splitlines()[-1]), dict)


@pytest.fixture
def run(tmp_path):
    step = dict(skill="pick", args={"object": "red_block"}, status="failed", code="unreachable", sentence="too far", value=0.91, limit=0.85)
    writer = RunWriter(tmp_path / "runs", {"instruction": "pick it up", "config": {"api_key": "sesame", "rate": 3}})
    return writer.close({"verdict": "failed", "code": "unreachable", "outcomes": [step]})


def test_why_names_the_first_broken_link_of_the_newest_run(run, tmp_path):
    told = heedful("why", "--json", cwd=tmp_path)
    found = json.loads(told.stdout.splitlines()[-1])
    assert told.returncode == 0 and (found["link"], found["value"], found["limit"]) == ("reached", 0.91, 0.85)
    assert "✗ reached" in heedful("why", run).stdout


def test_a_bundle_holds_the_run_and_no_secret(run, tmp_path, capsys):
    assert main(["why", str(run), "--bundle", "--json", "--out", str(tmp_path)]) == 0
    bundle = json.loads(capsys.readouterr().out.splitlines()[-1])["bundle"]
    with zipfile.ZipFile(bundle) as archive:
        assert {"episode.json", "doctor.json"} <= set(archive.namelist())
        everything = b"".join(archive.read(n) for n in archive.namelist())
    assert b"sesame" not in everything and b"pick it up" in everything


def test_a_folder_that_cannot_be_written_is_2(run, tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["why", str(run), "--bundle", "--out", str(tmp_path / "file")]) == 2
    assert "--out" in capsys.readouterr().err
