"""`heedful train parser`: the small neural parser, trained on sentences made up here, measured on others, and written down small."""

from __future__ import annotations

from argparse import Namespace
from math import inf
from pathlib import Path

from heedful.app.options import Usage, last_line, note

SEED = 5000
"""Of the sentences that are learned from; those that are measured on have another."""


def main(args: Namespace) -> int:
    from heedful.agents.understanding.parser.infer import Network
    from heedful.agents.understanding.parser.layout import Sizes
    from heedful.agents.understanding.parser.measure import measured
    from heedful.agents.understanding.parser.train import NeedsTorch, saved, trained

    seed = SEED if args.seed is None else args.seed
    out = args.out or Path("runs/parser")
    sizes = Sizes()
    try:
        within = float(args.within) if args.within else inf
        weights, vocabulary, about = trained(
            float(args.seconds), seed, note, lambda w, v, a: saved(out, w, v, sizes, a), sizes, within=within, onward=args.onward
        )
    except (NeedsTorch, FileNotFoundError, ValueError) as error:
        raise Usage(str(error)) from None
    saved(out, weights, vocabulary, sizes, about)
    found = measured(Network.load(out), seed + 1_000_000)
    saved(out, weights, vocabulary, sizes, about | found)
    note(f"written to {out}")
    if args.json:
        last_line({**about, **found, "folder": str(out)})
    else:
        print(f"{about['sentences']} sentences in {about['steps']} steps; of others {found['exact']:.3f} are read exactly")
    return 0
