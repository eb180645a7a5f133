"""What an evaluation over records leaves: its numbers, and line by line what was made of each record."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from heedful.app.options import Usage, last_line, note


def folder(out: Path) -> None:
    """Make the folder that is written to. Raises Usage."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Usage(f"{out} cannot be made ({error.strerror}): name another folder with --out") from None


def publish(args: Namespace, found: dict[str, Any], lines: Iterable[Mapping[str, Any]], table: Callable[[], str]) -> None:
    """Write the numbers and the lines where `--out` says so, and tell the numbers, as JSON or as a table. Raises Usage."""
    if args.out is not None:
        note(f"written to {_write(args.out, found, lines)}")
    if args.json:
        last_line(found)
    else:
        print(table())


def _write(out: Path, found: Mapping[str, Any], lines: Iterable[Mapping[str, Any]]) -> Path:
    from heedful.recording import write_json

    path = out / "records.jsonl"
    try:
        path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        write_json(out / "evaluation.json", found)
    except OSError as error:
        raise Usage(f"{path} cannot be written ({error.strerror}): name another folder with --out") from None
    return path
