"""`heedful eval rewards`: what it prints, writes and answers when it is given what it cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from heedful.app.cli import main

TALL = {"stages": [{"terms": [{"term": "torso_height", "params": {"height": [[0.34, 0.36]]}}]}]}
FASTER = {"stages": [{"terms": [{"term": "forward_speed", "params": {"speed": ">"}}]}]}
RECORDS = [
    {"id": "a", "split": "dev", "world": "quadruped", "instruction": "raise your body to 35 cm", "accept": [TALL]},
    {"id": "b", "split": "dev", "world": "quadruped", "instruction": "trot", "correction": "slower", "accept": [FASTER]},
    {"id": "c", "split": "held", "world": "tabletop", "instruction": "lift the unicorn", "accept": []},
    {"id": "d", "split": "held", "world": "quadruped", "instruction": "sit down", "accept": []},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps(r) + "\n" for r in RECORDS))
    return path


def test_the_numbers_are_one_line_of_json(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "rewards", "--file", str(file), "--json"]) == 0
    found = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (found["suite"], found["backend"], found["n"], found["right"], found["wrong_and_silent"]) == ("rewards", "embedded", 4, 0.5, 0.5)
    assert found["per_part"]["dev, instructions"]["right"] == 1.0 and found["per_part"]["dev, corrections"]["right"] == 0.0


def test_each_record_is_written_with_the_reward_that_was_made_of_it(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["eval", "rewards", "--file", str(file), "--out", str(tmp_path / "out")]) == 0
    assert "wrong and silent" in capsys.readouterr().out
    rows = [json.loads(line) for line in (tmp_path / "out" / "records.jsonl").read_text().splitlines()]
    assert [r["right"] for r in rows] == [True, False, True, False] and rows[2]["stages"] is None
    assert rows[0]["stages"][0]["terms"][0]["params"]["height"] == 0.35 and "forward_speed" in rows[1]["note"]


def test_a_record_without_a_world_is_said_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": "a", "split": "dev", "instruction": "sit", "accept": []}\n')
    assert main(["eval", "rewards", "--file", str(tmp_path / "bad.jsonl")]) == 2
    assert "has no 'world'" in capsys.readouterr().err


def test_the_catalogue_on_the_page_is_the_one_in_the_code() -> None:
    from heedful.skills.rewards.telling import table

    page = (Path(__file__).parents[2] / "docs" / "rewards.md").read_text(encoding="utf-8")
    assert table() in page
