"""`heedful serve`: one robot, served to whoever speaks a protocol."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module
from pathlib import Path

from heedful.app.options import Parser, Usage, count, overrides, unknown

SERVERS = {"web": "heedful.app.fronts.page.serving"}
"""What may be served -> module with `main(args) -> exit code`."""


def options(parser: Parser) -> None:
    parser.add_argument("what", metavar="|".join(SERVERS), help="web: to people with a browser")
    parser.add_argument("--port", type=count, help="the port to listen at")
    parser.add_argument("--host", help="web: where to listen, this machine alone by default; elsewhere a token is asked for")
    parser.add_argument("--token", help="web: what a browser must show, instead of one that is made")
    parser.add_argument("--screenshots", type=Path, metavar="FOLDER", help="web: let a Chromium go through the page, and keep what it saw")
    overrides(parser)


def main(args: Namespace) -> int:
    """0 once it has served."""
    if args.what not in SERVERS:
        raise Usage(unknown("server", args.what, SERVERS))
    served: int = import_module(SERVERS[args.what]).main(args)
    return served
