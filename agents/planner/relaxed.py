"""A grounded task laid out for speed, and the additive cost of goals where nothing once true is lost."""

from __future__ import annotations

import heapq
from collections.abc import Container, Sequence
from dataclasses import dataclass

from heedful.agents.planner.nodes import YES, AtLeast, Leaf, Node
from heedful.agents.planner.state import ANY, GroundAtom, matches
from heedful.agents.planner.task import Task

INFINITE = float("inf")
Bits = int
"""A state of the search: a bit for each fact."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Additive relaxed cost of some goals from a state, what can be done in it, and what of that the relaxed plan begins with."""

    cost: float
    applicable: list[int]
    helpful: frozenset[int]
    costs: list[float]
    """By condition; infinite where it was not looked at."""


class Relaxed:
    """States are bits, conditions are counters."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.start: Bits = sum(1 << f for f, true in enumerate(task.initial) if true)
        root = task.nodes[task.goal] if task.goal >= 0 else None
        whole = isinstance(root, AtLeast) and root.k == len(root.children)
        self.goals: list[Node] = list(dict.fromkeys(root.children)) if isinstance(root, AtLeast) and whole else [task.goal] if root else []
        self.parents: list[list[Node]] = [[] for _ in task.nodes]
        self.counts = [0] * len(task.nodes)
        self.leaves: list[tuple[Node, int, str]] = []
        """Node, fact, and the bit with which it is true."""
        self.leaf_of: dict[tuple[int, bool], Node] = {}
        for index, node in enumerate(task.nodes):
            if isinstance(node, Leaf):
                self.leaves.append((index, node.fact, "1" if node.sign else "0"))
                self.leaf_of[node.fact, node.sign] = index
            else:
                self.counts[index] = node.k
                for child in node.children:
                    self.parents[child].append(index)
        self.under: list[list[int]] = [[] for _ in task.nodes]
        self.free: list[int] = []
        self.add: list[Bits] = []
        self.delete: list[Bits] = []
        self.gives: list[list[Node]] = []
        self._lay_out_operators()

    def _lay_out_operators(self) -> None:
        numbers = {atom: f for f, atom in enumerate(self.task.facts)}
        named: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for f, (name, args) in enumerate(self.task.facts):
            named.setdefault(name, []).append((f, args))
        matched: dict[GroundAtom, list[int]] = {}
        for index, op in enumerate(self.task.operators):
            (self.free if op.condition == YES else self.under[op.condition]).append(index)
            adds = [numbers[a] for a in op.adds if a in numbers]
            deletes: set[int] = set()
            for wipe in op.wipes:
                if ANY not in wipe[1]:
                    deletes |= {numbers[wipe]} if wipe in numbers else set()
                    continue
                if wipe not in matched:
                    matched[wipe] = [f for f, args in named.get(wipe[0], ()) if matches(wipe[1], args)]
                deletes.update(matched[wipe])
            deletes -= set(adds)
            self.add.append(sum(1 << f for f in adds))
            self.delete.append(sum(1 << f for f in deletes))
            effects = [*((f, True) for f in adds), *((f, False) for f in sorted(deletes))]
            self.gives.append([self.leaf_of[e] for e in effects if e in self.leaf_of])

    def apply(self, state: Bits, op: int) -> Bits:
        return state & ~self.delete[op] | self.add[op]

    def holds(self, node: Node, state: Bits) -> bool:
        """Whether a condition is true in a state."""
        if node < 0:
            return node == YES
        found = self.task.nodes[node]
        if isinstance(found, Leaf):
            return bool(state >> found.fact & 1) == found.sign
        left = found.k
        for child in found.children:
            left -= self.holds(child, state)
            if left <= 0:
                return True
        return False

    def estimate(self, state: Bits, goals: Sequence[Node], banned: Container[int] = (), everything: bool = False) -> Estimate:
        """Costs by Dijkstra over conditions: one is done when k of its children are, at their summed cost.

        Args:
          state: Where to start from.
          goals: Conditions to reach, all of them.
          banned: Operators that may not be used.
          everything: Whether to go on when the goals have been reached.
        """
        costs, counts, sums = [INFINITE] * len(self.parents), self.counts.copy(), [0.0] * len(self.parents)
        supporter: dict[Node, int] = {}
        operators, done, open_goals = self.task.operators, bytearray(len(self.parents)), set(goals)
        bits = f"{state:0{len(self.task.facts)}b}"[::-1]
        given = [node for node, fact, sign in self.leaves if bits[fact] == sign]
        for node in given:
            costs[node] = 0.0
        given.reverse()  # what costs nothing needs no queue
        queue: list[tuple[float, Node]] = []
        applicable: list[int] = []
        fired, now = list(self.free), 0.0
        while True:
            for op in fired:
                if op in banned:
                    continue
                if now == 0.0:
                    applicable.append(op)
                then = now + operators[op].cost
                for node in self.gives[op]:
                    if then < costs[node]:
                        costs[node] = then
                        supporter[node] = op
                        heapq.heappush(queue, (then, node))
            fired = []
            if given:
                node = given.pop()
            elif not queue or (not open_goals and not everything):
                break
            else:
                now, node = heapq.heappop(queue)
            if done[node]:
                continue
            done[node] = 1
            open_goals.discard(node)
            fired = self.under[node]
            for parent in self.parents[node]:
                if counts[parent] > 0:
                    counts[parent] -= 1
                    sums[parent] += now
                    if counts[parent] == 0:
                        costs[parent] = sums[parent]
                        if sums[parent] > 0.0:
                            heapq.heappush(queue, (sums[parent], parent))
                        else:
                            given.append(parent)
        if open_goals:
            return Estimate(INFINITE, applicable, frozenset(), costs)
        applicable.sort()
        return Estimate(sum(costs[g] for g in goals), applicable, self._helpful(goals, set(applicable), costs, supporter), costs)

    def _helpful(self, goals: Sequence[Node], applicable: set[int], costs: list[float], supporter: dict[Node, int]) -> frozenset[int]:
        """The operators of the relaxed plan that can be carried out at once."""
        helpful: set[int] = set()
        stack, seen = list(goals), set[Node]()
        while stack:
            node = stack.pop()
            if node < 0 or node in seen or costs[node] == 0.0:
                continue
            seen.add(node)
            found = self.task.nodes[node]
            if isinstance(found, AtLeast):
                stack += sorted(found.children, key=lambda c: costs[c])[: found.k]
            elif (op := supporter[node]) in applicable:
                helpful.add(op)
            else:
                stack.append(self.task.operators[op].condition)
        return frozenset(helpful)

    def undoing(self, leaf: Leaf) -> set[int]:
        """The operators that make a literal false."""
        bit = 1 << leaf.fact
        return {op for op, bits in enumerate(self.delete if leaf.sign else self.add) if bits & bit}
