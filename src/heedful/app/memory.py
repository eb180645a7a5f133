"""`heedful memory list|forget`: what people told the robot, and how to take it back."""

from __future__ import annotations

from argparse import Namespace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from heedful.app.options import Parser, Usage, last_line, needed, unknown

if TYPE_CHECKING:
    from heedful.agents.memory import Entry

ACTS = ("list", "forget")


def options(parser: Parser) -> None:
    parser.add_argument("act", nargs="?", metavar="|".join(ACTS), help="show what is remembered, or drop some of it")
    parser.add_argument("ids", nargs="*", metavar="ID", help="with forget: what to drop, by id or the start of one")
    parser.add_argument("--all", action="store_true", help="with forget: everything")
    parser.add_argument("--memory", metavar="PATH", default="user", help="the memory's file (default: the one in the user's data folder)")


def main(args: Namespace) -> int:
    """0 if done, 1 if there was nothing to forget."""
    from heedful.agents.memory import Store, UnreadableMemory
    from heedful.agents.memory.opening import path_of

    needed(args, "act", f"memory: say what to do: {' or '.join(ACTS)}")
    if args.act not in ACTS:
        raise Usage(unknown("act of memory", args.act, ACTS))
    store = Store(path_of(args.memory) or Path(args.memory))
    try:
        return _list(store, args) if args.act == "list" else _forget(store, args)
    except (UnreadableMemory, ValueError) as error:
        raise Usage(str(error)) from error


def _list(store: Any, args: Namespace) -> int:
    if args.ids or args.all:
        raise Usage("memory list takes no ids: it shows everything")
    entries = store.all()
    if args.json:
        last_line({"memory": str(store.path), "entries": [e.to_json() for e in entries]})
    else:
        print("\n".join(map(told, entries)) or f"nothing is remembered in {store.path}")
    return 0


def _forget(store: Any, args: Namespace) -> int:
    if args.all == bool(args.ids):
        raise Usage("memory forget takes the ids to drop (see heedful memory list), or --all")
    gone = store.forget(args.ids, everything=args.all)
    if args.json:
        last_line({"memory": str(store.path), "forgotten": [e.to_json() for e in gone]})
    else:
        print("\n".join(f"forgotten: “{e.utterance}”" for e in gone) or "there was nothing to forget")
    return 0 if gone else 1


def told(entry: Entry) -> str:
    """An entry in two lines for a person."""
    from heedful.agents.memory.bounds import admitted

    day = datetime.fromtimestamp(entry.told)
    effect = ", ".join(f"{k} {_short(v)}" for k, v in entry.rule["effect"].items())
    why = admitted(entry.rule)
    used = f"used {entry.uses} time{'s' * (entry.uses != 1)}" if not isinstance(why, str) else f"never applied: {why}"
    lines = [f"{entry.id}  {entry.kind}, {entry.scope}: “{entry.utterance}” ({day:%Y-%m-%d %H:%M})"]
    lines.append(f"          {entry.rule['kind']} {effect}; {used}, confidence {entry.confidence:.2f}")
    return "\n".join(lines)


def _short(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.3g}"
    return f"({', '.join(map(_short, value))})" if isinstance(value, (list, tuple)) else str(value)
