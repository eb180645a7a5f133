"""What a session is given, made: the robot, its world, the skills and the perceiver, from names, paths or the things themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from heedful.clock import Mode
from heedful.config import load, module, module_from, name_of
from heedful.envs.reaching import FAR, reach
from heedful.hardware.commission import Commission
from heedful.hardware.description import RobotDescription
from heedful.skills import Library
from heedful.types import PartSpec, Perceiver, Robot


@dataclass(frozen=True, slots=True)
class Outfit:
    """A robot where it works."""

    robot: Robot
    world: Any
    """The simulated world; None for a real robot, of whose world nobody can be asked."""
    description: RobotDescription | None
    """None where the robot was given live, or where the world brings its own body."""
    commission: Commission | None
    """What was written down of a robot that `heedful setup` set up; None for any other."""


def outfitted(robot: Any, world: Any, mode: Mode, seed: int, task: Any) -> Outfit:
    """The robot in its world, arranged anew.

    Args:
      robot: A name, a path, a RobotDescription, a live Robot, or None in a world that brings its own body.
      world: A name, a path, a callable taking the robot's description, or None for a live robot.
      mode: Of the session's clock.
      seed: Of the world's arrangement.
      task: A task of the world's suite to set the scene for.

    Raises:
      ValueError: What was given as the robot is none.
    """
    made = load("robot", robot) if robot is not None else None
    made = made() if callable(made) and not hasattr(made, "observe") else made
    description = made if isinstance(made, RobotDescription) else None
    around, commission = None, None
    if description is not None or made is None:
        builder = load("world", world)
        around = builder if hasattr(builder, "reset") and not isinstance(builder, type) else builder(description)
        if isinstance(made, FAR):
            commission = made.commission
            around = reach(made, around, mode)
        if hasattr(around, "observe"):  # a real robot: nobody can be asked what its world is like
            made, description, around = around, around.description, None
        else:
            if getattr(around, "own_body", False):
                description = None
            around.reset(seed, task)
            made = around.robot
    if not hasattr(made, "observe"):
        raise ValueError(
            f"{name_of(robot)} is no robot: expected a name, a path, a RobotDescription or a live Robot, got {type(made).__name__}"
        )
    return Outfit(made, around, description, commission)


def library(world: Any, parts: Mapping[str, PartSpec], further: Iterable[Any]) -> Library:
    """The skills that a robot of these parts has in a world: those that the world brings, else the usual ones, and further ones.

    Args:
      further: Skill objects, modules, or paths of Python files, with a name in it after a colon.
    """
    brought = getattr(world, "skills", ())
    skills = Library() if brought else Library.default().able(parts)
    for one in (*map(module, brought), *further):
        skills.add(_skill(one))
    return skills


def _skill(one: Any) -> Any:
    if isinstance(one, str) and one.split(":")[0].endswith(".py"):
        file, _, name = one.partition(":")
        found = module_from(Path(file)) if Path(file).is_file() else load("skills", one)
        return getattr(found, name) if name else found
    return one


def perceiver(perception: Any, world: Any) -> Perceiver:
    """What sees for the robot. Raises ValueError where it would have to look into a simulated world and there is none."""
    sees = load("perception", perception)
    made_already = hasattr(sees, "perceive") and not isinstance(sees, type)
    if world is None and not made_already:
        raise ValueError(f"perception {name_of(perception)!r} looks into a simulated world, and a live robot has none: give a Perceiver")
    seen: Perceiver = sees if made_already else sees(world)
    return seen
