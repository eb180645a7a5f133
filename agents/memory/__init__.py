"""Memory: preferences, offsets and lasting facts that people told the robot, kept in one SQLite file and given back where they fit."""

from heedful.agents.memory.opening import default_path, open_memory
from heedful.agents.memory.remembering import Remembering
from heedful.agents.memory.store import Entry, Store, UnreadableMemory

__all__ = ["Entry", "Remembering", "Store", "UnreadableMemory", "default_path", "open_memory"]
