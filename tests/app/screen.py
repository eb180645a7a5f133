"""What stands on a terminal's screen after some bytes: cursor moves, erasing and scrolling, as far as a prompt uses them."""

from __future__ import annotations

import re

PIECE = re.compile(r"\x1b\[([?0-9;]*)([ -/]*[@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[@-Z\\-_=>]|[\r\n\b]|[^\x1b\r\n\b]+", re.DOTALL)


class Screen:
    """So many rows and columns; what scrolls out is kept above."""

    def __init__(self, rows: int, columns: int) -> None:
        self.rows, self.columns = rows, columns
        self.above: list[str] = []
        self.asked = 0
        """How often the program asked where the cursor is, since that was answered."""
        self._cells = [[" "] * columns for _ in range(rows)]
        self._y = self._x = 0
        self._rest = ""

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column, from 1 on."""
        return self._y + 1, min(self._x, self.columns - 1) + 1

    @property
    def lines(self) -> list[str]:
        return ["".join(row).rstrip() for row in self._cells]

    @property
    def text(self) -> str:
        """Everything that was ever written and not drawn over, oldest first."""
        return "\n".join([*self.above, *self.lines]).rstrip()

    def feed(self, text: str) -> None:
        text, self._rest = self._rest + text, ""
        cut = text.rfind("\x1b")
        if cut >= 0 and (found := PIECE.match(text, cut)) is None:
            text, self._rest = text[:cut], text[cut:]  # the rest of it comes later
        for found in PIECE.finditer(text):
            if found[2]:
                self._control(found[1].strip("?"), found[2])
            elif found[0] in "\r\n\b":
                self._move(found[0])
            elif not found[0].startswith("\x1b"):
                for character in found[0]:
                    self._write(character)

    def _move(self, key: str) -> None:
        if key == "\n":
            self._down()
        else:
            self._x = 0 if key == "\r" else max(0, self._x - 1)

    def _down(self) -> None:
        self._y += 1
        if self._y == self.rows:
            self.above.append("".join(self._cells.pop(0)).rstrip())
            self._cells.append([" "] * self.columns)
            self._y -= 1

    def _write(self, character: str) -> None:
        if self._x >= self.columns:
            self._x = 0
            self._down()
        self._cells[self._y][self._x] = character
        self._x += 1

    def _control(self, numbers: str, what: str) -> None:
        given = [int(n) for n in numbers.split(";") if n.isdigit()]
        by = given[0] if given else 1
        match what:
            case "A":
                self._y = max(0, self._y - by)
            case "B":
                self._y = min(self.rows - 1, self._y + by)
            case "C":
                self._x = min(self.columns - 1, self._x + by)
            case "D":
                self._x = max(0, min(self._x, self.columns - 1) - by)
            case "H":
                self._y, self._x = (given[0] - 1, given[1] - 1) if len(given) > 1 else (0, 0)
            case "J":
                whole = given[:1] == [2]
                for row in self._cells[0 if whole else self._y + 1 :]:
                    row[:] = [" "] * self.columns
                self._cells[self._y][0 if whole else self._x :] = [" "] * (self.columns - (0 if whole else min(self._x, self.columns)))
            case "K":
                self._cells[self._y][self._x :] = [" "] * (self.columns - min(self._x, self.columns))
            case "n":
                self.asked += 1
