"""`heedful eval corrections`: what it prints, writes and answers when it is given what it cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from heedful.app.cli import main

STATE = {
    "running_skill": "place", "bindings": {"object": "red block", "target": "tray"}, "scene": ["red block", "green block", "tray"],
    "last_correction": None, "mentioned": [], "person": {"facing": "robot"},
}  # fmt: skip
RECORDS = [
    {"id": "a", "state": STATE, "utterance": "stop", "kind": "halt", "effect": {}, "ask": False},
    {"id": "b", "state": STATE, "utterance": "slower", "kind": "rate", "effect": {"factor": "faster"}, "ask": False},
    {"id": "c", "state": STATE, "utterance": "no", "kind": "pause", "effect": {}, "ask": True, "candidates": []},
    {"id": "d", "state": STATE, "utterance": "the cat sat on the mat", "kind": "none", "effect": {}, "ask": False},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    return path


def test_the_numbers_are_one_line_of_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "corrections", "--file", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (found["suite"], found["n"], found["kind"], found["effect"], found["wrong_and_silent"]) == ("corrections", 4, 1.0, 0.75, 0.25)
    assert (found["halt_recall"], found["halt_false_alarms"]) == (1.0, 0.0)
    assert found["per_kind"]["rate"]["effect"] == 0.0 and set(found["intervals"]) >= {"kind", "effect", "wrong_and_silent"}


def test_each_record_is_written_with_what_was_made_of_it(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "corrections", "--file", str(file), "--out", str(tmp_path / "out")]) == 0
    assert "halt recall: 1.000" in capsys.readouterr().out
    rows = [json.loads(line) for line in (tmp_path / "out" / "records.jsonl").read_text().splitlines()]
    assert [r["right"] for r in rows] == [True, False, True, True] and rows[1]["wrong_and_silent"] and rows[2]["ask"]


def test_a_record_without_its_state_is_said_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": "a", "utterance": "stop", "kind": "halt", "effect": {}}\n')
    assert main(["eval", "corrections", "--file", str(tmp_path / "bad.jsonl")]) == 2
    assert "has no 'state'" in capsys.readouterr().err
