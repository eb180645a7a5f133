"""What every verb's options share: the parser, its one-sentence errors, and the last line of JSON."""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn


class Usage(Exception):
    """Something that was asked for does not exist or cannot be; the message is one sentence with the valid choices."""


class Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise Usage(f"{self.prog.removeprefix('heedful ')}: {message} (see {self.prog} --help)")


def common(verb: str, does: str) -> Parser:
    """A parser with the options of every verb."""
    parser = Parser(prog=f"heedful {verb}", description=does[0].upper() + does[1:] + ".", allow_abbrev=False)
    parser.add_argument("--seed", type=count, help="seed of the world's arrangement and of everything else that is drawn by chance")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="where to write (runs are new folders in it; default runs)")
    parser.add_argument("--json", action="store_true", help="end stdout with one line of JSON")
    parser.add_argument("--headless", action="store_true", help="open no window, draw pictures off screen")
    return parser


def overrides(parser: Parser) -> None:
    """Take `group=choice` and `key=value` words."""
    says = "settings, such as robot=panda perception.noise_m=0.005 mode=realtime"
    parser.add_argument("overrides", nargs="*", metavar="group=choice", help=says)


def dry(parser: Parser) -> None:
    """Take `--dry-run`."""
    parser.add_argument(
        "--dry-run",
        action="store_true",
        help="with a robot on ROS 2 or a serial bus: everything but what goes to it at last, which is told",
    )


def dried(args: argparse.Namespace) -> list[str]:
    """The settings that were given, with `--dry-run` among them."""
    return [*args.overrides, *(["robot.dry_run=true"] if args.dry_run else [])]


def needed(args: argparse.Namespace, name: str, says: str) -> None:
    """That a positional was given. argparse, told that it is required, complains of the settings after it too."""
    if getattr(args, name) is None:
        raise Usage(says)


def count(text: str) -> int:
    """A whole number that is not negative."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a whole number from 0 on, got {text!r}")
    return int(text)


def positive(text: str) -> int:
    """A whole number from 1 on."""
    if count(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a whole number from 1 on, got {text!r}")
    return int(text)


def unknown(kind: str, given: str, known: Iterable[str]) -> str:
    """One sentence about a name that is none, with the nearest and all there are."""
    known = list(known)
    near = difflib.get_close_matches(given, known, 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return f"no {kind} named {given!r}.{hint} Known: {', '.join(known)}"


def last_line(data: dict[str, Any]) -> None:
    """End stdout with one JSON object."""
    import json

    from heedful.recording.format import plain

    print(json.dumps(plain(data), ensure_ascii=False, allow_nan=False), flush=True)


def deaf() -> None:
    """Ignore interrupts from now on: what is being put in order shall be finished. `heedful.app.cli.main` ends it."""
    import signal
    import threading

    if threading.current_thread() is threading.main_thread():
        for stop in (signal.SIGINT, signal.SIGTERM):
            signal.signal(stop, signal.SIG_IGN)


def note(sentence: str) -> None:
    """Tell the person something beside the result."""
    print(sentence, file=sys.stderr, flush=True)
