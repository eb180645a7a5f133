"""Repeats: `more`, `again`, `too much`, `the other way`, understood through the correction that was taken last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from heedful.adjusting import STEPS, TURNS
from heedful.types import Correction

OPPOSITE = {
    "left": "right", "up": "down", "forward": "backward", "towards": "away", "cw": "ccw", "any": "cw", "tighter": "looser", "open": "close",
    "slower": "faster", "much_slower": "much_faster",
}  # fmt: skip
OPPOSITE |= {v: k for k, v in OPPOSITE.items() if k != "any"}
AMOUNTS: Mapping[str, tuple[str, Mapping[str, float]]] = {"nudge": ("magnitude_m", STEPS), "rotate": ("magnitude", TURNS)}
"""Kind -> where its amount stands, and the amounts that words mean."""
WAYS = {"nudge": "direction", "rotate": "sense", "grip": "change", "rate": "factor"}
"""Kind -> where it says which way."""
BACK = {"less": 0.5, "too_much": 0.5, "other_way": 2.0}
"""How much of the last step is taken back: half of what went too far; all of what went the wrong way, and as far again."""


def repeated(correction: Correction, last: Correction | None) -> Correction | str:
    """The correction that a repeat amounts to, or why it amounts to none."""
    if last is None:
        return "there is nothing to repeat yet; say what to change"
    if last.kind == "multi":
        return "which of the things you said do you mean?"
    op = str(correction.effect.get("op", "again"))
    amount = correction.effect.get("magnitude")
    if op in ("again", "more"):
        effect = dict(last.effect)
        if amount is not None and last.kind in AMOUNTS:
            effect = _sized(effect, last.kind, amount)
        return replace(correction, kind=last.kind, effect=effect)
    if last.kind not in WAYS or op not in BACK:
        return f"{op.replace('_', ' ')} of what? The last thing you said was no amount"
    back = _turned_back(last)
    if back is None:
        return "I know no way back from that; say what to change"
    if last.kind in AMOUNTS:
        where, words = AMOUNTS[last.kind]
        size = last.effect.get(where, "default")
        whole = words[size] if isinstance(size, str) else float(size)
        back = _sized(back, last.kind, amount if amount is not None else whole * BACK[op])
    return replace(correction, kind=last.kind, effect=back)


def _turned_back(last: Correction) -> dict[str, Any] | None:
    where = WAYS[last.kind]
    way = last.effect.get(where)
    if isinstance(way, (int, float)) and way > 0:
        return {**last.effect, where: 1.0 / way}
    if way not in OPPOSITE:
        return None
    effect = {**last.effect, where: OPPOSITE[str(way)]}
    if (offset := effect.get("offset")) is not None:
        effect["offset"] = tuple(-v for v in offset)
    return effect


def _sized(effect: Mapping[str, Any], kind: str, amount: Any) -> dict[str, Any]:
    where, words = AMOUNTS[kind]
    whole = effect.get(where, "default")
    before = words[whole] if isinstance(whole, str) else float(whole)
    after = words[amount] if isinstance(amount, str) else float(amount)
    sized = {**effect, where: after}
    if (offset := effect.get("offset")) is not None and before:
        sized["offset"] = tuple(v * after / before for v in offset)
    return sized
