"""Which words exist in English, so that a slip of the pen is told from a word that is only not known here."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_WORDS = Path(__file__).parent / "data" / "english.json"
_ENDINGS = ("s", "es", "ed", "d", "ing", "ly", "er", "y")


@cache
def english() -> frozenset[str]:
    """Common words of English, in lower case."""
    return frozenset(json.loads(_WORDS.read_text(encoding="utf-8"))["words"].split())


def exists(word: str) -> bool:
    """Whether a word is one of English, or a regular form of one."""
    words = english()
    if word in words:
        return True
    return any(word.endswith(e) and len(word) > len(e) + 2 and (w := word[: -len(e)]) and (w in words) for e in _ENDINGS[:2])
