"""A person at a real pseudo-terminal: types keys, reads what stands on the screen."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from screen import Screen

ROWS = 30


class Typist:
    """`heedful talk` in a pseudo-terminal of so many columns."""

    def __init__(self, *words: str, cwd: Path, columns: int = 120, **env: str) -> None:
        import fcntl
        import pty
        import termios

        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, columns, 0, 0))
        self._fd, self._began = ours, time.monotonic()
        self.raw, self.screen = "", Screen(ROWS, columns)
        self.log: list[tuple[float, str]] = []
        """When the screen came to look so [s]."""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "heedful.app.cli", "talk", *words], stdin=theirs, stdout=theirs, stderr=theirs, cwd=cwd,
            env={**os.environ, "TERM": "xterm-256color", **env}, start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )  # fmt: skip
        os.close(theirs)

    @property
    def now(self) -> float:
        """Since it was started [s]."""
        return time.monotonic() - self._began

    @property
    def bar(self) -> str:
        """The last line of the screen that is not empty."""
        return next((line for line in reversed(self.screen.lines) if line.strip()), "")

    def type(self, keys: str) -> float:
        """Press keys; when [s]."""
        os.write(self._fd, keys.encode())
        return self.now

    def until(self, true: Callable[[], bool], what: object, within: float = 60.0) -> float:
        """Read on until it is so; when that was [s]."""
        end = self.now + within
        while not true():
            if not self._read(end - self.now):
                raise AssertionError(f"{what} did not come within {within:g} s; the screen:\n{self.screen.text}")
        return self.now

    def see(self, *texts: str, within: float = 60.0) -> float:
        """Read on until all of these stand above the prompt, in this order; when [s]."""

        def stand() -> bool:
            at = 0
            for text in texts:
                at = self.screen.text.find(text, at) + 1
                if at == 0:
                    return False
            return True

        return self.until(stand, texts, within)

    def see_bar(self, text: str, within: float = 60.0) -> float:
        """Read on until the bar says so; when [s]."""
        return self.until(lambda: text in self.bar, text, within)

    def read_for(self, seconds: float) -> None:
        """Watch for a while."""
        end = self.now + seconds
        while (left := end - self.now) > 0:
            self._read(left)

    def left(self, within: float = 60.0) -> int:
        """Read on until it has ended; its exit code."""
        end = self.now + within
        while self._read(end - self.now):
            pass
        return self.process.wait(max(0.1, end - self.now))

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._fd)

    def __enter__(self) -> Typist:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, seconds: float) -> bool:
        """Whether more was written."""
        if seconds <= 0 or not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            more = os.read(self._fd, 65536).decode(errors="replace")
        except OSError:  # it has ended
            return False
        self.raw += more
        before = self.screen.text
        self.screen.feed(more)
        while self.screen.asked:
            self.screen.asked -= 1
            os.write(self._fd, "\x1b[{};{}R".format(*self.screen.cursor).encode())
        if self.screen.text != before:
            self.log.append((self.now, self.screen.text))
        return bool(more)
