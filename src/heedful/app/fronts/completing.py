"""What Tab completes at the prompt: things in the scene by their names, what the robot can do, and the commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from heedful.app.fronts.commands import HELP
from heedful.app.fronts.conversation import Conversation

if TYPE_CHECKING:
    from prompt_toolkit.completion import Completion

LONGEST = 3
"""Words of a name that may have been begun."""


def begun(text: str, names: Iterable[str]) -> tuple[int, list[str]]:
    """How many characters at the end of a text begin a name, the more words the better, and the names that they begin."""
    words = text.lower().split(" ")
    for many in range(min(LONGEST, len(words)), 0, -1):
        last = " ".join(words[-many:])
        if last and (found := sorted({n for n in names if n.startswith(last) and n != last})):
            return len(last), found
    return 0, []


class Completer:
    """As prompt_toolkit asks for it; looks at the scene anew each time."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def names(self, text: str) -> list[str]:
        """What the end of a text may stand for."""
        if text.startswith(":"):
            return list(HELP)
        from heedful.edits.names import names

        seen = self.conversation.session.glance().scene
        verbs = [s.name.replace("_", " ") for s in self.conversation.session.skills]
        return [*(names(seen) if seen is not None else ()), *verbs]

    def get_completions(self, document: Any, event: Any) -> Iterable[Completion]:
        from prompt_toolkit.completion import Completion

        text = document.text_before_cursor
        back, found = begun(text, self.names(text))
        return [Completion(name, start_position=-back) for name in found]
