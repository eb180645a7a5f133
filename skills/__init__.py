"""What the robot can be asked to do: the library and the scripted skills."""

from heedful.skills.library import Library, UnknownSkill
from heedful.skills.skill import Param, Skill, policy_skill, skill
from heedful.skills.thinking import think

__all__ = ["Library", "Param", "Skill", "UnknownSkill", "policy_skill", "skill", "think"]
