"""Greetings: `hello there`, `good morning, robot`."""

from __future__ import annotations

import re

_GREETING = re.compile(
    r"(?:(?:hello|hallo|hi|hiya|hey|howdy|greetings|good (?:morning|day|afternoon|evening))"
    r"(?:[ ,]+(?:there|robot|again|everyone|everybody|friend|mate|my friend|to you))*(?:[ ,.!]+|$))+",
    re.IGNORECASE,
)


def greets(text: str) -> bool:
    """Whether a greeting is all that was said."""
    return len(text) <= 80 and _GREETING.fullmatch(text.strip()) is not None
