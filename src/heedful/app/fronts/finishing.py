"""Films and reports of runs that have ended, each made by a process of its own, so that it never keeps the robot waiting."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE
from typing import Any

from heedful.app.report import write_report
from heedful.recording import Run

ASIDE: dict[str, Any] = {"creationflags": 0x4200} if sys.platform == "win32" else {"start_new_session": True}
"""A group of its own, which no Ctrl-C reaches; on Windows of a lower priority, which elsewhere the process takes itself."""


class Finishing:
    """Makes them one after the other.

    Args:
      film: How films are drawn: `fast`, `nice` or `none`.
      tell: Told in a sentence of each that is made, or is not.
    """

    def __init__(self, film: str, tell: Callable[[str], None]) -> None:
        self.film, self._tell = film, tell
        self.pending: list[Path] = []
        self.given_up = False
        self._process: subprocess.Popen[str] | None = None
        self._turn, self._done = threading.Lock(), threading.Condition()

    def __call__(self, folder: Path | None) -> None:
        """Make those of a run that has ended; returns when they are made. Nothing to do where none was recorded."""
        if folder is None:
            return
        with self._done:
            self.pending.append(folder)
        with self._turn:
            try:
                self._tell(self._made(folder))
            finally:
                with self._done:
                    self.pending.remove(folder)
                    self._done.notify_all()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until all are made, at most `timeout` [s]; whether they are."""
        with self._done:
            return self._done.wait_for(lambda: not self.pending, timeout)

    def give_up(self) -> None:
        """Draw no more films: the reports go without."""
        self.given_up = True
        if (process := self._process) is not None:
            process.kill()

    def _made(self, folder: Path) -> str:
        """The sentence about one."""
        if self.film != "none" and not self.given_up and Run.load(folder).episode.get("outcomes"):
            words = [sys.executable, "-m", "heedful.app.finish", str(folder), self.film]
            self._process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=PIPE, stderr=PIPE, text=True, **ASIDE)
            if self.given_up:
                self._process.kill()
            out, complaint = self._process.communicate()
            if self._process.returncode == 0:
                said = " ".join(complaint.split())
                return f"report: {out.splitlines()[-1]}{f' ({said})' if said else ''}"
        try:
            return f"report: {write_report(folder)}"
        except (OSError, ValueError) as error:
            return f"there is no report of {folder}: {' '.join(str(error).split())}"
