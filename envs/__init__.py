"""Worlds: scenes, objects, tasks and their Gymnasium ids, composed around a body."""

from typing import Any

from heedful.envs import register

_HOMES = {
    "Tabletop": "world", "World": "world", "Snapshot": "truth", "Task": "task", "TaskInstance": "task", "Wanted": "task",
    "SUITES": "tabletop_tasks", "suite": "suites", "needs": "suites",
    "fixed_for": "suites",
}  # fmt: skip

__all__ = ["SUITES", "Snapshot", "Tabletop", "Task", "TaskInstance", "Wanted", "World", "suite"]

# Gymnasium 1.x loads no plugins, so importing this package registers, as `gymnasium.make("heedful.envs:heedful/...")` expects.
register.register()


def __getattr__(name: str) -> Any:
    # Lazily, so that registering the ids does not load MuJoCo.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"heedful.envs.{_HOMES[name]}"), name)
