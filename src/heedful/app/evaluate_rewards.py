"""`heedful eval rewards`: how well words become reward terms, with their signs and magnitudes, record by record."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from heedful.app.options import Usage
from heedful.app.verdicts import folder, publish

if TYPE_CHECKING:
    from heedful.agents.sets.rewards import Row

REWARDS = "rewards"
"""The suite's name."""
BACKEND = "embedded"


def main(args: Namespace) -> int:
    """0: it was measured."""
    from heedful.agents.rewards.judging import embedded
    from heedful.agents.sets import BadRecords, packaged
    from heedful.agents.sets.rewards import judged, records

    try:
        found = records(args.file or packaged(REWARDS))
    except BadRecords as error:
        raise Usage(str(error)) from None
    if args.out is not None:
        folder(args.out)
    rows = judged(found, *embedded())
    groups: dict[str, Callable[[Row], str]] = {
        "part": lambda r: f"{r.record['split']}, {'corrections' if 'correction' in r.record else 'instructions'}",
        "world": lambda r: str(r.record["world"]),
    }
    made = {
        "suite": REWARDS, "backend": BACKEND, "file": str(args.file or "the records that come along"), **numbers(rows),
        **{f"per_{name}": {g: numbers([r for r in rows if of(r) == g]) for g in sorted({of(r) for r in rows})} for name,
        of in groups.items()},
        "per_task": {t: numbers([r for r in rows if r.record.get("task") == t]) for t in sorted({str(r.record.get("task",
        "")) for r in rows})},
    }  # fmt: skip
    publish(args, made, map(_told, rows), lambda: table(made))
    return 0


def numbers(rows: Sequence[Row]) -> dict[str, Any]:
    """The measures of some records with the 95 % interval of what is right."""
    from heedful.agents.sets.rewards import measures
    from heedful.evaluation import wilson

    shares = measures(rows)
    found: dict[str, Any] = {name: round(hits / of, 4) if of else None for name, (hits, of) in shares.items()}
    return {**found, "n": len(rows), "interval": [round(v, 4) for v in wilson(*shares["right"])]}


def table(found: Mapping[str, Any]) -> str:
    """The result in lines for a person."""
    head = ["", "right", "95 %", "wrong and silent", "unheard", "n"]
    rows = [head]
    for by in ("per_part", "per_world"):
        rows += [_row(name, of) for name, of in found[by].items()]
    rows.append(_row("all", found))
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    lines = ["  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]).rstrip() for row in rows]
    lines.append(f"words read by: {found['backend']}")
    return "\n".join(lines)


def _row(name: str, of: Mapping[str, Any]) -> list[str]:
    low, high = of["interval"]
    unheard = "" if of["unheard"] is None else f"{of['unheard']:.3f}"
    return [name, f"{of['right']:.3f}", f"{low:.2f} to {high:.2f}", f"{of['wrong_and_silent']:.3f}", unheard, str(of["n"])]


def _told(row: Row) -> dict[str, Any]:
    """What was made of one record."""
    from heedful.skills.rewards.spelling import to_data

    told = {"id": row.record["id"], "instruction": row.record["instruction"], "correction": row.record.get("correction")}
    made = None if row.made.stages is None else to_data(row.made.stages)["stages"]
    return {**told, "right": row.right, "wrong_and_silent": row.silent, "note": row.note, "stages": made, "sentence": row.made.sentence}
