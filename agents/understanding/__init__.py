"""Words to programs: a lexicon, a grammar with typed slots, pronouns, and binding as a separate late stage."""

from heedful.agents.understanding.bind import bind
from heedful.agents.understanding.grammar import Grammar

__all__ = ["Grammar", "bind"]
