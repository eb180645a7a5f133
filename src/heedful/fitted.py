"""A robot in a world, fitted out: guarded, with skills, a planner, language, perception and memory from what a session is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from heedful.agents.language.opening import open_language
from heedful.agents.memory import open_memory
from heedful.agents.planner.assisted import planning
from heedful.clock import Mode
from heedful.config import load, name_of, recorded
from heedful.episode import Planner
from heedful.hardware.attendance import Attendance
from heedful.hardware.body import RobotBody
from heedful.hardware.guarded import GuardedRobot
from heedful.hardware.limits import SafetyLimits
from heedful.outfitting import library, outfitted, perceiver
from heedful.permitting import Permits
from heedful.skills.rewards.shelf import shelf_of
from heedful.types import Memory, Perceiver, Robot, Scene, SkillCall, Twin


class Fitted:
    """What is at work: a guarded robot in its world, what it can do, what understands, plans and sees. `Session` tells what is given."""

    def __init__(
        self, *, robot: Any, world: Any, planner: Any, perception: Any, safety: Any, skills: Iterable[Any], mode: Mode, seed: int,
        task: Any, config: Mapping[str, Any] | None, language: Any, memory: Any, attended: bool | None,
        confirm: Callable[[str, str], bool] | None, preview: Callable[[SkillCall], str],
    ) -> None:  # fmt: skip
        self.mode, self.seed = mode, seed
        given = dict(robot=robot, world=world, planner=planner, perception=perception, safety=safety, language=language)
        self.names = {k: name_of(v) for k, v in given.items()}
        """What is at work, by group; where a world brings its own body or planner, that and not what was asked for."""
        skills = [skills] if isinstance(skills, str) else list(skills)
        self.config = {k: recorded(v) for k, v in {**given, "skills": skills}.items()} | {"mode": mode, **(config or {})}
        """What each run is recorded with, so that its world can be built again."""
        self.memory: Memory | None = open_memory(memory)
        self.language = open_language(load("language", language))
        made = outfitted(robot, world, mode, seed, task)
        self.world, self.description = made.world, made.description
        self._permits = Permits(made.commission, confirm, preview)
        self._bare: Robot = made.robot
        self.attendance = Attendance() if (getattr(made.robot, "real", False) if attended is None else attended) else None
        """The operator's heartbeat, where the robot asks for one."""
        self.body: RobotBody | None = None
        self._limits = load("safety", safety)
        self._twin: Twin | None = self.world if hasattr(self.world, "place") else None
        self._embody()
        self.skills = library(self.world, self.robot.parts, skills)
        self.shelf = shelf_of(self.memory, self.skills, self._twin, self.robot.parts) if "pursue" in self.skills else None
        """The rewards that are kept under names; None where none is followed."""
        plans = getattr(self.world, "planner", planner) if planner == "symbolic" else planner
        self.names["planner"] = name_of(plans)
        self.planner: Planner = planning(load("planner", plans), self.skills, self.language)
        self.perceiver: Perceiver = perceiver(perception, self.world)

    def _embody(self) -> None:
        """Know the robot's geometry, which a world that brings its own body may change with its scene, and guard it."""
        self.description = getattr(self.world, "description", None) or self.description
        if getattr(self.world, "own_body", False):
            self.names["robot"] = self._bare.name
        if self.description is not None and (self.body is None or self.body.description is not self.description):
            self.body = RobotBody(self.description)
        limits = self._limits
        if self._permits.speed < 1:
            limits = (limits or SafetyLimits()).tightened(speed=self._permits.speed)
        self.robot = GuardedRobot(self._bare, self.description, self.body, limits, self.attendance)

    def attend(self) -> None:
        """A front gives a sign of life: a person is there, and can stop the robot through it. From any thread, several times a second."""
        if self.attendance is not None:
            self.attendance.sign()

    @property
    def twin(self) -> Twin | None:
        """What motion is planned with here; None where there is no such model."""
        return self._twin

    def _looked(self) -> Scene:
        """What is seen now, while nothing is under way."""
        return self.perceiver.perceive(self.perceiver.snapshot(self._bare.observe()))

    def _let_go(self) -> None:
        """Let go of the robot, the world, and what was opened."""
        self._bare.close()
        if self.world is not None:
            self.world.close()
        if self.language is not None:
            self.language.close()
        if self.memory is not None:
            self.memory.close()
