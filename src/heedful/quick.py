"""The plainest shifts and speeds, read in well under a millisecond: `a bit left`, `3 cm up`, `slower`. Everything else is the grammar's."""

from __future__ import annotations

import re
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.words import clauses, listed
from heedful.types import Correction

WAYS = {
    "left": "left",
    "right": "right",
    "up": "up",
    "higher": "up",
    "down": "down",
    "lower": "down",
    "forward": "forward",
    "forwards": "forward",
}
AMOUNTS = {
    "a tiny bit": "tiny",
    "a hair": "tiny",
    "a bit": "bit",
    "a little": "bit",
    "a little bit": "bit",
    "slightly": "bit",
    "a lot": "lot",
    "": "default",
}
UNITS = {"mm": 0.001, "cm": 0.01, "centimetre": 0.01, "centimetres": 0.01, "centimeter": 0.01, "centimeters": 0.01}
RATES = {
    "slower": "slower", "slow down": "slower", "go slower": "slower", "more slowly": "slower", "faster": "faster", "go faster": "faster",
    "speed up": "faster", "much slower": "much_slower", "much faster": "much_faster", "normal speed": "normal", "half speed": 0.5,
}  # fmt: skip
POLITE = listed("please robot")
LONGEST = 8
"""Words of the longest that is read here."""
_AMOUNT = "|".join(sorted(filter(None, AMOUNTS), key=len, reverse=True))
_SHIFT = re.compile(
    rf"(?:(?:go|move) )?(?:(?P<before>{_AMOUNT}|\d+(?:\.\d+)? (?:{'|'.join(UNITS)})) )?(?:to the (?=left|right))?(?P<way>{'|'.join(WAYS)})"
    rf"(?: (?P<after>{_AMOUNT}|\d+(?:\.\d+)? (?:{'|'.join(UNITS)})))?"
)


def quickly(text: str, dialogue: Dialogue, heard: float) -> Correction | None:
    """The correction, where the words can mean nothing else in this dialogue; None for whatever needs to be read with care."""
    if len(text) > 80 or dialogue.running_skill is None or dialogue.reward:
        return None
    said = clauses(text)
    words = [w for w in said[0] if w not in POLITE] if len(said) == 1 else []
    if not words or len(words) > LONGEST:
        return None
    joined = " ".join(words)
    if joined in RATES:
        return Correction(text, "rate", {"factor": RATES[joined]}, heard)
    found = _SHIFT.fullmatch(joined)
    if found is None or (found["before"] and found["after"]) or joined == "right":
        return None
    named = {w for name in dialogue.scene for w in name.split()}
    if found["way"] in named:
        return None  # a thing may be meant
    effect: dict[str, Any] = {
        "direction": WAYS[found["way"]],
        "frame": "default",
        "magnitude_m": _size(found["before"] or found["after"] or ""),
    }
    return Correction(text, "nudge", effect, heard)


def _size(amount: str) -> str | float:
    if amount in AMOUNTS:
        return AMOUNTS[amount]
    number, unit = amount.split()
    return round(float(number) * UNITS[unit], 4)
