"""What a grounded problem is made of: facts with a sign, conditions that count them, and calls with their effects."""

from __future__ import annotations

from dataclasses import dataclass

from heedful.agents.planner.state import GroundAtom
from heedful.types import SkillCall

Node = int
"""A condition: an index into `Task.nodes`, or one of the two constants."""
YES, NO = -1, -2


@dataclass(frozen=True, slots=True)
class Leaf:
    """A fact, or that it is not so."""

    fact: int
    sign: bool


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least k of the children hold."""

    k: int
    children: tuple[Node, ...]


@dataclass(slots=True)
class Operator:
    """A call with its condition and its effects, as fact indices or patterns."""

    call: SkillCall
    condition: Node
    adds: list[GroundAtom]
    wipes: list[GroundAtom]
    cost: float
