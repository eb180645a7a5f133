"""Judging a plan by what it leads to: the end conditions of a record, over the states that a plan went through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from heedful.agents.sets.kitchen import USER, Kitchen
from heedful.types import Id

Condition = Sequence[Any]
"""A nested list in prefix notation, as in data/README.md."""
NOWHERE = ("impossible", "ask")
"""What a record says instead of conditions."""


def met(goals: Condition, history: Sequence[Kitchen], categories: Mapping[str, Sequence[Id]]) -> bool:
    """Whether any of the acceptable end conditions holds of a history of states, the start first.

    Raises ValueError for a condition of a form that is not known.
    """
    return any(holds(g, history, categories) for g in goals)


def holds(condition: Condition, history: Sequence[Kitchen], categories: Mapping[str, Sequence[Id]]) -> bool:
    """Whether a condition holds at the end of a history, given what happened before."""
    end = history[-1]
    match condition:
        case ["at" | "in", thing, place]:
            return bool(end.where.get(thing) == place)
        case ["with_user", thing]:
            return end.where.get(thing) == USER
        case ["held", thing]:
            return bool(end.held == thing)
        case ["visited", place]:
            return any(s.robot == place for s in history)
        case ["robot_at", place]:
            return bool(end.robot == place)
        case ["open", place]:
            return place in end.open
        case ["closed", place]:
            return place in end.drawers and place not in end.open
        case ["and", *parts]:
            return all(holds(p, history, categories) for p in parts)
        case ["or", *parts]:
            return any(holds(p, history, categories) for p in parts)
        case ["not", part]:
            return not holds(part, history, categories)
        case ["sequence", *parts]:
            return _in_order(parts, history, categories)
        case ["exists", category, body]:
            return any(holds(_filled(body, one), history, categories) for one in categories[category])
        case ["forall", category, body]:
            return all(holds(_filled(body, one), history, categories) for one in categories[category])
    raise ValueError(f"no condition of the form {list(condition)} is known")


def _in_order(parts: Sequence[Condition], history: Sequence[Kitchen], categories: Mapping[str, Sequence[Id]]) -> bool:
    """Each comes true for the first time later than the one before; the last holds at the end."""
    firsts = [next((n for n in range(len(history)) if holds(p, history[: n + 1], categories)), None) for p in parts]
    told = [f for f in firsts if f is not None]
    return len(told) == len(firsts) and sorted(set(told)) == told and holds(parts[-1], history, categories)


def _filled(body: Condition, one: Id) -> Condition:
    return [one if p == "?" else _filled(p, one) if isinstance(p, list) else p for p in body]
