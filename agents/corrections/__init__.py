"""Corrections: words said while the robot works, turned into typed effects."""

from heedful.agents.corrections.grammar import is_halt, understand_correction

__all__ = ["is_halt", "understand_correction"]
