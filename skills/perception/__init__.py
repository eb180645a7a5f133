"""Perceivers: from what was sensed to a Scene."""

from heedful.skills.perception.state import StatePerceiver

__all__ = ["StatePerceiver"]
