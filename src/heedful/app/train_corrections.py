"""`heedful train corrections`: the second opinion on corrections, fitted to what the grammar says and to records."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from heedful.app.options import Usage, last_line, note

SEED = 5000
SENTENCES = 7000
"""Sentences that the constructions make; a minute and a half of computing."""


def main(args: Namespace) -> int:
    from heedful.agents.corrections.fitting import fitted, hits, saved
    from heedful.agents.sets.corrections import records
    from heedful.agents.sets.language_set import BadRecords

    seed = SEED if args.seed is None else args.seed
    out = args.out or Path("runs/corrections")
    try:
        learned = [record for path in args.file for record in records(path)]
    except BadRecords as error:
        raise Usage(str(error)) from None
    found = fitted(learned, SENTENCES, seed, note)
    out.mkdir(parents=True, exist_ok=True)
    saved(found, out / "guess.npz")
    told = {"sentences": SENTENCES, "records": len(learned), "kind": round(hits(found, learned), 3), "folder": str(out)}
    note(f"written to {out / 'guess.npz'}")
    if args.json:
        last_line(told)
    else:
        print(f"of the records that were learned from it names {told['kind']:.3f} by their kind")
    return 0
