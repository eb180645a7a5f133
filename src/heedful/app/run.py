"""`heedful run`: carry out one instruction, verify it, record it, and tell how it went."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from heedful.app.compose import compose
from heedful.app.confirming import Confirming
from heedful.app.options import Parser, deaf, dried, dry, last_line, needed, note, overrides
from heedful.app.progress import Progress
from heedful.latency import told

if TYPE_CHECKING:
    from heedful.recording import Run

COLOURS = {"succeeded": "green", "failed": "red", "timeout": "red"}
TOLD = ("verdict", "reason", "program", "plan", "outcomes", "corrections", "latency_ms", "standstill", "notices")
"""What of an episode the line of JSON repeats."""


def options(parser: Parser) -> None:
    parser.add_argument("instruction", nargs="?", help='what to do, in quotes: "put the red block in the blue bowl"')
    dry(parser)
    overrides(parser)


def main(args: Namespace) -> int:
    """0 if the goal was verified true, 130 if interrupted, else 1."""
    from heedful.app.finish import finish
    from heedful.app.open_session import RUNS, open_session
    from heedful.recording import Run
    from heedful.session import SIGNS

    needed(args, "instruction", 'no instruction was given: say what to do, in quotes, such as "put the red block in the blue bowl"')
    settings = compose(dried(args), args.seed)
    stopped = False
    confirming = Confirming()
    with open_session(settings, args.out or RUNS, confirm=confirming) as session, Progress() as progress:
        session.events.subscribe(progress)
        under_way = session.run(args.instruction, wait=False)
        try:
            while not under_way.wait(SIGNS):
                session.attend()
            under_way.result()
        except KeyboardInterrupt:
            stopped = True
            deaf()  # the robot is being held: a second interrupt must not cut that short
            confirming.end()
            session.abort()
        session.events.flush()
        progress.end()
        folder = session.folder
        if folder is None:
            raise KeyboardInterrupt
        try:
            report = finish(session.world, folder, film="none" if stopped else settings.values["film"])
        except KeyboardInterrupt:
            deaf()
            note("interrupted while the film was drawn: the report goes without it")
            report = finish(session.world, folder, film="none")
    run = Run.load(folder)
    done = run.verdict == "succeeded"
    tell(run, report, sys.stdout if done and not args.json else sys.stderr, brief=args.json)
    if args.json:
        last_line({**{k: run.episode.get(k) for k in TOLD}, "run": str(folder), "report": str(report)})
    return 130 if stopped else 0 if done else 1


def tell(run: Run, report: Path, where: TextIO, brief: bool = False) -> None:
    """The verdict with its reason, the pace that was kept, and where it is recorded, for a person.

    Args:
      run: What happened.
      report: Its page.
      where: Whether it is a result or a complaint.
      brief: The verdict only.
    """
    from rich.console import Console

    console = Console(file=where, highlight=False, soft_wrap=True)
    verdict, reason = run.verdict.replace("_", " "), " ".join(str(run.episode.get("reason") or "").split())
    console.print(f"[bold {COLOURS.get(run.verdict, 'yellow')}]{verdict}[/]{': ' * bool(reason)}", end="")
    console.print(reason, markup=False)
    if brief:
        return
    if run.episode.get("outcomes"):
        console.print(paced(run.episode.get("cadence") or {}), style="dim", markup=False)
    if heeded := told(run.episode.get("latency_ms") or {}, run.episode.get("standstill")):
        console.print(heeded, style="dim", markup=False)
    console.print(f"run: {run.folder}", markup=False)
    console.print(f"report: {report}", markup=False)


def paced(cadence: Mapping[str, Any]) -> str:
    """A cadence report in a line."""
    if not cadence.get("ticks"):
        return ""
    seconds, wall = cadence["ticks"] / cadence["wanted_hz"], cadence["wall_s"]
    if cadence["mode"] == "fast":
        said = f"{seconds:.1f} s of robot time in {wall:.1f} s"
    else:
        said = f"{cadence['rate_hz']:.1f} of {cadence['wanted_hz']:.0f} Hz kept, {100 * cadence['over_budget']:.1f} % of ticks over budget"
    return f"{said}; worst tick {cadence['worst_ms']:.0f} ms ({cadence['worst_at']})"
