"""A second opinion on what kind of correction was said: a small linear model over words and pairs of words, in numpy alone.

It never decides what is done. It says whether the constructions that were found fit the whole of what was said, and of what none fits,
what to ask about.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np

from heedful.agents.corrections.dialogue import PERSON, ROBOT, Dialogue
from heedful.agents.corrections.hearing import MARK
from heedful.agents.corrections.things import Things

KINDS = ("halt", "pause", "resume", "abort", "nudge", "rotate", "grip", "rate", "constraint", "target", "goal", "skill", "embodiment", \
        "order",
    "undo", "fact", "preference", "praise", "confirm", "query", "repeat", "none")  # fmt: skip
"""What it tells apart; several may be said at once."""
BUCKETS = 1 << 14
"""Rows that features are hashed into."""
WEIGHTS = Path(__file__).parent / "guess.npz"
STEM = 4
"""Letters of a word that stand for its forms."""


def abstracted(words: Sequence[str], dialogue: Dialogue) -> list[str]:
    """The words with things told only by their part in what is done: `<object>`, `<target>`, `<thing>`, `<person>`, `<robot>`; numbers \
        as `<n>`."""
    things = Things(words, dialogue)
    told: list[str] = []
    at = 0
    while at < len(words):
        found = next(
            ((m, e) for m, e in things.at(at) if m.how in ("named", "other", "one", "special") and (m.names or m.how == "other")), None
        )
        if found is not None and not (found[1] - at == 1 and found[0].how == "special"):
            meant, end = found
            told.append(_role(meant.names, meant.how, dialogue))
            at = end
            continue
        word = words[at]
        told.append("<n>" if word[0].isdigit() else word)
        at += 1
    return told


def _role(names: tuple[str, ...], how: str, dialogue: Dialogue) -> str:
    if how == "other":
        return "<other>"
    if PERSON in names:
        return "<person>"
    if ROBOT in names:
        return "<robot>"
    if dialogue.object in names:
        return "<object>" if len(names) == 1 else "<kind>"
    if dialogue.target in names:
        return "<target>" if len(names) == 1 else "<kind>"
    return "<thing>"


def features(words: Sequence[str], dialogue: Dialogue) -> np.ndarray[Any, np.dtype[np.int64]]:
    """Rows of the weights that a sentence adds up."""
    told = ["^", *abstracted(words, dialogue), "$"]
    bare = [w for w in told if w != MARK]
    found = {f"1 {w}" for w in told} | {f"2 {a} {b}" for a, b in pairwise(told)}
    found |= {f"3 {a} {b} {c}" for a, b, c in zip(bare, bare[1:], bare[2:], strict=False)}
    found |= {f"g {a} {b}" for a, b in zip(bare, bare[2:], strict=False)}
    found |= {f"s {w[:STEM]}" for w in told if len(w) > STEM}
    skill, last = dialogue.running_skill or "idle", dialogue.last.kind if dialogue.last else "nothing"
    found |= {f"k {skill} {w}" for w in told if skill in ("pour", "wipe", "idle", "navigate")}
    found |= {f"l {last}", f"n {min(len(told), 12)}", f"q {skill == 'idle'}"}
    return np.array(sorted({crc32(f.encode()) % BUCKETS for f in found}), dtype=np.int64)


class Guesser:
    """The weights at work."""

    def __init__(self, weights: np.ndarray[Any, Any], bias: np.ndarray[Any, Any]) -> None:
        self.weights, self.bias = weights, bias

    def __call__(self, words: Sequence[str], dialogue: Dialogue) -> dict[str, float]:
        """Kind -> how likely it is among what was said, in [0, 1]."""
        rows = features(words, dialogue)
        scores = self.weights[rows].sum(0) / np.sqrt(len(rows)) + self.bias
        return dict(zip(KINDS, (1 / (1 + np.exp(-scores))).tolist(), strict=True))


@lru_cache(maxsize=1)
def guesser() -> Guesser | None:
    """The weights that are shipped; None where there are none, and so no second opinion."""
    if not WEIGHTS.exists():
        return None
    kept = np.load(WEIGHTS)
    if tuple(kept["kinds"].tolist()) != KINDS:
        return None
    return Guesser(kept["weights"].astype(np.float32) * kept["scale"].astype(np.float32), kept["bias"].astype(np.float32))
