"""Robosuite's tabletop tasks (Zhu et al., 2020): the environment, how it is set up, and the goal that its description states.

Where a description asks for what the skills do not cover, no goal is declared, and `why` says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from heedful.envs.task import Task, Wanted


@dataclass(frozen=True, slots=True, eq=False)
class RobosuiteTask(Task):
    """One of robosuite's tasks."""

    env: str = ""
    """The environment's registered name."""
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Arguments of the environment beside robot and controller."""
    why: str = ""
    """Why no goal is declared."""


def _task(name: str, words: str, goal: str, *things: str, env: str = "", **settings: Any) -> RobosuiteTask:
    wanted = {i: Wanted(i.lower()) for i in things}
    return RobosuiteTask(name, "robosuite", (words,), goal, wanted, time_limit=60.0, env=env or name, settings=settings)


def _bin(thing: str) -> RobosuiteTask:
    words = f"put the {thing.lower()} in its bin"
    return _task(f"PickPlace{thing}", words, f"in({thing}, {thing}_bin)", thing, f"{thing}_bin")


def _nut(shape: str, peg: str) -> RobosuiteTask:
    words = f"put the {shape.lower()} nut on its peg"
    return _task(f"NutAssembly{shape}", words, f"around({shape}Nut, {peg})", f"{shape}Nut", peg)


BINNED = ("Milk", "Bread", "Cereal", "Can")
TASKS = (
    _task("Lift", "lift the cube", "holding(cube)", "cube"),
    _task("Stack", "stack the red cube on the green cube", "on(cubeA, cubeB)", "cubeA", "cubeB"),
    *map(_bin, BINNED),
    _nut("Square", "peg1"),
    _nut("Round", "peg2"),
    _task(
        "PickPlace", "put everything in its bin", " & ".join(f"in({t}, {t}_bin)" for t in BINNED),
        *(name for t in BINNED for name in (t, f"{t}_bin")),
    ),
)  # fmt: skip
NOT_COVERED = {
    "Door": "the latch has to be turned and held while the door is pulled",
    "Wipe": "its arm carries a wiping pad in place of a gripper, and its success counts markers under the pad, not spills",
    "ToolHang": "a hook has to be threaded into a stand with a clearance of millimetres",
    "TwoArmLift": "two arms have to move one thing together",
    "TwoArmPegInHole": "two arms have to fit what they carry into each other",
    "TwoArmHandover": "a hammer has to go from one hand to the other in the air",
    "TwoArmTransport": "two arms have to hand a thing over, out of one closed box into another",
}
"""Environment -> why no goal is declared for it."""
