"""`heedful serve mcp`: a robot for language models. Standard output carries the protocol and nothing else."""

from __future__ import annotations

import contextlib
import importlib
import os
import secrets
import sys
import threading
import webbrowser
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heedful.app.compose import compose
from heedful.app.fronts.standard_output import kept, lent
from heedful.app.options import Usage, note

if TYPE_CHECKING:
    from heedful.app.fronts.conversation import Conversation
    from heedful.app.fronts.transcript import Line

PORT = 8766
NEEDS = 'serving MCP needs the mcp package, version 2: pip install "heedful[mcp]"'


def main(args: Namespace) -> int:
    """0 once whoever spoke has gone."""
    server = _tools()
    if args.port is not None and not args.http:
        raise Usage("--port is for --http; over stdin and stdout there is none")
    with contextlib.ExitStack() as stack:
        stdout = None if args.http else stack.enter_context(kept())
        guest, past = _opened(args, stack)
        made = server(guest, past)
        if args.watch:
            _watched(guest.talk, stack, args.headless)
        note(f"serving {_where(args)}; {'a live robot' if guest.live else 'a simulated robot'}: a stop is lifted by a person alone")
        if stdout is not None:
            with lent(stdout):
                made.run("stdio")
        else:
            _terminal(guest.talk)
            made.run("streamable-http", host="127.0.0.1", port=PORT if args.port is None else args.port)
    return 0


def _tools() -> Any:
    try:
        import mcp.server.mcpserver  # noqa: F401
    except ImportError:
        raise Usage(NEEDS) from None
    from heedful.app.fronts.mcp_tools import server

    return server


def _where(args: Namespace) -> str:
    return f"MCP at http://127.0.0.1:{PORT if args.port is None else args.port}/mcp" if args.http else "MCP over stdin and stdout"


def _opened(args: Namespace, stack: contextlib.ExitStack) -> tuple[Any, Any]:
    """The robot, a conversation with it, a guest in that, and its runs; closed with the stack."""
    from heedful.app.finish import finish
    from heedful.app.fronts.conversation import Conversation
    from heedful.app.fronts.guest import Guest
    from heedful.app.fronts.past import Past
    from heedful.app.open_session import RUNS, open_session

    settings, out = compose(args.overrides, args.seed), args.out or RUNS
    if "mode" not in settings.given:
        settings.values["mode"] = "realtime"
    session = stack.enter_context(open_session(settings, out))
    session.interactive = True

    def ended(folder: Path | None) -> None:
        if folder is not None:
            with contextlib.suppress(OSError, ValueError):
                finish(session.world, folder, film="none")  # a film would take the processor from the robot

    guest = Guest(Conversation(session, ended), args.allow_actions)
    stack.callback(guest.close)
    return guest, Past(out)


def _watched(talk: Conversation, stack: contextlib.ExitStack, headless: bool) -> None:
    """The web page on the same conversation, behind a token: a program on this machine could ask for it, too, and it lets a robot go on."""
    try:
        page = importlib.import_module("heedful.app.fronts.page").open_page(talk, port=0, token=secrets.token_urlsafe(16))
    except ImportError as error:
        raise Usage(f"--watch: {error}") from None
    stack.callback(page.close)
    note(f"to watch, stop, and let it go on: {page.url}")
    if not headless and (sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        webbrowser.open(page.url)


def _terminal(talk: Conversation) -> None:
    """Where a person started it from a terminal, what is typed there is said to the robot, and what the robot says is told."""
    if not (sys.stdin and sys.stdin.isatty()):
        return

    def tell(line: Line) -> None:
        if line.who != "you":
            note(f"{line.who}: {line.text}")

    def read() -> None:
        for line in sys.stdin:
            talk.say(line)

    talk.subscribe(tell)
    note("type here what you say to the robot: 'stop', 'go on', 'a bit to the left'")
    threading.Thread(target=read, name="heedful-terminal", daemon=True).start()
