"""Every suite by name, and what a suite of a foreign world needs: its world, its body, its planner."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from heedful.envs import tabletop_tasks


def _babyai() -> tuple[Sequence[Any], dict[str, Any]]:
    from heedful.envs.foreign.babyai import LEVELS, BabyAI, Level

    return [Level(name) for name in LEVELS], {"robot": None, "world": BabyAI, "planner": "babyai"}


FOREIGN = {"babyai": _babyai}


def suite(name_or_path: str) -> Sequence[Any]:
    """The tasks of a suite by its name, or of a Python file; `babyai/BossLevel` is one task of a suite.

    Raises UnknownTask naming the nearest suite.
    """
    name, _, one = name_or_path.partition("/")
    if name not in FOREIGN:
        return tabletop_tasks.suite(name_or_path)
    tasks = FOREIGN[name]()[0]
    if not one:
        return tasks
    if chosen := [t for t in tasks if t.name == one]:
        return chosen
    raise tabletop_tasks.UnknownTask(f"no task named {one!r} in {name}; it has {', '.join(t.name for t in tasks)}")


def needs(name_or_path: str) -> dict[str, Any]:
    """Settings of a Session without which a suite cannot run: empty for suites of the built-in worlds."""
    name = name_or_path.partition("/")[0]
    return FOREIGN[name]()[1] if name in FOREIGN else {}
