"""What was perhaps said, as a correction: acted on where it is sure, asked about where it is nearly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.halt import STOP
from heedful.agents.corrections.magnitudes import amounts
from heedful.agents.corrections.noun_phrases import Things
from heedful.agents.corrections.opinion.features import strange
from heedful.agents.corrections.opinion.model import model
from heedful.agents.corrections.opinion.sayings import named
from heedful.types import Correction

ACTS, ASKS = 0.8, 0.6
"""How far a label must be believed to be acted on, and to be asked about."""
SURELY = {"halt": 0.9, "resume": 0.95, "abort": 0.9, "undo": 0.9, "grip": 0.9}
"""Where acting wrongly costs more, it must be believed more."""
IDLY = 0.15
"""With more belief than this that it is no correction at all, nobody is asked."""
STRANGE = 0.25
"""With a larger share of unknown words, nothing is believed."""
LONGEST = 16
"""What is longer is rarely a single correction."""
OPEN = frozenset({"target", "goal", "fact", "preference", "multi", "none"})
"""Kinds that name a thing, which this does not find."""
TOLD_OF = frozenset({"i", "he", "she", "they", "we", "his", "her", "our", "their"})
"""A HALT does not begin with one of these: something is told of."""


def guessed(text: str, words: Sequence[str], dialogue: Dialogue, at: float) -> Correction | None:
    """The correction that was perhaps meant, with `ask` where that is to be asked; None where nothing is believed.

    Args:
      text: As it was said.
      words: Its tokens.
      dialogue: What it is read against; nothing is believed of what is said to an idle robot.
      at: Its arrival [s].
    """
    opinion, tokens = model(), named(list(words), dialogue.scene)
    if dialogue.running_skill is None or not 0 < len(tokens) <= LONGEST or strange(tokens) > STRANGE:
        return None
    shares = opinion.shares(tokens)
    label = max(shares, key=shares.__getitem__)
    kind, told = _read(label)
    if kind in OPEN or "other" in label.split()[1:] or shares.get("none", 0.0) > IDLY:
        return None
    if kind in ("halt", "pause") and (tokens[0] in TOLD_OF or STOP & set(words)):
        return None  # what is said with `stop` in it was looked at already, and found to be no halt
    if kind == "repeat" and dialogue.last is None:
        return None
    effect = _completed(kind, told, words, dialogue)
    if shares[label] >= SURELY.get(kind, ACTS):
        return Correction(text, kind, effect, at)
    if shares[label] >= ASKS and dialogue.bindings:
        return Correction(text, kind, effect, at, ask=True, candidates=({"kind": kind, "effect": effect},))
    return None


@lru_cache(maxsize=256)
def _read(label: str) -> tuple[str, Mapping[str, Any]]:
    kind, *told = label.split()
    values = dict(pair.split("=") for pair in told if "=" in pair)
    return kind, {k: {"true": True, "false": False}.get(v, v) for k, v in values.items()}


def _completed(kind: str, told: Mapping[str, Any], words: Sequence[str], dialogue: Dialogue) -> dict[str, Any]:
    """The effect with what the words and the dialogue say beside."""
    effect = dict(told)
    if kind == "nudge":
        effect["magnitude_m"] = _amount(words, "m") or "default"
    elif kind == "rotate":
        effect["magnitude"] = _amount(words, "deg") or "default"
    elif kind == "repeat" and (much := _amount(words, "")):
        effect["magnitude"] = much
    elif kind == "constraint" and "object" in dialogue.bindings:
        effect["object"] = dialogue.bindings["object"]
    elif kind == "query" and told["about"] in ("ability", "location", "state", "count") and (name := _spoken_of(words, dialogue)):
        effect["object"] = name
    return effect


def _amount(words: Sequence[str], unit: str) -> float | str | None:
    """The longest amount of a unit, or in words, that was said."""
    found = [(end - i, a) for i in range(len(words)) for a, end in amounts(words, i) if a.unit in (unit, "word")]
    return max(found, key=lambda f: f[0])[1].value if found else None


def _spoken_of(words: Sequence[str], dialogue: Dialogue) -> str | None:
    things = Things(list(words), dialogue)
    found = {m.names[0] for i in range(len(words)) for m, _ in things.at(i) if len(m.names) == 1}
    return found.pop() if len(found) == 1 else None
