"""What a person sees while the robot works: a line for each skill, live on a terminal, plain elsewhere."""

from __future__ import annotations

import sys
import threading
from typing import Any, Protocol

MARKS = {"succeeded": "✓", "failed": "✗", "interrupted": "‖", "timeout": "✗", "unverified": "?"}


class Event(Protocol):
    """What a session tells of itself."""

    @property
    def kind(self) -> str: ...
    @property
    def data(self) -> Any: ...


class Progress:
    """Follows a session's events on stderr. Call it with each event; use it as a context."""

    def __init__(self) -> None:
        self._live: Any = None
        self._tasks: dict[str, Any] = {}
        self._lock = threading.Lock()
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import Progress as Bars, SpinnerColumn, TextColumn, TimeElapsedColumn

            columns = (SpinnerColumn(finished_text=" "), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
            self._live = Bars(*columns, console=Console(stderr=True), transient=False)

    def __enter__(self) -> Progress:
        if self._live:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Nothing more comes: leave the lines as they are."""
        if self._live:
            for call, task in self._tasks.items():  # cut short without an outcome
                self._live.update(task, description=f"‖ {call}", completed=1)
            self._live.stop()
            self._live = None

    def __call__(self, event: Event) -> None:
        data = event.data
        with self._lock:
            match event.kind:
                case "understood" | "plan" if data.get("sentence"):
                    self._say(f"{event.kind}: {data['sentence']}")
                case "skill_start":
                    self._start(str(data["call"]))
                case "skill_end":
                    self._end(str(data["call"]), data)
                case "correction":
                    c = data["correction"]
                    late = "" if c.latency_ms is None else f", obeyed after {c.latency_ms:.1f} ms"
                    self._say(f"“{c.text}”: {c.kind}{late}")

    def _say(self, line: str) -> None:
        if self._live:
            self._live.console.print(line, markup=False, highlight=False)
        else:
            print(line, file=sys.stderr, flush=True)

    def _start(self, call: str) -> None:
        if self._live:
            self._tasks[call] = self._live.add_task(f"  {call}", total=1)

    def _end(self, call: str, data: Any) -> None:
        outcome = data["outcome"]
        status = getattr(outcome.status, "value", outcome.status)
        line = f"{MARKS.get(status, '·')} {call}  {data.get('seconds', 0.0):.1f} s{'  ' + outcome.sentence if outcome.sentence else ''}"
        if self._live and call in self._tasks:
            task = self._tasks.pop(call)
            self._live.update(task, description=line, completed=1)
        else:
            self._say(line)
