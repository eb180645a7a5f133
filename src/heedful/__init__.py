"""Heedful: robots that heed what people say."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_EXPORTS = {
    "Session": "session", "Fleet": "fleet", "evaluate": "evaluation", "Result": "evaluation", "Budget": "loop",
    "skill": "skills", "policy_skill": "skills", "Skill": "skills", "Library": "skills", "think": "skills",
    "predicate": "predicates", "define": "predicates", "say": "predicates",
    "Episode": "episode", "Plan": "episode", "Understanding": "episode", "Verdict": "episode", "Planner": "episode",
    "Task": "envs.task",
    "RobotDescription": "hardware.description",
    "Pose": "geometry",
    "Achieve": "program", "Do": "program", "Seq": "program", "Atom": "program", "parse": "program",
    "Action": "types", "Observation": "types", "Outcome": "types", "SkillCall": "types", "Motion": "types", "Id": "types", "Grip": "types",
    "JointTarget": "types", "PoseTarget": "types", "PoseDelta": "types", "Twist": "types", "Scene": "types", "Thing": "types",
    "HOLD": "types", "PartSpec": "types", "Policy": "types", "Robot": "types", "Perceiver": "types", "Volume": "types",
}  # fmt: skip
"""Public name -> module under heedful; each is imported when first asked for."""

if TYPE_CHECKING:
    from heedful.envs.task import Task as Task
    from heedful.episode import Episode as Episode, Plan as Plan, Planner as Planner, Understanding as Understanding, Verdict as Verdict
    from heedful.evaluation import Result as Result, evaluate as evaluate
    from heedful.fleet import Fleet as Fleet
    from heedful.geometry import Pose as Pose
    from heedful.hardware.description import RobotDescription as RobotDescription
    from heedful.loop import Budget as Budget
    from heedful.predicates import define as define, predicate as predicate, say as say
    from heedful.program import Achieve as Achieve, Atom as Atom, Do as Do, Seq as Seq, parse as parse
    from heedful.session import Session as Session
    from heedful.skills import Library as Library, Skill as Skill, policy_skill as policy_skill, skill as skill, think as think
    from heedful.types import (
        HOLD as HOLD,
        Action as Action,
        Grip as Grip,
        Id as Id,
        JointTarget as JointTarget,
        Motion as Motion,
        Observation as Observation,
        Outcome as Outcome,
        PartSpec as PartSpec,
        Perceiver as Perceiver,
        Policy as Policy,
        PoseDelta as PoseDelta,
        PoseTarget as PoseTarget,
        Robot as Robot,
        Scene as Scene,
        SkillCall as SkillCall,
        Thing as Thing,
        Twist as Twist,
        Volume as Volume,
    )  # fmt: skip


def __getattr__(name: str) -> Any:
    if name in _EXPORTS:
        return getattr(importlib.import_module(f"heedful.{_EXPORTS[name]}"), name)
    raise AttributeError(f"module 'heedful' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*_EXPORTS, "__version__"])


__all__ = [*_EXPORTS, "__version__"]
