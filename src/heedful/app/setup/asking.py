"""Questions at a prompt, which a pipe may answer as well as a person; whatever answers, everything asked and told is shown."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from typing import TextIO


class Gone(Exception):
    """Nobody answers any more: the input has ended."""


class Refused(Exception):
    """It cannot go on; the message is one sentence with what to do."""


class Asking:
    """Asks.

    Args:
      answers: Where answers come from, a line each; standard input unless given.
      out: Where questions go.
    """

    def __init__(self, answers: TextIO | None = None, out: TextIO | None = None) -> None:
        self._answers, self._out = answers or sys.stdin, out or sys.stdout
        self._shown = self._answers.isatty() if hasattr(self._answers, "isatty") else False

    def tell(self, sentence: str) -> None:
        print(sentence, file=self._out, flush=True)

    def line(self, question: str) -> str:
        """An answer in words. Raises Gone."""
        print(f"{question} ", end="", file=self._out, flush=True)
        line = self._answers.readline()
        if not line:
            print(file=self._out)
            raise Gone
        if not self._shown:
            print(line.strip(), file=self._out, flush=True)  # a terminal shows what is typed; a pipe does not
        return line.strip()

    def yes(self, question: str) -> bool:
        """y or n."""
        while True:
            answer = self.line(f"{question} [y/n]").lower()
            if answer in ("y", "yes", "n", "no"):
                return answer.startswith("y")
            self.tell("  y or n, please")

    def typed(self, word: str, question: str) -> bool:
        """Whether a word was typed in full: for what must not happen by a habit of pressing y."""
        return self.line(f"{question} Type {word} to confirm:") == word

    def number(self, question: str, usual: float, least: float = -math.inf, most: float = math.inf) -> float:
        """A number; the usual one for an empty answer."""
        while True:
            answer = self.line(f"{question} [{usual:g}]")
            try:
                value = float(answer) if answer else usual
            except ValueError:
                value = math.nan
            if least <= value <= most:
                return value
            self.tell(f"  a number from {least:g} to {most:g}, please, or enter for {usual:g}")

    def numbers(self, question: str, usual: Sequence[float]) -> list[float]:
        """As many numbers as are usual, with spaces between."""
        while True:
            answer = self.line(f"{question} [{' '.join(f'{u:g}' for u in usual)}]")
            try:
                values = [float(v) for v in answer.split()] or list(usual)
            except ValueError:
                values = []
            if len(values) == len(usual) and all(map(math.isfinite, values)):
                return values
            self.tell(f"  {len(usual)} numbers with spaces between, please, or enter")
