"""What a set's robot can do, as a planner sees it: names, preconditions and effects, nothing that moves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from heedful.program import TRUE, Formula, parse


@dataclass(frozen=True, slots=True)
class ActParam:
    """One argument of an act; `kind` is `id` for a thing of the scene, else the Python type's name."""

    name: str
    kind: str = "id"
    default: Any = None
    required: bool = True


@dataclass(frozen=True, slots=True)
class Act:
    """A skill of a robot that is only spoken of."""

    name: str
    params: tuple[ActParam, ...] = ()
    requires: Formula = TRUE
    effects: Formula = TRUE
    description: str = ""
    cost: float = 1.0
    plan_with: bool = True


def act(head: str, requires: str = "true", effects: str = "true", **rest: Any) -> Act:
    """`act("pick(object)", "hand_empty", "holding(object)")`; `wait(seconds: float)` takes a number."""
    name, _, inside = head.rstrip(")").partition("(")
    pairs = [p.partition(":") for p in inside.split(",") if p.strip()]
    params = tuple(ActParam(p.strip(), kind.strip() or "id") for p, _, kind in pairs)
    return Act(name.strip(), params, parse(requires), parse(effects), **rest)
