"""`heedful eval language`: what it prints, writes and answers when it is asked for what is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from heedful.app.cli import main

RECORDS = [
    {"id": "a", "instruction": "push the red block to the left", "skill": "push_red_block_left", "file": "mine"},
    {"id": "b", "instruction": "open the drawer", "skill": "close_drawer", "file": "mine"},
    {"id": "c", "instruction": "mumble", "skill": "open_drawer", "file": "mine"},
]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    return path


def test_the_numbers_of_a_set_are_one_line_of_json(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "language", "--set", "calvin", "--file", str(records), "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (found["suite"], found["set"], found["n"], found["backend"]) == ("language", "calvin", 3, "embedded")
    assert (found["exact"], found["wrong_and_silent"], found["asked"], found["not_understood"]) == (0.3333, 0.3333, 0.0, 0.3333)
    low, high = found["interval"]
    assert low < found["exact"] < high
    assert found["per_tag"]["skill"]["close_drawer"]["wrong_and_silent"] == 1.0
    assert found["perception"] and found["ms"]["median"] > 0


def test_each_record_is_written_with_its_verdict_and_program(records: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["eval", "language", "--set", "calvin", "--file", str(records), "--out", str(out)]) == 0
    shown = capsys.readouterr().out
    assert "all" in shown and "0.33" in shown and "embedded" in shown
    rows = [json.loads(line) for line in (out / "records.jsonl").read_text().splitlines()]
    assert [(r["id"], r["right"], r["answer"]) for r in rows] == [
        ("a", True, "acted"),
        ("b", False, "acted"),
        ("c", False, "not_understood"),
    ]
    assert rows[1]["wrong_and_silent"] and rows[1]["program"] and rows[2]["program"] is None and rows[2]["sentence"]
    assert json.loads((out / "evaluation.json").read_text())["n"] == 3


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--set", "calven"], "Did you mean 'calvin'?"), ([], "no set was named"),
        (["--set", "calvin", "--file", "nowhere.jsonl"], "cannot be read"),
        (["--set", "calvin", "--language", "embeded"], "Did you mean 'embedded'?"),
    ],
)  # fmt: skip
def test_what_is_not_there_is_said_in_one_sentence(words: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "language", *words]) == 2
    error = capsys.readouterr().err.strip()
    assert says in error and "\n" not in error


def test_a_line_that_is_no_record_is_named(records: Path, capsys: pytest.CaptureFixture[str]) -> None:
    records.write_text(records.read_text() + "{broken\n")
    assert main(["eval", "language", "--set", "calvin", "--file", str(records)]) == 2
    assert "line 4 is no JSON" in capsys.readouterr().err
