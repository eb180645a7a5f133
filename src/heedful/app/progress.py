"""What a person sees while the robot works: a line for each skill, live on a terminal, plain elsewhere."""

from __future__ import annotations

import sys
import threading
from typing import Any, Protocol

MARKS = {"succeeded": "✓", "failed": "✗", "interrupted": "‖", "timeout": "✗", "unverified": "?"}
STYLES = {"succeeded": "green", "failed": "red", "timeout": "red"}


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
        data = event.data
        with self._lock:
            match event.kind:
                case "understood" if data.get("program") is not None:
                    self._say(f"understood: {data['sentence']}")
                case "plan" if data.get("sentence") and data.get("calls"):
                    self._say(f"plan: {data['sentence']}")
                case "skill_start":
                    if self._live:
                        self._tasks[str(data["call"])] = self._live.add_task(str(data["call"]), total=None)
                case "skill_end":
                    self._end(str(data["call"]), data)
                case "notice":
                    self._say(f"notice: {data['sentence']}", "yellow")
                case "correction":
                    c = data["correction"]
                    late = "" if c.latency_ms is None else f", obeyed after {c.latency_ms:.1f} ms"
                    self._say(f"“{c.text}”: {c.reply or c.kind}{late}", "cyan")
                case "question":
                    self._say(f"? {data['sentence']}", "yellow")

    def _say(self, line: str, style: str = "") -> None:
        if self._live:
            self._live.console.print(line, markup=False, highlight=False, style=style)
        else:
            print(line, file=sys.stderr, flush=True)

    def _end(self, call: str, data: Any) -> None:
        outcome = data["outcome"]
        status = getattr(outcome.status, "value", outcome.status)
        if self._live and call in self._tasks:
            self._live.remove_task(self._tasks.pop(call))
        took = f"{data.get('seconds', 0.0):.1f} s"
        self._say(
            f"{MARKS.get(status, '·')} {call}  {took}{'  ' + outcome.sentence if outcome.sentence else ''}", STYLES.get(status, "yellow")
        )
