"""`heedful talk`: watch, instruct and correct a robot at a prompt that stays live while it moves."""

from __future__ import annotations

import contextlib
import importlib
import signal
import sys
from argparse import Namespace
from collections.abc import Iterator
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heedful.app.compose import Settings, compose
from heedful.app.options import Parser, Usage, count, deaf, dried, dry, last_line, note, overrides

if TYPE_CHECKING:
    from heedful.app.fronts.conversation import Conversation
    from heedful.app.fronts.finishing import Finishing
    from heedful.session import Session

PAGE = "heedful.app.fronts.page"


def options(parser: Parser) -> None:
    page = parser.add_mutually_exclusive_group()
    page.add_argument("--web", action="store_true", help="open the web page too (at a terminal the default where the extra web is there)")
    page.add_argument("--no-web", action="store_true", help="open no web page")
    parser.add_argument("--host", help="where the page listens (default 127.0.0.1; anything else asks for a token)")
    parser.add_argument("--port", type=count, help="on which port")
    dry(parser)
    overrides(parser)


def main(args: Namespace) -> int:
    """0, or without a terminal 1 where the last instruction was not verified; 130 if interrupted at rest."""
    from heedful.app.fronts.conversation import Conversation
    from heedful.app.fronts.finishing import Finishing
    from heedful.app.open_session import RUNS, open_session

    settings = compose(["mode=realtime", *dried(args)], args.seed)
    by_hand = sys.stdin.isatty() and sys.stdout.isatty() and not args.json
    if by_hand:
        note(f"setting up {settings.chosen['robot']} in {settings.chosen['world']} …")
    rows: list[Any] = []
    folders: list[Path] = []
    finishing = Finishing(settings.values["film"], lambda sentence: rows[0](sentence, "dim"))

    def ended(folder: Path | None) -> None:
        folders.extend([folder] if folder is not None else [])
        finishing(folder)

    with open_session(settings, args.out or RUNS, interactive=True) as session:
        conversation = Conversation(session, ended)
        with _beside(conversation, settings, args, by_hand):
            further = {"task": settings.values["task"], "drawing": finishing.pending.__contains__}
            try:
                _at_terminal(conversation, rows, further) if by_hand else _scripted(conversation, rows, further)
            finally:
                _leave(session, conversation, by_hand)
    _finished(finishing, by_hand)
    return _ended(conversation, folders, args.json, by_hand)


def _at_terminal(conversation: Conversation, rows: list[Any], further: dict[str, Any]) -> None:
    from heedful.agents.memory.opening import default_path
    from heedful.app.fronts.commands import things
    from heedful.app.fronts.terminal import Terminal

    terminal = Terminal(conversation, default_path().with_name("talk_history"), **further)
    rows.append(terminal.tell)

    def first() -> None:
        terminal.tell(f"I see: {things(conversation)}. Say what to do; Ctrl-C stops, Ctrl-D leaves, :help tells more.")

    terminal.run(first)


def _scripted(conversation: Conversation, rows: list[Any], further: dict[str, Any]) -> None:
    from heedful.app.fronts.scripted import Scripted

    script = Scripted(conversation, **further)
    rows.append(script.tell)
    before = signal.signal(signal.SIGINT, script.interrupted)
    try:
        script.run(sys.stdin)
    finally:
        signal.signal(signal.SIGINT, before)


def _leave(session: Session, conversation: Conversation, by_hand: bool) -> None:
    """Whatever is under way is given up, and the robot is held."""
    deaf()  # a second interrupt must not cut that short
    if conversation.working:
        session.abort()
    conversation.wait(5.0)
    if by_hand:
        note("the robot is held")


def _finished(finishing: Finishing, by_hand: bool) -> None:
    """Wait for the films that are being drawn; an interrupt leaves without them."""
    if finishing.wait(0.5):
        return
    before = signal.signal(signal.SIGINT, lambda *_: finishing.give_up())
    if by_hand:
        note("finishing film and report … (Ctrl-C leaves without the film)")
    try:
        while not finishing.wait(0.2):  # an interrupt is heard in between
            pass
    finally:
        signal.signal(signal.SIGINT, before)


def _ended(conversation: Conversation, folders: list[Path], as_json: bool, by_hand: bool) -> int:
    from heedful.recording import Run

    runs = [Run.load(folder) for folder in folders]
    if as_json:
        kept = ("instruction", "verdict", "reason", "corrections", "latency_ms")
        last_line({"runs": [{**{k: run.episode.get(k) for k in kept}, "run": str(run.folder)} for run in runs]})
    last = conversation.last
    verdict = last.episode.verdict if last is not None else None
    return 0 if by_hand or last is None or (verdict is not None and verdict.value == "succeeded") else 1


@contextlib.contextmanager
def _beside(conversation: Conversation, settings: Settings, args: Namespace, by_hand: bool) -> Iterator[None]:
    """The web page and the microphone, as far as they are wanted and there."""
    with contextlib.ExitStack() as stack:
        if (path := settings.values["speech"]) is not None:
            from heedful.app.fronts.speech import Speech, open_recogniser

            speech = Speech(conversation, open_recogniser(str(path)))
            stack.callback(speech.close)
            speech.start()
        if args.web or (by_hand and not args.no_web and all(util.find_spec(m) for m in (PAGE, "viser", "mjviser"))):
            try:
                given = {k: v for k in ("host", "port") if (v := getattr(args, k)) is not None}
                page = importlib.import_module(PAGE).open_page(conversation, **given)
            except (ImportError, OSError, ValueError) as error:
                missing = isinstance(error, ModuleNotFoundError) and error.name == PAGE
                said = "this version has no web page; without --web the prompt is all there is" if missing else str(error)
                if args.web:
                    raise Usage(said) from error
                note(f"there is no web page: {said}")
            else:
                stack.callback(page.close)
                for row in page.how:
                    note(row)
        yield
