"""From what was said in a row to what is meant by it: amounts and frames go to their neighbours, repairs replace, the same is said once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.covering import MARKS, Placed
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.magnitudes import Amount, Unit
from heedful.agents.corrections.things import alike, qualities

LAUDING = frozenset({"good", "great", "perfect", "nice", "cool", "super", "lovely", "excellent", "brilliant", "wonderful", "awesome",
    "fantastic",
    "splendid", "beautiful", "very good", "well", "that is good", "much better", "better", "that is better"})  # fmt: skip
"""Words of assent that, alone, are praise."""
REPEATABLE = frozenset({"nudge", "rotate", "grip", "rate", "repeat", "constraint"})
MOVING = frozenset({"nudge", "rotate"})
_WAYS = ("target", "goal", "skill", "embodiment")


def combined(row: Sequence[Placed], dialogue: Dialogue) -> list[Part]:
    """The corrections that a row of parts amounts to, in the order spoken."""
    parts = [p for p in row if p.part.kind != "aside" and not _leads_on(p, row)]
    denied = any(p.part.kind == "no" for p in parts)
    agreed = next((p.part.effect["word"] for p in parts if p.part.kind == "yes"), "")
    parts = _repaired(_measured_apart(parts))
    parts = [p for p in parts if p.part.kind not in ("no", "yes", "repair", "halt_word")]
    held = any(p.part.kind == "hold_until" for p in parts)
    if held:
        return [Part("pause")] if dialogue.running_skill is not None else []
    parts = _measured(parts)
    parts = _framed(parts)
    parts = _more(parts, dialogue)
    found = _once([p.part for p in parts if p.part.kind not in MARKS], dialogue)
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


def _measured_apart(parts: list[Placed]) -> list[Placed]:
    """With the amounts on either side of a repair kept on their side: `five left, no sorry, right five`."""
    cuts = [i for i, p in enumerate(parts) if p.part.kind in ("repair", "no")]
    if not cuts or any(p.part.kind == "bare_amount" for p in parts):
        return parts
    found: list[Placed] = []
    for start, end in zip([0, *(c + 1 for c in cuts)], [*cuts, len(parts)], strict=True):
        stretch = parts[start:end]
        whole = any(p.part.kind == "amount" for p in stretch) and any(p.part.kind in MOVING for p in stretch)
        found += [*(_measured(stretch) if whole else stretch), *parts[end : end + 1]]
    return found


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


def _measured(parts: list[Placed]) -> list[Placed]:
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


def _framed(parts: list[Placed]) -> list[Placed]:
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


def _more(parts: list[Placed], dialogue: Dialogue) -> list[Placed]:
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


def _once(found: list[Part], dialogue: Dialogue) -> list[Part]:
    """The parts without those that others say more exactly, and each only once."""
    kept: list[Part] = []
    definite = [p for p in found if p.kind in ("target", "goal") and not p.ask]
    for part in found:
        if part.ask and part.kind in ("target", "goal") and definite:
            continue
        if part.kind == "fact" and part.effect["predicate"] == "is_a" and definite:
            continue  # `that is a pear, I want a lemon`
        if part.kind == "constraint" and part.weak and any(p.kind == "fact" for p in found):
            continue  # `careful, it is hot`
        if part.kind == "constraint" and part.effect["type"] == "upright" and any(p.kind in ("fact", "rotate") for p in found):
            continue  # `it is tilted, make it level`
        if any(_says(k, part) for k in kept):
            continue
        kept = [k for k in kept if not _says(part, k)]
        kept.append(part)
    if any(p.kind == "skill" for p in kept):  # `roll it into the basket`, where it was to go anyway
        kept = [p for p in kept if not (p.kind == "goal" and p.effect["reference"] == dialogue.target)]
    if len(kept) > 1:  # `further back on the shelf`, where it was to go anyway
        known = dialogue.target
        again = [p for p in kept if p.kind == "goal" and known and p.effect["reference"] == known and p.effect["relation"] in ("in", "on")]
        kept = [p for p in kept if p not in again] or kept
    kept = _new_thing(kept)
    kept = _without_echo(kept)
    return kept


def _says(a: Part, b: Part) -> bool:
    """Whether a part says all that another does."""
    if a.kind != b.kind or a.ask != b.ask:
        return False
    if a.effect == b.effect:
        return True
    if a.kind in ("praise", "confirm", "resume", "abort", "halt", "query"):
        return a.kind != "query" or {k: v for k, v in a.effect.items() if k != "object"} == b.effect
    if a.kind == "rate" and isinstance(a.effect["factor"], str) and isinstance(b.effect["factor"], str):
        return str(a.effect["factor"]).endswith(str(b.effect["factor"]))
    if a.kind == "rotate":
        return a.effect["axis"] == b.effect["axis"] and (b.effect["sense"], b.effect["magnitude"]) == ("any", "default")
    if a.kind == "nudge":
        return {k: v for k, v in a.effect.items() if k != "frame"} == {k: v for k, v in b.effect.items() if k != "frame"} and b.effect[
            "frame"
        ] == "default"
    if a.kind == "fact":
        return all(a.effect[k] == b.effect[k] for k in ("predicate", "value"))
    if a.kind == "pause":
        return bool(a.effect) or not b.effect
    return False


def _new_thing(parts: list[Part]) -> list[Part]:
    """`the striped one, and take it by the handle`: from then on `it` is the new thing."""
    new: dict[Any, Any] = {}
    found = []
    for part in parts:
        held = part.effect.get("object")
        if part.kind == "constraint" and isinstance(held, str) and held in new:
            part = replace(part, effect={**part.effect, "object": new[held]})
        if part.kind == "target" and not part.ask and isinstance(part.effect["exclude"], str):
            new[part.effect["exclude"]] = part.effect["new"]
        found.append(part)
    return found


_ECHO = {"praise": frozenset({"resume", "confirm"}), "confirm": frozenset()}


def _without_echo(parts: list[Part]) -> list[Part]:
    """Without the yes or no that only leads up to something else, and what an abort or a repeat says besides."""
    if len(parts) < 2:
        return parts
    kinds = {p.kind for p in parts}
    drop: set[str] = set()
    if "confirm" in kinds:
        drop.add("confirm")
    if "abort" in kinds and kinds & {"target", "goal", "skill", "embodiment"}:
        drop.add("abort")  # `forget it, the green bowl`
    if kinds & MOVING:  # the fault and the move that mends it; and more of it
        parts = [p for p in parts if p.kind != "repeat" or p.effect["op"] not in ("too_much", "more") or "magnitude" in p.effect]
    if "goal" in kinds and any(p.kind == "skill" and p.effect["new"] in ("stack", "place") for p in parts):
        drop.add("skill")
    again = [p for p in parts if p.kind == "repeat" and p.effect["op"] == "again"]
    if again and len(again) < len([p for p in parts if p.kind in (*REPEATABLE,)]):
        parts = [p for p in parts if p not in again]
    parts = [p for p in parts if not (p.kind == "fact" and p.effect["predicate"] == "holding" and p.effect["value"])] or parts
    if "abort" in kinds and kinds <= {"abort", "undo", "confirm", "praise"}:
        drop |= {"undo"}
    if "resume" in kinds and kinds <= {"resume", "praise", "confirm", "pause"}:
        drop |= {"praise", "pause"} if "pause" not in kinds or parts[-1].kind == "resume" else set()
    if kinds >= {"praise", "confirm"}:
        drop -= {"confirm"}
        drop.add("confirm" if parts[0].kind == "confirm" else "praise")
    return [p for p in parts if p.kind not in drop] or parts


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
