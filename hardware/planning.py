"""Collision-free joint paths: the straight line if it is free, else RRT-Connect and shortcuts, all from a fixed seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

import numpy as np

from heedful.geometry import Array
from heedful.hardware.collision import CLEARANCE, Pair

RESOLUTION = 0.008
"""No point of the hand moves further than this between two checks [m]; half of it is less than the clearance."""
REACH = 0.25
"""How far a tree grows at a time [m of hand motion]."""
NODES = 3000
CHECKS = 15_000
"""Configurations looked at before giving up: a second or two, and the same answer on every machine."""
DEEPER = 0.002
"""How much deeper than at the start a pair that already touches may go [m]."""
RESTING = 0.001
"""How far a carried thing may press into what it is to stand on [m]."""

Near = Callable[[Array], Mapping[Pair, float]]
Clear = Callable[[Array, Array], bool]


def plan(near: Near, start: Array, goal: Array, lower: Array, upper: Array, levers: Array, seed: int = 0) -> list[Array] | None:
    """Way points from start to goal, both included, or None.

    Args:
      near: Signed distances of near pairs at joint positions.
      start: Joint positions [rad].
      goal: Joint positions [rad].
      lower: Joint limits [rad].
      upper: Joint limits [rad].
      levers: Hand motion per radian of each joint, at most [m/rad].
      seed: Of the random tree.
    """
    if np.any(goal < lower - 1e-6) or np.any(goal > upper + 1e-6):
        return None
    at_start, at_goal = near(start), near(goal)
    floor = {p: min(CLEARANCE, d - DEEPER if d < 0 else max(0.0, d - DEEPER)) for p, d in at_start.items()}
    for p, d in at_goal.items():
        allowed = min(-RESTING if "carried" in p else 0.0, floor.get(p, 0.0))
        if d < allowed:
            return None
        floor[p] = min(floor.get(p, CLEARANCE), d - 1e-6 if d < 0 else max(0.0, d - 1e-6))

    looked = 0

    def free(q: Array) -> bool:
        nonlocal looked
        looked += 1
        return all(d >= floor.get(p, CLEARANCE) for p, d in near(q).items())

    # a pair within its clearance at either end is not covered by the coarse checks: verify finely, plan finely only if that fails
    fine = RESOLUTION / 4
    for resolution in (RESOLUTION, fine):
        clear = partial(line_free, free, levers=levers, resolution=resolution)
        rng = np.random.default_rng(seed)
        found: list[Array] | None = [start, goal]
        if not clear(start, goal):
            found = _connect(clear, start, goal, lower, upper, levers, rng, lambda: looked > CHECKS)
        if found is None:
            return None
        found = _shortened(found, clear, levers, rng)
        if all(line_free(free, a, b, levers, fine) for a, b in pairwise(found)):
            return found
    return None


def line_free(free: Callable[[Array], bool], a: Array, b: Array, levers: Array, resolution: float) -> bool:
    """Whether the straight joint line is free, its middle first: that is where it fails."""
    count = int(np.ceil(float(np.abs(b - a) @ levers) / resolution))
    return free(b) and all(free(a + (b - a) * (k / count)) for k in _halving(count))


def _halving(count: int) -> list[int]:
    """1 .. count - 1, coarse to fine."""
    order: list[int] = []
    stride = 1 << max(count - 1, 1).bit_length()
    while stride >= 1:
        order += range(stride, count, 2 * stride)
        stride //= 2
    return order


class _Tree:
    def __init__(self, root: Array, levers: Array) -> None:
        self.points = np.empty((64, root.size))
        self.points[0] = root
        self.parents = [-1]
        self._levers = levers

    def add(self, q: Array, parent: int) -> int:
        if len(self.parents) == len(self.points):
            self.points = np.concatenate([self.points, np.empty_like(self.points)])
        self.points[len(self.parents)] = q
        self.parents.append(parent)
        return len(self.parents) - 1

    def nearest(self, q: Array) -> int:
        return int(np.argmin((((self.points[: len(self.parents)] - q) * self._levers) ** 2).sum(axis=1)))

    def branch(self, node: int) -> list[Array]:
        """From a node back to the root."""
        found = []
        while node >= 0:
            found.append(self.points[node].copy())
            node = self.parents[node]
        return found


def _connect(
    clear: Clear,
    start: Array,
    goal: Array,
    lower: Array,
    upper: Array,
    levers: Array,
    rng: np.random.Generator,
    spent: Callable[[], bool],
) -> list[Array] | None:
    tree, other = _Tree(start, levers), _Tree(goal, levers)
    swapped = False
    while len(tree.parents) + len(other.parents) < NODES and not spent():
        target = rng.uniform(lower, upper)
        node = _extend(tree, target, clear, levers)
        if node is not None:
            reached = tree.points[node].copy()
            while (step := _extend(other, reached, clear, levers)) is not None:
                if np.array_equal(other.points[step], reached):
                    a, b = tree.branch(node)[::-1], other.branch(step)[1:]
                    return (a + b)[::-1] if swapped else a + b
        tree, other, swapped = other, tree, not swapped
    return None


def _extend(tree: _Tree, target: Array, clear: Clear, levers: Array) -> int | None:
    nearest = tree.nearest(target)
    here = tree.points[nearest].copy()
    distance = float(np.abs(target - here) @ levers)
    if distance < 1e-9:
        return None
    there = target if distance <= REACH else here + (target - here) * (REACH / distance)
    return tree.add(there, nearest) if clear(here, there) else None


def _shortened(path: list[Array], clear: Clear, levers: Array, rng: np.random.Generator) -> list[Array]:
    """Greedy cuts, then random shortcuts between points along the path."""
    kept = [path[0]]
    i = 0
    while i < len(path) - 1:
        j = next((j for j in range(len(path) - 1, i + 1, -1) if clear(path[i], path[j])), i + 1)
        kept.append(path[j])
        i = j
    for _ in range(30):
        if len(kept) < 3:
            break
        lengths = np.array([float(np.abs(b - a) @ levers) for a, b in pairwise(kept)])
        ends = np.concatenate([[0.0], np.cumsum(lengths)])
        s, t = np.sort(rng.uniform(0.0, ends[-1], 2))
        i, j = (min(int(np.searchsorted(ends, x, side="right")) - 1, len(lengths) - 1) for x in (s, t))
        if i == j:
            continue
        a = kept[i] + (kept[i + 1] - kept[i]) * ((s - ends[i]) / max(lengths[i], 1e-12))
        b = kept[j] + (kept[j + 1] - kept[j]) * ((t - ends[j]) / max(lengths[j], 1e-12))
        if clear(a, b):
            kept = [*kept[: i + 1], a, b, *kept[j + 1 :]]
    return kept
