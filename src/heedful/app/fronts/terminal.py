"""A prompt that stays live while the robot moves: what happens scrolls above it, the bar below tells the state, Ctrl-C is HALT."""

from __future__ import annotations

import contextlib
import os
import queue
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from heedful.agents.corrections import is_halt
from heedful.app.fronts.commands import Commands
from heedful.app.fronts.completing import Completer
from heedful.app.fronts.conversation import Conversation
from heedful.app.fronts.display import STYLES, Pieces, bar, shown, wrapped
from heedful.app.fronts.stop_key import StopKey
from heedful.app.fronts.transcript import Line

FRONT = "terminal"
OFTEN = 0.2
"""How often the bar is drawn anew [s]."""
HELD = {"gave up": "giving up the task", "idle": "nothing is under way; Ctrl-D leaves"}
LEAVING = ("quit", "exit", "bye")
"""What people type to a prompt that they want to leave; while the robot works, they are told how."""


class Terminal:
    """The prompt of one conversation, until the person leaves.

    Args:
      conversation: Whose robot it is.
      history: The file of what was typed before; None keeps none.
      options: Further arguments of Commands.
      input, output: prompt_toolkit's, where they are not the terminal.
    """

    def __init__(
        self, conversation: Conversation, history: Path | None = None, input: Any = None, output: Any = None, **options: Any
    ) -> None:  # fmt: skip
        from prompt_toolkit import PromptSession
        from prompt_toolkit.output import ColorDepth
        from prompt_toolkit.styles import Style

        self.conversation = conversation
        self.commands = Commands(conversation, self.tell, self.leave, FRONT, **options)
        self._key = StopKey(conversation, FRONT)
        self._rows: deque[Pieces] = deque()
        self._said: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._depth = ColorDepth.DEPTH_1_BIT if os.environ.get("NO_COLOR") else None
        self._style = Style.from_dict({**STYLES, "bottom-toolbar": "noreverse"})
        self._session: Any = PromptSession(
            "> ", style=self._style, completer=Completer(conversation), complete_in_thread=True,  # type: ignore[arg-type]
            complete_while_typing=False, history=_history(history), auto_suggest=_suggestions(), key_bindings=self._keys(),
            bottom_toolbar=self._bar, refresh_interval=OFTEN, reserve_space_for_menu=5, input=input, output=output, color_depth=self._depth,
        )  # fmt: skip
        self._session.default_buffer.accept_handler = self._accept

    def run(self, first: Callable[[], object] = lambda: None) -> None:
        """Talk until the person leaves.

        Args:
          first: Called once the prompt stands.
        """
        from prompt_toolkit.patch_stdout import patch_stdout

        self.conversation.subscribe(self.show)
        hands = threading.Thread(target=self._heed, name="heedful-prompt", daemon=True)
        hands.start()
        try:
            with patch_stdout(raw=True):
                self._session.prompt(pre_run=first)
        except EOFError:
            pass
        finally:
            self._said.put(None)

    def show(self, line: Line) -> None:
        """A line of the conversation, above the prompt. From any thread."""
        self._write(shown(line, FRONT))

    def tell(self, text: str, style: str = "plain") -> None:
        """A row of the front's own."""
        self._write([[(style, text)]])

    def leave(self) -> None:
        """Hold the robot and end the prompt. From any thread."""
        if self.conversation.session.ears.listening:
            self.conversation.stop(FRONT)
        app = self._session.app
        if app.loop is not None:
            app.loop.call_soon_threadsafe(lambda: app.exit(exception=EOFError) if app.is_running else None)

    def _write(self, rows: list[Pieces]) -> None:
        """Rows above the prompt, or where it stood; several that come together are drawn at once."""
        if not rows:
            return
        self._rows.extend(wrapped(rows, self._columns))
        app = self._session.app
        if app.is_running and app.loop is not None:
            with contextlib.suppress(RuntimeError):  # it has just ended
                app.loop.call_soon_threadsafe(self._above)
                return
        self._print()

    def _above(self) -> None:
        """In the prompt's thread: without leaving the raw mode, so that no key is lost or echoed meanwhile."""
        app = self._session.app
        if not self._rows or not app.is_running:
            return self._print()
        app.renderer.erase()
        self._print()
        app.renderer.request_absolute_cursor_position()
        app.invalidate()

    def _print(self) -> None:
        from prompt_toolkit.formatted_text import FormattedText
        from prompt_toolkit.output import ColorDepth
        from prompt_toolkit.renderer import print_formatted_text

        pieces: Pieces = []
        with contextlib.suppress(IndexError):
            while True:
                pieces += [*((f"class:{style}", text) for style, text in self._rows.popleft()), ("", "\n")]
        if pieces:
            output = self._session.app.output
            depth = self._depth or output.get_default_color_depth() or ColorDepth.default()
            print_formatted_text(output, FormattedText(pieces), self._style, color_depth=depth)

    def _accept(self, buffer: Any) -> bool:
        """In the prompt's thread: HALT at once, everything else by hands that may take their time; the prompt stays."""
        text = buffer.text.strip()
        if text:
            self._write([[("you", f"> {text}")]])
            self._halt_or(text)
        return False

    def _halt_or(self, text: str) -> None:
        if text == ":stop" or (is_halt(text) and self.conversation.working):
            self.conversation.say(text.removeprefix(":"), FRONT)
        else:
            self._said.put(text)

    def _heed(self) -> None:
        """In a thread of its own, what was typed, line by line."""
        while (text := self._said.get()) is not None:
            if self.commands.take(text):
                continue
            leaving = text.lower() in LEAVING
            if not self.conversation.working and (leaving or text.lower() in ("help", "?")):
                self.commands.take(":quit" if leaving else ":help")
                continue
            self.conversation.say(text, FRONT)
            if leaving:
                self.tell("Ctrl-D or :quit leaves, and gives up the task", "warn")

    def _keys(self) -> Any:
        from prompt_toolkit.key_binding import KeyBindings
        from prompt_toolkit.keys import Keys

        keys = KeyBindings()

        @keys.add("c-c", eager=True)
        @keys.add(Keys.SIGINT)
        def stop(event: Any) -> None:
            done = self._key.press()
            event.app.current_buffer.reset()
            self.tell(f"^C  {HELD.get(done, '')}".rstrip(), "you")

        @keys.add("c-d", eager=True)
        def leave(event: Any) -> None:
            if event.app.current_buffer.text:
                event.app.current_buffer.delete()
            else:
                self.leave()

        return keys

    def _bar(self) -> Any:
        self.conversation.session.attend()  # drawn again and again for as long as the prompt lives
        return [(f"class:{style}", text) for style, text in bar(self.conversation.status(), self._columns)]

    @property
    def _columns(self) -> int:
        """How wide the terminal is [characters]; at least what can be read."""
        return max(20, int(self._session.app.output.get_size().columns))


def _history(path: Path | None) -> Any:
    from prompt_toolkit.history import FileHistory, InMemoryHistory

    if path is None:
        return InMemoryHistory()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab"):
            return FileHistory(str(path))
    except OSError:
        return InMemoryHistory()


def _suggestions() -> Any:
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory

    return AutoSuggestFromHistory()
