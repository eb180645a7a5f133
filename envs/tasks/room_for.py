"""Whether a layout leaves room for what a task asks for: conditions on the true Scene that a seed's layout must meet."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from heedful.envs.task import Success
from heedful.geometry import Array
from heedful.types import Id, Scene

LEFT, RIGHT, FRONT, BEHIND = np.array([0.0, 1.0]), np.array([0.0, -1.0]), np.array([-1.0, 0.0]), np.array([1.0, 0.0])
"""Directions on the table as the robot sees them."""
ASIDE = 0.07
"""From the edge of a thing to the middle of a block that stands beside it [m]."""
BORDER = 0.05
"""Kept from the table's edge [m]."""


def beside(role: str, *ways: Array) -> Success:
    """There is room beside what plays the role, in each of the directions."""

    def possible(scene: Scene, binding: Mapping[str, Id]) -> bool:
        thing = scene.objects[binding[role]]
        away = ASIDE + float(max(thing.size[:2])) / 2
        return all(_free(scene, thing.pose.pos[:2] + away * way, binding[role]) for way in ways)

    return possible


def between(role: str, other: str) -> Success:
    """Both can be reached, and nothing stands on the straight way from one to the other."""

    def possible(scene: Scene, binding: Mapping[str, Id]) -> bool:
        a, b = scene.objects[binding[role]], scene.objects[binding[other]]
        way = (b.pose.pos - a.pose.pos)[:2]
        length = float(np.linalg.norm(way))
        for thing in scene.objects.values():
            if thing.id in (a.id, b.id, "table") or "painted" in thing.attributes:
                continue
            off = (thing.pose.pos - a.pose.pos)[:2]
            along = float(off @ way) / length
            aside = abs(float(off[0] * way[1] - off[1] * way[0])) / length
            if -0.15 < along < length + 0.05 and aside < float(np.hypot(*a.size[:2])) / 2 + float(max(thing.size[:2])) / 2 + 0.02:
                return False
        behind = a.pose.pos[:2] - way / length * 0.12
        return _free(scene, behind, a.id) and length > 0.15

    return possible


def _free(scene: Scene, spot: Array, but: Id) -> bool:
    """Whether a spot is on the table, within reach and not taken."""
    table = scene.objects["table"]
    if np.any(np.abs(spot - table.pose.pos[:2]) > table.size[:2] / 2 - BORDER):
        return False
    at = np.array([*spot, 0.03])
    if scene.reach and not any(r.inner + 0.02 <= float(np.linalg.norm(at - r.centre)) <= r.outer - 0.02 for r in scene.reach.values()):
        return False
    crowd = [t for t in scene.objects.values() if t.id not in ("table", but) and "painted" not in t.attributes]
    return all(float(np.linalg.norm(spot - t.pose.pos[:2])) > float(max(t.size[:2])) / 2 + 0.06 for t in crowd)
