"""Where a thing could be put: spots in, on, or next to another, nearest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np

from heedful.geometry import Array, Pose, quat_from_axis_angle, quat_mul
from heedful.predicates.builtin import ASIDE, PLUMB
from heedful.predicates.extents import footprint_gap
from heedful.types import Scene, Thing

GAPS = (0.035, 0.045, 0.025)
"""Free play left between a placed thing and its neighbour [m], the best first: next to it however the thing is turned."""
STRAYS = np.deg2rad([0.0, 15.0, -15.0, 30.0, -30.0, 45.0, -45.0])
"""How far from straight left, right, in front or behind a thing may be put [rad]."""
MARGIN = 0.015
"""How much further to the side it is put than the relation asks for [m]."""
ASTRIDE = 0.75
"""How far towards the wall of a full container a thing is let go, as a share of the way: there it slides down beside what lies in it."""
ROOM = 0.05
"""Free play wanted around a thing that is put down anywhere [m]."""
AT_WORK = 0.11
"""Kept from marked places and spills where there is room: a hand with a sponge will work there [m]."""
LOW = 0.01
"""What stands up no further than this beside a spot is not in the way there [m]."""
WELL = 0.03
"""How far inside an arm's reach a thing is put that may go anywhere: something may have to be put on it [m]."""
TABLE_MARGIN, EDGE = 0.06, 0.035
"""Kept from the table's edge by the middle of what is put down anywhere, and by what is put down beside another [m]."""


def upright_turns(thing: Thing, about: float) -> Iterator[Array]:
    """Orientations of a held thing set down level: as it is held, then turned about z to line up with `about` [rad]; what looks the
    same either way up, also the other way up, and that first if it is held so; a ball, or what hangs aslant, stays as it hangs."""
    eighths = [quat_from_axis_angle((0, 0, 1), k * np.pi / 4) for k in (1, 3, 5, 7)]
    up = float(thing.pose.matrix[2, 2])
    if thing.shape == "ball" or abs(up) < PLUMB:
        quarters = [quat_from_axis_angle((0, 0, 1), k * np.pi / 2) for k in range(4)]
        yield from (quat_mul(turn, thing.pose.quat) for turn in [*quarters, *eighths])
        return
    flat = quat_from_axis_angle((0, 0, 1), thing.pose.yaw)
    turns = [flat, *(quat_from_axis_angle((0, 0, 1), about + quarter * np.pi / 2) for quarter in range(4))]
    turns += [quat_mul(turn, flat) for turn in eighths]
    over = [quat_mul(turn, quat_from_axis_angle((1, 0, 0), np.pi)) for turn in turns] if thing.cavity is None else []
    yield from [*over, *turns] if over and up < 0 else [*turns, *over]


def inside(thing: Thing, container: Thing, scene: Scene) -> list[Array]:
    """Centres [world] for a thing inside a container, low in the middle first, at last to be let fall from the rim; far from what lies
    there already, and on the heap if it is full."""
    assert container.cavity is not None
    floor = -container.cavity.size[2] / 2
    lying = [t for t in scene.objects.values() if t.id not in (thing.id, container.id) and not t.fixed and _within(t, container)]
    there = [container.pose.apply(container.cavity.centre + np.array([*p, floor + _half(thing)])) for p in _floor(thing, container)]
    free = [p for p in there if all(_clear(p, thing, t, 0.005) for t in lying)]
    if lying:
        free.sort(key=lambda p: -min(float(np.linalg.norm((p - t.pose.pos)[:2])) for t in lying))
    deep = float(container.cavity.size[2])
    drops = sorted({0.012, 0.025, 0.04, 0.055, max(deep - 0.03, 0.055), max(deep + 0.01, 0.055)})
    ways = sorted(product(range(len(drops)), range(len(free))), key=lambda way: way[0] + 2 * way[1])
    found = [free[j] + np.array([0.0, 0.0, drops[i]]) for i, j in ways]
    if lying and not free:
        heap = max(t.top for t in lying) + _half(thing) + 0.005
        crowd = np.mean([t.pose.pos[:2] for t in lying], axis=0)
        brink = [
            container.pose.apply(container.cavity.centre + np.array([*p, 0.0])) for p in _ring(ASTRIDE * container.cavity.size[:2] / 2)
        ]
        found = [np.array([*p[:2], heap]) for p in sorted(brink, key=lambda p: -float(np.linalg.norm(p[:2] - crowd)))]
    return sorted(found, key=lambda p: not _in_reach(p, scene))


def _floor(thing: Thing, container: Thing) -> list[Array]:
    """Where on a container's floor a thing may stand, in its frame: the middle, then towards the walls, of a box into its corners too."""
    assert container.cavity is not None
    room = np.maximum(container.cavity.size[:2] / 2 - _radius(thing), 0.0)
    if container.shape == "box":
        steps = (0.0, -0.5, 0.5, -1.0, 1.0)
        return sorted((room * np.array(p) for p in product(steps, steps)), key=lambda p: float(np.linalg.norm(p)))
    return [np.zeros(2), *(p for r in (0.5, 1.0) for p in _ring(r * min(room)))]


def _ring(radius: Array | float) -> list[Array]:
    """Eight points about the origin, for a radius or two half axes [m]."""
    return [radius * np.array([np.cos(a), np.sin(a)]) for a in np.linspace(0, 2 * np.pi, 8, endpoint=False)]


def upon(thing: Thing, support: Thing, scene: Scene, near: Array) -> list[Array]:
    """Centres [world] for a thing on a flat top: the middle of a small one, the nearest free spot of a table."""
    height = surface(support) + _half(thing) + 0.004
    if support.category != "table":
        under = height - _half(thing)
        lying = [t for t in scene.objects.values() if t.id not in (thing.id, support.id) and not t.fixed and t.top > under + LOW]
        inner = max(float(min(support.size[:2])) / 2 - float(max(thing.size[:2])) * 0.75, 0.0)
        ring = [inner * np.array([np.cos(a), np.sin(a)]) for a in np.linspace(0, 2 * np.pi, 8, endpoint=False)] if inner > 0.01 else []
        spots = [np.array([*(support.pose.pos[:2] + p), height]) for p in [np.zeros(2), *ring]]
        return [p for p in spots if all(_clear(p, thing, t, 0.01) for t in lying)]
    half = support.size[:2] / 2 - TABLE_MARGIN
    xs = support.pose.pos[0] + np.arange(-half[0], half[0] + 1e-9, 0.04)
    ys = support.pose.pos[1] + np.arange(-half[1], half[1] + 1e-9, 0.04)
    spots = [np.array([x, y, height]) for x in xs for y in ys]
    free = [p for p in spots if _free(p, thing, scene, ROOM) and _in_reach(p, scene, WELL)]
    painted = [t for t in scene.objects.values() if "painted" in t.attributes]

    def unasked(p: Array) -> int:
        """2 if it would stand on a marked place or in a spill, 1 if in the way of a hand that works there."""
        return sum(not all(_clear(p, thing, t, gap) for t in painted) for gap in (0.0, AT_WORK))

    return sorted(free, key=lambda p: (unasked(p), float(np.linalg.norm(p[:2] - near[:2]))))[:24]


def beside(thing: Thing, other: Thing, scene: Scene, way: Array | None = None) -> list[Array]:
    """Centres [world] for a thing next to another on the same level: straight to one side first, else first where there is most room.

    Args:
      way: The side, a direction on the table; any side without it.
    """
    straight = 0.0 if way is None else float(np.arctan2(way[1], way[0]))
    spots: list[tuple[float, Array]] = []
    for angle in np.linspace(0, 2 * np.pi, 16, endpoint=False) if way is None else STRAYS:
        along = np.array([np.cos(straight + angle), np.sin(straight + angle)])
        probe = replace(thing, pose=Pose(np.array([*(other.pose.pos[:2] + 2.0 * along), 0.0]), thing.pose.quat))
        for gap in GAPS:
            away = (2.0 - footprint_gap(other, probe) + gap) * along
            spot = np.array([*(other.pose.pos[:2] + away), other.bottom + _half(thing) + 0.004])
            aside = way is None or float(way @ away) >= ASIDE + MARGIN
            if aside and _on_its_ground(spot, other, scene) and _free(spot, thing, scene, 0.02, other.id) and _in_reach(spot, scene):
                spots.append((abs(float(angle)) if way is not None else 0.0, spot))
                break
    crowd = [
        t for t in scene.objects.values() if t.category != "table" and "painted" not in t.attributes and t.id not in (thing.id, other.id)
    ]

    def room(p: Array) -> float:
        return min((float(np.linalg.norm(p[:2] - t.pose.pos[:2])) - float(max(t.size[:2])) / 2 for t in crowd), default=1.0)

    return [p for _, p in sorted(spots, key=lambda entry: (entry[0], -room(entry[1])))]


def marked(thing: Thing, square: Thing, scene: Scene) -> list[Array]:
    """Centres [world] for a thing on a marked place of the table, free of what stands there: its middle first."""
    away = 0.6 * (float(min(square.size[:2])) / 2 if square.shape == "box" else float(square.size[0]) / 2)
    ring = [r * away * np.array([np.cos(a), np.sin(a)]) for r in (0.5, 1.0) for a in np.linspace(0, 2 * np.pi, 8, endpoint=False)]
    places = [square.pose.apply(np.array([*p, 0.0])) for p in [np.zeros(2), *ring]]
    spots = [np.array([*p[:2], square.bottom + _half(thing) + 0.004]) for p in places]
    return [p for p in spots if _free(p, thing, scene, 0.01) and _in_reach(p, scene)]


def _half(thing: Thing) -> float:
    """From its underside to its middle, as it hangs [m]."""
    return float(thing.pose.pos[2]) - thing.bottom


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
    """Whether a thing put there keeps a gap [m] from all that stands there; what is painted on the table takes no room."""
    put = replace(thing, pose=Pose(centre, thing.pose.quat))
    return all(footprint_gap(put, t) >= gap for t in _crowd(scene, thing.id, but) if t.bottom < centre[2] + thing.size[2])


def _crowd(scene: Scene, *but: str) -> list[Thing]:
    """What takes room on the table, besides those named; paint does not."""
    return [t for t in scene.objects.values() if t.category != "table" and "painted" not in t.attributes and t.id not in but]


def _on_its_ground(centre: Array, other: Thing, scene: Scene) -> bool:
    """Whether a spot beside a thing that stands on the table is over the table as well."""
    table = scene.objects.get("table")
    if table is None or other.bottom > table.top + LOW:
        return True
    return bool(np.all(np.abs(centre - table.pose.pos)[:2] <= table.size[:2] / 2 - EDGE))


def _in_reach(centre: Array, scene: Scene, well: float = 0.0) -> bool:
    """Whether some arm reaches it, by a margin [m]."""
    spans = [(float(np.linalg.norm(centre - r.centre)), r) for r in scene.reach.values()]
    return any(r.inner + well <= d <= r.outer - well for d, r in spans) or not spans
