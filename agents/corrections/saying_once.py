"""Each thing once: parts that others say more exactly, or that only lead up to them, are left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from heedful.agents.corrections.constructions import Part
from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.measuring import MOVING, REPEATABLE


def once(found: list[Part], dialogue: Dialogue) -> list[Part]:
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
