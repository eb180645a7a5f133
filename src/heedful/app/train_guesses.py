"""`heedful train guesses`: teach the second opinion on corrections what its sayings say."""

from __future__ import annotations

from argparse import Namespace

from heedful.app.options import last_line, note


def main(args: Namespace) -> int:
    from heedful.agents.corrections.opinion.training import taught

    seed = 0 if args.seed is None else args.seed
    measured = taught(seed, measure=True, out=None)
    path = args.out / "weights.npz" if args.out is not None else None
    if path is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
    made = taught(seed, out=path) if path is not None else taught(seed)
    made["held_out_lines"] = measured["held_out_lines"]
    note(f"{made['labels']} labels from {made['lines']} lines; of lines left out {made['held_out_lines']:.2f} are understood")
    if args.json:
        last_line(made)
    return 0
