"""Amounts, frames and `more`, given to the part beside them that they belong to: `left, as I see it, 5 cm`."""

from __future__ import annotations

from dataclasses import replace

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.covering import Placed
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.magnitudes import Amount, Unit

REPEATABLE = frozenset({"nudge", "rotate", "grip", "rate", "repeat", "constraint"})
MOVING = frozenset({"nudge", "rotate"})


def measured_apart(parts: list[Placed]) -> list[Placed]:
    """With the amounts on either side of a repair kept on their side: `five left, no sorry, right five`."""
    cuts = [i for i, p in enumerate(parts) if p.part.kind in ("repair", "no")]
    if not cuts or any(p.part.kind == "bare_amount" for p in parts):
        return parts
    found: list[Placed] = []
    for start, end in zip([0, *(c + 1 for c in cuts)], [*cuts, len(parts)], strict=True):
        stretch = parts[start:end]
        whole = any(p.part.kind == "amount" for p in stretch) and any(p.part.kind in MOVING for p in stretch)
        found += [*(measured(stretch) if whole else stretch), *parts[end : end + 1]]
    return found


def measured(parts: list[Placed]) -> list[Placed]:
    """Amounts said beside a shift or a turn, before or after it, given to it."""
    parts = list(parts)
    scale = 0.01
    order = [i for i, p in enumerate(parts) if p.part.kind in ("amount", "bare_amount")]
    taken: set[int] = set()
    gone: list[int] = []
    for i in order:
        amount: Amount = parts[i].part.effect["amount"]
        if amount.unit == "m":
            scale = amount.scale
        if amount.unit == "":
            before = [p for p in parts[:i] if p.part.kind == "rotate"]
            amount = (
                Amount(float(amount.value), "deg")
                if before and not any(p.part.kind == "nudge" for p in parts)
                else Amount(round(float(amount.value) * scale, 6), "m")
            )
        at = _neighbour(parts, i, amount, taken)
        if at is not None:
            parts[at] = replace(parts[at], part=with_amount(parts[at].part, amount))
            taken.add(at)
            gone.append(i)
    for placed in parts:
        if placed.part.kind == "amount" and placed.part.effect["amount"].unit == "m":
            scale = placed.part.effect["amount"].scale
    left = [i for i in order if i not in gone]
    real = [p for p in parts if p.part.kind not in ("amount", "bare_amount")]
    return real if real else [parts[i] for i in left]


def _neighbour(parts: list[Placed], i: int, amount: Amount, taken: set[int]) -> int | None:
    """The part that an amount goes to: the one right after it or before it in its clause, else the nearest without one."""
    fits = [j for j, p in enumerate(parts) if j not in taken and _takes(p.part, amount)]
    here = [j for j in fits if parts[j].segment == parts[i].segment]
    first_here = next((j for j, p in enumerate(parts) if p.segment == parts[i].segment and p.part.kind not in ("no", "yes")), i)
    after, before = [j for j in here if j > i], [j for j in here if j < i]
    if after and (first_here == i or not before):
        return after[0]
    if before:
        return before[-1]
    if after:
        return after[0]
    earlier, later = [j for j in fits if j < i], [j for j in fits if j > i]
    return earlier[-1] if earlier else later[0] if later else None


def _takes(part: Part, amount: Amount) -> bool:
    match part.kind:
        case "nudge":
            return (part.effect["magnitude_m"] == "default" and amount.unit in ("word", "m")) or (
                amount.unit == "m" and isinstance(part.effect["magnitude_m"], str)
            )
        case "rotate":
            return part.effect["magnitude"] == "default" and amount.unit in ("word", "deg")
        case "repeat":
            return "magnitude" not in part.effect and amount.unit in ("word", "m", "deg")
        case "rate":
            return amount.unit == "word" and isinstance(part.effect["factor"], str)
        case "constraint":
            return (amount.unit == "m" and part.effect["type"] in ("keep_out", "keep_in")) or amount.unit == "word"
        case "grip":
            return amount.unit == "word"
    return False


def with_amount(part: Part, amount: Amount) -> Part:
    match part.kind:
        case "nudge":
            return replace(part, effect={**part.effect, "magnitude_m": amount.value}, weak=False)
        case "rotate" | "repeat":
            return replace(part, effect={**part.effect, "magnitude": amount.value}, weak=False)
        case "rate" if amount.value == "lot" and part.effect["factor"] in ("slower", "faster"):
            return replace(part, effect={"factor": f"much_{part.effect['factor']}"})
        case "constraint" if amount.unit == "m":
            return replace(part, effect={**part.effect, "distance_m": amount.value})
    return part


def framed(parts: list[Placed]) -> list[Placed]:
    """`left, as I see it`: the frame goes to the shift beside it."""
    parts = list(parts)
    for i, placed in enumerate(parts):
        if placed.part.kind != "frame":
            continue
        near = [j for j in range(i - 1, -1, -1) if parts[j].part.kind == "nudge"] + [
            j for j in range(i + 1, len(parts)) if parts[j].part.kind == "nudge"
        ]
        if near and parts[near[0]].part.effect["frame"] == "default":
            part = parts[near[0]].part
            parts[near[0]] = replace(parts[near[0]], part=replace(part, effect={**part.effect, **placed.part.effect}, weak=False))
    return [p for p in parts if p.part.kind != "frame"]


def more(parts: list[Placed], dialogue: Dialogue) -> list[Placed]:
    """`more` and `again` beside what is wanted more of say nothing by themselves."""
    shifted = [p for p in parts if p.part.kind in (*MOVING, "grip", "rate")]
    kept: list[Placed] = []
    for placed in parts:
        part = placed.part
        if part.kind == "repeat" and part.effect["op"] in ("more", "again", "less") and (near := _wanted_more(placed, shifted)):
            if "magnitude" in part.effect and near[0].part.kind in MOVING:
                unit: Unit = "m" if near[0].part.kind == "nudge" else "deg"
                value = part.effect["magnitude"]
                new = with_amount(near[0].part, Amount(value, "word" if isinstance(value, str) else unit))
                kept = [replace(k, part=new) if k is near[0] else k for k in kept]
                parts = [replace(p, part=new) if p is near[0] else p for p in parts]
            continue
        if (
            part.kind == "repeat"
            and dialogue.running_skill == "pour"
            and part.effect["op"] == "more"
            and (dialogue.last is None or dialogue.last.kind not in REPEATABLE)
        ):
            magnitude = part.effect.get("magnitude", "default")
            kept.append(replace(placed, part=Part("rotate", {"axis": "pitch", "sense": "down", "magnitude": magnitude})))
            continue
        kept.append(placed)
    return kept


def _wanted_more(placed: Placed, shifted: list[Placed]) -> list[Placed]:
    """What more is wanted of: what was said in the same breath, or where an amount is told, the one shift that has none."""
    near = [p for p in shifted if p.segment == placed.segment]
    if near or "magnitude" not in placed.part.effect:
        return near
    open_ = [p for p in shifted if "default" in (p.part.effect.get("magnitude_m"), p.part.effect.get("magnitude"))]
    return open_ if len(open_) == 1 else []
