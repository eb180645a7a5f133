"""Sentences made up from the Task Language: what the small parser learns from."""

from heedful.agents.understanding.parser.generate.sentences import HELD_OUT, VERSION, Example, examples, held_out

__all__ = ["HELD_OUT", "VERSION", "Example", "examples", "held_out"]
