"""Every suite by name, and what a suite of a foreign world needs: its world, its body, its planner."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from heedful.envs import tabletop_tasks
from heedful.envs.foreign import require


def _babyai() -> tuple[Sequence[Any], dict[str, Any]]:
    require("minigrid")
    from heedful.envs.foreign.babyai import LEVELS, BabyAI, Level

    return [Level(name) for name in LEVELS], {"robot": None, "world": BabyAI, "planner": "babyai"}


def _metaworld() -> tuple[Sequence[Any], dict[str, Any]]:
    require("metaworld")
    from heedful.envs.foreign.metaworld import MetaWorld
    from heedful.envs.foreign.metaworld_tasks import TASKS

    return [t for t in TASKS if t.goal], {"robot": None, "world": MetaWorld, "planner": "formal"}


def _libero(name: str, words: bool = False) -> tuple[Sequence[Any], dict[str, Any]]:
    """A LIBERO suite, told by its goals as formulas, or by its sentences."""
    from heedful.envs.foreign.libero import Libero, LiberoInWords
    from heedful.envs.foreign.libero_tasks import suite

    return suite(name), {"robot": None, "world": LiberoInWords if words else Libero, "planner": "symbolic" if words else "formal"}


def _robosuite() -> tuple[Sequence[Any], dict[str, Any]]:
    require("robosuite")
    from heedful.envs.foreign.robosuite import Robosuite
    from heedful.envs.foreign.robosuite_tasks import TASKS

    return TASKS, {"robot": None, "world": Robosuite, "planner": "formal"}


def _language_to_reward() -> tuple[Sequence[Any], dict[str, Any]]:
    from heedful.envs.language_to_reward import TASKS, Playground

    return TASKS, {"robot": None, "world": Playground, "planner": "rewards"}


OURS = {"language-to-reward": "the seventeen tasks of Language to Rewards, for a robot on legs and an arm"}
"""Suites with worlds of their own that need no package of anybody else's, and what is in them."""
LIBERO = ("libero_spatial", "libero_object", "libero_goal", "libero_10", "libero_90")
FOREIGN: dict[str, Callable[[], tuple[Sequence[Any], dict[str, Any]]]] = {
    "babyai": _babyai, "metaworld": _metaworld, "robosuite": _robosuite,
    "language-to-reward": _language_to_reward, **{n: partial(_libero, n) for n in LIBERO},
    **{f"{n}_words": partial(_libero, n, True) for n in LIBERO},
}  # fmt: skip


def suite(name_or_path: str) -> Sequence[Any]:
    """The tasks of a suite by its name, or of a Python file; `tabletop/pour` and `babyai/BossLevel` are one task of a suite.

    Raises UnknownTask naming the nearest suite.
    """
    name, _, one = name_or_path.partition("/")
    if name not in FOREIGN and name not in tabletop_tasks.SUITES:
        return tabletop_tasks.suite(name_or_path)
    tasks = FOREIGN[name]()[0] if name in FOREIGN else tabletop_tasks.suite(name)
    if not one:
        return tasks
    if chosen := [t for t in tasks if t.name == one]:
        return chosen
    raise tabletop_tasks.UnknownTask(f"no task named {one!r} in {name}; it has {', '.join(t.name for t in tasks)}")


def fixed_for(tasks: Sequence[Any], robot: str) -> list[Any]:
    """The tasks that were fixed for a robot, by its geometry and before any skill was tuned; all of them for a robot of somebody's own."""
    known = {b for t in tasks for b in getattr(t, "bodies", ())}
    return [t for t in tasks if robot not in known or robot in t.bodies]


def needs(name_or_path: str) -> dict[str, Any]:
    """Settings of a Session without which a suite cannot run: empty for suites of the built-in worlds."""
    name = name_or_path.partition("/")[0]
    return FOREIGN[name]()[1] if name in FOREIGN else {}


def lines(name_or_path: str) -> dict[str, dict[str, Any] | None]:
    """Further lines to beat of a suite, beside doing nothing and acting by chance: name -> settings of a Session that differ, or None for
    one of those that tells nothing there."""
    if name_or_path.partition("/")[0] != "language-to-reward":
        return {}
    return {
        "random_skill": None,  # its only skills follow what they are given
        "coder_only": {"planner": {"_from_": "rewards", "unsaid": "off"}},
        "primitives_only": {"planner": "primitives"},
    }
