"""A conversation without a terminal: lines from a pipe or a file, each taken when it comes; what happens is written in plain lines."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import Any

from heedful.app.fronts.commands import Commands
from heedful.app.fronts.conversation import Conversation
from heedful.app.fronts.display import Pieces, shown
from heedful.app.fronts.stop_key import StopKey
from heedful.app.fronts.transcript import Line

FRONT = "script"


class Scripted:
    """Carries out lines, and writes what comes of them on stdout.

    Args:
      conversation: Whose robot it is.
      options: Further arguments of Commands.
    """

    def __init__(self, conversation: Conversation, **options: Any) -> None:
        self.conversation = conversation
        self.commands = Commands(conversation, self.tell, self._leave, FRONT, by_hand=False, **options)
        self._key = StopKey(conversation, FRONT)
        self._lock = threading.Lock()
        self._gone = False

    def run(self, lines: Iterable[str]) -> None:
        """Take in every line, then wait until the robot is at rest. Raises KeyboardInterrupt where it was interrupted at rest."""
        self.conversation.subscribe(self.show)
        for line in lines:
            if text := line.strip():
                self._write([[("you", f"> {text}")]])
                if not self.commands.take(text):
                    self.conversation.say(text, FRONT)
            if self._gone:
                return
        while not self.conversation.wait(0.2):  # an interrupt is heard in between
            pass

    def interrupted(self, *_: object) -> None:
        """In the signal's handler: HALT; twice gives up the task; KeyboardInterrupt where nothing is under way."""
        if not self.conversation.working:
            raise KeyboardInterrupt
        threading.Thread(target=self._key.press, name="heedful-stop").start()  # what the handler interrupts may hold a lock

    def show(self, line: Line) -> None:
        """A line of the conversation. From any thread."""
        self._write(shown(line, FRONT))

    def tell(self, text: str, style: str = "plain") -> None:
        """A row of the front's own."""
        self._write([[(style, text)]])

    def _leave(self) -> None:
        self._gone = True

    def _write(self, rows: list[Pieces]) -> None:
        with self._lock:
            for row in rows:
                print("".join(text for _, text in row), flush=True)
