"""Corrections: words said while the robot works, turned into typed effects."""

from heedful.agents.corrections.grammar import understand_correction
from heedful.agents.corrections.halt import is_halt

__all__ = ["is_halt", "understand_correction"]
