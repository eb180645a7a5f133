"""What is said while a reward is followed: to hold, to go on and questions as ever; everything else edits the reward, or is answered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.halt import is_halt
from heedful.agents.corrections.reading import read_correction
from heedful.agents.rewards.editing import Refused, edited
from heedful.skills.rewards import RewardError, following
from heedful.skills.rewards.history import diff
from heedful.skills.rewards.spelling import Stages, from_data, to_data
from heedful.types import Correction, Twin

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
    found = edited(dialogue.reward, text, dialogue.spoken_of, min(dialogue.stage, len(dialogue.reward) - 1))
    if isinstance(found, Refused):
        return Correction(text, "none", {}, heard, reply="" if plainly.kind == "none" and not plainly.reply else found.sentence)
    changes = [str(c) for c in diff(dialogue.reward, found)]
    return Correction(text, "reward", {"stages": to_data(found)["stages"], "changes": changes}, heard, reply="; ".join(changes))


def settled(effect: Mapping[str, Any], before: Stages) -> Mapping[str, Any]:
    """The effect of an edit with the whole rewards that come of it: where it only sets numbers, as a slider does, of those before.

    Raises RewardError.
    """
    if "set" not in effect:
        return effect
    if not before:
        raise RewardError("no reward is followed")
    after = list(before)
    for stage, key, what, value in effect["set"]:
        reward = after[int(stage)]
        one = next((t for t in reward if t.key == tuple(key)), None)
        if one is None:
            raise RewardError(f"there is no {' of '.join(map(str, key))} any more")
        after[int(stage)] = reward.put(one.with_(float(value)) if what == "weight" else one.with_(**{str(what): float(value)}))
    changes = [str(c) for c in diff(before, tuple(after))]
    return {"stages": to_data(after)["stages"], "changes": changes or ["that is how it is already"]}


def followed(effect: Mapping[str, Any]) -> Stages:
    """The rewards of such an edit, checked anew. Raises RewardError."""
    return from_data({"stages": effect["stages"]})


def stage_of(twin: Twin | None) -> int:
    """Which of the rewards that a robot follows it has come to, counted from 0."""
    moment = following.followed(twin)
    return moment.at if moment is not None else 0


_KEEP = re.compile(
    r"(?:please )?(?:save|keep|store|remember|call|name)(?: (?:this|that|it|what you do|what you are doing))?"
    r"(?: (?:motion|move|reward|trick))?(?: as| under the name(?: of)?)? (?:the |a |an )?"
    r"[\"'“”]?([a-z][a-z0-9_ ]{0,40}?)[\"'“”]?[.!]?"
)
_ABOUT = re.compile(r"\b(save|store)\b|\b(this|that|it|what you do|what you are doing|motion|move|reward|trick)\b")


def name_in(text: str) -> str:
    """The name under which what is done is to be kept, `slow_walk`; empty where nothing of the kind is said."""
    said = " ".join(text.lower().split())
    found = _KEEP.fullmatch(said)
    calls = re.match(r"(?:please )?(?:call|name) (?:this|that|it)\b", said)
    if found is None or not (_ABOUT.search(said) and (" as " in said or " under the name" in said or calls)):
        return ""
    return found[1].strip().replace(" ", "_")
