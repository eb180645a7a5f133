"""From what was said in a row to what is meant by it: repairs replace what they take back, `yes` and `no` are read against the dialogue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.covering import MARKS, Placed
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.magnitudes import Amount
from heedful.agents.corrections.measuring import MOVING, framed, measured, measured_apart, more
from heedful.agents.corrections.saying_once import once
from heedful.agents.corrections.things import alike, qualities

LAUDING = frozenset({"good", "great", "perfect", "nice", "cool", "super", "lovely", "excellent", "brilliant", "wonderful", "awesome",
    "fantastic",
    "splendid", "beautiful", "very good", "well", "that is good", "much better", "better", "that is better"})  # fmt: skip
"""Words of assent that, alone, are praise."""


def combined(row: Sequence[Placed], dialogue: Dialogue) -> list[Part]:
    """The corrections that a row of parts amounts to, in the order spoken."""
    parts = [p for p in row if p.part.kind != "aside" and not _leads_on(p, row)]
    denied = any(p.part.kind == "no" for p in parts)
    agreed = next((p.part.effect["word"] for p in parts if p.part.kind == "yes"), "")
    parts = _repaired(measured_apart(parts))
    parts = [p for p in parts if p.part.kind not in ("no", "yes", "repair", "halt_word")]
    held = any(p.part.kind == "hold_until" for p in parts)
    if held:
        return [Part("pause")] if dialogue.running_skill is not None else []
    parts = measured(parts)
    parts = framed(parts)
    parts = more(parts, dialogue)
    found = once([p.part for p in parts if p.part.kind not in MARKS], dialogue)
    if not found:
        return _bare(row, denied, agreed, dialogue)
    if denied and len(found) == 1 and (asked := _side_or_thing(found[0], dialogue)):
        return [asked]
    return found


def _leads_on(placed: Placed, row: Sequence[Placed]) -> bool:
    """Whether a wish to go on is only the verb of the shift right after it: `go on | forwards another inch`."""
    return (
        placed.part.kind in ("resume", "repeat")
        and any(p.start == placed.end and p.part.kind in MOVING for p in row if p.part.effect.get("frame") in (None, "default"))
        and (placed.part.kind == "resume" or placed.part.effect == {"op": "more"})
    )


def _bare(row: Sequence[Placed], denied: bool, agreed: str, dialogue: Dialogue) -> list[Part]:
    """`no`, `yes`, and an amount alone."""
    if any("wait" in p.part.effect.get("word", "") for p in row if p.part.kind == "repair"):
        return [Part("pause")]
    if denied:
        if dialogue.running_skill is None:
            return [Part("confirm", {"value": False})]
        bound = [{"kind": "target", "effect": {"new": "other", "exclude": n}} for n in dialogue.bindings.values()]
        return [Part("pause", {}, ask=True, candidates=({"kind": "abort", "effect": {}}, *bound))]
    amount = next((p.part.effect["amount"] for p in row if p.part.kind == "amount"), None)
    if isinstance(amount, Amount) and amount.unit == "deg":
        return [Part("rotate", {"axis": "yaw", "sense": "any", "magnitude": amount.value})]
    if isinstance(amount, Amount) and dialogue.last is not None and dialogue.last.kind in ("nudge", "rotate"):
        return [Part("repeat", {"op": "more", "magnitude": amount.value}, weak=True)]
    if not agreed or amount is not None:
        return []
    return [Part("praise", {"value": "good"}) if agreed in LAUDING else Part("confirm", {"value": True})]


def _repaired(parts: list[Placed]) -> list[Placed]:
    """Without what was taken back: `left, no, right`; the last version counts."""
    kept: list[Placed] = []
    taken_back = False
    for placed in parts:
        kind = placed.part.kind
        if kind in ("repair", "no") and kept:
            taken_back = True
            kept.append(placed)
            continue
        if taken_back and kind not in ("amount", "frame", "bare_amount"):
            before = next((i for i in range(len(kept) - 1, -1, -1) if _same_slot(kept[i].part, placed.part)), None)
            if before is not None:
                del kept[before]
            elif kept and all(k.part.kind in ("amount", "repair", "no") for k in kept):
                kept = [k for k in kept if k.part.kind != "amount"]
            taken_back = False
        elif taken_back and kind == "amount":
            kept = (
                [k for k in kept if k.part.kind != "amount"]
                if any(k.part.kind == "amount" for k in kept)
                else [_unmeasured(k) for k in kept]
            )
            taken_back = False
        kept.append(placed)
    return kept


def _unmeasured(placed: Placed) -> Placed:
    part = placed.part
    if part.kind == "nudge":
        return replace(placed, part=replace(part, effect={**part.effect, "magnitude_m": "default"}))
    return replace(placed, part=replace(part, effect={**part.effect, "magnitude": "default"})) if part.kind == "rotate" else placed


def _same_slot(a: Part, b: Part) -> bool:
    return a.kind == b.kind or {a.kind, b.kind} <= {"target", "goal"} or {a.kind, b.kind} <= MOVING


def _side_or_thing(part: Part, dialogue: Dialogue) -> Part | None:
    """`no, left` where a left one of the kind is here: the way or the thing."""
    effect = part.effect
    if part.kind != "nudge" or not part.weak or effect["frame"] != "default" or effect["direction"] not in ("left", "right"):
        return None
    things = [n for n in dialogue.scene if effect["direction"] in qualities(n) and n not in dialogue.bindings.values()]
    rivals = [(n, b) for n in things for b in dialogue.bindings.values() if alike(n, b)]
    if not rivals:
        return None
    others: Iterable[dict[str, Any]] = ({"kind": "target", "effect": {"new": n, "exclude": b}} for n, b in rivals)
    return replace(part, ask=True, candidates=({"kind": "nudge", "effect": effect}, *others))
