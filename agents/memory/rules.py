"""What of a correction is kept: a preference as it is, a nudge as an offset in its object's frame, a fact if it lasts."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from heedful.agents.corrections.words import listed
from heedful.agents.memory.scope import joined, parts, plainly
from heedful.types import Circumstance, Correction, Scene, Thing

Kind = Literal["preference", "offset", "fact"]
LASTING = listed("is_a color fragile sharp heavy owned_by fits broken")
"""Predicates that are still so tomorrow. A door that is open, or a hand that is empty, is for the scene alone."""
MOSTLY = 0.9
"""A displacement with this share of its length along one direction is said to be in it."""
ROUND = ("cylinder", "bowl", "ball")
"""Shapes whose own heading means nothing: their offsets keep the world's."""


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be kept."""

    kind: Kind
    scope: str
    rule: Mapping[str, Any]
    """A correction's `kind` and `effect`; of offsets also what was `told`, in each frame that may have been meant."""
    slot: str
    """What is told later under the same slot takes its place."""


def noted(correction: Correction, context: Circumstance) -> Note | None:
    """What to keep of a correction; None for what is said about this moment only."""
    effect = correction.effect
    if correction.kind == "preference":
        return _preference(effect)
    if correction.kind == "fact":
        return _fact(effect)
    if "offset" in effect:
        return _offset(effect, context)
    return None


def _preference(effect: Mapping[str, Any]) -> Note | None:
    rule = effect.get("rule")
    if not isinstance(rule, Mapping) or not isinstance(rule.get("kind"), str) or not isinstance(rule.get("effect"), Mapping):
        return None
    try:
        scope = joined(**dict(parts(str(effect.get("scope") or "global"))))
    except ValueError:
        return None
    inner = rule["effect"]
    about = [str(inner.get(k)) for k in ("type", "axis", "object") if inner.get(k) and rule["kind"] in ("constraint", "rotate")]
    slot = "|".join(["rule", scope, rule["kind"], *about])
    return Note("preference", scope, {"kind": rule["kind"], "effect": dict(inner)}, slot)


def _fact(effect: Mapping[str, Any]) -> Note | None:
    predicate, args = effect.get("predicate"), [str(a) for a in effect.get("args") or ()]
    if predicate not in LASTING or not args:
        return None
    scope = joined(object=args[0])
    told = {"kind": "fact", "effect": {"predicate": predicate, "args": args, "value": bool(effect.get("value", True))}}
    rest = [plainly(a) for a in args[1:]] if predicate == "is_a" else []
    return Note("fact", scope, told, "|".join(["fact", scope, str(predicate), *rest]))


def _offset(effect: Mapping[str, Any], context: Circumstance) -> Note | None:
    thing = reference(context.bindings, context.scene)
    given = context.offset if context.offset is not None else effect["offset"]
    vector = np.asarray(given, dtype=float)
    if not context.skill or thing is None or vector.shape != (3,) or not np.isfinite(vector).all():
        return None
    frames = ("world",) if thing.shape in ROUND else ("object", "world")
    told = {frame: (_frame(thing, frame).T @ vector).tolist() for frame in frames}
    scope = joined(skill=context.skill, category=thing.category)
    rule = {"kind": "nudge", "effect": {"offset": told[frames[0]], "frame": frames[0]}, "told": [told]}
    return Note("offset", scope, rule, f"offset|{scope}")


def reference(bindings: Mapping[str, Any], scene: Scene | None) -> Thing | None:
    """The thing that a call's target is measured from, which is in no hand: where it puts something, else what it takes."""
    if scene is None:
        return None
    held = set(scene.held.values())
    there = [v for v in bindings.values() if isinstance(v, str) and v in scene.objects and v not in held]
    return scene.objects[there[-1]] if there else None


def here(rule: Mapping[str, Any], bindings: Mapping[str, Any], scene: Scene | None) -> Mapping[str, Any] | None:
    """A rule as it stands in this scene: an offset turned into the world; None where its object is not seen."""
    effect = rule["effect"]
    if "offset" not in effect:
        return rule
    thing = reference(bindings, scene)
    if thing is None:
        return None
    x, y, z = (_frame(thing, str(effect.get("frame", "world"))) @ np.asarray(effect["offset"], dtype=float)).tolist()
    told = {"offset": (x, y, z), "frame": "world", "magnitude_m": math.hypot(x, y, z)}
    return {"kind": "nudge", "effect": told | ({"direction": way} if (way := _way(x, y, z)) else {})}


def _way(x: float, y: float, z: float) -> str:
    """The one direction that a displacement [m, world] is mostly in, as the robot sees it; nothing where it is between two."""
    ways = {"forward": x, "backward": -x, "left": y, "right": -y, "up": z, "down": -z}
    best = max(ways, key=lambda way: ways[way])
    return best if ways[best] > MOSTLY * math.hypot(x, y, z) else ""


def _frame(thing: Thing, frame: str) -> Any:
    return thing.pose.matrix if frame == "object" else np.eye(3)
