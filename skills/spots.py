"""Where a thing could be put: spots in, on, or next to another, nearest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.predicates.builtin import footprint_gap
from heedful.types import Scene, Thing

GAP = 0.035
"""Free play left between a placed thing and its neighbour [m]."""
ROOM = 0.05
"""Free play wanted around a thing that is put down anywhere [m]."""
LOW = 0.01
"""What stands up no further than this beside a spot is not in the way there [m]."""
TABLE_MARGIN = 0.06
"""Kept from the table's edge [m]."""


def upright_turns(thing: Thing, about: float) -> Iterator[Array]:
    """Orientations of a held thing set down level: as it is held, then turned about z to line up with `about` [rad]."""
    flat = quat_from_axis_angle((0, 0, 1), thing.pose.yaw)
    yield flat
    for quarter in range(4):
        yield quat_from_axis_angle((0, 0, 1), about + quarter * np.pi / 2)
    for eighth in range(1, 8, 2):
        yield quat_mul(quat_from_axis_angle((0, 0, 1), eighth * np.pi / 4), flat)


def inside(thing: Thing, container: Thing, scene: Scene) -> list[Array]:
    """Centres [world] for a thing inside a container, free of what lies there already: low in the middle first, at last to be let fall
    from the rim; on the heap if it is full."""
    assert container.cavity is not None
    half, floor = container.cavity.size / 2, -container.cavity.size[2] / 2
    inner = max(float(min(half[:2])) - _radius(thing), 0.0)
    lying = [t for t in scene.objects.values() if t.id not in (thing.id, container.id) and not t.fixed and _within(t, container)]
    spots = [np.zeros(2)] + [
        r * inner * np.array([np.cos(a), np.sin(a)]) for r in (0.5, 1.0) for a in np.linspace(0, 2 * np.pi, 8, endpoint=False)
    ]
    there = [container.pose.apply(container.cavity.centre + np.array([*p, floor + thing.size[2] / 2])) for p in spots]
    free = [p for p in there if all(_clear(p, thing, t, 0.005) for t in lying)]
    deep = float(container.cavity.size[2])
    drops = sorted({0.012, 0.025, 0.04, 0.055, max(deep - 0.03, 0.055), max(deep + 0.01, 0.055)})
    ways = sorted(product(range(len(drops)), range(len(free))), key=lambda way: way[0] + 2 * way[1])
    found = [free[j] + np.array([0.0, 0.0, drops[i]]) for i, j in ways]
    if lying and not free:
        heap = max(t.top for t in lying) + thing.size[2] / 2 + 0.005
        crowd = np.mean([t.pose.pos[:2] for t in lying], axis=0)
        found = [np.array([*p[:2], heap]) for p in sorted(there, key=lambda p: -float(np.linalg.norm(p[:2] - crowd)))]
    return sorted(found, key=lambda p: not _in_reach(p, scene))


def upon(thing: Thing, support: Thing, scene: Scene, near: Array) -> list[Array]:
    """Centres [world] for a thing on a flat top: the middle of a small one, the nearest free spot of a table."""
    height = surface(support) + thing.size[2] / 2 + 0.004
    if support.category != "table":
        under = height - thing.size[2] / 2
        lying = [t for t in scene.objects.values() if t.id not in (thing.id, support.id) and not t.fixed and t.top > under + LOW]
        inner = max(float(min(support.size[:2])) / 2 - float(max(thing.size[:2])) * 0.75, 0.0)
        ring = [inner * np.array([np.cos(a), np.sin(a)]) for a in np.linspace(0, 2 * np.pi, 8, endpoint=False)] if inner > 0.01 else []
        spots = [np.array([*(support.pose.pos[:2] + p), height]) for p in [np.zeros(2), *ring]]
        return [p for p in spots if all(_clear(p, thing, t, 0.01) for t in lying)]
    half = support.size[:2] / 2 - TABLE_MARGIN
    xs = support.pose.pos[0] + np.arange(-half[0], half[0] + 1e-9, 0.04)
    ys = support.pose.pos[1] + np.arange(-half[1], half[1] + 1e-9, 0.04)
    spots = [np.array([x, y, height]) for x in xs for y in ys]
    free = [p for p in spots if _free(p, thing, scene, ROOM) and _in_reach(p, scene)]
    return sorted(free, key=lambda p: float(np.linalg.norm(p[:2] - near[:2])))[:24]


def beside(thing: Thing, other: Thing, scene: Scene) -> list[Array]:
    """Centres [world] for a thing next to another on the same level, first where there is most room."""
    spots = []
    for angle in np.linspace(0, 2 * np.pi, 16, endpoint=False):
        along = np.array([np.cos(angle), np.sin(angle)])
        probe = Thing(
            thing.id, thing.category, Pose(np.array([*(other.pose.pos[:2] + 2.0 * along), 0.0]), thing.pose.quat), thing.size, thing.shape
        )
        reach = 2.0 - footprint_gap(other, probe)
        spot = np.array([*(other.pose.pos[:2] + (reach + GAP) * along), other.bottom + thing.size[2] / 2 + 0.004])
        if _free(spot, thing, scene, 0.02, other.id) and _in_reach(spot, scene):
            spots.append(spot)
    crowd = [t for t in scene.objects.values() if t.category != "table" and t.id not in (thing.id, other.id)]
    return sorted(
        spots, key=lambda p: -min((float(np.linalg.norm(p[:2] - t.pose.pos[:2])) - float(max(t.size[:2])) / 2 for t in crowd), default=1.0)
    )


def surface(support: Thing) -> float:
    """Height of the face that carries things [m]; a plate's lies below its rim."""
    if support.cavity is not None:
        return float(support.pose.pos[2] + support.cavity.centre[2] - support.cavity.size[2] / 2)
    return support.top


def _within(thing: Thing, container: Thing) -> bool:
    return bool(np.linalg.norm(thing.pose.pos[:2] - container.pose.pos[:2]) < max(container.size[:2]) / 2 and thing.bottom < container.top)


def _clear(centre: Array, thing: Thing, other: Thing, gap: float) -> bool:
    apart = float(np.linalg.norm(centre[:2] - other.pose.pos[:2]))
    return apart >= _radius(thing) + float(max(other.size[:2])) / 2 + gap


def _radius(thing: Thing) -> float:
    """Of the circle that a thing covers however it is turned [m]."""
    return float(np.hypot(*thing.size[:2]) if thing.shape == "box" else max(thing.size[:2])) / 2


def _free(centre: Array, thing: Thing, scene: Scene, gap: float, but: str = "") -> bool:
    put = Thing(thing.id, thing.category, Pose(centre, thing.pose.quat), thing.size, thing.shape)
    around: Sequence[Thing] = [t for t in scene.objects.values() if t.category != "table" and t.id not in (thing.id, but)]
    return all(footprint_gap(put, t) >= gap for t in around if t.bottom < centre[2] + thing.size[2])


def _in_reach(centre: Array, scene: Scene) -> bool:
    return any(r.inner <= float(np.linalg.norm(centre - r.centre)) <= r.outer for r in scene.reach.values()) or not scene.reach
