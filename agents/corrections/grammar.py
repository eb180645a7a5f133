"""A grammar of corrections: HALT by itself and first, then resume, abort, rate and nudge.

Magnitudes: tiny 1 cm, a bit 2 cm, by default 4 cm, a lot 10 cm. Directions are the robot's: left is +y, forward +x.
"""

from __future__ import annotations

import re

from heedful.types import Correction

_HALT = (
    r"stop|halt|freeze|whoa+|wait|hold it|hold on|hold still|stand still|don ?t move|do not move|no no|"
    r"emergency(?: stop)?|e stop|stop moving|stop it|stop that|stop now"
)
_FILLER = r"please|now|robot|right|there|hey|immediately|just|oh|ah+|ow|ouch|everything|at once|moving"
HALT = re.compile(rf"(?:(?:{_FILLER})\s+)*(?:{_HALT})(?:\s+(?:{_HALT}|{_FILLER}))*")
RESUME = re.compile(r"(?:ok(?:ay)?\s+)?(?:please\s+)?(?:go on|continue|resume|carry on|go ahead|keep going|proceed)(?:\s+(?:please|now))?")
ABORT = re.compile(
    r"(?:please\s+)?(?:cancel|abort|forget (?:it|that|about it)|never ?mind|give (?:it )?up|quit)"
    r"(?:\s+(?:that|it|this|the task))?(?:\s+please)?"
)
RATES = {
    "slower": 0.5, "slow down": 0.5, "more slowly": 0.5, "not so fast": 0.5, "too fast": 0.5, "much slower": 0.25, "faster": 2.0,
    "speed up": 2.0, "hurry up": 2.0, "quicker": 2.0, "normal speed": 0.0,
}  # fmt: skip
"""Words -> factor on the present speed; 0 restores it."""

DIRECTIONS = {
    "left": (0.0, 1.0, 0.0), "right": (0.0, -1.0, 0.0), "up": (0.0, 0.0, 1.0), "higher": (0.0, 0.0, 1.0), "upwards": (0.0, 0.0, 1.0),
    "down": (0.0, 0.0, -1.0), "lower": (0.0, 0.0, -1.0), "downwards": (0.0, 0.0, -1.0), "forward": (1.0, 0.0, 0.0),
    "forwards": (1.0, 0.0, 0.0), "back": (-1.0, 0.0, 0.0), "backward": (-1.0, 0.0, 0.0), "backwards": (-1.0, 0.0, 0.0),
}  # fmt: skip
SIZES = {
    "tiny": 0.01,
    "hair": 0.01,
    "touch": 0.01,
    "bit": 0.02,
    "little": 0.02,
    "slightly": 0.02,
    "tad": 0.02,
    "lot": 0.10,
    "much": 0.10,
    "far": 0.10,
}
DEFAULT_NUDGE = 0.04
LARGEST_NUDGE = 0.15
"""A larger shift is no nudge [m]."""

_UNITS = {
    "mm": 0.001,
    "millimetre": 0.001,
    "millimeter": 0.001,
    "cm": 0.01,
    "centimetre": 0.01,
    "centimeter": 0.01,
    "m": 1.0,
    "metre": 1.0,
    "meter": 1.0,
}
_DISTANCE = re.compile(rf"(\d+(?:\.\d+)?)\s*({'|'.join(sorted(_UNITS, key=len, reverse=True))})s?\b")
_NUDGE_WORDS = frozenset(
    [
        "move",
        "go",
        "shift",
        "please",
        "a",
        "an",
        "the",
        "to",
        "of",
        "and",
        "more",
        "further",
        "just",
        "tiny",
        "hair",
        "touch",
        "bit",
        "little",
        "slightly",
        "tad",
        "lot",
        "much",
        "far",
        "your",
        "hand",
        "gripper",
        "arm",
        "it",
        "over",
        "robot",
        "now",
        "ok",
        "okay",
        "no",
    ]
) | frozenset(DIRECTIONS)


def _plain(text: str) -> str:
    return re.sub(r"[^\w.\s]|\.(?!\d)", " ", text.lower().replace("'", "")).strip()


def is_halt(text: str) -> bool:
    """Whether the words mean: stop all motion now. Checked before anything else, and by itself."""
    return bool(HALT.fullmatch(re.sub(r"\s+", " ", _plain(text[:200]))))


def understand_correction(text: str, heard: float = 0.0) -> Correction:
    """A typed correction from words; kind `none` with a reply if they are none that is known.

    Args:
      text: What was said.
      heard: Its arrival on the monotonic clock [s].
    """
    words = re.sub(r"\s+", " ", _plain(text[:2000]))
    if is_halt(text):
        return Correction(text, "halt", {}, heard, reply="stopped; say 'go on' to continue")
    if RESUME.fullmatch(words):
        return Correction(text, "resume", {}, heard, reply="going on")
    if ABORT.fullmatch(words):
        return Correction(text, "abort", {}, heard, reply="giving up the task")
    for said, factor in RATES.items():
        if re.fullmatch(rf"(?:a bit |a little |please |move |go |no )*{said}(?: please)?", words):
            factor = factor**0.5 if re.match(r"a (bit|little)", words) and factor else factor
            return Correction(text, "rate", {"factor": round(factor, 3)}, heard, reply=said)
    return _nudge(text, words, heard) or Correction(
        text,
        "none",
        {},
        heard,
        reply=f"I did not understand {text[:60]!r}; I know stop, go on, cancel, slower, faster, and shifts such as 'a bit to the left'",
    )


def _nudge(text: str, words: str, heard: float) -> Correction | None:
    distance = _DISTANCE.search(words)
    rest = (words[: distance.start()] + words[distance.end() :] if distance else words).split()
    found = [w for w in rest if w in DIRECTIONS]
    if not found or len(set(found)) > 1 or not set(rest) <= _NUDGE_WORDS:
        return None
    size = float(distance.group(1)) * _UNITS[distance.group(2)] if distance else next((SIZES[w] for w in rest if w in SIZES), DEFAULT_NUDGE)
    size = min(size, LARGEST_NUDGE)
    offset = tuple(size * d for d in DIRECTIONS[found[0]])
    effect = {"direction": found[0], "frame": "base", "magnitude_m": size, "offset": offset}
    return Correction(text, "nudge", effect, heard, reply=f"{100 * size:.0f} cm {found[0]}, as the robot sees it")
