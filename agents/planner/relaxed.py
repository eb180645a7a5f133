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
        self._left = [0] * len(task.nodes)
        """How many children each condition lacks in the state asked about last."""
        self.leaf_of: dict[tuple[int, bool], Node] = {}
        for index, node in enumerate(task.nodes):
            if isinstance(node, Leaf):
                self.leaf_of[node.fact, node.sign] = index
            else:
                self._left[index] = node.k
                for child in node.children:
                    self.parents[child].append(index)
        self.under: list[list[int]] = [[] for _ in task.nodes]
        self.add: list[Bits] = []
        self.delete: list[Bits] = []
        self.gives: list[list[Node]] = []
        self._lay_out_operators()
        self._true, self._at = bytearray(len(task.nodes)), 0
        """Which conditions are true in the state asked about last, and that state."""
        for (_, sign), leaf in self.leaf_of.items():
            if not sign:
                self._turn(leaf, True)
        self._move(self.start)

    def _lay_out_operators(self) -> None:
        numbers = {atom: f for f, atom in enumerate(self.task.facts)}
        named: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for f, (name, args) in enumerate(self.task.facts):
            named.setdefault(name, []).append((f, args))
        matched: dict[GroundAtom, list[int]] = {}
        for index, op in enumerate(self.task.operators):
            if op.condition != YES:
                self.under[op.condition].append(index)
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
        self._move(state)
        return bool(self._true[node])

    def _move(self, state: Bits) -> None:
        """Know which conditions are true in a state, from the one that was asked about before: only what differs is gone through."""
        changed, self._at = self._at ^ state, state
        while changed:
            bit = changed & -changed
            changed ^= bit
            fact = bit.bit_length() - 1
            for sign in (True, False):
                if (leaf := self.leaf_of.get((fact, sign))) is not None:
                    self._turn(leaf, bool(state & bit) == sign)

    def _turn(self, node: Node, true: bool) -> None:
        """A condition has come true, or is so no longer, and what is made of it may be."""
        stack = [node]
        while stack:
            node = stack.pop()
            self._true[node] = true
            for parent in self.parents[node]:
                self._left[parent] += -1 if true else 1
                if self._left[parent] == (0 if true else 1):
                    stack.append(parent)

    def estimate(self, state: Bits, goals: Sequence[Node], banned: Container[int] = (), everything: bool = False) -> Estimate:
        """Costs by Dijkstra over conditions: one is done when k of its children are, at their summed cost.

        Args:
          state: Where to start from.
          goals: Conditions to reach, all of them.
          banned: Operators that may not be used.
          everything: Whether to go on when the goals have been reached.
        """
        self._move(state)
        done, counts, sums = self._true.copy(), self._left.copy(), [0.0] * len(self.parents)
        costs = [0.0 if true else INFINITE for true in done]
        supporter: dict[Node, int] = {}
        operators, open_goals = self.task.operators, {g for g in goals if not done[g]}
        applicable = [op for op, o in enumerate(operators) if (o.condition == YES or done[o.condition]) and op not in banned]
        queue: list[tuple[float, Node]] = []
        fired, now = applicable, 0.0
        while True:
            for op in fired:
                if op in banned:
                    continue
                then = now + operators[op].cost
                for node in self.gives[op]:
                    if then < costs[node]:
                        costs[node] = then
                        supporter[node] = op
                        heapq.heappush(queue, (then, node))
            if not queue or (not open_goals and not everything):
                break
            now, node = heapq.heappop(queue)
            fired = []
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
                        heapq.heappush(queue, (sums[parent], parent))
        if open_goals:
            return Estimate(INFINITE, applicable, frozenset(), costs)
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
