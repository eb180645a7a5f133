"""`heedful dataset`: runs become a dataset, which is checked, mended and put to use; a session appends as it goes."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "recording"))
from test_dataset_from_run import run

from heedful.app.cli import main
from heedful.recording.dataset import Dataset, verify


def told(capsys):
    return json.loads(capsys.readouterr().out.splitlines()[-1])


def test_runs_become_a_dataset_that_is_whole_and_gives_preference_pairs(tmp_path, capsys):
    run(tmp_path / "runs", heard=(10, 30))
    run(tmp_path / "runs", heard=(5,))
    data = str(tmp_path / "data")
    assert main(["dataset", "convert", str(tmp_path / "runs"), "--out", data, "--format", "v3.1", "--json"]) == 0
    assert told(capsys) == {"dataset": data, "format": "v3.1", "episodes": 2, "left_out": []}
    assert main(["dataset", "verify", data, "--json"]) == 0
    assert told(capsys) == {"dataset": data, "format": "v3.1", "episodes": 2, "frames": 80, "faults": []}
    assert main(["dataset", "preferences", data, "--json"]) == 0
    found = told(capsys)
    pairs = [json.loads(line) for line in Path(found["written"]).read_text().splitlines()]
    assert found["pairs"] == len(pairs) == 3 and {p["utterance"] for p in pairs} == {"left 10", "left 30", "left 5"}


def test_a_dataset_is_converted_to_the_other_format(tmp_path, capsys):
    run(tmp_path / "runs", heard=(10,))
    assert main(["dataset", "convert", str(tmp_path / "runs"), "--out", str(tmp_path / "a"), "--format", "v3.1"]) == 0
    assert main(["dataset", "convert", str(tmp_path / "a"), "--out", str(tmp_path / "b")]) == 0
    assert Dataset(tmp_path / "b").schema.format == "v3.0" and verify(tmp_path / "b") == []


def test_a_run_that_does_not_fit_keeps_the_others_out_of_none(tmp_path, capsys):
    run(tmp_path / "runs", ticks=0)
    run(tmp_path / "runs")
    assert main(["dataset", "convert", str(tmp_path / "runs"), "--out", str(tmp_path / "data"), "--json"]) == 0
    found = told(capsys)
    assert found["episodes"] == 1 and "no trace" in found["left_out"][0]["why"]


def test_a_fault_is_told_and_what_was_cut_off_is_mended(tmp_path, capsys):
    run(tmp_path / "runs")
    data = tmp_path / "data"
    assert main(["dataset", "convert", str(tmp_path / "runs"), "--out", str(data)]) == 0
    (data / ".staging" / "episode-000001").mkdir()
    assert main(["dataset", "verify", str(data)]) == 1
    assert main(["dataset", "repair", str(data)]) == 0 and "dropped episode 1" in capsys.readouterr().out
    assert main(["dataset", "verify", str(data)]) == 0


@pytest.mark.parametrize(
    "words",
    [[], ["vanish"], ["verify"], ["verify", "nowhere"], ["repair", "nowhere"], ["convert", "nowhere"], ["convert", "nowhere", "--out", "x"],
     ["verify", "a", "b"], ["convert", "x", "--size", "3x4"], ["convert", "x", "--format", "v9"]],
    ids=str,
)  # fmt: skip
def test_what_cannot_be_is_one_sentence(tmp_path, monkeypatch, words, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["dataset", *words]) == 2
    error = capsys.readouterr().err
    assert error.startswith("heedful: ") and len(error.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_session_appends_each_run_as_it_ends_with_what_was_said(tmp_path):
    from heedful.session import Session

    with Session(mode="fast", seed=7001, out=tmp_path / "runs", dataset=tmp_path / "data") as session:
        under_way = session.run("put the red block in the blue bowl", wait=False)
        heard = session.say("slower", timeout=30.0)
        episode = under_way.result(300)
    assert verify(tmp_path / "data") == [] and episode.notices == []
    (said,) = Dataset(tmp_path / "data").record(0)["corrections"]
    assert (said["utterance"], said["kind"], said["latency_ms"]) == ("slower", "rate", heard.latency_ms)


def test_a_dataset_without_recorded_runs_is_refused(tmp_path):
    from heedful.session import Session

    with pytest.raises(ValueError, match="out=None"):
        Session(out=None, dataset=tmp_path / "data")
