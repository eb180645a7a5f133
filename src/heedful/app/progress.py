"""What a person sees while the robot works: a line for each skill, live on a terminal, plain elsewhere."""

from __future__ import annotations

import sys
import threading
from typing import Any

from heedful.app.retelling import Event, sentence, tone

TOLD = ("understood", "plan", "skill_end", "correction", "question", "notice")
"""What a line is written about; of the verdict the verb tells."""
STYLES = {"good": "green", "bad": "red", "warn": "yellow", "calm": "cyan", "plain": ""}
MARKED = {"notice": "notice: ", "question": "? "}


class Progress:
    """Follows a session's events on stderr. Call it with each event; use it as a context."""

    def __init__(self) -> None:
        self._live: Any = None
        self._tasks: dict[str, Any] = {}
        self._lock = threading.Lock()
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress as Bars, SpinnerColumn, TextColumn, TimeElapsedColumn

            columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False, style="bold"), TimeElapsedColumn())
            self._live = Bars(*columns, console=Console(stderr=True), transient=True)

    def __enter__(self) -> Progress:
        if self._live:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Nothing more comes: leave the lines as they are."""
        with self._lock:
            live, self._live = self._live, None
        if live:
            live.stop()

    def __call__(self, event: Event) -> None:
        with self._lock:
            if self._live and event.kind in ("skill_start", "skill_end"):
                call = str(event.data["call"])
                if event.kind == "skill_start":
                    self._tasks[call] = self._live.add_task(call, total=None)
                elif call in self._tasks:
                    self._live.remove_task(self._tasks.pop(call))
            if event.kind in TOLD and (line := sentence(event)):
                self._say(MARKED.get(event.kind, "") + line, STYLES[tone(event)])

    def _say(self, line: str, style: str) -> None:
        if self._live:
            self._live.console.print(line, markup=False, highlight=False, style=style)
        else:
            print(line, file=sys.stderr, flush=True)
