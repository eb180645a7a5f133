"""What of the remembered may be applied unasked: it may narrow what the robot does, never widen it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from heedful.agents.corrections.words import listed

LARGEST_OFFSET = 0.15
"""A remembered displacement is cut to this [m]: as much as a nudge can say."""
FASTER = ("faster", "much_faster")
UNASKED = listed("constraint rate embodiment goal skill target grip nudge rotate fact")
"""Kinds of rules that may be applied because they were told once; to stop, go on, undo or give up is for the moment it is said in."""


def admitted(rule: Mapping[str, Any]) -> Mapping[str, Any] | str:
    """The rule as far as it may be applied, or why not, in a sentence."""
    kind, effect = str(rule.get("kind")), rule.get("effect")
    if kind not in UNASKED or not isinstance(effect, Mapping):
        return f"{kind!r} is no lasting rule"
    if kind == "rate" and _faster(effect.get("factor")):
        return "what was told may only slow the robot down"
    if kind == "grip" and effect.get("change") not in ("tighter", "looser"):
        return "the gripper opens and closes only when it is told to now"
    if kind == "constraint" and effect.get("value") is False:
        return "what was told may add a limit, never lift one"
    return {"kind": kind, "effect": _cut(effect)} if "offset" in effect else rule


def _faster(factor: Any) -> bool:
    if isinstance(factor, (int, float)):
        return not 0.0 <= factor <= 1.0  # not a number is refused too; 0 is the usual speed
    return factor in FASTER


def _cut(effect: Mapping[str, Any]) -> Mapping[str, Any]:
    offset = [float(v) for v in effect["offset"]]
    length = math.hypot(*offset)
    if not math.isfinite(length):
        return {**effect, "offset": (0.0, 0.0, 0.0)}
    scale = min(1.0, LARGEST_OFFSET / max(length, 1e-12))
    return {**effect, "offset": tuple(scale * v for v in offset)}
