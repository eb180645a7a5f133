"""Forward search: goals in an order that need not be undone, each by greedy best-first search."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from heedful.agents.planner.nodes import NO, YES, AtLeast, Leaf, Node
from heedful.agents.planner.relaxed import INFINITE, Bits, Relaxed
from heedful.agents.planner.say import say_call
from heedful.agents.planner.state import GroundAtom, PlannedSkill, made_true
from heedful.agents.planner.task import Means, Task
from heedful.agents.understanding.saying import in_words, not_in_words
from heedful.program import Atom, Formula, Not
from heedful.types import Scene, SkillCall

EXPANSIONS = 1000
"""States expanded before a search gives up; a count, not a time, so that the answer is always the same."""
ORDERED = 40
"""Most goals that are put in order before the search."""


Literal = tuple[GroundAtom, bool]


@dataclass(frozen=True, slots=True)
class NoPlan:
    """Why there is no plan, in a sentence."""

    sentence: str


def find(
    skills: Iterable[PlannedSkill],
    scene: Scene,
    goal: Formula,
    extra: Mapping[SkillCall, float] | None = None,
    keep: Iterable[Literal] = (),
    means: Means | None = None,
) -> list[SkillCall] | NoPlan:
    """Calls that lead from the scene to the goal, or why there are none.

    Args:
      skills: What the robot can do.
      scene: Where it starts.
      goal: What shall hold, over ids.
      extra: Calls that cost more than usual, and how much: what failed before.
      keep: Literals that no call may undo.
      means: How people want it done, if they said so.
    """
    skills, keep = list(skills), list(keep)
    for narrow in (True, False):
        found = _found(Task(skills, scene, goal, extra, keep, narrow=narrow, means=means), goal)
        if not isinstance(found, NoPlan):
            break
    return found


def _found(task: Task, goal: Formula) -> list[SkillCall] | NoPlan:
    """Calls that solve a problem, or why there are none."""
    if task.goal == YES:
        return []
    if task.goal == NO:
        return NoPlan(_why_never(task, goal))
    relaxed = Relaxed(task)
    if relaxed.estimate(relaxed.start, relaxed.goals).cost == INFINITE:
        return NoPlan(_why(relaxed))
    path = _in_stages(relaxed) or _best_first(relaxed, relaxed.start, relaxed.goals)
    if path is not None:
        return [task.operators[op].call for op in _shortened(relaxed, path)]
    wanted = in_words(goal, task.scene)
    return NoPlan(f"I found no way to bring it about that {wanted}; some of it may undo the rest")


def reachable(
    skills: Iterable[PlannedSkill],
    scene: Scene,
    goal: Formula,
    keep: Iterable[Literal] = (),
    given: Callable[[GroundAtom], bool | None] = lambda atom: None,
) -> bool:
    """Whether the goal could come true if nothing once true were lost: False proves that there is no plan; see `Task`."""
    skills, keep = list(skills), list(keep)
    return any(_relaxed_reach(Task(skills, scene, goal, keep=keep, given=given, narrow=narrow)) for narrow in (True, False))


def _relaxed_reach(task: Task) -> bool:
    if task.goal < 0:
        return task.goal == YES
    relaxed = Relaxed(task)
    return relaxed.estimate(relaxed.start, relaxed.goals).cost < INFINITE


def _best_first(relaxed: Relaxed, start: Bits, goals: Sequence[Node], budget: int = EXPANSIONS) -> tuple[int, ...] | None:
    """Greedy best-first search with deferred evaluation, what the relaxed plan begins with first; None if nothing was found."""
    queue: list[tuple[float, bool, int, Bits, tuple[int, ...]]] = [(0.0, False, 0, start, ())]
    seen: set[Bits] = set()
    count = 0
    while queue and budget:
        _, _, _, state, path = heapq.heappop(queue)
        if state in seen:
            continue
        seen.add(state)
        if all(relaxed.holds(g, state) for g in goals):
            return path
        found = relaxed.estimate(state, goals)
        budget -= 1
        if found.cost == INFINITE:
            continue
        for op in found.applicable:
            following = relaxed.apply(state, op)
            if following not in seen:
                count += 1
                heapq.heappush(queue, (found.cost, op not in found.helpful, count, following, (*path, op)))
    return None


def _in_stages(relaxed: Relaxed) -> tuple[int, ...] | None:
    """One goal after the other, keeping those before; None where some stage is not found quickly."""
    goals = relaxed.goals
    if not 1 < len(goals) <= ORDERED:
        return None
    state, path = relaxed.start, tuple[int, ...]()
    ordered = _ordered(relaxed)
    for upto in range(1, len(ordered) + 1):
        stage = _best_first(relaxed, state, ordered[:upto], EXPANSIONS // 5)
        if stage is None:
            return None
        path += stage
        for op in stage:
            state = relaxed.apply(state, op)
    return path


def _ordered(relaxed: Relaxed) -> list[Node]:
    """The goals such that none comes before another that could not be reached without undoing it, as far as that is possible."""
    goals = relaxed.goals
    after = {g: {h for h in goals if h != g and _spoils(relaxed, g, h)} for g in goals}
    ordered: list[Node] = []
    while len(ordered) < len(goals):
        rest = [g for g in goals if g not in ordered]
        ordered.append(next((g for g in rest if not after[g] - set(ordered)), rest[0]))
    return ordered


def _spoils(relaxed: Relaxed, first: Node, then: Node) -> bool:
    """Whether with the first goal true, the other cannot be reached but by undoing it."""
    a, b = relaxed.task.nodes[first], relaxed.task.nodes[then]
    if not isinstance(a, Leaf) or not isinstance(b, Leaf):
        return False
    atom, other = relaxed.task.facts[a.fact], relaxed.task.facts[b.fact]
    if len(relaxed.goals) > 4 and atom[0] != "holding" and other[1][:1] != atom[1][1:2] and other[1][:1] != atom[1][:1]:
        return False
    state = relaxed.start
    for fact, changed in enumerate(relaxed.task.facts):
        if (now := made_true(atom, a.sign, changed)) is not None:
            state = state | 1 << fact if now else state & ~(1 << fact)
    state = state & ~(1 << b.fact) if b.sign else state | 1 << b.fact
    return relaxed.estimate(state, [then], relaxed.undoing(a)).cost == INFINITE


def _shortened(relaxed: Relaxed, path: tuple[int, ...]) -> tuple[int, ...]:
    """The plan without the calls that it does not need."""
    at = 0
    while at < len(path):
        state, kept = relaxed.start, path[:at]
        for op in kept:
            state = relaxed.apply(state, op)
        for op in path[at + 1 :]:
            if relaxed.holds(relaxed.task.operators[op].condition, state):
                state = relaxed.apply(state, op)
                kept = (*kept, op)
        if all(relaxed.holds(g, state) for g in relaxed.goals):
            path = kept
        else:
            at += 1
    return path


def _why(relaxed: Relaxed) -> str:
    """The first literal that nothing brings about, followed down from the goal."""
    task = relaxed.task
    costs = relaxed.estimate(relaxed.start, relaxed.goals, everything=True).costs
    node, seen = task.goal, set[Node]()
    while True:
        seen.add(node)
        found = task.nodes[node]
        if isinstance(found, AtLeast):
            node = next(c for c in found.children if costs[c] == INFINITE)
            continue
        ways = [op.condition for i, op in enumerate(task.operators) if node in relaxed.gives[i] and op.condition not in seen]
        if not ways or ways[0] < 0:
            return _lacking(task, task.facts[found.fact], found.sign)
        node = ways[0]


def _lacking(task: Task, atom: GroundAtom, sign: bool) -> str:
    """Why a literal cannot be brought about: what the nearest skill lacks, or that no skill does such a thing."""
    literal: Formula = Atom(*atom) if sign else Not(Atom(*atom))
    if blocked := task.blocked.get((atom, sign)):
        call, broken = blocked[0]
        return f"I cannot {say_call(call, task.scene)}: {not_in_words(broken, task.scene)}"
    return f"none of my skills can bring it about that {in_words(literal, task.scene)}"


def _why_never(task: Task, goal: Formula) -> str:
    """Why a goal is out of the question from the start: the first part that no skill changes and that is not so."""
    parts = getattr(goal, "parts", (goal,))
    broken = next((p for p in parts if task.condition(p, True) == NO), goal)
    return f"none of my skills can bring it about that {in_words(broken, task.scene)}"
