"""`heedful eval corrections`: how well words said to a moving robot are understood, record by record."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from heedful.app.options import Usage
from heedful.app.verdicts import folder, publish

if TYPE_CHECKING:
    from heedful.agents.sets.corrections import Row

CORRECTIONS = "corrections"
"""The suite's name."""
TOLD = ("kind", "effect", "wrong_and_silent", "asked_needlessly")
"""Measures that the table shows of each kind."""


def main(args: Namespace) -> int:
    """0: it was measured."""
    from heedful.agents.corrections import read_correction
    from heedful.agents.sets import BadRecords, packaged
    from heedful.agents.sets.corrections import judged, records

    try:
        found = records(args.file or packaged(CORRECTIONS))
    except BadRecords as error:
        raise Usage(str(error)) from None
    if args.out is not None:
        folder(args.out)
    rows = judged(found, read_correction)
    made = {
        "suite": CORRECTIONS, "file": str(args.file or "the development set that comes along"), **numbers(rows),
        "per_kind": {kind: numbers([r for r in rows if r.record["kind"] == kind],
        TOLD) for kind in sorted({r.record["kind"] for r in rows})},
    }  # fmt: skip
    publish(args, made, map(_told, rows), lambda: table(made))
    return 0


def numbers(rows: Sequence[Row], told: Sequence[str] | None = None) -> dict[str, Any]:
    """The measures of some records with their 95 % intervals, and how long reading took."""
    import numpy as np

    from heedful.agents.sets.corrections import measures
    from heedful.evaluation import wilson

    shares = {name: (hits, of) for name, (hits, of) in measures(rows).items() if told is None or name in told}
    found: dict[str, Any] = {name: round(hits / of, 4) if of else None for name, (hits, of) in shares.items()}
    found |= {"n": len(rows), "intervals": {name: [round(v, 4) for v in wilson(hits, of)] for name, (hits, of) in shares.items() if of}}
    if told is None:
        took = [1000 * r.seconds for r in rows]
        found |= {"of": {name: of for name, (_, of) in shares.items()}}
        found |= {"ms": {"median": round(float(np.median(took)), 2), "p95": round(float(np.percentile(took, 95)), 2)}}
    return found


def table(found: Mapping[str, Any]) -> str:
    """The result in lines for a person: each kind, all of them, and what matters most beside."""
    head = ["", *(name.replace("_", " ") for name in TOLD), "n"]
    rows = [head, *([kind, *_shares(of_kind)] for kind, of_kind in found["per_kind"].items()), ["all", *_shares(found)]]
    widths = [max(len(row[i]) for row in rows) for i in range(len(head))]
    lines = ["  ".join([row[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(row[1:], widths[1:], strict=True))]).rstrip() for row in rows]
    for name, share in found.items():
        if name in found["of"] and name not in TOLD and share is not None:
            low, high = found["intervals"][name]
            lines.append(f"{name.replace('_', ' ')}: {share:.3f} [{low:.3f}, {high:.3f}] of {found['of'][name]}")
    low, high = found["intervals"]["effect"]
    lines.append(
        f"effect: 95 % interval [{low:.2f}, {high:.2f}]; {found['ms']['median']:.1f} ms a sentence, {found['ms']['p95']:.1f} at the "
        f"95th percentile"
    )
    return "\n".join(lines)


def _shares(found: Mapping[str, Any]) -> list[str]:
    return [*(f"{found[name]:.2f}" for name in TOLD), str(found["n"])]


def _told(row: Row) -> dict[str, Any]:
    """What was made of one record."""
    from heedful.agents.sets.corrections import said

    kind, effect = said(row.heard)
    told = {"id": row.record["id"], "utterance": row.record["utterance"], "right": row.right, "wrong_and_silent": row.silent}
    return {**told, "kind": kind, "effect": effect, "ask": row.heard.ask, "candidates": list(row.heard.candidates)}
