"""Words to decisions: understanding, language backends, planners, corrections, memory, learning loops."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from heedful.agents.planner.symbolic import Symbolic
    from heedful.agents.understanding.grammar import Grammar

__all__ = ["Grammar", "Symbolic"]
_HOMES = {"Grammar": "heedful.agents.understanding.grammar", "Symbolic": "heedful.agents.planner.symbolic"}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        import importlib

        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
