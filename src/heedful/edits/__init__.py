"""Edits of what is to be done, by word: another thing, another place, another order, back again, or how the world is."""

from heedful.edits.editing import edited
from heedful.edits.outcome import Edit, Refused, Unsure

__all__ = ["Edit", "Refused", "Unsure", "edited"]
