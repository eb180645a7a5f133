"""What of a scene bears on whether a skill works: numbers about the things of a call, the hand and what stands around. SI units."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from heedful.predicates.builtin import in_
from heedful.predicates.extents import footprint_gap, level_sides, over, wall
from heedful.skills.skill import Skill
from heedful.types import Scene, Thing

OPEN_ROOM = 0.2
"""Gaps to neighbours wider than this are all alike [m]."""
CROWD = 0.13
"""Distance of centres within which a thing is a neighbour [m]."""


def features(skill: Skill, scene: Scene, args: Mapping[str, Any]) -> dict[str, float]:
    """The features of a call, by name; the same names for all calls of a skill."""
    things = [scene.objects.get(str(args[p.name])) for p in skill.params if p.kind == "id" and p.required and p.name in args]
    held = next((scene.objects[i] for i in scene.held.values() if i is not None and i in scene.objects), None)
    seen = {"hand_full": float(held is not None), "things": float(len(scene.objects))}
    if held is not None:
        seen |= {"held_width": min(level_sides(held)), "held_size": float(max(held.size)), "held_up": float(abs(held.pose.matrix[2, 2]))}
    for name, thing in zip(("object", "target"), things, strict=False):
        if thing is not None:
            seen |= {f"{name}_{k}": v for k, v in _of(thing, scene).items()}
    if len(things) > 1 and things[0] is not None and things[1] is not None:
        seen |= _between(things[0], things[1])
    return seen


def _of(thing: Thing, scene: Scene) -> dict[str, float]:
    """One thing: where it is to the arm, how it lies, how wide it is to the hand, what is on, in and around it."""
    at = thing.handle.pos if thing.handle is not None else thing.pose.pos
    arms = list(scene.reach.values())
    far = min((float(np.linalg.norm(at - r.centre)) - r.outer for r in arms), default=0.0)
    near = max((float(np.linalg.norm(at - r.centre)) - r.inner for r in arms), default=0.0)
    widest = max((r.width for r in arms), default=0.08)
    others = [t for t in scene.objects.values() if t.id not in (thing.id, "table") and "painted" not in t.attributes]
    carried = [t for t in others if not t.fixed and t.bottom > thing.top - 0.02 and over(t, thing)]
    inside = [t for t in others if not t.fixed and in_(scene, t, thing)]
    around = next((t for t in others if in_(scene, thing, t)), None)
    beside = [t for t in others if t not in carried and t not in inside and t is not around and t.top > thing.bottom]
    gaps = [footprint_gap(thing, t) for t in beside]
    return {
        "beyond_reach": far, "from_inner_reach": near, "x": float(at[0]), "aside": abs(float(at[1])), "height": float(thing.bottom),
        "slack_in_hand": widest - min([*level_sides(thing), *([wall(thing)] if thing.cavity is not None else [])]),
        "size": float(max(thing.size)), "tall": float(thing.size[2]), "up": float(thing.pose.matrix[2, 2]),
        "gap": min([*gaps, OPEN_ROOM]), "neighbours": float(sum(_apart(thing, t) < CROWD for t in beside)),
        "carries": float(len(carried)), "contains": float(len(inside)), "in_something": float(around is not None),
        "shut_in": 1.0 - scene.joints.get(around.id, 1.0) if around is not None else 0.0, "opened": scene.joints.get(thing.id, -1.0),
        "held": float(thing.id in scene.held.values()), "box": float(thing.shape == "box"), "fixed": float(thing.fixed),
        "lit": float(scene.lit.get(thing.id, False)), "filled": scene.fill.get(thing.id, 0.0),
    }  # fmt: skip


def _between(a: Thing, b: Thing) -> dict[str, float]:
    """Two things: how far apart, and how much room the one has on or in the other."""
    floor = b.cavity.size[:2] if b.cavity is not None else b.size[:2]
    return {"apart": _apart(a, b), "room": float(min(floor)) - min(level_sides(a)), "higher": b.top - a.bottom}


def _apart(a: Thing, b: Thing) -> float:
    return float(np.linalg.norm((a.pose.pos - b.pose.pos)[:2]))
