"""A question to whoever sits at the prompt, answered by a word that is typed in full; the robot is held meanwhile, and a stop ends it."""

from __future__ import annotations

import os
import select
import sys
import threading

LOOK = 0.1
"""How often it is looked whether the question is still wanted [s]."""


class Confirming:
    """Asks on standard error, and reads standard input, a person's or a pipe's."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._read = b""

    def __call__(self, sentence: str, word: str) -> bool:
        """Whether the word was typed. No, where the input has ended or the run is over."""
        print(f"{sentence} Type {word} to let it: ", end="", file=sys.stderr, flush=True)
        line = self._line()
        print("" if line is None or sys.stdin.isatty() else line, file=sys.stderr, flush=True)
        return line == word

    def end(self) -> None:
        """Nothing is wanted any more."""
        self._over.set()

    def _line(self) -> str | None:
        try:
            file = sys.stdin.fileno()
        except (OSError, ValueError):
            return None
        while b"\n" not in self._read:
            if self._over.is_set():
                return None
            if select.select([file], [], [], LOOK)[0]:
                data = os.read(file, 4096)
                if not data:
                    return None
                self._read += data
        line, _, self._read = self._read.partition(b"\n")
        return line.decode(errors="replace").strip()
