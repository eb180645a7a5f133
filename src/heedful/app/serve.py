"""`heedful serve`: one robot, served to whoever speaks a protocol."""

from __future__ import annotations

from argparse import Namespace
from importlib import import_module
from pathlib import Path

from heedful.app.options import Parser, Usage, count, overrides, unknown

SERVERS = {"mcp": "heedful.app.fronts.mcp_serve", "web": "heedful.app.fronts.page.serving"}
"""What may be served -> module with `main(args) -> exit code`."""


def options(parser: Parser) -> None:
    told = "web: to people with a browser; mcp: to language models and their programs, over stdin and stdout"
    parser.add_argument("what", metavar="|".join(SERVERS), help=told)
    parser.add_argument("--port", type=count, help="the port to listen at")
    parser.add_argument("--host", help="web: where to listen, this machine alone by default; elsewhere a token is asked for")
    parser.add_argument("--token", help="web: what a browser must show, instead of one that is made")
    parser.add_argument("--screenshots", type=Path, metavar="FOLDER", help="web: let a Chromium go through the page, and keep what it saw")
    parser.add_argument("--http", action="store_true", help="mcp: over HTTP at 127.0.0.1 instead; this terminal is then a person's")
    parser.add_argument("--allow-actions", action="store_true", help="mcp: let programs move a live robot; a simulated one they may")
    parser.add_argument("--watch", action="store_true", help="mcp: open the web page beside, where a person sees, stops, and lets go on")
    overrides(parser)


def main(args: Namespace) -> int:
    """0 once it has served."""
    if args.what not in SERVERS:
        raise Usage(unknown("server", args.what, SERVERS))
    served: int = import_module(SERVERS[args.what]).main(args)
    return served
