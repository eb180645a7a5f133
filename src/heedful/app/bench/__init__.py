"""`heedful bench`: how fast this machine runs what, each number a ratio within one run, on the same work."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from importlib import import_module

from heedful.app.bench.ratio import Ratio
from heedful.app.options import Parser, Usage, last_line, unknown

BENCHES = {
    "env": "motion",
    "skill": "motion",
    "ik": "reach",
    "render": "pictures",
    "workers": "sharing",
    "plan": "planning",
    "language": "language",
    "mpc": "mpc",
    "mpc_tuned": "tuning",
    "mpc_edits": "rewarding",
    "mpc_judo": "judo",
    "recording": "small",
    "help": "small",
    "corrections": "corrections",
    "fuzz": "fuzz",
    "ros2": "ros2",
}
"""Name -> the module beside this one with a function of that name, which takes a seed and gives ratios."""


def options(parser: Parser) -> None:
    parser.add_argument("name", nargs="?", metavar="|".join(BENCHES), help="one of them; without it all")
    parser.add_argument("--only", metavar="PART", help="of a bench that has parts, one; ros2 has faults, schedules, halt, cadence")
    parser.add_argument("--judo", metavar="PYTHON", help="mpc_judo: an interpreter where judo-rai is installed")


def main(args: Namespace) -> int:
    """0: it was measured, whether or not a target was met."""
    if args.name is not None and args.name not in BENCHES:
        raise Usage(unknown("bench", args.name, BENCHES))
    found: list[Ratio] = []
    for name in BENCHES if args.name is None else [args.name]:
        if name == "mpc_judo" and args.judo is None:
            if args.name is not None:
                raise Usage("mpc_judo compares with judo-rai, which is no dependency: name an interpreter that has it with --judo PYTHON")
            continue
        where = import_module(f"heedful.app.bench.{BENCHES[name]}")
        parts: Iterable[str] = getattr(where, "PARTS", ())
        if args.only is not None and args.only not in parts:
            raise Usage(unknown(f"part of {name}", args.only, parts) if parts else f"the bench {name} has no parts")
        more = {"python": args.judo} if name == "mpc_judo" else {"only": args.only} if args.only else {}
        for ratio in getattr(where, name)(args.seed or 0, **more):
            found.append(ratio)
            if not args.json:
                print(ratio, flush=True)
    if args.json:
        last_line({r.name: float(f"{r.value:.4g}") for r in found})
    return 0
