"""Nudges: a direction, an amount, and nothing else that was said.

Magnitudes: tiny 1 cm, a bit 2 cm, by default 4 cm, a lot 10 cm. Directions are the robot's: left is +y, forward +x.
"""

from __future__ import annotations

import re

from heedful.agents.corrections.words import FILLER, listed

Vector = tuple[float, float, float]
_WAYS: dict[str, tuple[Vector, str]] = {
    "left": ((0.0, 1.0, 0.0), "left leftwards leftward"),
    "right": ((0.0, -1.0, 0.0), "right rightwards rightward"),
    "up": ((0.0, 0.0, 1.0), "up higher upwards upward raise"),
    "down": ((0.0, 0.0, -1.0), "down lower downwards downward"),
    "forward": ((1.0, 0.0, 0.0), "forward forwards ahead"),
    "backward": ((-1.0, 0.0, 0.0), "back backward backwards"),
}
DIRECTIONS = {word: way for way, (_, words) in _WAYS.items() for word in words.split()}
"""Words -> the direction they name."""
OPPOSITE = {"left": "right", "right": "left", "up": "down", "down": "up", "forward": "backward", "backward": "forward"}

SIZES = {
    "a tiny bit": 0.01, "tiny bit": 0.01, "tiny": 0.01, "a hair": 0.01, "a touch": 0.01, "a smidge": 0.01, "a whisker": 0.01, "hair": 0.01,
    "not too much": 0.02, "not much": 0.02, "a little bit": 0.02, "a bit": 0.02, "a little": 0.02, "little bit": 0.02, "bit": 0.02,
    "little": 0.02, "slightly": 0.02, "a tad": 0.02, "tad": 0.02, "somewhat": 0.02,
    "quite a lot": 0.10, "a whole lot": 0.10, "a lot": 0.10, "quite a bit": 0.10, "much": 0.10, "way": 0.10, "far": 0.10, "lots": 0.10,
}  # fmt: skip
"""Amounts in words [m]."""
DEFAULT_NUDGE = 0.04
LARGEST_NUDGE = 0.15
"""A larger shift is no nudge [m]."""

_UNITS = {"mm": 0.001, "millimet(?:re|er)s?": 0.001, "cms?": 0.01, "centimet(?:re|er)s?": 0.01, "m": 1.0, "met(?:re|er)s?": 1.0,
          "inch(?:es)?": 0.0254}  # fmt: skip
_COUNTS = {"half an?": 0.5, "an?": 1.0, "one": 1.0, "two": 2.0, "a couple(?: of)?": 2.0, "three": 3.0, "a few": 3.0, "four": 4.0,
           "five": 5.0, "six": 6.0, "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "half": 0.5}  # fmt: skip
_DISTANCE = re.compile(rf"\b(\d+(?:\.\d+)?|{'|'.join(_COUNTS)}) ?({'|'.join(_UNITS)})\b")
_SIZE = re.compile(rf"\b(?:{'|'.join(sorted(SIZES, key=len, reverse=True))})\b")
_TOO = re.compile(
    r"(?:(?:you are|youre|your|its|it is|thats|that is|still|the (?:gripper|arm|hand) is) )*(?:(.*?) )?"
    r"too (?:far )?(?:(?:over )?to the )?(\w+)"
)
_TOO_WAYS = {"high": "up", "low": "down", **DIRECTIONS}
_AROUND = (FILLER - {"right"}) | listed(
    "move go come shift scoot nudge slide push bring a the to of more further it your hand gripper arm over no by again some still"
)
_NOT_HERE = re.compile(r"\bright (?:there|here|now|away|on)\b|\bno (?:more|further|farther|higher|lower)\b")
"""Words that are no direction, or that deny one."""


def nudge(words: str) -> tuple[str, Vector, float] | None:
    """Direction, offset in the robot's frame [m] and its length, if the words ask for a shift and for nothing else."""
    if _NOT_HERE.search(words):
        return None
    too = _TOO.fullmatch(words)
    if too and too.group(2) in _TOO_WAYS:
        way, rest = OPPOSITE[_TOO_WAYS[too.group(2)]], too.group(1) or ""
        size, rest = _amount(rest)
    else:
        size, rest = _amount(words)
        named = {DIRECTIONS[w] for w in rest.split() if w in DIRECTIONS}
        if len(named) != 1:
            return None
        way = named.pop()
        rest = " ".join(w for w in rest.split() if w not in DIRECTIONS)
    if not set(rest.split()) <= _AROUND:
        return None
    x, y, z = _WAYS[way][0]
    return way, (size * x + 0.0, size * y + 0.0, size * z + 0.0), size


def _amount(words: str) -> tuple[float, str]:
    """How far [m], and the words without it."""
    if exact := _DISTANCE.search(words):
        count, unit = exact.groups()
        number = float(count) if count[0].isdigit() else next(v for k, v in _COUNTS.items() if re.fullmatch(k, count))
        metres = number * next(v for k, v in _UNITS.items() if re.fullmatch(k, unit))
        return min(metres, LARGEST_NUDGE), _SIZE.sub(" ", words[: exact.start()] + words[exact.end() :])
    sizes = _SIZE.findall(words)
    return (SIZES[sizes[0]] if sizes else DEFAULT_NUDGE), _SIZE.sub(" ", words)
