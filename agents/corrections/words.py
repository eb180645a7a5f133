"""What was said as clauses of plain words, however long it is."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 2000
"""Characters that are read from either end of what was said."""

_MARKS = {"\u2019": "'", "\u2018": "'", "%": " percent ", "\U0001f6d1": " stop ", "\u270b": " stop "}
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+|[.!?,;:\u2026\n]|[-\u2013\u2014]{2,}|(?<=\s)[-\u2013\u2014](?=\s)")
_SPELT = re.compile(r"\b(?:\w[ .-]){3,}\w\b")


def listed(words: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(words.split())


FILLER = listed(
    "please kindly now just robot hey hi oh uh um er ah aah okay ok so well alright right there here actually really maybe perhaps"
    " immediately once quick quickly ow ouch and but yes yeah thanks thank you could would can will i said say think guys dude man sorry"
)
"""Words around a command that change nothing about it."""


def clauses(text: str) -> list[list[str]]:
    """Lower-case words without apostrophes, cut at punctuation; the two ends only of a text that is too long to be a command."""
    if len(text) > 2 * LONGEST:
        text = f"{text[:LONGEST]}\n{text[-LONGEST:]}"
    plain = unicodedata.normalize("NFKC", text).casefold()
    for mark, plainly in _MARKS.items():
        plain = plain.replace(mark, plainly)
    plain = _SPELT.sub(lambda m: re.sub(r"[ .-]", "", m.group()), plain.replace("'", ""))
    found: list[list[str]] = [[]]
    for token in _TOKEN.findall(plain):
        if token[0].isalnum():
            found[-1].append(token)
        elif found[-1]:
            found.append([])
    return [words for words in found if words]


def bare(words: list[str], more: frozenset[str] = frozenset()) -> list[str]:
    """The words without fillers at either end."""
    idle = FILLER | more
    first = next((i for i, w in enumerate(words) if w not in idle), len(words))
    last = next((i for i, w in reversed(list(enumerate(words))) if w not in idle), -1)
    return words[first : last + 1]
