"""`heedful run`: carry out one instruction, verify it, record it, and tell how it went."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from heedful.app.compose import compose
from heedful.app.options import Parser, last_line, needed, overrides
from heedful.app.progress import Progress

TOLD = ("verdict", "reason", "program", "plan", "outcomes", "corrections", "latency_ms")
"""What of an episode the line of JSON repeats."""


def options(parser: Parser) -> None:
    parser.add_argument("instruction", nargs="?", help='what to do, in quotes: "put the red block in the blue bowl"')
    overrides(parser)


def main(args: Namespace) -> int:
    """0 if the goal was verified true, 130 if interrupted, else 1."""
    from heedful.app.finish import finish
    from heedful.app.open_session import RUNS, open_session
    from heedful.recording import Run

    needed(args, "instruction", 'no instruction was given: say what to do, in quotes, such as "put the red block in the blue bowl"')
    settings = compose(args.overrides, args.seed)
    stopped = False
    with open_session(settings, args.out or RUNS) as session, Progress() as progress:
        session.events.subscribe(progress)
        under_way = session.run(args.instruction, wait=False)
        try:
            under_way.result()
        except KeyboardInterrupt:
            stopped = True
            session.abort()
        session.events.flush()
        folder = session.folder
        if folder is None:
            raise KeyboardInterrupt
        report = finish(session.world, folder, film="none" if stopped else settings.values["film"])
    run = Run.load(folder)
    if args.json:
        last_line({**{k: run.episode.get(k) for k in TOLD}, "run": str(folder), "report": str(report)})
    else:
        print(told(run.episode))
        print(f"report: {report}")
    return 130 if stopped else 0 if run.verdict == "succeeded" else 1


def told(episode: Mapping[str, Any]) -> str:
    """The verdict with its reason, for a person."""
    verdict = str(episode["verdict"]).replace("_", " ")
    return f"{verdict}: {reason}" if (reason := episode.get("reason")) else verdict
