"""What is said while a reward is followed: to hold, to go on and questions as ever; everything else edits the reward, or is answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.halt import is_halt
from heedful.agents.corrections.reading import read_correction
from heedful.agents.rewards.editing import Refused, edited
from heedful.skills.rewards.history import diff
from heedful.skills.rewards.spelling import Stages, from_data, to_data
from heedful.types import Correction

CONTROL = frozenset({"halt", "pause", "resume", "abort", "query", "confirm", "praise", "undo", "preference"})
"""Kinds that bear on what is done whatever that is; the rest would shift a hand that follows a plan."""


def heeded(text: str, dialogue: Dialogue, heard: float) -> Correction:
    """What words are while a reward is followed: of kind `reward` an edit of it, with the new rewards and what changed; or as ever.

    Args:
      dialogue: With the rewards that are followed, and what they may be about.
      heard: Arrival, on the monotonic clock [s].
    """
    if is_halt(text):
        return Correction(text, "halt", {}, heard)  # nothing else that was said beside it edits what it stops
    plainly = read_correction(text, dialogue, heard)
    if plainly.kind in CONTROL:
        return plainly
    found = edited(dialogue.reward, text, dialogue.spoken_of)
    if isinstance(found, Refused):
        return Correction(text, "none", {}, heard, reply="" if plainly.kind == "none" and not plainly.reply else found.sentence)
    changes = [str(c) for c in diff(dialogue.reward, found)]
    return Correction(text, "reward", {"stages": to_data(found)["stages"], "changes": changes}, heard, reply="; ".join(changes))


def followed(effect: Mapping[str, Any]) -> Stages:
    """The rewards of such an edit, checked anew. Raises RewardError."""
    return from_data({"stages": effect["stages"]})
