"""Small scenes and a small skill library for the agents' tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from heedful.geometry import Pose
from heedful.predicates import define, relations
from heedful.program import Formula, parse
from heedful.types import Cavity, Observation, Reach, Scene, Thing

BLOCK = 0.04
SIZES = {
    "bowl": (0.14, 0.14, 0.06), "plate": (0.2, 0.2, 0.02), "table": (0.9, 1.0, 0.04), "drawer": (0.2, 0.2, 0.08),
    "cloth": (0.1, 0.03, 0.01),
}  # fmt: skip

if "shut_in" not in relations():
    define("shut_in(x)", "exists c: in(x, c) & closed(c)", "{0} is shut in")


def thing(id: str, category: str, x: float, y: float, color: str = "", attributes: tuple[str, ...] = (), z: float | None = None) -> Thing:
    """A block, bowl, plate, drawer or table of ordinary size, standing on the table at z = 0 unless a height is given [m]."""
    size = np.array(SIZES.get(category, (BLOCK, BLOCK, BLOCK)))
    height = (size[2] / 2 if category != "table" else -size[2] / 2) if z is None else z
    hollow = Cavity(np.array([0, 0, 0.005]), size - [0.02, 0.02, 0.01]) if category in ("bowl", "drawer") else None
    return Thing(
        id, category, Pose(np.array([x, y, height]), np.array([1.0, 0, 0, 0])), size,
        shape="bowl" if category == "bowl" else "box", color=color, attributes=frozenset(attributes), fixed=category in ("table", "drawer"),
        cavity=hollow, slide=np.array([-0.15, 0, 0]) if category == "drawer" else None,
        handle=Pose(np.array([x - 0.12, y, 0.05]), np.array([1.0, 0, 0, 0])) if category == "drawer" else None,
    )  # fmt: skip


def scene(*things: Thing, held: str | None = None, joints: dict[str, float] | None = None) -> Scene:
    """A scene with a table, and one gripper on one arm that reaches 0.85 m."""
    objects = {t.id: t for t in (*things, thing("table", "table", 0.55, 0.0))}
    shut = {t.id: 0.0 for t in things if t.slide is not None} | (joints or {})
    return Scene(0.0, objects, held={"gripper": held}, joints=shut, reach={"arm": Reach(np.array([0, 0, 0.3]), 0.15, 0.85)})


def kitchen(**changes: Any) -> Scene:
    """Four blocks, two bowls, a plate, a drawer, a cloth."""
    return scene(
        thing("red_block", "block", 0.45, 0.2, "red"), thing("blue_block", "block", 0.5, 0.05, "blue"),
        thing("yellow_block", "block", 0.6, 0.15, "yellow"), thing("green_block_1", "block", 0.4, -0.25, "green", ("small",)),
        thing("green_block_2", "block", 0.55, -0.05, "green", ("large",)), thing("blue_bowl", "bowl", 0.6, -0.2, "blue"),
        thing("white_bowl", "bowl", 0.45, -0.1, "white"), thing("plate", "plate", 0.6, 0.35, "white"), thing("drawer", "drawer", 0.7, 0.0),
        thing("cloth", "cloth", 0.4, 0.35, "pink"), **changes,
    )  # fmt: skip


def seen(of: Scene) -> Observation:
    return Observation(0.0, {}, of)


@dataclass(frozen=True)
class Param:
    name: str
    kind: str = "id"
    default: Any = None
    required: bool = True


@dataclass(frozen=True)
class Act:
    """A skill as a planner sees it."""

    name: str
    params: tuple[Param, ...]
    requires: Formula
    effects: Formula
    description: str = ""
    cost: float = 1.0
    plan_with: bool = True


def act(head: str, requires: str = "true", effects: str = "true", **rest: Any) -> Act:
    """`act("pick(object)", "hand_empty", "holding(object)")`."""
    name, _, params = head.rstrip(")").partition("(")
    return Act(name, tuple(Param(p.strip()) for p in params.split(",") if p.strip()), parse(requires), parse(effects), **rest)


LIBRARY = (
    act(
        "pick(object)", "hand_empty & graspable(object) & reachable(object) & clear(object) & ~shut_in(object)",
        "holding(object) & ~on(object, _) & ~in(object, _) & ~next_to(object, _) & ~next_to(_, object)",
    ),
    act(
        "place_in(object, target)", "holding(object) & container(target) & ~closed(target) & reachable(target)",
        "in(object, target) & ~holding(object)",
    ),
    act(
        "place_on(object, target)", "holding(object) & support(target) & reachable(target)",
        "on(object, target) & ~holding(object)", cost=1.1,
    ),
    act(
        "place_next_to(object, target)", "holding(object) & movable(target) & reachable(target) & on(target, table)",
        "next_to(object, target) & on(object, table) & ~holding(object)",
    ),
    act(
        "stack(object, target)", "holding(object) & clear(target) & graspable(target) & reachable(target)",
        "on(object, target) & ~holding(object)",
    ),
    act("open_drawer(drawer)", "hand_empty & sliding(drawer) & ~open(drawer) & reachable(drawer)", "open(drawer) & ~closed(drawer)"),
    act("close_drawer(drawer)", "hand_empty & sliding(drawer) & ~closed(drawer) & reachable(drawer)", "closed(drawer) & ~open(drawer)"),
    act("home()"), act("look()"), Act("wait", (Param("seconds", "float"),), parse("true"), parse("true"), plan_with=False),
)  # fmt: skip
