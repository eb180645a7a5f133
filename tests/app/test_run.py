"""Whole commands on the simulated robot: what they record, tell and return."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from heedful.app.cli import main
from heedful.recording import Run

PICK = ["pick up the purple block", "--seed", "0", "film=none"]


def last(capsys):
    return json.loads(capsys.readouterr().out.splitlines()[-1])


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    out = tmp_path_factory.mktemp("runs")
    code = main(["run", *PICK, "--out", str(out)])
    return code, next(out.iterdir())


def test_a_verified_run_is_0_and_leaves_a_whole_folder(done):
    code, folder = done
    run = Run.load(folder)
    assert code == 0 and run.verdict == "succeeded" and run.episode["truth"] is True
    assert {p.name for p in folder.iterdir()} == {"episode.json", "trace.parquet", "report.html"}
    assert len(run) >= run.episode["cadence"]["ticks"] and run.episode["config"]["film"] == "none"


def test_a_replay_gives_the_same_bits(done, capsys):
    assert main(["replay", str(done[1]), "--json"]) == 0
    told = last(capsys)
    assert told["identical"] and told["model"] and told["ticks"] > 50 and told["versions_differ"] == {}


def test_a_replay_notices_one_changed_command(done, tmp_path, capsys):
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pq.read_table(done[1] / "trace.parquet")
    sent = table["sent.arm"].to_pylist()
    sent[40][0] += 1e-9
    changed = table.set_column(table.column_names.index("sent.arm"), "sent.arm", pa.array(sent, pa.list_(pa.float64())))
    pq.write_table(changed, tmp_path / "trace.parquet")
    (tmp_path / "episode.json").write_text((done[1] / "episode.json").read_text())
    assert main(["replay", str(tmp_path), "--json"]) == 1
    assert last(capsys)["first"] == 41


NOWHERE = [
    ("frobnicate the gizmo", "not_understood", "understood"),
    ("", "not_understood", "understood"),
    ("pick up the green mug", "refused", "seen"),
]


@pytest.mark.parametrize(("words", "verdict", "link"), NOWHERE)
def test_words_that_lead_nowhere_are_1_and_why_names_the_link(words, verdict, link, tmp_path, capsys):
    assert main(["run", words, "--out", str(tmp_path), "--json", "film=none"]) == 1
    told = last(capsys)
    assert told["verdict"] == verdict and told["reason"] and told["plan"] is not None
    assert main(["why", told["run"], "--json"]) == 0 and last(capsys)["link"] == link


def test_a_folder_that_cannot_be_written_is_2(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["run", *PICK, "--out", str(tmp_path / "file"), "--json"]) == 2
    assert "--out" in last(capsys)["error"]


def test_a_setting_that_its_thing_refuses_is_2_and_its_sentence(tmp_path, capsys):
    assert main(["run", *PICK, "robot.model=clay", "--out", str(tmp_path)]) == 2
    assert "known: primitive, menagerie" in capsys.readouterr().err


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_130_and_the_run_is_recorded_as_interrupted(stop, tmp_path):
    words = ["run", *PICK, "mode=realtime", "--out", str(tmp_path), "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "heedful.app.cli", *words], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    until = time.monotonic() + 30
    while not any(p.stat().st_size > 10_000 for p in tmp_path.glob("*/trace.arrows")) and time.monotonic() < until:
        time.sleep(0.05)
    os.kill(process.pid, stop)
    out, _ = process.communicate(timeout=30)
    assert process.returncode == 130
    told = json.loads(out.splitlines()[-1])
    run = Run.load(told["run"])
    assert told["verdict"] == run.verdict == "interrupted" and len(run) > 0 and run.report.is_file()


def test_explain_moves_nothing_and_scores_candidates(capsys):
    assert main(["explain", PICK[0], "--seed", "0", "--json"]) == 0
    told = last(capsys)
    assert told["plan"] and all(0 <= s["can"] <= 1 for s in told["scores"])
    first, *others = told["scores"]
    assert first["chosen"] and first["call"] == told["plan"][0] and not first["why_not"]
    assert all(s["why_not"] and not s["chosen"] for s in others)


def test_explain_scores_both_orders_and_says_why_not(capsys):
    assert main(["explain", "put the red block in the drawer", "--json"]) == 0
    scores = {s["call"]: s for s in last(capsys)["scores"]}
    assert {"place_in(red_block_1, drawer)", "place_in(drawer, red_block_1)"} <= scores.keys()
    assert scores["place_in(red_block_1, drawer)"]["can"] == 0 and "not so" in scores["place_in(red_block_1, drawer)"]["why_not"]
    assert main(["explain", "put the red block in the drawer"]) == 0
    told = capsys.readouterr().out
    assert "say × can" in told and "–" in told and "→" in told


def test_every_list_has_rows(capsys):
    for what in ("skills", "robots", "worlds", "planners", "policies", "suites"):
        assert main(["list", what, "--json"]) == 0
        assert all(row["name"] and row["says"] for row in last(capsys)[what])


@pytest.mark.slow
def test_a_film_is_drawn_and_the_report_shows_it(tmp_path, capsys):
    assert main(["run", *PICK[:3], "--out", str(tmp_path), "--json"]) == 0
    told = last(capsys)
    page = (Run.load(told["run"]).report).read_text()
    assert 'src="episode.mp4"' in page and page.count("data:image/png") >= 2


@pytest.mark.slow
def test_an_evaluation_tells_what_it_measured(capsys):
    assert main(["eval", "tabletop", "--episodes", "1", "--json"]) == 0
    told = last(capsys)
    assert told["n"] == 8 and told["interval"][0] <= told["success"] <= told["interval"][1]
    assert {"suite", "false_successes", "per_task", "baselines", "backend", "perception"} <= told.keys()
