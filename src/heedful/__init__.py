"""Heedful: robots that heed what people say."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_EXPORTS = {
    "Session": "session", "evaluate": "evaluation", "Result": "evaluation", "Budget": "loop",
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
    from heedful.episode import Episode as Episode
    from heedful.episode import Plan as Plan
    from heedful.episode import Planner as Planner
    from heedful.episode import Understanding as Understanding
    from heedful.episode import Verdict as Verdict
    from heedful.evaluation import Result as Result
    from heedful.evaluation import evaluate as evaluate
    from heedful.geometry import Pose as Pose
    from heedful.hardware.description import RobotDescription as RobotDescription
    from heedful.loop import Budget as Budget
    from heedful.predicates import define as define
    from heedful.predicates import predicate as predicate
    from heedful.predicates import say as say
    from heedful.program import Achieve as Achieve
    from heedful.program import Atom as Atom
    from heedful.program import Do as Do
    from heedful.program import Seq as Seq
    from heedful.program import parse as parse
    from heedful.session import Session as Session
    from heedful.skills import Library as Library
    from heedful.skills import Skill as Skill
    from heedful.skills import policy_skill as policy_skill
    from heedful.skills import skill as skill
    from heedful.skills import think as think
    from heedful.types import (
        HOLD as HOLD,
    )  # fmt: skip
    from heedful.types import (
        Action as Action,
    )
    from heedful.types import (
        Grip as Grip,
    )
    from heedful.types import (
        Id as Id,
    )
    from heedful.types import (
        JointTarget as JointTarget,
    )
    from heedful.types import (
        Motion as Motion,
    )
    from heedful.types import (
        Observation as Observation,
    )
    from heedful.types import (
        Outcome as Outcome,
    )
    from heedful.types import (
        PartSpec as PartSpec,
    )
    from heedful.types import (
        Perceiver as Perceiver,
    )
    from heedful.types import (
        Policy as Policy,
    )
    from heedful.types import (
        PoseDelta as PoseDelta,
    )
    from heedful.types import (
        PoseTarget as PoseTarget,
    )
    from heedful.types import (
        Robot as Robot,
    )
    from heedful.types import (
        Scene as Scene,
    )
    from heedful.types import (
        SkillCall as SkillCall,
    )
    from heedful.types import (
        Thing as Thing,
    )
    from heedful.types import (
        Twist as Twist,
    )
    from heedful.types import (
        Volume as Volume,
    )


def __getattr__(name: str) -> Any:
    if name in _EXPORTS:
        return getattr(importlib.import_module(f"heedful.{_EXPORTS[name]}"), name)
    raise AttributeError(f"module 'heedful' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*_EXPORTS, "__version__"])


__all__ = [*_EXPORTS, "__version__"]
