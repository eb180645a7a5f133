"""LIBERO's scenes as the records tell them: objects and fixtures by name, in places given by regions, as solids of ordinary size.

It stands in LIBERO's own frame, and tells sides as somebody sees them who faces the robot.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from heedful.agents.sets.tabletop_scene import Shape
from heedful.envs.foreign.libero_names import FACING, WHERE, looks, part
from heedful.geometry import Array, Pose
from heedful.types import Cavity, Id, Reach, Scene, Thing

ROBOT = (-0.7, 0.0, 0.0)
"""Where the robot stands [m]."""
SIZES: dict[str, tuple[float, float, float]] = {
    "cabinet": (0.24, 0.24, 0.30), "shelf": (0.24, 0.40, 0.40), "caddy": (0.32, 0.32, 0.14), "microwave": (0.30, 0.36, 0.20),
    "stove": (0.26, 0.26, 0.05), "rack": (0.20, 0.16, 0.10), "table": (1.0, 1.2, 0.04), "floor": (1.4, 1.4, 0.04),
    "basket": (0.2, 0.2, 0.14), "tray": (0.24, 0.34, 0.05), "bowl": (0.11, 0.11, 0.06), "plate": (0.14, 0.14, 0.02),
    "mug": (0.08, 0.08, 0.08), "book": (0.05, 0.12, 0.16), "ramekin": (0.07, 0.07, 0.05), "cookies": (0.10, 0.07, 0.05),
}  # fmt: skip
"""By the last word of a name: full size [m]; other things are small."""
SMALL = (0.06, 0.06, 0.08)
OPEN_TOPPED = frozenset({"basket", "tray", "bowl", "mug", "ramekin", "rack"})
FLAT = frozenset({"tray", "plate", "bowl", "microwave", "rack"})
"""What things are said to be in as well as on."""


def scene_of(record: Mapping[str, Any]) -> Scene:
    """The scene of a record."""
    kinds = {**record["fixtures"], **record["objects"]}
    init = [(str(name), *map(str, args)) for name, *args in record["init"]]
    regions = record["regions"]
    where = {a: b for name, a, *rest in init for b in rest if name in ("On", "In")}
    opened = {a for name, a, *_ in init if name == "Open"}
    things: dict[Id, Thing] = {}
    for id in (*record["fixtures"], *record["objects"]):
        if id not in things:
            _place(id, kinds, record, where, things)
    for id, region in regions.items():
        if region["of"] in things and (found := _part(id, region["of"], kinds, things, region.get("ranges"))) is not None:
            drawn = found.slide if found.slide is not None and id in opened else np.zeros(3)
            things[id] = found.moved(Pose(found.pose.pos + drawn, found.pose.quat))
    for id in record["objects"]:  # what stands in or on a part, now that the parts are there
        if (place := where.get(id)) in things and place in regions:
            things[id] = _on(things[id], things[str(place)])
    lit = {i: False for i, k in record["fixtures"].items() if k.endswith("stove")}
    return Scene(
        0.0, things, held={"gripper": None}, joints={i: float(i in opened) for i, t in things.items() if t.slide is not None},
        lit={**lit, **{a: True for name, a, *_ in init if name == "Turnon"}}, reach={"arm": Reach(np.array(ROBOT), 0.0, 3.0)},
        facing=FACING,
    )  # fmt: skip


def _place(id: Id, kinds: Mapping[str, str], record: Mapping[str, Any], where: Mapping[str, str], things: dict[Id, Thing]) -> None:
    """Put a thing into the scene, after what it stands on."""
    below = where.get(id)
    fixed = id in record["fixtures"]
    if below in record["regions"]:
        region = record["regions"][below]
        if region.get("ranges"):
            things[id] = _thing(id, kinds[id], spot(region["ranges"]), 0.0, fixed)
            return
        below = region["of"]
    if below is None or below == id:
        flat = kinds[id].rpartition("_")[2] in ("table", "floor")
        things[id] = _thing(id, kinds[id], np.zeros(2), -SIZES["table"][2] if flat else 0.0, fixed)
        return
    if below not in things:
        _place(below, kinds, record, where, things)
    things[id] = _on(_thing(id, kinds[id], np.zeros(2), 0.0, fixed), things[below])


def spot(ranges: Any) -> Array:
    """The middle of a region [m]."""
    x0, y0, x1, y1 = ranges[0]
    return np.array([(x0 + x1) / 2, (y0 + y1) / 2])


def _thing(id: Id, kind: str, xy: Array, bottom: float, fixed: bool) -> Thing:
    """A thing that stands at a height [m]."""
    head = kind.rpartition("_")[2]
    size = np.array(SIZES.get(head, SMALL))
    color, marks = looks(kind)
    cavity = Cavity(np.array([0.0, 0.0, 0.005]), size - 0.01) if head in OPEN_TOPPED | {"microwave"} else None
    swings = np.array([0.2, 0.0, 0.0]) if head == "microwave" else None
    shape: Shape = "cylinder" if head in FLAT else "bowl" if head == "basket" else "box"
    at = Pose(np.array([*xy, bottom + size[2] / 2]), np.array([1.0, 0, 0, 0]))
    return Thing(id, kind, at, size, shape, color, marks, fixed, cavity, slide=swings)


def _on(thing: Thing, carrier: Thing) -> Thing:
    """The thing in or on another."""
    floor = carrier.top if carrier.cavity is None else carrier.bottom + 0.005
    x, y, _ = carrier.pose.pos.tolist()
    return thing.moved(Pose(np.array([x, y, floor + thing.size[2] / 2]), thing.pose.quat))


def _part(id: Id, owner: Id, kinds: Mapping[str, str], things: Mapping[Id, Thing], ranges: Any) -> Thing | None:
    """A part of a fixture that people speak of: a drawer, a compartment, a board, the middle of the table; None for other regions."""
    whole, name = things[owner], id.removeprefix(f"{owner}_").removesuffix("_region").removesuffix("_contain")
    if name.startswith("table_") and kinds.get(owner, "").endswith("table") and ranges:
        return Thing(
            id, name, Pose(np.array([*spot(ranges), 0.0]), np.array([1.0, 0, 0, 0])), np.array([0.2, 0.2, 0.002]), "box", "",
            frozenset({"painted"}), True,
        )  # fmt: skip
    if (called := part(id, owner, kinds.get(owner, ""))) is None:
        return None
    kind, name = called
    away = np.array(WHERE[name], dtype=float)
    size = whole.size * np.where(away == 0, 0.9, 0.3) if kind == "compartment" else whole.size * [0.9, 0.9, 0.3]
    at = Pose(whole.pose.pos + away * whole.size / 3, whole.pose.quat)
    slides = np.array([0.2, 0.0, 0.0]) if kind == "drawer" else None
    shape: Shape = "cylinder" if kind == "shelf board" else "box"  # things lie in it and on it
    return Thing(id, kind, at, size, shape, "", frozenset(), True, Cavity(np.zeros(3), size - 0.01), slide=slides)
