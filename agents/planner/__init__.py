"""Deciding what to do next: symbolic search over the skills' preconditions and effects."""

from heedful.agents.planner.search import find
from heedful.agents.planner.state import State, simulate
from heedful.agents.planner.symbolic import Symbolic

__all__ = ["State", "Symbolic", "find", "simulate"]
