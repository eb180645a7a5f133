"""How long the planner takes over many things, with the skills that a robot really has."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from heedful.app.bench.ratio import Ratio

if TYPE_CHECKING:
    from heedful.types import Scene

MANY = 20
"""Blocks that have to be moved."""
SECONDS = 0.5
"""What their plan may take."""


def plan(seed: int) -> list[Ratio]:
    """Plans that put away twenty blocks, half of them under others: the longest of three goals, in CPU time."""
    from heedful.agents.planner.search import NoPlan, find
    from heedful.program import And, Atom, Formula
    from heedful.skills import Library

    skills = list(Library.default())
    goals: dict[str, tuple[Formula, ...]] = {
        "in the bin": tuple(Atom("in", (f"block_{i}", "bin")) for i in range(MANY)),
        "in the drawer, which is closed": (*(Atom("in", (f"block_{i}", "drawer")) for i in range(MANY)), Atom("closed", ("drawer",))),
        "in towers of four": tuple(Atom("on", (f"block_{a}", f"block_{b}")) for a, b in pairwise(range(MANY)) if b % 4),
    }
    took: list[tuple[float, str]] = []
    for name, parts in goals.items():
        scene = _scene(seed)
        start = time.thread_time()
        found = find(skills, scene, And(parts))
        seconds = time.thread_time() - start
        if isinstance(found, NoPlan):
            raise RuntimeError(f"no plan was found for twenty blocks {name}: {found.sentence}")
        took.append((seconds, f"{len(found)} calls, {name}"))
    worst, what = max(took)
    return [
        Ratio(
            "plan", worst, f"seconds of CPU time for {MANY} blocks on two levels ({what}), the slowest of {len(goals)} goals", most=SECONDS
        )
    ]


def _scene(seed: int) -> Scene:
    """Ten blocks side by side and one on each, a bin, and a closed drawer."""
    from heedful.geometry import Pose
    from heedful.types import Cavity, Reach, Scene, Thing

    rng = np.random.default_rng(seed)
    flat = np.array([1.0, 0, 0, 0])
    things = [Thing("table", "table", Pose(np.array([0.55, 0, -0.02]), flat), np.array([0.9, 1.2, 0.04]), fixed=True)]
    for i in range(MANY):
        x, y = 0.35 + 0.08 * (i % 5), -0.25 + 0.1 * (i // 5 % 2)
        colors = ("red", "green", "blue", "yellow")
        at = np.array([x, y, 0.02 + 0.04 * (i // 10)])
        things.append(Thing(f"block_{i}", "block", Pose(at, flat), np.full(3, 0.04), color=colors[int(rng.integers(4))]))
    inside = Cavity(np.array([0, 0, 0.01]), np.array([0.3, 0.3, 0.1]))
    things.append(Thing("bin", "bin", Pose(np.array([0.5, 0.35, 0.06]), flat), np.array([0.34, 0.34, 0.12]), cavity=inside, fixed=True))
    handle = Pose(np.array([0.6, 0.0, 0.2]), flat)
    things.append(
        Thing(
            "drawer", "drawer", Pose(np.array([0.75, 0.0, 0.2]), flat), np.array([0.3, 0.3, 0.12]), cavity=inside, fixed=True,
            handle=handle, slide=np.array([-0.2, 0, 0]),
        )
    )  # fmt: skip
    reach = {"arm": Reach(np.array([0, 0, 0.3]), 0.1, 1.2)}
    return Scene(0.0, {t.id: t for t in things}, held={"gripper": None}, joints={"drawer": 0.0}, reach=reach)
