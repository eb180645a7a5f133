"""Which goals of a sequence must still hold at its end: those that no later step has to undo."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from heedful.agents.planner.search import Literal, reachable
from heedful.agents.planner.state import GroundAtom, PlannedSkill, goal_literals, made_true
from heedful.predicates import evaluate
from heedful.program import And, Formula, atoms
from heedful.types import Scene


def lasting(skills: Sequence[PlannedSkill], scene: Scene, goals: Sequence[Formula]) -> Formula | None:
    """What must hold once goals have been achieved one after the other; None if there were none.

    A part of an earlier goal that does not hold now is left out only if some later goal could not have been reached without undoing it:
    `pick it up, then put it down` does not end with it in the hand, but `open the drawer, put it in` ends with the drawer open.
    """
    kept: list[Formula] = []
    for at, goal in enumerate(goals):
        last = at == len(goals) - 1
        kept += [p for p in parts(goal) if last or evaluate(p, scene) is True or _survives(skills, scene, p, goals[at + 1 :])]
    unique = list(dict.fromkeys(kept))
    return None if not goals else unique[0] if len(unique) == 1 else And(tuple(unique))


def worth_keeping(skills: Sequence[PlannedSkill], scene: Scene, before: Sequence[Formula], goal: Formula) -> list[Literal]:
    """The literals of earlier goals that hold now and that the goal can be reached without undoing."""
    mine = dict(goal_literals(goal))
    held = [lit for g in before for p in parts(g) for lit in goal_literals(p) if evaluate(p, scene) is True]
    free = [(atom, sign) for atom, sign in dict(held).items() if mine.get(atom, sign) == sign]
    return [lit for lit in free if reachable(skills, scene, goal, [lit])]


def parts(goal: Formula) -> tuple[Formula, ...]:
    """The parts of a conjunction."""
    return tuple(q for p in goal.parts for q in parts(p)) if isinstance(goal, And) else (goal,)


def _survives(skills: Sequence[PlannedSkill], scene: Scene, part: Formula, later: Sequence[Formula]) -> bool:
    """Whether each later goal could be reached with this part true throughout."""
    found = goal_literals(part)
    if not found:
        return False
    (atom, sign) = found[0]
    for goal in later:
        wanted = dict(goal_literals(goal))
        if wanted.get(atom, sign) != sign:
            return False
        start = _start(atom, sign, wanted, {(a.name, tuple(map(str, a.args))) for a in atoms(goal)})
        if not reachable(skills, scene, goal, [(atom, sign)], start):
            return False
    return True


def _start(
    literal: GroundAtom, sign: bool, wanted: Mapping[GroundAtom, bool], either: Collection[GroundAtom]
) -> Callable[[GroundAtom], bool | None]:
    """Facts of a state in which a literal holds and a later goal does not yet, none of its alternatives either."""

    def given(atom: GroundAtom) -> bool | None:
        now = made_true(literal, sign, atom)
        if now is not None:
            return now
        return not wanted[atom] if atom in wanted else False if atom in either else None

    return given
