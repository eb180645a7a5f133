"""Sets of instructions that other people wrote for other robots: what each is said in front of, and what it should have been taken to mean.

One file a set. A set is read from JSON lines, shows the agent a scene, tells what the set's robot can do, and judges what the agent made
of the words by its meaning in that scene. `heedful eval language --set NAME` measures it.
"""

from heedful.agents.sets.hearing import Answer, Heard, hear
from heedful.agents.sets.language_set import SETS, BadRecords, Judged, LanguageSet, Record, language_set, packaged, read

__all__ = ["SETS", "Answer", "BadRecords", "Heard", "Judged", "LanguageSet", "Record", "hear", "language_set", "packaged", "read"]
