"""Episodes kept in a file as they finish, so that an evaluation that was interrupted goes on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from heedful.evaluation.results import Trial

NAME = "episodes.jsonl"
"""The file's name in the folder of an evaluation."""
Key = tuple[str, str, int]
"""Line (empty for the agent), task and seed."""


class KeptOtherwise(ValueError):
    """A folder whose episodes were measured in another way; the message says in which."""


class Kept:
    """The finished episodes of one evaluation: a line that says how they are measured, then one for each.

    Args:
      folder: Where the file is, or will be.
      how: What must be the same for episodes to be counted together, as plain data.

    Raises KeptOtherwise for a folder with episodes that were measured otherwise, OSError where nothing can be written.
    """

    def __init__(self, folder: Path, how: Mapping[str, Any]) -> None:
        self.path = Path(folder) / NAME
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.trials: dict[Key, Trial] = {}
        same = json.loads(json.dumps(how, default=str))
        whole = _whole(self.path)
        if whole and (differs := [k for k in {**whole[0], **same} if whole[0].get(k) != same.get(k)]):
            was, now = whole[0].get(differs[0]), same.get(differs[0])
            raise KeptOtherwise(f"{self.path} holds episodes with {differs[0]} {was!r}, and this is {now!r}: name another folder")
        for row in whole[1:]:
            trial = Trial(**{k: v for k, v in row.items() if k != "line"})
            self.trials[row["line"], trial.task, trial.seed] = trial
        lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in (whole or [same])]
        self.path.write_text("".join(lines), encoding="utf-8")  # without what an interrupt cut off

    def add(self, line: str, trial: Trial) -> None:
        """Keep one more, at once."""
        self.trials[line, trial.task, trial.seed] = trial
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"line": line, **asdict(trial)}, ensure_ascii=False) + "\n")


def _whole(path: Path) -> list[dict[str, Any]]:
    """The rows of a file up to the first that is not whole."""
    rows: list[dict[str, Any]] = []
    if not path.is_file():
        return rows
    for text in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            rows.append(json.loads(text))
        except ValueError:
            break
    return rows
