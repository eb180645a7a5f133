"""The nouns of Heedful: what is seen, what is commanded, what came of it, and who may provide each.

Units are SI and radians; a suffix `_w` means the world frame. Everything here is data or a Protocol.
"""

from heedful.types.acting import (
    HOLD,
    Action,
    Choice,
    Command,
    Grip,
    JointTarget,
    Motion,
    Outcome,
    PartCommand,
    PoseDelta,
    PoseTarget,
    SkillCall,
    Status,
    Twist,
)
from heedful.types.parts import PartKind, PartSpec, PartState
from heedful.types.protocols import Perceiver, Policy, Robot
from heedful.types.scene import Cavity, Hinge, Id, Reach, Scene, Thing, Volume
from heedful.types.seeing import Adjustment, Body, CameraFrame, Job, Observation, Twin
from heedful.types.telling import Circumstance, Correction, Memory, Recollection

__all__ = [
    "HOLD",
    "Action",
    "Adjustment",
    "Body",
    "CameraFrame",
    "Cavity",
    "Choice",
    "Circumstance",
    "Command",
    "Correction",
    "Grip",
    "Hinge",
    "Id",
    "Job",
    "JointTarget",
    "Memory",
    "Motion",
    "Observation",
    "Outcome",
    "PartCommand",
    "PartKind",
    "PartSpec",
    "PartState",
    "Perceiver",
    "Policy",
    "PoseDelta",
    "PoseTarget",
    "Reach",
    "Recollection",
    "Robot",
    "Scene",
    "SkillCall",
    "Status",
    "Thing",
    "Twin",
    "Twist",
    "Volume",
]
