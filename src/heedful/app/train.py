"""`heedful train`: fit what is learned, from attempts and sentences made here."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module
from pathlib import Path

from heedful.app.options import Parser, Usage, overrides, positive, unknown

TRAINED = {
    "affordances": "heedful.app.train_affordances", "parser": "heedful.app.train_parser", "guesses": "heedful.app.train_guesses",
}  # fmt: skip
"""What can be trained -> module with `main(args) -> exit code`."""


def options(parser: Parser) -> None:
    parser.add_argument("what", metavar="|".join(TRAINED), nargs="?", help="what to train")
    overrides(parser)
    parser.add_argument("--episodes", type=positive, default=200, metavar="N", help="scenes to try skills in (default 200)")
    parser.add_argument("--held-out", type=positive, default=60, metavar="N", help="further scenes to measure on (default 60)")
    parser.add_argument("--skills", default="", metavar="A,B", help="only these skills (default: all that can be planned with)")
    parser.add_argument("--minutes", type=float, metavar="M", help="stop trying after so long and fit what there is")
    parser.add_argument("--seconds", type=positive, default=900, metavar="S", help="parser: computing time (default 900)")
    parser.add_argument("--within", type=positive, metavar="S", help="parser: seconds on the clock after which it ends in any case")
    parser.add_argument("--onward", type=Path, metavar="FOLDER", help="parser: go on from weights that were trained into a folder")
    parser.add_argument("--calibrate", action="store_true", help="instead, calibrate when SayCan asks for help")


def main(args: Namespace) -> int:
    """0: it was trained and measured."""
    if args.what not in TRAINED:
        raise Usage(unknown("thing to train", str(args.what), TRAINED))
    return int(import_module(TRAINED[args.what]).main(args))
