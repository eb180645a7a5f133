"""Sentences made up from the Task Language: what the small parser learns from."""

from heedful.agents.understanding.parser.generate.sentences import Example, VERSION, examples, held_out

__all__ = ["VERSION", "Example", "examples", "held_out"]
