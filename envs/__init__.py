"""Worlds: scenes, objects, tasks and their Gymnasium ids, composed around a body."""

from typing import Any

_HOMES = {
    "Tabletop": "world",
    "World": "world",
    "Snapshot": "truth",
    "Task": "task",
    "TaskInstance": "task",
    "Wanted": "task",
    "SUITES": "tabletop_tasks",
    "suite": "tabletop_tasks",
    "task": "tabletop_tasks",
}

__all__ = ["SUITES", "Snapshot", "Tabletop", "Task", "TaskInstance", "Wanted", "World", "suite"]


def __getattr__(name: str) -> Any:
    # Lazily: Gymnasium imports this package to register its ids, and must not pull in MuJoCo.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"heedful.envs.{_HOMES[name]}"), name)
