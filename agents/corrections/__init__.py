"""Corrections: words said while the robot works, turned into typed effects."""

from heedful.agents.corrections.dialogue import Dialogue
from heedful.agents.corrections.halt import is_halt
from heedful.agents.corrections.reading import read_correction

__all__ = ["Dialogue", "is_halt", "read_correction"]
